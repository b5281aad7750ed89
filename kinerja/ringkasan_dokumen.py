"""What a document comes to in a year, quarter by quarter, added up by the database.

Kept as long as nothing it was made of changed: the document, the agency's chain (values and money
are recorded there) or the pemda's rules. Documents that changed are read together.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.core.cache import caches
from django.db.models import Count, Exists, OuterRef, Q, Sum

from kinerja.aturan.aturan_ukur import AturanUkur
from kinerja.aturan.dasbor import TRIWULAN, Capai, Masa, Uang
from kinerja.aturan.kumulatif import jatuh_tempo
from kinerja.aturan.pengukuran import Jendela
from kinerja.bacaan_dasbor import UangTriwulan
from kinerja.models import Indikator, Pagu, Pohon, Realisasi, RealisasiAnggaran
from kinerja.pilihan import CaraKetik, Frekuensi
from kinerja.sel_ukur import jumlah_uang

LAMA_SIMPAN = 24 * 3600


@dataclass
class RingkasanDokumen:
    """``wajib``: indicators by (level, frequency). ``nilai`` by quarter: (level, values, how many
    are yearly ones). ``uang``: rupiah since January by quarter; ``berisi``: quarters with any.
    """

    wajib: dict[tuple[str, str], int] = field(default_factory=dict)
    nilai: dict[int, list[tuple[str, Capai, int]]] = field(default_factory=dict)
    pagu: int | None = None
    uang: dict[int, int] = field(default_factory=dict)
    berisi: set[int] = field(default_factory=set)

    def capai(self, triwulan: int, jenjang: str = "") -> Capai:
        """Of one level, or of all."""
        wajib = sum(n for (j, f), n in self.wajib.items()
                    if jatuh_tempo(f, triwulan) and jenjang in ("", j))  # fmt: skip
        ada = (c for j, c, _ in self.nilai.get(triwulan, ()) if jenjang in ("", j))
        return sum(ada, Capai(wajib=wajib))

    def uang_sampai(self, triwulan: int) -> Uang:
        return Uang(self.pagu, self.uang.get(triwulan))

    def masa(self, tahun: int, triwulan: int, status: str, jendela: Jendela | None) -> Masa:
        capai = self.capai(triwulan)
        tahunan = sum(n for (_, f), n in self.wajib.items() if f == Frekuensi.TAHUNAN)
        terisi = sum(n for _, _, n in self.nilai.get(triwulan, ()))
        kosong = tahunan - terisi if jatuh_tempo(Frekuensi.TAHUNAN, triwulan) else 0
        return Masa(tahun, triwulan, capai.wajib, capai.terisi, kosong, status, jendela)


def ringkasan_dokumen(
    dokumen: Sequence[Pohon], tahun: int, aturan: AturanUkur
) -> dict[int, RingkasanDokumen]:
    """By document, as ``dokumen_diukur`` read them. No query when all are kept, else five."""
    kunci = {p.pk: _kunci(p, tahun, aturan) for p in dokumen}
    simpanan = caches["dasbor"]
    ada = simpanan.get_many(kunci.values())
    hasil = {pk: ada[k] for pk, k in kunci.items() if k in ada}
    if kurang := [pk for pk in kunci if pk not in hasil]:
        baru = _Pembaca(kurang, tahun, aturan.batas).baca()
        simpanan.set_many({kunci[pk]: isi for pk, isi in baru.items()}, LAMA_SIMPAN)
        hasil |= baru
    return hasil


def _kunci(pohon: Pohon, tahun: int, aturan: AturanUkur) -> str:
    hitungan = f"{aturan.cara_turun}:{aturan.batas}:{aturan.skala}"
    sidik = hashlib.sha256(hitungan.encode()).hexdigest()[:16]
    peristiwa: int | None = pohon.peristiwa  # type: ignore[attr-defined]
    saat = f"{pohon.versi}:{pohon.diubah_pada.timestamp()}:{peristiwa}"
    return f"dasbor:{pohon.pk}:{saat}:{tahun}:{sidik}"


class _Pembaca:
    def __init__(self, dokumen: Sequence[int], tahun: int, batas: Decimal | None) -> None:
        self._dokumen, self._tahun, self._batas = dokumen, tahun, batas
        self._hasil = {pk: RingkasanDokumen() for pk in dokumen}

    def baca(self) -> dict[int, RingkasanDokumen]:
        self._nilai()
        self._indikator()
        self._pagu()
        self._uang_dokumen()
        self._uang_kotak()
        return self._hasil

    def _nilai(self) -> None:
        """A value of a quarter in which its indicator is not due (any more) counts nowhere."""
        milik = {"indikator__pohon__in": self._dokumen, "tahun": self._tahun}
        batas = self._batas
        utuh = Q() if batas is None else Q(capaian__lte=batas)
        lewat = Q(pk=None) if batas is None else Q(capaian__gt=batas)
        kelompok = (
            "indikator__pohon", "triwulan", "indikator__simpul__jenjang", "indikator__frekuensi",
        )  # fmt: skip
        kolom = Realisasi.objects.filter(**milik).order_by().values(*kelompok).annotate(
            terisi=Count("pk"), banyak=Count("capaian"), jumlah=Sum("capaian", filter=utuh),
            dibatasi=Count("pk", filter=lewat),
        )  # fmt: skip
        isi = ("terisi", "banyak", "jumlah", "dibatasi")
        for pohon, n, jenjang, frekuensi, terisi, banyak, jumlah, dibatasi in kolom.values_list(
            *kelompok, *isi
        ):
            if jatuh_tempo(frekuensi, n):
                penuh = (jumlah or Decimal(0)) + dibatasi * (batas or Decimal(0))
                tahunan = terisi if frekuensi == Frekuensi.TAHUNAN else 0
                baris = (jenjang, Capai(0, terisi, banyak, penuh, dibatasi), tahunan)
                self._hasil[pohon].nilai.setdefault(n, []).append(baris)

    def _indikator(self) -> None:
        semua = Indikator.objects.filter(pohon__in=self._dokumen).order_by()
        kelompok = ("pohon", "simpul__jenjang", "frekuensi")
        kolom = semua.values(*kelompok).annotate(n=Count("pk"))
        for pohon, jenjang, frekuensi, n in kolom.values_list(*kelompok, "n"):
            self._hasil[pohon].wajib[jenjang, frekuensi] = n

    def _pagu(self) -> None:
        """The rows of the last stage that has one, per box and fund."""
        milik = {"simpul__pohon__in": self._dokumen, "tahun": self._tahun}
        lebih_baru = Pagu.objects.filter(
            simpul=OuterRef("simpul"), tahun=self._tahun, sumber_dana=OuterRef("sumber_dana"),
            tahap__urutan__gt=OuterRef("tahap__urutan"),
        )  # fmt: skip
        semua = Pagu.objects.filter(~Exists(lebih_baru), **milik).order_by()
        kolom = semua.values("simpul__pohon").annotate(n=Sum("nilai"))
        for pohon, n in kolom.values_list("simpul__pohon", "n"):
            self._hasil[pohon].pagu = n

    def _uang(self) -> tuple[Any, Exists]:
        """Money of the year, and whether its box has a row that was typed cumulatively.

        Such a row replaces what stood before it, so these boxes are read one by one; of all
        others the database adds up the quarters.
        """
        milik: dict[str, Any] = {"tahun": self._tahun, "nilai__isnull": False}
        semua = RealisasiAnggaran.objects.filter(simpul__pohon__in=self._dokumen, **milik)
        bersama = RealisasiAnggaran.objects.filter(
            simpul=OuterRef("simpul"), cara=CaraKetik.KUMULATIF, **milik
        )
        return semua.order_by(), Exists(bersama)

    def _uang_dokumen(self) -> None:
        semua, bersama = self._uang()
        kelompok = ("simpul__pohon", "triwulan")
        kolom = semua.filter(~bersama).values(*kelompok).annotate(n=Sum("nilai"))
        isi: dict[int, dict[int, UangTriwulan]] = defaultdict(dict)
        for pohon, n, nilai in kolom.values_list(*kelompok, "n"):
            isi[pohon][n] = UangTriwulan(CaraKetik.TRIWULAN, nilai)
        for pohon, baris in isi.items():
            self._tambah(pohon, baris)

    def _uang_kotak(self) -> None:
        semua, bersama = self._uang()
        kolom = ("simpul__pohon", "simpul", "triwulan", "cara", "nilai")
        isi: dict[tuple[int, int], dict[int, UangTriwulan]] = defaultdict(dict)
        for pohon, simpul, n, cara, nilai in semua.filter(bersama).values_list(*kolom):
            isi[pohon, simpul][n] = UangTriwulan(cara, nilai)
        for (pohon, _), baris in isi.items():
            self._tambah(pohon, baris)

    def _tambah(self, pohon: int, baris: dict[int, UangTriwulan]) -> None:
        milik = self._hasil[pohon]
        milik.berisi |= baris.keys()
        for n in TRIWULAN:
            if (sampai := jumlah_uang(baris, n)) is not None:
                milik.uang[n] = milik.uang.get(n, 0) + sampai
