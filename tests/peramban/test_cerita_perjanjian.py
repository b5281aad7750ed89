"""Cerita: a head agrees on a phone in three taps; a planner prepares; anybody verifies."""

import pytest
from playwright.sync_api import expect

from cascading.models import PerjanjianKinerja
from laporan.models import Dokumen
from laporan.pengesahan import pastikan_cetakan
from tests.cascading.perjanjian_uji import TAHUN, isi_kantor
from tests.laporan.perjanjian_uji import akun, diajukan, disahkan
from tests.peramban.aksesibilitas import pelanggaran

TELEPON = {"width": 390, "height": 780}


@pytest.fixture
def kantor(pohon, perencana):
    return isi_kantor(pohon, perencana)


@pytest.fixture
def kadis(kantor):
    return akun(kantor, "kadis")


def lebar_wajar(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_head_agrees_on_a_phone_in_three_taps(page, live_server, masuk_sebagai, kantor, kadis,
                                              perencana):  # fmt: skip
    diajukan(kantor, "kabid_a", perencana)
    diajukan(kantor, "kabid_b", perencana)
    page.set_viewport_size(TELEPON)
    masuk_sebagai(kadis)
    page.goto(live_server.url)

    page.get_by_role("link", name="Perjanjian", exact=True).click()
    assert lebar_wajar(page)
    assert pelanggaran(page) == []
    page.get_by_role("link", name="Kepala Bidang Rehabilitasi").first.click()
    assert lebar_wajar(page)
    page.get_by_role("button", name="Setujui").click()

    expect(page.get_by_text("Kepala Bidang Rehabilitasi disetujui.")).to_be_visible()
    expect(page.get_by_text("Menunggu persetujuan Anda (1)")).to_be_visible()
    page.get_by_role("link", name="Kepala Bidang Pemberdayaan").first.click()
    assert pelanggaran(page) == []
    page.get_by_role("link", name="Kembalikan").click()
    page.get_by_label("Alasan dikembalikan").fill("Target terlalu rendah.")
    page.get_by_role("button", name="Kembalikan").click()
    expect(page.get_by_text("Target terlalu rendah.").first).to_be_visible()
    daftar = PerjanjianKinerja.objects.order_by("jabatan__nama").values_list("status", flat=True)
    assert list(daftar) == ["DIKEMBALIKAN", "DISETUJUI"]


def test_head_agrees_many_after_a_look_at_each(page, live_server, masuk_sebagai, kantor, kadis,
                                               perencana):  # fmt: skip
    for kunci in ("kabid_a", "kabid_b"):
        diajukan(kantor, kunci, perencana)
    masuk_sebagai(kadis)
    for nama in ("Kepala Bidang Rehabilitasi", "Kepala Bidang Pemberdayaan"):
        page.goto(f"{live_server.url}/perjanjian/")
        page.get_by_role("link", name=nama).first.click()
    page.goto(f"{live_server.url}/perjanjian/")
    for centang in page.get_by_label("Sudah saya periksa; setujui").all():
        centang.check()
    page.get_by_role("button", name="Setujui yang dicentang").click()

    expect(page.get_by_text("2 perjanjian disetujui.")).to_be_visible()
    assert Dokumen.objects.count() == 2


def buat_dan_ajukan(page, alamat):
    """From the list of positions to a submitted agreement; answers its page."""
    page.goto(alamat)
    page.get_by_role("button", name="Buat untuk semua jabatan").click()
    expect(page.get_by_text("4 perjanjian 2025 dibuat.")).to_be_visible()
    assert pelanggaran(page) == []
    page.get_by_role("link", name="Kepala Bidang Rehabilitasi").click()
    expect(page.get_by_text("350.000.000").first).to_be_visible()
    assert pelanggaran(page) == []
    halaman = page.url
    page.get_by_role("button", name="Ajukan").click()
    expect(page.get_by_text("Kepala Bidang Rehabilitasi diajukan.")).to_be_visible()
    return halaman


def perbaiki_dan_ajukan(page, halaman):
    page.goto(halaman)
    expect(page.get_by_text("Nomornya belum ada.").first).to_be_visible()
    page.get_by_role("link", name="Ubah").click()
    page.get_by_label("Nomor").fill("800/12/2025")
    page.get_by_role("button", name="Simpan").click()
    page.get_by_role("button", name="Ajukan").click()


def test_planner_takes_one_all_the_way(page, live_server, masuk_sebagai, kantor, kadis, perencana,
                                       tmp_path):  # fmt: skip
    """Made from assignments, returned, corrected, agreed, the scan filed, verified by its file."""
    daftar = f"{live_server.url}/perangkat-daerah/{kantor.dinas.pk}/perjanjian/?tahun={TAHUN}"
    masuk_sebagai(perencana)
    halaman = buat_dan_ajukan(page, daftar)
    masuk_sebagai(kadis)
    page.goto(halaman)
    page.get_by_role("link", name="Kembalikan").click()
    page.get_by_label("Alasan dikembalikan").fill("Nomornya belum ada.")
    page.get_by_role("button", name="Kembalikan").click()
    masuk_sebagai(perencana)
    perbaiki_dan_ajukan(page, halaman)
    masuk_sebagai(kadis)
    page.goto(halaman)
    expect(page.get_by_text("800/12/2025").first).to_be_visible()
    page.get_by_role("button", name="Setujui").click()
    expect(page.get_by_text("Kepala Bidang Rehabilitasi disetujui.")).to_be_visible()

    asli, pindaian = tmp_path / "cetakan.pdf", tmp_path / "pindaian.pdf"
    asli.write_bytes(bytes(pastikan_cetakan(Dokumen.objects.get()).isi))
    pindaian.write_bytes(b"%PDF-1.4 pindaian bertanda tangan basah")
    masuk_sebagai(perencana)
    page.goto(halaman)
    page.locator("#berkas-ttd").set_input_files(pindaian)
    page.get_by_role("button", name="Simpan berkas", exact=True).click()
    expect(page.get_by_text("disimpan; perjanjian berlaku.")).to_be_visible()
    page.context.clear_cookies()
    for berkas in (asli, pindaian):
        page.goto(f"{live_server.url}/verifikasi/")
        page.locator("#berkas").set_input_files(berkas)
        page.get_by_role("button", name="Bandingkan").click()
        expect(page.get_by_text("terdaftar dan berlaku")).to_be_visible()


def test_anybody_verifies_by_code_and_by_file(page, live_server, kantor, kadis, perencana,
                                              tmp_path):  # fmt: skip
    dokumen = disahkan(diajukan(kantor, "kabid_a", perencana), kadis)
    berkas = tmp_path / "perjanjian.pdf"
    berkas.write_bytes(bytes(pastikan_cetakan(dokumen).isi))
    page.set_viewport_size(TELEPON)
    page.goto(f"{live_server.url}/verifikasi/")
    assert pelanggaran(page) == []
    page.get_by_label("Kode dokumen").fill(dokumen.kode.lower())
    page.get_by_role("button", name="Periksa kode").click()
    expect(page.get_by_text("terdaftar dan berlaku")).to_be_visible()
    assert pelanggaran(page) == []
    assert lebar_wajar(page)
    page.locator("#berkas").set_input_files(berkas)
    page.get_by_role("button", name="Bandingkan").click()
    expect(page.get_by_text("Berkas itu asli.")).to_be_visible()
