"""Find the one to four rows that are the head of a table, whatever stands above them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kinerja.aturan.teks import rapikan
from kinerja.impor.buku import Lembar
from kinerja.impor.tajuk_kata import TERPANJANG, kata_judul
from kinerja.impor.tajuk_kolom import Kolom
from kinerja.impor.tajuk_peta import Peta, kunci_judul, tafsir_kunci
from kinerja.impor.tajuk_tafsir import Tafsir, tafsir

BARIS_TERBANYAK = 4
_TAHUN = frozenset(range(1990, 2100))
ISI_TABEL = frozenset({"nama", "kinerja", "indikator", "kondisi", "jabatan", "kinerja_utama"})
_SEKILAS = re.compile(
    r"\b(?:no|nomor|kode|id|pro\w*m|keg\w*|sub|indik\w*|target|tgt|satuan|pagu|anggaran|sasaran|"
    r"uraian|tujuan|misi|visi|kondisi|jabatan|kinerja|level|ket\w*|out(?:come|put)|csf)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Blok:
    """Head rows ``atas``..``bawah`` (0-based) and what their columns say; ``asing``: heads whose
    words say nothing, by column; ``kiri``, ``kanan``: where the table reaches to when others
    stand beside it.
    """

    atas: int
    bawah: int
    kolom: list[Kolom]
    skor: float
    asing: dict[int, str]
    kiri: int = 0
    kanan: int = 1_000_000


class Kisi:
    """Head texts of a sheet with merged cells spread over the columns they cover.

    ``peta``: what the planner said about heads; it outweighs the words.
    """

    def __init__(self, lembar: Lembar, peta: Peta | None = None):
        self.lembar = lembar
        self.peta = peta or {}
        self.lebar = max((len(b) for b in lembar.baris), default=0)
        self._mendatar: dict[tuple[int, int], tuple[int, int, int]] = {}
        self._disalin = -1

    def muat(self, sampai: int) -> None:
        """Know the merged cells of rows up to ``sampai``."""
        if sampai <= self._disalin:
            return
        for r0, c0, r1, c1 in self.lembar.gabungan:
            if not (self._disalin < r0 <= sampai) or r1 - r0 >= BARIS_TERBANYAK + 2:
                continue
            for r in range(r0, r1 + 1):
                for c in range(c0, c1 + 1):
                    self._mendatar[r, c] = (r0, c0, c1 - c0 + 1)
        self._disalin = sampai

    def asal(self, r: int, c: int) -> tuple[int, int, int]:
        """(row, column) that holds the text shown at a cell, and how many columns it spans."""
        return self._mendatar.get((r, c), (r, c, 1))

    def teks(self, r: int, c: int) -> str | None:
        """Head text at a cell; "" when empty, None when a head cannot look like that."""
        nilai = self.lembar.nilai(r, c)
        if nilai is None:
            return ""
        if isinstance(nilai, str):
            return nilai if len(nilai) <= TERPANJANG else None
        return str(int(nilai)) if _mungkin_tahun(nilai) else None  # type: ignore[call-overload]

    def tafsir(self, jalur: tuple[str, ...], judul: str) -> Tafsir:
        """What the texts above a column say, the planner's word first."""
        if self.peta and (dipilih := self.peta.get(kunci_judul(judul))) is not None:
            return tafsir_kunci(dipilih)
        return tafsir(jalur)

    def dipetakan(self, teks: object) -> bool:
        """A text that ends a head which the planner mapped to something."""
        if not self.peta or not isinstance(teks, str) or not (akhir := kunci_judul(teks)):
            return False
        return any(v and judul.endswith(akhir) for judul, v in self.peta.items())


def calon_baris(baris: Sequence[object]) -> bool:
    """A cheap look: at least two cells with words of a head, and no other numbers."""
    kena = 0
    for sel in baris:
        if isinstance(sel, str):
            kena += len(sel) <= TERPANJANG and _SEKILAS.search(sel) is not None
        elif sel is not None and not _mungkin_tahun(sel):
            return False
    return kena >= 2


def calon_baris_lanjut(baris: Sequence[object]) -> bool:
    """The same look further down, among thousands of data rows: most cells are words of heads."""
    isi = [sel for sel in baris if sel is not None and sel != ""]
    if len(isi) < 3 or not calon_baris(isi[:6]):
        return False
    return 5 * sum(isinstance(sel, str) and kata_judul(sel) for sel in isi) >= 3 * len(isi)


def _mungkin_tahun(sel: object) -> bool:
    return isinstance(sel, (int, float)) and sel in _TAHUN


def cari_blok(kisi: Kisi, mulai: int, sampai: int) -> Blok | None:
    """The first head in rows ``mulai``..``sampai``, with as many rows as make it say most."""
    for r in range(mulai, min(sampai, len(kisi.lembar.baris) - 1) + 1):
        baris = kisi.lembar.baris[r]
        if not calon_baris(baris) and sum(kisi.dipetakan(sel) for sel in baris) < 2:
            continue
        kisi.muat(r + 2 * BARIS_TERBANYAK)
        terbaik: Blok | None = None
        for atas in (r - 1, r, r + 1):
            blok = _blok_terbaik(kisi, atas) if atas >= mulai else None
            if blok and (terbaik is None or blok.skor > terbaik.skor):
                terbaik = blok
        if terbaik:
            return terbaik
    return None


def _blok_terbaik(kisi: Kisi, atas: int) -> Blok | None:
    terbaik = None
    for tinggi in range(1, BARIS_TERBANYAK + 1):
        blok = _nilai_blok(kisi, atas, atas + tinggi - 1)
        if blok is None:
            break
        if terbaik is None or blok.skor > terbaik.skor:
            terbaik = blok
    return terbaik if terbaik and _cukup(terbaik) else None


def _cukup(blok: Blok) -> bool:
    """Three known columns, one of which says what the rows are about; of a list, code and name."""
    berisi = any(k.medan in ISI_TABEL for k in blok.kolom)
    if [k.medan for k in blok.kolom] == ["kode", "nama"]:
        return blok.skor >= 2
    return berisi and len(blok.kolom) >= 3 and blok.skor >= 2.5


def _nilai_blok(kisi: Kisi, atas: int, bawah: int) -> Blok | None:
    """None when a row cannot belong to a head; taller blocks then cannot either."""
    if bawah >= len(kisi.lembar.baris) or not _baris_judul(kisi, bawah, pertama=atas == bawah):
        return None
    blok = Blok(atas, bawah, [], 0.0, {})
    kembar: set[tuple[object, ...]] = set()
    tahunan: dict[int, Tafsir] = {}
    for c in range(kisi.lebar):
        jalur = _jalur(kisi, atas, bawah, c)
        if not jalur:
            continue
        judul = " ".join(" ".join(j.split()) for j in jalur)
        t = kisi.tafsir(jalur, judul)
        sama = (t.medan, t.jenjang, t.tahun, t.maju, t.luaran)
        blok.skor += _bobot(t) * (0.25 if sama in kembar else 1)
        kembar.add(sama)
        if t.medan and t.asing <= 1 + len(t.jenjang):
            blok.kolom.append(Kolom.dari(c, judul, t, " ".join(jalur[:-1])))
        else:
            blok.asing[c] = judul
            if t.tahun and not (t.medan or t.jenjang or t.asing):
                tahunan[c] = t
    _tahun_saja(blok, tahunan)
    return blok


def _tahun_saja(blok: Blok, tahunan: dict[int, Tafsir]) -> None:
    """Years alone beside indicators, where no head says target: those are the targets."""
    medan, beda = {k.medan for k in blok.kolom}, {t.tahun for t in tahunan.values()}
    if len(beda) < 2 or len(beda) < len(tahunan):
        return
    if "indikator" not in medan or medan & {"target", "pagu", "realisasi"}:
        return
    for c, t in tahunan.items():
        blok.kolom.append(Kolom.dari(c, blok.asing.pop(c), replace(t, medan="target")))
        blok.skor += 1.5
    blok.kolom.sort(key=lambda k: k.c)


def _bobot(t: Tafsir) -> float:
    if not t.medan:
        return -0.5
    return 1.0 if not t.asing else 0.4 if t.asing == 1 else -0.5


def _baris_judul(kisi: Kisi, r: int, *, pertama: bool) -> bool:
    """Only short texts and years, some of them known; a lone wide cell is a title."""
    asal: dict[tuple[int, int], str] = {}
    for c in range(kisi.lebar):
        r0, c0, lebar = kisi.asal(r, c)
        teks = kisi.teks(r0, c0)
        if teks is None:
            return False
        if rapikan(teks)[0] and not (lebar >= 4 and lebar > 0.7 * kisi.lebar):
            asal[r0, c0] = teks
    if len(asal) < (2 if pertama else 1) and not _turun(kisi, r, asal):
        return False
    kenal = sum(_dikenal(t) or kisi.dipetakan(t) for t in asal.values())
    return kenal >= 1 if pertama else kenal * 2 >= len(asal)


def _turun(kisi: Kisi, r: int, asal: Iterable[tuple[int, int]]) -> bool:
    """Whether a head cell beside a wide group is merged down into the next row."""
    return any(kisi.asal(r + 1, c)[:2] == (r0, c) for r0, c in asal)


def _dikenal(teks: str) -> bool:
    t = tafsir((teks,))
    return (bool(t.medan) or t.tahun is not None or bool(t.jenjang)) and not t.asing


def _jalur(kisi: Kisi, atas: int, bawah: int, c: int) -> tuple[str, ...]:
    """Texts above a column, top to bottom, each merged cell once."""
    jalur: list[tuple[tuple[int, int], str]] = []
    for r in range(atas, bawah + 1):
        r0, c0, lebar = kisi.asal(r, c)
        if lebar >= 4 and lebar > 0.9 * kisi.lebar:
            continue
        teks = rapikan(kisi.teks(r0, c0) or "")[0] if r0 >= atas else ""
        if not teks and r < bawah:
            r0, c0, teks = _kelompok_kiri(kisi, r, bawah, c)
        if teks and all(a != (r0, c0) for a, _ in jalur):
            jalur.append(((r0, c0), teks))
    return tuple(teks for _, teks in jalur)


def _kelompok_kiri(kisi: Kisi, r: int, bawah: int, c: int) -> tuple[int, int, str]:
    """A group head that was not merged: its text stands over the first of its columns only."""
    kosong = (r, c, "")
    if (r, c) in kisi._mendatar or not _ada_di_bawah(kisi, r, bawah, c):
        return kosong
    for kiri in range(c - 1, -1, -1):
        if not _ada_di_bawah(kisi, r, bawah, kiri):
            return kosong
        if teks := rapikan(kisi.teks(r, kiri) or "")[0]:
            return (r, kiri, teks) if (r, kiri) not in kisi._mendatar else kosong
    return kosong


def _ada_di_bawah(kisi: Kisi, r: int, bawah: int, c: int) -> bool:
    baris = range(r + 1, bawah + 1)
    return any(kisi.asal(b, c)[0] > r and (kisi.teks(b, c) or "").strip() for b in baris)
