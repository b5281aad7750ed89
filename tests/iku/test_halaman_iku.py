"""The screens of the IKU document: who sees and writes what, and every step of the way."""

import pytest
from django.urls import reverse

from iku.models import Bab, DokumenIku, Reviu, UraianIku
from kinerja.models import Riwayat
from kinerja.pilihan import Peran
from tests.factories import PADA, buat_pengguna
from tests.iku.iku_uji import buat_iku


def alamat(nama, *kunci):
    return reverse(nama, args=kunci)


@pytest.fixture
def operator(dinas):
    return buat_pengguna("operator", Peran.OPERATOR, di=dinas)


@pytest.fixture
def halaman(dokumen, indikator):
    """Every page of the document that only its writers open."""
    bab = dokumen.bab.first()
    return [
        alamat("iku-data", dokumen.pk),
        alamat("iku-sumber", dokumen.pk),
        alamat("iku-pilihan", dokumen.pk),
        alamat("iku-uraian", dokumen.pk, indikator.uid),
        alamat("iku-bab", bab.pk),
        alamat("iku-bab-baru", dokumen.pk),
        alamat("iku-reviu-baru", dokumen.pk),
    ]


def test_the_pages_open_for_planner_and_operator(client, halaman, dokumen, perencana, operator):
    for pengguna in (perencana, operator):
        client.force_login(pengguna)
        for satu in [alamat("iku-daftar"), alamat("iku", dokumen.pk), alamat("iku-baru"), *halaman]:
            assert client.get(satu).status_code == 200, satu


def test_readers_read_and_do_not_write(client, halaman, dokumen, evaluator, kepala):
    for pengguna in (evaluator, kepala):
        client.force_login(pengguna)
        assert client.get(alamat("iku", dokumen.pk)).status_code == 200
        assert [client.get(satu).status_code for satu in halaman] == [403] * len(halaman)


def test_another_agency_finds_nothing_and_a_guest_logs_in(client, halaman, dokumen, perencana_lain):
    semua = [alamat("iku", dokumen.pk), *halaman]
    assert {client.get(satu).status_code for satu in semua} == {302}

    client.force_login(perencana_lain)
    assert {client.get(satu).status_code for satu in semua} == {404}
    assert client.post(alamat("iku-pengajuan", dokumen.pk)).status_code == 404


def test_a_document_is_made_from_chosen_cascadings(client, pohon, indikator, perencana):
    client.force_login(perencana)

    jawab = client.post(alamat("iku-baru"), {"sumber": [pohon.pk], "tahun": 2026, "judul": ""})

    assert jawab.status_code == 302
    dokumen = DokumenIku.objects.get()
    assert [s.pohon_id for s in dokumen.sumber.all()] == [pohon.pk]
    kembar = client.post(alamat("iku-baru"), {"sumber": [pohon.pk], "tahun": 2026})
    assert kembar.status_code == 422
    assert "Sudah ada dokumen IKU" in kembar.text


def test_the_page_shows_table_narrative_findings_and_costs_the_same(
    client, dokumen, pohon, jalur, perencana, django_assert_max_num_queries
):
    client.force_login(perencana)
    for ke in range(4):
        buat_iku(pohon, jalur["PROGRAM"], perencana, f"Jumlah {ke}", satuan="Orang")

    with django_assert_max_num_queries(32):
        jawab = client.get(alamat("iku", dokumen.pk))

    for teks in ("82,5", "75,15", "1 sub kegiatan", "Landasan hukum"):
        assert teks in jawab.text


def test_iku_are_chosen_from_the_indicators(client, dokumen, pohon, jalur, indikator, perencana):
    client.force_login(perencana)
    lain = pohon.tambah_indikator(
        jalur["TUJUAN"], teks="Indeks kesejahteraan", oleh=perencana, pada=PADA
    )
    jauh = pohon.tambah_indikator(
        jalur["SUB_KEGIATAN"], teks="Jumlah orang", oleh=perencana, pada=PADA
    )
    buka = client.get(alamat("iku-pilihan", dokumen.pk))
    assert f'value="{indikator.pk}" checked' in buka.text
    assert f'value="{jauh.pk}"' not in buka.text

    jawab = client.post(alamat("iku-pilihan", dokumen.pk), {"iku": [lain.pk]}, follow=True)

    assert "1 IKU dipilih." in jawab.text
    lain.refresh_from_db()
    indikator.refresh_from_db()
    assert (lain.utama, indikator.utama) == (True, False)


def test_a_locked_cascading_keeps_its_choice(client, dokumen, pohon, indikator, perencana):
    client.force_login(perencana)
    type(pohon).objects.filter(pk=pohon.pk).update(status="DISETUJUI")

    jawab = client.post(alamat("iku-pilihan", dokumen.pk), {"iku": []})

    assert jawab.status_code == 422
    indikator.refresh_from_db()
    assert indikator.utama


def test_a_text_is_previewed_then_stored(client, dokumen, perencana):
    client.force_login(perencana)
    bab = dokumen.bab.get(baku="LANDASAN_HUKUM")
    isi = {"judul": bab.judul, "isi": "1. Peraturan {tahun}", "urutan": bab.urutan,
           "initial-judul": bab.judul, "initial-isi": "", "initial-urutan": bab.urutan}  # fmt: skip

    lihat = client.post(alamat("iku-bab", bab.pk), isi | {"pratinjau": "1"})
    assert "<li>Peraturan 2026</li>" in lihat.text
    bab.refresh_from_db()
    assert bab.isi == ""

    assert client.post(alamat("iku-bab", bab.pk), isi).status_code == 302
    bab.refresh_from_db()
    assert bab.isi == "1. Peraturan {tahun}"
    keliru = isi | {"isi": "{x}", "initial-isi": isi["isi"]}
    assert client.post(alamat("iku-bab", bab.pk), keliru).status_code == 422


def test_a_colleague_who_was_faster_is_shown(client, dokumen, perencana):
    client.force_login(perencana)
    bab = dokumen.bab.get(baku="PENGANTAR")
    isi = {"judul": bab.judul, "isi": "Baru", "urutan": 1, "initial-judul": bab.judul,
           "initial-isi": "yang dilihat dulu", "initial-urutan": 1}  # fmt: skip

    assert client.post(alamat("iku-bab", bab.pk), isi).status_code == 409


def test_own_blocks_come_and_go(client, dokumen, perencana):
    client.force_login(perencana)
    isi = {"bagian": "BAB_I", "judul": "Ruang Lingkup", "isi": "Teks", "urutan": 9}

    client.post(alamat("iku-bab-baru", dokumen.pk), isi)
    bab = Bab.objects.get(judul="Ruang Lingkup")
    assert "Hapus" in client.get(alamat("iku-bab", bab.pk)).text
    client.post(alamat("iku-bab-penghapusan", bab.pk))

    assert not Bab.objects.filter(judul="Ruang Lingkup").exists()


def test_the_narrative_offers_the_tree_and_keeps_what_is_typed(
    client, dokumen, indikator, jalur, perencana
):
    client.force_login(perencana)
    tempat = alamat("iku-uraian", dokumen.pk, indikator.uid)
    assert f'placeholder="{jalur["SASARAN"].kinerja}"' in client.get(tempat).text
    isi = {"urutan": 1, "komponen": "A | Jumlah A | B\nC", "program": "P1\nP2", "ket": "Baru"}

    assert client.post(tempat, isi).status_code == 302

    uraian = UraianIku.objects.get()
    assert uraian.komponen == [["A", "Jumlah A", "B"], ["C", "", ""]]
    assert uraian.program == ["P1", "P2"]
    lagi = client.get(tempat)
    assert "A | Jumlah A | B\nC</textarea>" in lagi.text
    tetap = {f"initial-{m}": v for m, v in isi.items()} | isi
    assert client.post(tempat, tetap | {"ket": "Lama", "komponen": ""}).status_code == 302
    uraian.refresh_from_db()
    assert (uraian.ket, uraian.komponen) == ("Lama", None)


def test_a_narrative_needs_a_chosen_indicator(client, dokumen, pohon, jalur, perencana):
    client.force_login(perencana)
    biasa = pohon.tambah_indikator(jalur["SASARAN"], teks="Biasa", oleh=perencana, pada=PADA)

    assert client.get(alamat("iku-uraian", dokumen.pk, biasa.uid)).status_code == 404


def test_reviews_are_recorded_with_berita_acara_and_before_after(client, dokumen, perencana):
    client.force_login(perencana)
    isi = {
        "tanggal": "2025-08-04", "berita_acara": "BA reviu IKU", "peserta": "Sekretaris\nBappeda",
        "jenis": "PENGGANTIAN", "perihal": "IKU 1", "sebelum": "lama", "sesudah": "baru",
    }  # fmt: skip

    tanpa_sebab = client.post(alamat("iku-reviu-baru", dokumen.pk), isi)
    assert tanpa_sebab.status_code == 422
    assert "perlu alasan" in tanpa_sebab.text
    client.post(alamat("iku-reviu-baru", dokumen.pk), isi | {"sebab": "tidak terukur"})

    reviu = Reviu.objects.get()
    assert "IKU diganti 1 kali" in client.get(alamat("iku", dokumen.pk)).text
    assert "BA reviu IKU" in client.get(alamat("iku-reviu-baru", dokumen.pk)).text
    assert client.get(alamat("iku-reviu", reviu.pk)).status_code == 200
    client.post(alamat("iku-reviu-penghapusan", reviu.pk))
    assert not Reviu.objects.exists()


def test_the_document_climbs_its_ladder(client, dokumen, perencana, kepala):
    def langkah(nama, pengguna, **isi):
        client.force_login(pengguna)
        dokumen.refresh_from_db()
        return client.post(alamat(nama, dokumen.pk), {"versi": dokumen.versi, **isi})

    assert langkah("iku-persetujuan", perencana).status_code == 403
    assert langkah("iku-pengajuan", perencana).status_code == 302
    assert langkah("iku-pengembalian", kepala).status_code == 422
    assert langkah("iku-pengembalian", kepala, alasan="Lengkapi").status_code == 302
    assert "Lengkapi" in client.get(alamat("iku", dokumen.pk)).text
    assert langkah("iku-pengajuan", perencana).status_code == 302
    assert langkah("iku-persetujuan", kepala).status_code == 302
    assert langkah("iku-pemberlakuan", perencana).status_code == 302
    dokumen.refresh_from_db()
    assert dokumen.status == "BERLAKU"
    kerja = Riwayat.objects.filter(pohon=None).values_list("kata_kerja", flat=True)
    assert {"ajukan dokumeniku", "setujui dokumeniku", "berlakukan dokumeniku"} <= set(kerja)


def test_open_errors_hold_the_document_back(client, dokumen, pohon, indikator, perencana):
    client.force_login(perencana)
    pohon.ubah_indikator(indikator, {"utama": False}, oleh=perencana, pada=PADA)

    jawab = client.post(alamat("iku-pengajuan", dokumen.pk), {"versi": dokumen.versi})

    assert jawab.status_code == 422
    assert "Belum ada IKU yang dipilih" in jawab.text
    assert "disabled" in jawab.text


def test_a_draft_is_deleted_and_a_submitted_one_is_not(client, dokumen, perencana):
    client.force_login(perencana)
    DokumenIku.objects.update(status="DIAJUKAN")
    client.post(alamat("iku-penghapusan", dokumen.pk))
    assert DokumenIku.objects.exists()

    DokumenIku.objects.update(status="DRAF")
    client.post(alamat("iku-penghapusan", dokumen.pk))
    assert not DokumenIku.objects.exists()


def test_sources_are_changed_and_a_replaced_one_is_a_finding(client, dokumen, pohon, perencana):
    client.force_login(perencana)
    type(pohon).objects.filter(pk=pohon.pk).update(status="DISETUJUI")
    pohon.refresh_from_db()
    baru = pohon.buka_perubahan(oleh=perencana, pada=PADA)
    type(pohon).objects.filter(pk=baru.pk).update(status="DISETUJUI")
    assert "sudah digantikan edisi 2" in client.get(alamat("iku", dokumen.pk)).text

    assert client.post(alamat("iku-sumber", dokumen.pk), {"sumber": []}).status_code == 422
    jawab = client.post(alamat("iku-sumber", dokumen.pk), {"sumber": [baru.pk]})

    assert jawab.status_code == 302
    assert [s.pohon_id for s in dokumen.sumber.all()] == [baru.pk]
    assert "sudah digantikan" not in client.get(alamat("iku", dokumen.pk)).text


def test_a_branch_says_which_document_prints_its_iku(dokumen, pohon, jalur):
    from kinerja.kaitan import ikut_serta

    kalimat = ikut_serta(pohon, [jalur["SASARAN"].pk])

    assert "Dokumen IKU 2026 memuat 1 IKU dari kotak ini dan ikut berubah." in kalimat
    assert not [k for k in ikut_serta(pohon, [jalur["KEGIATAN"].pk]) if "IKU" in k]
