"""What stands around the documents of an agency, read for the quality rules: a few queries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields

from kinerja.aturan.mutu.bahan import BahanLembaga, Hasil
from kinerja.aturan.penugasan import Tugas
from kinerja.models import Bukti, Jabatan, Penugasan, PerangkatDaerah, Pohon, Realisasi

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
    medan = (
        *("indikator__uid", "indikator__simpul__uid", "indikator__teks", "indikator__frekuensi"),
        *("triwulan", "capaian", "hambatan", "tindak_lanjut"),
    )
    bukti = Bukti.objects.filter(perangkat_daerah__in={p.perangkat_daerah_id for p in daftar})
    berbukti = set(bukti.filter(tahun=tahun).values_list("indikator_uid", flat=True))
    terakhir: dict[object, Hasil] = {}
    for uid, simpul, teks, frekuensi, masa, capaian, hambatan, lanjut in milik.order_by(
        "triwulan", "pk"
    ).values_list(*medan):
        terakhir[uid] = Hasil(
            simpul=str(simpul),
            teks=teks,
            tahun=tahun,
            triwulan=masa,
            frekuensi=frekuensi,
            capaian=capaian,
            berbukti=uid in berbukti,
            hambatan=hambatan,
            tindak_lanjut=lanjut,
        )
    return tuple(terakhir.values())
