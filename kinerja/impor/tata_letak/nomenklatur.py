"""The national list of programs, kegiatan and sub kegiatan, flat or with the levels across."""

from __future__ import annotations

from string import ascii_uppercase

from kinerja.aturan.teks import kunci
from kinerja.impor.bacaan import SimpulBaca, TabelBaca
from kinerja.impor.nomor import lepas_kode
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tajuk_kolom import MENDATAR, MENURUN
from kinerja.impor.tata_letak.mendatar import baca_mendatar
from kinerja.impor.tata_letak.menurun import baca_menurun
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.selesai import selesaikan

JENIS = "nomenklatur"
RESMI = {
    "jenispemda": "jenis_pemda",
    "definisioperasional": "definisi",
    "definisi": "definisi",
    "spm": "spm",
    "pelaksana": "pelaksana",
    "tag": "tag",
    "jenis": "jenis",
    "subkegiatansebelumnya": "sebelumnya",
}
"""Columns that only the official list has, by what is left of their heads; kept in ``lain``."""
CONTOH = 30  # rows looked at for codes


def kenali(tabel: Tabel) -> float:
    """Codes and names without targets or money."""
    if tabel.bentuk not in (MENURUN, MENDATAR) or tabel.punya("pagu") or tabel.punya("target"):
        return 0
    nilai = 0.5 if "nomenklatur" in tabel.judul.casefold() else 0.0
    if tabel.bentuk == MENURUN and tabel.punya("kode"):
        return nilai + 0.6 + 0.1 * tabel.punya("level")
    if _berpasangan(tabel):
        return nilai + 0.9
    return nilai + 0.9 * _berkode(tabel)


def _berpasangan(tabel: Tabel) -> bool:
    """Each level's name beside its code."""
    nama = {k.jenjang for k in tabel.kolom if k.medan == "nama"}
    kode = {k.jenjang for k in tabel.kolom if k.medan == "kode"}
    return bool(nama) and (nama == kode or (len(nama) == 1 and kode == {None}))


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
    _isi_resmi(p, simpul)
    _hanya_terbawah(p, simpul)
    return selesaikan(p, simpul, JENIS)


def _hanya_terbawah(p: Pembacaan, simpul: list[SimpulBaca]) -> None:
    """Only sub kegiatan carry an official indicator; above them none is missing."""
    terbawah = {str(s.baris) for s in simpul if s.level == "sub_kegiatan"}
    p.temuan = [
        t
        for t in p.temuan
        if t.kode != "INDIKATOR_KOSONG" or t.letak.sel.lstrip(ascii_uppercase) in terbawah
    ]


def _isi_resmi(p: Pembacaan, simpul: list[SimpulBaca]) -> None:
    """What the list says of its own about each row: for whom, SPM, definition, tags."""
    judul = p.tabel.lembar.baris[p.tabel.baris_judul[-1]]
    nama = ((c, RESMI.get(kunci(teks))) for c, teks in enumerate(judul) if isinstance(teks, str))
    kolom = [(c, medan) for c, medan in nama if medan]
    terbawah = p.tabel.jenjang[-1:] if p.tabel.bentuk == MENDATAR else ()
    for s in simpul:
        if terbawah and s.level != terbawah[0]:
            continue
        for c, medan in kolom:
            isi = p.mentah(s.baris - 1, c)
            if isinstance(isi, str) and (teks := isi.replace("\x00", "").strip()):
                s.lain[medan] = teks
