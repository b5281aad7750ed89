"""Cerita: somebody closes a stage, renames, promotes while others write: no slip in between."""

import threading

import pytest
from django.core.management import call_command
from django.db import connections, transaction

from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Pagu, Riwayat, Tahap, Unit
from tests.factories import PADA, buat_jalur, buat_pohon


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


def serentak(*perbuatan):
    """Run each in a thread with a connection of its own; answers what they raised."""
    galat = []

    def jalankan(satu):
        try:
            satu()
        except Exception as g:
            galat.append(g)
        finally:
            connections.close_all()

    benang = [threading.Thread(target=jalankan, args=[satu]) for satu in perbuatan]
    for b in benang:
        b.start()
    for b in benang:
        b.join(60)
    return galat


@pytest.mark.lambat
@pytest.mark.django_db(transaction=True)
def test_pagu_waits_for_the_stage_that_is_being_closed(pohon, jalur, dinas, siapa):
    tahap = Tahap.buka(dinas, 2025, kode="MURNI", nama="Murni", **siapa)
    ditutup = threading.Event()

    def tutup():
        with transaction.atomic():
            tahap.tutup(**siapa)
            ditutup.set()
            threading.Event().wait(0.5)

    def isi():
        ditutup.wait(30)
        pohon.isi_pagu(jalur["SUB_KEGIATAN"], "1.000.000", tahun=2025, **siapa)

    (galat,) = serentak(tutup, isi)

    assert isinstance(galat, AturanDilanggar), galat
    assert galat.temuan[0].kode == "TAHAP_TERKUNCI"
    assert not Pagu.objects.exists()


@pytest.mark.lambat
@pytest.mark.django_db(transaction=True)
def test_agency_chain_holds_while_documents_are_written(pohon, jalur, dinas, perencana, siapa):
    """Records and documents of one agency at once: no deadlock, both chains whole."""
    lain = buat_pohon(dinas, perencana, judul="Lain")
    sub = [jalur["SUB_KEGIATAN"], buat_jalur(lain, perencana)["SUB_KEGIATAN"]]
    tahap = Tahap.buka(dinas, 2025, kode="MURNI", nama="Murni", **siapa)

    def catat(awalan):
        for n in range(10):
            Unit(perangkat_daerah=dinas, jenis="BIDANG", nama=f"{awalan} {n}").daftarkan(**siapa)

    def atur():
        for n in range(10):
            Tahap.objects.get(pk=tahap.pk).ubah({"nama": f"Murni {n}"}, **siapa)

    def isi(simpul):
        for n in range(10):
            simpul.pohon.isi_pagu(simpul, f"{n + 1}.000", tahun=2025, **siapa)

    galat = serentak(
        lambda: catat("A"), lambda: catat("B"), atur, lambda: isi(sub[0]), lambda: isi(sub[1])
    )

    assert galat == []
    assert Riwayat.objects.filter(pohon=None, perangkat_daerah=dinas).count() == 31
    call_command("periksa_riwayat")
