"""Tables of what was reached: the quarter alone, since January, the year."""

from decimal import Decimal

from cascading.isi_laporan import CatatanUkur, jumlahkan_uang
from cascading.pengukuran import tabel_tahunan, tabel_triwulan
from kinerja.aturan.aturan_ukur import AturanUkur
from tests.cascading.laporan_uji import indikator, isi_laporan, kotak, sel, teks

SAMPAI = "s.d. Triwulan II"


def tiga(**lain):
    """A sum typed cumulatively, a yearly one, a lower-better one at its end."""
    return isi_laporan(
        kotak(1, None, "PROGRAM", pagu=1000, uang={1: 200, 2: 300}),
        kotak(2, 1, "SUB_KEGIATAN",
              indikator(setahun="100", target=(25, 25, 25, 25), realisasi=(20, 45), kumulatif=True,
                        catatan={2: CatatanUkur("Hujan", solusi="Ulang", sementara=True)},
                        bukti={2: ("daftar.pdf",)}),
              indikator("Indeks", "", setahun="80", frekuensi="TAHUNAN", agregasi="AKHIR"),
              indikator("Angka", "%", setahun="5", target=(6, 5), realisasi=(6, 6),
                        agregasi="AKHIR", arah="TURUN"),
              pagu=1000, uang={1: 200, 2: 300}), **lain,
    )  # fmt: skip


def test_a_cumulative_value_is_printed_per_quarter_and_since_january():
    m = tabel_triwulan(tiga(), 2)

    assert teks(m, "Realisasi", "Triwulan II") == [
        "-", "25\nangka sementara", "diukur tahunan", "6"
    ]  # fmt: skip
    assert teks(m, "Realisasi", SAMPAI) == ["-", "45", "-", "6"]
    assert teks(m, "Target", SAMPAI) == ["-", "50", "-", "5"]
    assert teks(m, "Capaian", "Triwulan II") == ["-", "100%", "-", "80%"]
    assert teks(m, "Capaian", SAMPAI) == ["-", "90%", "-", "80%"]
    assert teks(m, "Kategori", SAMPAI) == ["-", "Tinggi", "-", "Tinggi"]


def test_money_is_summed_and_its_share_taken_from_the_sums():
    m = tabel_triwulan(tiga(), 2)

    assert [s.angka for s in sel(m, "Realisasi s.d. Triwulan II", "Anggaran (Rp)")] == [500, 500]
    assert teks(m, "Serapan", "Anggaran (Rp)") == ["50%", "50%"]
    assert ("Serapan anggaran", "Rp 100 / Rp 1.000 × 100% = 10%") in m.kaki


def test_notes_evidence_and_the_mean_with_its_cap_and_formula():
    m = tabel_triwulan(tiga(aturan=AturanUkur(batas=Decimal(85))), 2)

    assert teks(m, "Hambatan")[1] == "Hujan"
    assert teks(m, "Solusi dan Tindak Lanjut")[1] == "Ulang"
    assert teks(m, "Bukti")[1] == "daftar.pdf"
    kaki = dict(m.kaki)
    assert kaki["Rata-rata capaian kinerja"] == "82,5% (rata-rata 2 nilai; 1 nilai dihitung 85%)"
    assert "(2 × target − realisasi) / target" in kaki["Cara menghitung"]


def test_a_year_is_measured_against_its_target_with_the_formula_beside():
    m = tabel_tahunan(tiga())

    assert teks(m, "II", "Realisasi Triwulan")[1] == "25\nangka sementara"
    assert teks(m, "Realisasi 2025") == ["-", "45", "-", "6"]
    assert teks(m, "Capaian") == ["-", "45%", "-", "80%"]
    assert teks(m, "Cara Menghitung")[1] == "45 / 100 × 100% = 45%"
    assert teks(m, "Cara Menghitung")[2] == "Realisasi belum diisi."


def test_what_has_no_capaian_or_falls_is_listed_at_the_end():
    isi = isi_laporan(
        kotak(1, None, "PROGRAM",
              indikator(setahun="0", realisasi=(5, 3), target=(0, 0), kumulatif=True))
    )  # fmt: skip

    jenis = {c.jenis: c.isi for c in tabel_triwulan(isi, 2).catatan}

    assert "kumulatif turun dari 5" in jenis["Deret realisasi"]
    assert "tidak dapat dibagi" in jenis["Tanpa capaian"]


def test_money_of_every_level_is_the_sum_of_what_stands_below():
    susunan = [(0, None), (1, 0), (2, 1), (3, 1), (4, 0)]
    uang = jumlahkan_uang(susunan, {2: {2025: {1: 10}}, 3: {2025: {1: 5, 2: 7}, 2024: {4: 1}}})

    assert uang[1] == {2025: {1: 15, 2: 7}, 2024: {4: 1}}
    assert uang[0] == uang[1]
    assert 4 not in uang
