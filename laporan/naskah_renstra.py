"""A cascading -> Naskah of a Renstra table: the frame around it. Reads, never writes."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils import timezone

from cascading.matriks import Matriks
from cascading.renstra import tabel_program, tabel_target
from cascading.renstra_pohon import baca_renstra
from kinerja.models import Pohon
from laporan.cetakan import Cetakan
from laporan.identitas import TITIK_TANGGAL, kop, nama_lengkap, penanda, waktu
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
    """The document as it would be printed on that day."""
    lembaga = pohon.perangkat_daerah
    status = str(pohon.get_status_display())
    judul = (f"{matriks.judul} {pohon.judul}".strip(), nama_lengkap(lembaga, pada),
             _masa(pohon))  # fmt: skip
    tempat = lembaga.tempat or lembaga.pemda_atau_diri().tempat or TITIK_TANGGAL
    return Naskah(
        matriks=matriks,
        kop=kop(lembaga, pada),
        judul=judul,
        kaki=f"{' '.join(judul)} · status {status} · data per {waktu(pohon.diubah_pada)}, "
        f"versi {pohon.versi}",
        tempat_tanggal=f"{tempat}, {TITIK_TANGGAL}",
        kanan=penanda(lembaga, pada)[1],
        konsep=True,  # approval freezes the cascading, not this table
        status=status,
        diubah=timezone.localtime(pohon.diubah_pada).isoformat(timespec="seconds"),
        penulis=judul[1],
    )


def _masa(pohon: Pohon) -> str:
    tahun = pohon.periode.daftar_tahun()
    return f"Tahun {tahun[0]}-{tahun[-1]}"
