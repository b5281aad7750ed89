"""A new, empty planning document."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.models import Pengguna, PerangkatDaerah, Periode, VersiNomenklatur
from kinerja.pilihan import JenisPohon, Peran


class DokumenForm(forms.Form):
    """Field names are those of ``Pohon.buat``."""

    perangkat_daerah = forms.ModelChoiceField(
        PerangkatDaerah.objects.none(), label="Perangkat daerah", empty_label=None
    )
    periode = forms.ModelChoiceField(Periode.objects.none(), empty_label=None)
    jenis = forms.ChoiceField(choices=JenisPohon, initial=JenisPohon.CASCADING)
    judul = forms.CharField(
        required=False,
        max_length=200,
        help_text="Pembeda bila dokumen sejenis lebih dari satu, misalnya Belanja Wajib.",
    )
    versi_nomenklatur = forms.ModelChoiceField(
        VersiNomenklatur.objects.none(),
        label="Versi nomenklatur",
        required=False,
        empty_label="Belum ditentukan",
    )

    def __init__(self, *args: Any, pengguna: Pengguna, **pilihan: Any):
        super().__init__(*args, **pilihan)
        milik = PerangkatDaerah.objects.terlihat_oleh(pengguna).order_by("nama")
        boleh = [p.pk for p in milik if pengguna.punya_peran({Peran.PERENCANA}, p)]
        self.fields["perangkat_daerah"].queryset = milik.filter(pk__in=boleh)  # type: ignore[attr-defined]
        self.fields["periode"].queryset = Periode.objects.order_by("-tahun_awal")  # type: ignore[attr-defined]
        self.fields["versi_nomenklatur"].queryset = VersiNomenklatur.objects.order_by("-pk")  # type: ignore[attr-defined]
