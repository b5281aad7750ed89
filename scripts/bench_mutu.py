"""The quality rules over 300 boxes: whole, and after one edit."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.bench import Batas, Mutlak, cpu, kode

KOTAK = 300
PUTARAN = 20
_KERJA = f"""
import sys, time
from dataclasses import replace
from kinerja.aturan.mutu import kata
from kinerja.aturan.mutu.periksa import Pemeriksaan, periksa_mutu
from tests.kinerja.mutu_uji import bersih, ganti

def lupa():
    for satu in (kata.kata, kata.isi, kata.ukuran_mirip, kata.mirip):
        satu.cache_clear()

asal = bersih({KOTAK})
periksa_mutu(bersih(9))
utuh = []
for _ in range({PUTARAN}):
    lupa()
    awal = time.process_time()
    pemeriksaan = Pemeriksaan(asal)
    utuh.append(time.process_time() - awal)
sunting = []
for n in range({PUTARAN}):
    korban = asal.kotak[n * 7 % {KOTAK}]
    baru = replace(korban.ukuran[0], teks=f"Terlaksananya {{n}} {{korban.kinerja}}")
    lain = ganti(asal, korban.uid, ukuran=(baru,), kinerja=f"Menyusun {{n}}")
    awal = time.process_time()
    temuan = pemeriksaan.samakan(lain).temuan()
    sunting.append(time.process_time() - awal)
    assert temuan, korban
    pemeriksaan.samakan(asal)
print(sorted(utuh)[{PUTARAN} // 2] * 1000, max(sunting) * 1000)
"""


def ukur() -> Iterator[Mutlak]:
    utuh, sunting = map(float, cpu(kode(_KERJA)).keluaran.split())
    yield Mutlak(f"quality of {KOTAK} boxes", utuh, "ms CPU", Batas(50))
    yield Mutlak("quality after one edit, slowest", sunting, "ms CPU", Batas(5))
