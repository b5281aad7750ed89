"""The tree page at 3,000 boxes: CPU of an uncached answer; rows against a template loop."""

from __future__ import annotations

import json
from collections.abc import Iterator

from scripts.bench import Batas, Mutlak, Rasio, basis_data_sementara, cpu, kode

BANYAK = 3000
SIAPKAN = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
import django
django.setup()
from django.utils import timezone
from kinerja.models import Keanggotaan, Pengguna, PerangkatDaerah, Periode, Pohon
from scripts.pohon_besar import perubahan_pohon
oleh = Pengguna.objects.create(username="perencana", nama="Perencana")
pemda = PerangkatDaerah.objects.create(jenis="PEMDA", kode="62", nama="Kabupaten")
dinas = PerangkatDaerah.objects.create(pemda=pemda, jenis="DINAS", kode="62.1", nama="Dinas")
Keanggotaan.objects.create(pengguna=oleh, perangkat_daerah=dinas, peran="PERENCANA")
periode = Periode.objects.create(nama="2025-2029", tahun_awal=2025, tahun_akhir=2029)
kini = timezone.now()
pohon = Pohon.buat(perangkat_daerah=dinas, periode=periode, jenis="CASCADING", oleh=oleh, pada=kini)
daftar = perubahan_pohon(int(sys.argv[1]), str(pohon.akar().uid), range(2025, 2030))
pohon.muat(daftar, oleh=oleh, pada=kini, ringkasan="Dokumen besar")
"""
BUKA = """
import json, os, time
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
import django
django.setup()
from django.conf import settings
from django.core.cache import caches
from django.test import Client
from kinerja.models import Pengguna
settings.ALLOWED_HOSTS = ["testserver"]
klien = Client()
klien.force_login(Pengguna.objects.get(), "django.contrib.auth.backends.ModelBackend")
def buka():
    mulai = time.process_time()
    jawaban = klien.get("/pohon/1/?tahun=2025")
    assert jawaban.status_code == 200, jawaban.status_code
    return time.process_time() - mulai, len(jawaban.content)
buka()
tanpa, dengan = [], []
for _ in range(5):
    caches['lembar'].clear()
    tanpa.append(buka())
    dengan.append(buka())
print(json.dumps({"tanpa": sorted(tanpa)[2], "dengan": sorted(dengan)[2]}))
"""
BARIS = """
import json, os, time
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
import django
django.setup()
from django.template import Context, Template
from kinerja.isi_pohon import baca_isi
from kinerja.lembar_pohon import Permintaan, kolom_dokumen
from kinerja.baris import render_kelompok
from kinerja.models import Pohon
pohon = Pohon.objects.get()
isi = baca_isi(pohon, tahun=2025)
kolom = kolom_dokumen(isi, Permintaan(tahun=2025), None)
LOOP = Template('''{% for s in simpul %}
<tr role="row" id="s{{ s.id }}" aria-level="{{ s.tingkat }}">
<td>{{ s.kode }}</td>
<td><span>{{ s.jenjang }}</span><a href="/simpul/{{ s.id }}/rinci/">{{ s.nama }}</a>
<span>{{ s.kinerja }}</span></td>
{% for i in s.indikator %}<td>{{ i.teks }}</td><td>{{ i.satuan }}</td>
{% for t in i.target.values %}<td>{{ t }}</td>{% endfor %}{% endfor %}
<td>{{ s.jumlah.nilai }}</td></tr>
{% endfor %}''')
def ukur(kerja):
    hasil = []
    for _ in range(3):
        mulai = time.process_time(); kerja(); hasil.append(time.process_time() - mulai)
    return sorted(hasil)[1]
print(json.dumps({
    "kami": ukur(lambda: "".join(render_kelompok(isi.simpul, kolom, {}))),
    "templat": ukur(lambda: LOOP.render(Context({"simpul": isi.simpul}))),
}))
"""


def ukur() -> Iterator[Rasio | Mutlak]:
    """Yield the page's CPU and the renderer's ratio."""
    with basis_data_sementara() as env:
        cpu(kode(SIAPKAN, str(BANYAK)), env=env, ulang=1)
        halaman = json.loads(cpu(kode(BUKA), env=env, ulang=1).keluaran)
        baris = json.loads(cpu(kode(BARIS), env=env, ulang=1).keluaran)
    yield Mutlak("tree page, 3,000 boxes, uncached", halaman["tanpa"][0], "CPU-s", Batas(0.5))
    yield Mutlak("tree page, 3,000 boxes, cached", halaman["dengan"][0], "CPU-s", Batas(0.05))
    yield Rasio(
        nama="3,000 rows",
        kami=baris["kami"],
        lawan=baris["templat"],
        nama_lawan="Django template loop",
        satuan="CPU-s",
        batas=Batas(3, paling_sedikit=True),
        lawan_per_kami=True,
    )
