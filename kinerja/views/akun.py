"""In, out, and a password of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_cool_off, get_failure_limit
from axes.utils import reset
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.tokens import default_token_generator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.encoding import force_str
from django.utils.http import urlsafe_base64_decode
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from kinerja.akses import SIAPA_SAJA, YANG_MASUK, untuk
from kinerja.alamat_lanjut import halaman_terdekat, sesama_situs
from kinerja.forms.akun import MasukForm, SandiBaruForm, SandiGantiForm
from kinerja.models import Pengguna


@never_cache
@sensitive_post_parameters("password")
@untuk(SIAPA_SAJA)
def masuk(request: HttpRequest) -> HttpResponse:
    """Log in and go on to where one wanted to go."""
    lanjut = _alamat_lanjut(request)
    if request.user.is_authenticated:
        return redirect(lanjut)
    form = MasukForm(request, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        return redirect(lanjut)
    status = 422 if form.errors else 200
    context = {"form": form, "lanjut": lanjut, "sesi": request.GET.get("sesi", "")}
    return render(request, "kinerja/masuk.html", context, status=status)


@require_POST
@untuk(SIAPA_SAJA)
def keluar(request: HttpRequest) -> HttpResponse:
    logout(request)
    messages.success(request, "Anda sudah keluar.")
    return redirect("masuk")


@never_cache
@sensitive_post_parameters()
@untuk(YANG_MASUK)
def sandi_ganti(request: HttpRequest) -> HttpResponse:
    """One's own password; other places where one is logged in are logged out."""
    pengguna = Pengguna.objects.get(username=request.user.get_username())
    form = SandiGantiForm(pengguna, request.POST or None)
    if request.method == "POST" and form.is_valid():
        pengguna.ganti_sandi(form.sandi, pada=timezone.now())
        update_session_auth_hash(request, pengguna)
        messages.success(request, "Sandi Anda sudah diganti.")
        return redirect(settings.LOGIN_REDIRECT_URL)
    context = {"form": form, "wajib": pengguna.wajib_ganti_sandi}
    return render(request, "kinerja/sandi_ganti.html", context, status=422 if form.errors else 200)


@never_cache
@sensitive_post_parameters()
@untuk(SIAPA_SAJA)
def sandi_baru(request: HttpRequest, kunci: str, token: str) -> HttpResponse:
    """The page behind the link that an admin made: a new password without the old one."""
    pengguna = _pemilik_tautan(kunci, token)
    if pengguna is None:
        return render(request, "kinerja/sandi_kedaluwarsa.html", status=410)
    form = SandiBaruForm(pengguna, request.POST or None)
    if request.method == "POST" and form.is_valid():
        pengguna.ganti_sandi(form.sandi, pada=timezone.now())
        reset(username=pengguna.username)
        messages.success(request, "Sandi sudah disimpan. Silakan masuk dengan sandi itu.")
        return redirect("masuk")
    context = {"form": form, "pemilik": pengguna}
    return render(request, "kinerja/sandi_baru.html", context, status=422 if form.errors else 200)


def terkunci(
    request: HttpRequest, tanggapan: HttpResponse | None, kredensial: dict[str, Any] | None
) -> HttpResponse:
    """Too many wrong passwords: how long to wait. Called by django-axes."""
    percobaan = AxesProxyHandler.get_implementation().get_user_attempts(request, kredensial)
    sisa = max(
        sisa_tunggu(
            daftar.values_list("attempt_time", "failures_since_start"),
            batas=get_failure_limit(request, kredensial),
            lama=get_cool_off(request) or timedelta(),
            kini=timezone.now(),
        )
        for daftar in percobaan
    )
    context = {"menit": max(1, -(-int(sisa.total_seconds()) // 60))}
    jawaban = render(request, "kinerja/terkunci.html", context, status=429)
    jawaban["Retry-After"] = str(max(1, int(sisa.total_seconds())))
    return jawaban


def sisa_tunggu(
    percobaan: Iterable[tuple[datetime, int]], *, batas: int, lama: timedelta, kini: datetime
) -> timedelta:
    """Until enough failed attempts are older than ``lama``; (when, how many) in any order."""
    urut = sorted(percobaan)
    tersisa = sum(kali for _, kali in urut)
    for pada, kali in urut:
        tersisa -= kali
        if tersisa < batas:
            return max(pada + lama - kini, timedelta())
    return timedelta()


def _alamat_lanjut(request: HttpRequest) -> str:
    """Only a page of this site; anything else leads home."""
    lanjut = request.POST.get("next") or request.GET.get("next") or ""
    sah = sesama_situs(request, lanjut)
    return halaman_terdekat(lanjut) if sah else settings.LOGIN_REDIRECT_URL


def _pemilik_tautan(kunci: str, token: str) -> Pengguna | None:
    """Whose link this is; None when it is used, too old, or not ours."""
    try:
        pk = int(force_str(urlsafe_base64_decode(kunci)))
        pengguna = Pengguna.objects.filter(pk=pk, is_active=True).first()
    except (ValueError, OverflowError):
        return None
    if pengguna is None or not default_token_generator.check_token(pengguna, token):
        return None
    return pengguna
