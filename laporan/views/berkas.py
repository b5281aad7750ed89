"""Finished files as downloads."""

from __future__ import annotations

from pathlib import Path

from django.http import FileResponse, HttpRequest, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from kinerja.akses import PermintaanMasuk
from kinerja.models import PerangkatDaerah
from laporan.cetakan import Cetakan
from laporan.pekerjaan import minta

JENIS = {
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".zip": "application/zip",
}


def kirim_cetakan(
    request: PermintaanMasuk, cetakan: Cetakan, lembaga: PerangkatDaerah
) -> HttpResponseBase:
    """The file when it has been made before, else the page of the job that makes it."""
    if berkas := cetakan.berkas():
        return kirim_berkas(request, berkas, cetakan.nama_berkas)
    kini = timezone.now()
    pekerjaan = minta(cetakan, perangkat_daerah=lembaga, oleh=request.user, pada=kini)
    return redirect("pekerjaan", pekerjaan.uid)


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
