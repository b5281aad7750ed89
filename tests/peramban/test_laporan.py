"""Reports in the browser: no fault by axe, and an action is written and undone without scripts."""

import pytest
from django.urls import reverse

from cascading.models import RencanaAksi
from tests.kinerja.ukur_uji import buat_terukur
from tests.peramban.aksesibilitas import pelanggaran


@pytest.fixture
def alamat(pohon, jalur, perencana):
    buat_terukur(pohon, jalur, perencana, target=("25", "25", "25", "20"))
    return reverse("rencana-aksi", args=[pohon.pk]) + "?tahun=2025"


def test_the_pages_are_for_everybody(page, live_server, masuk_sebagai, pohon, perencana, alamat):
    masuk_sebagai(perencana)
    for satu in (
        alamat,
        reverse("laporan-kinerja", args=[pohon.pk]) + "?tahun=2025&triwulan=1",
        reverse("evaluasi-faktor", args=[pohon.pk]) + "?tahun=2025&triwulan=1",
    ):
        page.goto(live_server.url + satu)
        assert pelanggaran(page) == []


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_an_action_is_written_and_undone_without_scripts(
    page, live_server, masuk_sebagai, perencana, alamat
):
    masuk_sebagai(perencana)
    page.goto(live_server.url + alamat)
    page.get_by_role("link", name="Tambah rencana aksi Program Rehabilitasi").click()
    page.get_by_label("Rencana aksi", exact=True).fill("Pendataan")
    page.get_by_label("Triwulan II (").fill("10 orang")
    page.get_by_role("button", name="Simpan").click()
    assert RencanaAksi.objects.get().triwulan == ("", "10 orang", "", "")

    page.get_by_role("button", name="Batalkan perubahan itu").click()

    assert not RencanaAksi.objects.exists()
