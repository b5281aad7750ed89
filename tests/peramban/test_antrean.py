"""Typed text on its way: boxes don't wait for each other, one box sends in order."""

import re

import pytest
from playwright.sync_api import expect

from kinerja.models import Pengguna, Riwayat
from kinerja.pilihan import Jenjang
from tests.peramban.pohon_uji import alamat, isi_pohon
from tests.peramban.sunting_uji import ke_sel, ketik, sel, tunggu_tersimpan

KIRIM = ".sel--kirim"


@pytest.fixture
def halaman(page, live_server, pohon, jalur, perencana, masuk_sebagai):
    isi_pohon(pohon, jalur, perencana)
    masuk_sebagai(perencana)
    page.goto(alamat(live_server, pohon))
    return page


@pytest.fixture
def sub(jalur):
    return jalur[Jenjang.SUB_KEGIATAN]


@pytest.fixture
def lain(pohon, halaman):
    return pohon.simpul.get(nama="Penyediaan Sandang")


def tahan(page, alamat: str) -> list:
    """Requests that are kept until they are let go; the first is held, later ones pass."""
    ditahan = []

    def terima(route):
        if ditahan:
            route.continue_()
        else:
            ditahan.append(route)

    page.route(alamat, terima)
    return ditahan


def tunggu(page, ditahan: list) -> None:
    for _ in range(100):
        if ditahan:
            return
        page.wait_for_timeout(50)
    raise AssertionError("No request came.")


def test_a_slow_box_holds_up_nobody_else(halaman, sub, lain):
    ditahan = tahan(halaman, f"**/simpul/{sub.pk}/?*")
    ketik(halaman, sub, "pagu", "5.000.000")
    tunggu(halaman, ditahan)

    ketik(halaman, lain, "pagu", "7.000.000")

    expect(halaman.locator(KIRIM)).to_have_count(1)
    assert lain.pagu.get(tahun=2025).nilai == 7_000_000
    assert sub.pagu.get(tahun=2025).nilai == 537_478_630

    ditahan[0].continue_()
    tunggu_tersimpan(halaman)
    expect(halaman.locator(KIRIM)).to_have_count(0)
    assert sub.pagu.get(tahun=2025).nilai == 5_000_000


def test_one_box_sends_in_order_and_never_conflicts_with_itself(halaman, sub):
    indikator = sub.indikator.first()
    ditahan = tahan(halaman, f"**/indikator/{indikator.pk}/?*")
    ketik(halaman, sub, "2026", "61")
    tunggu(halaman, ditahan)

    ketik(halaman, sub, "2026", "62")
    ketik(halaman, sub, "pagu", "5.000.000")
    expect(halaman.locator(KIRIM)).to_have_count(2)
    assert sub.pagu.get(tahun=2025).nilai == 537_478_630

    ditahan[0].continue_()
    tunggu_tersimpan(halaman)
    assert indikator.target.get(tahun=2026).mentah == "62"
    assert sub.pagu.get(tahun=2025).nilai == 5_000_000
    expect(halaman.locator("dialog[open]")).to_have_count(0)


def test_an_answer_that_comes_late_does_not_draw_old_sums(halaman, pohon, jalur, sub, lain):
    jawaban = []

    def terima(route):
        jawaban.append((route, route.fetch()))

    halaman.route(f"**/simpul/{sub.pk}/?*", terima)
    ketik(halaman, sub, "pagu", "5.000.000")
    tunggu(halaman, jawaban)
    ketik(halaman, lain, "pagu", "7.000.000")
    jumlah = sel(halaman, jalur[Jenjang.KEGIATAN], "pagu")
    expect(jumlah).to_contain_text("12.000.000")

    route, isi = jawaban[0]
    route.fulfill(response=isi)

    expect(halaman.locator(KIRIM)).to_have_count(0)
    expect(jumlah).to_contain_text("12.000.000")
    pohon.refresh_from_db()
    with halaman.expect_request("**/kabar/**") as permintaan:
        pass
    assert f"sejak={pohon.versi}&" in permintaan.value.url


def test_undo_takes_the_newest_event_whatever_came_back_first(halaman, pohon, sub, lain):
    jawaban = []
    halaman.route(f"**/simpul/{sub.pk}/?*", lambda r: jawaban.append((r, r.fetch())))
    ketik(halaman, sub, "pagu", "5.000.000")
    tunggu(halaman, jawaban)
    ketik(halaman, lain, "pagu", "7.000.000")
    expect(halaman.locator(KIRIM)).to_have_count(1)
    jawaban[0][0].fulfill(response=jawaban[0][1])
    tunggu_tersimpan(halaman)

    ke_sel(halaman, lain, "pagu")
    halaman.keyboard.press("Control+z")

    expect(halaman.locator("#suara")).to_have_text("Diurungkan")
    assert (
        Riwayat.objects.latest("nomor").membatalkan.nomor == pohon.riwayat.latest("nomor").nomor - 1
    )
    assert sub.pagu.get(tahun=2025).nilai == 5_000_000


def test_undo_outlives_a_reload_and_ends_with_logout(
    halaman, live_server, pohon, sub, masuk_sebagai
):
    ketik(halaman, sub, "pagu", "5.000.000")
    tunggu_tersimpan(halaman)
    ketik(halaman, sub, "pagu", "6.000.000")
    tunggu_tersimpan(halaman)
    urungkan, ulangi = (halaman.get_by_role("button", name=n) for n in ("Urungkan", "Ulangi"))
    urungkan.click()
    expect(ulangi).to_be_enabled()

    halaman.reload()

    expect(ulangi).to_be_enabled()
    urungkan.click()
    expect(urungkan).to_be_disabled()
    assert sub.pagu.get(tahun=2025).nilai == 537_478_630
    ulangi.click()
    expect(urungkan).to_be_enabled()

    halaman.get_by_label("Menu pengguna").click()
    halaman.get_by_role("button", name="Keluar").click()
    expect(halaman).to_have_url(re.compile("masuk"))
    masuk_sebagai(Pengguna.objects.get(username="perencana"))
    halaman.goto(alamat(live_server, pohon))
    expect(urungkan).to_be_disabled()
    expect(ulangi).to_be_disabled()
