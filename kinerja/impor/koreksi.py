"""Corrections replace the text of a cell before anything is read; "" leaves it unfilled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kinerja.aturan.angka import teks_mentah
from kinerja.impor.buku import Buku, Lembar, letak

Dibiarkan = dict[str, frozenset[tuple[int, int]]]
Asal = dict[str, str]


class PilihanTidakSah(Exception):
    """The planner's choice does not fit the workbook; the message says why."""


def pecah_kunci(kunci: str) -> tuple[str, str]:
    """ "LEMBAR!H43" -> ("LEMBAR", "H43"); the sheet is "" when left out."""
    lembar, _, sel = kunci.rpartition("!")
    if lembar[:1] == lembar[-1:] == "'" and len(lembar) > 1:
        lembar = lembar[1:-1].replace("''", "'")
    return lembar, sel.replace("$", "").strip().upper()


def berlembar(kunci: str, lembar: str) -> str:
    """The key with its sheet; ``lembar`` where none is written."""
    nama, sel = pecah_kunci(kunci)
    return f"{nama or lembar}!{sel}"


def dahulukan(koreksi: Mapping[str, str], usul: Mapping[str, str], lembar: str) -> dict[str, str]:
    """Corrections and the proposals for other cells: what the planner wrote of a cell decides."""
    tertulis = {berlembar(k, lembar).casefold() for k in koreksi}
    sisa = {k: v for k, v in usul.items() if berlembar(k, lembar).casefold() not in tertulis}
    return {**sisa, **koreksi}


def terapkan_koreksi(
    buku: Buku, koreksi: Mapping[str, str], lembar_terbaca: str
) -> tuple[Dibiarkan, Asal]:
    """Put the corrections into the workbook; answers which cells stay unfilled, per sheet, and
    what stood in the others, by "LEMBAR!SEL".

    A key without a sheet means ``lembar_terbaca``. Raises PilihanTidakSah.
    """
    dibiarkan: dict[str, set[tuple[int, int]]] = {}
    asal: Asal = {}
    for kunci, teks in koreksi.items():
        nama, sel = pecah_kunci(kunci)
        lembar = cari_lembar(buku.lembar, nama or lembar_terbaca)
        try:
            tempat = letak(sel)
        except ValueError as galat:
            raise PilihanTidakSah(f"Koreksi “{kunci}” bukan alamat sel.") from galat
        if teks.strip():
            asal[f"{lembar.nama}!{sel}"] = _ganti(lembar, tempat, teks)
        else:
            dibiarkan.setdefault(lembar.nama, set()).add(tempat)
    return {nama: frozenset(sel) for nama, sel in dibiarkan.items()}, asal


def cari_lembar(daftar: Iterable[Lembar], nama: str) -> Lembar:
    """By name, letter case and outer blanks aside. Raises PilihanTidakSah."""
    daftar = list(daftar)
    for lembar in daftar:
        if lembar.nama == nama:
            return lembar
    for lembar in daftar:
        if lembar.nama.strip().casefold() == nama.strip().casefold():
            return lembar
    ada = ", ".join(f"“{x.nama}”" for x in daftar)
    raise PilihanTidakSah(f"Lembar “{nama}” tidak ada di berkas ini. Yang ada: {ada}.")


def _ganti(lembar: Lembar, tempat: tuple[int, int], teks: str) -> str:
    """Another text for a cell; answers the old one as it is read."""
    r, c = tempat
    if r >= len(lembar.baris):
        raise PilihanTidakSah(f"Tidak ada baris {r + 1} di lembar “{lembar.nama}”.")
    baris = lembar.baris[r]
    baris.extend([None] * (c + 1 - len(baris)))
    asal = lembar.galat.get(tempat) or teks_mentah(baris[c]) or lembar.rumus.get(tempat, "")
    baris[c] = teks
    for catatan in (lembar.format, lembar.rumus, lembar.galat):
        catatan.pop(tempat, None)
    lembar.tanpa_nilai.discard(tempat)
    return asal
