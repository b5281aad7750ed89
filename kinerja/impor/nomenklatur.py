"""The official list goes into its version: new rows in bulk, changed ones by one upsert."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.db.models import Count

from kinerja.aturan.temuan import AturanDilanggar, Tingkat, tolak
from kinerja.impor.bacaan import HasilBaca, PilihanImpor, SimpulBaca
from kinerja.impor.bacakan import baca_berkas
from kinerja.impor.pemulung import tanpa_pemulung
from kinerja.models import (
    Nomenklatur,
    Pengaturan,
    Pengguna,
    PerangkatDaerah,
    Riwayat,
    VersiNomenklatur,
)
from kinerja.pilihan import JenjangNomenklatur

JENIS = "nomenklatur"
MEDAN = (
    *("kode_tertulis", "jenjang", "nama", "kinerja", "indikator", "satuan"),
    *("definisi", "spm", "lain"),
)
JENJANG = frozenset(JenjangNomenklatur.values)
LAIN = ("tag", "jenis", "pelaksana", "sebelumnya")
Kunci = tuple[str, str]


@dataclass(frozen=True)
class HasilMuat:
    """Rows of the version by what became of them. Rows that the file leaves out stay."""

    baru: int
    berubah: int
    sama: int


def baca_nomenklatur(isi: bytes, nama: str) -> HasilBaca:
    """Read an export (.xlsx) or CSV of the list. Raises AturanDilanggar when it is none."""
    with tempfile.TemporaryDirectory(prefix="nomenklatur-") as folder:
        jalur = Path(folder) / "berkas"
        jalur.write_bytes(isi)
        hasil = baca_berkas(jalur, nama, PilihanImpor(jenis=JENIS))
    if hasil.ditolak:
        raise AturanDilanggar(t for t in hasil.temuan if t.tingkat is Tingkat.TOLAK)
    return hasil


@tanpa_pemulung()
def muat_nomenklatur(
    versi: VersiNomenklatur,
    hasil: HasilBaca,
    *,
    oleh: Pengguna | None,
    pada: datetime,
    pemda: PerangkatDaerah | None = None,
) -> HasilMuat:
    """Add and update the rows of a version, all or nothing; with a pemda it is recorded there."""
    baris = susun_baris(versi, (s for t in hasil.tabel for s in t.simpul))
    if not baris:
        pesan = "Tidak ada baris berkode di berkas ini; pilih berkas daftar nomenklatur."
        raise tolak("TANPA_BARIS_DATA", pesan)
    with transaction.atomic():
        VersiNomenklatur.objects.select_for_update().get(pk=versi.pk)
        lama = _isi_versi(versi)
        baru = [b for k, b in baris.items() if k not in lama]
        ubah = [b for k, b in baris.items() if k in lama and lama[k] != _isi(b)]
        Nomenklatur.objects.bulk_create(
            baru + ubah,
            batch_size=1000,
            update_conflicts=True,
            update_fields=MEDAN,
            unique_fields=["versi", "kode", "jenis_pemda"],
        )
        if baru or ubah:
            Pengaturan.naikkan_semua()
        muat = HasilMuat(len(baru), len(ubah), len(baris) - len(baru) - len(ubah))
        if pemda is not None and (baru or ubah):
            _catat(pemda, versi, muat, oleh, pada)
    return muat


def susun_baris(versi: VersiNomenklatur, simpul: Iterable[SimpulBaca]) -> dict[Kunci, Nomenklatur]:
    """Rows by (kode, jenis pemda); what stands above a row serves the same kind of pemda."""
    daftar = list(simpul)
    untuk = _jenis_pemda(daftar)
    baris: dict[Kunci, Nomenklatur] = {}
    for s in daftar:
        if s.level is None or s.level.upper() not in JENJANG or not s.kode:
            continue
        for jenis in untuk[s.id] or {""}:
            baris.setdefault((s.kode, jenis), _baris(versi, s, jenis))
    return baris


def _jenis_pemda(daftar: list[SimpulBaca]) -> dict[str, set[str]]:
    """For whom each row counts: its own word, above that those of its children."""
    untuk: dict[str, set[str]] = {}
    for s in daftar:
        jenis = str(s.lain.get("jenis_pemda") or "")
        untuk[s.id] = {jenis} if jenis else set()
    for s in reversed(daftar):
        if s.induk in untuk:
            untuk[s.induk] |= untuk[s.id]
    return untuk


def _baris(versi: VersiNomenklatur, s: SimpulBaca, jenis_pemda: str) -> Nomenklatur:
    indikator = s.indikator[0] if s.indikator else None
    return Nomenklatur(
        versi=versi,
        kode=s.kode,
        jenis_pemda=jenis_pemda[:40],
        kode_tertulis=s.kode[:60],
        jenjang=(s.level or "").upper(),
        nama=s.sebutan,
        kinerja=s.kinerja,
        indikator=indikator.teks if indikator else "",
        satuan=indikator.satuan[:200] if indikator else "",
        definisi=str(s.lain.get("definisi") or ""),
        spm=str(s.lain.get("spm") or "").upper() == "SPM",
        lain={m: s.lain[m] for m in LAIN if s.lain.get(m)},
    )


def _isi(baris: Nomenklatur) -> tuple[object, ...]:
    return tuple(getattr(baris, medan) for medan in MEDAN)


def _isi_versi(versi: VersiNomenklatur) -> dict[Kunci, tuple[object, ...]]:
    ada = Nomenklatur.objects.filter(versi=versi).values_list("kode", "jenis_pemda", *MEDAN)
    return {(kode, jenis): tuple(isi) for kode, jenis, *isi in ada}


def _catat(
    pemda: PerangkatDaerah,
    versi: VersiNomenklatur,
    muat: HasilMuat,
    oleh: Pengguna | None,
    pada: datetime,
) -> None:
    Riwayat.catat_perangkat_daerah(
        pemda,
        kata_kerja="muat_nomenklatur",
        ringkasan=f"Nomenklatur {versi}: {muat.baru} baru, {muat.berubah} berubah",
        perubahan=[],
        oleh=oleh,
        pada=pada,
    )


def tambah_versi(
    kode: str, *, nama: str, tahun_mulai: int | None, tahun_sampai: int | None
) -> VersiNomenklatur:
    """The version of this kode, made when there is none."""
    versi, _ = VersiNomenklatur.objects.get_or_create(
        kode=kode,
        defaults={"nama": nama or kode, "tahun_mulai": tahun_mulai, "tahun_sampai": tahun_sampai},
    )
    return versi


def daftar_versi() -> Iterator[tuple[VersiNomenklatur, dict[str, int]]]:
    """Each version with its rows counted by level, the newest first."""
    banyak: dict[int, dict[str, int]] = {}
    hitung = Nomenklatur.objects.values_list("versi", "jenjang").annotate(n=Count("pk"))
    for versi, jenjang, n in hitung.order_by("versi", "jenjang"):
        banyak.setdefault(versi, {})[jenjang] = n
    for v in VersiNomenklatur.objects.order_by("-pk"):
        yield v, banyak.get(v.pk, {})
