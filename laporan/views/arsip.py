"""File a document that was signed before the system was there."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from kinerja.akses import PermintaanMasuk, untuk
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import PerangkatDaerah
from kinerja.views.pengaturan.formulir import siapa
from laporan.arsip import simpan_arsip
from laporan.forms_perjanjian import ArsipForm, baca_unggahan
from laporan.views.perjanjian import PENYUSUN, tahun_diminta, wajib_menyusun


@untuk(*PENYUSUN)
def arsip_baru(request: PermintaanMasuk, lembaga_id: int) -> HttpResponse:
    """Name, number, day and scan of a document of that year."""
    terlihat = PerangkatDaerah.objects.terlihat_oleh(request.user)
    lembaga = get_object_or_404(terlihat, pk=lembaga_id)
    wajib_menyusun(request, lembaga)
    tahun = tahun_diminta(request)
    form = ArsipForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        isi = {m: form.cleaned_data[m] for m in ("judul", "nomor", "tanggal")}
        try:
            nama, berkas = baca_unggahan(request.FILES)
            simpan_arsip(lembaga, berkas, nama=nama, tahun=tahun, **isi, **siapa(request))
        except AturanDilanggar as ditolak:
            form.add_error("berkas", str(ditolak))
        else:
            messages.success(request, "Dokumen lama disimpan.")
            return redirect(f"{reverse('perjanjian-daftar', args=[lembaga.pk])}?tahun={tahun}")
    context = {"form": form, "lembaga": lembaga, "tahun": tahun}
    status = 422 if form.errors else 200
    return render(request, "laporan/arsip_baru.html", context, status=status)
