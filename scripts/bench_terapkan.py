"""Applying a workbook of 20,000 rows against Django's bare bulk_create of the same rows.

Ours counts everything behind the button: reading, planning again, rules, rows, history with its
hash. The peer makes the same model objects under another document and writes them, guards
included, and nothing else.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from scripts.bench import Batas, Rasio, basis_data_sementara, cpu, kode
from scripts.bench_baca import BARIS, tulis_buku

_UKUR = f"""
import json, os, resource, sys
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
import django
django.setup()
from pathlib import Path
from django.db import transaction
from django.utils import timezone
from kinerja.impor import sesi as sesi_impor
from kinerja.impor.terapkan import terapkan
from kinerja.models import (
    Indikator, Pagu, Pengguna, PerangkatDaerah, Periode, Pohon, Simpul, Target
)
from kinerja.impor.rencana_simpul import RuangUid
def cpu():
    siapa = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(sum(resource.getrusage(satu)[:2]) for satu in siapa)
pemda = PerangkatDaerah.objects.create(jenis="PEMDA", kode="00", nama="Kabupaten")
dinas = PerangkatDaerah.objects.create(pemda=pemda, jenis="DINAS", kode="1", nama="Dinas")
periode = Periode.objects.create(
    nama="Bench", tahun_awal=2025, tahun_akhir=2029, tahun_target=[2025]
)
oleh, pada = Pengguna.objects.create_user("bench"), timezone.now()
sesi = sesi_impor.mulai(
    perangkat_daerah=dinas, nama_berkas="buku.xlsx", isi=Path(sys.argv[1]).read_bytes(),
    oleh=oleh, pada=pada, periode=periode, tahun=2025,
)
awal = cpu()
terapkan(sesi, oleh=oleh, pada=pada)
kami = cpu() - awal

lain = Pohon.buat(
    perangkat_daerah=dinas, periode=periode, jenis="CASCADING", judul="Lain", oleh=oleh, pada=pada
)
ruang, akar = RuangUid("lain"), lain.akar()
baru = lambda baris: {{**baris, "uid": ruang.uid(str(baris["uid"]))}}
milik = Simpul.objects.filter(pohon=sesi.pohon)
tingkat = {{}}
for baris in milik.exclude(induk=None).order_by("lft").values():
    tingkat.setdefault(baris["level"], []).append(baru(baris))
isi = {{
    model: list(model.objects.filter(**{{jalan: sesi.pohon}}).values())
    for model, jalan in (
        (Indikator, "pohon"), (Target, "indikator__pohon"), (Pagu, "simpul__pohon")
    )
}}
def tulis(model, daftar, pk, medan, **tetap):
    objek = []
    for baris in daftar:
        baris = {{k: v for k, v in baris.items() if k != "id"}} | tetap
        objek.append(model(**baris | {{medan: pk[baris[medan]]}}))
    model._base_manager.bulk_create(objek, batch_size=500)
    return {{baris["id"]: o.pk for baris, o in zip(daftar, objek)}}
awal = cpu()
with transaction.atomic():
    pk = {{milik.get(induk=None).pk: akar.pk}}
    for _, daftar in sorted(tingkat.items()):
        pk |= tulis(Simpul, daftar, pk, "induk_id", pohon_id=lain.pk, tree_id=akar.tree_id)
    indikator = [baru(baris) for baris in isi[Indikator]]
    pk_indikator = tulis(Indikator, indikator, pk, "simpul_id", pohon_id=lain.pk)
    tulis(Target, isi[Target], pk_indikator, "indikator_id")
    tulis(Pagu, isi[Pagu], pk, "simpul_id")
lawan = cpu() - awal
banyak = [Simpul.objects.filter(pohon=p).count() for p in (sesi.pohon, lain)]
assert banyak == [{BARIS} + 1021] * 2, banyak
print(json.dumps([kami, lawan]))
"""


def ukur() -> Iterator[Rasio]:
    with tempfile.TemporaryDirectory(prefix="kinerja-bench-") as map_:
        buku = Path(map_) / "buku.xlsx"
        tulis_buku(buku)
        with basis_data_sementara() as env:
            keluaran = cpu(kode(_UKUR, str(buku)), env=env, ulang=1).keluaran
    kami, lawan = (float(satu) for satu in keluaran.strip().strip("[]").split(","))
    yield Rasio(f"apply {BARIS} rows", kami, lawan, "bare bulk_create", "CPU-s", Batas(1))
