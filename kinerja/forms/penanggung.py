"""Who answers for the value of an indicator: positions and agencies, several of each."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q

from kinerja.models import Indikator, Jabatan, PerangkatDaerah


class PenanggungForm(forms.Form):
    """``cleaned_data`` is what ``Pohon.tanggungkan`` takes beside the indicator."""

    tanpa_tanda = True

    jabatan = forms.ModelMultipleChoiceField(
        Jabatan.objects.none(), required=False, label="Jabatan",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Ada jabatan yang bukan dari perangkat daerah ini."},
    )  # fmt: skip
    lembaga = forms.ModelMultipleChoiceField(
        PerangkatDaerah.objects.none(), required=False, label="Perangkat daerah",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Ada perangkat daerah yang bukan dari pemda ini."},
    )  # fmt: skip

    def __init__(self, *args: Any, indikator: Indikator, **lain: Any):
        milik = indikator.pohon.perangkat_daerah
        pemda = milik.pemda_id or milik.pk
        lain["initial"] = {
            "jabatan": list(indikator.penanggung_jabatan.values_list("jabatan_id", flat=True)),
            "lembaga": list(
                indikator.penanggung_lembaga.values_list("perangkat_daerah_id", flat=True)
            ),
        }
        super().__init__(*args, **lain)
        jabatan = Jabatan.objects.filter(perangkat_daerah=milik)
        lembaga = PerangkatDaerah.objects.filter(Q(pemda=pemda) | Q(pk=pemda))
        for nama, daftar in (
            ("jabatan", jabatan.order_by("-kepala", "nama", "pk")),
            ("lembaga", lembaga.order_by("nama", "pk")),
        ):
            self.fields[nama].queryset = daftar  # type: ignore[attr-defined]
