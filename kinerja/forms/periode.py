"""Planning periods and the stages of their yearly numbers."""

from __future__ import annotations

import re
from typing import Any

from django import forms

from kinerja.aturan.periode import baca_daftar_tahun
from kinerja.forms.tercatat import Baris, FormTercatat, Tanggal


class DaftarTahun(forms.CharField):
    """ "2025-2029" or "2023, 2024"; kept as a list."""

    def __init__(self, **pilihan: Any):
        super().__init__(required=False, max_length=400, **pilihan)

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(str(t) for t in value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[int]:  # type: ignore[override]
        teks = self.prepare_value(value)
        tahun = baca_daftar_tahun(str(teks or ""))
        if tahun is None:
            raise forms.ValidationError(
                "Tulis tahun empat angka, misalnya 2025-2029 atau 2023, 2024."
            )
        return tahun

    def run_validators(self, value: Any) -> None:
        """Lengths are those of the text, not of the list."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except forms.ValidationError:
            return True


class Tahun(forms.IntegerField):
    def __init__(self, **pilihan: Any):
        super().__init__(min_value=1990, max_value=2200, **pilihan)


class PeriodeForm(FormTercatat):
    """A period as documents name it."""

    nama = Baris(max_length=120, help_text="Seperti tercetak, misalnya Renstra 2025-2029.")
    tahun_awal = Tahun(label="Tahun awal")
    tahun_akhir = Tahun(label="Tahun akhir")
    tahun_target = DaftarTahun(
        label="Tahun target", help_text="Kosong berarti setiap tahun dari awal sampai akhir."
    )
    tahun_baseline = DaftarTahun(
        label="Tahun kondisi awal", help_text="Misalnya 2023, 2024. Boleh kosong."
    )


class TahapForm(FormTercatat):
    """What a stage is called and the document that opened it."""

    nama = Baris(max_length=80, help_text="Misalnya Pergeseran 1 atau Perubahan.")
    nomor_dokumen = Baris(
        label="Nomor dokumen", max_length=120, required=False, help_text="Nomor DPA atau DPPA."
    )
    tanggal_dokumen = Tanggal(label="Tanggal dokumen")


class TahapBaruForm(TahapForm):
    """The next stage of a year."""

    tahun = Tahun()
    kode = Baris(
        max_length=30,
        required=False,
        help_text="Dipakai di alamat dan perintah; kosong berarti mengikuti nama.",
    )
    field_order = ("tahun", "nama", "kode", "nomor_dokumen", "tanggal_dokumen")

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        sumber = isi.get("kode") or isi.get("nama") or ""
        isi["kode"] = re.sub(r"[^A-Z0-9]+", "_", sumber.upper()).strip("_")[:30]
        return isi
