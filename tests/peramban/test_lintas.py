"""Crosscutting in the browser: no fault by axe on the list, the request and the form."""

from django.urls import reverse

from cascading.models import Crosscutting
from kinerja.pilihan import JenisPohon, Jenjang
from tests.factories import PADA, buat_pohon
from tests.peramban.aksesibilitas import pelanggaran


def test_pages_of_crosscutting_have_no_faults(
    page, live_server, masuk_sebagai, dinas, perencana, perencana_lain
):
    pohon = buat_pohon(dinas, perencana, JenisPohon.POHON_KINERJA)
    isi = {"jenjang": Jenjang.KONDISI, "kinerja": "Tersalurkannya permakanan"}
    kotak = pohon.tambah(induk=pohon.akar(), **isi, oleh=perencana, pada=PADA)
    lain = perencana_lain.daftar_keanggotaan()[0].perangkat_daerah
    buat_pohon(lain, perencana_lain)
    lintas = Crosscutting.minta(kotak, diminta=lain, isi="Gizi", oleh=perencana, pada=PADA)

    for siapa, alamat, judul in (
        (perencana_lain, reverse("crosscutting-daftar"), "Crosscutting"),
        (perencana_lain, reverse("crosscutting", args=[lintas.pk]), "Permintaan dukungan"),
        (perencana, reverse("simpul-minta", args=[kotak.pk]), "Minta dukungan"),
    ):
        masuk_sebagai(siapa)
        page.goto(live_server.url + alamat)
        assert judul in page.locator("h1").inner_text()
        assert pelanggaran(page) == []
