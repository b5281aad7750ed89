"""Who may open what: @untuk on every view, ``.terlihat_oleh`` on every record.

Other agency 404, wrong role 403, broken rule 422, stale edit 409, guest 302 (401 for a fetch).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.deprecation import MiddlewareMixin
from django.utils.http import urlencode

from kinerja.alamat_lanjut import asal_kiriman, halaman_terdekat
from kinerja.models import Pengguna, PerangkatDaerah, Simpul
from kinerja.pilihan import Peran

SIAPA_SAJA = "SIAPA_SAJA"
"""Guests too."""
YANG_MASUK = "YANG_MASUK"
"""Anyone with an account; the record's ``terlihat_oleh`` decides the rest."""

View = Callable[..., HttpResponseBase]


class PermintaanMasuk(HttpRequest):
    """What a view with @untuk gets (SIAPA_SAJA aside): somebody is logged in. For annotations."""

    user: Pengguna


def untuk(*peran: str) -> Callable[[View], View]:
    """Open a view to these roles (held anywhere); 403 for others. Every view carries it."""

    def hias(view: View) -> View:
        @wraps(view)
        def bungkus(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not {SIAPA_SAJA, YANG_MASUK} & set(peran):
                milik = {k.peran for k in request.user.daftar_keanggotaan()}  # type: ignore[union-attr]
                if not milik & set(peran):
                    raise PermissionDenied
            return view(request, *args, **kwargs)

        bungkus.peran = peran  # type: ignore[attr-defined]
        return login_not_required(bungkus) if SIAPA_SAJA in peran else bungkus

    return hias


def wajib_peran(
    request: HttpRequest,
    perangkat_daerah: PerangkatDaerah,
    *peran: Peran,
    simpul: Simpul | None = None,
) -> None:
    """403 unless the user holds one of the roles at this agency (or at its pemda).

    With ``simpul`` a role narrowed to a unit or branch that has the box is enough.
    """
    if not request.user.punya_peran(peran, perangkat_daerah, simpul):  # type: ignore[union-attr]
        raise PermissionDenied


def wajib_menyusun(
    request: HttpRequest, perangkat_daerah: PerangkatDaerah, simpul: Simpul | None = None
) -> None:
    """403 unless the user edits drafts of this agency, or this box of one."""
    if not request.user.menyusun(perangkat_daerah, simpul):  # type: ignore[union-attr]
        raise PermissionDenied


class WajibMasuk(LoginRequiredMiddleware):
    """Guests are sent to the login page; a script's request gets 401 instead.

    What a form sent is lost with the session: the login page says so and leads back to the form.
    """

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseBase:  # type: ignore[override]
        if dari_skrip(request):
            return HttpResponse("Sesi berakhir; silakan masuk lagi.", status=401)
        if request.method in {"GET", "HEAD"}:
            return super().handle_no_permission(request, view_func)
        sesi = "unggahan" if request.content_type == "multipart/form-data" else "berakhir"
        tanya = urlencode({"next": asal_kiriman(request), "sesi": sesi}).replace("%2F", "/")
        return redirect(f"{self.get_login_url(view_func)}?{tanya}")


class WajibGantiSandi(MiddlewareMixin):
    """An account with a given password sees no page before it has chosen its own."""

    BOLEH = frozenset({"sandi-ganti", "keluar"})

    def process_view(
        self, request: HttpRequest, view: View, args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        nama = request.resolver_match.url_name if request.resolver_match else ""
        if nama in self.BOLEH or SIAPA_SAJA in getattr(view, "peran", ()):
            return None
        if not getattr(request.user, "wajib_ganti_sandi", False):
            return None
        if dari_skrip(request):
            return HttpResponse("Ganti sandi Anda dulu.", status=403)
        return redirect("sandi-ganti")


class TanpaSimpan(MiddlewareMixin):
    """Pages of somebody logged in stay in no cache: offices share their computers.

    A view that sets Cache-Control itself (a file, a stylesheet) knows better.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.has_header("Cache-Control"):
            return response
        pengguna = getattr(request, "_cached_user", None)  # known already, or nobody asked
        if isinstance(pengguna, Pengguna):
            response["Cache-Control"] = "private, no-store"
            patch_vary_headers(response, ("Cookie",))
        return response


class TanpaNul(MiddlewareMixin):
    """404 for an address with a NUL: no record has one, and PostgreSQL breaks off over it."""

    def process_request(self, request: HttpRequest) -> None:
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            raise Http404


class SalahCara(MiddlewareMixin):
    """405 in words, with the way to the page that has the buttons."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED or dari_skrip(request):
            return response
        halaman = {"halaman": halaman_terdekat(request.path)}
        jawaban = render(request, "405.html", halaman, status=response.status_code)
        jawaban["Allow"] = response.get("Allow", "")
        return jawaban


def dari_skrip(request: HttpRequest) -> bool:
    """A fetch of our own scripts, which cannot follow a redirect to a page."""
    return bool(request.headers.get("HX-Request") or request.headers.get("X-Requested-With"))
