"""Cerita: blocks of labels become a document like any renja."""

import pytest

from kinerja.impor.terapkan import terapkan
from kinerja.models import KlaimPagu, Pagu, Simpul
from tests.factories import PADA
from tests.kinerja.impor_uji import CONTOH, mulai

pytestmark = pytest.mark.django_db


def test_programs_sums_and_sub_kegiatan_are_loaded(dinas, perencana):
    terapkan(mulai(dinas, perencana, CONTOH / "blok-label.xlsx"), oleh=perencana, pada=PADA)

    jenjang = Simpul.objects.tampak().values_list("jenjang", flat=True)
    assert sorted(jenjang) == [*["KEGIATAN"] * 2, *["PROGRAM"] * 2, *["SUB_KEGIATAN"] * 6]
    program = Simpul.objects.get(jenjang="PROGRAM", nama__icontains="bencana")
    sub = Pagu.objects.filter(simpul__induk__induk=program)
    assert sum(sub.values_list("nilai", flat=True)) == 372_250_370
    assert KlaimPagu.objects.get(simpul=program).nilai == 372_250_370
