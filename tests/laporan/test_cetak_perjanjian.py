"""manage.py cetak perjanjian: the draft of today, the stored bytes of what was agreed."""

from io import BytesIO, StringIO

import openpyxl
import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from pypdf import PdfReader

from cascading.pembuatan_perjanjian import buat_perjanjian
from laporan.pengesahan import pastikan_cetakan
from tests.cascading.perjanjian_uji import JUTA, TAHUN
from tests.factories import PADA
from tests.laporan.perjanjian_uji import akun, diajukan, disahkan


def cetak(nomor, keluaran):
    kata = StringIO()
    call_command("cetak", "perjanjian", perjanjian=nomor, keluaran=keluaran, stdout=kata)
    return kata.getvalue()


def test_draft_is_printed_as_konsep_and_as_workbook(kantor, perencana, tmp_path):
    p = buat_perjanjian(kantor.jabatan["kabid_a"], TAHUN, oleh=perencana, pada=PADA)

    cetak(p.pk, tmp_path / "draf.pdf")
    cetak(p.pk, tmp_path / "draf.xlsx")

    pdf = PdfReader(tmp_path / "draf.pdf")
    assert "KONSEP" in pdf.pages[0].extract_text()
    lebar, tinggi = (float(n) for n in pdf.pages[0].mediabox[2:])
    assert (round(lebar / 72 * 25.4), round(tinggi / 72 * 25.4)) == (215, 330)
    sel = [s.value for b in openpyxl.load_workbook(tmp_path / "draf.xlsx").active for s in b]
    assert "Status KONSEP: Draf" in sel
    assert 350 * JUTA in sel


def test_agreed_one_is_the_stored_file(kantor, perencana, tmp_path):
    p = diajukan(kantor, "kabid_a", perencana)
    dokumen = disahkan(p, akun(kantor, "kadis"))

    kata = cetak(p.pk, tmp_path / "beku.pdf")

    isi = (tmp_path / "beku.pdf").read_bytes()
    assert isi == bytes(pastikan_cetakan(dokumen).isi)
    assert dokumen.kode_tercetak in kata
    assert set(PdfReader(BytesIO(isi)).attachments) == {"perjanjian.json", "perjanjian.xlsx"}


def test_unknown_number_is_said(db, tmp_path):
    with pytest.raises(CommandError, match="Perjanjian 77 tidak ada"):
        cetak(77, tmp_path / "x.pdf")
