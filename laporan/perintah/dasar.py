"""What every kind of printing by command shares."""

from __future__ import annotations

import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from kinerja.models import Pohon, Tahap
from laporan.cetakan import Cetakan
from laporan.jenis_cetak import DAFTAR


class PerintahCetak(ABC):
    """One kind: its word on the command line, the files it can be, its arguments."""

    kode: str
    bantuan: str

    @property
    @abstractmethod
    def akhiran(self) -> tuple[str, ...]: ...

    def tambah_argumen(self, parser: CommandParser) -> None:
        """Beside --keluaran, which every kind has."""
        return None

    @abstractmethod
    def tulis(
        self, pilihan: dict[str, Any], keluaran: Path, akhiran: str, pada: date
    ) -> Iterable[str]:
        """Write the file; answers what to tell.

        Raises CommandError, AturanDilanggar or HurufTidakAda with a sentence.
        """


class PerintahCetakan(PerintahCetak):
    """A kind that is printed through the cache; ``kode`` is a key of ``jenis_cetak.DAFTAR``."""

    @property
    def akhiran(self) -> tuple[str, ...]:
        return tuple(DAFTAR[self.kode].pembuat)

    @abstractmethod
    def cetakan(self, pilihan: dict[str, Any], akhiran: str, pada: date) -> Cetakan: ...

    def kabar(self, cetakan: Cetakan) -> Iterable[str]:
        """Sentences about what was printed."""
        return ()

    def tulis(
        self, pilihan: dict[str, Any], keluaran: Path, akhiran: str, pada: date
    ) -> Iterable[str]:
        cetakan = self.cetakan(pilihan, akhiran, pada)
        shutil.copyfile(cetakan.berkas() or cetakan.buat(), keluaran)
        return self.kabar(cetakan)


def ambil_pohon(pk: int) -> Pohon:
    """Raises CommandError with a sentence."""
    semua = Pohon.objects.select_related("perangkat_daerah__pemda", "periode")
    if (pohon := semua.filter(pk=pk).first()) is None:
        raise CommandError(f"Dokumen {pk} tidak ada; lihat manage.py daftar_pohon.")
    return pohon


def ambil_tahun_tahap(pohon: Pohon, pilihan: dict[str, Any], hari: date) -> tuple[int, str]:
    """--tahun and --tahap, checked against the document; the year by default that of the day."""
    tahun = pilihan["tahun"] or pohon.periode.tahun_bawaan(hari)
    if tahun not in pohon.periode.daftar_tahun():
        daftar = ", ".join(map(str, pohon.periode.daftar_tahun()))
        raise CommandError(f"Tahun {tahun} di luar periode dokumen; yang ada: {daftar}.")
    tahap = str(pilihan["tahap"]).upper()
    if tahap:
        kode = Tahap.objects.sampai(pohon.perangkat_daerah, tahun).values_list("kode", flat=True)
        if tahap not in kode:
            ada = ", ".join(kode) or "belum ada"
            raise CommandError(f"Tahap {tahap} tahun {tahun} tidak ada; yang ada: {ada}.")
    return tahun, tahap
