"""The tree page on a phone, on paper, in the dark and without JavaScript."""

import io

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from kinerja.pilihan import Jenjang
from tests.peramban.pohon_uji import alamat, isi_pohon

TELEPON = {"width": 390, "height": 844}


@pytest.fixture
def berisi(pohon, jalur, perencana, masuk_sebagai):
    isi_pohon(pohon, jalur, perencana)
    masuk_sebagai(perencana)
    return pohon


@pytest.fixture
def tanpa_skrip(browser, context, live_server, berisi):
    """A page in a browser that runs no JavaScript, logged in."""
    polos = browser.new_context(java_script_enabled=False, locale="id-ID")
    polos.add_cookies(context.cookies())
    yield polos.new_page()
    polos.close()


def test_without_javascript_all_rows_and_the_ways_on_are_there(tanpa_skrip, live_server, berisi):
    tanpa_skrip.goto(alamat(live_server, berisi))

    expect(tanpa_skrip.locator("tbody tr:visible .nm")).to_have_count(7)
    expect(tanpa_skrip.get_by_role("button", name="Tampilkan")).to_be_visible()
    expect(tanpa_skrip.locator(".jenjang")).to_be_hidden()


def test_without_javascript_search_filters_and_details_work(tanpa_skrip, live_server, berisi):
    tanpa_skrip.goto(alamat(live_server, berisi))
    tanpa_skrip.locator("#cari").fill("sandang")
    tanpa_skrip.get_by_role("button", name="Tampilkan").click()
    expect(tanpa_skrip.locator("tbody tr:visible .nm")).to_have_count(5)

    tanpa_skrip.goto(alamat(live_server, berisi))
    tanpa_skrip.get_by_role("link", name="1 pagu tidak terbaca").click()
    expect(tanpa_skrip.locator("tbody tr:visible .nm")).to_have_count(5)

    tanpa_skrip.get_by_role("link", name="Penyediaan Sandang").click()
    tanpa_skrip.get_by_role("link", name="Ubah", exact=True).click()
    tanpa_skrip.get_by_label("Nama", exact=True).fill("Penyediaan Pakaian")
    tanpa_skrip.get_by_role("button", name="Simpan").click()
    expect(tanpa_skrip.get_by_role("link", name="Penyediaan Pakaian")).to_be_visible()


def test_on_a_phone_rows_are_cards_without_sideways_scrolling(page, live_server, berisi):
    page.set_viewport_size(TELEPON)
    page.goto(alamat(live_server, berisi))

    kartu = page.locator("tbody tr").first.bounding_box()
    assert kartu["width"] <= TELEPON["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= TELEPON["width"]


@pytest.mark.parametrize("bagian", ["ubah", "rinci", "perpindahan", "penghapusan"])
def test_no_page_of_a_box_is_wider_than_a_phone(page, live_server, berisi, jalur, bagian):
    page.set_viewport_size(TELEPON)
    page.goto(f"{live_server.url}/simpul/{jalur[Jenjang.KEGIATAN].pk}/{bagian}/")

    assert page.evaluate("document.documentElement.scrollWidth") <= TELEPON["width"]


def test_on_a_phone_the_drawer_fills_the_screen_and_closes(page, live_server, berisi):
    page.set_viewport_size(TELEPON)
    page.goto(alamat(live_server, berisi))

    page.get_by_role("link", name="Rehabilitasi Sosial Dasar").click()
    tutup = page.get_by_role("button", name="Tutup rincian")
    expect(tutup).to_be_focused()
    assert page.locator("#rinci").bounding_box()["height"] == TELEPON["height"]

    tutup.click()
    expect(page.locator("#rinci")).to_be_hidden()


def test_paper_has_every_row_and_no_controls(page, live_server, berisi):
    page.goto(alamat(live_server, berisi))
    page.locator("[data-sampai='1']").click()

    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))

    teks = " ".join(halaman.extract_text() for halaman in pdf.pages)
    lebar, tinggi = (float(x) for x in pdf.pages[0].mediabox[2:])
    assert lebar > tinggi
    assert "Penyediaan Sandang" in " ".join(teks.split())
    assert "Tambah" not in teks
    assert "Riwayat" not in teks


def test_the_theme_button_wins_over_the_system_and_is_remembered(page, live_server, berisi):
    page.emulate_media(color_scheme="light")
    page.goto(alamat(live_server, berisi))
    latar = "getComputedStyle(document.body).backgroundColor"
    terang = page.evaluate(latar)

    page.get_by_role("button", name="Ganti tema terang atau gelap").click()
    gelap = page.evaluate(latar)
    page.reload()

    assert gelap != terang
    assert page.evaluate(latar) == gelap


def test_logging_out_is_a_post_from_the_menu(page, live_server, berisi):
    page.goto(alamat(live_server, berisi))

    page.get_by_label("Menu pengguna").click()
    page.get_by_role("button", name="Keluar").click()

    page.goto(alamat(live_server, berisi))
    assert "/masuk/" in page.url


def test_on_a_phone_the_first_box_is_seen_without_scrolling(page, live_server, berisi):
    page.set_viewport_size(TELEPON)
    page.goto(alamat(live_server, berisi))

    kartu = page.locator("tbody tr").first.bounding_box()
    bilah_bawah = page.locator(".navigasi").bounding_box()
    assert kartu["y"] + 60 < bilah_bawah["y"]
    expect(page.locator(".periksa")).to_be_hidden()
    page.get_by_text("Temuan pemeriksaan").click()
    page.get_by_role("link", name="1 pagu tidak terbaca").click()
    expect(page.locator("tbody tr:visible .nm")).to_have_count(5)


def test_on_a_phone_the_ways_on_are_in_one_menu(page, live_server, berisi):
    page.set_viewport_size(TELEPON)
    page.goto(alamat(live_server, berisi))
    expect(page.get_by_role("link", name="Riwayat")).to_have_count(0)

    page.locator(".aksi summary").click()

    for nama in ("Riwayat", "Status", "Unduh", "Impor Excel"):
        expect(page.locator(".aksi").get_by_role("link", name=nama)).to_be_visible()
    page.locator(".aksi").get_by_role("link", name="Riwayat").click()
    assert "/riwayat/" in page.url


def test_turned_to_a_wide_screen_the_findings_are_open(page, live_server, berisi):
    page.set_viewport_size(TELEPON)
    page.goto(alamat(live_server, berisi))
    expect(page.locator(".periksa")).to_be_hidden()

    page.set_viewport_size({"width": 1366, "height": 768})

    expect(page.locator(".periksa")).to_be_visible()
    expect(page.locator(".lipat > summary")).to_be_hidden()


def test_choosing_a_year_shows_it(page, live_server, berisi):
    page.goto(alamat(live_server, berisi))

    page.get_by_label("Tahun").select_option("2027")

    expect(page.locator("th.n.ini").first).to_have_text("2027")
