"""Rows of a table with levels across that are no nodes: wrapped texts, names of units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kinerja.impor.bacaan import SimpulBaca
from kinerja.impor.tata_letak.baris_tambahan import (
    JUDUL,
    PESAN_JUDUL,
    PESAN_SAMBUNGAN,
    SAMBUNGAN,
    nama_kelompok,
)
from kinerja.impor.tata_letak.isi import KolomJenjang
from kinerja.impor.tata_letak.pembacaan import Pembacaan

_BERTEKS = ("nama", "kinerja", "indikator")


def peran_baris_lebar(p: Pembacaan, kolom: Sequence[KolomJenjang]) -> dict[int, str]:
    """Row -> SAMBUNGAN or JUDUL, among rows that have neither number nor value."""
    nilai = [c for k in kolom for _, c in (*k.target, *k.pagu, *k.baseline)]
    teks = [c for k in kolom for m in _BERTEKS if (c := getattr(k, m)) is not None]
    nama = {k.identitas for k in kolom}
    if not nilai or not teks:
        return {}
    pertama, *lain = (*p.tabel.kolom_nomor, *nilai)
    peran: dict[int, str] = {}
    for r in p.tabel.batas.data:
        if p.isi(r, pertama) or any(p.isi(r, c) for c in lain):
            continue
        isi = [c for c in teks if p.isi(r, c)]
        if len(isi) == 1 and isi[0] in nama and nama_kelompok(p.teks(r, isi[0])):
            peran[r] = JUDUL
        elif isi and _menyambung(p, r, isi):
            peran[r] = SAMBUNGAN
    return peran


def _menyambung(p: Pembacaan, r: int, isi: Iterable[int]) -> bool:
    """Every text stands right below another, and one of them begins small."""
    isi = list(isi)
    if r == p.tabel.batas.data[0] or not all(p.isi(r - 1, c) for c in isi):
        return False
    return any(p.teks(r, c)[:1].islower() for c in isi)


def sambung(p: Pembacaan, r: int, terbuka: Iterable[tuple[KolomJenjang, SimpulBaca]]) -> None:
    """Put the pieces of row ``r`` to the texts of the open nodes."""
    baris = r
    for k, s in terbuka:
        potong = {m: p.teks(r, getattr(k, m), m) for m in _BERTEKS if getattr(k, m) is not None}
        s.nama = f"{s.nama} {potong.get('nama', '')}".strip()
        s.kinerja = f"{s.kinerja} {potong.get('kinerja', '')}".strip()
        if s.indikator:
            akhir = s.indikator[-1]
            akhir.teks = f"{akhir.teks} {potong.get('indikator', '')}".strip()
        if any(potong.values()):
            baris = s.baris
    c = next(c for c in sorted(k.c for k in p.tabel.kolom) if p.isi(r, c))
    p.lapor("BARIS_SAMBUNGAN", PESAN_SAMBUNGAN.format(baris), r, c)


def lapor_judul(p: Pembacaan, baris: Sequence[tuple[int, int, str]]) -> None:
    """One warning for all names of units: (row, column, name)."""
    if not baris:
        return
    nama = ", ".join(f"“{teks[:60]}” (baris {r + 1})" for r, _, teks in baris[:5])
    lagi = f", dan {len(baris) - 5} lagi" if len(baris) > 5 else ""
    p.lapor("BARIS_JUDUL", PESAN_JUDUL.format(nama + lagi), *baris[0][:2])
