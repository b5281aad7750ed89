"""Comments in the drawer and on pages of their own, with and without JavaScript."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from kinerja.models import Kehadiran, Komentar, Pemberitahuan, Simpul
from kinerja.pilihan import Peran
from tests.factories import PADA
from tests.peramban.aksesibilitas import pelanggaran
from tests.peramban.pohon_uji import alamat, isi_pohon

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


@pytest.fixture
def di_pohon(page, live_server, pohon, jalur, utas, perencana, masuk_sebagai):
    """The tree page of a planner, with one open comment on the program."""
    isi_pohon(pohon, jalur, perencana)
    masuk_sebagai(perencana)
    page.set_viewport_size(LEBAR)
    page.goto(alamat(live_server, pohon))
    return page


def test_comments_are_written_in_the_drawer_without_leaving_the_tree(di_pohon, program):
    page, baris = di_pohon, di_pohon.locator(f"#s{program.pk}")
    baris.locator(".kmt").click()
    komentar = page.locator("#rinci #komentar")
    expect(komentar).to_be_focused()

    komentar.get_by_label("Komentar baru").fill("Sudah dibahas dengan bidang.")
    komentar.get_by_role("button", name="Kirim komentar").click()

    expect(komentar).to_contain_text("Sudah dibahas dengan bidang.")
    expect(page.locator("#suara")).to_contain_text("Komentar dikirim")
    expect(baris.locator(".kmt")).to_have_text("2")
    expect(page.locator("#sekitar")).to_contain_text("2 komentar terbuka")
    komentar.get_by_role("button", name="Selesaikan").first.click()
    expect(baris.locator(".kmt")).to_have_text("1")
    assert page.url.endswith("?tahun=2025")


def test_a_refused_comment_stays_in_its_form(di_pohon, program):
    page = di_pohon
    page.locator(f"#s{program.pk} .nm").click()
    kolom = page.get_by_label("Komentar baru")
    kolom.fill("x" * 4001)

    page.get_by_role("button", name="Kirim komentar").click()

    expect(page.locator("#rinci [role=alert]")).to_contain_text("paling banyak 4000")
    expect(kolom).to_be_focused()
    assert len(kolom.input_value()) == 4001


def test_what_is_not_sent_waits_while_another_box_is_read(di_pohon, program, jalur):
    page = di_pohon
    page.locator(f"#s{program.pk} .nm").click()
    page.get_by_label("Komentar baru").fill("Belum selesai menulis")
    page.locator(f"#s{jalur['KEGIATAN'].pk} .nm").click()
    expect(page.locator("#rinci h2")).to_have_text("Rehabilitasi Sosial Dasar")
    expect(page.get_by_label("Komentar baru")).to_have_value("")

    page.locator(f"#s{program.pk} .nm").click()

    expect(page.locator("#rinci h2")).to_have_text("Program Rehabilitasi Sosial")
    expect(page.get_by_label("Komentar baru")).to_have_value("Belum selesai menulis")


def test_without_connection_or_session_the_text_waits_in_its_form(di_pohon, program, context):
    page = di_pohon
    page.locator(f"#s{program.pk} .nm").click()
    page.get_by_label("Komentar baru").fill("Jangan sampai hilang.")
    kirim, alasan = (
        page.get_by_role("button", name="Kirim komentar"),
        page.locator("#rinci [role=alert]"),
    )
    context.set_offline(True)
    kirim.click()
    expect(alasan).to_contain_text("Sambungan terputus")
    context.set_offline(False)
    kuki = context.cookies()
    context.clear_cookies(name="sessionid")
    kirim.click()
    expect(alasan).to_contain_text("Sesi Anda berakhir")
    expect(page.get_by_label("Komentar baru")).to_have_value("Jangan sampai hilang.")
    context.add_cookies(kuki)

    kirim.click()

    expect(page.locator("#rinci #komentar")).to_contain_text("Jangan sampai hilang.")
    expect(page.get_by_label("Komentar baru")).to_have_value("")
    assert Komentar.objects.filter(teks="Jangan sampai hilang.").count() == 1


def test_the_boxes_that_are_talked_about_are_a_filter(di_pohon, program):
    page = di_pohon
    semua = page.locator("tbody tr:visible .nm").count()
    saringan = page.locator("#sekitar a")

    saringan.click()
    expect(page.locator("tbody tr:visible .nm")).to_have_count(3)
    expect(saringan).to_have_attribute("aria-current", "true")
    saringan.click()

    expect(page.locator("tbody tr:visible .nm")).to_have_count(semua)


def test_colleagues_are_seen_and_their_comments_come_by_themselves(
    di_pohon, pohon, program, evaluator
):
    page = di_pohon
    Kehadiran.tandai(pohon, evaluator, pada=timezone.now())
    Komentar.tulis(program, "Mohon dilengkapi.", oleh=evaluator, pada=PADA)

    expect(page.locator("#sekitar .avatar")).to_have_text("E", timeout=8000)
    expect(page.locator(f"#s{program.pk} .kmt")).to_have_text("2")
    expect(page.get_by_role("list", name="Sedang membuka dokumen ini")).to_contain_text("evaluator")


@pytest.mark.parametrize("layar", [LEBAR, TELEPON], ids=["wide", "phone"])
def test_axe_finds_nothing_around_the_tree(di_pohon, pohon, program, evaluator, layar):
    page = di_pohon
    page.set_viewport_size(layar)
    Kehadiran.tandai(pohon, evaluator, pada=timezone.now())
    page.reload()
    expect(page.locator("#sekitar .avatar")).to_be_visible()
    assert pelanggaran(page) == []

    page.locator(f"#s{program.pk} .kmt").click()
    expect(page.locator("#rinci #komentar")).to_be_visible()
    assert pelanggaran(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
