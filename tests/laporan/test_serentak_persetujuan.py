"""Twenty approvals in one moment, and an approval against a return: one document, one answer."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from cascading.models import PerjanjianKinerja
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Pengguna, Riwayat
from laporan.langkah_perjanjian import langkahkan
from laporan.models import BerkasDokumen, Dokumen
from laporan.naskah_perjanjian import siap_cetak
from laporan.pengesahan import pastikan_cetakan
from tests.factories import PADA
from tests.laporan.perjanjian_uji import HARI, akun, diajukan

pytestmark = pytest.mark.django_db(transaction=True)
BANYAK = 20


def serentak(tugas):
    """Each in a thread with a connection of its own, all let go at once; answers what each said."""
    pintu = Barrier(len(tugas))

    def jalan(satu):
        try:
            pintu.wait(30)
            satu()
            return "jadi"
        except AturanDilanggar as ditolak:
            return ditolak.temuan[0].kode
        finally:
            connection.close()

    with ThreadPoolExecutor(len(tugas)) as kolam:
        return sorted(kolam.map(jalan, tugas))


def langkah(pk, kata_kerja, username, **isi):
    def jalan():
        p = PerjanjianKinerja.objects.lengkap().get(pk=pk)
        oleh = Pengguna.objects.get(username=username)
        langkahkan(p, kata_kerja, oleh=oleh, pada=PADA, **isi)

    return jalan


def test_twenty_approvals_give_one_document(kantor, perencana):
    akun(kantor, "kadis")
    p = diajukan(kantor, "kabid_a", perencana)
    sidik = siap_cetak(p, HARI).sidik

    hasil = serentak([langkah(p.pk, "setujui", "kadis", dilihat=sidik)] * BANYAK)

    assert hasil == ["STATUS_LAIN"] * (BANYAK - 1) + ["jadi"]
    assert Dokumen.objects.count() == 1
    assert Riwayat.objects.filter(kata_kerja="setujui perjanjiankinerja").count() == 1


def test_approval_and_return_in_one_moment_are_one_of_them(kantor, perencana):
    akun(kantor, "kadis")
    p = diajukan(kantor, "kabid_a", perencana)
    sidik = siap_cetak(p, HARI).sidik
    tugas = [
        langkah(p.pk, "setujui", "kadis", dilihat=sidik),
        langkah(p.pk, "kembalikan", "kadis", alasan="Belum"),
    ] * 4

    hasil = serentak(tugas)

    p.refresh_from_db()
    assert hasil.count("jadi") == 1
    assert Dokumen.objects.count() == (1 if p.status == "DISETUJUI" else 0)


def test_two_printers_file_one_print(kantor, perencana):
    kadis = akun(kantor, "kadis")
    p = diajukan(kantor, "kabid_a", perencana)
    langkahkan(p, "setujui", dilihat=siap_cetak(p, HARI).sidik, oleh=kadis, pada=PADA)
    pk = Dokumen.objects.get().pk

    serentak([lambda: pastikan_cetakan(Dokumen.objects.get(pk=pk))] * 3)

    assert BerkasDokumen.objects.filter(jenis="CETAK").count() == 1
