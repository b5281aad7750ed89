"""What agreements tell the quality rules: IKU that nobody promises (Q15), late ones (Q20)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from cascading.bahan_perjanjian import BacaanLembaga
from cascading.models import PerjanjianKinerja
from kinerja.aturan.mutu.bahan import BahanLembaga, NilaiDokumen, Tenggat
from kinerja.models import Indikator, Jabatan, Pengaturan, PerangkatDaerah, Pohon, Tahap


def bahan_perjanjian(lembaga: PerangkatDaerah, daftar: Sequence[Pohon], tahun: int) -> BahanLembaga:
    """The IKU of the documents and the rows of the year's agreements; nothing while there are
    none of these.
    """
    milik = PerjanjianKinerja.objects.filter(perangkat_daerah=lembaga, tahun=tahun)
    jabatan = list(milik.order_by("jabatan_id").values_list("jabatan_id", flat=True).distinct())
    tenggat = tuple(_tenggat(lembaga, tahun))
    if not jabatan:
        return BahanLembaga(tenggat=tenggat)
    utama = Indikator.objects.filter(pohon__in=daftar, utama=True).order_by("pk")
    iku = (
        NilaiDokumen("IKU", str(uid), str(simpul), teks)
        for uid, simpul, teks in utama.values_list("uid", "simpul__uid", "teks")
    )
    return BahanLembaga(dokumen=(*iku, *_dijanjikan(lembaga, tahun, jabatan)), tenggat=tenggat)


def _tenggat(lembaga: PerangkatDaerah, tahun: int) -> Iterator[Tenggat]:
    """The first agreement of the year of each position that has one, and of the head in any case;
    nothing while the DPA has no date or the pemda set no time.
    """
    awal = Tahap.objects.filter(perangkat_daerah=lembaga, tahun=tahun).order_by("urutan").first()
    if awal is None or awal.tanggal_dokumen is None:
        return
    hari = Pengaturan.di(lembaga.pemda_atau_diri()).hari_perjanjian
    if hari is None:
        return
    sampai = (awal.tanggal_dokumen + timedelta(days=hari)).isoformat()
    kepala = Jabatan.objects.filter(perangkat_daerah=lembaga, kepala=True)
    nama = dict(kepala.values_list("pk", "nama"))
    pada: dict[int, str | None] = dict.fromkeys(nama)
    pertama = PerjanjianKinerja.objects.filter(perangkat_daerah=lembaga, tahun=tahun, urutan=1)
    for p in pertama.select_related("jabatan").order_by("jabatan_id"):
        nama[p.jabatan_id] = p.jabatan.nama
        disetujui = p.disetujui_pada is not None and p.tanggal is not None
        pada[p.jabatan_id] = p.tanggal.isoformat() if disetujui and p.tanggal else None
    for pk, sebutan in nama.items():
        yield Tenggat(f"Perjanjian kinerja {sebutan} {tahun}", sampai, pada[pk])


def _dijanjikan(
    lembaga: PerangkatDaerah, tahun: int, jabatan: Sequence[int]
) -> Iterator[NilaiDokumen]:
    bacaan = BacaanLembaga(lembaga, tahun)
    for pk in jabatan:
        for s in bacaan.isi(bacaan.daftar_jabatan[pk]).sasaran:
            for i in s.indikator:
                yield NilaiDokumen("PK", i.uid, s.uid, i.teks)
