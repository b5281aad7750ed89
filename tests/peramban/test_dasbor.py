"""The dashboards and what waits for somebody: axe, small screens, dark, no script."""

import pytest
from playwright.sync_api import expect

from kinerja.pilihan import Jenjang
from tests.factories import PADA
from tests.kinerja.ukur_uji import buat_terukur, ukur
from tests.peramban.aksesibilitas import pelanggaran


@pytest.fixture
def terukur(transactional_db, pohon, jalur, perencana):
    """Values in several bands, one far above its target; a line; money; a document in the queue."""
    siapa = {"oleh": perencana}
    for n, teks in enumerate(("5", "20", "24", "90", "0")):
        ukur(pohon, buat_terukur(pohon, jalur, perencana, teks=f"Jumlah {n}"), teks, **siapa)
    tujuan = pohon.tambah_indikator(
        jalur[Jenjang.TUJUAN], teks="Indeks kesejahteraan sosial", satuan="Indeks", pada=PADA,
        utama=True, **siapa,
    )  # fmt: skip
    for tahun, teks in ((2025, "60"), (2026, "62"), (2028, "65")):
        pohon.isi_target(tujuan, teks, tahun=tahun, pada=PADA, **siapa)
    ukur(pohon, tujuan, "59", triwulan=4, **siapa)
    sub = jalur[Jenjang.SUB_KEGIATAN]
    pohon.isi_pagu(sub, "1.000.000.000", tahun=2025, pada=PADA, **siapa)
    ukur(pohon, sub, "400.000.000", medan="anggaran", **siapa)
    pohon.refresh_from_db()
    pohon.ajukan(versi=pohon.versi, galat=0, pada=PADA, **siapa)
    return pohon


@pytest.mark.parametrize("lebar", [1366, 390])
def test_the_pages_are_accessible_and_fit(
    page, masuk_sebagai, live_server, evaluator, kepala, terukur, lebar
):
    lembaga = terukur.perangkat_daerah_id
    masuk_sebagai(evaluator)
    page.set_viewport_size({"width": lebar, "height": 850})
    salah = {}
    for alamat in ("dasbor/?tahun=2025&triwulan=1", f"dasbor/{lembaga}/?tahun=2025&triwulan=4",
                   f"dasbor/{lembaga}/?tahun=2025&triwulan=1&jenjang=PROGRAM"):  # fmt: skip
        page.goto(f"{live_server.url}/{alamat}")
        salah[alamat] = pelanggaran(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= lebar, alamat
    masuk_sebagai(kepala)
    page.goto(f"{live_server.url}/pekerjaan-saya/")
    expect(page.get_by_role("heading", name="Menunggu keputusan Anda")).to_be_visible()
    salah["pekerjaan-saya"] = pelanggaran(page)

    assert page.evaluate("document.documentElement.scrollWidth") <= lebar
    assert {k: v for k, v in salah.items() if v} == {}


def test_a_number_leads_to_its_cell_without_a_script(
    browser, context, masuk_sebagai, live_server, evaluator, terukur
):
    masuk_sebagai(evaluator)
    polos = browser.new_context(java_script_enabled=False, storage_state=context.storage_state())
    page = polos.new_page()
    page.goto(f"{live_server.url}/dasbor/?tahun=2025&triwulan=1")
    page.locator("table a", has_text=terukur.perangkat_daerah.nama).click()
    page.get_by_role("link", name="Program", exact=True).click()

    page.get_by_role("link", name="Jumlah 3").click()

    expect(page.locator("tr:target")).to_contain_text("Jumlah 3")
