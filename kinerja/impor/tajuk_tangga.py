"""Names that step to the right: one head over several columns, a column per level; or a number
and a name below one head.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kinerja.impor.buku import Lembar
from kinerja.impor.nomor import gaya_nomor, jenjang_kode
from kinerja.impor.tajuk_kolom import Kolom, kolom_nama

TERBANYAK = 5  # steps
CONTOH = 400  # rows looked at


def lengkapi_tangga(kolom: list[Kolom], lembar: Lembar, judul: range) -> None:
    """Settle in place which columns below a name's head hold names."""
    baris = range(judul.stop, min(judul.stop + CONTOH, len(lembar.baris)))
    _lepas_nomor(kolom, lembar, baris)
    nama = kolom_nama(kolom)
    if nama is None or len(anak_tangga(kolom)) > 1:
        return
    berikut = min((k.c for k in kolom if k.c > nama.c), default=nama.c)
    for c in range(nama.c + 1, min(berikut, nama.c + TERBANYAK)):
        berjudul = any(_isi(lembar, r, c) for r in judul)
        if berjudul or not _anak_tangga(lembar, baris, nama.c, c):
            break
        kolom.append(replace(nama, c=c))
    kolom.sort(key=lambda k: k.c)


def anak_tangga(kolom: Sequence[Kolom]) -> tuple[int, ...]:
    """The columns of an outline's names from the left; one unless they step."""
    nama = kolom_nama(kolom)
    if nama is None:
        return ()
    return tuple(
        k.c for k in kolom if k.medan == "nama" and k.judul == nama.judul and not k.jenjang
    )


def _anak_tangga(lembar: Lembar, baris: range, awal: int, c: int) -> bool:
    """Its texts stand where nothing stands to the left of them below the same head."""
    isi = [r for r in baris if len(_isi(lembar, r, c)) > 3]
    sendiri = [r for r in isi if not any(_isi(lembar, r, kiri) for kiri in range(awal, c))]
    return len(sendiri) > 1 and len(sendiri) * 10 >= len(isi) * 8


def _lepas_nomor(kolom: list[Kolom], lembar: Lembar, baris: range) -> None:
    """ "Program" over a number and a name: the number is none of the names."""
    bernomor = any(k.medan in ("no", "kode") and k.jenjang is None for k in kolom)
    for k, kanan in list(pairwise(kolom)):
        if k.medan != "nama" or (kanan.medan, kanan.judul) != ("nama", k.judul):
            continue
        isi = [t for r in baris if (t := _isi(lembar, r, k.c))]
        if not isi or sum(bool(gaya_nomor(t) or jenjang_kode(t)) for t in isi) * 10 < len(isi) * 8:
            continue
        if k.jenjang is None and not bernomor:
            k.medan, k.banyak = ("kode" if any(map(_berkode, isi)) else "no"), ()
        else:
            kolom.remove(k)


def _berkode(teks: str) -> bool:
    return jenjang_kode(teks) in ("program", "kegiatan", "sub_kegiatan")


def _isi(lembar: Lembar, r: int, c: int) -> str:
    nilai = lembar.nilai(r, c)
    return "" if nilai is None else str(nilai).strip()
