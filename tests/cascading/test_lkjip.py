"""Chapter III as parts: which stand there, what their tables and sentences say."""

from cascading.isi_laporan import CatatanUkur
from cascading.lkjip import susun_lkjip
from cascading.pilihan import BagianLkjip
from kinerja.aturan.aturan_ukur import AturanUkur
from tests.cascading.laporan_uji import indikator, isi_laporan, kotak, seri


def contoh(**lain):
    """A sasaran with two years, its program with money, one program without anything."""
    akhir = indikator(
        "Persentase", "%", setahun="80", realisasi=(None, None, None, 72), agregasi="AKHIR",
        lalu={2024: seri("70", realisasi=(None, None, None, 77), agregasi="AKHIR"),
              2027: seri("96", agregasi="AKHIR")},
        catatan={4: CatatanUkur("Hujan", "Relawan", "Ulang", "Tambah")},
    )  # fmt: skip
    return isi_laporan(
        kotak(1, None, "TUJUAN", indikator("Indeks", "", setahun="4", realisasi=(5,),
                                           agregasi="AKHIR")),
        kotak(2, 1, "SASARAN", akhir),
        kotak(3, 2, "PROGRAM", indikator(setahun="100", realisasi=(50, 45)), kode="1.06",
              pagu=1000, uang={1: 300, 2: 300}),
        kotak(4, 3, "KEGIATAN", indikator("Output", setahun="1"), kode="1.06.2", pagu=1000,
              uang={1: 300, 2: 300}),
        kotak(5, None, "PROGRAM"),
        akar=kotak(0, None, "AKAR", pagu=1000, uang={1: 300, 2: 300}), **lain,
    )  # fmt: skip


def bagian(isi, kode, uraian=None):
    return next(b for b in susun_lkjip(isi, uraian or {}) if b.kode == kode)


def baris(b):
    return [r.sel for r in b.tabel.baris if not r.kelompok]


def kelompok(b):
    return [r.sel[0] for r in b.tabel.baris if r.kelompok]


def test_the_parts_stand_in_order_and_the_national_one_only_with_words():
    assert [b.nomor for b in susun_lkjip(contoh(), {})] == [
        "A.1", "A.2", "A.3", "A.4", "A.5", "A.6", "B"
    ]  # fmt: skip
    dengan = susun_lkjip(contoh(), {BagianLkjip.NASIONAL: "Rata-rata nasional 75."})
    assert [(b.nomor, b.kode) for b in dengan][3] == ("A.4", "NASIONAL")
    assert dengan[3].tabel is None


def test_target_and_realisasi_of_the_year_with_what_they_say_together():
    b = bagian(contoh(), "TAHUN_INI", {"TAHUN_INI": "Kata kami."})

    assert kelompok(b) == ["Tujuan: TUJUAN 1", "Sasaran: SASARAN 2"]
    assert baris(b)[1] == ("2", "Persentase", "%", "80", "72", "90%", "Tinggi")
    assert b.uraian == "Kata kami."
    assert b.kalimat[0].startswith("Rata-rata capaian 2 indikator adalah 107,5%")
    assert "tertinggi 125% (“Indeks”), terendah 90% (“Persentase”)" in b.kalimat[1]


def test_earlier_years_stand_beside_with_the_change():
    b = bagian(contoh(), "TAHUN_LALU")

    assert [k.judul for k in b.tabel.kolom[3:]] == [
        "Realisasi 2023", "Capaian 2023", "Realisasi 2024", "Capaian 2024", "Realisasi 2025",
        "Capaian 2025", "Perubahan dari 2024",
    ]  # fmt: skip
    assert baris(b)[1][3:] == ("-", "-", "77", "110%", "72", "90%", "-5")


def test_the_medium_term_is_what_e81_says():
    assert baris(bagian(contoh(), "JANGKA_MENENGAH"))[1][3:] == ("96", "72", "75%")


def test_notes_of_every_level_are_gathered():
    b = bagian(contoh(), "PENYEBAB")

    assert baris(b) == [("1", "Persentase", "%", "90%", "Relawan", "Hujan", "Ulang", "Tambah")]


def test_efficiency_names_its_variant_and_shows_its_numbers():
    b = bagian(contoh(), "EFISIENSI")

    assert baris(b)[0] == ("1", "1.06 PROGRAM 3", "95%", 1000, 600, "60%", "35%",
                           "95% − 60% = 35%")  # fmt: skip
    assert baris(b)[1][-1] == "Pagu belum diisi."
    assert "capaian kinerja dikurangi serapan anggaran" in b.tabel.catatan
    sisa = bagian(contoh(aturan=AturanUkur(efisiensi="RUPIAH")), "EFISIENSI")
    assert baris(sisa)[0][-2] == "Rp 400"


def test_programs_stand_below_the_sasaran_that_they_serve():
    b = bagian(contoh(), "PENUNJANG")

    assert kelompok(b) == ["Sasaran: SASARAN 2", "Tanpa sasaran"]
    assert baris(b)[0][:5] == ("1.06 PROGRAM 3", "Jumlah orang", "100", "95", "95%")
    assert baris(b)[1] == ("PROGRAM 5", "-", "-", "-", "-", "-", "-", "-")


def test_money_closes_with_its_total_from_sums():
    b = bagian(contoh(), "ANGGARAN")

    akhir = b.tabel.baris[-1]
    assert akhir.jumlah
    assert akhir.sel == ("", "JUMLAH", 1000, 600, "60%", 400)
    assert b.kalimat == ("Serapan anggaran tahun 2025: Rp 600 / Rp 1.000 × 100% = 60%",)


def test_a_year_without_results_says_so():
    isi = isi_laporan(kotak(1, None, "SASARAN", indikator(setahun="1")))

    assert bagian(isi, "TAHUN_INI").kalimat == (
        "Belum ada indikator yang mempunyai capaian tahun 2025.",
    )
