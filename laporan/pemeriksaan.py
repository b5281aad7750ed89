"""Are the frozen documents still what was frozen? Rows, bytes, and what the history says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kinerja.models import Riwayat
from laporan.models import BerkasDokumen, Dokumen

SEKALI = 20
"""Files in memory at a time."""


@dataclass(frozen=True)
class Cacat:
    """One document or file that is not what was filed."""

    dokumen: int
    apa: str


def periksa_dokumen() -> Iterator[Cacat]:
    """Compares every row with its fingerprint, and the fingerprint with the history's.

    Whoever changes bytes and fingerprint together is found by the history, whose rows are chained;
    ``periksa_riwayat`` verifies that chain.
    """
    dicatat = _dicatat()
    yield from _periksa_cuplikan(dicatat)
    yield from _periksa_berkas(dicatat)
    for pk in sorted(dicatat.keys() - set(Dokumen.objects.values_list("pk", flat=True))):
        yield Cacat(pk, "dokumen hilang dari basis data")


def _periksa_cuplikan(dicatat: Mapping[int, set[str]]) -> Iterator[Cacat]:
    for dokumen in Dokumen.objects.order_by("pk").iterator(chunk_size=SEKALI):
        if not dokumen.utuh:
            yield Cacat(dokumen.pk, "isi cuplikan berubah sesudah dibekukan")
        if dokumen.sha256 not in dicatat.get(dokumen.pk, ()):
            yield Cacat(dokumen.pk, "sidik cuplikan tidak sama dengan yang tercatat di riwayat")


def _periksa_berkas(dicatat: Mapping[int, set[str]]) -> Iterator[Cacat]:
    sisa = {pk: set(sidik) for pk, sidik in dicatat.items()}
    for pk, sidik in Dokumen.objects.values_list("pk", "sha256"):
        sisa.get(pk, set()).discard(sidik)
    for berkas in BerkasDokumen.objects.order_by("pk").iterator(chunk_size=SEKALI):
        if not berkas.utuh:
            yield Cacat(berkas.dokumen_id, f"berkas {berkas.nama} berubah sesudah disimpan")
        if berkas.sha256 not in dicatat.get(berkas.dokumen_id, ()):
            yield Cacat(berkas.dokumen_id, f"berkas {berkas.nama} tidak tercatat di riwayat")
        sisa.get(berkas.dokumen_id, set()).discard(berkas.sha256)
    for pk in sorted(pk for pk, sidik in sisa.items() if sidik):
        yield Cacat(pk, "ada berkas yang tercatat di riwayat tetapi hilang")


def _dicatat() -> dict[int, set[str]]:
    """Fingerprints by document, as the history recorded them."""
    hasil: dict[int, set[str]] = {}
    daftar = Riwayat.objects.filter(kata_kerja__in=["bekukan dokumen", "berkas dokumen"])
    for perubahan in daftar.values_list("perubahan", flat=True).iterator():
        for baris in perubahan:
            hasil.setdefault(baris["kunci"][0], set()).add(baris["sesudah"]["sha256"])
    return hasil
