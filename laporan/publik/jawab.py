"""Answers that caches may keep: an ETag of the content, no cookie, no user."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.template.loader import render_to_string

SIMPAN = 300
"""Seconds that a page may be older than the database, here and in caches on the way."""
SIMPAN_BERKAS = 3600


def jawab_halaman(
    request: HttpRequest, templat: str, susun: Callable[[], dict[str, Any]], versi: int
) -> HttpResponse:
    """The page without request or user, kept by its address and the ``versi`` of the settings."""
    kunci = f"publik:{request.get_host()}:{request.path}:{versi}"
    isi: bytes | None = cache.get(kunci)
    if isi is None:
        alamat = request.build_absolute_uri(request.path)
        isi = render_to_string(templat, susun() | {"alamat": alamat}).encode()
        cache.set(kunci, isi, SIMPAN)
    return jawab(request, isi, "text/html; charset=utf-8", SIMPAN)


def isi_tersimpan(kunci: str, buat: Callable[[], bytes | None]) -> bytes | None:
    """What was made in the last minutes, else made now: many guests cost what one does."""
    isi: bytes | None = cache.get(kunci)
    if isi is None and (isi := buat()) is not None:
        cache.set(kunci, isi, SIMPAN)
    return isi


def jawab(request: HttpRequest, isi: bytes, tipe: str, umur: int, nama: str = "") -> HttpResponse:
    """304 where the reader has it; ``nama`` makes it a download."""
    etag = f'"{hashlib.sha256(isi).hexdigest()}"'
    cocok = etag in request.headers.get("If-None-Match", "")
    hasil = HttpResponseNotModified() if cocok else HttpResponse(isi, content_type=tipe)
    hasil["ETag"] = etag
    hasil["Cache-Control"] = f"public, max-age={umur}"
    request.session.accessed = False  # the login guard looked; the answer is everybody's
    if nama and not cocok:
        hasil["Content-Disposition"] = f'attachment; filename="{nama}"'
    return hasil
