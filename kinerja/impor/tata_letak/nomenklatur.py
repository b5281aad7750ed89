"""The national list of programs, kegiatan and sub kegiatan, flat or with the levels across."""

from __future__ import annotations

from kinerja.impor.bacaan import SimpulBaca, TabelBaca
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tajuk_kolom import MENDATAR, MENURUN
from kinerja.impor.tata_letak.mendatar import baca_mendatar
from kinerja.impor.tata_letak.menurun import baca_menurun
from kinerja.impor.tata_letak.nomor import lepas_kode
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.selesai import selesaikan

JENIS = "nomenklatur"
CONTOH = 30  # rows looked at for codes


def kenali(tabel: Tabel) -> float:
    """Codes and names without targets or money."""
    if tabel.bentuk not in (MENURUN, MENDATAR) or tabel.punya("pagu") or tabel.punya("target"):
        return 0
    nilai = 0.5 if "nomenklatur" in tabel.judul.casefold() else 0.0
    if tabel.bentuk == MENURUN and tabel.punya("kode"):
        return nilai + 0.6 + 0.1 * tabel.punya("level")
    return nilai + 0.9 * _berkode(tabel)


def _berkode(tabel: Tabel) -> float:
    """Share of names that begin with a code."""
    nama = [k.c for k in tabel.kolom if k.medan == "nama"]
    isi = [tabel.lembar.nilai(r, c) for r in tabel.batas.data[:CONTOH] for c in nama]
    teks = [t for t in isi if isinstance(t, str)]
    return sum(bool(lepas_kode(t.strip()).kode) for t in teks) / len(teks) if teks else 0.0


def baca(p: Pembacaan) -> TabelBaca:
    if p.tabel.bentuk == MENURUN:
        simpul: list[SimpulBaca] = baca_menurun(p, dengan_urusan=True)
    else:
        simpul = baca_mendatar(p)
    return selesaikan(p, simpul, JENIS)
