"""Two people in one document, a lost connection, an ended session: nothing typed is lost."""

import json

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from playwright.sync_api import expect

from kinerja.pilihan import Jenjang, Peran
from tests.factories import PADA, buat_pengguna
from tests.peramban.aksesibilitas import pelanggaran
from tests.peramban.pohon_uji import alamat, isi_pohon
from tests.peramban.sunting_uji import ke_sel, ketik, sel, tunggu_tersimpan

TUNGGU = "Object.entries(localStorage).filter(([k]) => k.startsWith('kinerja:tunggu:'))"


@pytest.fixture
def sub(jalur):
    return jalur[Jenjang.SUB_KEGIATAN]


@pytest.fixture
def indikator(sub):
    return sub.indikator.order_by("urutan").first()


@pytest.fixture
def rekan(dinas):
    return buat_pengguna("rekan", Peran.PERENCANA, di=dinas, nama="Perencana lain")


@pytest.fixture
def halaman(page, live_server, pohon, jalur, perencana, masuk_sebagai):
    isi_pohon(pohon, jalur, perencana)
    masuk_sebagai(perencana)
    page.goto(alamat(live_server, pohon))
    return page


def tanya_kabar(page) -> None:
    """What otherwise happens every fifteen seconds: the page is seen again."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def menunggu(page) -> list[str]:
    """Typed texts kept in the browser."""
    return [
        op["baru"] for _, isi in page.evaluate(TUNGGU) for k in json.loads(isi) for op in k["ops"]
    ]


def bentrok(page, pohon, indikator, rekan, sub):
    pohon.isi_target(indikator, "62", tahun=2026, oleh=rekan, pada=PADA)
    ketik(page, sub, "2026", "66")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    return dialog


def test_the_same_cell_shows_both_values_and_who_wrote(halaman, pohon, indikator, rekan, sub):
    dialog = bentrok(halaman, pohon, indikator, rekan, sub)

    expect(dialog).to_contain_text("Target 2026, Penyediaan Permakanan")
    expect(dialog).to_contain_text("66")
    expect(dialog).to_contain_text("62")
    expect(dialog).to_contain_text("Perencana lain · 6 Jan 2025 15.00")
    assert pelanggaran(halaman) == []


def test_mine_is_written_over_the_colleagues(halaman, pohon, indikator, rekan, sub):
    dialog = bentrok(halaman, pohon, indikator, rekan, sub)

    dialog.get_by_role("button", name="Pakai ketikan saya").click()

    tunggu_tersimpan(halaman)
    assert indikator.target.get(tahun=2026).mentah == "66"
    expect(halaman.locator(".sel--bentrok")).to_have_count(0)


def test_the_colleagues_value_stays(halaman, pohon, indikator, rekan, sub):
    dialog = bentrok(halaman, pohon, indikator, rekan, sub)

    dialog.get_by_role("button", name="Pakai nilai rekan").click()

    expect(sel(halaman, sub, "2026")).to_have_text("62")
    expect(halaman.locator("#simpan")).to_have_attribute("data-keadaan", "baik")
    assert indikator.target.get(tahun=2026).mentah == "62"


def test_a_postponed_conflict_stays_marked_and_opens_again(halaman, pohon, indikator, rekan, sub):
    dialog = bentrok(halaman, pohon, indikator, rekan, sub)
    halaman.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(sel(halaman, sub, "2026")).to_have_class("n sel--bentrok")
    expect(sel(halaman, sub, "2026")).to_be_focused()
    expect(halaman.locator("#pesan-sel")).to_contain_text("Sudah diubah Perencana lain")
    assert pelanggaran(halaman) == []

    halaman.keyboard.press("Enter")

    expect(dialog).to_be_visible()


def test_two_browsers_meet_in_one_cell_and_pass_in_two(
    browser, halaman, live_server, pohon, rekan, indikator, sub
):
    milik_rekan = Client()
    milik_rekan.force_login(rekan)
    sesi = milik_rekan.cookies[settings.SESSION_COOKIE_NAME].value
    lain = browser.new_context(locale="id-ID", timezone_id="Asia/Jakarta")
    lain.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": sesi, "url": live_server.url}]
    )
    kedua = lain.new_page()
    kedua.goto(alamat(live_server, pohon))

    ketik(halaman, sub, "2026", "61")
    ketik(kedua, sub, "2027", "62")
    tunggu_tersimpan(halaman)
    tunggu_tersimpan(kedua)
    expect(kedua.locator("dialog[open]")).to_have_count(0)
    tanya_kabar(halaman)
    expect(sel(halaman, sub, "2027")).to_have_text("62")
    expect(halaman.locator("#suara")).to_contain_text("Perencana lain baru mengubah dokumen ini")

    kedua.route("**/kabar/**", lambda route: route.abort())  # the news come too late
    ketik(halaman, sub, "2028", "71")
    tunggu_tersimpan(halaman)
    expect(halaman.locator(".sel--kirim")).to_have_count(0)
    ketik(kedua, sub, "2028", "72")

    expect(kedua.get_by_role("dialog")).to_contain_text("perencana")
    lain.close()


def test_a_colleagues_new_box_appears_and_what_is_closed_stays_closed(
    halaman, pohon, jalur, rekan, sub
):
    kegiatan = jalur[Jenjang.KEGIATAN]
    sel(halaman, jalur[Jenjang.PROGRAM], "uraian").locator(".sendi").click()
    baru = pohon.tambah(
        induk=jalur[Jenjang.TUJUAN], jenjang=Jenjang.SASARAN, kinerja="Sasaran baru", oleh=rekan,
        pada=PADA,
    )  # fmt: skip

    tanya_kabar(halaman)

    expect(halaman.locator(f"#s{baru.pk}")).to_be_visible()
    expect(halaman.locator(f"#s{kegiatan.pk}")).to_be_hidden()


def test_a_colleagues_edit_does_not_close_the_cell_somebody_types_in(
    halaman, pohon, indikator, rekan, sub
):
    ke_sel(halaman, sub, "2027")
    halaman.keyboard.type("7")
    pohon.isi_target(indikator, "62", tahun=2026, oleh=rekan, pada=PADA)

    tanya_kabar(halaman)
    expect(halaman.locator("#suara")).to_contain_text("baru mengubah")
    halaman.keyboard.type("7")
    halaman.keyboard.press("Enter")

    tunggu_tersimpan(halaman)
    expect(sel(halaman, sub, "2027")).to_have_text("77")
    expect(sel(halaman, sub, "2026")).to_have_text("62")


def test_offline_edits_wait_survive_a_reload_and_are_sent_on_return(
    halaman, context, live_server, pohon, sub, indikator
):
    context.set_offline(True)
    ketik(halaman, sub, "2026", "61")
    ketik(halaman, sub, "2027", "62")
    expect(halaman.locator("#simpan")).to_contain_text("Tanpa sambungan. 2 ketikan disimpan")
    expect(halaman.locator(".sel--tunggu")).to_have_count(2)
    assert menunggu(halaman) == ["61", "62"]
    assert pelanggaran(halaman) == []

    context.set_offline(False)
    halaman.goto(alamat(live_server, pohon))

    # Sent from here, or already on the way out of the page before.
    expect(halaman.locator("#simpan[data-keadaan='baik']")).to_contain_text("ersimpan")
    expect(halaman.locator(".sel--tunggu, .sel--kirim")).to_have_count(0)
    milik = indikator.target.filter(tahun__gt=2025).order_by("tahun")
    assert list(milik.values_list("mentah", flat=True)) == ["61", "62"]
    assert menunggu(halaman) == []


def test_back_online_the_page_sends_by_itself_and_shows_conflicts(
    halaman, context, pohon, sub, indikator, rekan
):
    context.set_offline(True)
    ketik(halaman, sub, "2026", "61")
    expect(halaman.locator(".sel--tunggu")).to_have_count(1)
    pohon.isi_target(indikator, "99", tahun=2026, oleh=rekan, pada=PADA)

    context.set_offline(False)

    dialog = halaman.get_by_role("dialog")
    expect(dialog).to_contain_text("99")
    expect(dialog).to_contain_text("61")


def test_an_ended_session_keeps_what_is_typed(
    halaman, sub, indikator, perencana, masuk_sebagai, live_server
):
    Session.objects.all().delete()
    ketik(halaman, sub, "2026", "61")
    garis = halaman.locator("#simpan")
    expect(garis).to_contain_text("Sesi berakhir. 1 ketikan disimpan di peramban ini.")
    expect(garis.get_by_role("link", name="Masuk lagi")).to_be_visible()
    assert menunggu(halaman) == ["61"]

    masuk_sebagai(perencana)
    halaman.evaluate("dispatchEvent(new Event('focus'))")

    tunggu_tersimpan(halaman)
    assert indikator.target.get(tahun=2026).mentah == "61"


def test_logging_out_asks_before_it_throws_away(halaman, context, sub, perencana):
    context.set_offline(True)
    ketik(halaman, sub, "2026", "61")
    expect(halaman.locator(".sel--tunggu")).to_have_count(1)
    halaman.route("**/indikator/**", lambda rute: rute.abort())
    context.set_offline(False)
    halaman.locator("summary[aria-label^='Menu pengguna']").click()
    tanya = []
    halaman.once("dialog", lambda dialog: (tanya.append(dialog.message), dialog.dismiss()))
    halaman.get_by_role("button", name="Keluar").click()
    assert tanya == ["1 ketikan Anda belum terkirim dan hilang bila Anda keluar. Tetap keluar?"]
    assert menunggu(halaman) == ["61"]

    halaman.once("dialog", lambda dialog: dialog.accept())
    halaman.get_by_role("button", name="Keluar").click()

    halaman.wait_for_url("**/masuk/**")
    assert menunggu(halaman) == []


def test_somebody_else_in_this_browser_sees_nothing_of_it(
    halaman, context, live_server, pohon, sub, rekan, masuk_sebagai
):
    context.set_offline(True)
    ketik(halaman, sub, "2026", "61")
    expect(halaman.locator(".sel--tunggu")).to_have_count(1)
    halaman.route("**/indikator/**", lambda rute: rute.abort())
    context.set_offline(False)

    masuk_sebagai(rekan)
    halaman.goto(alamat(live_server, pohon))

    expect(halaman.locator("#simpan")).to_have_text("Semua tersimpan")
    expect(sel(halaman, sub, "2026")).to_have_text("")


def test_what_waits_keeps_the_year_it_was_typed_for(halaman, context, live_server, pohon, sub):
    context.set_offline(True)
    ketik(halaman, sub, "pagu", "7.000.000", "Tab")
    expect(halaman.locator(".sel--tunggu")).to_have_count(1)

    halaman.route("**/simpul/*/?*", lambda rute: rute.abort())
    context.set_offline(False)
    halaman.goto(alamat(live_server, pohon).replace("2025", "2026"))
    expect(halaman.locator("#simpan")).to_contain_text("Tanpa sambungan. 1 ketikan")
    halaman.unroute("**/simpul/*/?*")
    halaman.evaluate("dispatchEvent(new Event('online'))")

    tunggu_tersimpan(halaman)
    assert sub.pagu.get().tahun == 2025
    assert sub.pagu.get().nilai == 7_000_000
    expect(sel(halaman, sub, "pagu")).to_have_text("isi")


def test_text_for_a_box_that_is_gone_can_be_read_and_given_up(
    halaman, pohon, sub, rekan, context, live_server
):
    context.set_offline(True)
    ketik(halaman, sub, "kode", "1.2.3")
    expect(halaman.locator(".sel--tunggu")).to_have_count(1)
    pohon.hapus(sub, oleh=rekan, pada=PADA)

    context.set_offline(False)
    halaman.goto(alamat(live_server, pohon))
    halaman.get_by_role("button", name="Tampilkan").click()
    expect(halaman.locator("#pesan-sel")).to_contain_text("Ketikan Anda: “1.2.3”")
    expect(halaman.locator("#pesan-sel")).to_contain_text("sudah dihapus orang lain")
    halaman.get_by_role("button", name="Buang ketikan ini").click()

    expect(halaman.locator("#simpan")).to_have_text("Semua tersimpan")
    assert menunggu(halaman) == []
