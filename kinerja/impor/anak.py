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
    from python_calamine import CalamineSheet

    from kinerja.impor.pengaman import Batas, Paket, Telaah

HASIL = "hasil.jsonl"
SALINAN = "salinan.xlsx"
BULAT_TERBESAR = 1e15  # from here on a float has no exact units


def utama(permintaan: str) -> None:
    minta = json.loads(permintaan)
    _batasi(minta["batas"]["byte_memori"], minta["batas"]["detik_cpu"])
    sys.path[:0] = minta["jalur_modul"]
    from kinerja.impor.pengaman import Batas, BerkasDitolak

    batas = Batas(**minta["batas"])
    try:
        jawaban = list(_jawaban(minta["jalur"], batas))
    except BerkasDitolak as ditolak:
        jawaban = [json.dumps({"ditolak": [ditolak.kode, ditolak.pesan]})]
    with open(HASIL, "w", encoding="ascii") as hasil:
        hasil.write("\n".join(jawaban))


def _batasi(byte_memori: int, detik_cpu: int) -> None:
    for apa, batas in (
        (resource.RLIMIT_AS, byte_memori),
        (resource.RLIMIT_CPU, detik_cpu),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(apa, (batas, batas))


def _jawaban(jalur: str, batas: Batas) -> Iterator[str]:
    """One JSON line per sheet. Raises BerkasDitolak."""
    from kinerja.impor.pengaman import periksa
    from kinerja.impor.pengaman.batas import rusak, terlalu_besar

    sisa = batas.byte_hasil
    try:
        for bagian in _lembar(periksa(jalur, SALINAN, batas), batas):
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


def _lembar(paket: Paket, batas: Batas) -> Iterator[dict[str, object]]:
    if not paket.terbaca:
        yield from (_telaah(telaah) for telaah in paket.lembar)
        return
    from python_calamine import CalamineWorkbook

    buku = CalamineWorkbook.from_path(SALINAN)
    nomor = 0
    for telaah in paket.lembar:
        bagian = _telaah(telaah)
        if not telaah.terlalu_luas:
            bagian |= _nilai(buku.get_sheet_by_index(nomor), batas)
            nomor += 1
        yield bagian


def _telaah(telaah: Telaah) -> dict[str, object]:
    """Sets and dicts keyed by place become lists; JSON knows no better."""
    return {
        nama: [[*kunci, isi] for kunci, isi in nilai.items()]
        if isinstance(nilai, dict)
        else sorted(nilai)
        if isinstance(nilai, set)
        else nilai
        for nama, nilai in vars(telaah).items()
    }


def _nilai(lembar: CalamineSheet, batas: Batas) -> dict[str, object]:
    """Rows from A1 on without empty tails; dates apart, as JSON has none."""
    tanggal: list[list[object]] = []
    hasil: list[list[object]] = []
    for nomor, mentah in enumerate(lembar.to_python(skip_empty_area=False)):
        baris: list[object] = []
        for kolom, sel in enumerate(mentah):
            if isinstance(sel, str):
                baris.append(_teks(sel, batas) if sel else None)
            elif isinstance(sel, float):
                baris.append(int(sel) if sel.is_integer() and abs(sel) < BULAT_TERBESAR else sel)
            elif isinstance(sel, int):
                baris.append(sel)
            else:
                tanggal.append([nomor, kolom, *_tanggal(sel)])
                baris.append(None)
        _pangkas(baris)
        hasil.append(baris)
    _pangkas(hasil)
    return {"baris": hasil, "tanggal": tanggal}


def _teks(sel: str, batas: Batas) -> str:
    if len(sel) > batas.huruf_sel:
        from kinerja.impor.pengaman.batas import angka, terlalu_besar

        raise terlalu_besar(f"ada sel yang isinya lebih dari {angka(batas.huruf_sel)} huruf")
    return sel.replace("\r\n", "\n") if "\r" in sel else sel


def _pangkas(daftar: list) -> None:
    """Drop empty items from the end."""
    while daftar and not daftar[-1] and daftar[-1] in (None, []):
        daftar.pop()


def _tanggal(sel: object) -> tuple[str, object]:
    """The kind that pembaca turns back, and its text."""
    if isinstance(sel, dt.datetime):
        return "datetime", sel.isoformat()
    if isinstance(sel, dt.date):
        return "date", sel.isoformat()
    if isinstance(sel, dt.time):
        return "time", sel.isoformat()
    return "timedelta", sel.total_seconds() if isinstance(sel, dt.timedelta) else 0


if __name__ == "__main__":
    utama(sys.argv[1])
