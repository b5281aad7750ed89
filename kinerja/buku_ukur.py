"""The grid of a quarter as a workbook that comes back: what is typed, and hidden what it was."""

from __future__ import annotations

import io
from dataclasses import dataclass

import xlsxwriter

from kinerja.aturan.pengukuran import sebut
from kinerja.lembar_ukur import LembarUkur
from kinerja.models import Pohon
from kinerja.models.rencana_ukur import NILAI, SEMENTARA, TAHUN_DATA, isi_baris, teks_sel
from kinerja.sel_ukur import KotakUkur, SelNilai

TANDA = "pengukuran-triwulan"
"""First cell of the sheet: this workbook is ours."""
ISIAN, ASAL = "Isian", "asal"
AWAL = 3
"""Rows above the data: the hidden mark, the title, the head."""
KEPALA = (
    *("kunci", "Jenjang", "Kode", "Kotak atau indikator", "Satuan", "Target triwulan"),
    *("Target setahun", "Realisasi", "Hambatan", "Faktor pendukung", "Solusi", "Tindak lanjut"),
    *("Tahun data", "Angka sementara (ya)", "Capaian"),
)
LEBAR = (10, 13, 20, 60, 14, 15, 18, 18, 34, 34, 34, 34, 11, 14, 14)
MEDAN = {
    7: NILAI, 8: "hambatan", 9: "faktor_pendukung", 10: "solusi", 11: "tindak_lanjut",
    12: TAHUN_DATA, 13: SEMENTARA,
}  # fmt: skip
"""Columns that are typed into, by the field they fill."""


@dataclass(frozen=True)
class BarisBuku:
    """``teks`` is a row of the sheet, ``buka`` the columns that may be typed into."""

    teks: tuple[str, ...]
    buka: frozenset[int]


def baris_buku(kotak: KotakUkur) -> list[BarisBuku]:
    """A box is a row of its indicators, then one of its money."""
    s = kotak.simpul
    kepala = (s.get_jenjang_display(), s.kode)
    hasil = [_baris_nilai(n, kepala) for n in kotak.nilai]
    if (u := kotak.uang) is not None:
        pagu = "" if u.pagu is None else str(u.pagu)
        isi = (u.medan, *kepala, f"Anggaran: {s.sebutan}", "Rp", "", pagu, u.kini)
        hasil.append(BarisBuku((*isi, *[""] * (len(KEPALA) - len(isi))), frozenset({7})))
    return hasil


def _baris_nilai(n: SelNilai, kepala: tuple[str, str]) -> BarisBuku:
    kolom = isi_baris(n.ini) if n.ini else {"mentah": "", SEMENTARA: False}
    typed = tuple(teks_sel(kolom, MEDAN[k]) for k in sorted(MEDAN))
    buka = frozenset(MEDAN)
    if not n.jatuh_tempo:
        typed, buka = (n.frekuensi, *typed[1:]), frozenset()
    elif n.dihitung:
        buka = buka - {7}
    awal = (n.medan, *kepala, n.indikator.teks, n.indikator.satuan, n.target, n.setahun)
    return BarisBuku((*awal, *typed, n.capaian), buka)


def buku_ukur(pohon: Pohon, lembar: LembarUkur) -> bytes:
    """The bytes of the workbook; ``lembar`` holds all boxes of the document."""
    keluar = io.BytesIO()
    sebagai_teks = ("strings_to_formulas", "strings_to_numbers", "strings_to_urls")
    buku = xlsxwriter.Workbook(keluar, {"in_memory": True} | dict.fromkeys(sebagai_teks, False))
    isian, asal = buku.add_worksheet(ISIAN), buku.add_worksheet(ASAL)
    asal.very_hidden()
    biasa = buku.add_format({"text_wrap": True, "valign": "top", "border": 1, "num_format": "@"})
    buka = buku.add_format({"text_wrap": True, "valign": "top", "border": 1, "num_format": "@",
                            "bg_color": "#FFF9E5", "locked": False})  # fmt: skip
    tebal = buku.add_format({"bold": True, "text_wrap": True, "border": 1, "bg_color": "#E3ECFB"})
    for kolom, (kata, lebar) in enumerate(zip(KEPALA, LEBAR, strict=True)):
        isian.set_column(kolom, kolom, lebar, None, {"hidden": kolom == 0})
        isian.write_string(AWAL - 1, kolom, kata, tebal)
    tanda = (TANDA, str(pohon.pk), str(lembar.tahun), str(lembar.triwulan))
    for kolom, teks in enumerate(tanda):
        isian.write_string(0, kolom, teks)
    isian.set_row(0, None, None, {"hidden": True})
    judul = f"Pengukuran {sebut(lembar.tahun, lembar.triwulan)} · {pohon}"
    isian.write_string(1, 1, judul, buku.add_format({"bold": True, "font_size": 13}))
    semua = [b for k in lembar.kotak for b in baris_buku(k)]
    for nomor, baris in enumerate(semua, start=AWAL):
        for kolom, teks in enumerate(baris.teks):
            isian.write_string(nomor, kolom, teks, buka if kolom in baris.buka else biasa)
            asal.write_string(nomor, kolom, teks)
    isian.freeze_panes(AWAL, 4)
    isian.set_landscape()
    isian.repeat_rows(AWAL - 1)
    isian.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})
    buku.close()
    return keluar.getvalue()
