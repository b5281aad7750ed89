"""What was left out of a reading, and why: hidden sheets, rows, columns; sheets without a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kinerja.aturan.temuan import Letak, Temuan, Tingkat
from kinerja.impor.buku import Lembar, alamat, huruf_kolom
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tajuk_batas import kosong


def lembar_tersembunyi(semua: Iterable[Lembar], dibaca: Sequence[Lembar]) -> list[Temuan]:
    """Hidden sheets with content that were not chosen."""
    pesan = "Lembar “{}” tersembunyi dan tidak dimuat. Pilih lembar itu bila perlu."
    return [
        _peringatan("LEMBAR_TERSEMBUNYI", pesan.format(x.nama), x.nama)
        for x in semua
        if x.tersembunyi and not any(x is y for y in dibaca) and not x.kosong
    ]


def temuan_lembar(lembar: Lembar, tabel: Sequence[Tabel], tingkat: Tingkat) -> list[Temuan]:
    """Why nothing can be read from a sheet."""
    if lembar.terlalu_luas is not None:
        return [replace(lembar.terlalu_luas, tingkat=tingkat)]
    if lembar.kosong:
        pesan = f"Lembar “{lembar.nama}” kosong."
        return [_temuan("LEMBAR_KOSONG", pesan, lembar.nama, tingkat)]
    for t in tabel:
        if t.lembar is lembar and not t.batas.data:
            pesan = "Judul tabel ditemukan, tetapi tidak ada baris data di bawahnya."
            return [_temuan("TANPA_BARIS_DATA", pesan, lembar.nama, tingkat, t.sel_judul)]
    pesan = (
        f"Tidak ditemukan judul tabel di lembar “{lembar.nama}”. Pastikan ada baris judul "
        "seperti No, Program/Kegiatan, Indikator, Target, Pagu dalam 40 baris pertama."
    )
    return [_temuan("TANPA_BARIS_DATA", pesan, lembar.nama, tingkat)]


def lembar_tersisih(
    lembar: Sequence[Lembar], tabel: Sequence[Tabel], dipilih: Sequence[Tabel]
) -> list[Temuan]:
    """Beside a good table: sheets too large, and heads without data. Empty ones pass in silence."""
    hasil = []
    for x in lembar:
        berisi = any(t.lembar is x and t.batas.data for t in tabel)
        berkepala = any(t.lembar is x for t in tabel)
        dibaca = any(x is t.lembar for t in dipilih)
        if not dibaca and not berisi and (x.terlalu_luas or berkepala):
            hasil += temuan_lembar(x, tabel, Tingkat.PERINGATAN)
    return hasil


def tersembunyi(t: Tabel) -> list[Temuan]:
    """Hidden columns and runs of hidden rows of the table that was read."""
    lembar = t.lembar
    temuan = []
    for k in t.tersembunyi:
        pesan = (
            f"Kolom {huruf_kolom(k.c)} (“{k.judul}”) tersembunyi dan tidak dimuat. "
            "Tampilkan kolomnya bila perlu."
        )
        sel = alamat(t.baris_judul[-1], k.c)
        temuan.append(_peringatan("KOLOM_TERSEMBUNYI", pesan, lembar.nama, sel))
    for awal, akhir in _rentang(r for r in t.batas.data if r in lembar.baris_tersembunyi):
        baris = f"Baris {awal + 1}" if awal == akhir else f"Baris {awal + 1}–{akhir + 1}"
        pesan = f"{baris} tersembunyi dan tidak dimuat. Tampilkan barisnya bila perlu."
        sel = alamat(awal, _kolom_pertama(t, awal))
        temuan.append(_peringatan("BARIS_TERSEMBUNYI", pesan, lembar.nama, sel))
    return temuan


def _kolom_pertama(t: Tabel, r: int) -> int:
    isi = [k.c for k in t.kolom if not kosong(t.lembar.nilai(r, k.c))]
    return min(isi, default=t.kolom[0].c)


def _rentang(baris: Iterable[int]) -> list[tuple[int, int]]:
    hasil: list[tuple[int, int]] = []
    for r in baris:
        if hasil and hasil[-1][1] == r - 1:
            hasil[-1] = (hasil[-1][0], r)
        else:
            hasil.append((r, r))
    return hasil


def _peringatan(kode: str, pesan: str, lembar: str, sel: str = "") -> Temuan:
    return _temuan(kode, pesan, lembar, Tingkat.PERINGATAN, sel)


def _temuan(kode: str, pesan: str, lembar: str, tingkat: Tingkat, sel: str = "") -> Temuan:
    letak = Letak(lembar=lembar, sel=sel)
    return Temuan(kode=kode, pesan=pesan, tingkat=tingkat, letak=letak)
