"""A form of agreements: for whom, and which levels it prints."""

from __future__ import annotations

from typing import Any

from django import forms

from cascading.aturan.bentuk import JENJANG_JANJI, JENJANG_UANG
from kinerja.forms.tercatat import Baris, FormTercatat
from kinerja.pilihan import JenisJabatan, JenisPerangkatDaerah, JenisUnit, Jenjang

TANDA = (("", "Tidak dibedakan"), ("ya", "Ya"), ("tidak", "Tidak"))
NILAI = {"": None, "ya": True, "tidak": False}


class TigaPilihan(forms.ChoiceField):
    """Yes, no, or it does not matter."""

    def __init__(self, **lain: Any):
        super().__init__(choices=TANDA, required=False, **lain)

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else {v: k for k, v in NILAI.items()}[value]

    def to_python(self, value: Any) -> Any:
        return NILAI.get(str(super().to_python(value)))

    def validate(self, value: Any) -> None:
        """Whatever is not one of the words does not matter."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.prepare_value(initial) != self.prepare_value(data))


def _banyak(pilihan: Any, label: str, help_text: str = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        choices=[(str(p.value), str(p.label)) for p in pilihan], label=label, help_text=help_text,
        required=False, widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip


class BentukForm(FormTercatat):
    """Field names are those of BentukPerjanjian."""

    tak_dibandingkan = ("lembaga_jenis", "jabatan", "unit", "sasaran", "uang", "kepala", "plt")

    nama = Baris(max_length=120)
    urutan = forms.IntegerField(
        min_value=1, max_value=9999,
        help_text="Bentuk pertama yang cocok dipakai; yang terakhir berlaku untuk semua jabatan.",
    )  # fmt: skip
    lembaga_jenis = _banyak(JenisPerangkatDaerah, "Jenis perangkat daerah", "Kosong: semua.")
    jabatan = _banyak(JenisJabatan, "Jenis jabatan", "Kosong: semua.")
    unit = _banyak(JenisUnit, "Jenis unit", "Kosong: semua, juga tanpa unit.")
    kepala = TigaPilihan(label="Kepala perangkat daerah")
    plt = TigaPilihan(label="Jabatan kosong yang diisi Plt.")
    sasaran = _banyak(map(Jenjang, JENJANG_JANJI), "Jenjang yang dijanjikan")
    uang = _banyak(
        map(Jenjang, JENJANG_UANG), "Jenjang di tabel anggaran",
        "Dua jenjang: yang pertama menjadi kepala dari yang kedua. Kosong: tanpa tabel anggaran.",
    )  # fmt: skip
    seluruh = forms.BooleanField(
        label="Seluruh anggaran perangkat daerah", required=False,
        help_text="Tidak dicentang: hanya bagian yang menjadi tanggung jawab jabatan itu.",
    )  # fmt: skip
    sepihak = forms.BooleanField(label="Hanya ditandatangani satu orang", required=False)

    def isi_ubah(self) -> dict[str, Any]:
        """Lists are taken as they stand: a box that is unticked posts nothing."""
        hasil = super().isi_ubah()
        hasil["isi"] |= {m: self.cleaned_data[m] for m in self.tak_dibandingkan}
        return hasil

    def isi_baru(self) -> dict[str, Any]:
        return dict(self.cleaned_data)
