"""What the public page says of a document: what, who, when, valid or superseded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from axes.helpers import get_client_ip_address
from django.core.cache import cache
from django.http import HttpRequest

from laporan.aturan.keaslian import sidik
from laporan.models import BerkasDokumen, Dokumen
from laporan.pengesahan import minta_cetakan
from laporan.pengesahan_ukur import kalimat_berubah
from laporan.perubahan_angka import perubahan_angka
from laporan.pilihan import JenisBerkas, JenisDokumen, SebabGanti

SEMENIT = 60
PERTANYAAN_SEMENIT = 60
"""Per address: plenty for a desk of evaluators, nothing for who tries codes."""


@dataclass(frozen=True)
class LembarVerifikasi:
    """``pihak`` as printed, without personal numbers; ``perubahan`` says which numbers of a
    planning document, or that some of a quarter, are others by now; ``berkas`` without the bytes.
    """

    dokumen: Dokumen
    pihak: list[dict[str, str]]
    persetujuan: str
    utuh: bool
    pengganti: Dokumen | None
    digantikan: bool
    berkas: list[BerkasDokumen]
    perubahan: str = ""


@dataclass(frozen=True)
class HasilBanding:
    """What a dropped file turned out to be; ``sidik`` is its SHA-256."""

    sidik: str
    berkas: BerkasDokumen | None
    milik_lain: bool


def lembar_verifikasi(kode: str) -> LembarVerifikasi | None:
    """Three queries. None when there is no such document."""
    daftar = Dokumen.objects.select_related("perangkat_daerah__pemda", "pengganti")
    dokumen = daftar.filter(kode=kode).first()
    if dokumen is None:
        return None
    pengganti = getattr(dokumen, "pengganti", None)
    return LembarVerifikasi(
        dokumen=dokumen,
        pihak=list(dokumen.cuplikan.get("para_pihak", [])),
        persetujuan=str(dokumen.cuplikan.get("persetujuan", "")),
        utuh=dokumen.utuh,
        pengganti=pengganti,
        digantikan=pengganti is not None and pengganti.sebab_ganti != SebabGanti.PEJABAT_BARU,
        berkas=_berkas(dokumen),
        perubahan=_perubahan(dokumen),
    )


def _perubahan(dokumen: Dokumen) -> str:
    if dokumen.jenis == JenisDokumen.PENGUKURAN:
        return kalimat_berubah(dokumen)
    return perubahan_angka(dokumen).kalimat


def _berkas(dokumen: Dokumen) -> list[BerkasDokumen]:
    """Without the bytes. Nothing is drawn for a guest: the worker is asked for a missing print."""
    daftar = list(dokumen.berkas.defer("isi").order_by("ditambah_pada", "pk"))
    if not any(b.jenis == JenisBerkas.CETAK for b in daftar):
        minta_cetakan(dokumen)
    return daftar


def bandingkan(potongan: Iterable[bytes], dokumen: int | None) -> HasilBanding:
    """Look a file up by its fingerprint; its bytes go nowhere."""
    jejak = sidik(b"".join(potongan))
    daftar = BerkasDokumen.objects.defer("isi").select_related("dokumen").filter(sha256=jejak)
    sendiri = daftar.filter(dokumen=dokumen).first() if dokumen else None
    berkas = sendiri or daftar.order_by("-pk").first()
    return HasilBanding(jejak, berkas, bool(dokumen and berkas and not sendiri))


def terlalu_sering(request: HttpRequest) -> bool:
    """Counts this question to its address."""
    alamat: Any = get_client_ip_address(request)
    kunci = f"verifikasi:{alamat}"
    cache.add(kunci, 0, SEMENIT)
    try:
        return cache.incr(kunci) > PERTANYAAN_SEMENIT
    except ValueError:  # ran out in this moment
        return False
