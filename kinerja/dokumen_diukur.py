"""Which documents the figures of a year come from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.models import OuterRef, Subquery

from kinerja.aturan.edisi import Edisi, berlaku
from kinerja.models import Pohon, Riwayat
from kinerja.pilihan import JenisPohon

JENIS = (JenisPohon.RPJMD, JenisPohon.CASCADING)
"""A pohon kinerja repeats the indicators of the cascading."""


def dokumen_diukur(lembaga: Collection[int]) -> list[Pohon]:
    """Of each document, whatever its periode, the edition in force. One query.

    ``peristiwa`` of each is the number of the last event in its agency's chain, where values and
    money are recorded: what was read of a document stands until it changes.
    """
    daftar = Pohon.objects.tampak().filter(perangkat_daerah__in=lembaga, jenis__in=JENIS)
    daftar = daftar.annotate(peristiwa=peristiwa_akhir()).select_related("periode")
    urut = daftar.order_by("perangkat_daerah_id", "-jenis", "judul", "pk")
    return edisi_berlaku(urut)


def peristiwa_akhir() -> Subquery:
    """Of a document: the number of the last event in its agency's chain."""
    rantai = Riwayat.objects.filter(pohon=None, perangkat_daerah=OuterRef("perangkat_daerah"))
    return Subquery(rantai.order_by("-nomor").values("nomor")[:1])


def edisi_berlaku(daftar: Iterable[Pohon]) -> list[Pohon]:
    """Of the documents that are measured those in force; ``daftar`` holds all editions."""
    keluarga: dict[tuple[int, int, str, str], list[Pohon]] = defaultdict(list)
    for p in daftar:
        if p.jenis in JENIS:
            keluarga[p.perangkat_daerah_id, p.periode_id, p.jenis, p.judul].append(p)
    hasil = []
    for edisi in keluarga.values():
        kini = berlaku(Edisi(p.edisi, p.status) for p in edisi)
        hasil += [p for p in edisi if kini is not None and p.edisi == kini.nomor]
    return hasil


def di_tahun(dokumen: Iterable[Pohon], tahun: int) -> list[Pohon]:
    """Those whose periode has the year."""
    return [p for p in dokumen if tahun in p.periode.daftar_tahun()]


def tahun_dokumen(dokumen: Iterable[Pohon], kini: int) -> list[int]:
    """The years there are figures of, in order; this year alone when there are no documents."""
    return sorted({t for p in dokumen for t in p.periode.daftar_tahun()}) or [kini]
