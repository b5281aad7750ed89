"""From the text of a cell to the value of a field; what cannot be read says what to write."""

from __future__ import annotations

import re
from typing import Any

from kinerja.aturan.teks import kunci
from kinerja.impor.buku_kerja.isi import BERDAFTAR
from kinerja.impor.buku_kerja.kata import PILIHAN, kode
from kinerja.impor.potret import Potret

_TAHUN = re.compile(r"(?:19|20|21)\d\d", re.ASCII)


class TidakTerbaca(Exception):
    """The text fits no value; ``kode`` and the message make the finding."""

    def __init__(self, kode: str, pesan: str):
        self.kode = kode
        super().__init__(pesan)


def nilai_medan(potret: Potret, medan: str, teks: str) -> Any:
    """Raises TidakTerbaca. Empty choices mean their usual value, other empty cells nothing."""
    if medan in BERDAFTAR:
        return _pilihan(BERDAFTAR[medan], teks)
    if medan == "unit_id":
        return _unit(potret, teks)
    if medan in ("tahun_mulai", "tahun_sampai"):
        return _tahun(teks)
    if medan in ("formulasi", "program_terkait"):
        return [baris for baris in (b.strip() for b in teks.split("\n")) if baris]
    return teks


def _pilihan(daftar: str, teks: str) -> Any:
    satu = kode(daftar, teks)
    if satu is None:
        boleh = ", ".join(PILIHAN[daftar].values())
        apa = f"“{teks[:40]}” bukan pilihan" if teks else "Belum diisi"
        raise TidakTerbaca("PILIHAN_TIDAK_DIKENAL", f"{apa}; pilih salah satu: {boleh}.")
    return satu == "True" if daftar == "ya" else satu


def _unit(potret: Potret, teks: str) -> int | None:
    if not teks:
        return None
    if (unit := potret.unit.get(kunci(teks))) is None:
        pesan = (
            f"Unit “{teks[:60]}” belum terdaftar pada perangkat daerah ini; pilih dari daftar, "
            "atau daftarkan dahulu di Pengaturan."
        )
        raise TidakTerbaca("PILIHAN_TIDAK_DIKENAL", pesan)
    return unit


def _tahun(teks: str) -> int | None:
    if not teks:
        return None
    if not _TAHUN.fullmatch(teks):
        pesan = f"“{teks[:40]}” bukan tahun; tulis empat angka, misalnya 2026."
        raise TidakTerbaca("ANGKA_TIDAK_TERBACA", pesan)
    return int(teks)
