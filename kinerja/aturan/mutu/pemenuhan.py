"""How much of each evaluation criterion a document fulfils: a share, never a grade."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kinerja.aturan.mutu.katalog import KATALOG, KRITERIA, NOMOR, Kriteria, Pokok
from kinerja.aturan.temuan import Temuan, Tingkat


@dataclass(frozen=True)
class Pemenuhan:
    """Of ``banyak`` items (indicators or boxes) ``terpenuhi`` have no finding of the criterion."""

    kriteria: Kriteria
    banyak: int
    terpenuhi: int

    @property
    def persen(self) -> int | None:
        """Whole percent, rounded down, so that 100 means all; None where there is nothing."""
        return self.terpenuhi * 100 // self.banyak if self.banyak else None


def pemenuhan(
    temuan: Iterable[Temuan], *, kotak: int, indikator: int, diperiksa: Sequence[str] = ()
) -> list[Pemenuhan]:
    """Per criterion, in the order of the sheet; only criteria of the checks in ``diperiksa``
    (numbers; none: all). A box that should have an indicator counts as an item without one.
    """
    kurang: dict[str, set[str]] = {}
    tanpa_indikator: set[str] = set()
    for t in temuan:
        nomor = NOMOR.get(t.kode)
        if nomor is None or t.tingkat == Tingkat.INFO:
            continue
        kriteria = KRITERIA[KATALOG[nomor].kriteria]
        pokok = t.letak.simpul
        if kriteria.pokok is Pokok.INDIKATOR:
            pokok = t.letak.indikator or t.letak.simpul
        kurang.setdefault(kriteria.kode, set()).add(pokok)
        if nomor == "Q01":
            tanpa_indikator.add(t.letak.simpul)
    dipakai = {KATALOG[n].kriteria for n in diperiksa or KATALOG}
    hasil = []
    for kriteria in KRITERIA.values():
        if kriteria.kode not in dipakai:
            continue
        gagal = len(kurang.get(kriteria.kode, ()))
        banyak = indikator if kriteria.pokok is Pokok.INDIKATOR else kotak
        if kriteria.kode == "CUKUP":
            banyak += len(tanpa_indikator)
        hasil.append(Pemenuhan(kriteria, banyak, max(0, banyak - gagal)))
    return hasil
