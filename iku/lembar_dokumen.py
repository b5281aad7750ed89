"""The page of an IKU document: what it says, what is odd, and what this reader may do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F

from iku.aturan import tangga
from iku.aturan.isi import IsiDokumen
from iku.aturan.periksa import periksa_dokumen
from iku.baca import baca_dokumen
from iku.models import DokumenIku
from kinerja.aturan.tangga import Pelaku
from kinerja.aturan.temuan import Temuan, Tingkat
from kinerja.lembar_status import TombolLangkah
from kinerja.models import Indikator, Pengaturan, Pengguna, Pohon, Riwayat
from kinerja.pilihan import JenisPohon, Jenjang, StatusPohon
from kinerja.wewenang import pelaku, penyetuju

TOMBOL = {
    "ajukan": ("iku-pengajuan", "Ajukan", "tombol--utama"),
    "verifikasi": ("iku-verifikasi", "Verifikasi", "tombol--utama"),
    "setujui": ("iku-persetujuan", "Setujui", "tombol--utama"),
    "berlakukan": ("iku-pemberlakuan", "Nyatakan berlaku", "tombol--utama"),
    "kembalikan": ("iku-pengembalian", "Kembalikan", "tombol--bahaya"),
}
"""URL name, words and look of each step's button, in the order they are shown."""
JENJANG_IKU = (Jenjang.TUJUAN, Jenjang.SASARAN, Jenjang.PROGRAM)
JEJAK_TERBANYAK = 12


@dataclass(frozen=True)
class LembarDokumen:
    isi: IsiDokumen
    temuan: tuple[Temuan, ...]
    tangga: tuple[tuple[str, str], ...]
    tombol: tuple[TombolLangkah, ...]
    penyetuju: str
    boleh_ubah: bool
    jejak: tuple[Riwayat, ...]

    @property
    def galat(self) -> int:
        return sum(t.menghalangi for t in self.temuan)


def lembar_dokumen(dokumen: DokumenIku, pengguna: Pengguna, pada: date) -> LembarDokumen:
    isi = baca_dokumen(dokumen)
    temuan = (*temuan_sumber(dokumen), *periksa_dokumen(isi))
    verifikasi = wajib_verifikasi(dokumen)
    terbuka = tangga.langkah_terbuka(dokumen.status, sebagai(dokumen, pengguna, pada), verifikasi)
    kata = {langkah.kata_kerja for langkah in terbuka}
    tertahan = any(t.menghalangi for t in temuan)
    return LembarDokumen(
        isi=isi,
        temuan=temuan,
        tangga=tuple(tangga.anak_tangga(dokumen.status, verifikasi)),
        tombol=tuple(
            TombolLangkah(kk, *isian, tertahan=tertahan and kk in tangga.PERLU_BERSIH)
            for kk, isian in TOMBOL.items()
            if kk in kata
        ),
        penyetuju=penyetuju(_seperti_pohon(dokumen), pada).sebutan,
        boleh_ubah=dokumen.terbuka and pengguna.menyusun(dokumen.perangkat_daerah),
        jejak=_jejak(dokumen),
    )


def boleh_melangkah(dokumen: DokumenIku, pengguna: Pengguna, kata_kerja: str, pada: date) -> bool:
    """Is this step ever the user's, whatever the status?"""
    return tangga.berwenang(kata_kerja, sebagai(dokumen, pengguna, pada), wajib_verifikasi(dokumen))


def sebagai(dokumen: DokumenIku, pengguna: Pengguna, pada: date) -> frozenset[Pelaku]:
    """The capacities that the user has for this document that day."""
    return pelaku(pengguna, _seperti_pohon(dokumen), pada)


def banyak_galat(dokumen: DokumenIku) -> int:
    """Findings that stop it from going up."""
    return sum(t.menghalangi for t in periksa_dokumen(baca_dokumen(dokumen)))


def wajib_verifikasi(dokumen: DokumenIku) -> bool:
    return Pengaturan.wajib_verifikasi(dokumen.perangkat_daerah.pemda_atau_diri())


@dataclass(frozen=True)
class KelompokPilihan:
    """The indicators of one box among which IKU are chosen."""

    jenjang: str
    kotak: str
    pohon: str
    indikator: tuple[Indikator, ...]


def pilihan_iku(dokumen: DokumenIku) -> list[KelompokPilihan]:
    """Indicators of tujuan, sasaran and program of the sources, and what is chosen elsewhere."""
    hasil: dict[int, list[Indikator]] = {}
    for i in calon_iku(dokumen):
        hasil.setdefault(i.simpul_id, []).append(i)
    return [
        KelompokPilihan(
            str(d[0].simpul.get_jenjang_display()),
            d[0].simpul.nama or d[0].simpul.kinerja,
            d[0].pohon.sebutan,
            tuple(d),
        )
        for d in hasil.values()
    ]


def calon_iku(dokumen: DokumenIku) -> Iterator[Indikator]:
    """In the order of the annexes, then of the tree."""
    daftar = Indikator.objects.filter(pohon__sumber_iku__dokumen=dokumen)
    daftar = daftar.select_related("simpul", "pohon__perangkat_daerah", "pohon__periode")
    urut = daftar.annotate(ke=F("pohon__sumber_iku__urutan"), kiri=F("simpul__lft"))
    for i in urut.order_by("ke", "kiri", "urutan", "pk"):
        if i.utama or i.simpul.jenjang in JENJANG_IKU:
            yield i


def calon_sumber(pengguna: Pengguna) -> list[Pohon]:
    """Cascadings that the user plans for, the latest edition of each."""
    terlihat = Pohon.objects.terlihat_oleh(pengguna).filter(
        jenis=JenisPohon.CASCADING, diarsipkan_pada=None
    )
    daftar = terlihat.select_related("perangkat_daerah__pemda", "periode")
    milik: dict[Any, Pohon] = {}
    for p in daftar.order_by("perangkat_daerah__nama", "periode__tahun_awal", "judul", "edisi"):
        if pengguna.menyusun(p.perangkat_daerah):
            milik[p.perangkat_daerah_id, p.periode_id, p.judul] = p
    return list(milik.values())


def sumber_dokumen(dokumen: DokumenIku) -> list[Pohon]:
    """What the document may take its indicators from: the used ones first, in their order."""
    dipakai = {s.pohon_id: s.urutan for s in dokumen.sumber.all()}
    daftar = Pohon.objects.filter(
        perangkat_daerah=dokumen.perangkat_daerah,
        periode=dokumen.periode,
        jenis=JenisPohon.CASCADING,
    ).select_related("perangkat_daerah", "periode")
    semua = [p for p in daftar.order_by("judul", "edisi") if not p.arsip or p.pk in dipakai]
    return sorted(semua, key=lambda p: dipakai.get(p.pk, len(dipakai) + 1))


def temuan_sumber(dokumen: DokumenIku) -> list[Temuan]:
    """A source that a later approved edition has replaced."""
    semua = sumber_dokumen(dokumen)
    dipakai = {s.pohon_id for s in dokumen.sumber.all()}
    hasil = []
    for p in (p for p in semua if p.pk in dipakai):
        baru = [q.edisi for q in semua if q.judul == p.judul and q.edisi > p.edisi
                and q.status == StatusPohon.DISETUJUI]  # fmt: skip
        if baru:
            pesan = (
                f"{p.sebutan} edisi {p.edisi} sudah digantikan edisi {max(baru)}; ganti lewat "
                "“Cascading asal”."
            )
            hasil.append(Temuan(kode="SUMBER_DIGANTIKAN", pesan=pesan, tingkat=Tingkat.PERINGATAN))
    return hasil


def nomor_iku(isi: IsiDokumen, uid: UUID) -> int:
    """Its place in the table, from 1; after the last when it is not chosen."""
    daftar = [i.uid for i in isi.iku]
    return daftar.index(str(uid)) + 1 if str(uid) in daftar else len(daftar) + 1


def _jejak(dokumen: DokumenIku) -> tuple[Riwayat, ...]:
    daftar = Riwayat.objects.filter(
        perangkat_daerah=dokumen.perangkat_daerah,
        pohon=None,
        kata_kerja__endswith=" dokumeniku",
        ringkasan__startswith=f"{dokumen.SEBUTAN} “{dokumen}”",
    )
    terakhir = daftar.select_related("oleh").defer("perubahan").order_by("-nomor")
    return tuple(terakhir[:JEJAK_TERBANYAK])


def _seperti_pohon(dokumen: DokumenIku) -> Any:
    """Who approves asks for the agency only, which both have."""
    return dokumen
