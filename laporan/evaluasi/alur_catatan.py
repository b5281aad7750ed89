"""Writing a note and taking its steps; the other side is told."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse

from kinerja.aturan.tanggal import tanggal
from kinerja.kabar import beralasan, kabarkan, pemegang_peran
from kinerja.models import Pengguna, PerangkatDaerah
from kinerja.pilihan import JenisPemberitahuan, Peran
from kinerja.wewenang import PENULIS_CATATAN
from laporan.aturan.catatan import SELESAI, Pihak
from laporan.models import Catatan, Tanggapan
from laporan.models.catatan import Objek

PENULIS = PENULIS_CATATAN
PENJAWAB = (Peran.PERENCANA, Peran.KEPALA)
"""Of the agency these answer."""


def pihak(pengguna: Pengguna, lembaga: PerangkatDaerah) -> frozenset[Pihak]:
    """The sides that the user stands for. A role narrowed to a unit answers for no agency."""
    hasil = set()
    if pengguna.punya_peran(PENULIS, lembaga.pemda_atau_diri()):
        hasil.add(Pihak.EVALUATOR)
    if pengguna.punya_peran(PENJAWAB, lembaga):
        hasil.add(Pihak.LEMBAGA)
    return frozenset(hasil)


@transaction.atomic
def tulis(objek: Objek, *, oleh: Pengguna, pada: datetime, **isi: Any) -> Catatan:
    """A note, and word of it to planners and head. Raises AturanDilanggar."""
    catatan = Catatan.tulis(objek, oleh=oleh, pada=pada, **isi)
    batas = f" Tenggat {tanggal(catatan.tenggat)}." if catatan.tenggat else ""
    teks = f"{catatan.perihal}: {catatan.isi[:300]}{batas}"
    _kabarkan(catatan, teks, _penjawab(catatan), oleh=oleh, pada=pada)
    return catatan


@transaction.atomic
def langkahkan(
    catatan: Catatan, kata_kerja: str, *, oleh: Pengguna, pada: datetime, **isi: Any
) -> Tanggapan:
    """A step, and word of it to the other side. Raises AturanDilanggar, Bentrok."""
    baris = catatan.langkah(kata_kerja, oleh=oleh, pada=pada, **isi)
    evaluator = Pihak.EVALUATOR in pihak(oleh, catatan.perangkat_daerah)
    kepada = _penjawab(catatan) if evaluator else _penulis(catatan)
    teks = beralasan(f"Catatan pada {catatan.perihal} {SELESAI[kata_kerja]}", baris.teks)
    _kabarkan(catatan, teks, kepada, oleh=oleh, pada=pada)
    return baris


def _kabarkan(
    catatan: Catatan, teks: str, kepada: set[int], *, oleh: Pengguna, pada: datetime
) -> None:
    kabarkan(
        kepada, teks, alamat=reverse("catatan", args=[catatan.pk]),
        jenis=JenisPemberitahuan.EVALUASI, oleh=oleh, pada=pada,
    )  # fmt: skip


def _penjawab(catatan: Catatan) -> set[int]:
    return pemegang_peran(catatan.perangkat_daerah, PENJAWAB, unit=None, cabang=None)


def _penulis(catatan: Catatan) -> set[int]:
    """Who wrote it, and colleagues of the same roles who took a step of it."""
    langkah = set(catatan.tanggapan.values_list("oleh_id", flat=True))
    pemda = catatan.perangkat_daerah.pemda_atau_diri()
    return pemegang_peran(pemda, PENULIS, pengguna__in=langkah | {catatan.oleh_id})
