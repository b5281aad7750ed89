"""The grid of a quarter as data: boxes in tree order with their indicators and their money.

The number of queries is the same whatever the document's size; one page shows some boxes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from kinerja.aturan import pengukuran as aturan
from kinerja.aturan.aturan_ukur import AturanUkur
from kinerja.aturan.jenjang import periksa_pagu
from kinerja.aturan.seri import Seri
from kinerja.models import (
    Indikator,
    JendelaPengukuran,
    Pagu,
    PembukaanKotak,
    Pengaturan,
    Pengukuran,
    Pohon,
    Realisasi,
    RealisasiAnggaran,
    Simpul,
)
from kinerja.models.hitung_capaian import nilai_baris, target_berlaku
from kinerja.models.tahapan import KartuTahap, terakhir
from kinerja.pilihan import Jenjang, StatusPengukuran
from kinerja.sel_ukur import KotakUkur, SelNilai, SelUang

KOTAK_PER_HALAMAN = 120
ANGKA = {1: "I", 2: "II", 3: "III", 4: "IV"}


@dataclass
class LembarUkur:
    """A page of the grid. ``temuan``: why nothing may be typed, "" when it may."""

    pohon: Pohon
    tahun: int
    triwulan: int
    halaman: Page[Simpul]
    kotak: list[KotakUkur]
    ukuran: Pengukuran | None
    jendela: aturan.Jendela | None
    hari: date
    aturan: AturanUkur
    temuan: str

    @property
    def status(self) -> str:
        return self.ukuran.status if self.ukuran else StatusPengukuran.DRAF

    @property
    def label_status(self) -> str:
        return str(StatusPengukuran(self.status).label)

    @property
    def alasan(self) -> str:
        return self.ukuran.alasan if self.ukuran else ""

    @property
    def keadaan_jendela(self) -> str:
        return aturan.keadaan_jendela(self.jendela, self.hari)

    @property
    def masa(self) -> str:
        return aturan.sebut(self.tahun, self.triwulan)

    @property
    def boleh_isi(self) -> bool:
        return any(k.terbuka for k in self.kotak)

    @property
    def sel(self) -> list[SelNilai | SelUang]:
        """All cells of the page."""
        uang = [k.uang for k in self.kotak if k.uang]
        return [*(n for k in self.kotak for n in k.nilai), *uang]

    @cached_property
    def hitungan(self) -> dict[str, int]:
        """Of this page: values due, filled, red without a note."""
        semua = [n for k in self.kotak for n in k.nilai if n.jatuh_tempo]
        return {
            "wajib": len(semua),
            "terisi": sum(1 for n in semua if n.ini),
            "merah": sum(1 for n in semua if n.perlu_catatan),
        }


def kotak_terukur(pohon: Pohon, tahun: int) -> QuerySet[Simpul]:
    """The boxes that have something to measure, in tree order."""
    uang = [j for j in Jenjang.values if not periksa_pagu(j, tahun)]
    berindikator = Exists(Indikator.objects.filter(simpul=OuterRef("pk")))
    semua = Simpul.objects.filter(pohon=pohon).filter(Q(berindikator) | Q(jenjang__in=uang))
    return semua.exclude(jenjang=Jenjang.AKAR).order_by("lft")


def lembar_ukur(
    pohon: Pohon, *, tahun: int, triwulan: int, hari: date, halaman: int = 1,
    boleh: Collection[int] | None = None, sehalaman: int = KOTAK_PER_HALAMAN, kotak_dicari: int = 0,
) -> LembarUkur:  # fmt: skip
    """``boleh``: boxes that the reader may fill at all, None for every one. ``kotak_dicari``: the
    page that has this box (a query more), whatever ``halaman`` says.
    """
    terukur = kotak_terukur(pohon, tahun)
    if kotak_dicari:
        halaman = _halaman_kotak(terukur, kotak_dicari, sehalaman)
    lembar = Paginator(terukur, sehalaman).get_page(halaman)
    kotak = {s.pk: KotakUkur(s) for s in lembar.object_list}
    ukur = Pengaturan.aturan_ukur_di(pohon.perangkat_daerah.pemda_atau_diri())
    kartu = KartuTahap.baca(pohon.perangkat_daerah_id)
    _pasang_nilai(pohon, kotak, tahun, triwulan, ukur)
    _pasang_uang(kotak, tahun, triwulan, kartu)
    masa = {"tahun": tahun, "triwulan": triwulan}
    ukuran = Pengukuran.objects.filter(pohon=pohon, **masa).first()
    jendela = JendelaPengukuran.cari(pohon.perangkat_daerah.pemda_atau_diri(), tahun, triwulan)
    status = ukuran.status if ukuran else StatusPengukuran.DRAF
    temuan = aturan.periksa_terbuka(status, jendela, hari, aturan.sebut(tahun, triwulan))
    buka_kotak(pohon, kotak, tahun, triwulan, hari, boleh, bool(temuan))
    pesan = temuan[0].pesan if temuan else ""
    return LembarUkur(pohon, tahun, triwulan, lembar, list(kotak.values()), ukuran, jendela, hari,
                      ukur, pesan)  # fmt: skip


def _halaman_kotak(terukur: QuerySet[Simpul], kotak: int, sehalaman: int) -> int:
    """The page of a box; the first one for a box that has nothing to measure."""
    di_depan = Simpul.objects.filter(pk=kotak).values("lft")[:1]
    return terukur.filter(lft__lt=Subquery(di_depan)).count() // sehalaman + 1


def _pasang_nilai(
    pohon: Pohon, kotak: dict[int, KotakUkur], tahun: int, triwulan: int, ukur: AturanUkur
) -> None:
    daftar = list(Indikator.objects.filter(simpul__in=kotak).order_by("urutan", "pk"))
    pk = {i.pk for i in daftar}
    target = target_berlaku(pohon, pk, {tahun})
    baris: dict[int, dict[int, Realisasi]] = defaultdict(dict)
    for satu in Realisasi.objects.filter(indikator__simpul__in=kotak, tahun=tahun):
        baris[satu.indikator_id][satu.triwulan] = satu
    for indikator in daftar:
        acuan, milik = target.get((indikator.pk, tahun), {}), baris[indikator.pk]
        seri = Seri(
            arah=indikator.arah,
            agregasi=indikator.agregasi,
            realisasi={n: nilai_baris(r) for n, r in milik.items()},
            cara={n: r.cara for n, r in milik.items()},
            target={n: nilai for n, nilai in acuan.items() if n},
            setahun=acuan.get(0),
        )
        kotak[indikator.simpul_id].nilai.append(SelNilai(indikator, seri, milik, triwulan, ukur))


def _pasang_uang(
    kotak: dict[int, KotakUkur], tahun: int, triwulan: int, kartu: KartuTahap
) -> None:  # fmt: skip
    daftar = {pk: k for pk, k in kotak.items() if not periksa_pagu(k.simpul.jenjang, tahun)}
    pagu = pagu_berlaku(Q(simpul__in=daftar), tahun, kartu)
    baris: dict[int, dict[int, RealisasiAnggaran]] = defaultdict(dict)
    for satu in RealisasiAnggaran.objects.filter(simpul__in=daftar, tahun=tahun):
        baris[satu.simpul_id][satu.triwulan] = satu
    for pk, milik in daftar.items():
        milik.uang = SelUang(milik.simpul, pagu.get(pk), baris[pk], triwulan)


def pagu_berlaku(milik: Q, tahun: int, kartu: KartuTahap) -> dict[int, int]:
    """Pagu in force of a year by box, all funds together."""
    tahapan = kartu.berlaku(tahun)
    kolom = Pagu.objects.filter(milik, tahun=tahun).values_list(
        "simpul_id", "sumber_dana", "tahap_id", "nilai"
    )
    hasil: dict[int, int] = {}
    baris = (((s, dana), tahap, nilai) for s, dana, tahap, nilai in kolom)
    for (simpul, _), (nilai,) in terakhir(baris, tahapan).items():
        if nilai is not None:
            hasil[simpul] = hasil.get(simpul, 0) + nilai
    return hasil


def buka_kotak(
    pohon: Pohon, kotak: dict[int, KotakUkur], tahun: int, triwulan: int, hari: date,
    boleh: Collection[int] | None, tertutup: bool,
) -> None:  # fmt: skip
    """Mark the boxes that take values now: all, or those opened again while it is closed."""
    dibuka: list[tuple[int, int]] = []
    if tertutup:
        uid = PembukaanKotak.berlaku(pohon.perangkat_daerah_id, tahun, triwulan, hari)
        atas = Simpul.objects.filter(pohon=pohon, uid__in=uid) if uid else Simpul.objects.none()
        dibuka = list(atas.values_list("lft", "rght"))
    for pk, satu in kotak.items():
        s = satu.simpul
        lewat = not tertutup or any(lft <= s.lft and s.rght <= rght for lft, rght in dibuka)
        satu.terbuka = lewat and (boleh is None or pk in boleh)
