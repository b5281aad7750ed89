"""The demo's crosscutting: one of each state, once."""

from cascading.contoh_lintas import muat_lintas
from cascading.models import Crosscutting
from kinerja.contoh import orang
from kinerja.pilihan import JenisPohon, Jenjang
from tests.factories import PADA, buat_pohon


def test_the_demo_has_a_request_in_each_state_once(
    kondisi, dinas, kesehatan, perencana, perencana_lain
):
    pohon = buat_pohon(kesehatan, perencana_lain, JenisPohon.POHON_KINERJA)
    isi = {"jenjang": Jenjang.KONDISI, "kinerja": "Terlayaninya lansia"}
    pohon.tambah(induk=pohon.akar(), **isi, oleh=perencana_lain, pada=PADA)
    milik = {orang.DINAS: dinas, orang.POHON_2024: kesehatan}
    akun = {"perencana": perencana, "perencana-2024": perencana_lain}

    for _ in range(2):
        muat_lintas(milik, akun, PADA)

    status = Crosscutting.objects.order_by("pk").values_list("status", flat=True)
    assert list(status) == ["MENUNGGU", "DISETUJUI", "DITOLAK", "DITARIK"]
