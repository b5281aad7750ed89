"""The facts of fixtures/kotim-2025.json as rows for the sample workbooks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parent.parent
LEVEL = ("program", "kegiatan", "sub_kegiatan")


@dataclass(frozen=True)
class Baris:
    """One program, kegiatan or sub kegiatan as the document prints it."""

    no: str
    level: str
    nama: str
    kinerja: str
    indikator: str
    target: str
    pagu: str
    kode: str

    @property
    def induk(self) -> str | None:
        return self.no.rpartition(".")[0] or None

    @property
    def angka_target(self) -> str:
        """ "93,59 %" -> "93.59", "33 Orang / Bulan" -> "33"."""
        angka = re.match(r"[\d,]+", self.target)
        return angka[0].replace(",", ".") if angka else ""

    @property
    def satuan(self) -> str:
        return re.sub(r"^[\d,]+\s*", "", self.target)

    @property
    def rupiah(self) -> int | None:
        """The amount where its grouping is right; inner spaces do not matter."""
        rapat = self.pagu.replace(" ", "")
        return int(rapat.replace(".", "")) if re.fullmatch(r"\d{1,3}(\.\d{3})+", rapat) else None


@cache
def dokumen() -> dict[str, Any]:
    return json.loads((AKAR / "fixtures" / "kotim-2025.json").read_text(encoding="utf-8"))


def _turun(simpul: dict[str, Any], tingkat: int) -> Iterator[Baris]:
    medan = ("no", "nama", "kinerja", "indikator", "target", "pagu", "kode")
    yield Baris(level=LEVEL[tingkat], **{satu: simpul[satu] for satu in medan})
    for anak in simpul.get("kegiatan", simpul.get("sub_kegiatan", [])):
        yield from _turun(anak, tingkat + 1)


@cache
def semua_baris() -> tuple[Baris, ...]:
    """All 63 rows in the order of the document."""
    return tuple(baris for program in dokumen()["program"] for baris in _turun(program, 0))


def cabang(*nomor: str) -> list[Baris]:
    """The rows of whole programs or kegiatan, with their parents: cabang("4", "7.3")."""
    return [b for b in semua_baris() if any(_sejalur(b.no, n) for n in nomor)]


def _sejalur(a: str, b: str) -> bool:
    """Is one of the two numbers the other, or above it?"""
    return f"{a}.".startswith(f"{b}.") or f"{b}.".startswith(f"{a}.")


def simpul_harapan(baris: Baris, nomor_baris: int, **ganti: Any) -> dict[str, Any]:
    """One entry of ``simpul`` in an expectation file."""
    return {
        "id": baris.no,
        "level": baris.level,
        "induk": baris.induk,
        "nama": baris.nama,
        "indikator": baris.indikator,
        "target": baris.angka_target,
        "satuan": baris.satuan,
        "pagu": baris.rupiah,
        "baris": nomor_baris,
        **ganti,
    }


def jumlah(daftar: list[dict[str, Any]]) -> dict[str, int]:
    """Simpul per level."""
    return {level: n for level in LEVEL if (n := sum(s["level"] == level for s in daftar))}
