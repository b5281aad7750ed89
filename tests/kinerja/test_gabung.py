"""Several sheets of a workbook as one import."""

import pytest

from tests.kinerja.tabel_uji import KEPALA_GARIS, baca, garis, kode, lembar

BENCANA = garis("1", "Program Bencana", 30_000_000)
SANDANG = garis("1.1", "Perlindungan", 30_000_000), garis("1.1.1", "Sandang", 30_000_000)
TAMAN = garis("1", "Program Taman", 7_000_000), garis("1.1", "Pemeliharaan", 7_000_000)


def dibaca(*daftar, **pilihan):
    return baca(*daftar, semua_tabel=True, **pilihan)


def bentuk(hasil):
    """(sheet, name, name of the parent) of every node."""
    nama = {s.id: s.nama for t in hasil.tabel for s in t.simpul}
    return [(t.lembar, s.nama, nama.get(s.induk)) for t in hasil.tabel for s in t.simpul]


def test_a_sheet_per_program_is_read_at_once_with_ids_of_its_own():
    hasil = dibaca(
        lembar(KEPALA_GARIS, BENCANA, *SANDANG, nama="A"), lembar(KEPALA_GARIS, *TAMAN, nama="B")
    )

    assert bentuk(hasil) == [
        ("A", "Program Bencana", None),
        ("A", "Perlindungan", "Program Bencana"),
        ("A", "Sandang", "Perlindungan"),
        ("B", "Program Taman", None),
        ("B", "Pemeliharaan", "Program Taman"),
    ]
    assert len({s.id for t in hasil.tabel for s in t.simpul}) == 5
    assert hasil.tabel_lain == []


def test_a_program_printed_on_each_sheet_is_one():
    lagi = garis("1.2", "Pemulihan", 5_000_000)

    hasil = dibaca(
        lembar(KEPALA_GARIS, BENCANA, *SANDANG, nama="A"),
        lembar(KEPALA_GARIS, BENCANA, lagi, nama="B"),
    )

    assert ("B", "Pemulihan", "Program Bencana") in bentuk(hasil)
    assert sum(nama == "Program Bencana" for _, nama, _ in bentuk(hasil)) == 1
    (pesan,) = [t.pesan for t in hasil.temuan if t.kode == "DUPLIKAT_PERSIS"]
    assert "baris 2 lembar “A”" in pesan


def test_the_same_name_with_another_amount_is_an_error_at_the_second_sheet():
    hasil = dibaca(
        lembar(KEPALA_GARIS, *TAMAN, nama="A"),
        lembar(KEPALA_GARIS, TAMAN[0], garis("1.1", "Pemeliharaan", 9_000_000), nama="B"),
    )

    salah = [(t.letak.lembar, t.letak.sel) for t in hasil.temuan if t.menghalangi]
    assert salah == [("B", "B3")]


def test_a_sheet_per_year_becomes_one_tree_with_the_values_of_each_year():
    kepala = [*KEPALA_GARIS[:4], "Target {}", "Satuan", "Pagu {}"]
    lembar_tahun = [
        lembar([k.format(t) for k in kepala], garis("1", "Program Taman", t * 1000), nama=str(t))
        for t in (2025, 2026)
    ]

    hasil = dibaca(*lembar_tahun, tahun=None)

    (satu,) = [s for t in hasil.tabel for s in t.simpul]
    assert {t: n.bacaan.rupiah for t, n in satu.pagu.items()} == {"2025": 2025000, "2026": 2026000}
    assert [set(i.target) for i in satu.indikator] == [{"2025", "2026"}]
    assert not [k for _, k in kode(hasil) if k.startswith("DUPLIKAT")]


def test_a_table_of_another_layout_stays_offered():
    kepala = ["No", "Indikator", "Satuan", "Target 2025", "Target 2026"]
    iku = lembar(kepala, ["1", "Persen", "%", "1", "2"], nama="IKU")

    hasil = dibaca(lembar(KEPALA_GARIS, *TAMAN, nama="A"), iku)

    assert [t.lembar for t in hasil.tabel] == ["A"]
    assert [x.lembar for x in hasil.tabel_lain] == ["IKU"]


@pytest.mark.parametrize("di_atas", [True, False])
@pytest.mark.parametrize("sebutan", ["Sub Unit Organisasi : {}", "Unit Organisasi : 1.06.01 {}"])
def test_a_sheet_per_unit_adds_up_what_the_units_share(di_atas, sebutan):
    daftar = []
    for unit, target, pagu in (("UPTD A", 1, 30_000_000), ("UPTD B", 2, 12_000_000)):
        kepala = [sebutan.format(unit)], KEPALA_GARIS
        program = garis("1", "Program Bencana", pagu, target=target)
        anak = garis("1.1", "Perlindungan", pagu), garis("1.1.1", "Sandang", pagu)
        atas = kepala if di_atas else kepala[::-1]
        daftar.append(lembar(*atas, program, *anak, nama=unit))

    hasil = dibaca(*daftar)

    simpul = [s for t in hasil.tabel for s in t.simpul]
    assert [(s.nama, s.unit, *(n.bacaan.rupiah for n in s.pagu.values())) for s in simpul] == [
        ("Program Bencana", "", 42_000_000),
        ("Perlindungan", "", 42_000_000),
        ("Sandang", "UPTD A", 30_000_000),
        ("Sandang", "UPTD B", 12_000_000),
    ]
    assert [s.induk for s in simpul] == [None, simpul[0].id, simpul[1].id, simpul[1].id]
    (beda,) = hasil.temuan
    assert (beda.kode, beda.letak.lembar, beda.letak.sel) == ("NILAI_TIDAK_WAJAR", "UPTD B", "E3")
    assert "UPTD B" in beda.pesan


def test_a_unit_in_a_second_sheet_with_other_amounts_stays_an_error():
    daftar = [
        lembar(["Sub Unit : UPTD A"], KEPALA_GARIS, garis("1", "Program Bencana", pagu), nama=nama)
        for nama, pagu in (("A", 30_000_000), ("B", 12_000_000))
    ]

    assert [t.letak.lembar for t in dibaca(*daftar).temuan if t.menghalangi] == ["B"]
