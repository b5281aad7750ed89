"""Typed values in a plan: which stage they go to and whether they differ from those in force."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from kinerja.aturan.angka import format_angka
from kinerja.aturan.perbaikan import lupakan_perbaikan
from kinerja.impor.potret import Potret
from kinerja.impor.rencana_simpul import BedaMentah
from kinerja.models.pengisian import isi_nilai
from kinerja.models.perubahan import Isi, Kunci, Perubahan
from kinerja.pilihan import JenisNilai

if TYPE_CHECKING:
    from kinerja.impor.bacaan import NilaiSel
    from kinerja.impor.rencana import PilihanRencana

LETAK_TAHAP = {"target": 3, "pagu": 2, "klaim": 2}


class PenyusunNilai:
    """What planning indicators and planning money share."""

    def __init__(
        self,
        potret: Potret,
        pilihan: PilihanRencana,
        keluaran: list[Perubahan],
        asal: Mapping[str, str],
    ):
        """``asal``: the texts that corrections replaced, by "LEMBAR!SEL"."""
        self.potret, self.pilihan, self.keluaran, self.asal = potret, pilihan, keluaran, asal
        self._tahap: dict[int, str] = {}
        self._tahun: dict[str, int | None] = {}

    def tahun(self, teks: str, tahun_tabel: int | None) -> int | None:
        """The year of a value: its column's, else the table's, else the one chosen."""
        if teks not in self._tahun:
            self._tahun[teks] = int(teks) if teks.isdigit() else None
        return self._tahun[teks] or tahun_tabel or self.pilihan.tahun

    def tahap(self, tahun: int) -> str:
        if tahun not in self._tahap:
            self._tahap[tahun] = self.potret.kode_tahap(tahun, self.pilihan.tahap)
        return self._tahap[tahun]

    def isi(self, sel: NilaiSel) -> Isi | None:
        """Columns of a target or start value; None where the cell says nothing."""
        return self.dengan_asal(sel, isi_nilai(sel.bacaan.nilai))

    def dengan_asal(self, sel: NilaiSel, isi: Isi | None) -> Isi | None:
        """With what the workbook wrote, where the planner put another text in its place."""
        if not isi or not isi["mentah"]:
            return None
        asal = self.asal and self.asal.get(alamat := f"{sel.lembar}!{sel.sel}")
        if asal and asal != isi["mentah"]:
            isi |= {"asal": asal, "alasan": self.pilihan.alasan.get(alamat, "")}
        return isi

    def buat(self, jenis: str, kunci: Kunci, isi: Isi) -> None:
        """Write a value of a row that is new itself: there is nothing to compare with."""
        self.keluaran.append(Perubahan(jenis, kunci, None, isi))

    def ganti(self, jenis: str, kunci: Kunci, isi: Isi, nama: str) -> list[BedaMentah]:
        """Write a value where it differs from the one in force; a later stage gets its own row."""
        baris = self.potret.baris[jenis]
        berlaku = self.berlaku(jenis, kunci)
        if berlaku is not None and sama_nilai(berlaku, isi):
            return []
        lama = baris.get(kunci)
        if "asal" not in isi:
            isi |= lupakan_perbaikan(lama)
        self.keluaran.append(Perubahan(jenis, kunci, lama, isi))
        baris[kunci] = isi
        return [(nama, berlaku, isi)]

    def berlaku(self, jenis: str, kunci: Kunci) -> Isi | None:
        """The value in force at the stage of the key: its own row, else that of an earlier one."""
        baris = self.potret.baris[jenis]
        if kunci in baris or jenis not in LETAK_TAHAP:
            return baris.get(kunci)
        letak = LETAK_TAHAP[jenis]
        for tahap in self.potret.sampai(int(kunci[1]), str(kunci[letak])):
            if isi := baris.get((*kunci[:letak], tahap, *kunci[letak + 1 :])):
                return isi
        return None


def sama_nilai(lama: Isi, baru: Isi) -> bool:
    """The same number, however it was typed; text only when it reads the same."""
    if lama.get("jenis") != baru.get("jenis"):
        return False
    if baru.get("nilai") is not None or lama.get("nilai") is not None:
        return lama.get("nilai") == baru.get("nilai")
    return lama["mentah"].split() == baru["mentah"].split()


def teks_beda(nilai: str | Isi | None) -> str:
    """One side of a difference as the preview prints it."""
    return nilai if isinstance(nilai, str) else teks_nilai(nilai)


def teks_nilai(isi: Isi | None) -> str:
    """A value as the preview prints it."""
    if isi is None:
        return ""
    if isi.get("nilai") is not None and isi.get("jenis", JenisNilai.ANGKA) == JenisNilai.ANGKA:
        return format_angka(Decimal(isi["nilai"]))
    return str(isi["mentah"])
