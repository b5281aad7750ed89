"""Q20: quarters against their windows."""

from datetime import date

import pytest

from kinerja.models import Pengukuran
from kinerja.mutu_lembaga import lembar_mutu
from kinerja.tenggat_ukur import tenggat_ukur
from tests.factories import PADA
from tests.kinerja.ukur_uji import buat_terukur, jendela, langkah, ukur

HARI = PADA.date()
BUKA = date(2025, 1, 1)


@pytest.fixture
def terukur(pohon, jalur, perencana):
    indikator = buat_terukur(pohon, jalur, perencana)
    ukur(pohon, indikator, "25", oleh=perencana)
    return pohon


def q20(dinas, hari):
    lembar = lembar_mutu(dinas, tahun=2025, pada=hari)
    return [b.butir.temuan.pesan for b in lembar.baris if b.butir.temuan.kode == "Q20"]


def test_a_quarter_is_late_once_its_window_is_over(terukur, dinas, perencana):
    jendela(dinas.pemda, BUKA, date(2999, 1, 1))

    assert q20(dinas, date(2999, 1, 1)) == []
    (pesan,) = q20(dinas, date(2999, 1, 2))
    assert pesan == "Pengukuran Triwulan I 2025 Cascading jatuh tempo 2999-01-01, belum selesai."

    langkah(terukur, "ajukan", oleh=perencana)
    assert q20(dinas, date(2999, 1, 2)) == []


def test_what_was_returned_is_open_again(terukur, dinas, perencana, kepala):
    jendela(dinas.pemda, BUKA, date(2999, 1, 1))
    langkah(terukur, "ajukan", oleh=perencana)
    (satu,) = tenggat_ukur(dinas, [terukur], 2025)
    assert satu.pada == HARI.isoformat()

    langkah(terukur, "kembalikan", oleh=kepala, alasan="Lengkapi buktinya")
    (satu,) = tenggat_ukur(dinas, [terukur], 2025)
    assert satu.pada is None
    assert Pengukuran.objects.get().diajukan_pada is None


def test_without_windows_nothing_is_due(terukur, dinas):
    assert tenggat_ukur(dinas, [terukur], 2025) == ()
