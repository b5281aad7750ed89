"""The shape of the tree by keyboard, by mouse and by dialog; each leads to the same tree."""

import pytest
from playwright.sync_api import expect

from kinerja import kaitan
from kinerja.models import Riwayat
from kinerja.pilihan import JenisPohon, Jenjang
from tests.factories import PADA, buat_pohon
from tests.peramban.aksesibilitas import pelanggaran
from tests.peramban.pohon_uji import alamat, isi_pohon
from tests.peramban.sunting_uji import ke_sel, ketik, sel, tempel, tunggu_tersimpan


@pytest.fixture
def sub(jalur):
    return jalur[Jenjang.SUB_KEGIATAN]


@pytest.fixture
def lain(pohon, jalur, perencana):
    """A second kegiatan with a place for what is moved."""
    isi_pohon(pohon, jalur, perencana)
    return pohon.tambah(
        induk=jalur[Jenjang.PROGRAM], jenjang=Jenjang.KEGIATAN, nama="Pemulangan", oleh=perencana,
        pada=PADA,
    )  # fmt: skip


@pytest.fixture
def halaman(page, live_server, pohon, lain, perencana, masuk_sebagai):
    masuk_sebagai(perencana)
    page.set_viewport_size({"width": 1366, "height": 1000})
    page.goto(alamat(live_server, pohon))
    return page


def tekan(page, *tombol: str) -> None:
    for satu in tombol:
        page.keyboard.press(satu)


def susunan(pohon) -> list[tuple[int, str]]:
    return [(s.level, s.sebutan) for s in pohon.simpul.filter(level__gt=0).order_by("lft")]


def nama(page) -> list[str]:
    return page.locator("tbody tr .nm").all_text_contents()


def seret(page, dari, ke, bagian=0.5) -> None:
    awal, akhir = dari.bounding_box(), ke.bounding_box()
    page.mouse.move(awal["x"] + 8, awal["y"] + 8)
    page.mouse.down()
    page.mouse.move(akhir["x"] + 40, akhir["y"] + akhir["height"] * bagian, steps=6)


def test_drag_keyboard_and_dialog_lead_to_the_same_tree(halaman, pohon, sub, lain):
    semula = susunan(pohon)
    cip = sel(halaman, sub, "uraian").locator(".cip")

    seret(halaman, cip, sel(halaman, lain, "uraian"))
    expect(halaman.locator(".bayangan")).to_have_text(
        "Penyediaan Permakanan → ke dalam “Pemulangan”"
    )
    halaman.mouse.up()
    expect(halaman.locator("#suara")).to_contain_text("dipindahkan di bawah “Pemulangan”")
    dengan_seret = susunan(pohon)
    assert dengan_seret != semula
    tekan(halaman, "Control+z")
    expect(halaman.get_by_role("button", name="Urungkan")).to_be_disabled()
    assert susunan(pohon) == semula

    ke_sel(halaman, sub, "uraian")
    tekan(halaman, "Alt+Shift+M")
    dialog = halaman.get_by_role("dialog")
    expect(dialog).to_contain_text("beserta 2 indikator dengan targetnya, pagu 537.478.630")
    expect(dialog.locator("li")).to_have_text(
        ["Kegiatan: Rehabilitasi Sosial Dasar (induk sekarang)", "Kegiatan: Pemulangan"]
    )
    assert pelanggaran(halaman) == []
    halaman.keyboard.type("pemul")
    expect(dialog.locator("li")).to_have_count(1)
    dialog.get_by_role("button", name="Kegiatan: Pemulangan").click()
    expect(halaman.locator("#suara")).to_contain_text("dipindahkan di bawah “Pemulangan”")
    expect(sel(halaman, sub, "uraian")).to_be_focused()
    assert susunan(pohon) == dengan_seret
    tekan(halaman, "Control+z")
    expect(halaman.get_by_role("button", name="Urungkan")).to_be_disabled()
    assert susunan(pohon) == semula


def test_alt_shift_and_arrows_move_among_siblings(halaman, pohon, jalur, lain):
    semula = susunan(pohon)
    ke_sel(halaman, lain, "pagu")

    tekan(halaman, "Alt+Shift+ArrowUp")
    expect(halaman.locator("#suara")).to_contain_text("urutan 1 dari 2")
    expect(sel(halaman, lain, "pagu")).to_be_focused()
    program = type(lain).objects.get(pk=jalur[Jenjang.PROGRAM].pk)
    assert program.get_children().order_by("lft").first() == lain

    tekan(halaman, "Alt+Shift+ArrowDown")
    expect(halaman.locator("#suara")).to_contain_text("urutan 2 dari 2")
    assert susunan(pohon) == semula

    tekan(halaman, "Alt+Shift+ArrowDown")
    expect(halaman.locator("#suara")).to_contain_text("Sudah di ujung")
    tekan(halaman, "Alt+Shift+ArrowLeft")
    expect(halaman.locator("#pesan-sel p")).to_have_text(
        "Kegiatan hanya dapat berada di bawah Program."
    )


def test_dragging_refuses_what_the_levels_forbid(halaman, pohon, jalur, sub):
    semula = susunan(pohon)

    seret(halaman, sel(halaman, sub, "uraian").locator(".cip"),
          sel(halaman, jalur[Jenjang.SASARAN], "uraian"))  # fmt: skip
    expect(halaman.locator(".bayangan--tolak")).to_have_text(
        "Sub kegiatan hanya dapat berada di bawah Kegiatan."
    )
    assert pelanggaran(halaman) == []
    halaman.mouse.up()

    expect(halaman.locator(".bayangan")).to_have_count(0)
    assert susunan(pohon) == semula


def test_boxes_are_typed_one_after_the_other(halaman, pohon, lain):
    ke_sel(halaman, lain, "uraian")
    tekan(halaman, "Control+Shift+Enter")
    expect(halaman.get_by_label("Sub kegiatan baru")).to_be_focused()
    assert pelanggaran(halaman) == []
    halaman.keyboard.type("Pemulangan orang terlantar")
    tekan(halaman, "Enter")
    expect(halaman.locator("#suara")).to_contain_text("“Pemulangan orang terlantar” ditambahkan")
    expect(halaman.get_by_label("Sub kegiatan baru")).to_be_focused()
    halaman.keyboard.type("Penampungan sementara")
    tekan(halaman, "Enter")
    expect(halaman.locator("#suara")).to_contain_text("“Penampungan sementara” ditambahkan")
    tekan(halaman, "Enter")

    expect(halaman.locator("tr.baru")).to_have_count(0)
    anak = type(lain).objects.get(pk=lain.pk).get_children().order_by("lft")
    assert [s.nama for s in anak] == ["Pemulangan orang terlantar", "Penampungan sementara"]
    tekan(halaman, "Control+z", "Control+z")
    expect(halaman.get_by_role("button", name="Urungkan")).to_be_disabled()
    assert not type(lain).objects.get(pk=lain.pk).get_children().exists()


def test_tab_changes_the_level_of_a_new_box(halaman, lain):
    ke_sel(halaman, lain, "uraian")
    tekan(halaman, "Control+Enter")
    halaman.keyboard.type("Baru")
    expect(halaman.get_by_label("Kegiatan baru")).to_be_focused()

    tekan(halaman, "Tab")
    expect(halaman.get_by_label("Sub kegiatan baru")).to_have_value("Baru")
    tekan(halaman, "Shift+Tab", "Shift+Tab")
    expect(halaman.get_by_label("Program baru")).to_have_value("Baru")
    tekan(halaman, "Escape")

    expect(halaman.locator("tr.baru")).to_have_count(0)


def test_twenty_pasted_lines_are_twenty_siblings(halaman, pohon, sub, lain):
    ke_sel(halaman, sub, "uraian")
    tekan(halaman, "Control+Enter")

    tempel(halaman, "\r\n".join(f"1.06.04.2.01.{n:04d}\tLayanan {n}" for n in range(11, 31)))

    expect(halaman.locator("#suara")).to_contain_text("20 kotak ditambahkan")
    assert Riwayat.objects.latest("nomor").ringkasan == "20 sub kegiatan ditambahkan"
    assert nama(halaman).index("Layanan 11") == nama(halaman).index("Penyediaan Permakanan") + 1
    assert pohon.simpul.get(nama="Layanan 30").kode == "1.06.04.2.01.0030"


def test_enter_on_the_last_field_asks_for_the_next_box(halaman, lain):
    ketik(halaman, lain, "pagu", "5.000")

    expect(halaman.get_by_label("Kegiatan baru")).to_be_focused()
    tekan(halaman, "Escape")
    tunggu_tersimpan(halaman)
    assert lain.klaim_pagu.get().nilai == 5000


def test_a_branch_is_copied_and_deleted_with_a_list(halaman, pohon, jalur):
    kegiatan = jalur[Jenjang.KEGIATAN]
    ke_sel(halaman, kegiatan, "uraian")
    tekan(halaman, "Alt+Shift+G")
    expect(halaman.locator("#pesan-sel")).to_contain_text("digandakan tanpa pagu")
    assert nama(halaman).count("Rehabilitasi Sosial Dasar") == 2

    tekan(halaman, "Control+Delete")
    dialog = halaman.get_by_role("dialog")
    expect(dialog).to_contain_text("“Rehabilitasi Sosial Dasar” beserta 2 sub kegiatan")
    expect(dialog.locator("li").first).to_have_text("Sub kegiatan: Penyediaan Permakanan")
    assert pelanggaran(halaman) == []
    dialog.get_by_role("button", name="Hapus").click()

    expect(halaman.locator("#suara")).to_contain_text("dihapus")
    assert nama(halaman).count("Rehabilitasi Sosial Dasar") == 1
    assert pohon.simpul.filter(nama="Rehabilitasi Sosial Dasar").count() == 1


def test_the_buttons_of_the_drawer_do_the_same(halaman, jalur):
    sel(halaman, jalur[Jenjang.KEGIATAN], "uraian").locator(".nm").click()
    laci = halaman.get_by_role("complementary", name="Rincian")

    laci.get_by_role("link", name="Pindahkan…").click()
    expect(halaman.get_by_role("dialog")).to_contain_text("Pindahkan ke…")
    tekan(halaman, "Escape")
    laci.get_by_text("Tambah", exact=True).click()
    laci.get_by_role("link", name="Turunan di bawahnya").click()

    expect(halaman.get_by_label("Sub kegiatan baru")).to_be_focused()


def test_moving_and_deleting_name_what_other_records_say(halaman, sub, monkeypatch):
    kalimat = "1 perjanjian kinerja memakai kotak ini."
    monkeypatch.setattr(kaitan, "_DAFTAR", {})
    kaitan.daftarkan(kaitan.Kaitan("perjanjian", lambda pohon, simpul: [kalimat]))
    ke_sel(halaman, sub, "uraian")

    tekan(halaman, "Alt+Shift+M")
    expect(halaman.get_by_role("dialog").locator("[data-kaitan] li")).to_have_text([kalimat])
    assert pelanggaran(halaman) == []
    tekan(halaman, "Escape")
    tekan(halaman, "Control+Delete")

    expect(halaman.get_by_role("dialog").locator("li").first).to_have_text(kalimat)


@pytest.fixture
def kondisi(page, live_server, dinas, perencana, masuk_sebagai):
    """Two conditions side by side, on the screen."""
    pohon = buat_pohon(dinas, perencana, JenisPohon.POHON_KINERJA)
    siapa = {"oleh": perencana, "pada": PADA}
    hasil = [
        pohon.tambah(induk=pohon.akar(), jenjang=Jenjang.KONDISI, kinerja=kinerja, **siapa)
        for kinerja in ("Sehat", "Gizi cukup")
    ]
    masuk_sebagai(perencana)
    page.goto(alamat(live_server, pohon))
    return hasil


def test_tab_in_the_code_cell_changes_the_level_and_escape_leaves(page, kondisi):
    atas, bawah = kondisi
    ke_sel(page, bawah, "kode")

    tekan(page, "Tab")
    expect(page.locator("#suara")).to_contain_text("dipindahkan di bawah “Sehat”")
    expect(sel(page, bawah, "kode")).to_be_focused()
    assert type(bawah).objects.get(pk=bawah.pk).induk == atas
    tekan(page, "Shift+Tab")
    expect(page.locator("#suara")).to_contain_text("langsung di bawah dokumen")
    assert type(bawah).objects.get(pk=bawah.pk).level == 1

    tekan(page, "Escape", "Tab")
    expect(page.locator("#pohon :focus")).to_have_count(0)
    assert type(bawah).objects.get(pk=bawah.pk).level == 1


def test_tab_leaves_the_table_where_no_level_may_change(halaman, pohon, jalur, sub):
    semula = susunan(pohon)

    for kelas, tombol in (("kode", "Tab"), ("kode", "Shift+Tab"), ("uraian", "Tab")):
        ke_sel(halaman, sub, kelas)
        tekan(halaman, tombol)
        expect(sel(halaman, sub, kelas)).not_to_be_focused()

    assert susunan(pohon) == semula
