"""Forms that compare and set: each field also posts the value its writer saw."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django import forms

from kinerja.aturan.angka import Bacaan
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Bentrok


class Teks(forms.CharField):
    """Text with the line ends of the database, not of the browser."""

    def __init__(self, *, baris: int = 0, **pilihan: Any):
        if baris:
            pilihan["widget"] = forms.Textarea(attrs={"rows": baris})
        super().__init__(required=pilihan.pop("required", False), **pilihan)

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


class Butir(forms.CharField):
    """A list of texts, one per line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        teks = "\n".join(value) if isinstance(value, list) else str(value or "")
        return [baris.strip() for baris in teks.splitlines() if baris.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(initial) != self.to_python(data)


class FormTerbanding(forms.Form):
    """``isi()`` are the fields that changed, ``lama()`` what their writer saw."""

    tanpa_tanda = True  # nearly every field may be empty: no mark beside each

    def __init__(self, *args: Any, **pilihan: Any):
        super().__init__(*args, **pilihan)
        self.bentrok: dict[str, str] = {}
        self.tertahan: Bentrok | None = None
        for field in self.fields.values():
            field.show_hidden_initial = True

    def isi(self) -> dict[str, Any]:
        return {m: self.cleaned_data[m] for m in self.changed_data if m in self.cleaned_data}

    def lama(self) -> dict[str, Any]:
        return {m: self.awal(m) for m in self.changed_data}

    def awal(self, medan: str) -> Any:
        """The value of a field as its writer saw it."""
        field = self.fields[medan]
        return field.clean(self.data.get(self.add_initial_prefix(medan), ""))

    def tolak(self, ditolak: AturanDilanggar) -> None:
        """Show the findings of a refused change at their fields."""
        for temuan in ditolak.temuan:
            medan = temuan.letak.medan
            self.add_error(medan if medan in self.fields else None, temuan.pesan)

    def tandai_bentrok(self, medan: str, kini: Any) -> None:
        """Show both values; sending the form again then replaces the colleague's."""
        field = self.fields[medan]
        tersimpan = field.prepare_value(kini)
        kini_terlihat = "" if tersimpan is None else str(tersimpan)
        self.data = {**self._datar(), self.add_initial_prefix(medan): kini_terlihat}
        self.bentrok[medan] = _terbaca(field, tersimpan)
        self.add_error(
            medan,
            f"Baru saja diubah orang lain menjadi “{self.bentrok[medan] or 'kosong'}”. "
            "Simpan lagi untuk memakai isian Anda, atau ketik nilai itu untuk membiarkannya.",
        )

    def _datar(self) -> dict[str, Any]:
        """The posted values; no field of these forms takes several."""
        return dict(self.data.items())

    def jalankan(self, verba: Callable[[], Any], peta: dict[str, str] | None = None) -> None:
        """Run a verb; mark this form when it refuses or conflicts, then let the view answer."""
        try:
            verba()
        except AturanDilanggar as ditolak:
            self.tolak(ditolak)
            raise
        except Bentrok as bentrok:
            self.tertahan = bentrok
            for medan, kini in bentrok.semua:
                self.tandai_bentrok((peta or {}).get(medan, medan), kini)
            raise

    def coba(self, verba: Callable[[], Any], peta: dict[str, str] | None = None) -> None:
        """One of several verbs: a conflict waits in ``tertahan`` until all fields are compared."""
        with suppress(Bentrok):
            self.jalankan(verba, peta)

    def periksa_bacaan(self, medan: str, baca: Callable[[str], Bacaan]) -> None:
        """Field errors for a number that cannot be read; untouched fields keep what they hold."""
        if medan not in self.changed_data:
            return
        for temuan in baca(self.cleaned_data.get(medan, "")).temuan:
            if temuan.menghalangi:
                self.add_error(medan, temuan.pesan)


def _terbaca(field: forms.Field, nilai: Any) -> str:
    """A stored value in the words of the form."""
    pilihan = dict(getattr(field, "choices", ()))
    return str(pilihan.get(nilai, nilai) if nilai is not None else "")
