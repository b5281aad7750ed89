"""Columns of the tree table: left out by choice, frozen when scrolling, skipped by keys."""

import pytest
from playwright.sync_api import expect

from kinerja.pilihan import Jenjang
from tests.peramban.aksesibilitas import pelanggaran
from tests.peramban.pohon_uji import alamat, isi_pohon
from tests.peramban.sunting_uji import ke_sel, sel, tempel, tunggu_tersimpan

LAPTOP = {"width": 1366, "height": 768}


@pytest.fixture
def berisi(pohon, jalur, perencana, masuk_sebagai):
    isi_pohon(pohon, jalur, perencana)
    masuk_sebagai(perencana)
    return pohon


def tanpa(page, *kolom):
    """Leave columns out through the menu."""
    page.locator(".pilih-kolom summary").click()
    for satu in kolom:
        page.locator(f".pilih-kolom input[value='{satu}']").uncheck()
    page.get_by_role("button", name="Pakai").click()


def test_columns_left_out_are_gone_and_stay_so(page, live_server, berisi, jalur):
    page.set_viewport_size(LAPTOP)
    page.goto(alamat(live_server, berisi))
    sub = jalur[Jenjang.SUB_KEGIATAN]

    tanpa(page, "kode", "sat", "2026", "2027")

    for kelas in ("kode", "sat", "2026", "2027"):
        expect(sel(page, sub, kelas)).to_be_hidden()
    for kelas in ("uraian", "ind", "2025", "2028", "pagu"):
        expect(sel(page, sub, kelas)).to_be_visible()
    kepala = page.locator("thead th:visible")
    assert kepala.count() == 6
    for ke in range(6):  # a cell stands below its head
        atas = kepala.nth(ke).bounding_box()
        bawah = page.locator(f"#s{sub.pk} > td:visible").nth(ke).bounding_box()
        assert (round(atas["x"]), round(atas["width"])) == (
            round(bawah["x"]),
            round(bawah["width"]),
        )
    assert page.locator("thead th:visible").first.bounding_box()["x"] < 40

    page.goto(f"{live_server.url}/pohon/{berisi.pk}/")
    expect(sel(page, sub, "sat")).to_be_hidden()
    expect(page.locator(".pilih-kolom summary")).to_contain_text("4 tidak ditampilkan")
    assert pelanggaran(page) == []


def test_arrows_tab_and_paste_pass_over_columns_left_out(page, live_server, berisi, jalur):
    page.set_viewport_size(LAPTOP)
    page.goto(alamat(live_server, berisi))
    tanpa(page, "kode", "sat", "2026")
    sub = jalur[Jenjang.SUB_KEGIATAN]

    ke_sel(page, sub, "ind")
    page.keyboard.press("ArrowRight")
    expect(sel(page, sub, "2025")).to_be_focused()
    page.keyboard.press("Home")
    expect(sel(page, sub, "uraian")).to_be_focused()
    page.keyboard.press("ArrowLeft")  # the leftmost column now: to the box above
    expect(sel(page, jalur[Jenjang.KEGIATAN], "uraian")).to_be_focused()

    ke_sel(page, sub, "2025")
    tempel(page, "61\t63")
    tunggu_tersimpan(page)
    expect(sel(page, sub, "2025")).to_have_text("61")
    expect(sel(page, sub, "2027")).to_have_text("63")
    expect(sel(page, sub, "2026")).to_have_text("")


GESER = """() => { const g = document.querySelector('#pohon');
g.scrollLeft = 400; return g.scrollLeft }"""


def test_five_years_fit_a_small_laptop_with_and_without_details(page, live_server, berisi):
    page.set_viewport_size(LAPTOP)
    page.goto(alamat(live_server, berisi))
    assert page.evaluate(GESER) == 0

    page.get_by_role("link", name="Rehabilitasi Sosial Dasar").click()
    expect(page.locator("#rinci h2")).to_be_visible()

    assert page.evaluate(GESER) == 0


def test_code_and_description_stay_when_scrolling_sideways(page, live_server, berisi, jalur):
    page.set_viewport_size({"width": 960, "height": 700})
    page.goto(alamat(live_server, berisi))
    program = jalur[Jenjang.PROGRAM]
    letak = [sel(page, program, k).bounding_box()["x"] for k in ("kode", "uraian")]

    assert page.evaluate(GESER) > 0

    assert [sel(page, program, k).bounding_box()["x"] for k in ("kode", "uraian")] == letak
    pagu, tepi = sel(page, program, "pagu").bounding_box(), page.locator("#pohon").bounding_box()
    assert pagu["x"] + pagu["width"] <= tepi["x"] + tepi["width"] + 1


def test_without_javascript_columns_are_chosen_by_a_form(
    browser, context, live_server, berisi, jalur
):
    polos = browser.new_context(java_script_enabled=False, locale="id-ID", viewport=LAPTOP)
    polos.add_cookies(context.cookies())
    page = polos.new_page()
    page.goto(alamat(live_server, berisi))

    tanpa(page, "ind")

    expect(sel(page, jalur[Jenjang.SUB_KEGIATAN], "ind")).to_be_hidden()
    page.locator(".pilih-kolom summary").click()
    page.get_by_role("button", name="Semua kolom").click()
    expect(sel(page, jalur[Jenjang.SUB_KEGIATAN], "ind")).to_be_visible()
    polos.close()
