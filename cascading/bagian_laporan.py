"""Parts of a report in prose and tables: plain data that every kind of file prints."""

from __future__ import annotations

from dataclasses import dataclass

KIRI, TENGAH, KANAN = "kiri", "tengah", "kanan"


@dataclass(frozen=True, slots=True)
class KolomTabel:
    """``lebar`` is the column's share of the page, against the others."""

    judul: str
    lebar: int
    rata: str = KIRI


@dataclass(frozen=True, slots=True)
class BarisTabel:
    """Texts, and whole rupiah as numbers. ``kelompok``: one cell across, over the rows below it;
    ``jumlah``: the total.
    """

    sel: tuple[str | int, ...]
    kelompok: bool = False
    jumlah: bool = False


@dataclass(frozen=True, slots=True)
class TabelDokumen:
    """``catatan`` stands under the table."""

    judul: str
    kolom: tuple[KolomTabel, ...]
    baris: tuple[BarisTabel, ...]
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class BagianDokumen:
    """One numbered part: what was typed (``uraian``), what the figures say, its table."""

    kode: str
    nomor: str
    judul: str
    uraian: str = ""
    kalimat: tuple[str, ...] = ()
    tabel: TabelDokumen | None = None


def kelompok(teks: str) -> BarisTabel:
    return BarisTabel((teks,), kelompok=True)
