"""Documents signed before the system was there, filed as evidence."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from kinerja.aturan.temuan import Temuan, tolak_bila
from kinerja.models import PerangkatDaerah
from laporan.aturan.berkas_masuk import periksa_pindaian, tipe_berkas
from laporan.models import BerkasDokumen, Dokumen
from laporan.pilihan import JenisBerkas, JenisDokumen

if TYPE_CHECKING:
    from kinerja.models import Pengguna


@transaction.atomic
def simpan_arsip(
    lembaga: PerangkatDaerah, isi: bytes, *, nama: str, tahun: int, judul: str, nomor: str = "",
    tanggal: date | None = None, oleh: Pengguna, pada: datetime,
) -> Dokumen:  # fmt: skip
    """A Dokumen of kind ARSIP with one scan. Raises AturanDilanggar."""
    tolak_bila([*periksa_pindaian(isi), *_periksa_judul(judul)])
    cuplikan = {"judul": judul, "tahun": tahun, "nomor": nomor, "tanggal": str(tanggal or ""),
                "persetujuan": f"Dokumen lama, disimpan oleh {oleh}."}  # fmt: skip
    dokumen = Dokumen.bekukan(
        cuplikan, kode=Dokumen.kode_baru(), jenis=JenisDokumen.ARSIP, perangkat_daerah=lembaga,
        tahun=tahun, judul=judul, nomor=nomor, tanggal=tanggal, oleh=oleh, pada=pada,
    )  # fmt: skip
    BerkasDokumen.tambah(
        dokumen, isi, jenis=JenisBerkas.PINDAIAN, nama=nama, tipe=tipe_berkas(isi), oleh=oleh,
        pada=pada,
    )  # fmt: skip
    return dokumen


def daftar_arsip(lembaga: PerangkatDaerah, tahun: int) -> list[BerkasDokumen]:
    """The filed scans of a year, one query."""
    daftar = BerkasDokumen.objects.filter(
        dokumen__jenis=JenisDokumen.ARSIP,
        dokumen__perangkat_daerah=lembaga,
        dokumen__tahun=tahun,
    )
    return list(daftar.defer("isi").select_related("dokumen").order_by("ditambah_pada", "pk"))


def _periksa_judul(judul: str) -> list[Temuan]:
    if judul.strip():
        return []
    return [Temuan(kode="JUDUL_KOSONG", pesan="Isi nama dokumennya.").di(medan="judul")]
