"""What the planner decided about single cells: what was typed, what stands instead."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.impor.kartu import angka_tampil
from kinerja.models import SesiImpor
from kinerja.pilihan import AksiImpor

KATA: dict[str, str] = {
    AksiImpor.SAMA: "kotak yang sama",
    AksiImpor.BARU: "kotak baru",
    AksiImpor.TUKAR: "ditukar dengan tujuannya",
    AksiImpor.TETAP: "tetap indikator",
}


@dataclass(frozen=True)
class Putusan:
    """One decision. ``hasil`` is "" for a cell that stays unfilled."""

    alamat: str
    sel: str
    asal: str
    hasil: str


def daftar_putusan(sesi: SesiImpor) -> list[Putusan]:
    """Every decision of a session; they stay with it after it was applied."""
    asal = sesi.rencana.get("asal", {})
    hasil = [
        Putusan(alamat, sel(alamat), asal.get(alamat, ""), angka_tampil(nilai))
        for alamat, nilai in sesi.koreksi.items()
    ]
    for alamat, jawaban in sesi.rencana.get("keputusan", {}).items():
        hasil.append(Putusan(alamat, sel(alamat), asal.get(alamat, ""), KATA.get(jawaban, jawaban)))
    return hasil


def kata_putusan(sesi: SesiImpor) -> list[str]:
    """How many cells were repaired and left unfilled, in words: "5 sel diperbaiki"."""
    diisi = sum(nilai != "" for nilai in sesi.koreksi.values())
    banyak = ((diisi, "diperbaiki"), (len(sesi.koreksi) - diisi, "dibiarkan belum diisi"))
    return [f"{n} sel {kata}" for n, kata in banyak if n]


def sel(alamat: str) -> str:
    """The cell of "LEMBAR!SEL"."""
    return alamat.rpartition("!")[2]
