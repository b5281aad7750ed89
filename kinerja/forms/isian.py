"""Everything a planner may change on one box, as one page and one save."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from kinerja.berlaku import (
    awal_mentah,
    tahap_ditulis,
    tahapan_berlaku,
    target_mentah,
    uang_mentah,
)
from kinerja.forms.indikator import TARGET, Angka, IndikatorForm
from kinerja.forms.simpul import SimpulForm
from kinerja.forms.terbanding import FormTerbanding
from kinerja.forms.uang import UangForm
from kinerja.models import Pengguna, Simpul
from kinerja.models.tahapan import Tahapan


class IsianSimpul:
    """The forms of a box: its texts, each indicator, a new indicator, its money."""

    def __init__(self, simpul: Simpul, *, tahun: int, tahap: str, data: Mapping[str, Any] | None):
        pohon = simpul.pohon
        self.simpul, self.pohon, self.tahun = simpul, pohon, tahun
        tahapan = tahapan_berlaku(pohon, tahun, tahap)
        ditulis = tahap_ditulis(pohon, tahun, tahap)
        angka = _angka(simpul, tahun, ditulis, tahapan)
        self.teks = SimpulForm(data, pohon=pohon, simpul=simpul, prefix="simpul")
        susun = partial(IndikatorForm, data, simpul=simpul, angka=angka)
        daftar = simpul.indikator.order_by("urutan", "pk")
        self.indikator = [susun(indikator=i) for i in daftar]
        self.indikator_baru = susun(
            prefix="baru", empty_permitted=True, use_required_attribute=False
        )
        self.uang = UangForm(
            data,
            simpul=simpul,
            tahun=tahun,
            tahap=ditulis[tahun],
            baca=partial(uang_mentah, simpul, tahun, tahapan),
        )
        self.hanya_angka = pohon.hanya_angka
        if self.hanya_angka:
            self._kunci_teks()

    def __iter__(self) -> Iterator[FormTerbanding]:
        yield self.teks
        yield from self.indikator
        if not self.hanya_angka:
            yield self.indikator_baru
        yield self.uang

    @property
    def bentrok(self) -> bool:
        return any(form.bentrok for form in self)

    @property
    def errors(self) -> list[tuple[Any, str]]:
        """All errors as (bound field or None, message), for the summary on top."""
        return [
            (form[medan] if medan in form.fields else None, str(pesan))
            for form in self
            for medan, daftar in form.errors.items()
            for pesan in daftar
        ]

    def is_valid(self) -> bool:
        salah = [form for form in self if not form.is_valid()]
        return not salah

    def simpan(self, *, oleh: Pengguna, pada: datetime) -> None:
        """All or nothing. Raises AturanDilanggar or, once all are compared, Bentrok."""
        siapa: dict[str, Any] = {"oleh": oleh, "pada": pada}
        with transaction.atomic():
            self.teks.coba(partial(self._ubah_teks, siapa))
            for form in self:
                if form is not self.teks:
                    form.simpan(self.pohon, **siapa)  # type: ignore[attr-defined]
            for form in self:
                if form.tertahan:
                    raise form.tertahan

    def _kunci_teks(self) -> None:
        """What an approved document no longer takes is shown and not sent."""
        for form in (self.teks, *self.indikator):
            form.fields.pop("hapus", None)
            for nama, field in form.fields.items():
                field.disabled = field.disabled or not nama.startswith(TARGET)

    def _ubah_teks(self, siapa: dict[str, Any]) -> None:
        if isi := self.teks.isi():
            self.pohon.ubah(self.simpul, isi, lama=self.teks.lama(), **siapa)


def _angka(simpul: Simpul, tahun: int, ditulis: dict[int, str], tahapan: Tahapan) -> Angka:
    """Start years: those of the periode and those that hold a value; else the year before it."""
    awal, periode = awal_mentah(simpul), simpul.pohon.periode
    tahun_awal = {int(t) for t in periode.tahun_baseline} | {
        t for isi in awal.values() for t in isi
    }
    return Angka(
        tahun=tahun,
        tahapan=ditulis,
        tahun_awal=tuple(sorted(tahun_awal)) or (periode.tahun_awal - 1,),
        target=partial(target_mentah, simpul, tahapan),
        awal=awal,
    )
