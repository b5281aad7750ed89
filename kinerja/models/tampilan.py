"""What an account remembers of how it looks at documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models.functions import Cast, Length, Substr
from django.db.models.lookups import Exact, LessThanOrEqual

from kinerja.aturan.ingatan_diagram import IngatanDiagram
from kinerja.aturan.kunjungan import Kunjungan
from kinerja.aturan.saring import Saring
from kinerja.aturan.tampilan import Tampilan

if TYPE_CHECKING:
    from kinerja.models.pohon import Pohon

TAMPILAN_PALING_PANJANG = 6000

_TEKS = Cast("tampilan", models.TextField())
TAMPILAN_BERBENTUK = models.CheckConstraint(
    condition=models.Q(Exact(Substr(_TEKS, 1, 1), "{"))
    & models.Q(LessThanOrEqual(Length(_TEKS), TAMPILAN_PALING_PANJANG)),
    name="pengguna_tampilan_berbentuk",
)
"""An object, and a short one."""


class BerTampilan(models.Model):
    """The part of an account that remembers; it is nobody's history."""

    tampilan = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def tampilannya(self) -> Tampilan:
        return Tampilan.baca(self.tampilan)

    def ingat_tahun(self, tahun: int, tahap: str) -> None:
        """The year and stage of the next page."""
        self._ingat(lambda lama: replace(lama, tahun=tahun, tahap=tahap))

    def ingat_kolom(self, jenis: str, kolom: Sequence[str], dipakai: Iterable[str]) -> None:
        """Which of the columns of documents of this kind are shown."""
        self._ingat(lambda lama: lama.memilih(jenis, kolom, dipakai))

    def ingat_saring(self, jenis: str, saring: Saring) -> None:
        """The filters of the next document of this kind, without what is searched."""
        if saring.ingatan != self.tampilannya.saring.get(jenis, Saring()):
            self._ingat(lambda lama: lama.menyaring(jenis, saring))

    def catat_kunjungan(self, pohon: Pohon, *, pada: datetime) -> Kunjungan:
        """A page of the document was opened; written only where a visit begins or goes on."""
        kunci, menit = str(pohon.pk), int(pada.timestamp()) // 60
        lama = self.tampilannya.kunjungan.get(kunci)
        kini = lama.dibuka(menit, pohon.versi) if lama else Kunjungan(menit, pohon.versi)
        if kini != lama:
            self._ingat(lambda isi: isi.berkunjung(kunci, kini))
        return kini

    def ingat_diagram(self, pohon: Pohon, kini: IngatanDiagram) -> None:
        """What is open in the drawing of a document, and how large it is."""
        self._ingat(lambda lama: lama.menggambar(str(pohon.pk), kini))

    @transaction.atomic
    def _ingat(self, ubah: Callable[[Tampilan], Tampilan]) -> None:
        baris = type(self)._default_manager.filter(pk=self.pk)
        lama = baris.select_for_update().values_list("tampilan", flat=True).get()
        self.tampilan = ubah(Tampilan.baca(lama)).muat(TAMPILAN_PALING_PANJANG - 200).simpanan()
        baris.update(tampilan=self.tampilan)
