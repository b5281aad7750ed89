"""Columns that nobody knows, explained in the browser: wide, on a phone, without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.kinerja.impor_uji import KECIL, KEPALA, buku, mulai
from tests.peramban.aksesibilitas import pelanggaran

ASING = (*KEPALA[:2], "Tolok Banding", *KEPALA[3:5], "Nominal")


@pytest.fixture
def sesi(dinas, perencana):
    return mulai(dinas, perencana, buku(*KECIL, kepala=ASING))


@pytest.mark.parametrize("lebar", [1366, 390])
def test_a_planner_explains_two_columns(page, live_server, masuk_sebagai, perencana, sesi, lebar):
    masuk_sebagai(perencana)
    page.set_viewport_size({"width": lebar, "height": 800})
    page.goto(f"{live_server.url}/impor/{sesi.pk}/")
    kolom = page.locator("#kolom-buku")
    expect(kolom).to_contain_text("2 belum dijelaskan")
    assert pelanggaran(page) == []

    kolom.get_by_label("Kolom C dibaca sebagai").select_option("indikator")
    kolom.get_by_label("Kolom F dibaca sebagai").select_option("pagu")
    kolom.get_by_role("button", name="Baca ulang menurut kolom ini").click()

    expect(page.locator(".impor-ringkas")).to_contain_text("30.000.000")
    expect(page.locator("#kolom-buku")).not_to_contain_text("belum dijelaskan")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
