"""The lists of crosscutting: what is asked, the boxes that may answer, places for a new one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from cascading.aturan.lintas import JENIS, JENJANG
from cascading.lembar_tautan import Calon
from cascading.lintas_dokumen import Lintas, dengan_kotak
from cascading.models import Crosscutting
from cascading.pilihan import StatusLintas
from kinerja.aturan.jenjang import anak_sah
from kinerja.models import Pengguna, PerangkatDaerah, Simpul

PALING_BANYAK = 300
"""Rows of one list; the status filter reaches the rest."""
CALON = 50


@dataclass(frozen=True)
class DaftarLintas:
    """``masuk`` is asked of the reader's agencies, ``keluar`` what they ask. Within one agency
    (units) a request stands in both.
    """

    masuk: tuple[Lintas, ...]
    keluar: tuple[Lintas, ...]


def status_dipilih(teks: str) -> str:
    """A known status, else "" (all)."""
    return teks if teks in StatusLintas.values else ""


def daftar_lintas(pengguna: Pengguna, status: str) -> DaftarLintas:
    """Waiting ones first, then the newest. A fixed number of queries."""
    milik = set(PerangkatDaerah.objects.terlihat_oleh(pengguna).values_list("pk", flat=True))
    daftar = Crosscutting.objects.terlihat_oleh(pengguna).lengkap()
    if status:
        daftar = daftar.filter(status=status)
    semua = dengan_kotak(daftar.order_by("-diminta_pada", "-pk")[:PALING_BANYAK])
    semua.sort(key=lambda satu: satu.isi.status != StatusLintas.MENUNGGU)
    return DaftarLintas(
        tuple(s for s in semua if s.isi.diminta_id in milik),
        tuple(s for s in semua if s.isi.perangkat_daerah_id in milik),
    )


def calon_jawaban(
    lintas: Crosscutting, cari: str | None = None, kotak: Simpul | None = None
) -> Mapping[str, Simpul]:
    """Boxes of the asked agency by key, each in its last edition. ``cari`` None: all of them; ""
    those that sound like ``kotak``; words: those that have them.
    """
    kini: dict[UUID, Simpul] = {}
    for s in _kotak(lintas).filter(jenjang__in=JENJANG).exclude(uid=lintas.simpul_uid):
        kini[s.uid] = s
    semua = list(kini.values())
    if cari is None:
        return {str(s.pk): s for s in semua}
    calon = Calon(semua)
    mirip = calon.mirip(kotak) if kotak and not cari else ()
    return {str(s.pk): s for s in (calon.cari(cari) if cari else mirip)[:CALON]}


def calon_letak(lintas: Crosscutting, pengguna: Pengguna) -> dict[str, tuple[Simpul, str]]:
    """Places for a new box that the user may edit: "parent-JENJANG" -> (parent, level)."""
    semua = pengguna.menyusun(lintas.diminta)
    disusun: dict[int, set[int]] = {}
    hasil: dict[str, tuple[Simpul, str]] = {}
    for s in _kotak(lintas):
        if not s.pohon.dapat_diubah:
            continue
        if not semua and s.pohon_id not in disusun:
            disusun[s.pohon_id] = pengguna.kotak_disusun(s.pohon)
        if semua or s.pk in disusun[s.pohon_id]:
            for jenjang in anak_sah(s.pohon.jenis, s.jenjang):
                if jenjang in JENJANG:
                    hasil[f"{s.pk}-{jenjang}"] = (s, jenjang)
    return hasil


def _kotak(lintas: Crosscutting) -> QuerySet[Simpul]:
    daftar = Simpul.objects.filter(
        pohon__perangkat_daerah=lintas.diminta, pohon__jenis__in=JENIS,
        pohon__diarsipkan_pada=None,
    ).select_related("pohon__perangkat_daerah__pemda", "pohon__periode")  # fmt: skip
    daftar = daftar.defer("pohon__perangkat_daerah__lambang")
    return daftar.order_by("pohon__jenis", "pohon__judul", "pohon__edisi", "pohon", "lft")
