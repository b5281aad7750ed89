"""Pages of a diagram: legible, complete, without overlap, and the references are right."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.gambar.diagram import tata
from kinerja.gambar.kotak import Kotak
from laporan.pdf.diagram_kertas import GULUNGAN, bidang, muat
from laporan.pdf.diagram_rencana import LANJUTAN, rencanakan
from laporan.pdf.naskah_diagram import POSTER, NaskahDiagram, baca_naskah
from tests.kinerja.test_diagram import bertabrakan, besar, terpotong
from tests.kotak_acak import hutan

pytestmark = pytest.mark.lambat

TINGKAT = {"tujuan": 1, "sasaran": 2, "program": 3, "kegiatan": 4, "sub": 5}


def naskah(kotak, **isi):
    return NaskahDiagram(tuple(kotak), ("Cascading Dinas", "Tahun 2025"), "kaki", **isi)


def bertingkat(kotak):
    anak = tuple(bertingkat(a) for a in kotak.anak)
    return replace(kotak, alamat="", tingkat=TINGKAT[kotak.jenjang], anak=anak)


def agensi(*bentuk):
    """About 300 boxes (by default) as an agency has them."""
    return naskah(bertingkat(k) for k in besar(*bentuk))


def semua_kotak(dokumen):
    return [k for akar in dokumen.kotak for k in akar.semua()]


def tak_muat(halaman):
    """Pages whose drawing leaves its sheet."""
    return [
        h.judul
        for h in halaman
        if h.muatan.diagram.lebar * h.muatan.skala > h.muatan.bidang.lebar + 0.1
        or h.muatan.diagram.tinggi * h.muatan.skala > h.muatan.bidang.tinggi + 0.1
    ]


def tulisan(petak):
    return "".join("".join(b.teks for b in petak.baris).split())


def lengkap(dokumen, halaman):
    """Boxes that stand somewhere with every word and every indicator."""
    ada = {}
    for petak in (p for h in halaman for p in h.muatan.diagram.semua()):
        ada.setdefault(petak.kotak.id, []).append(tulisan(petak))
    return {
        k.id
        for k in semua_kotak(dokumen)
        if any(
            all("".join(t.split()) in isi for t in (k.judul, k.kalimat, *k.indikator, k.kaki))
            and all("".join(nama.split()) in isi for _, nama in k.program)
            for isi in ada.get(k.id, ())
        )
    }


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 500), st.sampled_from(["A3", "F4"]))
def test_every_box_of_a_set_is_printed_whole_legible_and_apart(benih, banyak, kertas):
    dokumen = naskah(hutan(benih, banyak))
    halaman = rencanakan(dokumen, kertas)

    for h in halaman:
        assert bertabrakan(h.muatan.diagram) == []
        assert terpotong(h.muatan.diagram) == []
        assert h.muatan.terbaca
    assert tak_muat(halaman) == []
    assert lengkap(dokumen, halaman) == {k.id for k in semua_kotak(dokumen)}


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 500), st.sampled_from(["A2", "A0", GULUNGAN]))
def test_every_box_of_a_poster_stands_apart_and_on_the_sheet(benih, banyak, kertas):
    dokumen = naskah(hutan(benih, banyak), bentuk=POSTER)
    halaman = rencanakan(dokumen, kertas)

    assert len(halaman) == 1
    assert bertabrakan(halaman[0].muatan.diagram) == []
    assert terpotong(halaman[0].muatan.diagram) == []
    assert tak_muat(halaman) == []
    assert lengkap(dokumen, halaman) == {k.id for k in semua_kotak(dokumen)}


@pytest.mark.parametrize("bentuk", [(5, 4, 3, 4), (2, 60, 2, 1), (1, 1, 1, 400), (24, 4, 2, 1)])
@pytest.mark.parametrize("kertas", ["A3", "F4"])
def test_an_agency_of_any_shape_is_legible_on_the_paper_that_was_asked_for(bentuk, kertas):
    halaman = rencanakan(agensi(*bentuk), kertas)

    assert {h.muatan.bidang.kertas.nama for h in halaman} == {kertas}
    terkecil = min(h.muatan.huruf_terkecil for h in halaman)
    assert terkecil >= {"A3": 5.5, "F4": 7.0}[kertas] - 1e-6


@pytest.mark.parametrize("kertas", ["A3", "F4"])
def test_references_lead_to_the_page_where_the_box_goes_on(kertas):
    halaman = rencanakan(agensi(), kertas)

    menuju = [(n, i, t) for n, h in enumerate(halaman, start=1) for i, t in h.tujuan.items()]
    assert menuju
    for nomor, kotak, tujuan in menuju:
        di = next(p for p in halaman[nomor - 1].muatan.diagram.semua() if p.kotak.id == kotak)
        assert f"halaman {tujuan}" in " ".join(b.teks for b in di.baris if b.jenis == "rujukan")
        di_sana = {p.kotak.id for p in halaman[tujuan - 1].muatan.diagram.semua()}
        assert kotak in di_sana or kotak == "tujuan1"


def test_what_the_overview_closes_says_how_much_and_where():
    halaman = rencanakan(agensi(), "A3")

    tertutup = [
        p.kotak for p in halaman[0].muatan.diagram.semua() if "lihat halaman" in p.kotak.rujukan
    ]
    assert halaman[0].judul == "Ikhtisar"
    assert sum(int(k.rujukan.split()[0]) for k in tertutup) + sum(
        1 for _ in halaman[0].muatan.diagram.semua()
    ) == len(semua_kotak(agensi()))


def test_a_page_that_goes_on_repeats_its_path_from_the_sasaran_down():
    halaman = rencanakan(agensi(1, 1, 1, 400), "A3")

    lanjutan = [h for h in halaman if "bagian 3" in h.judul]
    assert lanjutan
    jalur = lanjutan[0].muatan.diagram.akar[0]
    jenjang = [p.kotak.jenjang for p in jalur.semua()][:3]
    assert jenjang == ["sasaran", "program", "kegiatan"]
    assert LANJUTAN.split("{", maxsplit=1)[0] in " ".join(b.teks for b in jalur.baris)
    assert not any(b.jenis == "indikator" for b in jalur.baris)


def test_a_small_document_is_one_page():
    assert len(rencanakan(agensi(1, 2, 1, 1), "A3")) == 1
    assert rencanakan(naskah([]), "A3") == []


def test_a_box_too_large_for_the_paper_gets_a_larger_sheet():
    panjang = Kotak("a", "kondisi", "Kondisi", "kata " * 900, anak=(
        Kotak("b", "kondisi", "Kondisi", "kata " * 900, tingkat=2),
    ))  # fmt: skip

    halaman = rencanakan(naskah([panjang]), "F4")

    assert all(h.muatan.terbaca for h in halaman)
    assert {h.muatan.bidang.kertas.nama for h in halaman} != {"F4"}


def test_stacks_are_broken_into_columns_that_fill_the_sheet():
    dokumen, b = agensi(1, 1, 1, 400), bidang("A0")
    tetap = tata([k.bergantung(4) for k in dokumen.kotak])

    terbaik = muat(dokumen.kotak, b).skala

    assert terbaik > 4 * min(b.lebar / tetap.lebar, b.tinggi / tetap.tinggi)


def test_the_text_of_a_document_survives_its_journey_to_the_printing_process():
    dokumen = naskah(hutan(7, 40))

    assert baca_naskah(dokumen.ke_json()) == dokumen
