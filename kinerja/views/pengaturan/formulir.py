"""One page, one form, one verb: how every settings form is shown, stored and answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from kinerja.akses import PermintaanMasuk
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.forms.tercatat import FormTercatat
from kinerja.models import Bentrok, PerangkatDaerah

Remah = tuple[tuple[str, str], ...]
"""(address, words) of the pages above."""


@dataclass(frozen=True, kw_only=True)
class Halaman:
    """The words around a form and the way back."""

    judul: str
    kembali: str
    remah: Remah = ()
    tombol: str = "Simpan"
    pesan: str = "Perubahan disimpan."
    keterangan: str = ""
    hapus: str = ""
    lembaga: PerangkatDaerah | None = None
    bagian: str = ""


def isi_formulir(
    request: PermintaanMasuk,
    form: FormTercatat,
    simpan: Callable[[], Any],
    halaman: Halaman,
    templat: str = "kinerja/pengaturan_formulir.html",
    **lain: Any,
) -> HttpResponse:
    """Show the form; 422 with what is wrong, 409 when a colleague was faster, else go back."""
    status = 200
    if request.method == "POST":
        status = kirim(form, simpan)
        if status == 200:
            messages.success(request, halaman.pesan)
            return redirect(halaman.kembali)
    context = {"form": form, "halaman": halaman} | lain
    return render(request, templat, context, status=status)


def kirim(form: FormTercatat, simpan: Callable[[], Any]) -> int:
    """Run the verb on a valid form; the status to answer with."""
    if not form.is_valid():
        return 422
    try:
        form.jalankan(simpan)
    except AturanDilanggar:
        return 422
    except Bentrok:
        return 409
    return 200


def jalankan(
    request: PermintaanMasuk, verba: Callable[[], Any], kembali: str, pesan: str
) -> HttpResponse:
    """A button without a form: go back with what happened."""
    try:
        verba()
    except AturanDilanggar as ditolak:
        for temuan in ditolak.temuan:
            messages.error(request, temuan.pesan)
    else:
        messages.success(request, pesan)
    return redirect(kembali)


def siapa(request: PermintaanMasuk) -> dict[str, Any]:
    """``oleh`` and ``pada`` of a verb: the user and now."""
    return {"oleh": request.user, "pada": timezone.now()}


def remah_lembaga(lembaga: PerangkatDaerah, *lain: tuple[str, str]) -> Remah:
    return (
        (reverse("pengaturan"), "Pengaturan"),
        (reverse("perangkat-daerah", args=[lembaga.pk]), lembaga.nama),
        *lain,
    )
