"""A comment on a box, and an answer to one."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.models import Indikator, Simpul
from kinerja.pilihan import Peran

DISEBUT = tuple(p for p in Peran if p not in {Peran.ADMIN_PD, Peran.ADMIN_PEMDA})
"""Roles that plan and judge; admins look after accounts."""


class BalasanForm(forms.Form):
    """The rules of the text are the model's: it says what to do about them."""

    teks = forms.CharField(required=False, strip=True)
    menyebut = forms.ChoiceField(
        required=False, choices=[("", "Tidak ada"), *((p.value, p.label) for p in DISEBUT)]
    )


class KomentarForm(BalasanForm):
    """About the box as a whole, or about one of its indicators."""

    indikator = forms.ModelChoiceField(Indikator.objects.none(), required=False)

    def __init__(self, *args: Any, simpul: Simpul, **pilihan: Any):
        super().__init__(*args, **pilihan)
        self.fields["indikator"].queryset = simpul.indikator.all()  # type: ignore[attr-defined]
