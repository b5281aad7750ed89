"""The text of one cell of the matrix."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cascading.matriks_isi import Baris, IndikatorIsi, IsiMatriks, SimpulIsi
from cascading.set_kolom import BAWAAN, STRIP, TINGKAT, TITIK_KOMA, Cara, Kolom

KOSONG = "-"
"""Printed where a level, a unit or an amount is missing."""

BERKALIMAT = frozenset({"visi", "misi", "tujuan", "sasaran", "aktivitas"})
"""Levels that are called by their sentence; the others by their nomenklatur name."""


PERSEN = frozenset({"%", "persen", "prosen", "percent"})
TAK_PUTUS = "\N{NO-BREAK SPACE}"


def angka_id(nilai: int) -> str:
    """Whole rupiah as documents print them: 6.312.818.993."""
    return f"{nilai:,}".replace(",", ".")


def teks_sel(
    kolom: Kolom, baris: Baris, isi: IsiMatriks, rinci: int | None, cara: Cara = BAWAAN
) -> str:
    """What stands in the cell; ``rinci`` picks one indicator, None prints all of them. A missing
    level is a dash, a field that a box lacks what the form leaves there.
    """
    if kolom.kunci in _LEPAS:
        teks = _LEPAS[kolom.kunci](baris, isi)
        daftar = teks.split("\n") if kolom.kunci == "unggulan" else []
        return (gabung(daftar, cara) if len(daftar) > 1 else teks) or cara.kosong
    simpul = baris.jalur.get(kolom.tingkat)
    if simpul is None:
        return "" if baris.penanda else KOSONG
    if kolom.medan in _INDIKATOR:
        return _teks_indikator(kolom, simpul, isi.tahun, rinci, cara)
    teks = simpul.pengampu if kolom.medan == "pengampu" else _SIMPUL[kolom.medan](simpul)
    return _bernomor(teks, kolom, simpul, baris, cara) or cara.kosong


def _bernomor(teks: str, kolom: Kolom, simpul: SimpulIsi, baris: Baris, cara: Cara) -> str:
    """With the printed number in front, in forms that print it there: the topmost boxes have a
    column of their own for it.
    """
    if not cara.nomor or not simpul.nomor or kolom.medan not in ("nama", "uraian"):
        return teks
    teratas = baris.teratas is not None and baris.teratas.id == simpul.id
    return teks if teratas else f"{simpul.nomor}{cara.nomor}{teks}"


def dengan_satuan(nilai: str, satuan: str) -> str:
    """ "93,59 %", "5 Orang"; a unit that was typed with the value is not said twice."""
    if not nilai or not satuan:
        return nilai
    if satuan.strip().lower() in PERSEN:
        return nilai if nilai.endswith("%") else f"{nilai}{TAK_PUTUS}%"
    return nilai if satuan.lower() in nilai.lower() else f"{nilai} {satuan}"


def sebutan(s: SimpulIsi) -> str:
    """What the office calls the node: its sentence above the programs, its name from there on."""
    kalimat, nama = s.kinerja, s.nama
    return (kalimat or nama) if s.tingkat in BERKALIMAT else (nama or kalimat)


def _teks_indikator(kolom: Kolom, s: SimpulIsi, tahun: int, rinci: int | None, cara: Cara) -> str:
    ambil = _INDIKATOR["target_saja" if kolom.tanpa_satuan else kolom.medan]
    tahun = kolom.tahun or tahun
    if not s.indikator:
        return cara.kosong

    def isi(i: IndikatorIsi) -> str:
        teks = ambil(i, tahun)
        nomor = cara.nomor and kolom.medan == "indikator" and i.nomor
        return f"{i.nomor}{cara.nomor}{teks}" if nomor else teks

    if rinci is not None:
        return isi(s.indikator[rinci]) or cara.kosong
    semua = [isi(i) for i in s.indikator]
    if len(semua) == 1 or (len(set(semua)) == 1 and kolom.medan != "indikator"):
        return semua[0] or cara.kosong
    if cara.butir == STRIP and kolom.medan == "formulasi":
        return "\n\n".join(t for t in semua if t)
    return gabung([t or KOSONG for t in semua], cara)


def gabung(daftar: Sequence[str], cara: Cara) -> str:
    """Several entries of one cell, as the form lists them."""
    if cara.butir == TITIK_KOMA:
        return ";\n".join(daftar)
    if cara.butir == STRIP:
        return "\n\n".join(f"-{teks}" for teks in daftar)
    return bernomor(daftar)


def bernomor(daftar: Sequence[str]) -> str:
    """Several entries of one merged cell; the same number finds the partner in the next column."""
    return "\n".join(f"{n}. {teks}" for n, teks in enumerate(daftar, 1))


def pemilik(baris: Baris, medan: str) -> SimpulIsi | None:
    """The lowest box of a row that says who answers for it, or which unggulan it serves."""
    jalur = (baris.jalur[t] for t in reversed(TINGKAT) if t in baris.jalur)
    return next((s for s in jalur if getattr(s, medan)), None)


def _terdekat(baris: Baris, medan: str) -> str:
    simpul = pemilik(baris, medan)
    return str(getattr(simpul, medan)) if simpul else ""


def _nomor_teratas(baris: Baris) -> str:
    """The number of the topmost box, as printed or counted."""
    nomor = baris.teratas.nomor if baris.teratas else ""
    return nomor or str(baris.urut_teratas or "")


_LEPAS: dict[str, Callable[[Baris, IsiMatriks], str]] = {
    "no": lambda baris, isi: str(baris.urut or ""),
    "no_teratas": lambda baris, isi: _nomor_teratas(baris),
    "pengampu": lambda baris, isi: _terdekat(baris, "pengampu") or isi.perangkat_daerah,
    "unggulan": lambda baris, isi: _terdekat(baris, "unggulan"),
}
_SIMPUL: dict[str, Callable[[SimpulIsi], str]] = {
    "kode": lambda s: s.kode,
    "nama": lambda s: s.nama,
    "kinerja": lambda s: s.kinerja,
    "uraian": sebutan,
    "kode_nama": lambda s: f"{s.kode} {sebutan(s)}".strip(),
    "unit": lambda s: s.unit,
}
_INDIKATOR: dict[str, Callable[[IndikatorIsi, int], str]] = {
    "indikator": lambda i, tahun: i.teks,
    "formulasi": lambda i, tahun: i.formulasi,
    "satuan": lambda i, tahun: i.satuan,
    "target": lambda i, tahun: dengan_satuan(i.target.get(tahun, ""), i.satuan),
    "target_saja": lambda i, tahun: i.target.get(tahun, ""),
}
