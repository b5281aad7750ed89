"""After "Terapkan": other windows, undoing the undo, the empty document an undo leaves."""

import pytest

from kinerja.models import Pohon, Riwayat, SesiImpor, Simpul
from tests.factories import PADA
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
