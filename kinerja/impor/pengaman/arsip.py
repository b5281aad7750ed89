"""The zip around a workbook: its directory is not believed, inflated bytes are counted."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator

from .batas import Batas, BerkasDitolak, angka, rusak, terlalu_besar
from .jenis import terkunci

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

_POTONG = 64 * 1024
_ENTRI_LOKAL = struct.Struct("<4s5H3L2H")


class Arsip:
    """Read-only zip. ``isi`` inflates one entry in pieces and counts them all together."""

    def __init__(self, berkas: BinaryIO, batas: Batas):
        self._berkas = berkas
        self._batas = batas
        self._besar = berkas.seek(0, 2)
        self._terbuka = 0
        self._entri = self._daftarkan(_daftar_isi(berkas))

    def _daftarkan(self, daftar: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        if len(daftar) > self._batas.entri:
            raise terlalu_besar(f"berisi lebih dari {angka(self._batas.entri)} bagian")
        if sum(info.file_size for info in daftar) > self._batas.byte_terbuka:
            raise self._kebesaran()
        entri = {}
        for info in daftar:
            kunci = _kunci(info.filename)
            if kunci in entri:
                raise rusak("ada bagian bernama sama")
            entri[kunci] = info
        _tolak_tumpang_tindih(daftar)
        return entri

    def __contains__(self, nama: str) -> bool:
        return _kunci(nama) in self._entri

    def nama(self) -> Iterator[str]:
        return iter(self._entri)

    def isi(self, nama: str) -> Iterator[bytes]:
        """The entry in pieces. Raises BerkasDitolak when it is missing, broken or too big."""
        info = self._entri.get(_kunci(nama))
        if info is None:
            raise rusak("ada bagian yang hilang")
        if info.flag_bits & 1:
            raise terkunci()
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise rusak("cara pemampatannya tidak dikenal")
        return self._teliti(info)

    def baca(self, nama: str) -> bytes:
        return b"".join(self.isi(nama))

    def _teliti(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        panjang = crc = 0
        for potongan in self._buka(info):
            panjang += len(potongan)
            crc = zlib.crc32(potongan, crc)
            self._hitung(len(potongan))
            yield potongan
        if panjang != info.file_size or crc != info.CRC:
            raise rusak("isinya tidak sesuai daftar isi")

    def _hitung(self, byte: int) -> None:
        self._terbuka += byte
        berlebih = self._terbuka > self._batas.byte_rasio
        if self._terbuka > self._batas.byte_terbuka or (
            berlebih and self._terbuka > self._batas.rasio * self._besar
        ):
            raise self._kebesaran()

    def _kebesaran(self) -> BerkasDitolak:
        batas = angka(self._batas.byte_terbuka // 1024 // 1024)
        return terlalu_besar(
            f"ukuran setelah dibuka atau rasio pemampatannya melampaui batas ({batas} MB)"
        )

    def _buka(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        self._berkas.seek(_awal_isi(self._berkas, info))
        if info.compress_type == zipfile.ZIP_STORED:
            yield from self._potongan(info.compress_size)
            return
        pengurai = zlib.decompressobj(-15)
        try:
            for mampat in self._potongan(info.compress_size):
                while mampat and not pengurai.eof:
                    yield pengurai.decompress(mampat, 4 * _POTONG)
                    mampat = pengurai.unconsumed_tail
        except zlib.error as galat:
            raise rusak() from galat
        if not pengurai.eof:
            raise rusak()

    def _potongan(self, sisa: int) -> Iterator[bytes]:
        while sisa > 0:
            potongan = self._berkas.read(min(sisa, _POTONG))
            if not potongan:
                raise rusak()
            sisa -= len(potongan)
            yield potongan


def _daftar_isi(berkas: BinaryIO) -> list[zipfile.ZipInfo]:
    try:
        return zipfile.ZipFile(berkas).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, struct.error) as galat:
        raise rusak() from galat
    except NotImplementedError as galat:
        raise rusak("cara pemampatannya tidak dikenal") from galat


def _kunci(nama: str) -> str:
    """Readers differ in case and slashes; two entries that differ only there are refused."""
    return nama.replace("\\", "/").lstrip("/").casefold()


def _awal_isi(berkas: BinaryIO, info: zipfile.ZipInfo) -> int:
    berkas.seek(info.header_offset)
    kepala = berkas.read(_ENTRI_LOKAL.size)
    if len(kepala) < _ENTRI_LOKAL.size or not kepala.startswith(b"PK\x03\x04"):
        raise rusak()
    *_, panjang_nama, panjang_tambahan = _ENTRI_LOKAL.unpack(kepala)
    return info.header_offset + _ENTRI_LOKAL.size + panjang_nama + panjang_tambahan


def _tolak_tumpang_tindih(daftar: list[zipfile.ZipInfo]) -> None:
    """Entries that share their bytes make a small file inflate to any size."""
    akhir = 0
    for info in sorted(daftar, key=lambda info: info.header_offset):
        if info.header_offset < 0:
            raise rusak()
        if info.header_offset < akhir:
            raise BerkasDitolak(
                "BERKAS_BERBAHAYA",
                "Berkas ditolak: bagian-bagian arsipnya saling menindih, ciri berkas perusak. "
                "Salin tabelnya ke buku kerja baru.",
            )
        akhir = info.header_offset + _ENTRI_LOKAL.size + info.compress_size
