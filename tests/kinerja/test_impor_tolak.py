"""Files that are no workbook for us: one clear sentence, soon, and nothing left behind."""

import tempfile
import time

import pytest

from kinerja.models import SesiImpor
from scripts.contoh_berbahaya import KECIL as BERBAHAYA
from tests.kinerja.impor_uji import KECIL, buku, unggah

DETIK = 5


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


@pytest.fixture
def sementara(monkeypatch, tmp_path):
    """A temporary folder of its own, so that what is left behind shows."""
    tempat = tmp_path / "sementara"
    tempat.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tempat))
    return tempat


@pytest.mark.parametrize("nama", sorted(n for n, (_, kode) in BERBAHAYA.items() if kode))
def test_a_hostile_file_is_refused_soon_with_a_sentence(masuk, dinas, tmp_path, sementara, nama):
    jalur = tmp_path / nama
    BERBAHAYA[nama][0](jalur)

    mulai = time.monotonic()
    jawaban = unggah(masuk, dinas, jalur)
    lama = time.monotonic() - mulai

    assert jawaban.status_code == 422
    assert lama < DETIK
    (galat, *_) = jawaban.context["form"].errors["berkas"]
    assert galat.endswith(".")
    assert "Traceback" not in jawaban.content.decode()
    assert SesiImpor.objects.count() == 0
    assert list(sementara.iterdir()) == []


def test_a_workbook_without_a_table_is_refused(masuk, dinas):
    jawaban = unggah(masuk, dinas, buku(judul="Catatan rapat"))

    assert jawaban.status_code == 422
    assert SesiImpor.objects.count() == 0


def test_an_upload_beyond_the_limit_stops_while_it_comes_in(masuk, dinas, sementara):
    jawaban = unggah(masuk, dinas, b"PK\x03\x04" + b"0" * (11 * 1024 * 1024))

    assert jawaban.status_code == 422
    assert "lebih besar dari 10 MB" in jawaban.content.decode()
    assert list(sementara.iterdir()) == []


def test_a_csv_is_told_how_to_become_a_workbook(masuk, dinas):
    jawaban = unggah(masuk, dinas, b"No,Program\n1,Program Bencana\n", nama="renja.csv")

    assert jawaban.status_code == 422
    assert ".xlsx" in jawaban.content.decode()


def test_the_form_keeps_what_was_filled_in(masuk, dinas):
    jawaban = unggah(masuk, dinas, b"bukan excel", judul="Belanja Wajib", tahun="2026")

    html = jawaban.content.decode()
    assert 'value="Belanja Wajib"' in html
    assert 'value="2026"' in html


def test_a_good_file_still_comes_in_after_all_that(masuk, dinas):
    assert unggah(masuk, dinas, buku(*KECIL)).status_code == 302
