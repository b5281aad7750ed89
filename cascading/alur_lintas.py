"""A step of a crosscutting with everything that belongs to it: the other side is told."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.urls import reverse

from cascading.aturan.lintas import SELESAI
from cascading.lintas_dokumen import PENJAWAB
from cascading.models import Crosscutting
from kinerja.models import Keanggotaan, Pemberitahuan, Pengguna, PerangkatDaerah, Simpul, Unit
from kinerja.pilihan import JenisPemberitahuan, Peran
from kinerja.surel import kirim_nanti


@transaction.atomic
def minta(simpul: Simpul, *, oleh: Pengguna, pada: datetime, **isi: Any) -> Crosscutting:
    """Ask, and tell planners and head of the asked side."""
    lintas = Crosscutting.minta(simpul, **isi, oleh=oleh, pada=pada)
    _kabarkan(lintas, "minta", oleh=oleh, pada=pada)
    return lintas


@transaction.atomic
def langkahkan(
    lintas: Crosscutting, kata_kerja: str, *, oleh: Pengguna, pada: datetime, **isi: Any
) -> None:
    """Call a verb of the model (``setujui``, ``setujui_baru``, ``tolak``, ``tarik``), then tell."""
    getattr(lintas, kata_kerja)(**isi, oleh=oleh, pada=pada)
    _kabarkan(lintas, kata_kerja.removesuffix("_baru"), oleh=oleh, pada=pada)


def _kabarkan(lintas: Crosscutting, kata_kerja: str, *, oleh: Pengguna, pada: datetime) -> None:
    """The other side; both when a third one (or somebody of both) took the step."""
    siapa = _penjawab(lintas.diminta, lintas.unit)
    if kata_kerja != "minta":
        siapa |= _penjawab(lintas.perangkat_daerah, None) | {lintas.diminta_oleh_id}
    milik = {k.perangkat_daerah_id for k in oleh.daftar_keanggotaan()}
    if lintas.diminta_id in milik and lintas.diminta_id != lintas.perangkat_daerah_id:
        siapa -= _penjawab(lintas.diminta, lintas.unit)
    elif lintas.perangkat_daerah_id in milik and lintas.diminta_id != lintas.perangkat_daerah_id:
        siapa -= _penjawab(lintas.perangkat_daerah, None) | {lintas.diminta_oleh_id}
    teks = f"{lintas} {SELESAI[kata_kerja]}: {(lintas.alasan or lintas.isi)[:300]}"
    kirim_nanti(
        Pemberitahuan.objects.bulk_create(
            Pemberitahuan(
                penerima_id=penerima,
                alamat=reverse("crosscutting", args=[lintas.pk]),
                jenis=JenisPemberitahuan.CROSSCUTTING,
                oleh=oleh,
                teks=teks,
                pada=pada,
            )
            for penerima in sorted(siapa - {oleh.pk})
        )
    )


def _penjawab(lembaga: PerangkatDaerah, unit: Unit | None) -> set[int]:
    """Planners and head of an agency; of a unit those whose role is narrowed to it too."""
    boleh = Q(peran__in=PENJAWAB, unit=None, cabang=None)
    if unit is not None:
        boleh |= Q(peran__in=PENJAWAB | {Peran.PEJABAT}, unit=unit, cabang=None)
    daftar = Keanggotaan.objects.filter(boleh, perangkat_daerah=lembaga, pengguna__is_active=True)
    return set(daftar.values_list("pengguna_id", flat=True))
