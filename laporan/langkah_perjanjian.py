"""One step of an agreement with everything that belongs to it: check, write, tell."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from cascading.kabar_perjanjian import kabarkan
from cascading.models import PerjanjianKinerja
from kinerja.models import Riwayat
from laporan.naskah_perjanjian import siap_cetak
from laporan.pengesahan import BuktiSetuju, sahkan_perjanjian

if TYPE_CHECKING:
    from kinerja.models import Pengguna


def langkahkan(
    p: PerjanjianKinerja,
    kata_kerja: str,
    *,
    oleh: Pengguna,
    pada: datetime,
    dilihat: str = "",
    alasan: str = "",
    alamat: str = "",
    bukti: BuktiSetuju | None = None,
) -> None:
    """Raises AturanDilanggar. ``dilihat``: fingerprint of what stood on the screen."""
    siapa: dict[str, Any] = {"oleh": oleh, "pada": pada}
    hari = timezone.localtime(pada).date()
    with transaction.atomic():
        if kata_kerja in ("setujui", "catat_persetujuan"):
            sahkan_perjanjian(p, dilihat=dilihat, alamat=alamat, bukti=bukti, **siapa)
        elif kata_kerja in ("ajukan", "verifikasi"):
            siap = siap_cetak(p, hari)
            lihat = {"dilihat": dilihat, "kini": siap.sidik, "temuan": siap.temuan}
            getattr(p, kata_kerja)(**lihat, **siapa)
        elif kata_kerja == "kembalikan":
            p.kembalikan(alasan=alasan, **siapa)
        else:
            getattr(p, kata_kerja)(**siapa)
        kabarkan(p, kata_kerja, hari=hari, **siapa)


def sudah_dilangkahi(p: PerjanjianKinerja, kata_kerja: str, oleh: Pengguna) -> bool:
    """Was it this user who took the last step, and this one? The second click of a double one."""
    akhir = Riwayat.tentang(p).values_list("kata_kerja", "oleh").first()
    return akhir == (f"{kata_kerja} perjanjiankinerja", oleh.pk)
