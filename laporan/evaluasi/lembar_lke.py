"""One component of a sheet as its page shows it: cells to type into, or what was written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kinerja.aturan.mutu.pemenuhan import Pemenuhan
from kinerja.aturan.temuan import Temuan
from kinerja.models import BentrokSel, PerangkatDaerah, SuntinganDitolak
from kinerja.mutu_lembaga import lembar_mutu
from laporan.aturan.lke import Komponen, Kriteria, NilaiKomponen, NilaiSub, SubKomponen
from laporan.evaluasi.baca_lke import IsiLke
from laporan.evaluasi.bukti_lke import BuktiTampil
from laporan.forms_lke import HURUF, KirimanLke
from laporan.models import JawabanLke, Sisi, SubLke
from laporan.pilihan import JawabanKriteria


@dataclass(frozen=True)
class Medan:
    """A cell to type into: its field, what it shows, why it was refused."""

    nama: str
    isi: str
    galat: str = ""


@dataclass(frozen=True)
class BarisKriteria:
    """``perkiraan`` is what the system can say; ``pilihan`` and ``catatan`` None: only read."""

    kriteria: Kriteria
    jawaban: JawabanLke
    bukti: list[BuktiTampil]
    perkiraan: Pemenuhan | None
    pilihan: Medan | None
    catatan: Medan | None

    @property
    def beda(self) -> bool:
        return bool(self.jawaban.penilaian) and self.jawaban.penilaian != self.jawaban.mandiri

    @property
    def opsi(self) -> list[tuple[str, str]]:
        """What this criterion may be answered."""
        lewat = JawabanKriteria.TIDAK_BERLAKU
        return [
            (nilai, str(label))
            for nilai, label in JawabanKriteria.choices
            if nilai != lewat or self.kriteria.boleh_lewat
        ]


@dataclass(frozen=True)
class BagianSub:
    sub: SubKomponen
    baris: SubLke
    dari_lke: int
    mandiri: NilaiSub
    penilaian: NilaiSub
    bukti: list[BuktiTampil]
    kriteria: list[BarisKriteria]
    bertahan: Medan | None
    catatan: Medan | None

    @property
    def berisi(self) -> bool:
        """Is there anything to read below the criteria?"""
        tahun = (self.baris.bertahan, self.baris.bertahan_penilai, self.dari_lke or None)
        ditulis = self.bukti or self.baris.catatan_penilai
        return bool(ditulis) or any(t is not None for t in tahun)


@dataclass(frozen=True)
class LembarKomponen:
    """``lama`` is what stands in the cells of the page, as one JSON field."""

    komponen: Komponen
    mandiri: NilaiKomponen
    penilaian: NilaiKomponen
    sub: list[BagianSub]
    sisi: Sisi | None
    lama: str
    galat: int
    sebelum: Komponen | None
    sesudah: Komponen | None


@dataclass(frozen=True)
class _Isian:
    """What the cells of one page need: whose they are, what was typed, why it was refused."""

    sisi: Sisi | None
    kiriman: KirimanLke
    ditolak: Mapping[str, str]
    lama: dict[str, str] = field(default_factory=dict)

    def medan(self, baris: JawabanLke | SubLke, medan: str, sisi: Sisi) -> Medan | None:
        """None where this cell is not written now."""
        if sisi is not self.sisi:
            return None
        nama = f"{HURUF[medan]}-{baris.kode}"
        nilai = getattr(baris, medan)
        kini = "" if nilai is None else str(nilai)
        self.lama[nama] = kini
        return Medan(nama, self.kiriman.ketikan.get(nama, kini), self.ditolak.get(nama, ""))


def lembar_komponen(
    isi: IsiLke,
    kode: str,
    *,
    sisi: Sisi | None,
    bukti: Mapping[str, list[BuktiTampil]],
    perkiraan: Mapping[str, Pemenuhan],
    kiriman: KirimanLke | None = None,
    ditolak: Mapping[str, str] | None = None,
) -> LembarKomponen | None:
    """None when the instrument has no such component."""
    daftar = isi.instrumen.komponen
    ke = next((n for n, k in enumerate(daftar) if k.kode == kode), None)
    if ke is None:
        return None
    isian = _Isian(sisi, kiriman or KirimanLke(), ditolak or {})
    sub = [_bagian(isi, s, isian, bukti, perkiraan) for s in daftar[ke].sub]
    return LembarKomponen(
        komponen=daftar[ke],
        mandiri=isi.mandiri.komponen[ke],
        penilaian=isi.penilaian.komponen[ke],
        sub=sub,
        sisi=sisi,
        lama=json.dumps(isian.lama, ensure_ascii=False),
        galat=len(ditolak or {}),
        sebelum=daftar[ke - 1] if ke else None,
        sesudah=daftar[ke + 1] if ke + 1 < len(daftar) else None,
    )


def _bagian(
    isi: IsiLke,
    s: SubKomponen,
    isian: _Isian,
    bukti: Mapping[str, list[BuktiTampil]],
    perkiraan: Mapping[str, Pemenuhan],
) -> BagianSub:
    baris = isi.sub[s.kode]
    typed = isian.medan(baris, "bertahan", Sisi.LEMBAGA)
    return BagianSub(
        sub=s,
        baris=baris,
        dari_lke=isi.bertahan.get(s.kode, 0),
        mandiri=isi.mandiri.sub[s.kode],
        penilaian=isi.penilaian.sub[s.kode],
        bukti=bukti.get(s.kode, []),
        kriteria=[_kriteria(isi, k, isian, bukti, perkiraan) for k in s.kriteria],
        bertahan=typed or isian.medan(baris, "bertahan_penilai", Sisi.PENILAI),
        catatan=isian.medan(baris, "catatan_penilai", Sisi.PENILAI),
    )


def _kriteria(
    isi: IsiLke,
    k: Kriteria,
    isian: _Isian,
    bukti: Mapping[str, list[BuktiTampil]],
    perkiraan: Mapping[str, Pemenuhan],
) -> BarisKriteria:
    baris = isi.jawaban[k.kode]
    typed = {m: isian.medan(baris, m, Sisi.LEMBAGA) for m in ("mandiri", "catatan")}
    nilai = {m: isian.medan(baris, m, Sisi.PENILAI) for m in ("penilaian", "catatan_penilai")}
    return BarisKriteria(
        kriteria=k,
        jawaban=baris,
        bukti=bukti.get(k.kode, []),
        perkiraan=perkiraan.get(k.perkiraan),
        pilihan=typed["mandiri"] or nilai["penilaian"],
        catatan=typed["catatan"] or nilai["catatan_penilai"],
    )


def perkiraan_sistem(
    lembaga: PerangkatDaerah, komponen: Komponen, *, tahun: int, pada: date
) -> dict[str, Pemenuhan]:
    """Shares of the quality checks, by criterion; nothing is read where none is asked for."""
    if not any(k.perkiraan for s in komponen.sub for k in s.kriteria):
        return {}
    lembar = lembar_mutu(lembaga, tahun=tahun, pada=pada)
    return {p.kriteria.kode: p for p in lembar.pemenuhan if p.persen is not None}


def sebab_ditolak(kiriman: KirimanLke, ditolak: SuntinganDitolak) -> dict[str, str]:
    """Why each cell was refused, by its field."""
    nama = list(kiriman.sel)
    return {nama[ke]: _kalimat(sebab) for ke, sebab in ditolak.sel.items()}


def _kalimat(sebab: BentrokSel | list[Temuan]) -> str:
    if isinstance(sebab, BentrokSel):
        kini = dict(JawabanKriteria.choices).get(sebab.kini, sebab.kini) or "kosong"
        return f"Sudah diubah orang lain menjadi “{kini}”; periksa, lalu simpan lagi."
    return " ".join(t.pesan for t in sebab)
