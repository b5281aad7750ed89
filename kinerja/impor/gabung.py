"""Several tables of one workbook as one import: a sheet per program, a sheet per year.

What the sheets repeat (the program over its kegiatan) becomes one node; the same node with the
values of another year gains them, that of another unit adds its sums up; a node with other
content in the same year is an error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kinerja.aturan.teks import kunci
from kinerja.aturan.temuan import Temuan
from kinerja.impor.bacaan import SimpulBaca, TabelBaca
from kinerja.impor.tata_letak.blok_unit import BLOK, gabung_blok, pasang_unit_lembar
from kinerja.impor.tata_letak.kembar import saring_kembar, sidik_simpul


def satukan(daftar: list[TabelBaca]) -> list[Temuan]:
    """Make ids unique, merge what is printed in several tables; answers the findings.

    A JUMLAH row speaks of its own sheet only, so none of several is kept.
    """
    temuan = _satukan(daftar) if len(daftar) > 1 else []
    for s in (s for t in daftar for s in t.simpul if s.lain):
        s.lain.pop(BLOK, None)
    return temuan


def _satukan(daftar: list[TabelBaca]) -> list[Temuan]:
    pasang_unit_lembar(daftar)
    for nomor, tabel in enumerate(daftar, start=1):
        _beri_awalan(tabel.simpul, nomor)
        tabel.jumlah_tertulis = {}
    lembar = {id(s): t.lembar for t in daftar for s in t.simpul}
    sisa = _lain_tahun(daftar)
    simpan, temuan = saring_kembar(sisa, lambda s: lembar[id(s)])
    simpan, beda = gabung_blok(simpan, lambda s: lembar[id(s)])
    dimuat = {id(s) for s in simpan}
    for tabel in daftar:
        jenjang = {s.level for s in tabel.simpul if s.level}
        tabel.simpul = [s for s in tabel.simpul if id(s) in dimuat]
        banyak = Counter(s.level for s in tabel.simpul)
        tabel.jumlah |= {j: banyak[j] for j in jenjang}
    return temuan + beda


def _beri_awalan(simpul: Iterable[SimpulBaca], nomor: int) -> None:
    for s in simpul if nomor > 1 else ():
        s.id = f"{nomor}:{s.id}"
        s.induk = f"{nomor}:{s.induk}" if s.induk else None


def _lain_tahun(daftar: list[TabelBaca]) -> list[SimpulBaca]:
    """The nodes in order, without those that only bring further years to an earlier one."""
    pertama: dict[tuple[str | None, ...], tuple[SimpulBaca, TabelBaca]] = {}
    pindah: dict[str | None, str] = {}
    sisa: list[SimpulBaca] = []
    for tabel in daftar:
        for s in tabel.simpul:
            s.induk = pindah.get(s.induk, s.induk)
            asli, asal = pertama.setdefault(sidik_simpul(s), (s, tabel))
            if asal is not tabel and _lengkapi(asli, s):
                pindah[s.id] = asli.id
            else:
                sisa.append(s)
    return sisa


def _lengkapi(asli: SimpulBaca, s: SimpulBaca) -> bool:
    """Take over the values of other years; False when both speak of the same year."""
    milik, lain = _tahun(asli), _tahun(s)
    if not milik or not lain or milik & lain or kunci(asli.kinerja) != kunci(s.kinerja):
        return False
    asli.pagu |= s.pagu
    ada = {kunci(i.teks): i for i in asli.indikator}
    for i in s.indikator:
        if (sama := ada.get(kunci(i.teks))) is None:
            asli.indikator.append(i)
        else:
            sama.target |= i.target
            sama.satuan = sama.satuan or i.satuan
    return True


def _tahun(s: SimpulBaca) -> set[str]:
    return {*s.pagu, *(t for i in s.indikator for t in i.target)}
