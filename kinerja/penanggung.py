"""Who answers for the value of indicators, as words: typed, positions, agencies."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet, Value

from kinerja.models import Indikator, PenanggungJabatan, PenanggungLembaga


def nama_penanggung(indikator: Collection[int] | QuerySet[Indikator]) -> dict[int, list[str]]:
    """Positions, then agencies, by indicator in the order they were named; one query."""
    jabatan = PenanggungJabatan.objects.filter(indikator__in=indikator)
    lembaga = PenanggungLembaga.objects.filter(indikator__in=indikator)
    semua = jabatan.values_list("indikator_id", Value(0), "pk", "jabatan__nama").union(
        lembaga.values_list("indikator_id", Value(1), "pk", "perangkat_daerah__nama"), all=True
    )
    hasil: dict[int, list[str]] = {}
    for pk, _, _, nama in sorted(semua):
        hasil.setdefault(pk, []).append(nama)
    return hasil


def teks_penanggung(tertulis: str, nama: Collection[str]) -> str:
    """As it is printed: what was typed, then who was named and does not stand in it already."""
    baru = [n for n in nama if n.casefold() not in tertulis.casefold()]
    return "; ".join([*([tertulis] if tertulis else []), *baru])
