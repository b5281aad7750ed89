"""The columns of a workbook, each with what it is read as."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms


class PetaForm(forms.Form):
    """One select per column (``kinerja.impor.peta.KolomPeta``), named by its letter.

    Cleaned data: {"peta": {head: key}} of the columns whose choice was changed.
    """

    def __init__(self, *args: Any, kolom: Sequence[Any], **pilihan: Any):
        super().__init__(*args, **pilihan)
        self.kolom = kolom
        for k in kolom:
            self.fields[k.huruf] = forms.ChoiceField(
                label=f"Kolom {k.huruf}: {k.judul}",
                choices=k.pilihan,
                initial=k.kini,
                required=False,
                widget=forms.Select(
                    attrs={"class": "isian", "aria-label": f"Kolom {k.huruf} dibaca sebagai"}
                ),
            )

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or self.cleaned_data
        dikirim = (k for k in self.kolom if k.huruf in self.data and k.huruf in isi)
        return {"peta": {k.kunci: isi[k.huruf] for k in dikirim if isi[k.huruf] != k.kini}}

    def baris(self) -> Iterator[tuple[Any, forms.BoundField]]:
        """Each column with its select."""
        return ((k, self[k.huruf]) for k in self.kolom)
