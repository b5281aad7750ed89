"""The settings screens in a browser: without faults, on a phone, without JavaScript."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from kinerja.models import BidangUrusan, Jabatan, Pegawai, Pejabat, Sebutan, Tahap, Unit
from kinerja.pilihan import Peran
from tests.factories import buat_pengguna
from tests.peramban.aksesibilitas import pelanggaran

HARI = date(2025, 1, 6)


@pytest.fixture
def rumah(dinas, perencana, masuk_sebagai):
    """An agency with one of everything, seen by the admin of its pemda; answers its addresses."""
    dinas.bidang_urusan.add(BidangUrusan.objects.create(kode="1.06", nama="Sosial"))
    Unit.objects.create(perangkat_daerah=dinas, jenis="BIDANG", nama="Bidang", sampai=HARI)
    kepala = Jabatan.objects.create(
        perangkat_daerah=dinas, jenis="JPT_PRATAMA", nama="Kepala Dinas", kepala=True
    )
    orang = Pegawai.objects.create(nama="Kepala Dinas Sosial")
    Pejabat.objects.create(jabatan=kepala, pegawai=orang, jenis="PLT", mulai=HARI)
    Sebutan.objects.create(perangkat_daerah=dinas, kode="1", nama="Dinas Lama", sampai=HARI)
    Tahap.ambil(dinas, 2025)
    admin = buat_pengguna("admin-pemda", Peran.ADMIN_PEMDA, di=dinas.pemda, nama="Admin Pemda")
    masuk_sebagai(admin)
    di = ("perangkat-daerah", "unit-daftar", "unit-baru", "jabatan-daftar", "jabatan-baru",
          "tahap-daftar", "tahap-baru", "sebutan-baru")  # fmt: skip
    umum = ("pengaturan", "perangkat-daerah-daftar", "perangkat-daerah-baru", "pengguna-daftar",
            "pengguna-baru", "periode-daftar", "periode-baru", "tampilan", "urusan-daftar",
            "sandi-ganti")  # fmt: skip
    return [
        *(reverse(nama) for nama in umum),
        *(reverse(nama, args=[dinas.pk]) for nama in di),
        reverse("jabatan", args=[kepala.pk]),
        reverse("pejabat-baru", args=[kepala.pk]),
        reverse("pengguna", args=[perencana.pk]),
        reverse("pengguna", args=[admin.pk]),
    ]


@pytest.mark.parametrize("lebar", [1366, 390], ids=["wide", "phone"])
def test_no_settings_screen_has_faults_or_runs_off_the_side(page, live_server, rumah, lebar):
    page.set_viewport_size({"width": lebar, "height": 844})
    salah = []
    for alamat in rumah:
        page.goto(live_server.url + alamat)
        salah += [f"{alamat} {satu}" for satu in pelanggaran(page)]
        if page.evaluate("document.documentElement.scrollWidth") > lebar:
            salah.append(f"{alamat} runs off the side")

    assert salah == []


def test_refusals_and_closed_doors_have_no_faults(page, live_server, dinas, masuk_sebagai):
    salah = []
    for alamat in ("/masuk/", "/sandi/baru/x/y/"):
        page.goto(live_server.url + alamat)
        salah += pelanggaran(page)
    masuk_sebagai(buat_pengguna("admin-pd", Peran.ADMIN_PD, di=dinas))
    for alamat in ("/tidak-ada/", reverse("periode-daftar")):
        page.goto(live_server.url + alamat)
        salah += pelanggaran(page)
    page.goto(live_server.url + reverse("unit-baru", args=[dinas.pk]))
    page.get_by_role("button", name="Tambah unit").click()
    salah += pelanggaran(page)

    expect(page.get_by_role("alert")).to_be_focused()
    assert salah == []


def test_an_admin_invites_a_planner_who_enters_without_javascript(
    browser, page, live_server, dinas, masuk_sebagai
):
    masuk_sebagai(buat_pengguna("admin-pd", Peran.ADMIN_PD, di=dinas))
    page.goto(live_server.url + reverse("pengguna-baru"))
    page.get_by_label("Nama pengguna").fill("budi")
    page.get_by_label("Nama", exact=True).fill("Budi")
    page.get_by_label("Peran", exact=True).select_option("PERENCANA")
    page.get_by_role("button", name="Buat akun").click()
    tautan = page.get_by_label("Tautan", exact=True).input_value()
    page.get_by_role("button", name="Salin tautan").click()
    expect(page.get_by_text("Tersalin.").or_(page.get_by_text("Ctrl+C"))).to_be_visible()

    polos = browser.new_context(java_script_enabled=False).new_page()
    polos.goto(tautan)
    polos.get_by_label("Sandi baru", exact=True).fill("jendela-kayu-biru-7")
    polos.get_by_label("Ulangi sandi baru").fill("jendela-kayu-biru-7")
    polos.get_by_role("button", name="Simpan sandi").click()
    polos.get_by_label("Nama pengguna").fill("Budi")
    polos.get_by_label("Sandi", exact=True).fill("jendela-kayu-biru-7")
    polos.get_by_role("button", name="Masuk").click()

    expect(polos.get_by_role("heading", level=1)).to_contain_text("Budi")
    polos.context.close()


def test_deleting_asks_first_and_works_without_javascript(
    browser, live_server, dinas, client, context, masuk_sebagai
):
    unit = Unit.objects.create(perangkat_daerah=dinas, jenis="BIDANG", nama="Salah Ketik")
    masuk_sebagai(buat_pengguna("admin-pd", Peran.ADMIN_PD, di=dinas))
    polos = browser.new_context(
        java_script_enabled=False, storage_state=context.storage_state()
    ).new_page()
    polos.goto(live_server.url + reverse("unit", args=[unit.pk]))

    polos.get_by_text("Hapus", exact=True).click()
    polos.get_by_role("button", name="Ya, hapus").click()

    expect(polos.get_by_text("Unit dihapus.")).to_be_visible()
    assert not Unit.objects.exists()
    polos.context.close()
