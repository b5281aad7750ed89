"""The tree page with its script as production serves it: one file."""

import pytest
from playwright.sync_api import expect

from config.statis import satukan
from kinerja.pilihan import Jenjang
from tests.berkas import AKAR
from tests.peramban.pohon_uji import alamat, isi_pohon
from tests.peramban.sunting_uji import ketik, tunggu_tersimpan


@pytest.fixture
def halaman(page, live_server, pohon, jalur, perencana, masuk_sebagai):
    isi_pohon(pohon, jalur, perencana)
    masuk_sebagai(perencana)
    satu = satukan("pohon.js", lambda nama: (AKAR / "static/js" / nama).read_text())
    page.route("**/js/pohon.js", lambda r: r.fulfill(body=satu, content_type="text/javascript"))
    page.route("**/js/pohon-*.js", lambda r: r.abort())
    page.goto(alamat(live_server, pohon))
    return page


def test_cells_moves_search_and_undo_work(halaman, pohon, jalur):
    sub = jalur[Jenjang.SUB_KEGIATAN]

    ketik(halaman, sub, "2026", "61")
    tunggu_tersimpan(halaman)
    assert sub.indikator.first().target.get(tahun=2026).mentah == "61"

    halaman.keyboard.press("Control+z")
    expect(halaman.locator("#suara")).to_have_text("Diurungkan")
    assert not sub.indikator.first().target.filter(tahun=2026).exists()

    halaman.keyboard.press("Alt+Shift+ArrowDown")
    expect(halaman.locator("#suara")).to_contain_text("urutan 2 dari 2")

    halaman.locator("#cari").fill("sandang")
    expect(halaman.locator("tbody tr:visible .nm")).to_have_count(5)
