"""Crosscutting as pages show it: each request with the boxes at its ends, in force."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from cascading.aturan.lintas import BERJALAN, JENIS, Sisi
from cascading.models import Crosscutting
from cascading.tautan_dokumen import kotak_berlaku
from kinerja.models import Pengguna, PerangkatDaerah, Simpul
from kinerja.pilihan import Peran

PENJAWAB = frozenset({Peran.PERENCANA, Peran.KEPALA})


@dataclass(frozen=True)
class Lintas:
    """A request, the box that asks and the one that answers; None when a box is deleted."""

    isi: Crosscutting
    kotak: Simpul | None
    jawaban: Simpul | None


def dengan_kotak(daftar: Iterable[Crosscutting]) -> list[Lintas]:
    """One query more than the rows themselves, however many there are of one pemda."""
    semua = list(daftar)
    kotak: dict[UUID, list[Simpul]] = {}
    for pemda in dict.fromkeys(c.perangkat_daerah.pemda_atau_diri() for c in semua):
        milik = [c for c in semua if c.perangkat_daerah.pemda_atau_diri() == pemda]
        uid = {u for c in milik for u in (c.simpul_uid, c.jawaban_uid) if u is not None}
        kotak |= kotak_berlaku(pemda, uid, JENIS)

    def milik_lembaga(uid: UUID | None, lembaga: int) -> Simpul | None:
        ada = kotak.get(uid, []) if uid else []
        return next((s for s in ada if s.pohon.perangkat_daerah_id == lembaga), None)

    return [
        Lintas(
            c,
            milik_lembaga(c.simpul_uid, c.perangkat_daerah_id),
            milik_lembaga(c.jawaban_uid, c.diminta_id),
        )
        for c in semua
    ]


def berjalan(lembaga: PerangkatDaerah, uid: Collection[UUID] | None = None) -> list[Crosscutting]:
    """Waiting or agreed, asked by an agency or answered by it (at these boxes only). One query."""
    minta, jawab = Q(perangkat_daerah=lembaga), Q(diminta=lembaga, jawaban_uid__isnull=False)
    if uid is not None:
        minta, jawab = minta & Q(simpul_uid__in=uid), jawab & Q(jawaban_uid__in=uid)
    daftar = Crosscutting.objects.filter(minta | jawab, status__in=BERJALAN)
    return list(daftar.lengkap().order_by("pk"))


def kalimat(lintas: Crosscutting, uid: UUID) -> str:
    """What a box says of a request: who contributes here, or whom it contributes to."""
    status = lintas.get_status_display().lower()
    if lintas.indikator_uid:
        status += ", indikator bersama"
    if lintas.simpul_uid == uid:
        return f"Didukung {lintas.kepada} ({status})"
    return f"Mendukung {lintas.perangkat_daerah} ({status})"


def sisi(pengguna: Pengguna, lintas: Crosscutting, kotak: Simpul | None) -> frozenset[Sisi]:
    """The sides that the user stands for: edits the asking box; answers for agency or unit."""
    hasil = set()
    if pengguna.menyusun(lintas.perangkat_daerah, kotak):
        hasil.add(Sisi.PEMINTA)
    if any(
        k.perangkat_daerah_id == lintas.diminta_id
        and (
            (k.peran in PENJAWAB and k.menyeluruh)
            or (lintas.unit_id is not None and k.unit_id == lintas.unit_id and k.cabang is None
                and k.peran in PENJAWAB | {Peran.PEJABAT})
        )
        for k in pengguna.daftar_keanggotaan()
    ):  # fmt: skip
        hasil.add(Sisi.DIMINTA)
    return frozenset(hasil)
