"""Hostile, broken and foreign files that an upload must survive, made from nothing.

``KECIL`` may lie in fixtures/contoh (``tulis_berbahaya`` writes them there), ``BESAR`` are made
by tests only. Each entry: file name -> (writer, code of the refusal, "" when it can be read).
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from scripts.xlsx_mentah import (
    NS,
    WAKTU,
    Isi,
    bagian_xlsx,
    daftar_rujukan,
    lembar_xml,
    rujukan,
    tulis_zip,
)

Penulis = Callable[[Path], None]
_MB = 1024 * 1024


def _satu_lembar(baris: str, **lain: str) -> Penulis:
    return lambda jalur: tulis_zip(jalur, bagian_xlsx({"Data": lembar_xml(baris, **lain)}))


def _sel(alamat: str, teks: str) -> str:
    return f'<c r="{alamat}" t="inlineStr"><is><t>{teks}</t></is></c>'


_TABEL = f'<row r="1">{_sel("A1", "No")}{_sel("B1", "Sub Kegiatan")}</row>'
_TABEL += f'<row r="2"><c r="A2"><v>1</v></c>{_sel("B2", "Penyediaan Permakanan")}</row>'
_DTD_LUAR = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
_DTD_TAWA = "<!DOCTYPE x [<!ENTITY a0 'ha'>"
_DTD_TAWA += "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"


def _bom(jalur: Path, sel: bytes, kali: int) -> None:
    """``kali`` pieces of ``sel`` inside one cell or row."""
    kepala, ekor = lembar_xml("@").encode().split(b"@")

    def isi() -> Iterable[bytes]:
        yield kepala
        for _ in range(kali):
            yield sel
        yield ekor

    tulis_zip(jalur, bagian_xlsx({"Data": isi()}))


def bom_zip(jalur: Path) -> None:
    """150 MB in a file of 150 KB."""
    _bom(jalur, b"<row/>" * 174_763, 150)


def satu_sel_raksasa(jalur: Path) -> None:
    """One cell of 195 MB in 190 KB."""
    teks = b"A" * _MB
    kepala, ekor = (
        lembar_xml('<row r="1"><c r="A1" t="str"><v>@</v></c></row>').encode().split(b"@")
    )
    tulis_zip(jalur, bagian_xlsx({"Data": (kepala, *[teks] * 195, ekor)}))


def bom_sejuta_sel(jalur: Path) -> None:
    """A million text cells, 247 MB."""
    sel = (
        b'<row><c t="inlineStr"><is><t>'
        + b"Jumlah dokumen perencanaan " * 8
        + b"</t></is></c></row>"
    )
    _bom(jalur, sel * 1000, 1000)


def sejuta_baris_kosong(jalur: Path) -> None:
    """A million rows without a cell, which a spreadsheet makes when a whole column is styled."""
    baris = "".join(f'<row r="{n}" spans="1:8"/>' for n in range(3, 1_000_001))
    tulis_zip(jalur, bagian_xlsx({"Data": lembar_xml(_TABEL + baris)}))


def kepala_bohong(jalur: Path) -> None:
    """The zip directory says 1 KB, the entry inflates to 150 MB."""
    bom_zip(jalur)
    isi = bytearray(jalur.read_bytes())
    letak = isi.rfind(b"PK\x01\x02", 0, isi.rfind(b"xl/worksheets/sheet1.xml"))
    struct.pack_into("<L", isi, letak + 24, 1024)
    jalur.write_bytes(isi)


def bagian_tumpang_tindih(jalur: Path) -> None:
    """Two entries of the directory share the same bytes."""
    tulis_zip(jalur, bagian_xlsx({"Data": lembar_xml(_TABEL), "Lagi": lembar_xml(_TABEL)}))
    isi = bytearray(jalur.read_bytes())
    pertama = isi.rfind(b"PK\x01\x02", 0, isi.rfind(b"xl/worksheets/sheet1.xml"))
    kedua = isi.rfind(b"PK\x01\x02", 0, isi.rfind(b"xl/worksheets/sheet2.xml"))
    isi[kedua + 42 : kedua + 46] = isi[pertama + 42 : pertama + 46]
    jalur.write_bytes(isi)


def teks_bersama_berlipat(jalur: Path) -> None:
    """One long shared string shown by many cells: small as a file, huge as values."""
    sst = f'<sst xmlns="{NS}"><si><t>{"A" * 32_000}</t></si></sst>'
    baris = "".join(
        f'<row r="{n}">'
        + "".join(f'<c r="{h}{n}" t="s"><v>0</v></c>' for h in "ABCDEFGH")
        + "</row>"
        for n in range(1, 20_001)
    )
    bagian = bagian_xlsx({"Data": lembar_xml(baris)})
    semua = rujukan("r1", "worksheet", "worksheets/sheet1.xml")
    semua += rujukan("r2", "sharedStrings", "sharedStrings.xml")
    bagian["xl/_rels/workbook.xml.rels"] = daftar_rujukan(semua)
    tulis_zip(jalur, {**bagian, "xl/sharedStrings.xml": sst})


def bersarang_dalam(jalur: Path) -> None:
    """Five million elements, each inside the one before."""
    kepala = f'<worksheet xmlns="{NS}">'.encode()
    tulis_zip(jalur, bagian_xlsx({"Data": (kepala, *[b"<a>" * 100_000] * 30)}))


def atribut_raksasa(jalur: Path) -> None:
    """An attribute of 40 MB that does not compress well enough to be noticed by the ratio."""
    acak = bytes(33 + (n * 7919 % 89) % 26 + 32 for n in range(100_003)).replace(b"<", b"x")
    acak = acak.replace(b'"', b"x").replace(b"&", b"x")
    kepala = f'<worksheet xmlns="{NS}" a="'.encode()
    tulis_zip(jalur, bagian_xlsx({"Data": (kepala, *[acak] * 400, b'"/>')}))


def banyak_lembar(jalur: Path) -> None:
    tulis_zip(jalur, bagian_xlsx({f"L{n}": lembar_xml(_TABEL) for n in range(31)}))


def banyak_bagian(jalur: Path) -> None:
    lain: dict[str, Isi] = {f"xl/media/g{n}.bin": b"x" for n in range(2_001)}
    tulis_zip(jalur, bagian_xlsx({"Data": lembar_xml(_TABEL)}) | lain)


def dtd_di_pinggir(jalur: Path) -> None:
    """The DTD stands in a part that no reader of values opens."""
    bagian = bagian_xlsx({"Data": lembar_xml(_TABEL)})
    tulis_zip(jalur, {**bagian, "docProps/core.xml": _DTD_LUAR + "<x>&e;</x>"})


def entitas_di_buku(jalur: Path) -> None:
    tulis_zip(jalur, bagian_xlsx({"Data": lembar_xml(_TABEL)}, dtd=_DTD_LUAR))


def terpotong(jalur: Path) -> None:
    tulis_zip(jalur, bagian_xlsx({"Data": lembar_xml(_TABEL)}))
    isi = jalur.read_bytes()
    jalur.write_bytes(isi[: len(isi) // 2])


def isi_berubah(jalur: Path) -> None:
    """One byte of the sheet is not what its checksum says."""
    tulis_zip(jalur, bagian_xlsx({"Data": lembar_xml(_TABEL)}))
    isi = bytearray(jalur.read_bytes())
    isi[isi.find(b"xl/worksheets/sheet1.xml") + 60] ^= 0x55
    jalur.write_bytes(isi)


def rumus_dan_galat(jalur: Path) -> None:
    """Readable: a formula without value, error cells, a reference into another workbook."""
    baris = _TABEL + (
        '<row r="3"><c r="A3"><f>1+1</f></c><c r="B3" t="e"><f>A1/0</f><v>#DIV/0!</v></c></row>'
        '<row r="4"><c r="A4" t="e"><v>#REF!</v></c>'
        '<c r="B4"><f>[1]Pagu!$B$2</f><v>150000000</v></c></row>'
    )
    _satu_lembar(baris)(jalur)


def _ole(nama: str) -> Penulis:
    """A compound file is known by its first bytes and the names in its directory."""
    isi = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + nama.encode("utf-16-le") + b"\0" * 512
    return lambda jalur: _tulis(jalur, isi)


def _tulis(jalur: Path, isi: bytes) -> None:
    jalur.write_bytes(isi)


def _mentah(isi: bytes) -> Penulis:
    return lambda jalur: _tulis(jalur, isi)


def _zip(bagian: Mapping[str, Isi]) -> Penulis:
    return lambda jalur: tulis_zip(jalur, bagian)


def _berjenis(jenis: str) -> Penulis:
    return _zip(bagian_xlsx({"Data": lembar_xml(_TABEL)}, jenis=jenis))


def zip_berisi_buku(jalur: Path) -> None:
    dalam = io.BytesIO()
    with zipfile.ZipFile(dalam, "w") as arsip:
        arsip.writestr(zipfile.ZipInfo("xl/workbook.xml", WAKTU), "<workbook/>")
    tulis_zip(jalur, {"renja.xlsx": dalam.getvalue()})


_HTML = b"<html><body><table><tr><td>No</td><td>Pagu</td></tr></table></body></html>"
_JENIS_MAKRO = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_WORD = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"}
_WORD["_rels/.rels"] = daftar_rujukan(rujukan("r1", "officeDocument", "word/document.xml"))
_XLSB = {**_WORD, "xl/workbook.bin": "x"}
_XLSB["_rels/.rels"] = daftar_rujukan(rujukan("r1", "officeDocument", "xl/workbook.bin"))

KECIL: dict[str, tuple[Penulis, str]] = {
    "sel-terjauh.xlsx": (
        _satu_lembar(f'{_TABEL}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "LEMBAR_TERLALU_LUAS",
    ),
    "gabungan-raksasa.xlsx": (
        _satu_lembar(_TABEL, sesudah='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        "LEMBAR_TERLALU_LUAS",
    ),
    "dimensi-palsu.xlsx": (
        _satu_lembar(_TABEL, sebelum='<dimension ref="A1:XFD1048576"/>'),
        "",
    ),
    "entitas-luar.xlsx": (
        _satu_lembar(f'<row r="1">{_sel("A1", "&e;")}</row>', dtd=_DTD_LUAR),
        "BERKAS_BERBAHAYA",
    ),
    "entitas-beranak.xlsx": (
        _satu_lembar(f'<row r="1">{_sel("A1", "&a9;")}</row>', dtd=_DTD_TAWA),
        "BERKAS_BERBAHAYA",
    ),
    "entitas-di-buku.xlsx": (entitas_di_buku, "BERKAS_BERBAHAYA"),
    "dtd-di-pinggir.xlsx": (dtd_di_pinggir, "BERKAS_BERBAHAYA"),
    "tumpang-tindih.xlsx": (bagian_tumpang_tindih, "BERKAS_BERBAHAYA"),
    "bom-zip.xlsx": (bom_zip, "BERKAS_TERLALU_BESAR"),
    "banyak-lembar.xlsx": (banyak_lembar, "BERKAS_TERLALU_BESAR"),
    "nol-byte.xlsx": (_mentah(b""), "BERKAS_KOSONG"),
    "terpotong.xlsx": (terpotong, "BERKAS_RUSAK"),
    "isi-berubah.xlsx": (isi_berubah, "BERKAS_RUSAK"),
    "terkunci.xlsx": (_ole("EncryptedPackage"), "BERKAS_TERKUNCI"),
    "excel-lama.xls": (_ole("Workbook"), "FORMAT_BERKAS"),
    "excel-95.xls": (_mentah(b"\x09\x08\x10\x00\x00\x05" + b"\0" * 64), "FORMAT_BERKAS"),
    "halaman-web.xls": (_mentah(_HTML), "FORMAT_BERKAS"),
    "teks.csv": (_mentah(b"kode,nama\n1.06,Sosial\n"), "FORMAT_BERKAS"),
    "gambar.xlsx": (_mentah(b"\x89PNG\r\n\x1a\n" + b"\0" * 64), "FORMAT_BERKAS"),
    "makro.xlsm": (_berjenis(_JENIS_MAKRO), "FORMAT_BERKAS"),
    "biner.xlsb": (_zip(_XLSB), "FORMAT_BERKAS"),
    "opendocument.ods": (_zip({"mimetype": _ODS, "content.xml": "<x/>"}), "FORMAT_BERKAS"),
    "surat.docx": (_zip(dict(_WORD)), "FORMAT_BERKAS"),
    "arsip.zip": (zip_berisi_buku, "FORMAT_BERKAS"),
    "rumus-dan-galat.xlsx": (rumus_dan_galat, ""),
}
BESAR: dict[str, tuple[Penulis, str]] = {
    "satu-sel-raksasa.xlsx": (satu_sel_raksasa, "BERKAS_TERLALU_BESAR"),
    "bom-sejuta-sel.xlsx": (bom_sejuta_sel, "BERKAS_TERLALU_BESAR"),
    "kepala-bohong.xlsx": (kepala_bohong, "BERKAS_TERLALU_BESAR"),
    "teks-bersama-berlipat.xlsx": (teks_bersama_berlipat, "BERKAS_TERLALU_BESAR"),
    "bersarang-dalam.xlsx": (bersarang_dalam, "BERKAS_TERLALU_BESAR"),
    "atribut-raksasa.xlsx": (atribut_raksasa, "BERKAS_TERLALU_BESAR"),
    "banyak-bagian.xlsx": (banyak_bagian, "BERKAS_TERLALU_BESAR"),
    "sejuta-baris-kosong.xlsx": (sejuta_baris_kosong, ""),
}


def tulis_berbahaya(map_: Path) -> list[Path]:
    """Write the small ones; the same bytes every time."""
    map_.mkdir(parents=True, exist_ok=True)
    hasil = []
    for nama, (tulis, _) in KECIL.items():
        tulis(map_ / nama)
        hasil.append(map_ / nama)
    return hasil
