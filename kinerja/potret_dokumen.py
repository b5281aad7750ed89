"""A document as rows that can be compared, read with a dozen queries whatever its size."""

from __future__ import annotations

from typing import Any

from django.db.models import F

from kinerja.aturan.angka import format_angka
from kinerja.aturan.perbedaan import Kotak, Ukuran
from kinerja.isi_pohon import teks_nilai
from kinerja.models import (
    Baseline,
    Indikator,
    KlaimPagu,
    Pagu,
    Penggantian,
    Penugasan,
    Pohon,
    Simpul,
    SimpulLabel,
    SimpulPengampu,
    Target,
)
from kinerja.models.tahapan import KartuTahap, Tahapan, terakhir
from kinerja.penanggung import nama_penanggung, teks_penanggung
from kinerja.pilihan import JenisKlaim, PeranTugas
from kinerja.rinci_riwayat import MEDAN, TRIWULAN, teks_medan

MEDAN_SIMPUL = (
    "jenjang", "kode", "nomor", "nama", "kinerja", "unit__nama", "tahun_mulai", "tahun_sampai",
    "pengampu_tertulis", "lokasi", "peran", "program_terkait",
)  # fmt: skip
MEDAN_INDIKATOR = (
    "teks", "nomor", "satuan", "arah", "agregasi", "jenis_nilai", "frekuensi", "formulasi",
    "definisi", "sumber_data", "penanggung_jawab", "keterangan", "utama",
)  # fmt: skip
SEBUTAN = MEDAN | {"unit__nama": "unit"}
AKAR = "dokumen"
"""Stands for the hidden root, so that those of any two documents belong together."""

Angka = dict[Any, dict[str, str]]
"""Numbers as printed, {row: {what it is: text}}."""


def potret_dokumen(pohon: Pohon) -> list[Kotak]:
    """Boxes in tree order, the document itself first, with the numbers in force."""
    tahapan = KartuTahap.baca(pohon.perangkat_daerah_id).berlaku(0)
    ukuran = _ukuran(pohon, _target(pohon, tahapan))
    angka, terkait, rujukan = _uang(pohon, tahapan), _terkait(pohon), _rujukan(pohon)
    kolom = ("pk", "uid", "asal_uid", "induk__uid", "induk__induk", *MEDAN_SIMPUL)
    hasil = []
    for pk, uid, asal, induk, kakek, *isi in (
        Simpul.objects.filter(pohon=pohon).order_by("lft").values_list(*kolom)
    ):
        medan = dict(zip(MEDAN_SIMPUL, isi, strict=True))
        hasil.append(
            Kotak(
                uid=str(uid) if induk else AKAR,
                asal=str(asal or ""),
                induk="" if induk is None else str(induk) if kakek else AKAR,
                jenjang=medan["jenjang"],
                sebutan=medan["nama"] or medan["kinerja"] or "Dokumen",
                kode=medan["kode"],
                isi=_isi(medan) | terkait.get(pk, {}),
                angka=angka.get(pk, {}),
                rujukan=rujukan.get(pk, {}),
                indikator=tuple(ukuran.get(pk, ())),
            )
        )
    return hasil


def _isi(medan: dict[str, Any]) -> dict[str, str]:
    teks = ((SEBUTAN[m], teks_medan(m, nilai)) for m, nilai in medan.items())
    return {sebutan: isi for sebutan, isi in teks if isi}


def _ukuran(pohon: Pohon, angka: Angka) -> dict[int, list[Ukuran]]:
    hasil: dict[int, list[Ukuran]] = {}
    daftar = Indikator.objects.filter(pohon=pohon).order_by("simpul_id", "urutan", "pk")
    kolom = ("pk", "simpul_id", "uid", "asal_uid", *MEDAN_INDIKATOR)
    nama = nama_penanggung(daftar.order_by())
    for pk, simpul, uid, asal, *isi in daftar.values_list(*kolom):
        medan = dict(zip(MEDAN_INDIKATOR, isi, strict=True))
        medan["penanggung_jawab"] = teks_penanggung(medan["penanggung_jawab"], nama.get(pk, []))
        satu = Ukuran(str(uid), str(asal or ""), medan["teks"], _isi(medan), angka.get(pk, {}))
        hasil.setdefault(simpul, []).append(satu)
    return hasil


def _target(pohon: Pohon, tahapan: Tahapan) -> Angka:
    """Start values and targets of each indicator."""
    hasil: Angka = {}
    awal = Baseline.objects.filter(indikator__pohon=pohon).order_by("tahun")
    for pk, tahun, jenis, mentah, angka in awal.values_list(
        "indikator", "tahun", "jenis", "mentah", "nilai"
    ):
        hasil.setdefault(pk, {})[f"Kondisi awal {tahun}"] = teks_nilai(jenis, mentah, angka)
    baris = Target.objects.filter(indikator__pohon=pohon).order_by("tahun", "triwulan")
    kolom = ("indikator", "tahun", "triwulan", "tahap", "jenis", "mentah", "nilai")
    berlaku = terakhir(
        (((i, t, tw), *isi) for i, t, tw, *isi in baris.values_list(*kolom)), tahapan
    )
    for (pk, tahun, triwulan), nilai in berlaku.items():
        hasil.setdefault(pk, {})[f"Target {tahun}{TRIWULAN.get(triwulan, '')}"] = teks_nilai(*nilai)
    return hasil


def _uang(pohon: Pohon, tahapan: Tahapan) -> Angka:
    """Pagu of each fund and the claims of each box."""
    pagu = Pagu.objects.filter(simpul__pohon=pohon).annotate(apa=F("sumber_dana"))
    klaim = KlaimPagu.objects.filter(simpul__pohon=pohon).annotate(apa=F("jenis"))
    hasil: Angka = {}
    for kata, daftar in (("Pagu", pagu), ("Pagu tertulis", klaim)):
        kolom = daftar.order_by("tahun", "apa", "pk").values_list(
            "simpul", "tahun", "apa", "tahap", "mentah", "nilai"
        )
        berlaku = terakhir((((s, t, a), *isi) for s, t, a, *isi in kolom), tahapan)
        for (pk, tahun, apa), (mentah, nilai) in berlaku.items():
            ekor = "" if apa in ("", JenisKlaim.PAGU) else f" ({_apa(apa)})"
            teks = mentah if nilai is None else format_angka(nilai)
            hasil.setdefault(pk, {})[f"{kata} {tahun}{ekor}"] = teks
    return hasil


def _apa(apa: str) -> str:
    """A fund by its name, the kind of a claim in words."""
    return dict(JenisKlaim.choices).get(apa, apa)


def _terkait(pohon: Pohon) -> Angka:
    """What a box is labelled with and who answers for it, as texts."""
    milik = {"simpul__pohon": pohon}
    label = SimpulLabel.objects.filter(**milik).order_by("label__jenis", "label__nama")
    pengampu = SimpulPengampu.objects.filter(**milik).order_by("perangkat_daerah__nama")
    tugas = [
        (pk, f"{nama} ({PeranTugas(peran).label.lower()})")
        for pk, nama, peran in Penugasan.objects.filter(**milik)
        .order_by("jabatan__nama", "pk")
        .values_list("simpul", "jabatan__nama", "peran")
    ]
    hasil: Angka = {}
    for sebutan, baris in (
        ("jabatan", tugas),
        ("label", label.values_list("simpul", "label__nama")),
        ("perangkat daerah pengampu", pengampu.values_list("simpul", "perangkat_daerah__nama")),
    ):
        for pk, teks in baris:
            lama = hasil.setdefault(pk, {}).get(sebutan, "")
            hasil[pk][sebutan] = f"{lama}; {teks}" if lama else teks
    return hasil


def _rujukan(pohon: Pohon) -> dict[int, dict[str, dict[str, str]]]:
    """What a box replaces and serves: {box: {field: {uid: what it is called}}}."""
    ganti = Penggantian.objects.filter(pengganti__pohon=pohon).order_by("lama__lft")
    dukung = Simpul.objects.filter(pohon=pohon, mendukung__isnull=False)
    induk = Simpul.objects.filter(pohon=pohon, indikator_induk__isnull=False)
    hasil: dict[int, dict[str, dict[str, str]]] = {}
    for medan, daftar, ke, nama in (
        ("menggantikan", ganti, "lama", ("nama", "kinerja")),
        ("mendukung", dukung, "mendukung", ("nama", "kinerja")),
        ("indikator induk", induk, "indikator_induk", ("teks",)),
    ):
        pemilik = "pengganti" if medan == "menggantikan" else "pk"
        kolom = (pemilik, f"{ke}__uid", *(f"{ke}__{n}" for n in nama))
        for pk, uid, *sebutan in daftar.values_list(*kolom):
            hasil.setdefault(pk, {}).setdefault(medan, {})[str(uid)] = next(filter(None, sebutan))
    return hasil
