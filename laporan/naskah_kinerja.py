"""Rencana aksi, pengukuran and E.81 of a document -> Naskah. Reads, never writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from cascading.baca_laporan import baca_laporan
from cascading.baca_perubahan import baca_perubahan
from cascading.e81 import FaktorEvaluasi, tabel_e81
from cascading.models import CatatanEvaluasi
from cascading.pengukuran import tabel_tahunan, tabel_triwulan
from cascading.perubahan_target import tabel_perubahan
from cascading.renaksi import ROMAWI, tabel_renaksi
from kinerja.aturan.temuan import tolak
from kinerja.models import (
    Jabatan,
    Pengukuran,
    PerangkatDaerah,
    Pohon,
    Realisasi,
    RealisasiAnggaran,
)
from kinerja.pilihan import JenisPohon, StatusPengukuran, StatusPohon
from kinerja.ringkasan_ukur import berubah_sesudah_verifikasi
from laporan.bingkai_tabel import naskah_tabel
from laporan.cetakan import Cetakan
from laporan.identitas import penanda, waktu
from laporan.pdf.kop import Penanda
from laporan.pdf.naskah import Naskah

RENAKSI, PENGUKURAN, E81, TARGET = "renaksi", "pengukuran", "e81", "target"
SETAHUN = 0
"""Asked for as a quarter: the whole year."""
BAPPEDA = ("perencanaan pembangunan", "bappeda", "baperida", "bapperida", "bappelitbang")
"""How agencies that evaluate call themselves; where none or several do, the line stays empty."""


@dataclass(frozen=True)
class PesananKinerja:
    """Which report of which document. ``triwulan`` 0 is the year (of a pengukuran)."""

    pohon: Pohon
    laporan: str
    tahun: int
    triwulan: int = SETAHUN

    @property
    def masa(self) -> str:
        return f"Triwulan {ROMAWI[self.triwulan]} {self.tahun}" if self.triwulan else (
            f"Tahun {self.tahun}"
        )  # fmt: skip

    @property
    def kembali(self) -> str:
        """The page that it was asked on."""
        alamat = reverse("laporan-kinerja", args=[self.pohon.pk])
        return f"{alamat}?tahun={self.tahun}&triwulan={self.triwulan or 4}"


def cetakan_kinerja(pesanan: PesananKinerja, *, kertas: str, akhiran: str, pada: date) -> Cetakan:
    """Raises AturanDilanggar for what is no cascading or a year outside of its periode."""
    return cetak_naskah(pesanan, naskah_kinerja(pesanan, pada=pada), kertas, akhiran)


def cetak_naskah(pesanan: PesananKinerja, naskah: Naskah, kertas: str, akhiran: str) -> Cetakan:
    nama = f"{' '.join(naskah.judul)} {kertas}"
    return Cetakan(pesanan.laporan, naskah, kertas, akhiran, nama, pesanan.kembali)


def naskah_kinerja(pesanan: PesananKinerja, *, pada: date) -> Naskah:
    """As it would be printed on that day."""
    periksa_pesanan(pesanan)
    return _PEMBUAT[pesanan.laporan](pesanan, pada)


def periksa_pesanan(pesanan: PesananKinerja) -> None:
    """Raises AturanDilanggar for what is no cascading or a year outside of its periode."""
    pohon = pesanan.pohon
    if pohon.jenis != JenisPohon.CASCADING:
        raise tolak("BUKAN_CASCADING", "Laporan kinerja dibuat dari dokumen cascading.")
    if pesanan.tahun not in pohon.periode.daftar_tahun():
        raise tolak("TAHUN_LAIN", f"Tahun {pesanan.tahun} di luar periode dokumen.")


def _renaksi(pesanan: PesananKinerja, pada: date) -> Naskah:
    """A draft until the document is approved."""
    pohon = pesanan.pohon
    matriks = tabel_renaksi(baca_laporan(pohon, pesanan.tahun))
    return naskah_tabel(
        pohon, matriks, masa=pesanan.masa, pada=pada,
        konsep=pohon.status != StatusPohon.DISETUJUI,
    )  # fmt: skip


def _pengukuran(pesanan: PesananKinerja, pada: date) -> Naskah:
    """A draft until the quarter is verified; of a year, until its fourth quarter is."""
    isi = baca_laporan(pesanan.pohon, pesanan.tahun)
    triwulan = pesanan.triwulan
    matriks = tabel_triwulan(isi, triwulan) if triwulan else tabel_tahunan(isi)
    status = status_ukur(pesanan)
    data = data_per(pesanan.pohon, pesanan.tahun)
    naskah = naskah_tabel(
        pesanan.pohon, matriks, masa=pesanan.masa if not triwulan else f"Tahun {pesanan.tahun}",
        pada=pada, status=str(StatusPengukuran(status).label),
        konsep=not terverifikasi(pesanan),
        diubah=timezone.localtime(data).isoformat(timespec="seconds"),
    )  # fmt: skip
    return _kaki(naskah, data)


def _e81(pesanan: PesananKinerja, pada: date) -> Naskah:
    """Evaluated up to a quarter; signed by the agency (left) and Bappeda (right)."""
    pohon, triwulan = pesanan.pohon, pesanan.triwulan or 4
    lembaga = pohon.perangkat_daerah
    isi = baca_laporan(pohon, pesanan.tahun, dengan_rencana=True)
    matriks = tabel_e81(isi, triwulan, _faktor(lembaga, pesanan.tahun, triwulan), lembaga.nama)
    status = status_ukur(pesanan)
    data = data_per(pohon, pesanan.tahun)
    naskah = naskah_tabel(
        pohon, matriks, masa=f"Periode Pelaksanaan: s.d. Triwulan {ROMAWI[triwulan]} "
        f"{pesanan.tahun}", pada=pada, status=str(StatusPengukuran(status).label),
        konsep=not terverifikasi(pesanan),
        kiri=_dengan_pembuka(penanda(lembaga, pada)[1], "\nDisusun,"),
        kanan=_dengan_pembuka(_penilai(lembaga, pada), "Dievaluasi,"),
        diubah=timezone.localtime(data).isoformat(timespec="seconds"),
    )  # fmt: skip
    return _kaki(naskah, data)


def _target(pesanan: PesananKinerja, pada: date) -> Naskah:
    """First and present targets; a draft until the document is approved."""
    pohon = pesanan.pohon
    matriks = tabel_perubahan(baca_perubahan(pohon, pesanan.tahun))
    return naskah_tabel(
        pohon, matriks, masa=pesanan.masa, pada=pada,
        konsep=pohon.status != StatusPohon.DISETUJUI,
    )  # fmt: skip


_PEMBUAT: dict[str, Callable[[PesananKinerja, date], Naskah]] = {
    RENAKSI: _renaksi,
    PENGUKURAN: _pengukuran,
    E81: _e81,
    TARGET: _target,
}


def _kaki(naskah: Naskah, data: datetime) -> Naskah:
    """Figures are dated by themselves, not by the document they hang on."""
    kaki = f"{' '.join(naskah.judul)} · status {naskah.status} · angka per {waktu(data)}"
    return replace(naskah, kaki=kaki)


def status_ukur(pesanan: PesananKinerja) -> str:
    satu = _ukuran(pesanan)
    return satu.status if satu else StatusPengukuran.DRAF


def terverifikasi(pesanan: PesananKinerja) -> bool:
    """Verified, and no figure typed again since."""
    satu = _ukuran(pesanan)
    verifikasi = satu is not None and satu.status == StatusPengukuran.DIVERIFIKASI
    return verifikasi and berubah_sesudah_verifikasi(satu) is None


def _ukuran(pesanan: PesananKinerja) -> Pengukuran | None:
    milik = Pengukuran.objects.select_related("pohon").filter(
        pohon=pesanan.pohon, tahun=pesanan.tahun, triwulan=pesanan.triwulan or 4
    )
    return milik.first()


def data_per(pohon: Pohon, tahun: int) -> datetime:
    """When a value or amount of the year was typed last; without any, when the document was."""
    akhir = [
        daftar.aggregate(n=Max("diubah_pada"))["n"]
        for daftar in (
            Realisasi.objects.filter(indikator__pohon=pohon, tahun=tahun),
            RealisasiAnggaran.objects.filter(simpul__pohon=pohon, tahun=tahun),
        )
    ]
    return max((n for n in akhir if n is not None), default=pohon.diubah_pada)


def _faktor(lembaga: PerangkatDaerah, tahun: int, triwulan: int) -> FaktorEvaluasi:
    satu = CatatanEvaluasi.objects.filter(
        perangkat_daerah=lembaga, tahun=tahun, triwulan=triwulan
    ).first()
    if satu is None:
        return FaktorEvaluasi()
    return FaktorEvaluasi(
        satu.faktor_pendorong, satu.faktor_penghambat, satu.tindak_lanjut_triwulan,
        satu.tindak_lanjut_renja,
    )  # fmt: skip


def _penilai(lembaga: PerangkatDaerah, pada: date) -> Penanda:
    """The head of the one agency of the pemda that plans; else a line to write on."""
    semua = Jabatan.objects.filter(
        perangkat_daerah__pemda=lembaga.pemda_atau_diri(), kepala=True
    ).select_related("perangkat_daerah")
    calon = [j for j in semua if any(k in j.perangkat_daerah.nama.casefold() for k in BAPPEDA)]
    if len(calon) != 1:
        return Penanda("Kepala Bappeda")
    return penanda(calon[0].perangkat_daerah, pada)[1]


def _dengan_pembuka(p: Penanda, pembuka: str) -> Penanda:
    return replace(p, pembuka=pembuka)
