"""Cascading per jabatan: a new map, and one box of it."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.forms.dokumen import direncanakan
from kinerja.forms.terbanding import Butir
from kinerja.forms.tercatat import Baris, FormTercatat
from kinerja.models import Jabatan, KotakJabatan, Pengguna, PerangkatDaerah, Periode, PetaJabatan


class PetaJabatanForm(FormTercatat):
    """For whom, for which periode."""

    perangkat_daerah = forms.ModelChoiceField(
        PerangkatDaerah.objects.none(), label="Perangkat daerah", empty_label=None
    )
    periode = forms.ModelChoiceField(Periode.objects.none(), empty_label=None)
    judul = Baris(
        required=False,
        max_length=200,
        help_text="Pembeda bila sudah ada untuk periode itu; boleh kosong.",
    )

    def __init__(self, *args: Any, pengguna: Pengguna, **pilihan: Any):
        super().__init__(*args, **pilihan)
        self.pilihkan("perangkat_daerah", direncanakan(pengguna))
        self.pilihkan("periode", Periode.objects.order_by("-tahun_awal", "nama"))


class KotakJabatanForm(FormTercatat):
    """A box: its title as the source prints it, what stands above it, its two lists."""

    nama = Baris(label="Nama jabatan", required=False, max_length=200)
    nama_dugaan = forms.BooleanField(
        required=False,
        label="Nama ini hanya dugaan",
        help_text="Sumbernya tidak menyebut jabatan; dicetak dengan tanda “(dugaan)”.",
    )
    tingkat = Baris(
        label="Jenjang jabatan", required=False, max_length=80, help_text="Misalnya Kepala Bidang."
    )
    induk = forms.ModelChoiceField(
        KotakJabatan.objects.none(), required=False, label="Di bawah", empty_label="Paling atas"
    )
    induk_dugaan = forms.BooleanField(required=False, label="Letak ini hanya dugaan")
    kinerja_utama = Butir(required=False, help_text="Satu butir per baris, tanpa nomor.")
    indikator = Butir(
        required=False,
        label="Indikator kinerja",
        help_text="Satu butir per baris, tanpa nomor; tidak perlu berpasangan dengan kinerjanya.",
    )
    jabatan = forms.ModelChoiceField(
        Jabatan.objects.none(),
        required=False,
        label="Jabatan yang tercatat",
        empty_label="Belum dihubungkan",
        help_text="Boleh kosong; cetakan memakai nama di atas.",
    )
    nomor = Baris(required=False, max_length=40, label="Nomor atau ID di sumbernya")
    urutan = forms.IntegerField(
        min_value=0, max_value=9999, initial=0, help_text="Letak di antara yang setingkat."
    )

    def __init__(self, *args: Any, peta: PetaJabatan, **pilihan: Any):
        super().__init__(*args, **pilihan)
        lain = KotakJabatan.objects.filter(peta=peta)
        if self.objek is not None:
            lain = lain.exclude(pk=self.objek.pk)
        self.pilihkan("induk", lain.order_by("urutan", "pk"))
        milik = Jabatan.objects.filter(perangkat_daerah=peta.perangkat_daerah_id)
        self.pilihkan("jabatan", milik.order_by("-kepala", "nama", "pk"))
        for nama in ("kinerja_utama", "indikator"):
            self.fields[nama].widget.attrs["rows"] = 7
