"""The comparison with the national list, with the demo's document."""

import io

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from kinerja.models import Pengguna, Pohon
from tests.peramban.aksesibilitas import pelanggaran


@pytest.mark.parametrize("lebar", [1366, 390])
def test_a_planner_sees_what_differs(page, live_server, masuk_sebagai, transactional_db, lebar):
    call_command("muat_contoh", stdout=io.StringIO())
    pohon = Pohon.objects.get(jenis="CASCADING", perangkat_daerah__nama="Dinas Sosial", edisi=1,
                              periode__tahun_akhir=2025)  # fmt: skip
    masuk_sebagai(Pengguna.objects.get(username="perencana"))
    page.set_viewport_size({"width": lebar, "height": 800})
    page.goto(f"{live_server.url}/pohon/{pohon.pk}/nomenklatur/?tahun=2025")
    expect(page.locator("#hitungan-banding")).to_contain_text("berbeda")
    assert pelanggaran(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.get_by_label("Dibandingkan dengan").select_option("pemutakhiran-2027")
    page.get_by_role("button", name="Bandingkan").click()

    expect(page.locator("#hitungan-banding")).to_contain_text("tidak ada di versi ini")
    expect(page.locator(".pesan--warning")).to_contain_text("berlaku mulai tahun 2027")
