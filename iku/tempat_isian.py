"""What stands in an empty field of a narrative: the words that the planning document gives."""

from __future__ import annotations

from uuid import UUID

from iku.aturan.isi import IsiIku
from iku.baca import baca_dokumen
from iku.models import DokumenIku


def tempat_isian(dokumen: DokumenIku, uid: UUID) -> dict[str, str]:
    """By field, as text; nothing for fields that only people fill."""
    isi = baca_dokumen(dokumen, tanpa_uraian=uid)
    milik = next((i for i in isi.iku if i.uid == str(uid)), None)
    return _teks(milik) if milik else {}


def _teks(i: IsiIku) -> dict[str, str]:
    komponen = [" | ".join(b for b in (k.nama, k.indikator, k.menjadi) if b) for k in i.komponen]
    pecahan = i.pecahan
    return {
        "judul": i.judul,
        "tujuan": i.tujuan,
        "sasaran": i.sasaran,
        "program": "\n".join(i.program),
        "komponen": "\n".join(komponen),
        "pembilang": pecahan.pembilang if pecahan else "",
        "penyebut": pecahan.penyebut if pecahan else "",
        "pengali": pecahan.pengali if pecahan else "",
        "ket": i.ket,
        "sebutan_lampiran": i.sebutan_lampiran,
        "cara": i.cara,
    }
