"""The round-trip workbook: a document to be edited in a spreadsheet and imported again.

Every cell is text, so that what was typed stays as typed and nothing runs as a formula. A hidden
row over the heads marks the columns; a hidden sheet keeps each row as it was given out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from math import ceil
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kinerja.impor.buku_kerja.bentuk import (
    ANGGARAN,
    ASAL,
    ID,
    INDIKATOR,
    ISIAN,
    NAMA_LEMBAR,
    PENANDA,
    PETUNJUK,
    POHON,
    REFERENSI,
    TERSEMBUNYI,
    TETAP,
    Kolom,
    susunan_kolom,
    tanda,
)
from kinerja.impor.buku_kerja.ikatan import TABEL, Ikatan
from kinerja.impor.buku_kerja.isi import IsiBuku, susun_isi
from kinerja.impor.buku_kerja.kata import PILIHAN, SATUAN, daftar_jenjang
from kinerja.impor.potret import Potret, potret
from kinerja.models import Pohon
from laporan.ekspor.petunjuk_buku import NAMA_DAFTAR, baris_petunjuk

BARIS_TANDA, BARIS_JUDUL, BARIS_AWAL = 0, 1, 2
BARIS_KOSONG = 500
"""Rows below the last one that the lists of choices reach to."""
PILIHAN_BUKU = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
BOLEH = dict.fromkeys(
    ("format_cells", "format_columns", "format_rows", "insert_rows", "delete_rows", "sort",
     "autofilter"), True,
)  # fmt: skip
HURUF_SELEBAR = 1.2
"""Letters of this type per unit of column width."""
AWALAN_RUMUS = ("=", "+", "-", "@")
KOLOM_BEKU = {POHON: 6, INDIKATOR: 4, "target": 4, ANGGARAN: 4}
"""Columns that stay in view: the hidden keys, the ID and what it belongs to."""


@dataclass(frozen=True)
class Gaya:
    """Cell formats. ``rumus`` is for texts that a spreadsheet would take for a formula."""

    kepala: Format
    tanda: Format
    isian: Format
    rumus: Format
    kunci: Format
    keterangan: Format
    judul: Format
    paragraf: Format

    @classmethod
    def buat(cls, buku: xlsxwriter.Workbook) -> Gaya:
        dasar = {"font_name": "Arial", "font_size": 9, "valign": "top", "num_format": "@"}
        isian = dasar | {"text_wrap": True, "locked": False}
        teks = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True}
        return cls(
            kepala=buku.add_format(dasar | {"bold": True, "bg_color": "#DBE5F1", "border": 1,
                                            "text_wrap": True, "valign": "vcenter"}),
            tanda=buku.add_format(dasar | {"color": "#9CA3AF"}),
            isian=buku.add_format(isian),
            rumus=buku.add_format(isian | {"quote_prefix": True}),
            kunci=buku.add_format(dasar | {"bg_color": "#F3F4F6", "bold": True}),
            keterangan=buku.add_format(dasar | {"bg_color": "#F3F4F6", "color": "#4B5563",
                                                "text_wrap": True}),
            judul=buku.add_format({"font_name": "Arial", "font_size": 12, "bold": True}),
            paragraf=buku.add_format(teks),
        )  # fmt: skip


def buku_kerja(pohon: Pohon) -> bytes:
    """The workbook of a document as it stands; of an empty one, a form to fill in."""
    return tulis_buku(pohon, potret(pohon))


def tulis_buku(pohon: Pohon, isi: Potret) -> bytes:
    """The same from a state that has been read. The same state gives the same bytes."""
    keluar = BytesIO()
    with xlsxwriter.Workbook(keluar, PILIHAN_BUKU) as buku:
        buku.set_properties(
            {
                "title": f"Buku kerja {pohon}",
                "author": str(pohon.perangkat_daerah),
                "created": pohon.diubah_pada.astimezone(UTC).replace(tzinfo=None),
                "comments": f"Status {pohon.get_status_display()}.",
            }
        )
        _Penulis(buku, pohon, isi).tulis()
    return keluar.getvalue()


class _Penulis:
    """Writes the sheets in the order a planner needs them."""

    def __init__(self, buku: xlsxwriter.Workbook, pohon: Pohon, potret_: Potret):
        self.buku, self.pohon, self.potret = buku, pohon, potret_
        self.gaya = Gaya.buat(buku)
        periode = pohon.periode
        self.isi: IsiBuku = susun_isi(
            potret_, tahun=periode.daftar_tahun(), baseline=periode.tahun_baseline
        )
        self.daftar = self._daftar()

    def tulis(self) -> None:
        for lembar in NAMA_LEMBAR:
            self._lembar(lembar)
        self._petunjuk()
        self._referensi()
        self._asal()

    def _kolom(self, lembar: str) -> list[Kolom]:
        return susunan_kolom(lembar, self.isi.baseline, self.isi.tahun)

    def _lembar(self, lembar: str) -> None:
        ws = self.buku.add_worksheet(NAMA_LEMBAR[lembar])
        kolom, baris = self._kolom(lembar), self.isi.lembar[lembar]
        ws.set_row(BARIS_TANDA, None, self.gaya.tanda, {"hidden": True})
        ws.set_row(BARIS_JUDUL, 30)
        for c, k in enumerate(kolom):
            self._kepala(ws, c, k, lembar)
            self._validasi(ws, c, k, BARIS_AWAL + len(baris) + BARIS_KOSONG)
        for r, (kunci, isi) in enumerate(baris.items(), start=BARIS_AWAL):
            self._baris(ws, r, kolom, isi | {"uid": kunci})
        ws.freeze_panes(BARIS_AWAL, KOLOM_BEKU[lembar])
        ws.autofilter(BARIS_JUDUL, 0, BARIS_JUDUL + max(len(baris), 1), len(kolom) - 1)
        ws.protect("", BOLEH)
        ws.set_landscape()
        ws.set_paper(9)
        ws.fit_to_pages(1, 0)
        ws.repeat_rows(BARIS_JUDUL)

    def _kepala(self, ws: Worksheet, c: int, k: Kolom, lembar: str) -> None:
        gaya = {ISIAN: self.gaya.isian, ID: self.gaya.isian, TETAP: self.gaya.keterangan}
        ws.set_column(
            c, c, k.lebar, gaya.get(k.sifat, self.gaya.kunci), {"hidden": k.sifat == TERSEMBUNYI}
        )
        ws.write_string(BARIS_TANDA, c, tanda(lembar, k.kunci), self.gaya.tanda)
        ws.write_string(BARIS_JUDUL, c, k.judul, self.gaya.kepala)
        if k.catatan:
            ws.write_comment(BARIS_JUDUL, c, k.catatan, {"author": "Pohon Kinerja"})

    def _baris(self, ws: Worksheet, r: int, kolom: Sequence[Kolom], isi: Mapping[str, str]) -> None:
        """Texts only. Keys and IDs that were given out are locked, the rest may be written over."""
        ws.set_row(r, _tinggi(kolom, isi))
        for c, k in enumerate(kolom):
            teks = isi.get(k.kunci, "")
            if k.sifat != ISIAN:
                gaya = self.gaya.keterangan if k.sifat == TETAP else self.gaya.kunci
                ws.write_string(r, c, teks, gaya)
            elif teks:
                berumus = teks.startswith(AWALAN_RUMUS)
                ws.write_string(r, c, teks, self.gaya.rumus if berumus else self.gaya.isian)
            else:
                ws.write_blank(r, c, None, self.gaya.isian)

    def _validasi(self, ws: Worksheet, c: int, k: Kolom, akhir: int) -> None:
        if not k.pilihan:
            return
        if k.pilihan in NAMA_LEMBAR:
            letak = next(i for i, x in enumerate(self._kolom(k.pilihan)) if x.sifat == ID)
            banyak = BARIS_AWAL + len(self.isi.lembar[k.pilihan]) + BARIS_KOSONG
            sumber = _rentang(NAMA_LEMBAR[k.pilihan], letak, BARIS_AWAL, banyak)
        else:
            letak = list(self.daftar).index(k.pilihan)
            sumber = _rentang(REFERENSI, letak, 1, max(len(self.daftar[k.pilihan]), 1))
        ws.data_validation(
            BARIS_AWAL, c, akhir, c,
            {
                "validate": "list", "source": sumber, "show_error": not k.bebas,
                "error_title": k.judul, "error_message": "Pilih dari daftar.",
            },
        )  # fmt: skip

    def _daftar(self) -> dict[str, list[str]]:
        """The lists of Referensi, one column each."""
        lembar = self.isi.lembar
        satuan = {i["satuan"] for i in lembar[INDIKATOR].values() if i.get("satuan")}
        dana = {i["sumber_dana"] for i in lembar[ANGGARAN].values() if i.get("sumber_dana")}
        unit = {i["unit"] for i in lembar[POHON].values() if i.get("unit")}
        dikenal = {n for pk, n in self.potret.nama_unit.items() if pk in self.potret.unit.values()}
        ikatan = Ikatan(self.potret)
        daftar = {nama: list(kata.values()) for nama, kata in PILIHAN.items()}
        return daftar | {
            "jenjang": daftar_jenjang(self.pohon.jenis),
            "unit": sorted(unit | dikenal),
            "satuan": sorted(satuan | set(SATUAN)),
            "sumber_dana": sorted(dana),
            **{tabel: ikatan.daftar(tabel) for tabel in dict.fromkeys(TABEL.values())},
        }

    def _petunjuk(self) -> None:
        ws = self.buku.add_worksheet(PETUNJUK)
        ws.set_column(0, 0, 110, self.gaya.paragraf)
        ws.hide_gridlines(2)
        baris = baris_petunjuk(self.pohon, self.potret, self.isi.tahun)
        for r, (teks, judul) in enumerate(baris):
            ws.write_string(r, 0, teks, self.gaya.judul if judul else self.gaya.paragraf)
        ws.protect("", BOLEH)

    def _referensi(self) -> None:
        ws = self.buku.add_worksheet(REFERENSI)
        for c, (nama, isi) in enumerate(self.daftar.items()):
            ws.set_column(c, c, 26)
            ws.write_string(0, c, NAMA_DAFTAR[nama], self.gaya.kepala)
            for r, teks in enumerate(isi, start=1):
                ws.write_string(r, c, teks, self.gaya.keterangan)
        ws.freeze_panes(1, 0)
        ws.protect("", BOLEH)

    def _asal(self) -> None:
        """Every row as it is given out: what comes back is compared with it."""
        ws = self.buku.add_worksheet(ASAL)
        self._deret(ws, 0, [f"{PENANDA}.{ASAL}", self.potret.akar, str(self.potret.versi),
                            self.pohon.jenis, str(self.pohon)])  # fmt: skip
        r = 1
        for lembar in NAMA_LEMBAR:
            kolom = [k.kunci for k in self._kolom(lembar) if k.sifat != TETAP]
            self._deret(ws, r, ["kolom", lembar, *kolom])
            for kunci, isi in self.isi.lembar[lembar].items():
                r += 1
                baris = isi | {"uid": kunci}
                self._deret(ws, r, ["baris", lembar, *(baris.get(k, "") for k in kolom)])
            r += 1
        ws.protect("", {})
        ws.very_hidden()

    def _deret(self, ws: Worksheet, r: int, isi: Sequence[str]) -> None:
        for c, teks in enumerate(isi):
            if teks:
                ws.write_string(r, c, teks, self.gaya.tanda)


def _tinggi(kolom: Sequence[Kolom], isi: Mapping[str, str]) -> float:
    """Height in points for the longest wrapped text: not every program fits rows by itself."""
    panjang = ((k.lebar * HURUF_SELEBAR, isi.get(k.kunci, "")) for k in kolom if k.panjang)
    baris = max(
        (sum(ceil(max(len(b), 1) / muat) for b in teks.split("\n")) for muat, teks in panjang),
        default=1,
    )
    return min(max(15.0, baris * 12.0 + 3), 400.0)


def _rentang(lembar: str, c: int, awal: int, akhir: int) -> str:
    huruf = xlsxwriter.utility.xl_col_to_name(c, col_abs=True)
    return f"='{lembar}'!{huruf}${awal + 1}:{huruf}${akhir + 1}"


def nama_berkas(pohon: Pohon, pada: datetime) -> str:
    """The name a download gets: kind, agency, day."""
    bagian: list[Any] = ["buku-kerja", pohon.jenis, pohon.perangkat_daerah.kode, pohon.judul]
    teks = "-".join(str(b) for b in bagian if b).lower()
    aman = "".join(h if h.isascii() and h.isalnum() else "-" for h in teks)
    return f"{'-'.join(filter(None, aman.split('-')))}-{pada:%Y%m%d}.xlsx"
