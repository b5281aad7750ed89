"""Writing workbooks: the cascading table of 3,000 rows with its merges, against openpyxl.

The peer writes the same cells, values, styles, merges, widths and heights from a list that is ready
made; ours plans widths and heights as well. Both are whole child processes without their start.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

from laporan.ekspor import cascading_xlsx
from scripts.bench import Batas, Mutlak, Rasio, cpu, kode
from tests.cascading.contoh import matriks, naskah

BARIS = 3_000
KAMI = """
import sys
from pathlib import Path
from laporan.ekspor import cascading_xlsx
from tests.cascading.contoh import matriks, naskah
isi = naskah(matriks(int(sys.argv[1])))
if len(sys.argv) > 2:
    Path(sys.argv[2]).write_bytes(cascading_xlsx.cetak(isi))
"""
LAWAN = """
import json, sys
from pathlib import Path
import openpyxl
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
isi = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
if len(sys.argv) > 2:
    buku = openpyxl.Workbook()
    lembar = buku.active
    garis = Side(style="thin")
    gaya = [
        (Font(name=g["huruf"], size=g["ukuran"], bold=g["tebal"], italic=g["miring"]),
         Alignment(horizontal=g["datar"], vertical=g["tegak"], wrap_text=g["lipat"]),
         Border(left=garis, right=garis, top=garis, bottom=garis) if g["bingkai"] else Border(),
         PatternFill("solid", fgColor=g["warna"]) if g["warna"] else PatternFill(),
         g["angka"])
        for g in isi["gaya"]
    ]
    for huruf, lebar in isi["lebar"].items():
        lembar.column_dimensions[huruf].width = lebar
    for r, tinggi in isi["tinggi"]:
        lembar.row_dimensions[r].height = tinggi
    for r, c, nilai, nomor in isi["sel"]:
        sel = lembar.cell(r, c, nilai)
        sel.font, sel.alignment, sel.border, sel.fill, sel.number_format = gaya[nomor]
    for gabung in isi["gabung"]:
        lembar.merge_cells(gabung)
    buku.save(sys.argv[2])
"""


def ukur() -> Iterator[Rasio | Mutlak]:
    """CPU of the write itself: each process again without it is taken off."""
    with tempfile.TemporaryDirectory(prefix="kinerja-bench-") as folder:
        kami, lawan, daftar = (Path(folder) / n for n in ("kami.xlsx", "lawan.xlsx", "isi.json"))
        isi = uraikan(cascading_xlsx.cetak(naskah(matriks(BARIS))))
        daftar.write_text(json.dumps(isi), encoding="utf-8")
        detik = {
            "kami": _bersih(kode(KAMI, str(BARIS)), kami, ulang=3),
            "lawan": _bersih(kode(LAWAN, str(daftar)), lawan, ulang=1),
        }
        periksa_sama(kami.read_bytes(), lawan.read_bytes())
    nama = f"XLSX {BARIS} baris, {len(isi['gabung'])} sel gabung"
    yield Rasio(
        nama, detik["kami"], detik["lawan"], "openpyxl", "CPU-s", Batas(3, paling_sedikit=True),
        lawan_per_kami=True,
    )  # fmt: skip


def _bersih(perintah: list[str], keluar: Path, *, ulang: int) -> float:
    return cpu([*perintah, str(keluar)], ulang=ulang).cpu - cpu(perintah, ulang=ulang).cpu


def uraikan(isi: bytes) -> dict[str, Any]:
    """The first sheet as lists: what the peer is to write."""
    lembar = openpyxl.load_workbook(BytesIO(isi)).worksheets[0]
    gaya: dict[str, int] = {}
    sel = []
    for baris in lembar.iter_rows():
        for s in baris:
            if s.has_style or s.value is not None:
                nomor = gaya.setdefault(json.dumps(_gaya(s), sort_keys=True), len(gaya))
                sel.append((s.row, s.column, getattr(s, "value", None), nomor))
    return {
        "sel": [s for s in sel if s[2] is not None or s[3]],
        "gaya": [json.loads(g) for g in gaya],
        "gabung": [str(g) for g in lembar.merged_cells.ranges],
        "lebar": {h: d.width for h, d in lembar.column_dimensions.items()},
        "tinggi": [(r, d.height) for r, d in lembar.row_dimensions.items() if d.height],
    }


def _gaya(s: Any) -> dict[str, Any]:
    return {
        "huruf": s.font.name, "ukuran": s.font.size, "tebal": bool(s.font.bold),
        "miring": bool(s.font.italic), "datar": s.alignment.horizontal,
        "tegak": s.alignment.vertical, "lipat": bool(s.alignment.wrap_text),
        "bingkai": s.border.left.style is not None,
        "warna": s.fill.fgColor.rgb if s.fill.fill_type else "", "angka": s.number_format,
    }  # fmt: skip


def periksa_sama(kami: bytes, lawan: bytes) -> None:
    """Raises SystemExit when the two did not write the same cells and merges."""
    a, b = (openpyxl.load_workbook(BytesIO(isi)).worksheets[0] for isi in (kami, lawan))
    nilai = ([[s.value for s in baris] for baris in lembar.iter_rows()] for lembar in (a, b))
    gabung = ({str(g) for g in lembar.merged_cells.ranges} for lembar in (a, b))
    if len({repr(n) for n in nilai}) != 1 or len({frozenset(g) for g in gabung}) != 1:
        raise SystemExit("bench_ekspor: the peer wrote another table")
