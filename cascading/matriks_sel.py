"""The text of one cell of the matrix."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cascading.matriks_isi import Baris, IndikatorIsi, IsiMatriks, SimpulIsi
from cascading.set_kolom import TINGKAT, Kolom

KOSONG = "-"
"""Printed where a level, a unit or an amount is missing."""

BERKALIMAT = frozenset({"visi", "misi", "tujuan", "sasaran", "aktivitas"})
"""Levels that are called by their sentence; the others by their nomenklatur name."""


PERSEN = frozenset({"%", "persen", "prosen", "percent"})
TAK_PUTUS = "\N{NO-BREAK SPACE}"


def angka_id(nilai: int) -> str:
    """Whole rupiah as documents print them: 6.312.818.993."""
    return f"{nilai:,}".replace(",", ".")


def teks_sel(kolom: Kolom, baris: Baris, isi: IsiMatriks, rinci: int | None) -> str:
    """What stands in the cell; ``rinci`` picks one indicator, None prints all of them."""
    if kolom.kunci in _LEPAS:
        return _LEPAS[kolom.kunci](baris, isi) or KOSONG
    simpul = baris.jalur.get(kolom.tingkat)
    if simpul is None:
        return KOSONG
    if kolom.medan in _INDIKATOR:
        return _teks_indikator(kolom, simpul, isi.tahun, rinci)
    if kolom.medan == "pengampu":
        return simpul.pengampu or KOSONG
    return _SIMPUL[kolom.medan](simpul) or KOSONG


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


def _teks_indikator(kolom: Kolom, s: SimpulIsi, tahun: int, rinci: int | None) -> str:
    ambil = _INDIKATOR["target_saja" if kolom.tanpa_satuan else kolom.medan]
    tahun = kolom.tahun or tahun
    if not s.indikator:
        return KOSONG
    if rinci is not None:
        return ambil(s.indikator[rinci], tahun) or KOSONG
    semua = [ambil(i, tahun) or KOSONG for i in s.indikator]
    seragam = len(set(semua)) == 1 and kolom.medan != "indikator"
    return semua[0] if len(semua) == 1 or seragam else bernomor(semua)


def bernomor(daftar: Sequence[str]) -> str:
    """Several entries of one merged cell; the same number finds the partner in the next column."""
    return "\n".join(f"{n}. {teks}" for n, teks in enumerate(daftar, 1))


def _terdekat(baris: Baris, medan: str) -> str:
    for tingkat in reversed(TINGKAT):
        simpul = baris.jalur.get(tingkat)
        if simpul is not None and (isi := getattr(simpul, medan)):
            return str(isi)
    return ""


_LEPAS: dict[str, Callable[[Baris, IsiMatriks], str]] = {
    "no": lambda baris, isi: str(baris.urut),
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
