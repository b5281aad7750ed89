"""Rows of an outline that are no node: wrapped texts, names of units; marks beside the values."""

import pytest

from tests.kinerja.tabel_uji import KEPALA_GARIS, KEPALA_LEBAR, N, baca, garis, kode, lembar, tabel

ISI = [garis("1", "Rehabilitasi", 500_000), garis("1.1", "Dasar", 500_000)]
LANJUT = [garis("2", "Pemberdayaan", 700_000), garis("2.1", "PSKS", 700_000)]


def test_a_name_wrapped_by_hand_is_one_name():
    baris = [*ISI, [N, "Penyandang Disabilitas", "layanan", "orang terlayani"], *LANJUT]

    hasil = baca(lembar(KEPALA_GARIS, *baris))

    satu = hasil.tabel[0].simpul[1]
    assert len(hasil.tabel[0].simpul) == 4
    assert satu.nama == "Dasar Penyandang Disabilitas"
    assert satu.kinerja == "Terlaksananya layanan"
    assert [i.teks for i in satu.indikator] == ["Jumlah orang terlayani"]
    assert kode(hasil) == {("B4", "BARIS_SAMBUNGAN")}


def test_an_indicator_that_goes_on_below_is_one_indicator():
    baris = [*ISI, [N, N, N, "orang yang terlayani"], *LANJUT]

    satu = tabel(lembar(KEPALA_GARIS, *baris)).simpul[1]

    assert [i.teks for i in satu.indikator] == ["Jumlah orang yang terlayani"]


@pytest.mark.parametrize(
    "nama", ["Bidang Rehabilitasi Sosial", "SEKRETARIAT", "UPTD Panti", "URUSAN WAJIB"]
)
def test_names_of_units_between_the_rows_are_said_and_not_loaded(nama):
    hasil = baca(lembar(KEPALA_GARIS, *ISI, [N, nama], *LANJUT))

    assert [s.nama for s in hasil.tabel[0].simpul] == [
        "Rehabilitasi",
        "Dasar",
        "Pemberdayaan",
        "PSKS",
    ]
    assert kode(hasil) == {("B4", "BARIS_JUDUL")}


def test_the_agency_above_its_programs_bears_the_total():
    dinas = [N, "Dinas Sosial", N, N, N, N, 1_200_000]

    hasil = baca(lembar(KEPALA_GARIS, dinas, *ISI, *LANJUT))

    assert len(hasil.tabel[0].simpul) == 4
    assert hasil.tabel[0].jumlah_tertulis["2025"].bacaan.rupiah == 1_200_000


def test_unnumbered_rows_with_values_stay_rows():
    hasil = baca(lembar(KEPALA_GARIS, *ISI, garis(N, "Bidang Usaha", 500_000), *LANJUT))

    assert ("A4", "NOMOR_KOSONG") in kode(hasil)
    assert [s.nama for s in hasil.tabel[0].simpul][2] == "Bidang Usaha"


def test_rp_in_a_column_of_its_own_is_no_amount():
    kepala = [*KEPALA_GARIS, N]
    baris = [[*b[:6], "Rp", b[6]] for b in (*ISI, *LANJUT)]

    hasil = baca(lembar(kepala, *baris, gabung=["G1:H1"]))

    assert [s.pagu["2025"].bacaan.rupiah for s in hasil.tabel[0].simpul] == [500_000] * 2 + [
        700_000
    ] * 2
    assert kode(hasil) == set()


def test_a_unit_beside_the_target_below_one_head():
    kepala = ["No", "Program/Kegiatan", "Indikator", "Target", N, "Pagu"]
    baris = [[b[0], b[1], b[3], 5, "Orang", b[6]] for b in (*ISI, *LANJUT)]

    hasil = baca(lembar(kepala, *baris, gabung=["D1:E1"]))

    (satu,) = hasil.tabel[0].simpul[0].indikator
    assert (satu.target["2025"].bacaan.nilai.angka, satu.satuan) == (5, "Orang")
    assert kode(hasil) == set()


@pytest.mark.parametrize(
    "judul", ["Pagu (Rp 000)", "Anggaran (juta)", "Pagu (x Rp 1.000)", "Dana (Milyar Rupiah)"]
)
def test_amounts_in_thousands_are_said_and_never_scaled(judul):
    kepala = [*KEPALA_GARIS[:6], judul]

    hasil = baca(lembar(kepala, *ISI, *LANJUT))

    assert kode(hasil) == {("G1", "NILAI_TIDAK_WAJAR")}
    assert hasil.tabel[0].simpul[0].pagu["2025"].bacaan.rupiah == 500_000


def test_a_remark_above_the_table_says_thousands_too():
    hasil = baca(lembar(["(dalam ribuan rupiah)"], [], KEPALA_GARIS, *ISI, *LANJUT))

    assert kode(hasil) == {("A1", "NILAI_TIDAK_WAJAR")}


@pytest.mark.parametrize("teks", ["Halaman 2", "hal. 2 dari 7", "- 2 -"])
def test_page_numbers_between_the_rows_are_no_data(teks):
    hasil = baca(lembar(KEPALA_GARIS, *ISI, [N, N, N, N, N, N, teks], *LANJUT))

    assert len(hasil.tabel[0].simpul) == 4
    assert kode(hasil) == set()


def test_the_title_printed_again_with_the_head_is_a_page_break():
    judul = [["RENCANA KERJA"], ["TAHUN 2025"], []]

    hasil = baca(lembar(*judul, KEPALA_GARIS, *ISI, [], *judul, KEPALA_GARIS, *LANJUT))

    assert len(hasil.tabel[0].simpul) == 4
    assert kode(hasil) == set()


def test_who_wrote_and_checked_it_ends_the_table():
    ttd = [[], [N, "Disusun oleh:", N, "Diperiksa oleh:"], [N, "Perencana", N, "Kasubbag"]]

    hasil = baca(lembar(KEPALA_GARIS, *ISI, *LANJUT, *ttd))

    assert len(hasil.tabel[0].simpul) == 4
    assert kode(hasil) == set()


MELEBAR = [
    [1, "Rehabilitasi", "Dasar", "Permakanan", "Jumlah orang", 5, "Orang", 500_000],
    [2, N, N, "Sandang", "Jumlah orang", 6, "Orang", 700_000],
]


def test_levels_across_wrapped_by_hand():
    lanjutan = [N, N, N, "Anak", "yang terlayani"]

    hasil = baca(lembar(KEPALA_LEBAR, MELEBAR[0], lanjutan, MELEBAR[1]))

    daun = [s for s in hasil.tabel[0].simpul if s.level == "sub_kegiatan"]
    assert [s.nama for s in daun] == ["Permakanan Anak", "Sandang"]
    assert daun[0].indikator[0].teks == "Jumlah orang yang terlayani"
    assert kode(hasil) == {("D3", "BARIS_SAMBUNGAN")}


def test_names_of_units_between_levels_across():
    hasil = baca(lembar(KEPALA_LEBAR, [N, "BIDANG SOSIAL"], *MELEBAR))

    assert [s.nama for s in hasil.tabel[0].simpul][:1] == ["Rehabilitasi"]
    assert kode(hasil) == {("B2", "BARIS_JUDUL")}


def test_names_printed_again_with_lanjutan_are_the_same():
    lagi = [2, "Rehabilitasi (lanjutan)", "Dasar (Lanjutan)", *MELEBAR[1][3:]]

    hasil = baca(lembar(KEPALA_LEBAR, MELEBAR[0], KEPALA_LEBAR, lagi))

    assert [s.nama for s in hasil.tabel[0].simpul] == [
        "Rehabilitasi", "Dasar", "Permakanan", "Sandang"
    ]  # fmt: skip
    assert kode(hasil) == set()


@pytest.mark.parametrize(
    "sebagian", ["Sub Total", "Jumlah Program Pemberdayaan", "Jumlah Kegiatan PSKS", "Jumlah 2"]
)
def test_a_subtotal_at_the_foot_is_not_the_total(sebagian):
    jumlah = [[N, "Jumlah 1", N, N, N, N, 500_000], [N, sebagian, N, N, N, N, 700_000]]

    hasil = baca(lembar(KEPALA_GARIS, *ISI, jumlah[0], *LANJUT, jumlah[1]))

    assert hasil.tabel[0].jumlah_tertulis == {}
    assert kode(hasil) == set()


def test_a_signature_right_below_the_rows():
    ttd = [[N, N, N, N, t] for t in ("Sampit, 3 Januari 2025", "Kepala Dinas", N, "NIP. 1970")]

    hasil = baca(lembar(KEPALA_LEBAR, *MELEBAR, *ttd))

    assert kode(hasil) == set()


def test_a_total_is_found_whatever_column_its_word_stands_in():
    kepala = ["Pagu (Rp)", "Program/Kegiatan", "No", "Indikator", "Target", "Satuan"]
    baris = [[f"Rp {b[6]:,}".replace(",", "."), b[1], b[0], *b[3:6]] for b in (*ISI, *LANJUT)]

    hasil = baca(lembar(kepala, *baris, ["Rp 1.200.000", "JUMLAH"]))

    assert len(hasil.tabel[0].simpul) == 4
    assert hasil.tabel[0].jumlah_tertulis["2025"].bacaan.rupiah == 1_200_000


def test_tujuan_sasaran_beside_the_names_is_the_rows_own_sentence():
    kepala = [*KEPALA_GARIS[:2], "Tujuan/Sasaran", *KEPALA_GARIS[3:]]

    hasil = tabel(lembar(kepala, *ISI))

    assert [s.kinerja for s in hasil.simpul] == ["Terlaksananya", "Terlaksananya"]


def test_the_head_below_a_subtotal_is_a_page_break():
    jumlah = [N, "Jumlah Program Rehabilitasi", N, N, N, N, 500_000]

    hasil = baca(lembar(KEPALA_GARIS, *ISI, jumlah, KEPALA_GARIS, *LANJUT))

    assert len(hasil.tabel[0].simpul) == 4
    assert kode(hasil) == set()


def test_units_between_rows_whose_lowest_level_bears_no_numbers():
    sub = [garis(N, f"Sub {n}", 250_000) for n in range(4)]

    hasil = baca(
        lembar(KEPALA_GARIS, [N, "Bidang A"], *ISI, *sub[:2], [N, "Bidang B"], *LANJUT, *sub[2:])
    )

    level = ["program", "kegiatan", "sub_kegiatan", "sub_kegiatan"]
    assert [s.level for s in hasil.tabel[0].simpul] == level * 2


def test_the_agency_with_a_code_of_its_own_is_no_level():
    kepala = ["Kode", *KEPALA_GARIS[1:]]
    dinas = ["1.06.0.00.0.00.01.0000", "DINAS SOSIAL", N, N, N, N, 500_000]
    isi = [["1.06.04", *ISI[0][1:]], ["1.06.04.2.01", *ISI[1][1:]]]

    hasil = baca(lembar(kepala, dinas, *isi))

    assert [s.level for s in hasil.tabel[0].simpul] == ["program", "kegiatan"]
    assert hasil.tabel[0].jumlah_tertulis["2025"].bacaan.rupiah == 500_000


def test_level_words_in_the_number_column():
    isi = [["Program 1", *ISI[0][1:]], ["Kegiatan 1.1", *ISI[1][1:]]]

    hasil = tabel(lembar(KEPALA_GARIS, *isi))

    assert [s.level for s in hasil.simpul] == ["program", "kegiatan"]
