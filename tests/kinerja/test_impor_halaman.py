"""The pages of the import: who may open them, the upload form, decisions, plain forms."""

import pytest

from kinerja.models import Pohon, Riwayat, SesiImpor, Simpul
from kinerja.pilihan import Peran, StatusPohon
from tests import factories
from tests.kinerja.impor_uji import (
    KECIL,
    LEMBAR,
    USUL,
    buku,
    mulai,
    putuskan,
    temuan_di_bilah,
    unggah,
)

LANGKAH = ("keputusan", "usul", "pilihan", "pembaruan", "penerapan", "pembatalan", "pembuangan")


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


@pytest.fixture
def sesi(dinas, perencana):
    return mulai(dinas, perencana)


def halaman(client, sesi, tanya: str = "") -> str:
    return client.get(f"/impor/{sesi.pk}/{tanya}").content.decode()


class TestTangga:
    """Works for the agency's planner; 403 wrong role, 404 other agency, 302 guest."""

    @pytest.mark.parametrize(
        ("siapa", "daftar", "milik"),
        [
            ("perencana", 200, 200),
            ("perencana_lain", 200, 404),
            ("kepala", 403, 403),
            ("pejabat", 403, 403),
            ("evaluator", 403, 403),
        ],
    )
    def test_who_may_open_the_pages(self, client, request, sesi, siapa, daftar, milik):
        client.force_login(request.getfixturevalue(siapa))

        assert client.get("/impor/").status_code == daftar
        assert client.get(f"/impor/{sesi.pk}/").status_code == milik
        assert client.get(f"/impor/{sesi.pk}/temuan.xlsx").status_code == milik

    @pytest.mark.parametrize("langkah", LANGKAH)
    def test_who_may_take_a_step(self, client, request, sesi, langkah):
        for siapa, status in (("perencana_lain", 404), ("kepala", 403)):
            client.force_login(request.getfixturevalue(siapa))
            assert client.post(f"/impor/{sesi.pk}/{langkah}/").status_code == status
        client.logout()
        assert client.post(f"/impor/{sesi.pk}/{langkah}/").status_code == 302

    @pytest.mark.parametrize("langkah", LANGKAH)
    def test_steps_are_posted(self, masuk, sesi, langkah):
        assert masuk.get(f"/impor/{sesi.pk}/{langkah}/").status_code == 405

    def test_a_planner_elsewhere_who_only_reads_here_may_not(self, client, sesi, dinas):
        dua = factories.buat_pengguna("dua", Peran.KEPALA, di=dinas)
        lain = factories.buat_dinas(dinas.pemda, nama="Dinas Lain", kode="9.99.01")
        dua.keanggotaan.create(perangkat_daerah=lain, peran=Peran.PERENCANA)
        client.force_login(dua)

        assert client.get(f"/impor/{sesi.pk}/").status_code == 403

    def test_the_form_offers_only_agencies_one_plans_for(self, client, perencana_lain, dinas):
        client.force_login(perencana_lain)

        assert unggah(client, dinas, buku(*KECIL)).status_code == 422
        assert SesiImpor.objects.count() == 0


class TestUnggah:
    def test_an_upload_leads_to_its_preview_and_stores_nothing_else(self, masuk, dinas):
        jawaban = unggah(masuk, dinas, buku(*KECIL))

        sesi = SesiImpor.objects.get()
        assert jawaban.url == f"/impor/{sesi.pk}/"
        assert Pohon.objects.count() == Riwayat.objects.count() == 0
        assert "4 baru" in halaman(masuk, sesi)

    def test_an_upload_into_an_existing_document(self, masuk, dinas, pohon):
        unggah(masuk, dinas, buku(*KECIL), tujuan="ADA", pohon=pohon.pk)

        sesi = SesiImpor.objects.get()
        assert (sesi.pohon, sesi.periode) == (pohon, None)

    def test_the_tree_page_leads_to_its_own_document(self, masuk, pohon):
        html = masuk.get(f"/impor/?pohon={pohon.pk}").content.decode()

        assert f'<option value="{pohon.pk}" selected>' in html

    @pytest.mark.parametrize(
        ("isi", "pesan"),
        [
            ({"tujuan": "ADA"}, "Pilih dokumen yang akan diisi."),
            ({"periode": ""}, "Pilih periode dokumen baru."),
            ({"tahun": "12"}, "1990"),
        ],
    )
    def test_a_form_filled_wrongly_says_what_is_missing(self, masuk, dinas, isi, pesan):
        jawaban = unggah(masuk, dinas, buku(*KECIL), **isi)

        assert jawaban.status_code == 422
        assert pesan in jawaban.content.decode()

    def test_a_document_that_exists_is_not_made_again(self, masuk, dinas, jalur):
        jawaban = unggah(masuk, dinas, buku(*KECIL))

        assert jawaban.status_code == 422
        assert "sudah ada" in jawaban.content.decode()

    def test_a_locked_document_is_refused_with_its_reason(self, masuk, dinas, pohon):
        Pohon.objects.filter(pk=pohon.pk).update(status=StatusPohon.DISETUJUI)

        jawaban = unggah(masuk, dinas, buku(*KECIL), tujuan="ADA", pohon=pohon.pk)

        assert jawaban.status_code == 422
        assert "Disetujui tidak dapat diubah" in jawaban.content.decode()

    def test_an_agency_cannot_fill_the_document_of_another(self, client, perencana_lain, pohon):
        client.force_login(perencana_lain)
        milik = perencana_lain.keanggotaan.get().perangkat_daerah

        jawaban = unggah(client, milik, buku(*KECIL), tujuan="ADA", pohon=pohon.pk)

        assert jawaban.status_code == 422
        assert SesiImpor.objects.count() == 0


class TestKeputusan:
    def test_a_proposal_on_another_cell_settles_the_sum(self, masuk, sesi):
        assert putuskan(masuk, sesi, "H23", "271000").status_code == 302

        bilah = temuan_di_bilah(halaman(masuk, sesi))
        assert bilah["PAGU_TIDAK_COCOK"] == "3: H38, H39, H57"

    def test_one_repair_settles_two_sums(self, masuk, sesi):
        putuskan(masuk, sesi, "H39", "150000000")

        bilah = temuan_di_bilah(halaman(masuk, sesi))
        assert bilah["PAGU_TIDAK_COCOK"] == "2: H17, H57"

    def test_a_decision_is_shown_with_its_old_text_and_taken_back(self, masuk, sesi):
        putuskan(masuk, sesi, "H62", "13298000")
        html = halaman(masuk, sesi)
        assert "<s>13.2918.000</s> → <strong>13.298.000</strong>" in html

        putuskan(masuk, sesi, "H62", aksi="BATAL")

        sesi.refresh_from_db()
        assert sesi.koreksi == {}
        assert temuan_di_bilah(halaman(masuk, sesi))["ANGKA_TIDAK_TERBACA"] == "2: H43, H62"

    def test_leaving_a_cell_unfilled_decides_it_and_keeps_the_finding(self, masuk, sesi):
        for sel in ("H43", "H62"):
            putuskan(masuk, sesi, sel, aksi="BIARKAN")

        html = halaman(masuk, sesi)
        assert temuan_di_bilah(html)["ANGKA_TIDAK_TERBACA"] == "2: H43, H62"
        assert html.count("dibiarkan belum diisi") == 2
        assert "Semua galat sudah diputuskan" in html

    def test_all_first_proposals_on_the_page_are_accepted_at_once(self, masuk, sesi):
        assert "Terima 5 usul pertama" in halaman(masuk, sesi)

        assert masuk.post(f"/impor/{sesi.pk}/usul/").status_code == 302

        sesi.refresh_from_db()
        assert sesi.koreksi == {f"{LEMBAR}!{sel}": nilai for sel, nilai in USUL.items()}
        assert "6.312.818.993" in halaman(masuk, sesi)

    def test_a_text_that_cannot_be_read_either_stays_an_error(self, masuk, sesi):
        putuskan(masuk, sesi, "H62", "13.29.18")

        assert "H62" in temuan_di_bilah(halaman(masuk, sesi))["ANGKA_TIDAK_TERBACA"]

    @pytest.mark.parametrize(
        ("sel", "nilai", "pesan"),
        [
            ("H62", "", "Ketik isinya"),
            ("ZZ9999", "1", "tidak ada di pratinjau"),
            ("XFD1048576", "1", "tidak ada di pratinjau"),
            ("bukan sel", "1", "tidak ada di pratinjau"),
        ],
    )
    def test_a_decision_that_makes_no_sense_is_refused(self, masuk, sesi, sel, nilai, pesan):
        jawaban = putuskan(masuk, sesi, sel, nilai)

        assert jawaban.status_code == 422
        assert pesan in jawaban.content.decode()
        sesi.refresh_from_db()
        assert sesi.koreksi == {}

    def test_nothing_is_decided_after_applying(self, masuk, dinas, perencana):
        sesi = mulai(dinas, perencana, buku(*KECIL))
        masuk.post(f"/impor/{sesi.pk}/penerapan/")

        assert putuskan(masuk, sesi, "F4", "1").status_code in (404, 422)
        assert Simpul.objects.tampak().count() == 4
