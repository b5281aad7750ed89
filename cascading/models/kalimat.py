"""The sentences of agreements where a pemda has its own."""

from __future__ import annotations

from django.db import models

from kinerja.aturan.temuan import Letak, Temuan
from kinerja.models import PerangkatDaerah
from kinerja.models.tercatat import Tercatat

TERPANJANG = 4000


class KalimatPerjanjian(Tercatat):
    """One row per pemda. An empty field leaves the software's own wording; ``janji`` and
    ``janji_sepihak`` hold one paragraph per line, {tahun} stands for the year.
    """

    SEBUTAN = "Kalimat perjanjian"
    TAMPIL = False
    MEDAN = ("pembuka", "janji", "janji_sepihak")

    pemda = models.OneToOneField(
        PerangkatDaerah, on_delete=models.CASCADE, related_name="kalimat_perjanjian"
    )
    pembuka = models.TextField(blank=True)
    janji = models.TextField(blank=True)
    janji_sepihak = models.TextField(blank=True)

    def __str__(self) -> str:
        return str(self.pemda)

    def lembaga(self) -> PerangkatDaerah:
        return self.pemda

    def periksa(self) -> list[Temuan]:
        pesan = f"Paling banyak {TERPANJANG} huruf, agar muat di halaman pertama; ringkaslah."
        return [
            Temuan(kode="TEKS_TERLALU_PANJANG", pesan=pesan, letak=Letak(medan=m))
            for m in self.MEDAN
            if len(getattr(self, m)) > TERPANJANG
        ]

    def paragraf(self, medan: str, tahun: int) -> tuple[str, ...]:
        """The paragraphs of a field for a year; none where it is empty."""
        teks = str(getattr(self, medan)).replace("{tahun}", str(tahun))
        return tuple(" ".join(b.split()) for b in teks.splitlines() if b.strip())

    @classmethod
    def milik(cls, pemda: PerangkatDaerah) -> KalimatPerjanjian:
        """The pemda's row, or an unsaved empty one."""
        return cls.objects.filter(pemda=pemda).first() or cls(pemda=pemda)
