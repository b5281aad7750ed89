"""Many at once: one report, and no cell lost."""

from __future__ import annotations

import threading

import pytest
from django.db import connection

from kinerja.aturan.temuan import AturanDilanggar
from laporan.evaluasi.langkah_lke import langkahkan_lke
from laporan.models import Dokumen, JawabanLke, Lke, SelLke, Sisi
from tests.factories import PADA, buat_dinas, buat_pengguna
from tests.laporan.lke_uji import buat_lke, diajukan, nilai

BANYAK = 6


def bersama(kerja):
    """Run it in threads that start together; answers what each returned or raised."""
    hasil, gerbang = [], threading.Barrier(BANYAK)

    def satu(ke):
        gerbang.wait()
        try:
            hasil.append(kerja(ke))
        except AturanDilanggar as ditolak:
            hasil.append(ditolak.temuan[0].kode)
        finally:
            connection.close()

    daftar = [threading.Thread(target=satu, args=(ke,)) for ke in range(BANYAK)]
    for t in daftar:
        t.start()
    for t in daftar:
        t.join()
    return hasil


@pytest.fixture
def kantor(transactional_db):
    dinas = buat_dinas()
    return (
        dinas,
        buat_pengguna("perencana", "PERENCANA", di=dinas),
        buat_pengguna("evaluator", "INSPEKTORAT", di=dinas.pemda),
    )


def test_pressing_final_many_times_at_once_gives_one_report(kantor):
    dinas, perencana, evaluator = kantor
    lke = nilai(diajukan(dinas, perencana), evaluator)

    def final(_ke):
        satu = Lke.objects.get(pk=lke.pk)
        langkahkan_lke(satu, "finalkan", versi=lke.versi, oleh=evaluator, pada=PADA)
        return "FINAL"

    hasil = bersama(final)

    assert sorted(hasil) == ["FINAL", *["STATUS_LAIN"] * (BANYAK - 1)]
    assert Dokumen.objects.filter(jenis="LHE").count() == 1


def test_cells_written_at_once_are_all_there(kantor):
    dinas, perencana, _ = kantor
    lke = buat_lke(dinas, perencana)
    kode = [k.kode for k in lke.versi_lke.instrumen.kriteria][:BANYAK]

    def isi(ke):
        satu = Lke.objects.get(pk=lke.pk)
        sel = [SelLke(kode[ke], "mandiri", "", "BELUM")]
        return satu.isi(sel, sisi=Sisi.LEMBAGA, oleh=perencana, pada=PADA)

    assert bersama(isi) == [1] * BANYAK
    assert JawabanLke.objects.filter(lke=lke, mandiri="BELUM").count() == BANYAK
    assert Lke.objects.get(pk=lke.pk).versi == 1 + BANYAK
