"""Targets of a year in templates."""

from __future__ import annotations

from django import template

from cascading.aturan.penjenjangan.isi import Ukuran

register = template.Library()


@register.filter
def target_pada(ukuran: Ukuran, tahun: int) -> str:
    """The target of an indicator in a year as printed; "" where there is none."""
    return ukuran.target.get(tahun, "")
