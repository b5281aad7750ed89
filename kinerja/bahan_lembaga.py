"""What stands around the documents of an agency, read for the quality rules: a few queries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from decimal import Decimal

from django.db.models import Q

from kinerja.aturan.mutu.bahan import BahanLembaga, Hasil
from kinerja.aturan.penugasan import Tugas
from kinerja.aturan.pita import serapan
from kinerja.lembar_ukur import pagu_berlaku
from kinerja.models import (
    Bukti,
    Jabatan,
    Penugasan,
    PerangkatDaerah,
    Pohon,
    Realisasi,
    RealisasiAnggaran,
)
from kinerja.models.tahapan import KartuTahap
from kinerja.sel_ukur import jumlah_uang
from kinerja.tenggat_ukur import tenggat_ukur

Penyumbang = Callable[[PerangkatDaerah, Sequence[Pohon], int], BahanLembaga]
"""(agency, its documents, year) -> what a higher room knows of them."""

_penyumbang: dict[str, Penyumbang] = {}


def daftarkan_bahan(nama: str, penyumbang: Penyumbang) -> None:
    """A higher room adds what it knows, once, in its AppConfig."""
    _penyumbang[nama] = penyumbang


def bahan_lembaga(lembaga: PerangkatDaerah, daftar: Sequence[Pohon], tahun: int) -> BahanLembaga:
    """Positions, assignments and results, with what the higher rooms add."""
    bagian = [
        BahanLembaga(
            jabatan=tuple(
                Jabatan.objects.filter(perangkat_daerah=lembaga)
                .order_by("pk")
                .values_list("pk", "nama")
            ),
            tugas=_tugas(daftar),
            hasil=_hasil(daftar, tahun),
            tenggat=tenggat_ukur(lembaga, daftar, tahun),
        ),
        *(sumbang(lembaga, daftar, tahun) for sumbang in _penyumbang.values()),
    ]
    nama = [f.name for f in fields(BahanLembaga)]
    return BahanLembaga(**{n: tuple(s for b in bagian for s in getattr(b, n)) for n in nama})


def _tugas(daftar: Sequence[Pohon]) -> tuple[Tugas, ...]:
    semua = Penugasan.objects.filter(simpul__pohon__in=daftar).order_by("pk")
    kolom = semua.values_list("simpul__uid", "jabatan_id", "peran")
    return tuple(Tugas(str(uid), jabatan, peran) for uid, jabatan, peran in kolom)


def _hasil(daftar: Sequence[Pohon], tahun: int) -> tuple[Hasil, ...]:
    """The last quarter that was filled of each indicator; evidence of any quarter counts."""
    milik = Realisasi.objects.filter(indikator__pohon__in=daftar, tahun=tahun)
    bukti = Bukti.objects.filter(perangkat_daerah__in={p.perangkat_daerah_id for p in daftar})
    berbukti = set(bukti.filter(tahun=tahun).values_list("indikator_uid", flat=True))
    uang = _Uang(daftar, tahun)
    terakhir: dict[object, Hasil] = {}
    for r in milik.select_related("indikator__simpul").order_by("triwulan", "pk"):
        terakhir[r.indikator.uid] = Hasil(
            simpul=str(r.indikator.simpul.uid),
            teks=r.indikator.teks,
            tahun=tahun,
            triwulan=r.triwulan,
            frekuensi=r.indikator.frekuensi,
            capaian=r.capaian,
            serapan=uang.serapan(r.indikator.simpul_id, r.triwulan),
            berbukti=r.indikator.uid in berbukti,
            hambatan=r.hambatan,
            tindak_lanjut=r.tindak_lanjut,
        )
    return tuple(terakhir.values())


class _Uang:
    """Money spent and planned of the boxes that hold any, in two queries."""

    def __init__(self, daftar: Sequence[Pohon], tahun: int) -> None:
        self._baris: dict[int, dict[int, RealisasiAnggaran]] = {}
        milik = Q(simpul__pohon__in=daftar)
        for satu in RealisasiAnggaran.objects.filter(milik, tahun=tahun):
            self._baris.setdefault(satu.simpul_id, {})[satu.triwulan] = satu
        kartu = KartuTahap.baca(daftar[0].perangkat_daerah_id) if self._baris else None
        self._pagu = pagu_berlaku(milik, tahun, kartu) if kartu else {}

    def serapan(self, simpul: int, triwulan: int) -> Decimal | None:
        """Percent of the pagu up to a quarter; None where nothing was written."""
        if simpul not in self._baris:
            return None
        terpakai = jumlah_uang(self._baris[simpul], triwulan)
        return serapan(terpakai, self._pagu.get(simpul)).nilai
