"""The state of a document as plain data: what a plan compares a workbook with.

``potret`` reads it with a constant number of queries; ``potret_kosong`` stands for a document
that is still to be made. Neither writes anything.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kinerja.aturan.nomenklatur import DaftarResmi
from kinerja.aturan.teks import kunci
from kinerja.impor.potret_kaitan import PISAH, kaitan, lembaga_pemda, nama_ikatan, rpjmd
from kinerja.models import (
    Indikator,
    PerangkatDaerah,
    Periode,
    Pohon,
    Simpul,
    Tahap,
    Unit,
    VersiNomenklatur,
)
from kinerja.models.anggaran import MURNI
from kinerja.models.perubahan import Isi, Kunci, baca_baris
from kinerja.models.susunan import Susunan
from kinerja.pilihan import Jenjang, StatusPohon

AKAR_BARU = "akar"
"""Stands for the hidden root of a document that does not exist yet."""

_DAERAH = re.compile(r"\s+(?:kabupaten|kab\.|kota|provinsi|prov\.)\s.*$", re.IGNORECASE | re.DOTALL)
TABEL_NILAI = ("baseline", "target", "pagu", "klaim")
TABEL_IKUT = (
    *("pengampu", "label", "penugasan", "penggantian"),
    *("penanggung_jabatan", "penanggung_lembaga"),
)
"""What hangs on a box or indicator and goes with it; a workbook does not print it."""


@dataclass(frozen=True)
class PotretTahap:
    """One stage of the agency's yearly numbers."""

    tahun: int
    kode: str
    urutan: int
    terkunci: bool = False


@dataclass
class Potret:
    """A document in memory. ``simpul`` maps a uid to its columns plus ``induk``; ``anak`` keeps
    the order below each box; ``baris`` holds the typed values of each table by their key,
    ``kaitan`` the keys of its ties, labels as (uid, (kind, name)). ``versi_baris``
    counts the changes of a box or indicator by its uid; ``lembaga`` is the agency's name as a key,
    without its regency; ``sepemda`` are the agencies of its pemda by name, ``rpjmd`` the goals of
    that by their sentences: (tujuan,) or (tujuan, sasaran); ``nama`` what the records are called
    that a box may be tied to, by table.
    """

    jenis: str
    akar: str = AKAR_BARU
    versi: int = 0
    status: str = StatusPohon.DRAF
    simpul: dict[str, Isi] = field(default_factory=dict)
    anak: dict[str, list[str]] = field(default_factory=dict)
    indikator: dict[str, list[tuple[str, Isi]]] = field(default_factory=dict)
    baris: dict[str, dict[Kunci, Isi]] = field(default_factory=dict)
    tahap: tuple[PotretTahap, ...] = ()
    versi_baris: Mapping[str, int] = field(default_factory=dict)
    unit: Mapping[str, int] = field(default_factory=dict)
    nama_unit: Mapping[int, str] = field(default_factory=dict)
    lembaga: str = ""
    nomenklatur: DaftarResmi = field(default_factory=lambda: DaftarResmi(()))
    kaitan: dict[str, set[Kunci]] = field(default_factory=dict)
    sepemda: Mapping[str, int] = field(default_factory=dict)
    nama: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    rpjmd: Mapping[Kunci, int] = field(default_factory=dict)
    _sampai: dict[tuple[int, str], list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.simpul.setdefault(self.akar, {"jenjang": str(Jenjang.AKAR), "induk": None})
        self.anak.setdefault(self.akar, [])
        for jenis in TABEL_NILAI + TABEL_IKUT:
            self.baris.setdefault(jenis, {})

    def jenjang(self, uid: str) -> str:
        return self.simpul[uid]["jenjang"]

    def lembaga_sendiri(self, unit: str) -> bool:
        """Whether a printed unit is the agency itself, which is no unit of it."""
        return bool(self.lembaga) and sebutan_lembaga(unit) == self.lembaga

    def pengampu(self, teks: str) -> tuple[str, list[tuple[int, str]]]:
        """Who answers for a box: free text, or agencies of the pemda when all are known."""
        bagian = [p for p in PISAH.split(teks) if p] if teks else []
        dikenal = [(self.sepemda[kunci(p)], p) for p in bagian if kunci(p) in self.sepemda]
        return ("", dikenal) if dikenal and len(dikenal) == len(bagian) else (teks, [])

    def didukung(self, atas: Kunci) -> int | None:
        """The RPJMD box of a goal of the region: its sasaran, else its tujuan."""
        return self.rpjmd.get(atas) or self.rpjmd.get(atas[:1])

    def kode_tahap(self, tahun: int, kode: str) -> str:
        """The stage that numbers of a year go to: the named one, else the last one opened."""
        return kode or self.sampai(tahun, "")[0] or MURNI

    def ada_tahap(self, tahun: int, kode: str) -> bool:
        return kode == MURNI or any(t.tahun == tahun and t.kode == kode for t in self.tahap)

    def sampai(self, tahun: int, kode: str) -> list[str]:
        """The stages of a year up to ``kode``, the last one first."""
        if (tahun, kode) not in self._sampai:
            milik = sorted((t for t in self.tahap if t.tahun == tahun), key=lambda t: -t.urutan)
            batas = next((t.urutan for t in milik if t.kode == kode), None)
            daftar = [t.kode for t in milik if batas is None or t.urutan <= batas]
            self._sampai[tahun, kode] = daftar or [kode]
        return self._sampai[tahun, kode]


def sebutan_lembaga(nama: str) -> str:
    """ "Dinas Sosial Kabupaten X" and "DINAS SOSIAL" are the same agency of one regency."""
    return kunci(_DAERAH.sub("", nama))


def potret(pohon: Pohon) -> Potret:
    """Read a document. Call it under the document's lock when the plan is to be applied."""
    susunan = Susunan(pohon)
    hasil = Potret(
        jenis=pohon.jenis,
        akar=susunan.akar,
        versi=pohon.versi,
        status=pohon.status,
        simpul={uid: t.isi | {"induk": t.induk} for uid, t in susunan.titik.items()},
        anak={uid: list(t.anak) for uid, t in susunan.titik.items()},
        indikator=_indikator(pohon),
        baris={jenis: _baris(pohon, jenis) for jenis in TABEL_NILAI + TABEL_IKUT},
        versi_baris=_versi_baris(pohon),
        kaitan=kaitan(pohon),
        nama=nama_ikatan(pohon),
        **_acuan(pohon.perangkat_daerah, pohon.periode, pohon.versi_nomenklatur),
    )
    return hasil


def potret_kosong(
    jenis: str,
    perangkat_daerah: PerangkatDaerah | None = None,
    versi: VersiNomenklatur | None = None,
    periode: Periode | None = None,
) -> Potret:
    """A document of this kind before its first box; without an agency nothing is looked up."""
    acuan = _acuan(perangkat_daerah, periode, versi) if perangkat_daerah else {}
    return Potret(jenis=jenis, **acuan)


def _acuan(
    perangkat_daerah: PerangkatDaerah, periode: Periode | None, versi: VersiNomenklatur | None
) -> dict[str, Any]:
    tahap = Tahap.objects.filter(perangkat_daerah=perangkat_daerah).order_by("tahun", "urutan")
    unit = list(
        Unit.objects.filter(perangkat_daerah=perangkat_daerah)
        .order_by("-pk")
        .values_list("pk", "nama", "sampai")
    )
    return {
        "tahap": tuple(
            PotretTahap(*t) for t in tahap.values_list("tahun", "kode", "urutan", "terkunci")
        ),
        "unit": {kunci(nama): pk for pk, nama, sampai in unit if sampai is None},
        "nama_unit": {pk: nama for pk, nama, _ in unit},
        "lembaga": sebutan_lembaga(perangkat_daerah.nama),
        "nomenklatur": versi.daftar_resmi(perangkat_daerah) if versi else DaftarResmi(()),
        "sepemda": lembaga_pemda(perangkat_daerah),
        "rpjmd": rpjmd(perangkat_daerah, periode) if periode else {},
    }


def _indikator(pohon: Pohon) -> dict[str, list[tuple[str, Isi]]]:
    hasil: dict[str, list[tuple[str, Isi]]] = {}
    baris = baca_baris(pohon, "indikator")
    for (uid,), (_, isi) in sorted(baris.items(), key=lambda b: (b[1][1]["urutan"], b[1][0])):
        hasil.setdefault(isi["simpul"], []).append((uid, isi))
    return hasil


def _versi_baris(pohon: Pohon) -> dict[str, int]:
    versi = {
        str(uid): versi
        for model in (Simpul, Indikator)
        for uid, versi in model._default_manager.filter(pohon=pohon).values_list("uid", "versi")
    }
    return versi


def _baris(pohon: Pohon, jenis: str) -> dict[Kunci, Isi]:
    return {k: isi for k, (_, isi) in baca_baris(pohon, jenis).items()}
