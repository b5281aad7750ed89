"""Targets of quarters in the form of a box and in its drawer, wide and on a phone."""

import pytest
from playwright.sync_api import expect

from kinerja.models import Target
from kinerja.pilihan import Jenjang
from tests.factories import PADA
from tests.peramban.aksesibilitas import pelanggaran

LEBAR = {"width": 1366, "height": 768}
TELEPON = {"width": 390, "height": 844}


@pytest.fixture
def indikator(pohon, jalur, perencana):
    siapa = {"oleh": perencana, "pada": PADA}
    baru = pohon.tambah_indikator(
        jalur[Jenjang.PROGRAM], teks="Persentase layanan", satuan="%", **siapa
    )
    pohon.isi_target(baru, "90", tahun=2025, **siapa)
    pohon.isi_baseline(baru, "81,5", tahun=2024, **siapa)
    return baru


@pytest.mark.parametrize("layar", [LEBAR, TELEPON], ids=["wide", "phone"])
def test_quarters_are_typed_and_seen_with_what_is_wrong(
    page, live_server, indikator, perencana, masuk_sebagai, layar
):
    masuk_sebagai(perencana)
    page.set_viewport_size(layar)
    page.goto(f"{live_server.url}/simpul/{indikator.simpul_id}/ubah/?tahun=2025")
    page.get_by_text("Target triwulan 2025").first.click()
    page.get_by_label("Triwulan IV", exact=True).first.fill("85")
    page.get_by_text("Arah, cara menghitung").first.click()
    assert pelanggaran(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.get_by_role("button", name="Simpan").click()
    page.wait_for_url("**/pohon/**")
    assert Target.objects.get(triwulan=4).mentah == "85"

    page.goto(f"{live_server.url}/simpul/{indikator.simpul_id}/rinci/?tahun=2025")
    expect(page.get_by_text("target triwulan IV 85, target setahun 90")).to_be_visible()
    expect(page.get_by_role("table", name="Triwulan 2025")).to_contain_text("85")
    assert pelanggaran(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
