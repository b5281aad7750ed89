"""The ladder of a document: which step leads from which status to which, and who takes it."""

from __future__ import annotations

from enum import StrEnum

from kinerja.aturan.langkah import Langkah, Tangga
from kinerja.aturan.temuan import Temuan
from kinerja.pilihan import StatusPohon

PANJANG_ALASAN = 2000


class Pelaku(StrEnum):
    """In which capacity somebody takes a step; ``kinerja.wewenang`` says who has it that day."""

    PENGAJU = "PENGAJU"
    VERIFIKATOR = "VERIFIKATOR"
    PENYETUJU = "PENYETUJU"


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
DAKIAN = Tangga(TANGGA, StatusPohon, "Dokumen ini", SELESAI)
langkah_terbuka, berwenang = DAKIAN.terbuka, DAKIAN.berwenang
tujuan, periksa_langkah = DAKIAN.tujuan, DAKIAN.periksa


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
