"""The reading child: guard first, then the values, under limits of memory and CPU time.

Started by pembaca as ``python -I -S anak.py REQUEST`` in a temporary directory. It answers with
a file of JSON lines, so that nothing but plain data comes back. No Django here.
"""

from __future__ import annotations

import datetime as dt
import json
import resource
import sys
from collections.abc import Iterator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

    from kinerja.impor.pengaman import Batas, Paket, Telaah

HASIL = "hasil.jsonl"
SALINAN = "salinan.xlsx"
BARIS_SEKALI = 2_000  # rows of one answer line: neither side holds the sheet twice
BULAT_TERBESAR = 1e15  # from here on a float has no exact units


def utama(permintaan: str) -> None:
    minta = json.loads(permintaan)
    _batasi(minta["batas"]["byte_memori"], minta["batas"]["detik_cpu"])
    sys.path[:0] = minta["jalur_modul"]
    from kinerja.impor.pengaman import Batas, BerkasDitolak

    batas = Batas(**minta["batas"])
    with open(HASIL, "w", encoding="ascii") as hasil:
        try:
            for baris in _jawaban(minta["jalur"], batas):
                hasil.write(baris + "\n")
        except BerkasDitolak as ditolak:
            hasil.write(json.dumps({"ditolak": [ditolak.kode, ditolak.pesan]}) + "\n")


def _batasi(byte_memori: int, detik_cpu: int) -> None:
    for apa, batas in (
        (resource.RLIMIT_AS, byte_memori),
        (resource.RLIMIT_CPU, detik_cpu),
        (resource.RLIMIT_CORE, 0),
    ):
        _, terkeras = resource.getrlimit(apa)
        if terkeras != resource.RLIM_INFINITY:
            batas = min(batas, terkeras)
        resource.setrlimit(apa, (batas, batas))


def _jawaban(jalur: str, batas: Batas) -> Iterator[str]:
    """JSON lines: a sheet, then its rows in portions. Raises BerkasDitolak."""
    from kinerja.impor.pengaman import periksa
    from kinerja.impor.pengaman.batas import rusak, terlalu_besar

    sisa = batas.byte_hasil
    try:
        for bagian in _bagian(periksa(jalur, SALINAN, batas), batas):
            baris = json.dumps(bagian, separators=(",", ":"), check_circular=False)
            sisa -= len(baris)
            if sisa < 0:
                raise terlalu_besar("isi teksnya terlalu banyak")
            yield baris
    except MemoryError as galat:
        raise terlalu_besar("memerlukan terlalu banyak memori") from galat
    except Exception as galat:
        if type(galat).__module__.startswith("python_calamine"):
            raise rusak() from galat
        raise


def _bagian(paket: Paket, batas: Batas) -> Iterator[dict[str, object]]:
    buku = _buka() if paket.terbaca else None
    nomor = 0
    for telaah in paket.lembar:
        yield _telaah(telaah)
        if buku is not None and not telaah.terlalu_luas:
            yield from _nilai(buku.get_sheet_by_index(nomor), batas)
            nomor += 1


def _buka() -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_path(SALINAN)


def _telaah(telaah: Telaah) -> dict[str, object]:
    """Sets become lists; dicts keyed by place a list of places by value. JSON knows no better."""
    return {
        nama: _menurut_isi(nilai)
        if isinstance(nilai, dict)
        else sorted(nilai)
        if isinstance(nilai, set)
        else nilai
        for nama, nilai in vars(telaah).items()
    }


def _menurut_isi(nilai: dict[tuple[int, int], object]) -> list[tuple[object, list[int]]]:
    """A formula or format that thousands of cells share is written once: row, column, row, …"""
    hasil: dict[object, list[int]] = {}
    for letak, isi in nilai.items():
        hasil.setdefault(isi, []).extend(letak)
    return list(hasil.items())


def _nilai(lembar: CalamineSheet, batas: Batas) -> Iterator[dict[str, object]]:
    """Rows from A1 on in portions; dates apart, as JSON has none."""
    if lembar.start is None:
        return
    awal: list[object] = [None] * lembar.start[1]  # iter_rows begins at the first column used
    baris: list[list[object]] = []
    tanggal: list[list[object]] = []
    for nomor, mentah in enumerate(lembar.iter_rows()):
        hari: list[tuple[int, str, object]] = []
        baris.append(_sel_sel(awal, mentah, hari, batas.huruf_sel))
        tanggal += [[nomor, *satu] for satu in hari]
        if len(baris) == BARIS_SEKALI:
            yield {"baris": baris, "tanggal": tanggal}
            baris, tanggal = [], []
    yield {"baris": baris, "tanggal": tanggal}


def _sel_sel(
    awal: list[object], mentah: list, hari: list[tuple[int, str, object]], huruf_terbanyak: int
) -> list[object]:
    """One row without its empty tail; dates go to ``hari``. Runs for every cell: few calls."""
    hasil = awal.copy()
    for sel in mentah:
        jenis = type(sel)
        if jenis is str:
            periksa = len(sel) > huruf_terbanyak or "\r" in sel
            hasil.append(_teks(sel, huruf_terbanyak) if periksa else sel or None)
        elif jenis is float:
            hasil.append(int(sel) if sel.is_integer() and abs(sel) < BULAT_TERBESAR else sel)
        elif jenis is bool or jenis is int:
            hasil.append(sel)
        else:
            hari.append((len(hasil), *_tanggal(sel)))
            hasil.append(None)
    while hasil and hasil[-1] is None:
        hasil.pop()
    return hasil


def _teks(sel: str, huruf_terbanyak: int) -> str:
    if len(sel) > huruf_terbanyak:
        from kinerja.impor.pengaman.batas import angka, terlalu_besar

        raise terlalu_besar(f"ada sel yang isinya lebih dari {angka(huruf_terbanyak)} huruf")
    return sel.replace("\r\n", "\n")


def _tanggal(sel: object) -> tuple[str, object]:
    if isinstance(sel, dt.datetime):
        return "datetime", sel.isoformat()
    if isinstance(sel, dt.date):
        return "date", sel.isoformat()
    if isinstance(sel, dt.time):
        return "time", sel.isoformat()
    return "timedelta", sel.total_seconds() if isinstance(sel, dt.timedelta) else 0


if __name__ == "__main__":
    utama(sys.argv[1])
