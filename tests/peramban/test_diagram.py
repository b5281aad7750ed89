"""The diagram in a browser: zoom, pan, keys, a phone, paper, no JavaScript."""

import io
import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from kinerja.pilihan import Jenjang
from scripts.pohon_besar import perubahan_pohon
from tests.factories import PADA, buat_pohon
from tests.peramban.aksesibilitas import pelanggaran
from tests.peramban.pohon_uji import isi_pohon

TELEPON = {"width": 390, "height": 844}
SIAP = "#diagram[data-siap]"


@pytest.fixture
def berisi(pohon, jalur, perencana, masuk_sebagai):
    isi_pohon(pohon, jalur, perencana)
    masuk_sebagai(perencana)
    return pohon


def alamat(live_server, pohon, tanya=""):
    return f"{live_server.url}/pohon/{pohon.pk}/diagram/?tahun=2025{tanya}"


def besar(dinas, oleh, banyak=300):
    pohon = buat_pohon(dinas, oleh, judul="Besar")
    daftar = perubahan_pohon(banyak, str(pohon.akar().uid), range(2025, 2030))
    pohon.muat(daftar, oleh=oleh, pada=PADA, ringkasan="Dokumen besar")
    return pohon


def skala(page):
    return int(page.locator("#skala").inner_text().rstrip("%"))


def geseran(page):
    return page.evaluate("(({scrollLeft, scrollTop}) => [scrollLeft, scrollTop])"
                         "(document.querySelector('#diagram'))")  # fmt: skip


def test_buttons_keys_and_wheel_zoom_and_zero_shows_all(
    page, live_server, dinas, berisi, perencana
):
    pohon = besar(dinas, perencana, 120)
    page.goto(alamat(live_server, pohon))
    page.wait_for_selector(SIAP)
    awal = skala(page)

    page.get_by_role("button", name="Perbesar").click()
    assert skala(page) > awal
    page.keyboard.press("-")
    page.keyboard.press("-")
    assert skala(page) < awal
    kini = skala(page)
    page.locator("#diagram").hover()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -120)
    page.keyboard.up("Control")
    expect(page.locator("#skala")).not_to_have_text(f"{kini}%")
    assert skala(page) > kini

    page.keyboard.press("0")
    bingkai, gambar = (page.locator(s).bounding_box() for s in ("#diagram", "svg.diagram"))
    assert gambar["width"] <= bingkai["width"]
    assert gambar["height"] <= bingkai["height"]


def test_dragging_moves_the_drawing_and_opens_nothing(page, live_server, dinas, berisi, perencana):
    pohon = besar(dinas, perencana, 120)
    page.goto(alamat(live_server, pohon))
    page.wait_for_selector(SIAP)
    for _ in range(4):
        page.keyboard.press("+")
    page.locator(".d-kotak").nth(6).scroll_into_view_if_needed()
    kotak = page.locator(".d-kotak").nth(6).bounding_box()
    x, y = kotak["x"] + 40, kotak["y"] + 30
    sebelum = geseran(page)

    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 90, y - 60, steps=6)
    page.mouse.up()

    assert geseran(page) == [sebelum[0] + 90, sebelum[1] + 60]
    assert "/diagram/" in page.url


def test_arrows_move_the_focused_drawing(page, live_server, dinas, berisi, perencana):
    page.goto(alamat(live_server, besar(dinas, perencana, 120)))
    page.wait_for_selector(SIAP)
    page.locator("#diagram").focus()
    atas = page.locator(".d-kotak").first.bounding_box()["y"]

    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(400)  # the browser scrolls smoothly

    assert page.locator(".d-kotak").first.bounding_box()["y"] < atas


def test_a_box_opens_the_drawer_and_the_focus_comes_back(page, live_server, berisi, jalur):
    kegiatan = jalur[Jenjang.KEGIATAN]
    page.goto(alamat(live_server, berisi))
    page.wait_for_selector(SIAP)
    laci = page.get_by_role("complementary", name="Rincian")

    page.get_by_role("link", name="Kegiatan Rehabilitasi Sosial Dasar", exact=True).click()
    expect(laci.get_by_role("heading", name="Rehabilitasi Sosial Dasar")).to_be_visible()
    expect(laci.get_by_role("link", name="Ubah", exact=True)).to_be_visible()
    assert pelanggaran(page) == []
    page.locator(f"#d{jalur[Jenjang.PROGRAM].pk}").focus()
    page.keyboard.press("Enter")
    expect(laci.get_by_role("heading", name="Program Rehabilitasi Sosial")).to_be_visible()
    expect(laci.locator(".rinci-isi")).to_be_focused()

    page.keyboard.press("Escape")
    expect(laci).to_be_hidden()
    expect(page.locator(f"#d{jalur[Jenjang.PROGRAM].pk}")).to_be_focused()
    assert "/diagram/" in page.url
    page.locator(f"#d{kegiatan.pk}").click(modifiers=["Control"])
    expect(laci).to_be_hidden()


def test_branches_and_size_are_as_they_were_left(page, live_server, berisi, jalur):
    program = jalur[Jenjang.PROGRAM]
    page.goto(alamat(live_server, berisi))
    page.get_by_role("link", name="Tutup Program Program Rehabilitasi Sosial").click()
    expect(page.locator(".d-kotak")).to_have_count(4)
    expect(page.locator(f"#ld{program.pk}")).to_be_focused()
    assert pelanggaran(page) == []
    with page.expect_response(re.compile("/perbesaran/")):
        page.get_by_role("button", name="Perkecil").click()
    kini = skala(page)

    page.goto(f"{live_server.url}/pohon/{berisi.pk}/diagram/")
    page.wait_for_selector(SIAP)

    expect(page.locator(".d-kotak")).to_have_count(4)
    assert abs(skala(page) - kini) <= 1
    page.keyboard.press("0")
    page.locator(f"#ld{program.pk}").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".d-kotak")).to_have_count(7)


def test_two_fingers_zoom(browser, context, live_server, berisi):
    jari = browser.new_context(has_touch=True, viewport=TELEPON)
    jari.add_cookies(context.cookies())
    page = jari.new_page()
    page.goto(alamat(live_server, berisi))
    page.wait_for_selector(SIAP)
    awal = skala(page)
    cdp = jari.new_cdp_session(page)

    for jenis, jarak in (("touchStart", 40), ("touchMove", 60), ("touchMove", 90)):
        titik = [{"x": 190 - jarak, "y": 500, "id": 1}, {"x": 190 + jarak, "y": 500, "id": 2}]
        cdp.send("Input.dispatchTouchEvent", {"type": jenis, "touchPoints": titik})
    cdp.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    expect(page.locator("#skala")).not_to_have_text(f"{awal}%")
    assert skala(page) > awal
    jari.close()


def test_without_javascript_it_scrolls_and_closes_levels(browser, context, live_server, berisi):
    polos = browser.new_context(java_script_enabled=False, viewport=TELEPON)
    polos.add_cookies(context.cookies())
    page = polos.new_page()
    page.goto(alamat(live_server, berisi, "&sampai=3"))

    expect(page.locator(".d-kotak")).to_have_count(4)
    expect(page.locator(".besar")).to_be_hidden()
    page.get_by_role("link", name="Tujuan", exact=True).click()
    expect(page.locator(".d-kotak")).to_have_count(2)
    page.locator(".d-lipat").first.click()
    expect(page.locator(".d-kotak")).to_have_count(3)
    page.locator(".d-kotak").first.click()
    expect(page).to_have_url(re.compile("/rinci/"))
    polos.close()


@pytest.mark.parametrize("layar", [{"width": 1366, "height": 768}, TELEPON], ids=["wide", "phone"])
def test_it_has_no_faults_and_is_not_wider_than_the_screen(page, live_server, berisi, layar):
    page.set_viewport_size(layar)
    page.goto(alamat(live_server, berisi))
    page.wait_for_selector(SIAP)

    assert pelanggaran(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= layar["width"]


def test_no_text_leaves_its_box_as_the_browser_draws_it(page, live_server, berisi):
    page.goto(alamat(live_server, berisi))
    page.wait_for_selector(SIAP)

    keluar = page.evaluate(
        """() => [...document.querySelectorAll('.d-kotak')].flatMap((kotak) => {
        const alas = kotak.querySelector('.d-alas').getBBox();
        return [...kotak.querySelectorAll('text')].filter((t) => {
          const b = t.getBBox();
          return b.x + b.width > alas.width || b.y < 0 || b.y + b.height > alas.height + 1;
        }).map((t) => t.textContent) })"""
    )

    assert keluar == []


def test_paper_has_the_whole_drawing_on_one_sheet(page, live_server, berisi):
    page.goto(alamat(live_server, berisi))
    page.wait_for_selector(SIAP)

    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))

    assert len(pdf.pages) == 1
    lebar, tinggi = (float(x) for x in pdf.pages[0].mediabox[2:])
    assert lebar > tinggi > 800
    teks = " ".join(pdf.pages[0].extract_text().split())
    assert "Penyediaan Sandang" in teks
    assert "Muat semua" not in teks


def test_three_hundred_boxes_are_drawn(page, live_server, dinas, berisi, perencana):
    page.goto(alamat(live_server, besar(dinas, perencana)))
    page.wait_for_selector(SIAP)

    assert page.locator(".d-kotak").count() >= 300
