"""An empty document begins in its table; the tools above it take little room."""

import re

import pytest
from playwright.sync_api import expect

from tests.peramban.aksesibilitas import pelanggaran
from tests.peramban.pohon_uji import alamat, isi_pohon
from tests.peramban.sunting_uji import tempel

TELEPON = {"width": 390, "height": 844}


@pytest.fixture
def kosong(page, live_server, pohon, perencana, masuk_sebagai):
    masuk_sebagai(perencana)
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(alamat(live_server, pohon))
    return page


def test_the_first_box_is_typed_and_the_next_row_opens(kosong, pohon):
    expect(kosong.get_by_label("Uraian pertama")).to_be_focused()
    assert pelanggaran(kosong) == []
    kosong.keyboard.type("Meningkatnya kesejahteraan sosial")
    kosong.keyboard.press("Enter")

    expect(kosong.get_by_role("link", name="Meningkatnya kesejahteraan sosial")).to_be_visible()
    expect(kosong.get_by_label("Tujuan baru")).to_be_focused()
    assert pohon.simpul.get(level=1).kinerja == "Meningkatnya kesejahteraan sosial"


def test_pasted_lines_are_the_first_boxes(kosong, pohon):
    kosong.get_by_label("Jenjang", exact=True).select_option("Program")
    kosong.get_by_label("Uraian pertama").focus()

    tempel(kosong, "1.06.01\tProgram Penunjang\r\n1.06.02\tProgram Pemberdayaan")

    expect(kosong.get_by_role("link", name="Program Pemberdayaan")).to_be_visible()
    assert [s.kode for s in pohon.simpul.filter(level=1)] == ["1.06.01", "1.06.02"]


def test_a_refused_first_row_keeps_what_was_typed(kosong, pohon):
    kosong.get_by_label("Uraian pertama").fill("x" * 5000)
    kosong.get_by_role("button", name="Simpan").click()

    expect(kosong.locator("[data-pertama] [role=alert]")).to_be_visible()
    expect(kosong.get_by_label("Uraian pertama")).to_be_focused()
    assert pelanggaran(kosong) == []


def test_without_javascript_the_form_is_the_way(browser, context, live_server, pohon, kosong):
    polos = browser.new_context(java_script_enabled=False, locale="id-ID", viewport=TELEPON)
    polos.add_cookies(context.cookies())
    page = polos.new_page()
    page.goto(alamat(live_server, pohon))

    expect(page.locator("[data-pertama]")).to_be_hidden()
    page.get_by_role("link", name="formulir").click()
    expect(page).to_have_url(re.compile("/simpul/baru/"))
    polos.close()


@pytest.mark.parametrize(("layar", "tinggi"), [({"width": 1366, "height": 768}, 44), (TELEPON, 64)])
def test_the_tools_take_little_room(
    page, live_server, pohon, jalur, perencana, masuk_sebagai, layar, tinggi
):
    """One line on a wide screen; on a phone only the line with search and undo stays in sight."""
    isi_pohon(pohon, jalur, perencana)
    masuk_sebagai(perencana)
    page.set_viewport_size(layar)
    page.goto(alamat(live_server, pohon))
    bagian = ".alat" if layar != TELEPON else ".alat-lekat"

    assert page.locator(bagian).bounding_box()["height"] <= tinggi
    page.mouse.wheel(0, 2000)
    expect(page.locator("#cari")).to_be_in_viewport()
    expect(page.locator("#simpan")).to_be_in_viewport()
