"""The diagram as a file: command, page, links of the PDF, picture; drawn on all demo documents."""

import io
from io import StringIO
from xml.etree import ElementTree

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from PIL import Image
from pypdf import PdfReader

from kinerja.models import Pekerjaan, Pohon
from laporan.naskah_diagram import PesananDiagram, naskah_diagram
from laporan.pdf.cetak import cetak_pdf
from laporan.pdf.diagram import DokumenDiagram
from laporan.pekerjaan import kerjakan
from tests.factories import PADA, buat_pohon
from tests.kinerja.test_diagram import bertabrakan, terpotong
from tests.laporan.test_diagram_rencana import agensi, lengkap, semua_kotak, tak_muat

pytestmark = pytest.mark.lambat


@pytest.fixture
def cetak(pohon, jalur, tmp_path, capsys):
    def jalankan(nama="a.pdf", **pilihan):
        keluaran = tmp_path / nama
        bawaan = {"pohon": pohon.pk, "tahun": 2025, "keluaran": keluaran}
        call_command("cetak", "pohon", **bawaan | pilihan)
        return keluaran.read_bytes()

    return jalankan


def test_the_command_writes_pdf_svg_and_png_and_says_how_small_the_text_is(cetak, capsys):
    assert cetak("a.pdf").startswith(b"%PDF-")
    assert "5 kotak." in (kabar := capsys.readouterr().out)
    assert "1 halaman, huruf terkecil 12,5 pt." in kabar
    assert ElementTree.fromstring(cetak("a.svg")).tag.endswith("svg")
    assert Image.open(io.BytesIO(cetak("a.png"))).width == 4000


def test_a_poster_has_the_size_of_its_paper(cetak):
    halaman = PdfReader(io.BytesIO(cetak(bentuk="poster", kertas="A1"))).pages

    assert len(halaman) == 1
    assert [round(float(x) / 72 * 25.4) for x in halaman[0].mediabox[2:]] == [841, 594]


@pytest.mark.parametrize(
    ("pilihan", "pesan"),
    [
        ({"kertas": "A0"}, "Kertas A0 bukan untuk set; yang ada: A3, F4"),
        ({"bentuk": "poster", "kertas": "F4"}, "bukan untuk poster; yang ada: A2, A1, A0"),
        ({"nama": "a.xlsx"}, "harus .pdf atau .svg atau .png"),
        ({"tahun": 2031}, "di luar periode"),
    ],
)
def test_a_wrong_request_is_refused_with_a_sentence(cetak, pilihan, pesan):
    with pytest.raises(CommandError, match=pesan):
        cetak(**pilihan)


def test_a_reference_is_a_link_to_its_page_in_the_pdf():
    dokumen = DokumenDiagram.siapkan(agensi(3, 3, 2, 3), "A3")
    pdf = PdfReader(io.BytesIO(cetak_pdf(dokumen.html(), bertanda=True)))

    assert len(pdf.pages) == dokumen.jumlah_halaman > 1
    tujuan = [_tujuan(pdf, halaman) for halaman in pdf.pages]
    assert tujuan == [sorted(h.tujuan.values()) for h in dokumen.halaman]
    assert "lihat halaman 2" in " ".join(pdf.pages[0].extract_text().split())


def _tujuan(pdf, halaman):
    """Page numbers that the links of a page lead to."""
    nama = pdf.named_destinations
    hasil = []
    for satu in halaman.get("/Annots") or ():
        isi = satu.get_object()
        dest = isi.get("/Dest") or isi["/A"]["/D"]
        hasil.append(pdf.get_destination_page_number(nama[dest]) + 1)
    return sorted(hasil)


def test_every_page_says_konsep_and_its_number_and_has_the_legend():
    dokumen = DokumenDiagram.siapkan(agensi(3, 3, 2, 3), "A3")
    pdf = PdfReader(io.BytesIO(cetak_pdf(dokumen.html(), bertanda=True)))

    for nomor, halaman in enumerate(pdf.pages, start=1):
        teks = halaman.extract_text()
        assert "KONSEP · kaki" in teks
        assert f"Halaman {nomor} dari {len(pdf.pages)}" in teks
        assert teks.count("Kegiatan") >= 1


def test_all_demo_documents_are_drawn_whole_and_legible_on_every_paper(db):
    call_command("muat_contoh", stdout=StringIO())

    for pohon in Pohon.objects.select_related("perangkat_daerah__pemda", "periode"):
        pesanan = PesananDiagram(pohon, pohon.periode.tahun_awal)
        naskah = naskah_diagram(pesanan, pada=PADA.date())
        for kertas in ("A3", "F4"):
            halaman = DokumenDiagram.siapkan(naskah, kertas).halaman
            assert all(bertabrakan(h.muatan.diagram) == [] for h in halaman)
            assert all(terpotong(h.muatan.diagram) == [] for h in halaman)
            assert {h.muatan.bidang.kertas.nama for h in halaman} == {kertas}
            assert all(h.muatan.terbaca for h in halaman)
            assert tak_muat(halaman) == []
            assert lengkap(naskah, halaman) == {k.id for k in semua_kotak(naskah)}


# --- the page ---


def test_the_page_offers_papers_with_pages_and_smallest_text(client, perencana, pohon, jalur):
    client.force_login(perencana)

    isi = client.get(reverse("cetak-diagram", args=[pohon.pk]), {"tahun": 2025}).content.decode()

    for nilai in ("set:A3", "set:F4", "poster:A2", "poster:A0", "poster:GULUNGAN"):
        assert f'value="{nilai}"' in isi
    assert "1 halaman, huruf terkecil 12,5 pt" in isi
    assert 'name="format" value="png"' in isi


def test_the_diagram_leads_to_its_print(client, perencana, pohon, jalur):
    client.force_login(perencana)

    isi = client.get(reverse("pohon-diagram", args=[pohon.pk]), {"tahun": 2025}).content.decode()

    assert f'href="{reverse("cetak-diagram", args=[pohon.pk])}?tahun=2025"' in isi


@pytest.mark.parametrize(("format_", "awal"), [("pdf", b"%PDF-"), ("png", b"\x89PNG")])
def test_a_download_goes_through_a_job(client, perencana, pohon, jalur, format_, awal):
    client.force_login(perencana)
    alamat = reverse("berkas-diagram", args=[pohon.pk])
    pilihan = {"tahun": 2025, "susunan": "set:A3", "format": format_}

    assert client.get(alamat, pilihan).status_code == 302
    kerjakan.call(Pekerjaan.objects.get().pk)
    jawab = client.get(alamat, pilihan)

    assert b"".join(jawab.streaming_content).startswith(awal)
    assert f".{format_}" in jawab["Content-Disposition"]


@pytest.mark.parametrize("pilihan", [{"format": "pdf"}, {"format": "x"}, {"susunan": "set:A0"}])
def test_a_wrong_choice_comes_back_with_the_form(client, perencana, pohon, jalur, pilihan):
    client.force_login(perencana)

    assert client.get(reverse("berkas-diagram", args=[pohon.pk]), pilihan).status_code == 422


def test_an_empty_document_says_so(client, perencana, dinas):
    kosong = buat_pohon(dinas, perencana, judul="Kosong")
    client.force_login(perencana)

    assert "masih kosong" in client.get(reverse("cetak-diagram", args=[kosong.pk])).content.decode()
    pilihan = {"susunan": "set:A3", "format": "pdf"}
    assert client.get(reverse("berkas-diagram", args=[kosong.pk]), pilihan).status_code == 422


def test_others_get_nothing(client, pohon, jalur, perencana_lain):
    alamat = reverse("cetak-diagram", args=[pohon.pk])
    assert "/masuk/" in client.get(alamat)["Location"]
    client.force_login(perencana_lain)

    assert client.get(alamat).status_code == 404
