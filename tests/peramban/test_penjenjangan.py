"""Penjenjangan in the browser: no fault by axe on its pages, wide and on a phone."""

import pytest
from django.urls import reverse

from cascading.models import ButirPenjenjangan, Penjenjangan
from kinerja.pilihan import JenisPohon, Jenjang, PeranKondisi
from tests.factories import PADA, buat_pohon
from tests.peramban.aksesibilitas import pelanggaran

URUTAN = (PeranKondisi.OUTCOME, PeranKondisi.CSF, PeranKondisi.KONDISI_ANTARA, "")


@pytest.fixture
def dokumen(dinas, pohon, jalur, perencana):
    kondisi = buat_pohon(dinas, perencana, JenisPohon.POHON_KINERJA)
    siapa = {"oleh": perencana, "pada": PADA}
    induk = kondisi.akar()
    for peran in URUTAN:
        isi = {"jenjang": Jenjang.KONDISI, "kinerja": f"Kondisi {peran}", "peran": peran}
        induk = kondisi.tambah(induk=induk, **isi, **siapa)
    isi = {"perangkat_daerah": dinas, "periode": pohon.periode, "tahun": 2025}
    isi |= {"pohon_kinerja": kondisi, "cascading": pohon, "diubah_pada": PADA}
    satu = Penjenjangan(**isi).daftarkan(**siapa)
    for teks in ("Rehabilitasi sosial", "Perlindungan sosial"):
        butir = ButirPenjenjangan(penjenjangan=satu, kolom="MANDAT", teks=teks, subbutir=["a"])
        butir.tambahkan(**siapa)
    return satu


def test_pages_of_a_penjenjangan_have_no_faults(
    page, live_server, masuk_sebagai, dokumen, perencana
):
    masuk_sebagai(perencana)
    alamat = [
        reverse("penjenjangan", args=[dokumen.pk]),
        *(reverse("penjenjangan-tahap", args=[dokumen.pk, t]) for t in ("1", "4", "matriks")),
    ]
    for satu in alamat:
        page.set_viewport_size({"width": 390, "height": 780})
        page.goto(live_server.url + satu)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, satu
        assert pelanggaran(page) == [], satu
    page.set_viewport_size({"width": 1366, "height": 800})
    page.goto(live_server.url + alamat[0])
    page.get_by_role("link", name="Tahap 1").click()
    page.get_by_role("button", name="Turun butir 1").click()
    assert page.locator(".butir li > span").all_inner_texts() == [
        "Perlindungan sosial", "Rehabilitasi sosial",
    ]  # fmt: skip
    assert pelanggaran(page) == []
