"""What agreements tell the quality rules: which IKU nobody promises (Q15)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cascading.bahan_perjanjian import BacaanLembaga
from cascading.models import PerjanjianKinerja
from kinerja.aturan.mutu.bahan import BahanLembaga, NilaiDokumen
from kinerja.models import Indikator, PerangkatDaerah, Pohon


def bahan_perjanjian(lembaga: PerangkatDaerah, daftar: Sequence[Pohon], tahun: int) -> BahanLembaga:
    """The IKU of the documents and the rows of the year's agreements; nothing while there are
    none of these.
    """
    milik = PerjanjianKinerja.objects.filter(perangkat_daerah=lembaga, tahun=tahun)
    jabatan = list(milik.order_by("jabatan_id").values_list("jabatan_id", flat=True).distinct())
    if not jabatan:
        return BahanLembaga()
    utama = Indikator.objects.filter(pohon__in=daftar, utama=True).order_by("pk")
    iku = (
        NilaiDokumen("IKU", str(uid), str(simpul), teks)
        for uid, simpul, teks in utama.values_list("uid", "simpul__uid", "teks")
    )
    return BahanLembaga(dokumen=(*iku, *_dijanjikan(lembaga, tahun, jabatan)))


def _dijanjikan(
    lembaga: PerangkatDaerah, tahun: int, jabatan: Sequence[int]
) -> Iterator[NilaiDokumen]:
    bacaan = BacaanLembaga(lembaga, tahun)
    for pk in jabatan:
        for s in bacaan.isi(bacaan.daftar_jabatan[pk]).sasaran:
            for i in s.indikator:
                yield NilaiDokumen("PK", i.uid, s.uid, i.teks)
