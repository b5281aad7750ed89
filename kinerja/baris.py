"""The rows of the tree as HTML strings: the one place where HTML and its words stand in Python.

A template loop over 3,000 rows costs about thirty times as much (measured). Page, fragment and
PATCH reply use these functions; class names are those of static/css/pohon.css.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from django.utils.safestring import SafeString, mark_safe

from kinerja.aturan.angka import format_angka
from kinerja.aturan.isi import IsiIndikator, IsiPagu, IsiSimpul
from kinerja.aturan.jenjang import jenjang_pagu
from kinerja.aturan.nomenklatur import BERKODE
from kinerja.aturan.pemeriksaan import WAJIB_INDIKATOR
from kinerja.kaitan import Tanda
from kinerja.pilihan import Jenjang

BARIS_PER_KELOMPOK = 40
"""Rows in one <tbody>: content-visibility works per group (per row it makes scrolling worse)."""

BERKLAIM = frozenset({Jenjang.TUJUAN, Jenjang.SASARAN, Jenjang.PROGRAM, Jenjang.KEGIATAN})


@dataclass(frozen=True)
class Kolom:
    """What all rows of a table share. ``alamat`` is the detail address with ``{id}`` in it;
    ``disusun`` are the boxes that the reader may edit, ``tanda`` the marks of a box by its uid;
    ``berperan``: a table of conditions, whose last column is their role.
    """

    tahun: int
    daftar_tahun: tuple[int, ...]
    alamat: str
    nama_jenjang: Mapping[str, str]
    peringkat: Mapping[str, int] = field(default_factory=dict)
    disusun: Container[int] = frozenset()
    tanda: Mapping[str, tuple[Tanda, ...]] = field(default_factory=dict)
    berperan: bool = False

    def tingkat_buka(self, simpul: IsiSimpul) -> int:
        """The step at which "open to level" shows this row; conditions count their depth."""
        return self.peringkat.get(simpul.jenjang, simpul.tingkat)


def render_kelompok(
    daftar: Sequence[IsiSimpul], kolom: Kolom, temuan: Mapping[str, Iterable[str]]
) -> list[SafeString]:
    """All rows, grouped in <tbody> of about forty. ``temuan`` maps a uid to its finding codes."""
    return kelompokkan(
        (render_simpul(simpul, kolom, temuan.get(simpul.uid, ())), max(1, len(simpul.indikator)))
        for simpul in daftar
    )


def kelompokkan(daftar: Iterable[tuple[str, int]]) -> list[SafeString]:
    """Drawn boxes, each with its number of rows, in <tbody> of about forty."""
    hasil: list[SafeString] = []
    kelompok: list[str] = []
    banyak = 0
    for html, baris in daftar:
        kelompok.append(html)
        banyak += baris
        if banyak >= BARIS_PER_KELOMPOK:
            hasil.append(_tbody(kelompok, banyak))
            kelompok, banyak = [], 0
    if kelompok:
        hasil.append(_tbody(kelompok, banyak))
    return hasil


def render_simpul(simpul: IsiSimpul, kolom: Kolom, temuan: Iterable[str] = ()) -> SafeString:
    """One box: its row and a further row for each further indicator."""
    banyak = len(simpul.indikator)
    utama = simpul.indikator[0] if banyak else None
    baris = (
        f"{_tr(simpul, kolom, temuan)}{_kode(simpul, kolom)}{_uraian(simpul, kolom)}"
        f"{_indikator(simpul, utama)}{_target(simpul, utama, kolom)}{_akhir(simpul, kolom)}</tr>"
    )
    for urutan, lagi in enumerate(simpul.indikator[1:], start=2):
        baris += _lanjutan(simpul, kolom, lagi, f"Indikator {urutan} dari {banyak}")
    return mark_safe(baris)  # noqa: S308  every text went through escape()


def render_kepala(kolom: Kolom) -> SafeString:
    """The head row: Kode, Uraian, Indikator, Satuan, one column per year, Pagu."""
    tahun = "".join(
        f'<th role="columnheader" class="n{" ini" if t == kolom.tahun else ""}">'
        f"{'<small>Target</small>' if i == 0 else ''}{t}</th>"
        for i, t in enumerate(kolom.daftar_tahun)
    )
    return mark_safe(  # noqa: S308  numbers and fixed words only
        '<tr role="row"><th role="columnheader" class="kode">Kode</th>'
        '<th role="columnheader" class="uraian">Uraian</th>'
        '<th role="columnheader" class="ind">Indikator</th>'
        f'<th role="columnheader" class="sat">Satuan</th>{tahun}{_kepala_akhir(kolom)}</tr>'
    )


def _kepala_akhir(kolom: Kolom) -> str:
    if kolom.berperan:
        return '<th role="columnheader" class="peran">Peran</th>'
    return f'<th role="columnheader" class="n pagu ini"><small>Pagu (Rp)</small>{kolom.tahun}</th>'


def _tbody(kelompok: list[str], banyak: int) -> SafeString:
    ukuran = min(4, (banyak + 9) // 10)
    isi = "\n".join(kelompok)
    return mark_safe(f'<tbody role="rowgroup" class="g{ukuran}">{isi}</tbody>')  # noqa: S308


def _kelas(simpul: IsiSimpul) -> str:
    return f"lvl-{min(simpul.tingkat, 8)} j-{simpul.jenjang.lower()}"


def _tr(simpul: IsiSimpul, kolom: Kolom, temuan: Iterable[str]) -> str:
    kode = " ".join(temuan)
    buka = ' aria-expanded="true"' if simpul.jumlah_anak else ""
    tanda = f' data-t="{kode}"' if kode else ""
    milik = _milik(simpul, simpul.indikator[0] if simpul.indikator else None, kolom)
    return (
        f'<tr role="row" id="s{simpul.id}" class="{_kelas(simpul)}" aria-level="{simpul.tingkat}"'
        f' data-j="{kolom.tingkat_buka(simpul)}"{buka}{tanda}{milik}>'
    )


def _milik(simpul: IsiSimpul, indikator: IsiIndikator | None, kolom: Kolom) -> str:
    """Whose cells these are, for the editor; without it a row is only read."""
    return f' data-i="{indikator.id if indikator else ""}"' if simpul.id in kolom.disusun else ""


def _kode(simpul: IsiSimpul, kolom: Kolom) -> str:
    """The code, else the printed number; the editor also needs to know what it doesn't see.

    On levels of the nomenklatur an empty cell takes a kode, elsewhere a nomor.
    """
    sunting = ""
    if simpul.id in kolom.disusun and not simpul.kode and simpul.jenjang not in BERKODE:
        sunting = ' data-f="nomor"'
    elif simpul.id in kolom.disusun and simpul.nomor:
        sunting = f' data-nomor="{escape(simpul.nomor)}"'
    teks = escape(simpul.kode or simpul.nomor)
    return f'<td role="gridcell" class="kode"{sunting}>{teks}</td>'


def _uraian(simpul: IsiSimpul, kolom: Kolom) -> str:
    jenjang = simpul.jenjang
    alamat = kolom.alamat.replace("{id}", str(simpul.id))
    dua = simpul.nama and simpul.kinerja
    kinerja = f'<span class="ur">{escape(simpul.kinerja)}</span>' if dua else ""
    kondisi = jenjang == Jenjang.KONDISI
    siapa = simpul.pelaksana if kondisi else simpul.unit
    unit = f' <span class="lanjut">· {escape(siapa)}</span>' if siapa else ""
    sunting = ' data-f="kinerja"' if simpul.id in kolom.disusun and not simpul.nama else ""
    return (
        f'<td role="rowheader" class="uraian"{sunting}><span class="sendi"></span>'
        '<div class="teks">'
        f'<span class="cip cip--{jenjang.lower()}">{escape(kolom.nama_jenjang[simpul.golongan])}'
        "</span>"
        f'<a class="nm" href="{escape(alamat)}">{escape(simpul.sebutan)}</a>'
        f"{unit}{_tanda(simpul, kolom)}{kinerja}</div></td>"
    )


def _tanda(simpul: IsiSimpul, kolom: Kolom) -> str:
    return "".join(
        f' <a class="lencana lencana--{escape(t.kelas)} tanda" href="{escape(t.alamat)}">'
        f"{escape(t.kata)}</a>"
        for t in kolom.tanda.get(simpul.uid, ())
    )


def _indikator(simpul: IsiSimpul, indikator: IsiIndikator | None) -> str:
    if indikator is None:
        if simpul.jenjang not in WAJIB_INDIKATOR:
            return '<td role="gridcell" class="ind"></td><td role="gridcell" class="sat"></td>'
        return (
            '<td role="gridcell" class="ind kurang"><i>belum ada indikator</i></td>'
            '<td role="gridcell" class="sat"></td>'
        )
    return (
        f'<td role="gridcell" class="ind"><span class="indt">{escape(indikator.teks)}</span></td>'
        f'<td role="gridcell" class="sat">{escape(indikator.satuan)}</td>'
    )


def _target(simpul: IsiSimpul, indikator: IsiIndikator | None, kolom: Kolom) -> str:
    sel = []
    for tahun in kolom.daftar_tahun:
        ini = " ini" if tahun == kolom.tahun else ""
        teks = escape(indikator.target.get(tahun, "")) if indikator else ""
        if ini and indikator and not teks:
            ini, teks = " ini kurang", _ajakan(simpul, kolom)
        mentah = _mentah(simpul, indikator.tertulis.get(tahun) if indikator else None, kolom)
        sel.append(f'<td role="gridcell" class="n{ini}" data-l="{tahun}"{mentah}>{teks}</td>')
    return "".join(sel)


def _akhir(simpul: IsiSimpul, kolom: Kolom) -> str:
    """Money; of a condition, which holds none, its role."""
    if simpul.jenjang != Jenjang.KONDISI:
        return _pagu(simpul, kolom)
    peran = escape(kolom.nama_jenjang[simpul.peran]) if simpul.peran else ""
    return f'<td role="gridcell" class="peran">{peran}</td>'


def _pagu(simpul: IsiSimpul, kolom: Kolom) -> str:
    """The sum on top; below it what differs or could not be read."""
    bagian = [f'<span class="v">{nilai}</span>'] if (nilai := _jumlah(simpul)) else []
    bagian += [_beda(f"{escape(p.mentah)} tidak terbaca") for p in simpul.pagu if p.nilai is None]
    bagian += _tertulis(simpul, simpul.klaim)
    if simpul.jumlah is not None and not simpul.pagu and simpul.jumlah.tak_terbaca:
        bagian.append(_beda(f"{simpul.jumlah.tak_terbaca} tidak terbaca"))
    kurang = ""
    if not bagian and simpul.jenjang == jenjang_pagu(kolom.tahun):
        kurang = " kurang"
        bagian = [_ajakan(simpul, kolom)]
    sunting = _sunting_uang(simpul, kolom) if simpul.id in kolom.disusun else ""
    return f'<td role="gridcell" class="n pagu{kurang}"{sunting}>{"".join(bagian)}</td>'


def _sunting_uang(simpul: IsiSimpul, kolom: Kolom) -> str:
    """Which amount the editor changes here, and its text as typed (the cell shows the sum)."""
    if simpul.jenjang != jenjang_pagu(kolom.tahun):
        klaim = _mentah(simpul, simpul.klaim.mentah if simpul.klaim else None, kolom)
        return f' data-f="klaim"{klaim}' if simpul.jenjang in BERKLAIM else ""
    if len(simpul.pagu) > 1:
        dana = json.dumps([[p.sumber_dana, p.mentah] for p in simpul.pagu], ensure_ascii=False)
        return f' data-f="dana" data-d="{escape(dana)}"'
    if not simpul.pagu:
        return ' data-f="pagu"'
    satu = simpul.pagu[0]
    dana = f' data-s="{escape(satu.sumber_dana)}"' if satu.sumber_dana else ""
    cetak = None if satu.nilai is None else format_angka(satu.nilai)
    mentah = satu.mentah if satu.mentah != cetak else None
    return f' data-f="pagu"{_mentah(simpul, mentah, kolom)}{dana}'


def _mentah(simpul: IsiSimpul, teks: str | None, kolom: Kolom) -> str:
    """The text as typed, where the cell prints another."""
    return f' data-m="{escape(teks)}"' if teks is not None and simpul.id in kolom.disusun else ""


def _jumlah(simpul: IsiSimpul) -> str:
    if simpul.jumlah is None or not simpul.ada_pagu:
        return ""
    if simpul.pagu and all(p.nilai is None for p in simpul.pagu):
        return ""
    return format_angka(simpul.jumlah.nilai)


def _tertulis(simpul: IsiSimpul, klaim: IsiPagu | None) -> list[str]:
    if klaim is None:
        return []
    if klaim.nilai is None:
        return [_beda(f"tertulis {escape(klaim.mentah)} tidak terbaca")]
    if simpul.jumlah is not None and simpul.jumlah.cocok is False:
        return [_beda(f"tertulis {format_angka(klaim.nilai)}")]
    return []


def _ajakan(simpul: IsiSimpul, kolom: Kolom) -> str:
    """In an empty cell: who may fill it is asked to, others read that it is empty."""
    return "<i>isi</i>" if simpul.id in kolom.disusun else "<i>kosong</i>"


def _beda(teks: str) -> str:
    return f'<span class="beda">{teks}</span>'


def _lanjutan(simpul: IsiSimpul, kolom: Kolom, indikator: IsiIndikator, teks: str) -> str:
    akhir = "peran" if simpul.jenjang == Jenjang.KONDISI else "n pagu"
    return (
        f'\n<tr role="row" class="lanjutan {_kelas(simpul)}" aria-level="{simpul.tingkat}"'
        f' data-j="{kolom.tingkat_buka(simpul)}"{_milik(simpul, indikator, kolom)}>'
        '<td role="gridcell" class="kode"></td>'
        '<td role="gridcell" class="uraian"><span class="sendi"></span>'
        f'<div class="teks lanjut">{teks}</div></td>{_indikator(simpul, indikator)}'
        f'{_target(simpul, indikator, kolom)}<td role="gridcell" class="{akhir}"></td></tr>'
    )
