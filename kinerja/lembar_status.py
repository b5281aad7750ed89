"""The status page of a document: its ladder, what is open, and what this reader may do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.aturan.tangga import (
    KATA_KERJA,
    PERLU_BERSIH,
    anak_tangga,
    berwenang,
    keterangan,
    langkah_terbuka,
)
from kinerja.jejak import Peristiwa, dengan_rincian
from kinerja.models import Pengaturan, Pengguna, Pohon
from kinerja.temuan_dokumen import TemuanDokumen, temuan_dokumen
from kinerja.wewenang import pelaku, penyetuju

TOMBOL = {
    "ajukan": ("pohon-pengajuan", "Ajukan", "tombol--utama"),
    "verifikasi": ("pohon-verifikasi", "Verifikasi", "tombol--utama"),
    "setujui": ("pohon-persetujuan", "Setujui", "tombol--utama"),
    "kembalikan": ("pohon-pengembalian", "Kembalikan", "tombol--bahaya"),
}
"""URL name, words and look of each step's button, in the order they are shown."""


@dataclass(frozen=True)
class TombolLangkah:
    """A step the reader may take; ``tertahan`` while errors are open."""

    kata_kerja: str
    alamat: str
    kata: str
    kelas: str
    tertahan: bool


@dataclass(frozen=True)
class LembarStatus:
    tangga: tuple[tuple[str, str], ...]
    keterangan: str
    tombol: tuple[TombolLangkah, ...]
    temuan: TemuanDokumen
    jejak: tuple[Peristiwa, ...]


def lembar_status(pohon: Pohon, pengguna: Pengguna, pada: date) -> LembarStatus:
    verifikasi = wajib_verifikasi(pohon)
    temuan = temuan_dokumen(pohon)
    terbuka = {
        langkah.kata_kerja
        for langkah in langkah_terbuka(pohon.status, pelaku(pengguna, pohon, pada), verifikasi)
    }
    return LembarStatus(
        tangga=tuple(anak_tangga(pohon.status, verifikasi)),
        keterangan=keterangan(pohon.status, penyetuju(pohon, pada).sebutan, verifikasi),
        tombol=tuple(
            TombolLangkah(kk, *isi, tertahan=bool(temuan.galat) and kk in PERLU_BERSIH)
            for kk, isi in TOMBOL.items()
            if kk in terbuka
        ),
        temuan=temuan,
        jejak=_jejak(pohon),
    )


def boleh_melangkah(pengguna: Pengguna, pohon: Pohon, kata_kerja: str, pada: date) -> bool:
    """Is this step ever the user's, whatever the status?"""
    return berwenang(kata_kerja, pelaku(pengguna, pohon, pada), wajib_verifikasi(pohon))


def sudah_dilangkahi(pohon: Pohon, kata_kerja: str, oleh: Pengguna) -> bool:
    """Was it this user who took the last step, and this one? The second click of a double one."""
    akhir = pohon.riwayat.filter(kata_kerja__in=KATA_KERJA).order_by("-nomor")
    return akhir.values_list("kata_kerja", "oleh").first() == (kata_kerja, oleh.pk)


def wajib_verifikasi(pohon: Pohon) -> bool:
    return Pengaturan.wajib_verifikasi(pohon.perangkat_daerah.pemda_atau_diri())


def _jejak(pohon: Pohon) -> tuple[Peristiwa, ...]:
    daftar = pohon.riwayat.filter(kata_kerja__in=KATA_KERJA).select_related("oleh")
    return tuple(dengan_rincian(pohon, daftar.defer("perubahan").order_by("-nomor")))
