"""Trees of conditions in the browser: axe finds nothing on their pages, wide and on a phone."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from cascading.models import Tautan
from kinerja.pilihan import JenisPohon, Jenjang
from tests.factories import PADA, buat_pohon
from tests.peramban.aksesibilitas import pelanggaran


@pytest.fixture
def kondisi(dinas, perencana, jalur, masuk_sebagai):
    """A condition with a link, one with an offer."""
    pohon = buat_pohon(dinas, perencana, JenisPohon.POHON_KINERJA)
    isi = {"jenjang": Jenjang.KONDISI, "oleh": perencana, "pada": PADA}
    atas = pohon.tambah(induk=pohon.akar(), kinerja="Terpenuhinya permakanan", **isi)
    pohon.tambah(induk=atas, kinerja="Tersedianya penyediaan permakanan", **isi)
    Tautan.pasang([(atas, jalur[Jenjang.SUB_KEGIATAN])], oleh=perencana, pada=PADA)
    masuk_sebagai(perencana)
    return atas


@pytest.mark.parametrize("lebar", [1366, 390])
def test_pages_of_conditions_have_no_fault(page, live_server, kondisi, lebar):
    page.set_viewport_size({"width": lebar, "height": 800})
    dokumen = [kondisi.pohon_id]
    daftar = {
        "pohon-tautan": dokumen,
        "cetak-diagram": dokumen,
        "pohon-kerangka": dokumen,
        "simpul-tautan": [kondisi.pk],
        "simpul-rinci": [kondisi.pk],
    }
    for nama, kunci in daftar.items():
        page.goto(live_server.url + reverse(nama, args=kunci))
        assert pelanggaran(page) == [], nama


def test_a_role_is_chosen_in_its_cell(page, live_server, kondisi):
    page.goto(live_server.url + reverse("pohon", args=[kondisi.pohon_id]))
    sel = page.locator(f"#s{kondisi.pk} td.peran")
    sel.click()
    page.keyboard.press("Enter")
    page.locator(".sunting select").select_option("Outcome")
    page.keyboard.press("Enter")

    expect(page.locator(f"#s{kondisi.pk} .cip")).to_have_text("Outcome")
    expect(sel).to_have_text("Outcome")
    kondisi.refresh_from_db()
    assert kondisi.peran == "OUTCOME"
    page.get_by_role("button", name="Urungkan").click()
    expect(sel).to_have_text("")
