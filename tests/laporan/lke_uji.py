"""Sheets in the states that tests need."""

from __future__ import annotations

import json
from typing import Any

from django.test import Client
from django.urls import reverse

from kinerja.models import Pengguna, PerangkatDaerah
from laporan.aturan.bawaan_lke import instrumen_bawaan
from laporan.aturan.lke import Instrumen
from laporan.evaluasi.instrumen_lke import muat_instrumen
from laporan.evaluasi.langkah_lke import langkahkan_lke
from laporan.models import Lke, SelLke, Sisi, VersiLke
from tests.factories import PADA

TAHUN = 2024
T, B, L = "TERPENUHI", "BELUM", "TIDAK_BERLAKU"


def buat_versi(
    pemda: PerangkatDaerah, oleh: Pengguna, instrumen: Instrumen | None = None, **isi: Any
) -> VersiLke:
    data = {"nama": "Instrumen uji", "tahun_mulai": 2020} | isi
    return muat_instrumen(pemda, instrumen or instrumen_bawaan(), oleh=oleh, pada=PADA, **data)


def buat_lke(dinas: PerangkatDaerah, oleh: Pengguna, tahun: int = TAHUN, **isi: Any) -> Lke:
    versi = isi.pop("versi", None) or VersiLke.objects.filter(pemda=dinas.pemda).first()
    versi = versi or buat_versi(dinas.pemda, oleh)
    return Lke.mulai(dinas, tahun, versi, oleh=oleh, pada=PADA)


def jawab(lke: Lke, oleh: Pengguna, jawaban: str = T, kecuali: dict[str, str] | None = None) -> Lke:
    """The agency's answer to every criterion."""
    return _isi(lke, oleh, Sisi.LEMBAGA, "mandiri", jawaban, kecuali)


def nilai(lke: Lke, oleh: Pengguna, jawaban: str = T, kecuali: dict[str, str] | None = None) -> Lke:
    """The evaluator's value of every criterion, with a note where it differs."""
    _isi(lke, oleh, Sisi.PENILAI, "penilaian", jawaban, kecuali)
    for j in lke.jawaban.all():
        if j.mandiri != j.penilaian and not j.catatan_penilai:
            isi = [SelLke(j.kode, "catatan_penilai", "", "Bukti tidak cukup.")]
            lke.isi(isi, sisi=Sisi.PENILAI, oleh=oleh, pada=PADA)
    return lke


def _isi(
    lke: Lke, oleh: Pengguna, sisi: Sisi, medan: str, jawaban: str, kecuali: dict[str, str] | None
) -> Lke:
    daftar = [
        SelLke(j.kode, medan, getattr(j, medan), (kecuali or {}).get(j.kode, jawaban))
        for j in lke.jawaban.all()
    ]
    lke.isi(daftar, sisi=sisi, oleh=oleh, pada=PADA)
    return lke


def langkah(lke: Lke, kata_kerja: str, oleh: Pengguna, **isi: Any) -> Lke:
    lke.refresh_from_db()
    langkahkan_lke(lke, kata_kerja, **{"versi": lke.versi, "oleh": oleh, "pada": PADA} | isi)
    return lke


def diajukan(dinas: PerangkatDaerah, oleh: Pengguna, **isi: Any) -> Lke:
    return langkah(jawab(buat_lke(dinas, oleh, **isi), oleh), "ajukan", oleh)


def final(
    dinas: PerangkatDaerah, oleh: Pengguna, evaluator: Pengguna,
    kecuali: dict[str, str] | None = None, **isi: Any,
) -> Lke:  # fmt: skip
    lke = diajukan(dinas, oleh, **isi)
    return langkah(nilai(lke, evaluator, kecuali=kecuali), "finalkan", evaluator)


def ke(lke: Lke, nama: str = "", *lain: Any) -> str:
    """An address of the sheet."""
    return reverse(f"lke-{nama}" if nama else "lke", args=[lke.pk, *lain])


def kirim(
    client: Client, lke: Lke, kode: str = "1", lama: dict[str, str] | None = None, **medan: str
) -> Any:
    """The form of a component; m_1_a_1 is the field m-1.a.1."""
    data = {nama.replace("_", "-", 1).replace("_", "."): teks for nama, teks in medan.items()}
    return client.post(ke(lke, "komponen", kode), data | {"lama": json.dumps(lama or {})})


def kirim_langkah(client: Client, lke: Lke, benda: str, **data: str) -> Any:
    """A step from the screen as it is now."""
    lke.refresh_from_db()
    return client.post(ke(lke, benda), {"versi": lke.versi} | data)
