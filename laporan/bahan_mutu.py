"""What kept documents tell the quality rules: targets that say something else by now (Q14), a
performance report that was late (Q20).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from django.utils.timezone import localdate

from kinerja.aturan.mutu.bahan import PERENCANAAN, BahanLembaga, NilaiDokumen, Tenggat
from kinerja.models import Indikator, Pengaturan, Pengukuran, PerangkatDaerah, Pohon
from kinerja.models.hitung_capaian import target_berlaku
from laporan.models import Dokumen
from laporan.naskah_iku import naskah_beku as iku_beku
from laporan.naskah_perjanjian import naskah_beku as perjanjian_beku
from laporan.pilihan import JenisDokumen

SEBUTAN_LKJIP = r"(lk(j)?ip|lakip|laporan kinerja)"
"""How a filed performance report is called."""
Baris = tuple[str, str, str]
"""uid of an indicator, its sentence, its target."""


def bahan_dokumen(lembaga: PerangkatDaerah, daftar: Sequence[Pohon], tahun: int) -> BahanLembaga:
    """The targets of a year as the agreements and IKU documents in force were frozen with them,
    each beside what the planning document says now.
    """
    milik = Dokumen.objects.filter(
        perangkat_daerah=lembaga, jenis__in=PEMBACA, asal__isnull=False, pengganti__isnull=True
    )
    beku = [
        (KATA[d.jenis], *baris)
        for d in milik.order_by("jenis", "tanggal", "pk")
        for baris in PEMBACA[d.jenis](d, tahun)
    ]
    kini = _kini(daftar, tahun, {uid for _, uid, *_ in beku}) if beku else {}
    cetak = (
        NilaiDokumen(kata, uid, kini[uid].simpul, teks, target)
        for kata, uid, teks, target in beku
        if uid in kini
    )
    return BahanLembaga(dokumen=(*kini.values(), *cetak), tenggat=tuple(_tenggat(lembaga, tahun)))


def _tenggat(lembaga: PerangkatDaerah, tahun: int) -> Iterator[Tenggat]:
    """The signed LKjIP of a year measured to its end, filed so many days after it."""
    milik = Pengukuran.objects.filter(pohon__perangkat_daerah=lembaga, tahun=tahun, triwulan=4)
    if not milik.filter(diajukan_pada__isnull=False).exists():
        return
    hari = Pengaturan.di(lembaga.pemda_atau_diri()).hari_lkjip
    if hari is None:
        return
    arsip = Dokumen.objects.filter(
        perangkat_daerah=lembaga, jenis=JenisDokumen.ARSIP, tahun=tahun, judul__iregex=SEBUTAN_LKJIP
    )
    pada = [d.tanggal or localdate(d.dibuat_pada) for d in arsip.only("tanggal", "dibuat_pada")]
    sampai = date(tahun, 12, 31) + timedelta(days=hari)
    selesai = min(pada).isoformat() if pada else None
    yield Tenggat(f"Laporan kinerja (LKjIP) {tahun}", sampai.isoformat(), selesai)


def _perjanjian(dokumen: Dokumen, tahun: int) -> Iterator[Baris]:
    if dokumen.tahun == tahun:
        for sasaran in perjanjian_beku(dokumen).isi.sasaran:
            yield from ((i.uid, i.teks, i.target) for i in sasaran.indikator)


def _iku(dokumen: Dokumen, tahun: int) -> Iterator[Baris]:
    isi = iku_beku(dokumen).isi
    if tahun in isi.tahun:
        letak = isi.tahun.index(tahun)
        yield from ((i.uid, i.indikator, i.target[letak]) for i in isi.iku)


PEMBACA: dict[str, Callable[[Dokumen, int], Iterator[Baris]]] = {
    JenisDokumen.PERJANJIAN: _perjanjian,
    JenisDokumen.IKU: _iku,
}
KATA: dict[str, str] = {JenisDokumen.PERJANJIAN: "PK", JenisDokumen.IKU: "IKU"}


def _kini(daftar: Sequence[Pohon], tahun: int, uid: set[str]) -> dict[str, NilaiDokumen]:
    """What the documents say now of the indicators that were frozen."""
    hasil = {}
    for pohon in daftar:
        milik = Indikator.objects.filter(pohon=pohon, uid__in=uid).select_related("simpul")
        per_pk = {i.pk: i for i in milik}
        target = target_berlaku(pohon, per_pk.keys(), [tahun]) if per_pk else {}
        for i in per_pk.values():
            isi = target.get((i.pk, tahun), {}).get(0)
            hasil[str(i.uid)] = NilaiDokumen(
                PERENCANAAN, str(i.uid), str(i.simpul.uid), i.teks, isi.mentah if isi else ""
            )
    return hasil
