"""Filters in a browser: combined, said in words, kept in the address and with the account."""

import re

import pytest
from playwright.sync_api import expect

from kinerja.models import Keanggotaan, Pengguna, Unit
from kinerja.pilihan import Jenjang, Peran
from tests.factories import PADA, buat_pengguna
from tests.peramban.aksesibilitas import pelanggaran
from tests.peramban.pohon_uji import alamat, isi_pohon
from tests.peramban.sunting_uji import ke_sel, ketik, sel, tunggu_tersimpan

TELEPON = {"width": 390, "height": 844}
TAMPAK = "tbody tr:visible .nm"


@pytest.fixture
def operator(pohon, jalur, perencana, dinas):
    """Operator of the unit that has the kegiatan."""
    isi_pohon(pohon, jalur, perencana)
    unit = Unit.objects.create(perangkat_daerah=dinas, jenis="SEKSI", nama="Seksi Lansia")
    pohon.ubah(jalur[Jenjang.KEGIATAN], {"unit_id": unit.pk}, oleh=perencana, pada=PADA)
    akun = buat_pengguna("operator")
    Keanggotaan.objects.create(
        pengguna=akun, perangkat_daerah=dinas, peran=Peran.OPERATOR, unit=unit
    )
    return akun


@pytest.fixture
def halaman(page, live_server, pohon, operator, masuk_sebagai):
    masuk_sebagai(operator)
    page.set_viewport_size({"width": 1366, "height": 1000})
    page.goto(alamat(live_server, pohon))
    return page


def saring_milik(page) -> None:
    page.locator(".pilih-saring summary").click()
    page.get_by_label("Milik saya (Seksi Lansia)").check()
    page.locator(".pilih-saring").get_by_role("button", name="Pakai").click()


def test_filters_narrow_each_other_and_are_cleared_in_one_click(halaman, pohon, operator):
    saring_milik(halaman)
    garis = halaman.locator("#saring-aktif")
    expect(garis).to_contain_text("Hanya kotak milik saya (Seksi Lansia): 3 dari 7.")
    expect(halaman.locator(TAMPAK)).to_have_count(6)
    assert pelanggaran(halaman) == []

    halaman.get_by_role("link", name="1 pagu tidak terbaca").click()
    expect(garis).to_contain_text("milik saya (Seksi Lansia), pagu tidak terbaca: 1 dari 7.")
    halaman.locator("#cari").fill("permakanan")
    expect(halaman.get_by_text("Tidak ada yang cocok.")).to_be_visible()
    expect(halaman).to_have_url(re.compile("cari=permakanan&temuan=PAGU_TIDAK_TERBACA"))
    halaman.locator("#cari").fill("")
    expect(halaman.locator(TAMPAK)).to_have_count(5)

    halaman.reload()
    expect(halaman.locator(TAMPAK)).to_have_count(5)
    with halaman.expect_response(re.compile("/saringan/")):
        garis.get_by_role("link", name="Tampilkan semua").click()
    expect(halaman.locator(TAMPAK)).to_have_count(7)
    expect(garis).to_be_hidden()
    assert "milik" not in halaman.url
    assert pohon.jenis not in Pengguna.objects.get(pk=operator.pk).tampilannya.saring


def test_a_filtered_page_is_edited_like_any_other(halaman, pohon, jalur):
    saring_milik(halaman)
    kegiatan = jalur[Jenjang.KEGIATAN]

    ketik(halaman, jalur[Jenjang.SUB_KEGIATAN], "sat", "Jiwa")
    tunggu_tersimpan(halaman)
    ke_sel(halaman, kegiatan, "uraian")
    halaman.keyboard.press("Control+Shift+Enter")
    halaman.keyboard.type("Layanan baru")
    halaman.keyboard.press("Enter")
    expect(halaman.locator("#suara")).to_contain_text("“Layanan baru” ditambahkan")
    halaman.keyboard.press("Escape")

    expect(halaman.get_by_role("link", name="Layanan baru")).to_be_visible()
    expect(halaman.get_by_role("link", name="Program Makam Pahlawan")).to_be_hidden()
    assert pohon.simpul.filter(nama="Layanan baru", induk=kegiatan).exists()


def test_a_filter_is_there_again_and_a_box_of_the_address_is_shown(
    halaman, live_server, pohon, jalur
):
    saring_milik(halaman)
    makam = pohon.simpul.get(nama="Program Makam Pahlawan")

    halaman.goto(f"{live_server.url}/pohon/{pohon.pk}/#s{makam.pk}")

    expect(halaman).to_have_url(re.compile("milik=1"))
    expect(halaman.locator("#saring-aktif")).to_contain_text("milik saya")
    expect(sel(halaman, makam, "uraian")).to_be_focused()


def test_without_javascript_the_form_asks_and_the_link_clears(
    browser, context, live_server, pohon, operator, masuk_sebagai
):
    masuk_sebagai(operator)
    polos = browser.new_context(java_script_enabled=False, locale="id-ID", viewport=TELEPON)
    polos.add_cookies(context.cookies())
    page = polos.new_page()
    page.goto(alamat(live_server, pohon))

    page.locator(".pilih-saring summary").click()
    page.get_by_label("Berubah", exact=True).select_option("30")
    page.get_by_label("atau sejak tanggal").fill("2025-01-06")
    page.get_by_label("Milik saya (Seksi Lansia)").check()
    page.get_by_label("1 pagu tidak terbaca").check()
    page.get_by_role("button", name="Pakai").last.click()

    kalimat = (
        "milik saya (Seksi Lansia), yang berubah sejak 6 Januari 2025, pagu tidak terbaca: 1 dari"
    )
    expect(page.locator("#saring-aktif")).to_contain_text(kalimat)
    expect(page.locator(TAMPAK)).to_have_count(5)
    page.get_by_role("link", name="Tampilkan semua").last.click()
    expect(page.locator(TAMPAK)).to_have_count(7)
    polos.close()


def test_the_panel_fits_a_phone_and_has_no_faults(halaman):
    halaman.set_viewport_size(TELEPON)
    halaman.locator(".pilih-saring summary").click()

    assert pelanggaran(halaman) == []
    panel = halaman.locator(".pilih-saring .lembar-menu").bounding_box()
    assert panel["x"] >= 0
    assert panel["x"] + panel["width"] <= TELEPON["width"]
    assert halaman.evaluate("document.documentElement.scrollWidth") <= TELEPON["width"]
