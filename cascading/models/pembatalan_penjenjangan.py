"""Undo of what was written in a penjenjangan, as a new event."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from cascading.models.butir_penjenjangan import ButirPenjenjangan, catat_butir
from cascading.models.penjenjangan import Penjenjangan
from kinerja.aturan.temuan import tolak, tolak_bila
from kinerja.models import Riwayat

if TYPE_CHECKING:
    from kinerja.models import Pengguna

Baris = dict[str, Any]
BERUBAH = "Butir itu sudah diubah sesudahnya; batalkan perubahan yang lebih baru dahulu."
SUDAH = "Perubahan itu sudah dibatalkan."
KERJA = ("tambah", "ubah", "hapus", "geser", "batalkan")
TERBANYAK = 60


def peristiwa(dokumen: Penjenjangan, terbanyak: int = 8) -> list[Riwayat]:
    """The latest events of a document and of its items, newest first; one query."""
    daftar = Riwayat.objects.filter(
        perangkat_daerah=dokumen.perangkat_daerah, pohon=None, kata_kerja__endswith="penjenjangan"
    )
    daftar = daftar.select_related("oleh", "dibatalkan_oleh").order_by("-nomor")[:TERBANYAK]
    return [r for r in daftar if _milik(r, dokumen)][:terbanyak]


def dapat_dibatalkan(riwayat: Riwayat) -> bool:
    """Is it a change of items that nobody has undone yet?"""
    kerja, _, jenis = riwayat.kata_kerja.partition(" ")
    return (
        jenis == "butirpenjenjangan"
        and kerja in KERJA
        and getattr(riwayat, "dibatalkan_oleh", None) is None
    )


@transaction.atomic
def batalkan(dokumen: Penjenjangan, riwayat: Riwayat, *, oleh: Pengguna, pada: datetime) -> Riwayat:
    """Turn an event of items round. AturanDilanggar when an item changed since."""
    dokumen.kunci()
    if not _milik(riwayat, dokumen) or not dapat_dibatalkan(riwayat):
        raise tolak("SUDAH_DIBATALKAN", SUDAH)
    baris = [_balik(dokumen, satu) for satu in reversed(riwayat.perubahan)]
    return catat_butir(
        dokumen, "batalkan", f"Dibatalkan: {riwayat.ringkasan}", baris, oleh=oleh, pada=pada,
        membatalkan=riwayat,
    )  # fmt: skip


def _milik(riwayat: Riwayat, dokumen: Penjenjangan) -> bool:
    if not riwayat.perubahan or riwayat.perubahan[0]["jenis"] == "katapenjenjangan":
        return False
    return bool(riwayat.perubahan[0]["kunci"][-1] == dokumen.pk)


def _balik(dokumen: Penjenjangan, baris: Baris) -> Baris:
    pk, sebelum, sesudah = baris["kunci"][0], baris["sebelum"], baris["sesudah"]
    butir = ButirPenjenjangan.objects.filter(pk=pk, penjenjangan=dokumen).first()
    kini = butir.cuplikan() if butir else None
    seperti_semula = (
        kini is None
        if sesudah is None
        else kini is not None and all(kini[m] == v for m, v in sesudah.items())
    )
    if not seperti_semula:
        raise tolak("BERUBAH_SESUDAHNYA", BERUBAH)
    if sebelum is None:
        ButirPenjenjangan.objects.filter(pk=pk).delete()
    elif butir is None:
        isi = {m: v for m, v in sebelum.items() if m != "penjenjangan"}
        ButirPenjenjangan(pk=pk, penjenjangan=dokumen, **isi).save(force_insert=True)
    else:
        for medan, nilai in sebelum.items():
            setattr(butir, medan, nilai)
        tolak_bila(butir._temuan())
        butir.save(update_fields=[m for m in sebelum if m != "penjenjangan"])
    return baris | {"sebelum": sesudah, "sesudah": sebelum}
