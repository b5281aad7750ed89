"""Tables that are no renja, previewed in the browser: what is asked, offered and said."""

import pytest
from playwright.sync_api import expect

from kinerja.pilihan import JenisPohon
from tests.factories import buat_jalur, buat_pohon
from tests.kinerja.impor_uji import CONTOH, mulai
from tests.peramban.aksesibilitas import pelanggaran


@pytest.mark.parametrize("lebar", [1366, 390])
def test_indicators_without_a_box_are_hung_where_the_planner_says(
    page, live_server, masuk_sebagai, dinas, perencana, lebar
):
    pohon = buat_pohon(dinas, perencana)
    buat_jalur(pohon, perencana)
    sesi = mulai(dinas, perencana, CONTOH / "iku-sosial.xlsx", pohon=pohon)
    masuk_sebagai(perencana)
    page.set_viewport_size({"width": lebar, "height": 800})
    page.goto(f"{live_server.url}/impor/{sesi.pk}/")
    expect(page.locator(".impor-kartu")).to_contain_text("tidak ada di dokumen ini")
    assert pelanggaran(page) == []

    pilihan = page.locator("select[name=induk_uid]")
    pilihan.evaluate("e => e.closest('details')?.setAttribute('open', '')")
    nilai = pilihan.locator("option", has_text="Sasaran:").first.get_attribute("value")
    pilihan.select_option(nilai)
    pilihan.locator("xpath=ancestor::form").locator("button").first.click()

    expect(page.locator("#sisa-putusan")).to_contain_text("sudah diputuskan")
    expect(page.locator(".impor-isi")).to_contain_text("Nilai AKIP")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_uncertain_parent_is_answered_with_one_press(
    page, live_server, masuk_sebagai, dinas, perencana
):
    berkas, jenis = CONTOH / "pohon-kinerja-kotak.xlsx", JenisPohon.POHON_KINERJA
    sesi = mulai(dinas, perencana, berkas, jenis_pohon=jenis)
    masuk_sebagai(perencana)
    page.goto(f"{live_server.url}/impor/{sesi.pk}/")
    kartu = page.locator("[data-sel=B8]")
    expect(kartu).to_contain_text("belum pasti")

    kartu.get_by_role("button", name="Pakai K2").click()

    expect(page.locator("[data-sel=B8]")).to_have_count(0)
    expect(page.locator(".impor-putusan")).to_contain_text("K2")
