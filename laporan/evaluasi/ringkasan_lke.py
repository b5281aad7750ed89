"""The sheets of many agencies in a year, side by side. A fixed number of queries."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kinerja.models import PerangkatDaerah
from kinerja.pilihan import JenisPerangkatDaerah
from laporan.aturan.lke import HasilLke
from laporan.evaluasi.baca_lke import bertahan_dari_lke, hasil_mandiri, hasil_penilaian
from laporan.models import BuktiLke, JawabanLke, Lke, SubLke, VersiLke


@dataclass(frozen=True)
class BarisRingkasan:
    """``hasil`` is the evaluator's once it is whole, until then the agency's own; ``terbuka``: the
    reader may see the evaluator's side.
    """

    lke: Lke
    mandiri: HasilLke
    penilaian: HasilLke
    terbuka: bool

    @property
    def dinilai(self) -> bool:
        return self.terbuka and self.penilaian.nilai is not None

    @property
    def hasil(self) -> HasilLke:
        return self.penilaian if self.dinilai else self.mandiri


@dataclass(frozen=True)
class KelompokLke:
    """The sheets of one version: their components are the same columns."""

    versi: VersiLke
    baris: list[BarisRingkasan]


@dataclass(frozen=True)
class RingkasanLke:
    """``tanpa`` are the agencies without a sheet, each with the versions that it may begin."""

    kelompok: list[KelompokLke]
    tanpa: list[tuple[PerangkatDaerah, list[VersiLke]]]


def ringkasan_lke(
    lembaga: Sequence[PerangkatDaerah], tahun: int, dinilai: Collection[int]
) -> RingkasanLke:
    """Of these agencies; the pemda itself has no sheet here. ``dinilai`` are the keys of those that
    the reader evaluates.
    """
    dinas = [p for p in lembaga if p.jenis != JenisPerangkatDaerah.PEMDA]
    daftar = list(
        Lke.objects.lengkap()
        .filter(perangkat_daerah__in=dinas, tahun=tahun)
        .order_by("versi_lke", "perangkat_daerah__nama", "pk")
    )
    kelompok: dict[int, KelompokLke] = {}
    for baris in _baris(daftar, dinilai):
        versi = baris.lke.versi_lke
        kelompok.setdefault(versi.pk, KelompokLke(versi, [])).baris.append(baris)
    punya = {lke.perangkat_daerah_id for lke in daftar}
    ada = _versi({p.pemda_id or p.pk for p in dinas}, tahun)
    tanpa = [(p, ada.get(p.pemda_id or p.pk, [])) for p in dinas if p.pk not in punya]
    return RingkasanLke(list(kelompok.values()), tanpa)


def _baris(daftar: list[Lke], dinilai: Collection[int]) -> list[BarisRingkasan]:
    jawaban: dict[int, list[JawabanLke]] = {lke.pk: [] for lke in daftar}
    sub: dict[int, list[SubLke]] = {lke.pk: [] for lke in daftar}
    for j in JawabanLke.objects.filter(lke__in=daftar).defer("catatan", "catatan_penilai"):
        jawaban[j.lke_id].append(j)
    for s in SubLke.objects.filter(lke__in=daftar):
        sub[s.lke_id].append(s)
    bukti: dict[int, set[str]] = {lke.pk: set() for lke in daftar}
    for pk, kode in BuktiLke.objects.filter(lke__in=daftar).values_list("lke", "kode"):
        bukti[pk].add(kode)
    dari = bertahan_dari_lke(daftar)
    hasil = []
    for lke in daftar:
        tahun = {s.kode: s.bertahan_lke or 0 for s in sub[lke.pk]} if lke.final else dari[lke.pk]
        isi = (lke.versi_lke.instrumen, jawaban[lke.pk], sub[lke.pk], bukti[lke.pk], tahun)
        terbuka = lke.final or lke.perangkat_daerah_id in dinilai
        hasil.append(BarisRingkasan(lke, hasil_mandiri(*isi), hasil_penilaian(*isi), terbuka))
    return hasil


def _versi(pemda: set[int], tahun: int) -> dict[int, list[VersiLke]]:
    """The versions that serve the year, the newest first."""
    hasil: dict[int, list[VersiLke]] = {}
    for v in VersiLke.objects.filter(pemda__in=pemda).defer("isi").order_by("-pk"):
        if v.melayani(tahun):
            hasil.setdefault(v.pemda_id, []).append(v)
    return hasil
