"""A planner's session on the public document of Kotawaringin Timur, and all of it taken back."""

from io import StringIO

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from kinerja.contoh import orang
from kinerja.isi_pohon import baca_isi
from kinerja.models import Pengguna, Pohon
from kinerja.pilihan import JenisPohon, Jenjang, Peran
from tests.peramban.aksesibilitas import pelanggaran
from tests.peramban.pohon_uji import alamat
from tests.peramban.sunting_uji import ke_sel, ketik, sel, tempel, tunggu_tersimpan


@pytest.fixture
def cascading(transactional_db):
    call_command("muat_contoh", stdout=StringIO())
    return Pohon.objects.get(
        perangkat_daerah__kode=orang.DINAS, jenis=JenisPohon.CASCADING, judul=""
    )


@pytest.fixture
def halaman(page, live_server, cascading, masuk_sebagai):
    milik = {"keanggotaan__perangkat_daerah": cascading.perangkat_daerah}
    masuk_sebagai(Pengguna.objects.filter(keanggotaan__peran=Peran.PERENCANA, **milik).first())
    page.goto(alamat(live_server, cascading))
    return page


def isi(pohon) -> list[tuple]:
    """Everything the page shows, in tree order."""
    return [
        (s.tingkat, s.jenjang, s.kode, s.nomor, s.nama, s.kinerja,
         [(i.teks, i.satuan, i.target) for i in s.indikator],
         [(p.mentah, p.nilai, p.sumber_dana) for p in s.pagu], s.klaim)
        for s in baca_isi(pohon, tahun=2025).simpul
    ]  # fmt: skip


def tekan(page, *tombol: str) -> None:
    for satu in tombol:
        page.keyboard.press(satu)


def diam(page) -> None:
    tunggu_tersimpan(page)
    expect(page.locator(".sel--kirim")).to_have_count(0)


def sesi(halaman, cascading, sub):
    """Numbers, a pasted column, money, a new box with its indicator, a move: six steps."""
    ketik(halaman, sub, "2025", "1250")
    diam(halaman)
    ke_sel(halaman, sub, "sat")
    tempel(halaman, "Porsi\r\nPaket")
    diam(halaman)
    ketik(halaman, sub, "pagu", "12.345.678")
    diam(halaman)
    ke_sel(halaman, sub, "uraian")
    tekan(halaman, "Control+Enter")
    halaman.keyboard.type("Layanan percobaan")
    tekan(halaman, "Enter")
    expect(halaman.locator("#suara")).to_contain_text("“Layanan percobaan” ditambahkan")
    tekan(halaman, "Escape")
    baru = cascading.simpul.get(nama="Layanan percobaan")
    ke_sel(halaman, baru, "ind")
    tempel(halaman, "Jumlah layanan\tLayanan\t12,5")
    diam(halaman)
    ke_sel(halaman, baru, "uraian")
    tekan(halaman, "Alt+Shift+ArrowUp")
    expect(halaman.locator("#suara")).to_contain_text("urutan 1 dari")
    return baru


def test_a_session_from_first_to_last_key_and_back(halaman, cascading):
    semula, tahun = isi(cascading), cascading.periode.daftar_tahun()[0]
    kegiatan = cascading.simpul.filter(jenjang=Jenjang.KEGIATAN).order_by("lft").first()
    sub = kegiatan.get_children().order_by("lft").first()

    baru = sesi(halaman, cascading, sub)

    assert sub.pagu.get(tahun=2025).nilai == 12_345_678
    assert isi(cascading) != semula
    expect(sel(halaman, baru, str(tahun))).to_have_text("12,5")
    assert pelanggaran(halaman) == []

    urungkan = halaman.get_by_role("button", name="Urungkan")
    for _ in range(6):
        tekan(halaman, "Control+z")
    expect(urungkan).to_be_disabled()
    assert isi(cascading) == semula
    expect(halaman.locator("#pesan-sel")).to_be_hidden()

    for _ in range(6):
        tekan(halaman, "Control+y")
    expect(halaman.get_by_role("button", name="Ulangi")).to_be_disabled()
    assert cascading.simpul.get(nama="Layanan percobaan").indikator.get().target.count() == 1


def test_on_a_phone_a_tap_opens_a_value(halaman, cascading):
    halaman.set_viewport_size({"width": 390, "height": 844})
    sub = cascading.simpul.filter(jenjang=Jenjang.SUB_KEGIATAN).order_by("lft").first()

    sel(halaman, sub, "2025").click()
    kolom = halaman.locator(".sunting input")
    expect(kolom).to_be_focused()
    assert kolom.evaluate("(k) => k.inputMode") == "decimal"
    assert pelanggaran(halaman) == []
    kolom.fill("77")
    tekan(halaman, "Enter")

    tunggu_tersimpan(halaman)
    expect(sel(halaman, sub, "2025")).to_have_text("77")
    lebar = halaman.evaluate("document.documentElement.scrollWidth")
    assert lebar <= 390
