"""Cek kualitas of many agencies at once: counts and shares, from what was checked before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.cache import cache

from kinerja.aturan.mutu.pemenuhan import pemenuhan
from kinerja.aturan.temuan import Tingkat
from kinerja.models import PerangkatDaerah, Pohon
from kinerja.mutu_lembaga import (
    DOKUMEN,
    HasilDokumen,
    dokumen_diperiksa,
    hasil_dokumen,
    kunci_hasil,
    tahun_dokumen,
)

SEKALIGUS = 12
"""Documents that one request checks anew; the others wait for the next."""


@dataclass(frozen=True)
class RingkasanLembaga:
    """One agency. ``belum`` documents were not checked yet; ``persen`` is the mean share of the
    criteria, None while nothing is known.
    """

    lembaga: PerangkatDaerah
    dokumen: int
    belum: int
    galat: int
    temuan: int
    diterima: int
    persen: int | None


def ringkasan_lembaga(
    daftar: Sequence[PerangkatDaerah], *, tahun: int, pada: date
) -> list[RingkasanLembaga]:
    """One query for all documents; what changed since is checked, a few documents a request."""
    dokumen = dokumen_diperiksa(daftar)
    hasil = hasil_tersedia(dokumen, tahun=tahun, pada=pada)
    milik: dict[int, list[Pohon]] = {}
    for p in dokumen:
        milik.setdefault(p.perangkat_daerah_id, []).append(p)
    return [_ringkas(satu, milik.get(satu.pk, []), hasil) for satu in daftar]


def hasil_tersedia(dokumen: Sequence[Pohon], *, tahun: int, pada: date) -> dict[int, HasilDokumen]:
    """By document, without those that wait for the next request."""
    kunci = {p.pk: kunci_hasil(p, tahun_dokumen(p, tahun, pada)) for p in dokumen}
    ada = cache.get_many(list(kunci.values()))
    hasil = {p.pk: ada[kunci[p.pk]] for p in dokumen if kunci[p.pk] in ada}
    for p in [p for p in dokumen if p.pk not in hasil][:SEKALIGUS]:
        hasil[p.pk] = hasil_dokumen(p, tahun_dokumen(p, tahun, pada))
    return hasil


def _ringkas(
    lembaga: PerangkatDaerah, dokumen: list[Pohon], hasil: dict[int, HasilDokumen]
) -> RingkasanLembaga:
    ada = [hasil[p.pk] for p in dokumen if p.pk in hasil]
    temuan = [t for d in ada for t in d.berlaku]
    bagian = pemenuhan(
        temuan,
        kotak=sum(d.kotak for d in ada),
        indikator=sum(d.indikator for d in ada),
        diperiksa=DOKUMEN,
    )
    persen = [p.persen for p in bagian if p.persen is not None]
    return RingkasanLembaga(
        lembaga=lembaga,
        dokumen=len(dokumen),
        belum=len(dokumen) - len(ada),
        galat=sum(t.tingkat == Tingkat.GALAT for t in temuan),
        temuan=len(temuan),
        diterima=sum(len(d.diterima) for d in ada),
        persen=sum(persen) // len(persen) if persen else None,
    )
