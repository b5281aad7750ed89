"""Words of reports: the foot of E.81 and the parts of a LKjIP, each on a page with one form."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.urls import reverse

from cascading.forms.laporan import FaktorForm, TindakLanjutForm, UraianLkjipForm
from cascading.models import CatatanEvaluasi, UraianLkjip
from cascading.pilihan import BagianLkjip
from cascading.renaksi import ROMAWI
from cascading.views.rencana_aksi import cascading_terlihat
from kinerja.akses import PermintaanMasuk, untuk, wajib_menyusun
from kinerja.forms.tercatat import FormTercatat
from kinerja.models import Pohon
from kinerja.models.tercatat import Tercatat
from kinerja.pilihan import PENYUSUN, Peran
from kinerja.views.pengaturan.formulir import Halaman, isi_formulir, siapa
from kinerja.views.pengukuran import masa_ukur
from kinerja.views.tahun import tahun_tahap


@untuk(*PENYUSUN)
def evaluasi_faktor(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """What helped and what hindered: the agency's own words below E.81."""
    pohon = cascading_terlihat(request, pohon_id)
    wajib_menyusun(request, pohon.perangkat_daerah)
    return _evaluasi(request, pohon, FaktorForm, "Faktor pendorong dan penghambat")


@untuk(Peran.BAPPEDA)
def evaluasi_tindak_lanjut(request: PermintaanMasuk, pohon_id: int) -> HttpResponse:
    """What is to follow: Bappeda's words below E.81."""
    pohon = cascading_terlihat(request, pohon_id)
    if not request.user.punya_peran({Peran.BAPPEDA}, pohon.perangkat_daerah.pemda_atau_diri()):
        raise PermissionDenied
    return _evaluasi(request, pohon, TindakLanjutForm, "Tindak lanjut evaluasi")


def _evaluasi(
    request: PermintaanMasuk, pohon: Pohon, kelas: type[FormTercatat], judul: str
) -> HttpResponse:
    tahun, triwulan = masa_ukur(request, pohon)
    milik = {"perangkat_daerah": pohon.perangkat_daerah, "tahun": tahun, "triwulan": triwulan}
    lembar = _halaman(pohon, tahun, triwulan, judul,
                      f"Form E.81 s.d. triwulan {ROMAWI[triwulan]} {tahun}")  # fmt: skip
    return _isi(request, CatatanEvaluasi, milik, kelas, lembar)


@untuk(*PENYUSUN)
def lkjip_uraian(request: PermintaanMasuk, pohon_id: int, bagian: str) -> HttpResponse:
    """The words of one part of chapter III."""
    if bagian not in BagianLkjip.values:
        raise Http404
    pohon = cascading_terlihat(request, pohon_id)
    wajib_menyusun(request, pohon.perangkat_daerah)
    tahun, _ = tahun_tahap(request, pohon)
    milik = {"perangkat_daerah": pohon.perangkat_daerah, "tahun": tahun, "bagian": bagian}
    lembar = _halaman(pohon, tahun, 4, str(BagianLkjip(bagian).label), f"LKjIP {tahun}, Bab III")
    return _isi(request, UraianLkjip, milik, UraianLkjipForm, lembar)


def _isi(
    request: PermintaanMasuk, model: type[Tercatat], milik: dict[str, Any],
    kelas: type[FormTercatat], lembar: Halaman,
) -> HttpResponse:  # fmt: skip
    """The record is made when it is first written."""
    ada = model._base_manager.filter(**milik).first()
    form = kelas(request.POST or None, objek=ada)

    def simpan() -> None:
        if ada is None:
            model(**milik, **form.isi_baru()).daftarkan(**siapa(request))
        else:
            ada.ubah(**form.isi_ubah(), **siapa(request))

    return isi_formulir(request, form, simpan, lembar)


def _halaman(pohon: Pohon, tahun: int, triwulan: int, judul: str, keterangan: str) -> Halaman:
    alamat = reverse("laporan-kinerja", args=[pohon.pk])
    kembali = f"{alamat}?tahun={tahun}&triwulan={triwulan}"
    remah = (
        (reverse("pohon", args=[pohon.pk]), f"{pohon.sebutan} {pohon.perangkat_daerah}"),
        (kembali, "Laporan kinerja"),
    )
    return Halaman(judul=judul, kembali=kembali, remah=remah, keterangan=keterangan)
