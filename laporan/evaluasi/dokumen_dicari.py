"""Documents of every kind as one list that is searched, counted and paged."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, CharField, F, IntegerField, QuerySet, Value, When
from django.db.models.functions import Cast, Concat
from django.urls import reverse

from cascading.models import PerjanjianKinerja
from cascading.pilihan import SebabPerjanjian, StatusPerjanjian
from iku.models import DokumenIku
from iku.pilihan import StatusDokumen
from kinerja.models import PerangkatDaerah, Pohon
from kinerja.pilihan import JenisPohon, StatusPohon
from laporan.aturan.pencarian import Pencarian, Potongan, sorot
from laporan.evaluasi.teks_penuh import saring_kata
from laporan.models import Dokumen
from laporan.pilihan import JenisDokumen

KOLOM = ("jenis_dokumen", "nomor_dokumen", "nama_dokumen", "milik", "tahun_dokumen", "keadaan")
STATUS = {
    JenisDokumen.POHON: StatusPohon,
    JenisDokumen.IKU: StatusDokumen,
    JenisDokumen.PERJANJIAN: StatusPerjanjian,
}
ALAMAT = {
    JenisDokumen.POHON: "pohon",
    JenisDokumen.IKU: "iku",
    JenisDokumen.PERJANJIAN: "perjanjian",
}


@dataclass(frozen=True)
class BarisDokumen:
    """One document; ``catatan`` leads to writing a note about it, "" where none may be."""

    nama: Potongan
    lembaga: str
    tahun: int
    status: str
    alamat: str
    jenis: str
    asal: int

    @property
    def dapat_dicatat(self) -> bool:
        return self.jenis != JenisDokumen.ARSIP


def dokumen_dicari(
    p: Pencarian, lembaga: Collection[PerangkatDaerah], pohon: Collection[Pohon]
) -> QuerySet[Any, Any]:
    """Rows of KOLOM of all kinds; ``pohon`` are the planning documents that count."""
    bagian = [_pohon(pohon)]
    if not p.temuan:
        milik = {"perangkat_daerah__in": [satu.pk for satu in lembaga]}
        masa = {"tahun": p.tahun} if p.tahun else {}
        bagian += [
            _iku(DokumenIku.objects.filter(**milik, **masa)),
            _perjanjian(PerjanjianKinerja.objects.filter(**milik, **masa)),
            _arsip(Dokumen.objects.filter(jenis=JenisDokumen.ARSIP, **milik, **masa)),
        ]
    tersaring = [saring_kata(b, ("dibaca",), p.kata).values_list(*KOLOM) for b in bagian]
    gabung = tersaring[0].union(*tersaring[1:], all=True)
    return gabung.order_by("milik", "jenis_dokumen", "-tahun_dokumen", "nomor_dokumen")


def baris_dokumen(isi: tuple[Any, ...], p: Pencarian) -> BarisDokumen:
    """A row of the list as the page shows it."""
    jenis, pk, nama, lembaga, tahun, keadaan = isi
    status = str(STATUS[jenis](keadaan).label) if jenis in STATUS else "Dokumen lama"
    if jenis in ALAMAT:
        alamat = reverse(ALAMAT[jenis], args=[pk])
    else:
        alamat = reverse("perjanjian-daftar", args=[int(keadaan)]) + f"?tahun={tahun}"
    return BarisDokumen(
        sorot(" ".join(nama.split()), p.kata), lembaga, tahun, status, alamat, jenis, pk
    )


def _pohon(daftar: Collection[Pohon]) -> QuerySet[Any]:
    jenis = Case(
        *(When(jenis=j.value, then=Value(str(j.label))) for j in JenisPohon),
        output_field=CharField(),
    )
    nama = Concat(jenis, Value(" "), "judul", Value(" "), "periode__nama")
    semua = Pohon.objects.filter(pk__in=[p.pk for p in daftar])
    return _kolom(semua, JenisDokumen.POHON, nama, F("periode__tahun_awal"), F("status"))


def _iku(daftar: QuerySet[Any]) -> QuerySet[Any]:
    nama = Concat(Value("Indikator kinerja utama (IKU) "), "judul", Value(" "), "nomor")
    return _kolom(daftar, JenisDokumen.IKU, nama, F("tahun"), F("status"))


def _perjanjian(daftar: QuerySet[Any]) -> QuerySet[Any]:
    kepala = Case(
        When(sebab=SebabPerjanjian.PERUBAHAN, then=Value("Perubahan Perjanjian Kinerja ")),
        default=Value("Perjanjian Kinerja "),
        output_field=CharField(),
    )
    nama = Concat(kepala, "jabatan__nama", Value(" "), "nomor")
    return _kolom(daftar, JenisDokumen.PERJANJIAN, nama, F("tahun"), F("status"))


def _arsip(daftar: QuerySet[Any]) -> QuerySet[Any]:
    """``keadaan`` holds the agency: the list of its year is where the scan lies."""
    nama = Concat("judul", Value(" "), "nomor")
    milik = Cast("perangkat_daerah_id", CharField())
    return _kolom(daftar, JenisDokumen.ARSIP, nama, F("tahun"), milik)


def _kolom(daftar: QuerySet[Any], jenis: str, nama: Any, tahun: Any, keadaan: Any) -> QuerySet[Any]:
    return daftar.order_by().annotate(
        jenis_dokumen=Value(str(jenis), output_field=CharField()),
        nomor_dokumen=F("pk"),
        nama_dokumen=Cast(nama, CharField()),
        milik=F("perangkat_daerah__nama"),
        tahun_dokumen=Cast(tahun, IntegerField()),
        keadaan=Cast(keadaan, CharField()),
        dibaca=Concat(
            Cast(nama, CharField()), Value(" "), "perangkat_daerah__nama", Value(" "),
            Cast(tahun, CharField()),
        ),
    )  # fmt: skip
