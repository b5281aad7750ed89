"""Units that a workbook prints as blocks and the agency has not registered: they are when the
import is applied, so that one sub kegiatan of several units stays several boxes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from kinerja.aturan.teks import kunci
from kinerja.impor.pencocokan import BarisBuku
from kinerja.impor.potret import Potret
from kinerja.models import Pengguna, PerangkatDaerah, Unit
from kinerja.pilihan import JenisUnit

if TYPE_CHECKING:
    from kinerja.models.perubahan import Perubahan

RESMI = "unit_resmi"
"""Key in ``SimpulBaca.lain``: the unit heads a block of its own."""
PANJANG = 200
_JENIS = (
    (r"uptd?\b|unit pelaksana", JenisUnit.UPTD),
    (r"kelurahan", JenisUnit.KELURAHAN),
    (r"puskesmas", JenisUnit.PUSKESMAS),
    (r"sekolah|sdn?\b|smpn?\b|sman?\b|smkn?\b|tk\b|paud\b", JenisUnit.SEKOLAH),
    (r"bidang", JenisUnit.BIDANG),
    (r"bagian", JenisUnit.BAGIAN),
    (r"sekretariat", JenisUnit.SEKRETARIAT),
)


def siapkan_unit(baris: Iterable[BarisBuku], potret: Potret) -> dict[int, str]:
    """Let ``potret`` know the unregistered units; answers their names by a stand-in key below 0."""
    baru: dict[int, str] = {}
    unit = dict(potret.unit)
    for b in baris:
        nama, sidik = b.simpul.unit, kunci(b.simpul.unit)
        asing = sidik not in unit and not potret.lembaga_sendiri(nama)
        if b.simpul.lain.get(RESMI) and asing and len(nama) <= PANJANG:
            unit[sidik] = -1 - len(baru)
            baru[unit[sidik]] = nama
    potret.unit = unit
    return baru


def daftarkan_unit(
    baru: Mapping[int, str], lembaga: PerangkatDaerah, *, oleh: Pengguna, pada: datetime
) -> dict[int, int]:
    """Register them; answers the key of each by its stand-in."""
    return {
        sementara: Unit(perangkat_daerah=lembaga, nama=nama, jenis=jenis_unit(nama))
        .daftarkan(oleh=oleh, pada=pada)
        .pk
        for sementara, nama in baru.items()
    }


def pasang_unit_baru(
    perubahan: Iterable[Perubahan], kunci_unit: Mapping[int, int]
) -> Iterator[Perubahan]:
    """The changes with the stand-ins replaced."""
    for p in perubahan:
        isi = p.sesudah or {}
        if isi.get("unit_id") in kunci_unit:
            p = p._replace(sesudah=isi | {"unit_id": kunci_unit[isi["unit_id"]]})
        yield p


def jenis_unit(nama: str) -> str:
    """What kind of unit a name speaks of."""
    awal = nama.casefold()
    return next((str(j) for pola, j in _JENIS if re.match(pola, awal)), str(JenisUnit.LAINNYA))
