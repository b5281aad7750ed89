"""Renstra tables out of a document: money, files, and the workbook read back as a Renstra."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from pypdf import PdfReader

from cascading.renstra import tabel_program
from cascading.renstra_pohon import baca_renstra
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.impor.bacakan import baca_berkas
from kinerja.models import Pekerjaan
from kinerja.pilihan import JenisKlaim, JenisPohon
from laporan.naskah_renstra import cetakan_renstra
from tests.factories import PADA, buat_pohon
from tests.iku.iku_uji import buat_iku


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def isi(pohon, jalur, perencana, siapa):
    """Targets of five years, pagu of one year, a ceiling of another."""
    for jenjang in ("SASARAN", "PROGRAM", "SUB_KEGIATAN"):
        buat_iku(pohon, jalur[jenjang], perencana, f"Jumlah {jenjang}", satuan="Orang")
    pohon.isi_pagu(jalur["SUB_KEGIATAN"], "1.500.000", tahun=2025, **siapa)
    pohon.isi_klaim(jalur["PROGRAM"], "9.000.000", tahun=2026, jenis=JenisKlaim.INDIKATIF, **siapa)
    return pohon


def test_a_ceiling_stands_as_written_else_the_sum_of_the_pagu(isi, jalur):
    milik = {k.id: k for k in baca_renstra(isi).kotak}

    assert milik[jalur["PROGRAM"].pk].uang == {2025: 1_500_000, 2026: 9_000_000}
    assert milik[jalur["KEGIATAN"].pk].uang == {2025: 1_500_000}
    assert milik[jalur["SASARAN"].pk].indikator[0].awal == "75,15"
    assert baca_renstra(isi).tahun_awal == 2024


def test_only_a_cascading_becomes_a_renstra(dinas, perencana):
    lain = buat_pohon(dinas, perencana, jenis=JenisPohon.POHON_KINERJA)

    with pytest.raises(AturanDilanggar, match="cascading"):
        baca_renstra(lain)


def test_reading_costs_queries_per_year_not_per_box(
    isi, jalur, siapa, django_assert_max_num_queries
):
    for ke in range(8):
        isi.tambah(induk=jalur["KEGIATAN"], jenjang="SUB_KEGIATAN", nama=f"Sub {ke}", **siapa)

    with django_assert_max_num_queries(24):
        baca_renstra(isi)


def test_the_workbook_is_read_back_as_the_renstra_it_is(isi, tmp_path):
    cetakan = cetakan_renstra(isi, tabel="program", kertas="A3", akhiran="xlsx", pada=PADA.date())
    berkas = cetakan.buat()

    hasil = baca_berkas(berkas, "renstra.xlsx")

    (tabel,) = hasil.tabel
    assert tabel.jenis == "renstra"
    program = next(s for s in tabel.simpul if s.level == "program")
    assert program.nama == "Program Rehabilitasi Sosial"
    assert program.indikator[0].target["2026"].bacaan.nilai.mentah == "82,5"


@pytest.mark.lambat
def test_the_pdf_says_what_the_table_says(isi):
    cetakan = cetakan_renstra(isi, tabel="target", kertas="A3", akhiran="pdf", pada=PADA.date())

    teks = " ".join(PdfReader(cetakan.buat()).pages[0].extract_text().split())

    assert "TUJUAN DAN SASARAN JANGKA MENENGAH" in teks
    assert "75,15 80 82,5 85 88 90 90" in teks
    assert "KONSEP" in teks


def test_the_command_prints_both_tables(isi, tmp_path, capsys):
    for tabel, kolom in (("program", 21), ("target", 12)):
        keluaran = tmp_path / f"{tabel}.xlsx"
        call_command("cetak", "renstra", "--pohon", str(isi.pk), "--tabel", tabel,
                     "--keluaran", str(keluaran))  # fmt: skip
        assert keluaran.read_bytes().startswith(b"PK")
        assert f"{kolom} kolom." in capsys.readouterr().out
    with pytest.raises(CommandError, match="Dokumen 0 tidak ada"):
        call_command("cetak", "renstra", "--pohon", "0", "--keluaran", str(tmp_path / "a.pdf"))


def test_the_page_offers_them_and_answers_with_a_job(client, isi, evaluator, perencana_lain):
    client.force_login(evaluator)
    alamat = reverse("renstra-berkas", args=[isi.pk])
    assert alamat in client.get(reverse("cascading", args=[isi.pk])).text

    jawab = client.get(alamat, {"tabel": "program", "format": "pdf"})

    assert jawab.url == reverse("pekerjaan", args=[Pekerjaan.objects.get().uid])
    assert client.get(alamat, {"tabel": "lain", "format": "pdf"}).status_code == 422
    client.force_login(perencana_lain)
    assert client.get(alamat, {"tabel": "program", "format": "pdf"}).status_code == 404


def test_an_empty_document_prints_an_empty_table(pohon):
    assert tabel_program(baca_renstra(pohon)).baris == 0
    cetakan = cetakan_renstra(pohon, tabel="program", kertas="F4", akhiran="pdf", pada=PADA.date())
    assert (
        "Belum ada isi"
        in PdfReader(io.BytesIO(cetakan.buat().read_bytes())).pages[0].extract_text()
    )
