"""The published cascading per jabatan of the demo, counted as in its source."""

import pytest

from kinerja.aturan.peta_jabatan import temuan_kotak
from kinerja.contoh.peta_jabatan import muat_peta_jabatan
from tests.factories import PADA, buat_periode


@pytest.fixture
def peta(dinas, perencana):
    return muat_peta_jabatan(dinas, buat_periode(2018, 2022), oleh=perencana, pada=PADA)


def test_ten_boxes_keep_two_lists_of_their_own_length(peta):
    banyak = [(len(k.kinerja_utama), len(k.indikator)) for k, _ in peta.susunan()]

    assert banyak == [
        (1, 1),
        (3, 3), (2, 3), (1, 2),
        (3, 4), (2, 4), (2, 2),
        (4, 6), (2, 4), (1, 6),
    ]  # fmt: skip
    assert [t for _, t in peta.susunan()] == [0, 1, 2, 2, 1, 2, 2, 1, 2, 2]


def test_titles_and_places_are_guesses_and_the_two_oddities_are_found(peta):
    temuan = {
        k.nomor: [t.kode for t in temuan_kotak(k.isi) if t.tingkat == "PERINGATAN"]
        for k, _ in peta.susunan()
    }

    assert all(k.nama_dugaan for k, _ in peta.susunan())
    assert [k.nomor for k, _ in peta.susunan() if not k.induk_dugaan] == ["KD"]
    assert {nomor: kode for nomor, kode in temuan.items() if kode} == {
        "S4": ["KALIMAT_TERGABUNG", "INDIKATOR_KEMBAR"]
    }


def test_running_again_changes_nothing(peta, dinas, perencana):
    kembali = muat_peta_jabatan(dinas, peta.periode, oleh=perencana, pada=PADA)

    assert kembali == peta
    assert peta.kotak.count() == 10
