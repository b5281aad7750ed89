"""Value columns that say the same level and year: one of them counts, the others are named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kinerja.aturan.temuan import Letak, Temuan, Tingkat
from kinerja.impor.buku import Lembar, alamat, huruf_kolom
from kinerja.impor.tajuk_batas import kosong
from kinerja.impor.tajuk_kolom import Kolom

BERNILAI = ("target", "pagu", "baseline")
CONTOH = 400  # rows looked at
_RUPIAH = frozenset(("rp", "rp.", "idr", "-"))
_ANGKA = re.compile(r"\d")
_LAMA = re.compile(r"\b(?:sebelum|semula|murni|lama)\b", re.IGNORECASE)
_KE = re.compile(r"\b(?:tahun|thn?\.?)\s*(?:ke)?\s*[-\u2013]?\s*\(?([1-6])\b(?!\d)", re.IGNORECASE)


def tahun_ke(kolom: Sequence[Kolom]) -> None:
    """ "Target Tahun 1", "Tahun ke-2": years of a period, counted until its first is known."""
    calon = [(k, int(m[1])) for k in kolom if k.medan in BERNILAI and (m := _KE.search(k.judul))]
    if len({ke for _, ke in calon}) > 1 and not any(k.tahun for k, _ in calon):
        for k, ke in calon:
            k.tahun = ke


def pasang_tahun(kolom: list[Kolom], tahun_awal: int | None) -> list[Kolom]:
    """Turn counted years into calendar years; without a period such columns are taken out."""
    lepas: list[Kolom] = []
    for k in list(kolom):
        if k.tahun is None or k.tahun > 9:
            continue
        if tahun_awal:
            k.tahun += tahun_awal - 1
        else:
            kolom.remove(k)
            lepas.append(k)
    return lepas


def lepas_lambang(kolom: list[Kolom], lembar: Lembar, data: Sequence[int]) -> None:
    """One head over "Rp" and the amount, or over a target and its unit: settle in place which is
    which.
    """
    for k in list(kolom):
        kembar = [a for a in kolom if _sekepala(a, k)]
        if k.medan not in ("target", "pagu") or len(kembar) < 2:
            continue
        isi = [t for r in data[:CONTOH] if not kosong(t := lembar.nilai(r, k.c))]
        if not all(isinstance(t, str) and not _ANGKA.search(t) for t in isi):
            continue
        if all(str(t).strip().casefold() in _RUPIAH for t in isi):
            kolom.remove(k)
        elif k.medan == "target" and not any(
            a.medan == "satuan" and a.jenjang == k.jenjang for a in kolom
        ):
            k.medan = "satuan"


def _sekepala(a: Kolom, b: Kolom) -> bool:
    return (a.medan, a.judul, a.jenjang, a.tahun) == (b.medan, b.judul, b.jenjang, b.tahun)


def sisihkan(kolom: list[Kolom]) -> list[tuple[Kolom, Kolom]]:
    """Take repeated value columns out; answers each with the one that counts: what a change of the
    plan left in force, else the first.
    """
    grup: dict[tuple[object, ...], list[Kolom]] = {}
    for k in kolom:
        if k.medan in BERNILAI:
            grup.setdefault((k.medan, k.jenjang, k.tahun, k.maju), []).append(k)
    hasil = []
    for anggota in grup.values():
        utama = next((k for k in anggota if not _LAMA.search(k.judul)), anggota[0])
        hasil += [(k, utama) for k in anggota if k is not utama]
    for k, _ in hasil:
        kolom.remove(k)
    return hasil


def temuan_ganda(
    ganda: Sequence[tuple[Kolom, Kolom | None]], lembar: str, baris: int
) -> list[Temuan]:
    """One warning per column that was taken out."""
    temuan = []
    for k, utama in ganda:
        pesan = f"Kolom {huruf_kolom(k.c)} (“{k.judul}”) tidak dimuat: "
        if utama is None:
            pesan += "tahunnya dihitung dari awal periode. Pilih periode atau tulis tahunnya."
        else:
            pesan += f"yang dipakai kolom {huruf_kolom(utama.c)} (“{utama.judul}”)."
        letak = Letak(lembar=lembar, sel=alamat(baris, k.c))
        temuan.append(
            Temuan(kode="KOLOM_GANDA", pesan=pesan, tingkat=Tingkat.PERINGATAN, letak=letak)
        )
    return temuan
