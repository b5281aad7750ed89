"""Random trees printed as blocks of labels and values."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from kinerja.impor.buku import Lembar
from tests.kinerja.pohon_acak import LEVEL, Simpul
from tests.kinerja.tabel_uji import N, lembar

SEBUTAN = {"program": "Program", "kegiatan": "Kegiatan", "sub_kegiatan": "Sub Kegiatan"}
LABEL = (
    ("Sasaran", "Indikator", "Target", "Anggaran"),
    ("Kinerja", "Indikator Kinerja", "Target Kinerja", "Pagu (Rp)"),
)
CARA = ("titik_dua", "dua_sel", "satu_sel")


def blok_label(draw: Any, daftar: list[Simpul]) -> Lembar:
    """In tree order, or programs and kegiatan first and their sub kegiatan below headings."""
    cetak = _Pencetak(draw(st.sampled_from(CARA)), draw(st.sampled_from(LABEL)))
    terpisah = draw(st.booleans())
    for p in daftar:
        cetak.turun(p, 0, sampai=1 if terpisah else 2)
    for p in daftar if terpisah else ():
        cetak.berjudul(p, 0)
    return lembar(*cetak.baris)


class _Pencetak:
    def __init__(self, cara: str, label: tuple[str, ...]):
        self.cara, self.label = cara, label
        self.baris: list[list[object]] = [["RENCANA KERJA"], ["TAHUN 2025"]]

    def blok(self, s: Simpul, dalam: int) -> None:
        rupiah = f"{s.pagu:,}".replace(",", ".")
        nilai = (s.nama, s.kinerja, s.indikator, f"{s.target} {s.satuan}", rupiah)
        nama = (SEBUTAN[LEVEL[dalam]], *self.label)
        self.baris += [[], *(_baris(self.cara, n, v) for n, v in zip(nama, nilai, strict=True))]

    def turun(self, s: Simpul, dalam: int, *, sampai: int) -> None:
        self.blok(s, dalam)
        for anak in s.anak if dalam < sampai else ():
            self.turun(anak, dalam + 1, sampai=sampai)

    def berjudul(self, s: Simpul, dalam: int) -> None:
        if not s.anak:
            self.blok(s, dalam)
            return
        self.baris.append(_judul(s, dalam))
        for anak in s.anak:
            self.berjudul(anak, dalam + 1)


def _judul(s: Simpul, dalam: int) -> list[object]:
    return [f"({SEBUTAN[LEVEL[dalam]]} : {s.nama})"]


def _baris(cara: str, nama: str, isi: str) -> list[object]:
    if cara == "satu_sel":
        return [f"{nama} : {isi}"]
    return [nama, ":", isi] if cara == "titik_dua" else [N, nama, isi]
