"""Workbooks written part by part, for samples that no library would write."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

Isi = str | bytes | Iterable[bytes]
NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
NS_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS_P = "http://schemas.openxmlformats.org/package/2006"
JENIS_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
WAKTU = (2025, 1, 1, 0, 0, 0)


def bagian_xlsx(
    lembar: Mapping[str, Isi], *, jenis: str = JENIS_XLSX, dtd: str = ""
) -> dict[str, Any]:
    """The parts of a workbook with these sheets (name -> XML of the sheet)."""
    nomor = range(1, len(lembar) + 1)
    sheets = "".join(
        f'<sheet name="{nama}" sheetId="{n}" r:id="r{n}"/>'
        for n, nama in zip(nomor, lembar, strict=True)
    )
    semua = "".join(rujukan(f"r{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in nomor)
    return {
        "[Content_Types].xml": f'<Types xmlns="{NS_P}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{jenis}"/></Types>',
        "_rels/.rels": daftar_rujukan(rujukan("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{dtd}<workbook xmlns="{NS}" xmlns:r="{NS_R}">'
        f"<sheets>{sheets}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": daftar_rujukan(semua),
        **{
            f"xl/worksheets/sheet{n}.xml": isi
            for n, isi in zip(nomor, lembar.values(), strict=True)
        },
    }


def daftar_rujukan(isi: str) -> str:
    return f'<Relationships xmlns="{NS_P}/relationships">{isi}</Relationships>'


def rujukan(nomor: str, jenis: str, tujuan: str) -> str:
    return f'<Relationship Id="{nomor}" Type="{NS_R}/{jenis}" Target="{tujuan}"/>'


def tulis_zip(jalur: Path, bagian: Mapping[str, Isi]) -> None:
    with zipfile.ZipFile(jalur, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi in bagian.items():
            info = zipfile.ZipInfo(nama, WAKTU)
            info.compress_type = zipfile.ZIP_DEFLATED
            with arsip.open(info, "w") as keluar:
                for satu in _potongan(isi):
                    keluar.write(satu)


def _potongan(isi: Isi) -> Iterable[bytes]:
    if isinstance(isi, str):
        return [isi.encode()]
    return [isi] if isinstance(isi, bytes) else isi


def lembar_xml(baris: str, *, sesudah: str = "", sebelum: str = "", dtd: str = "") -> str:
    """A sheet: what stands inside sheetData, before it and after it."""
    return (
        f'{dtd}<worksheet xmlns="{NS}" xmlns:r="{NS_R}">{sebelum}<sheetData>{baris}</sheetData>'
        f"{sesudah}</worksheet>"
    )
