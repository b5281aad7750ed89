"""Accounts and their roles."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.validators import UnicodeUsernameValidator

from kinerja.aturan.orang import PERAN_LEMBAGA, PERAN_PEMDA, peran_di
from kinerja.forms.tercatat import Baris, FormTercatat
from kinerja.models import Pegawai, Pengguna, PerangkatDaerah, Unit
from kinerja.pilihan import JenisPerangkatDaerah, Peran


class NamaPengguna(forms.CharField):
    """Small letters, digits and @ . + - _, as it is typed at the login."""

    def __init__(self, **pilihan: Any):
        super().__init__(
            label="Nama pengguna",
            max_length=150,
            validators=[UnicodeUsernameValidator()],
            widget=forms.TextInput(
                attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
            ),
            **pilihan,
        )

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).lower()


class PenggunaBaruForm(FormTercatat):
    """A new account with its first role."""

    tak_dibandingkan = ("perangkat_daerah", "peran")

    username = NamaPengguna(help_text="Untuk masuk; huruf kecil tanpa spasi, misalnya NIP.")
    nama = Baris(max_length=150, help_text="Seperti tampil di riwayat.")
    perangkat_daerah = forms.ModelChoiceField(
        PerangkatDaerah.objects.none(), label="Perangkat daerah", empty_label=None
    )
    peran = forms.ChoiceField(help_text="Peran lain dapat ditambahkan sesudahnya.")

    def __init__(self, *args: Any, kelola: Any, **pilihan: Any):
        super().__init__(*args, **pilihan)
        self.pilihkan("perangkat_daerah", kelola.order_by("nama", "pk"))
        di_pemda = kelola.filter(jenis=JenisPerangkatDaerah.PEMDA).exists()
        boleh = {*PERAN_LEMBAGA, *(PERAN_PEMDA if di_pemda else ())}
        self.fields["peran"].choices = [(p.value, p.label) for p in Peran if p in boleh]  # type: ignore[attr-defined]


class PenggunaForm(FormTercatat):
    """An account. What decides its power is for an admin over all of it, never for its owner."""

    nama = Baris(max_length=150)
    pegawai = forms.ModelChoiceField(
        Pegawai.objects.none(),
        required=False,
        empty_label="Tidak ada",
        help_text="Persetujuan mengikuti jabatan pegawai ini.",
    )
    wajib_ganti_sandi = forms.BooleanField(
        label="Harus mengganti sandi saat berikutnya masuk", required=False
    )

    def __init__(self, *args: Any, pegawai: Any, diri: bool, **pilihan: Any):
        super().__init__(*args, **pilihan)
        self.pilihkan("pegawai", pegawai.order_by("nama", "pk"))
        if diri:
            del self.fields["pegawai"], self.fields["wajib_ganti_sandi"]


class PilihLembagaForm(forms.Form):
    """Where a further role is to be held."""

    perangkat_daerah = forms.ModelChoiceField(
        PerangkatDaerah.objects.none(), label="Perangkat daerah", empty_label=None
    )

    def __init__(self, *args: Any, kelola: Any, **pilihan: Any):
        super().__init__(*args, **pilihan)
        self.fields["perangkat_daerah"].queryset = kelola.order_by("nama", "pk")  # type: ignore[attr-defined]


class PeranForm(FormTercatat):
    """A further role at one agency."""

    peran = forms.ChoiceField()
    unit = forms.ModelChoiceField(
        Unit.objects.none(),
        required=False,
        empty_label="Seluruh perangkat daerah",
        help_text="Pilih unit bila perannya hanya untuk unit itu.",
    )

    def __init__(self, *args: Any, lembaga: PerangkatDaerah, **pilihan: Any):
        super().__init__(*args, **pilihan)
        self.fields["peran"].choices = [(p.value, p.label) for p in peran_di(lembaga.jenis)]  # type: ignore[attr-defined]
        self.pilihkan("unit", Unit.objects.filter(perangkat_daerah=lembaga).order_by("nama", "pk"))


def pegawai_boleh(pengguna: Pengguna, boleh: Any) -> Any:
    """Those the admin may tie to an account, and the one it is tied to already."""
    return Pegawai.objects.filter(pk__in=[*boleh.values_list("pk", flat=True), pengguna.pegawai_id])
