"""The penjenjangan as a Word file and as a workbook that comes back; by command, page and job."""

import io
from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from kinerja.models import Pekerjaan
from laporan.ekspor import penjenjangan_docx, penjenjangan_xlsx
from laporan.pekerjaan import kerjakan
from tests.laporan.penjenjangan_uji import kecil, naskah_demo

pytestmark = [pytest.mark.lambat, pytest.mark.django_db]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return naskah_demo()


@pytest.fixture(scope="module")
def word(demo):
    return Document(io.BytesIO(penjenjangan_docx.cetak(demo, "")))


# --- Word ---


def judul(word, tingkat):
    return [p.text for p in word.paragraphs if p.style.name == f"Heading {tingkat}"]


def kepala(tabel):
    return [[c.text for c in b.cells] for b in tabel.rows if b._tr.findall(f".//{W}tblHeader")]


def test_the_word_file_has_headings_contents_and_every_table(word, demo):
    assert judul(word, 1) == [
        "DAFTAR ISI", *(f"TAHAP {n}\n{j}" for n, j in enumerate(demo.tahap, start=1))
    ]  # fmt: skip
    assert judul(word, 2)[:3] == ["CSF I", "CSF II", "CSF III"]
    assert "TOC" in "".join(t.text for t in word.element.body.iter(qn("w:instrText")))
    takaran = [p.text for p in word.paragraphs]
    assert [t for t in takaran if t.startswith("Tabel 3.")] == [
        f"Tabel 3.{n}" for n in range(1, 24)
    ]
    assert sum(t.startswith("Blok 5.2.") for t in takaran) == 13
    kondisi = [
        t
        for t in word.tables
        if [k[0][-1] for k in [kepala(t)] if k] == [demo.kondisi[0].judul_kanan]
    ]
    assert sum(len(t.rows) - 1 for t in kondisi) == 64


def test_the_blocks_of_word_pdf_and_workbook_have_the_same_labels_in_the_same_order(word, demo):
    blok = [t for t in word.tables if t.cell(0, 0).text in ("Program", "Sub Kegiatan")]
    label = [[b.cells[k].text for b in t.rows] for t in blok for k in range(0, len(t.columns), 2)]

    naskah = [b for x in demo.kegiatan for b in (x.program, x.kegiatan)]
    naskah += [b for x in demo.sub_kegiatan for b in x.sub]
    assert label == [[i.label for i in b.isian] for b in naskah]
    assert {tuple(x[1:]) for x in label} == {("Sasaran", "Indikator", "Target", "Anggaran")}


def test_drawings_are_pictures_with_words_and_87_boxes_as_rows(word):
    gambar = [s._inline.docPr.get("descr") for s in word.inline_shapes]
    kotak = [t for t in word.tables if kepala(t) == [["Jenjang", "Kinerja", "Indikator"]]]

    assert gambar[0] == "Gambar 4.1 Ikhtisar"
    assert len(gambar) == len(kotak) == 10
    assert sum(len(t.rows) - 1 for t in kotak) == 87
    assert len(kotak[0].rows) - 1 == 11


def test_the_matrix_is_merged_and_targets_stand_in_columns_of_years(word, demo):
    matriks = [t for t in word.tables if t.cell(0, 0).text == "Level kinerja"]
    assert len(matriks) == 6
    sel = matriks[0].rows[7]._tr.findall(f"{W}tc")
    rentang = [tc.tcPr.find(f"{W}gridSpan") for tc in sel]
    assert [int(r.get(f"{W}val")) for r in rentang if r is not None] == [3, 2, 2]
    tahun = [t for t in word.tables if kepala(t) and "Target Tahun" in kepala(t)[0]]
    nilai = [c.text for t in tahun for b in t.rows[2:] for c in b.cells[3:]]
    assert len([v for v in nilai if "," in v]) == 35


def test_the_word_file_says_konsep_and_equal_documents_are_equal_files(word):
    assert word.sections[0].header.paragraphs[0].text == "KONSEP"
    isi = kecil()
    for cetak in (penjenjangan_docx.cetak, penjenjangan_xlsx.cetak):
        assert cetak(isi, "") == cetak(isi, "")


def test_signs_that_nobody_sees_do_not_stop_the_word_file():
    awal = kecil()
    kotak = (replace(awal.kotak[0], judul="k\x01l"),)
    isi = replace(awal, outcome="a\x0bb", csf=("x\x07y",), penutup="q\x0cz", kotak=kotak)

    word = Document(io.BytesIO(penjenjangan_docx.cetak(isi, "")))

    assert [t.cell(1, 2).text for t in word.tables if t.cell(0, 0).text == "Outcome"
            and len(t.columns) == 3] == ["xy"]  # fmt: skip
    assert "qz" in [p.text for p in word.paragraphs]


# --- command and page ---


@pytest.mark.parametrize("akhiran", ["pdf", "docx", "xlsx"])
def test_the_command_writes_each_kind_of_file_and_says_what_is_in_it(
    milik_dinas, tmp_path, akhiran
):
    keluaran, kabar = tmp_path / f"p.{akhiran}", StringIO()

    pilihan = [f"--dokumen={milik_dinas.pk}", f"--keluaran={keluaran}"]
    call_command("cetak", "penjenjangan", *pilihan, stdout=kabar)

    assert keluaran.read_bytes()[:2] in (b"%P", b"PK")
    assert "1 kotak, 1 kegiatan, 1 sub kegiatan." in kabar.getvalue()


def test_the_command_names_what_there_is_when_the_document_does_not_exist(milik_dinas, tmp_path):
    with pytest.raises(CommandError, match=f"yang ada: {milik_dinas.pk} "):
        call_command("cetak", "penjenjangan", "--dokumen=0", f"--keluaran={tmp_path / 'a.pdf'}")


def test_the_page_gives_a_job_then_the_file(client, perencana, milik_dinas):
    client.force_login(perencana)
    alamat = reverse("penjenjangan-berkas", args=[milik_dinas.pk])

    jawab = client.get(alamat, {"format": "pdf", "kertas": "A3"})

    pekerjaan = Pekerjaan.objects.get()
    assert jawab.url == reverse("pekerjaan", args=[pekerjaan.uid])
    kerjakan.call(pekerjaan.pk)
    isi = client.get(alamat, {"format": "pdf", "kertas": "A3"})
    lebar = PdfReader(io.BytesIO(b"".join(isi.streaming_content))).pages[0].mediabox.width
    assert round(float(lebar) / 72 * 25.4) == 420


def test_who_may_not_see_it_gets_no_file(client, perencana_lain, milik_dinas):
    alamat = reverse("penjenjangan-berkas", args=[milik_dinas.pk])
    assert client.get(alamat).status_code == 302
    client.force_login(perencana_lain)
    assert client.get(alamat).status_code == 404


def test_the_page_offers_papers_and_three_kinds_of_file(client, perencana, milik_dinas):
    client.force_login(perencana)

    isi = client.get(reverse("penjenjangan-cetak", args=[milik_dinas.pk])).content.decode()

    for nilai in ("F4", "A3", "pdf", "docx", "xlsx"):
        assert f'value="{nilai}"' in isi
    assert "KONSEP" in isi


@pytest.mark.parametrize("salah", [{"format": "svg"}, {"kertas": "A9"}])
def test_a_choice_that_the_page_does_not_offer_is_refused_on_it(
    client, perencana, milik_dinas, salah
):
    client.force_login(perencana)
    tanya = {"format": "pdf", "kertas": "F4"} | salah

    jawab = client.get(reverse("penjenjangan-berkas", args=[milik_dinas.pk]), tanya)

    assert jawab.status_code == 422
    assert not Pekerjaan.objects.exists()
