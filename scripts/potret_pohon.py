"""Pictures of trees of conditions and of reports for the guide; ``scripts.potret`` takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scripts.potret import Juru


def pohon_kinerja(juru: Juru) -> None:
    """Trees of conditions: the published one, its print, links, the pemda as one tree."""
    with juru.masuk("perencana-2024") as halaman:
        halaman.goto("/pohon/")
        halaman.click("main th a:text-matches('^Pohon kinerja')")
        halaman.goto(f"{halaman.url.split('?')[0]}diagram/?tahun=2024")
        halaman.wait_for_selector("#diagram[data-siap]")
        halaman.click("[data-besar='0']")
        juru.potret(halaman, "pohon-kinerja")
    with juru.masuk("perencana") as halaman:
        halaman.goto("/pohon/")
        halaman.click("main th a:text-matches('^Pohon kinerja')")
        alamat = halaman.url.split("?")[0]
        halaman.goto(f"{alamat}diagram/cetak/?tahun=2025")
        juru.potret(halaman, "cetak-diagram")
        halaman.goto(f"{alamat}tautan/?tahun=2025")
        juru.potret(halaman, "tautan")
        halaman.goto("/crosscutting/?status=DISETUJUI")
        halaman.click("main th a:text-matches('^Menjangkau')")
        halaman.click("a:has-text('Realisasi dan kontribusi')")
        juru.potret(halaman, "indikator-bersama")
    with juru.masuk("bappeda") as halaman:
        halaman.goto("/pohon/")
        halaman.click("main th a:has-text('RPJMD')")
        halaman.goto(f"{halaman.url.split('?')[0]}gabungan/")
        for terbuka in range(1, 4):
            halaman.locator(".buka-gabungan[aria-expanded=false]").first.click()
            halaman.locator(".buka-gabungan[aria-expanded=true]").nth(terbuka - 1).wait_for()
        juru.potret(halaman, "gabungan")


def laporan(juru: Juru) -> None:
    """The page of reports of a verified quarter."""
    with juru.masuk("perencana") as halaman:
        halaman.goto("/pohon/")
        halaman.click("main th a:has-text('Cascading')")
        halaman.goto(f"{halaman.url.split('?')[0]}laporan/?tahun=2025&triwulan=1")
        juru.potret(halaman, "laporan-kinerja")


CERITA_POHON = (pohon_kinerja, laporan)
