"""Checks over a whole document: the findings bar, the badges on rows and the documents.

The import has its own checks on cells; these look at the tree as it stands in one year and stage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kinerja.aturan.anggaran import Jumlah
from kinerja.aturan.angka import format_angka
from kinerja.aturan.isi import IsiPohon, IsiSimpul
from kinerja.aturan.jenjang import jenjang_pagu, label
from kinerja.aturan.mutu.katalog import RINGKASAN_MUTU
from kinerja.aturan.temuan import Temuan, Tingkat
from kinerja.aturan.triwulan import beda_triwulan
from kinerja.pilihan import JenisPohon, Jenjang

RINGKASAN = {
    "PAGU_TIDAK_COCOK": "pagu tertulis tidak sama dengan jumlah turunannya",
    "JUMLAH_TIDAK_COCOK": "baris JUMLAH tidak sama dengan jumlah dokumen",
    "JUMLAH_TIDAK_TERBACA": "baris JUMLAH tidak terbaca",
    "PAGU_TIDAK_TERBACA": "pagu tidak terbaca",
    "KLAIM_TIDAK_TERBACA": "pagu tertulis tidak terbaca",
    "PAGU_KOSONG": "pagu belum diisi",
    "TARGET_KOSONG": "target {tahun} belum diisi",
    "Q11": "target triwulan tidak sesuai target setahun",
    "INDIKATOR_KOSONG": "kotak tanpa indikator",
    "SATUAN_KOSONG": "indikator tanpa satuan",
    "Q12": "belum terhubung ke program, sasaran, atau jabatan",
    "DUPLIKAT_NAMA": "nama ganda di bawah induk yang sama",
    "VARIAN_SUMBER": "ditulis lain di dokumen sumber",
}
"""What a filter of the findings bar says after its count, in the order of the bar."""

KALIMAT = RINGKASAN | RINGKASAN_MUTU
"""The same with the quality rules: every code that a row of the tree may carry."""

DI_AKAR = frozenset({"JUMLAH_TIDAK_COCOK", "JUMLAH_TIDAK_TERBACA"})
"""Findings of the document itself: no row of the tree carries them."""

WAJIB_INDIKATOR = frozenset(Jenjang.values) - {
    Jenjang.AKAR, Jenjang.VISI, Jenjang.MISI, Jenjang.AKTIVITAS
}  # fmt: skip


@dataclass(frozen=True)
class Saringan:
    """One item of the findings bar: a kind of finding and how often it stands in the document.

    ``mutu``: found by the quality rules.
    """

    kode: str
    banyak: int
    kalimat: str
    menyaring: bool = True
    mutu: bool = False


def periksa(isi: IsiPohon) -> list[Temuan]:
    """What is missing or does not add up, in tree order; ``letak.simpul`` is the uid of the box.

    The quality rules come on top in ``kinerja.mutu_pohon``.
    """
    temuan = list(_periksa_total(isi))
    kembar = _kembar(isi.simpul)
    for simpul in isi.simpul:
        for pemeriksa in PEMERIKSA:
            temuan += pemeriksa(simpul, isi)
        if simpul.uid in kembar:
            temuan.append(_nama_ganda(simpul))
    return temuan


def saringan(temuan: Iterable[Temuan], tahun: int) -> list[Saringan]:
    """The findings counted by kind, for the bar above the tree."""
    banyak: dict[str, int] = {}
    for t in temuan:
        banyak[t.kode] = banyak.get(t.kode, 0) + 1
    return [
        Saringan(
            kode,
            banyak[kode],
            teks.format(tahun=tahun),
            kode not in DI_AKAR,
            kode in RINGKASAN_MUTU,
        )
        for kode, teks in KALIMAT.items()
        if kode in banyak
    ]


def _beda(tertulis: int, jumlah: Jumlah) -> str:
    """The difference in words; an amount that cannot be read is not in the sum."""
    nilai, buta = jumlah.nilai, jumlah.tak_terbaca
    arah = "lebih besar" if nilai > tertulis else "lebih kecil"
    kurang = f" {buta} pagu di bawahnya tidak terbaca." if buta else ""
    return (
        f"Tertulis {format_angka(tertulis)}, jumlah turunannya {format_angka(nilai)}, "
        f"{arah} {format_angka(abs(nilai - tertulis))}; periksa angka mana yang keliru.{kurang}"
    )


def _di(simpul: IsiSimpul, medan: str, kode: str, pesan: str, tingkat: Tingkat) -> Temuan:
    return Temuan(kode=kode, pesan=pesan, tingkat=tingkat).di(simpul=simpul.uid, medan=medan)


def _periksa_total(isi: IsiPohon) -> Iterator[Temuan]:
    """The JUMLAH row of the source against the sum of the document."""
    tertulis, total = isi.akar.klaim, isi.akar.jumlah
    if tertulis is not None and tertulis.nilai is None:
        pesan = (
            f"Baris JUMLAH tertulis “{tertulis.mentah}”, tidak terbaca; perbaiki di buku kerjanya "
            "lalu impor lagi."
        )
        yield _di(isi.akar, "klaim", "JUMLAH_TIDAK_TERBACA", pesan, Tingkat.PERINGATAN)
    if total is not None and total.cocok is False and total.tertulis is not None:
        yield Temuan(
            kode="JUMLAH_TIDAK_COCOK",
            pesan=f"Baris JUMLAH: {_beda(total.tertulis, total)}",
            tingkat=Tingkat.PERINGATAN,
        ).di(simpul=isi.akar.uid, medan="klaim")


def _periksa_klaim(simpul: IsiSimpul, isi: IsiPohon) -> Iterator[Temuan]:
    if simpul.klaim is not None and simpul.klaim.nilai is None:
        pesan = f"Pagu tertulis “{simpul.klaim.mentah}” tidak terbaca; perbaiki angkanya."
        yield _di(simpul, "klaim", "KLAIM_TIDAK_TERBACA", pesan, Tingkat.PERINGATAN)
    jumlah = simpul.jumlah
    if jumlah is not None and jumlah.cocok is False and jumlah.tertulis is not None:
        pesan = _beda(jumlah.tertulis, jumlah)
        yield _di(simpul, "klaim", "PAGU_TIDAK_COCOK", pesan, Tingkat.PERINGATAN)


def _periksa_pagu(simpul: IsiSimpul, isi: IsiPohon) -> Iterator[Temuan]:
    """Q08: unreadable or missing money on the level that holds it."""
    for pagu in simpul.pagu:
        if pagu.nilai is None:
            pesan = f"Pagu “{pagu.mentah}” tidak terbaca; perbaiki angkanya."
            yield _di(simpul, "pagu", "PAGU_TIDAK_TERBACA", pesan, Tingkat.GALAT)
    if simpul.jenjang == jenjang_pagu(isi.tahun) and not simpul.pagu:
        pesan = f"Pagu {isi.tahun} {label(simpul.jenjang).lower()} ini belum diisi."
        yield _di(simpul, "pagu", "PAGU_KOSONG", pesan, Tingkat.PERINGATAN)


def _periksa_indikator(simpul: IsiSimpul, isi: IsiPohon) -> Iterator[Temuan]:
    """Q01, Q02 and Q10 as far as a row shows them."""
    if not simpul.indikator and simpul.jenjang in WAJIB_INDIKATOR:
        pesan = f"{label(simpul.jenjang)} ini belum punya indikator; tambahkan paling sedikit satu."
        yield _di(simpul, "indikator", "INDIKATOR_KOSONG", pesan, Tingkat.PERINGATAN)
    for indikator in simpul.indikator:
        if isi.tahun not in indikator.target:
            pesan = f"Target {isi.tahun} “{indikator.teks[:120]}” belum diisi."
            yield _di(simpul, "target", "TARGET_KOSONG", pesan, Tingkat.PERINGATAN)
        if not indikator.satuan:
            pesan = f"Satuan “{indikator.teks[:120]}” belum diisi."
            yield _di(simpul, "satuan", "SATUAN_KOSONG", pesan, Tingkat.PERINGATAN)


def _periksa_triwulan(simpul: IsiSimpul, isi: IsiPohon) -> Iterator[Temuan]:
    """Q11: quarters against the year."""
    for indikator in simpul.indikator:
        angka = indikator.triwulan.get(isi.tahun)
        if angka is None or angka.setahun is None:
            continue
        if beda := beda_triwulan(indikator.agregasi, angka.setahun, angka.nilai):
            pesan = f"“{indikator.teks[:120]}” {isi.tahun}: {beda}"
            yield _di(simpul, "target", "Q11", pesan, Tingkat.PERINGATAN)


def _periksa_letak(simpul: IsiSimpul, isi: IsiPohon) -> Iterator[Temuan]:
    """Q12: a program that no sasaran has taken yet."""
    if (
        isi.jenis == JenisPohon.CASCADING
        and simpul.jenjang == Jenjang.PROGRAM
        and simpul.induk is None
    ):
        pesan = "Program ini belum berada di bawah sasaran; pindahkan ke sasaran yang didukungnya."
        yield _di(simpul, "induk", "Q12", pesan, Tingkat.PERINGATAN)


def _periksa_varian(simpul: IsiSimpul, isi: IsiPohon) -> Iterator[Temuan]:
    for lain in simpul.varian:
        pesan = f"Dokumen sumber juga menulis: “{lain}”."
        yield _di(simpul, "varian", "VARIAN_SUMBER", pesan, Tingkat.INFO)


def _kembar(daftar: list[IsiSimpul]) -> set[str]:
    """Boxes that stand twice under one parent with the same name, unit and start (Q21)."""
    pertama: dict[tuple[object, ...], str] = {}
    kembar: set[str] = set()
    for simpul in daftar:
        nama = " ".join(simpul.sebutan.casefold().split())
        kunci = (simpul.induk, simpul.jenjang, nama, simpul.unit, simpul.mulai)
        if kunci in pertama:
            kembar |= {pertama[kunci], simpul.uid}
        else:
            pertama[kunci] = simpul.uid
    return kembar


def _nama_ganda(simpul: IsiSimpul) -> Temuan:
    pesan = (
        "Nama ini berdiri lebih dari sekali di bawah induk yang sama; "
        "hapus salah satu atau bedakan unitnya."
    )
    return _di(simpul, "nama", "DUPLIKAT_NAMA", pesan, Tingkat.PERINGATAN)


PEMERIKSA: tuple[Callable[[IsiSimpul, IsiPohon], Iterator[Temuan]], ...] = (
    _periksa_klaim,
    _periksa_pagu,
    _periksa_indikator,
    _periksa_triwulan,
    _periksa_letak,
    _periksa_varian,
)
