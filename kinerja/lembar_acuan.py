"""The reference sheet of an indicator as a page: its parts, how complete it is, its versions."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.aturan.lembar import Lembar, baca_lembar, kelengkapan
from kinerja.jejak_kotak import peristiwa_menyebut
from kinerja.models import Baseline, Indikator, Riwayat, Target
from kinerja.models.tahapan import KartuTahap
from kinerja.penanggung import nama_penanggung, teks_penanggung

VERSI_DICARI = 40


@dataclass(frozen=True)
class TargetTahun:
    """The target of a year: the first one, the one in force where it is another, its reason."""

    tahun: int
    awal: str
    perubahan: str
    tahap: str
    alasan: str


@dataclass(frozen=True)
class LembarAcuan:
    """``versi``: events that changed the sheet, newest first, with their reason."""

    indikator: Indikator
    penanggung: str
    lembar: Lembar
    persen: int
    kurang: list[str]
    baseline: list[tuple[int, str]]
    target: list[TargetTahun]
    versi: list[tuple[Riwayat, str]]


def lembar_acuan(indikator: Indikator) -> LembarAcuan:
    """Seven queries."""
    acuan = baca_lembar(indikator.lembar)
    nama = nama_penanggung([indikator.pk]).get(indikator.pk, [])
    penanggung = teks_penanggung(indikator.penanggung_jawab, nama)
    awal = list(
        Baseline.objects.filter(indikator=indikator)
        .order_by("tahun")
        .values_list("tahun", "mentah")
    )
    target = _target(indikator, acuan)
    tahun = indikator.pohon.periode.daftar_tahun()
    ada = {m: bool(getattr(indikator, m)) for m in ("satuan", "definisi", "sumber_data")}
    ada |= {"penanggung_jawab": bool(penanggung), "baseline": bool(awal)}
    ada |= {"formulasi": bool(indikator.formulasi or acuan.kalimat)}
    ada |= {"target": {t.tahun for t in target} >= set(tahun)}
    ada |= {m: bool(getattr(acuan, m)) for m in ("kode", "alasan", "metode", "penyajian", "mutu")}
    persen, kurang = kelengkapan(ada | {"keterbatasan": bool(acuan.keterbatasan)})
    return LembarAcuan(
        indikator, penanggung, acuan, persen, kurang, awal, target, _versi(indikator)
    )


def _target(indikator: Indikator, acuan: Lembar) -> list[TargetTahun]:
    kartu = KartuTahap.baca(indikator.pohon.perangkat_daerah_id)
    tahap = {b.pk: b for b in kartu.baris}
    per_tahun: dict[int, list[tuple[int, str, str]]] = {}
    for satu in Target.objects.filter(indikator=indikator, triwulan=0):
        milik = tahap[satu.tahap_id]
        per_tahun.setdefault(satu.tahun, []).append((milik.urutan, satu.mentah, milik.nama))
    hasil = []
    for tahun, daftar in sorted(per_tahun.items()):
        urut = sorted(daftar)
        awal, akhir = urut[0], urut[-1]
        berubah = len(urut) > 1 and akhir[1] != awal[1]
        alasan = acuan.alasan_target.get(str(tahun), "")
        hasil.append(
            TargetTahun(tahun, awal[1], akhir[1] if berubah else "", akhir[2] if berubah else "",
                        alasan)
        )  # fmt: skip
    return hasil


def _versi(indikator: Indikator) -> list[tuple[Riwayat, str]]:
    daftar = peristiwa_menyebut(indikator.pohon_id, {str(indikator.uid)})
    hasil = []
    for riwayat in daftar.select_related("oleh").order_by("-nomor")[:VERSI_DICARI]:
        for p in riwayat.perubahan:
            isi = (p["sesudah"] or {}).get("lembar")
            if p["kunci"][0] == str(indikator.uid) and isi:
                hasil.append((riwayat, str(isi.get("sebab") or "versi pertama")))
    return hasil
