"""Accounts and agreements of the small office, submitted and agreed."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from cascading.models import PerjanjianKinerja
from cascading.pembuatan_perjanjian import buat_perjanjian
from kinerja.models import Pengguna
from kinerja.pilihan import Peran
from laporan.models import Dokumen
from laporan.naskah_perjanjian import siap_cetak
from laporan.pengesahan import sahkan_perjanjian
from tests.cascading.perjanjian_uji import TAHUN, Kantor
from tests.factories import PADA, buat_pengguna

HARI = PADA.date()


def akun(kantor: Kantor, kunci: str, peran: Peran = Peran.PEJABAT) -> Pengguna:
    """The login of whoever holds a position."""
    jabatan = kantor.jabatan[kunci]
    pengguna = buat_pengguna(kunci, peran, di=jabatan.perangkat_daerah)
    pengguna.pegawai = jabatan.pejabat.get().pegawai
    pengguna.save()
    return pengguna


def lengkap(perjanjian: PerjanjianKinerja) -> PerjanjianKinerja:
    """Read anew, with what pages say of it."""
    return PerjanjianKinerja.objects.lengkap().get(pk=perjanjian.pk)


def diajukan(kantor: Kantor, kunci: str, oleh: Pengguna, **isi: Any) -> PerjanjianKinerja:
    """An agreement that waits for its superior."""
    baru = buat_perjanjian(kantor.jabatan[kunci], TAHUN, oleh=oleh, pada=PADA, **isi)
    siap = siap_cetak(lengkap(baru), HARI)
    baru.ajukan(dilihat=siap.sidik, kini=siap.sidik, temuan=siap.temuan, oleh=oleh, pada=PADA)
    return lengkap(baru)


def disahkan(perjanjian: PerjanjianKinerja, oleh: Pengguna, **lain: Any) -> Dokumen:
    sidik = siap_cetak(perjanjian, HARI).sidik
    return sahkan_perjanjian(perjanjian, **{"dilihat": sidik, "oleh": oleh, "pada": PADA} | lain)


def ke(p: PerjanjianKinerja, benda: str) -> str:
    return reverse(f"perjanjian-{benda}", args=[p.pk])


def buka(client: Client, p: PerjanjianKinerja) -> tuple[Any, str]:
    """The page, and the fingerprint that its buttons carry."""
    jawab = client.get(reverse("perjanjian", args=[p.pk]))
    return jawab, jawab.context["lembar"].sidik


def kirim(client: Client, p: PerjanjianKinerja, benda: str, **isi: Any) -> Any:
    _, sidik = buka(client, p)
    return client.post(ke(p, benda), {"dilihat": sidik} | isi)


def status(p: PerjanjianKinerja) -> str:
    return PerjanjianKinerja.objects.get(pk=p.pk).status
