"""Q10: targets of one indicator over the years, and against those of the box above."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from statistics import median

from kinerja.aturan.mutu import kata as K
from kinerja.aturan.mutu.bahan import Deret, Kotak, Ukuran
from kinerja.aturan.mutu.temuan import tentang
from kinerja.aturan.temuan import Temuan
from kinerja.pilihan import Arah, Jenjang

LONCATAN = Decimal("1.9")
"""A step that many times the median one is a jump …"""
BERARTI = Decimal("0.05")
"""… when it is more than that share of the value it starts from."""
LANGKAH = 3
"""Steps that a series needs before its rhythm says anything."""
SERATUS = Decimal(100)


def deret(kotak: Kotak, tahun: int) -> Iterator[Temuan]:
    """At most one finding an indicator: the gravest that its series shows."""
    for u in kotak.ukuran:
        for pemeriksa in (_bolong, _di_bawah_awal, _mundur, _loncat, _diam, _seragam):
            if pesan := pemeriksa(u):
                isi = [f"{t}={n}" for t, n in (*u.baseline, *u.target)]
                yield tentang("Q10", f"{K.kutip(u.teks)}: {pesan}", kotak, u, isi)
                break


def salinan(kotak: Kotak, atas: Kotak | None) -> Iterator[Temuan]:
    """A kegiatan that repeats the percentage of its program for another measure."""
    if kotak.jenjang != Jenjang.KEGIATAN or atas is None:
        return
    for u in kotak.ukuran:
        for v in atas.ukuran:
            sama = [t for t, n in u.target if n == v.target_tahun(t)]
            if sama and _persen(u) and _persen(v) and _lain(u, v, sama):
                tahun = sama[-1]
                pesan = (
                    f"Target {tahun} {K.kutip(u.teks)} {K.angka(u.target_tahun(tahun) or SERATUS)} "
                    f"sama dengan target programnya, padahal ukurannya lain; hitung sendiri."
                )
                yield tentang("Q10", pesan, kotak, u, [v.teks, str(tahun)])
                break


def _persen(u: Ukuran) -> bool:
    return K.satuan_persen(u.satuan)


def _lain(u: Ukuran, v: Ukuran, tahun: list[int]) -> bool:
    """Everything is fulfilled on both levels: that says nothing, unless one counts heads."""
    penuh = all(u.target_tahun(t) == SERATUS for t in tahun)
    return K.mirip(u.teks, v.teks) < 95 and not (penuh and K.ukuran(u.teks) == K.ukuran(v.teks))


def _bolong(u: Ukuran) -> str:
    """A year without target between two that have one."""
    if len(u.terisi) < 2:
        return ""
    kosong = [str(t) for t in range(u.terisi[0], u.terisi[-1]) if t not in u.terisi]
    return f"target {', '.join(kosong)} belum diisi." if kosong else ""


def _langkah(deret_: Deret) -> list[Decimal]:
    return [b - a for (_, a), (_, b) in pairwise(deret_)]


def _mundur(u: Ukuran) -> str:
    if u.arah == Arah.RENTANG or u.agregasi == "JUMLAH":
        return ""
    for (_, a), (t, b) in pairwise(u.target):
        if (b < a) if u.arah == Arah.NAIK else (b > a):
            kata = "turun" if b < a else "naik"
            return f"target {t} {kata} dari {_teks(a)} menjadi {_teks(b)}, berlawanan arah."
    return ""


def _di_bawah_awal(u: Ukuran) -> str:
    if not u.baseline or not u.target or u.arah == Arah.RENTANG or u.agregasi == "JUMLAH":
        return ""
    (tahun, awal), (t, pertama) = u.baseline[-1], u.target[0]
    if tahun >= t or not ((pertama < awal) if u.arah == Arah.NAIK else (pertama > awal)):
        return ""
    return f"target {t} {_teks(pertama)} lebih buruk dari kondisi awal {tahun} {_teks(awal)}."


def _loncat(u: Ukuran) -> str:
    langkah = _langkah(u.target)
    if len(langkah) < LANGKAH or any(n <= 0 for n in langkah):
        return ""
    tengah = median(langkah)
    for (_, a), (t, b) in pairwise(u.target):
        if b - a >= LONCATAN * tengah and b - a > BERARTI * a:
            return (
                f"target {t} melonjak {_teks(b - a)} (dari {_teks(a)} ke {_teks(b)}), "
                f"biasanya {_teks(tengah)} setahun; sebut dasarnya."
            )
    return ""


def _diam(u: Ukuran) -> str:
    """Every year the same as the start; everything fulfilled stays so."""
    nilai = {n for _, n in u.target}
    if len(u.target) <= LANGKAH or len(nilai) > 1 or not u.baseline:
        return ""
    tetap = nilai.pop()
    if u.baseline[-1][1] != tetap or (tetap == SERATUS and _persen(u)):
        return ""
    return f"target setiap tahun {_teks(tetap)}, sama dengan kondisi awalnya; tidak menantang."


def _seragam(u: Ukuran) -> str:
    """A mechanical series of fractions or percentages: the same step each year."""
    langkah = _langkah(u.target)
    if len(langkah) < LANGKAH or len(set(langkah)) > 1 or langkah[0] == 0:
        return ""
    kata = "naik" if langkah[0] > 0 else "turun"
    return f"target setiap tahun {kata} {_teks(abs(langkah[0]))}; sebut dasar perhitungannya."


def _teks(nilai: Decimal | float) -> str:
    return K.angka(Decimal(nilai))
