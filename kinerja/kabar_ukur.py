"""A step of a quarter, and who is told of it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from kinerja.aturan.pengukuran import langkah, sebut
from kinerja.kabar import beralasan, kabarkan, pemegang_peran
from kinerja.models import Pengguna, Pengukuran, Pohon, Riwayat
from kinerja.pilihan import JenisPemberitahuan, Peran


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
    pemda = pohon.perangkat_daerah.pemda_atau_diri()
    siapa = pemegang_peran(pemda, [Peran.BAPPEDA]) if kata_kerja == "ajukan" else _pengaju(ukuran)
    teks = f"Pengukuran {sebut(tahun, triwulan)} {pohon.perangkat_daerah}"
    kabarkan(
        siapa, beralasan(f"{teks} {langkah(kata_kerja).selesai}", ukuran.alasan),
        alamat=f"{reverse('pengukuran', args=[pohon.pk])}?tahun={tahun}&triwulan={triwulan}",
        jenis=JenisPemberitahuan.PENGUKURAN, oleh=oleh, pada=pada,
    )  # fmt: skip
    return ukuran


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
