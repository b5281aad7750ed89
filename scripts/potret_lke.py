"""Pictures of the evaluation sheets for the user guide; ``scripts.potret`` takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scripts.potret import Juru


def lke(juru: Juru) -> None:
    """All agencies by component, then one component with both sides beside each other."""
    with juru.masuk("inspektorat") as halaman:
        halaman.goto("/lke/?tahun=2024")
        juru.potret(halaman, "lke")
        halaman.click("main th a:has-text('Dinas Sosial')")
        halaman.click("main th a:has-text('Pengukuran kinerja')")
        halaman.locator("h2:has-text('2.b')").scroll_into_view_if_needed()
        juru.potret(halaman, "lke-nilai")
