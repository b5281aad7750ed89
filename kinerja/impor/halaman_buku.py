"""What the preview says beside the rest when our own workbook came back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kinerja.pilihan import MaksudImpor

ARTI = {
    MaksudImpor.TAMBAH: "Hanya yang belum ada di dokumen; yang sudah ada tidak diubah.",
    MaksudImpor.PERBARUI: "Yang baru ditambahkan, yang Anda ubah diperbarui. Tidak ada yang "
    "dihapus.",
    MaksudImpor.SAMAKAN: "Seperti Perbarui, dan yang hilang dari buku kerja juga dihapus dari "
    "dokumen.",
}
HILANG_TAMPIL = 100


@dataclass(frozen=True)
class PilihanMaksud:
    """One intent with what it means; ``dipakai``: the preview shows what it would do."""

    kode: str
    nama: str
    arti: str
    dipakai: bool


@dataclass(frozen=True)
class HalamanBuku:
    """``hilang``: (kind, name, deleted, why not); ``jumlah``: differences without a row."""

    maksud: Sequence[PilihanMaksud]
    hilang: Sequence[Sequence[Any]]
    banyak_hilang: int
    jumlah: Sequence[Sequence[str]]
    semua: bool

    @property
    def dihapus(self) -> int:
        return sum(bool(h[2]) for h in self.hilang)


def halaman_buku(isi: Mapping[str, Any], minta: Mapping[str, str]) -> HalamanBuku | None:
    """None for every other workbook. ``minta``: ?semua=1 shows unchanged rows too."""
    if not isi.get("buku_kerja"):
        return None
    dipakai = isi.get("maksud") or MaksudImpor.PERBARUI
    hilang = sorted(isi["hilang"], key=lambda h: not h[2])
    return HalamanBuku(
        maksud=[PilihanMaksud(m.value, m.label, ARTI[m], m == dipakai) for m in MaksudImpor],
        hilang=hilang[:HILANG_TAMPIL],
        banyak_hilang=len(hilang),
        jumlah=isi["jumlah"],
        semua=minta.get("semua") == "1",
    )


def baris_tampil(isi: Mapping[str, Any], buku: HalamanBuku | None) -> list[Mapping[str, Any]]:
    """All rows of an office's table; of our own workbook those that are not left as they are."""
    baris: list[Mapping[str, Any]] = isi["baris"]
    if buku is None or buku.semua:
        return baris
    return [b for b in baris if b["nasib"] != "SAMA"]
