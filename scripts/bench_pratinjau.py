"""Previewing a workbook of 300 rows against a document of 300 boxes: reading, plan, page."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from scripts.bench import Batas, Mutlak, basis_data_sementara, cpu, kode
from scripts.bench_baca import tulis_buku

BARIS = 300
_UKUR = """
import json, os, resource, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
import django
django.setup()
from pathlib import Path
from django.conf import settings
from django.test import Client
from django.utils import timezone
from kinerja.impor import sesi as sesi_impor
from kinerja.impor.terapkan import terapkan
from kinerja.models import Keanggotaan, Pengguna, PerangkatDaerah, Periode
def cpu():
    siapa = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(sum(resource.getrusage(satu)[:2]) for satu in siapa)
pemda = PerangkatDaerah.objects.create(jenis="PEMDA", kode="00", nama="Kabupaten")
dinas = PerangkatDaerah.objects.create(pemda=pemda, jenis="DINAS", kode="1", nama="Dinas")
periode = Periode.objects.create(
    nama="Bench", tahun_awal=2025, tahun_akhir=2029, tahun_target=[2025]
)
oleh, pada = Pengguna.objects.create_user("bench"), timezone.now()
Keanggotaan.objects.create(pengguna=oleh, perangkat_daerah=dinas, peran="PERENCANA")
isi = {"perangkat_daerah": dinas, "nama_berkas": "buku.xlsx", "oleh": oleh, "pada": pada}
isi |= {"isi": Path(sys.argv[1]).read_bytes(), "tahun": 2025}
pertama = sesi_impor.mulai(**isi, periode=periode)
terapkan(pertama, oleh=oleh, pada=pada)
settings.ALLOWED_HOSTS = ["testserver"]
klien = Client()
klien.force_login(oleh, "django.contrib.auth.backends.ModelBackend")
klien.get("/impor/")
def pratinjau():
    awal = cpu()
    sesi = sesi_impor.mulai(**isi, pohon=pertama.pohon)
    jawaban = klien.get(f"/impor/{sesi.pk}/")
    assert jawaban.status_code == 200, jawaban.status_code
    assert sesi.rencana["ringkasan"]["baru"] == 0, sesi.rencana["ringkasan"]
    return cpu() - awal
pratinjau()
print(json.dumps(sorted(pratinjau() for _ in range(5))[2]))
"""


def ukur() -> Iterator[Mutlak]:
    with tempfile.TemporaryDirectory(prefix="kinerja-bench-") as map_:
        buku = Path(map_) / "buku.xlsx"
        tulis_buku(buku, BARIS)
        with basis_data_sementara() as env:
            detik = json.loads(cpu(kode(_UKUR, str(buku)), env=env, ulang=1).keluaran)
    yield Mutlak(f"preview {BARIS} rows against {BARIS} boxes", detik, "CPU-s", Batas(1))
