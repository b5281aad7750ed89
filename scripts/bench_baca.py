"""Reading a workbook of 20,000 rows against openpyxl merely loading it.

Ours counts everything: guard, limits, formats, the child that reads the values; "reading and
planning" adds header, layout, numbers, findings and the plan against an empty document. Measured
on a workbook written here and, where the folder is there, on the reference variant v09.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter

from scripts.bench import Batas, Mutlak, Rasio, Ukuran, cpu, kode

ACUAN = Path(__file__).resolve().parents[2] / "shared/data/variants/v09-20000-baris.xlsx"
BARIS = 20_000
# Each prints the CPU seconds of its last line, children counted: a server has started already.
_UKUR = """
import os, resource, sys
def cpu():
    siapa = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(sum(resource.getrusage(satu)[:2]) for satu in siapa)
"""
_OPENPYXL = f"""{_UKUR}
import openpyxl
awal = cpu()
openpyxl.load_workbook(sys.argv[1])
print(cpu() - awal)
"""
_DJANGO = f"""{_UKUR}
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
import django
django.setup()
"""
_BACA = f"""{_DJANGO}
from kinerja.impor.pembaca import baca
awal = cpu()
lembar, = baca(sys.argv[1], "buku.xlsx").lembar
print(cpu() - awal)
assert len(lembar.baris) == {BARIS} + 1, len(lembar.baris)
"""
_RENCANA = f"""{_DJANGO}
from kinerja.impor import pembaca
from kinerja.impor.bacakan import baca_berkas
from kinerja.impor.potret import potret_kosong
from kinerja.impor.rencana import PilihanRencana, susun
awal = cpu()
hasil = baca_berkas(sys.argv[1], "buku.xlsx")
rencana = susun(hasil, potret_kosong("CASCADING"), PilihanRencana(benih="ukur", tahun=2025))
print(cpu() - awal)
assert rencana.ringkasan.baru == {BARIS} + 1020, rencana.ringkasan
"""


def tulis_buku(jalur: Path, baris: int = BARIS) -> None:
    """20 program, 50 kegiatan each, 20 sub kegiatan each; half of the amounts are text."""
    with xlsxwriter.Workbook(jalur, {"constant_memory": True}) as buku:
        lembar = buku.add_worksheet("Data")
        judul = "No,Program,Kegiatan,Sub Kegiatan,Indikator,Target,Satuan,Pagu (Rp)"
        lembar.write_row(0, 0, judul.split(","))
        for n in range(baris):
            program, kegiatan, sub = n // 1000 + 1, n // 20 % 50 + 1, n % 20 + 1
            pagu = 1_000_000 + n * 1_000
            lembar.write_row(
                n + 1,
                0,
                [
                    n + 1,
                    f"Program Contoh {program:02}",
                    f"Kegiatan Contoh {program:02}.{kegiatan:02}",
                    f"Sub Kegiatan Contoh {program:02}.{kegiatan:02}.{sub:02}",
                    f"Jumlah dokumen contoh {n + 1}",
                    n % 100 + 1,
                    "Dokumen",
                    f"{pagu:,}".replace(",", ".") if n % 2 else pagu,
                ],
            )


def ukur() -> Iterator[Rasio | Mutlak]:
    with tempfile.TemporaryDirectory(prefix="kinerja-bench-") as map_:
        buku = Path(map_) / "buku-20000-baris.xlsx"
        tulis_buku(buku)
        for jalur in (buku, *([ACUAN] if ACUAN.exists() else [])):
            yield from _ukur(jalur)


def _ukur(jalur: Path) -> Iterator[Rasio | Mutlak]:
    lawan = cpu(kode(_OPENPYXL, str(jalur)))
    baca = cpu(kode(_BACA, str(jalur)))
    rencana = cpu(kode(_RENCANA, str(jalur)))
    yield _rasio(f"read {jalur.stem}", baca, lawan, 1 / 3)
    yield _rasio(f"read and plan {jalur.stem}", rencana, lawan, 0.8)
    yield Mutlak(f"read {jalur.stem}, largest process", baca.puncak_mb, "MB", Batas(300))


def _rasio(nama: str, kami: Ukuran, lawan: Ukuran, batas: float) -> Rasio:
    detik = (float(kami.keluaran), float(lawan.keluaran))
    return Rasio(nama, *detik, "openpyxl load", "CPU-s", Batas(batas))
