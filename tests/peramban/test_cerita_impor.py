"""The story: a newcomer imports the Kotim renja, prints it, and undoes it with one click."""

import io
from pathlib import Path

import openpyxl
import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from kinerja.contoh.orang import SANDI
from kinerja.models import Pekerjaan, SesiImpor
from laporan.pekerjaan import kerjakan
from tests.kinerja.impor_uji import KOTIM
from tests.peramban.aksesibilitas import pelanggaran

JUMLAH = 6_312_818_993
TEMUAN = {
    "ANGKA_TIDAK_TERBACA": "2 angka tidak terbaca H43, H62",
    "PAGU_TIDAK_COCOK": "4 jumlah tidak cocok H17, H38, H39, H57",
    "PAGU_TAK_TERVERIFIKASI": "2 jumlah belum dapat diperiksa H42, H59",
}
USUL = (
    ("H43", "Pakai 32.400.000"),
    ("H62", "Pakai 13.298.000"),
    ("H23", "Pakai 271.000 di H23"),
    ("H58", "Pakai 65.510.000 di H58"),
    ("H39", "Pakai 150.000.000"),
)
TELEPON = {"width": 390, "height": 844}


@pytest.fixture
def demo(transactional_db):
    call_command("muat_contoh", stdout=io.StringIO())


@pytest.fixture
def latihan(demo, page, live_server) -> Page:
    """The planner of the empty agency, logged in by typing."""
    page.goto(live_server.url)
    page.get_by_label("Nama pengguna").fill("perencana-latihan")
    page.get_by_label("Sandi", exact=True).fill(SANDI)
    page.get_by_role("button", name="Masuk").click()
    expect(page.get_by_text("Dinas Sosial (latihan)").first).to_be_visible()
    return page


def unggah(page: Page) -> None:
    if not page.url.endswith("/impor/"):
        page.get_by_role("link", name="Impor Excel").first.click()
    page.get_by_label("Berkas Excel").set_input_files(KOTIM)
    page.get_by_role("radio", name="Dokumen baru").check()
    page.get_by_role("button", name="Unggah dan periksa").click()
    expect(page.get_by_role("heading", name="Pratinjau renja-kotim-2025.xlsx")).to_be_visible()


def bilah(page: Page, kode: str) -> str:
    return page.locator(f"[data-kode={kode}]").inner_text().replace("\n", " ")


def periksa_pratinjau(page: Page) -> None:
    atas = page.locator(".impor-ringkas")
    expect(atas).to_contain_text("6.670.249.993")
    expect(atas).to_contain_text("1 pagu tidak terbaca")
    expect(atas).to_contain_text("7 program · 13 kegiatan · 43 sub kegiatan")
    assert {kode: bilah(page, kode) for kode in TEMUAN} == TEMUAN
    expect(page.get_by_role("button", name="Terapkan")).to_be_disabled()


def terima_usul(page: Page) -> None:
    for sel, tombol in USUL:
        page.get_by_role("button", name=tombol).click()
        expect(page.locator(".impor-putusan")).to_contain_text(sel)
    for kode in TEMUAN:
        expect(page.locator(f"[data-kode={kode}]")).to_have_count(0)


def terapkan(page: Page) -> None:
    page.get_by_role("button", name="Terapkan").click()
    ringkas = page.locator(".impor-ringkas")
    expect(ringkas).to_contain_text("6.312.818.993")
    expect(ringkas).to_contain_text("43 sub kegiatan")


def unduh(page: Page, alamat: str, tombol: str) -> bytes:
    """Ask for a file, let the worker make it, take it."""
    page.goto(alamat)
    page.get_by_role("button", name=tombol).click()
    kerjakan.call(Pekerjaan.objects.latest("pk").pk)
    with page.expect_download() as unduhan:
        page.get_by_role("link", name="Unduh", exact=False).first.click()
    return Path(unduhan.value.path()).read_bytes()


def test_a_newcomer_imports_prints_and_undoes(latihan, live_server):
    unggah(latihan)
    periksa_pratinjau(latihan)
    terima_usul(latihan)
    terapkan(latihan)

    latihan.get_by_role("link", name="Buka dokumennya").click()
    expect(latihan.locator(".kepala-halaman")).to_contain_text("6.312.818.993")

    pohon = SesiImpor.objects.get().pohon
    cetak = f"{live_server.url}/pohon/{pohon.pk}/cascading/?tahun=2025"
    pdf = unduh(latihan, cetak, "Unduh PDF")
    assert "6.312.818.993" in "".join(h.extract_text() for h in PdfReader(io.BytesIO(pdf)).pages)
    xlsx = openpyxl.load_workbook(io.BytesIO(unduh(latihan, cetak, "Unduh Excel")))
    sel = {s.value for ws in xlsx for b in ws.iter_rows() for s in b}
    assert JUMLAH in sel

    latihan.goto(f"{live_server.url}/impor/{SesiImpor.objects.get().pk}/")
    latihan.get_by_role("button", name="Batalkan impor ini").click()
    expect(latihan.get_by_text("Impor dibatalkan").first).to_be_visible()
    latihan.get_by_role("link", name="Dokumen perencanaan").first.click()
    expect(latihan.get_by_text("Belum ada dokumen perencanaan")).to_be_visible()
    latihan.get_by_role("link", name="1 dokumen kosong").click()
    latihan.get_by_role("link", name="Cascading", exact=True).click()
    assert latihan.url == f"{live_server.url}/pohon/{pohon.pk}/"
    expect(latihan.get_by_text("Dokumen ini masih kosong")).to_be_visible()


def test_the_story_needs_no_javascript(latihan, browser, context, live_server):
    polos = browser.new_context(java_script_enabled=False, locale="id-ID")
    polos.add_cookies(context.cookies())
    page = polos.new_page()
    page.goto(live_server.url)

    unggah(page)
    periksa_pratinjau(page)
    terima_usul(page)
    terapkan(page)
    page.get_by_role("button", name="Batalkan impor ini").click()

    expect(page.get_by_text("Impor dibatalkan").first).to_be_visible()
    polos.close()


def test_decisions_keep_the_place_and_are_told(latihan):
    unggah(latihan)
    latihan.mouse.wheel(0, 400)
    latihan.wait_for_function("window.scrollY > 100")

    latihan.get_by_role("button", name="Pakai 13.298.000").click()

    berikut = latihan.locator(".impor-kartu li.kartu").nth(1)
    expect(berikut).to_be_focused()
    expect(berikut).to_have_attribute("aria-describedby", "sisa-putusan")
    expect(latihan.locator(".impor-terapkan p")).to_have_text("1 galat belum diputuskan.")
    assert latihan.evaluate("window.scrollY") > 100


def test_a_cell_is_retyped_where_it_stands(latihan):
    unggah(latihan)

    latihan.get_by_title("Perbaiki H62").click()
    latihan.get_by_label("Isi H62 dengan").first.fill("13.298.000")
    latihan.get_by_role("button", name="Simpan").first.click()

    expect(latihan.locator(".impor-putusan")).to_contain_text("H62")


def test_the_form_shows_the_half_that_is_needed(latihan, live_server):
    latihan.goto(f"{live_server.url}/impor/")
    expect(latihan.get_by_label("Periode")).to_be_visible()
    expect(latihan.get_by_label("Dokumen", exact=True)).to_be_hidden()

    latihan.get_by_role("radio", name="Dokumen yang sudah ada").check()

    expect(latihan.get_by_label("Periode")).to_be_hidden()
    expect(latihan.get_by_label("Dokumen", exact=True)).to_be_visible()


@pytest.mark.parametrize("telepon", [False, True])
def test_no_page_of_the_import_has_accessibility_faults(latihan, live_server, telepon):
    if telepon:
        latihan.set_viewport_size(TELEPON)
    latihan.goto(f"{live_server.url}/impor/")
    assert pelanggaran(latihan) == []
    unggah(latihan)
    assert pelanggaran(latihan) == []
    for rincian in latihan.locator("details.impor-lipat > summary").all():
        rincian.click()
    terima_usul(latihan)
    assert pelanggaran(latihan) == []
    assert latihan.evaluate("document.documentElement.scrollWidth <= innerWidth")
    terapkan(latihan)
    assert pelanggaran(latihan) == []
