"""Sheet and report as files, read back."""

from __future__ import annotations

import json
from io import BytesIO

import openpyxl
import pytest
from django.core.management import call_command
from django.urls import reverse
from docx import Document
from pypdf import PdfReader

from kinerja.pilihan import JenisPerangkatDaerah
from laporan.evaluasi.naskah_lke import cetakan_lke
from laporan.models import Dokumen, Lke
from laporan.pengesahan import pastikan_cetakan
from tests.factories import PADA, buat_dinas
from tests.laporan.lke_uji import B, diajukan, final, jawab, ke


@pytest.fixture
def beku(dinas, perencana, evaluator):
    return final(dinas, perencana, evaluator, {"1.a.1": B})


def cetak(lke, jenis, akhiran):
    lke = Lke.objects.lengkap().get(pk=lke.pk)
    return cetakan_lke(lke, jenis, akhiran=akhiran, pada=PADA).buat().read_bytes()


def teks(pdf):
    return " ".join(" ".join(h.extract_text() for h in PdfReader(BytesIO(pdf)).pages).split())


def test_a_draft_prints_as_concept_and_is_no_document(dinas, perencana):
    lke = diajukan(dinas, perencana)

    lhe = teks(cetak(lke, "LHE", "pdf"))

    assert "KONSEP · Dinas Sosial" in lhe
    assert "Penilaian evaluator belum lengkap" in lhe
    assert "Belum ada rekomendasi tahun 2023" in lhe
    assert not Dokumen.objects.exists()


def test_the_report_says_values_notes_and_who_signs(dinas, perencana, evaluator):
    itko = buat_dinas(dinas.pemda, "Inspektorat", "6.01")
    type(itko).objects.filter(pk=itko.pk).update(jenis=JenisPerangkatDaerah.INSPEKTORAT)
    lke = diajukan(dinas, perencana)
    lke.rekomendasikan("Susun pedoman pengukuran.", kode="2.a", oleh=evaluator, pada=PADA)
    from tests.laporan.lke_uji import langkah, nilai

    langkah(nilai(lke, evaluator, kecuali={"1.a.1": B}), "finalkan", evaluator)
    dokumen = Dokumen.objects.get()

    isi = teks(bytes(pastikan_cetakan(dokumen).isi))

    assert "memperoleh nilai 79,40 dengan predikat BB (Sangat Baik)" in isi
    assert "Susun pedoman pengukuran." in isi
    assert "INSPEKTORAT" in isi
    assert f"Kode {dokumen.kode_tercetak}" in isi
    assert "KONSEP" not in isi
    assert "Permen" not in isi


def test_the_frozen_report_carries_its_data_and_the_sheet(beku):
    dokumen = Dokumen.objects.get()

    pdf = PdfReader(BytesIO(bytes(pastikan_cetakan(dokumen).isi)))

    assert set(pdf.attachments) == {"lhe.json", "lke.xlsx"}
    assert json.loads(pdf.attachments["lhe.json"][0])["nilai"] == "79,40"
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_later_prints_come_out_of_the_snapshot(beku, dinas):
    sebelum = cetak(beku, "LKE", "pdf")
    type(dinas).objects.filter(pk=dinas.pk).update(nama="Dinas Lain")

    assert cetak(beku, "LKE", "pdf") == sebelum
    assert "Dinas Lain" not in teks(cetak(beku, "LHE", "pdf"))


def test_the_sheet_prints_both_sides_of_each_criterion(beku):
    lke = teks(cetak(beku, "LKE", "pdf"))
    buku = openpyxl.load_workbook(BytesIO(cetak(beku, "LKE", "xlsx")))

    assert "Belum terpenuhi (berbeda) Bukti tidak cukup." in lke
    baris = [[s.value for s in b] for b in buku["Kriteria"].iter_rows(min_row=5)]
    assert len(baris) == 53
    assert baris[0][3] == "Terpenuhi"
    assert baris[0][6:] == ["Belum terpenuhi", "Bukti tidak cukup.", "ya"]
    nilai = {b[0].value: b[5].value for b in buku["Nilai"].iter_rows(min_row=5)}
    assert nilai["Jumlah"] == 79.4


def test_the_word_file_has_the_same_parts_and_values(beku):
    dok = Document(BytesIO(cetak(beku, "LHE", "docx")))

    judul = [p.text for p in dok.paragraphs if p.style.name == "Heading 2"]
    nilai = [[s.text for s in b.cells] for b in dok.tables[0].rows]
    assert judul == [
        "1. Pendahuluan", "2. Hasil evaluasi", "3. Uraian per komponen",
        "4. Catatan dan rekomendasi", "5. Tindak lanjut rekomendasi tahun sebelumnya",
        "6. Penutup",
    ]  # fmt: skip
    assert nilai[-2] == ["Jumlah", "100", "80,00", "79,40"]
    assert cetak(beku, "LHE", "docx") == cetak(beku, "LHE", "docx")


def test_pages_give_the_files_out(client, beku, evaluator, perencana_lain):
    client.force_login(evaluator)
    alamat = {jenis: ke(beku, "berkas", jenis) for jenis in ("lke", "lhe", "lain")}

    assert client.get(alamat["lhe"]).content == bytes(Dokumen.objects.get().berkas.get().isi)
    assert client.get(alamat["lke"], {"format": "xlsx"}).status_code == 302  # a job
    for jenis, akhiran in (("lhe", "xlsx"), ("lke", "docx"), ("lain", "pdf")):
        assert client.get(alamat[jenis], {"format": akhiran}).status_code == 404
    client.force_login(perencana_lain)
    assert client.get(alamat["lhe"]).status_code == 404


def test_the_command_prints_them(beku, tmp_path, capsys):
    for jenis, akhiran in (("lke", "pdf"), ("lke", "xlsx"), ("lhe", "pdf"), ("lhe", "docx")):
        berkas = tmp_path / f"x.{akhiran}"
        call_command("cetak", jenis, "--lke", str(beku.pk), "--keluaran", str(berkas))
        assert berkas.stat().st_size > 1000
    assert reverse("lke", args=[beku.pk])
    assert "kode" in capsys.readouterr().out


def test_unanswered_cells_print_as_such(dinas, perencana):
    from tests.laporan.lke_uji import buat_lke

    lke = jawab(buat_lke(dinas, perencana), perencana, kecuali={"1.a.1": ""})

    assert "belum lengkap" in teks(cetak(lke, "LKE", "pdf"))
