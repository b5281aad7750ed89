"""Write sample workbooks whose bytes depend on nothing but their content."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

WAKTU = datetime(2026, 1, 1)
TIPIS: dict[str, Any] = {"border": 1}
JUDUL: dict[str, Any] = {"bold": True, "font_size": 12, "align": "center"}
TENGAH: dict[str, Any] = {"align": "center", "valign": "vcenter", "text_wrap": True}
KEPALA: dict[str, Any] = {"bold": True, "bg_color": "#D9D9D9", **TENGAH, **TIPIS}
NOMOR_KOLOM: dict[str, Any] = {"italic": True, "font_size": 8, "bg_color": "#F2F2F2"}
NOMOR_KOLOM |= {**TENGAH, **TIPIS}
ISI: dict[str, Any] = {"valign": "top", "text_wrap": True, **TIPIS}
RIBUAN: dict[str, Any] = {"num_format": "#,##0"}
TTD: dict[str, Any] = {"align": "center"}
BARIS_TTD = (
    (0, "................, ....................... 2025"),
    (1, "Kepala Dinas Sosial"),
    (4, "( ........................................ )"),
    (5, "NIP. ...................................."),
)


class Buku:
    """A workbook being written; cells are addressed as in Excel."""

    def __init__(self, jalur: Path) -> None:
        self.jalur = jalur
        pilihan = {"strings_to_formulas": False, "strings_to_urls": False}
        self.buku = xlsxwriter.Workbook(jalur, pilihan)
        self.buku.set_properties({"author": "Bagian Perencanaan", "created": WAKTU})
        self._gaya: dict[str, Any] = {}

    def __enter__(self) -> Buku:
        return self

    def __exit__(self, *_: object) -> None:
        self.buku.close()

    def gaya(self, ciri: Mapping[str, Any] | None) -> Any:
        """One format object per distinct description."""
        kunci = json.dumps(ciri or {}, sort_keys=True)
        if kunci not in self._gaya:
            self._gaya[kunci] = self.buku.add_format(dict(ciri or {}))
        return self._gaya[kunci]

    def lembar(self, nama: str) -> Lembar:
        return Lembar(self, self.buku.add_worksheet(nama))


class Lembar:
    def __init__(self, buku: Buku, ws: Any) -> None:
        self.buku = buku
        self.ws = ws

    def isi(self, sel: str, nilai: object, ciri: Mapping[str, Any] | None = None) -> None:
        """Write one cell; text is never taken for a formula, a number or a link."""
        gaya = self.buku.gaya(ciri)
        if nilai is None:
            self.ws.write_blank(sel, None, gaya)
        elif isinstance(nilai, bool):
            self.ws.write_boolean(sel, nilai, gaya)
        elif isinstance(nilai, int | float):
            self.ws.write_number(sel, nilai, gaya)
        elif isinstance(nilai, date):
            self.ws.write_datetime(sel, nilai, gaya)
        else:
            self.ws.write_string(sel, str(nilai), gaya)

    def rumus(
        self, sel: str, rumus: str, nilai: object, ciri: Mapping[str, Any] | None = None
    ) -> None:
        """A formula with its cached value; pass "" for a formula that was never calculated."""
        self.ws.write_formula(sel, rumus, self.buku.gaya(ciri), nilai)

    def baris(
        self, nomor: int, nilai: Sequence[object], ciri: Any = None, mulai: str = "A"
    ) -> None:
        """A row of cells from column ``mulai`` on; None stays an untouched cell."""
        for geser, satu in enumerate(nilai):
            if satu is not None:
                self.isi(f"{kolom(nomor_kolom(mulai) + geser)}{nomor}", satu, ciri)

    def gabung(self, rentang: str, nilai: object, ciri: Mapping[str, Any] | None = None) -> None:
        self.ws.merge_range(rentang, "", self.buku.gaya(ciri))
        self.isi(rentang.split(":")[0], nilai, ciri)

    def lebar(self, **kolom_lebar: float) -> None:
        for huruf, lebar in kolom_lebar.items():
            self.ws.set_column(f"{huruf}:{huruf}", lebar)

    def ttd(self, huruf: str, baris: int) -> None:
        """The signature block, without anybody's name."""
        for geser, teks in BARIS_TTD:
            self.isi(f"{huruf}{baris + geser}", teks, TTD)


def kolom(nomor: int) -> str:
    """1 -> A, 27 -> AA."""
    huruf = ""
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def nomor_kolom(huruf: str) -> int:
    """A -> 1, AA -> 27."""
    nomor = 0
    for satu in huruf:
        nomor = nomor * 26 + ord(satu) - 64
    return nomor


def tinggi_baris(isi: Mapping[str, object], lebar: Mapping[str, float]) -> float | None:
    """Height that shows all text of a row; None for a row of one line."""
    garis = max(
        (-(-len(str(teks)) // (lebar[huruf] * 0.875)) for huruf, teks in isi.items()), default=1
    )
    return 2 + 14 * garis if garis > 1 else None


def temuan(lembar: str, daftar: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    """(sel, kode) pairs -> the entries of an expectation file."""
    return [{"lembar": lembar, "sel": sel, "kode": kode} for sel, kode in daftar]


def tulis_harapan(jalur: Path, harapan: Mapping[str, Any]) -> None:
    """Beside the workbook: what reading it must give."""
    isi = {"berkas": jalur.name, **harapan}
    tujuan = jalur.with_name(jalur.name + ".harapan.json")
    tujuan.write_text(json.dumps(isi, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
