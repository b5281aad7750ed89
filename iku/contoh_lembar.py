"""One reference sheet of the demo, filled in all its parts: made up for practice, as it says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from iku.models import DokumenIku
from kinerja.aturan.lembar import Lembar
from kinerja.contoh import orang
from kinerja.models import Indikator, Jabatan, Pengguna, PerangkatDaerah
from kinerja.pilihan import JenisRumus

TEKS = "Presentase PMKS yang tertangani"
DEFINISI = (
    "Bagian dari seluruh PMKS terdata yang pada tahun berjalan menerima sedikitnya satu layanan: "
    "rehabilitasi, bantuan, jaminan, atau pemberdayaan. Satu orang dihitung satu kali setahun."
)
SUMBER = "Data PMKS Dinas Sosial, diperbarui tiap triwulan; daftar penerima layanan tiap bidang."
BERTAHAP = "Naik satu poin setahun, sesuai kemampuan petugas dan pendamping yang tersedia."
LEMBAR = Lembar(
    kode="IKU-03",
    alasan="Menunjukkan langsung apakah yang membutuhkan layanan sosial sudah dijangkau.",
    jenis=JenisRumus.RASIO,
    bagian=("Jumlah PMKS yang tertangani", "Jumlah PMKS"),
    metode="Bidang menyerahkan daftar penerima layanan tiap akhir triwulan; Sekretariat "
    "menggabungkannya menurut NIK dan membuang yang ganda.",
    penyajian="Persen dengan dua angka di belakang koma, tiap tahun, dirinci menurut kecamatan "
    "dan jenis layanan.",
    mutu="Sepuluh orang tiap kecamatan dihubungi ulang; selisih lebih dari lima persen "
    "dikembalikan kepada bidang untuk diperbaiki.",
    keterbatasan="PMKS yang belum terdata tidak ikut terhitung. Isi lembar ini contoh latihan, "
    "bukan isi dokumen resmi.",
    alasan_target={"2025": "Tahun pertama periode; bertolak dari kondisi awal.",
                   **{str(t): BERTAHAP for t in range(2026, 2031)}},
)  # fmt: skip


def muat_lembar(
    milik: Mapping[str, PerangkatDaerah], akun: Mapping[str, Pengguna], pada: datetime
) -> None:
    """Of an IKU of the demo's IKU document, unless people have filled any part of it already."""
    dinas = milik[orang.DINAS_PANDEGLANG]
    ada = DokumenIku.objects.filter(perangkat_daerah=dinas).exists()
    semua = Indikator.objects.filter(
        pohon__perangkat_daerah=dinas, pohon__edisi=1, utama=True, teks=TEKS,
        lembar={}, definisi="", sumber_data="",
    )  # fmt: skip
    indikator = semua.select_related("pohon__perangkat_daerah__pemda").first()
    if not ada or indikator is None or not indikator.pohon.dapat_diubah:
        return
    siapa: dict[str, Any] = {"oleh": akun["perencana-pandeglang"], "pada": pada}
    isi = {"definisi": DEFINISI, "sumber_data": SUMBER, "lembar": LEMBAR.simpan()}
    indikator.pohon.ubah_indikator(indikator, isi, **siapa)
    kepala = Jabatan.objects.filter(perangkat_daerah=dinas, kepala=True)
    indikator.pohon.tanggungkan(indikator, jabatan=kepala, lembaga=[], **siapa)
