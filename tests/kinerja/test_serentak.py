"""Cerita: many people change documents at once; nothing breaks, nothing is lost."""

import json
import os
import subprocess
import sys
from collections import Counter
from urllib.parse import quote

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections

from kinerja.models import Pohon, Riwayat, Simpul
from kinerja.models.pemeriksaan import periksa_susunan
from tests.factories import PADA, buat_pohon

PELAKU = 6
ULANGAN = 40


def alamat_basis_data():
    """DATABASE_URL of the test database, for other processes."""
    isi = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{isi['NAME']}"
    siapa = quote(isi["USER"]) + (f":{quote(isi['PASSWORD'])}" if isi["PASSWORD"] else "")
    if str(isi["HOST"]).startswith("/"):  # a folder with a unix socket
        return f"postgres://{siapa}@{quote(isi['HOST'], safe='')}:{isi['PORT']}/{isi['NAME']}"
    return f"postgres://{siapa}@{isi['HOST']}:{isi['PORT']}/{isi['NAME']}"


def jalankan(daftar_argumen):
    """Start all processes at once; every one must end well. Answers the sum of their counts."""
    connections.close_all()
    lingkungan = os.environ | {"DATABASE_URL": alamat_basis_data()}
    proses = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.kinerja.pelaku", *map(str, argumen)],
            cwd=settings.BASE_DIR, env=lingkungan, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for argumen in daftar_argumen
    ]  # fmt: skip
    jumlah = Counter()
    for p in proses:
        keluaran, galat = p.communicate(timeout=300)
        assert p.returncode == 0, galat[-2000:]
        jumlah += Counter(json.loads(keluaran))
    return jumlah


def buat_kondisi(dinas, perencana, judul):
    pohon = buat_pohon(dinas, perencana, jenis="POHON_KINERJA", judul=judul)
    siapa = {"jenjang": "KONDISI", "oleh": perencana, "pada": PADA}
    pohon.tambah(induk=pohon.akar(), kinerja="penghitung", nomor="0", **siapa)
    for ke in range(4):
        pohon.tambah(induk=pohon.akar(), kinerja=f"awal {ke}", **siapa)
    return pohon


@pytest.mark.lambat
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("banyak_dokumen", [1, 3])
def test_random_verbs_at_once_keep_every_invariant(dinas, perencana, banyak_dokumen):
    daftar = [buat_kondisi(dinas, perencana, f"D{n}") for n in range(banyak_dokumen)]
    awal = sum(p.versi for p in daftar)

    jumlah = jalankan([(benih, ULANGAN, *[p.pk for p in daftar]) for benih in range(PELAKU)])

    assert [masalah for p in daftar for masalah in periksa_susunan(p)] == []
    versi = sum(Pohon.objects.filter(pk__in=[p.pk for p in daftar]).values_list("versi", flat=True))
    assert versi - awal == jumlah["tulis"]
    assert Riwayat.objects.filter(pohon__in=daftar).count() == versi
    penghitung = Simpul.objects.exclude(nomor="").values_list("nomor", flat=True)
    assert sum(map(int, penghitung)) == jumlah["hitung"]
    assert jumlah["tulis"] > PELAKU * ULANGAN / 4, jumlah
    call_command("periksa_riwayat")


@pytest.mark.lambat
@pytest.mark.django_db(transaction=True)
def test_documents_made_at_once_never_share_a_tree(dinas, perencana):
    buat_pohon(dinas, perencana)

    jalankan([("buat", benih, 15, dinas.pk) for benih in range(PELAKU)])

    akar = list(Simpul.objects.filter(induk=None).values_list("tree_id", flat=True))
    assert len(akar) == len(set(akar)) == PELAKU * 15 + 1


@pytest.mark.lambat
@pytest.mark.django_db(transaction=True)
def test_steps_and_edits_at_once_follow_one_after_the_other(dinas, perencana):
    pohon = buat_kondisi(dinas, perencana, "Tangga")

    jumlah = jalankan([("tangga", benih, ULANGAN, pohon.pk) for benih in range(PELAKU)])

    status, langkah = "DRAF", 0
    for r in Riwayat.objects.filter(pohon=pohon).order_by("nomor"):
        if r.kata_kerja in ("ajukan", "kembalikan"):
            assert r.perubahan[0]["sebelum"]["status"] == status
            status, langkah = r.perubahan[0]["sesudah"]["status"], langkah + 1
        else:
            assert status in ("DRAF", "DIKEMBALIKAN")
    assert (langkah, Pohon.objects.get(pk=pohon.pk).status) == (jumlah["langkah"], status)
    assert jumlah["langkah"] > 5, jumlah
    assert jumlah["ditolak"] > 5, jumlah


@pytest.mark.lambat
@pytest.mark.django_db(transaction=True)
def test_copies_made_at_once_never_share_a_tree_and_one_perubahan_is_opened(dinas, perencana):
    pohon = buat_kondisi(dinas, perencana, "Asal")
    Pohon.objects.update(status="DISETUJUI")

    jumlah = jalankan([("salin", benih, 6, pohon.pk) for benih in range(PELAKU)])

    assert (jumlah["perubahan"], jumlah["salin"]) == (1, PELAKU * 3)
    akar = list(Simpul.objects.filter(induk=None).values_list("tree_id", flat=True))
    assert len(akar) == len(set(akar)) == PELAKU * 3 + 2
    assert [m for p in Pohon.objects.all() for m in periksa_susunan(p)] == []
    assert Pohon.objects.get(pk=pohon.pk).versi == pohon.versi + PELAKU * 3 + 1
    call_command("periksa_riwayat")
