"""The drawer and the finding filters keep the tree in sight and in step."""

import pytest
from playwright.sync_api import expect

from kinerja.models import Simpul
from kinerja.pilihan import Jenjang
from tests.factories import PADA
from tests.peramban.aksesibilitas import pelanggaran
from tests.peramban.pohon_uji import alamat, isi_pohon


@pytest.fixture
def panjang(page, live_server, pohon, jalur, perencana, masuk_sebagai):
    """More rows than a screen holds, with names that wrap when the table gets narrower."""
    isi_pohon(pohon, jalur, perencana)
    nama = "Penyediaan layanan rehabilitasi sosial dasar bagi penyandang disabilitas terlantar"
    for n in range(40):
        pohon.tambah(
            induk=jalur[Jenjang.KEGIATAN], jenjang=Jenjang.SUB_KEGIATAN, nama=f"{nama} {n}",
            oleh=perencana, pada=PADA,
        )  # fmt: skip
    masuk_sebagai(perencana)
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(alamat(live_server, pohon))
    return page


def di_layar(page, pk: int) -> bool:
    return page.evaluate(
        """(id) => {
        const baris = document.getElementById(id).getBoundingClientRect();
        const wadah = document.getElementById('pohon').getBoundingClientRect();
        return baris.top >= wadah.top && baris.bottom <= wadah.bottom + 1 }""",
        f"s{pk}",
    )


def test_the_chosen_row_stays_on_the_screen(panjang, pohon):
    pk = Simpul.objects.get(pohon=pohon, nama__endswith="terlantar 30").pk
    panjang.locator(f"#s{pk} .nm").scroll_into_view_if_needed()

    panjang.locator(f"#s{pk} .nm").click()
    expect(panjang.locator("#rinci")).to_be_visible()
    panjang.wait_for_timeout(200)
    assert di_layar(panjang, pk)

    panjang.keyboard.press("Escape")
    panjang.wait_for_timeout(200)
    assert di_layar(panjang, pk)


def test_a_filtered_box_opens_with_one_click(panjang, jalur):
    kegiatan = panjang.locator(f"#s{jalur[Jenjang.KEGIATAN].pk}")
    panjang.get_by_role("link", name="1 pagu tertulis tidak sama").click()
    expect(panjang.locator("tbody tr:visible .nm")).to_have_count(4)
    expect(kegiatan).to_have_attribute("aria-expanded", "false")

    kegiatan.locator(".sendi").click()

    expect(kegiatan).to_have_attribute("aria-expanded", "true")
    expect(panjang.locator("tbody tr:visible .nm")).to_have_count(46)


def test_the_theme_button_shows_what_it_leads_to(panjang):
    matahari, bulan = panjang.locator(".ikon--matahari"), panjang.locator(".ikon--bulan")
    panjang.emulate_media(color_scheme="light")
    expect(bulan).to_be_visible()
    expect(matahari).to_be_hidden()

    panjang.emulate_media(color_scheme="dark")

    expect(matahari).to_be_visible()
    expect(bulan).to_be_hidden()


def test_older_events_come_in_the_drawer(panjang, pohon, jalur, perencana):
    kegiatan = jalur[Jenjang.KEGIATAN]
    for n in range(9):
        pohon.ubah(kegiatan, {"lokasi": f"Tempat {n}"}, oleh=perencana, pada=PADA)
    panjang.locator(f"#s{kegiatan.pk} .nm").click()
    jejak = panjang.locator("#rinci .jejak time")
    expect(jejak).to_have_count(6)

    panjang.get_by_role("button", name="Lebih lama").click()

    expect(jejak).to_have_count(12)
    expect(panjang.locator("#rinci .jejak > li").nth(6)).to_be_focused()
    assert pelanggaran(panjang) == []
