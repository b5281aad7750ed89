"""Signing adds files: a scan of the signed print, or a PDF signed electronically."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction

from cascading.models import PerjanjianKinerja
from cascading.pilihan import StatusPerjanjian
from kinerja.aturan.temuan import tolak, tolak_bila
from laporan.aturan.berkas_masuk import periksa_pindaian, tipe_berkas
from laporan.jangkar import jangkar_tte
from laporan.models import BerkasDokumen, Dokumen
from laporan.pdf.tanda_tangan import (
    SertifikatDitolak,
    TandaTangan,
    TandaTanganRusak,
    baca_tanda_tangan,
    tandatangani,
)
from laporan.pengesahan import pastikan_cetakan
from laporan.pilihan import JenisBerkas, JenisDokumen

if TYPE_CHECKING:
    from kinerja.models import Pengguna

TANPA_CABUT = "Pencabutan sertifikat tidak diperiksa."


def simpan_bertanda_tangan(
    p: PerjanjianKinerja, isi: bytes, *, nama: str, oleh: Pengguna, pada: datetime
) -> BerkasDokumen:
    """File it with the frozen document; an agreed agreement is in force from then on.

    Raises AturanDilanggar: not agreed yet, no scan, a broken signature or one of nobody known.
    """
    dokumen = _dokumen(p)
    tolak_bila(periksa_pindaian(isi))
    try:
        ttd = baca_tanda_tangan(isi, jangkar_tte(), daring=settings.TTE_DARING)
    except TandaTanganRusak as galat:
        raise tolak(
            "TTE_RUSAK", f"{galat} Minta berkas yang asli dari penandatangannya."
        ) from galat
    if ttd:
        tolak_bila_rusak(ttd)
        kalimat = kalimat_tte(ttd, lanjutan=isi.startswith(bytes(pastikan_cetakan(dokumen).isi)))
        jenis = JenisBerkas.TTE
    else:
        kalimat = [f"Pindaian, disimpan oleh {oleh}; tanda tangannya tidak diperiksa mesin."]
        jenis = JenisBerkas.PINDAIAN
    lain: dict[str, Any] = {"jenis": jenis, "nama": nama, "tipe": tipe_berkas(isi)}
    lain["keterangan"] = {"kalimat": kalimat}
    return _simpan(p, dokumen, isi, lain, oleh, pada)


def tandatangani_perjanjian(
    p: PerjanjianKinerja, p12: bytes, sandi: str, *, oleh: Pengguna, pada: datetime
) -> BerkasDokumen:
    """Sign the last signed file, else the print, with a certificate that is used and forgotten."""
    dokumen = _dokumen(p)
    akhir = dokumen.berkas.filter(jenis=JenisBerkas.TTE).order_by("-ditambah_pada", "-pk").first()
    asal = bytes((akhir or pastikan_cetakan(dokumen)).isi)
    try:
        isi = tandatangani(asal, p12, sandi, alasan=dokumen.judul, tempat=p.tempat)
    except SertifikatDitolak as galat:
        raise tolak("SERTIFIKAT_DITOLAK", str(galat)) from galat
    ttd = baca_tanda_tangan(isi, jangkar_tte(), daring=settings.TTE_DARING)
    kalimat = kalimat_tte(ttd, lanjutan=True)
    lain: dict[str, Any] = {"jenis": JenisBerkas.TTE, "nama": f"{dokumen.judul} (TTE).pdf"}
    lain["keterangan"] = {"kalimat": kalimat}
    return _simpan(p, dokumen, isi, lain, oleh, pada)


def tolak_bila_rusak(ttd: list[TandaTangan]) -> None:
    for satu in ttd:
        if not satu.utuh:
            pesan = f"Tanda tangan {satu.nama} rusak: berkas berubah sesudah ditandatangani."
            raise tolak("TTE_RUSAK", pesan)
        if satu.terpercaya is False:
            pesan = (
                f"Sertifikat {satu.nama} tidak berasal dari penerbit yang dipercaya; minta admin "
                "memeriksa jangkar kepercayaan, atau tandatangani dengan sertifikat lain."
            )
            raise tolak("TTE_TIDAK_DIPERCAYA", pesan)


def kalimat_tte(ttd: list[TandaTangan], *, lanjutan: bool) -> list[str]:
    """What was found, for page and verification."""
    hasil = [
        f"Ditandatangani {t.nama}, isi utuh, "
        + ("rantai sertifikat dipercaya." if t.terpercaya else
           "rantai sertifikat belum diperiksa: jangkar kepercayaan belum diatur.")
        for t in ttd
    ]  # fmt: skip
    if not lanjutan:
        hasil.append("Bukan kelanjutan cetakan yang dibekukan; bandingkan isinya.")
    return [*hasil, *([] if all(t.pencabutan for t in ttd) else [TANPA_CABUT])]


def _dokumen(p: PerjanjianKinerja) -> Dokumen:
    dokumen = Dokumen.objects.dari(JenisDokumen.PERJANJIAN, p.pk)
    if dokumen is None or p.status == StatusPerjanjian.DIGANTIKAN:
        kata = StatusPerjanjian(p.status).label
        raise tolak("BELUM_DISETUJUI", f"Perjanjian yang {kata} tidak menerima tanda tangan.")
    return dokumen


def _simpan(
    p: PerjanjianKinerja,
    dokumen: Dokumen,
    isi: bytes,
    lain: dict[str, Any],
    oleh: Pengguna,
    pada: datetime,
) -> BerkasDokumen:
    with transaction.atomic():
        berkas = BerkasDokumen.tambah(dokumen, isi, oleh=oleh, pada=pada, **lain)
        if p.status == StatusPerjanjian.DISETUJUI:
            p.berlakukan(oleh=oleh, pada=pada)
    return berkas
