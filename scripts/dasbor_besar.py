"""50 agencies whose figures fill a dashboard, and what its pages cost. For ``bench_dasbor``.

    python -m scripts.dasbor_besar siapkan | ukur      with DATABASE_URL of a throw-away PostgreSQL

One agency is made by the verbs of the tree and by the rule of capaian; the database copies it.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from scripts.lingkungan import AKAR
from scripts.pohon_besar import perubahan_pohon

LEMBAGA, KOTAK, TAHUN = 50, 300, 2025
TRIWULAN = (1, 2, 3, 4)
LONCAT = 1_000_000
"""Keys of one copy lie this far from those of the one before."""
PADA = datetime(2025, 1, 6, 8, 0, tzinfo=UTC)
ULANG = 7
CALON = "evaluator"


def siapkan() -> None:
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    _isi_satu()
    with connection.cursor() as kursor:
        kursor.execute("SET session_replication_role = replica")  # copies need no guard
        for perintah in _salin():
            kursor.execute(perintah)
        kursor.execute("SET session_replication_role = origin")
        kursor.execute("VACUUM ANALYZE")
        # Workers of a parallel plan would escape the count of the connection's own process.
        kursor.execute("ALTER DATABASE postgres SET max_parallel_workers_per_gather = 0")


def _isi_satu() -> None:
    """The pemda and its first agency: every indicator measured in every quarter."""
    from kinerja.models import Indikator, Pengguna, PerangkatDaerah, Periode, Pohon
    from kinerja.models.hitung_capaian import hitung_ulang
    from kinerja.pilihan import Frekuensi, Peran

    pemda = PerangkatDaerah.objects.create(jenis="PEMDA", kode="P", nama="Kabupaten Ukur")
    dinas = PerangkatDaerah.objects.create(pemda=pemda, jenis="DINAS", kode="D", nama="Dinas Ukur")
    periode = Periode.objects.create(nama="2025-2029", tahun_awal=2025, tahun_akhir=2029)
    siapa: dict[str, Any] = {"di": pemda, "pada": PADA, "sandi": "sandi-ukur-2025"}
    akun = Pengguna.buka_akun(peran=Peran.INSPEKTORAT, username=CALON, nama="Evaluator", **siapa)
    pohon = Pohon.buat(
        perangkat_daerah=dinas, periode=periode, jenis="CASCADING", oleh=akun, pada=PADA
    )
    daftar = perubahan_pohon(KOTAK, str(pohon.akar().uid), range(TAHUN, TAHUN + 5))
    pohon.muat(daftar, oleh=akun, pada=PADA, ringkasan="ukur")
    Indikator.objects.bulk_create(
        [Indikator(pohon=pohon, simpul_id=i.simpul_id, urutan=2, teks=f"{i.teks}, kedua",
                   satuan="Orang") for i in Indikator.objects.filter(pohon=pohon)]
    )  # fmt: skip
    Indikator.objects.filter(pohon=pohon).update(frekuensi=Frekuensi.TRIWULANAN)
    _isi_uang(pohon)  # before the quarters go up, as the guards want it
    _isi_angka(pohon)
    hitung_ulang(Pohon.objects.get(pk=pohon.pk))


def _isi_angka(pohon: Any) -> None:
    from kinerja.models import Indikator, Pengukuran, Realisasi, Tahap, Target

    murni = Tahap.objects.get(perangkat_daerah=pohon.perangkat_daerah, tahun=TAHUN, kode="MURNI")
    ukuran = list(Indikator.objects.filter(pohon=pohon).order_by("pk"))
    Target.objects.bulk_create(
        Target(indikator=i, tahun=TAHUN, triwulan=n, tahap=murni, mentah=str(n * 10),
               jenis="ANGKA", nilai=n * 10) for i in ukuran for n in TRIWULAN
    )  # fmt: skip
    Realisasi.objects.bulk_create(
        Realisasi(indikator=i, tahun=TAHUN, triwulan=n, mentah=str(k % 17 + n), jenis="ANGKA",
                  nilai=k % 17 + n, diubah_pada=PADA)
        for k, i in enumerate(ukuran) for n in TRIWULAN
    )  # fmt: skip
    Pengukuran.objects.bulk_create(
        Pengukuran(
            pohon=pohon,
            tahun=TAHUN,
            triwulan=n,
            status="DIAJUKAN",
            diubah_pada=PADA,
            diajukan_pada=PADA,
        )
        for n in (1, 2)
    )


def _isi_uang(pohon: Any) -> None:
    """A second stage of pagu, and money spent in every quarter."""
    from kinerja.models import Pagu, RealisasiAnggaran, Tahap

    baru = Tahap.objects.create(perangkat_daerah=pohon.perangkat_daerah, tahun=TAHUN, urutan=2,
                                kode="PERUBAHAN", nama="Perubahan")  # fmt: skip
    sub = list(pohon.simpul.filter(jenjang="SUB_KEGIATAN").order_by("pk"))
    Pagu.objects.bulk_create(
        Pagu(simpul=s, tahun=TAHUN, tahap=baru, mentah="5.000.000", nilai=5_000_000) for s in sub
    )
    RealisasiAnggaran.objects.bulk_create(
        RealisasiAnggaran(simpul=s, tahun=TAHUN, triwulan=n, mentah="1.000.000", nilai=1_000_000,
                          diubah_pada=PADA) for s in sub for n in TRIWULAN
    )  # fmt: skip


def _salin() -> Iterator[str]:
    """INSERT … SELECT of every table an agency has rows in; keys and references jump along."""
    from kinerja import models as m

    milik: dict[type[Any], str] = {
        m.PerangkatDaerah: "pemda_id IS NOT NULL", m.Tahap: "TRUE", m.Pohon: "TRUE",
        m.Simpul: "TRUE", m.Indikator: "TRUE", m.Target: "TRUE", m.Realisasi: "TRUE",
        m.Pagu: "TRUE", m.RealisasiAnggaran: "TRUE", m.Pengukuran: "TRUE",
    }  # fmt: skip
    tetap = {"pemda_id", "periode_id"}
    khusus = {"tree_id": "t.tree_id + n", "kode": "t.kode || n", "nama": "t.nama || ' ' || n"}
    for model, syarat in milik.items():
        isi = {}
        for medan in model._meta.concrete_fields:
            acuan = medan.primary_key or medan.related_model in milik
            isi[medan.column] = f"t.{medan.column}"
            if acuan and medan.column not in tetap:
                isi[medan.column] += f" + n * {LONCAT}"
            elif medan.column in khusus and (medan.column == "tree_id" or
                                             model is m.PerangkatDaerah):  # fmt: skip
                isi[medan.column] = khusus[medan.column]
        yield (
            f"INSERT INTO {model._meta.db_table} ({', '.join(isi)}) "  # noqa: S608
            f"SELECT {', '.join(isi.values())} FROM {model._meta.db_table} t, "
            f"generate_series(1, {LEMBAGA - 1}) n WHERE {syarat}"
        )


def ukur() -> None:
    """Each page as a JSON line: queries, CPU seconds of this process and of the database."""
    from django.core.cache import caches
    from django.test import Client

    from kinerja.models import Pengguna, PerangkatDaerah

    client = Client(SERVER_NAME="localhost")
    client.force_login(Pengguna.objects.get(username=CALON))
    dinas = PerangkatDaerah.objects.get(kode="D")
    pemda, lembaga = (
        f"/dasbor/{bagian}?tahun={TAHUN}&triwulan=3" for bagian in ("", f"{dinas.pk}/")
    )
    kosongkan = caches["dasbor"].clear
    for nama, alamat, sebelum in (
        ("pertama", pemda, kosongkan),
        ("berubah", pemda, lambda: _ukur_satu(dinas)),
        ("lagi", pemda, lambda: None),
        ("lembaga", lembaga, kosongkan),
    ):
        print(json.dumps({"nama": nama, **_halaman(client, alamat, sebelum)}), flush=True)
    kami, lawan = _tersimpan(), {}
    lama = _cpu(lambda: lawan.update(_dari_mentah()))
    if kami != lawan:
        raise SystemExit("stored and computed differ")
    print(json.dumps({"nama": "mentah", "cpu": lama[0], "cpu_db": lama[1]}), flush=True)


def _ukur_satu(dinas: Any) -> None:
    """Somebody types one value of an agency."""
    from kinerja.models import Indikator, Pengguna, Pohon, SelUkur

    indikator = Indikator.objects.filter(pohon__perangkat_daerah=dinas).order_by("pk")[0]
    kini = indikator.realisasi.get(tahun=TAHUN, triwulan=3).mentah
    sel = SelUkur(str(indikator.uid), "realisasi", str(int(kini) + 1))
    siapa: dict[str, Any] = {"oleh": Pengguna.objects.get(username=CALON), "pada": PADA}
    Pohon.objects.get(pk=indikator.pohon_id).ukur([sel], tahun=TAHUN, triwulan=3, **siapa)


def _halaman(client: Any, alamat: str, sebelum: Callable[[], Any]) -> dict[str, float]:
    """Queries and CPU of a view; ``sebelum`` is done before each and not counted."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def buka() -> None:
        jawaban = client.get(alamat)
        if jawaban.status_code != 200:
            raise SystemExit(f"{alamat}: {jawaban}")

    buka()
    sebelum()
    with CaptureQueriesContext(connection) as tangkapan:
        buka()
        banyak = len(connection.queries_log) - tangkapan.initial_queries
    lama = []
    for _ in range(ULANG):
        sebelum()
        lama.append(_cpu(buka))
    return {
        "query": banyak,
        "cpu": statistics.median(satu for satu, _ in lama),
        "cpu_db": sum(satu for _, satu in lama) / ULANG,  # the kernel counts in hundredths
    }


def _cpu(kerja: Callable[[], Any]) -> tuple[float, float]:
    """CPU seconds of this process and of the connection's server process."""
    awal, awal_db = time.process_time(), _cpu_db()
    kerja()
    return time.process_time() - awal, _cpu_db() - awal_db


def _cpu_db() -> float:
    from django.db import connection

    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_backend_pid()")
        (pid,) = kursor.fetchone()
    bagian = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(bagian[11]) + int(bagian[12])) / 100


def _tersimpan() -> dict[tuple[int, int], Decimal | None]:
    """Mean capaian of each agency and quarter as the page has it."""
    from kinerja.dasbor_pemda import dasbor_pemda
    from kinerja.dokumen_diukur import dokumen_diukur
    from kinerja.models import PerangkatDaerah

    pemda = PerangkatDaerah.objects.get(kode="P")
    daftar = list(PerangkatDaerah.objects.filter(pemda=pemda))
    isi = dasbor_pemda(pemda, daftar, dokumen_diukur([p.pk for p in daftar]), tahun=TAHUN,
                       triwulan=3, hari=PADA.date())  # fmt: skip
    return {(b.lembaga.pk, n): b.triwulan[n - 1].capai.rata.nilai for b in isi.baris
            for n in TRIWULAN}  # fmt: skip


def _dari_mentah() -> dict[tuple[int, int], Decimal | None]:
    """The same from values and targets by the rule, as a page without stored capaian would."""
    from kinerja.aturan.aturan_ukur import AturanUkur
    from kinerja.aturan.pita import rata_rata
    from kinerja.models import Pohon, Realisasi
    from kinerja.models.hitung_capaian import susun_seri

    hasil = {}
    for pohon in Pohon.objects.filter(jenis="CASCADING"):
        baris = Realisasi.objects.filter(indikator__pohon=pohon, tahun=TAHUN)
        semua = [seri.capaian(AturanUkur())
                 for _, seri in susun_seri(pohon, baris.select_related("indikator"))]  # fmt: skip
        for n in TRIWULAN:
            rata = rata_rata(isi[n].capaian for isi in semua)
            hasil[pohon.perangkat_daerah_id, n] = rata.nilai
    return hasil


if __name__ == "__main__":
    import django

    sys.path.insert(0, str(AKAR))
    django.setup()
    {"siapkan": siapkan, "ukur": ukur}[sys.argv[1]]()
