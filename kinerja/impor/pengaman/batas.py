"""How big a workbook may be, and the refusal of one that is not acceptable.

Nothing here (nor in the other modules of this package) may import Django or anything slow: the
reading child starts with them for every upload.
"""

from __future__ import annotations

from collections import namedtuple

TYPE_CHECKING = False  # typing starts slowly; type checkers know this name
if TYPE_CHECKING:
    from kinerja.aturan.temuan import Temuan

_KB = 1024
_MB = 1024 * _KB
_BAWAAN = {
    "byte_unggah": 10 * _MB,
    "entri": 2_000,  # files in the zip
    "byte_terbuka": 100 * _MB,  # inflated, counted while inflating
    "rasio": 100,  # inflated : compressed, from byte_rasio on
    "byte_rasio": 4 * _MB,
    "byte_token": 512 * _KB,  # one tag, comment or text of XML
    "lembar": 30,
    "baris": 50_000,  # last filled row
    "kolom": 200,  # last filled column
    "sel_terisi": 400_000,  # per sheet
    "sel_terisi_buku": 1_000_000,
    "bidang": 4_000_000,  # last row x last column: what a dense table of it would hold
    "gabungan": 20_000,
    "luas_gabungan": 200_000,  # cells of one merged range
    "luas_gabungan_lembar": 2_000_000,
    "huruf_sel": 32_767,
    "byte_hasil": 32 * _MB,  # what the child may hand back
    "byte_memori": 512 * _MB,  # address space of the child
    "detik_cpu": 4,
    "detik": 15,
}

Batas = namedtuple("Batas", _BAWAAN, defaults=_BAWAAN.values())  # type: ignore[misc]


class BerkasDitolak(Exception):
    """The workbook cannot be taken in: a code of the findings table and one clear sentence."""

    def __init__(self, kode: str, pesan: str):
        self.kode = kode
        self.pesan = pesan
        super().__init__(pesan)

    @property
    def temuan(self) -> list[Temuan]:
        from kinerja.aturan.temuan import Temuan, Tingkat

        return [Temuan(kode=self.kode, pesan=self.pesan, tingkat=Tingkat.TOLAK)]


class LembarTerlaluLuas(Exception):
    """One sheet is beyond the limits; the others may be read."""


def rusak(sebab: str = "") -> BerkasDitolak:
    keterangan = f" ({sebab})" if sebab else ""
    return BerkasDitolak(
        "BERKAS_RUSAK",
        f"Berkas rusak atau tidak lengkap{keterangan}. Buka di Excel atau LibreOffice, simpan "
        "ulang sebagai .xlsx, lalu unggah lagi.",
    )


def terlalu_besar(sebab: str) -> BerkasDitolak:
    return BerkasDitolak(
        "BERKAS_TERLALU_BESAR",
        f"Berkas terlalu besar: {sebab}. Hapus isi yang tidak diperlukan atau pecah menjadi "
        "beberapa berkas.",
    )


def angka(nilai: int) -> str:
    return f"{nilai:,}".replace(",", ".")
