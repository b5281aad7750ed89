"""Comments on a box: said, answered, resolved and reopened by everybody who reads it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kinerja.akses import YANG_MASUK, PermintaanMasuk, dari_skrip, untuk
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.forms.komentar import BalasanForm, KomentarForm
from kinerja.models import Komentar, Simpul
from kinerja.views.simpul import konteks_komentar, konteks_rinci, simpul_terlihat


@require_POST
@untuk(YANG_MASUK)
def komentar_tulis(request: PermintaanMasuk, simpul_id: int) -> HttpResponse:
    """A new comment on the box or one of its indicators."""
    simpul = simpul_terlihat(request, simpul_id)
    form = KomentarForm(request.POST, simpul=simpul)
    return _kirim(request, simpul, form, partial(Komentar.tulis, simpul), "Komentar dikirim.")


@require_POST
@untuk(YANG_MASUK)
def komentar_balas(request: PermintaanMasuk, simpul_id: int, komentar_id: int) -> HttpResponse:
    """An answer below a comment."""
    simpul, komentar = _komentar(request, simpul_id, komentar_id)
    form, verba = BalasanForm(request.POST), partial(komentar.balas, simpul)
    return _kirim(request, simpul, form, verba, "Balasan dikirim.", di=komentar.pk)


@require_POST
@untuk(YANG_MASUK)
def komentar_selesaikan(request: PermintaanMasuk, simpul_id: int, komentar_id: int) -> HttpResponse:
    """Resolve a comment: its author, or whoever edits the box."""
    simpul, komentar = _komentar(request, simpul_id, komentar_id)
    _wajib_pemilik(request, simpul, komentar)
    verba = partial(komentar.selesaikan, simpul)
    return _lakukan(request, simpul, verba, "Komentar diselesaikan.")


@require_POST
@untuk(YANG_MASUK)
def komentar_buka(request: PermintaanMasuk, simpul_id: int, komentar_id: int) -> HttpResponse:
    """Reopen a resolved comment: its author, or whoever edits the box."""
    simpul, komentar = _komentar(request, simpul_id, komentar_id)
    _wajib_pemilik(request, simpul, komentar)
    return _lakukan(request, simpul, partial(komentar.buka_lagi, simpul), "Komentar dibuka lagi.")


def _komentar(
    request: PermintaanMasuk, simpul_id: int, komentar_id: int
) -> tuple[Simpul, Komentar]:
    """A comment as the box shows it, also one of an earlier edition."""
    simpul = simpul_terlihat(request, simpul_id)
    milik = Komentar.objects.di(simpul.pohon).filter(simpul_uid=simpul.uid)
    daftar = milik.select_related("pohon__perangkat_daerah")
    return simpul, get_object_or_404(daftar, pk=komentar_id)


def _wajib_pemilik(request: PermintaanMasuk, simpul: Simpul, komentar: Komentar) -> None:
    milik = komentar.oleh_id == request.user.pk
    if not milik and not request.user.menyusun(simpul.pohon.perangkat_daerah, simpul):
        raise PermissionDenied


def _kirim(
    request: PermintaanMasuk,
    simpul: Simpul,
    form: BalasanForm,
    verba: Callable[..., Any],
    kata: str,
    di: int = 0,
) -> HttpResponse:
    """What was typed, by its verb; refused it stands in its form again with the reason."""
    if not form.is_valid():
        pesan = [p for daftar in form.errors.values() for p in daftar]
        return _jawab(request, simpul, tertahan={"di": di, "form": form, "pesan": pesan})
    tertahan = {"di": di, "form": form}
    return _lakukan(request, simpul, partial(verba, **form.cleaned_data), kata, tertahan)


def _lakukan(
    request: PermintaanMasuk,
    simpul: Simpul,
    verba: Callable[..., Any],
    kata: str,
    tertahan: dict[str, Any] | None = None,
) -> HttpResponse:
    try:
        verba(oleh=request.user, pada=timezone.now())
    except AturanDilanggar as ditolak:
        pesan = [t.pesan for t in ditolak.temuan]
        return _jawab(request, simpul, tertahan={"di": 0, **(tertahan or {}), "pesan": pesan})
    if dari_skrip(request):
        return _jawab(request, simpul)
    messages.success(request, kata)
    return redirect(f"{reverse('simpul-rinci', args=[simpul.pk])}#komentar")


def _jawab(
    request: PermintaanMasuk, simpul: Simpul, tertahan: dict[str, Any] | None = None
) -> HttpResponse:
    """The comments for a script, the page of the box without; 422 with what was refused."""
    skrip, status = dari_skrip(request), 422 if tertahan else 200
    konteks = konteks_komentar if skrip else konteks_rinci
    nama = "_rinci_komentar.html" if skrip else "simpul_rinci.html"
    context = konteks(request, simpul) | {"tertahan": tertahan}
    return render(request, f"kinerja/{nama}", context, status=status)
