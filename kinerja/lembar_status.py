"""The status page of a document: its ladder, what is open, and what this reader may do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from kinerja.aturan.arsip import periksa_arsipkan, periksa_pulihkan
from kinerja.aturan.edisi import Edisi, berlaku, periksa_perubahan
from kinerja.aturan.pembatalan import TETAP
from kinerja.aturan.tangga import (
    KATA_KERJA,
    PERLU_BERSIH,
    Pelaku,
    anak_tangga,
    berwenang,
    keterangan,
    langkah_terbuka,
)
from kinerja.jejak import Peristiwa, dengan_rincian
from kinerja.models import Pengaturan, Pengguna, Pohon
from kinerja.pilihan import Peran, StatusPohon
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
    edisi: tuple[Pohon, ...]
    edisi_berlaku: int | None
    asal: Pohon | None
    asal_berubah: bool
    boleh_perubahan: bool
    boleh_salin: bool
    boleh_arsip: bool


def lembar_status(pohon: Pohon, pengguna: Pengguna, pada: date) -> LembarStatus:
    verifikasi = wajib_verifikasi(pohon)
    temuan = temuan_dokumen(pohon)
    sebagai = pelaku(pengguna, pohon, pada)
    terbuka = {
        langkah.kata_kerja
        for langkah in langkah_terbuka(pohon.status, sebagai, verifikasi)
        if not pohon.arsip
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
        **_edisi(pohon, pengguna, Pelaku.PENGAJU in sebagai),
    )


def _edisi(pohon: Pohon, pengguna: Pengguna, perencana: bool) -> dict[str, Any]:
    """The other editions, where it came from, and what a planner may make of it."""
    daftar = tuple(pohon.semua_edisi())
    keluarga = [Edisi(p.edisi, p.status) for p in daftar if p.status == StatusPohon.DISETUJUI
                or not p.arsip]  # fmt: skip
    kini = berlaku(keluarga)
    terlihat = Pohon.objects.terlihat_oleh(pengguna)
    asal = terlihat.filter(pk=pohon.disalin_dari_id).first() if pohon.disalin_dari_id else None
    diri = Edisi(pohon.edisi, pohon.status)
    di_meja = perencana and not pohon.arsip
    return {
        "edisi": daftar,
        "edisi_berlaku": kini.nomor if kini and kini.status == StatusPohon.DISETUJUI else None,
        "asal": asal,
        "asal_berubah": asal is not None and _berubah_sejak_dibuka(asal, pohon),
        "boleh_perubahan": di_meja and not periksa_perubahan(diri, keluarga),
        "boleh_salin": any(
            k.peran == Peran.PERENCANA and k.menyeluruh for k in pengguna.daftar_keanggotaan()
        ),
        "boleh_arsip": perencana
        and not (periksa_pulihkan if pohon.arsip else periksa_arsipkan)(pohon.status, pohon.arsip),
    }


def _berubah_sejak_dibuka(asal: Pohon, pohon: Pohon) -> bool:
    """Was the edition in force written while its perubahan is still on its way?"""
    if pohon.edisi == 1 or pohon.status == StatusPohon.DISETUJUI:
        return False
    dibuka = pohon.riwayat.filter(nomor=1).values("pada")
    return asal.riwayat.filter(pada__gt=dibuka).exclude(kata_kerja__in=TETAP).exists()


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
