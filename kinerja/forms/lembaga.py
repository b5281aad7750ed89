"""Agencies, their earlier names, units and coat of arms; affairs; the pemda's looks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from kinerja.aturan.lambang import TERBESAR
from kinerja.forms.terbanding import Teks
from kinerja.forms.tercatat import Baris, FormTercatat, Tanggal
from kinerja.models import BidangUrusan, Pengaturan, PerangkatDaerah, Unit
from kinerja.models.tercatat import Tercatat
from kinerja.pilihan import JenisPerangkatDaerah, JenisUnit, Jenjang, PeranKondisi

JENIS_LEMBAGA = [
    (j.value, j.label) for j in JenisPerangkatDaerah if j != JenisPerangkatDaerah.PEMDA
]
BERJENJANG = [*(j for j in Jenjang if j != Jenjang.AKAR), *PeranKondisi]


class LembagaForm(FormTercatat):
    """An agency. Only the pemda's admin sets ``jenis`` and ``kode``."""

    tak_dibandingkan = ("bidang_urusan", "lama_sampai")

    jenis = forms.ChoiceField(choices=JENIS_LEMBAGA)
    kode = Baris(max_length=40, help_text="Seperti tercetak di dokumen, misalnya 1.06.01.")
    nama = Baris(max_length=200, help_text="Tanpa singkatan, misalnya Dinas Sosial.")
    lama_sampai = Tanggal(
        label="Nama atau kode yang sekarang berlaku sampai",
        help_text="Isi bila nama atau kode diganti: dokumen sampai tanggal itu tetap memakai yang "
        "lama. Biarkan kosong bila hanya membetulkan ketikan.",
    )
    singkatan = Baris(max_length=40, required=False)
    bidang_urusan = forms.ModelMultipleChoiceField(
        BidangUrusan.objects.none(),
        label="Bidang urusan",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    alamat = Teks(baris=3, help_text="Tercetak di kop surat; boleh beberapa baris.")
    tempat = Baris(
        max_length=80,
        required=False,
        help_text="Kota atau kecamatan di atas tanda tangan, misalnya Sampit.",
    )

    def __init__(self, *args: Any, objek: PerangkatDaerah | None = None, luas: bool, **lain: Any):
        super().__init__(*args, objek=objek, **lain)
        self.pilihkan("bidang_urusan", BidangUrusan.objects.order_by("kode"))
        berupa_pemda = objek is not None and objek.jenis == JenisPerangkatDaerah.PEMDA
        buang = {"jenis"} if berupa_pemda else set()
        buang |= set() if luas else {"jenis", "kode"}
        buang |= {"lama_sampai"} if objek is None else set()
        for nama in buang:
            del self.fields[nama]
        if not self.fields["bidang_urusan"].queryset.exists():  # type: ignore[attr-defined]
            del self.fields["bidang_urusan"]

    def isi_awal(self, objek: Tercatat) -> dict[str, Any]:
        assert isinstance(objek, PerangkatDaerah)  # noqa: S101 - for the type checker
        urusan = objek.bidang_urusan.values_list("pk", flat=True)
        return super().isi_awal(objek) | {"bidang_urusan": list(urusan)}


class LambangForm(forms.Form):
    """A picture; what it really is the model looks up in its bytes."""

    berkas = forms.FileField(
        label="Berkas lambang",
        help_text="PNG atau JPEG, paling besar 512 kB; latar tembus pandang paling rapi.",
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
    )

    def clean_berkas(self) -> bytes:
        """At most one byte more than allowed is read."""
        berkas: UploadedFile = self.cleaned_data["berkas"]
        return bytes(berkas.read(TERBESAR + 1))


class SebutanForm(FormTercatat):
    """An earlier name and code, with the days they were valid."""

    nama = Baris(label="Nama waktu itu", max_length=200)
    kode = Baris(label="Kode waktu itu", max_length=40)
    mulai = Tanggal(label="Berlaku mulai", help_text="Kosong berarti sejak awal.")
    sampai = Tanggal(label="Berlaku sampai", required=True)


class UnitForm(FormTercatat):
    """A part of an agency."""

    nama = Baris(label="Nama unit", max_length=200)
    jenis = forms.ChoiceField(choices=[("", "Pilih jenis unit"), *JenisUnit.choices])
    induk = forms.ModelChoiceField(
        Unit.objects.none(), required=False, empty_label="Langsung di bawah perangkat daerah"
    )
    kode = Baris(max_length=40, required=False)
    mulai = Tanggal(label="Berlaku mulai")
    sampai = Tanggal(
        label="Berlaku sampai",
        help_text="Isi bila unit dihapus atau digabung; namanya lalu boleh dipakai unit baru.",
    )

    def __init__(self, *args: Any, lembaga: PerangkatDaerah, **pilihan: Any):
        super().__init__(*args, **pilihan)
        daftar = Unit.objects.filter(perangkat_daerah=lembaga).order_by("nama", "pk")
        if self.objek is not None:
            daftar = daftar.exclude(pk=self.objek.pk)
        self.pilihkan("induk", daftar)


class BidangUrusanForm(FormTercatat):
    kode = Baris(max_length=10, help_text="Misalnya 1.06.")
    nama = Baris(max_length=200, help_text="Misalnya Sosial.")


class Warna(forms.CharField):
    """#0956C3; browsers answer in small letters."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).upper()


class PengaturanForm(FormTercatat):
    """The pemda's colour, its way of approving and what it calls the levels (empty: as usual)."""

    tanpa_tanda = True
    tak_dibandingkan = tuple(f"label_{j}" for j in BERJENJANG)

    warna_merek = Warna(
        label="Warna pemda",
        widget=forms.ColorInput,
        help_text="Dipakai untuk tombol dan garis; kecerahannya disesuaikan agar tetap terbaca.",
    )

    perlu_verifikasi = forms.BooleanField(
        label="Bappeda memverifikasi dokumen sebelum disetujui",
        required=False,
        help_text="Bila dicentang, kepala perangkat daerah baru dapat menyetujui sesudah itu. "
        "Perjanjian Kinerja diverifikasi Bappeda atau Bagian Organisasi.",
    )
    halaman_publik = forms.BooleanField(
        label="Halaman publik",
        required=False,
        help_text="Bila dicentang, siapa saja dapat membaca dokumen yang sudah disetujui dan "
        "capaian yang sudah diverifikasi di alamat /publik/, tanpa masuk.",
    )

    def __init__(self, *args: Any, objek: Pengaturan, **pilihan: Any):
        super().__init__(*args, objek=objek, **pilihan)
        for jenjang in BERJENJANG:
            self.fields[f"label_{jenjang}"] = Baris(
                label=f"Sebutan untuk {jenjang.label}",
                max_length=60,
                required=False,
                initial=objek.label_jenjang.get(jenjang.value, ""),
                widget=forms.TextInput(attrs={"placeholder": jenjang.label}),
            )

    def isi_ubah(self) -> dict[str, Any]:
        ubah = super().isi_ubah()
        label = {j.value: self.cleaned_data[f"label_{j}"] for j in BERJENJANG}
        ubah["isi"]["label_jenjang"] = {k: v for k, v in label.items() if v}
        return ubah
