"""The capaian of 300 boxes with two indicators each in four quarters, as it is kept."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.bench import Batas, Mutlak, cpu, kode

INDIKATOR = 600
PUTARAN = 9
_KERJA = f"""
import time
from kinerja.aturan.angka import baca_target
from kinerja.aturan.aturan_ukur import AturanUkur
from kinerja.aturan.seri import Seri
from kinerja.pilihan import Agregasi, Arah

nilai = [baca_target(t).nilai for t in ("20", "31,5", "0", "44", "25", "93,59")]
seri = [
    Seri(
        arah=Arah.values[n % 3], agregasi=Agregasi.values[n % 3],
        realisasi={{k: nilai[(n + k) % 4] for k in (1, 2, 3, 4)}},
        target={{k: nilai[4] for k in (1, 2, 3, 4)}}, setahun=nilai[5],
    )
    for n in range({INDIKATOR})
]
aturan, lama = AturanUkur(), []
for _ in range({PUTARAN}):
    awal = time.process_time()
    hasil = [s.capaian(aturan) for s in seri]
    lama.append(time.process_time() - awal)
    assert all(len(h) == 4 for h in hasil)
print(sorted(lama)[{PUTARAN} // 2] * 1000)
"""


def ukur() -> Iterator[Mutlak]:
    lama = float(cpu(kode(_KERJA)).keluaran)
    yield Mutlak(
        f"capaian of {INDIKATOR} indicators, four quarters each", lama, "ms CPU", Batas(400)
    )
