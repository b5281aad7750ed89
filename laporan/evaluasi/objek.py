"""What a note is about: found by kind and key, and led back to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from cascading.models import PerjanjianKinerja
from iku.models import DokumenIku
from kinerja.models import Pohon, Simpul
from laporan.models import Catatan
from laporan.models.catatan import Objek
from laporan.pilihan import JenisDokumen

if TYPE_CHECKING:
    from kinerja.models import Pengguna


@dataclass(frozen=True)
class Rujukan:
    """Where a note leads: address "" when what it is about is gone."""

    alamat: str
    simpul: Simpul | None = None


def ambil_objek(pengguna: Pengguna, jenis: str, asal: int) -> Objek | None:
    """The document, if it is there and the user reads it. One query."""
    if jenis == JenisDokumen.POHON:
        pohon = Pohon.objects.terlihat_oleh(pengguna).select_related(
            "perangkat_daerah__pemda", "periode"
        )
        return pohon.filter(pk=asal).first()
    if jenis == JenisDokumen.IKU:
        iku = DokumenIku.objects.terlihat_oleh(pengguna).select_related("perangkat_daerah__pemda")
        return iku.filter(pk=asal).first()
    if jenis == JenisDokumen.PERJANJIAN:
        return PerjanjianKinerja.objects.terlihat_oleh(pengguna).lengkap().filter(pk=asal).first()
    return None


def rujukan(catatan: Catatan) -> Rujukan:
    """The box in the latest edition that has it, else the document. At most two queries."""
    if catatan.simpul_uid:
        kotak = Simpul.objects.filter(
            uid=catatan.simpul_uid,
            pohon__perangkat_daerah=catatan.perangkat_daerah_id,
            pohon__diarsipkan_pada=None,
        )
        simpul = kotak.select_related("pohon__periode").order_by("-pohon__edisi", "-pk").first()
        if simpul is not None:
            return Rujukan(reverse("simpul-rinci", args=[simpul.pk]), simpul)
    if catatan.jenis == JenisDokumen.PERJANJIAN:
        ada = PerjanjianKinerja.objects.filter(pk=catatan.asal).exists()
        return Rujukan(reverse("perjanjian", args=[catatan.asal]) if ada else "")
    if catatan.jenis == JenisDokumen.IKU:
        ada = DokumenIku.objects.filter(pk=catatan.asal).exists()
        return Rujukan(reverse("iku", args=[catatan.asal]) if ada else "")
    return Rujukan(reverse("pohon", args=[catatan.asal]))
