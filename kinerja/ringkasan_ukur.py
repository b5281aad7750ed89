"""A quarter of a whole document in a few numbers: mean capaian, money spent, later changes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Q

from kinerja.aturan.aturan_ukur import AturanUkur
from kinerja.aturan.capaian import Capaian, persen
from kinerja.aturan.pita import RataRata, rata_rata, serapan
from kinerja.lembar_ukur import pagu_berlaku
from kinerja.models import Pengukuran, Pohon, Realisasi, RealisasiAnggaran
from kinerja.models.tahapan import KartuTahap
from kinerja.pilihan import StatusPengukuran
from kinerja.sel_ukur import jumlah_uang


@dataclass(frozen=True)
class RingkasanUkur:
    """``rata`` over the values of the quarter that have a capaian, cut at the pemda's cap."""

    rata: RataRata
    batas: str
    serapan: Capaian

    @property
    def rata_tampil(self) -> str:
        return "–" if self.rata.nilai is None else persen(self.rata.nilai)


def ringkasan_ukur(
    pohon: Pohon, *, tahun: int, triwulan: int, aturan: AturanUkur
) -> RingkasanUkur:  # fmt: skip
    """Four queries. Money from sums of the whole document, never a mean of percentages."""
    masa = {"tahun": tahun, "triwulan": triwulan}
    nilai = Realisasi.objects.filter(indikator__pohon=pohon, **masa)
    rata = rata_rata(nilai.values_list("capaian", flat=True), aturan.batas)
    kartu = KartuTahap.baca(pohon.perangkat_daerah_id)
    pagu = pagu_berlaku(Q(simpul__pohon=pohon), tahun, kartu)
    baris: dict[int, dict[int, RealisasiAnggaran]] = defaultdict(dict)
    for satu in RealisasiAnggaran.objects.filter(simpul__pohon=pohon, tahun=tahun):
        baris[satu.simpul_id][satu.triwulan] = satu
    uang = [n for b in baris.values() if (n := jumlah_uang(b, triwulan)) is not None]
    terserap = serapan(sum(uang) if uang else None, sum(pagu.values()) if pagu else None)
    return RingkasanUkur(rata, "" if aturan.batas is None else persen(aturan.batas), terserap)


def berubah_sesudah(pohon: Pohon, tahun: int, triwulan: int, sejak: datetime) -> datetime | None:
    """When a value or amount of the quarter was last typed, if that was after ``sejak``.

    What a frozen report says beside its figures: "angka berubah sesudah …".
    """
    masa = {"tahun": tahun, "triwulan": triwulan, "diubah_pada__gt": sejak}
    akhir = [
        daftar.aggregate(n=Max("diubah_pada"))["n"]
        for daftar in (
            Realisasi.objects.filter(indikator__pohon=pohon, **masa),
            RealisasiAnggaran.objects.filter(simpul__pohon=pohon, **masa),
        )
    ]
    return max((n for n in akhir if n is not None), default=None)


def berubah_sesudah_verifikasi(ukuran: Pengukuran | None) -> datetime | None:
    """Of a verified quarter with boxes that were opened again since."""
    if ukuran is None or ukuran.status != StatusPengukuran.DIVERIFIKASI:
        return None
    return berubah_sesudah(ukuran.pohon, ukuran.tahun, ukuran.triwulan, ukuran.diubah_pada)
