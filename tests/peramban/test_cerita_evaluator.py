"""Cerita: an evaluator searches, compares, writes, closes what was answered, takes all home."""

import csv
import io
import zipfile

import pytest
from playwright.sync_api import expect

from kinerja.models import Indikator, Pekerjaan
from laporan.models import Catatan
from laporan.pekerjaan import kerjakan
from tests.cascading.perjanjian_uji import isi_kantor
from tests.factories import PADA
from tests.laporan.catatan_uji import buat_catatan
from tests.laporan.paket_uji import untuk_anak
from tests.laporan.perjanjian_uji import akun, diajukan, disahkan
from tests.peramban.aksesibilitas import pelanggaran

TELEPON = {"width": 390, "height": 780}


@pytest.fixture
def beda(pohon, perencana):
    """An agreement that promises another target than the cascading says now."""
    kantor = isi_kantor(pohon, perencana)
    janji = diajukan(kantor, "kabid_a", perencana)
    disahkan(janji, akun(kantor, "kadis"))
    indikator = Indikator.objects.filter(simpul=kantor.simpul["Program"]).first()
    pohon.isi_target(indikator, "777", tahun=2025, oleh=perencana, pada=PADA)
    return indikator


def test_from_a_search_to_a_closed_note_and_a_package(
    page, live_server, masuk_sebagai, beda, evaluator, perencana, settings, monkeypatch, tmp_path
):
    untuk_anak(monkeypatch, settings, tmp_path)
    page.goto(f"{live_server.url}/masuk/")
    page.get_by_label("Nama pengguna").fill("evaluator")
    page.locator("[name=password]").fill("sandi-uji-2025")
    page.locator("[name=password]").press("Enter")

    page.get_by_role("link", name="Evaluasi", exact=True).click()
    page.get_by_role("searchbox", name="Cari").fill(beda.teks.split()[-1])
    page.get_by_role("button", name="Cari").click()
    expect(page.locator("mark").first).to_be_visible()
    assert pelanggaran(page) == []
    page.get_by_role("link", name=beda.teks).first.click()
    expect(page.get_by_text("Berbeda dari Cascading: 777")).to_be_visible()
    assert pelanggaran(page) == []

    catatan = _tulis_catatan(page)

    masuk_sebagai(perencana)
    page.goto(f"{live_server.url}/evaluasi/catatan/{catatan.pk}/")
    bagian = page.get_by_role("region", name="Laporkan tindak lanjut")
    bagian.get_by_label("Yang sudah dikerjakan").fill("Perjanjian perubahan sudah dibuat.")
    bagian.get_by_label("Berkas bukti").set_input_files(
        files=[{"name": "notula.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 x"}]
    )
    bagian.get_by_role("button", name="Kirim tindak lanjut").click()
    expect(page.get_by_text("Catatan ditindaklanjuti.")).to_be_visible()

    masuk_sebagai(evaluator)
    page.goto(f"{live_server.url}/evaluasi/catatan/{catatan.pk}/")
    expect(page.get_by_role("link", name="notula.pdf")).to_be_visible()
    assert pelanggaran(page) == []
    page.get_by_role("button", name="Nyatakan selesai").click()
    expect(page.get_by_text("Catatan diselesaikan.")).to_be_visible()
    _unduh_paket(page, live_server)


def _tulis_catatan(page):
    """From a finding of the agency."""
    page.get_by_role("link", name="Evaluasi", exact=True).first.click()
    page.get_by_role("link", name="Dinas Sosial", exact=True).click()
    page.get_by_role("link", name="Tulis catatan").first.click()
    page.get_by_label("Catatan", exact=True).fill("Perjanjian menjanjikan angka yang lain.")
    page.get_by_label("Rekomendasi").fill("Samakan targetnya.")
    page.get_by_label("Tenggat").fill("2099-01-31")
    assert pelanggaran(page) == []
    page.get_by_role("button", name="Kirim catatan").click()
    expect(page.get_by_text("Catatan dikirim kepada Dinas Sosial.")).to_be_visible()
    return Catatan.objects.get()


def _unduh_paket(page, live_server):
    page.goto(f"{live_server.url}/evaluasi/paket/?lembaga=")
    page.get_by_label("Perangkat daerah").select_option(label="Dinas Sosial")
    page.get_by_label("Tahun").select_option("2025")
    assert pelanggaran(page) == []
    page.get_by_role("button", name="Susun paket").click()
    expect(page.get_by_role("heading", name="Menyusun paket")).to_be_visible()
    kerjakan.call(Pekerjaan.objects.get(jenis="paket").pk)
    with page.expect_download() as unduhan:
        page.get_by_role("link", name="Unduh").click()
    zip_ = zipfile.ZipFile(io.BytesIO(unduhan.value.path().read_bytes()))
    teks = zip_.read("daftar.csv").decode("utf-8-sig")
    assert "Perjanjian Kinerja" in {b["jenis"] for b in csv.DictReader(io.StringIO(teks))}


def test_lists_fit_a_phone_and_have_no_faults(
    page, live_server, masuk_sebagai, pohon, jalur, evaluator
):
    """The desk, the notes, one note and an empty search at 390 px."""
    catatan = buat_catatan(pohon, evaluator, simpul=jalur["SASARAN"])
    masuk_sebagai(evaluator)
    page.set_viewport_size(TELEPON)
    for alamat in ("", "catatan/", f"catatan/{catatan.pk}/", "cari/", "paket/"):
        page.goto(f"{live_server.url}/evaluasi/{alamat}")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert pelanggaran(page) == []
