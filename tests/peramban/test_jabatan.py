"""Who answers for what, in the drawer and on pages, with and without JavaScript."""

import pytest
from playwright.sync_api import expect

from kinerja.contoh.peta_jabatan import muat_peta_jabatan
from kinerja.models import Jabatan, Penugasan
from tests.factories import PADA, buat_periode
from tests.peramban.aksesibilitas import pelanggaran
from tests.peramban.pohon_uji import alamat

LEBAR = {"width": 1366, "height": 768}
TELEPON = {"width": 390, "height": 844}


@pytest.fixture
def kabid(dinas):
    kepala = Jabatan.objects.create(
        perangkat_daerah=dinas, jenis="JPT_PRATAMA", nama="Kepala Dinas", kepala=True
    )
    return Jabatan.objects.create(
        perangkat_daerah=dinas, jenis="ADMINISTRATOR", nama="Kepala Bidang", atasan=kepala
    )


def test_the_drawer_gives_and_takes_back_without_leaving_the_tree(
    page, live_server, pohon, jalur, kabid, perencana, masuk_sebagai
):
    masuk_sebagai(perencana)
    page.goto(alamat(live_server, pohon))
    page.locator(f"#s{jalur['PROGRAM'].pk} .nm").click()
    laci = page.locator("#rinci #penugasan")
    expect(laci).to_contain_text("Belum ada.")

    laci.locator("select[name=jabatan]").select_option("Kepala Bidang")
    laci.get_by_role("button", name="Tugaskan").click()
    expect(laci.locator(".daftar-tugas")).to_contain_text("Penanggung jawab")
    assert Penugasan.objects.get().jabatan == kabid
    laci.get_by_role("button", name="Lepas Kepala Bidang").click()

    expect(laci).to_contain_text("Belum ada.")
    assert page.url.startswith(alamat(live_server, pohon).split("?")[0])
    assert not Penugasan.objects.exists()


def test_a_branch_is_given_without_javascript(
    browser, live_server, client, pohon, jalur, kabid, perencana
):
    client.force_login(perencana)
    konteks = browser.new_context(java_script_enabled=False)
    konteks.add_cookies(
        [{"name": n, "value": k.value, "url": live_server.url} for n, k in client.cookies.items()]
    )
    halaman = konteks.new_page()
    halaman.goto(f"{live_server.url}/pohon/{pohon.pk}/jabatan/")
    halaman.get_by_role("link", name="Kepala Bidang").click()
    halaman.get_by_label("Program Rehabilitasi Sosial").check()
    halaman.get_by_label("Berlaku juga untuk semua kotak di bawah").check()
    halaman.get_by_role("button", name="Tugaskan yang dipilih").first.click()

    expect(halaman.get_by_role("heading", name="Kotak yang dijawab (3)")).to_be_visible()
    halaman.goto(f"{live_server.url}/pohon/{pohon.pk}/jabatan/")
    expect(halaman.get_by_text("1 program, 1 kegiatan, 1 sub kegiatan")).to_be_visible()
    konteks.close()


@pytest.mark.parametrize("layar", [LEBAR, TELEPON], ids=["wide", "phone"])
def test_axe_finds_nothing_and_nothing_overflows(
    page, live_server, pohon, jalur, kabid, perencana, dinas, masuk_sebagai, layar
):
    peta = muat_peta_jabatan(dinas, buat_periode(), oleh=perencana, pada=PADA)
    pohon.tugaskan(jalur["PROGRAM"], kabid, oleh=perencana, pada=PADA)
    page.set_viewport_size(layar)
    masuk_sebagai(perencana)

    for jalan in (
        f"pohon/{pohon.pk}/jabatan/",
        f"pohon/{pohon.pk}/jabatan/{kabid.pk}/",
        f"pohon/{pohon.pk}/jabatan/diagram/",
        f"simpul/{jalur['PROGRAM'].pk}/rinci/",
        "peta-jabatan/",
        f"peta-jabatan/{peta.pk}/",
        f"peta-jabatan/{peta.pk}/diagram/",
        f"peta-jabatan/{peta.pk}/pasangan/",
        f"kotak-jabatan/{peta.kotak.first().pk}/",
    ):
        page.goto(f"{live_server.url}/{jalan}")
        assert pelanggaran(page) == [], jalan
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), jalan


def test_the_diagram_leads_to_its_positions(
    page, live_server, pohon, jalur, kabid, perencana, masuk_sebagai
):
    pohon.tugaskan(jalur["PROGRAM"], kabid, oleh=perencana, pada=PADA)
    masuk_sebagai(perencana)
    page.goto(f"{live_server.url}/pohon/{pohon.pk}/jabatan/diagram/")

    expect(page.locator("svg.diagram")).to_contain_text("Terwujudnya rehabilitasi sosial")
    page.locator(f'a.d-kotak[href$="/jabatan/{kabid.pk}/"]').click()

    expect(page.get_by_role("heading", name="Kepala Bidang", level=1)).to_be_visible()
