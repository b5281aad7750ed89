"""A Word table as XML: python-docx merges cells in quadratic time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from docx.oxml.ns import nsdecls

TWIP_PER_MM = 1440 / 25.4
KENDALI = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))
"""Signs that nobody sees and that XML does not know."""
MASUK_SEL = 284
"""Twips of a step of indent in a cell."""


@dataclass(frozen=True, slots=True)
class SelWord:
    """A cell: ``lebar`` columns wide; ``lanjut``: the cell above goes on here, ``mulai``: over
    several rows from here. ``catatan`` are paragraphs in italics below the text. A line that begins
    with tabs is indented, its first word (a number) hanging.
    """

    teks: str = ""
    lebar: int = 1
    mulai: bool = False
    lanjut: bool = False
    kepala: bool = False
    rata: str = "left"
    catatan: tuple[str, ...] = ()
    tebal: bool = False


def tampak(teks: str) -> str:
    """The text without control signs."""
    return teks.translate(KENDALI)


def xml_tabel(
    baris: Sequence[Sequence[SelWord]], lebar_mm: Sequence[float], kepala: int, ukuran: float, *,
    utuh: bool, terbelah: bool,
) -> str:  # fmt: skip
    """The whole table; what the arguments mean says ``Penulis.tabel``."""
    batas = len(baris) - 1 if utuh else 0
    belah = "" if terbelah else "<w:cantSplit/>"
    kisi = "".join(f'<w:gridCol w:w="{_twip(w)}"/>' for w in lebar_mm)
    isi = "".join(
        f"<w:tr><w:trPr>{belah}{'<w:tblHeader/>' if n < kepala else ''}</w:trPr>"
        f"{_sel_baris(satu, lebar_mm, ukuran, ikut=n < batas)}</w:tr>"
        for n, satu in enumerate(baris)
    )
    sisi = "".join(
        f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="374151"/>'
        for s in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{_twip(sum(lebar_mm))}" w:type="dxa"/>'
        f'<w:tblBorders>{sisi}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{kisi}</w:tblGrid>{isi}</w:tbl>"
    )


def _twip(mm: float) -> int:
    return round(mm * TWIP_PER_MM)


def _sel_baris(
    baris: Sequence[SelWord], lebar_mm: Sequence[float], ukuran: float, *, ikut: bool
) -> str:
    hasil, kolom = [], 0
    for s in baris:
        lebar = sum(lebar_mm[kolom : kolom + s.lebar])
        hasil.append(_sel(s, lebar, ukuran, ikut=ikut))
        kolom += s.lebar
    return "".join(hasil)


def _sel(s: SelWord, lebar: float, ukuran: float, *, ikut: bool) -> str:
    sifat = f'<w:tcW w:w="{_twip(lebar)}" w:type="dxa"/>'
    sifat += f'<w:gridSpan w:val="{s.lebar}"/>' if s.lebar > 1 else ""
    if s.mulai or s.lanjut:
        sifat += '<w:vMerge w:val="restart"/>' if s.mulai else "<w:vMerge/>"
    if s.kepala:
        sifat += '<w:shd w:val="clear" w:color="auto" w:fill="DBE5F1"/><w:vAlign w:val="center"/>'
    rata = "center" if s.kepala else s.rata
    gaya = "<w:b/>" if s.kepala or s.tebal else ""
    baris = s.teks.split("\n") if s.teks or not s.catatan else []
    alinea = [(teks, gaya) for teks in baris] + [(teks, "<w:i/>") for teks in s.catatan]
    isi = "".join(_alinea(teks, rata, g, ukuran, ikut=ikut or s.tebal) for teks, g in alinea)
    return f"<w:tc><w:tcPr>{sifat}</w:tcPr>{isi}</w:tc>"


def _alinea(teks: str, rata: str, gaya: str, ukuran: float, *, ikut: bool) -> str:
    """A paragraph of a cell. Tabs in front: steps of indent, with a hanging number. ``ikut`` keeps
    it with the next one.
    """
    teks = tampak(teks)
    isi = teks.lstrip("\t")
    nomor, tab, masuk = "", "", ""
    if dalam := len(teks) - len(isi):
        nomor, _, isi = isi.partition(" ")
        nomor = f"<w:t>{escape(nomor)}</w:t><w:tab/>"
        tab = f'<w:tabs><w:tab w:val="left" w:pos="{MASUK_SEL * dalam}"/></w:tabs>'
        masuk = f'<w:ind w:left="{MASUK_SEL * dalam}" w:hanging="{MASUK_SEL}"/>'
    return (
        f"<w:p><w:pPr>{'<w:keepNext/>' if ikut else ''}{tab}"
        f'<w:spacing w:after="20" w:line="240" w:lineRule="auto"/>{masuk}<w:jc w:val="{rata}"/>'
        f'</w:pPr><w:r><w:rPr>{gaya}<w:sz w:val="{round(ukuran * 2)}"/></w:rPr>{nomor}'
        f'<w:t xml:space="preserve">{escape(isi)}</w:t></w:r></w:p>'
    )
