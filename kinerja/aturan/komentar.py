"""What may be said about a box, answered, resolved and reopened."""

from __future__ import annotations

from kinerja.aturan.temuan import Temuan

PANJANG_KOMENTAR = 4000


def periksa_tulisan(teks: str) -> list[Temuan]:
    """``teks`` without the blanks around it."""
    if not teks:
        pesan = "Komentar masih kosong; tulis dahulu isinya."
        return [Temuan(kode="KOMENTAR_KOSONG", pesan=pesan).di(medan="teks")]
    if len(teks) > PANJANG_KOMENTAR:
        pesan = (
            f"Komentar ini {len(teks)} huruf, paling banyak {PANJANG_KOMENTAR}; "
            "ringkas atau bagi menjadi beberapa komentar."
        )
        return [Temuan(kode="KOMENTAR_PANJANG", pesan=pesan).di(medan="teks")]
    return []


def periksa_balasan(membalas: bool, selesai: bool) -> list[Temuan]:
    """One level of answers, below what is still open."""
    if membalas:
        pesan = "Balas komentar pertamanya; balasan tidak dibalas lagi."
        return [Temuan(kode="BALASAN_DIBALAS", pesan=pesan)]
    if selesai:
        pesan = "Komentar ini sudah selesai; buka lagi dahulu untuk membalasnya."
        return [Temuan(kode="KOMENTAR_SELESAI", pesan=pesan)]
    return []


def periksa_penyelesaian(membalas: bool, selesai: bool) -> list[Temuan]:
    if membalas:
        pesan = "Yang diselesaikan komentar pertamanya, beserta semua balasannya."
        return [Temuan(kode="BALASAN_DISELESAIKAN", pesan=pesan)]
    if selesai:
        pesan = "Komentar ini sudah diselesaikan; muat ulang halaman."
        return [Temuan(kode="KOMENTAR_SELESAI", pesan=pesan)]
    return []


def periksa_pembukaan(selesai: bool) -> list[Temuan]:
    if selesai:
        return []
    pesan = "Komentar ini masih terbuka; muat ulang halaman."
    return [Temuan(kode="KOMENTAR_TERBUKA", pesan=pesan)]
