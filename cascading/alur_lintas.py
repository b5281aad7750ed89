"""A step of a crosscutting with everything that belongs to it: the other side is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from cascading.aturan.lintas import SELESAI
from cascading.indikator_bersama import indikator_bersama
from cascading.lintas_dokumen import PENJAWAB
from cascading.models import Crosscutting, Kontribusi, SelKontribusi
from cascading.pilihan import StatusLintas
from kinerja.aturan.teks import cuplik
from kinerja.kabar import kabarkan, pemegang_peran
from kinerja.models import (
    Indikator,
    Pengguna,
    PerangkatDaerah,
    SelUkur,
    Simpul,
    Unit,
)
from kinerja.models.rencana_ukur import NILAI
from kinerja.pilihan import JenisPemberitahuan, Peran


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


@transaction.atomic
def isi_kontribusi(
    indikator: Indikator,
    lintas: Crosscutting | None,
    daftar: Sequence[SelKontribusi],
    *,
    tahun: int,
    oleh: Pengguna,
    pada: datetime,
) -> None:
    """Fill the part of one side; where the parts are complete and may be added, their sum becomes
    the realisation. The other sides are told. Raises what ``Kontribusi.isi`` and ``ukur`` raise.
    """
    triwulan = Kontribusi.isi(indikator, lintas, daftar, tahun=tahun, oleh=oleh, pada=pada)
    if triwulan:
        samakan(indikator, tahun, range(min(triwulan), 5), oleh=oleh, pada=pada)
        berbagi = Crosscutting.objects.filter(
            perangkat_daerah=indikator.pohon.perangkat_daerah_id, indikator_uid=indikator.uid,
            status=StatusLintas.DISETUJUI,
        )  # fmt: skip
        for satu in [lintas] if lintas else berbagi.order_by("pk"):
            kata = f"Kontribusi “{cuplik(indikator.teks, 120)}” {tahun} diisi"
            _kirim(satu, _pihak_lain(satu, oleh), kata, oleh=oleh, pada=pada)


def samakan(
    indikator: Indikator, tahun: int, triwulan: Iterable[int], *, oleh: Pengguna, pada: datetime
) -> list[int]:
    """Write the sum of the parts as the realisation of these quarters, where it is complete, takes
    a value now, and is another; answers the quarters written.
    """
    bersama = indikator_bersama(indikator, tahun, localdate(pada))
    ubah = [n for n in triwulan if bersama.beda(n) and n not in bersama.tertutup]
    for n in ubah:
        sel = SelUkur(str(indikator.uid), NILAI, bersama.triwulan[n - 1].ketikan)
        indikator.pohon.ukur([sel], tahun=tahun, triwulan=n, oleh=oleh, pada=pada)
    return ubah


def _kabarkan(lintas: Crosscutting, kata_kerja: str, *, oleh: Pengguna, pada: datetime) -> None:
    """The other side; both when a third one (or somebody of both) took the step."""
    siapa = _pihak_lain(lintas, oleh)
    if kata_kerja == "minta":
        siapa = _penjawab(lintas.diminta, lintas.unit)
    teks = f"{lintas} {SELESAI[kata_kerja]}: {(lintas.alasan or lintas.isi)[:300]}"
    _kirim(lintas, siapa, teks, oleh=oleh, pada=pada)


def _pihak_lain(lintas: Crosscutting, oleh: Pengguna) -> set[int]:
    """The side that the user is not of; both for a third one, or within one agency."""
    peminta = _penjawab(lintas.perangkat_daerah, None) | {lintas.diminta_oleh_id}
    diminta = _penjawab(lintas.diminta, lintas.unit)
    milik = {k.perangkat_daerah_id for k in oleh.daftar_keanggotaan()}
    if lintas.diminta_id != lintas.perangkat_daerah_id:
        if lintas.diminta_id in milik:
            return peminta - diminta
        if lintas.perangkat_daerah_id in milik:
            return diminta - peminta
    return peminta | diminta


def _kirim(
    lintas: Crosscutting, siapa: set[int], teks: str, *, oleh: Pengguna, pada: datetime
) -> None:
    kabarkan(
        siapa, teks, alamat=reverse("crosscutting", args=[lintas.pk]),
        jenis=JenisPemberitahuan.CROSSCUTTING, oleh=oleh, pada=pada,
    )  # fmt: skip


def _penjawab(lembaga: PerangkatDaerah, unit: Unit | None) -> set[int]:
    """Planners and head of an agency; of a unit those whose role is narrowed to it too."""
    hasil = pemegang_peran(lembaga, PENJAWAB, unit=None, cabang=None)
    if unit is not None:
        hasil |= pemegang_peran(lembaga, PENJAWAB | {Peran.PEJABAT}, unit=unit, cabang=None)
    return hasil
