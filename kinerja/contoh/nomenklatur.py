"""Both versions of the official names for 1.06 Sosial and penunjang."""

from __future__ import annotations

from django.db import transaction

from kinerja.contoh.fakta import daftar_nomenklatur
from kinerja.models import Nomenklatur, VersiNomenklatur

VERSI = (
    ("daftar-900", "Daftar 900", 2024, 2025, "sosial-daftar-900.csv"),
    ("pemutakhiran-2027", "Pemutakhiran 2027", 2027, None, "sosial-pemutakhiran-2027.csv"),
)


def muat_nomenklatur() -> VersiNomenklatur:
    """Load what is missing; answers the version that the documents of 2025 name."""
    for kode, nama, mulai, sampai, berkas in VERSI:
        with transaction.atomic():
            versi, baru = VersiNomenklatur.objects.get_or_create(
                kode=kode,
                defaults={"nama": nama, "tahun_mulai": mulai, "tahun_sampai": sampai},
            )
            if baru:
                Nomenklatur.objects.bulk_create(
                    [_baris(versi, isi) for isi in daftar_nomenklatur(berkas)], batch_size=500
                )
    return VersiNomenklatur.objects.get(kode=VERSI[0][0])


def _baris(versi: VersiNomenklatur, isi: dict[str, str]) -> Nomenklatur:
    return Nomenklatur(
        versi=versi,
        kode=isi["kode"],
        kode_tertulis=isi["kode"],
        jenjang=isi["level"].upper(),
        nama=isi["nama"],
        kinerja=isi["kinerja"],
        indikator=isi["indikator"],
        satuan=isi["satuan"],
        definisi=isi["definisi_operasional"],
        spm=isi["spm"] == "SPM",
        lain={m: isi[m] for m in ("jenis", "tag", "pelaksana") if isi[m]},
    )
