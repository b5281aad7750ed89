"""A step of a quarter, and who is told of it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from kinerja.aturan.pengukuran import langkah, sebut
from kinerja.models import Keanggotaan, Pemberitahuan, Pengguna, Pengukuran, Pohon, Riwayat
from kinerja.pilihan import JenisPemberitahuan, Peran
from kinerja.surel import kirim_nanti


@transaction.atomic
def melangkah_ukur(
    pohon: Pohon, kata_kerja: str, *, tahun: int, triwulan: int, alasan: str, oleh: Pengguna,
    pada: datetime, alamat: str = "",
) -> Pengukuran:  # fmt: skip
    """Take the step. Bappeda is told of what is submitted, whoever submitted of the answer."""
    ukuran = pohon.langkah_ukur(
        kata_kerja, tahun=tahun, triwulan=triwulan, alasan=alasan, oleh=oleh, pada=pada,
        alamat=alamat,
    )  # fmt: skip
    siapa = _bappeda(pohon) if kata_kerja == "ajukan" else _pengaju(ukuran)
    teks = f"Pengukuran {sebut(tahun, triwulan)} {pohon.perangkat_daerah} "
    teks += langkah(kata_kerja).selesai + (f": {ukuran.alasan[:300]}" if ukuran.alasan else ".")
    halaman = f"{reverse('pengukuran', args=[pohon.pk])}?tahun={tahun}&triwulan={triwulan}"
    dikabari = Pemberitahuan.objects.bulk_create(
        Pemberitahuan(
            penerima_id=penerima,
            alamat=halaman,
            jenis=JenisPemberitahuan.PENGUKURAN,
            oleh=oleh,
            teks=teks,
            pada=pada,
        )
        for penerima in sorted(siapa - {oleh.pk})
    )
    kirim_nanti(dikabari)
    return ukuran


def _bappeda(pohon: Pohon) -> set[int]:
    daftar = Keanggotaan.objects.filter(
        perangkat_daerah=pohon.perangkat_daerah.pemda_atau_diri(),
        peran=Peran.BAPPEDA,
        pengguna__is_active=True,
    )
    return set(daftar.values_list("pengguna_id", flat=True))


def _pengaju(ukuran: Pengukuran) -> set[int]:
    """Whoever submitted a quarter of this agency last."""
    akhir = Riwayat.objects.filter(
        perangkat_daerah=ukuran.pohon.perangkat_daerah_id,
        pohon=None,
        kata_kerja="ajukan_pengukuran",
        perubahan__0__kunci__0=ukuran.tahun,
        perubahan__0__kunci__1=ukuran.triwulan,
    )
    return set(akhir.order_by("-nomor").values_list("oleh_id", flat=True)[:1])
