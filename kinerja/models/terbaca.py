"""What a verb has read of a document under its lock, so that no later step reads it again."""

from __future__ import annotations

from typing import Any

from kinerja.models.tahapan import KartuTahap


class Terbaca:
    """Lives as long as one verb: rows by (table, keys), primary keys by uid, the stages.

    Everything here is the state *before* the write; what is written needs no second look.
    """

    def __init__(self, perangkat_daerah_id: int, pohon_id: int | None = None) -> None:
        self._perangkat_daerah_id = perangkat_daerah_id
        self._pohon_id = pohon_id
        self._kartu: KartuTahap | None = None
        self.baris: dict[tuple[str, frozenset[Any]], Any] = {}
        self.isi_simpul: dict[frozenset[str], Any] = {}
        self.susunan: Any = None
        self.simpul: dict[str, tuple[int, str]] = {}
        self.indikator: dict[str, int] = {}

    @property
    def kartu(self) -> KartuTahap:
        """The agency's stages, locked."""
        if self._kartu is None:
            self._kartu = KartuTahap.baca(
                self._perangkat_daerah_id, kunci=True, pohon_id=self._pohon_id
            )
        return self._kartu

    def belum_diukur(self, tahun: set[int]) -> bool:
        """Surely no value stands in these years."""
        milik = {b.tahun: b.terukur for b in self.kartu.baris if b.tahun in tahun}
        return milik.keys() == tahun and all(ada is False for ada in milik.values())
