"""The ladder of an IKU document: that of a Pohon, then in force until a later one replaces it."""

from __future__ import annotations

from iku.pilihan import StatusDokumen as S
from kinerja.aturan import tangga as dasar
from kinerja.aturan.langkah import Langkah, Tangga
from kinerja.aturan.tangga import Pelaku
from kinerja.aturan.temuan import Temuan

BERLAKUKAN = "berlakukan"
TANGGA = (*dasar.TANGGA, Langkah(BERLAKUKAN, S.DISETUJUI, S.BERLAKU, Pelaku.PENGAJU))
"""Every step that somebody takes; DIGANTIKAN follows when a later document comes into force."""
SELESAI = dasar.SELESAI | {BERLAKUKAN: "dinyatakan berlaku"}
PERLU_BERSIH = dasar.PERLU_BERSIH
DAKIAN = Tangga(TANGGA, S, "Dokumen ini", SELESAI)
langkah_terbuka, berwenang = DAKIAN.terbuka, DAKIAN.berwenang
tujuan, periksa_langkah = DAKIAN.tujuan, DAKIAN.periksa


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
