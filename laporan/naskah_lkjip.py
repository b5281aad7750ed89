"""Chapter III of the LKjIP of a document and year -> NaskahLkjip. Reads, never writes."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from cascading.baca_laporan import baca_laporan
from cascading.lkjip import susun_lkjip
from cascading.models import UraianLkjip
from kinerja.models import Pohon
from kinerja.pilihan import StatusPengukuran
from laporan.cetakan import Cetakan
from laporan.identitas import kop, nama_lengkap, waktu
from laporan.naskah_kinerja import (
    PesananKinerja,
    data_per,
    periksa_pesanan,
    status_ukur,
    terverifikasi,
)
from laporan.pdf.naskah_lkjip import NaskahLkjip

LKJIP = "lkjip"
KERTAS = "A4"


def cetakan_lkjip(pesanan: PesananKinerja, *, akhiran: str, pada: date) -> Cetakan:
    """Raises AturanDilanggar for what is no cascading or a year outside of its periode."""
    naskah = naskah_lkjip(pesanan, pada=pada)
    return Cetakan(LKJIP, naskah, KERTAS, akhiran, " ".join(naskah.judul), pesanan.kembali)


def naskah_lkjip(pesanan: PesananKinerja, *, pada: date) -> NaskahLkjip:
    """As it would be printed on that day; a draft until the fourth quarter is verified."""
    periksa_pesanan(pesanan)
    pohon, tahun = pesanan.pohon, pesanan.tahun
    lembaga = pohon.perangkat_daerah
    data = data_per(pohon, tahun)
    status = str(StatusPengukuran(status_ukur(pesanan)).label)
    judul = (f"Laporan Kinerja {pohon.judul}".strip(), nama_lengkap(lembaga, pada),
             f"Tahun {tahun}")  # fmt: skip
    return NaskahLkjip(
        kop=kop(lembaga, pada),
        judul=judul,
        bagian=susun_lkjip(baca_laporan(pohon, tahun), uraian_lkjip(pohon, tahun)),
        kaki=f"{' '.join(judul)} · status pengukuran {status} · angka per {waktu(data)}",
        status=status,
        diubah=timezone.localtime(data).isoformat(timespec="seconds"),
        penulis=judul[1],
        konsep=not terverifikasi(pesanan),
    )


def uraian_lkjip(pohon: Pohon, tahun: int) -> dict[str, str]:
    """The typed words by part."""
    daftar = UraianLkjip.objects.filter(perangkat_daerah=pohon.perangkat_daerah, tahun=tahun)
    return dict(daftar.values_list("bagian", "teks"))
