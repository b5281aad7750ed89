"""Rules about accounts and positions: roles, superiors, who holds a position when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.aturan.tanggal import tanggal
from kinerja.aturan.temuan import Letak, Temuan
from kinerja.pilihan import JenisPejabat, JenisPerangkatDaerah, Peran

PERAN_LEMBAGA = (Peran.OPERATOR, Peran.PERENCANA, Peran.PEJABAT, Peran.KEPALA, Peran.ADMIN_PD)
"""Roles that an agency gives to its own people."""
PERAN_PEMDA = (
    Peran.OPERATOR,
    Peran.PERENCANA,
    Peran.PIMPINAN_PEMDA,
    Peran.BAPPEDA,
    Peran.BAGIAN_ORGANISASI,
    Peran.INSPEKTORAT,
    Peran.ADMIN_PEMDA,
)
"""Roles held at the pemda itself; they reach all its agencies."""


def peran_di(jenis: str) -> tuple[Peran, ...]:
    """The roles that can be held at an agency of this jenis."""
    return PERAN_PEMDA if jenis == JenisPerangkatDaerah.PEMDA else PERAN_LEMBAGA


def periksa_peran(peran: str, jenis: str) -> list[Temuan]:
    """A role of the pemda is held at the pemda, one of an agency at an agency."""
    if peran in peran_di(jenis):
        return []
    di = "pemda" if jenis == JenisPerangkatDaerah.PEMDA else "perangkat daerah"
    daftar = ", ".join(str(p.label) for p in peran_di(jenis))
    pesan = f"Peran {Peran(peran).label} tidak dapat dipegang di {di}; pilih salah satu: {daftar}."
    return [Temuan(kode="PERAN_BUKAN_DI_SINI", pesan=pesan, letak=Letak(medan="peran"))]


def cetak_nip(nip: str) -> str:
    """18 digits as 19700101 199503 1 001; anything else as it stands."""
    angka = "".join(nip.split())
    if len(angka) != 18 or not angka.isdigit():
        return nip.strip(" -")
    return f"{angka[:8]} {angka[8:14]} {angka[14]} {angka[15:]}"


@dataclass(frozen=True)
class Masa:
    """Who holds a position from when to when; ``selesai`` None = until further notice."""

    siapa: str
    jenis: str
    mulai: date
    selesai: date | None

    def __str__(self) -> str:
        akhir = f"sampai {tanggal(self.selesai)}" if self.selesai else "sampai sekarang"
        jenis = "" if self.jenis == JenisPejabat.DEFINITIF else f"{JenisPejabat(self.jenis).label} "
        return f"{jenis}{self.siapa} mulai {tanggal(self.mulai)} {akhir}"

    def bertemu(self, lain: Masa) -> bool:
        return self.mulai <= (lain.selesai or date.max) and lain.mulai <= (self.selesai or date.max)


def periksa_masa(baru: Masa, lain: Iterable[Masa]) -> list[Temuan]:
    """One definitif, Plt. or Pj. at a time; a Plh. may stand beside them."""
    if baru.selesai and baru.selesai < baru.mulai:
        return []  # the constraint says so
    tumpang = [m for m in lain if m.jenis != JenisPejabat.PLH and baru.bertemu(m)]
    if baru.jenis == JenisPejabat.PLH or not tumpang:
        return []
    pesan = (
        f"Masa ini bertumpang dengan {tumpang[0]}. Isi tanggal selesainya dulu, "
        "ubah tanggal di sini, atau pilih Plh."
    )
    return [Temuan(kode="PEJABAT_TUMPANG", pesan=pesan, letak=Letak(medan="mulai"))]


def periksa_rantai(diri: int | None, rantai: Sequence[int], medan: str, kata: str) -> list[Temuan]:
    """``rantai`` climbs from the chosen superior to the top; it must not come back to ``diri``."""
    if diri is None or diri not in rantai:
        return []
    pesan = f"{kata} tidak boleh dirinya sendiri atau yang berada di bawahnya; pilih yang lain."
    return [Temuan(kode="RANTAI_BERPUTAR", pesan=pesan, letak=Letak(medan=medan))]


def periksa_atasan_kepala(kepala: bool, serumah: bool) -> list[Temuan]:
    """The head of an agency answers to somebody outside it."""
    if not (kepala and serumah):
        return []
    pesan = "Atasan kepala perangkat daerah berada di luar perangkat daerahnya; pilih yang lain."
    return [Temuan(kode="ATASAN_KEPALA", pesan=pesan, letak=Letak(medan="atasan"))]


def periksa_serumah(serumah: bool, medan: str, kata: str) -> list[Temuan]:
    """A unit, or a record above, belongs to the same agency."""
    if serumah:
        return []
    pesan = f"{kata} harus dari perangkat daerah yang sama."
    return [Temuan(kode="PERANGKAT_DAERAH_LAIN", pesan=pesan, letak=Letak(medan=medan))]


def periksa_ganti_nama(berganti: bool) -> list[Temuan]:
    """A day on which the old name ended makes sense only with a new name or code."""
    if berganti:
        return []
    pesan = "Isi tanggal ini hanya bila nama atau kode diganti; kosongkan."
    return [Temuan(kode="NAMA_TETAP", pesan=pesan, letak=Letak(medan="lama_sampai"))]
