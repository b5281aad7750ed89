"""Tables side by side under one row of heads: all are listed, one is read."""

import pytest

from tests.kinerja.tabel_uji import KEPALA_GARIS, KEPALA_LEBAR, N, baca, garis, kode, lembar

KIRI = [garis("1", "Rehabilitasi", 500_000), garis("1.1", "Dasar", 500_000)]
KANAN = [garis("1", "Rehabilitasi", 800_000), garis("1.1", "Dasar", 800_000)]
CELAH = {"an empty column": [N], "nothing": []}


def berdampingan(celah: list[None]):
    isi = [[*a, *celah, *b] for a, b in zip(KIRI, KANAN, strict=True)]
    return lembar(
        ["Murni", *[N] * (6 + len(celah)), "Perubahan"],
        [*KEPALA_GARIS, *celah, *KEPALA_GARIS],
        *isi,
    )


@pytest.mark.parametrize("celah", CELAH.values(), ids=CELAH.keys())
def test_the_left_one_is_read_and_the_right_one_named(celah):
    hasil = baca(berdampingan(celah))

    assert [s.pagu["2025"].bacaan.rupiah for s in hasil.tabel[0].simpul] == [500_000, 500_000]
    (lain,) = hasil.tabel_lain
    assert (lain.nomor, lain.judul) == (2, "Perubahan")
    assert {k for _, k in kode(hasil)} == {"TABEL_GANDA"}


@pytest.mark.parametrize("celah", CELAH.values(), ids=CELAH.keys())
def test_the_right_one_can_be_chosen(celah):
    hasil = baca(berdampingan(celah), tabel=2)

    assert [s.pagu["2025"].bacaan.rupiah for s in hasil.tabel[0].simpul] == [800_000, 800_000]
    assert hasil.tabel[0].judul == "Perubahan"


def test_tables_of_different_length():
    hasil = baca(
        lembar(
            [*KEPALA_GARIS, N, *KEPALA_GARIS],
            [*KIRI[0], N, *KANAN[0]],
            [*[N] * 7, N, *KANAN[1]],
        ),
        tabel=2,
    )

    assert len(hasil.tabel[0].simpul) == 2
    assert len(hasil.tabel_lain) == 1


def test_a_number_column_per_level_is_one_table():
    kepala = ["No", "Program", "No", "Kegiatan", "No", "Sub Kegiatan", *KEPALA_LEBAR[4:]]

    hasil = baca(lembar(kepala, [1, "A", 1, "B", 1, "C", "Jumlah", 1, "Orang", 500_000]))

    assert [s.nama for s in hasil.tabel[0].simpul] == ["A", "B", "C"]
    assert hasil.tabel_lain == []
