"""Actual values of 2025 for practice: made up, and every row says so ("Angka latihan")."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from kinerja.aturan.angka import format_angka
from kinerja.models import Indikator, Pagu, Pengguna, Pengukuran, Perubahan, Pohon, SelUkur, Target
from kinerja.models.anggaran import MURNI
from kinerja.models.rencana_ukur import ANGGARAN, NILAI
from kinerja.pilihan import Agregasi, Frekuensi, JenisNilai, Jenjang

TAHUN = 2025
BANYAK = 12
"""Sub kegiatan that are measured every quarter; the others keep their yearly indicators."""
LATIHAN = "Angka latihan, bukan angka resmi."
BAGIAN = ((25, 25, 25, 25), (10, 30, 30, 30), (20, 20, 30, 30))
"""Percent of the yearly target by quarter, in turn."""
CAPAI = (100, 92, 40, 105, 80)
"""Percent of the target of a quarter that was reached, in turn; one of them is red."""
SERAP = ((21, 24, 27, 22), (15, 25, 28, 24), (24, 24, 25, 25))
"""Percent of the pagu of a sub kegiatan spent in each quarter, in turn."""


def muat_realisasi(
    pohon: Pohon, *, perencana: Pengguna, verifikator: Pengguna, pada: datetime
) -> None:
    """Targets, values and money of three quarters; the first verified, the second submitted.
    Once, and not where people have set targets of quarters already.
    """
    ada = Target.objects.filter(indikator__pohon=pohon, triwulan__gt=0)
    if Pengukuran.objects.filter(pohon=pohon).exists() or ada.exists() or not pohon.dapat_diubah:
        return
    daftar = _terukur(pohon)
    siapa: dict[str, Any] = {"oleh": perencana, "pada": pada}
    pohon.muat(
        [p for n, (i, setahun) in enumerate(daftar) for p in _target(i, setahun, n)],
        ringkasan=f"Target triwulan {TAHUN} untuk latihan", **siapa,
    )  # fmt: skip
    for triwulan in (1, 2, 3):
        sel = [s for n, (i, setahun) in enumerate(daftar) for s in _nilai(i, setahun, n, triwulan)]
        pohon.ukur([*sel, *_uang(pohon, triwulan)], tahun=TAHUN, triwulan=triwulan, **siapa)
    for triwulan in (1, 2):
        pohon.langkah_ukur("ajukan", tahun=TAHUN, triwulan=triwulan, **siapa)
    pohon.langkah_ukur("verifikasi", tahun=TAHUN, triwulan=1, oleh=verifikator, pada=pada)


def _terukur(pohon: Pohon) -> list[tuple[Indikator, int]]:
    """Indicators of the first sub kegiatan with a whole number to reach, in tree order."""
    semua = Indikator.objects.filter(
        pohon=pohon, simpul__jenjang=Jenjang.SUB_KEGIATAN, target__tahun=TAHUN,
        target__triwulan=0, target__nilai__gte=8,
    )  # fmt: skip
    urut = semua.select_related("simpul").order_by("simpul__lft", "urutan")
    daftar = [(i, int(i.target.get(tahun=TAHUN, triwulan=0).nilai or 0)) for i in urut[:BANYAK]]
    return daftar


def _target(indikator: Indikator, setahun: int, nomor: int) -> list[Perubahan]:
    uid = str(indikator.uid)
    sebelum = {"frekuensi": indikator.frekuensi, "agregasi": indikator.agregasi}
    sesudah = {"frekuensi": str(Frekuensi.TRIWULANAN), "agregasi": str(Agregasi.JUMLAH)}
    hasil = [Perubahan("indikator", (uid,), sebelum, sesudah)]
    for triwulan, nilai in enumerate(_bagi(setahun, nomor), start=1):
        isi = {"mentah": str(nilai), "jenis": str(JenisNilai.ANGKA), "nilai": str(nilai)}
        hasil.append(Perubahan("target", (uid, TAHUN, triwulan, MURNI), None, isi))
    return hasil


def _bagi(setahun: int, nomor: int) -> list[int]:
    """The yearly target in four whole numbers that add up to it."""
    awal = [setahun * persen // 100 for persen in BAGIAN[nomor % len(BAGIAN)][:3]]
    return [*awal, setahun - sum(awal)]


def _nilai(indikator: Indikator, setahun: int, nomor: int, triwulan: int) -> list[SelUkur]:
    uid, capai = str(indikator.uid), CAPAI[(nomor + triwulan) % len(CAPAI)]
    nilai = _bagi(setahun, nomor)[triwulan - 1] * capai // 100
    return [SelUkur(uid, NILAI, str(nilai)), SelUkur(uid, "hambatan", LATIHAN)]


def _uang(pohon: Pohon, triwulan: int) -> list[SelUkur]:
    """Money spent by every sub kegiatan whose pagu can be read."""
    pagu = Pagu.objects.filter(simpul__pohon=pohon, tahun=TAHUN, nilai__gt=0)
    urut = pagu.order_by("simpul__lft", "pk").values_list("simpul__uid", "nilai")
    return [
        SelUkur(str(uid), ANGGARAN, format_angka((nilai or 0) * _serap(nomor, triwulan) // 100))
        for nomor, (uid, nilai) in enumerate(urut)
    ]


def _serap(nomor: int, triwulan: int) -> int:
    return SERAP[nomor % len(SERAP)][triwulan - 1]


def sel_triwulan_terakhir(pohon: Pohon) -> list[SelUkur]:
    """What ends the year: the measured indicators in quarter IV, and its money."""
    nilai = [s for n, (i, setahun) in enumerate(_terukur(pohon)) for s in _nilai(i, setahun, n, 4)]
    return [*nilai, *_uang(pohon, 4)]
