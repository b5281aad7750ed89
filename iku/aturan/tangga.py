"""The ladder of an IKU document: that of a Pohon, then in force until a later one replaces it."""

from __future__ import annotations

from collections.abc import Collection

from iku.pilihan import StatusDokumen as S
from kinerja.aturan import tangga as dasar
from kinerja.aturan.tangga import Langkah, Pelaku
from kinerja.aturan.temuan import Temuan

BERLAKUKAN = "berlakukan"
TANGGA = (*dasar.TANGGA, Langkah(BERLAKUKAN, S.DISETUJUI, S.BERLAKU, Pelaku.PENGAJU))
"""Every step that somebody takes; DIGANTIKAN follows when a later document comes into force."""
SELESAI = dasar.SELESAI | {BERLAKUKAN: "dinyatakan berlaku"}
PERLU_BERSIH = dasar.PERLU_BERSIH


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
            str(langkah.ke)
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
    pesan = f"Dokumen ini kini berstatus {S(status).label}, jadi tidak dapat {SELESAI[kata_kerja]}."
    return [Temuan(kode="STATUS_LAIN", pesan=pesan)]


def periksa_terbuka(terbuka: bool, status: str) -> list[Temuan]:
    """Only a draft, or what came back, is written."""
    if terbuka:
        return []
    pesan = f"Dokumen IKU ini berstatus {S(status).label}, jadi isinya tidak dapat diubah."
    return [Temuan(kode="IKU_TERKUNCI", pesan=pesan)]


def anak_tangga(status: str, verifikasi: bool) -> list[tuple[str, str]]:
    """The rungs to show as (words, keadaan); keadaan is "sudah", "kini" or "nanti"."""
    pertama = S.DIKEMBALIKAN if status == S.DIKEMBALIKAN else S.DRAF
    tengah = [S.DIVERIFIKASI] if verifikasi or status == S.DIVERIFIKASI else []
    akhir = [S.DIGANTIKAN] if status == S.DIGANTIKAN else []
    urutan = [pertama, S.DIAJUKAN, *tengah, S.DISETUJUI, S.BERLAKU, *akhir]
    ke = urutan.index(S(status))
    kata = ("sudah", "kini", "nanti")
    return [(str(s.label), kata[1 + (n > ke) - (n < ke)]) for n, s in enumerate(urutan)]
