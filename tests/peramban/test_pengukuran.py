"""Cerita: a planner fills a quarter like a spreadsheet, on a desk and on a phone."""

import pytest
from playwright.sync_api import expect

from kinerja.models import Realisasi
from tests.kinerja.ukur_uji import buat_terukur, ukur
from tests.peramban.aksesibilitas import pelanggaran

TELEPON = {"width": 390, "height": 780}


@pytest.fixture
def daftar(pohon, jalur, perencana):
    """Three indicators measured every quarter; one value is red already."""
    daftar = [buat_terukur(pohon, jalur, perencana, teks=f"Jumlah orang {n}") for n in (1, 2, 3)]
    ukur(pohon, daftar[2], "5", oleh=perencana)
    return daftar


def buka(page, live_server, alamat):
    page.goto(f"{live_server.url}{alamat}?tahun=2025&triwulan=1")


def sel(page, n):
    return page.get_by_role("textbox", name=f"Realisasi Jumlah orang {n}")


def test_the_grid_moves_like_a_spreadsheet_and_takes_a_column(
    page, live_server, masuk_sebagai, pohon, daftar, perencana
):
    masuk_sebagai(perencana)
    buka(page, live_server, f"/pohon/{pohon.pk}/pengukuran/")
    sel(page, 1).click()
    page.keyboard.type("20")
    page.keyboard.press("Enter")
    expect(sel(page, 2)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(sel(page, 1)).to_be_focused()

    page.evaluate(
        """() => {
          const isi = new DataTransfer();
          isi.setData("text/plain", "21\\n22\\n23\\n");
          document.activeElement.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData: isi, bubbles: true, cancelable: true }));
        }"""
    )
    expect(sel(page, 3)).to_have_value("23")
    page.get_by_role("button", name="Simpan isian").click()

    expect(page.get_by_text("3 baris diisi")).to_be_visible()
    assert sorted(r.nilai for r in Realisasi.objects.all()) == [21, 22, 23]


@pytest.mark.parametrize("ukuran", [{"width": 1366, "height": 900}, TELEPON])
def test_the_pages_are_for_everybody(
    page, live_server, masuk_sebagai, pohon, daftar, perencana, ukuran
):
    page.set_viewport_size(ukuran)
    masuk_sebagai(perencana)
    for alamat in (
        f"/pohon/{pohon.pk}/pengukuran/",
        f"/indikator/{daftar[2].pk}/pengukuran/",
        f"/indikator/{daftar[2].pk}/lembar/",
    ):
        buka(page, live_server, alamat)
        assert pelanggaran(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
