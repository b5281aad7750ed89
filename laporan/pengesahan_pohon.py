"""Freeze a planning document the moment it is approved; its PDF is made after it, from the
snapshot.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from kinerja.models import Pohon
from kinerja.wewenang import Penyetuju, penyetuju
from laporan.identitas import waktu
from laporan.models import Dokumen
from laporan.naskah_pohon import BahanPohon, baca_bahan, susun_naskah_pohon
from laporan.pdf.naskah_pohon import NaskahPohon
from laporan.pengesahan import PEMBUAT, buat_cap, cetak_dokumen
from laporan.pilihan import JenisDokumen, SebabGanti
from laporan.pohon_beku import naskah_beku_pohon

if TYPE_CHECKING:
    from kinerja.models import Pengguna


def bekukan_pohon(
    pohon: Pohon, oleh: Pengguna, pada: datetime, alamat: str, bahan: BahanPohon | None = None
) -> None:
    """Inside the transaction of the approval. The edition before it is what it replaces.

    ``bahan`` counts if it was read of the version that the step was taken on: the one before.
    """
    if bahan is None or bahan.versi != pohon.versi - 1:
        bahan = baca_bahan(pohon, pada)
    kode, lama = Dokumen.kode_baru(), _edisi_sebelumnya(pohon)
    hari = timezone.localtime(pada).date()
    siapa = penyetuju(pohon, hari)
    sebutan = siapa.sebutan if siapa.pejabat else str(oleh)
    cap = buat_cap(kode, f"Disetujui {sebutan} pada {waktu(pada)}.", alamat, pada, lama)
    naskah = susun_naskah_pohon(pohon, bahan, cap, pada)
    beku = Dokumen.bekukan(
        cuplikan_pohon(naskah, siapa), kode=kode, jenis=JenisDokumen.POHON, asal=pohon.pk,
        perangkat_daerah=pohon.perangkat_daerah, tahun=pohon.periode.tahun_bawaan(hari),
        judul=" ".join(naskah.judul)[:300], tanggal=hari, menggantikan=lama,
        sebab_ganti=SebabGanti.PERUBAHAN if lama else "", oleh=oleh, pada=pada,
    )  # fmt: skip
    transaction.on_commit(lambda: cetak_dokumen.enqueue(beku.pk))


def cuplikan_pohon(naskah: NaskahPohon, siapa: Penyetuju) -> dict[str, Any]:
    """What is frozen: the naskah, and what the public page says."""
    isi: dict[str, Any] = json.loads(naskah.ke_json())
    isi["persetujuan"] = naskah.cap.persetujuan
    isi["para_pihak"] = []
    if siapa.pejabat is not None and siapa.jabatan is not None:
        pihak = {"nama": siapa.pejabat.pegawai.nama, "jabatan": siapa.jabatan.nama}
        isi["para_pihak"] = [{"sebagai": "Disetujui oleh"} | pihak]
    return isi


def cetak_pohon(beku: Dokumen) -> bytes:
    """The PDF of a frozen planning document: its data and its tables lie inside."""
    from laporan.pdf.pohon import cetak_beku

    return cetak_beku(naskah_beku_pohon(beku), beku.cuplikan)


def _edisi_sebelumnya(pohon: Pohon) -> Dokumen | None:
    """The frozen document of the last edition that was approved, unless another replaced it."""
    edisi = pohon.semua_edisi().filter(edisi__lt=pohon.edisi).order_by("-edisi")
    beku = Dokumen.objects.filter(
        jenis=JenisDokumen.POHON, asal__in=list(edisi.values_list("pk", flat=True)),
        pengganti__isnull=True,
    )  # fmt: skip
    return beku.defer("cuplikan").order_by("-pk").first()


PEMBUAT[JenisDokumen.POHON] = cetak_pohon
