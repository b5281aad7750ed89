"""A document as a printed diagram: choose form and paper, then take the file or wait for it."""

from __future__ import annotations

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.gambar.ukur_teks import HurufTidakAda
from kinerja.lembar_pohon import Permintaan
from kinerja.models import Pohon, Tahap
from kinerja.views.tahun import tahun_tahap
from laporan.forms import CetakDiagramForm
from laporan.naskah_diagram import PesananDiagram, cetakan_diagram
from laporan.tawaran_diagram import TawaranBentuk, tawaran_diagram
from laporan.views.berkas import kirim_cetakan


@require_safe
@untuk(YANG_MASUK)
def cetak_diagram(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """Choose form and paper; PDF, PNG or SVG."""
    pohon = get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)
    return _halaman(request, pohon)


@require_safe
@untuk(YANG_MASUK)
def berkas_diagram(request: PermintaanMasuk, pohon_id: int) -> HttpResponseBase:
    """The file, when it is there already; else the page of the job that makes it."""
    pohon = get_object_or_404(Pohon.objects.terlihat_oleh(request.user), pk=pohon_id)
    form = CetakDiagramForm(request.GET)
    if not form.is_valid() or not pohon.simpul.filter(induk__isnull=False).exists():
        return _halaman(request, pohon, form, status=422)
    tahun, tahap = tahun_tahap(request, pohon)
    pesanan = PesananDiagram(pohon, tahun, tahap, form.bentuk)
    akhiran = form.cleaned_data["format"]
    hari = timezone.localdate()
    cetakan = cetakan_diagram(pesanan, kertas=form.kertas, akhiran=akhiran, pada=hari)
    return kirim_cetakan(request, cetakan, pohon.perangkat_daerah)


def _halaman(
    request: PermintaanMasuk, pohon: Pohon, form: CetakDiagramForm | None = None, status: int = 200
) -> HttpResponse:
    tahun, tahap = tahun_tahap(request, pohon)
    daftar, pesan = _tawaran(PesananDiagram(pohon, tahun, tahap))
    isi = {
        "pohon": pohon,
        "daftar": daftar,
        "pesan": pesan,
        "form": form or CetakDiagramForm(),
        "minta": Permintaan(tahun=tahun, tahap=tahap),
        "daftar_tahap": Tahap.objects.sampai(pohon.perangkat_daerah, tahun),
    }
    return render(request, "laporan/diagram.html", isi, status=status)


def _tawaran(pesanan: PesananDiagram) -> tuple[tuple[TawaranBentuk, ...], str]:
    """The offers, or the sentence why there are none."""
    try:
        daftar = tawaran_diagram(pesanan, pada=timezone.localdate())
    except HurufTidakAda as galat:
        return (), str(galat)
    return daftar, "" if daftar else "Dokumen ini masih kosong; belum ada yang dapat digambar."
