"""Page planning: merged cells closed and continued, texts taller than a page, nothing lost."""

from hypothesis import given
from hypothesis import strategies as st

from cascading.matriks import Sel
from laporan.pdf.halaman import Halaman, Perencana, Ruang
from laporan.pdf.lebar import LANJUTAN
from laporan.pdf.ukuran import UkuranKolom

RUANG = Ruang(pertama=180, biasa=240, penutup=60)


def kolom(sel, lebar=90.0):
    return UkuranKolom(sel, lebar, 8)


def rata(baris: int, teks: str = "satu dua tiga", label: bool = False):
    return [Sel(n, 1, teks, label=label) for n in range(baris)]


def rencana(*daftar, baris: int, ruang: Ruang = RUANG) -> list[Halaman]:
    return Perencana([kolom(sel) for sel in daftar], baris, ruang).halaman()


def kata(halaman: list[Halaman], c: int, i: int) -> list[str]:
    """Words printed of a cell over all pages, marks left out."""
    baris = [b for h in halaman for p in h.potong[c] if p.sel == i for b in p.tulisan.teks]
    return " ".join(baris).replace(LANJUTAN, "").split()


def test_every_row_is_on_one_page_in_order():
    halaman = rencana(rata(60), baris=60)

    assert [r for h in halaman for r in range(h.awal, h.akhir)] == list(range(60))
    assert [h.penutup for h in halaman] == [False] * (len(halaman) - 1) + [True]


def test_a_merged_cell_is_closed_and_repeated_with_its_mark():
    halaman = rencana([Sel(0, 30, "Program Rehabilitasi", label=True)], rata(30), baris=30)

    potong = [p for h in halaman for p in h.potong[0]]
    assert len(potong) == len(halaman) > 1
    assert [p.lanjutan for p in potong] == [False] + [True] * (len(potong) - 1)
    assert LANJUTAN not in " ".join(potong[0].tulisan.teks)
    assert all(" ".join(p.tulisan.teks).startswith("Program Rehabilitasi") for p in potong)
    assert all(LANJUTAN in " ".join(p.tulisan.teks) for p in potong[1:])


def test_a_cell_that_is_no_label_is_repeated_without_the_mark():
    halaman = rencana([Sel(0, 30, "Persentase")], rata(30), baris=30)

    assert all(p.tulisan.teks == ("Persentase",) for h in halaman for p in h.potong[0])


def test_a_long_label_stretches_its_rows_evenly():
    tinggi = rencana([Sel(0, 3, "kata " * 60)], rata(3), baris=3)[0].tinggi

    assert max(tinggi) - min(tinggi) < 1e-6
    assert sum(tinggi) > 3 * 20


def test_a_cell_taller_than_a_page_flows_on_and_loses_no_word():
    teks = " ".join(f"kata{n}" for n in range(400))

    halaman = rencana([Sel(0, 1, teks, label=True), Sel(1, 1, "lain")], rata(2), baris=2)

    assert len(halaman) > 2
    assert kata(halaman, 0, 0) == teks.split()
    assert all(sum(h.tinggi) <= RUANG.biasa + 1e-6 for h in halaman)
    assert all(LANJUTAN in h.potong[0][0].tulisan.teks for h in halaman[1:-1])


def test_a_merged_cell_taller_than_a_page_flows_beside_its_rows():
    teks = " ".join(f"kata{n}" for n in range(150))

    halaman = rencana([Sel(0, 60, teks, label=True)], rata(60), baris=60)

    assert kata(halaman, 0, 0)[:150] == teks.split()


def test_the_signatures_keep_two_rows_with_them():
    for baris in range(1, 40):
        halaman = rencana(rata(baris), baris=baris)
        terakhir = halaman[-1]
        assert terakhir.akhir - terakhir.awal >= min(2, baris)
        batas = RUANG.pertama if len(halaman) == 1 else RUANG.biasa
        assert sum(terakhir.tinggi) + RUANG.penutup <= batas + 1e-6


def test_no_rows_still_make_a_page():
    halaman = rencana([], baris=0)

    assert [(h.awal, h.akhir, h.penutup) for h in halaman] == [(0, 0, True)]


def test_rows_that_leave_no_room_send_the_closing_block_to_a_page_of_its_own():
    teks = "kata " * 45
    halaman = rencana(rata(1, teks), baris=1, ruang=Ruang(pertama=240, biasa=240, penutup=120))

    assert [(h.awal, h.akhir) for h in halaman] == [(0, 1), (1, 1)]


@st.composite
def bersarang(draw):
    """Three nested columns over 1-40 rows, texts from one word to more than a page."""
    panjang = draw(st.lists(st.integers(1, 4), min_size=1, max_size=12))
    baris = sum(panjang)
    sel, mulai = [], 0
    for n in panjang:
        sel.append(Sel(mulai, n, " ".join(["kata"] * draw(st.integers(1, 160))), label=True))
        mulai += n
    atas = [Sel(0, baris, " ".join(["induk"] * draw(st.integers(1, 300))), label=True)]
    daun = [Sel(n, 1, " ".join(["daun"] * draw(st.integers(1, 40)))) for n in range(baris)]
    return baris, [atas, sel, daun]


@given(bersarang())
def test_pages_hold_what_they_plan_and_print_every_cell(isi):
    baris, daftar = isi

    halaman = rencana(*daftar, baris=baris)

    for n, h in enumerate(halaman):
        batas = RUANG.pertama if n == 0 else RUANG.biasa
        assert sum(h.tinggi) <= batas + 1e-3
        for c, potong in enumerate(h.potong):
            assert sum(p.rentang for p in potong) == len(h.tinggi)
            k = kolom(daftar[c])
            for p in potong:
                perlu = k.tinggi(len(p.tulisan))
                assert perlu <= sum(h.tinggi[p.mulai : p.mulai + p.rentang]) + 1e-3
    for c, sel in enumerate(daftar):
        for i, s in enumerate(sel):
            assert kata(halaman, c, i)[: len(s.teks.split())] == s.teks.split()
