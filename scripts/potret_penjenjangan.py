"""Pictures of the penjenjangan for the user guide; ``scripts.potret`` takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scripts.potret import Juru


def penjenjangan(juru: Juru) -> None:
    """The path with what is open in each stage, and its first stage."""
    with juru.masuk("perencana") as halaman:
        halaman.goto("/penjenjangan/")
        halaman.click("main th a")
        juru.potret(halaman, "penjenjangan")
        halaman.click("main .daftar-tahap a")
        juru.potret(halaman, "penjenjangan-tahap-1")
