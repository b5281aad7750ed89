"""Targets and baselines: decimals, ranges, predicates, words; nothing is guessed."""

import datetime as dt
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.aturan.angka import KOMA, TITIK, baca_target, gaya_kolom

ANGKA = [
    ("55,33", "55.33", ""),
    ("56.73", "56.73", ""),
    (56.73, "56.73", ""),
    (0.1 + 0.2, "0.3", ""),
    (57, "57", ""),
    (57.0, "57", ""),
    ("93%", "93", "%"),
    ("93,59 %", "93.59", "%"),
    ("93,59\xa0persen", "93.59", "%"),
    ("100,00", "100.00", ""),
    ("1.234,5", "1234.5", ""),
    ("1.234.567", "1234567", ""),
    ("1234,567", "1234.567", ""),
    ("0,5", "0.5", ""),
    ("0,123", "0.123", ""),
    ("0", "0", ""),
    ("3 dokumen", "3", "dokumen"),
    ("33 Orang / Bulan", "33", "Orang / Bulan"),
    ("33  Orang\n/ Bulan", "33", "Orang / Bulan"),
    ("2 TMP", "2", "TMP"),
    ("12lembaga", "12", "lembaga"),
    ("5 m2", "5", "m2"),
    ("Rp 1.250.000", "1250000", "Rp"),
]
TAK_TERBACA = [
    "75,15 (BB)",
    "75,15 BB",
    ",5",
    "12,",
    "1,2,3",
    "76.05.",
    "007",
    "1O",
    "1O0 Orang",
    "150 juta",
    "2,5 juta orang",
    "5 M",
    "1 (satu) Dokumen",
    "7-5",
    "1/2",
    "5\u00b2",
    "\u00bd",
    "\u00b1 80",
]
RENTANG = [
    ("\u2265 80", "80", None),
    (">= 80", "80", None),
    ("> 80 %", "80", None),
    ("minimal 80", "80", None),
    ("\u2264 5", None, "5"),
    ("maksimal 5 hari", None, "5"),
    ("80-90", "80", "90"),
    ("80 \u2013 90 %", "80", "90"),
    ("70,1-70,5", "70.1", "70.5"),
    ("80 s.d. 90", "80", "90"),
    ("80 s/d 90", "80", "90"),
    ("80 sampai dengan 90 Orang", "80", "90"),
]


def kode(bacaan):
    return [t.kode for t in bacaan.temuan]


def desimal(teks):
    return None if teks is None else Decimal(teks)


@pytest.mark.parametrize(("mentah", "angka", "satuan"), ANGKA)
def test_numbers_keep_scale_and_unit(mentah, angka, satuan):
    nilai = baca_target(mentah).nilai

    assert (nilai.jenis, str(nilai.angka), nilai.satuan) == ("ANGKA", angka, satuan)
    assert kode(baca_target(mentah)) == []


@pytest.mark.parametrize("mentah", TAK_TERBACA)
def test_unreadable_targets_have_no_value(mentah):
    bacaan = baca_target(mentah)

    assert (bacaan.nilai.angka, kode(bacaan)) == (None, ["ANGKA_TIDAK_TERBACA"])


@pytest.mark.parametrize(
    ("mentah", "galat"),
    [
        ("1.234", "PEMISAH_AMBIGU"),
        ("1,234", "PEMISAH_AMBIGU"),
        ("1.234 Orang", "PEMISAH_AMBIGU"),
        ("\u2265 1.234", "PEMISAH_AMBIGU"),
        ("-5 %", "ANGKA_NEGATIF"),
        ("(5,5)", "ANGKA_NEGATIF"),
        (-1.5, "ANGKA_NEGATIF"),
        (1e20, "ANGKA_TERLALU_BESAR"),
        ("9" * 5000, "ANGKA_TERLALU_BESAR"),
        ("#DIV/0!", "SEL_GALAT"),
        (dt.date(2025, 1, 5), "TANGGAL_DI_ANGKA"),
        ("5/1/2025", "TANGGAL_DI_ANGKA"),
        ("5 Januari 2025", "TANGGAL_DI_ANGKA"),
        ("US$ 5", "MATA_UANG_ASING"),
        (True, "ANGKA_TIDAK_TERBACA"),
    ],
)
def test_errors_have_their_own_codes(mentah, galat):
    bacaan = baca_target(mentah)

    assert (bacaan.nilai.angka, kode(bacaan)) == (None, [galat])
    assert bacaan.galat


@pytest.mark.parametrize(("mentah", "minimum", "maksimum"), RENTANG)
def test_ranges_and_bounds_are_typed_values(mentah, minimum, maksimum):
    bacaan = baca_target(mentah)

    assert bacaan.nilai.jenis == "RENTANG"
    assert bacaan.nilai.angka is None
    assert (bacaan.nilai.minimum, bacaan.nilai.maksimum) == (desimal(minimum), desimal(maksimum))
    assert kode(bacaan) == ["RENTANG_ATAU_BATAS"]


@pytest.mark.parametrize(
    "mentah", ["BB", "A", "A-", "WTP", "WDP", "Sangat Baik", "Nilai BB", "Level 3"]
)
def test_predicates_are_kept_and_said(mentah):
    bacaan = baca_target(mentah, satuan="Nilai")

    assert (bacaan.nilai.jenis, bacaan.nilai.mentah) == ("PREDIKAT", mentah)
    assert kode(bacaan) == ["NILAI_HURUF"]


def test_a_unit_column_that_promises_letters_needs_no_warning():
    assert kode(baca_target("BB", satuan="Predikat")) == []
    assert baca_target("Istimewa Sekali", satuan="Kategori").nilai.jenis == "PREDIKAT"
    assert kode(baca_target("80-90", satuan="Rentang nilai")) == []


def test_words_without_digits_are_text():
    bacaan = baca_target("Indikator Baru")

    assert (bacaan.nilai.jenis, kode(bacaan)) == ("TEKS", ["NILAI_HURUF"])


@pytest.mark.parametrize("mentah", [None, "", "-", "n/a", "N/A", " \xa0", "\u2014", "..."])
def test_an_empty_target_is_not_zero(mentah):
    bacaan = baca_target(mentah)

    assert (bacaan.nilai.jenis, kode(bacaan)) == ("KOSONG", ["TARGET_KOSONG"])


@pytest.mark.parametrize(
    ("isi", "tampil", "angka"),
    [(0.5673, "56,73%", "56.73"), (1, "100%", "100"), (0.935, "93,5%", "93.5")],
)
def test_a_percent_format_is_read_as_it_looks(isi, tampil, angka):
    bacaan = baca_target(isi, format="0.00%", satuan="Persen")

    assert (bacaan.nilai.mentah, str(bacaan.nilai.angka)) == (tampil, angka)
    assert kode(bacaan) == ["PERSEN_DARI_FORMAT"]


def test_a_quoted_percent_sign_does_not_scale():
    assert kode(baca_target(93.59, format='0.00"%"')) == []


@pytest.mark.parametrize(("mentah", "satuan"), [("101", "Persen"), ("101 %", ""), ("80-110", "%")])
def test_more_than_a_hundred_percent_is_warned(mentah, satuan):
    assert "PERSEN_LEBIH_100" in kode(baca_target(mentah, satuan=satuan))


def test_more_than_a_hundred_people_is_fine():
    assert kode(baca_target("101 Orang", satuan="")) == []


def test_a_day_number_among_percents_is_warned():
    assert "NILAI_TIDAK_WAJAR" in kode(baca_target(45_658, satuan="Persen"))
    assert kode(baca_target(45_658, satuan="Orang")) == []


def test_english_separators_and_spaces_are_read_and_said():
    assert kode(baca_target("1,234.5")) == ["FORMAT_INGGRIS"]
    assert kode(baca_target("1 234 Orang")) == ["ANGKA_SPASI"]
    assert kode(baca_target("\uff15\uff15")) == ["TEKS_DINORMALKAN"]


def test_a_rupiah_unit_makes_the_dot_a_thousands_separator():
    bacaan = baca_target("150.000", satuan="Rupiah")

    assert (bacaan.nilai.angka, bacaan.nilai.satuan, kode(bacaan)) == (150_000, "Rp", [])


def test_the_style_of_a_column_decides_three_digits():
    assert baca_target("1.234", gaya=KOMA).nilai.angka == 1234
    assert baca_target("1.234", gaya=TITIK).nilai.angka == Decimal("1.234")
    assert baca_target("1,234", gaya=KOMA).nilai.angka == Decimal("1.234")
    assert kode(baca_target("1,234", gaya=TITIK)) == ["FORMAT_INGGRIS"]


@pytest.mark.parametrize(
    ("kolom", "gaya"),
    [
        (["55,33", "56,10 %", "1.234,5", "100", None, 57], KOMA),
        (["55.33", "56.10", "1,234.5"], TITIK),
        (["55,33", "56.73", "57,10", "58,00"], None),
        (["55,33", "56,73"], None),
        (["1.234", "100", "BB", 56.73], None),
    ],
)
def test_a_column_has_a_style_only_when_all_agree(kolom, gaya):
    assert gaya_kolom(kolom) == gaya


angka_mirip = st.text(alphabet="0123456789.,-%/() \u2265\u2013OrangBsd\u200b\uff11", max_size=20)


@given(st.one_of(st.text(), angka_mirip), st.sampled_from(["", "Persen", "Rp", "Predikat"]))
def test_text_never_raises_and_never_invents(teks, satuan):
    bacaan = baca_target(teks, satuan=satuan)

    assert bacaan.nilai.mentah == teks
    for angka in (bacaan.nilai.angka, bacaan.nilai.minimum, bacaan.nilai.maksimum):
        assert angka is None or (not bacaan.galat and berurutan(digit(str(angka)), digit(teks)))


@given(st.one_of(st.integers(), st.floats(), st.decimals(), st.none()), st.sampled_from(["", "0%"]))
def test_numbers_never_raise(bilangan, format_sel):
    bacaan = baca_target(bilangan, format=format_sel)

    assert (bacaan.nilai.angka is None) or not bacaan.galat


@given(st.decimals(min_value=0, max_value=9999, places=2))
def test_decimals_read_back_as_printed(angka):
    assert baca_target(f"{angka:f}".replace(".", ",")).nilai.angka == angka
    assert str(baca_target(f"{angka:f} %").nilai.angka) == f"{angka:f}"


def digit(teks):
    return "".join(str(unicodedata.decimal(h)) for h in teks if h.isdecimal())


def berurutan(dicari, di):
    """Whether the digits are a subsequence of those typed."""
    sisa = iter(di)
    return all(satu in sisa for satu in dicari)
