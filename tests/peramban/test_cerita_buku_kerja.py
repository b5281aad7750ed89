"""The story: a planner takes the document along, edits it, uploads it, sees exactly the edits."""

import pytest
from playwright.sync_api import Page, expect

from kinerja.models import SesiImpor, Simpul
from tests.laporan.buku_kerja_uji import NAMA, Sunting, berisi
from tests.peramban.aksesibilitas import pelanggaran

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LEBAR = (1366, 390)


@pytest.fixture
def dokumen(transactional_db, pohon, perencana, masuk_sebagai):
    isi = berisi(pohon, perencana)
    masuk_sebagai(perencana)
    return isi


def unduh(page: Page, alamat: str) -> Sunting:
    """From the tree page over Unduh to the workbook."""
    page.goto(alamat)
    page.get_by_role("link", name="Unduh", exact=True).first.click()
    with page.expect_download() as unduhan:
        page.get_by_role("link", name="Unduh buku kerja").click()
    return Sunting(unduhan.value.path().read_bytes())


def sunting(buku: Sunting) -> None:
    """One renamed, one amount, one taken out, one new."""
    buku.ubah("Pohon", buku.baris("Pohon", nama="Penyediaan Permakanan"), nama="Permakanan")
    buku.ubah("Anggaran", buku.baris("Anggaran", sumber_dana="DAK"), nilai_2025="2.000.000")
    kegiatan = buku.baris("Pohon", jenjang="Kegiatan")
    id_kegiatan = buku.buku["Pohon"].cell(kegiatan, buku.kolom("Pohon")["id"]).value
    buku.hapus("Pohon", buku.baris("Pohon", nama="Penyediaan Sandang"))
    buku.tambah("Pohon", id="B1", jenjang="Sub kegiatan", induk=id_kegiatan, nama="Pendataan")


def unggah(page: Page, alamat: str, buku: Sunting) -> None:
    page.goto(alamat)
    page.get_by_role("link", name="Impor Excel").first.click()
    berkas = {"name": NAMA, "mimeType": XLSX, "buffer": buku.byte()}
    page.get_by_label("Berkas Excel").set_input_files(berkas)
    page.get_by_role("button", name="Unggah dan periksa").click()
    expect(page.get_by_role("heading", name=f"Pratinjau {NAMA}")).to_be_visible()


def test_out_edited_back_and_applied(page, live_server, pohon, dokumen):
    alamat = f"{live_server.url}/pohon/{pohon.pk}/"
    buku = unduh(page, alamat)
    sunting(buku)
    unggah(page, alamat, buku)

    isi = page.locator(".impor-isi")
    expect(isi.locator("tbody tr")).to_have_count(2)
    expect(isi).to_contain_text("Penyediaan Permakanan → Permakanan")
    expect(isi).to_contain_text("1.000.000 → 2.000.000")
    expect(page.locator(".impor-hilang")).to_contain_text("tetap Sub kegiatan")
    page.get_by_role("button", name="Samakan").click()
    expect(page.locator(".impor-hilang")).to_contain_text("dihapus Sub kegiatan")
    expect(page.get_by_text("1 baru · 1 berubah · 1 dihapus")).to_be_visible()
    page.get_by_role("button", name="Terapkan").click()
    expect(page.get_by_role("button", name="Batalkan impor ini")).to_be_visible()
    nama = Simpul.objects.filter(jenjang="SUB_KEGIATAN").values_list("nama", flat=True)
    assert set(nama) == {"Permakanan", "Pendataan"}
    page.get_by_role("button", name="Batalkan impor ini").click()
    expect(page.get_by_text("dokumen kembali seperti sebelumnya")).to_be_visible()


def test_the_preview_is_accessible_and_fits_a_phone(page, live_server, pohon, dokumen, perencana):
    buku = unduh(page, f"{live_server.url}/pohon/{pohon.pk}/")
    sunting(buku)
    pohon.refresh_from_db()
    dari_rekan(pohon, dokumen, perencana)
    unggah(page, f"{live_server.url}/pohon/{pohon.pk}/", buku)
    page.get_by_role("button", name="Samakan").click()

    for lebar in LEBAR:
        page.set_viewport_size({"width": lebar, "height": 844})
        assert pelanggaran(page) == []
        luber = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert luber <= 0


def dari_rekan(pohon, dokumen, perencana) -> None:
    """Somebody else renames what the workbook renames too."""
    simpul = dokumen["SUB_KEGIATAN"]
    pohon.ubah(simpul, {"nama": "Permakanan lansia"}, oleh=perencana, pada=pohon.diubah_pada)


def test_it_works_without_javascript(browser, live_server, pohon, dokumen, client, perencana):
    client.force_login(perencana)
    kue = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    konteks = browser.new_context(java_script_enabled=False, locale="id-ID")
    konteks.add_cookies([kue])
    page = konteks.new_page()
    alamat = f"{live_server.url}/pohon/{pohon.pk}/"
    buku = unduh(page, alamat)
    sunting(buku)
    unggah(page, alamat, buku)

    page.get_by_role("button", name="Tambah saja").click()

    expect(page.get_by_text("1 baru", exact=True)).to_be_visible()
    page.get_by_role("link", name="Tampilkan semua baris").click()
    expect(page.locator(".impor-isi tbody tr")).to_have_count(6)
    page.get_by_role("button", name="Terapkan").click()
    expect(page.get_by_role("button", name="Batalkan impor ini")).to_be_visible()
    konteks.close()


@pytest.mark.parametrize("lebar", LEBAR)
def test_a_refused_intent_shows_and_focuses_the_reason(page, live_server, pohon, dokumen, lebar):
    buku = unduh(page, f"{live_server.url}/pohon/{pohon.pk}/")
    sunting(buku)
    unggah(page, f"{live_server.url}/pohon/{pohon.pk}/", buku)
    page.set_viewport_size({"width": lebar, "height": 600})
    SesiImpor.objects.update(berkas=None)  # as after thirty days

    page.get_by_role("button", name="Samakan").click()

    alasan = page.locator(".ringkasan-galat")
    expect(alasan).to_contain_text("Berkas impor ini sudah dihapus")
    expect(alasan).to_be_focused()
    expect(alasan).to_be_in_viewport(ratio=1)
