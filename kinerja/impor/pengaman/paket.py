"""The whole check of an .xlsx, and the plain copy of it that the value reader gets to see."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable

from .arsip import Arsip
from .batas import Batas, angka
from .buku_xml import BukuXml
from .gaya import Gaya, baca_gaya
from .lembar_xml import PemindaiLembar, Telaah
from .xml_aman import pengurai, tolak_penanda_dtd, urai

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import TypeVar

    _T = TypeVar("_T")

_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NS_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NS_P = "http://schemas.openxmlformats.org/package/2006/"
_BERUPA_XML = (".xml", ".rels", ".vml")


class Paket:
    """``lembar`` in the order of the tabs; those without ``terlalu_luas`` are in the copy."""

    def __init__(self, lembar: list[Telaah]):
        self.lembar = lembar

    @property
    def terbaca(self) -> list[Telaah]:
        return [telaah for telaah in self.lembar if not telaah.terlalu_luas]


def periksa(
    jalur: Path | str, salinan: Path | str | None = None, batas: Batas | None = None
) -> Paket:
    """Check every part of the workbook in one streaming pass. Raises BerkasDitolak.

    ``salinan`` receives an uncompressed package with nothing but the parts that were checked,
    under the names every reader knows.
    """
    batas = batas or Batas()
    with open(jalur, "rb") as berkas:
        arsip = Arsip(berkas, batas)
        buku = BukuXml(arsip, batas)
        _periksa_bagian_lain(arsip, buku)
        if salinan is None:
            return _telaah(arsip, buku, batas, None)
        with zipfile.ZipFile(salinan, "w", zipfile.ZIP_STORED) as keluar:
            return _telaah(arsip, buku, batas, keluar)


def _periksa_bagian_lain(arsip: Arsip, buku: BukuXml) -> None:
    """No DTD in parts that nobody reads either."""
    dibaca = {lembar.bagian.casefold() for lembar in buku.lembar}
    dibaca |= {buku.bagian.casefold(), buku.gaya.casefold(), buku.teks.casefold()}
    for nama in arsip.nama():
        if nama.endswith(_BERUPA_XML) and nama not in dibaca:
            tolak_penanda_dtd(arsip.isi(nama))


def _telaah(arsip: Arsip, buku: BukuXml, batas: Batas, keluar: zipfile.ZipFile | None) -> Paket:
    gaya = Gaya()
    if buku.gaya in arsip:
        isi = arsip.isi(buku.gaya)
        gaya = _salin(isi, keluar, "xl/styles.xml", lambda isi: baca_gaya(isi, batas))
    if buku.teks in arsip:
        isi = arsip.isi(buku.teks)
        _salin(isi, keluar, "xl/sharedStrings.xml", lambda isi: urai(pengurai(), isi, batas))
    lembar: list[Telaah] = []
    terisi = 0
    for nomor, lembar_buku in enumerate(buku.lembar):
        telaah = Telaah(lembar_buku.nama, lembar_buku.tersembunyi)
        pindai = PemindaiLembar(telaah, gaya, batas).pindai
        _salin(arsip.isi(lembar_buku.bagian), keluar, _nama_lembar(nomor), pindai)
        terisi += telaah.terisi
        if terisi > batas.sel_terisi_buku:
            jumlah = angka(batas.sel_terisi_buku)
            telaah.terlalu_luas = f"seluruh buku lebih dari {jumlah} sel terisi"
        lembar.append(telaah)
    if keluar is not None:
        _tulis_kerangka(keluar, lembar, sejak_1904=buku.sejak_1904)
    return Paket(lembar)


def _salin(
    isi: Iterable[bytes],
    keluar: zipfile.ZipFile | None,
    nama: str,
    pakai: Callable[[Iterable[bytes]], _T],
) -> _T:
    """Let ``pakai`` read the pieces while they are copied."""
    if keluar is None:
        return pakai(isi)
    with keluar.open(zipfile.ZipInfo(nama), "w") as bagian:
        return pakai(satu for satu in isi if bagian.write(satu) or True)


def _nama_lembar(nomor: int) -> str:
    return f"xl/worksheets/sheet{nomor + 1}.xml"


def _tulis_kerangka(keluar: zipfile.ZipFile, lembar: list[Telaah], *, sejak_1904: bool) -> None:
    terbaca = [n for n, telaah in enumerate(lembar) if not telaah.terlalu_luas]
    daftar = "".join(f'<sheet name="L{n}" sheetId="{n + 1}" r:id="r{n}"/>' for n in terbaca)
    sejak = f'<workbookPr date1904="{int(sejak_1904)}"/>'
    rujukan = "".join(
        _rujukan(f"r{n}", "worksheet", f"worksheets/sheet{n + 1}.xml") for n in terbaca
    )
    for nama, isi in (
        ("[Content_Types].xml", f'<Types xmlns="{_NS_P}content-types"/>'),
        ("_rels/.rels", _daftar_rujukan(_rujukan("r0", "officeDocument", "xl/workbook.xml"))),
        ("xl/_rels/workbook.xml.rels", _daftar_rujukan(rujukan)),
        (
            "xl/workbook.xml",
            f'<workbook xmlns="{_NS}" xmlns:r="{_NS_R}">{sejak}'
            f"<sheets>{daftar}</sheets></workbook>",
        ),
    ):
        keluar.writestr(nama, isi)


def _daftar_rujukan(isi: str) -> str:
    return f'<Relationships xmlns="{_NS_P}relationships">{isi}</Relationships>'


def _rujukan(nomor: str, jenis: str, tujuan: str) -> str:
    return f'<Relationship Id="{nomor}" Type="{_NS_R}/{jenis}" Target="{tujuan}"/>'
