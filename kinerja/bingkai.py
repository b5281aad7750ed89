"""What the frame around every page says: who is here, for which agency, and where one can go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject

from kinerja.models import Pemberitahuan, Pengguna
from kinerja.pilihan import Peran

ADMIN = frozenset({Peran.ADMIN_PD, Peran.ADMIN_PEMDA})
PERENCANA = frozenset({Peran.PERENCANA})
EVALUASI = frozenset(
    {Peran.INSPEKTORAT, Peran.BAPPEDA, Peran.BAGIAN_ORGANISASI, Peran.PIMPINAN_PEMDA}
) | {Peran.PERENCANA, Peran.KEPALA}
"""Who judges, and who answers."""
SEMUA: frozenset[Peran] = frozenset()
MENU = (
    ("beranda", "Beranda", "beranda", SEMUA),
    ("pohon-daftar", "Dokumen perencanaan", "pohon", SEMUA),
    ("iku-daftar", "IKU", "dokumen", SEMUA),
    ("perjanjian-saya", "Perjanjian", "dokumen", SEMUA),
    ("dasbor", "Dasbor", "grafik", SEMUA),
    ("kualitas", "Cek kualitas", "baik", SEMUA),
    ("evaluasi", "Evaluasi", "cari", EVALUASI),
    ("impor", "Impor", "impor", PERENCANA),
    ("pengaturan", "Pengaturan", "pengaturan", ADMIN),
)
"""URL name, words, icon, roles (none: everyone). A name without address is left out."""
CABANG = {
    "pohon-daftar": ("/simpul/", "/crosscutting/", "/penjenjangan/"),
    "evaluasi": ("/lke/",),
}
"""Addresses that belong to a menu item without standing below it."""


@dataclass(frozen=True)
class Butir:
    """One item of the main menu; ``aktif`` is the value of aria-current, "" elsewhere."""

    alamat: str
    nama: str
    ikon: str
    aktif: str


@dataclass(frozen=True)
class Bingkai:
    """The words of the frame. Empty for guests. ``belum_dibaca`` counts what one is told."""

    keterangan: str = ""
    nama_pemda: str = ""
    nama_pengguna: str = ""
    inisial: str = ""
    peran: str = ""
    menu: tuple[Butir, ...] = ()
    perencana: bool = False
    belum_dibaca: int = 0


def bingkai(request: HttpRequest) -> dict[str, Any]:
    """Context processor: ``bingkai`` in every template, read only when a template asks."""
    return {"bingkai": SimpleLazyObject(lambda: susun(request))}


def susun(request: HttpRequest) -> Bingkai:
    """The frame of this request; costs two queries: the user's memberships and what is unread."""
    pengguna = getattr(request, "user", None)
    if not isinstance(pengguna, Pengguna):
        return Bingkai()
    daftar = pengguna.daftar_keanggotaan()
    lembaga = list(dict.fromkeys(k.perangkat_daerah for k in daftar))
    pemda = {p.pemda_atau_diri().nama for p in lembaga}
    nama = " · ".join(p.nama for p in lembaga[:1])
    lain = f" dan {len(lembaga) - 1} lainnya" if len(lembaga) > 1 else ""
    return Bingkai(
        keterangan=nama + lain,
        nama_pemda=", ".join(sorted(pemda)),
        nama_pengguna=str(pengguna),
        inisial=pengguna.inisial,
        peran=", ".join(dict.fromkeys(str(k.get_peran_display()) for k in daftar)),
        menu=_menu(request, {k.peran for k in daftar}),
        perencana=any(k.peran in PERENCANA for k in daftar),
        belum_dibaca=Pemberitahuan.objects.terlihat_oleh(pengguna).belum_dibaca().count(),
    )


def _menu(request: HttpRequest, peran: set[str]) -> tuple[Butir, ...]:
    hasil = []
    for nama_url, kata, ikon, untuk in MENU:
        if (alamat := _alamat(nama_url)) and (not untuk or untuk & peran):
            cabang = (alamat, *CABANG.get(nama_url, ()))
            hasil.append(Butir(alamat, kata, ikon, _aktif(request.path, cabang)))
    return tuple(hasil)


def _alamat(nama_url: str) -> str:
    try:
        return reverse(nama_url)
    except NoReverseMatch:
        return ""


def _aktif(di: str, cabang: tuple[str, ...]) -> str:
    if di == cabang[0]:
        return "page"
    return "true" if cabang[0] != "/" and di.startswith(cabang) else ""
