"""The frame around a table of a document: letterhead, title, foot, who signs. Reads only."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from cascading.matriks import Matriks
from kinerja.models import Pohon
from laporan.identitas import TITIK_TANGGAL, kop, nama_lengkap, penanda, waktu
from laporan.pdf.naskah import Naskah


def naskah_tabel(
    pohon: Pohon, matriks: Matriks, *, masa: str, pada: date, status: str = "", **isi: Any
) -> Naskah:
    """As it would be printed on that day. The head of the agency signs on the right; ``isi`` are
    fields of Naskah that stand otherwise.
    """
    lembaga = pohon.perangkat_daerah
    status = status or str(pohon.get_status_display())
    judul = (f"{matriks.judul} {pohon.judul}".strip(), nama_lengkap(lembaga, pada), masa)
    tempat = lembaga.tempat or lembaga.pemda_atau_diri().tempat or TITIK_TANGGAL
    bingkai: dict[str, Any] = {
        "judul": judul,
        "kaki": f"{' '.join(judul)} · status {status} · data per {waktu(pohon.diubah_pada)}, "
        f"versi {pohon.versi}",
        "tempat_tanggal": f"{tempat}, {TITIK_TANGGAL}",
        "kanan": penanda(lembaga, pada)[1],
        "konsep": True,
        "status": status,
        "diubah": timezone.localtime(pohon.diubah_pada).isoformat(timespec="seconds"),
        "penulis": judul[1],
    }
    return Naskah(matriks=matriks, kop=kop(lembaga, pada), **bingkai | isi)


def masa_periode(pohon: Pohon) -> str:
    tahun = pohon.periode.daftar_tahun()
    return f"Tahun {tahun[0]}-{tahun[-1]}"
