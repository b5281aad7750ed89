"""Collects boxes, indicators and numbers in tree order for one ``pohon.muat``."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from kinerja.aturan.angka import baca_rupiah, baca_target
from kinerja.models import Perubahan, Pohon
from kinerja.models.anggaran import MURNI
from kinerja.models.pengisian import isi_nilai, isi_rupiah
from kinerja.pilihan import JenisKlaim, Triwulan

RUANG_UID = uuid.UUID("5f6b1a57-7b1c-5c5e-9d0e-2f1d5b0c2025")


class Penulis:
    """``kunci`` names a box within its document; the same key always gives the same uid."""

    def __init__(self, pohon: Pohon, nama: str):
        self.nama = nama
        self.akar = str(pohon.akar().uid)
        self.perubahan: list[Perubahan] = []
        self._anak_terakhir: dict[str, str] = {}

    def uid(self, *kunci: object) -> str:
        return str(uuid.uuid5(RUANG_UID, "/".join((self.nama, *map(str, kunci)))))

    def simpul(self, kunci: str, jenjang: str, induk: str = "", **isi: Any) -> str:
        """A box as the last child of ``induk`` (a uid; "" = the document). Answers its uid."""
        uid, di = self.uid(kunci), induk or self.akar
        letak = {"induk": di, "setelah": self._anak_terakhir.get(di)}
        self._anak_terakhir[di] = uid
        self._baru("simpul", (uid,), isi | {"jenjang": str(jenjang)} | letak)
        return uid

    def indikator(self, simpul: str, daftar: Iterable[tuple[str, str, dict[int, str]]]) -> None:
        """Indicators of a box as (teks, satuan, {tahun: target as typed})."""
        for urutan, (teks, satuan, target) in enumerate(daftar, start=1):
            uid = self.uid(simpul, urutan)
            isi = {"simpul": simpul, "urutan": urutan, "teks": teks, "satuan": satuan}
            self._baru("indikator", (uid,), isi)
            for tahun, mentah in target.items():
                nilai = isi_nilai(baca_target(mentah, satuan=satuan).nilai)
                self._baru("target", (uid, tahun, int(Triwulan.SETAHUN), MURNI), nilai)

    def pagu(self, simpul: str, tahun: int, mentah: str) -> None:
        """Money of a sub kegiatan as typed; unreadable text leaves the amount empty."""
        isi = isi_rupiah(baca_rupiah(mentah).nilai)
        self._baru("pagu", (simpul, tahun, MURNI, ""), isi)

    def klaim(self, simpul: str, tahun: int, mentah: str) -> None:
        """What the document writes above the level that holds money."""
        isi = isi_rupiah(baca_rupiah(mentah).nilai)
        self._baru("klaim", (simpul, tahun, MURNI, str(JenisKlaim.PAGU)), isi)

    def _baru(self, jenis: str, kunci: tuple[Any, ...], isi: dict[str, Any] | None) -> None:
        if isi is not None:
            self.perubahan.append(Perubahan(jenis, kunci, None, isi))
