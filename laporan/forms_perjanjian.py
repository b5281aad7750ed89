"""What users type about an agreement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict

from cascading.models import PerjanjianKinerja
from kinerja.aturan.temuan import tolak
from kinerja.forms.terbanding import Teks
from kinerja.forms.tercatat import Baris, FormTercatat, Tanggal
from kinerja.models import Pejabat, Tahap
from laporan.aturan.berkas_masuk import TERBESAR
from laporan.pengesahan import BuktiSetuju


class PerjanjianForm(FormTercatat):
    """Date, number, place, stage and who promises, while it is a draft."""

    tanggal = Tanggal(label="Tanggal perjanjian")
    nomor = Baris(label="Nomor", required=False, max_length=120)
    tempat = Baris(label="Tempat tanda tangan", required=False, max_length=80)
    tahap = forms.ModelChoiceField(Tahap.objects.none(), empty_label=None)
    pihak_pertama = forms.ModelChoiceField(
        Pejabat.objects.none(), label="Pejabat yang berjanji", required=False
    )

    def __init__(self, *args: Any, objek: PerjanjianKinerja, **pilihan: Any):
        super().__init__(*args, objek=objek, **pilihan)
        tahap = Tahap.objects.filter(perangkat_daerah=objek.perangkat_daerah, tahun=objek.tahun)
        self.pilihkan("tahap", tahap.order_by("urutan"))
        milik = objek.jabatan.pejabat.select_related("pegawai", "jabatan")
        self.pilihkan("pihak_pertama", milik.order_by("-mulai", "-pk"))


class KalimatForm(FormTercatat):
    """The pemda's own sentences."""

    tanpa_tanda = True

    pembuka = Teks(baris=3, help_text="Sebelum nama kedua pihak.")
    janji = Teks(
        baris=8,
        label="Yang diperjanjikan",
        help_text="Satu paragraf satu baris; {tahun} menjadi tahun perjanjian.",
    )
    janji_sepihak = Teks(
        baris=5,
        label="Pernyataan kepala daerah",
        help_text="Untuk perjanjian yang ditandatangani sendiri; satu paragraf satu baris.",
    )


class ArsipForm(forms.Form):
    """A document from before; field names are those of ``simpan_arsip``."""

    judul = Baris(label="Nama dokumen", max_length=300)
    nomor = Baris(label="Nomor", required=False, max_length=120)
    tanggal = Tanggal(label="Tanggal dokumen")
    berkas = forms.FileField(label="Pindaian", help_text="PDF, PNG, atau JPEG, paling besar 10 MB.")


def baca_bukti(isi: Mapping[str, str], berkas: MultiValueDict[str, UploadedFile]) -> BuktiSetuju:
    """Day and scan of an agreement outside the system. Raises AturanDilanggar."""
    tanggal = Tanggal(required=True)
    try:
        hari = tanggal.clean(isi.get("tanggal_setuju", ""))
    except forms.ValidationError as galat:
        raise tolak("TANGGAL_SETUJU", "Isi tanggal persetujuannya.") from galat
    nama, isi_berkas = baca_unggahan(berkas)
    assert hari is not None  # noqa: S101 - the field is required
    return BuktiSetuju(hari, nama, isi_berkas)


def baca_unggahan(berkas: MultiValueDict[str, UploadedFile]) -> tuple[str, bytes]:
    """Name and bytes of the file that was sent. Raises AturanDilanggar."""
    satu = berkas.get("berkas")
    if not isinstance(satu, UploadedFile):
        raise tolak("BERKAS_KOSONG", "Pilih berkasnya, paling besar 10 MB.")
    return str(satu.name or "berkas")[:200], satu.read(TERBESAR + 1)
