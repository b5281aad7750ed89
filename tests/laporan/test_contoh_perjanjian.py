"""Agreements of the demo: several states, sums that agree, nothing added by a second run."""

from collections import Counter

import pytest
from django.core.management import call_command

from cascading.bahan_perjanjian import BacaanLembaga
from cascading.models import PerjanjianKinerja
from kinerja.contoh.orang import DINAS
from kinerja.models import PerangkatDaerah, Tahap
from laporan.models import Dokumen
from laporan.pemeriksaan import periksa_dokumen

pytestmark = pytest.mark.django_db


def test_demo_has_agreements_in_several_states(capsys):
    call_command("muat_contoh")
    call_command("muat_contoh")

    status = Counter(PerjanjianKinerja.objects.values_list("status", flat=True))
    assert status == {"DRAF": 9, "DIAJUKAN": 2, "DIKEMBALIKAN": 1, "DISETUJUI": 1}
    beku = Counter(Dokumen.objects.values_list("jenis", flat=True))
    assert (beku["PERJANJIAN"], beku["POHON"], beku["PENGUKURAN"]) == (1, 1, 1)
    assert list(periksa_dokumen()) == []
    assert not Tahap.objects.filter(terkunci=True).exists()


def test_agreements_below_the_head_together_are_his(capsys):
    call_command("muat_contoh")
    dinas = PerangkatDaerah.objects.get(kode=DINAS)
    bacaan = BacaanLembaga(dinas, 2025)
    kepala = next(j for j in bacaan.daftar_jabatan.values() if j.kepala)
    bawahan = [j for j in bacaan.daftar_jabatan.values() if j.atasan_id == kepala.pk]

    jumlah = sum(bacaan.isi(j).jumlah for j in bawahan)

    assert jumlah == bacaan.isi(kepala).jumlah == 6_670_249_993
