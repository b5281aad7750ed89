"""Comments in the drawer and on pages of their own, with and without JavaScript."""

import pytest
from playwright.sync_api import expect

from kinerja.models import Komentar, Pemberitahuan, Simpul
from kinerja.pilihan import Peran
from tests.factories import PADA
from tests.peramban.aksesibilitas import pelanggaran

LEBAR = {"width": 1366, "height": 768}
TELEPON = {"width": 390, "height": 844}


@pytest.fixture
def program(jalur):
    return Simpul.objects.select_related("pohon__perangkat_daerah").get(pk=jalur["PROGRAM"].pk)


@pytest.fixture
def utas(program, perencana, evaluator):
    """An open thread with an answer, and a resolved one."""
    terbuka = Komentar.tulis(
        program, "Pagu belum wajar dibanding tahun lalu.", menyebut=Peran.PERENCANA,
        oleh=evaluator, pada=PADA,
    )  # fmt: skip
    terbuka.balas(program, "Sedang diperiksa.", oleh=perencana, pada=PADA)
    selesai = Komentar.tulis(program, "Kalimat terlalu panjang.", oleh=evaluator, pada=PADA)
    selesai.selesaikan(program, oleh=perencana, pada=PADA)
    return terbuka


def test_a_thread_is_written_answered_and_resolved_without_javascript(
    browser, live_server, client, program, evaluator
):
    client.force_login(evaluator)
    konteks = browser.new_context(java_script_enabled=False)
    konteks.add_cookies(
        [{"name": n, "value": k.value, "url": live_server.url} for n, k in client.cookies.items()]
    )
    halaman = konteks.new_page()
    halaman.goto(f"{live_server.url}/simpul/{program.pk}/rinci/")

    halaman.get_by_label("Komentar baru").fill("Target belum menantang.")
    halaman.get_by_label("Beri tahu").select_option("PERENCANA")
    halaman.get_by_role("button", name="Kirim komentar").click()
    utas = halaman.locator(".utas")
    expect(utas).to_contain_text("Target belum menantang.")
    utas.get_by_text("Balas", exact=True).click()
    utas.get_by_label("Balasan").fill("Usul: 95 persen.")
    utas.get_by_role("button", name="Kirim balasan").click()
    expect(halaman.locator(".balasan")).to_contain_text("Usul: 95 persen.")
    halaman.get_by_role("button", name="Selesaikan").click()

    expect(halaman.get_by_role("heading", name="Sudah selesai")).to_be_visible()
    konteks.close()


@pytest.mark.parametrize("layar", [LEBAR, TELEPON], ids=["wide", "phone"])
def test_axe_finds_nothing_in_threads_and_notices(
    page, live_server, utas, program, perencana, masuk_sebagai, layar
):
    page.set_viewport_size(layar)
    masuk_sebagai(perencana)
    page.goto(f"{live_server.url}/simpul/{program.pk}/rinci/")
    page.get_by_text("Balas", exact=True).click()
    assert pelanggaran(page) == []

    page.goto(f"{live_server.url}/pemberitahuan/")
    expect(page.locator(".kartu--baru")).to_have_count(Pemberitahuan.objects.belum_dibaca().filter(
        penerima=perencana).count())  # fmt: skip
    page.get_by_label("Menu pengguna").click()
    assert pelanggaran(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_notice_leads_to_its_thread(page, live_server, utas, perencana, masuk_sebagai):
    masuk_sebagai(perencana)
    page.goto(live_server.url)
    page.get_by_label("Menu pengguna").click()
    page.get_by_role("link", name="Pemberitahuan").click()

    page.get_by_role("button", name="Buka komentar").first.click()

    expect(page.locator("#komentar")).to_be_in_viewport()
    expect(page.get_by_label("Menu pengguna")).to_have_accessible_name("Menu pengguna: perencana")
