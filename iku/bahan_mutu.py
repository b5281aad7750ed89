"""What the reviews of IKU documents tell the quality rules: replaced IKU (Q16)."""

from __future__ import annotations

from collections.abc import Sequence

from iku.models import Reviu
from iku.pilihan import JenisReviu
from kinerja.aturan.mutu.bahan import BahanLembaga
from kinerja.models import PerangkatDaerah, Pohon


def bahan_iku(lembaga: PerangkatDaerah, daftar: Sequence[Pohon], tahun: int) -> BahanLembaga:
    """Replacements of the periods of the documents, up to the year."""
    milik = Reviu.objects.filter(
        jenis=JenisReviu.PENGGANTIAN,
        dokumen__perangkat_daerah=lembaga,
        dokumen__periode__in={p.periode_id for p in daftar},
        tanggal__year__lte=tahun,
    )
    baris = milik.order_by("tanggal", "pk").values_list("tanggal__year", "sebelum", "sesudah")
    return BahanLembaga(penggantian_iku=tuple(baris))
