"""The reference sheet of an indicator as a page: its parts, how complete it is, its versions."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.aturan.lembar import Lembar, baca_lembar, kelengkapan
from kinerja.jejak_kotak import peristiwa_menyebut
from kinerja.models import Baseline, Indikator, Riwayat, Target
from kinerja.models.tahapan import KartuTahap
from kinerja.penanggung import nama_penanggung, teks_penanggung
from kinerja.pilihan import Triwulan

VERSI_DICARI = 40


@dataclass(frozen=True)
class TargetTahun:
    """The target of a year or (``triwulan``) a quarter: the first one, the one in force where it
    is another, its reason.
    """

    tahun: int
    triwulan: int
    awal: str
    perubahan: str
    tahap: str
    alasan: str

    @property
    def masa(self) -> str:
        return Triwulan(self.triwulan).label if self.triwulan else str(self.tahun)


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
    ada |= {"target": {t.tahun for t in target if not t.triwulan} >= set(tahun)}
    ada |= {m: bool(getattr(acuan, m)) for m in ("kode", "alasan", "metode", "penyajian", "mutu")}
    persen, kurang = kelengkapan(ada | {"keterbatasan": bool(acuan.keterbatasan)})
    return LembarAcuan(
        indikator, penanggung, acuan, persen, kurang, awal, target, _versi(indikator)
    )


def _target(indikator: Indikator, acuan: Lembar) -> list[TargetTahun]:
    kartu = KartuTahap.baca(indikator.pohon.perangkat_daerah_id)
    tahap = {b.pk: b for b in kartu.baris}
    per_masa: dict[tuple[int, int], list[tuple[int, str, str]]] = {}
    for satu in Target.objects.filter(indikator=indikator):
        milik, masa = tahap[satu.tahap_id], (satu.tahun, satu.triwulan)
        per_masa.setdefault(masa, []).append((milik.urutan, satu.mentah, milik.nama))
    hasil = []
    for (tahun, triwulan), daftar in sorted(per_masa.items()):
        urut = sorted(daftar)
        awal, akhir = urut[0], urut[-1]
        berubah = len(urut) > 1 and akhir[1] != awal[1]
        alasan = "" if triwulan else acuan.alasan_target.get(str(tahun), "")
        kini = akhir[1:] if berubah else ("", "")
        hasil.append(TargetTahun(tahun, triwulan, awal[1], *kini, alasan))
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
