"""The page of one agreement: as it prints, what is open, and what this reader may do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from cascading.aturan.perjanjian import MENUNGGU, PERLU_BERSIH, langkah_terbuka
from cascading.bahan_perjanjian import PerjanjianSiap
from cascading.models import PerjanjianKinerja
from cascading.pilihan import StatusPerjanjian
from cascading.wewenang_perjanjian import pelaku, penyetuju
from kinerja.aturan.temuan import Temuan
from kinerja.lembar_status import TombolLangkah
from kinerja.models import Pejabat, Pengguna, Riwayat
from laporan.models import BerkasDokumen, Dokumen
from laporan.naskah_perjanjian import naskah_beku, siap_cetak, susun_naskah
from laporan.pdf.naskah_perjanjian import NaskahPerjanjian
from laporan.pilihan import JenisDokumen

LANGKAH = {
    "ajukan": ("perjanjian-pengajuan", "Ajukan", "tombol--utama"),
    "verifikasi": ("perjanjian-verifikasi", "Verifikasi", "tombol--utama"),
    "setujui": ("perjanjian-persetujuan", "Setujui", "tombol--utama"),
    "catat_persetujuan": ("perjanjian-pencatatan", "Catat persetujuan", ""),
    "kembalikan": ("perjanjian-pengembalian", "Kembalikan", "tombol--bahaya"),
    "tarik": ("perjanjian-penarikan", "Tarik kembali", ""),
    "berlakukan": ("perjanjian-pemberlakuan", "Nyatakan berlaku", ""),
}
"""URL name, words and look of each step's button, in the order they are shown."""


@dataclass(frozen=True)
class LembarPerjanjian:
    """``sidik`` names what is shown; ``berubah``: other than what was submitted."""

    perjanjian: PerjanjianKinerja
    naskah: NaskahPerjanjian
    sidik: str
    galat: list[Temuan]
    peringatan: list[Temuan]
    tombol: list[TombolLangkah]
    keterangan: str
    berubah: bool
    dokumen: Dokumen | None
    berkas: list[BerkasDokumen]
    jejak: list[Riwayat]
    menyusun: bool
    boleh_ubah: bool
    boleh_tandatangani: bool


def lembar_perjanjian(p: PerjanjianKinerja, pengguna: Pengguna, pada: datetime) -> LembarPerjanjian:
    """An agreed one comes from its snapshot, all others are computed now."""
    hari = timezone.localtime(pada).date()
    dokumen = Dokumen.objects.dari(JenisDokumen.PERJANJIAN, p.pk) if p.beku else None
    siap = None if dokumen else siap_cetak(p, hari)
    sebagai = pelaku(pengguna, p, hari)
    galat, wajib = siap.galat if siap else [], p.wajib_verifikasi()
    menyusun = "PENGAJU" in sebagai
    return LembarPerjanjian(
        perjanjian=p,
        naskah=naskah_beku(dokumen) if dokumen else susun_naskah(_wajib(siap), pada),
        sidik=siap.sidik if siap else "",
        galat=galat,
        peringatan=[t for t in siap.temuan if not t.menghalangi] if siap else [],
        tombol=_tombol(p.status, sebagai, bool(galat), wajib),
        keterangan=_keterangan(p, penyetuju(p, hari), wajib),
        berubah=bool(siap and p.status in MENUNGGU and p.sidik != siap.sidik),
        dokumen=dokumen,
        berkas=_berkas(dokumen),
        jejak=list(Riwayat.tentang(p).select_related("oleh")),
        menyusun=menyusun,
        boleh_ubah=menyusun and p.dapat_diubah,
        boleh_tandatangani=boleh_tandatangani(p, pengguna),
    )


def boleh_tandatangani(p: PerjanjianKinerja, pengguna: Pengguna) -> bool:
    """The two who are printed on an agreed one, while it is in force."""
    pihak = {x.pegawai_id for x in (p.pihak_pertama, p.pihak_kedua) if x}
    return p.status in ("DISETUJUI", "BERLAKU") and pengguna.pegawai_id in pihak


def _wajib(siap: PerjanjianSiap | None) -> PerjanjianSiap:
    assert siap is not None  # noqa: S101 - computed whenever there is no Dokumen
    return siap


def _tombol(
    status: str, sebagai: Iterable[str], bergalat: bool, wajib: bool
) -> list[TombolLangkah]:
    terbuka = langkah_terbuka(status, list(sebagai), wajib)
    tahan = PERLU_BERSIH if bergalat else frozenset()
    return [
        TombolLangkah(k, *isi, tertahan=k in tahan) for k, isi in LANGKAH.items() if k in terbuka
    ]


def _berkas(dokumen: Dokumen | None) -> list[BerkasDokumen]:
    if dokumen is None:
        return []
    return list(dokumen.berkas.defer("isi").order_by("ditambah_pada", "pk"))


def _keterangan(p: PerjanjianKinerja, atasan: Pejabat | None, wajib: bool) -> str:
    """Why it is as it is, and what comes next."""
    siapa = f"{atasan.jabatan.nama} ({atasan.pegawai.nama})" if atasan else "atasannya"
    return {
        StatusPerjanjian.DRAF: f"Sesudah lengkap, ajukan; {siapa} yang menyetujui.",
        StatusPerjanjian.DIAJUKAN: "Menunggu verifikasi Bappeda atau Bagian Organisasi."
        if wajib
        else f"Menunggu persetujuan {siapa}.",
        StatusPerjanjian.DIVERIFIKASI: f"Sudah diverifikasi; menunggu persetujuan {siapa}.",
        StatusPerjanjian.DIKEMBALIKAN: "Perbaiki menurut alasan di bawah ini, lalu ajukan lagi.",
        StatusPerjanjian.DISETUJUI: "Isinya sudah dibekukan. Simpan berkas bertanda tangan, atau "
        "nyatakan berlaku menurut persetujuan di sini.",
        StatusPerjanjian.BERLAKU: "Berlaku. Target dan pagu tahun ini hanya berubah pada tahap "
        "baru; perubahan perjanjian dibuat sesudahnya.",
        StatusPerjanjian.DIGANTIKAN: "Sudah digantikan perjanjian yang lebih baru.",
    }[StatusPerjanjian(p.status)]
