"""Which sheet and table are read, what corrections and proposals do."""

import pytest

from kinerja.aturan.temuan import Tingkat
from kinerja.impor.bacakan import usul_pertama
from kinerja.impor.koreksi import PilihanTidakSah
from tests.kinerja.tabel_uji import KEPALA_GARIS, N, baca, garis, kode, lembar

ISI = (KEPALA_GARIS, garis("1", "Program", 60_000_000))
LAIN = (KEPALA_GARIS, garis("1", "Program lain", 70_000_000))


def nama(hasil):
    return [s.nama for t in hasil.tabel for s in t.simpul]


def test_the_first_sheet_with_a_table_is_read_and_others_are_offered():
    hasil = baca(lembar(["Sampul"], nama="Sampul"), lembar(*ISI, nama="A"), lembar(*LAIN, nama="B"))

    assert nama(hasil) == ["Program"]
    assert [(x.nomor, x.lembar, x.jenis) for x in hasil.tabel_lain] == [
        (2, "B", "renja_garis_besar")
    ]
    assert kode(hasil) == {("A1", "TABEL_GANDA")}


def test_a_sheet_or_a_table_may_be_chosen():
    daftar = lembar(*ISI, nama="A"), lembar(*LAIN, nama="B")

    assert nama(baca(*daftar, lembar="B")) == ["Program lain"]
    assert nama(baca(*daftar, tabel=2)) == ["Program lain"]


def test_hidden_sheets_are_said_and_read_only_when_chosen():
    daftar = lembar(*ISI, nama="A"), lembar(*LAIN, nama="B", tersembunyi=True)

    assert {(t.letak.lembar, t.kode) for t in baca(*daftar).temuan} == {("B", "LEMBAR_TERSEMBUNYI")}
    assert nama(baca(*daftar, lembar="B")) == ["Program lain"]


def test_sheets_without_a_table_refuse_the_file_one_by_one():
    hasil = baca(
        lembar(nama="Kosong"), lembar([], KEPALA_GARIS, nama="Judul"), lembar(["\xa0"], nama="NBSP")
    )

    assert hasil.ditolak
    assert [(t.letak.lembar, t.letak.sel, t.kode) for t in hasil.temuan] == [
        ("Kosong", "", "LEMBAR_KOSONG"),
        ("Judul", "A2", "TANPA_BARIS_DATA"),
        ("NBSP", "", "LEMBAR_KOSONG"),
    ]
    assert {t.tingkat for t in hasil.temuan} == {Tingkat.TOLAK}


def test_beside_a_good_table_an_empty_sheet_is_silent_and_a_bare_head_a_warning():
    hasil = baca(lembar(*ISI), lembar(nama="Kosong"), lembar(KEPALA_GARIS, nama="Judul"))

    assert [(t.letak.lembar, t.kode, t.tingkat) for t in hasil.temuan] == [
        ("Judul", "TANPA_BARIS_DATA", Tingkat.PERINGATAN)
    ]


def test_a_choice_that_is_not_there_is_refused_in_words():
    with pytest.raises(PilihanTidakSah, match="Yang ada"):
        baca(lembar(*ISI), lembar="Lain")
    with pytest.raises(PilihanTidakSah, match="ada 1 tabel"):
        baca(lembar(*ISI), tabel=7)
    with pytest.raises(PilihanTidakSah, match="bukan alamat"):
        baca(lembar(*ISI), koreksi={"H": "5"})


SALAH = (
    KEPALA_GARIS,
    garis("1", "Program", 32_400_000),
    garis("1.1", "Kegiatan", "32.400.0000"),
    garis("1.1.1", "Sub", 32_400_000),
)


@pytest.mark.parametrize("sel", ["RENJA!G3", "'RENJA'!G3", "G3", "renja!$G$3"])
def test_a_correction_replaces_the_text_before_reading(sel):
    hasil = baca(lembar(*SALAH), koreksi={sel: "32.400.000"})

    assert kode(hasil) == set()
    assert hasil.tabel[0].simpul[1].pagu["2025"].bacaan.rupiah == 32_400_000


def test_a_correction_replaces_a_formula_without_value():
    isi = lembar(*SALAH, rumus={(2, 6): "=G9"}, tanpa_nilai={(2, 6)})

    assert kode(baca(isi, koreksi={"G3": "32400000"})) == set()


def test_an_error_left_unfilled_stays_visible_and_no_longer_blocks():
    hasil = baca(lembar(*SALAH), koreksi={"G3": ""})

    (temuan,) = [t for t in hasil.temuan if t.letak.sel == "G3"]
    assert (temuan.kode, temuan.tingkat) == ("ANGKA_TIDAK_TERBACA", Tingkat.PERINGATAN)
    assert hasil.tabel[0].simpul[1].pagu["2025"].bacaan.nilai.mentah == "32.400.0000"
    assert hasil.tabel[0].simpul[1].pagu["2025"].bacaan.rupiah is None


def test_a_row_whose_name_is_left_unfilled_is_skipped():
    hasil = baca(lembar(*ISI, garis("2", "Program", 1)), koreksi={"B3": ""})

    assert nama(hasil) == ["Program"]


def test_the_first_proposals_make_the_sums_balance():
    hasil = baca(lembar(*SALAH))

    assert usul_pertama(hasil) == {"RENJA!G3": "32400000"}
    assert kode(baca(lembar(*SALAH), koreksi=usul_pertama(hasil))) == set()


def test_the_total_row_is_a_claim():
    hasil = baca(lembar(*ISI, [N, "JUMLAH", N, N, N, N, 61_000_000]))

    assert hasil.tabel[0].jumlah_tertulis["2025"].bacaan.rupiah == 61_000_000
    assert kode(hasil) == {("G3", "PAGU_TIDAK_COCOK")}
