"""Form E.81: its columns, what comes together over years, its foot."""

from cascading.e81 import FaktorEvaluasi, tabel_e81
from cascading.isi_laporan import CatatanUkur
from tests.cascading.laporan_uji import indikator, isi_laporan, kotak, sel, seri, teks

TINGKAT = "Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra (%)"
LIMA = "Target Renstra PD pada Akhir Periode"
ENAM = "Realisasi Capaian Renstra s.d. Renja Tahun Lalu"
DUABELAS = "Realisasi Capaian Kinerja dan Anggaran Renja yang Dievaluasi"
TIGABELAS = "Realisasi Kinerja dan Anggaran Renstra s.d. Tahun 2025"


def contoh(**lain):
    jumlah = indikator(
        setahun="100", realisasi=(20, 45, 70), target=(25, 25, 25, 25), kumulatif=True,
        lalu={2024: seri("100", realisasi=(10, 20, 30, 40)), 2026: seri("200")},
        catatan={2: CatatanUkur("Hujan", "Relawan banyak"), 1: CatatanUkur("Lama")},
    )  # fmt: skip
    akhir = indikator(
        "Persentase", "%", setahun="80", realisasi=(50, 60), agregasi="AKHIR",
        lalu={2024: seri("70", realisasi=(None, None, None, 65), agregasi="AKHIR"),
              2026: seri("90", agregasi="AKHIR")},
    )  # fmt: skip
    uang = {2024: {1: 100}, 2025: {1: 10, 2: 20, 3: 30}}
    return isi_laporan(
        kotak(1, None, "SASARAN", indikator(setahun="1")),
        kotak(2, 1, "PROGRAM", jumlah, akhir, kode="1.06", pagu=100, uang=uang,
              rencana={2024: 200, 2025: 100, 2026: 100}, penanggung_jawab="Kabid"),
        akar=kotak(0, None, "AKAR", pagu=100, uang=uang, rencana={2025: 320}), **lain,
    )  # fmt: skip


def test_sixteen_numbers_over_twenty_six_columns():
    m = tabel_e81(contoh(), 2)

    assert len(m.kolom) == 26
    assert list(dict.fromkeys(k.nomor for k in m.kolom)) == [f"({n})" for n in range(1, 17)]
    assert [k.judul for k in m.kolom if k.nomor == "(14)"] == ["K", "Rp"]


def test_a_sum_adds_over_quarters_and_years_also_where_typed_cumulatively():
    m = tabel_e81(contoh(), 2)

    assert teks(m, "K", LIMA)[0] == "400 Orang"
    assert teks(m, "K", ENAM)[0] == "100 Orang"
    assert teks(m, "K", "Realisasi Kinerja pada Triwulan II")[0] == "25 Orang"
    assert teks(m, "K", "Realisasi Kinerja pada Triwulan III")[0] == "-"  # not evaluated yet
    assert teks(m, "K", DUABELAS)[0] == "45 Orang"
    assert teks(m, "K", TIGABELAS)[0] == "145 Orang"
    assert teks(m, "K", TINGKAT)[0] == "36,25%"


def test_an_end_value_takes_the_last_one():
    m = tabel_e81(contoh(), 2)

    assert [teks(m, "K", g)[1] for g in (LIMA, ENAM, DUABELAS, TIGABELAS)] == [
        "90\N{NO-BREAK SPACE}%", "65\N{NO-BREAK SPACE}%", "60\N{NO-BREAK SPACE}%",
        "60\N{NO-BREAK SPACE}%",
    ]  # fmt: skip
    assert teks(m, "K", TINGKAT)[1] == "66,67%"


def test_money_comes_from_sums():
    m = tabel_e81(contoh(), 2)

    rupiah = {g: sel(m, "Rp", g)[0].angka for g in (LIMA, ENAM, DUABELAS, TIGABELAS)}
    assert rupiah == {LIMA: 400, ENAM: 100, DUABELAS: 30, TIGABELAS: 130}
    assert teks(m, "Rp", TINGKAT) == ["32,5%"]


def test_the_foot_has_the_mean_its_category_and_the_texts():
    kaki = dict(tabel_e81(contoh(), 2, FaktorEvaluasi("", "Cuaca", "Tambah petugas")).kaki)

    assert kaki["Rata-rata capaian kinerja (%)"] == (
        "Kinerja: 51,46% (rata-rata 2 nilai); anggaran: 40,63%"
    )
    assert kaki["Predikat kinerja"] == "Kinerja: Rendah; anggaran: Sangat Rendah"
    assert kaki["Faktor pendorong keberhasilan kinerja"] == "Relawan banyak"  # of the quarter
    assert kaki["Faktor penghambat pencapaian kinerja"] == "Cuaca"  # what was typed wins
    assert kaki["Tindak lanjut yang diperlukan dalam triwulan berikutnya *)"] == "Tambah petugas"
    assert kaki["Tindak lanjut yang diperlukan dalam Renja PD berikutnya *)"] == "-"


def test_lower_is_better_follows_its_formula_and_no_position_is_the_agency():
    isi = isi_laporan(
        kotak(2, None, "PROGRAM",
              indikator(setahun="10", realisasi=(12,), agregasi="AKHIR", arah="TURUN"))
    )  # fmt: skip

    m = tabel_e81(isi, 1, unit="Dinas Sosial")

    assert teks(m, "K", TINGKAT) == ["80%"]
    assert teks(m, "Unit PD Penanggung Jawab") == ["Dinas Sosial"]
