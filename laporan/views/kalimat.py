"""The pemda's own sentences in agreements."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from cascading.models import KalimatPerjanjian
from kinerja.akses import PermintaanMasuk, untuk
from kinerja.pilihan import Peran
from kinerja.views.pengaturan.formulir import Halaman, isi_formulir, siapa
from kinerja.views.pengaturan.pintu import pemda_dikelola
from laporan.forms_perjanjian import KalimatForm


@untuk(Peran.ADMIN_PEMDA)
def kalimat(request: PermintaanMasuk) -> HttpResponse:
    """What is empty keeps the software's wording; agreed agreements stay as they are."""
    pemda = pemda_dikelola(request)
    baris, _ = KalimatPerjanjian.objects.get_or_create(pemda=pemda)
    form = KalimatForm(request.POST or None, objek=baris)
    halaman = Halaman(
        judul="Kalimat Perjanjian Kinerja",
        kembali=reverse("kalimat-perjanjian"),
        remah=((reverse("pengaturan"), "Pengaturan"),),
        keterangan="Bagian yang kosong memakai kalimat baku. Yang sudah disetujui tidak berubah.",
    )
    return isi_formulir(
        request, form, lambda: baris.ubah(**form.isi_ubah(), **siapa(request)), halaman
    )
