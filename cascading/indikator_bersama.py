"""A shared indicator as pages show it: one realisation, the part of each side, their sum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from uuid import UUID

from cascading.aturan.kontribusi import (
    BERTRIWULAN,
    Jumlah,
    dijumlahkan,
    jumlahkan,
    ketikan,
    nilai_bersama,
)
from cascading.models import Crosscutting, Kontribusi
from cascading.models.kontribusi import tertutup
from cascading.pilihan import ApaKontribusi, StatusLintas
from kinerja.aturan.angka import Nilai
from kinerja.aturan.capaian import teks
from kinerja.aturan.edisi import Edisi, berlaku
from kinerja.aturan.lembar import baca_lembar
from kinerja.models import Indikator, Pengaturan, PerangkatDaerah, Realisasi
from kinerja.models.hitung_capaian import target_berlaku
from kinerja.pilihan import Triwulan

SelPihak = tuple[str, int]
"""(what, quarter)."""


def bernama(daftar: Iterable[str]) -> list[tuple[str, str]]:
    """The texts of the four quarters, each with the name of its quarter."""
    return [(Triwulan(n).label, satu) for n, satu in zip(BERTRIWULAN, daftar, strict=True)]


@dataclass(frozen=True)
class Pihak:
    """One side with what it has filled; ``lintas`` None is who leads the indicator."""

    lintas: Crosscutting | None
    nama: str
    sel: Mapping[SelPihak, Kontribusi] = field(default_factory=dict)

    @property
    def kunci(self) -> str:
        return str(self.lintas.pk) if self.lintas else "sendiri"

    @property
    def berjalan(self) -> bool:
        return self.lintas is None or self.lintas.status == StatusLintas.DISETUJUI

    def mentah(self, apa: str, triwulan: int) -> str:
        ada = self.sel.get((apa, triwulan))
        return ada.mentah if ada else ""

    @property
    def target(self) -> list[tuple[str, str]]:
        """(quarter, text)."""
        return bernama(self.mentah(ApaKontribusi.TARGET, n) for n in BERTRIWULAN)

    @property
    def realisasi(self) -> list[tuple[str, str]]:
        return bernama(self.mentah(ApaKontribusi.REALISASI, n) for n in BERTRIWULAN)


@dataclass(frozen=True)
class TriwulanBersama:
    """A quarter: the realisation that stands, what the parts make, and how far they are filled."""

    triwulan: int
    realisasi: str
    jumlah: Jumlah
    seharusnya: Decimal | None
    sebab: str

    @property
    def nama(self) -> str:
        return str(Triwulan(self.triwulan).label)

    @property
    def tampil(self) -> str:
        return teks(self.jumlah.angka)

    @property
    def teks_seharusnya(self) -> str:
        return "" if self.seharusnya is None else teks(self.seharusnya)

    @property
    def ketikan(self) -> str:
        return "" if self.seharusnya is None else ketikan(self.seharusnya)


@dataclass(frozen=True)
class IndikatorBersama:
    """``dijumlahkan``: the parts may be added, and the sum becomes the realisation once every side
    has filled the quarter; else the leading agency types it. ``tertutup`` says by quarter why it
    takes no value now, ``terkunci`` why it takes no target either.
    """

    indikator: Indikator
    tahun: int
    pihak: tuple[Pihak, ...]
    realisasi: Mapping[int, Realisasi]
    target: Mapping[int, Nilai]
    cara: str
    tertutup: Mapping[int, str]
    terkunci: Mapping[int, str]

    @property
    def dijumlahkan(self) -> bool:
        dihitung = baca_lembar(self.indikator.lembar).dihitung
        return dijumlahkan(self.indikator.agregasi, self.indikator.satuan, dihitung=dihitung)

    def jumlah(self, apa: str) -> dict[int, Jumlah]:
        """By quarter, over the sides that contribute still or have filled it."""
        return {n: jumlahkan(self._bagian(apa, n)) for n in BERTRIWULAN}

    @cached_property
    def triwulan(self) -> list[TriwulanBersama]:
        jumlah = self.jumlah(ApaKontribusi.REALISASI)
        return [
            TriwulanBersama(
                n,
                self.realisasi[n].mentah if n in self.realisasi else "",
                jumlah[n],
                nilai_bersama(jumlah, n, self.cara) if self.dijumlahkan else None,
                self.tertutup.get(n, ""),
            )
            for n in BERTRIWULAN
        ]

    @property
    def jumlah_target(self) -> list[tuple[str, str]]:
        return bernama(teks(j.angka) for j in self.jumlah(ApaKontribusi.TARGET).values())

    @property
    def target_indikator(self) -> list[tuple[str, str]]:
        return bernama(self.target[n].mentah if n in self.target else "" for n in BERTRIWULAN)

    def beda(self, n: int) -> bool:
        """The realisation that stands is another than what the parts make."""
        satu = self.triwulan[n - 1]
        ada = self.realisasi.get(n)
        return satu.seharusnya is not None and (ada is None or ada.nilai != satu.seharusnya)

    @property
    def berbeda(self) -> list[TriwulanBersama]:
        return [t for t in self.triwulan if self.beda(t.triwulan)]

    def _bagian(self, apa: str, n: int) -> Iterable[tuple[bool, Decimal | None]]:
        for p in self.pihak:
            ada = p.sel.get((apa, n))
            if p.berjalan or ada is not None:
                yield ada is not None, ada.nilai if ada else None


def indikator_berlaku(lembaga: PerangkatDaerah | int, uid: UUID) -> Indikator | None:
    """The indicator in the edition of its document that counts. One query."""
    daftar = list(
        Indikator.objects.filter(
            uid=uid, pohon__perangkat_daerah=lembaga, pohon__diarsipkan_pada=None
        )
        .select_related("simpul", "pohon__perangkat_daerah__pemda", "pohon__periode")
        .order_by("pohon__edisi", "pk")
    )
    kini = berlaku(Edisi(i.pohon.edisi, i.pohon.status) for i in daftar)
    return next((i for i in daftar if kini is None or i.pohon.edisi == kini.nomor), None)


def indikator_bersama(indikator: Indikator, tahun: int, hari: date) -> IndikatorBersama:
    """A fixed number of queries. Sides: who leads, who agreed, who agreed once and has filled."""
    pohon = indikator.pohon
    lembaga, pemda = pohon.perangkat_daerah, pohon.perangkat_daerah.pemda_atau_diri()
    milik = {"perangkat_daerah": lembaga, "indikator_uid": indikator.uid}
    sel: dict[int | None, dict[SelPihak, Kontribusi]] = {}
    for k in Kontribusi.objects.filter(**milik, tahun=tahun).order_by("pk"):
        sel.setdefault(k.lintas_id, {})[k.apa, k.triwulan] = k
    lintas = Crosscutting.objects.filter(**milik).lengkap().order_by("pk")
    ikut = [c for c in lintas if c.status == StatusLintas.DISETUJUI or c.pk in sel]
    pihak = [Pihak(None, str(lembaga), sel.get(None, {}))]
    pihak += [Pihak(c, c.kepada, sel.get(c.pk, {})) for c in ikut]
    acuan = target_berlaku(pohon, {indikator.pk}, {tahun}).get((indikator.pk, tahun), {})
    tutup = tertutup(indikator, tahun, hari)
    return IndikatorBersama(
        indikator, tahun, tuple(pihak),
        {r.triwulan: r for r in Realisasi.objects.filter(indikator=indikator, tahun=tahun)},
        acuan, Pengaturan.aturan_ukur_di(pemda).cara_ketik,
        {n: t[0].pesan for n, t in tutup.items()},
        {n: t[0].pesan for n, t in tutup.items() if t[0].kode == "PENGUKURAN_TERKUNCI"},
    )  # fmt: skip
