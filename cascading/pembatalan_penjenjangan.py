"""Undo of what was written in a penjenjangan, event by event (``kinerja.pembatalan_lembaga``)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from cascading.models import ButirPenjenjangan, Penjenjangan
from cascading.models.butir_penjenjangan import catat_butir
from kinerja.aturan.temuan import tolak, tolak_bila
from kinerja.models import Pengguna, Riwayat
from kinerja.pembatalan_lembaga import Pembatal

Baris = dict[str, Any]
BERUBAH = "Bagian itu sudah diubah sesudahnya; batalkan perubahan yang lebih baru dahulu."
HILANG = "Penjenjangan itu sudah dihapus; tidak ada lagi yang dapat dibatalkan."
JENIS = ("penjenjangan", "butirpenjenjangan")
KATA_KERJA = frozenset({
    "tambah butirpenjenjangan", "ubah butirpenjenjangan", "hapus butirpenjenjangan",
    "geser butirpenjenjangan", "batalkan butirpenjenjangan", "ubah penjenjangan",
})  # fmt: skip
DIBACA = 60


def peristiwa(dokumen: Penjenjangan, terbanyak: int = 8) -> list[Riwayat]:
    """The latest events of a document and of its items, newest first; one query."""
    daftar = Riwayat.objects.filter(
        perangkat_daerah=dokumen.perangkat_daerah, pohon=None, kata_kerja__endswith="penjenjangan"
    )
    daftar = daftar.select_related("oleh", "dibatalkan_oleh").order_by("-nomor")[:DIBACA]
    return [r for r in daftar if pk_dokumen(r) == dokumen.pk][:terbanyak]


def dapat_dibatalkan(riwayat: Riwayat) -> bool:
    """Is it a change that can be turned round, and that nobody has undone yet?"""
    sudah = getattr(riwayat, "dibatalkan_oleh", None)
    return riwayat.kata_kerja in KATA_KERJA and sudah is None


def pk_dokumen(riwayat: Riwayat) -> int | None:
    """The document that an event is about."""
    baris = riwayat.perubahan[0] if riwayat.perubahan else None
    return int(baris["kunci"][-1]) if baris and baris["jenis"] in JENIS else None


@transaction.atomic
def balikkan(riwayat: Riwayat, oleh: Pengguna, pada: datetime) -> Riwayat:
    """Turn an event round as a new one. AturanDilanggar when something changed since."""
    daftar = Penjenjangan.objects.filter(perangkat_daerah=riwayat.perangkat_daerah_id)
    dokumen = daftar.lengkap().filter(pk=pk_dokumen(riwayat) or 0).first()
    if dokumen is None:
        raise tolak("PENJENJANGAN_HILANG", HILANG)
    dokumen.kunci()
    baris = [_balik(dokumen, satu) for satu in reversed(riwayat.perubahan)]
    return catat_butir(
        dokumen, "batalkan", f"Dibatalkan: {riwayat.ringkasan}", baris, oleh=oleh, pada=pada,
        membatalkan=riwayat,
    )  # fmt: skip


def _balik(dokumen: Penjenjangan, baris: Baris) -> Baris:
    dibalik = baris | {"sebelum": baris["sesudah"], "sesudah": baris["sebelum"]}
    if baris["jenis"] == "penjenjangan":
        _pulihkan(dokumen, baris)
        return dibalik
    pk = baris["kunci"][0]
    butir = ButirPenjenjangan.objects.filter(pk=pk, penjenjangan=dokumen).first()
    if (butir is None) != (baris["sesudah"] is None):
        raise tolak("BERUBAH_SESUDAHNYA", BERUBAH)
    if butir is None:
        isi = {m: v for m, v in baris["sebelum"].items() if m != "penjenjangan"}
        ButirPenjenjangan(pk=pk, penjenjangan=dokumen, **isi).save(force_insert=True)
    else:
        _pulihkan(butir, baris)
    return dibalik


def _pulihkan(objek: Penjenjangan | ButirPenjenjangan, baris: Baris) -> None:
    """Fields as they were before the event; a record that it made goes."""
    kini = objek.cuplikan()
    if any(kini[m] != v for m, v in baris["sesudah"].items()):
        raise tolak("BERUBAH_SESUDAHNYA", BERUBAH)
    if baris["sebelum"] is None:
        type(objek)._base_manager.filter(pk=objek.pk).delete()
        return
    kolom = {m: objek._meta.get_field(m).attname for m in baris["sebelum"]}  # type: ignore[union-attr]
    for medan, nilai in baris["sebelum"].items():
        setattr(objek, kolom[medan], nilai)
    tolak_bila(objek._temuan())
    objek.save(update_fields=list(kolom))


PEMBATAL = Pembatal("PENJENJANGAN", "Penjenjangan", KATA_KERJA, balikkan)
