"""axe over a page, with the WCAG 2.2 AA rules and the best practices."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PILIHAN = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}


def pelanggaran(page: Page) -> list[str]:
    """Every fault, in light and in dark, so that a failing test says where to look."""
    salah = []
    for tema in ("light", "dark"):
        page.emulate_media(color_scheme=tema)
        hasil = Axe().run(page, options=PILIHAN)
        salah += [
            f"{tema} {aturan['id']}: {simpul['html'][:160]}"
            for aturan in hasil.response["violations"]
            for simpul in aturan["nodes"]
        ]
    return salah
