""" "Program/Outcome/Kegiatan/Sub Kegiatan/Output" above the names: below a coded row stands what
it is to bring about, with the indicator of that. The Renstra tables since 2025 are printed so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kinerja.impor.bacaan import SimpulBaca
from kinerja.impor.nomor import jenjang_kata
from kinerja.impor.tata_letak.isi import KolomJenjang, tambah_indikator
from kinerja.impor.tata_letak.menurun_baris import Baris
from kinerja.impor.tata_letak.pembacaan import Pembacaan

LUARAN = "luaran"
_BERLUARAN = re.compile(r"\bout(?:comes?|puts?)\b", re.IGNORECASE)


def peran_luaran(p: Pembacaan, k: KolomJenjang, baris: Sequence[Baris]) -> dict[int, str]:
    """Row -> LUARAN for the sentences between coded rows."""
    nama = p.tabel.nama
    if nama is None or not _BERLUARAN.search(nama.judul):
        return {}
    peran: dict[int, str] = {}
    berkode = False
    for b in baris:
        if b.tanda.kode:
            berkode = True
        elif berkode and _kalimat(b) and p.isi(b.r, k.indikator):
            peran[b.r] = LUARAN
    return peran


def _kalimat(b: Baris) -> bool:
    """A name that nothing marks as a level."""
    bertanda = b.tanda.no or b.tanda.level or jenjang_kata(b.nama)
    return bool(b.nama) and not bertanda and not b.lewati


def isi_luaran(p: Pembacaan, k: KolomJenjang, s: SimpulBaca, b: Baris) -> None:
    """The sentence of the node above, with its indicator: then that is not missing there."""
    s.kinerja = f"{s.kinerja}; {b.nama}" if s.kinerja else b.nama
    s.sel.setdefault("kinerja", p.sel(b.r, b.c_nama or 0))
    tambah_indikator(p, s, k, b.r, baru=not s.indikator)
    kosong = ("INDIKATOR_KOSONG", p.sel(s.baris - 1, k.indikator or 0))
    p.temuan = [t for t in p.temuan if (t.kode, t.letak.sel) != kosong]
