"""Whose the boxes of a document are: the one place that knows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Q

from kinerja.aturan.lingkup import dalam_lingkup
from kinerja.aturan.saring import Butir
from kinerja.models import Pejabat, Pengguna, Penugasan, PerangkatDaerah, Pohon


def mungkin_punya(pengguna: Pengguna, lembaga: PerangkatDaerah) -> bool:
    """Can boxes of this agency be the account's? Without a query."""
    return pengguna.pegawai_id is not None or bool(pengguna.lingkup_milik(lembaga))


def sebutan_milik(pengguna: Pengguna, lembaga: PerangkatDaerah) -> tuple[str, ...]:
    """The units and branches that roles of the account are narrowed to, by name."""
    daftar = pengguna.peran_terbatas(lembaga)
    nama = (k.unit.nama if k.unit else k.cabang.sebutan if k.cabang else "" for k in daftar)
    return tuple(dict.fromkeys(filter(None, nama)))


def kotak_milik(
    pohon: Pohon, pengguna: Pengguna, daftar: Sequence[Butir], akar: str, pada: date
) -> frozenset[int]:
    """Ids of the boxes that are the account's on a day.

    All of the unit or branch that a role is narrowed to, and the boxes that a position which the
    account holds that day answers for. ``akar`` is the uid of the hidden root. One query at most.
    """
    lingkup = pengguna.lingkup_milik(pohon.perangkat_daerah)
    return dalam_lingkup(daftar, akar, lingkup) | _ditugaskan(pohon, pengguna, pada)


def _ditugaskan(pohon: Pohon, pengguna: Pengguna, pada: date) -> frozenset[int]:
    if pengguna.pegawai_id is None:
        return frozenset()
    kini = Q(selesai__isnull=True) | Q(selesai__gte=pada)
    menjabat = Pejabat.objects.filter(kini, pegawai=pengguna.pegawai_id, mulai__lte=pada)
    tugas = Penugasan.objects.di(pohon).filter(jabatan__in=menjabat.values("jabatan"))
    return frozenset(tugas.values_list("simpul_id", flat=True))
