"""What is other than in the agreement of the year before."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from cascading.isi_perjanjian import IsiPerjanjian
from cascading.models import PerjanjianKinerja
from kinerja.aturan.angka import baca_target, format_angka
from laporan.models import Dokumen
from laporan.naskah_perjanjian import naskah_beku
from laporan.pilihan import JenisDokumen

BESAR = 10
"""Percent of the money from which a difference is told."""
JAUH = 20
"""Percent by which a target may move without being told."""


def isi_tahun_lalu(
    daftar: Iterable[PerjanjianKinerja],
) -> dict[tuple[int, int], IsiPerjanjian]:
    """What these positions promised in the year before, by position and year. Two queries."""
    dicari = {(p.jabatan_id, p.tahun - 1) for p in daftar}
    lalu = PerjanjianKinerja.objects.filter(
        jabatan__in={j for j, _ in dicari}, tahun__in={t for _, t in dicari},
        status__in=["DISETUJUI", "BERLAKU"],
    )  # fmt: skip
    milik = {pk: (j, t) for pk, j, t in lalu.values_list("pk", "jabatan_id", "tahun")}
    beku = Dokumen.objects.filter(jenis=JenisDokumen.PERJANJIAN, asal__in=list(milik))
    return {milik[d.asal or 0]: naskah_beku(d).isi for d in beku if milik[d.asal or 0] in dicari}


def bandingkan_isi(isi: IsiPerjanjian, lalu: IsiPerjanjian, tahun: int) -> list[str]:
    """Indicators by their words, money by the total."""
    kini = {_kata(i.teks) for s in isi.sasaran for i in s.indikator}
    dulu = {_kata(i.teks) for s in lalu.sasaran for i in s.indikator}
    hasil = []
    if baru := len(kini - dulu):
        hasil.append(f"{baru} indikator belum ada di perjanjian {tahun}.")
    if hilang := len(dulu - kini):
        hasil.append(f"{hilang} indikator perjanjian {tahun} tidak ada lagi.")
    if jauh := len(_jauh(isi, lalu)):
        hasil.append(f"Target {jauh} indikator lebih dari {JAUH} % dari target {tahun}.")
    beda = 100 * (isi.jumlah - lalu.jumlah) // lalu.jumlah if lalu.jumlah else 0
    if abs(beda) >= BESAR:
        arah = "naik" if beda > 0 else "turun"
        hasil.append(f"Anggaran {arah} {abs(beda)} % dari Rp {format_angka(lalu.jumlah)}.")
    return hasil


def _jauh(isi: IsiPerjanjian, lalu: IsiPerjanjian) -> list[str]:
    """Indicators whose target moved far, where both are numbers."""
    dulu = {_kata(i.teks): _angka(i.target) for s in lalu.sasaran for i in s.indikator}
    hasil = []
    for i in (i for s in isi.sasaran for i in s.indikator):
        lama, kini = dulu.get(_kata(i.teks)), _angka(i.target)
        if lama and kini is not None and 100 * abs(kini - lama) > JAUH * abs(lama):
            hasil.append(i.teks)
    return hasil


def _angka(target: str) -> Decimal | None:
    return baca_target(target).nilai.angka if target else None


def _kata(teks: str) -> str:
    return " ".join(teks.lower().split())
