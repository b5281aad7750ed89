"""Pictures of the dashboards for the user guide; ``scripts.potret`` takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scripts.potret import Juru


def dasbor(juru: Juru) -> None:
    """A pemda, an agency with its bars, what waits for a head."""
    masa = "tahun=2025&triwulan=2"
    with juru.masuk("bappeda") as halaman:
        halaman.goto(f"/dasbor/?{masa}")
        juru.potret(halaman, "dasbor-pemda")
    with juru.masuk("kepala") as halaman:
        halaman.goto("/dasbor/")
        alamat = halaman.url.split("?")[0]
        halaman.goto(f"{alamat}?{masa}")
        juru.potret(halaman, "dasbor")
        halaman.goto(f"{alamat}?{masa}&jenjang=SUB_KEGIATAN#indikator")
        juru.potret(halaman, "dasbor-batang")
        halaman.goto("/pekerjaan-saya/")
        juru.potret(halaman, "pekerjaan-saya")
