"""Random trees printed as SIPD does: 19 columns, a block per unit."""

from __future__ import annotations

from typing import Any

from kinerja.impor.buku import Lembar
from tests.kinerja.pohon_acak import LEVEL, Simpul
from tests.kinerja.tabel_uji import N, lembar

KEPALA = (
    ["Kode", N, N, N, N, "Urusan/ Bidang Urusan Pemerintahan Daerah Dan Program/ Kegiatan",
     "Indikator Kinerja", N, N, "Rencana Tahun 2025", N, N, N, N, N, "Catatan Penting",
     "Prakiraan Maju Rencana Tahun 2026", N, N],
    [*[N] * 6, "Capaian Program", "Keluaran Sub Kegiatan", "Hasil Kegiatan",
     "Lokasi Output Kegiatan", "Target Capaian Kinerja", N, N, "Pagu Indikatif (Rp.)",
     "Sumber Dana", N, "Target Capaian Kinerja", N, "Kebutuhan Dana/ Pagu Indikatif (Rp.)"],
    [*[N] * 10, "Program", "Keluaran Sub Kegiatan", "Hasil Kegiatan", *[N] * 3, "Tolok Ukur",
     "Target", N],
)  # fmt: skip
GABUNG = (
    *("A{0}:E{2}", "F{0}:F{2}", "G{0}:I{0}", "J{0}:O{0}", "P{0}:P{2}", "Q{0}:S{0}"),
    *("G{1}:G{2}", "H{1}:H{2}", "I{1}:I{2}", "J{1}:J{2}", "K{1}:M{1}", "N{1}:N{2}"),
    *("O{1}:O{2}", "Q{1}:R{1}", "S{1}:S{2}"),
)
KOLOM_INDIKATOR = {"program": 0, "sub_kegiatan": 1, "kegiatan": 2}
BLOK = ("Dinas Sosial", "UPTD Panti Asuhan", "UPTD Rumah Singgah")
DANA = ("DAU", "PAD", "DBH CHT")


def kode_sipd(letak: tuple[int, ...]) -> list[str]:
    """The pieces of the code of the n-th program, kegiatan, sub kegiatan."""
    p, *lain = letak
    potong = ["1", "06", f"{p:02}"]
    potong += [f"2.{lain[0]:02}"] if lain else []
    return potong + ([f"{lain[1]:04}"] if len(lain) > 1 else [])


def baris_simpul(s: Simpul, letak: tuple[int, ...], sejalur: list[Simpul]) -> list[object]:
    """A row: parents print name and sum, a sub kegiatan prints the values of its whole path."""
    kode: list[object] = list(kode_sipd(letak))
    hasil = [*kode, *[N] * (5 - len(kode)), s.nama, *[N] * 13]
    hasil[13] = f"{s.pagu:,}".replace(",", ".")
    if len(letak) == 3:
        hasil[14], hasil[9] = DANA[s.target % 3], "Kab. A, Semua Kecamatan, Semua Kelurahan"
        for ke, satu in enumerate(sejalur):
            geser = KOLOM_INDIKATOR[LEVEL[ke]]
            hasil[6 + geser], hasil[10 + geser] = satu.indikator, f"{satu.target} {satu.satuan}"
        hasil[16:] = [s.indikator, f"{s.target} {s.satuan}", s.pagu]
    return hasil


def blok_baris(daftar: list[Simpul], unit: str, *, kepala: bool) -> list[list[object]]:
    hasil: list[list[object]] = [["Unit Organisasi : 1.06.0.00.0.00.01.0000 Dinas Sosial"]]
    if kepala:
        jumlah = sum(s.pagu for s in daftar)
        hasil.append([f"Sub Unit Organisasi : {unit}", *[N] * 12, jumlah])
    hasil.append(["1", N, N, N, N, "URUSAN PEMERINTAHAN WAJIB PELAYANAN DASAR"])
    hasil.append(["1", "06", N, N, N, "URUSAN PEMERINTAHAN BIDANG SOSIAL"])
    for i, p in enumerate(daftar, 1):
        hasil.append(baris_simpul(p, (i,), [p]))
        for j, k in enumerate(p.anak, 1):
            hasil.append(baris_simpul(k, (i, j), [p, k]))
            hasil += [baris_simpul(s, (i, j, n), [p, k, s]) for n, s in enumerate(k.anak, 1)]
    return hasil


def sipd(draw: Any, daftar: list[Simpul], unit: list[str]) -> Lembar:
    """The whole forest once per unit, as agencies of several units print it."""
    from hypothesis import strategies as st

    awal = draw(st.integers(0, 3))
    atas = [[f"Judul {i}"] for i in range(awal)]
    urut = draw(st.permutations(range(6, 19))) if draw(st.booleans()) else tuple(range(6, 19))
    bernomor = [list(range(1, 20))] if draw(st.booleans()) else []
    baris = [b for u in unit for b in blok_baris(daftar, u, kepala=u != BLOK[0])]
    jumlah = len(unit) * sum(s.pagu for s in daftar)
    baris.append(["TOTAL", *[N] * 12, jumlah])
    if list(urut) == list(range(6, 19)):
        nomor = (awal + 1, awal + 2, awal + 3)
        gabung = [g.format(*nomor) for g in GABUNG]
        return lembar(*atas, *KEPALA, *bernomor, *baris, gabung=gabung)
    geser = [
        [b[c] if c < len(b) else N for c in (*range(6), *urut)] for b in (_kepala_rata(), *baris)
    ]
    return lembar(*atas, geser[0], *bernomor, *geser[1:])


def _kepala_rata() -> list[object]:
    """One head row that says all of the three."""
    return [
        *["Kode"] * 5, KEPALA[0][5], "Indikator Capaian Program", "Indikator Keluaran Sub Kegiatan",
        "Indikator Hasil Kegiatan", "Lokasi", "Target Program", "Target Sub Kegiatan",
        "Target Kegiatan", "Pagu Indikatif (Rp)", "Sumber Dana", "Catatan",
        "Prakiraan Maju 2026 Tolok Ukur", "Prakiraan Maju 2026 Target", "Prakiraan Maju 2026 Pagu",
    ]  # fmt: skip
