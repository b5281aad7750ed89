"""Lists of agreements: of an agency, of what waits for a head, of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from cascading.aturan.perjanjian import BERJALAN, MENUNGGU, menunggu_atasan
from cascading.bahan_perjanjian import BacaanLembaga, PerjanjianSiap
from cascading.models import PerjanjianKinerja
from cascading.pilihan import StatusPerjanjian
from cascading.wewenang_perjanjian import VERIFIKATOR
from kinerja.models import Jabatan, Pejabat, Pengaturan, Pengguna, PerangkatDaerah
from laporan.banding_capaian import capaian_akhir, kalimat_capaian
from laporan.banding_tahun import bandingkan_isi, isi_tahun_lalu
from laporan.naskah_perjanjian import siap_cetak


@dataclass(frozen=True)
class BarisDaftar:
    """One position of the agency with its latest agreement of the year, or none."""

    jabatan: Jabatan
    perjanjian: PerjanjianKinerja | None
    boleh_baru: bool


def daftar_lembaga(lembaga: PerangkatDaerah, tahun: int) -> list[BarisDaftar]:
    """Two queries at any size."""
    terakhir: dict[int, PerjanjianKinerja] = {}
    milik = PerjanjianKinerja.objects.filter(perangkat_daerah=lembaga, tahun=tahun)
    for p in milik.select_related("pihak_pertama__pegawai").order_by("urutan"):
        terakhir[p.jabatan_id] = p
    hasil = []
    for jabatan in lembaga.jabatan.order_by("-kepala", "nama", "pk"):
        p_kini = terakhir.get(jabatan.pk)
        boleh = p_kini is None or p_kini.status not in BERJALAN
        hasil.append(BarisDaftar(jabatan, p_kini, boleh))
    return hasil


@dataclass(frozen=True)
class Menunggu:
    """An agreement that waits for the reader; ``catatan`` is what to look at first."""

    siap: PerjanjianSiap
    catatan: list[str]

    @property
    def perjanjian(self) -> PerjanjianKinerja:
        return self.siap.perjanjian


def menunggu(pengguna: Pengguna, hari: date) -> list[PerjanjianKinerja]:
    """What waits for the holder of a superior position, today."""
    if pengguna.pegawai_id is None:
        return []
    kursi = Jabatan.objects.filter(pejabat__pegawai=pengguna.pegawai_id).distinct()
    semua = PerjanjianKinerja.objects.lengkap().filter(status__in=MENUNGGU)
    daftar = semua.filter(jabatan__atasan__in=kursi) | semua.filter(
        jabatan__in=kursi, jabatan__jenis="KEPALA_DAERAH"
    )
    hasil, kini = [], {j.pk: j.pejabat_pada(hari) for j in kursi}
    verifikasi = set(_pemda_verifikasi())
    for p in daftar.order_by("jabatan__nama", "pk"):
        if p.status != menunggu_atasan(_pemda(p.perangkat_daerah) in verifikasi):
            continue
        pemegang = kini.get(p.jabatan.atasan_id or p.jabatan_id) or kini.get(p.jabatan_id)
        if pemegang is not None and pemegang.pegawai_id == pengguna.pegawai_id:
            hasil.append(p)
    return hasil


def menunggu_verifikasi(pengguna: Pengguna) -> list[PerjanjianKinerja]:
    """What waits for Bappeda or Bagian Organisasi of a pemda that verifies. Two queries."""
    pemda = [k.perangkat_daerah_id for k in pengguna.daftar_keanggotaan() if k.peran in VERIFIKATOR]
    lembaga = PerangkatDaerah.objects.filter(
        Q(pk__in=pemda) | Q(pemda__in=pemda),
        Q(pk__in=_pemda_verifikasi()) | Q(pemda__in=_pemda_verifikasi()),
    )
    daftar = PerjanjianKinerja.objects.lengkap().filter(
        status=StatusPerjanjian.DIAJUKAN, perangkat_daerah__in=lembaga
    )
    return list(daftar.order_by("perangkat_daerah__nama", "jabatan__nama", "pk"))


def _pemda_verifikasi() -> QuerySet[Pengaturan, int]:
    return Pengaturan.objects.filter(perlu_verifikasi=True).values_list("pemda_id", flat=True)


def _pemda(lembaga: PerangkatDaerah) -> int:
    return lembaga.pemda_id or lembaga.pk


def rincian_menunggu(daftar: Iterable[PerjanjianKinerja], hari: date) -> list[Menunggu]:
    """With findings, differences and results; those that need a look come first. Reads each agency
    once.
    """
    bacaan: dict[tuple[int, int, str], BacaanLembaga] = {}
    siap = []
    for p in daftar:
        kunci = (p.perangkat_daerah_id, p.tahun, p.tahap.kode)
        if kunci not in bacaan:
            bacaan[kunci] = BacaanLembaga(p.perangkat_daerah, p.tahun, p.tahap.kode)
        siap.append(siap_cetak(p, hari, bacaan[kunci]))
    pembanding = _Pembanding(siap)
    hasil = [Menunggu(s, pembanding.catatan(s)) for s in siap]
    return sorted(hasil, key=lambda m: (-len(m.siap.galat), -len(m.catatan)))


class _Pembanding:
    """What is compared with: agreements of last year, last results, bands of the pemda."""

    def __init__(self, daftar: Sequence[PerjanjianSiap]):
        semua = [s.perjanjian for s in daftar]
        self.lalu = isi_tahun_lalu(semua)
        sampai = max((p.tahun for p in semua), default=0)
        self.capaian = capaian_akhir((s.isi for s in daftar), sampai) if daftar else {}
        pemda = {_pemda(p.perangkat_daerah) for p in semua}
        self.pita = {pk: Pengaturan.aturan_ukur_di(pk).pita for pk in pemda}

    def catatan(self, siap: PerjanjianSiap) -> list[str]:
        p = siap.perjanjian
        hasil = [t.pesan for t in siap.galat]
        if p.sidik != siap.sidik:
            hasil.append("Isinya berubah sesudah diajukan.")
        hasil += kalimat_capaian(siap.isi, self.capaian, self.pita[_pemda(p.perangkat_daerah)])
        lalu = self.lalu.get((p.jabatan_id, p.tahun - 1))
        return [*hasil, *(bandingkan_isi(siap.isi, lalu, p.tahun - 1) if lalu else [])]


def milik_saya(pengguna: Pengguna, hari: date) -> list[PerjanjianKinerja]:
    """Of the positions that the user holds today, the newest first."""
    if pengguna.pegawai_id is None:
        return []
    kursi = Pejabat.objects.belum_selesai(hari).filter(pegawai=pengguna.pegawai_id, mulai__lte=hari)
    daftar = PerjanjianKinerja.objects.filter(jabatan__in=kursi.values("jabatan"))
    return list(daftar.select_related("jabatan").order_by("-tahun", "-urutan")[:12])


def bawahan(pengguna: Pengguna, hari: date) -> list[BarisDaftar]:
    """The positions directly below those that the user holds today, each with its latest agreement.

    Two queries.
    """
    if pengguna.pegawai_id is None:
        return []
    kursi = Pejabat.objects.belum_selesai(hari).filter(pegawai=pengguna.pegawai_id, mulai__lte=hari)
    jabatan = list(Jabatan.objects.filter(atasan__in=kursi.values("jabatan")).order_by("nama"))
    terakhir = {
        p.jabatan_id: p
        for p in PerjanjianKinerja.objects.filter(jabatan__in=[j.pk for j in jabatan])
        .select_related("pihak_pertama__pegawai")
        .order_by("tahun", "urutan")
    }
    return [BarisDaftar(j, terakhir.get(j.pk), False) for j in jabatan]
