"""Agencies are locked first and in one order, so that steps between them never wait in a circle."""

from __future__ import annotations

from kinerja.models import PerangkatDaerah


def kunci_lembaga(*daftar: PerangkatDaerah | int) -> None:
    """Lock the rows of these agencies, the lowest key first. Call inside a transaction."""
    pk = sorted({p if isinstance(p, int) else p.pk for p in daftar})
    kunci = PerangkatDaerah.objects.select_for_update(no_key=True)
    list(kunci.filter(pk__in=pk).order_by("pk").values_list("pk"))
