"""Cells of the tree are edited in place, by keyboard and mouse, as in a spreadsheet."""

import pytest
from playwright.sync_api import expect

from kinerja.models import Riwayat
from kinerja.pilihan import Jenjang
from tests.factories import PADA
from tests.peramban.pohon_uji import alamat, isi_pohon
from tests.peramban.sunting_uji import ke_sel, ketik, sel, tunggu_tersimpan


@pytest.fixture
def sub(jalur):
    return jalur[Jenjang.SUB_KEGIATAN]


@pytest.fixture
def halaman(page, live_server, pohon, jalur, perencana, masuk_sebagai):
    isi_pohon(pohon, jalur, perencana)
    masuk_sebagai(perencana)
    page.goto(alamat(live_server, pohon))
    return page


def test_typing_replaces_a_target_and_enter_goes_down(halaman, sub):
    ketik(halaman, sub, "2026", "1.250,5")

    tunggu_tersimpan(halaman)
    expect(sel(halaman, sub, "2026")).to_have_text("1.250,5")
    assert sub.indikator.order_by("urutan").first().target.get(tahun=2026).mentah == "1.250,5"
    lanjutan = halaman.evaluate("document.activeElement.parentNode.className")
    assert "lanjutan" in lanjutan
    assert halaman.evaluate("document.activeElement.dataset.l") == "2026"


def test_f2_keeps_what_stands_there_and_escape_gives_up(halaman, sub):
    ke_sel(halaman, sub, "sat")
    halaman.keyboard.press("F2")
    expect(halaman.locator(".sunting input")).to_have_value("Orang")
    halaman.keyboard.type("Jiwa")
    halaman.keyboard.press("Escape")

    expect(sel(halaman, sub, "sat")).to_have_text("Orang")
    expect(sel(halaman, sub, "sat")).to_be_focused()

    halaman.keyboard.press("F2")
    halaman.keyboard.press("End")
    halaman.keyboard.type(" terlayani")
    halaman.keyboard.press("Tab")

    tunggu_tersimpan(halaman)
    assert sub.indikator.order_by("urutan").first().satuan == "Orang terlayani"
    expect(sel(halaman, sub, "2025")).to_be_focused()


def test_a_cell_with_two_fields_shows_both(halaman, sub):
    ke_sel(halaman, sub, "uraian")
    halaman.keyboard.press("Enter")
    nama = halaman.get_by_label("Nama, Penyediaan Permakanan")
    kinerja = halaman.get_by_label("Kalimat kinerja, Penyediaan Permakanan")
    expect(nama).to_be_focused()

    halaman.keyboard.press("Tab")
    expect(kinerja).to_be_focused()
    halaman.keyboard.type("Tersedianya permakanan")
    halaman.keyboard.press("Enter")

    tunggu_tersimpan(halaman)
    sub.refresh_from_db()
    assert (sub.nama, sub.kinerja) == ("Penyediaan Permakanan", "Tersedianya permakanan")


def test_code_and_number_are_edited_in_the_code_cell(halaman, sub, jalur):
    ketik(halaman, sub, "kode", "1.06.04.2.01.0009")
    tunggu_tersimpan(halaman)
    ketik(halaman, jalur[Jenjang.TUJUAN], "kode", "1")

    expect(sel(halaman, jalur[Jenjang.TUJUAN], "kode")).to_have_text("1")
    expect(halaman.locator(".sel--kirim")).to_have_count(0)
    sub.refresh_from_db()
    jalur[Jenjang.TUJUAN].refresh_from_db()
    assert sub.kode == "1.06.04.2.01.0009"
    assert jalur[Jenjang.TUJUAN].nomor == "1"


def test_money_moves_every_sum_above_and_the_head(halaman, sub, jalur):
    ketik(halaman, sub, "pagu", "1.000.000")

    expect(sel(halaman, jalur[Jenjang.PROGRAM], "pagu").locator(".v")).to_have_text("1.000.000")
    expect(halaman.locator("#keterangan b")).to_have_text("Rp 1.000.000")
    assert sub.pagu.get().nilai == 1_000_000


def test_typing_into_an_empty_indicator_makes_one(halaman, jalur):
    program = jalur[Jenjang.PROGRAM]
    ketik(halaman, program, "ind", "Persentase PPKS tertangani", "Tab")
    expect(halaman.locator(f"#s{program.pk}[data-i='']")).to_have_count(0)
    halaman.keyboard.type("%")
    halaman.keyboard.press("Tab")

    tunggu_tersimpan(halaman)
    expect(halaman.locator(".sel--kirim")).to_have_count(0)
    indikator = program.indikator.get()
    assert (indikator.teks, indikator.satuan) == ("Persentase PPKS tertangani", "%")


def test_delete_empties_and_a_second_click_opens(halaman, sub):
    ke_sel(halaman, sub, "2025")
    halaman.keyboard.press("Delete")
    tunggu_tersimpan(halaman)
    assert not sub.indikator.order_by("urutan").first().target.exists()

    sel(halaman, sub, "sat").click()
    expect(halaman.locator(".sunting")).to_have_count(0)
    sel(halaman, sub, "sat").click()
    expect(halaman.locator(".sunting input")).to_be_focused()
    halaman.locator(".sunting input").click()
    expect(halaman.locator(".sunting input")).to_be_focused()
    halaman.locator(".sunting input").fill("Jiwa")
    sel(halaman, sub, "kode").click()

    tunggu_tersimpan(halaman)
    expect(sel(halaman, sub, "sat")).to_have_text("Jiwa")


def test_a_refused_value_stays_with_its_reason_until_it_is_right(halaman, sub):
    ketik(halaman, sub, "pagu", "32.400.0000", "Tab")

    expect(sel(halaman, sub, "pagu")).to_have_class("n pagu sel--salah")
    expect(sel(halaman, sub, "pagu").locator(".v")).to_have_text("32.400.0000")
    expect(halaman.locator("#pesan-sel")).to_contain_text("Pagu 2025, Penyediaan Permakanan")
    expect(halaman.locator("#simpan")).to_contain_text("1 sel perlu keputusan Anda")

    halaman.get_by_role("button", name="Tampilkan").click()
    expect(sel(halaman, sub, "pagu")).to_be_focused()
    halaman.keyboard.type("32.400.000")
    halaman.keyboard.press("Enter")

    tunggu_tersimpan(halaman)
    assert sub.pagu.get().nilai == 32_400_000


def test_a_refused_value_can_be_given_up(halaman, sub):
    ketik(halaman, sub, "pagu", "banyak", "Tab")
    expect(sel(halaman, sub, "pagu")).to_have_class("n pagu sel--salah")
    halaman.get_by_role("button", name="Tampilkan").click()

    halaman.get_by_role("button", name="Buang ketikan ini").click()

    expect(sel(halaman, sub, "pagu").locator(".v")).to_have_text("537.478.630")
    expect(halaman.locator("#simpan")).to_have_text("Semua tersimpan")


def test_fast_typing_never_conflicts_with_oneself(halaman, sub):
    ke_sel(halaman, sub, "2026")
    for angka in ("1", "2", "3", "4", "5"):
        halaman.keyboard.type(angka)
        halaman.keyboard.press("Enter")
        halaman.keyboard.press("ArrowUp")

    expect(halaman.locator(".sel--kirim")).to_have_count(0)
    tunggu_tersimpan(halaman)
    expect(sel(halaman, sub, "2026")).to_have_text("5")
    assert sub.indikator.order_by("urutan").first().target.get(tahun=2026).mentah == "5"


def test_undo_and_redo_by_key_and_by_button(halaman, sub):
    ketik(halaman, sub, "2026", "77")
    tunggu_tersimpan(halaman)

    halaman.keyboard.press("Control+z")
    expect(sel(halaman, sub, "2026")).to_have_text("")
    expect(halaman.get_by_role("button", name="Urungkan")).to_be_disabled()

    halaman.get_by_role("button", name="Ulangi").click()
    expect(sel(halaman, sub, "2026")).to_have_text("77")
    assert [r.kata_kerja for r in Riwayat.objects.order_by("-nomor")[:3]] == [
        "batalkan", "batalkan", "sunting",
    ]  # fmt: skip


def test_undo_says_why_it_cannot(halaman, sub, pohon, perencana):
    ketik(halaman, sub, "2026", "77")
    tunggu_tersimpan(halaman)
    indikator = sub.indikator.order_by("urutan").first()
    pohon.isi_target(indikator, "78", tahun=2026, oleh=perencana, pada=PADA)

    halaman.keyboard.press("Control+z")

    expect(halaman.locator("#pesan-sel")).to_contain_text("sudah diubah sesudah itu")


def test_readers_see_no_editor(
    page, live_server, pohon, jalur, perencana, evaluator, masuk_sebagai
):
    isi_pohon(pohon, jalur, perencana)
    masuk_sebagai(evaluator)
    page.goto(alamat(live_server, pohon))
    tujuan = ke_sel(page, jalur[Jenjang.SUB_KEGIATAN], "2026")

    page.keyboard.type("7")
    expect(page.locator(".sunting")).to_have_count(0)
    page.keyboard.press("Enter")

    expect(page.locator("#rinci h2")).to_be_visible()
    expect(tujuan).to_have_text("")
