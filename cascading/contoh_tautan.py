"""Ties the demo's trees together: conditions of 2024 and of 2025 with the boxes that serve them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from cascading.models import Tautan
from kinerja.contoh import orang
from kinerja.contoh.fakta import penjenjangan, pohon_kinerja_2024
from kinerja.contoh.penulis import Penulis
from kinerja.contoh.pohon_kinerja import JUDUL_PROGRAM, kunci_jalur, kunci_kondisi
from kinerja.models import Pengguna, PerangkatDaerah, Pohon, Simpul
from kinerja.pilihan import JenisPohon


def muat_tautan(
    milik: Mapping[str, PerangkatDaerah], akun: Mapping[str, Pengguna], pada: datetime
) -> None:
    """Once per document: links that people took away stay away."""
    lama = ((k["id"], kunci_jalur(tuple(k["program"]))) for k in pohon_kinerja_2024()["kotak"]
            if "program" in k)  # fmt: skip
    _hubungkan(milik[orang.POHON_2024], JUDUL_PROGRAM, lama, akun["perencana-2024"], pada)
    kunci = kunci_kondisi(penjenjangan())
    _hubungkan(milik[orang.DINAS], "", zip(kunci, kunci, strict=True), akun["perencana"], pada)


def _hubungkan(
    dinas: PerangkatDaerah,
    judul: str,
    pasangan: Iterable[tuple[str, str]],
    oleh: Pengguna,
    pada: datetime,
) -> None:
    """Link by the keys under which both documents were written."""
    if Tautan.objects.filter(perangkat_daerah=dinas).exists():
        return
    kondisi = _kotak(dinas, JenisPohon.POHON_KINERJA, "")
    komponen = _kotak(dinas, JenisPohon.CASCADING, judul)
    daftar = []
    for kunci_atas, kunci_bawah in pasangan:
        atas, bawah = kondisi(kunci_atas), komponen(kunci_bawah)
        if atas is not None and bawah is not None:
            daftar.append((atas, bawah))
    Tautan.pasang(daftar, oleh=oleh, pada=pada)


class _Kotak:
    def __init__(self, pohon: Pohon | None, nama: str):
        self.penulis = Penulis(pohon, nama) if pohon else None
        daftar = Simpul.objects.filter(pohon=pohon).select_related("pohon__perangkat_daerah__pemda")
        self.milik = {str(s.uid): s for s in daftar} if pohon else {}

    def __call__(self, kunci: str) -> Simpul | None:
        return self.milik.get(self.penulis.uid(kunci)) if self.penulis else None


def _kotak(dinas: PerangkatDaerah, jenis: JenisPohon, judul: str) -> _Kotak:
    daftar = Pohon.objects.filter(perangkat_daerah=dinas, jenis=jenis, judul=judul)
    return _Kotak(daftar.order_by("edisi").first(), f"contoh/{dinas.kode}/{jenis}")
