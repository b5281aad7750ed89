"""The dashboards: a pemda with its agencies, one agency with its branches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.akses import YANG_MASUK, PermintaanMasuk, untuk
from kinerja.aturan.dasbor import JENJANG
from kinerja.aturan.jenjang import label
from kinerja.aturan.pengukuran import sebut, triwulan_bawaan
from kinerja.dasbor_lembaga import DasborLembaga, dasbor_lembaga
from kinerja.dasbor_pemda import KOLOM, URUT, dasbor_pemda
from kinerja.dokumen_diukur import di_tahun, dokumen_diukur, tahun_dokumen
from kinerja.lembar_ukur import ANGKA
from kinerja.models import PerangkatDaerah, Pohon

PER_HALAMAN = 30
"""Bullet bars on one page."""
DERET = 24
"""Lines on one page; more are reached box by box."""


@require_safe
@untuk(YANG_MASUK)
def dasbor(request: PermintaanMasuk) -> HttpResponse:
    """The agencies that one sees, of one pemda; who sees a single agency goes straight to it."""
    semua = list(_terlihat(request).order_by("pemda_id", "nama", "pk"))
    if len(semua) == 1:
        return redirect("dasbor-lembaga", semua[0].pk)
    if not semua:
        return render(request, "kinerja/dasbor.html", {"dasbor": None})
    return _halaman_pemda(request, semua)


@require_safe
@untuk(YANG_MASUK)
def dasbor_satu(request: PermintaanMasuk, lembaga_id: int) -> HttpResponse:
    """An agency in a quarter; ?kotak= one branch of it, ?jenjang= the indicators of one level."""
    lembaga = get_object_or_404(_terlihat(request), pk=lembaga_id)
    dokumen = dokumen_diukur([lembaga.pk])
    masa, kotak = _masa(request, dokumen), request.GET.get("kotak", "")
    isi = dasbor_lembaga(
        lembaga, di_tahun(dokumen, masa["tahun"]), **masa, hari=timezone.localdate(),
        kotak=int(kotak) if kotak.isdecimal() and len(kotak) < 10 else 0,
    )  # fmt: skip
    if isi is None:
        raise Http404
    return _halaman_lembaga(request, isi, _pilihan(masa, dokumen))


def _halaman_pemda(request: PermintaanMasuk, semua: Sequence[PerangkatDaerah]) -> HttpResponse:
    """``?pemda=`` chooses among several, ``?urut=`` the order of the agencies."""
    pilihan = sorted({p.pemda_atau_diri() for p in semua}, key=lambda p: (p.nama, p.pk))
    diminta, urut = request.GET.get("pemda", ""), request.GET.get("urut", "")
    pemda = next((p for p in pilihan if str(p.pk) == diminta), pilihan[0])
    daftar = [p for p in semua if p.pemda_atau_diri() == pemda]
    dokumen = dokumen_diukur([p.pk for p in daftar])
    masa = _masa(request, dokumen)
    isi = dasbor_pemda(
        pemda, daftar, di_tahun(dokumen, masa["tahun"]), **masa, hari=timezone.localdate(),
        urut=urut if urut in URUT else "nama",
    )  # fmt: skip
    context = {
        "dasbor": isi,
        "kolom": KOLOM,
        "daftar_urut": URUT,
        "daftar_pemda": pilihan if len(pilihan) > 1 else [],
        "tanya": f"pemda={pemda.pk}&tahun={isi.tahun}&triwulan={isi.triwulan}",
        **_pilihan(masa, dokumen),
    }
    return render(request, "kinerja/dasbor.html", context)


def _halaman_lembaga(
    request: PermintaanMasuk, isi: DasborLembaga, pilihan: dict[str, Any]
) -> HttpResponse:
    jenjang = request.GET.get("jenjang", "")
    jenjang = jenjang if jenjang in JENJANG else ""
    halaman = Paginator(isi.ukuran(jenjang), PER_HALAMAN).get_page(request.GET.get("halaman"))
    deret = [] if jenjang else isi.deret
    context = {
        "dasbor": isi,
        "halaman": halaman,
        "ukuran": isi.gambarkan(list(halaman)),
        "deret": deret[:DERET],
        "deret_lain": max(0, len(deret) - DERET),
        "tanpa_angka": 0 if jenjang else isi.tanpa_angka,
        "jenjang": jenjang,
        "label_jenjang": label(jenjang) if jenjang else "",
        **_tanya(isi, jenjang),
        **pilihan,
    }
    return render(request, "kinerja/dasbor_lembaga.html", context)


def _terlihat(request: PermintaanMasuk) -> Any:
    terlihat = PerangkatDaerah.objects.terlihat_oleh(request.user)
    daftar = terlihat.select_related("pengaturan", "pemda__pengaturan")
    return daftar.defer("lambang", "pemda__lambang")


def _masa(request: PermintaanMasuk, dokumen: Sequence[Pohon]) -> dict[str, int]:
    """Year and quarter of the address; else the remembered year, or the nearest one."""
    hari = timezone.localdate()
    ada = tahun_dokumen(dokumen, hari.year)
    diminta = request.GET.get("tahun", "")
    angka = int(diminta) if diminta.isdecimal() and len(diminta) == 4 else 0
    ingat = request.user.tampilannya.tahun
    bawaan = min(ada, key=lambda t: (abs(t - hari.year), t))
    tahun = next((t for t in (angka, ingat) if t in ada), bawaan)
    triwulan = request.GET.get("triwulan", "")
    ke = int(triwulan) if triwulan in ("1", "2", "3", "4") else triwulan_bawaan(tahun, hari)
    return {"tahun": tahun, "triwulan": ke}


def _pilihan(masa: dict[str, int], dokumen: Sequence[Pohon]) -> dict[str, Any]:
    """What the form of year and quarter offers."""
    return {
        "daftar_tahun": tahun_dokumen(dokumen, masa["tahun"]),
        "triwulan_semua": ANGKA,
        "masa": sebut(**masa),
    }


def _tanya(isi: DasborLembaga, jenjang: str) -> dict[str, str]:
    """Parts of addresses: of the page with its branch, and of the pages of its list."""
    alamat = reverse("dasbor-lembaga", args=[isi.lembaga.pk])
    masa = f"tahun={isi.tahun}&triwulan={isi.triwulan}"
    kotak = f"&kotak={isi.kotak.pk}" if isi.kotak else ""
    tingkat = f"&jenjang={jenjang}" if jenjang else ""
    return {
        "alamat": alamat,
        "tanya": masa + kotak,
        "tanya_masa": masa,
        "tanya_halaman": f"{masa}{kotak}{tingkat}&",
        "tanya_tanpa_triwulan": f"tahun={isi.tahun}{kotak}{tingkat}",
    }
