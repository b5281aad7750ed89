"""Which events of a history are shown: who, what, when."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from kinerja.aturan.tangga import KATA_KERJA
from kinerja.forms.tercatat import Baris, Tanggal
from kinerja.models import Pengguna, Riwayat
from kinerja.pembatalan_lembaga import jenis_peristiwa

STATUS = (*KATA_KERJA, "arsipkan", "pulihkan")
DOKUMEN = ("buat", "buka_perubahan", "salin", "dibuka", "disalin")
IMPOR = ("impor", "muat")
BATAL = ("batalkan",)
APA: dict[str, tuple[str, Q]] = {
    "ISI": (
        "Isi yang diubah",
        Q(pohon__isnull=False) & ~Q(kata_kerja__in=(*STATUS, *DOKUMEN, *IMPOR, *BATAL)),
    ),
    "IMPOR": ("Impor", Q(kata_kerja__in=IMPOR)),
    "BATAL": ("Pembatalan", Q(kata_kerja__in=BATAL)),
    "STATUS": ("Status dan arsip", Q(kata_kerja__in=STATUS)),
    "DOKUMEN": ("Dokumen baru, perubahan, salinan", Q(kata_kerja__in=DOKUMEN)),
    "LEMBAGA": ("Data perangkat daerah, orang, dan peran", Q(pohon__isnull=True)),
}
"""Kinds of event, in words and as a filter."""


class SaringRiwayatForm(forms.Form):
    """``saring()`` narrows a history; a part that cannot be read narrows nothing."""

    cari = Baris(label="Peristiwa memuat kata", max_length=200, required=False)
    apa = forms.ChoiceField(label="Jenis", required=False)
    oleh = forms.ModelChoiceField(Pengguna.objects.none(), required=False, empty_label="Siapa saja")
    sejak = Tanggal(label="Sejak tanggal")
    sampai = Tanggal(label="Sampai tanggal")

    tanpa_tanda = True

    def __init__(self, *args: Any, semua: QuerySet[Riwayat], lembaga: bool, **lain: Any):
        """``semua``: the events there are; ``lembaga``: of an agency, its own data among them."""
        super().__init__(*args, **lain)
        self.semua = semua
        self.jenis = APA | (jenis_peristiwa() if lembaga else {})
        pilihan = [(k, kata) for k, (kata, _) in self.jenis.items() if lembaga or k != "LEMBAGA"]
        self.fields["apa"].choices = [("", "Semua"), *pilihan]  # type: ignore[attr-defined]
        pelaku = Pengguna.objects.filter(pk__in=semua.order_by().values("oleh"))
        self.fields["oleh"].queryset = pelaku.order_by("nama", "pk")  # type: ignore[attr-defined]

    def saring(self) -> QuerySet[Riwayat]:
        self.is_valid()
        isi, daftar = self.cleaned_data, self.semua
        if kata := isi.get("cari"):
            daftar = daftar.filter(ringkasan__icontains=kata)
        if apa := isi.get("apa"):
            daftar = daftar.filter(self.jenis[apa][1])
        if oleh := isi.get("oleh"):
            daftar = daftar.filter(oleh=oleh)
        if sejak := isi.get("sejak"):
            daftar = daftar.filter(pada__date__gte=sejak)
        if sampai := isi.get("sampai"):
            daftar = daftar.filter(pada__date__lte=sampai)
        return daftar
