"""The verb behind the cells of the tree page: many fields, each compared and set, one event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kinerja.aturan.temuan import AturanDilanggar, Temuan
from kinerja.models.rencana_sunting import RencanaSunting
from kinerja.models.suntingan import BentrokSel, Suntingan, SuntinganDitolak
from kinerja.models.tahapan import KartuTahap

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna
    from kinerja.models.perubahan import Perubahan
    from kinerja.models.pohon import Pohon
    from kinerja.models.riwayat import Riwayat


class Penyuntingan:
    """Mixed into Pohon."""

    _tulis: Any

    def sunting(
        self,
        daftar: Sequence[Suntingan],
        *,
        tahun: int,
        tahap: str = "",
        oleh: Pengguna,
        pada: datetime,
        cara: str = "",
    ) -> tuple[Riwayat | None, KartuTahap | None]:
        """Write all cells or none. Values are compared as in force in ``tahun`` and ``tahap``.

        ``cara`` says how several cells came together ("ditempel dari Excel"). Answers the event
        (None: everything stood there already) and the stages as they now are. Raises
        SuntinganDitolak, which names every cell that keeps the others waiting.
        """
        kartu: list[KartuTahap] = []

        def susun(pohon: Pohon) -> list[Perubahan]:
            rencana = RencanaSunting(pohon, daftar, tahun=tahun, tahap=tahap)
            kartu.append(rencana.kartu)
            return rencana.susun()

        try:
            riwayat = self._tulis("sunting", _ringkasan(daftar, cara), susun, oleh=oleh, pada=pada)
        except AturanDilanggar as ditolak:
            raise _per_sel(daftar, ditolak) from ditolak
        return riwayat, kartu[0] if kartu else None


def _ringkasan(daftar: Sequence[Suntingan], cara: str) -> str:
    if len(daftar) == 1:
        satu = daftar[0]
        return f"{satu.judul} “{satu.sebutan[:100]}” {'diisi' if satu.baru else 'dikosongkan'}"
    return f"{len(daftar)} sel {cara or 'diubah'}"


def _per_sel(daftar: Sequence[Suntingan], ditolak: AturanDilanggar) -> SuntinganDitolak:
    """Findings of the rules at the cells they speak of; those without a place stand above all."""
    sel: dict[int, BentrokSel | list[Temuan]] = {}
    umum = []
    for temuan in ditolak.temuan:
        kena = [
            ke
            for ke, s in enumerate(daftar)
            if temuan.letak.simpul == s.uid and temuan.letak.medan == s.medan
        ]
        for ke in kena:
            milik = sel.setdefault(ke, [])
            if isinstance(milik, list):
                milik.append(temuan)
        if not kena:
            umum.append(temuan)
    if len(daftar) == 1 and umum:
        return SuntinganDitolak({0: umum})
    return SuntinganDitolak(sel, umum)
