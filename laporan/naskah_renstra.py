"""A cascading -> Naskah of a Renstra table: the frame around it. Reads, never writes."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from cascading.matriks import Matriks
from cascading.renstra import tabel_program, tabel_target
from cascading.renstra_pohon import baca_renstra
from kinerja.models import Pohon
from laporan.bingkai_tabel import masa_periode, naskah_tabel
from laporan.cetakan import Cetakan
from laporan.pdf.naskah import Naskah

TABEL = {"program": tabel_program, "target": tabel_target}
"""What can be printed, by the word of the command and the page."""


def cetakan_renstra(pohon: Pohon, *, tabel: str, kertas: str, akhiran: str, pada: date) -> Cetakan:
    """Raises AturanDilanggar for what is no cascading."""
    naskah = naskah_renstra(pohon, TABEL[tabel](baca_renstra(pohon)), pada=pada)
    nama = f"Renstra {tabel} {kertas} {pohon.judul} {' '.join(naskah.judul[1:])}"
    kembali = reverse("cascading", args=[pohon.pk])
    return Cetakan("renstra", naskah, kertas, akhiran, nama, kembali)


def naskah_renstra(pohon: Pohon, matriks: Matriks, *, pada: date) -> Naskah:
    """The document as it would be printed on that day; approval freezes the cascading, not this."""
    return naskah_tabel(pohon, matriks, masa=masa_periode(pohon), pada=pada)
