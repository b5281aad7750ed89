"""Chapter III of a LKjIP as files: the same figures in each, and Word's stay a document."""

import io
import zipfile

import pytest
from django.core.management import call_command
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from cascading.models import UraianLkjip
from kinerja.models import Pekerjaan
from laporan.jenis_cetak import DAFTAR
from laporan.naskah_kinerja import PesananKinerja
from laporan.naskah_lkjip import naskah_lkjip
from tests.factories import PADA
from tests.iku.iku_uji import buat_iku
from tests.kinerja.ukur_uji import buat_terukur, ukur


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def berlaporan(pohon, jalur, perencana, siapa):
    """A sasaran that is measured once a year, a program, money, and words."""
    sasaran = buat_iku(pohon, jalur["SASARAN"], perencana, "Persentase layanan", satuan="%")
    ukur(pohon, sasaran, "76", triwulan=4, oleh=perencana)
    ukur(pohon, sasaran, "Relawan", triwulan=4, medan="faktor_pendukung", oleh=perencana)
    program = buat_terukur(pohon, jalur, perencana)
    ukur(pohon, program, "20", oleh=perencana)
    pohon.isi_pagu(jalur["SUB_KEGIATAN"], "1.000.000", tahun=2025, **siapa)
    ukur(pohon, jalur["SUB_KEGIATAN"], "250.000", medan="anggaran", oleh=perencana)
    UraianLkjip(perangkat_daerah=pohon.perangkat_daerah, tahun=2025, bagian="PENYEBAB",
                teks="Alinea pertama.\n\n1. satu\n2. dua").daftarkan(**siapa)  # fmt: skip
    return pohon


@pytest.fixture
def naskah(berlaporan):
    return naskah_lkjip(PesananKinerja(berlaporan, "lkjip", 2025), pada=PADA.date())


def buat(naskah, akhiran):
    lewat = DAFTAR["lkjip"].dari_json(naskah.ke_json())  # as it travels to the worker
    assert lewat == naskah
    return DAFTAR["lkjip"].buat(lewat, "A4", akhiran)


def tabel(naskah, kode):
    return next(b for b in naskah.bagian if b.kode == kode).tabel


def test_every_table_is_a_sheet_with_money_as_numbers(naskah):
    buku = load_workbook(io.BytesIO(buat(naskah, "xlsx")))

    assert buku.sheetnames == [f"Tabel 3.{n}" for n in range(1, 7)]
    isi = list(buku.worksheets[-1].iter_rows(values_only=True))
    assert [c for c in isi[-1] if c][:4] == ["JUMLAH", 1_000_000, 250_000, "25%"]
    awal = list(buku.worksheets[0].iter_rows(values_only=True))
    baris = tabel(naskah, "TAHUN_INI").baris[-1].sel
    assert tuple(str(c) for c in awal[-2]) == baris
    assert "Persentase layanan" in baris


def test_the_word_file_has_headings_lists_and_real_tables(naskah):
    isi = buat(naskah, "docx")

    doc = Document(io.BytesIO(isi))
    judul = [p.text for p in doc.paragraphs if p.style.name.startswith("Heading")]
    assert judul[:3] == [
        "BAB III AKUNTABILITAS KINERJA", "A. Capaian Kinerja Organisasi",
        "1. Target dan realisasi tahun ini",
    ]  # fmt: skip
    assert "Alinea pertama." in [p.text for p in doc.paragraphs]
    assert len(doc.tables) == 6
    sel = [c.text for c in doc.tables[0].rows[-1].cells]
    assert tuple(sel) == tabel(naskah, "TAHUN_INI").baris[-1].sel
    butir = [p.text for p in doc.paragraphs if p._p.pPr is not None and p._p.pPr.numPr is not None]
    assert butir == ["satu", "dua"]
    assert zipfile.is_zipfile(io.BytesIO(isi))
    assert buat(naskah, "docx") == isi  # the same naskah, the same bytes


@pytest.mark.lambat
def test_the_pdf_says_what_the_tables_say(naskah):
    pdf = PdfReader(io.BytesIO(buat(naskah, "pdf")))

    teks = " ".join(" ".join(h.extract_text() for h in pdf.pages).split())
    for kata in ("BAB III AKUNTABILITAS KINERJA", "Tabel 3.6 Realisasi Anggaran", "Relawan",
                 "80 76 95%", "1.000.000 250.000 25%", "KONSEP"):  # fmt: skip
        assert kata in teks
    assert [o.title for o in pdf.outline if not isinstance(o, list)] == [
        "BAB III AKUNTABILITAS KINERJA"
    ]


def test_command_and_page_print_it(client, berlaporan, evaluator, perencana, tmp_path, capsys):
    keluaran = tmp_path / "lkjip.docx"
    call_command("cetak", "lkjip", "--pohon", str(berlaporan.pk), "--tahun", "2025",
                 "--keluaran", str(keluaran))  # fmt: skip
    assert "6 bagian, 6 tabel." in capsys.readouterr().out
    alamat = reverse("laporan-kinerja-berkas", args=[berlaporan.pk])
    minta = {"laporan": "lkjip", "tahun": 2025, "format": "xlsx"}
    client.force_login(evaluator)
    halaman = reverse("laporan-kinerja", args=[berlaporan.pk])
    tulis = reverse("lkjip-uraian", args=[berlaporan.pk, "PENYEBAB"])
    assert tulis not in client.get(halaman, {"tahun": 2025}).text

    jawab = client.get(alamat, minta)

    assert jawab.url == reverse("pekerjaan", args=[Pekerjaan.objects.get().uid])
    assert client.get(alamat, minta | {"laporan": "e81", "format": "docx"}).status_code == 422
    client.force_login(perencana)
    assert tulis in client.get(halaman, {"tahun": 2025}).text
