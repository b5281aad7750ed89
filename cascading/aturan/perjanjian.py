"""The ladder of an agreement: which step leads where, and who takes it."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from cascading.pilihan import StatusPerjanjian
from kinerja.aturan.langkah import Langkah, Tangga
from kinerja.aturan.temuan import Temuan


class Pelaku(StrEnum):
    """PENGAJU: the promising official or a planner. VERIFIKATOR: looks at it before the superior
    does, where the pemda wants it. PENYETUJU: who holds the superior position that day. PENCATAT:
    may record the agreement of a superior who does not use the system.
    """

    PENGAJU = "PENGAJU"
    VERIFIKATOR = "VERIFIKATOR"
    PENYETUJU = "PENYETUJU"
    PENCATAT = "PENCATAT"


S, P = StatusPerjanjian, Pelaku
TANGGA = (
    Langkah("ajukan", S.DRAF, S.DIAJUKAN, P.PENGAJU),
    Langkah("ajukan", S.DIKEMBALIKAN, S.DIAJUKAN, P.PENGAJU),
    Langkah("tarik", S.DIAJUKAN, S.DRAF, P.PENGAJU),
    Langkah("verifikasi", S.DIAJUKAN, S.DIVERIFIKASI, P.VERIFIKATOR, verifikasi=True),
    Langkah("kembalikan", S.DIAJUKAN, S.DIKEMBALIKAN, P.VERIFIKATOR, verifikasi=True),
    Langkah("kembalikan", S.DIVERIFIKASI, S.DIKEMBALIKAN, P.VERIFIKATOR, verifikasi=True),
    Langkah("kembalikan", S.DIAJUKAN, S.DIKEMBALIKAN, P.PENYETUJU),
    Langkah("kembalikan", S.DIAJUKAN, S.DIKEMBALIKAN, P.PENCATAT),
    Langkah("kembalikan", S.DIVERIFIKASI, S.DIKEMBALIKAN, P.PENYETUJU),
    Langkah("kembalikan", S.DIVERIFIKASI, S.DIKEMBALIKAN, P.PENCATAT),
    Langkah("setujui", S.DIAJUKAN, S.DISETUJUI, P.PENYETUJU, verifikasi=False),
    Langkah("setujui", S.DIVERIFIKASI, S.DISETUJUI, P.PENYETUJU),
    Langkah("catat_persetujuan", S.DIAJUKAN, S.DISETUJUI, P.PENCATAT, verifikasi=False),
    Langkah("catat_persetujuan", S.DIVERIFIKASI, S.DISETUJUI, P.PENCATAT),
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
    "verifikasi": "diverifikasi",
    "kembalikan": "dikembalikan",
    "setujui": "disetujui",
    "catat_persetujuan": "disetujui menurut berkas",
    "berlakukan": "dinyatakan berlaku",
    "gantikan": "digantikan",
}
DAKIAN = Tangga(TANGGA, S, "Perjanjian ini", SELESAI)
berwenang, tujuan, periksa_langkah = DAKIAN.berwenang, DAKIAN.tujuan, DAKIAN.periksa
PERLU_BERSIH = frozenset({"ajukan", "verifikasi", "setujui", "catat_persetujuan"})
DAPAT_DIUBAH = frozenset({S.DRAF, S.DIKEMBALIKAN})
BEKU = frozenset({S.DISETUJUI, S.BERLAKU, S.DIGANTIKAN})
"""Its Dokumen exists and nothing of it changes any more."""
BERJALAN = frozenset({S.DRAF, S.DIAJUKAN, S.DIKEMBALIKAN, S.DIVERIFIKASI})
MENUNGGU = frozenset({S.DIAJUKAN, S.DIVERIFIKASI})
"""Somebody else's turn; nothing of it changes meanwhile."""


def langkah_terbuka(status: str, pelaku: Collection[str], verifikasi: bool) -> list[str]:
    """The steps that these capacities may take now, each once."""
    terbuka = DAKIAN.terbuka(status, pelaku, verifikasi)
    return [s.kata_kerja for s in terbuka if s.kata_kerja != "gantikan"]


def menunggu_atasan(verifikasi: bool) -> str:
    """The status in which the superior's answer is next."""
    return str(S.DIVERIFIKASI if verifikasi else S.DIAJUKAN)


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
