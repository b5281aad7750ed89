"""An official list and the version it belongs to."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import validate_slug

from kinerja.forms.impor import TERLALU_BESAR
from kinerja.models import VersiNomenklatur


class NomenklaturForm(forms.Form):
    """A file for an existing version, or for a new one with the years it serves."""

    berkas = forms.FileField(
        label="Berkas daftar nomenklatur",
        help_text="Ekspor .xlsx atau CSV (UTF-8, dengan judul kolom), paling besar 10 MB.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv", "data-unggah": ""}),
    )
    versi = forms.ModelChoiceField(
        VersiNomenklatur.objects.none(), required=False, empty_label="Versi baru"
    )
    kode = forms.CharField(
        required=False,
        max_length=40,
        validators=[validate_slug],
        help_text="Untuk versi baru, misalnya pemutakhiran-2027.",
    )
    nama = forms.CharField(
        required=False, max_length=200, help_text="Kosong berarti sama dengan kodenya."
    )
    tahun_mulai = forms.IntegerField(
        label="Melayani tahun anggaran sejak",
        required=False,
        min_value=1990,
        max_value=2200,
        help_text="Tanpa tahun ini impor tidak memilihnya.",
    )
    tahun_sampai = forms.IntegerField(
        label="sampai",
        required=False,
        min_value=1990,
        max_value=2200,
        help_text="Kosong berarti sampai ada versi lain.",
    )

    def __init__(self, *args: Any, terlalu_besar: bool = False, **pilihan: Any):
        super().__init__(*args, **pilihan)
        if terlalu_besar:
            self.fields["berkas"].error_messages["required"] = TERLALU_BESAR
        self.fields["kode"].tanda = "wajib untuk versi baru"  # type: ignore[attr-defined]
        for medan in ("versi", "tahun_mulai"):
            self.fields[medan].tanda = ""  # type: ignore[attr-defined]
        daftar = VersiNomenklatur.objects.order_by("-pk")
        self.fields["versi"].queryset = daftar  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or self.cleaned_data
        if not isi.get("versi") and not isi.get("kode") and "kode" not in self.errors:
            self.add_error("kode", "Isi kode versi baru, atau pilih versi yang ada.")
        mulai, sampai = isi.get("tahun_mulai"), isi.get("tahun_sampai")
        if mulai and sampai and mulai > sampai:
            self.add_error("tahun_sampai", "Tahun akhir tidak boleh sebelum tahun mulai.")
        return isi
