"""In which capacity somebody works at an LKE, and who is told of its steps."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse

from kinerja.kabar import beralasan, kabarkan, pemegang_peran
from kinerja.models import Pengguna, PerangkatDaerah, Riwayat
from kinerja.pilihan import JenisPemberitahuan, Peran
from laporan.aturan.tangga_lke import SELESAI, PelakuLke
from laporan.models import Lke

PENGAJU = (Peran.PERENCANA, Peran.KEPALA)
PENILAI = (Peran.INSPEKTORAT, Peran.BAGIAN_ORGANISASI)
PENGELOLA_INSTRUMEN = (*PENILAI, Peran.ADMIN_PEMDA)


def pelaku_lke(pengguna: Pengguna, lembaga: PerangkatDaerah) -> frozenset[PelakuLke]:
    """The evaluator's roles count where they are held at the pemda, as everywhere."""
    hasil = set()
    if pengguna.punya_peran(PENGAJU, lembaga):
        hasil.add(PelakuLke.PENGAJU)
    if pengguna.punya_peran(PENILAI, lembaga.pemda_atau_diri()):
        hasil.add(PelakuLke.PENILAI)
    return frozenset(hasil)


def kabari(lke: Lke, kata_kerja: str, *, oleh: Pengguna, pada: datetime) -> None:
    """The evaluators of what is submitted, the agency of the answer."""
    pemda = lke.perangkat_daerah.pemda_atau_diri()
    siapa = pemegang_peran(pemda, PENILAI) if kata_kerja == "ajukan" else _pengaju(lke)
    kabarkan(
        siapa, beralasan(f"{lke} {SELESAI[kata_kerja]}", lke.alasan),
        alamat=reverse("lke", args=[lke.pk]), jenis=JenisPemberitahuan.LKE, oleh=oleh, pada=pada,
    )  # fmt: skip


def _pengaju(lke: Lke) -> set[int]:
    akhir = Riwayat.tentang(lke).filter(kata_kerja="ajukan lke")
    return set(akhir.values_list("oleh_id", flat=True)[:1])
