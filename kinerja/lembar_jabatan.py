"""Who answers for what in one document: its positions with their boxes, and what is left over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.aturan.isi import IsiSimpul
from kinerja.aturan.jenjang import label
from kinerja.aturan.penugasan import (
    Tugas,
    pagu_jabatan,
    penanggung_jawab,
    tanpa_kotak,
    tanpa_penanggung_jawab,
)
from kinerja.isi_pohon import baca_isi
from kinerja.models import Jabatan, Penugasan, Pohon
from kinerja.pilihan import Jenjang, PeranTugas
from kinerja.susunan_jabatan import BarisJabatan, susun_jabatan

KOSONG, MILIK = "KOSONG", "MILIK"


@dataclass(frozen=True)
class BarisTugas:
    """A position: ``tugas`` are counts in words ("2 program", "1 sub kegiatan sebagai
    pelaksana"), ``pagu`` in rupiah of what it answers for, None where that has no money.
    """

    letak: BarisJabatan
    tugas: tuple[str, ...]
    pagu: int | None

    @property
    def pejabat(self) -> str:
        return self.letak.pejabat[0].sebutan if self.letak.pejabat else ""


@dataclass(frozen=True)
class BarisKotak:
    """A box to choose: who answers for it, in words, and the part of the position looked at."""

    simpul: IsiSimpul
    penjawab: tuple[str, ...]
    peran: str = ""

    @property
    def jenjang(self) -> str:
        return label(self.simpul.jenjang)

    @property
    def peran_tercetak(self) -> str:
        return str(PeranTugas(self.peran).label) if self.peran else ""


@dataclass(frozen=True)
class LembarJabatan:
    """``kosong`` are leaves that nobody answers for; ``tanpa_kotak`` the positions without any."""

    baris: tuple[BarisTugas, ...]
    kosong: tuple[BarisKotak, ...]
    tanpa_kotak: tuple[str, ...]


def lembar_jabatan(pohon: Pohon, *, tahun: int, tahap: str, pada: date) -> LembarJabatan:
    """About a dozen queries at any size."""
    simpul, tugas = baca_isi(pohon, tahun=tahun, tahap=tahap).simpul, baca_tugas(pohon)
    letak = susun_jabatan(pohon.perangkat_daerah, pada)
    nama = {b.jabatan.pk: b.jabatan.nama for b in letak}
    kosong = set(tanpa_penanggung_jawab([_kunci(s) for s in simpul], tugas))
    pagu = pagu_jabatan(((*_kunci(s), _uang(s)) for s in simpul), tugas)
    hitungan = _hitungan(simpul, tugas)
    return LembarJabatan(
        tuple(BarisTugas(b, hitungan.get(b.jabatan.pk, ()), pagu.get(b.jabatan.pk)) for b in letak),
        tuple(b for b in baris_kotak(simpul, tugas, nama) if str(b.simpul.id) in kosong),
        tuple(nama[pk] for pk in tanpa_kotak(list(nama), tugas)),
    )


def baca_tugas(pohon: Pohon) -> list[Tugas]:
    kolom = Penugasan.objects.di(pohon).order_by("pk").values_list("simpul", "jabatan", "peran")
    return [Tugas(str(simpul), jabatan, peran) for simpul, jabatan, peran in kolom]


def baris_kotak(
    simpul: Iterable[IsiSimpul],
    tugas: Iterable[Tugas],
    nama: Mapping[int, str],
    jabatan: int | None = None,
) -> list[BarisKotak]:
    """The boxes of a document with who answers for each; ``nama`` names the positions."""
    daftar = list(tugas)
    dijawab = penanggung_jawab(daftar)
    milik = {t.simpul: t.peran for t in daftar if t.jabatan == jabatan}
    return [
        BarisKotak(
            s,
            tuple(nama.get(pk, "") for pk in dijawab.get(str(s.id), ())),
            milik.get(str(s.id), ""),
        )
        for s in simpul
    ]


def saring_kotak(
    daftar: Sequence[BarisKotak], *, hanya: str = "", cari: str = "", selalu: Container[int] = ()
) -> list[BarisKotak]:
    """The boxes to choose from; those of ``selalu`` stay in, whatever is asked.

    ``hanya``: KOSONG (nobody answers for them) or MILIK (the position's own); ``cari``: words of
    their code or name.
    """
    kata = cari.casefold().split()
    return [b for b in daftar if b.simpul.id in selalu or _cocok(b, hanya, kata)]


def _cocok(b: BarisKotak, hanya: str, kata: Sequence[str]) -> bool:
    teks = f"{b.simpul.kode} {b.simpul.sebutan}".casefold()
    sesuai = {KOSONG: not b.penjawab, MILIK: bool(b.peran)}.get(hanya, True)
    return sesuai and all(satu in teks for satu in kata)


def nama_jabatan(pohon: Pohon) -> dict[int, str]:
    milik = Jabatan.objects.filter(perangkat_daerah=pohon.perangkat_daerah_id)
    return dict(milik.values_list("pk", "nama"))


def _kunci(s: IsiSimpul) -> tuple[str, str | None]:
    return str(s.id), None if s.induk is None else str(s.induk)


def _uang(s: IsiSimpul) -> int:
    return sum(p.nilai for p in s.pagu if p.nilai is not None)


def _hitungan(simpul: Iterable[IsiSimpul], tugas: Iterable[Tugas]) -> dict[int, tuple[str, ...]]:
    """What each position has, by level from the top, the main part first."""
    jenjang = {str(s.id): s.jenjang for s in simpul}
    hitung: dict[int, Counter[tuple[int, int]]] = {}
    peran, tingkat = list(PeranTugas.values), list(Jenjang.values)
    for t in tugas:
        if t.simpul in jenjang:
            kunci = (peran.index(t.peran), tingkat.index(jenjang[t.simpul]))
            hitung.setdefault(t.jabatan, Counter())[kunci] += 1
    return {
        pk: tuple(
            f"{banyak} {label(tingkat[j]).lower()}"
            + (f" sebagai {PeranTugas(peran[p]).label.lower()}" if p else "")
            for (p, j), banyak in sorted(milik.items())
        )
        for pk, milik in hitung.items()
    }
