"""What waits for somebody, from every room, with dates.

A room registers a function in its AppConfig, as in ``kaitan.py``; ``kinerja`` knows none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from django.db.models import Q

from kinerja.dokumen_diukur import peristiwa_akhir
from kinerja.models import Pejabat, Pengguna, PerangkatDaerah, Pohon
from kinerja.models.jabatan import pemegang
from kinerja.wewenang import Penyetuju


class Kelompok(StrEnum):
    """Why it waits, in the order of the page."""

    PUTUSAN = "Menunggu keputusan Anda"
    KEMBALI = "Dikembalikan kepada Anda"
    TENGGAT = "Batas waktu pengisian"
    PERMINTAAN = "Permintaan kepada Anda"
    KOMENTAR = "Komentar yang menyebut Anda"
    TEMUAN = "Temuan kotak Anda"


class Butir(NamedTuple):
    """One thing to do: ``pada`` is since when it waits, ``tenggat`` until when there is time."""

    kelompok: Kelompok
    judul: str
    alamat: str
    keterangan: str = ""
    pada: datetime | None = None
    tenggat: date | None = None


class Daftar(NamedTuple):
    """The things of one group; with a deadline the nearest first, else the newest."""

    nama: str
    butir: list[Butir]


@dataclass
class Saya:
    """Who asks, and when. ``dokumen``: planning documents in sight, with their agencies and the
    settings of their pemda, all editions, with ``peristiwa`` as ``dokumen_diukur``
    has it. What several rooms ask is read once.
    """

    pengguna: Pengguna
    hari: date

    @cached_property
    def dokumen(self) -> list[Pohon]:
        terlihat = Pohon.objects.tampak().terlihat_oleh(self.pengguna).dengan_pengaturan()
        daftar = terlihat.annotate(peristiwa=peristiwa_akhir())
        return list(daftar.order_by("-diubah_pada", "pk"))

    @cached_property
    def kursi(self) -> frozenset[int]:
        """The positions held today; a Plh. acts before the one he stands in for."""
        return frozenset(p.jabatan_id for p in self._milik)

    @cached_property
    def lembaga_kursi(self) -> frozenset[int]:
        """The agencies of these positions."""
        return frozenset(p.jabatan.perangkat_daerah_id for p in self._milik)

    def penyetuju(self, lembaga: PerangkatDaerah) -> Penyetuju:
        """Who approves for an agency in sight, without a query."""
        ada = (p for p in self._pejabat.values() if p.jabatan.kepala)
        milik = next((p for p in ada if p.jabatan.perangkat_daerah_id == lembaga.pk), None)
        return Penyetuju(milik.jabatan if milik else None, milik)

    @cached_property
    def _milik(self) -> list[Pejabat]:
        milik = self._pejabat.values()
        return [p for p in milik if p.pegawai_id == self.pengguna.pegawai_id]

    @cached_property
    def _pejabat(self) -> dict[int, Pejabat]:
        """By position who holds it today: heads of the agencies in sight, and one's own."""
        kini = Pejabat.objects.belum_selesai(self.hari).filter(mulai__lte=self.hari)
        sendiri = kini.filter(pegawai=self.pengguna.pegawai_id or 0).values("jabatan")
        terlihat = PerangkatDaerah.objects.terlihat_oleh(self.pengguna)
        kepala = Q(jabatan__kepala=True, jabatan__perangkat_daerah__in=terlihat)
        daftar: dict[int, list[Pejabat]] = {}
        semua = kini.filter(kepala | Q(jabatan__in=sendiri)).select_related("jabatan", "pegawai")
        for satu in semua.order_by("-mulai", "-pk"):
            daftar.setdefault(satu.jabatan_id, []).append(satu)
        return {j: p for j, semua in daftar.items() if (p := pemegang(semua)) is not None}


Penyumbang = Callable[[Saya], list[Butir]]
"""What a room has for somebody. One query, or a fixed few."""

_DAFTAR: dict[str, Penyumbang] = {}
AWAL = datetime(1, 1, 1, tzinfo=UTC)


def daftarkan(nama: str, penyumbang: Penyumbang) -> None:
    """Register a room once; the same name again replaces it."""
    _DAFTAR[nama] = penyumbang


def kerja_saya(pengguna: Pengguna, hari: date) -> list[Daftar]:
    """By group, in their order; empty groups are left out."""
    saya = Saya(pengguna, hari)
    semua = [satu for penyumbang in _DAFTAR.values() for satu in penyumbang(saya)]
    hasil = []
    for kelompok in Kelompok:
        milik = sorted((b for b in semua if b.kelompok == kelompok), key=_urutan)
        hasil += [Daftar(str(kelompok), milik)] if milik else []
    return hasil


def _urutan(butir: Butir) -> tuple[date, float]:
    return butir.tenggat or date.max, -(butir.pada or AWAL).timestamp()
