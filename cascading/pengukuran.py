"""What was reached in a quarter, or in a year: target, realisasi, capaian, money, why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from cascading.baris_tabel import (
    SASARAN_KE_ATAS,
    UANG,
    Baris,
    TabelKolom,
    baris_kotak,
    deret,
    kolom_sasaran,
    matriks,
    nama_komponen,
    nomor_kotak,
    per_indikator,
    per_kotak,
    sebut_tujuan,
    tergabung,
    uang,
)
from cascading.isi_laporan import (
    SETAHUN,
    CatatanUkur,
    IndikatorLaporan,
    IsiLaporan,
    KotakLaporan,
    tulis_nilai,
    tulis_persen,
)
from cascading.matriks import Matriks, Sel
from cascading.matriks_catatan import CatatanPemeriksaan
from cascading.renaksi import ROMAWI
from cascading.set_kolom import Kolom
from kinerja.aturan.capaian import Capaian, persen
from kinerja.aturan.kumulatif import jatuh_tempo, sebutan_frekuensi
from kinerja.aturan.pita import RataRata, pita, rata_rata, serapan
from kinerja.pilihan import Arah, CaraTurun

TRIWULAN, TAHUNAN = "pengukuran-triwulan", "pengukuran-tahunan"
JENJANG = (*SASARAN_KE_ATAS, *UANG)
Bar = Sequence[Baris[KotakLaporan]]
RUMUS = {
    Arah.NAIK: "makin tinggi makin baik: realisasi / target × 100%",
    Arah.RENTANG: "rentang: di dalamnya 100%, di luarnya dihitung dari batas terdekat",
}
RUMUS_TURUN = {
    CaraTurun.SELISIH: "makin rendah makin baik: (2 × target − realisasi) / target × 100%",
    CaraTurun.BANDING: "makin rendah makin baik: target / realisasi × 100%",
}


def tabel_triwulan(isi: IsiLaporan, triwulan: int) -> Matriks:
    """The quarter alone, and all since January, side by side."""
    baris = baris_kotak(isi.kotak, JENJANG)
    t, aturan, kata = isi.tahun, isi.aturan, f"Triwulan {ROMAWI[triwulan]}"
    sampai = f"s.d. {kata}"

    def kategori(c: Capaian) -> str:
        return _kategori(isi, c.nilai)

    kolom: list[TabelKolom] = [
        *_awal(baris),
        (Kolom("target_setahun", f"Target {t}"), per_indikator(baris, lambda i: i.target(t))),
        (Kolom("target_ini", "Target", kata),
         per_indikator(baris, lambda i: tulis_nilai(i.target_triwulanan(t).get(triwulan)))),
        (Kolom("target_real_ini", "Realisasi", kata),
         per_indikator(baris, lambda i: _ini(i, t, triwulan))),
        (Kolom("target_cap_ini", "Capaian", kata),
         per_indikator(
             baris, lambda i: tulis_persen(i.capaian_triwulan(t, triwulan, aturan).nilai))),
        (Kolom("target_sampai", "Target", sampai),
         per_indikator(baris, lambda i: tulis_nilai(i.target_sampai(t, triwulan)))),
        (Kolom("target_real_sampai", "Realisasi", sampai),
         per_indikator(baris, lambda i: tulis_nilai(i.realisasi(t, triwulan)))),
        (Kolom("target_cap_sampai", "Capaian", sampai),
         per_indikator(baris, lambda i: tulis_persen(i.capaian_sampai(t, triwulan, aturan).nilai))),
        (Kolom("target_kategori", "Kategori", sampai),
         per_indikator(baris, lambda i: kategori(i.capaian_sampai(t, triwulan, aturan)))),
        *_uang(isi, baris, triwulan, kata),
        *_catatan(baris, lambda i: [i.catatan[triwulan]] if triwulan in i.catatan else []),
        (Kolom("bukti", "Bukti"),
         per_indikator(baris, lambda i: "\n".join(i.bukti.get(triwulan, ())))),
        (Kolom("penanggung_jawab", "Penanggung Jawab"),
         per_kotak(baris, lambda k: k.penanggung_jawab)),
    ]  # fmt: skip
    capaian = [i.capaian_sampai(t, triwulan, aturan).nilai for i in _terisi(isi, triwulan)]
    return matriks(TRIWULAN, f"Pengukuran Kinerja {kata}", kolom, len(baris),
                   kaki=kaki_ukur(isi, triwulan, capaian),
                   catatan=tuple(temuan_ukur(isi, triwulan)))  # fmt: skip


def tabel_tahunan(isi: IsiLaporan) -> Matriks:
    """The year: what each quarter brought, and what it all comes to against the yearly target."""
    baris = baris_kotak(isi.kotak, JENJANG)
    t, aturan = isi.tahun, isi.aturan

    def kategori(c: Capaian) -> str:
        return _kategori(isi, c.nilai)

    kolom: list[TabelKolom] = [
        *_awal(baris),
        (Kolom("target_setahun", f"Target {t}"), per_indikator(baris, lambda i: i.target(t))),
        *_per_triwulan(baris, t),
        (Kolom("target_realisasi", f"Realisasi {t}"),
         per_indikator(baris, lambda i: tulis_nilai(i.realisasi(t)))),
        (Kolom("target_capaian", "Capaian"),
         per_indikator(baris, lambda i: tulis_persen(i.capaian_setahun(t, aturan).nilai))),
        (Kolom("target_kategori", "Kategori"),
         per_indikator(baris, lambda i: kategori(i.capaian_setahun(t, aturan)))),
        (Kolom("rumus", "Cara Menghitung"),
         per_indikator(baris, lambda i: _sebab(i, t, isi))),
        *_uang(isi, baris, SETAHUN, ""),
        *_catatan(baris, lambda i: [i.catatan[n] for n in sorted(i.catatan)]),
        (Kolom("bukti", "Bukti"),
         per_indikator(baris, lambda i: "\n".join(b for n in sorted(i.bukti) for b in i.bukti[n]))),
        (Kolom("penanggung_jawab", "Penanggung Jawab"),
         per_kotak(baris, lambda k: k.penanggung_jawab)),
    ]  # fmt: skip
    semua = [i.capaian_setahun(t, aturan).nilai for i in _terisi(isi)]
    return matriks(TAHUNAN, "Pengukuran Kinerja Tahunan", kolom, len(baris),
                   kaki=kaki_ukur(isi, SETAHUN, semua),
                   catatan=tuple(temuan_ukur(isi, SETAHUN)))  # fmt: skip


def kaki_ukur(
    isi: IsiLaporan, triwulan: int, capaian: Sequence[Decimal | None]
) -> tuple[tuple[str, str], ...]:
    """Mean capaian, its category, money spent of all, and how it was all computed."""
    rata = rata_rata(capaian, isi.aturan.batas)
    uang_semua = serapan(isi.akar.terpakai(isi.tahun, triwulan), isi.akar.pagu)
    return (
        ("Rata-rata capaian kinerja", sebut_rata(rata, isi)),
        ("Kategori", _kategori(isi, rata.nilai) or "-"),
        ("Serapan anggaran", uang_semua.rumus or uang_semua.sebab),
        ("Cara menghitung", cara_menghitung(isi)),
    )


def sebut_rata(rata: RataRata, isi: IsiLaporan) -> str:
    """The mean with what it is a mean of; a cap is said."""
    if rata.nilai is None:
        return "Belum ada nilai yang mempunyai capaian."
    tanpa = f", {rata.tanpa} tanpa capaian tidak dihitung" if rata.tanpa else ""
    batas = isi.aturan.batas
    potong = f"; {rata.dibatasi} nilai dihitung {persen(batas)}" if rata.dibatasi and batas else ""
    return f"{persen(rata.nilai)} (rata-rata {rata.banyak} nilai{tanpa}{potong})"


def cara_menghitung(isi: IsiLaporan) -> str:
    """The formulas that the indicators of this table use, by name."""
    ada = {i.di(isi.tahun).arah for k in isi.kotak for i in k.indikator}
    rumus = RUMUS | {Arah.TURUN: RUMUS_TURUN[CaraTurun(isi.aturan.cara_turun)]}
    kata = "; ".join(rumus[a] for a in (Arah.NAIK, Arah.TURUN, Arah.RENTANG) if a in ada)
    return f"{kata[:1].upper()}{kata[1:]}." if kata else "-"


def temuan_ukur(isi: IsiLaporan, triwulan: int) -> Iterator[CatatanPemeriksaan]:
    """What looks wrong in the values, and why a filled one has no capaian; with its place."""
    for k in isi.kotak:
        for i in k.indikator:
            letak = f"{k.sebutan}: {i.teks}"
            for t in i.di(isi.tahun).temuan():
                yield CatatanPemeriksaan("Deret realisasi", letak, t.pesan)
            if i.realisasi(isi.tahun, triwulan) is not None:
                hasil = i.capaian_sampai(isi.tahun, triwulan, isi.aturan)
                if hasil.nilai is None:
                    yield CatatanPemeriksaan("Tanpa capaian", letak, hasil.sebab)


def _awal(baris: Bar) -> Iterator[TabelKolom]:
    yield Kolom("no", "No"), nomor_kotak(baris)
    yield Kolom("tujuan_uraian", "Tujuan"), tergabung(baris, sebut_tujuan, label=True)
    yield kolom_sasaran(baris)
    yield Kolom("kode", "Kode"), per_kotak(baris, lambda k: k.kode)
    yield (Kolom("kegiatan_kode_nama", "Program, Kegiatan dan Sub Kegiatan"),
           per_kotak(baris, nama_komponen, label=True))  # fmt: skip
    yield Kolom("indikator", "Indikator Kinerja"), per_indikator(baris, lambda i: i.teks)
    yield Kolom("satuan", "Satuan"), per_indikator(baris, lambda i: i.satuan)


def _per_triwulan(baris: Bar, tahun: int) -> Iterator[TabelKolom]:
    for n, kata in ROMAWI.items():
        yield (
            Kolom(f"target_tw{n}", kata, "Realisasi Triwulan"),
            per_indikator(baris, lambda i, n=n: _ini(i, tahun, n)),  # type: ignore[misc]
        )


def _uang(isi: IsiLaporan, baris: Bar, triwulan: int, kata: str) -> Iterator[TabelKolom]:
    """``kata`` names the quarter; "" for a year, which has no quarter of its own."""
    t, grup = isi.tahun, "Anggaran (Rp)"
    yield Kolom("rupiah_pagu", f"Pagu {t}", grup), uang(baris, lambda k: k.pagu)
    if kata:
        yield (Kolom("rupiah_ini", f"Realisasi {kata}", grup),
               uang(baris, lambda k: k.uang.get(t, {}).get(triwulan)))  # fmt: skip
    judul = f"Realisasi s.d. {kata}" if kata else "Realisasi"
    yield (Kolom("rupiah_sampai", judul, grup),
           uang(baris, lambda k: k.terpakai(t, triwulan)))  # fmt: skip
    yield Kolom("target_serapan", "Serapan", grup), serapan_kotak(isi, baris, triwulan)


def serapan_kotak(isi: IsiLaporan, baris: Bar, triwulan: int) -> tuple[Sel, ...]:
    """Percent of the pagu, of each box anew from its sums."""
    return tuple(
        Sel(m, r, tulis_persen(k.serapan(isi.tahun, triwulan).nilai if k.jenjang in UANG else None)
            or "-")
        for m, r, k in deret(baris)
    )  # fmt: skip


def _catatan(
    baris: Bar, ambil: Callable[[IndikatorLaporan], list[CatatanUkur]]
) -> Iterator[TabelKolom]:
    for kunci, judul, medan in (
        ("pendukung", "Faktor Pendukung", ("faktor_pendukung",)),
        ("hambatan", "Hambatan", ("hambatan",)),
        ("solusi", "Solusi dan Tindak Lanjut", ("solusi", "tindak_lanjut")),
    ):
        yield (
            Kolom(kunci, judul),
            per_indikator(baris, lambda i, m=medan: gabung_catatan(ambil(i), m)),  # type: ignore[misc]
        )


def gabung_catatan(daftar: Sequence[CatatanUkur], medan: Sequence[str]) -> str:
    """What was written in these fields, each sentence once."""
    teks = (getattr(c, m).strip() for c in daftar for m in medan)
    return "\n".join(dict.fromkeys(t for t in teks if t))


def _ini(i: IndikatorLaporan, tahun: int, triwulan: int) -> str:
    """The value of the quarter alone; what nobody has to fill says so."""
    nilai = i.triwulanan(tahun).get(triwulan)
    if nilai is None:
        return "" if jatuh_tempo(i.frekuensi, triwulan) else sebutan_frekuensi(i.frekuensi)
    catatan = i.catatan[triwulan].sebutan if triwulan in i.catatan else ()
    return "\n".join((tulis_nilai(nilai), *catatan))


def _terisi(isi: IsiLaporan, triwulan: int | None = None) -> Iterator[IndikatorLaporan]:
    """Indicators with a value in the quarter; of any quarter when none is said."""
    for k in isi.kotak:
        for i in k.indikator:
            ada = i.triwulanan(isi.tahun)
            if (triwulan in ada) if triwulan else ada:
                yield i


def _kategori(isi: IsiLaporan, nilai: Decimal | None) -> str:
    milik = pita(nilai, isi.aturan.pita)
    return milik.nama if milik else ""


def _sebab(i: IndikatorLaporan, tahun: int, isi: IsiLaporan) -> str:
    hasil = i.capaian_setahun(tahun, isi.aturan)
    return hasil.rumus or hasil.sebab
