"""Cek kualitas on screen: accepting without a script, small screens, dark, what axe says."""

import pytest
from playwright.sync_api import expect

from kinerja.models import TemuanDiterima
from kinerja.pilihan import Jenjang
from tests.factories import PADA
from tests.peramban.aksesibilitas import pelanggaran


@pytest.fixture
def temuan(transactional_db, pohon, jalur, perencana):
    sub = jalur[Jenjang.SUB_KEGIATAN]
    siapa = {"oleh": perencana, "pada": PADA}
    pohon.tambah_indikator(sub, teks="Terlaksananya pemberian makan", satuan="%", **siapa)
    pohon.tambah_indikator(sub, teks="Jumlah orang", satuan="%", **siapa)
    return sub


@pytest.mark.parametrize("lebar", [1366, 390])
def test_the_page_is_accessible_and_fits(
    page, masuk_sebagai, live_server, perencana, dinas, temuan, lebar
):
    masuk_sebagai(perencana)
    page.set_viewport_size({"width": lebar, "height": 850})
    page.goto(f"{live_server.url}/kualitas/{dinas.pk}/?tahun=2025")
    expect(page.get_by_role("heading", name="Q03 Indikator bukan ukuran")).to_be_visible()
    page.get_by_text("Terima dengan alasan").first.click()
    page.get_by_text("Contoh", exact=True).first.click()

    assert pelanggaran(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= lebar


def test_a_finding_is_accepted_from_the_page(
    page, masuk_sebagai, live_server, perencana, dinas, temuan
):
    masuk_sebagai(perencana)
    page.goto(f"{live_server.url}/kualitas/{dinas.pk}/?tahun=2025&periksaan=Q03")

    page.get_by_text("Terima dengan alasan").click()
    page.get_by_label("Mengapa ini boleh tetap begini?").fill("Bunyi ini dari RPJMD")
    page.get_by_role("button", name="Terima temuan").click()

    expect(page.get_by_text("Temuan diterima; alasannya tercatat.")).to_be_visible()
    expect(page.get_by_text("Bunyi ini dari RPJMD")).to_be_visible()
    assert TemuanDiterima.objects.count() == 1


def test_the_tree_page_marks_boxes_and_filters_them(
    page, masuk_sebagai, live_server, perencana, pohon, temuan
):
    masuk_sebagai(perencana)
    page.goto(f"{live_server.url}/pohon/{pohon.pk}/?tahun=2025")
    page.get_by_text("temuan kualitas").click()

    page.get_by_role("link", name="1 indikator bukan ukuran").click()

    expect(page.locator(f"#s{temuan.pk}")).to_be_visible()
    expect(page.locator('[data-saring="Q03"]').first).to_have_attribute("aria-current", "true")
    assert pelanggaran(page) == []
