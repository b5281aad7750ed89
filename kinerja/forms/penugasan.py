"""Which position, in which part."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.models import Jabatan, Pohon
from kinerja.pilihan import PeranTugas


class TugasForm(forms.Form):
    """``cleaned_data`` is what ``Pohon.tugaskan`` takes beside the boxes."""

    jabatan = forms.ModelChoiceField(
        Jabatan.objects.none(),
        empty_label="Pilih jabatan",
        error_messages={
            "required": "Pilih jabatannya.",
            "invalid_choice": "Jabatan itu bukan dari perangkat daerah ini; pilih yang lain.",
        },
    )
    peran = forms.ChoiceField(
        label="Sebagai",
        choices=PeranTugas,
        initial=PeranTugas.PENANGGUNG_JAWAB,
        error_messages={"invalid_choice": "Peran itu tidak dikenal; pilih dari daftar."},
    )
    gantikan = forms.BooleanField(
        required=False, label="Gantikan penanggung jawab sub kegiatan yang sekarang"
    )

    def __init__(self, *args: Any, pohon: Pohon, **lain: Any):
        super().__init__(*args, **lain)
        milik = Jabatan.objects.filter(perangkat_daerah=pohon.perangkat_daerah_id)
        self.fields["jabatan"].queryset = milik.order_by("-kepala", "nama", "pk")  # type: ignore[attr-defined]
