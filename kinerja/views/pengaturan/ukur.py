"""Settings of measuring: formulas and bands with what they would change, windows of quarters."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses import PermintaanMasuk, untuk
from kinerja.aturan.aturan_ukur import baca_pita
from kinerja.aturan.pita import beda_pita
from kinerja.forms.aturan_ukur import AturanUkurForm, JendelaForm
from kinerja.models import JendelaPengukuran, Pengaturan, PerangkatDaerah, Realisasi
from kinerja.models.hitung_capaian import atur_ukur
from kinerja.pilihan import Peran
from kinerja.views.pengaturan.formulir import Halaman, isi_formulir, jalankan, siapa
from kinerja.views.pengaturan.pintu import pemda_dikelola

TEMPLAT = "kinerja/pengaturan_ukur.html"


@untuk(Peran.ADMIN_PEMDA)
def aturan_ukur(request: PermintaanMasuk) -> HttpResponse:
    """How capaian is computed and coloured; "lihat" shows what other bands would change."""
    pemda = pemda_dikelola(request)
    pengaturan, _ = Pengaturan.objects.get_or_create(pemda=pemda)
    form = AturanUkurForm(request.POST or None, objek=pengaturan)
    halaman = Halaman(
        judul="Pengukuran kinerja",
        kembali=reverse("aturan-ukur"),
        remah=((reverse("pengaturan"), "Pengaturan"),),
        keterangan=f"Berlaku untuk semua perangkat daerah {pemda}.",
    )
    if request.method == "POST" and request.POST.get("aksi") == "lihat" and form.is_valid():
        akibat = _akibat(pemda, pengaturan, form.cleaned_data["pita"])
        context = {"form": form, "halaman": halaman, "akibat": akibat, "dilihat": True}
        return render(request, TEMPLAT, context)
    return isi_formulir(
        request, form,
        lambda: atur_ukur(pengaturan, **form.isi_ubah(), **siapa(request)), halaman, TEMPLAT,
    )  # fmt: skip


@require_safe
@untuk(Peran.ADMIN_PEMDA)
def jendela_daftar(request: PermintaanMasuk) -> HttpResponse:
    pemda = pemda_dikelola(request)
    daftar = JendelaPengukuran.objects.filter(pemda=pemda).order_by("-tahun", "triwulan")
    return render(request, "kinerja/pengaturan_jendela.html", {"daftar": daftar})


@untuk(Peran.ADMIN_PEMDA)
def jendela_baru(request: PermintaanMasuk) -> HttpResponse:
    pemda = pemda_dikelola(request)
    form = JendelaForm(request.POST or None)
    return isi_formulir(
        request,
        form,
        lambda: JendelaPengukuran(pemda=pemda, **form.isi_baru()).daftarkan(**siapa(request)),
        _halaman("Batas waktu baru", tombol="Tambah", pesan="Batas waktu ditambahkan."),
    )


@untuk(Peran.ADMIN_PEMDA)
def jendela(request: PermintaanMasuk, jendela_id: int) -> HttpResponse:
    satu = get_object_or_404(JendelaPengukuran, pemda=pemda_dikelola(request), pk=jendela_id)
    form = JendelaForm(request.POST or None, objek=satu)
    return isi_formulir(
        request,
        form,
        lambda: satu.ubah(**form.isi_ubah(), **siapa(request)),
        _halaman(str(satu), hapus=reverse("jendela-penghapusan", args=[satu.pk])),
    )


@require_POST
@untuk(Peran.ADMIN_PEMDA)
def jendela_hapus(request: PermintaanMasuk, jendela_id: int) -> HttpResponse:
    satu = get_object_or_404(JendelaPengukuran, pemda=pemda_dikelola(request), pk=jendela_id)
    return jalankan(
        request,
        lambda: satu.hapus(**siapa(request)),
        reverse("jendela-daftar"),
        "Batas waktu dihapus.",
    )


def _akibat(
    pemda: PerangkatDaerah, pengaturan: Pengaturan, baru: Any
) -> list[tuple[str, str, int]]:  # fmt: skip
    """Values that would change their band: from, to, how many."""
    milik = [pemda.pk, *pemda.perangkat_daerah.values_list("pk", flat=True)]
    daftar = Realisasi.objects.filter(
        indikator__pohon__perangkat_daerah__in=milik, capaian__isnull=False
    )
    kolom = daftar.values_list("capaian", flat=True)
    nilai = (n for n in kolom.iterator() if n is not None)
    beda = beda_pita(nilai, baca_pita(pengaturan.pita), baca_pita(baru))
    return [(dari, ke, n) for (dari, ke), n in sorted(beda.items())]


def _halaman(judul: str, **lain: Any) -> Halaman:
    return Halaman(
        judul=judul,
        kembali=reverse("jendela-daftar"),
        remah=(
            (reverse("pengaturan"), "Pengaturan"),
            (reverse("jendela-daftar"), "Batas waktu pengukuran"),
        ),
        **lain,
    )
