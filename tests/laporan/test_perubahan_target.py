"""Target awal beside target perubahan, on the sheet of an indicator and as a report."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from openpyxl import load_workbook
from pypdf import PdfReader

from cascading.baca_perubahan import baca_perubahan
from kinerja.models import Tahap
from laporan.naskah_kinerja import PesananKinerja, cetakan_kinerja
from tests.factories import PADA
from tests.kinerja.ukur_uji import buat_terukur

ALASAN = "Data dasar diperbarui"


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def indikator(pohon, jalur, perencana, siapa):
    """100 a year in quarters of 25; the perubahan lifts quarter IV and the year, and the money."""
    indikator = buat_terukur(pohon, jalur, perencana)
    buat_terukur(pohon, jalur, perencana, teks="Jumlah yang tetap")
    pohon.isi_pagu(jalur["SUB_KEGIATAN"], "1.000.000", tahun=2025, **siapa)
    Tahap.buka(pohon.perangkat_daerah, 2025, kode="PERUBAHAN", nama="Perubahan",
               nomor_dokumen="DPPA/9", **siapa)  # fmt: skip
    lain = siapa | {"tahun": 2025, "tahap": "PERUBAHAN"}
    pohon.isi_target(indikator, "110", **lain)
    pohon.isi_target(indikator, "35", triwulan=4, **lain)
    pohon.isi_pagu(jalur["SUB_KEGIATAN"], "1.500.000", **lain)
    pohon.ubah_indikator(indikator, {"lembar": {"alasan_target": {"2025": ALASAN}}}, **siapa)
    return indikator


def buku(pohon):
    pesanan = PesananKinerja(pohon, "target", 2025)
    berkas = cetakan_kinerja(pesanan, kertas="A3", akhiran="xlsx", pada=PADA.date()).buat()
    return [[c for c in b if c is not None] for b in
            load_workbook(berkas).worksheets[0].iter_rows(values_only=True)]  # fmt: skip


def test_old_and_new_stand_side_by_side_with_reason_and_writer(pohon, indikator, perencana):
    isi = baca_perubahan(pohon, 2025)
    program = next(k for k in isi.kotak if k.jenjang == "PROGRAM")
    berubah, tetap = program.indikator

    assert (berubah.awal[0], berubah.perubahan(0)) == ("100", "110")
    assert (berubah.awal[4], berubah.perubahan(4), berubah.perubahan(1)) == ("25", "35", "")
    assert (berubah.alasan, berubah.oleh) == (ALASAN, f"{perencana}, 6 Januari 2025")
    assert (tetap.berubah, tetap.oleh) == (False, "")
    assert (program.pagu_awal, program.pagu_perubahan) == (1_000_000, 1_500_000)
    assert isi.tahap == ("Murni", "Perubahan (DPPA/9)")


def test_the_workbook_and_the_pdf_print_both(pohon, indikator, tmp_path):
    baris = buku(pohon)
    satu = next(b for b in baris if indikator.teks in b)
    assert [str(c) for c in satu if str(c) in ("100", "110", "25", "35")][:2] == ["100", "110"]
    assert ALASAN in satu

    berkas = tmp_path / "target.pdf"
    call_command("cetak", "target", pohon=pohon.pk, tahun=2025, keluaran=berkas)
    teks = " ".join(" ".join(h.extract_text().split()) for h in PdfReader(berkas).pages)
    for kata in ("Target Awal dan Target Perubahan", "110", "35", "1.500.000", ALASAN):
        assert kata.casefold() in teks.casefold()
    assert "1 dari 2 indikator berubah targetnya" in teks


def test_a_year_of_one_stage_changes_nothing(pohon, jalur, perencana):
    buat_terukur(pohon, jalur, perencana)

    assert not any(i.berubah for k in baca_perubahan(pohon, 2025).kotak for i in k.indikator)
    assert any("0 dari 1 indikator" in str(c) for b in buku(pohon) for c in b)


def test_reading_costs_the_same_at_any_size(
    pohon, jalur, indikator, siapa, django_assert_max_num_queries
):
    for ke in range(6):
        satu = pohon.tambah_indikator(jalur["KEGIATAN"], teks=f"Jumlah {ke}", **siapa)
        pohon.isi_target(satu, "5", tahun=2025, **siapa)

    with django_assert_max_num_queries(16):
        baca_perubahan(pohon, 2025)


def test_the_sheet_and_the_page_of_reports_show_it(client, pohon, indikator, perencana):
    client.force_login(perencana)

    lembar = client.get(reverse("indikator-lembar", args=[indikator.pk])).content.decode()
    assert "Triwulan IV</th>" in lembar
    assert "35 <small" in lembar

    alamat = f"{reverse('laporan-kinerja', args=[pohon.pk])}?tahun=2025&triwulan=4"
    assert "Target awal dan target perubahan 2025" in client.get(alamat).content.decode()
    berkas = {"laporan": "target", "tahun": 2025, "format": "xlsx"}
    jawab = client.get(reverse("laporan-kinerja-berkas", args=[pohon.pk]), berkas)
    assert jawab.status_code == 302  # the page of the job that makes it
