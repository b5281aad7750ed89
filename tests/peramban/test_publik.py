"""The public page in a browser, without an account: on a phone, in the dark, without a script."""

import pytest

from kinerja.models import Pengaturan
from laporan.models import Dokumen
from laporan.pengesahan import pastikan_cetakan
from tests.kinerja.salinan_uji import setujui
from tests.peramban.aksesibilitas import pelanggaran


@pytest.fixture
def dibuka(transactional_db, pohon, jalur, perencana):
    Pengaturan.objects.create(pemda=pohon.perangkat_daerah.pemda, halaman_publik=True)
    setujui(pohon, perencana)
    dokumen = Dokumen.objects.get()
    pastikan_cetakan(dokumen)
    return dokumen


def test_anybody_finds_and_takes_an_approved_tree(page, live_server, dibuka):
    page.set_viewport_size({"width": 390, "height": 850})
    page.goto(f"{live_server.url}/publik/")
    salah = pelanggaran(page)
    page.get_by_role("link", name="Dinas Sosial").click()
    salah += pelanggaran(page)
    lebar = page.evaluate("document.documentElement.scrollWidth")

    with page.expect_download() as unduhan:
        page.get_by_role("link", name=f"PDF {dibuka.judul}").click()

    assert (salah, lebar) == ([], 390)
    assert unduhan.value.suggested_filename.endswith("dokumen.pdf")
    page.get_by_role("link", name="Arti kolom data").click()
    assert pelanggaran(page) == []
