"""The dashboard of an agency in a quarter: by level, branch and indicator, through the years."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from kinerja.aturan.aturan_ukur import AturanUkur
from kinerja.aturan.capaian import persen
from kinerja.aturan.dasbor import (
    JENJANG,
    TRIWULAN,
    Capai,
    Masa,
    Serap,
    Terlambat,
    Uang,
    jumlah_uang,
    kata_serapan,
    terlambat,
)
from kinerja.aturan.jenjang import label
from kinerja.aturan.kumulatif import sebutan_frekuensi
from kinerja.aturan.pengukuran import Jendela
from kinerja.aturan.pita import Pita, pita
from kinerja.bacaan_dasbor import (
    BERGARIS,
    BacaanDasbor,
    KotakDasbor,
    UkuranDasbor,
    baca_dasbor,
)
from kinerja.deret_dasbor import BarisDeret, baris_deret, mentah
from kinerja.gambar.peluru import peluru
from kinerja.models import JendelaPengukuran, Pengaturan, PerangkatDaerah, Pohon
from kinerja.pilihan import Frekuensi, StatusPengukuran, Triwulan
from kinerja.tertunda import Tertunda, tertunda


@dataclass(frozen=True)
class BarisCapai:
    """Capaian and money of a level, a box or a quarter."""

    nama: str
    capai: Capai
    uang: Uang
    pita: Pita | None
    kunci: str = ""
    kotak: KotakDasbor | None = None
    uang_baru: bool = True
    """Was any money typed in the quarter itself?"""

    @property
    def serap(self) -> Serap | None:
        """In words; None where nothing was typed in the quarter."""
        nilai = self.uang.serapan.nilai if self.uang_baru else None
        return None if nilai is None else kata_serapan(nilai)


@dataclass(frozen=True)
class BarisUkuran:
    """One indicator in the quarter; ``sebab`` says why there is no capaian."""

    ukuran: UkuranDasbor
    target: str
    setahun: str
    realisasi: str
    capaian: Decimal | None
    keterangan: str
    sebab: str
    pita: Pita | None
    gambar: str

    @property
    def tampil(self) -> str:
        return "" if self.capaian is None else persen(self.capaian)


@dataclass(frozen=True)
class BarisTerlambat:
    """A quarter of a document that is late."""

    dokumen: Pohon
    triwulan: int
    terlambat: Terlambat


@dataclass
class DasborLembaga:
    """Everything of the page; parts are computed when a template asks for them."""

    lembaga: PerangkatDaerah
    tahun: int
    triwulan: int
    hari: date
    aturan: AturanUkur
    bacaan: BacaanDasbor
    jendela: dict[int, Jendela]
    lain: list[Tertunda] = field(default_factory=list)
    kotak: KotakDasbor | None = None

    @property
    def batas(self) -> str:
        return "" if self.aturan.batas is None else persen(self.aturan.batas)

    @cached_property
    def lingkup(self) -> BacaanDasbor:
        """What the page is about: the agency, or one branch."""
        return self.bacaan.bagian(self.kotak) if self.kotak else self.bacaan

    @cached_property
    def seluruh(self) -> BarisCapai:
        return self._baris("Seluruhnya", self.lingkup.kotak)

    @cached_property
    def per_triwulan(self) -> list[BarisCapai]:
        kotak = self.lingkup.kotak
        return [self._baris(str(Triwulan(n).label), kotak, n, kunci=str(n)) for n in TRIWULAN]

    @cached_property
    def per_jenjang(self) -> list[BarisCapai]:
        """Values of the boxes of a level, money of all that is below them."""
        ada = {k.jenjang for k in self.lingkup.kotak}
        return [self._jenjang(j) for j in JENJANG if j in ada]

    @cached_property
    def anak(self) -> list[BarisCapai]:
        """The next boxes below, each with its whole branch."""
        ada = {k.pk for k in self.bacaan.kotak}
        atas = self.kotak.pk if self.kotak else None
        daftar = [k for k in self.lingkup.kotak if self._langsung(k, atas, ada)]
        return [self._cabang(k) for k in daftar]

    @cached_property
    def jejak(self) -> list[KotakDasbor]:
        """From the top to the box above this one."""
        satu, milik = self.kotak, {k.pk: k for k in self.bacaan.kotak}
        hasil: list[KotakDasbor] = []
        while satu is not None and satu.induk is not None:
            satu = milik.get(satu.induk)
            hasil += [satu] if satu else []
        return hasil[::-1]

    def ukuran(self, jenjang: str = "") -> list[UkuranDasbor]:
        """Of one level; without one the IKU and the topmost levels, of a branch all. IKU first,
        then those with a figure for the quarter or the year.
        """
        daftar = self.lingkup.ukuran
        if jenjang:
            daftar = [u for u in daftar if u.simpul.jenjang == jenjang]
        elif self.kotak is None:
            daftar = [u for u in daftar if u.utama or u.simpul.jenjang in BERGARIS]
        return sorted(daftar, key=lambda u: (not u.utama, not self._berangka(u)))

    def _berangka(self, u: UkuranDasbor) -> bool:
        masa = {(self.tahun, 0), (self.tahun, self.triwulan)}
        return not masa.isdisjoint(u.target) or not masa.isdisjoint(u.nilai)

    def gambarkan(self, daftar: Sequence[UkuranDasbor]) -> list[BarisUkuran]:
        return [self._ukuran(u) for u in daftar]

    @property
    def deret(self) -> list[BarisDeret]:
        return [d for d in self._semua_deret if d.berangka]

    @property
    def tanpa_angka(self) -> int:
        """How many are left out of ``deret``: neither target nor value in any year."""
        return len(self._semua_deret) - len(self.deret)

    @cached_property
    def _semua_deret(self) -> list[BarisDeret]:
        tahun = {p.pk: p.periode.daftar_tahun() for p in self.bacaan.dokumen}
        daftar = [u for u in self.lingkup.ukuran if u.simpul.jenjang in BERGARIS]
        return [
            baris_deret(u, tahun[u.simpul.pohon]) for u in sorted(daftar, key=lambda u: not u.utama)
        ]

    @cached_property
    def terlambat(self) -> list[BarisTerlambat]:
        """By document and quarter, whatever branch is on the page."""
        semua = ((p, n, terlambat(self._masa(p, n), self.hari)) for p in self.bacaan.dokumen
                 for n in TRIWULAN)  # fmt: skip
        return [BarisTerlambat(p, n, t) for p, n, t in semua if t is not None]

    def _masa(self, pohon: Pohon, triwulan: int) -> Masa:
        milik = [u for u in self.bacaan.ukuran if u.simpul.pohon == pohon.pk and u.wajib(triwulan)]
        kosong = [u for u in milik if (self.tahun, triwulan) not in u.nilai]
        return Masa(
            self.tahun,
            triwulan,
            len(milik),
            len(milik) - len(kosong),
            sum(u.frekuensi == Frekuensi.TAHUNAN for u in kosong),
            self.bacaan.status.get((pohon.pk, triwulan), StatusPengukuran.DRAF),
            self.jendela.get(triwulan),
        )

    def _langsung(self, kotak: KotakDasbor, atas: int | None, ada: set[int]) -> bool:
        return kotak.induk == atas if atas is not None else kotak.induk not in ada

    def _jenjang(self, jenjang: str) -> BarisCapai:
        kotak = [k for k in self.lingkup.kotak if k.jenjang == jenjang]
        baris = self._baris(label(jenjang), kotak, kunci=jenjang)
        uang = _jumlah_uang(self.lingkup.di_bawah(jenjang), self.triwulan)
        return replace(baris, uang=uang)

    def _cabang(self, kotak: KotakDasbor) -> BarisCapai:
        baris = self._baris(kotak.sebutan, self.bacaan.bagian(kotak).kotak)
        return replace(baris, kotak=kotak)

    def _baris(
        self, nama: str, kotak: Sequence[KotakDasbor], triwulan: int = 0, kunci: str = ""
    ) -> BarisCapai:
        n = triwulan or self.triwulan
        wajib = [u for k in kotak for u in k.ukuran if u.wajib(n)]
        nilai = [u.nilai[self.tahun, n].capaian for u in wajib if (self.tahun, n) in u.nilai]
        capai = Capai.dari(len(wajib), nilai, self.aturan.batas)
        warna = pita(capai.rata.nilai, self.aturan.pita)
        baru = any(n in k.uang and k.uang[n].nilai is not None for k in kotak)
        return BarisCapai(nama, capai, _jumlah_uang(kotak, n), warna, kunci, uang_baru=baru)

    def _ukuran(self, u: UkuranDasbor) -> BarisUkuran:
        satu = u.nilai.get((self.tahun, self.triwulan)) if u.wajib(self.triwulan) else None
        target = {n: u.target.get((self.tahun, n)) for n in (0, self.triwulan)}
        capaian = satu.capaian if satu else None
        sebab = "" if capaian is not None else self._sebab(u)
        milik = pita(capaian, self.aturan.pita)
        return BarisUkuran(
            ukuran=u,
            target=mentah(target[self.triwulan]),
            setahun=mentah(target[0]),
            realisasi=mentah(satu.nilai) if satu else "",
            capaian=capaian,
            keterangan=satu.keterangan if satu and capaian is not None else "",
            sebab=sebab,
            pita=milik,
            gambar=peluru(capaian, self.aturan.pita),
        )

    def _sebab(self, u: UkuranDasbor) -> str:
        if not u.wajib(self.triwulan):
            return sebutan_frekuensi(u.frekuensi)
        satu = u.nilai.get((self.tahun, self.triwulan))
        return satu.keterangan if satu else "belum diisi"


def dasbor_lembaga(
    lembaga: PerangkatDaerah, dokumen: Sequence[Pohon], *, tahun: int, triwulan: int, hari: date,
    kotak: int = 0,
) -> DasborLembaga | None:  # fmt: skip
    """``lembaga`` with the settings of its pemda, ``dokumen`` those of the year. None when none of
    them has the box.
    """
    bacaan = baca_dasbor(dokumen, tahun)
    pilihan = next((k for k in bacaan.kotak if k.pk == kotak), None)
    if kotak and pilihan is None:
        return None
    pemda = lembaga.pemda_atau_diri()
    return DasborLembaga(
        lembaga, tahun, triwulan, hari, aturan_pemda(pemda), bacaan, baca_jendela(pemda, tahun),
        tertunda([lembaga.pk], tahun, hari)[lembaga.pk], pilihan,
    )  # fmt: skip


def aturan_pemda(pemda: PerangkatDaerah) -> AturanUkur:
    """Of a pemda that was read with its ``pengaturan``."""
    satu: Pengaturan | None = getattr(pemda, "pengaturan", None)
    return satu.aturan_ukur if satu else AturanUkur()


def baca_jendela(pemda: PerangkatDaerah, tahun: int) -> dict[int, Jendela]:
    """The windows of a year by quarter."""
    return {j.triwulan: j.masa for j in JendelaPengukuran.objects.filter(pemda=pemda, tahun=tahun)}


def _jumlah_uang(kotak: Iterable[KotakDasbor], triwulan: int) -> Uang:
    return jumlah_uang(k.uang_sampai(triwulan) for k in kotak if k.pagu is not None or k.uang)
