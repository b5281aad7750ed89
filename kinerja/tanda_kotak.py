"""What higher rooms mark on the rows of a document, read once until something of it changes."""

from __future__ import annotations

from django.core.cache import cache

from kinerja.kaitan import Tanda, tanda
from kinerja.models import Pohon
from kinerja.mutu_pohon import LAMA_SIMPAN, versi_pengaturan


def tanda_kotak(pohon: Pohon) -> dict[str, tuple[Tanda, ...]]:
    """By uid. No query as long as the pemda's version stays; a step of a room raises it."""
    kunci = f"tanda:{pohon.pk}:{versi_pengaturan(pohon.perangkat_daerah)}"
    return cache.get_or_set(kunci, lambda: tanda(pohon), LAMA_SIMPAN) or {}
