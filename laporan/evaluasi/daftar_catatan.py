"""The list of notes: narrowed, counted, in pages. A fixed number of queries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Case, Count, F, IntegerField, Q, When

from kinerja.aturan.alamat import angka_alamat
from kinerja.models import Pengguna, PerangkatDaerah
from laporan.aturan.catatan import BERJALAN, MENUNGGU_LEMBAGA
from laporan.models import Catatan
from laporan.models.catatan import CatatanQuerySet
from laporan.pilihan import StatusCatatan

SEHALAMAN = 50
LEWAT, BERJALAN_SEMUA = "LEWAT", "BERJALAN"
KEADAAN = (
    (BERJALAN_SEMUA, "Belum selesai"),
    (LEWAT, "Lewat tenggat"),
    *StatusCatatan.choices,
)


@dataclass(frozen=True)
class Saringan:
    """``keadaan`` is a status, BERJALAN or LEWAT; 0 and "" narrow nothing."""

    keadaan: str = ""
    lembaga: int = 0
    tahun: int = 0

    @classmethod
    def baca(cls, isi: Mapping[str, str]) -> Saringan:
        keadaan, lembaga, tahun = (isi.get(k, "") for k in ("keadaan", "lembaga", "tahun"))
        return cls(
            keadaan if keadaan in dict(KEADAAN) else "",
            angka_alamat(lembaga),
            int(tahun) if tahun.isdecimal() and len(tahun) == 4 else 0,
        )

    @property
    def alamat(self) -> str:
        """For links, with "&" at its end; "" where nothing is narrowed."""
        isi = {"keadaan": self.keadaan, "lembaga": self.lembaga, "tahun": self.tahun}
        ada = {k: v for k, v in isi.items() if v}
        return f"{urlencode(ada)}&" if ada else ""

    def saring(self, daftar: CatatanQuerySet, hari: date) -> CatatanQuerySet:
        if self.keadaan == LEWAT:
            daftar = daftar.lewat(hari)
        elif self.keadaan == BERJALAN_SEMUA:
            daftar = daftar.berjalan()
        elif self.keadaan:
            daftar = daftar.filter(status=self.keadaan)
        if self.lembaga:
            daftar = daftar.filter(perangkat_daerah=self.lembaga)
        return daftar.filter(tahun=self.tahun) if self.tahun else daftar


@dataclass(frozen=True)
class DaftarCatatan:
    """``baris`` in the order in which they are due, closed ones last; ``terlihat`` are all that
    the user may see.
    """

    baris: CatatanQuerySet
    terlihat: CatatanQuerySet
    hari: date
    lembaga: list[PerangkatDaerah]

    def halaman(self, nomor: str) -> dict[str, Any]:
        """What the page shows: five queries."""
        halaman = Paginator(self.baris, SEHALAMAN).get_page(nomor)
        tahun = self.terlihat.order_by("-tahun").values_list("tahun", flat=True).distinct()
        return {
            "halaman": halaman,
            "baris": [(c, c.lewat(self.hari)) for c in halaman],
            "keadaan": KEADAAN,
            "lembaga": self.lembaga,
            "daftar_tahun": list(tahun),
        }


def daftar_catatan(pengguna: Pengguna, saringan: Saringan, hari: date) -> DaftarCatatan:
    terlihat = Catatan.objects.terlihat_oleh(pengguna)
    lembaga = PerangkatDaerah.objects.terlihat_oleh(pengguna).defer("lambang").order_by("nama")
    baris = saringan.saring(terlihat.lengkap(), hari)
    berjalan = When(status__in=[str(s) for s in BERJALAN], then=0)
    ditutup = Case(berjalan, default=1, output_field=IntegerField())
    urut = baris.order_by(ditutup, F("tenggat").asc(nulls_last=True), "-pada", "-pk")
    return DaftarCatatan(urut, terlihat, hari, list(lembaga))


def catatan_lembaga(lembaga: PerangkatDaerah, saringan: Saringan, hari: date) -> CatatanQuerySet:
    """Those of an agency; of a pemda with all its agencies unless one was chosen."""
    milik = Q(perangkat_daerah=lembaga)
    if not saringan.lembaga:
        milik |= Q(perangkat_daerah__pemda=lembaga)
    return saringan.saring(Catatan.objects.lengkap().filter(milik), hari)


def hitung_catatan(lembaga: list[int], hari: date) -> dict[int, tuple[int, int, int]]:
    """By agency: how many run, wait for the agency, are late. One query."""
    berjalan = [str(s) for s in BERJALAN]
    menunggu = Q(status__in=[str(s) for s in MENUNGGU_LEMBAGA])
    baris = (
        Catatan.objects.filter(perangkat_daerah__in=lembaga)
        .values("perangkat_daerah")
        .annotate(
            banyak=Count("pk", filter=Q(status__in=berjalan)),
            ditunggu=Count("pk", filter=menunggu),
            telat=Count("pk", filter=menunggu & Q(tenggat__lt=hari)),
        )
    )
    return {b["perangkat_daerah"]: (b["banyak"], b["ditunggu"], b["telat"]) for b in baris}
