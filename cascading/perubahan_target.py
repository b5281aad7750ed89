"""Targets and money of a year as they were set first and as they stand now, with why and by whom.

The first value is that of the first stage of the year, the other that of the last stage that has
one; where both are the same nothing stands under "perubahan".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cascading.baris_tabel import (
    KOSONG,
    SASARAN_KE_ATAS,
    UANG,
    Baris,
    TabelKolom,
    baris_kotak,
    kolom_sasaran,
    matriks,
    nama_komponen,
    nomor_kotak,
    per_indikator,
    per_kotak,
    sebut_tujuan,
    tergabung,
    uang,
)
from cascading.matriks import Matriks
from cascading.set_kolom import Kolom

SETAHUN = 0
MASA = {SETAHUN: "Target Setahun", 1: "Triwulan I", 2: "Triwulan II", 3: "Triwulan III",
        4: "Triwulan IV"}  # fmt: skip
JENJANG = (*SASARAN_KE_ATAS, *UANG)


@dataclass(frozen=True, slots=True)
class IndikatorTarget:
    """``awal`` and ``kini`` are printed texts by quarter, 0 the year; ``oleh`` says who wrote the
    last change and when.
    """

    teks: str
    satuan: str = ""
    awal: Mapping[int, str] = field(default_factory=dict)
    kini: Mapping[int, str] = field(default_factory=dict)
    alasan: str = ""
    oleh: str = ""

    def perubahan(self, masa: int) -> str:
        """What stands now, where it is another than at first."""
        kini = self.kini.get(masa, "")
        return kini if kini != self.awal.get(masa, "") else ""

    @property
    def berubah(self) -> bool:
        return any(self.perubahan(masa) for masa in MASA)


@dataclass(frozen=True, slots=True)
class KotakTarget:
    """Money in rupiah, sums of what stands below; None where there is none."""

    id: int
    induk: int | None
    jenjang: str
    sebutan: str
    indikator: tuple[IndikatorTarget, ...] = ()
    pagu_awal: int | None = None
    pagu: int | None = None

    @property
    def pagu_perubahan(self) -> int | None:
        return self.pagu if self.pagu != self.pagu_awal else None


@dataclass(frozen=True, slots=True)
class IsiTarget:
    """``tahap``: the stages of the year in words, the first one first."""

    tahun: int
    kotak: tuple[KotakTarget, ...]
    tahap: tuple[str, ...] = ()


def tabel_perubahan(isi: IsiTarget) -> Matriks:
    """A row per indicator; quarters only where any indicator has targets of quarters."""
    baris = baris_kotak(isi.kotak, JENJANG)
    kolom: list[TabelKolom] = [
        (Kolom("no", "No"), nomor_kotak(baris)),
        (Kolom("tujuan_uraian", "Tujuan"), tergabung(baris, sebut_tujuan, label=True)),
        kolom_sasaran(baris),
        (Kolom("kegiatan_kode_nama", "Program, Kegiatan dan Sub Kegiatan"),
         per_kotak(baris, nama_komponen, label=True)),
        (Kolom("indikator", "Indikator Kinerja"), per_indikator(baris, lambda i: i.teks)),
        (Kolom("satuan", "Satuan"), per_indikator(baris, lambda i: i.satuan)),
        *_target(baris, isi.kotak),
        (Kolom("rupiah_awal", "Awal", "Pagu (Rp)"), uang(baris, lambda k: k.pagu_awal)),
        (Kolom("rupiah_perubahan", "Perubahan", "Pagu (Rp)"),
         uang(baris, lambda k: k.pagu_perubahan)),
        (Kolom("keterangan", "Alasan"), per_indikator(baris, lambda i: i.alasan)),
        (Kolom("oleh", "Diubah oleh"), per_indikator(baris, lambda i: i.oleh)),
    ]  # fmt: skip
    return matriks("target", "Target Awal dan Target Perubahan", kolom, len(baris),
                   ringkasan=_ringkasan(isi))  # fmt: skip


def _target(
    baris: Sequence[Baris[KotakTarget]], kotak: Sequence[KotakTarget]
) -> Iterator[TabelKolom]:
    terisi = {m for k in kotak for i in k.indikator for m in (*i.awal, *i.kini)} | {SETAHUN}
    for masa in sorted(terisi):
        yield (
            Kolom(f"target_awal{masa}", "Awal", MASA[masa]),
            per_indikator(baris, lambda i, m=masa: i.awal.get(m, "")),  # type: ignore[misc]
        )
        yield (
            Kolom(f"target_perubahan{masa}", "Perubahan", MASA[masa]),
            per_indikator(baris, lambda i, m=masa: i.perubahan(m)),  # type: ignore[misc]
        )


def _ringkasan(isi: IsiTarget) -> str:
    """How much changed, and which stages the two columns are of."""
    semua = [i for k in isi.kotak for i in k.indikator]
    berubah = sum(i.berubah for i in semua)
    kata = [f"{berubah} dari {len(semua)} indikator berubah targetnya"]
    if isi.tahap:
        kata.append(f"tahap {isi.tahun}: {', '.join(isi.tahap)}")
    return f"{'; '.join(kata)}; “{KOSONG}” berarti belum diisi atau tidak berubah"
