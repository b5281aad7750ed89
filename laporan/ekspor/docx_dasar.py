"""What Word files of the house are made of: styles, lists that start anew, tables, fractions.

python-docx writes paragraphs; tables and fields are put in as XML, since its own merging of cells
takes a quadratic time.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Dokumen
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from laporan.ekspor.docx_tabel import SelWord, tampak, xml_tabel

HURUF = "Bookman Old Style"
DESIMAL, HURUF_KECIL, TITIK = "decimal", "lowerLetter", "bullet"
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
SAAT = (1980, 1, 1, 0, 0, 0)
SESUDAH_PERBARUI = (
    *("w:hdrShapeDefaults", "w:footnotePr", "w:endnotePr", "w:compat", "w:docVars", "w:rsids"),
    *("m:mathPr", "w:themeFontLang", "w:clrSchemeMapping", "w:shapeDefaults", "w:decimalSymbol"),
    "w:listSeparator",
)
"""Settings that stand behind the one about fields."""


class Penulis:
    """One document, written from the top."""

    def __init__(self, *, judul: str, penulis: str) -> None:
        self.doc: Dokumen = Document()
        self.doc.core_properties.title = judul
        self.doc.core_properties.author = penulis
        self.doc.core_properties.language = "id-ID"
        self._gaya()
        self._nomor: dict[str, int] = {}

    def _gaya(self) -> None:
        gaya = self.doc.styles
        for nama, ukuran in (("Normal", 11.5), ("Heading 1", 13), ("Heading 2", 11.5),
                             ("Heading 3", 11.5)):  # fmt: skip
            satu = gaya[nama]
            satu.font.name, satu.font.size = HURUF, Pt(ukuran)
            satu.font.color.rgb = RGBColor(0x11, 0x18, 0x27)
            for aksara in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
                satu.element.get_or_add_rPr().get_or_add_rFonts().set(qn(aksara), HURUF)
        gaya["Normal"].paragraph_format.space_after = Pt(6)
        gaya["Normal"].paragraph_format.line_spacing = 1.25
        gaya["Heading 1"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        gaya["Heading 1"].paragraph_format.space_after = Pt(14)
        for nama in ("Heading 2", "Heading 3"):
            gaya[nama].paragraph_format.space_before = Pt(10)
        gaya["Footer"].font.size = Pt(7.5)

    def bagian(self, lebar_mm: float, tinggi_mm: float, *, tepi: Sequence[float]) -> Any:
        """A new section on its own paper; the first call sets the paper of the first one.

        ``tepi``: top, right, bottom, left in millimetres.
        """
        kosong = not self.doc.element.body.xpath("./w:p | ./w:tbl")
        satu = self.doc.sections[0] if kosong else self.doc.add_section(WD_SECTION.NEW_PAGE)
        satu.orientation = WD_ORIENT.LANDSCAPE if lebar_mm > tinggi_mm else WD_ORIENT.PORTRAIT
        satu.page_width, satu.page_height = Mm(lebar_mm), Mm(tinggi_mm)
        satu.top_margin, satu.right_margin, satu.bottom_margin, satu.left_margin = map(Mm, tepi)
        return satu

    def judul(self, teks: str, tingkat: int, *, halaman_baru: bool = False) -> Paragraph:
        """A heading that the table of contents finds; line breaks stay."""
        p = self.doc.add_heading(level=tingkat)
        for n, baris in enumerate(tampak(teks).split("\n")):
            run = p.add_run()
            if n:
                run.add_break()
            run.add_text(baris)
        p.paragraph_format.page_break_before = halaman_baru
        return p

    def paragraf(
        self, teks: str, *, rata: str = "both", masuk: float = 0, tebal: bool = False,
        ukuran: float = 0, atas: float = 0, ikut: bool = False,
    ) -> Paragraph:  # fmt: skip
        """Text; ``masuk`` indents its first line (mm), ``ikut`` keeps it with the next one."""
        p = self.doc.add_paragraph()
        run = p.add_run(tampak(teks))
        run.bold = tebal or None
        if ukuran:
            run.font.size = Pt(ukuran)
        p.alignment = {
            "both": WD_ALIGN_PARAGRAPH.JUSTIFY, "center": WD_ALIGN_PARAGRAPH.CENTER,
            "left": WD_ALIGN_PARAGRAPH.LEFT,
        }[rata]  # fmt: skip
        p.paragraph_format.first_line_indent = Mm(masuk) if masuk else None
        p.paragraph_format.space_before = Pt(atas) if atas else None
        p.paragraph_format.keep_with_next = ikut or None
        return p

    def daftar(self, butir: Sequence[str], bentuk: str = DESIMAL) -> None:
        """A real numbered list that starts at its first number."""
        if not butir:
            return
        nomor = self._daftar_baru(bentuk)
        for teks in butir:
            p = self.paragraf(teks)
            sifat = p._p.get_or_add_pPr().get_or_add_numPr()
            sifat.get_or_add_ilvl().val = 0
            sifat.get_or_add_numId().val = nomor
            p.paragraph_format.space_after = Pt(3)

    def _daftar_baru(self, bentuk: str) -> int:
        angka = self.doc.part.numbering_part.element
        if bentuk not in self._nomor:
            pk = 900 + len(self._nomor)
            teks = "•" if bentuk == TITIK else "%1."
            pola = parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{pk}">'
                '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
                f'<w:numFmt w:val="{bentuk}"/><w:lvlText w:val="{teks}"/><w:lvlJc w:val="left"/>'
                '<w:pPr><w:ind w:left="567" w:hanging="397"/></w:pPr></w:lvl></w:abstractNum>'
            )
            angka.insert(0, pola)
            self._nomor[bentuk] = pk
        semua = angka.xpath("./w:num/@w:numId")
        baru = max((int(n) for n in semua), default=0) + 1
        angka.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{baru}"><w:abstractNumId '
                f'w:val="{self._nomor[bentuk]}"/><w:lvlOverride w:ilvl="0"><w:startOverride '
                'w:val="1"/></w:lvlOverride></w:num>'
            )
        )
        return baru

    def daftar_isi(self, butir: Sequence[tuple[int, str]]) -> None:
        """A TOC field over the headings; Word fills in the page numbers when it opens the file."""
        w = nsdecls("w")
        for n, (tingkat, teks) in enumerate(butir):
            p = self.paragraf("", rata="left")
            p.paragraph_format.left_indent = Mm(6 * (tingkat - 1))
            p.paragraph_format.space_after = Pt(3)
            if n == 0:
                self._medan(p, r'TOC \o "1-2" \h \z \u')
            p.add_run(tampak(teks))
            if n == len(butir) - 1:
                p._p.append(parse_xml(f'<w:r {w}><w:fldChar w:fldCharType="end"/></w:r>'))
        self._perbarui_medan()

    def _perbarui_medan(self) -> None:
        """Word asks once and fills in the page numbers. The schema has a place for the order."""
        atur = self.doc.settings.element
        perintah = parse_xml(f'<w:updateFields {nsdecls("w")} w:val="true"/>')
        sesudah = atur.xpath(" | ".join(f"./{n}" for n in SESUDAH_PERBARUI))
        if sesudah:
            sesudah[0].addprevious(perintah)
        else:
            atur.append(perintah)

    def kaki(self, bagian: Any, teks: str) -> None:
        """Footer of a section: what the document is, then the page's number."""
        bagian.footer.is_linked_to_previous = False
        p = bagian.footer.paragraphs[0]
        run = p.add_run(f"{teks} · Halaman ")
        run.font.size = Pt(7.5)
        self._medan(p, "PAGE")
        p._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>1</w:t></w:r>"))
        p._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="end"/></w:r>'))

    def kepala(self, bagian: Any, teks: str) -> None:
        """Header of a section; "" for none."""
        bagian.header.is_linked_to_previous = False
        p = bagian.header.paragraphs[0]
        p.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        run = p.add_run(teks)
        run.bold, run.font.size = True, Pt(9)
        run.font.color.rgb = RGBColor(0x9C, 0xA3, 0xAF)

    @staticmethod
    def _medan(p: Paragraph, perintah: str) -> None:
        """The beginning of a field; its result and end follow."""
        w = nsdecls("w")
        for isi in (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve">{escape(perintah)}</w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
        ):
            p._p.append(parse_xml(f"<w:r {w}>{isi}</w:r>"))

    def pecahan(self, pembilang: str, penyebut: str, pengali: str) -> None:
        """A formula that Word's own editor opens."""
        kali = f"<m:r>{_biasa()}<m:t xml:space='preserve'> × {escape(pengali)}</m:t></m:r>"
        rumus = (
            f"<m:oMathPara {M}><m:oMathParaPr><m:jc m:val='left'/></m:oMathParaPr><m:oMath><m:f>"
            f"<m:num><m:r>{_biasa()}<m:t>{escape(pembilang)}</m:t></m:r></m:num>"
            f"<m:den><m:r>{_biasa()}<m:t>{escape(penyebut)}</m:t></m:r></m:den></m:f>"
            f"{kali if pengali else ''}</m:oMath></m:oMathPara>"
        )
        self.paragraf("", rata="left")._p.append(parse_xml(rumus))

    def tabel(
        self, baris: Sequence[Sequence[SelWord]], lebar_mm: Sequence[float], *, kepala: int,
        ukuran: float = 8.5, utuh: bool = False, terbelah: bool = False, rapat: bool = False,
    ) -> None:  # fmt: skip
        """A table; the first ``kepala`` rows repeat on each page. Covered cells of wide ones are
        left out of their row, those below tall ones are there with ``lanjut``. ``utuh`` keeps the
        table on one page where it fits, ``terbelah`` lets a row go on on the next page;
        ``rapat``: a paragraph of the caller follows, so none is put below.
        """
        xml = xml_tabel(baris, lebar_mm, kepala, ukuran, utuh=utuh, terbelah=terbelah)
        self.doc.element.body.insert_element_before(parse_xml(xml), "w:sectPr")
        if not rapat:
            self.paragraf("").paragraph_format.space_after = Pt(2)

    def sela(self, tinggi: float) -> None:
        """A low empty paragraph between two tables, in points."""
        p = self.paragraf("")
        p.paragraph_format.space_after = Pt(0)
        p.paragraph_format.line_spacing = Pt(tinggi)

    def gambar(self, isi: bytes, lebar_mm: float, tinggi_mm: float, keterangan: str) -> None:
        """A picture with its description for screen readers, no larger than the room given."""
        p = self.paragraf("", rata="center")
        gambar = p.add_run().add_picture(BytesIO(isi), width=Mm(lebar_mm))
        if gambar.height > Mm(tinggi_mm):
            gambar.width = round(gambar.width * Mm(tinggi_mm) / gambar.height)
            gambar.height = Mm(tinggi_mm)
        sifat = gambar._inline.docPr
        sifat.set("descr", tampak(keterangan))
        sifat.set("name", tampak(keterangan)[:60])

    def bytes(self) -> bytes:
        """The file; the same document gives the same bytes."""
        mentah, rapi = BytesIO(), BytesIO()
        self.doc.save(mentah)
        with ZipFile(mentah) as asal, ZipFile(rapi, "w", ZIP_DEFLATED) as hasil:
            for nama in asal.namelist():
                keterangan = ZipInfo(nama, SAAT)
                keterangan.compress_type = ZIP_DEFLATED
                hasil.writestr(keterangan, asal.read(nama))
        return rapi.getvalue()


def _biasa() -> str:
    """Upright text inside a formula."""
    return "<m:rPr><m:nor/></m:rPr>"
