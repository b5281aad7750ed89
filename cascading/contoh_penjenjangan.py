"""The demo's penjenjangan: Tahap 1 as published, over both trees of Dinas Sosial 2025."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from cascading.models import ButirPenjenjangan, Penjenjangan
from kinerja.contoh import orang
from kinerja.contoh.fakta import Fakta, dokumen, penjenjangan
from kinerja.contoh.penulis import Penulis
from kinerja.models import Pengguna, PerangkatDaerah, Pohon
from kinerja.pilihan import JenisPohon


@transaction.atomic
def muat_penjenjangan(
    milik: Mapping[str, PerangkatDaerah], akun: Mapping[str, Pengguna], pada: datetime
) -> None:
    """Once: what people changed stays."""
    dinas, fakta = milik[orang.DINAS], penjenjangan()
    kondisi, cascading = (
        _pohon(dinas, j) for j in (JenisPohon.POHON_KINERJA, JenisPohon.CASCADING)
    )
    ada = Penjenjangan.objects.filter(perangkat_daerah=dinas).exists()
    if ada or kondisi is None or cascading is None or kondisi.periode_id != cascading.periode_id:
        return
    siapa: dict[str, Any] = {"oleh": akun["perencana"], "pada": pada}
    baru = Penjenjangan(
        perangkat_daerah=dinas, periode=kondisi.periode, tahun=dokumen()["tahun"],
        pohon_kinerja=kondisi, cascading=cascading, kata=fakta["judul"],
        bentuk_kiri=_bentuk(kondisi, fakta), pemegang=fakta["pemegang"],
        bentang=fakta["bentang"], diubah_pada=pada,
    ).daftarkan(**siapa)  # fmt: skip
    for kolom, daftar in fakta["butir"].items():
        for isi in daftar:
            ButirPenjenjangan(penjenjangan=baru, kolom=kolom, **isi).tambahkan(**siapa)


def _bentuk(kondisi: Pohon, fakta: Fakta) -> dict[str, str]:
    """Kinds of left-hand titles by uid of the condition."""
    penulis = Penulis(kondisi, f"contoh/{kondisi.perangkat_daerah.kode}/{kondisi.jenis}")
    return {penulis.uid(kunci): bentuk for kunci, bentuk in fakta["bentuk_kiri"].items()}


def _pohon(dinas: PerangkatDaerah, jenis: str) -> Pohon | None:
    daftar = Pohon.objects.filter(perangkat_daerah=dinas, jenis=jenis, judul="")
    return daftar.select_related("perangkat_daerah", "periode").order_by("edisi").first()
