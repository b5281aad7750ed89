"""Cerita: a planner prepares an IKU document, at the desk and on a phone."""

import pytest
from playwright.sync_api import expect

from tests.factories import PADA
from tests.iku.iku_uji import buat_dokumen_iku, buat_iku
from tests.peramban.aksesibilitas import pelanggaran

LAYAR = {"meja": {"width": 1366, "height": 768}, "telepon": {"width": 390, "height": 780}}


@pytest.fixture
def dokumen(pohon, jalur, perencana):
    buat_iku(pohon, jalur["SASARAN"], perencana, formulasi=["A dibagi B x 100%"])
    pohon.tambah_indikator(jalur["TUJUAN"], teks="Indeks kesejahteraan", oleh=perencana, pada=PADA)
    return buat_dokumen_iku(pohon, perencana)


@pytest.mark.parametrize("layar", LAYAR)
def test_the_pages_have_no_fault_and_nothing_sticks_out(
    page, live_server, masuk_sebagai, dokumen, perencana, layar
):
    page.set_viewport_size(LAYAR[layar])
    masuk_sebagai(perencana)
    uid = dokumen.sumber.get().pohon.indikator.get(utama=True).uid
    bab = dokumen.bab.get(baku="LANDASAN_HUKUM").pk
    milik = f"{dokumen.pk}/"
    bagian = ("", "pilihan/", f"uraian/{uid}/", "reviu/baru/", "sumber/", "cetak/")
    for halaman in ("", "baru/", f"bab/{bab}/", *(milik + b for b in bagian)):
        page.goto(f"{live_server.url}/iku/{halaman}")
        assert pelanggaran(page) == [], halaman
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), halaman


def test_choose_write_and_submit_without_javascript(
    browser, live_server, client, dokumen, perencana
):
    client.force_login(perencana)
    sesi = {k: v.value for k, v in client.cookies.items()}
    konteks = browser.new_context(java_script_enabled=False)
    konteks.add_cookies([{"name": k, "value": v, "url": live_server.url} for k, v in sesi.items()])
    page = konteks.new_page()
    page.goto(f"{live_server.url}/iku/{dokumen.pk}/")
    page.get_by_role("link", name="Pilih IKU").click()
    page.get_by_label("Indeks kesejahteraan").check()
    page.get_by_role("button", name="Simpan pilihan").click()
    expect(page.get_by_text("2 IKU dipilih.")).to_be_visible()

    page.get_by_role("link", name="Landasan Hukum").click()
    page.get_by_label("Isi").fill("Peraturan contoh tahun {tahun}")
    page.get_by_role("button", name="Lihat hasil").click()
    expect(page.get_by_role("listitem").get_by_text("Peraturan contoh tahun 2026")).to_be_visible()
    page.get_by_role("button", name="Simpan").click()

    expect(page.get_by_text("Perubahan disimpan.")).to_be_visible()
    konteks.close()
