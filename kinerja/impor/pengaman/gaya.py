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
KODE_TERPANJANG = 255  # letters of a format, as spreadsheets allow
_WADAH = frozenset(("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs"))
_WADAH |= {"cellStyles", "dxfs", "tableStyles", "colors", "extLst"}


class Gaya:
    """By style index as written in the sheet: format code, indent, ``rupa`` (what makes a text
    stand out, in words); ``coret``: indexes.
    """

    def __init__(self) -> None:
        self.format: dict[str, str] = {}
        self.indentasi: dict[str, int] = {}
        self.coret: set[str] = set()
        self.rupa: dict[str, str] = {}

    @property
    def istimewa(self) -> set[str]:
        """Styles that change a reading; ``rupa`` is not among them."""
        return self.coret | self.format.keys() | self.indentasi.keys()


class _Huruf:
    """One font: its words in order of weight."""

    def __init__(self) -> None:
        self.coret = False
        self.rupa: dict[str, str] = {}

    def terima(self, nama: str, atribut: Atribut) -> None:
        if nama == "strike":
            self.coret = benar(atribut.get("val", "1"))
        elif nama in _CIRI_HURUF and benar(atribut.get("val", "1")):
            self.rupa[nama] = _CIRI_HURUF[nama]
        elif nama == "sz":
            self.rupa[nama] = f"ukuran {atribut.get('val', '')[:5]}"
        elif nama == "color":
            self.rupa[nama] = f"huruf {_warna(atribut)}"


_CIRI_HURUF = {"b": "tebal", "i": "miring"}


def baca_gaya(potongan: Iterable[bytes], batas: Batas) -> Gaya:
    kode: dict[str, str] = {}
    huruf: list[_Huruf] = []
    isian: list[str] = []
    xf: list[Atribut] = []
    wadah = ""
    for nama, atribut in unsur(potongan, batas):
        if nama in _WADAH:
            wadah = nama
        elif wadah == "numFmts" and nama == "numFmt":
            kode[atribut.get("numFmtId", "")] = atribut.get("formatCode", "")[:KODE_TERPANJANG]
        elif wadah == "fonts":
            _terima_huruf(nama, atribut, huruf)
        elif wadah == "fills":
            _terima_isian(nama, atribut, isian)
        elif wadah == "cellXfs":
            _terima_xf(nama, atribut, xf)
    return _susun(xf, kode, huruf, isian)


def _terima_huruf(nama: str, atribut: Atribut, huruf: list[_Huruf]) -> None:
    if nama == "font":
        huruf.append(_Huruf())
    elif huruf:
        huruf[-1].terima(nama, atribut)


def _terima_isian(nama: str, atribut: Atribut, isian: list[str]) -> None:
    if nama == "fill":
        isian.append("")
    elif nama == "patternFill" and isian:
        isian[-1] = "latar" if atribut.get("patternType") == "solid" else ""
    elif nama == "fgColor" and isian and isian[-1] and _warna(atribut) != "FFFFFF":
        isian[-1] = f"latar {_warna(atribut)}"


def _terima_xf(nama: str, atribut: Atribut, xf: list[Atribut]) -> None:
    if nama == "xf":
        xf.append(dict(atribut))
    elif nama == "alignment" and xf:
        xf[-1]["indent"] = atribut.get("indent", "0")


def _warna(atribut: Atribut) -> str:
    """A colour by name, whichever way it is given."""
    if rgb := atribut.get("rgb"):
        return rgb[-6:].upper()
    jenis = "theme" if "theme" in atribut else "indexed"
    return f"{jenis[0]}{atribut.get(jenis, '')[:3]}{atribut.get('tint', '')[:5]}"


def _susun(xf: list[Atribut], kode: dict[str, str], huruf: list[_Huruf], isian: list[str]) -> Gaya:
    gaya = Gaya()
    for nomor, atribut in enumerate(xf):
        id_format = atribut.get("numFmtId", "0")
        format_angka = kode.get(id_format) or _BAWAAN.get(_bulat(id_format), "")
        if format_sel.mengubah_bacaan(format_angka):
            gaya.format[str(nomor)] = format_angka
        if (indentasi := _bulat(atribut.get("indent", "0"))) > 0:
            gaya.indentasi[str(nomor)] = indentasi
        id_huruf, id_isian = (_bulat(atribut.get(nama, "0")) for nama in ("fontId", "fillId"))
        if 0 <= id_huruf < len(huruf) and huruf[id_huruf].coret:
            gaya.coret.add(str(nomor))
        ciri = _ciri(huruf, id_huruf) + isian[max(id_isian, 0) : id_isian + 1]
        if rupa := ", ".join(filter(None, ciri)):
            gaya.rupa[str(nomor)] = rupa
    return gaya


def _ciri(huruf: list[_Huruf], nomor: int) -> list[str]:
    """What a font has that the first one, the workbook's own, has not."""
    if not 0 <= nomor < len(huruf):
        return []
    return [kata for nama, kata in huruf[nomor].rupa.items() if huruf[0].rupa.get(nama) != kata]


def _bulat(teks: str) -> int:
    return int(teks) if teks.isdecimal() and len(teks) < 10 else -1
