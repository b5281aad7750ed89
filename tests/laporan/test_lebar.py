"""Papers, sizes of type and facing sheets."""

import pytest

from cascading.matriks import susun
from cascading.set_kolom import SET_BAKU, DaftarKolom, Kolom
from kinerja.gambar.ukur_teks import kata_terlebar
from laporan.pdf.lebar import ISI_X, KERTAS, kertas_ditawarkan, tata_letak, terulang
from tests.cascading.contoh import isi_matriks, matriks, pohon, simpul

SEMUA = [(s, k) for s in SET_BAKU for k in KERTAS]


def kata_panjang(huruf: int):
    return susun(
        isi_matriks([simpul("P", None, "program", nama="w" * huruf)]), SET_BAKU["dinsos-13"]
    )


@pytest.mark.parametrize(("nama_set", "kertas"), SEMUA)
def test_type_is_never_smaller_than_the_paper_allows(nama_set, kertas):
    tata = tata_letak(matriks(43, nama_set), KERTAS[kertas])

    assert tata.ukuran >= {"A3": 5.5, "F4": 7.0}[kertas]


@pytest.mark.parametrize(("nama_set", "kertas"), SEMUA)
def test_no_word_is_broken_on_any_sheet(nama_set, kertas):
    m = matriks(43, nama_set)
    tata = tata_letak(m, KERTAS[kertas])

    for lembar in tata.lembar:
        assert sum(lembar.lebar) <= KERTAS[kertas].ruang + 1e-6
        for i, lebar in zip(lembar.kolom, lembar.lebar, strict=True):
            terlebar = max(kata_terlebar(s.teks, tata.ukuran) for s in m.sel[i])
            assert terlebar <= lebar - 2 * ISI_X


@pytest.mark.parametrize(("nama_set", "kertas"), SEMUA)
def test_every_column_is_printed_and_only_named_ones_twice(nama_set, kertas):
    m = matriks(43, nama_set)
    tercetak = [i for lembar in tata_letak(m, KERTAS[kertas]).lembar for i in lembar.kolom]

    assert set(tercetak) == set(range(len(m.kolom)))
    assert {i for i in tercetak if tercetak.count(i) > 1} <= set(terulang(m.kolom))


def test_facing_sheets_repeat_no_program_and_kegiatan():
    m = matriks(43).bernomor()
    tata = tata_letak(m, KERTAS["F4"])

    assert len(tata.lembar) == 2
    for lembar in tata.lembar:
        kunci = {m.kolom[i].kunci for i in lembar.kolom}
        assert {"no", "program_kode_nama", "kegiatan_kode_nama"} <= kunci


def test_a_set_without_no_gets_one_on_facing_sheets():
    m = matriks(43, "belanja-wajib-24")

    assert [s.teks for s in m.bernomor().sel[0]][:3] == ["1", "2", "3"]
    assert m.bernomor().bernomor() == m.bernomor()


def test_only_papers_that_fit_are_offered():
    assert [(t.kertas.nama, t.muat) for t in kertas_ditawarkan(matriks(43, "dinsos-13"))] == [
        ("A3", True),
        ("F4", True),
    ]
    assert [t.kertas.nama for t in kertas_ditawarkan(matriks(43))] == ["A3"]


def test_when_no_paper_fits_all_are_offered_with_facing_sheets():
    kolom = [Kolom("no", "No"), Kolom("program_nama", "Program")]
    kolom += [Kolom(f"sub_kegiatan_target_{t}", f"Target {t}") for t in range(2020, 2070)]

    tawaran = kertas_ditawarkan(susun(isi_matriks(pohon(4)), DaftarKolom("x", "X", tuple(kolom))))

    assert [t.kertas.nama for t in tawaran] == ["A3", "F4"]
    assert all(len(t.lembar) > 1 for t in tawaran)


def test_a_long_word_makes_its_column_wider_or_continues_on_another_sheet():
    tata = tata_letak(kata_panjang(26), KERTAS["F4"])

    assert not tata.memenggal


def test_even_sixty_columns_of_long_words_find_their_sheets():
    kunci = [f"program_target_{t}" for t in range(2000, 2059)]
    kolom = tuple(Kolom(k, "W" * 80) for k in ("program_nama", *kunci))

    tata = tata_letak(susun(isi_matriks(pohon(4)), DaftarKolom("x", "X", kolom)), KERTAS["F4"])

    assert {i for lembar in tata.lembar for i in lembar.kolom} == set(range(60))


def test_a_word_that_no_column_can_hold_is_broken_and_the_paper_does_not_fit():
    tata = tata_letak(kata_panjang(600), KERTAS["A3"])

    assert tata.memenggal
    assert not tata.muat
    assert all(sum(lembar.lebar) <= KERTAS["A3"].ruang + 1e-6 for lembar in tata.lembar)
