"""The page "Cek kualitas" of an agency as one value: documents, findings, criteria, acceptances."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.core.cache import cache

from kinerja.aturan.isi import IsiPohon
from kinerja.aturan.jenjang import label
from kinerja.aturan.mutu.katalog import KATALOG, NOMOR, Periksaan
from kinerja.aturan.mutu.lembaga import periksa_lembaga
from kinerja.aturan.mutu.pemenuhan import Pemenuhan, pemenuhan
from kinerja.aturan.mutu.terima import Butir, butir
from kinerja.aturan.temuan import Temuan
from kinerja.bahan_lembaga import bahan_lembaga
from kinerja.isi_pohon import baca_isi
from kinerja.models import Penugasan, PerangkatDaerah, Pohon, TemuanDiterima
from kinerja.mutu_pohon import LAMA_SIMPAN, temuan_pohon, versi_pengaturan

DOKUMEN = ("Q02", "Q03", "Q04", "Q05", "Q06", "Q07", "Q08", "Q09", "Q10", "Q11", "Q12", "Q13",
           "Q14", "Q21", "Q22", "Q01")  # fmt: skip
"""Checks that the documents alone can fulfil."""


@dataclass(frozen=True)
class HasilDokumen:
    """One document as checked in a year; ``letak`` says by uid (key of the box, what it is),
    ``tugas`` the uids that a position answers for.
    """

    pohon: int
    sebutan: str
    tahun: int
    kotak: int
    indikator: int
    letak: dict[str, tuple[int, str]]
    berlaku: tuple[Temuan, ...]
    diterima: tuple[Temuan, ...]
    tugas: dict[int, frozenset[str]]


@dataclass(frozen=True)
class BarisTemuan:
    """A finding on the page: where it stands, and what explains it."""

    pohon: int
    dokumen: str
    tahun: int
    simpul: int
    letak: str
    butir: Butir


@dataclass(frozen=True)
class Kelompok:
    """The findings of one check; ``periksaan`` is None for those that no check stands for."""

    periksaan: Periksaan | None
    baris: tuple[BarisTemuan, ...]

    @property
    def judul(self) -> str:
        p = self.periksaan
        return f"{p.nomor} {p.judul}" if p else "Ditulis lain di dokumen sumber"


@dataclass(frozen=True)
class LembarMutu:
    """``diterima`` are the acceptances with whether they still hide a finding."""

    lembaga: PerangkatDaerah
    dokumen: tuple[HasilDokumen, ...]
    baris: tuple[BarisTemuan, ...]
    pemenuhan: tuple[Pemenuhan, ...]
    diterima: tuple[tuple[TemuanDiterima, bool], ...] = ()

    @property
    def kelompok(self) -> list[Kelompok]:
        """By check, in the order of their numbers; the rest comes last."""
        milik: dict[str, list[BarisTemuan]] = {}
        for b in self.baris:
            milik.setdefault(NOMOR.get(b.butir.temuan.kode, ""), []).append(b)
        urut = [n for n in (*KATALOG, "") if n in milik]
        return [Kelompok(KATALOG.get(n), tuple(milik[n])) for n in urut]

    def saring(self, *, nomor: str = "", pohon: int = 0) -> LembarMutu:
        """The same with the findings of one check, one document."""
        return replace(
            self,
            baris=tuple(
                b
                for b in self.baris
                if nomor in ("", NOMOR.get(b.butir.temuan.kode, "-")) and pohon in (0, b.pohon)
            ),
        )

    def cari(self, pohon: int, simpul: str, kode: str, sidik: str) -> Temuan | None:
        """The finding that somebody means to accept, if it still stands."""
        hasil = next((d for d in self.dokumen if d.pohon == pohon), None)
        calon = (butir(t) for t in (hasil.berlaku if hasil else ()))
        return next(
            (
                b.temuan
                for b in calon
                if (b.temuan.letak.simpul, b.temuan.kode, b.sidik) == (simpul, kode, sidik)
                and b.dapat_diterima
            ),
            None,
        )


def dokumen_diperiksa(lembaga: Iterable[PerangkatDaerah]) -> list[Pohon]:
    """Of each document the edition that is worked on: the latest, archived ones left out."""
    semua = Pohon.objects.tampak().dengan_pengaturan().filter(perangkat_daerah__in=lembaga)
    semua = semua.select_related(
        *("perangkat_daerah__pemda__pengaturan", "perangkat_daerah__pengaturan", "periode")
    )
    terakhir: dict[tuple[int, int, str, str], Pohon] = {}
    for p in semua.order_by("perangkat_daerah_id", "periode_id", "jenis", "judul", "edisi"):
        terakhir[p.perangkat_daerah_id, p.periode_id, p.jenis, p.judul] = p
    return list(terakhir.values())


def hasil_dokumen(pohon: Pohon, tahun: int) -> HasilDokumen:
    """Checked once for each state of the document and of the pemda's settings."""
    hasil: HasilDokumen | None = cache.get(kunci_hasil(pohon, tahun))
    if hasil is None:
        isi = baca_isi(pohon, tahun=tahun)
        ditimbang = temuan_pohon(pohon, isi)
        hasil = HasilDokumen(
            pohon=pohon.pk,
            sebutan=f"{pohon.sebutan} {pohon.periode}",
            tahun=tahun,
            kotak=len(isi.simpul),
            indikator=sum(len(s.indikator) for s in isi.simpul),
            letak=_letak(isi),
            berlaku=tuple(ditimbang.berlaku),
            diterima=tuple(ditimbang.diterima),
            tugas=_tugas(pohon),
        )
        cache.set(kunci_hasil(pohon, tahun), hasil, LAMA_SIMPAN)
    return hasil


def kunci_hasil(pohon: Pohon, tahun: int) -> str:
    versi = f"{pohon.versi}:{pohon.diubah_pada.timestamp()}"
    return f"mutu:{pohon.pk}:{versi}:{tahun}:{versi_pengaturan(pohon.perangkat_daerah)}"


def tahun_dokumen(pohon: Pohon, tahun: int | None, pada: date) -> int:
    """The year asked for where the document has it, else its own of that day."""
    if tahun in pohon.periode.daftar_tahun():
        return int(tahun or 0)
    return int(pohon.periode.tahun_bawaan(pada))


def lembar_mutu(lembaga: PerangkatDaerah, *, tahun: int | None, pada: date) -> LembarMutu:
    """Everything of an agency in a year; documents that were checked before cost no query."""
    daftar = dokumen_diperiksa([lembaga])
    hasil = tuple(hasil_dokumen(p, tahun_dokumen(p, tahun, pada)) for p in daftar)
    bahan = bahan_lembaga(lembaga, daftar, tahun or pada.year)
    sekitar = periksa_lembaga(bahan, hari_ini=pada.isoformat())
    baris = [b for d in hasil for b in _baris(d)] + list(_baris_sekitar(sekitar, hasil))
    semua = [b.butir.temuan for b in baris]
    dihitung = [*DOKUMEN, *(["Q18", "Q19"] if bahan.hasil else [])]
    dihitung += ["Q16"] if bahan.penggantian_iku else []
    return LembarMutu(
        lembaga=lembaga,
        dokumen=hasil,
        baris=tuple(baris),
        pemenuhan=tuple(
            pemenuhan(
                semua,
                kotak=sum(d.kotak for d in hasil),
                indikator=sum(d.indikator for d in hasil),
                diperiksa=dihitung,
            )
        ),
        diterima=_diterima(lembaga, hasil),
    )


def _tugas(pohon: Pohon) -> dict[int, frozenset[str]]:
    hasil: dict[int, set[str]] = {}
    for jabatan, uid in Penugasan.objects.di(pohon).values_list("jabatan", "simpul__uid"):
        hasil.setdefault(jabatan, set()).add(str(uid))
    return {jabatan: frozenset(uid) for jabatan, uid in hasil.items()}


def _letak(isi: IsiPohon) -> dict[str, tuple[int, str]]:
    letak = {isi.akar.uid: (0, "Dokumen")}
    for s in isi.simpul:
        nama = " ".join(b for b in (s.kode or s.nomor, s.sebutan) if b)
        letak[s.uid] = (s.id, f"{label(s.jenjang)} {nama}")
    return letak


def _baris(d: HasilDokumen) -> Iterable[BarisTemuan]:
    for t in d.berlaku:
        simpul, letak = d.letak.get(t.letak.simpul, (0, "Dokumen"))
        yield BarisTemuan(d.pohon, d.sebutan, d.tahun, simpul, letak, butir(t))


def _baris_sekitar(
    temuan: Iterable[Temuan], hasil: tuple[HasilDokumen, ...]
) -> Iterable[BarisTemuan]:
    """Findings about positions and results: some stand at a box, others at none."""
    for t in temuan:
        for d in hasil:
            if t.letak.simpul in d.letak:
                simpul, letak = d.letak[t.letak.simpul]
                yield BarisTemuan(d.pohon, d.sebutan, d.tahun, simpul, letak, _tetap(t))
                break
        else:
            yield BarisTemuan(0, "Perangkat daerah", 0, 0, "", _tetap(t))


def _tetap(temuan: Temuan) -> Butir:
    return replace(butir(temuan), dapat_diterima=False)


def _diterima(
    lembaga: PerangkatDaerah, hasil: tuple[HasilDokumen, ...]
) -> tuple[tuple[TemuanDiterima, bool], ...]:
    berlaku = Counter(
        (b.temuan.letak.simpul, b.temuan.kode, b.sidik)
        for d in hasil
        for b in map(butir, d.diterima)
    )
    daftar = TemuanDiterima.objects.filter(perangkat_daerah=lembaga).select_related("oleh")
    return tuple(
        (t, bool(berlaku[str(t.simpul_uid), t.kode, t.sidik]))
        for t in daftar.order_by("-pada", "-pk")
    )
