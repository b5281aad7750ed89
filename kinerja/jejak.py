"""Events of the history together with what they changed, without reading large ones."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Any

from django.db import connection, models
from django.db.models import Case, F, Func, When

from kinerja.models import (
    Indikator,
    Jabatan,
    Nomenklatur,
    PerangkatDaerah,
    Pohon,
    Riwayat,
    Simpul,
    Unit,
)
from kinerja.rinci_riwayat import KUNCI_ASING, PENUNJUK, RUJUKAN, Rincian, rincian, ringkas

DIBACA = 60
"""An event of more rows than this is only counted."""

Peristiwa = tuple[Riwayat, Rincian]


class _BanyakBaris(Func):
    """How many rows a JSON list has, counted in the database."""

    function = "JSON_ARRAY_LENGTH"
    output_field = models.IntegerField()

    def as_postgresql(self, compiler: Any, connection: Any, **lain: Any) -> Any:
        return self.as_sql(compiler, connection, function="JSONB_ARRAY_LENGTH", **lain)


def dengan_rincian(
    pohon: Pohon, daftar: Iterable[Riwayat], *, hanya: Collection[str] | None = None
) -> list[Peristiwa]:
    """Each event with its lines; a constant number of queries for the whole list.

    ``hanya``: the lines of these boxes and indicators, however large the event.
    """
    daftar = list(daftar)
    milik = Riwayat.objects.filter(pk__in=[r.pk for r in daftar])
    dibaca = Case(When(banyak__lte=DIBACA, then=F("perubahan")), default=None)
    kolom = milik.annotate(banyak=_BanyakBaris("perubahan"), isi=dibaca)
    banyak, isi = {}, {}
    for pk, n, perubahan in kolom.values_list("pk", "banyak", "isi"):
        banyak[pk] = n
        if perubahan is not None:
            isi[pk] = perubahan
    if hanya:
        isi |= _baris_milik([pk for pk in banyak if pk not in isi], hanya)
    nama = _nama(pohon, [p for perubahan in isi.values() for p in perubahan])
    return [
        (r, rincian(isi[r.pk], nama, hanya=hanya, judul=r.ringkasan))
        if r.pk in isi
        else (r, ringkas(banyak[r.pk]))
        for r in daftar
    ]


MILIK = {
    "sqlite": (
        "SELECT r.id, b.value FROM kinerja_riwayat r, json_each(r.perubahan) b"
        " WHERE r.id IN ({pk}) AND json_extract(b.value, '$.kunci[0]') IN ({uid}) ORDER BY b.key"
    ),
    "postgresql": (
        "SELECT r.id, b.value::text FROM kinerja_riwayat r,"
        " jsonb_array_elements(r.perubahan) WITH ORDINALITY b(value, urut)"
        " WHERE r.id IN ({pk}) AND b.value->'kunci'->>0 IN ({uid}) ORDER BY b.urut"
    ),
}
"""The row changes of some boxes, taken out of large events inside the database."""


def _baris_milik(pk: list[int], uid: Collection[str]) -> dict[int, list[dict[str, Any]]]:
    """Changes of these boxes and indicators in the events ``pk``: one query."""
    hasil: dict[int, list[dict[str, Any]]] = {n: [] for n in pk}
    if not pk:
        return hasil
    tempat = {"pk": ", ".join(["%s"] * len(pk)), "uid": ", ".join(["%s"] * len(uid))}
    with connection.cursor() as kursor:
        kursor.execute(MILIK[connection.vendor].format(**tempat), [*pk, *uid])
        for nomor, baris in kursor.fetchall():
            hasil[nomor].append(json.loads(baris))
    return hasil


def _nama(pohon: Pohon, perubahan: list[dict[str, Any]]) -> dict[Any, str]:
    """What the rows that the changes refer to are called now."""
    uid, asing = _disebut(perubahan)
    milik = Simpul.objects.filter(pohon=pohon, uid__in=uid).values_list("uid", "nama", "kinerja")
    nama: dict[Any, str] = {str(u): n or k for u, n, k in milik}
    indikator = Indikator.objects.filter(pohon=pohon, uid__in=uid).values_list("uid", "teks")
    nama |= {str(u): teks for u, teks in indikator}
    for medan, pk in asing.items():
        if pk:
            nama |= {(medan, k): teks for k, teks in _sebutan(medan, pk)}
    return nama


def _disebut(perubahan: list[dict[str, Any]]) -> tuple[set[str], dict[str, set[int]]]:
    """The uids of boxes and indicators, and the keys of other records by field."""
    uid: set[str] = set()
    asing: dict[str, set[int]] = {medan: set() for medan in KUNCI_ASING}
    for jenis, medan in PENUNJUK.items():
        asing[medan] |= {p["kunci"][1] for p in perubahan if p["jenis"] == jenis}
    for p in perubahan:
        if p["jenis"] not in ("label", "pengampu", "pohon"):
            uid.add(str(p["kunci"][0]))
        for isi in (p["sebelum"] or {}, p["sesudah"] or {}):
            uid |= {str(isi[m]) for m in RUJUKAN if isi.get(m)}
            for medan in KUNCI_ASING:
                if isi.get(medan):
                    asing[medan].add(isi[medan])
    return uid, asing


def _sebutan(medan: str, pk: set[int]) -> list[tuple[int, str]]:
    if medan == "unit_id":
        return list(Unit.objects.filter(pk__in=pk).values_list("pk", "nama"))
    if medan == "jabatan_id":
        return list(Jabatan.objects.filter(pk__in=pk).values_list("pk", "nama"))
    if medan == "perangkat_daerah_id":
        return list(PerangkatDaerah.objects.filter(pk__in=pk).values_list("pk", "nama"))
    if medan == "nomenklatur_id":
        resmi = Nomenklatur.objects.filter(pk__in=pk).values_list("pk", "kode", "nama")
        return [(k, f"{kode} {nama}") for k, kode, nama in resmi]
    return [(s.pk, s.sebutan) for s in Simpul.objects.filter(pk__in=pk)]
