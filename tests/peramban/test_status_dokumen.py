"""Cerita: a planner submits, the head returns and approves, on a phone; then a perubahan."""

import pytest
from playwright.sync_api import expect

from kinerja.models import Pohon
from tests.factories import PADA
from tests.kinerja.salinan_uji import isi_semua
from tests.peramban.aksesibilitas import pelanggaran

TELEPON = {"width": 390, "height": 780}


@pytest.fixture
def dokumen(pohon, jalur, dinas, perencana):
    isi_semua(pohon, jalur, dinas, {"oleh": perencana, "pada": PADA})
    return pohon


def buka(page, live_server, pohon, halaman="status/"):
    page.goto(f"{live_server.url}/pohon/{pohon.pk}/{halaman}")


def lebar_wajar(page):
    """Nothing sticks out at the side."""
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_ladder_on_a_phone(page, live_server, masuk_sebagai, dokumen, perencana, kepala):
    page.set_viewport_size(TELEPON)
    masuk_sebagai(perencana)
    buka(page, live_server, dokumen, "")
    page.get_by_text("Lainnya").click()
    page.get_by_role("link", name="Status").click()
    page.get_by_role("button", name="Ajukan").click()
    expect(page.get_by_text("Dokumen diajukan.")).to_be_visible()
    expect(page.locator("[aria-current=step]")).to_have_text("Diajukan")

    masuk_sebagai(kepala)
    buka(page, live_server, dokumen)
    page.get_by_label("Alasan dikembalikan").fill("Target 2027 belum diisi.")
    page.get_by_role("button", name="Kembalikan").click()
    expect(page.get_by_text("Dokumen dikembalikan.")).to_be_visible()

    masuk_sebagai(perencana)
    buka(page, live_server, dokumen, "")
    expect(page.get_by_text("Target 2027 belum diisi.")).to_be_visible()
    page.get_by_role("link", name="Lihat status dan ajukan lagi").click()
    page.get_by_role("button", name="Ajukan").click()

    masuk_sebagai(kepala)
    buka(page, live_server, dokumen)
    page.get_by_role("button", name="Setujui").click()
    expect(page.locator("[aria-current=step]")).to_have_text("Disetujui")
    assert lebar_wajar(page)
    assert Pohon.objects.get(pk=dokumen.pk).status == "DISETUJUI"


def test_it_works_without_javascript(browser, page, live_server, masuk_sebagai, dokumen, perencana):
    masuk_sebagai(perencana)
    with browser.new_context(java_script_enabled=False) as tanpa_js:
        tanpa_js.add_cookies(page.context.cookies())
        sendiri = tanpa_js.new_page()
        buka(sendiri, live_server, dokumen)
        sendiri.get_by_role("button", name="Ajukan").click()
        expect(sendiri.get_by_text("Dokumen diajukan.")).to_be_visible()

        buka(sendiri, live_server, dokumen, "salinan/")
        sendiri.get_by_label("Judul").fill("Belanja Wajib")
        sendiri.get_by_label("Ganti kata").fill("sosial => pendidikan")
        sendiri.get_by_role("button", name="Periksa dahulu").click()
        expect(sendiri.get_by_text("kalimat berubah katanya")).to_be_visible()
        sendiri.get_by_role("button", name="Salin", exact=True).click()
        expect(sendiri.get_by_text("Dokumen disalin.")).to_be_visible()

        sendiri.get_by_role("link", name="Status").click()
        sendiri.get_by_role("link", name="Lihat perbedaan").click()
        expect(sendiri.get_by_role("heading", name="Isi yang berubah")).to_be_visible()


def test_a_perubahan_is_opened_changed_and_compared(
    page, live_server, masuk_sebagai, dokumen, perencana
):
    Pohon.objects.update(status="DISETUJUI")
    masuk_sebagai(perencana)
    buka(page, live_server, dokumen)
    page.get_by_role("button", name="Buka perubahan").click()
    expect(page.get_by_text("Perubahan dibuka sebagai edisi 2.")).to_be_visible()
    baru = Pohon.objects.get(edisi=2)
    program = baru.simpul.get(jenjang="PROGRAM")
    baru.ubah(program, {"nama": "Program Perlindungan"}, oleh=perencana, pada=PADA)

    buka(page, live_server, baru)
    page.get_by_role("link", name="Lihat perbedaan").click()

    baris = page.get_by_role("row", name="Program Perlindungan")
    expect(baris.get_by_text("Program Rehabilitasi Sosial", exact=True)).to_be_visible()


@pytest.mark.parametrize("lebar", [1280, 390])
def test_the_pages_have_no_accessibility_faults(
    page, live_server, masuk_sebagai, dokumen, jalur, dinas, perencana, kepala, lebar
):
    page.set_viewport_size({"width": lebar, "height": 800})
    masuk_sebagai(perencana)
    buka(page, live_server, dokumen)
    page.get_by_role("button", name="Ajukan").click()
    masuk_sebagai(kepala)
    buka(page, live_server, dokumen)
    assert pelanggaran(page) == []
    assert lebar_wajar(page)
    page.get_by_label("Alasan dikembalikan").fill("Perbaiki.")
    page.get_by_role("button", name="Kembalikan").click()
    assert pelanggaran(page) == []
    Pohon.objects.update(status="DISETUJUI", alasan="")
    dokumen.refresh_from_db()
    baru = dokumen.buka_perubahan(oleh=perencana, pada=PADA)
    program = baru.simpul.get(jenjang="PROGRAM")
    baru.ubah(program, {"nama": "Program Perlindungan"}, oleh=perencana, pada=PADA)

    masuk_sebagai(perencana)
    for alamat in (
        f"pohon/{dokumen.pk}/status/", f"pohon/{dokumen.pk}/", f"pohon/{baru.pk}/perbedaan/",
        f"pohon/{baru.pk}/salinan/", f"pohon/{baru.pk}/riwayat/?apa=ISI",
        f"simpul/{program.pk}/riwayat/", f"perangkat-daerah/{dinas.pk}/riwayat/",
    ):  # fmt: skip
        page.goto(f"{live_server.url}/{alamat}")
        assert pelanggaran(page) == [], alamat
        assert lebar_wajar(page), alamat
