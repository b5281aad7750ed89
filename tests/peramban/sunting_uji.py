"""Moves of a planner in the tree page: to a cell, typing, pasting."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from kinerja.models import Simpul

TERSIMPAN = "#simpan[data-keadaan='baik']"


def sel(page: Page, simpul: Simpul, kelas: str) -> Locator:
    """A cell of a box by its class: kode, uraian, ind, sat, pagu, or a target year."""
    milik = f"td.n[data-l='{kelas}']" if kelas.isdecimal() else f"td.{kelas}"
    return page.locator(f"#s{simpul.pk} {milik}")


def ke_sel(page: Page, simpul: Simpul, kelas: str) -> Locator:
    """Put the focus there without opening it."""
    tujuan = sel(page, simpul, kelas)
    tujuan.evaluate("(sel) => document.querySelector('kinerja-pohon').fokus(sel)")
    return tujuan


def ketik(page: Page, simpul: Simpul, kelas: str, teks: str, tombol: str = "Enter") -> None:
    """Type over a cell and leave it."""
    ke_sel(page, simpul, kelas)
    page.keyboard.type(teks)
    page.keyboard.press(tombol)


def tempel(page: Page, teks: str) -> None:
    """Paste into the focused cell, as a spreadsheet puts it on the clipboard."""
    page.evaluate(
        """(teks) => {
        const papan = new DataTransfer();
        papan.setData('text/plain', teks);
        document.activeElement.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: papan, bubbles: true, cancelable: true }));
        }""",
        teks,
    )


def salinan(page: Page) -> str:
    """What copying puts on the clipboard."""
    return page.evaluate(
        """() => {
        const papan = new DataTransfer();
        document.activeElement.dispatchEvent(
          new ClipboardEvent('copy', { clipboardData: papan, bubbles: true, cancelable: true }));
        return papan.getData('text/plain') }"""
    )


def tunggu_tersimpan(page: Page) -> None:
    expect(page.locator(TERSIMPAN)).to_contain_text("Tersimpan")
