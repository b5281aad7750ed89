"""The planner's word about column heads within a session: what it names, what it changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kinerja.impor.tajuk_peta import KolomTampil, kunci_judul, pilihan_kunci, sebutan_kunci

if TYPE_CHECKING:
    from kinerja.models import SesiImpor

BELUM = "?"
"""Stands for a head that nobody has explained yet."""


@dataclass(frozen=True)
class KolomPeta:
    """One column to be mapped: ``kini`` is the key it is read as, "" left out, BELUM unexplained.

    ``pilihan`` are the choices of a select, ``diingat``: the agency said so at an earlier import.
    """

    huruf: str
    judul: str
    contoh: str
    kunci: str
    kini: str
    pilihan: list[Any]
    diingat: bool

    @property
    def belum(self) -> bool:
        return self.kini == BELUM


def daftar_kolom(sesi: SesiImpor) -> list[KolomTampil]:
    """The columns of the last reading."""
    return [KolomTampil(*isi) for isi in sesi.rencana.get("kolom", ())]


def peta_dipakai(sesi: SesiImpor) -> dict[str, str]:
    """The part of the session's mapping that heads of its tables have."""
    peta = sesi.rencana.get("peta", {})
    judul = {kunci_judul(k.judul) for k in daftar_kolom(sesi)}
    return {j: kunci for j, kunci in peta.items() if j in judul}


def kolom_peta(sesi: SesiImpor) -> list[KolomPeta]:
    """Every column of the tables that are read, with the choices for it."""
    periode = sesi.pohon.periode if sesi.pohon else sesi.periode
    kelompok = pilihan_kunci(periode.daftar_tahun() if periode else ())
    dipakai, diingat = peta_dipakai(sesi), set(sesi.rencana.get("peta_diingat", ()))
    hasil = []
    for k in daftar_kolom(sesi):
        kunci = kunci_judul(k.judul)
        kini = dipakai.get(kunci, k.kunci if k.dikenal else BELUM)
        pilihan = _pilihan(kini, kelompok)
        diingatkan = kunci in diingat and kunci in dipakai
        hasil.append(KolomPeta(k.huruf, k.judul, k.contoh, kunci, kini, pilihan, diingatkan))
    return hasil


def _pilihan(kini: str, kelompok: list[tuple[str, list[tuple[str, str]]]]) -> list[Any]:
    pilihan: list[Any] = [("", sebutan_kunci("")), *kelompok]
    if kini == BELUM:
        pilihan.insert(0, (BELUM, "Belum dijelaskan"))
    elif kini and not any(kini == kunci for _, daftar in kelompok for kunci, _ in daftar):
        pilihan.insert(0, (kini, sebutan_kunci(kini)))
    return pilihan


def kolom_asing(sesi: SesiImpor) -> list[KolomTampil]:
    """Columns that nobody has explained: their heads say nothing, nor did the planner."""
    dipakai = peta_dipakai(sesi)
    return [k for k in daftar_kolom(sesi) if not k.dikenal and kunci_judul(k.judul) not in dipakai]
