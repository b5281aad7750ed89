"""Where somebody goes on after logging in: a page that answers GET, on this site."""

from __future__ import annotations

from collections.abc import Callable
from inspect import getclosurevars
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme


def sesama_situs(request: HttpRequest, alamat: str) -> bool:
    return url_has_allowed_host_and_scheme(
        alamat, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )


def asal_kiriman(request: HttpRequest) -> str:
    """The page whose form was sent; without a Referer the page nearest to the address."""
    asal = request.headers.get("Referer", "")
    if not sesama_situs(request, asal):
        return halaman_terdekat(request.path)
    bagian = urlsplit(asal)
    return halaman_terdekat(bagian.path + (f"?{bagian.query}" if bagian.query else ""))


def halaman_terdekat(alamat: str) -> str:
    """The address itself, or the nearest one above it that can be opened."""
    jalan = urlsplit(alamat).path
    if _dapat_dibuka(jalan):
        return alamat
    while jalan.strip("/"):
        jalan = jalan.rstrip("/").rpartition("/")[0] + "/"
        if _dapat_dibuka(jalan):
            return jalan
    return "/"


def menerima_get(view: Callable[..., Any]) -> bool:
    """Whether ``require_POST`` and its like, anywhere around the view, let a GET through."""
    lapis: Any = view
    while lapis is not None:
        if "GET" not in getclosurevars(lapis).nonlocals.get("request_method_list", ("GET",)):
            return False
        lapis = getattr(lapis, "__wrapped__", None)
    return True


def _dapat_dibuka(jalan: str) -> bool:
    try:
        return menerima_get(resolve(jalan).func)
    except Resolver404:
        return False
