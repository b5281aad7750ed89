"""What agreements and crosscutting have for somebody, and what an agency owes of agreements."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.db.models import CharField, Count, OuterRef, Q, Subquery, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse

from cascading.aturan.perjanjian import BERJALAN
from cascading.lintas_dokumen import PENJAWAB
from cascading.models import Crosscutting, PerjanjianKinerja
from cascading.pilihan import StatusLintas, StatusPerjanjian
from cascading.wewenang_perjanjian import menyusun_perjanjian
from kinerja.kerja_saya import Butir, Kelompok, Saya
from kinerja.models import Pemberitahuan, PerangkatDaerah
from kinerja.pilihan import JenisJabatan, JenisPemberitahuan, Peran
from kinerja.tertunda import Tertunda

S = StatusPerjanjian


def perjanjian(saya: Saya) -> list[Butir]:
    """Agreements that wait for the holder of the superior position, or came back. One query."""
    terlihat = PerangkatDaerah.objects.terlihat_oleh(saya.pengguna)
    atas = Q(jabatan__atasan__in=saya.kursi) | Q(
        jabatan__in=saya.kursi, jabatan__jenis=JenisJabatan.KEPALA_DAERAH
    )
    kembali = Q(jabatan__in=saya.kursi) | Q(perangkat_daerah__in=terlihat)
    kabar = Pemberitahuan.objects.filter(
        penerima=saya.pengguna, jenis=JenisPemberitahuan.PERJANJIAN,
        alamat=Concat(Value("/perjanjian/"), Cast(OuterRef("pk"), CharField()), Value("/")),
    )  # fmt: skip
    daftar = (
        PerjanjianKinerja.objects.filter(
            Q(atas, status=S.DIAJUKAN) | Q(kembali, status=S.DIKEMBALIKAN)
        )
        .annotate(sejak=Subquery(kabar.order_by("-pada").values("pada")[:1]))
        .lengkap()
    )
    return [b for p in daftar.order_by("-tahun", "-pk") for b in _perjanjian(saya, p)]


def _perjanjian(saya: Saya, p: Any) -> Iterator[Butir]:
    """``sejak``: when the user was told of it last; an agreement keeps no time of its steps."""
    alamat = reverse("perjanjian", args=[p.pk])
    if p.status == S.DIAJUKAN:
        yield Butir(Kelompok.PUTUSAN, f"Setujui {p}", alamat, str(p.perangkat_daerah), p.sejak)
    elif p.jabatan_id in saya.kursi or menyusun_perjanjian(saya.pengguna, p.perangkat_daerah):
        yield Butir(Kelompok.KEMBALI, str(p), alamat, p.alasan, p.sejak)


def permintaan(saya: Saya) -> list[Butir]:
    """Crosscutting that waits for an answer of the user's side. One query."""
    peran = saya.pengguna.daftar_keanggotaan()
    lembaga = {k.perangkat_daerah_id for k in peran if k.peran in PENJAWAB and k.menyeluruh}
    unit = {k.unit_id for k in peran if k.unit_id and k.peran in PENJAWAB | {Peran.PEJABAT}}
    if not lembaga | unit:
        return []
    milik = Q(diminta__in=lembaga) | Q(unit__in=unit)
    daftar = Crosscutting.objects.filter(milik, status=StatusLintas.MENUNGGU).lengkap()
    return [
        Butir(
            Kelompok.PERMINTAAN, f"Crosscutting dari {c.perangkat_daerah}: {c.isi[:160]}",
            reverse("crosscutting", args=[c.pk]), f"Kepada {c.kepada}", c.diminta_pada,
        )
        for c in daftar.order_by("-diminta_pada", "-pk")
    ]  # fmt: skip


def perjanjian_tertunda(
    lembaga: Collection[int], tahun: int, hari: date
) -> dict[int, list[Tertunda]]:
    """Agreements of the year that are not agreed, or agreed and not in force. One query."""
    semua = PerjanjianKinerja.objects.filter(perangkat_daerah__in=lembaga, tahun=tahun)
    kolom = semua.order_by().values("perangkat_daerah").annotate(
        belum=Count("pk", filter=Q(status__in=BERJALAN)),
        tunggu=Count("pk", filter=Q(status=S.DISETUJUI)),
    )  # fmt: skip
    hasil: dict[int, list[Tertunda]] = {}
    for pk, belum, tunggu in kolom.values_list("perangkat_daerah", "belum", "tunggu"):
        kata = ((belum, "belum disetujui"), (tunggu, "disetujui, belum dinyatakan berlaku"))
        isi = ", ".join(f"{n} {k}" for n, k in kata if n)
        alamat = f"{reverse('perjanjian-daftar', args=[pk])}?tahun={tahun}"
        hasil[pk] = [Tertunda(f"Perjanjian Kinerja {tahun}: {isi}", alamat)] if isi else []
    return hasil
