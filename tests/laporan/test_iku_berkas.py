"""The IKU document as workbook and Word file, by command, page and job."""

import io
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from docx import Document
from docx.oxml.ns import qn

from iku.contoh import fakta
from kinerja.impor.bacaan import PilihanImpor
from kinerja.impor.bacakan import baca_berkas
from kinerja.models import Pekerjaan
from laporan.pdf.naskah_iku import KEPUTUSAN
from tests.iku.iku_uji import buat_dokumen_iku, buat_iku
from tests.laporan.iku_uji import cetak, muat_dokumen, naskah


@pytest.fixture
def demo(db):
    return muat_dokumen()


@pytest.fixture
def dokumen(pohon, jalur, perencana):
    buat_iku(pohon, jalur["SASARAN"], perencana, formulasi=["A dibagi B x 100%"])
    return buat_dokumen_iku(pohon, perencana)


def test_the_workbook_is_read_back_as_the_table_it_is(demo, tmp_path):
    berkas = tmp_path / "iku.xlsx"
    berkas.write_bytes(cetak(naskah(demo), "xlsx").read())

    hasil = baca_berkas(berkas, "iku.xlsx", PilihanImpor(lembar="Tabel 2.1"))

    (tabel,) = hasil.tabel
    milik = [i for s in tabel.simpul for i in s.indikator]
    assert tabel.jenis == "iku"
    assert [i.teks for i in milik] == [i["indikator"] for i in fakta()["iku"]]
    assert [len(i.target) for i in milik] == [6, 6, 6, 6]
    assert [t.kode for t in hasil.temuan if t.menghalangi] == []


def test_every_table_has_its_sheet_and_the_same_bytes_each_time(demo):
    isi = naskah(demo)
    pertama = cetak(isi, "xlsx").read()
    buku = ZipFile(io.BytesIO(pertama)).read("xl/workbook.xml").decode()

    for nama in ("Tabel 2.1", "Uraian IKU", "Lampiran I", "Lampiran II", "Lampiran III",
                 "Lampiran IV", "Catatan pemeriksaan"):  # fmt: skip
        assert f'name="{nama}"' in buku
    assert cetak(isi, "xlsx").read() == pertama


def word(isi):
    return Document(cetak(isi, "docx"))


def test_the_word_file_has_real_headings_a_contents_field_and_lists_that_start_anew(demo):
    doc = word(naskah(demo))

    judul = [p.text for p in doc.paragraphs if p.style.name == "Heading 1"]
    assert judul[:3] == ["KATA PENGANTAR", "DAFTAR ISI", "BAB I\nPENDAHULUAN"]
    assert judul[-1] == "LAMPIRAN IV\nCASCADING BELANJA WAJIB"
    anak = [p.text for p in doc.paragraphs if p.style.name == "Heading 2"]
    assert anak[:2] == ["1.1 Latar Belakang", "1.2 Tujuan dan Sasaran"]
    medan = "".join(t.text for t in doc.element.body.iter(qn("w:instrText")))
    assert medan == r'TOC \o "1-2" \h \z \u'
    nomor = [p._p.pPr.numPr.numId.val for p in doc.paragraphs
             if p._p.pPr is not None and p._p.pPr.numPr is not None]  # fmt: skip
    assert [nomor.count(n) for n in dict.fromkeys(nomor)].count(21) == 1
    mulai = doc.part.numbering_part.element.xpath(".//w:startOverride")
    assert len(mulai) == len(set(nomor))


def test_the_word_file_has_merged_heads_fractions_and_annexes_on_their_own_paper(demo):
    doc = word(naskah(demo))

    tabel = doc.tables[0]
    assert [c.text for c in tabel.rows[0].cells][3:5] == ["BASE LINE TAHUN", "TARGET TAHUN"]
    assert tabel.cell(0, 1).text == tabel.cell(1, 1).text == "INDIKATOR"
    assert tabel.cell(0, 4)._tc is tabel.cell(0, 9)._tc
    assert tabel.cell(2, 10).text == "(11)"
    assert len(doc.element.body.xpath(".//m:f")) == 3
    assert [round(s.page_width.mm) for s in doc.sections] == [210, 297, 420]
    assert len(doc.tables) == 4
    dasar = doc.tables[2]
    assert dasar.cell(2, 1).text == dasar.cell(12, 1).text != ""
    assert doc.sections[0].header.paragraphs[0].text == "KONSEP"


def test_properties_of_a_word_paragraph_stand_in_the_order_of_the_schema(demo):
    urutan = ("pStyle", "keepNext", "pageBreakBefore", "numPr", "spacing", "ind", "jc", "sectPr")
    for sifat in word(naskah(demo)).element.body.iter(qn("w:pPr")):
        nama = [anak.tag.rpartition("}")[2] for anak in sifat]
        dikenal = [urutan.index(n) for n in nama if n in urutan]
        assert dikenal == sorted(dikenal), nama


def test_the_same_document_is_the_same_word_file(demo):
    isi = naskah(demo)

    assert cetak(isi, "docx").read() == cetak(isi, "docx").read()
    surat = word(naskah(demo, KEPUTUSAN))
    assert "MEMUTUSKAN:" in [p.text for p in surat.paragraphs]


@pytest.mark.parametrize("akhiran", ["pdf", "xlsx", "docx"])
def test_the_command_writes_each_kind(dokumen, tmp_path, akhiran, capsys):
    keluaran = tmp_path / f"iku.{akhiran}"

    call_command("cetak", "iku", "--dokumen", str(dokumen.pk), "--keluaran", str(keluaran))

    assert keluaran.stat().st_size > 5000
    assert "1 IKU, 1 komponen." in capsys.readouterr().out


def test_the_command_names_what_there_is(dokumen, tmp_path):
    with pytest.raises(CommandError, match=f"yang ada: {dokumen.pk}"):
        call_command("cetak", "iku", "--dokumen", "0", "--keluaran", str(tmp_path / "a.pdf"))


def test_the_page_offers_forms_and_columns_and_answers_with_a_job(
    client, dokumen, pohon, evaluator, perencana_lain
):
    cetak_, berkas = (reverse(n, args=[dokumen.pk]) for n in ("iku-cetak", "iku-berkas"))
    client.force_login(evaluator)
    assert "Surat Keputusan" in client.get(cetak_).text
    pilih = {"bentuk": "BUKU", f"susunan-{pohon.pk}": "lengkap", "format": "docx"}

    jawab = client.get(berkas, pilih)

    pekerjaan = Pekerjaan.objects.get()
    assert jawab.url == reverse("pekerjaan", args=[pekerjaan.uid])
    assert pekerjaan.nama_berkas.endswith(".docx")
    assert client.get(berkas, pilih | {"format": "exe"}).status_code == 422
    client.force_login(perencana_lain)
    assert client.get(cetak_).status_code == client.get(berkas, pilih).status_code == 404


def test_loading_the_demo_again_changes_nothing(demo):
    versi = demo.versi

    assert muat_dokumen().versi == versi
