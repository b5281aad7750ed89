"""Money as planners type it: what is read, what is refused, and that nothing is invented."""

import datetime as dt
import re
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.aturan.angka import baca_rupiah
from kinerja.aturan.temuan import Tingkat

BERSIH = [
    ("Rp 100.000.000,-", 100_000_000),
    ("Rp.150.000.000,00", 150_000_000),
    ("Rp100.000.000", 100_000_000),
    ("IDR 100.000.000", 100_000_000),
    ("Rp. 5.000.000.-", 5_000_000),
    ("5.000.000 rupiah", 5_000_000),
    ("5.328.418.993,00", 5_328_418_993),
    ("372250370", 372_250_370),
    ("  7.230.000  ", 7_230_000),
    ("271.000\xa0", 271_000),
    ("0", 0),
    ("Rp 0", 0),
    (0, 0),
    (271000, 271_000),
    (271000.0, 271_000),
    (Decimal("271000.00"), 271_000),
]
DIPERINGATKAN = [
    ("23. 000.000", 23_000_000, "ANGKA_SPASI"),
    ("3.536.925. 665", 3_536_925_665, "ANGKA_SPASI"),
    ("372 250 370", 372_250_370, "ANGKA_SPASI"),
    ("372\xa0250\xa0370", 372_250_370, "ANGKA_SPASI"),
    ("58\u2009512\u2009960", 58_512_960, "ANGKA_SPASI"),
    ("23.\n000.000", 23_000_000, "ANGKA_SPASI"),
    ("1,355,000", 1_355_000, "FORMAT_INGGRIS"),
    ("1,355,000.00", 1_355_000, "FORMAT_INGGRIS"),
    ("1.355", 1_355, "NILAI_TIDAK_WAJAR"),
    (9_999, 9_999, "NILAI_TIDAK_WAJAR"),
    (45_658, 45_658, "NILAI_TIDAK_WAJAR"),
    ("\uff11\uff10.000.000", 10_000_000, "TEKS_DINORMALKAN"),
    ("18.400.000\u200b", 18_400_000, "TEKS_DINORMALKAN"),
    ("'372.250.370", 372_250_370, "TEKS_DINORMALKAN"),
]
DITOLAK = [
    ("32.400.0000", "ANGKA_TIDAK_TERBACA"),
    ("13.2918.000", "ANGKA_TIDAK_TERBACA"),
    ("1.00.000.000", "ANGKA_TIDAK_TERBACA"),
    ("100.000.000.", "ANGKA_TIDAK_TERBACA"),
    (".100.000.000", "ANGKA_TIDAK_TERBACA"),
    ("000.372.250.370", "ANGKA_TIDAK_TERBACA"),
    ("10.O00.000", "ANGKA_TIDAK_TERBACA"),
    ("100.000.000 (seratus juta)", "ANGKA_TIDAK_TERBACA"),
    ("150 juta", "ANGKA_TIDAK_TERBACA"),
    ("1,5 M", "ANGKA_TIDAK_TERBACA"),
    ("1.5E+08", "ANGKA_TIDAK_TERBACA"),
    ("1 2", "ANGKA_TIDAK_TERBACA"),
    ("150.000.000\n200.000.000", "ANGKA_TIDAK_TERBACA"),
    ("5\u00b2.000", "ANGKA_TIDAK_TERBACA"),
    ("\u202e000.172", "ANGKA_TIDAK_TERBACA"),
    ("nihil", "ANGKA_TIDAK_TERBACA"),
    (True, "ANGKA_TIDAK_TERBACA"),
    (float("nan"), "ANGKA_TIDAK_TERBACA"),
    (float("inf"), "ANGKA_TIDAK_TERBACA"),
    ("(40.000.000)", "ANGKA_NEGATIF"),
    ("-5.000.000", "ANGKA_NEGATIF"),
    ("Rp -5.000.000", "ANGKA_NEGATIF"),
    ("\u2212500.000", "ANGKA_NEGATIF"),
    (-5_000_000, "ANGKA_NEGATIF"),
    ("10.000.000.000.000", "ANGKA_TERLALU_BESAR"),
    ("9" * 6000, "ANGKA_TERLALU_BESAR"),
    (1e20, "ANGKA_TERLALU_BESAR"),
    ("1,355", "PEMISAH_AMBIGU"),
    ("5.328.418.993,50", "SEN_TIDAK_NOL"),
    ("1,355,000.50", "SEN_TIDAK_NOL"),
    (150_000_000.5, "SEN_TIDAK_NOL"),
    ("$ 5.000", "MATA_UANG_ASING"),
    ("USD 5,000", "MATA_UANG_ASING"),
    ("5.000 dolar", "MATA_UANG_ASING"),
    ("12/05/2025", "TANGGAL_DI_ANGKA"),
    (dt.date(2025, 5, 12), "TANGGAL_DI_ANGKA"),
    (dt.datetime(2025, 5, 12, 8), "TANGGAL_DI_ANGKA"),
    (dt.time(8), "TANGGAL_DI_ANGKA"),
    (dt.timedelta(days=1), "TANGGAL_DI_ANGKA"),
    ("#REF!", "SEL_GALAT"),
    ("#n/a", "SEL_GALAT"),
]


def kode(bacaan):
    return [t.kode for t in bacaan.temuan]


@pytest.mark.parametrize(("mentah", "rupiah"), BERSIH)
def test_clean_amounts_are_read_without_a_word(mentah, rupiah):
    bacaan = baca_rupiah(mentah)

    assert (bacaan.rupiah, kode(bacaan)) == (rupiah, [])


@pytest.mark.parametrize(("mentah", "rupiah", "peringatan"), DIPERINGATKAN)
def test_readable_amounts_say_how_they_were_read(mentah, rupiah, peringatan):
    bacaan = baca_rupiah(mentah)

    assert (bacaan.rupiah, kode(bacaan)) == (rupiah, [peringatan])
    assert not bacaan.galat


@pytest.mark.parametrize(("mentah", "galat"), DITOLAK)
def test_unreadable_amounts_have_no_value(mentah, galat):
    bacaan = baca_rupiah(mentah)

    assert (bacaan.nilai.angka, kode(bacaan)) == (None, [galat])
    assert bacaan.temuan[0].tingkat is Tingkat.GALAT


@pytest.mark.parametrize(
    "mentah", [None, "", " ", "-", "\u2013", "--", "\u2026", "Rp -", "Rp", "n/a"]
)
def test_an_empty_amount_is_not_zero(mentah):
    bacaan = baca_rupiah(mentah)

    assert (bacaan.nilai.angka, bacaan.nilai.jenis, kode(bacaan)) == (
        None,
        "KOSONG",
        ["PAGU_KOSONG"],
    )


@pytest.mark.parametrize(
    ("bilangan", "format_sel", "galat"),
    [
        (0.5, "0%", "ANGKA_TIDAK_TERBACA"),
        (5000, '"$"#,##0', "MATA_UANG_ASING"),
        (5000, "[$USD-409] #,##0", "MATA_UANG_ASING"),
        (5000, "[$\u20ac-2] #,##0", "MATA_UANG_ASING"),
    ],
)
def test_a_number_format_can_make_an_amount_unreadable(bilangan, format_sel, galat):
    assert kode(baca_rupiah(bilangan, format=format_sel)) == [galat]


def test_rupiah_formats_change_nothing():
    assert kode(baca_rupiah(271_000, format="[$Rp-421]#,##0")) == []
    assert kode(baca_rupiah(271_000, format='_-"Rp"* #,##0_-')) == []


def test_a_format_that_hides_thousands_is_said():
    bacaan = baca_rupiah(150_000_000, format="#,##0,,")

    assert (bacaan.rupiah, kode(bacaan)) == (150_000_000, ["NILAI_TIDAK_WAJAR"])
    assert "150.000.000" in bacaan.temuan[0].pesan


def test_the_raw_text_is_kept_as_typed():
    assert baca_rupiah(" Rp 23. 000.000 ").nilai.mentah == " Rp 23. 000.000 "
    assert baca_rupiah(271000.0).nilai.mentah == "271000"


@pytest.mark.parametrize("mentah", [contoh[0] for contoh in DIPERINGATKAN + DITOLAK] + ["-"])
def test_messages_are_full_sentences(mentah):
    for temuan in baca_rupiah(mentah).temuan:
        assert re.fullmatch(r"\S.{20,400}\.", temuan.pesan, re.DOTALL)


angka_mirip = st.text(alphabet="0123456789.,- \n\xa0RpO%()'\uff11\u200b", max_size=24)


@given(st.one_of(st.text(), angka_mirip))
def test_text_never_raises_and_never_invents(teks):
    bacaan = baca_rupiah(teks)

    assert bacaan.nilai.mentah == teks
    assert (bacaan.nilai.angka is None) or not bacaan.galat
    if bacaan.nilai.angka is not None:
        assert bacaan.nilai.angka >= 0
        assert str(bacaan.rupiah) in {digit(teks), digit(teks)[:-1], digit(teks)[:-2]}


def digit(teks):
    """The decimal digits of the text in order: a value is these, at most without zero sen."""
    return "".join(str(unicodedata.decimal(h)) for h in teks if h.isdecimal())


@given(st.one_of(st.integers(), st.floats(), st.decimals(), st.booleans(), st.none()))
def test_numbers_never_raise(bilangan):
    bacaan = baca_rupiah(bilangan)

    if bacaan.nilai.angka is not None:
        assert bacaan.nilai.angka == round(bilangan)


@given(st.one_of(st.dates(), st.datetimes(), st.times(), st.timedeltas()))
def test_dates_never_raise_and_are_never_amounts(tanggal):
    assert kode(baca_rupiah(tanggal)) == ["TANGGAL_DI_ANGKA"]


@given(st.integers(min_value=0, max_value=10**13 - 1))
def test_every_amount_reads_back_as_printed(rupiah):
    bertitik = f"{rupiah:,}".replace(",", ".")

    for teks in (str(rupiah), bertitik, f"Rp {bertitik},00", f"Rp. {bertitik},-"):
        assert baca_rupiah(teks).rupiah == rupiah
