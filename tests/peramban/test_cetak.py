"""Printing in a browser: choose, wait, download; with JavaScript, without it, on a phone."""

import pytest
from playwright.sync_api import expect

from kinerja.models import Pekerjaan
from laporan.pekerjaan import kerjakan
from tests.peramban.aksesibilitas import pelanggaran
from tests.peramban.pohon_uji import isi_pohon


@pytest.fixture
def masuk(page, pohon, jalur, perencana, masuk_sebagai):
    isi_pohon(pohon, jalur, perencana)
    masuk_sebagai(perencana)
    return page


def buka(page, live_server, pohon):
    page.goto(f"{live_server.url}/pohon/{pohon.pk}/cascading/?tahun=2025")


def test_a_planner_chooses_waits_and_downloads(masuk, live_server, pohon):
    buka(masuk, live_server, pohon)
    masuk.get_by_role("radio", name="A3", exact=False).first.check()
    masuk.get_by_role("button", name="Unduh PDF").click()
    expect(masuk.get_by_text("Menunggu giliran.")).to_be_visible()

    kerjakan.call(Pekerjaan.objects.get().pk)

    tautan = masuk.get_by_role("link", name="Unduh Cascading lengkap")
    expect(tautan).to_be_visible(timeout=10_000)
    with masuk.expect_download() as unduhan:
        tautan.click()
    assert unduhan.value.suggested_filename.endswith(".pdf")


def test_a_job_is_cancelled_by_its_button(masuk, live_server, pohon):
    buka(masuk, live_server, pohon)
    masuk.get_by_role("button", name="Unduh Excel").click()

    masuk.get_by_role("button", name="Batalkan").click()

    expect(masuk.get_by_text("Pencetakan dibatalkan.")).to_be_visible()


def test_it_works_without_javascript(browser, masuk, live_server, pohon):
    kuki = masuk.context.cookies()
    with browser.new_context(java_script_enabled=False) as tanpa_js:
        tanpa_js.add_cookies(kuki)
        page = tanpa_js.new_page()
        buka(page, live_server, pohon)
        page.get_by_role("button", name="Unduh PDF").click()
        expect(page.get_by_text("Menunggu giliran.")).to_be_visible()

        kerjakan.call(Pekerjaan.objects.get().pk)

        expect(page.get_by_role("link", name="Unduh Cascading")).to_be_visible(timeout=10_000)


@pytest.mark.parametrize("lebar", [1280, 390])
def test_the_pages_have_no_accessibility_faults(masuk, live_server, pohon, dinas, lebar):
    masuk.set_viewport_size({"width": lebar, "height": 800})
    buka(masuk, live_server, pohon)
    assert pelanggaran(masuk) == []

    masuk.get_by_role("button", name="Unduh PDF").click()
    expect(masuk.get_by_text("Menunggu giliran.")).to_be_visible()
    assert pelanggaran(masuk) == []

    for alamat in ("", "baru/?dari=dinsos-13"):
        masuk.goto(f"{live_server.url}/perangkat-daerah/{dinas.pk}/set-kolom/{alamat}")
        assert pelanggaran(masuk) == []
