"""What IKU documents have for somebody: to verify, to approve, or back for repair."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from iku.aturan.tangga import langkah_terbuka
from iku.models import DokumenIku
from iku.pilihan import StatusDokumen
from kinerja.kerja_saya import Butir, Kelompok, Saya
from kinerja.models import Pengaturan
from kinerja.wewenang import pelaku

KERJA = {"verifikasi": "Verifikasi", "setujui": "Setujui", "berlakukan": "Nyatakan berlaku"}
JALAN = (
    StatusDokumen.DIAJUKAN, StatusDokumen.DIKEMBALIKAN, StatusDokumen.DIVERIFIKASI,
    StatusDokumen.DISETUJUI,
)  # fmt: skip


def dokumen_iku(saya: Saya) -> list[Butir]:
    """One query."""
    daftar = DokumenIku.objects.terlihat_oleh(saya.pengguna).filter(status__in=JALAN)
    semua = daftar.select_related(
        "perangkat_daerah__pengaturan", "perangkat_daerah__pemda__pengaturan", "periode"
    ).defer("perangkat_daerah__lambang", "perangkat_daerah__pemda__lambang")
    return [b for d in semua.order_by("-diubah_pada", "-pk") for b in _butir(saya, d)]


def _butir(saya: Saya, dokumen: Any) -> Iterator[Butir]:
    """Who takes a step is asked of the agency, which a planning document has too."""
    lembaga = dokumen.perangkat_daerah
    nama, alamat = f"{dokumen} {lembaga}", reverse("iku", args=[dokumen.pk])
    pengaturan: Pengaturan | None = getattr(lembaga.pemda_atau_diri(), "pengaturan", None)
    wajib = bool(pengaturan and pengaturan.perlu_verifikasi)
    sebagai = pelaku(saya.pengguna, dokumen, saya.hari, saya.penyetuju(lembaga))
    terbuka = {s.kata_kerja for s in langkah_terbuka(dokumen.status, sebagai, wajib)}
    if dokumen.status == StatusDokumen.DIKEMBALIKAN and "ajukan" in terbuka:
        yield Butir(Kelompok.KEMBALI, nama, alamat, dokumen.alasan, dokumen.diubah_pada)
    for kata in (k for kerja, k in KERJA.items() if kerja in terbuka):
        yield Butir(Kelompok.PUTUSAN, f"{kata} {nama}", alamat, pada=dokumen.diubah_pada)
