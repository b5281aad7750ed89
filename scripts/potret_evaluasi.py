"""Pictures of the evaluator's desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scripts.potret import Juru


def evaluasi(juru: Juru) -> None:
    """Desk, search, comparison, a note that waits for the evaluator."""
    with juru.masuk("inspektorat") as halaman:
        halaman.goto("/evaluasi/")
        juru.potret(halaman, "evaluasi-meja")
        halaman.fill("#q", "bantuan sosial")
        halaman.press("#q", "Enter")
        halaman.wait_for_selector("mark")
        juru.potret(halaman, "evaluasi-cari")
        halaman.goto("/evaluasi/cari/?q=jumlah+orang+mendapatkan&tahun=2025&bagian=indikator")
        halaman.locator("a[href^='/evaluasi/indikator/']").first.click()
        juru.potret(halaman, "evaluasi-banding")
        halaman.goto("/evaluasi/catatan/?keadaan=DITINDAKLANJUTI")
        halaman.locator("tbody th a").first.click()
        juru.potret(halaman, "evaluasi-catatan")
