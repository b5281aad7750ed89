"""In which capacity somebody works at an LKE, and who is told of its steps."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse

from kinerja.models import Keanggotaan, Pemberitahuan, Pengguna, PerangkatDaerah
from kinerja.pilihan import JenisPemberitahuan, Peran
from kinerja.surel import kirim_nanti
from laporan.aturan.tangga_lke import SELESAI, PelakuLke
from laporan.models import Lke, jejak_lke

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
    siapa = _penilai(lke) if kata_kerja == "ajukan" else _pengaju(lke)
    teks = f"{lke} {SELESAI[kata_kerja]}"
    teks += f": {lke.alasan[:300]}" if lke.alasan else "."
    dikabari = Pemberitahuan.objects.bulk_create(
        Pemberitahuan(
            penerima_id=penerima,
            alamat=reverse("lke", args=[lke.pk]),
            jenis=JenisPemberitahuan.LKE,
            oleh=oleh,
            teks=teks,
            pada=pada,
        )
        for penerima in sorted(siapa - {oleh.pk})
    )
    kirim_nanti(dikabari)


def _penilai(lke: Lke) -> set[int]:
    daftar = Keanggotaan.objects.filter(
        perangkat_daerah=lke.perangkat_daerah.pemda_atau_diri(),
        peran__in=PENILAI,
        pengguna__is_active=True,
    )
    return set(daftar.values_list("pengguna_id", flat=True))


def _pengaju(lke: Lke) -> set[int]:
    akhir = jejak_lke(lke).filter(kata_kerja="ajukan lke").order_by("-nomor")
    return set(akhir.values_list("oleh_id", flat=True)[:1])
