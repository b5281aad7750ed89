"""The ladder of an agreement: which step leads where, and who takes it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from cascading.pilihan import StatusPerjanjian
from kinerja.aturan.temuan import Temuan

PANJANG_ALASAN = 2000


class Pelaku(StrEnum):
    """PENGAJU: the promising official or a planner. PENYETUJU: who holds the superior position
    that day. PENCATAT: may record the agreement of a superior who does not use the system.
    """

    PENGAJU = "PENGAJU"
    PENYETUJU = "PENYETUJU"
    PENCATAT = "PENCATAT"


@dataclass(frozen=True)
class Langkah:
    """One step: from which status to which, and in which capacity it is taken."""

    kata_kerja: str
    dari: str
    ke: str
    pelaku: Pelaku


S, P = StatusPerjanjian, Pelaku
TANGGA = (
    Langkah("ajukan", S.DRAF, S.DIAJUKAN, P.PENGAJU),
    Langkah("ajukan", S.DIKEMBALIKAN, S.DIAJUKAN, P.PENGAJU),
    Langkah("tarik", S.DIAJUKAN, S.DRAF, P.PENGAJU),
    Langkah("kembalikan", S.DIAJUKAN, S.DIKEMBALIKAN, P.PENYETUJU),
    Langkah("kembalikan", S.DIAJUKAN, S.DIKEMBALIKAN, P.PENCATAT),
    Langkah("setujui", S.DIAJUKAN, S.DISETUJUI, P.PENYETUJU),
    Langkah("catat_persetujuan", S.DIAJUKAN, S.DISETUJUI, P.PENCATAT),
    Langkah("berlakukan", S.DISETUJUI, S.BERLAKU, P.PENGAJU),
    Langkah("gantikan", S.DISETUJUI, S.DIGANTIKAN, P.PENYETUJU),
    Langkah("gantikan", S.BERLAKU, S.DIGANTIKAN, P.PENYETUJU),
)
"""Every step that there is. ``gantikan`` has no button: it is what the approval of the next
agreement does to this one.
"""
SELESAI = {
    "ajukan": "diajukan",
    "tarik": "ditarik kembali",
    "kembalikan": "dikembalikan",
    "setujui": "disetujui",
    "catat_persetujuan": "disetujui menurut berkas",
    "berlakukan": "dinyatakan berlaku",
    "gantikan": "digantikan",
}
PERLU_BERSIH = frozenset({"ajukan", "setujui", "catat_persetujuan"})
DAPAT_DIUBAH = frozenset({S.DRAF, S.DIKEMBALIKAN})
BEKU = frozenset({S.DISETUJUI, S.BERLAKU, S.DIGANTIKAN})
"""Its Dokumen exists and nothing of it changes any more."""
BERJALAN = frozenset({S.DRAF, S.DIAJUKAN, S.DIKEMBALIKAN})


def langkah_terbuka(status: str, pelaku: Collection[str]) -> list[str]:
    """The steps that these capacities may take now, each once."""
    daftar = [t.kata_kerja for t in TANGGA if t.dari == status and t.pelaku in pelaku]
    return [k for k in dict.fromkeys(daftar) if k != "gantikan"]


def berwenang(kata_kerja: str, pelaku: Collection[str]) -> bool:
    """Does one of these capacities ever take this step, whatever the status?"""
    return any(t.pelaku in pelaku for t in TANGGA if t.kata_kerja == kata_kerja)


def tujuan(kata_kerja: str, status: str) -> str | None:
    """The status that the step leads to; None when it can't be taken from ``status``."""
    daftar = (t.ke for t in TANGGA if (t.kata_kerja, t.dari) == (kata_kerja, status))
    return next(daftar, None)


def periksa_langkah(kata_kerja: str, status: str) -> list[Temuan]:
    """Is the agreement on the rung that the step starts from?"""
    if tujuan(kata_kerja, status) is not None:
        return []
    dari = dict.fromkeys(str(S(t.dari).label) for t in TANGGA if t.kata_kerja == kata_kerja)
    pesan = (
        f"Perjanjian ini kini berstatus {S(status).label}, jadi tidak dapat "
        f"{SELESAI[kata_kerja]}; itu hanya dari {' atau '.join(dari)}."
    )
    return [Temuan(kode="STATUS_LAIN", pesan=pesan)]


def periksa_dilihat(dilihat: str, kini: str) -> list[Temuan]:
    """What somebody submits or approves is what stood on the screen (fingerprints)."""
    if dilihat == kini:
        return []
    pesan = "Isi perjanjian berubah sesudah halaman ini dibuka; periksa lagi, lalu ulangi."
    return [Temuan(kode="PERJANJIAN_BERUBAH", pesan=pesan)]


def periksa_bersih(kata_kerja: str, temuan: Collection[Temuan]) -> list[Temuan]:
    """Errors are settled before the agreement goes up."""
    galat = [t for t in temuan if t.menghalangi]
    if not galat or kata_kerja not in PERLU_BERSIH:
        return []
    pesan = f"Masih ada {len(galat)} temuan yang harus diperbaiki dahulu: {galat[0].pesan}"
    return [Temuan(kode="MASIH_ADA_GALAT", pesan=pesan)]


def periksa_alasan(kata_kerja: str, alasan: str) -> list[Temuan]:
    """Who sends an agreement back says why."""
    if kata_kerja != "kembalikan":
        return []
    if not alasan:
        pesan = "Tulis alasannya: apa yang harus diperbaiki."
        return [Temuan(kode="ALASAN_KOSONG", pesan=pesan).di(medan="alasan")]
    if len(alasan) > PANJANG_ALASAN:
        pesan = f"Alasan paling banyak {PANJANG_ALASAN} huruf (kini {len(alasan)}); ringkaslah."
        return [Temuan(kode="TEKS_TERLALU_PANJANG", pesan=pesan).di(medan="alasan")]
    return []
