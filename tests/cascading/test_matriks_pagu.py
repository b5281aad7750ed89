"""Money in the table: sums, claims that differ, amounts that cannot be read."""

from cascading.matriks import susun
from cascading.set_kolom import DINSOS_13, LENGKAP
from tests.cascading.contoh import isi_matriks, simpul

JALUR = (
    simpul("P1", None, "program"),
    simpul("K11", "P1", "kegiatan"),
    simpul("U111", "K11", "sub_kegiatan"),
    simpul("U112", "K11", "sub_kegiatan"),
)


def sel(m, kunci):
    return m.sel[[k.kunci for k in m.kolom].index(kunci)]


def test_parents_print_the_sum_of_their_pagu():
    m = susun(isi_matriks(JALUR, {"U111": 1_500, "U112": 2_000_000}), LENGKAP)

    assert [s.teks for s in sel(m, "sub_kegiatan_pagu")] == ["1.500", "2.000.000"]
    assert [(s.teks, s.angka, s.catatan) for s in sel(m, "program_pagu")] == [
        ("2.001.500", 2_001_500, ())
    ]
    assert m.jumlah.angka == 2_001_500


def test_a_claim_that_differs_stands_under_the_sum():
    isi = isi_matriks(JALUR, {"U111": 100, "U112": 200}, {"P1": 300, "K11": 1_000, "akar": 250})

    m = susun(isi, LENGKAP)

    assert sel(m, "program_pagu")[0].catatan == ()
    assert sel(m, "kegiatan_pagu")[0].catatan == ("tertulis 1.000",)
    assert m.jumlah.catatan == ("tertulis 250",)


def test_an_unreadable_amount_is_printed_as_typed_and_counted():
    m = susun(isi_matriks(JALUR, {"U111": 100, "U112": None}), LENGKAP)

    leaf = sel(m, "sub_kegiatan_pagu")[1]
    assert (leaf.teks, leaf.catatan, leaf.angka) == ("13.2918.000", ("tidak terbaca",), None)
    assert sel(m, "kegiatan_pagu")[0].catatan == ("1 pagu tidak terbaca",)
    assert m.jumlah.catatan == ("1 pagu tidak terbaca",)


def test_an_unreadable_claim_is_shown_beside_the_sum():
    isi = isi_matriks(JALUR, {"U111": 5, "U112": 6}, klaim_mentah={"K11": "32.400.0000"})

    m = susun(isi, LENGKAP)

    assert sel(m, "kegiatan_pagu")[0].catatan == ("tertulis 32.400.0000 tidak terbaca",)


def test_zero_is_a_value_and_nothing_is_a_dash():
    m = susun(isi_matriks(JALUR, {"U111": 0}), LENGKAP)
    kosong = susun(isi_matriks(JALUR, {}), LENGKAP)

    assert [s.teks for s in sel(m, "sub_kegiatan_pagu")] == ["0", "-"]
    assert sel(m, "program_pagu")[0].teks == "0"
    assert sel(kosong, "program_pagu")[0].teks == "-"


def test_a_set_without_money_still_has_the_total():
    m = susun(isi_matriks(JALUR, {"U111": 70}), DINSOS_13, judul_jumlah="JUMLAH PAGU")

    assert (m.jumlah.kolom, m.jumlah.teks, m.jumlah.angka) == (None, "JUMLAH PAGU", 70)
    assert m.ringkasan == "1 program, 1 kegiatan, 2 sub kegiatan"


def test_a_form_without_money_has_no_total_of_none():
    tanpa = susun(isi_matriks(JALUR, {}), DINSOS_13)

    assert not tanpa.jumlah.tercetak
    assert susun(isi_matriks(JALUR, {"U111": 70}), DINSOS_13).jumlah.tercetak
    assert susun(isi_matriks(JALUR, {}), LENGKAP).jumlah.tercetak
