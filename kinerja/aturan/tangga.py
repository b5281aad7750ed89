"""The ladder of a document: which step leads from which status to which, and who takes it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from kinerja.aturan.temuan import Temuan
from kinerja.pilihan import StatusPohon

PANJANG_ALASAN = 2000


class Pelaku(StrEnum):
    """In which capacity somebody takes a step; ``kinerja.wewenang`` says who has it that day."""

    PENGAJU = "PENGAJU"
    VERIFIKATOR = "VERIFIKATOR"
    PENYETUJU = "PENYETUJU"


@dataclass(frozen=True)
class Langkah:
    """One step. ``verifikasi`` True: only where the pemda verifies, False: only where not."""

    kata_kerja: str
    dari: str
    ke: str
    pelaku: Pelaku
    verifikasi: bool | None = None

    def berlaku(self, verifikasi: bool) -> bool:
        return self.verifikasi in (None, verifikasi)


S, P = StatusPohon, Pelaku
TANGGA = (
    Langkah("ajukan", S.DRAF, S.DIAJUKAN, P.PENGAJU),
    Langkah("ajukan", S.DIKEMBALIKAN, S.DIAJUKAN, P.PENGAJU),
    Langkah("verifikasi", S.DIAJUKAN, S.DIVERIFIKASI, P.VERIFIKATOR, verifikasi=True),
    Langkah("kembalikan", S.DIAJUKAN, S.DIKEMBALIKAN, P.VERIFIKATOR, verifikasi=True),
    Langkah("kembalikan", S.DIVERIFIKASI, S.DIKEMBALIKAN, P.VERIFIKATOR, verifikasi=True),
    Langkah("kembalikan", S.DIAJUKAN, S.DIKEMBALIKAN, P.PENYETUJU),
    Langkah("kembalikan", S.DIVERIFIKASI, S.DIKEMBALIKAN, P.PENYETUJU),
    Langkah("setujui", S.DIAJUKAN, S.DISETUJUI, P.PENYETUJU, verifikasi=False),
    Langkah("setujui", S.DIVERIFIKASI, S.DISETUJUI, P.PENYETUJU),
)
"""Every step that there is. A status that no step leaves is final."""

KATA_KERJA = tuple(dict.fromkeys(langkah.kata_kerja for langkah in TANGGA))
PERLU_BERSIH = frozenset({"ajukan", "setujui"})
"""Steps that open findings of level GALAT stop."""
SELESAI = {
    "ajukan": "diajukan",
    "verifikasi": "diverifikasi",
    "kembalikan": "dikembalikan",
    "setujui": "disetujui",
}
"""What was done, as history and messages say it."""


def langkah_terbuka(status: str, pelaku: Collection[str], verifikasi: bool) -> tuple[Langkah, ...]:
    """The steps that these capacities may take now, each once."""
    hasil = {
        langkah.kata_kerja: langkah
        for langkah in TANGGA
        if langkah.dari == status and langkah.pelaku in pelaku and langkah.berlaku(verifikasi)
    }
    return tuple(hasil.values())


def berwenang(kata_kerja: str, pelaku: Collection[str], verifikasi: bool) -> bool:
    """Does one of these capacities ever take this step, whatever the status?"""
    return any(
        langkah.pelaku in pelaku and langkah.berlaku(verifikasi)
        for langkah in TANGGA
        if langkah.kata_kerja == kata_kerja
    )


def tujuan(kata_kerja: str, status: str, verifikasi: bool) -> str | None:
    """The status that the step leads to, None when it can't be taken from ``status``."""
    return next(
        (
            langkah.ke
            for langkah in TANGGA
            if (langkah.kata_kerja, langkah.dari) == (kata_kerja, status)
            and langkah.berlaku(verifikasi)
        ),
        None,
    )


def periksa_langkah(kata_kerja: str, status: str, verifikasi: bool) -> list[Temuan]:
    """Is the document on the rung that the step starts from?"""
    if tujuan(kata_kerja, status, verifikasi) is not None:
        return []
    dari = [
        str(S(langkah.dari).label)
        for langkah in TANGGA
        if langkah.kata_kerja == kata_kerja and langkah.berlaku(verifikasi)
    ]
    boleh = " atau ".join(dict.fromkeys(dari))
    pesan = (
        f"Dokumen ini kini berstatus {S(status).label}, jadi tidak dapat {SELESAI[kata_kerja]}; "
        f"itu hanya dari {boleh}."
    )
    return [Temuan(kode="STATUS_LAIN", pesan=pesan)]


def periksa_dilihat(dilihat: int, kini: int) -> list[Temuan]:
    """What somebody submits or approves is what stood on the screen."""
    if dilihat == kini:
        return []
    pesan = "Isi dokumen berubah sesudah halaman ini dibuka; periksa lagi isinya, lalu ulangi."
    return [Temuan(kode="DOKUMEN_BERUBAH", pesan=pesan)]


def periksa_galat(kata_kerja: str, banyak: int) -> list[Temuan]:
    """Errors are settled before the document goes up."""
    if not banyak or kata_kerja not in PERLU_BERSIH:
        return []
    pesan = f"Masih ada {banyak} temuan yang harus diperbaiki dahulu; daftarnya di halaman status."
    return [Temuan(kode="MASIH_ADA_GALAT", pesan=pesan)]


def periksa_alasan(kata_kerja: str, alasan: str) -> list[Temuan]:
    """Who sends a document back says why; nobody else does."""
    if kata_kerja != "kembalikan":
        return []
    if not alasan:
        pesan = "Tulis alasannya: apa yang harus diperbaiki penyusun."
        return [Temuan(kode="ALASAN_KOSONG", pesan=pesan).di(medan="alasan")]
    if len(alasan) > PANJANG_ALASAN:
        pesan = f"Alasan paling banyak {PANJANG_ALASAN} huruf (kini {len(alasan)}); ringkaslah."
        return [Temuan(kode="TEKS_TERLALU_PANJANG", pesan=pesan).di(medan="alasan")]
    return []


def anak_tangga(status: str, verifikasi: bool) -> list[tuple[str, str]]:
    """The rungs to show as (words, keadaan); keadaan is "sudah", "kini" or "nanti"."""
    pertama = S.DIKEMBALIKAN if status == S.DIKEMBALIKAN else S.DRAF
    tengah = [S.DIVERIFIKASI] if verifikasi or status == S.DIVERIFIKASI else []
    urutan = [pertama, S.DIAJUKAN, *tengah, S.DISETUJUI]
    ke = urutan.index(S(status))
    kata = ("sudah", "kini", "nanti")
    return [(str(s.label), kata[1 + (n > ke) - (n < ke)]) for n, s in enumerate(urutan)]


def keterangan(status: str, penyetuju: str, verifikasi: bool) -> str:
    """Why the document is as it is, and what happens next; ``penyetuju`` is who approves it."""
    menunggu = "verifikasi Bappeda" if verifikasi else f"persetujuan {penyetuju}"
    minta = "Bila ada yang keliru, mintalah dokumen dikembalikan."
    return {
        S.DRAF: f"Isinya dapat diubah. Sesudah lengkap, perencana mengajukannya; {penyetuju} yang "
        "menyetujui.",
        S.DIAJUKAN: f"Terkunci selama menunggu {menunggu}. {minta}",
        S.DIKEMBALIKAN: "Perbaiki isinya menurut alasan di bawah ini, lalu ajukan lagi.",
        S.DIVERIFIKASI: f"Terkunci selama menunggu persetujuan {penyetuju}. {minta}",
        S.DISETUJUI: "Susunan, kalimat, dan indikatornya terkunci. Target dan pagu tetap diisi "
        "pada tahap yang terbuka; susunannya diubah dengan membuka perubahan.",
    }[S(status)]
