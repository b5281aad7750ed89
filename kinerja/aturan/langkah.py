"""A ladder of statuses as a table: which step leads where, and in which capacity it is taken."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from kinerja.aturan.temuan import Temuan


@dataclass(frozen=True)
class Langkah:
    """One step. ``verifikasi`` True: only where the pemda verifies, False: only where not."""

    kata_kerja: str
    dari: str
    ke: str
    pelaku: str
    verifikasi: bool | None = None

    def berlaku(self, verifikasi: bool) -> bool:
        return self.verifikasi in (None, verifikasi)


@dataclass(frozen=True)
class Tangga:
    """Every step that there is; a status that no step leaves is final. ``status`` are its choices,
    ``sebutan`` begins the refusals ("Dokumen ini"), ``selesai`` says what was done, by kata_kerja.
    """

    langkah: tuple[Langkah, ...]
    status: Callable[[str], Any]
    sebutan: str
    selesai: Mapping[str, str]

    def terbuka(
        self, status: str, pelaku: Collection[str], verifikasi: bool = False
    ) -> tuple[Langkah, ...]:
        """The steps that these capacities may take now, each once."""
        hasil = {
            satu.kata_kerja: satu
            for satu in self.langkah
            if satu.dari == status and satu.pelaku in pelaku and satu.berlaku(verifikasi)
        }
        return tuple(hasil.values())

    def berwenang(self, kata_kerja: str, pelaku: Collection[str], verifikasi: bool = False) -> bool:
        """Does one of these capacities ever take this step, whatever the status?"""
        return any(s.pelaku in pelaku for s in self._milik(kata_kerja, verifikasi))

    def tujuan(self, kata_kerja: str, status: str, verifikasi: bool = False) -> str | None:
        """The status that the step leads to, None when it can't be taken from ``status``."""
        milik = self._milik(kata_kerja, verifikasi)
        return next((str(s.ke) for s in milik if s.dari == status), None)

    def periksa(self, kata_kerja: str, status: str, verifikasi: bool = False) -> list[Temuan]:
        """Does it stand on a rung that the step starts from?"""
        if self.tujuan(kata_kerja, status, verifikasi) is not None:
            return []
        dari = [str(self.status(s.dari).label) for s in self._milik(kata_kerja, verifikasi)]
        pesan = (
            f"{self.sebutan} kini berstatus {self.status(status).label}, jadi tidak dapat "
            f"{self.selesai[kata_kerja]}; itu hanya dari {' atau '.join(dict.fromkeys(dari))}."
        )
        return [Temuan(kode="STATUS_LAIN", pesan=pesan)]

    def _milik(self, kata_kerja: str, verifikasi: bool) -> list[Langkah]:
        return [s for s in self.langkah if s.kata_kerja == kata_kerja and s.berlaku(verifikasi)]
