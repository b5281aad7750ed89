"""What a pemda publishes: the gate, its agencies, their documents. A fixed number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q, QuerySet

from kinerja.models import PerangkatDaerah
from kinerja.pilihan import JenisPerangkatDaerah
from laporan.models import BerkasDokumen, Dokumen
from laporan.pilihan import JenisBerkas, JenisDokumen, SebabGanti
from laporan.publik.capaian import terverifikasi
from laporan.publik.isi import NAMA_TABEL

JENIS = (JenisDokumen.POHON, JenisDokumen.IKU, JenisDokumen.PERJANJIAN)
"""Published kinds in the order of the page. Filed old documents stay inside."""
JUDUL = {
    JenisDokumen.POHON: "Pohon kinerja dan cascading",
    JenisDokumen.IKU: "Indikator kinerja utama",
    JenisDokumen.PERJANJIAN: "Perjanjian kinerja",
}


@dataclass(frozen=True)
class KelompokPublik:
    """The documents of one kind in force, newest year first; ``tabel`` can be had as CSV."""

    judul: str
    daftar: list[Dokumen]
    tabel: tuple[str, ...]


@dataclass(frozen=True)
class LembarPublik:
    """One agency: documents by kind, years with verified results."""

    lembaga: PerangkatDaerah
    kelompok: list[KelompokPublik]
    tahun_capaian: list[int]


@dataclass
class BarisLembaga:
    """One agency of the list with how many documents it has, by kind as printed."""

    lembaga: PerangkatDaerah
    banyak: dict[str, int] = field(default_factory=dict)


def pemda_publik() -> QuerySet[PerangkatDaerah]:
    """Those that switched their page on."""
    return PerangkatDaerah.objects.filter(
        jenis=JenisPerangkatDaerah.PEMDA, pengaturan__halaman_publik=True
    ).defer("lambang").order_by("nama")  # fmt: skip


def dokumen_publik(pemda: PerangkatDaerah) -> QuerySet[Dokumen]:
    """Every approved document of the pemda, replaced ones too; without the snapshots."""
    milik = Q(perangkat_daerah=pemda) | Q(perangkat_daerah__pemda=pemda)
    return Dokumen.objects.filter(milik, jenis__in=JENIS).defer("cuplikan")


def berlaku(daftar: QuerySet[Dokumen]) -> QuerySet[Dokumen]:
    """Without those that another document took the place of."""
    pengganti = Dokumen.objects.filter(menggantikan=OuterRef("pk"))
    return daftar.exclude(Exists(pengganti.exclude(sebab_ganti=SebabGanti.PEJABAT_BARU)))


def daftar_lembaga(pemda: PerangkatDaerah) -> list[BarisLembaga]:
    """Agencies with something to show. One query."""
    milik = berlaku(dokumen_publik(pemda)).select_related("perangkat_daerah")
    hasil: dict[int, BarisLembaga] = {}
    for d in milik.order_by("perangkat_daerah__nama", "perangkat_daerah", "pk"):
        baris = hasil.setdefault(d.perangkat_daerah_id, BarisLembaga(d.perangkat_daerah))
        judul = JUDUL[JenisDokumen(d.jenis)]
        baris.banyak[judul] = baris.banyak.get(judul, 0) + 1
    return list(hasil.values())


def lembar_publik(pemda: PerangkatDaerah, lembaga: PerangkatDaerah) -> LembarPublik:
    """Two queries."""
    tercetak = BerkasDokumen.objects.filter(dokumen=OuterRef("pk"), jenis=JenisBerkas.CETAK)
    milik = berlaku(dokumen_publik(pemda).filter(perangkat_daerah=lembaga))
    semua = list(milik.annotate(tercetak=Exists(tercetak)).order_by("-tahun", "judul", "pk"))
    kelompok = [
        KelompokPublik(JUDUL[j], [d for d in semua if d.jenis == j], NAMA_TABEL[j]) for j in JENIS
    ]
    pohon = pohon_dari(semua)
    tahun = terverifikasi(d.asal or 0 for d in pohon).values_list("tahun", flat=True)
    return LembarPublik(
        lembaga, [k for k in kelompok if k.daftar], sorted(set(tahun), reverse=True)
    )


def pohon_dari(daftar: Sequence[Dokumen]) -> list[Dokumen]:
    return [d for d in daftar if d.jenis == JenisDokumen.POHON]


def katalog(pemda: PerangkatDaerah) -> list[dict[str, object]]:
    """Every document in force with what it can be taken as; for programs. One query."""
    milik = berlaku(dokumen_publik(pemda)).select_related("perangkat_daerah")
    return [
        {
            "kode": d.kode_tercetak,
            "jenis": d.jenis,
            "judul": d.judul,
            "perangkat_daerah": d.perangkat_daerah.kode,
            "nama_perangkat_daerah": d.perangkat_daerah.nama,
            "tahun": d.tahun,
            "versi": d.versi,
            "disetujui": d.dibuat_pada.isoformat(timespec="seconds"),
            "sha256_isi": d.sha256,
            "tabel": list(NAMA_TABEL[d.jenis]),
        }
        for d in milik.order_by("perangkat_daerah__kode", "jenis", "-tahun", "pk")
    ]
