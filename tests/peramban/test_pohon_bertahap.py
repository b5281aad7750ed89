"""A large document opens with its rows down to Program; the rest comes when somebody needs it."""

import io

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from kinerja import lembar_pohon
from kinerja.pilihan import Jenjang
from tests.factories import PADA
from tests.peramban.aksesibilitas import pelanggaran
from tests.peramban.pohon_uji import alamat, isi_pohon
from tests.peramban.sunting_uji import ke_sel, ketik, sel, tunggu_tersimpan

BARIS = "**/baris/**"


@pytest.fixture
def besar(monkeypatch, pohon, jalur, perencana, masuk_sebagai):
    monkeypatch.setattr(lembar_pohon, "BUKA_BILA_BANYAK", 3)
    isi_pohon(pohon, jalur, perencana)
    masuk_sebagai(perencana)
    return pohon


@pytest.fixture
def halaman(page, live_server, besar):
    page.goto(alamat(live_server, besar))
    expect(page.locator("tbody tr .nm")).to_have_count(4)
    return page


def tampak(page):
    return page.locator("tbody tr:visible .nm")


def test_a_branch_comes_when_it_is_opened_and_stays(halaman, jalur):
    program, kegiatan = jalur[Jenjang.PROGRAM], jalur[Jenjang.KEGIATAN]
    sendi = halaman.locator(f"#s{program.pk} .sendi")

    with halaman.expect_request(BARIS) as permintaan:
        sendi.click()

    assert f"kotak={program.pk}" in permintaan.value.url
    expect(halaman.locator(f"#s{kegiatan.pk}")).to_be_visible()
    expect(tampak(halaman)).to_have_count(5)
    assert pelanggaran(halaman) == []

    sendi.click()
    expect(tampak(halaman)).to_have_count(4)
    halaman.route(BARIS, lambda route: route.abort())
    sendi.click()
    expect(tampak(halaman)).to_have_count(5)


def test_by_keyboard_too(halaman, jalur):
    ke_sel(halaman, jalur[Jenjang.PROGRAM], "uraian")

    halaman.keyboard.press("ArrowRight")
    expect(halaman.locator(f"#s{jalur[Jenjang.KEGIATAN].pk}")).to_be_visible()
    halaman.keyboard.press("ArrowDown")
    halaman.keyboard.press("ArrowRight")

    expect(tampak(halaman)).to_have_count(7)
    expect(sel(halaman, jalur[Jenjang.KEGIATAN], "uraian")).to_be_focused()


def test_open_to_the_last_level_needs_all_rows(halaman):
    halaman.locator("[data-sampai='5']").click()

    expect(tampak(halaman)).to_have_count(7)
    assert halaman.evaluate("document.querySelector('kinerja-pohon').sebagian") == 0


def test_search_finds_what_is_not_there_yet(halaman):
    halaman.locator("#cari").fill("sandang")

    expect(tampak(halaman)).to_have_count(5)
    expect(halaman.locator("mark")).to_have_text("Sandang")


def test_an_address_leads_to_a_box_that_is_not_there_yet(page, live_server, besar, jalur):
    sub = jalur[Jenjang.SUB_KEGIATAN]

    page.goto(f"{alamat(live_server, besar)}#s{sub.pk}")

    expect(sel(page, sub, "uraian")).to_be_focused()


def test_paper_has_every_row(halaman):
    pdf = PdfReader(io.BytesIO(halaman.pdf(prefer_css_page_size=True)))

    teks = " ".join(" ".join(hal.extract_text() for hal in pdf.pages).split())
    assert "Penyediaan Sandang" in teks


def test_without_a_connection_it_says_so_and_opens_later(halaman, context, jalur):
    sendi = halaman.locator(f"#s{jalur[Jenjang.PROGRAM].pk} .sendi")
    context.set_offline(True)

    sendi.click()
    expect(halaman.locator("#gagal-muat")).to_be_visible()
    expect(tampak(halaman)).to_have_count(4)

    context.set_offline(False)
    sendi.click()
    expect(tampak(halaman)).to_have_count(5)
    expect(halaman.locator("#gagal-muat")).to_be_hidden()


def test_what_was_typed_offline_waits_though_its_row_is_not_loaded(halaman, jalur):
    sub = jalur[Jenjang.SUB_KEGIATAN]
    halaman.locator("[data-sampai='5']").click()
    expect(tampak(halaman)).to_have_count(7)
    halaman.route("**/indikator/**", lambda route: route.abort())
    ketik(halaman, sub, "2026", "81")
    expect(halaman.locator("#simpan")).to_contain_text("Tanpa sambungan")

    halaman.unroute_all()
    halaman.reload()

    tunggu_tersimpan(halaman)
    expect(halaman.locator("tbody tr .nm")).to_have_count(4)
    assert sub.indikator.first().target.get(tahun=2026).mentah == "81"
    halaman.locator("[data-sampai='5']").click()
    expect(sel(halaman, sub, "2026").first).to_have_text("81")


def test_a_colleague_s_change_below_is_there_when_the_branch_comes(
    halaman, besar, jalur, perencana
):
    program, sub = jalur[Jenjang.PROGRAM], jalur[Jenjang.SUB_KEGIATAN]
    siapa = {"oleh": perencana, "pada": PADA}
    besar.ubah(sub, {"nama": "Permakanan Baru"}, **siapa)
    besar.tambah(induk=jalur[Jenjang.KEGIATAN], jenjang=sub.jenjang, nama="Alat Bantu", **siapa)

    halaman.locator(f"#s{program.pk} .sendi").click()
    halaman.locator(f"#s{jalur[Jenjang.KEGIATAN].pk} .sendi").click()

    expect(halaman.get_by_role("link", name="Permakanan Baru")).to_be_visible()
    expect(halaman.get_by_role("link", name="Alat Bantu")).to_be_visible()


def test_news_of_a_row_that_is_not_there_do_no_harm(halaman, besar, jalur, perencana):
    besar.ubah(jalur[Jenjang.SUB_KEGIATAN], {"nama": "Permakanan Baru"}, oleh=perencana, pada=PADA)

    halaman.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(halaman.locator("#suara")).not_to_have_text("galat")
    expect(tampak(halaman)).to_have_count(4)


def test_a_branch_moves_behind_the_last_child_that_is_not_there_yet(halaman, besar, jalur):
    """Down into a closed program: behind its kegiatan, which the page has not loaded."""
    lain = besar.simpul.get(nama="Program Makam Pahlawan")
    sub = besar.simpul.get(nama="Penyediaan Sandang")
    halaman.goto(f"{halaman.url}#s{sub.pk}")
    halaman.reload()
    expect(sel(halaman, sub, "uraian")).to_be_focused()

    halaman.keyboard.press("Alt+Shift+ArrowUp")
    expect(halaman.locator("#suara")).to_contain_text("urutan 1 dari 2")

    assert besar.simpul.filter(induk=lain).count() == 0
    anak = besar.simpul.filter(induk=jalur[Jenjang.KEGIATAN]).order_by("lft")
    assert next(s.nama for s in anak) == "Penyediaan Sandang"


def test_a_reader_opens_branches_too(halaman, besar, jalur, masuk_sebagai, kepala):
    masuk_sebagai(kepala)
    halaman.reload()

    halaman.locator(f"#s{jalur[Jenjang.PROGRAM].pk} .sendi").click()

    expect(halaman.locator(f"#s{jalur[Jenjang.KEGIATAN].pk}")).to_be_visible()
