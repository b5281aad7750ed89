"""Forms of flat records: their fields carry the names of the model's, nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from django import forms

from kinerja.forms.terbanding import FormTerbanding
from kinerja.models.tercatat import Tercatat


class Baris(forms.CharField):
    """One line of text, its spaces put in order."""

    def to_python(self, value: Any) -> str:
        return " ".join(str(super().to_python(value)).split())


class Tanggal(forms.DateField):
    """A day, picked from the browser's own calendar."""

    def __init__(self, **pilihan: Any):
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, required=pilihan.pop("required", False), **pilihan)


class FormTercatat(FormTerbanding):
    """With ``objek`` it changes that record, without it makes a new one."""

    tanpa_tanda = False
    tak_dibandingkan: tuple[str, ...] = ()
    """Fields that are no column of the record, or hold many values."""

    def __init__(self, *args: Any, objek: Tercatat | None = None, **pilihan: Any):
        self.objek = objek
        if objek is not None:
            pilihan["initial"] = self.isi_awal(objek) | pilihan.get("initial", {})
        super().__init__(*args, **pilihan)
        for nama, field in self.fields.items():
            field.error_messages["required"] = "Isi dulu bagian ini."
            field.show_hidden_initial = objek is not None and nama not in self.tak_dibandingkan

    def isi_awal(self, objek: Tercatat) -> dict[str, Any]:
        cuplikan = objek.cuplikan()
        return {nama: cuplikan[nama] for nama in self.base_fields if nama in cuplikan}

    def isi_baru(self) -> dict[str, Any]:
        """All columns of a new record."""
        return {m: v for m, v in self.cleaned_data.items() if m not in self.tak_dibandingkan}

    def isi_ubah(self) -> dict[str, Any]:
        """``isi`` and ``lama`` of ``Tercatat.ubah``."""
        ubah = [m for m in self.changed_data if m not in self.tak_dibandingkan]
        return {"isi": {m: self.cleaned_data[m] for m in ubah}, "lama": self._lama(ubah)}

    def _lama(self, medan: Iterable[str]) -> dict[str, Any]:
        """What the writer saw, where the form posted it and it still makes sense."""
        hasil = {}
        for nama in medan:
            with suppress(forms.ValidationError):
                if self.add_initial_prefix(nama) in self.data:
                    hasil[nama] = self.awal(nama)
        return hasil

    def pilihkan(self, nama: str, daftar: Any) -> None:
        """The records that a field offers."""
        self.fields[nama].queryset = daftar  # type: ignore[attr-defined]
