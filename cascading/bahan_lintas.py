"""What crosscutting tells the quality rules: which condition another agency carries without having
agreed to (Q17).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cascading.lintas_dokumen import berjalan
from kinerja.aturan.mutu.bahan import BahanLembaga, Kondisi
from kinerja.aturan.teks import kunci
from kinerja.impor.potret_kaitan import PISAH, lembaga_pemda
from kinerja.models import PerangkatDaerah, Pohon, Simpul
from kinerja.pilihan import JenisPohon, Jenjang


def bahan_lintas(lembaga: PerangkatDaerah, daftar: Sequence[Pohon], tahun: int) -> BahanLembaga:
    """Each condition with each other agency that carries it: named as one, or written by its name.
    Three queries.
    """
    pokin = [p for p in daftar if p.jenis == JenisPohon.POHON_KINERJA]
    if not pokin:
        return BahanLembaga()
    milik = Simpul.objects.filter(pohon__in=pokin, jenjang=Jenjang.KONDISI)
    kolom = ("uid", "nama", "kinerja", "pengampu_tertulis", "baris_pengampu__perangkat_daerah")
    nama, sepakat = lembaga_pemda(lembaga), set(_sepakat(lembaga))
    hasil: dict[Kondisi, None] = {}
    for uid, sebutan, kinerja, tertulis, lain in milik.order_by("pk").values_list(*kolom):
        ditulis = (nama.get(kunci(bagian)) for bagian in PISAH.split(tertulis))
        for pk in {lain, *ditulis} - {None}:
            ada = (str(uid), pk) in sepakat
            hasil[Kondisi(str(uid), sebutan or kinerja, lembaga.pk, pk, ada)] = None
    return BahanLembaga(kondisi=tuple(hasil))


def _sepakat(lembaga: PerangkatDaerah) -> Iterator[tuple[str, int]]:
    """(box, other agency) of every request that runs, from either end."""
    for c in berjalan(lembaga):
        if c.perangkat_daerah_id == lembaga.pk:
            yield str(c.simpul_uid), c.diminta_id
        if c.diminta_id == lembaga.pk and c.jawaban_uid:
            yield str(c.jawaban_uid), c.perangkat_daerah_id
