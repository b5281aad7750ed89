"""Outlines whose head names fewer levels than their rows show."""

import pytest

from tests.kinerja.tabel_uji import N, baca, kode, lembar, pohon, tabel

POHON = [
    ("P1", "program", "Rehabilitasi"),
    ("P1.1", "kegiatan", "Dasar"),
    ("P1.1.1", "sub_kegiatan", "Permakanan"),
    ("P2", "program", "Pemberdayaan"),
    ("P2.1", "kegiatan", "PSKS"),
    ("P2.1.1", "sub_kegiatan", "Karang Taruna"),
]
NAMA = [nama for _, _, nama in POHON]
SISA = ["Indikator", "Target", "Satuan", "Pagu"]
NOMOR = ["1", "1.1", "1.1.1", "2", "2.1", "2.1.1"]
KODE = [
    "1.06.04", "1.06.04.2.01", "1.06.04.2.01.0001",
    "1.06.02", "1.06.02.2.03", "1.06.02.2.03.0001",
]  # fmt: skip


def _baris(nomor, nama=NAMA):
    return [[no, n, "Jumlah", 1, "Dok", N] for no, n in zip(nomor, nama, strict=True)]


@pytest.mark.parametrize(
    "judul",
    ["Kegiatan", "Program", "Uraian Kegiatan", "Nama Program/Kegiatan", "Program & Kegiatan",
     "Kegiatan/Sub Kegiatan"],
)  # fmt: skip
def test_numbers_go_deeper_than_the_head(judul):
    hasil = tabel(lembar(["No", judul, *SISA], *_baris(NOMOR)))

    assert hasil.jenis == "renja_garis_besar"
    assert pohon(hasil.simpul) == POHON


def test_codes_go_deeper_than_the_head():
    assert pohon(tabel(lembar(["Kode", "Kegiatan", *SISA], *_baris(KODE))).simpul) == POHON


@pytest.mark.parametrize("judul", ["Kegiatan", "Program/Kegiatan"])
def test_words_go_deeper_than_the_head(judul):
    kata = [f"{k} {x}" for x in "XY" for k in ("Program", "Kegiatan", "Sub Kegiatan")]
    hasil = tabel(lembar(["No", judul, *SISA], *_baris("123456", kata)))

    assert [s.level for s in hasil.simpul] == ["program", "kegiatan", "sub_kegiatan"] * 2


@pytest.mark.parametrize("kosong", ["-", N])
def test_rows_without_a_number_stand_below_the_numbered(kosong):
    nomor = ["1", "1.1", kosong, "2", "2.1", kosong]
    kepala = ["No", "Program/Kegiatan/Sub Kegiatan", *SISA]

    assert pohon(tabel(lembar(kepala, *_baris(nomor))).simpul) == POHON


def test_a_plain_list_keeps_the_level_of_its_head():
    hasil = baca(lembar(["No", "Sub Kegiatan", *SISA], *_baris("123456"))).tabel[0]

    assert {s.level for s in hasil.simpul} == {"sub_kegiatan"}


def _tangga(kepala, nomor, *, gabung=()):
    """One name column per level, below one head."""
    baris = []
    for no, (id_, _, nama) in zip(nomor, POHON, strict=True):
        langkah = id_.count(".")
        baris.append([no, *[N] * langkah, nama, *[N] * (2 - langkah), "Jumlah", 1, "Dok", N])
    return tabel(lembar(kepala, *baris, gabung=gabung))


@pytest.mark.parametrize("gabung", [["B1:D1"], []], ids=["merged", "unheaded"])
@pytest.mark.parametrize("nomor", [NOMOR, "123456"], ids=["dotted", "counted"])
def test_names_step_through_columns_below_one_head(gabung, nomor):
    kepala = ["No", "Program/Kegiatan/Sub Kegiatan", N, N, *SISA]

    assert pohon(_tangga(kepala, nomor, gabung=gabung).simpul) == POHON


def test_a_remark_beside_the_names_is_no_step():
    kepala = ["No", "Program/Kegiatan/Sub Kegiatan", N, *SISA]
    baris = [[b[0], b[1], "lihat lampiran", *b[2:]] for b in _baris(NOMOR)]

    hasil = tabel(lembar(kepala, *baris))

    assert pohon(hasil.simpul) == POHON
    assert "C" not in hasil.kolom


def test_a_number_and_a_name_below_one_head():
    baris = [[no, nama, "Jumlah", 1, "Dok", N] for no, nama in zip(NOMOR, NAMA, strict=True)]
    kepala = ["Program/Kegiatan/Sub Kegiatan", N, *SISA]

    hasil = tabel(lembar(kepala, *baris, gabung=["A1:B1"]))

    assert pohon(hasil.simpul) == POHON
    assert [s.no for s in hasil.simpul] == NOMOR


def test_a_program_printed_again_on_the_next_page_is_the_same():
    kepala = ["Kode", "Program/Kegiatan/Sub Kegiatan", *SISA]
    baris = _baris(KODE)
    ulang = [KODE[0], NAMA[0], N, N, N, N]

    hasil = baca(lembar(kepala, *baris[:2], ulang, *baris[2:]))

    assert pohon(hasil.tabel[0].simpul) == POHON
    assert ("B4", "DUPLIKAT_PERSIS") in kode(hasil)
    assert not [t for t in hasil.temuan if t.menghalangi]


def test_rows_that_show_no_level_are_said_once():
    hasil = baca(lembar(["No", "Uraian", *SISA], *_baris("123456")))

    assert {s.level for s in hasil.tabel[0].simpul} == {None}
    assert [t.letak.sel for t in hasil.temuan if t.kode == "JENJANG_TIDAK_DIKENAL"] == ["B2"]
