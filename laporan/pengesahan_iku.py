"""Freeze an IKU document the moment it is approved; its PDF is made after it, from the snapshot."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from iku.models import DokumenIku
from iku.pilihan import StatusDokumen
from laporan.identitas import waktu
from laporan.models import Dokumen
from laporan.naskah_iku import naskah_beku, naskah_iku
from laporan.pdf.naskah_iku import NaskahIku
from laporan.pengesahan import PEMBUAT, buat_cap, cetak_dokumen
from laporan.pilihan import JenisDokumen, SebabGanti

if TYPE_CHECKING:
    from kinerja.models import Pengguna


def bekukan_iku(dokumen: DokumenIku, oleh: Pengguna, pada: datetime, alamat: str) -> None:
    """Inside the transaction of the approval. The one in force before it is what it corrects."""
    kode, lama = Dokumen.kode_baru(), _yang_lama(dokumen)
    cap = buat_cap(kode, f"Disetujui {oleh} pada {waktu(pada)}.", alamat, pada, lama)
    hari = timezone.localtime(pada).date()
    naskah = naskah_iku(dokumen, pada=hari, susunan={})
    naskah = replace(
        naskah,
        cap=cap,
        kaki=f"{' '.join(naskah.judul)} · versi {cap.versi}, {cap.waktu}",
        diubah=timezone.localtime(pada).isoformat(timespec="seconds"),
    )
    beku = Dokumen.bekukan(
        cuplikan_iku(naskah), kode=kode, jenis=JenisDokumen.IKU, asal=dokumen.pk,
        perangkat_daerah=dokumen.perangkat_daerah, tahun=dokumen.tahun,
        judul=" ".join(naskah.judul), nomor=dokumen.nomor, tanggal=dokumen.ditetapkan,
        menggantikan=lama, sebab_ganti=SebabGanti.PERUBAHAN if lama else "", oleh=oleh, pada=pada,
    )  # fmt: skip
    transaction.on_commit(lambda: cetak_dokumen.enqueue(beku.pk))


def cuplikan_iku(naskah: NaskahIku) -> dict[str, Any]:
    """What is frozen: the naskah, and what the public page says."""
    isi: dict[str, Any] = json.loads(naskah.ke_json())
    p = naskah.penanda
    isi["para_pihak"] = [{"sebagai": "Ditetapkan oleh", "nama": p.nama, "jabatan": p.jabatan}]
    isi["persetujuan"] = naskah.cap.persetujuan if naskah.cap else ""
    return isi


def _yang_lama(dokumen: DokumenIku) -> Dokumen | None:
    """The frozen document of the one now in force, unless another has taken its place already."""
    kembar = {m: getattr(dokumen, m) for m in ("perangkat_daerah", "periode", "judul")}
    berlaku = DokumenIku.objects.filter(**kembar, status=StatusDokumen.BERLAKU).first()
    beku = Dokumen.objects.dari(JenisDokumen.IKU, berlaku.pk) if berlaku else None
    return beku if beku and not hasattr(beku, "pengganti") else None


def cetak_iku(beku: Dokumen) -> bytes:
    """The PDF of a frozen document: its data and its tables lie inside."""
    from laporan.pdf.iku import cetak_beku

    return cetak_beku(naskah_beku(beku), beku.cuplikan)


PEMBUAT[JenisDokumen.IKU] = cetak_iku
