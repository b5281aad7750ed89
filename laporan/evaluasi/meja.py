"""The first page of the desk: every agency with what is open there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.models import PerangkatDaerah
from kinerja.mutu_pemda import RingkasanLembaga, ringkasan_lembaga
from laporan.evaluasi.daftar_catatan import hitung_catatan


@dataclass(frozen=True)
class BarisMeja:
    """One agency: its quality summary and its notes."""

    mutu: RingkasanLembaga
    berjalan: int
    menunggu: int
    lewat: int

    @property
    def lembaga(self) -> PerangkatDaerah:
        return self.mutu.lembaga


def meja(daftar: list[PerangkatDaerah], *, tahun: int, hari: date) -> list[BarisMeja]:
    """Two queries for all agencies (and what the quality summary checks anew)."""
    hitungan = hitung_catatan([p.pk for p in daftar], hari)
    ringkasan = ringkasan_lembaga(daftar, tahun=tahun, pada=hari)
    return [BarisMeja(r, *hitungan.get(r.lembaga.pk, (0, 0, 0))) for r in ringkasan]
