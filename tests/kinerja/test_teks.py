"""Text as it comes out of a cell: cleaned visibly, compared loosely."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.aturan.teks import aksara_campur, cuplik, kalimat_tergabung, kunci, rapikan

NORMAL = [
    ("Penyediaan\xa0Makanan", "Penyediaan Makanan"),
    ("Penyediaan\u200b Sandang", "Penyediaan Sandang"),
    ("\ufeffPenyediaan", "Penyediaan"),
    ("Nilai\u2010nilai", "Nilai-nilai"),
    ("Nilai\xad-nilai", "Nilai-nilai"),
    ("Pela\u200dtihan\u200c", "Pelatihan"),
    ("Cafe\u0301", "Café"),
    ("\ufb01sik", "fisik"),
    ("Layanan \u202eterbalik\u202c", "Layanan terbalik"),
    ("Jasa   Kantor", "Jasa Kantor"),
    ("Jasa\t\tKantor", "Jasa Kantor"),
    ("\tTab di depan", "Tab di depan"),
    ("Pem_x000B_isah", "Pem isah"),
    ("５５ Orang", "55 Orang"),
]


@pytest.mark.parametrize(("mentah", "bersih"), NORMAL)
def test_invisible_characters_go_and_are_reported(mentah, bersih):
    teks, temuan = rapikan(mentah)

    assert teks == bersih
    assert [t.kode for t in temuan] == ["TEKS_DINORMALKAN"]


@pytest.mark.parametrize(
    "mentah",
    ["Nama biasa", "“Pelayanan” ‘Psikososial’", "Baris satu\nBaris dua", "Nama 😀", "3 – 5"],
)
def test_what_a_reader_sees_stays(mentah):
    assert rapikan(mentah) == (mentah, ())


def test_blanks_at_the_ends_are_no_finding():
    assert rapikan("  Penyediaan Sandang \r\n") == ("Penyediaan Sandang", ())


@pytest.mark.parametrize("mentah", ["=1+1", "+62 812", "@SUM(1)", "-Persentase PMKS"])
def test_text_that_a_spreadsheet_would_run_is_flagged_and_kept(mentah):
    teks, temuan = rapikan(mentah)

    assert teks == mentah
    assert [t.kode for t in temuan] == ["AWALAN_RUMUS"]


def test_a_dash_is_no_formula():
    assert rapikan("-") == ("-", ())


def test_look_alike_letters_inside_a_word():
    assert aksara_campur("Pen\u0443ediaan")
    assert not aksara_campur("Penyediaan \u0443")
    assert [t.kode for t in rapikan("Pen\u0443ediaan")[1]] == ["AKSARA_CAMPUR"]


def test_spellings_of_one_name_share_a_key():
    assert kunci("Kabupaten/ Kota") == kunci("KABUPATEN/KOTA")
    assert kunci("Sandang") != kunci("Sanding")


@pytest.mark.parametrize(
    "teks",
    [
        "bagi anak terlantarFasilitasi penanganan eks narapidana",
        "Menyelenggarakan pelatihan kerja Menyelenggarakan pembinaan",
        "Terwujudnya data berkala Tersedianya bantuan",
    ],
)
def test_two_sentences_in_one(teks):
    assert kalimat_tergabung(teks)


@pytest.mark.parametrize(
    "teks",
    [
        "Terpenuhinya Orang yang Mendapatkan Penanganan Khusus",
        "Meningkatnya Akuntabilitas Kinerja",
        "1. Menyelenggarakan A\n2. Menyelenggarakan B",
        "Jumlah PMKS dan PSKS yang diberdayakan",
    ],
)
def test_one_sentence_is_one(teks):
    assert not kalimat_tergabung(teks)


@given(st.text(max_size=60))
def test_cleaning_is_stable_and_never_raises(mentah):
    sekali = rapikan(mentah)[0]

    assert rapikan(sekali)[0] == sekali


def test_a_text_that_was_cut_says_so():
    assert cuplik("Bupati", 6) == "Bupati"
    assert cuplik("Kepala Dinas Sosial", 8) == "Kepala…"
    assert len(cuplik("a" * 99, 80)) == 80
