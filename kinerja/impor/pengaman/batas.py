"""How big a workbook may be, and the refusal of one that is not acceptable.

Nothing here (nor in the other modules of this package) may import Django or anything slow: the
reading child starts with them for every upload.
"""

from __future__ import annotations

TYPE_CHECKING = False  # importing typing is slow; type checkers know this name
if TYPE_CHECKING:
    from kinerja.aturan.temuan import Temuan

_KB = 1024
_MB = 1024 * _KB


class Batas:
    """Limits of an upload; name some to change them: ``Batas(baris=100)``."""

    byte_unggah: int = 10 * _MB
    entri: int = 2_000  # files in the zip
    byte_terbuka: int = 100 * _MB  # inflated, counted while inflating
    rasio: int = 100  # inflated : compressed, once there are byte_rasio
    byte_rasio: int = 4 * _MB
    byte_token: int = 512 * _KB  # one tag, comment or text of XML
    lembar: int = 30
    baris: int = 50_000  # last filled row
    kolom: int = 200  # last filled column
    sel_terisi: int = 400_000  # per sheet
    sel_terisi_buku: int = 1_000_000
    bidang: int = 4_000_000  # last row x last column: what a dense table of it would hold
    gabungan: int = 20_000
    luas_gabungan: int = 200_000  # cells of one merged range
    luas_gabungan_lembar: int = 2_000_000
    huruf_sel: int = 32_767
    byte_hasil: int = 32 * _MB  # what the child may hand back
    byte_memori: int = 256 * _MB  # address space of the child
    detik_cpu: int = 4  # of the child
    detik: int = 15  # on the clock

    def __init__(self, **ubah: int):
        for nama, nilai in ubah.items():
            if nama not in Batas.__annotations__:
                raise TypeError(f"Tidak ada batas bernama {nama}.")
            self.__dict__[nama] = int(nilai)

    def __setattr__(self, nama: str, nilai: object) -> None:
        raise AttributeError("Batas tidak dapat diubah.")

    def semua(self) -> dict[str, int]:
        return {nama: getattr(self, nama) for nama in Batas.__annotations__}


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
