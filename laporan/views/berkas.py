"""Finished files as downloads."""

from __future__ import annotations

from pathlib import Path

from django.http import FileResponse, HttpRequest, HttpResponseNotModified
from django.http.response import HttpResponseBase

JENIS = {
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def kirim_berkas(request: HttpRequest, berkas: Path, nama: str) -> HttpResponseBase:
    """As an attachment; its key is its ETag, since the same key is the same bytes."""
    etag = f'"{berkas.stem}"'
    if request.headers.get("If-None-Match") == etag:
        return HttpResponseNotModified()
    jenis = JENIS[berkas.suffix]
    jawab = FileResponse(berkas.open("rb"), as_attachment=True, filename=nama, content_type=jenis)
    jawab["ETag"] = etag
    jawab["Cache-Control"] = "private, no-cache"
    return jawab
