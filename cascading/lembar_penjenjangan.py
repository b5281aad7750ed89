"""The pages of a penjenjangan: its stages with what is odd in each, and what this reader may do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from cascading.aturan.penjenjangan import tangga
from cascading.aturan.penjenjangan.isi import IsiPenjenjangan
from cascading.aturan.penjenjangan.periksa import periksa_penjenjangan
from cascading.aturan.penjenjangan.periksa_komponen import semua_kotak
from cascading.aturan.penjenjangan.temuan import TemuanTahap
from cascading.baca_penjenjangan import baca_penjenjangan
from cascading.models import Penjenjangan
from cascading.pembatalan_penjenjangan import dapat_dibatalkan, peristiwa
from cascading.pilihan import TahapPenjenjangan
from kinerja.aturan.tangga import keterangan
from kinerja.aturan.temuan import Temuan, Tingkat
from kinerja.lembar_status import TombolLangkah
from kinerja.models import Pengaturan, Pengguna, Riwayat
from kinerja.wewenang import pelaku, penyetuju

TOMBOL = {
    "ajukan": ("penjenjangan-pengajuan", "Ajukan", "tombol--utama"),
    "verifikasi": ("penjenjangan-verifikasi", "Verifikasi", "tombol--utama"),
    "setujui": ("penjenjangan-persetujuan", "Setujui", "tombol--utama"),
    "kembalikan": ("penjenjangan-pengembalian", "Kembalikan", "tombol--bahaya"),
}
"""URL name, words and look of each step's button, in the order they are shown."""
KATA_JUDUL = {
    TahapPenjenjangan.TAHAP_5_1: "TAHAP_5_1",
    TahapPenjenjangan.TAHAP_5_2: "TAHAP_5_2",
    TahapPenjenjangan.TAHAP_5_3: "TAHAP_5_3",
    TahapPenjenjangan.MATRIKS: "MATRIKS",
}
ISI_TAHAP = {
    TahapPenjenjangan.TAHAP_1: "Dari mana outcome berasal: ekspektasi, mandat, isu strategis.",
    TahapPenjenjangan.TAHAP_2: "Faktor yang menentukan tercapainya outcome.",
    TahapPenjenjangan.TAHAP_3: "Kondisi yang diperlukan, sampai yang paling operasional.",
    TahapPenjenjangan.TAHAP_4: "Pohon kinerja dengan indikator, program demi program.",
    TahapPenjenjangan.TAHAP_5_1: "Target tahunan tujuan dan sasaran.",
    TahapPenjenjangan.TAHAP_5_2: "Sasaran, indikator, target, dan anggaran tiap kegiatan.",
    TahapPenjenjangan.TAHAP_5_3: "Sasaran, indikator, target, dan anggaran tiap sub kegiatan.",
    TahapPenjenjangan.MATRIKS: "Siapa memegang kinerja apa, program demi program.",
}
"""What a stage shows, in a sentence."""
PERBAIKAN = {
    "PERAN_KOSONG": ("simpul-peran", "Pilih perannya"),
    "BELUM_OPERASIONAL": ("simpul-peran", "Ubah perannya"),
    "OPERASIONAL_BERTURUNAN": ("simpul-peran", "Ubah perannya"),
    "DAUN_TANPA_TAUTAN": ("simpul-tautan", "Hubungkan"),
    "KONDISI_TANPA_KOMPONEN": ("simpul-tautan", "Hubungkan"),
    "JENJANG_LAIN": ("simpul-tautan", "Periksa tautannya"),
    "LETAK_LAIN": ("simpul-tautan", "Periksa tautannya"),
}
"""Where a finding about a box is mended, other than in its form."""


@dataclass(frozen=True)
class TemuanTampil:
    """A finding with the box it is about and the page where that is mended ("" for none)."""

    temuan: Temuan
    simpul: int | None
    sebutan: str
    alamat: str
    ajakan: str


@dataclass(frozen=True)
class KartuTahap:
    """A stage: ``perlu`` findings want something done, ``catatan`` are only told."""

    kode: str
    nama: str
    judul: str
    tentang: str
    perlu: tuple[TemuanTampil, ...]
    catatan: tuple[TemuanTampil, ...]

    @property
    def sebutan(self) -> str:
        """Its name with its title, which may begin with the name."""
        return self.judul if self.judul.startswith(self.nama) else f"{self.nama}: {self.judul}"

    @property
    def galat(self) -> int:
        """How many of its findings hold back the submission."""
        return sum(t.temuan.menghalangi for t in self.perlu)

    @property
    def periksa(self) -> int:
        """How many others want a look."""
        return len(self.perlu) - self.galat


@dataclass(frozen=True)
class LembarPenjenjangan:
    """``menyusun``: does this reader write for the agency; ``boleh_ubah``: this document now,
    ``ubah_kondisi``, ``ubah_komponen``: its trees now.
    """

    isi: IsiPenjenjangan
    tahap: tuple[KartuTahap, ...]
    menyusun: bool
    boleh_ubah: bool
    ubah_kondisi: bool
    ubah_komponen: bool

    @property
    def galat(self) -> int:
        return sum(k.galat for k in self.tahap)

    @property
    def perlu(self) -> int:
        return sum(len(k.perlu) for k in self.tahap)

    def sekitar(self, kode: str) -> tuple[KartuTahap | None, KartuTahap, KartuTahap | None]:
        """A stage with the one before and the one after it."""
        ke = next(n for n, k in enumerate(self.tahap) if k.kode == kode)
        sebelum = self.tahap[ke - 1] if ke else None
        sesudah = self.tahap[ke + 1] if ke + 1 < len(self.tahap) else None
        return sebelum, self.tahap[ke], sesudah


def lembar_penjenjangan(dokumen: Penjenjangan, pengguna: Pengguna) -> LembarPenjenjangan:
    """The document as read, with its stages."""
    isi = baca_penjenjangan(dokumen)
    menyusun = pengguna.menyusun(dokumen.perangkat_daerah)
    ubah_kondisi = menyusun and dokumen.pohon_kinerja.dapat_diubah
    ubah_komponen = menyusun and dokumen.cascading.dapat_diubah
    tampil = _Penampil(dokumen, isi, menyusun, ubah_kondisi, ubah_komponen)
    milik: dict[str, list[TemuanTampil]] = {k: [] for k in TahapPenjenjangan.values}
    for t in periksa_penjenjangan(isi):
        milik[t.tahap].append(tampil(t))
    return LembarPenjenjangan(
        isi=isi,
        tahap=tuple(_kartu(isi, TahapPenjenjangan(k), daftar) for k, daftar in milik.items()),
        menyusun=menyusun,
        boleh_ubah=menyusun and dokumen.terbuka,
        ubah_kondisi=ubah_kondisi,
        ubah_komponen=ubah_komponen,
    )


class _Penampil:
    """Names the box of a finding and the page where this reader mends it."""

    def __init__(
        self,
        dokumen: Penjenjangan,
        isi: IsiPenjenjangan,
        menyusun: bool,
        ubah_kondisi: bool,
        ubah_komponen: bool,
    ):
        self.dokumen, self.menyusun = dokumen, menyusun
        self.kotak = semua_kotak(isi)
        self.ubah = {"kondisi": ubah_kondisi, "komponen": ubah_komponen}

    def __call__(self, t: TemuanTahap) -> TemuanTampil:
        simpul, sebutan = self.kotak.get(t.temuan.letak.simpul, (None, ""))
        alamat, ajakan = self._perbaikan(t, simpul)
        return TemuanTampil(t.temuan, simpul, sebutan, alamat, ajakan)

    def _perbaikan(self, t: TemuanTahap, simpul: int | None) -> tuple[str, str]:
        kode = t.temuan.kode
        if kode == "KOMPONEN_TANPA_KONDISI" and self.menyusun:
            alamat = reverse("pohon-tautan", args=[self.dokumen.pohon_kinerja_id])
            return alamat, "Buka tautan"
        if simpul is None:
            return self._dokumen(t.tahap, kode) if self.menyusun else ("", "")
        bagian = "kondisi" if t.tahap in "1234" else "komponen"
        if kode in PERBAIKAN and (self.ubah[bagian] or PERBAIKAN[kode][0] == "simpul-tautan"):
            nama, ajakan = PERBAIKAN[kode]
            return (reverse(nama, args=[simpul]), ajakan) if self.menyusun else ("", "")
        if self.ubah[bagian]:
            return reverse("simpul-ubah", args=[simpul]), "Ubah kotaknya"
        return "", ""

    def _dokumen(self, tahap: str, kode: str) -> tuple[str, str]:
        """Where findings about no box are mended."""
        if kode in ("OUTCOME_TIDAK_ADA", "CSF_TIDAK_ADA"):
            alamat = reverse("pohon", args=[self.dokumen.pohon_kinerja_id])
            return alamat, "Buka pohon kinerja"
        if kode in ("PEMEGANG_KOSONG", "BENTANG_LAIN", "BENTANG_TIDAK_PAS"):
            alamat = reverse("penjenjangan-matriks", args=[self.dokumen.pk])
            return (alamat, "Atur matriks") if self.dokumen.terbuka else ("", "")
        if tahap[0] in "5m":
            return reverse("pohon", args=[self.dokumen.cascading_id]), "Buka cascading"
        return "", ""


def _kartu(
    isi: IsiPenjenjangan, tahap: TahapPenjenjangan, daftar: list[TemuanTampil]
) -> KartuTahap:
    perlu = tuple(t for t in daftar if t.temuan.tingkat != Tingkat.INFO)
    catatan = tuple(t for t in daftar if t.temuan.tingkat == Tingkat.INFO)
    judul = isi.kata[KATA_JUDUL.get(tahap, f"TAHAP_{tahap}")]
    return KartuTahap(str(tahap), str(tahap.label), judul, ISI_TAHAP[tahap], perlu, catatan)


@dataclass(frozen=True)
class LembarTangga:
    """The ladder of the document and its latest events, each with whether it can be undone."""

    tangga: tuple[tuple[str, str], ...]
    keterangan: str
    tombol: tuple[TombolLangkah, ...]
    jejak: tuple[tuple[Riwayat, bool], ...]


def lembar_tangga(
    dokumen: Penjenjangan, pengguna: Pengguna, pada: date, lembar: LembarPenjenjangan
) -> LembarTangga:
    verifikasi = _wajib(dokumen)
    terbuka = tangga.langkah_terbuka(dokumen.status, sebagai(dokumen, pengguna, pada), verifikasi)
    kata = {langkah.kata_kerja for langkah in terbuka}
    siapa = penyetuju(_seperti_pohon(dokumen), pada).sebutan
    return LembarTangga(
        tuple(tangga.anak_tangga(dokumen.status, verifikasi)),
        _keterangan(dokumen, siapa, verifikasi),
        tuple(
            TombolLangkah(kk, *isian, tertahan=bool(lembar.galat) and kk in tangga.PERLU_BERSIH)
            for kk, isian in TOMBOL.items()
            if kk in kata
        ),
        tuple((r, lembar.boleh_ubah and dapat_dibatalkan(r)) for r in peristiwa(dokumen)),
    )


def _keterangan(dokumen: Penjenjangan, siapa: str, verifikasi: bool) -> str:
    if not dokumen.konsep:
        return "Disetujui; isinya terkunci. Perubahan dibuat sebagai salinan."
    return keterangan(dokumen.status, siapa, verifikasi)


def boleh_melangkah(dokumen: Penjenjangan, pengguna: Pengguna, kata_kerja: str, pada: date) -> bool:
    """Is this step ever the user's, whatever the status?"""
    return tangga.berwenang(kata_kerja, sebagai(dokumen, pengguna, pada), _wajib(dokumen))


def sebagai(dokumen: Penjenjangan, pengguna: Pengguna, pada: date) -> frozenset[Any]:
    """The capacities that the user has for this document that day."""
    return pelaku(pengguna, _seperti_pohon(dokumen), pada)


def banyak_galat(dokumen: Penjenjangan) -> int:
    """Findings that stop it from going up."""
    return sum(t.temuan.menghalangi for t in periksa_penjenjangan(baca_penjenjangan(dokumen)))


def _wajib(dokumen: Penjenjangan) -> bool:
    return Pengaturan.wajib_verifikasi(dokumen.perangkat_daerah.pemda_atau_diri())


def _seperti_pohon(dokumen: Penjenjangan) -> Any:
    """Who approves asks for the agency only, which both have."""
    return dokumen
