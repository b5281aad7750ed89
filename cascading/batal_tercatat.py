"""Undo one event of a flat record, as a new event that can itself be undone."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from kinerja.aturan.temuan import tolak
from kinerja.models import Riwayat
from kinerja.models.tercatat import Tercatat

if TYPE_CHECKING:
    from kinerja.models import Pengguna

BERUBAH = "Sudah ada perubahan lain sesudah itu; muat ulang halaman, lalu ubah langsung."


@transaction.atomic
def batalkan_tercatat(
    model: type[Tercatat], riwayat: Riwayat, *, oleh: Pengguna, pada: datetime
) -> None:
    """Delete what was added, put back what was changed or deleted. AturanDilanggar when the record
    is not any more as the event left it.
    """
    (baris,) = riwayat.perubahan
    pk, sebelum, sesudah = baris["kunci"][0], baris["sebelum"], baris["sesudah"]
    objek = model._base_manager.select_for_update().filter(pk=pk).first()
    if not _seperti(objek, sesudah):
        raise tolak("BERUBAH_SESUDAHNYA", BERUBAH)
    if objek is None:
        isi = {_kolom(model, m): v for m, v in sebelum.items()}
        kembali = model(**{"pk": pk, **isi})
        kembali.daftarkan(oleh=oleh, pada=pada)
    elif sebelum is None:
        objek.hapus(oleh=oleh, pada=pada)
    else:
        objek.ubah(sebelum, oleh=oleh, pada=pada)


def _seperti(objek: Tercatat | None, isi: dict[str, Any] | None) -> bool:
    """Does the record stand as the event left it?"""
    if objek is None or isi is None:
        return objek is None and isi is None
    kini = {m: str(v) for m, v in objek.cuplikan().items()}
    return all(kini[m] == str(v) for m, v in isi.items())


def _kolom(model: type[Tercatat], medan: str) -> str:
    """Snapshots hold foreign keys as ids."""
    return str(model._meta.get_field(medan).attname)  # type: ignore[union-attr]
