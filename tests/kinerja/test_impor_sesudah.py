"""After "Terapkan": other windows, undoing the undo, the empty document an undo leaves."""

import pytest

from kinerja.impor.bacaan import PilihanImpor
from kinerja.impor.perintah import Tujuan, muat
from kinerja.impor.terapkan import batalkan, terapkan
from kinerja.management.commands.daftar_pohon import daftar_pohon
from kinerja.models import Pohon, Riwayat, SesiImpor, Simpul
from kinerja.models.pemeriksaan import periksa_susunan
from tests.factories import PADA, buat_periode, buat_pohon
from tests.kinerja.formulir_uji import kirim
from tests.kinerja.impor_uji import KECIL, buku, mulai, unggah

CATATAN = "Impor ini sudah diterapkan."


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


@pytest.fixture
def diterapkan(masuk, dinas, perencana):
    sesi = mulai(dinas, perencana, buku(*KECIL))
    masuk.post(f"/impor/{sesi.pk}/penerapan/", follow=True)
    sesi.refresh_from_db()
    return sesi


def balik(pohon, perencana) -> None:
    """Undo the last event from the history."""
    akhir = Riwayat.objects.filter(pohon=pohon).latest("nomor")
    pohon.batalkan(akhir, oleh=perencana, pada=PADA)


@pytest.mark.parametrize(
    "langkah", ["keputusan", "usul", "pilihan", "pembaruan", "penerapan", "pembuangan"]
)
def test_a_step_in_another_window_shows_the_result_and_one_note(masuk, diterapkan, langkah):
    jawaban = masuk.post(f"/impor/{diterapkan.pk}/{langkah}/")

    html = jawaban.content.decode()
    assert jawaban.status_code == 422
    assert html.count(CATATAN) == html.count("Batalkan impor ini") == 1
    assert "ringkasan-galat" not in html
    assert Simpul.objects.tampak().count() == 4


def test_the_status_follows_the_history_and_the_button_with_it(masuk, diterapkan, perencana):
    pohon, alamat = diterapkan.pohon, f"/impor/{diterapkan.pk}/"
    for status, ditawarkan in (("DIBATALKAN", False), ("DITERAPKAN", True)):
        balik(pohon, perencana)
        diterapkan.refresh_from_db()
        assert diterapkan.status == status
        assert ("Batalkan impor ini" in masuk.get(alamat).content.decode()) is ditawarkan

    masuk.post(f"{alamat}pembatalan/")

    diterapkan.refresh_from_db()
    assert diterapkan.status == "DIBATALKAN"
    assert Simpul.objects.tampak().count() == 0


def test_an_undone_import_is_not_undone_twice(masuk, diterapkan, perencana):
    balik(diterapkan.pohon, perencana)

    jawaban = masuk.post(f"/impor/{diterapkan.pk}/pembatalan/")

    assert jawaban.status_code == 422
    assert "sudah dibatalkan" in jawaban.content.decode()
    assert Simpul.objects.tampak().count() == 0


def test_the_document_of_an_undone_import_leaves_the_lists_and_can_be_found(
    masuk, dinas, diterapkan, perencana
):
    tangan = buat_pohon(dinas, perencana, judul="Kosong")
    tautan = f'href="/pohon/{diterapkan.pohon_id}/"'
    assert tautan in masuk.get("/pohon/").content.decode()

    jawaban = masuk.post(f"/impor/{diterapkan.pk}/pembatalan/", follow=True).content.decode()

    assert "tidak terdaftar; riwayatnya tetap tersimpan" in jawaban
    daftar, kosong = (masuk.get(a).content.decode() for a in ("/pohon/", "/pohon/?kosong=1"))
    assert [d["id"] for d in daftar_pohon()] == [tangan.pk]
    assert tautan not in daftar
    assert "1 dokumen kosong" in daftar
    assert f'href="/pohon/{tangan.pk}/"' in daftar
    assert tautan in kosong
    assert f'href="/pohon/{tangan.pk}/"' not in kosong
    assert (
        f'<a href="/pohon/{diterapkan.pohon_id}/">'
        not in masuk.get("/").content.decode().split("Yang terakhir terjadi")[0]
    )


def test_undoing_the_undo_lists_the_document_again(masuk, diterapkan, perencana):
    for terdaftar in (False, True):
        balik(diterapkan.pohon, perencana)
        assert Pohon.objects.tampak().exists() is terdaftar


def test_an_import_into_a_document_made_by_hand_leaves_it_listed(masuk, pohon, perencana):
    sesi = mulai(pohon.perangkat_daerah, perencana, buku(*KECIL), pohon=pohon)
    terapkan(sesi, oleh=perencana, pada=PADA)

    batalkan(sesi, oleh=perencana, pada=PADA)

    assert list(Pohon.objects.tampak()) == [pohon]


def test_a_new_document_of_that_name_is_the_old_one_with_its_history(masuk, diterapkan, perencana):
    balik(diterapkan.pohon, perencana)

    jawaban = kirim(masuk, "/pohon/baru/")

    assert jawaban["Location"] == f"/pohon/{diterapkan.pohon_id}/"
    html = masuk.get(jawaban["Location"]).content.decode()
    assert "dari impor yang dibatalkan dipakai lagi" in html
    assert (
        f'Isi yang pernah ada dapat dikembalikan lewat <a href="/pohon/{diterapkan.pohon_id}/'
        in html
    )
    assert Pohon.objects.tampak().count() == Pohon.objects.count() == 1
    kata = Riwayat.objects.filter(pohon=diterapkan.pohon).order_by("nomor")
    assert [r.kata_kerja for r in kata] == ["buat", "impor", "batalkan", "buat"]
    assert kirim(masuk, "/pohon/baru/").status_code == 422


def test_the_command_takes_it_again_too(dinas, diterapkan, perencana, tmp_path):
    balik(diterapkan.pohon, perencana)
    berkas = tmp_path / "renja.xlsx"
    berkas.write_bytes(buku(*KECIL))
    tujuan = Tujuan(None, dinas, buat_periode())

    muatan = muat(berkas, PilihanImpor(), tujuan, oleh=perencana.username, pada=PADA, usul=False)

    assert muatan.pohon == diterapkan.pohon_id
    assert (Pohon.objects.count(), Simpul.objects.tampak().count()) == (1, 4)
    assert periksa_susunan(diterapkan.pohon) == []


def test_the_empty_document_an_undo_left_is_filled_by_the_next_import(
    masuk, dinas, diterapkan, perencana
):
    balik(diterapkan.pohon, perencana)

    jawaban = unggah(masuk, dinas, buku(*KECIL))

    sesi = SesiImpor.objects.latest("pk")
    assert sesi.pohon == diterapkan.pohon
    assert "masih kosong; dimuat ke sana" in masuk.get(jawaban.url).content.decode()
    assert masuk.post(f"/impor/{sesi.pk}/penerapan/").status_code == 302
    assert (Pohon.objects.count(), Simpul.objects.tampak().count()) == (1, 4)
