"""What the rules say about a new version of an indicator's reference sheet."""

from __future__ import annotations

from typing import Any

from kinerja.aturan.lembar import baca_lembar, periksa_lembar
from kinerja.aturan.temuan import Temuan
from kinerja.models.indikator import Indikator
from kinerja.models.realisasi import Realisasi


def temuan_lembar(indikator: Indikator, isi: dict[str, Any]) -> list[Temuan]:
    """Measured in any edition of its document, its formula stays."""
    terukur = Realisasi.objects.filter(indikator__uid=indikator.uid).exists()
    return periksa_lembar(baca_lembar(isi), baca_lembar(indikator.lembar), terukur=terukur)
