"""Who may open what: @untuk on every view, ``.terlihat_oleh`` on every record.

Other agency 404, wrong role 403, broken rule 422, stale edit 409, guest 302 (401 for a fetch).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from kinerja.models import PerangkatDaerah
from kinerja.pilihan import Peran

SIAPA_SAJA = "SIAPA_SAJA"
"""Guests too."""
YANG_MASUK = "YANG_MASUK"
"""Anyone with an account; the record's ``terlihat_oleh`` decides the rest."""

View = Callable[..., HttpResponseBase]


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


def wajib_peran(request: HttpRequest, perangkat_daerah: PerangkatDaerah, *peran: Peran) -> None:
    """403 unless the user holds one of the roles at this agency (or at its pemda)."""
    if not request.user.punya_peran(peran, perangkat_daerah):  # type: ignore[union-attr]
        raise PermissionDenied


class WajibMasuk(LoginRequiredMiddleware):
    """Guests are sent to the login page; a script's request gets 401 instead."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseBase:  # type: ignore[override]
        if request.headers.get("HX-Request") or request.headers.get("X-Requested-With"):
            return HttpResponse("Sesi berakhir; silakan masuk lagi.", status=401)
        return super().handle_no_permission(request, view_func)
