"""Loading the national list against django-import-export with its default settings.

Both start from the same workbook and an empty database: reading, checking and writing count. The
sub kegiatan in the table afterwards are compared, so that nobody wins by leaving rows out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from scripts.bench import Batas, Rasio, Ukuran, basis_data_sementara, cpu, kode
from scripts.lingkungan import AKAR

NASIONAL = AKAR.parent / "shared" / "data" / "nomenklatur" / "nasional.xlsx"
CONTOH = AKAR / "fixtures" / "contoh" / "nomenklatur-sosial.xlsx"
_DJANGO = """
import json, os, resource, sys
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
import django
django.setup()
from django.utils import timezone
from kinerja.models import Nomenklatur, VersiNomenklatur
def cpu():
    siapa = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(sum(resource.getrusage(satu)[:2]) for satu in siapa)
Nomenklatur.objects.all().delete()
versi, _ = VersiNomenklatur.objects.get_or_create(kode="bench", defaults={"nama": "Bench"})
def selesai(awal):
    lama = cpu() - awal
    sub = Nomenklatur.objects.filter(jenjang="SUB_KEGIATAN")
    kode = sorted("|".join(k) for k in sub.values_list("kode", "jenis_pemda"))
    print(json.dumps([lama, kode]))
"""
_KAMI = f"""{_DJANGO}
from kinerja.impor.nomenklatur import baca_nomenklatur, muat_nomenklatur
from pathlib import Path
jalur = Path(sys.argv[1])
awal = cpu()
hasil = baca_nomenklatur(jalur.read_bytes(), jalur.name)
muat_nomenklatur(versi, hasil, oleh=None, pada=timezone.now())
selesai(awal)
"""
_LAWAN = f"""{_DJANGO}
import tablib
from kinerja.resources import NomenklaturResource
KEPALA = ("versi", "jenis_pemda", "jenjang", "kode", "nama", "kinerja", "indikator", "satuan",
          "definisi", "spm")
def susun(b):
    kode, _, nama = b["SUBKEGIATAN"].partition(" ")
    return ("bench", b["JENIS PEMDA"], "SUB_KEGIATAN", kode, nama, b["KINERJA"] or "",
            b["INDIKATOR"] or "", b["SATUAN"] or "", b["DEFINISI OPERASIONAL"] or "",
            b["SPM"] == "SPM")
awal = cpu()
with open(sys.argv[1], "rb") as berkas:
    mentah = tablib.Dataset().load(berkas, format="xlsx")
data = tablib.Dataset(*map(susun, mentah.dict), headers=KEPALA)
hasil = NomenklaturResource().import_data(data, raise_errors=True)
assert not hasil.has_errors()
selesai(awal)
"""


def ukur() -> Iterator[Rasio]:
    jalur = NASIONAL if NASIONAL.exists() else CONTOH
    with basis_data_sementara() as env:
        kami = cpu(kode(_KAMI, str(jalur)), env=env)
        lawan = cpu(kode(_LAWAN, str(jalur)), env=env, ulang=1)
    (kami_cpu, kode_kami), (lawan_cpu, kode_lawan) = _keluaran(kami), _keluaran(lawan)
    if kode_kami != kode_lawan:
        raise SystemExit(f"rows differ: {len(kode_kami)} ours, {len(kode_lawan)} theirs")
    yield Rasio(
        f"load {Path(jalur).stem} ({len(kode_kami)} sub kegiatan)", kami_cpu, lawan_cpu,
        "django-import-export", "CPU-s", Batas(5, paling_sedikit=True), lawan_per_kami=True,
    )  # fmt: skip


def _keluaran(ukuran: Ukuran) -> tuple[float, list[str]]:
    lama, daftar = json.loads(ukuran.keluaran)
    return lama, daftar
