"""What a cell proposes while somebody types: official names and codes, units that are in use."""

from __future__ import annotations

from functools import reduce
from operator import and_, or_

from django.db.models import Count, Q

from kinerja.aturan.nomenklatur import BERKODE, UMUM, kode_baku
from kinerja.banding_nomenklatur import versi_dipilih
from kinerja.models import Indikator, Nomenklatur, Pohon, VersiNomenklatur

BANYAK = 12
KATA_PALING_BANYAK = 6


def saran_nomenklatur(pohon: Pohon, jenjang: str, induk: str, cari: str) -> list[dict[str, str]]:
    """Official rows of a level by code or words, those under the parent's code ``induk`` alone.

    Rows of the agency's bidang urusan, all when it names none. Empty without a list.
    """
    versi = versi_dipilih(pohon, list(VersiNomenklatur.objects.order_by("-tahun_mulai", "-pk")), "")
    kata = cari.split()[:KATA_PALING_BANYAK]
    if versi is None or jenjang not in BERKODE or not kata:
        return []
    menyebut = (
        Q(nama__icontains=k) | Q(kode__istartswith=k) | Q(kode__startswith=kode_baku(k))
        for k in kata
    )
    daftar = Nomenklatur.objects.filter(reduce(and_, menyebut), versi=versi, jenjang=jenjang)
    if induk:
        daftar = daftar.filter(kode__startswith=f"{kode_baku(induk)}.")
    elif bidang := list(pohon.perangkat_daerah.bidang_urusan.values_list("kode", flat=True)):
        daftar = daftar.filter(reduce(or_, (Q(kode__startswith=f"{b}.") for b in (UMUM, *bidang))))
    medan = ("kode", "nama", "kinerja", "indikator", "satuan")
    return list(daftar.order_by("kode", "pk").values(*medan)[:BANYAK])


def saran_satuan(pohon: Pohon, cari: str) -> list[dict[str, str]]:
    """Units of measure that the agency's documents use, the most frequent first."""
    milik = Indikator.objects.filter(pohon__perangkat_daerah=pohon.perangkat_daerah)
    cocok = milik.filter(satuan__icontains=cari.strip()).exclude(satuan="")
    hitung = cocok.values("satuan").annotate(banyak=Count("pk")).order_by("-banyak", "satuan")
    return [{"satuan": s} for s in hitung.values_list("satuan", flat=True)[:BANYAK]]
