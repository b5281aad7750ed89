"""Reads a cascading as a Renstra: all years of its periode, a query or two per year."""

from __future__ import annotations

from collections.abc import Iterable

from cascading.renstra import IsiRenstra, KotakRenstra, UkuranRenstra
from kinerja.aturan.isi import IsiIndikator, IsiSimpul
from kinerja.aturan.temuan import tolak
from kinerja.isi_pohon import baca_isi_per_tahun, teks_nilai
from kinerja.models import Baseline, KlaimPagu, Pohon, Simpul
from kinerja.models.tahapan import KartuTahap, terakhir
from kinerja.pilihan import JenisKlaim, JenisPohon

Uang = dict[tuple[int, int], int]
"""Whole rupiah by (box, year)."""


def baca_renstra(pohon: Pohon) -> IsiRenstra:
    """Raises AturanDilanggar for what is no cascading."""
    if pohon.jenis != JenisPohon.CASCADING:
        raise tolak("BUKAN_CASCADING", "Tabel Renstra dibuat dari dokumen cascading.")
    pagu: Uang = {}
    for isi in baca_isi_per_tahun(pohon):
        for s in (isi.akar, *isi.simpul):
            if s.ada_pagu and s.jumlah:
                pagu[s.id, isi.tahun] = s.jumlah.nilai
    uang = pagu | _indikatif(pohon)
    tahun = tuple(isi.daftar_tahun)
    awal = _awal(pohon)
    lokasi = dict(Simpul.objects.filter(pohon=pohon).values_list("pk", "lokasi"))
    return IsiRenstra(
        tahun=tahun,
        tahun_awal=_tahun_awal(t for t, _ in awal.values()),
        kotak=tuple(_kotak(s, uang, tahun, awal, lokasi) for s in isi.simpul),
        jumlah={t: uang[isi.akar.id, t] for t in tahun if (isi.akar.id, t) in uang},
    )


def _kotak(
    s: IsiSimpul, uang: Uang, tahun: tuple[int, ...], awal: dict[int, tuple[int, str]],
    lokasi: dict[int, str],
) -> KotakRenstra:  # fmt: skip
    return KotakRenstra(
        id=s.id,
        induk=s.induk,
        jenjang=s.jenjang,
        kode=s.kode,
        sebutan=s.sebutan,
        indikator=tuple(_ukuran(i, awal) for i in s.indikator),
        uang={t: uang[s.id, t] for t in tahun if (s.id, t) in uang},
        unit=s.pelaksana,
        lokasi=lokasi[s.id],
    )


def _ukuran(i: IsiIndikator, awal: dict[int, tuple[int, str]]) -> UkuranRenstra:
    return UkuranRenstra(i.teks, i.satuan, awal.get(i.id, (0, ""))[1], i.target)


def _awal(pohon: Pohon) -> dict[int, tuple[int, str]]:
    """The latest start value of each indicator, with its year."""
    baris = Baseline.objects.filter(indikator__pohon=pohon).order_by("tahun")
    kolom = baris.values_list("indikator_id", "tahun", "jenis", "mentah", "nilai")
    return {i: (t, teks_nilai(jenis, mentah, n)) for i, t, jenis, mentah, n in kolom}


def _tahun_awal(tahun: Iterable[int]) -> int | None:
    """The year of all start values; None when they differ or there are none."""
    beda = set(tahun)
    return beda.pop() if len(beda) == 1 else None


def _indikatif(pohon: Pohon) -> Uang:
    """Readable ceilings in force."""
    kartu = KartuTahap.baca(pohon.perangkat_daerah_id)
    tahapan = kartu.berlaku(pohon.periode.daftar_tahun()[0])
    baris = KlaimPagu.objects.filter(simpul__pohon=pohon, jenis=JenisKlaim.INDIKATIF)
    kolom = baris.values_list("simpul_id", "tahun", "tahap_id", "nilai")
    berlaku = terakhir((((s, t), tahap, nilai) for s, t, tahap, nilai in kolom), tahapan)
    return {kunci: nilai for kunci, (nilai,) in berlaku.items() if nilai is not None}
