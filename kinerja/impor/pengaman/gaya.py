"""styles.xml: cell styles that change what a number or a text means."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja.aturan import format_sel

from .batas import Batas
from .xml_aman import Atribut, benar, unsur

# Built-in formats that matter: percent and dates. 5-8 and 37-44 show the money of the reader's
# own country, so they say nothing.
_BAWAAN = {9: "0%", 10: "0.00%", 22: "m/d/yy h:mm", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0"}
_BAWAAN |= dict.fromkeys(range(14, 18), "dd/mm/yyyy")
_BAWAAN |= dict.fromkeys(range(18, 22), "h:mm:ss")
_WADAH = frozenset(("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs"))
_WADAH |= {"cellStyles", "dxfs", "tableStyles", "colors", "extLst"}


class Gaya:
    """By style index as written in the sheet: format code, indent; ``coret``: indexes."""

    def __init__(self) -> None:
        self.format: dict[str, str] = {}
        self.indentasi: dict[str, int] = {}
        self.coret: set[str] = set()

    @property
    def istimewa(self) -> set[str]:
        return self.coret | self.format.keys() | self.indentasi.keys()


def baca_gaya(potongan: Iterable[bytes], batas: Batas) -> Gaya:
    kode: dict[str, str] = {}
    huruf_coret: list[bool] = []
    xf: list[Atribut] = []
    wadah = ""
    for nama, atribut in unsur(potongan, batas):
        if nama in _WADAH:
            wadah = nama
        elif wadah == "numFmts" and nama == "numFmt":
            kode[atribut.get("numFmtId", "")] = atribut.get("formatCode", "")
        elif wadah == "fonts":
            _huruf(nama, atribut, huruf_coret)
        elif wadah == "cellXfs" and nama == "xf":
            xf.append(dict(atribut))
        elif wadah == "cellXfs" and nama == "alignment" and xf:
            xf[-1]["indent"] = atribut.get("indent", "0")
    return _susun(xf, kode, huruf_coret)


def _huruf(nama: str, atribut: Atribut, coret: list[bool]) -> None:
    if nama == "font":
        coret.append(False)
    elif nama == "strike" and coret:
        coret[-1] = benar(atribut.get("val", "1"))


def _susun(xf: list[Atribut], kode: dict[str, str], coret: list[bool]) -> Gaya:
    gaya = Gaya()
    for nomor, atribut in enumerate(xf):
        id_format = atribut.get("numFmtId", "0")
        format_angka = kode.get(id_format) or _BAWAAN.get(_bulat(id_format), "")
        if format_sel.mengubah_bacaan(format_angka):
            gaya.format[str(nomor)] = format_angka
        if (indentasi := _bulat(atribut.get("indent", "0"))) > 0:
            gaya.indentasi[str(nomor)] = indentasi
        huruf = _bulat(atribut.get("fontId", "0"))
        if 0 <= huruf < len(coret) and coret[huruf]:
            gaya.coret.add(str(nomor))
    return gaya


def _bulat(teks: str) -> int:
    return int(teks) if teks.isdecimal() and len(teks) < 10 else -1
