"""A cascading document as plain data: what the printed bytes depend on, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from cascading.matriks import JumlahMatriks, Matriks, Sel
from cascading.matriks_catatan import CatatanPemeriksaan
from cascading.set_kolom import Kolom


@dataclass(frozen=True, slots=True)
class Kop:
    """Letterhead. ``lambang`` is a data: address or empty."""

    pemda: str
    nama: str = ""
    alamat: tuple[str, ...] = ()
    lambang: str = ""


@dataclass(frozen=True, slots=True)
class Penanda:
    """Who signs. ``pembuka`` stands over the jabatan; a kepala daerah has no NIP line."""

    jabatan: str
    nama: str = ""
    pangkat: str = ""
    nip: str = ""
    pembuka: str = ""
    kepala_daerah: bool = False


@dataclass(frozen=True, slots=True)
class Naskah:
    """Everything printed. ``judul`` are the title lines, ``konsep`` adds watermark and words."""

    matriks: Matriks
    kop: Kop
    judul: tuple[str, ...]
    kaki: str
    tempat_tanggal: str = ""
    kiri: Penanda | None = None
    kanan: Penanda | None = None
    konsep: bool = True
    status: str = ""
    diubah: str = ""
    penulis: str = ""

    def ke_json(self) -> str:
        """Canonical text: the same data give the same text, so its hash can be a cache key."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def dari_json(cls, teks: str) -> Naskah:
        isi = json.loads(teks)
        kop = isi["kop"] | {"alamat": tuple(isi["kop"]["alamat"])}
        penanda = {s: Penanda(**isi[s]) if isi[s] else None for s in ("kiri", "kanan")}
        olahan = {"matriks": _matriks(isi["matriks"]), "kop": Kop(**kop), **penanda}
        return cls(**isi | olahan | {"judul": tuple(isi["judul"])})


def _matriks(isi: Mapping[str, Any]) -> Matriks:
    jumlah = isi["jumlah"] | {"catatan": tuple(isi["jumlah"]["catatan"])}
    return Matriks(
        nama_set=isi["nama_set"],
        judul=isi["judul"],
        kolom=tuple(Kolom(**k) for k in isi["kolom"]),
        baris=isi["baris"],
        sel=tuple(tuple(_sel(s) for s in kolom) for kolom in isi["sel"]),
        jumlah=JumlahMatriks(**jumlah),
        ringkasan=isi["ringkasan"],
        nomor=tuple(_sel(s) for s in isi["nomor"]),
        catatan=tuple(CatatanPemeriksaan(**c) for c in isi["catatan"]),
    )


def _sel(isi: Mapping[str, Any]) -> Sel:
    return Sel(**{**isi, "catatan": tuple(isi["catatan"])})
