"""Planning documents as a whole: a new one, a step of the ladder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import QuerySet

from kinerja.models import Pengguna, PerangkatDaerah, Periode, VersiNomenklatur
from kinerja.pilihan import JenisPohon, Peran


def direncanakan(pengguna: Pengguna) -> QuerySet[PerangkatDaerah]:
    """The agencies that the user plans for: where a new document may stand."""
    milik = PerangkatDaerah.objects.terlihat_oleh(pengguna).order_by("nama")
    boleh = [p.pk for p in milik if pengguna.punya_peran({Peran.PERENCANA}, p)]
    return milik.filter(pk__in=boleh).select_related("pemda")


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
        self.fields["perangkat_daerah"].queryset = direncanakan(pengguna)  # type: ignore[attr-defined]
        self.fields["periode"].queryset = Periode.objects.order_by("-tahun_awal")  # type: ignore[attr-defined]
        self.fields["versi_nomenklatur"].queryset = VersiNomenklatur.objects.order_by("-pk")  # type: ignore[attr-defined]


class LangkahForm(forms.Form):
    """A step of the ladder: which ``versi`` was on the screen, and why it comes back."""

    versi = forms.IntegerField()
    alasan = forms.CharField(required=False)

    @classmethod
    def baca(cls, kiriman: Mapping[str, str], kata_kerja: str) -> dict[str, Any]:
        """Arguments of the verb. A missing or odd versi is one that nobody saw."""
        form = cls(kiriman)
        form.is_valid()
        isi = {"versi": form.cleaned_data.get("versi", -1)}
        if kata_kerja == "kembalikan":
            isi["alasan"] = form.cleaned_data.get("alasan", "")
        return isi
