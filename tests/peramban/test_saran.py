"""Proposals while somebody types into a cell."""

import pytest
from playwright.sync_api import expect

from kinerja.models import Riwayat
from kinerja.pilihan import Jenjang
from tests.kinerja.test_saran import versi  # noqa: F401  a fixture
from tests.peramban.aksesibilitas import pelanggaran
from tests.peramban.pohon_uji import alamat, isi_pohon
from tests.peramban.sunting_uji import ke_sel, sel, tunggu_tersimpan


@pytest.fixture
def halaman(page, live_server, pohon, jalur, perencana, masuk_sebagai, versi):  # noqa: F811
    isi_pohon(pohon, jalur, perencana)
    masuk_sebagai(perencana)
    page.goto(alamat(live_server, pohon))
    return page


def test_an_official_row_fills_code_name_sentence_indicator_and_unit(halaman, pohon):
    sandang = pohon.simpul.get(nama="Penyediaan Sandang")
    ke_sel(halaman, sandang, "uraian")
    halaman.keyboard.type("sandang")
    daftar = halaman.get_by_role("listbox", name="Saran")
    expect(daftar.get_by_role("option")).to_have_text(["1.06.04.2.01.0002 Penyediaan Sandang"])
    assert pelanggaran(halaman) == []

    halaman.keyboard.press("ArrowDown")
    expect(daftar.get_by_role("option", selected=True)).to_have_count(1)
    halaman.keyboard.press("Enter")

    tunggu_tersimpan(halaman)
    expect(halaman.locator(".sel--kirim")).to_have_count(0)
    expect(halaman.get_by_role("listbox")).to_have_count(0)
    sandang.refresh_from_db()
    indikator = sandang.indikator.get()
    assert (sandang.kode, sandang.kinerja) == ("1.06.04.2.01.0002", "Kinerja Penyediaan Sandang")
    assert (indikator.teks, indikator.satuan) == ("Jumlah Penyediaan Sandang", "Orang")
    assert Riwayat.objects.latest("nomor").ringkasan == "4 sel diisi dari nomenklatur"


def test_escape_closes_the_list_before_the_cell(halaman, jalur):
    ke_sel(halaman, jalur[Jenjang.SUB_KEGIATAN], "kode")
    halaman.keyboard.type("1.06.04")
    expect(halaman.locator(".saran li")).to_have_count(2)

    halaman.keyboard.press("Escape")
    expect(halaman.get_by_role("listbox")).to_have_count(0)
    expect(halaman.get_by_role("combobox", name="Kode, Penyediaan Permakanan")).to_be_focused()

    halaman.keyboard.press("Escape")
    expect(halaman.locator(".sunting")).to_have_count(0)


def test_a_unit_in_use_is_taken_by_mouse(halaman, jalur):
    sub = jalur[Jenjang.SUB_KEGIATAN]
    ke_sel(halaman, sub, "sat")
    halaman.keyboard.type("ha")
    halaman.locator(".saran li", has_text="Hari").click()
    halaman.keyboard.press("Enter")

    tunggu_tersimpan(halaman)
    expect(sel(halaman, sub, "sat")).to_have_text("Hari")


def test_a_new_box_is_taken_from_the_list(halaman, pohon, jalur):
    ke_sel(halaman, jalur[Jenjang.SUB_KEGIATAN], "uraian")
    halaman.keyboard.press("Control+Enter")
    halaman.keyboard.type("penyediaan sandang")
    halaman.locator(".saran li").first.click()

    expect(halaman.get_by_label("Sub kegiatan baru")).to_be_focused()
    halaman.keyboard.press("Escape")
    tunggu_tersimpan(halaman)
    baru = pohon.simpul.get(kode="1.06.04.2.01.0002")
    assert baru.nama == "Penyediaan Sandang"
    assert baru.indikator.get().satuan == "Orang"
