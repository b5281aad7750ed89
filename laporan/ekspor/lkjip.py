"""Chapter III of a LKjIP as a Word file that stays editable, and its tables as a workbook."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import xlsxwriter

from cascading.bagian_laporan import KANAN, TENGAH, BagianDokumen, BarisTabel, TabelDokumen
from cascading.lkjip import banyak_tabel
from iku.aturan.teks_bab import NOMOR, PARAGRAF, baca_blok
from laporan.ekspor.cascading_xlsx import PILIHAN, waktu_buku
from laporan.ekspor.docx_dasar import DESIMAL, TITIK, Penulis
from laporan.ekspor.docx_tabel import SelWord
from laporan.jenis_cetak import Kemajuan
from laporan.pdf.lkjip import tulis_sel
from laporan.pdf.naskah_lkjip import BAB, KEPALA, NaskahLkjip, judul_bagian

LANSKAP = (297.0, 210.0)
TEPI = (20.0, 20.0, 18.0, 20.0)
RUANG = LANSKAP[0] - TEPI[1] - TEPI[3]
RATA = {KANAN: "right", TENGAH: "center"}
TERSEMPIT = 11.0
LEBAR_SEL = 140
"""Characters across a sheet of the workbook."""


def cetak_docx(naskah: NaskahLkjip, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """The file."""
    w = Penulis(judul=" ".join(naskah.judul), penulis=naskah.penulis)
    bagian = w.bagian(*LANSKAP, tepi=TEPI)
    konsep = "KONSEP · " if naskah.konsep else ""
    w.kaki(bagian, f"{konsep}{naskah.kaki}")
    w.kepala(bagian, "KONSEP" if naskah.konsep else "")
    for teks in naskah.judul:
        w.paragraf(teks.upper(), rata="center", tebal=True)
    w.judul(BAB, 1)
    lalu = ""
    for nomor, b in banyak_tabel(naskah.bagian):
        if (huruf := b.nomor[0]) != lalu:
            w.judul(KEPALA[huruf], 2)
            lalu = huruf
        _bagian(w, b, nomor)
    return w.bytes()


def _bagian(w: Penulis, b: BagianDokumen, nomor: int) -> None:
    if judul := judul_bagian(b):
        w.judul(judul, 3)
    for satu in baca_blok(b.uraian):
        if satu.jenis == PARAGRAF:
            w.paragraf(satu.isi[0])
        else:
            w.daftar(satu.isi, DESIMAL if satu.jenis == NOMOR else TITIK)
    for kalimat in b.kalimat:
        w.paragraf(kalimat)
    if b.tabel is None:
        return
    w.paragraf(f"Tabel 3.{nomor} {b.tabel.judul}", rata="center", tebal=True, ikut=True)
    _tabel(w, b.tabel)
    if b.tabel.catatan:
        w.paragraf(b.tabel.catatan, rata="left", ukuran=8)


def _tabel(w: Penulis, t: TabelDokumen) -> None:
    lebar = _lebar(t)
    kepala = [SelWord(k.judul, kepala=True) for k in t.kolom]
    nomor = [SelWord(f"({n})", kepala=True) for n in range(1, len(t.kolom) + 1)]
    w.tabel([kepala, nomor, *(_baris_word(b, t) for b in t.baris)], lebar, kepala=2, ukuran=8)


def _lebar(t: TabelDokumen) -> list[float]:
    """Millimetres; no column narrower than a number of two digits needs."""
    jumlah = sum(k.lebar for k in t.kolom)
    lebar = [max(TERSEMPIT, RUANG * k.lebar / jumlah) for k in t.kolom]
    return [RUANG * w / sum(lebar) for w in lebar]


def _baris_word(b: BarisTabel, t: TabelDokumen) -> list[SelWord]:
    if b.kelompok:
        return [SelWord(str(b.sel[0]), lebar=len(t.kolom), tebal=True)]
    return [
        SelWord(tulis_sel(s), rata=RATA.get(k.rata, "left"), kepala=b.jumlah)
        for k, s in zip(t.kolom, b.sel, strict=True)
    ]


def cetak_xlsx(naskah: NaskahLkjip, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """A sheet per table; the same naskah gives the same bytes."""
    keluar = BytesIO()
    buku = xlsxwriter.Workbook(keluar, PILIHAN)
    saat = waktu_buku(naskah.diubah)
    buku.set_properties({"title": " ".join(naskah.judul), "created": saat})
    gaya = _gaya(buku)
    for nomor, b in banyak_tabel(naskah.bagian):
        if b.tabel is not None:
            _lembar(buku, gaya, naskah, b, b.tabel, nomor)
    buku.close()
    return keluar.getvalue()


def _gaya(buku: Any) -> dict[str, Any]:
    sel = {"font_name": "Arial", "font_size": 9, "valign": "top", "text_wrap": True, "border": 1}
    tebal = sel | {"bold": True, "bg_color": "#DBE5F1"}
    return {
        "judul": buku.add_format({"font_name": "Arial", "bold": True, "font_size": 12}),
        "polos": buku.add_format({"font_name": "Arial", "font_size": 9}),
        "kepala": buku.add_format(tebal | {"align": "center", "valign": "vcenter"}),
        "kelompok": buku.add_format(sel | {"bold": True, "bg_color": "#F3F4F6"}),
        "kiri": buku.add_format(sel),
        TENGAH: buku.add_format(sel | {"align": "center"}),
        KANAN: buku.add_format(sel | {"align": "right", "num_format": "#,##0"}),
        "jumlah": buku.add_format(tebal | {"num_format": "#,##0"}),
    }


def _lembar(
    buku: Any, gaya: dict[str, Any], n: NaskahLkjip, b: BagianDokumen, t: TabelDokumen, nomor: int
) -> None:
    lembar = buku.add_worksheet(f"Tabel 3.{nomor}")
    lembar.set_landscape()
    lembar.set_paper(9)
    lembar.fit_to_pages(1, 0)
    konsep = f"KONSEP · status {n.status}" if n.konsep else ""
    atas = [" ".join(n.judul), f"{b.nomor} {b.judul}", f"Tabel 3.{nomor} {t.judul}", konsep]
    for r, teks in enumerate(x for x in atas if x):
        lembar.write_string(r, 0, teks, gaya["judul"])
    awal = len([x for x in atas if x]) + 1
    jumlah = sum(k.lebar for k in t.kolom)
    for c, k in enumerate(t.kolom):
        lembar.set_column(c, c, max(5, round(LEBAR_SEL * k.lebar / jumlah, 1)))
        lembar.write_string(awal, c, k.judul, gaya["kepala"])
        lembar.write_string(awal + 1, c, f"({c + 1})", gaya["kepala"])
    for r, baris in enumerate(t.baris, start=awal + 2):
        _baris_buku(lembar, gaya, r, baris, t)
    if t.catatan:
        lembar.write_string(awal + 2 + len(t.baris), 0, t.catatan, gaya["polos"])
    lembar.repeat_rows(awal, awal + 1)
    lembar.freeze_panes(awal + 2, 0)


def _baris_buku(lembar: Any, gaya: dict[str, Any], r: int, b: BarisTabel, t: TabelDokumen) -> None:
    if b.kelompok:
        lembar.merge_range(r, 0, r, len(t.kolom) - 1, str(b.sel[0]), gaya["kelompok"])
        return
    for c, (k, isi) in enumerate(zip(t.kolom, b.sel, strict=True)):
        rupa = gaya["jumlah"] if b.jumlah else gaya[k.rata]
        tulis = lembar.write_number if isinstance(isi, int) else lembar.write_string
        tulis(r, c, isi, rupa)
