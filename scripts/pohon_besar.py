"""A document of any size for measurements and tests: one tujuan, down to sub kegiatan."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kinerja.models import Perubahan

KEGIATAN_PER_PROGRAM = 4
SUB_PER_KEGIATAN = 8
PER_PROGRAM = 1 + KEGIATAN_PER_PROGRAM * (1 + SUB_PER_KEGIATAN)
"""Boxes of one program with what hangs below it."""


def bentuk(banyak: int) -> list[tuple[str, int | None, str]]:
    """(jenjang, index of the parent, kode) of ``banyak`` boxes in tree order."""
    hasil: list[tuple[str, int | None, str]] = [("TUJUAN", None, ""), ("SASARAN", 0, "")]
    while len(hasil) < banyak:
        program = len(hasil)
        kode = f"1.06.{program // PER_PROGRAM + 1:02d}"
        hasil.append(("PROGRAM", 1, kode))
        for k in range(1, KEGIATAN_PER_PROGRAM + 1):
            kegiatan = len(hasil)
            hasil.append(("KEGIATAN", program, f"{kode}.2.{k:02d}"))
            for s in range(1, SUB_PER_KEGIATAN + 1):
                hasil.append(("SUB_KEGIATAN", kegiatan, f"{kode}.2.{k:02d}.{s:04d}"))
    return hasil[:banyak]


def perubahan_pohon(banyak: int, akar: str, tahun: range) -> list[Perubahan]:
    """Changes for ``Pohon.muat``: each box with an indicator, five targets, money and claims."""
    return list(_perubahan(bentuk(banyak), akar, tahun))


def _perubahan(
    daftar: list[tuple[str, int | None, str]], akar: str, tahun: range
) -> Iterator[Perubahan]:
    from kinerja.models import Perubahan

    uid = [str(uuid.uuid5(uuid.NAMESPACE_OID, f"{akar}-{n}")) for n in range(len(daftar))]
    for n, (jenjang, induk, kode) in enumerate(daftar):
        atas = akar if induk is None else uid[induk]
        yield Perubahan("simpul", (uid[n],), None, _simpul(n, jenjang, kode) | {"induk": atas})
    for n, (jenjang, _, _) in enumerate(daftar):
        indikator = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{akar}-i{n}"))
        yield Perubahan("indikator", (indikator,), None, _indikator(n, uid[n]))
        for i, t in enumerate(tahun):
            yield Perubahan("target", (indikator, t, 0, "MURNI"), None, _target(n % 90 + i))
        uang = {"mentah": f"{n}.000.000", "nilai": n * 1_000_000}
        if jenjang == "SUB_KEGIATAN":
            yield Perubahan("pagu", (uid[n], tahun[0], "MURNI", ""), None, uang)
        elif jenjang in ("PROGRAM", "KEGIATAN"):
            yield Perubahan("klaim", (uid[n], tahun[0], "MURNI", "PAGU"), None, uang)


def _simpul(n: int, jenjang: str, kode: str) -> dict[str, Any]:
    nama = f"{jenjang.replace('_', ' ').capitalize()} nomor {n} bagi penerima layanan sosial"
    return {
        "jenjang": jenjang,
        "kode": kode,
        "nama": nama,
        "kinerja": f"Terpenuhinya kebutuhan dasar kelompok ke-{n} sesuai standar pelayanan",
        "setelah": AKHIR_SAUDARA,
    }


AKHIR_SAUDARA = "-"
"""No sibling has this name, so that a box goes last under its parent."""


def _indikator(n: int, simpul: str) -> dict[str, Any]:
    return {
        "simpul": simpul,
        "urutan": 1,
        "teks": f"Jumlah orang yang mendapatkan layanan nomor {n} sesuai kewenangan kabupaten/kota",
        "satuan": "Orang",
    }


def _target(nilai: int) -> dict[str, Any]:
    return {
        "mentah": f"{nilai},5", "jenis": "ANGKA", "nilai": f"{nilai}.5",
        "minimum": None, "maksimum": None,
    }  # fmt: skip
