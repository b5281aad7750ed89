"""The demo's penjenjangan, Dinas Sosial Kotawaringin Timur 2025, and one of invented sentences."""

from __future__ import annotations

from functools import cache

from django.db import transaction

from cascading.contoh_penjenjangan import muat_penjenjangan
from cascading.contoh_tautan import muat_tautan
from cascading.models import Penjenjangan
from kinerja.contoh import fakta, orang
from kinerja.contoh.dokumen import muat_cascading, muat_rpjmd
from kinerja.contoh.nomenklatur import muat_nomenklatur
from kinerja.contoh.pohon_kinerja import muat_kondisi_2025
from kinerja.gambar.kotak import Kotak
from laporan.naskah_penjenjangan import naskah_penjenjangan
from laporan.pdf.kop import Kop
from laporan.pdf.naskah_penjenjangan import (
    BarisMatriks,
    Blok,
    BlokKegiatan,
    BlokSubKegiatan,
    ButirOutcome,
    Isian,
    KinerjaTarget,
    KolomOutcome,
    LembarMatriks,
    NaskahPenjenjangan,
    SelMatriks,
    TabelKondisi,
    TabelTarget,
    UkuranTarget,
)
from tests.factories import PADA


def muat_dokumen() -> Penjenjangan:
    """Both trees, tied together, with the items of Tahap 1."""
    isi, milik = fakta.dokumen(), orang.muat_perangkat_daerah()
    akun = orang.muat_akun(milik, orang.muat_jabatan(milik))
    siapa = {"periode": orang.muat_periode(), "pada": PADA}
    rpjmd = muat_rpjmd(isi, pemda=milik[orang.PEMDA], oleh=akun["bappeda"], **siapa)
    dinas, perencana = milik[orang.DINAS], akun["perencana"]
    muat_cascading(isi, dinas=dinas, versi=muat_nomenklatur(), rpjmd=rpjmd, oleh=perencana, **siapa)
    muat_kondisi_2025(fakta.penjenjangan(), dinas=dinas, oleh=perencana, **siapa)
    muat_tautan(milik, akun, PADA)
    muat_penjenjangan(milik, akun, PADA)
    return Penjenjangan.objects.lengkap().get(perangkat_daerah=dinas)


def naskah(dokumen: Penjenjangan) -> NaskahPenjenjangan:
    return naskah_penjenjangan(dokumen, pada=PADA.date())


@cache
def naskah_demo() -> NaskahPenjenjangan:
    """Read once for all tests; the database is as before."""
    with transaction.atomic():
        isi = naskah(muat_dokumen())
        transaction.set_rollback(True)
    return isi


def rapat(teks: str) -> str:
    """Without any space: where a line breaks is the printer's business."""
    return "".join(teks.split()).replace("(lanjutan)", "")


def kecil(*, panjang: int = 1, banyak: int = 2) -> NaskahPenjenjangan:
    """A document of every kind of page; its texts are ``panjang`` sentences long."""
    kalimat = Kalimat(panjang)
    sub = tuple(_kotak(kalimat, f"s{n}", 4, "kondisi_operasional") for n in range(banyak))
    antara = _kotak(kalimat, "a", 3, "kondisi_antara", *sub)
    csf = _kotak(kalimat, "c", 2, "csf", antara)
    blok = [
        Blok((Isian(kepala, kalimat()), Isian("Sasaran", kalimat()), Isian("Anggaran", "0")))
        for kepala in ("Program", "Kegiatan", *["Sub Kegiatan"] * banyak)
    ]
    sel = tuple(SelMatriks(kalimat(), n) for n in (1, banyak))
    ukuran = UkuranTarget(kalimat(), "%", ("1", "2"))
    return NaskahPenjenjangan(
        kop=Kop("PEMERINTAH KABUPATEN X", "DINAS SOSIAL"),
        judul=("Penjenjangan Kinerja", "Dinas Sosial", "Tahun 2025"),
        sampul="",
        tahap=tuple(f"Judul tahap {n}" for n in range(1, 6)),
        bagian=("Tujuan dan sasaran", "Program dan kegiatan", "Sub kegiatan", "Matriks"),
        outcome=kalimat(),
        kolom=tuple(
            KolomOutcome(f"Kolom {k}", (kalimat(),) * 2, (ButirOutcome(kalimat(), (kalimat(),)),))
            for k in range(3)
        ),
        csf=(kalimat(),),
        kondisi=tuple(
            TabelKondisi(1, f"Kiri {n}", "Kanan", kalimat(), kalimat.daftar(banyak))
            for n in range(3)
        ),
        kotak=(_kotak(kalimat, "o", 1, "outcome", csf),),
        tingkat_csf=2,
        catatan=(kalimat(),),
        tahun=(2024, 2025),
        target=(TabelTarget("Tujuan", (KinerjaTarget(kalimat(), (ukuran,)),)),),
        kegiatan=(BlokKegiatan(blok[0], blok[1]),),
        sub_kegiatan=(BlokSubKegiatan("Program P", "Kegiatan K", tuple(blok[2:])),),
        program=tuple(f"P{n}" for n in range(banyak + 1)),
        matriks=(LembarMatriks("", (BarisMatriks("Level", "Komponen", "PK", sel),) * 2),),
        kaki="kaki",
        diubah="2025-01-06T15:00:00+07:00",
    )  # fmt: skip


class Kalimat:
    """Sentences that are told apart by a number."""

    def __init__(self, panjang: int) -> None:
        self.panjang, self.ke = panjang, 0

    def __call__(self) -> str:
        self.ke += 1
        isi = (f"kalimat{self.ke}x{n} layanan & <b> panti/rumah" for n in range(self.panjang))
        return " ".join(isi)

    def daftar(self, banyak: int) -> tuple[str, ...]:
        return tuple(self() for _ in range(banyak))


def _kotak(kalimat: Kalimat, pk: str, tingkat: int, jenjang: str, *anak: Kotak) -> Kotak:
    return Kotak(
        id=pk, jenjang=jenjang, nama_jenjang=jenjang.title(), judul=kalimat(),
        indikator=(kalimat(),), tingkat=tingkat, anak=anak,
    )  # fmt: skip
