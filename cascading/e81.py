"""Form E.81: what of a Renstra was reached up to a quarter; 16 numbered columns, K and Rp apart.

Performance (K) comes together over years as it does over quarters, by the indicator's agregasi;
money by sums. Column 14 follows the indicator's arah (decision 0130).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cascading.baris_tabel import (
    KOSONG,
    UANG,
    Baris,
    TabelKolom,
    baris_kotak,
    deret,
    matriks,
    nomor_kotak,
    per_indikator,
    per_kotak,
    sebut_sasaran,
    tergabung,
    uang,
)
from cascading.isi_laporan import (
    IndikatorLaporan,
    IsiLaporan,
    KotakLaporan,
    tulis_nilai,
    tulis_persen,
)
from cascading.matriks import Matriks, Sel
from cascading.matriks_sel import dengan_satuan
from cascading.pengukuran import cara_menghitung, gabung_catatan, sebut_rata, temuan_ukur
from cascading.renaksi import ROMAWI
from cascading.set_kolom import Kolom
from kinerja.aturan.angka import Nilai
from kinerja.aturan.capaian import Capaian, hitung
from kinerja.aturan.kumulatif import gabung, jatuh_tempo, sebutan_frekuensi
from kinerja.aturan.pita import pita, rata_rata, serapan
from kinerja.pilihan import Jenjang

E81 = "e81"
OLEH_BAPPEDA = "*) Diisi oleh Kepala Bappeda."
Bar = Sequence[Baris[KotakLaporan]]


@dataclass(frozen=True, slots=True)
class FaktorEvaluasi:
    """The texts of the foot rows; an empty factor is taken from the notes of the quarter."""

    pendorong: str = ""
    penghambat: str = ""
    tindak_lanjut_triwulan: str = ""
    tindak_lanjut_renja: str = ""


def target_akhir(i: IndikatorLaporan, isi: IsiLaporan) -> Nilai | None:
    """Column 5: the yearly targets of the periode together."""
    tahunan = {t: s.setahun for t in isi.daftar_tahun if (s := i.di(t)).setahun}
    return _gabung(i, isi, tahunan)


def realisasi_lalu(i: IndikatorLaporan, isi: IsiLaporan) -> Nilai | None:
    """Column 6: the years before this one together."""
    return _gabung(i, isi, _tahunan(i, isi.tahun_lalu))


def realisasi_semua(i: IndikatorLaporan, isi: IsiLaporan, triwulan: int) -> Nilai | None:
    """Column 13: those years and this one up to the quarter."""
    semua: dict[int, Nilai | None] = dict(_tahunan(i, isi.tahun_lalu))
    semua[isi.tahun] = i.realisasi(isi.tahun, triwulan)
    return _gabung(i, isi, semua)


def tingkat(i: IndikatorLaporan, isi: IsiLaporan, triwulan: int) -> Capaian:
    """Column 14: column 13 against column 5."""
    return hitung(
        realisasi_semua(i, isi, triwulan), target_akhir(i, isi), arah=i.di(isi.tahun).arah,
        cara=isi.aturan.cara_turun, skala=isi.aturan.skala,
    )  # fmt: skip


def _tahunan(i: IndikatorLaporan, tahun: Sequence[int]) -> dict[int, Nilai]:
    return {t: n for t in tahun if (n := i.realisasi(t)) is not None}


def _gabung(
    i: IndikatorLaporan, isi: IsiLaporan, tahunan: Mapping[int, Nilai | None]
) -> Nilai | None:
    ada = {t: n for t, n in tahunan.items() if n is not None}
    return gabung(ada, i.di(isi.tahun).agregasi)


def uang_akhir(k: KotakLaporan) -> int | None:
    return sum(k.rencana.values()) if k.rencana else None


def uang_lalu(k: KotakLaporan, isi: IsiLaporan) -> int | None:
    ada = [n for t in isi.tahun_lalu if (n := k.terpakai(t)) is not None]
    return sum(ada) if ada else None


def uang_semua(k: KotakLaporan, isi: IsiLaporan, triwulan: int) -> int | None:
    ada = [n for n in (uang_lalu(k, isi), k.terpakai(isi.tahun, triwulan)) if n is not None]
    return sum(ada) if ada else None


def tabel_e81(
    isi: IsiLaporan, triwulan: int, faktor: FaktorEvaluasi | None = None, unit: str = ""
) -> Matriks:
    """``unit`` answers where no position does."""
    baris = baris_kotak(isi.kotak, UANG)
    kolom: list[TabelKolom] = [
        (Kolom("no", "No", nomor="(1)"), nomor_kotak(baris)),
        (Kolom("sasaran_uraian", "Sasaran", nomor="(2)"),
         tergabung(baris, sebut_sasaran, label=True)),
        (Kolom("kegiatan_kode_nama", "Program / Kegiatan", nomor="(3)"),
         per_kotak(baris, lambda k: f"{k.kode} {k.sebutan}".strip(), label=True)),
        (Kolom("indikator", "Indikator Kinerja Program (outcome) / Kegiatan (output)",
               nomor="(4)"), per_indikator(baris, lambda i: i.teks)),
        *_pasangan(isi, baris, triwulan),
        (Kolom("unit", "Unit PD Penanggung Jawab", nomor="(15)"),
         per_kotak(baris, lambda k: k.penanggung_jawab or unit)),
        (Kolom("ket", "Ket.", nomor="(16)"),
         per_indikator(baris, lambda i: _keterangan(i, triwulan))),
    ]  # fmt: skip
    return matriks(
        E81, "Evaluasi terhadap Hasil Renja", kolom, len(baris),
        ringkasan=f"K: kinerja; Rp: anggaran. {cara_menghitung(isi)} Kolom 5, 6, 12, dan 13 (K) "
        "digabung menurut indikatornya: dijumlahkan, rata-rata, atau nilai terakhir. "
        f"{OLEH_BAPPEDA}".rstrip("."),
        kaki=_kaki(isi, triwulan, faktor or FaktorEvaluasi()),
        catatan=tuple(temuan_ukur(isi, triwulan)),
    )  # fmt: skip


def _pasangan(isi: IsiLaporan, baris: Bar, triwulan: int) -> Iterator[TabelKolom]:
    """Columns 5 to 14, each as K and Rp."""
    t = isi.tahun
    yield from _k_rp(baris, 5, "Target Renstra PD pada Akhir Periode",
                     lambda i: target_akhir(i, isi), uang_akhir)  # fmt: skip
    yield from _k_rp(baris, 6, "Realisasi Capaian Renstra s.d. Renja Tahun Lalu",
                     lambda i: realisasi_lalu(i, isi), lambda k: uang_lalu(k, isi))  # fmt: skip
    yield from _k_rp(baris, 7, f"Target Kinerja dan Anggaran Renja Tahun {t}",
                     lambda i: i.di(t).setahun, lambda k: k.pagu)  # fmt: skip
    for n, kata in ROMAWI.items():
        yield from _k_rp(
            baris, 7 + n, f"Realisasi Kinerja pada Triwulan {kata}",
            lambda i, n=n: i.triwulanan(t).get(n) if n <= triwulan else None,  # type: ignore[misc]
            lambda k, n=n: k.uang.get(t, {}).get(n) if n <= triwulan else None,  # type: ignore[misc]
        )  # fmt: skip
    yield from _k_rp(baris, 12, "Realisasi Capaian Kinerja dan Anggaran Renja yang Dievaluasi",
                     lambda i: i.realisasi(t, triwulan),
                     lambda k: k.terpakai(t, triwulan))  # fmt: skip
    yield from _k_rp(baris, 13, f"Realisasi Kinerja dan Anggaran Renstra s.d. Tahun {t}",
                     lambda i: realisasi_semua(i, isi, triwulan),
                     lambda k: uang_semua(k, isi, triwulan))  # fmt: skip
    grup = "Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra (%)"
    yield (Kolom("target_14", "K", grup, nomor="(14)"),
           per_indikator(
               baris, lambda i: tulis_persen(tingkat(i, isi, triwulan).nilai)))  # fmt: skip
    yield (Kolom("target_14rp", "Rp", grup, nomor="(14)"),
           tuple(Sel(m, r, tulis_persen(_tingkat_uang(k, isi, triwulan)) or KOSONG)
                 for m, r, k in deret(baris)))  # fmt: skip


def _k_rp(
    baris: Bar, nomor: int, grup: str, nilai: Callable[[IndikatorLaporan], Nilai | None],
    rupiah: Callable[[KotakLaporan], int | None],
) -> Iterator[TabelKolom]:  # fmt: skip
    teks = f"({nomor})"
    yield (Kolom(f"target_{nomor}k", "K", grup, nomor=teks),
           per_indikator(
               baris, lambda i: dengan_satuan(tulis_nilai(nilai(i)), i.satuan)))  # fmt: skip
    yield Kolom(f"rupiah_{nomor}", "Rp", grup, nomor=teks), uang(baris, rupiah)


def _tingkat_uang(k: KotakLaporan, isi: IsiLaporan, triwulan: int) -> Decimal | None:
    return serapan(uang_semua(k, isi, triwulan), uang_akhir(k)).nilai


def _keterangan(i: IndikatorLaporan, triwulan: int) -> str:
    kata = [] if jatuh_tempo(i.frekuensi, triwulan) else [sebutan_frekuensi(i.frekuensi)]
    for n in sorted(i.catatan):
        if n <= triwulan:
            kata += [f"TW {ROMAWI[n]}: {s}" for s in i.catatan[n].sebutan]
    return "\n".join(kata)


def _kaki(
    isi: IsiLaporan, triwulan: int, faktor: FaktorEvaluasi
) -> tuple[tuple[str, str], ...]:  # fmt: skip
    """The foot rows of the form."""
    berbaris = [k for k in isi.kotak if k.jenjang in UANG]
    rata = rata_rata(
        (tingkat(i, isi, triwulan).nilai for k in berbaris for i in k.indikator), isi.aturan.batas
    )
    anggaran = _tingkat_uang(isi.akar, isi, triwulan)
    kinerja = pita(rata.nilai, isi.aturan.pita)
    uang_pita = pita(anggaran, isi.aturan.pita)
    dari_catatan = catatan_triwulan(isi, triwulan)
    return (
        ("Rata-rata capaian kinerja (%)",
         f"Kinerja: {sebut_rata(rata, isi)}; anggaran: {tulis_persen(anggaran) or KOSONG}"),
        ("Predikat kinerja", f"Kinerja: {kinerja.nama if kinerja else KOSONG}; "
         f"anggaran: {uang_pita.nama if uang_pita else KOSONG}"),
        ("Faktor pendorong keberhasilan kinerja",
         faktor.pendorong or dari_catatan.pendorong or KOSONG),
        ("Faktor penghambat pencapaian kinerja",
         faktor.penghambat or dari_catatan.penghambat or KOSONG),
        ("Tindak lanjut yang diperlukan dalam triwulan berikutnya *)",
         faktor.tindak_lanjut_triwulan or KOSONG),
        ("Tindak lanjut yang diperlukan dalam Renja PD berikutnya *)",
         faktor.tindak_lanjut_renja or KOSONG),
    )  # fmt: skip


def catatan_triwulan(isi: IsiLaporan, triwulan: int) -> FaktorEvaluasi:
    """The factors as they were written beside the values of the quarter, each sentence once."""
    daftar = [
        i.catatan[triwulan]
        for k in isi.kotak
        if k.jenjang != Jenjang.AKAR
        for i in k.indikator
        if triwulan in i.catatan
    ]
    return FaktorEvaluasi(
        _pendek(gabung_catatan(daftar, ("faktor_pendukung",))),
        _pendek(gabung_catatan(daftar, ("hambatan",))),
    )


def _pendek(teks: str) -> str:
    """As much as the foot of the form holds; what is left out is counted."""
    baris = teks.splitlines()
    muat: list[str] = []
    for satu in baris:
        if len(muat) >= 10 or len("\n".join([*muat, satu])) > 1_800:
            return "\n".join([*muat, f"… dan {len(baris) - len(muat)} catatan lain"])
        muat.append(satu)
    return "\n".join(muat)
