"""Row-level changes: what a verb writes, what the history keeps and what undo turns round."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import models

from kinerja.aturan.jenjang import periksa_klaim, periksa_pagu
from kinerja.aturan.temuan import AturanDilanggar, tolak, tolak_bila
from kinerja.models.indikator import Indikator
from kinerja.models.sisipan import sisipkan
from kinerja.models.tabel_pohon import BARIS, TEMPAT_TAHAP, URUTAN_TULIS, Baris
from kinerja.models.terbaca import Terbaca

if TYPE_CHECKING:
    from kinerja.models.pohon import Pohon

Kunci = tuple[Any, ...]
Isi = dict[str, Any]

SEDIKIT = 200
"""Up to this many first keys a read is narrowed to them; beyond, the whole document is read."""


class Perubahan(NamedTuple):
    """One row before and after. ``jenis`` names the table, ``kunci`` the row inside its Pohon.

    simpul and indikator: (uid,); baseline: (indikator, tahun); target: (indikator, tahun,
    triwulan, tahap); pagu: (simpul, tahun, tahap, sumber_dana); klaim: (simpul, tahun, tahap,
    jenis). ``sebelum`` None = the row is new, ``sesudah`` None = it goes. Values are JSON-safe:
    uid and Decimal as text. A simpul also carries ``induk`` and ``setelah`` (its left sibling).
    """

    jenis: str
    kunci: Kunci
    sebelum: Isi | None
    sesudah: Isi | None

    def terbalik(self) -> Perubahan:
        return Perubahan(self.jenis, self.kunci, self.sesudah, self.sebelum)

    def ke_json(self) -> dict[str, Any]:
        return {
            "jenis": self.jenis,
            "kunci": list(self.kunci),
            "sebelum": self.sebelum,
            "sesudah": self.sesudah,
        }

    @classmethod
    def dari_json(cls, isi: dict[str, Any]) -> Perubahan:
        return cls(isi["jenis"], tuple(isi["kunci"]), isi["sebelum"], isi["sesudah"])


def tahap_dipakai(daftar: Iterable[Perubahan]) -> set[tuple[int, str]]:
    """The stages (tahun, kode) whose numbers the changes touch."""
    return {(p.kunci[1], p.kunci[TEMPAT_TAHAP[p.jenis]]) for p in daftar if p.jenis in TEMPAT_TAHAP}


def bawaan(jenis: str) -> Isi:
    """What a field that a new row doesn't name starts with."""
    baris = BARIS[jenis]
    kolom = (m for m in baris.medan if "__" not in m)
    return {m: aman(baris.model._meta.get_field(m).get_default()) for m in kolom}  # type: ignore[union-attr]


def aman(nilai: Any) -> Any:
    """The JSON-safe form of a column: uid and Decimal as text, Decimal without idle zeros."""
    if isinstance(nilai, uuid.UUID):
        return str(nilai)
    if isinstance(nilai, Decimal):
        return format(nilai.normalize(), "f")
    return nilai


def baca_baris(
    pohon: Pohon, jenis: str, *, simpul: Iterable[str] | None = None, kunci: set[Any] | None = None
) -> dict[Kunci, tuple[int, Isi]]:
    """Rows of one table as {kunci: (pk, isi)}; of some simpul, or with some first keys."""
    baris = BARIS[jenis]
    if simpul is None and kunci is not None and pohon.terbaca is not None:
        ingat = (jenis, frozenset(kunci))
        if ingat not in pohon.terbaca.baris:
            pohon.terbaca.baris[ingat] = _baca(pohon, baris, kunci=kunci)
        return pohon.terbaca.baris[ingat]
    return _baca(pohon, baris, simpul=simpul, kunci=kunci)


def _baca(
    pohon: Pohon,
    baris: Baris,
    *,
    simpul: Iterable[str] | None = None,
    kunci: Iterable[Any] | None = None,
) -> dict[Kunci, tuple[int, Isi]]:
    daftar = baris.model._default_manager.filter(**{baris.pohon: pohon})
    if simpul is not None:
        daftar = daftar.filter(**{f"{baris.simpul}__in": list(simpul)})
    elif kunci is not None and len(kunci := set(kunci)) <= SEDIKIT:
        daftar = daftar.filter(**{f"{baris.kunci[0]}__in": kunci})
    n = len(baris.kunci)
    nama = [m.removesuffix("__uid") for m in baris.medan]
    hasil = {}
    for pk, *kolom in daftar.values_list("pk", *baris.kunci, *baris.medan):
        kolom = [aman(k) for k in kolom]
        hasil[tuple(kolom[:n])] = (pk, dict(zip(nama, kolom[n:], strict=True)))
    return hasil


class Acuan:
    """Turns uids and stage codes into primary keys while rows are written."""

    def __init__(self, pohon: Pohon, simpul: dict[str, tuple[int, str]]):
        """``simpul`` has (primary key, jenjang) of each node that rows hang on, by uid."""
        self.pohon = pohon
        self._simpul = simpul
        self._terbaca = pohon.terbaca or Terbaca(pohon.perangkat_daerah_id)
        self._indikator: dict[str, int] | None = None

    def tahap(self, tahun: int, kode: str) -> int:
        return self._terbaca.kartu.ambil(tahun, kode)

    def indikator(self, uid: str) -> int:
        if uid in self._terbaca.indikator:
            return self._terbaca.indikator[uid]
        if self._indikator is None:
            daftar = Indikator.objects.filter(pohon=self.pohon).values_list("uid", "pk")
            self._indikator = {str(u): pk for u, pk in daftar}
        if uid not in self._indikator:
            raise _hilang("INDIKATOR_HILANG", "Indikator")
        return self._indikator[uid]

    def simpul(self, uid: str) -> int:
        if uid not in self._simpul:
            raise _hilang("SIMPUL_HILANG", "Kotak")
        return self._simpul[uid][0]

    def _periksa_uang(self, jenis: str, simpul: str, tahun: int, klaim: str = "") -> None:
        """Pagu stands on its level, claims above it."""
        jenjang = self._simpul[simpul][1]
        uang = jenis == "pagu"
        tolak_bila(periksa_pagu(jenjang, tahun) if uang else periksa_klaim(jenjang, tahun, klaim))

    def lupakan_indikator(self) -> None:
        self._indikator = None

    def kolom(self, jenis: str, kunci: Kunci, isi: Isi) -> dict[str, Any]:
        """Column values of a new row."""
        nilai = dict(zip(BARIS[jenis].kunci, kunci, strict=True)) | isi
        hasil: dict[str, Any] = {"pohon_id": self.pohon.pk} if jenis == "indikator" else {}
        for nama, v in nilai.items():
            match nama:
                case "simpul" | "simpul__uid":
                    hasil["simpul_id"] = self.simpul(v)
                case "pengganti__uid" | "lama__uid":
                    hasil[f"{nama.removesuffix('__uid')}_id"] = self.simpul(v)
                case "indikator__uid":
                    hasil["indikator_id"] = self.indikator(v)
                case "tahap__kode":
                    hasil["tahap_id"] = self.tahap(nilai["tahun"], v)
                case _:
                    hasil[nama] = v
        if jenis in ("pagu", "klaim"):
            self._periksa_uang(jenis, kunci[0], nilai["tahun"], nilai.get("jenis", ""))
        return hasil


def _hilang(kode: str, nama: str) -> AturanDilanggar:
    pesan = f"{nama} itu sudah dihapus orang lain; muat ulang halaman."
    return tolak(kode, pesan)


def hapus_baris(pohon: Pohon, daftar: Sequence[Perubahan]) -> None:
    """Delete the rows that go, leaf tables first."""
    for jenis in reversed(URUTAN_TULIS):
        hilang = [p for p in daftar if p.jenis == jenis and p.sesudah is None]
        if not hilang:
            continue
        ada = baca_baris(pohon, jenis, kunci={p.kunci[0] for p in hilang})
        pk = [ada[p.kunci][0] for p in hilang]
        model = BARIS[jenis].model
        for awal in range(0, len(pk), 500):
            potong = model._base_manager.filter(pk__in=pk[awal : awal + 500])
            potong._raw_delete(potong.db)  # nothing hangs below: dependants went before


def tulis_baris(daftar: Sequence[Perubahan], acuan: Acuan) -> None:
    """Create and change the rows of every table."""
    for jenis in URUTAN_TULIS:
        milik = [p for p in daftar if p.jenis == jenis and p.sesudah is not None]
        baru = [p for p in milik if p.sebelum is None]
        if ubah := [p for p in milik if p.sebelum is not None]:
            _ubah_baris(jenis, ubah, acuan)  # first: a new row may take the part another gives up
        kolom = [acuan.kolom(jenis, p.kunci, p.sesudah or {}) for p in baru]
        sisipkan(BARIS[jenis].model, kolom)
        if jenis == "indikator" and baru:
            acuan.lupakan_indikator()


def _ubah_baris(jenis: str, daftar: list[Perubahan], acuan: Acuan) -> None:
    model = BARIS[jenis].model
    ada = baca_baris(acuan.pohon, jenis, kunci={p.kunci[0] for p in daftar})
    for p in daftar:
        kolom = beda(p)
        if "simpul" in kolom:
            kolom["simpul_id"] = acuan.simpul(kolom.pop("simpul"))
        if kolom and jenis == "indikator":
            kolom["versi"] = models.F("versi") + 1
        if kolom:
            model._base_manager.filter(pk=ada[p.kunci][0]).update(**kolom)


def beda(perubahan: Perubahan) -> Isi:
    """The fields that a change gives another value."""
    sebelum = perubahan.sebelum or {}
    return {k: v for k, v in (perubahan.sesudah or {}).items() if v != sebelum.get(k, ...)}
