"""Positions, who holds them, and the people themselves."""

from __future__ import annotations

import re
from typing import Any

from django import forms

from kinerja.forms.tercatat import Baris, FormTercatat, Tanggal
from kinerja.models import Jabatan, Pegawai, PerangkatDaerah, Unit
from kinerja.pilihan import JenisJabatan, JenisPejabat

GOLONGAN = "I/a I/b I/c I/d II/a II/b II/c II/d III/a III/b III/c III/d IV/a IV/b IV/c IV/d IV/e"


class Nip(forms.CharField):
    """18 digits; documents write them in groups."""

    def __init__(self, **pilihan: Any):
        pilihan.setdefault("help_text", "18 angka; spasi boleh. Kosong bila tidak ber-NIP.")
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(label="NIP", required=False, max_length=30, widget=widget, **pilihan)

    def to_python(self, value: Any) -> str:
        nip = re.sub(r"[\s.]", "", str(super().to_python(value)))
        if nip and not re.fullmatch(r"[0-9]{18}", nip):
            raise forms.ValidationError("NIP terdiri dari 18 angka; periksa lagi.")
        return nip


class JabatanForm(FormTercatat):
    """A position and the one above it."""

    nama = Baris(
        label="Nama jabatan", max_length=200, help_text="Seperti tercetak di atas tanda tangan."
    )
    jenis = forms.ChoiceField(choices=[("", "Pilih jenis jabatan"), *JenisJabatan.choices])
    unit = forms.ModelChoiceField(
        Unit.objects.none(), required=False, empty_label="Tidak di dalam unit"
    )
    atasan = forms.ModelChoiceField(
        Jabatan.objects.none(), required=False, empty_label="Belum ada atasan"
    )
    kepala = forms.BooleanField(
        label="Kepala perangkat daerah",
        required=False,
        help_text="Menandatangani dokumen lembaganya; satu saja tiap perangkat daerah.",
    )

    def __init__(self, *args: Any, lembaga: PerangkatDaerah, **pilihan: Any):
        super().__init__(*args, **pilihan)
        self.pilihkan("unit", Unit.objects.filter(perangkat_daerah=lembaga).order_by("nama", "pk"))
        atasan = Jabatan.objects.calon_atasan(lembaga).select_related("perangkat_daerah")
        if self.objek is not None:
            atasan = atasan.exclude(pk=self.objek.pk)
        self.pilihkan("atasan", atasan.order_by("perangkat_daerah__nama", "nama", "pk"))


class PegawaiForm(FormTercatat):
    """A civil servant as documents print them."""

    nama = Baris(max_length=150, help_text="Dengan gelar.")
    nip = Nip()
    pangkat = Baris(max_length=60, required=False, help_text="Misalnya Pembina Utama Muda.")
    golongan = forms.ChoiceField(
        required=False, choices=[("", "Tidak ada"), *((g, g) for g in GOLONGAN.split())]
    )

    def __init__(self, *args: Any, **pilihan: Any):
        super().__init__(*args, **pilihan)
        tersimpan = getattr(self.objek, "golongan", "")
        golongan = self.fields["golongan"]
        if tersimpan and tersimpan not in GOLONGAN.split():
            golongan.choices = [*golongan.choices, (tersimpan, tersimpan)]  # type: ignore[attr-defined]


class MasaForm(FormTercatat):
    """When and as what a position is held."""

    jenis = forms.ChoiceField(
        label="Sebagai",
        choices=JenisPejabat,
        help_text="Satu pejabat definitif, Plt., atau Pj. pada satu masa; Plh. boleh bersamaan.",
    )
    mulai = Tanggal(required=True)
    selesai = Tanggal(help_text="Kosong berarti sampai ada perubahan.")


class TunjukForm(MasaForm):
    """Somebody takes a position: a pegawai of the agency, or one written here."""

    tak_dibandingkan = ("pegawai", "nama", "nip", "pangkat", "golongan")

    pegawai = forms.ModelChoiceField(
        Pegawai.objects.none(),
        required=False,
        empty_label="Pegawai lain, isi di bawah",
    )
    nama = Baris(max_length=150, required=False, help_text="Dengan gelar.")
    nip = Nip()
    pangkat = PegawaiForm.base_fields["pangkat"]
    golongan = PegawaiForm.base_fields["golongan"]
    field_order = ("pegawai", "nama", "nip", "pangkat", "golongan", "jenis", "mulai", "selesai")

    def __init__(self, *args: Any, lembaga: PerangkatDaerah, **pilihan: Any):
        super().__init__(*args, **pilihan)
        milik = Pegawai.objects.filter(pejabat__jabatan__perangkat_daerah=lembaga).distinct()
        self.pilihkan("pegawai", milik.order_by("nama", "pk"))
        for nama in ("pegawai", "nama"):
            self.fields[nama].tanda = "isi salah satu"  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if isi.get("pegawai") is None and not isi.get("nama"):
            self.add_error("nama", "Pilih pegawai yang sudah ada, atau isi nama pegawai lain.")
        return isi

    def orang(self) -> Pegawai:
        """The chosen one, the one with this NIP, or a new one (not stored yet)."""
        isi = self.cleaned_data
        if isi["pegawai"] is not None:
            return isi["pegawai"]
        dikenal = Pegawai.objects.filter(nip=isi["nip"]).first() if isi["nip"] else None
        return dikenal or Pegawai(
            nama=isi["nama"], nip=isi["nip"], pangkat=isi["pangkat"], golongan=isi["golongan"]
        )

    def clean_nip(self) -> str:
        """A known NIP with another name is a mistyped NIP, or a mistyped name."""
        nip = str(self.cleaned_data["nip"])
        if self.cleaned_data.get("pegawai") is not None:
            return nip
        dikenal = Pegawai.objects.filter(nip=nip).first() if nip else None
        tertulis = str(self.cleaned_data.get("nama") or "")
        if dikenal and dikenal.nama.casefold() != tertulis.casefold():
            raise forms.ValidationError(
                f"NIP itu tercatat atas nama {dikenal.nama}; tulis nama itu atau perbaiki NIP-nya."
            )
        return nip
