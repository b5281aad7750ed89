"""Numbers in the table: of an approved document, and of several sources of money."""

import pytest
from playwright.sync_api import expect

from kinerja.pilihan import Jenjang
from tests.factories import PADA
from tests.kinerja.salinan_uji import setujui
from tests.peramban.aksesibilitas import pelanggaran
from tests.peramban.pohon_uji import alamat, isi_pohon
from tests.peramban.sunting_uji import ke_sel, ketik, sel, tempel, tunggu_tersimpan


@pytest.fixture
def sub(pohon, jalur, perencana, masuk_sebagai):
    isi_pohon(pohon, jalur, perencana)
    masuk_sebagai(perencana)
    return jalur[Jenjang.SUB_KEGIATAN]


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


def test_numbers_of_an_approved_document_are_typed_where_they_stand(
    page, live_server, pohon, sub, perencana
):
    setujui(pohon, perencana)
    page.goto(alamat(live_server, pohon))

    ketik(page, sub, "2026", "61")
    tunggu_tersimpan(page)
    assert sub.indikator.first().target.get(tahun=2026).mentah == "61"

    ke_sel(page, sub, "ind")
    page.keyboard.press("F2")
    page.keyboard.type("x")
    expect(page.locator(".sunting")).to_have_count(0)
    page.locator(f"#s{sub.pk} td.sat").click()
    page.locator(f"#s{sub.pk} td.sat").click()
    page.keyboard.press("Control+Enter")
    page.keyboard.press("Control+Delete")
    expect(page.locator("tr.baru, dialog[open]")).to_have_count(0)
    assert pelanggaran(page) == []

    ke_sel(page, sub, "sat")
    tempel(page, "Paket\t70")
    expect(page.locator("#suara")).to_contain_text("1 sel tidak dapat diisi di sini")
    tunggu_tersimpan(page)
    sub.refresh_from_db()
    assert sub.indikator.first().satuan == "Orang"
    assert sub.indikator.first().target.get(tahun=2025).mentah == "70"

    page.keyboard.press("Control+z")
    expect(page.locator("#suara")).to_have_text("Diurungkan")
    assert sub.indikator.first().target.get(tahun=2025).mentah == "55"


def test_a_locked_cell_says_why(page, live_server, pohon, sub, perencana):
    setujui(pohon, perencana)
    page.goto(alamat(live_server, pohon))

    ke_sel(page, sub, "ind")
    page.keyboard.press("F2")

    expect(page.locator("#pesan-sel")).to_contain_text("Terkunci karena dokumen sudah disetujui")


def test_each_source_of_money_has_its_field_in_the_cell(page, live_server, pohon, sub, siapa):
    pohon.isi_pagu(sub, "1.000.000", tahun=2025, sumber_dana="DAK", **siapa)
    page.goto(alamat(live_server, pohon))
    ke_sel(page, sub, "pagu")

    page.keyboard.press("Enter")
    expect(page.get_by_label("Pagu tanpa sumber dana")).to_be_focused()
    assert pelanggaran(page) == []
    page.keyboard.press("Tab")
    page.keyboard.type("2.500.000")
    page.keyboard.press("Enter")

    tunggu_tersimpan(page)
    expect(sel(page, sub, "pagu")).to_contain_text("539.978.630")
    assert sub.pagu.get(tahun=2025, sumber_dana="DAK").nilai == 2_500_000
    assert sub.pagu.get(tahun=2025, sumber_dana="").nilai == 537_478_630

    ke_sel(page, sub, "pagu")
    tempel(page, "9")
    expect(page.locator("#suara")).to_contain_text("tidak dapat diisi di sini")
