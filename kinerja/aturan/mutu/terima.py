"""Accepting findings, and how much each check weighs where a pemda says so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from kinerja.aturan.mutu.katalog import KATALOG, NOMOR, Periksaan, periksaan
from kinerja.aturan.mutu.temuan import sidik
from kinerja.aturan.temuan import Temuan, Tingkat

MATI = "MATI"
"""A check that a pemda switched off."""
TINGKAT = {
    str(Tingkat.GALAT): "Galat: dokumen tertahan",
    str(Tingkat.PERINGATAN): "Peringatan",
    str(Tingkat.INFO): "Info",
    MATI: "Tidak diperiksa",
}
"""What a pemda may choose for a check."""
TETAP = frozenset({"PAGU_TIDAK_TERBACA"})
"""Values that are no numbers: neither weighed otherwise nor accepted."""
ALASAN_TERPENDEK = 10

Diterima = Collection[tuple[str, str, str]]
"""(uid of the box, code, sidik) of each accepted finding."""


@dataclass(frozen=True)
class Ditimbang:
    """Findings as a pemda weighs them: those that stand, and those accepted."""

    berlaku: list[Temuan]
    diterima: list[Temuan]


@dataclass(frozen=True)
class Butir:
    """A finding with what explains it; ``periksaan`` is None for one that no check stands for."""

    temuan: Temuan
    periksaan: Periksaan | None
    sidik: str
    dapat_diterima: bool


def butir(temuan: Temuan) -> Butir:
    return Butir(temuan, periksaan(temuan.kode), sidik(temuan), dapat_diterima(temuan))


def periksa_terima(kode: str, alasan: str) -> list[Temuan]:
    """May this finding be accepted, with this reason?"""
    if kode not in NOMOR or kode in TETAP:
        pesan = "Temuan ini tidak dapat diterima; perbaiki isinya."
        return [Temuan(kode="TEMUAN_TETAP", pesan=pesan)]
    if len(alasan.strip()) < ALASAN_TERPENDEK:
        pesan = f"Tulis alasannya, paling sedikit {ALASAN_TERPENDEK} huruf."
        return [Temuan(kode="ALASAN_TERLALU_PENDEK", pesan=pesan).di(medan="alasan")]
    return []


def periksa_bobot(bobot: Mapping[str, str]) -> list[Temuan]:
    """Weights of checks that exist, as one may choose them."""
    salah = [n for n, tingkat in bobot.items() if n not in KATALOG or tingkat not in TINGKAT]
    pesan = f"Bobot pemeriksaan tidak dikenal: {', '.join(map(str, salah))}."
    return [Temuan(kode="BOBOT_TIDAK_DIKENAL", pesan=pesan)] if salah else []


def dapat_diterima(temuan: Temuan) -> bool:
    """Only findings of a check, at a box."""
    return temuan.kode in NOMOR and temuan.kode not in TETAP and bool(temuan.letak.simpul)


def timbang(
    temuan: Iterable[Temuan], tingkat: Mapping[str, str], diterima: Diterima = ()
) -> Ditimbang:
    """``tingkat``: by number of a check what the pemda chose; others keep their own."""
    hasil = Ditimbang([], [])
    for t in temuan:
        pilihan = "" if t.kode in TETAP else tingkat.get(NOMOR.get(t.kode, ""), "")
        if pilihan == MATI:
            continue
        if pilihan and pilihan != t.tingkat:
            t = replace(t, tingkat=Tingkat(pilihan))
        if diterima and (t.letak.simpul, t.kode, sidik(t)) in diterima:
            hasil.diterima.append(t)
        else:
            hasil.berlaku.append(t)
    return hasil
