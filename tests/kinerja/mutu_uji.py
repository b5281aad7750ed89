"""Documents without a finding for tests of the quality rules, and boxes to break them with."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from kinerja.aturan.mutu.bahan import Bahan, Kotak, Ukuran
from kinerja.aturan.mutu.periksa import periksa_mutu
from kinerja.aturan.temuan import Temuan
from kinerja.pilihan import JenisPohon, Jenjang

TAHUN = 2025
PIHAK = ("disabilitas", "lansia", "balita", "pekerja", "nelayan", "petani", "perajin", "pemulung")
URUSAN = (
    "gizi",
    "hunian",
    "sekolah",
    "modal",
    "obat",
    "kursi",
    "seragam",
    "lampu",
    "sumur",
    "jalan",
)
LENGKAP = {
    "definisi": "Yang tercatat di akhir tahun",
    "sumber_data": "Rekap bidang",
    "ditanggung": True,
}
JALUR = (Jenjang.TUJUAN, Jenjang.SASARAN, Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN)


def ukuran(uid: str = "i", teks: str = "Persentase balita sehat", **isi: Any) -> Ukuran:
    """An indicator of an upper level that says everything about itself."""
    rumus = f"{teks.replace('Persentase', 'Jumlah')} dibagi seluruh penduduk x 100%"
    bawaan: dict[str, Any] = {"satuan": "%", "formulasi": (rumus,), **LENGKAP}
    return Ukuran(uid=uid, teks=teks, **(bawaan | isi))


def kotak(uid: str = "a", jenjang: str = Jenjang.SASARAN, **isi: Any) -> Kotak:
    bawaan: dict[str, Any] = {"induk": None, "kinerja": "Meningkatnya kesehatan balita"}
    return Kotak(uid=uid, jenjang=str(jenjang), **(bawaan | isi))


def bahan(*daftar: Kotak, jenis: str = JenisPohon.CASCADING, **isi: Any) -> Bahan:
    return Bahan(jenis=jenis, tahun=TAHUN, kotak=daftar, **isi)


def angka(*nilai: object, mulai: int = 2021) -> tuple[tuple[int, Decimal], ...]:
    return tuple((mulai + n, Decimal(str(satu))) for n, satu in enumerate(nilai))


def bersih(banyak: int = 60) -> Bahan:
    """About ``banyak`` boxes without a finding: a tujuan and a sasaran, then branches of eight."""
    daftar = [_kotak("t", None, Jenjang.TUJUAN, 900), _kotak("s", "t", Jenjang.SASARAN, 901)]
    nomor = 0
    while len(daftar) < banyak:
        program = f"p{nomor}"
        daftar.append(_kotak(program, "s", Jenjang.PROGRAM, nomor := nomor + 1))
        for _ in range(2):
            kegiatan = f"k{nomor}"
            daftar.append(_kotak(kegiatan, program, Jenjang.KEGIATAN, nomor := nomor + 1))
            for _ in range(3):
                sub = f"b{nomor}"
                daftar.append(_kotak(sub, kegiatan, Jenjang.SUB_KEGIATAN, nomor := nomor + 1))
    return Bahan(jenis=JenisPohon.CASCADING, tahun=TAHUN, kotak=tuple(daftar[:banyak]))


def _kotak(uid: str, induk: str | None, jenjang: str, nomor: int) -> Kotak:
    """Words of its own for each box: a made-up place name tells it from all others."""
    pihak, urusan = PIHAK[nomor % len(PIHAK)], URUSAN[nomor // len(PIHAK) % len(URUSAN)]
    tempat = "".join("bcdfghjklm"[int(a)] + "aiueo"[int(a) % 5] for a in f"{nomor:04}")
    isi = f"{pihak} {tempat} {urusan} {tempat[::-1]}"
    atas = jenjang in JALUR[:3]
    nilai = angka(*(nomor % 7 + n for n in (50, 52, 55, 57, 60)))
    satu = ukuran(
        f"i{uid}",
        f"{'Persentase' if atas else 'Jumlah'} {isi}",
        satuan="%" if atas else "Orang",
        target=nilai if atas else (),
        terisi=tuple(t for t, _ in nilai) if atas else (),
    )
    return Kotak(
        uid=uid, induk=induk, jenjang=str(jenjang), kinerja=f"Meningkatnya {isi}", ukuran=(satu,)
    )


def ganti(asal: Bahan, uid: str, **isi: Any) -> Bahan:
    """The document with one box changed."""
    daftar = tuple(replace(k, **isi) if k.uid == uid else k for k in asal.kotak)
    return replace(asal, kotak=daftar)


def kode(*daftar: Kotak, **isi: Any) -> list[str]:
    return [t.kode for t in periksa_mutu(bahan(*daftar, **isi))]


def satu(*daftar: Kotak, **isi: Any) -> Temuan:
    """The only finding."""
    (temuan,) = periksa_mutu(bahan(*daftar, **isi))
    return temuan
