"""Random trees printed as a Renstra: a start, target and money per year, where it ends."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from kinerja.impor.buku import Lembar
from tests.kinerja.cetak_sipd import kode_sipd
from tests.kinerja.pohon_acak import Simpul, rupiah
from tests.kinerja.tabel_uji import N, lembar

TAHUN = range(2025, 2030)
AWAL = ["Sasaran", "Kode", "Program, Kegiatan dan Sub Kegiatan", "Indikator Kinerja", "Satuan",
        "Data Capaian pada Tahun Awal Perencanaan"]  # fmt: skip
EKOR = ["Unit Kerja Penanggung Jawab", "Lokasi"]
GANTI = {"Data Capaian pada Tahun Awal Perencanaan": "Data Capaian Awal (2024)"}


def pagu(s: Simpul, tahun: int) -> int:
    return s.pagu * (tahun - 2023)


def nilai(s: Simpul) -> list[object]:
    """Target and money of five years, then the end of the period."""
    tahunan = [n for t in TAHUN for n in (s.target, rupiah(pagu(s, t)))]
    return [*tahunan, s.target, rupiah(sum(pagu(s, t) for t in TAHUN))]


def baris(daftar: list[Simpul], letak: tuple[int, ...] = ()) -> list[list[object]]:
    hasil: list[list[object]] = []
    for nomor, s in enumerate(daftar, 1):
        di = (*letak, nomor)
        kode = ".".join(kode_sipd(di))
        sel = [N, kode, s.nama, s.indikator, s.satuan, s.target, *nilai(s), "Bidang A", "Kab. A"]
        hasil += [sel, *baris(s.anak, di)]
    return hasil


def renstra(draw: Any, daftar: list[Simpul]) -> Lembar:
    """With the official three-row head, or the one row that planners keep, columns in any order."""
    isi = baris(daftar)
    indikator = ["Persentase PPKS tertangani", "Indeks", 5]
    sasaran = ["Meningkatnya PPKS", N, N, *indikator, *[n for _ in range(6) for n in (5, N)], N, N]
    isi = [sasaran, *isi]
    jumlah: list[object] = ["JUMLAH", *[N] * 5]
    jumlah += [n for t in TAHUN for n in (N, sum(pagu(s, t) for s in daftar))]
    isi.append([*jumlah, N, N, N, N])
    bernomor = [[f"({i})" for i in range(1, 21)]] if draw(st.booleans()) else []
    if draw(st.booleans()):
        return lembar(*_kepala(), *bernomor, *isi, gabung=_gabung())
    kepala = [GANTI.get(k, k) for k in AWAL]
    kepala += [f"{k} Tahun {t - 2024}" for t in TAHUN for k in ("Target", "Dana")]
    kepala += ["Target Kondisi Akhir", "Dana Kondisi Akhir", *EKOR]
    urut = (0, *draw(st.permutations(range(1, len(kepala)))))
    tanpa_jumlah = isi[:-1]
    return lembar([kepala[i] for i in urut], *([b[i] for i in urut] for b in tanpa_jumlah))


def _kepala() -> list[list[object]]:
    akhir = "Kondisi Kinerja pada Akhir Periode Renstra Perangkat Daerah"
    return [
        [*AWAL, "Target Kinerja Program dan Kerangka Pendanaan", *[N] * 11, *EKOR],
        [*[N] * 6, *[n for t in TAHUN for n in (f"Tahun {t}", N)], akhir, N, N, N],
        [*[N] * 6, *["Target", "Rp"] * 6, N, N],
    ]


def _gabung() -> list[str]:
    tegak = [f"{c}1:{c}3" for c in (*"ABCDEF", "S", "T")]
    return [*tegak, "G1:R1", *(f"{a}2:{b}2" for a, b in ("GH", "IJ", "KL", "MN", "OP", "QR"))]
