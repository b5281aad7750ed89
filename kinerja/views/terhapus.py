"""What somebody sees who sends the form of a box that a colleague has deleted meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any
from uuid import UUID

from django.db.models import TextField
from django.db.models.functions import Cast
from django.http import Http404, HttpResponse
from django.shortcuts import render

from kinerja.akses import PermintaanMasuk
from kinerja.forms.indikator import TARGET, IndikatorForm
from kinerja.forms.simpul import SimpulForm
from kinerja.models import Pohon, Riwayat, Simpul

DOKUMEN, KOTAK = "dokumen", "kotak"
"""Hidden fields of the form: the document's key and the uid of the box."""

View = Callable[..., HttpResponse]


def bila_terhapus(view: View) -> View:
    """Instead of a bare 404 for a sent form: who deleted the box, and what was typed."""

    @wraps(view)
    def bungkus(request: PermintaanMasuk, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Http404:
            if jawaban := _halaman(request):
                return jawaban
            raise

    return bungkus


def _halaman(request: PermintaanMasuk) -> HttpResponse | None:
    dokumen, uid = request.POST.get(DOKUMEN, ""), _uid(request.POST.get(KOTAK, ""))
    if not (uid and dokumen.isdecimal()):
        return None
    pohon = Pohon.objects.terlihat_oleh(request.user).filter(pk=dokumen).first()
    peristiwa = _penghapusan(pohon, uid) if pohon else None
    if peristiwa is None:
        return None
    context = {
        "pohon": pohon,
        "peristiwa": peristiwa,
        "kini": Simpul.objects.filter(pohon=pohon, uid=uid).first(),
        "ketikan": ketikan(request.POST),
    }
    return render(request, "kinerja/simpul_terhapus.html", context, status=409)


def _uid(teks: str) -> str:
    try:
        return str(UUID(teks))
    except ValueError:
        return ""


def _penghapusan(pohon: Pohon, uid: str) -> Riwayat | None:
    """The newest event that names the box: nothing can name it once it is gone."""
    daftar = Riwayat.objects.filter(pohon=pohon).alias(isi=Cast("perubahan", TextField()))
    sebut = daftar.filter(isi__contains=uid).select_related("oleh").defer("perubahan")
    return sebut.order_by("-nomor").first()


def ketikan(kiriman: Mapping[str, str]) -> list[tuple[str, str]]:
    """The changed fields of a sent form as (label, text)."""
    hasil = []
    for nama, isi in kiriman.items():
        lama = kiriman.get(f"initial-{nama}")
        if lama is not None and _rata(isi) != _rata(lama) and isi.strip():
            hasil.append((_label(nama), isi.strip()))
    return hasil


def _rata(teks: str) -> str:
    return teks.replace("\r\n", "\n").strip()


def _label(nama: str) -> str:
    awalan, _, medan = nama.partition("-")
    if medan.startswith(TARGET):
        return f"Target {medan.removeprefix(TARGET)}"
    if awalan == "uang":
        return "Sumber dana" if medan == "sumber_dana" else "Pagu"
    kelas = SimpulForm if awalan == "simpul" else IndikatorForm
    field = kelas.base_fields.get(medan)
    return str(field.label) if field and field.label else medan.capitalize()
