"""The parts of chapter III that speak of programs and money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cascading.bagian_laporan import (
    KANAN,
    TENGAH,
    BarisTabel,
    KolomTabel,
    TabelDokumen,
    kelompok,
)
from cascading.baris_tabel import KOSONG
from cascading.isi_laporan import IsiLaporan, KotakLaporan, tulis_nilai, tulis_persen
from kinerja.aturan.angka import format_rupiah
from kinerja.aturan.pita import efisiensi, rata_rata
from kinerja.pilihan import Efisiensi, Jenjang

UANG = (KolomTabel("Pagu (Rp)", 11, KANAN), KolomTabel("Realisasi (Rp)", 11, KANAN),
        KolomTabel("Serapan", 7, TENGAH))  # fmt: skip
Bagian = tuple[tuple[str, ...], TabelDokumen]


def bagian_efisiensi(isi: IsiLaporan) -> Bagian:
    """By program, of its own indicators; the variant of the pemda is named and shown."""
    cara = Efisiensi(isi.aturan.efisiensi)
    baris = []
    for n, k in enumerate(_program(isi), start=1):
        nilai = rata_rata(
            (i.capaian_setahun(isi.tahun, isi.aturan).nilai for i in k.indikator), isi.aturan.batas
        ).nilai
        hasil = efisiensi(cara, capaian=nilai, realisasi=k.terpakai(isi.tahun), pagu=k.pagu)
        tampil = KOSONG
        if hasil.nilai is not None:
            rupiah = cara == Efisiensi.RUPIAH
            tampil = format_rupiah(int(hasil.nilai)) if rupiah else tulis_persen(hasil.nilai)
        baris.append(BarisTabel((
            str(n), _nama(k), tulis_persen(nilai) or KOSONG, *_uang(k, isi), tampil,
            hasil.rumus or hasil.sebab,
        )))  # fmt: skip
    kolom = (KolomTabel("No", 3, TENGAH), KolomTabel("Program", 24),
             KolomTabel("Capaian Kinerja", 9, TENGAH), *UANG, KolomTabel("Efisiensi", 9, TENGAH),
             KolomTabel("Cara Menghitung", 22))  # fmt: skip
    judul = f"Efisiensi Program Tahun {isi.tahun}"
    catatan = f"Efisiensi dihitung sebagai: {cara.label.lower()}. Capaian kinerja adalah "
    catatan += "rata-rata capaian indikator program itu sendiri."
    return (), TabelDokumen(judul, kolom, tuple(baris), catatan)


def bagian_penunjang(isi: IsiLaporan) -> Bagian:
    """Which programs serve each sasaran, and how they did."""
    baris: list[BarisTabel] = []
    lalu: str | None = None
    for sasaran, k in _menurut_sasaran(isi):
        if sasaran != lalu:
            baris.append(kelompok(sasaran))
            lalu = sasaran
        baris += _baris_program(k, isi)
    kolom = (KolomTabel("Program", 24), KolomTabel("Indikator Program", 24),
             KolomTabel("Target", 8, TENGAH), KolomTabel("Realisasi", 8, TENGAH),
             KolomTabel("Capaian", 8, TENGAH), *UANG)  # fmt: skip
    return (), TabelDokumen("Program yang Menunjang Sasaran", kolom, tuple(baris))


def _baris_program(k: KotakLaporan, isi: IsiLaporan) -> Iterator[BarisTabel]:
    """A row per indicator; the program and its money stand in the first."""
    t = isi.tahun
    for n, i in enumerate(k.indikator):
        kosong = ("", "", "")
        yield BarisTabel((
            _nama(k) if n == 0 else "", i.teks, i.target(t) or KOSONG,
            tulis_nilai(i.realisasi(t)) or KOSONG,
            tulis_persen(i.capaian_setahun(t, isi.aturan).nilai) or KOSONG,
            *(_uang(k, isi) if n == 0 else kosong),
        ))  # fmt: skip
    if not k.indikator:
        yield BarisTabel((_nama(k), *[KOSONG] * 4, *_uang(k, isi)))


def bagian_anggaran(isi: IsiLaporan) -> Bagian:
    """Programs and their kegiatan with what was spent; every percentage from sums."""
    baris = []
    for k in isi.kotak:
        if k.jenjang not in (Jenjang.PROGRAM, Jenjang.KEGIATAN):
            continue
        masuk = "" if k.jenjang == Jenjang.PROGRAM else "\N{EM SPACE}"
        baris.append(BarisTabel((k.kode or KOSONG, f"{masuk}{k.sebutan}", *_uang(k, isi),
                                 _sisa(k, isi))))  # fmt: skip
    baris.append(BarisTabel(("", "JUMLAH", *_uang(isi.akar, isi), _sisa(isi.akar, isi)),
                            jumlah=True))  # fmt: skip
    kolom = (KolomTabel("Kode", 12), KolomTabel("Program / Kegiatan", 40), *UANG,
             KolomTabel("Sisa (Rp)", 11, KANAN))  # fmt: skip
    serap = isi.akar.serapan(isi.tahun)
    kalimat = (f"Serapan anggaran tahun {isi.tahun}: {serap.rumus or serap.sebab}",)
    return kalimat, TabelDokumen(f"Realisasi Anggaran Tahun {isi.tahun}", kolom, tuple(baris))


def _program(isi: IsiLaporan) -> list[KotakLaporan]:
    return [k for k in isi.kotak if k.jenjang == Jenjang.PROGRAM]


def _menurut_sasaran(isi: IsiLaporan) -> Iterator[tuple[str, KotakLaporan]]:
    milik = {k.id: k for k in isi.kotak}
    for k in _program(isi):
        yield _sasaran(k, milik), k


def _sasaran(k: KotakLaporan, milik: Mapping[int, KotakLaporan]) -> str:
    kini: KotakLaporan | None = k
    while kini is not None and kini.jenjang != Jenjang.SASARAN:
        kini = milik.get(kini.induk) if kini.induk is not None else None
    return f"Sasaran: {kini.sebutan}" if kini else "Tanpa sasaran"


def _nama(k: KotakLaporan) -> str:
    return f"{k.kode} {k.sebutan}".strip()


def _uang(k: KotakLaporan, isi: IsiLaporan) -> tuple[str | int, str | int, str]:
    terpakai = k.terpakai(isi.tahun)
    return (
        KOSONG if k.pagu is None else k.pagu,
        KOSONG if terpakai is None else terpakai,
        tulis_persen(k.serapan(isi.tahun).nilai) or KOSONG,
    )


def _sisa(k: KotakLaporan, isi: IsiLaporan) -> str | int:
    terpakai = k.terpakai(isi.tahun)
    return KOSONG if k.pagu is None or terpakai is None else k.pagu - terpakai
