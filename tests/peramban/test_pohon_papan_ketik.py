"""The tree page by keyboard: cells, levels, search, filters, drawer."""

import pytest
from playwright.sync_api import expect

from kinerja.pilihan import Jenjang
from tests.peramban.pohon_uji import alamat, isi_pohon


@pytest.fixture
def halaman(page, live_server, pohon, jalur, perencana, masuk_sebagai):
    isi_pohon(pohon, jalur, perencana)
    masuk_sebagai(perencana)
    page.goto(alamat(live_server, pohon))
    page.locator("td[tabindex='0']").focus()
    return page


def di(page) -> str:
    """Row text and column of the focused cell."""
    return page.evaluate(
        """() => {
        const sel = document.activeElement, nama = sel.closest('tr').querySelector('.nm, .lanjut');
        return `${nama.textContent} ${sel.cellIndex}` }"""
    )


def tekan(page, *tombol: str) -> None:
    for satu in tombol:
        page.keyboard.press(satu)


def tampak(page) -> list[str]:
    return page.locator("tbody tr:visible .nm").all_text_contents()


def test_arrows_move_from_cell_to_cell(halaman):
    assert di(halaman) == "Meningkatnya kesejahteraan sosial 1"

    tekan(halaman, "ArrowDown", "ArrowRight", "ArrowRight")
    assert di(halaman) == "Meningkatnya pelayanan sosial 3"

    tekan(halaman, "ArrowUp", "ArrowLeft")
    assert di(halaman) == "Meningkatnya kesejahteraan sosial 2"


def test_home_and_end_go_to_the_edges(halaman):
    tekan(halaman, "End")
    assert di(halaman) == "Meningkatnya kesejahteraan sosial 9"

    tekan(halaman, "Home", "Control+End")
    assert di(halaman) == "Program Makam Pahlawan 0"

    tekan(halaman, "Control+Home")
    assert di(halaman) == "Meningkatnya kesejahteraan sosial 0"


def test_only_one_cell_is_in_the_tab_order(halaman):
    tekan(halaman, "ArrowDown", "ArrowRight")

    assert halaman.locator("td[tabindex='0']").count() == 1


def test_left_closes_then_goes_up_and_right_opens(halaman):
    tekan(halaman, "ArrowDown", "ArrowDown", "ArrowLeft", "ArrowLeft")
    assert tampak(halaman) == [
        "Meningkatnya kesejahteraan sosial",
        "Meningkatnya pelayanan sosial",
        "Program Rehabilitasi Sosial",
        "Program Makam Pahlawan",
    ]

    tekan(halaman, "ArrowRight")
    assert "Rehabilitasi Sosial Dasar" in tampak(halaman)

    tekan(halaman, "ArrowLeft", "ArrowLeft")
    assert di(halaman) == "Meningkatnya pelayanan sosial 0"


def test_minus_and_plus_work_in_every_column(halaman):
    tekan(halaman, "ArrowRight", "ArrowRight", "-")
    expect(halaman.locator("tbody tr:visible .nm")).to_have_count(2)

    tekan(halaman, "+")
    expect(halaman.locator("tbody tr:visible .nm")).to_have_count(7)


@pytest.mark.parametrize(("angka", "kotak"), [("1", 1), ("2", 2), ("3", 4), ("4", 5), ("5", 7)])
def test_digits_open_to_a_level(halaman, angka, kotak):
    tekan(halaman, angka)

    expect(halaman.locator("tbody tr:visible .nm")).to_have_count(kotak)
    expect(halaman.locator("[data-sampai][aria-pressed='true']")).to_have_count(1)


def test_further_indicators_hide_with_their_box(halaman):
    expect(halaman.get_by_text("Indikator 2 dari 2")).to_be_visible()

    tekan(halaman, "4")

    expect(halaman.get_by_text("Indikator 2 dari 2")).to_be_hidden()


def test_focus_goes_up_when_its_row_is_closed(halaman):
    tekan(halaman, "Control+End", "ArrowUp", "1")

    assert di(halaman) == "Meningkatnya kesejahteraan sosial 1"


def test_slash_searches_and_keeps_the_boxes_above(halaman):
    tekan(halaman, "/")
    halaman.keyboard.type("SANDANG")

    expect(halaman.locator("mark")).to_have_text(["Sandang"])
    assert tampak(halaman)[-1] == "Penyediaan Sandang"
    assert len(tampak(halaman)) == 5
    expect(halaman.locator("#suara")).to_have_text("1 kotak cocok")

    tekan(halaman, "Escape")
    expect(halaman.locator("tbody tr:visible .nm")).to_have_count(7)
    expect(halaman.locator("mark")).to_have_count(0)


def test_from_the_search_box_down_goes_to_the_rows(halaman):
    tekan(halaman, "/")
    halaman.keyboard.type("pahlawan")
    expect(halaman.locator("tbody tr:visible .nm")).to_have_count(1)

    tekan(halaman, "ArrowDown")

    assert di(halaman) == "Program Makam Pahlawan 1"


def test_a_search_without_result_offers_the_way_back(halaman):
    tekan(halaman, "/")
    halaman.keyboard.type("tidak ada ini")
    halaman.locator("[data-nihil]").get_by_role("link").click()

    expect(halaman.locator("tbody tr:visible .nm")).to_have_count(7)


def test_a_finding_filters_and_a_second_click_shows_all(halaman):
    temuan = halaman.get_by_role("link", name="1 pagu tidak terbaca")

    temuan.click()
    expect(halaman.locator("tbody tr:visible .nm")).to_have_count(5)
    expect(temuan).to_have_attribute("aria-current", "true")

    temuan.click()
    expect(halaman.locator("tbody tr:visible .nm")).to_have_count(7)


def test_space_opens_the_drawer_and_escape_brings_back(halaman):
    tekan(halaman, "ArrowDown", "Space")
    laci = halaman.get_by_role("complementary", name="Rincian")
    expect(laci.get_by_role("heading", name="Meningkatnya pelayanan sosial")).to_be_visible()

    tekan(halaman, "Escape")

    expect(laci).to_be_hidden()
    assert di(halaman) == "Meningkatnya pelayanan sosial 1"


def test_the_open_drawer_follows_the_selection(halaman):
    halaman.get_by_role("link", name="Rehabilitasi Sosial Dasar").click()
    laci = halaman.get_by_role("complementary", name="Rincian")
    expect(laci).to_contain_text("lebih besar 270.729.000")

    tekan(halaman, "ArrowDown")

    expect(laci.get_by_role("heading", name="Penyediaan Permakanan")).to_be_visible()


def test_an_address_with_a_box_opens_it(page, halaman, live_server, pohon, jalur):
    pk = jalur[Jenjang.SUB_KEGIATAN].pk
    page.goto("about:blank")

    page.goto(alamat(live_server, pohon) + f"#s{pk}")

    expect(page.locator(f"#s{pk} td").nth(1)).to_be_focused()


def test_opening_to_a_level_ends_the_search(halaman):
    tekan(halaman, "/")
    halaman.keyboard.type("sandang")
    expect(halaman.locator("mark")).to_have_count(1)

    halaman.get_by_role("button", name="Program").click()

    expect(halaman.locator("mark")).to_have_count(0)
    expect(halaman.locator("#cari")).to_have_value("")
    expect(halaman.locator("tbody tr:visible .nm")).to_have_count(4)


def test_the_list_of_shortcuts_opens_and_closes(halaman):
    halaman.get_by_role("button", name="Pintasan papan ketik").click()
    dialog = halaman.get_by_role("dialog")
    expect(dialog).to_contain_text("Buka sampai jenjang")

    dialog.get_by_role("button", name="Tutup").click()
    expect(dialog).to_be_hidden()
