"""Blocks of cells: selected, copied, pasted with one bad cell, filled down, emptied, undone."""

import pytest
from playwright.sync_api import expect

from kinerja.models import Riwayat
from kinerja.pilihan import Jenjang
from tests.peramban.pohon_uji import alamat, isi_pohon
from tests.peramban.sunting_uji import ke_sel, salinan, sel, tempel, tunggu_tersimpan


@pytest.fixture
def sub(jalur):
    return jalur[Jenjang.SUB_KEGIATAN]


@pytest.fixture
def lain(pohon, jalur, perencana):
    isi_pohon(pohon, jalur, perencana)
    return pohon.simpul.get(nama="Penyediaan Sandang")


@pytest.fixture
def halaman(page, live_server, pohon, lain, perencana, masuk_sebagai):
    masuk_sebagai(perencana)
    page.goto(alamat(live_server, pohon))
    return page


def tekan(page, *tombol: str) -> None:
    for satu in tombol:
        page.keyboard.press(satu)


def target(simpul) -> dict[int, str]:
    return dict(simpul.indikator.order_by("urutan").first().target.values_list("tahun", "mentah"))


def test_shift_and_arrows_select_and_copy_writes_what_was_typed(halaman, sub):
    ke_sel(halaman, sub, "ind")
    tekan(halaman, "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowDown")

    expect(halaman.locator("td.terpilih")).to_have_count(6)
    expect(halaman.locator("#suara")).to_have_text("2 baris, 3 kolom dipilih")
    assert salinan(halaman) == "Jumlah orang\tOrang\t55\r\nLama layanan\tHari\t"

    tekan(halaman, "ArrowLeft")
    expect(halaman.locator("td.terpilih")).to_have_count(0)


def test_a_block_from_excel_is_pasted_as_one_step(halaman, sub, pohon):
    pohon.refresh_from_db()
    sebelum = pohon.versi
    ke_sel(halaman, sub, "sat")

    tempel(halaman, "Jiwa\t60\t61,5\r\nBulan\t2\t3\r\n")

    tunggu_tersimpan(halaman)
    expect(halaman.locator(".sel--kirim")).to_have_count(0)
    pohon.refresh_from_db()
    assert pohon.versi == sebelum + 1
    assert Riwayat.objects.latest("nomor").ringkasan == "6 sel ditempel"
    assert target(sub) == {2025: "60", 2026: "61,5"}
    expect(halaman.locator("td.terpilih")).to_have_count(6)

    tekan(halaman, "Control+z")
    expect(sel(halaman, sub, "2025")).to_have_text("55")
    expect(sel(halaman, sub, "sat")).to_have_text("Orang")
    assert target(sub) == {2025: "55"}


def test_one_bad_cell_is_marked_and_nothing_typed_is_lost(halaman, sub, lain, pohon):
    pohon.refresh_from_db()
    sebelum = pohon.versi
    ke_sel(halaman, sub, "pagu")

    tempel(halaman, "1.000.000\r\n\r\n2.000.0000")

    expect(halaman.locator(f"#s{lain.pk} td.pagu.sel--salah.terpilih")).to_have_text("2.000.0000")
    expect(halaman.locator(f"#s{sub.pk} td.pagu.sel--tunggu.terpilih")).to_have_count(1)
    expect(sel(halaman, sub, "pagu").locator(".v")).to_have_text("1.000.000")
    expect(halaman.locator("#simpan")).to_contain_text("1 sel perlu keputusan Anda; 1 sel lain")
    expect(halaman.locator("#pesan-sel")).to_contain_text("2.000.0000")
    pohon.refresh_from_db()
    assert pohon.versi == sebelum

    halaman.get_by_role("button", name="Tampilkan").click()
    expect(sel(halaman, lain, "pagu")).to_be_focused()
    halaman.keyboard.type("2.000.000")
    tekan(halaman, "Enter")

    tunggu_tersimpan(halaman)
    expect(halaman.locator(".sel--tunggu, .sel--salah, .sel--kirim")).to_have_count(0)
    assert [sub.pagu.get().nilai, lain.pagu.get().nilai] == [1_000_000, 2_000_000]
    assert Riwayat.objects.latest("nomor").nomor == sebelum + 1


def test_a_whole_row_of_an_empty_box_is_pasted(halaman, lain):
    ke_sel(halaman, lain, "ind")

    tempel(halaman, "Jumlah paket sandang\tPaket\t10\t11\t12")

    tunggu_tersimpan(halaman)
    expect(halaman.locator(".sel--kirim")).to_have_count(0)
    indikator = lain.indikator.get()
    assert (indikator.teks, indikator.satuan) == ("Jumlah paket sandang", "Paket")
    assert target(lain) == {2025: "10", 2026: "11", 2027: "12"}


def test_a_quoted_cell_keeps_its_line_break(halaman, sub):
    ke_sel(halaman, sub, "ind")

    tempel(halaman, '"Jumlah ""lansia""\nyang dilayani"')

    tunggu_tersimpan(halaman)
    assert sub.indikator.order_by("urutan").first().teks == 'Jumlah "lansia"\nyang dilayani'
    assert salinan(halaman) == '"Jumlah ""lansia""\nyang dilayani"'


def test_one_value_fills_the_whole_block_and_delete_empties_it(halaman, sub):
    ke_sel(halaman, sub, "2025")
    tekan(halaman, "Shift+ArrowRight", "Shift+ArrowRight")
    tempel(halaman, "9")
    tunggu_tersimpan(halaman)
    assert target(sub) == {2025: "9", 2026: "9", 2027: "9"}

    tekan(halaman, "Delete")
    expect(sel(halaman, sub, "2027")).to_have_text("")
    expect(halaman.locator(".sel--kirim")).to_have_count(0)
    tunggu_tersimpan(halaman)
    assert target(sub) == {}
    assert Riwayat.objects.latest("nomor").ringkasan == "3 sel dikosongkan"


def test_fill_down_takes_the_first_row(halaman, jalur, sub):
    kegiatan = jalur[Jenjang.KEGIATAN]
    ke_sel(halaman, kegiatan, "2025")
    tekan(halaman, "Shift+ArrowDown", "Shift+ArrowDown", "Control+d")

    expect(halaman.locator(".sel--kirim")).to_have_count(0)
    tunggu_tersimpan(halaman)
    kedua = sub.indikator.get(urutan=2)
    assert kedua.target.get(tahun=2025).mentah == "55"
    assert Riwayat.objects.latest("nomor").ringkasan.startswith("Target 2025")

    ke_sel(halaman, sub, "sat")
    tekan(halaman, "ArrowDown", "Control+d")
    expect(halaman.locator(".sel--kirim")).to_have_count(0)
    kedua.refresh_from_db()
    assert kedua.satuan == "Orang"


def test_dragging_selects_a_block(halaman, sub):
    sel(halaman, sub, "2025").scroll_into_view_if_needed()
    awal = sel(halaman, sub, "2025").bounding_box()
    akhir = sel(halaman, sub, "2027").bounding_box()
    halaman.mouse.move(awal["x"] + 20, awal["y"] + 12)
    halaman.mouse.down()
    halaman.mouse.move(akhir["x"] + 20, akhir["y"] + 12, steps=4)
    halaman.mouse.up()

    expect(halaman.locator("td.terpilih")).to_have_count(3)
    expect(sel(halaman, sub, "2025")).to_be_focused()
    expect(halaman.locator(".sunting")).to_have_count(0)


def test_cells_that_take_nothing_are_counted(halaman, sub):
    ke_sel(halaman, sub, "2025")
    tekan(halaman, "ArrowDown", "Home")

    tempel(halaman, "1\t2\tLama pelayanan")

    expect(halaman.locator("#suara")).to_contain_text("2 sel tidak dapat diisi di sini.")
    tunggu_tersimpan(halaman)
    assert sub.indikator.get(urutan=2).teks == "Lama pelayanan"


def test_ctrl_and_an_arrow_go_to_the_edge_of_what_is_filled(halaman, sub):
    ke_sel(halaman, sub, "ind")

    tekan(halaman, "Control+ArrowRight")

    expect(sel(halaman, sub, "2025")).to_be_focused()
