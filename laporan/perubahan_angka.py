"""Which numbers of an approved planning document are others now than when it was frozen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.core.cache import cache

from cascading.matriks_pohon import nama_tahap
from kinerja.models import Pohon
from laporan.aturan.keaslian import naskah_baku
from laporan.data_pohon import data_pohon
from laporan.models import Dokumen
from laporan.pdf.naskah_pohon import KotakData, baca_naskah
from laporan.pilihan import JenisDokumen

SEJAM = 3600
TARGET, PAGU = "target", "pagu"


@dataclass(frozen=True)
class SatuAngka:
    """One number: which, of what, in which year, before and after ("" for none)."""

    jenis: str
    letak: str
    tahun: str
    semula: str
    menjadi: str


@dataclass(frozen=True)
class PerubahanAngka:
    """``tahap`` are the stages that hold the new numbers, as printed."""

    daftar: tuple[SatuAngka, ...] = ()
    tahap: tuple[str, ...] = ()

    @property
    def kalimat(self) -> str:
        """ "Angka berubah sesudah dibekukan: 2 target dan 1 pagu (Perubahan 2026)." or nothing."""
        if not self.daftar:
            return ""
        banyak = {j: sum(1 for a in self.daftar if a.jenis == j) for j in (TARGET, PAGU)}
        isi = " dan ".join(f"{n} {j}" for j, n in banyak.items() if n)
        return f"Angka berubah sesudah dibekukan: {isi} ({', '.join(self.tahap)})."


def perubahan_angka(beku: Dokumen) -> PerubahanAngka:
    """Nothing for other kinds of documents. Remembered until the document changes again."""
    if beku.jenis != JenisDokumen.POHON:
        return PerubahanAngka()
    pohon = Pohon.objects.select_related("perangkat_daerah__pemda", "periode").get(
        pk=beku.asal or 0
    )
    kunci = f"angka:{beku.pk}:{pohon.versi}"
    hasil: PerubahanAngka | None = cache.get(kunci)
    if hasil is None:
        hasil = _bandingkan(beku, pohon)
        cache.set(kunci, hasil, SEJAM)
    return hasil


def _bandingkan(beku: Dokumen, pohon: Pohon) -> PerubahanAngka:
    naskah = baca_naskah(naskah_baku(beku.cuplikan).decode())
    if naskah.versi_isi == pohon.versi:
        return PerubahanAngka()
    daftar = bandingkan_data(naskah.data, data_pohon(pohon))
    tahun = sorted({a.tahun for a in daftar})
    tahap = tuple(f"{nama_tahap(pohon, int(t)) or 'Murni'} {t}" for t in tahun)
    return PerubahanAngka(daftar, tahap)


def bandingkan_data(lama: Sequence[KotakData], kini: Sequence[KotakData]) -> tuple[SatuAngka, ...]:
    """By uid; pagu where it was typed, not in the sums above."""
    dulu = {k.uid: k for k in lama}
    jumlah = {k.induk for daftar in (lama, kini) for k in daftar if k.pagu}
    hasil: list[SatuAngka] = []
    for k in kini:
        asal = dulu.get(k.uid)
        target = {i.uid: i.target or {} for i in asal.indikator} if asal else {}
        for i in k.indikator:
            hasil += _beda(TARGET, i.teks, target.get(i.uid, {}), i.target or {})
        if k.uid not in jumlah:
            hasil += _beda(PAGU, k.sebutan, (asal.pagu if asal else None) or {}, k.pagu or {})
    return tuple(hasil)


def _beda(
    jenis: str, letak: str, lama: Mapping[str, object], kini: Mapping[str, object]
) -> Iterable[SatuAngka]:
    for tahun in sorted({*lama, *kini}):
        if lama.get(tahun) != kini.get(tahun):
            yield SatuAngka(jenis, letak, tahun, str(lama.get(tahun, "")), str(kini.get(tahun, "")))
