"""The steps of a crosscutting: who asks, who answers, what each answer needs."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from cascading.pilihan import StatusLintas
from kinerja.aturan.langkah import Langkah, Tangga
from kinerja.aturan.temuan import Letak, Temuan
from kinerja.pilihan import JenisPohon, Jenjang

PANJANG_ISI = 1000
JENIS = (JenisPohon.POHON_KINERJA, JenisPohon.CASCADING)
"""Documents whose boxes ask and answer."""
JENJANG = (
    Jenjang.KONDISI, Jenjang.TUJUAN, Jenjang.SASARAN, Jenjang.PROGRAM, Jenjang.KEGIATAN,
    Jenjang.SUB_KEGIATAN, Jenjang.AKTIVITAS,
)  # fmt: skip


class Sisi(StrEnum):
    """PEMINTA: whoever edits the asking box. DIMINTA: planner or head of the asked side."""

    PEMINTA = "PEMINTA"
    DIMINTA = "DIMINTA"


S = StatusLintas
TANGGA = (
    Langkah("setujui", S.MENUNGGU, S.DISETUJUI, Sisi.DIMINTA),
    Langkah("tolak", S.MENUNGGU, S.DITOLAK, Sisi.DIMINTA),
    Langkah("tarik", S.MENUNGGU, S.DITARIK, Sisi.PEMINTA),
    Langkah("tarik", S.DISETUJUI, S.DITARIK, Sisi.PEMINTA),
    Langkah("tarik", S.DISETUJUI, S.DITARIK, Sisi.DIMINTA),
)
"""Every step that there is. What is refused or taken back is asked anew as another row."""
SELESAI = {
    "minta": "diminta",
    "setujui": "disetujui",
    "tolak": "ditolak",
    "tarik": "ditarik",
}
DAKIAN = Tangga(TANGGA, S, "Permintaan ini", SELESAI)
berwenang, tujuan = DAKIAN.berwenang, DAKIAN.tujuan
BERJALAN = (S.MENUNGGU, S.DISETUJUI)
"""Shown on both trees; one of these per box and asked side."""
BERALASAN = (S.DITOLAK, S.DITARIK)


def langkah_terbuka(status: str, sisi: Collection[str]) -> list[str]:
    """The steps that these sides may take now, each once."""
    return [s.kata_kerja for s in DAKIAN.terbuka(status, sisi)]


def periksa_langkah(kata_kerja: str, status: str, alasan: str) -> list[Temuan]:
    """Is the step open from here, and is a reason given where one is needed?"""
    if lain := DAKIAN.periksa(kata_kerja, status):
        return lain
    if tujuan(kata_kerja, status) in BERALASAN:
        return periksa_teks("alasan", alasan, "Tulis alasannya; pihak lain membacanya.")
    return []


def periksa_teks(medan: str, teks: str, kosong: str) -> list[Temuan]:
    """A sentence that the other side reads: there, and not too long."""
    letak = Letak(medan=medan)
    if not teks:
        return [Temuan(kode="TEKS_KOSONG", pesan=kosong, letak=letak)]
    if len(teks) > PANJANG_ISI:
        pesan = f"Paling panjang {PANJANG_ISI} huruf; ini {len(teks)}."
        return [Temuan(kode="TEKS_PANJANG", pesan=pesan, letak=letak)]
    return []


def periksa_kotak(jenis: str, jenjang: str) -> list[Temuan]:
    """A condition, or tujuan to aktivitas of a cascading."""
    if jenis in JENIS and jenjang in JENJANG:
        return []
    pesan = "Pilih kondisi pohon kinerja, atau tujuan sampai aktivitas sebuah cascading."
    return [Temuan(kode="BUKAN_KOTAK_LINTAS", pesan=pesan)]


def periksa_diminta(*, serumah: bool, sendiri: bool, berunit: bool) -> list[Temuan]:
    """Another agency of the pemda, one of its units, or another unit of the own agency."""
    letak = Letak(medan="diminta")
    if not serumah:
        pesan = "Yang diminta harus perangkat daerah atau unit di pemda yang sama."
        return [Temuan(kode="DIMINTA_LAIN_PEMDA", pesan=pesan, letak=letak)]
    if sendiri and not berunit:
        pesan = "Itu perangkat daerah Anda sendiri; pilih unitnya atau perangkat daerah lain."
        return [Temuan(kode="DIMINTA_SENDIRI", pesan=pesan, letak=letak)]
    return []
