"""Name columns whose head names one level ("Kegiatan") above rows of several: an outline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kinerja.impor.buku import Lembar
from kinerja.impor.nomor import gaya_nomor, jenjang_kata, jenjang_kode, lepas_kode, lepas_nomor
from kinerja.impor.tajuk_kolom import Kolom

BERTINGKAT = ("program", "kegiatan", "sub_kegiatan")
_POTONG_KODE = re.compile(r"[Xx]{1,2}|\d{1,4}(?:\.\d{1,2})?", re.ASCII)
CONTOH = 400  # rows looked at


def lepas_jenjang(kolom: Sequence[Kolom], lembar: Lembar, data: Sequence[int]) -> None:
    """Take the level away from the only name column when its rows show several levels."""
    nama = [k for k in kolom if k.medan == "nama"]
    if len({k.judul for k in nama}) != 1 or nama[0].jenjang not in BERTINGKAT:
        return
    kalimat = {k.jenjang for k in kolom if k.medan == "kinerja" and k.jenjang in BERTINGKAT}
    if not kalimat - {nama[0].jenjang} and _bertingkat(kolom, nama[0], lembar, data[:CONTOH]):
        for k in nama:
            k.jenjang = None


def kode_terpisah(kolom: Sequence[Kolom], lembar: Lembar, data: Sequence[int]) -> None:
    """ "Urusan", "Program", "Kegiatan" ... that hold pieces of the code, beside a name column."""
    if not any(k.medan == "nama" and k.jenjang is None for k in kolom):
        return
    bagian = [k for k in kolom if k.medan == "urusan" or (k.medan == "nama" and k.jenjang)]
    if len(bagian) > 2 and all(_berangka(lembar, k.c, data[:CONTOH]) for k in bagian):
        for k in bagian:
            k.medan, k.jenjang = "kode", None


def nomor_tanpa_judul(kolom: list[Kolom], lembar: Lembar, data: Sequence[int], kiri: int) -> None:
    """Take in the number column of an outline whose head is empty or says something else."""
    nama = next((k for k in kolom if k.medan == "nama" and k.jenjang is None), None)
    if nama is None or any(k.medan in ("no", "kode", "level") for k in kolom):
        return
    ada = {k.c for k in kolom}
    baris = [r for r in data[:CONTOH] if _teks(lembar, r, nama.c)]
    for c in range(nama.c - 1, kiri - 1, -1):
        isi = [t for r in baris if (t := _teks(lembar, r, c))]
        bernomor = sum(bool(gaya_nomor(t) or jenjang_kode(t)) for t in isi)
        if c not in ada and 2 * len(isi) >= len(baris) > 1 and bernomor * 10 >= len(isi) * 8:
            kolom.insert(0, Kolom(c=c, judul="", medan="no"))
            return


def _berangka(lembar: Lembar, c: int, data: Sequence[int]) -> bool:
    isi = [t for r in data if (t := _teks(lembar, r, c))]
    return bool(isi) and all(_POTONG_KODE.fullmatch(t) for t in isi)


def _bertingkat(kolom: Sequence[Kolom], nama: Kolom, lembar: Lembar, data: Sequence[int]) -> bool:
    teks = {r: t for r in data if (t := _teks(lembar, r, nama.c))}
    kode = _isi(kolom, "kode", lembar, teks) or [lepas_kode(t).kode for t in teks.values()]
    nomor = _isi(kolom, "no", lembar, teks) or [lepas_nomor(t).nomor for t in teks.values()]
    bukti = (
        [j for k in kode if (j := jenjang_kode(k)) in BERTINGKAT],
        [g for n in nomor if (g := gaya_nomor(n))],
        [j for t in teks.values() if (j := jenjang_kata(lepas_nomor(t).nama)) in BERTINGKAT],
    )
    return any(_beragam(b, len(teks)) for b in bukti)


def _beragam(tanda: Sequence[str | None], banyak: int) -> bool:
    """Two levels or more, marked in most rows; a single stray mark is none."""
    hitung = Counter(tanda)
    if len(hitung) < 2 or len(tanda) * 10 < banyak * 6:
        return False
    return banyak < 6 or hitung.most_common(2)[1][1] > 1


def _isi(kolom: Sequence[Kolom], medan: str, lembar: Lembar, baris: dict[int, str]) -> list[str]:
    cs = [k.c for k in kolom if k.medan == medan]
    isi = (".".join(t for c in cs if (t := _teks(lembar, r, c).strip("."))) for r in baris)
    return [t for t in isi if t]


def _teks(lembar: Lembar, r: int, c: int) -> str:
    nilai = lembar.nilai(r, c)
    if isinstance(nilai, float) and nilai.is_integer():
        nilai = int(nilai)
    return "" if nilai is None else str(nilai).strip()
