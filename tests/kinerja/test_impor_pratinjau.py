"""The preview page: choices of sheet, table and parent, big workbooks, staleness, plain forms."""

import io
import re

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinerja.models import Pohon, SesiImpor, Simpul
from tests.factories import PADA
from tests.kinerja.impor_uji import CONTOH, KECIL, KEPALA, buku, mulai

BANYAK = 400


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


def halaman(client, sesi, tanya: str = "") -> str:
    return client.get(f"/impor/{sesi.pk}/{tanya}").content.decode()


def pilih(client, sesi, **isi):
    return client.post(f"/impor/{sesi.pk}/pilihan/", isi)


def dua_lembar() -> bytes:
    wb = openpyxl.load_workbook(io.BytesIO(buku(*KECIL, lembar="Murni")))
    lain = wb.create_sheet("Perubahan")
    for isi in (KEPALA, ("1", "Program Lain", "Persentase", "80", "%", "7.000.000")):
        lain.append(isi)
    keluaran = io.BytesIO()
    wb.save(keluaran)
    return keluaran.getvalue()


def bersama(html: str) -> dict[str, str]:
    """What the button "Muat semuanya sekaligus" sends."""
    formulir = html.partition("bersusunan sama")[2].partition("</form>")[0]
    isi = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', formulir))
    return {k: v for k, v in isi.items() if k != "csrfmiddlewaretoken"}


def besar(banyak: int = BANYAK) -> bytes:
    program = (("1", "Program Besar", "", "", "", ""), ("1.1", "Kegiatan Besar", "", "", "", ""))
    sub = ((f"1.1.{n}", f"Sub Kegiatan {n}", f"Jumlah {n}", "1", "Paket", "1.000.00")
           for n in range(1, banyak + 1))  # fmt: skip
    return buku(*program, *sub)


class TestPilihan:
    def test_another_sheet_is_read_when_chosen(self, masuk, dinas, perencana):
        sesi = mulai(dinas, perencana, dua_lembar())
        assert "Penyediaan Sandang" in halaman(masuk, sesi)

        assert pilih(masuk, sesi, lembar="Perubahan").status_code == 302

        html = halaman(masuk, sesi)
        assert "Program Lain" in html
        assert "Penyediaan Sandang" not in html

    def test_another_table_of_the_workbook_is_offered_and_read(self, masuk, dinas, perencana):
        sesi = mulai(dinas, perencana, CONTOH / "beberapa-tabel.xlsx")
        semula = sesi.rencana["tabel"][0]["baris_data"]
        (lain, *_) = [t for t in sesi.rencana["tabel_lain"] if t["terbaca"]]

        assert pilih(masuk, sesi, tabel=lain["nomor"]).status_code == 302

        sesi.refresh_from_db()
        assert sesi.rencana["tabel"][0]["baris_data"] != semula

    def test_all_sheets_of_the_same_layout_become_one_import(self, masuk, dinas, perencana):
        sesi = mulai(dinas, perencana, dua_lembar())
        html = halaman(masuk, sesi)
        assert "1 tabel lain di buku kerja ini bersusunan sama" in html

        assert pilih(masuk, sesi, **bersama(html)).status_code == 302

        html = halaman(masuk, sesi)
        assert "Program Lain" in html
        assert "Penyediaan Sandang" in html
        assert "bersusunan sama" not in html
        masuk.post(f"/impor/{sesi.pk}/penerapan/")
        program = Simpul.objects.tampak().filter(jenjang="PROGRAM").urut_pohon()
        assert [s.nama for s in program] == ["Program Bencana", "Program Lain"]

    def test_a_sheet_that_is_not_there_is_refused(self, masuk, dinas, perencana):
        sesi = mulai(dinas, perencana, buku(*KECIL))

        assert pilih(masuk, sesi, lembar="Tidak ada").status_code == 422

    def test_a_year_other_than_the_printed_one_is_told(self, masuk, dinas, perencana):
        sesi = mulai(dinas, perencana, buku(*KECIL))

        pilih(masuk, sesi, tahun="2026")

        html = halaman(masuk, sesi)
        assert 'data-kode="TAHUN_BERBEDA"' in html
        assert "Pagu 2026" in html

    def test_rows_without_a_parent_hang_where_the_planner_says(
        self, masuk, dinas, perencana, pohon, jalur
    ):
        yatim = buku(("1.1", "Perlindungan Korban", "", "", "", ""), KECIL[2])
        sesi = mulai(dinas, perencana, yatim, pohon=pohon)
        html = halaman(masuk, sesi)
        assert 'data-kode="INDUK_DIPERLUKAN"' in html
        assert masuk.post(f"/impor/{sesi.pk}/penerapan/").status_code == 422

        pilih(masuk, sesi, induk_uid=str(jalur["PROGRAM"].uid))
        assert masuk.post(f"/impor/{sesi.pk}/penerapan/").status_code == 302

        assert Simpul.objects.get(nama="Perlindungan Korban").induk == jalur["PROGRAM"]

    def test_a_similar_name_is_answered_on_its_card(self, masuk, dinas, perencana, pohon, jalur):
        typo = (("1", "Proram Rehabilitasi Sosial", "", "", "", ""),)
        sesi = mulai(dinas, perencana, buku(*typo), pohon=pohon, nama_berkas="t.xlsx")
        pilih(masuk, sesi, induk_uid=str(jalur["SASARAN"].uid))
        html = halaman(masuk, sesi)
        assert "Pakai nama yang sudah ada" in html
        sesi.refresh_from_db()
        (temuan,) = [t for t in sesi.rencana["temuan"] if t["kode"] == "NAMA_MIRIP"]
        alamat = f"{temuan['lembar']}!{temuan['sel']}"

        masuk.post(f"/impor/{sesi.pk}/keputusan/", {"alamat": alamat, "aksi": "BARU"})
        assert "1 baru" in halaman(masuk, sesi)
        masuk.post(f"/impor/{sesi.pk}/keputusan/", {"alamat": alamat, "aksi": "SAMA"})
        assert "1 berubah" in halaman(masuk, sesi)


class TestBesar:
    """Twenty thousand rows are never sent at once."""

    @pytest.fixture
    def sesi(self, dinas, perencana):
        return mulai(dinas, perencana, besar())

    def test_rows_and_cards_come_in_pages(self, masuk, sesi):
        html = halaman(masuk, sesi)

        assert html.count('scope="row"') == 150
        assert "Baris 1–150 dari 402" in html
        assert html.count('id="kartu-') == 40
        assert "<b>400 galat</b> belum diputuskan" in html

    def test_a_decision_comes_back_to_its_page(self, masuk, sesi):
        jawaban = masuk.post(
            f"/impor/{sesi.pk}/keputusan/?kartu=2&halaman=3",
            {"alamat": "Renja!F6", "aksi": "ISI", "nilai": "1.000.000"},
        )

        assert jawaban.url == f"/impor/{sesi.pk}/?halaman=3&kartu=2"
        assert "Sub Kegiatan 400" in masuk.get(jawaban.url).content.decode()

    def test_opening_the_page_costs_a_constant_number_of_queries(
        self, masuk, sesi, dinas, perencana
    ):
        kecil = mulai(dinas, perencana, buku(*KECIL), judul="Kecil")
        banyak = []
        for satu in (kecil, sesi):
            with CaptureQueriesContext(
                connection,
            ) as tanya:
                masuk.get(f"/impor/{satu.pk}/")
            banyak.append(len(tanya))

        assert banyak[0] == banyak[1] <= 12


class TestSunting:
    def test_any_amount_of_the_tree_can_be_retyped(self, masuk, dinas, perencana):
        sesi = mulai(dinas, perencana, buku(*KECIL))
        html = halaman(masuk, sesi, "?sel=Renja!F6")
        assert "Perbaiki sel F6" in html
        assert 'value="10.000.000"' in html

        masuk.post(
            f"/impor/{sesi.pk}/keputusan/", {"alamat": "Renja!F6", "aksi": "ISI", "nilai": "9"}
        )

        sesi.refresh_from_db()
        assert sesi.koreksi == {"Renja!F6": "9"}

    def test_an_unknown_cell_opens_nothing(self, masuk, dinas, perencana):
        sesi = mulai(dinas, perencana, buku(*KECIL))

        assert "Perbaiki sel" not in halaman(masuk, sesi, "?sel=Renja!Q99")


def test_a_document_changed_meanwhile_is_told_and_compared_again(masuk, dinas, perencana, pohon):
    sesi = mulai(dinas, perencana, buku(*KECIL), pohon=pohon)
    pohon.tambah(
        induk=pohon.akar(), jenjang="PROGRAM", nama="Program Bencana", oleh=perencana, pada=PADA
    )
    assert "Dokumen berubah sesudah pratinjau" in halaman(masuk, sesi)

    jawaban = masuk.post(f"/impor/{sesi.pk}/penerapan/")

    assert jawaban.status_code == 422
    html = jawaban.content.decode()
    assert "periksa pratinjau yang baru" in html
    assert "3 baru · 1 berubah" in html
    assert masuk.post(f"/impor/{sesi.pk}/penerapan/").status_code == 302


def test_an_undo_from_the_history_page_shows_on_the_result(masuk, dinas, perencana):
    sesi = mulai(dinas, perencana, buku(*KECIL))
    masuk.post(f"/impor/{sesi.pk}/penerapan/")
    pohon = Pohon.objects.get()
    assert "Batalkan impor ini" in halaman(masuk, sesi)

    masuk.post(f"/pohon/{pohon.pk}/riwayat/2/pembatalan/")

    html = halaman(masuk, sesi)
    assert "Dibatalkan" in html
    assert "Batalkan impor ini" not in html
    assert "Dibatalkan</span>" in masuk.get("/impor/").content.decode()


def test_a_preview_that_is_not_wanted_is_thrown_away(masuk, dinas, perencana):
    sesi = mulai(dinas, perencana, buku(*KECIL))

    masuk.post(f"/impor/{sesi.pk}/pembuangan/")

    assert SesiImpor.objects.count() == 0


def test_an_applied_import_is_never_thrown_away(masuk, dinas, perencana):
    sesi = mulai(dinas, perencana, buku(*KECIL))
    masuk.post(f"/impor/{sesi.pk}/penerapan/")

    masuk.post(f"/impor/{sesi.pk}/pembuangan/")

    assert SesiImpor.objects.count() == 1
