"""The tree page in its states: axe finds nothing, in light and dark, wide and on a phone."""

import pytest
from playwright.sync_api import expect

from tests.peramban.aksesibilitas import pelanggaran
from tests.peramban.pohon_uji import alamat, isi_pohon

LEBAR = {"width": 1366, "height": 768}
TELEPON = {"width": 390, "height": 844}


def buka_laci(page):
    page.get_by_role("link", name="Rehabilitasi Sosial Dasar").click()
    expect(page.locator("#rinci h2")).to_be_visible()


def cari(page):
    page.locator("#cari").fill("sandang")
    expect(page.locator("mark")).to_have_count(1)


def saring(page):
    if not page.locator(".periksa").is_visible():  # one line on a phone
        page.get_by_text("Temuan pemeriksaan").click()
    page.get_by_role("link", name="1 pagu tidak terbaca").click()


def sunting(page):
    page.evaluate("document.querySelector('kinerja-pohon').fokus("
                  "document.querySelector('tr.j-program td.uraian'))")  # fmt: skip
    page.keyboard.press("F2")
    expect(page.locator(".sunting textarea")).to_have_count(2)
    page.evaluate("scrollTo(0, 0)")  # a link half below the bar that stays would count as small


def blok(page):
    page.evaluate("document.querySelector('kinerja-pohon').fokus("
                  "document.querySelector('tr.j-program td.sat'))")  # fmt: skip
    for tombol in ("Shift+ArrowRight", "Shift+ArrowDown"):
        page.keyboard.press(tombol)
    expect(page.locator("td.terpilih")).to_have_count(4)
    page.evaluate("scrollTo(0, 0)")  # as above


def salah(page):
    page.evaluate("document.querySelector('kinerja-pohon').fokus("
                  "document.querySelector('tr.j-sub_kegiatan td.pagu'))")  # fmt: skip
    page.keyboard.type("banyak")
    page.keyboard.press("Tab")
    expect(page.locator("#pesan-sel")).to_be_visible()


KEADAAN = {
    "editing": sunting,
    "block": blok,
    "refused": salah,
    "open": lambda page: None,
    "drawer": buka_laci,
    "searching": cari,
    "filter": saring,
    "nothing": lambda page: page.locator("#cari").fill("tidak ada ini"),
    "menu": lambda page: page.get_by_label("Menu pengguna").click(),
    "help": lambda page: page.evaluate("document.querySelector('#bantuan').showModal()"),
    "closed": lambda page: page.locator("[data-sampai='1']").click(),
}


@pytest.fixture
def berisi(pohon, jalur, perencana, masuk_sebagai):
    isi_pohon(pohon, jalur, perencana)
    masuk_sebagai(perencana)
    return pohon


@pytest.mark.parametrize("layar", [LEBAR, TELEPON], ids=["wide", "phone"])
@pytest.mark.parametrize("keadaan", KEADAAN)
def test_no_state_of_the_tree_page_has_faults(page, live_server, berisi, layar, keadaan):
    page.set_viewport_size(layar)
    page.goto(alamat(live_server, berisi))

    KEADAAN[keadaan](page)

    assert pelanggaran(page) == []


def test_an_empty_document_has_no_faults(page, live_server, pohon, perencana, masuk_sebagai):
    masuk_sebagai(perencana)
    page.goto(alamat(live_server, pohon))

    assert pelanggaran(page) == []


@pytest.mark.parametrize("layar", [LEBAR, TELEPON], ids=["wide", "phone"])
@pytest.mark.parametrize("bagian", ["rinci", "ubah", "perpindahan", "penghapusan"])
def test_the_pages_of_a_box_have_no_faults(page, live_server, berisi, jalur, layar, bagian):
    page.set_viewport_size(layar)
    page.goto(f"{live_server.url}/simpul/{jalur['KEGIATAN'].pk}/{bagian}/")

    assert pelanggaran(page) == []


@pytest.mark.parametrize("layar", [LEBAR, TELEPON], ids=["wide", "phone"])
@pytest.mark.parametrize("bagian", ["", "pohon/", "pohon/baru/"])
def test_the_pages_of_documents_have_no_faults(page, live_server, berisi, layar, bagian):
    page.set_viewport_size(layar)
    page.goto(f"{live_server.url}/{bagian}")

    assert pelanggaran(page) == []


def test_history_and_an_error_summary_have_no_faults(page, live_server, berisi, jalur):
    page.goto(f"{live_server.url}/pohon/{berisi.pk}/riwayat/")
    assert pelanggaran(page) == []

    page.goto(f"{live_server.url}/simpul/{jalur['SUB_KEGIATAN'].pk}/ubah/?tahun=2025")
    page.get_by_label("Pagu 2025", exact=True).fill("32.400.0000")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_role("alert")).to_be_focused()

    assert pelanggaran(page) == []


def test_the_check_sees_a_fault(page, live_server, berisi):
    page.goto(alamat(live_server, berisi))
    page.evaluate("document.querySelector('#cari').closest('label').replaceWith('')")
    page.evaluate("document.querySelector('h1').style.color = '#777'")

    assert any("color-contrast" in satu for satu in pelanggaran(page))
