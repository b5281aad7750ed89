"""Find the tables of a sheet: head, columns, data rows, whatever stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kinerja.impor.buku import Lembar, alamat, huruf_kolom
from kinerja.impor.tajuk_batas import Batas, batasi, kosong
from kinerja.impor.tajuk_blok import Blok, Kisi, calon_baris_lanjut, cari_blok
from kinerja.impor.tajuk_ganda import lepas_lambang, sisihkan, tahun_ke
from kinerja.impor.tajuk_garis import kode_terpisah, lepas_jenjang, nomor_tanpa_judul
from kinerja.impor.tajuk_kolom import (
    MENURUN,
    Kolom,
    jenjang_kolom,
    kolom_nama,
    kunci_kolom,
    tahun_tercetak,
    tetapkan,
)
from kinerja.impor.tajuk_label import BLOK, cari_pasangan
from kinerja.impor.tajuk_peta import KolomTampil, Peta
from kinerja.impor.tajuk_sisi import pecah_blok
from kinerja.impor.tajuk_tangga import anak_tangga, lengkapi_tangga

BARIS_PERTAMA = 40  # the first head stands within so many rows
TABEL_TERBANYAK = 30
PANDANGAN_TERBANYAK = 500
ISI_BLOK = "isi"
"""The columns of blocks: labels and values."""
_TAHUN_JUDUL = re.compile(
    r"(?<![\d\-\u2013/.])((?:19|20)\d\d)(?!\s*(?:[-\u2013/]|s\.?/?d\.?|sampai)\s*\d)(?!\d)"
)
_RIBUAN = re.compile(
    r"\b(?:dalam|satuan|x)\b.{0,12}\b(?:ribu|juta|mil[iy]ar)|\(\s*rp\.?\s*[.,]?\s*000|x\s*rp\.?\s*1[.]000",
    re.IGNORECASE,
)
_BUKAN_TAHUN = re.compile(
    r"\b(?:nomor|no\.?\s*:|no\.?\s*\d|peraturan|keputusan|perda|perbup|periode)\b|\d{4}\s*[-\u2013]\s*\d{4}",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Tabel:
    """One table of a sheet; all rows and columns are 0-based. ``kolom`` are those to load,
    ``tersembunyi`` recognised ones in hidden columns, ``asing`` heads that say nothing.
    """

    lembar: Lembar
    baris_judul: list[int]
    kolom: list[Kolom]
    bentuk: str
    batas: Batas
    judul: str = ""
    tersembunyi: list[Kolom] = field(default_factory=list)
    ganda: list[tuple[Kolom, Kolom | None]] = field(default_factory=list)
    tahun: int | None = None
    sel_tahun: str = ""
    asing: dict[int, str] = field(default_factory=dict)
    ribuan: tuple[str, str] | None = None  # a remark above the table that amounts are in thousands

    @property
    def sel_judul(self) -> str:
        """Address of the first head cell."""
        return alamat(self.baris_judul[0], self.kolom[0].c)

    @property
    def jenjang(self) -> tuple[str, ...]:
        return jenjang_kolom(self.kolom)

    @property
    def nama(self) -> Kolom | None:
        return kolom_nama(self.kolom)

    @property
    def tangga(self) -> tuple[int, ...]:
        """Columns that an outline's names step through; one when they do not."""
        return anak_tangga(self.kolom)

    @property
    def kolom_nomor(self) -> tuple[int, ...]:
        """The number column; several where numbers of an outline step under one head."""
        nomor = [k for k in self.kolom if k.medan == "no"]
        return tuple(k.c for k in nomor if k.judul == nomor[0].judul)

    def kunci(self) -> dict[str, str]:
        """Column letter -> public key."""
        kunci = kunci_kolom(self.kolom)
        return {huruf_kolom(c): kunci[c] for c in sorted(kunci)}

    def daftar_kolom(self) -> list[KolomTampil]:
        """Every column with a head, loaded or not, from left to right."""
        kunci = self.kunci()
        judul = {k.c: k.judul for k in self.kolom} | {k.c: k.judul for k, _ in self.ganda}
        return [
            KolomTampil(
                huruf=(huruf := huruf_kolom(c)),
                judul=teks,
                contoh=self._contoh(c),
                kunci=kunci.get(huruf, ""),
                dikenal=c not in self.asing,
            )
            for c, teks in sorted((judul | self.asing).items())
        ]

    def _contoh(self, c: int) -> str:
        """The first value below a head, cut short."""
        isi = (self.lembar.nilai(r, c) for r in self.batas.data[:200])
        return next((str(nilai)[:60] for nilai in isi if not kosong(nilai)), "")

    def punya(self, medan: str, jenjang: str | None = None) -> bool:
        return any(k.medan == medan and (jenjang in (None, k.jenjang)) for k in self.kolom)

    def tahun_kolom(self, medan: str) -> list[int]:
        """Distinct years printed over the columns of a field."""
        return sorted({k.tahun for k in self.kolom if k.medan == medan and k.tahun and not k.maju})

    def kolom_medan(self, medan: str) -> Kolom | None:
        return next((k for k in self.kolom if k.medan == medan), None)


def cari_tabel(
    lembar: Lembar, *, dengan_tersembunyi: bool = False, peta: Peta | None = None
) -> list[Tabel]:
    """Every table of a sheet in reading order; those without data rows included.

    Hidden columns are recognised but not loaded unless ``dengan_tersembunyi``; ``peta`` says what
    heads stand for, whatever their words.
    """
    kisi, lanjutan = Kisi(lembar, peta), _Lanjutan(lembar)
    tabel: list[Tabel] = []
    akhir, mulai, sampai = 0, 0, BARIS_PERTAMA - 1
    while (blok := cari_blok(kisi, mulai, sampai)) is not None:
        bagian = pecah_blok(blok, lembar)
        baru = [t for b in bagian if (t := _tabel(kisi, lanjutan, b, akhir, dengan_tersembunyi))]
        tabel += baru
        akhir = max((t.batas.akhir for t in baru), default=blok.bawah) + 1
        lanjut = next((r for r in range(akhir, len(lembar.baris)) if lanjutan.ada(kisi, r)), None)
        if lanjut is None or len(tabel) >= TABEL_TERBANYAK:
            break
        mulai = sampai = lanjut
    return tabel


def tabel_blok(lembar: Lembar) -> Tabel | None:
    """A sheet of labels and values as one table; None when it is none."""
    pasangan = cari_pasangan(lembar)
    if not pasangan:
        return None
    baris = sorted({x.r for x in pasangan})
    kolom = [Kolom(c, "", ISI_BLOK) for c in sorted({c for x in pasangan for c in (x.c, x.nilai)})]
    judul = _judul(lembar.baris, range(baris[0]), Blok(baris[0], baris[0], [], 0.0, {}))
    tabel = Tabel(lembar, baris[:1], kolom, BLOK, Batas(data=baris, akhir=baris[-1]))
    tabel.judul = "\n".join(teks for _, _, teks in judul)
    tabel.tahun, tabel.sel_tahun = _tahun(Kisi(lembar), tabel, judul)
    return tabel


class _Lanjutan:
    """Further heads below the first. Looking closely costs; a sheet gets so many looks."""

    def __init__(self, lembar: Lembar):
        self._baris = lembar.baris
        self._hasil: dict[int, bool] = {}

    def ada(self, kisi: Kisi, r: int) -> bool:
        if r not in self._hasil:
            if len(self._hasil) >= PANDANGAN_TERBANYAK or not calon_baris_lanjut(self._baris[r]):
                return False
            self._hasil[r] = cari_blok(kisi, r, r) is not None
        return self._hasil[r]


def _tabel(
    kisi: Kisi, lanjutan: _Lanjutan, blok: Blok, mulai: int, dengan_tersembunyi: bool
) -> Tabel | None:
    lembar = kisi.lembar
    sembunyi = set() if dengan_tersembunyi else lembar.kolom_tersembunyi
    tampak = [k for k in blok.kolom if k.c not in sembunyi]
    if not tampak:
        return None
    lengkapi_tangga(tampak, lembar, range(blok.atas, blok.bawah + 1))
    batas = batasi(
        lembar.baris,
        range(blok.atas, blok.bawah + 1),
        tampak,
        lambda r: lanjutan.ada(kisi, r),
    )
    nomor_tanpa_judul(tampak, lembar, batas.data, blok.kiri)
    lepas_lambang(tampak, lembar, batas.data)
    kode_terpisah(tampak, lembar, batas.data)
    lepas_jenjang(tampak, lembar, batas.data)
    tahun_ke(tampak)
    bentuk = tetapkan(tampak)
    judul = _judul(lembar.baris, range(mulai, blok.atas), blok)
    tabel = Tabel(
        lembar=lembar,
        baris_judul=list(range(blok.atas, blok.bawah + 1)),
        kolom=tampak,
        bentuk=bentuk,
        batas=batas,
        judul="\n".join(teks for _, _, teks in judul),
        tersembunyi=[k for k in blok.kolom if k.c in sembunyi and _berisi(lembar, k.c, batas)],
        asing=_asing(blok, lembar, batas, sembunyi),
    )
    tabel.tahun, tabel.sel_tahun = _tahun(kisi, tabel, judul)
    tabel.ribuan = next(((t, alamat(r, c)) for r, c, t in judul if _RIBUAN.search(t)), None)
    _sasaran_sendiri(tabel)
    tabel.ganda = [*sisihkan(tabel.kolom)]
    return tabel


def _asing(blok: Blok, lembar: Lembar, batas: Batas, sembunyi: set[int]) -> dict[int, str]:
    """Heads that say nothing above columns that hold something."""
    tampak = ((c, teks) for c, teks in blok.asing.items() if c not in sembunyi)
    return {c: teks for c, teks in tampak if _berisi(lembar, c, batas)}


def _sasaran_sendiri(t: Tabel) -> None:
    """A "Sasaran" before an outline's names: filled in most rows it is each row's own sentence,
    else the parent of the rows below it.
    """
    if t.nama is None or t.bentuk != MENURUN:
        return
    bernama = [r for r in t.batas.data if not kosong(t.lembar.nilai(r, t.nama.c))]
    for k in t.kolom:
        isi = sum(not kosong(t.lembar.nilai(r, k.c)) for r in bernama)
        if k.medan == "kinerja" and k.jenjang and not k.tersurat and isi * 10 >= len(bernama) * 6:
            k.jenjang = None


def _judul(
    baris: Sequence[Sequence[object]], atas: range, blok: Blok
) -> list[tuple[int, int, str]]:
    """The texts above a head, down from where the table before it ended; of a row that has some
    right above this table, only those.
    """
    hasil = []
    for r in atas:
        teks = [
            (r, c, " ".join(sel.split()))
            for c, sel in enumerate(baris[r])
            if isinstance(sel, str) and not kosong(sel)
        ]
        hasil += [t for t in teks if blok.kiri <= t[1] < blok.kanan] or teks
    return hasil


def _berisi(lembar: Lembar, c: int, batas: Batas) -> bool:
    return any(not kosong(lembar.nilai(r, c)) for r in batas.data)


def _tahun(kisi: Kisi, tabel: Tabel, judul: list[tuple[int, int, str]]) -> tuple[int | None, str]:
    """The printed year: over the value columns, else the only one in the title."""
    if (tahun := tahun_tercetak(tabel.kolom, tabel.bentuk)) is not None:
        return tahun, _sel_tahun(kisi, tabel, tahun)
    temu = {
        int(m[1]): alamat(r, c)
        for r, c, teks in judul
        if not _BUKAN_TAHUN.search(teks)
        for m in _TAHUN_JUDUL.finditer(teks)
    }
    return next(iter(temu.items())) if len(temu) == 1 else (None, "")


def _sel_tahun(kisi: Kisi, tabel: Tabel, tahun: int) -> str:
    for r in tabel.baris_judul:
        for k in tabel.kolom:
            r0, c0, _ = kisi.asal(r, k.c)
            if str(tahun) in (kisi.teks(r0, c0) or ""):
                return alamat(r0, c0)
    return tabel.sel_judul
