"""Accept a finding; say how much each check weighs."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.aturan.mutu.katalog import KATALOG
from kinerja.aturan.mutu.terima import TINGKAT
from kinerja.models.temuan import PANJANG_ALASAN


class TerimaForm(forms.Form):
    """Which finding, and why it may stay. The hidden fields name it."""

    pohon = forms.IntegerField(widget=forms.HiddenInput)
    simpul = forms.UUIDField(widget=forms.HiddenInput)
    kode = forms.CharField(max_length=40, widget=forms.HiddenInput)
    sidik = forms.CharField(max_length=32, widget=forms.HiddenInput)
    alasan = forms.CharField(
        max_length=PANJANG_ALASAN, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    @property
    def temuan(self) -> tuple[int, str, str, str]:
        isi = self.cleaned_data
        return isi["pohon"], str(isi["simpul"]), isi["kode"], isi["sidik"]


class BobotForm(forms.Form):
    """One choice a check; what is left as usual is not kept."""

    def __init__(self, *args: Any, bobot: dict[str, str], **pilihan: Any):
        super().__init__(*args, **pilihan)
        for nomor, p in KATALOG.items():
            biasa = f"Seperti biasa ({TINGKAT[str(p.tingkat)].lower()})"
            self.fields[nomor] = forms.ChoiceField(
                label=f"{nomor} {p.judul}",
                choices=[("", biasa), *TINGKAT.items()],
                required=False,
                initial=bobot.get(nomor, ""),
            )

    @property
    def bobot(self) -> dict[str, str]:
        return {nomor: pilihan for nomor, pilihan in self.cleaned_data.items() if pilihan}
