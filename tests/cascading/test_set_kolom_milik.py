"""Own sets of an agency: verbs record, rules refuse, the database is the last guard."""

import pytest
from django.db import IntegrityError, transaction

from cascading.models import SetKolom, ambil_set, set_tersedia
from cascading.set_kolom import SET_BAKU
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Riwayat
from tests.factories import PADA, buat_dinas

KOLOM = [
    {"kunci": "no", "judul": "No", "grup": ""},
    {"kunci": "program_nama", "judul": "Program", "grup": "Belanja"},
]


def buat(dinas, oleh, **isi):
    bawaan = {"nama": "modal-2", "judul": "CASCADING BELANJA MODAL", "kolom": KOLOM}
    return SetKolom(perangkat_daerah=dinas, **bawaan | isi).daftarkan(oleh=oleh, pada=PADA)


def test_an_own_set_stands_beside_the_common_ones(dinas, perencana):
    buat(dinas, perencana)

    tersedia = set_tersedia(dinas)

    assert list(tersedia) == [*SET_BAKU, "modal-2"]
    assert [k.judul for k in tersedia["modal-2"].kolom] == ["No", "Program"]
    assert Riwayat.objects.filter(perangkat_daerah=dinas, pohon=None).last().kata_kerja == (
        "tambah setkolom"
    )


def test_another_agency_does_not_see_it(dinas, perencana):
    buat(dinas, perencana)
    lain = buat_dinas(dinas.pemda, "Dinas Kesehatan", "1.02.01")

    with pytest.raises(AturanDilanggar, match="“modal-2” tidak ada; yang tersedia: lengkap"):
        ambil_set(lain, "modal-2")


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"nama": "lengkap"}, "set baku"),
        ({"nama": "Modal 2"}, "huruf kecil"),
        ({"kolom": [{"kunci": "no", "judul": "No"}]}, "sedikitnya satu kolom uraian"),
        ({"kolom": [{"kunci": "zzz", "judul": "Z"}, *KOLOM]}, "tidak dikenal: zzz"),
    ],
)
def test_a_wrong_set_is_refused_with_the_reason(dinas, perencana, isi, pesan):
    with pytest.raises(AturanDilanggar, match=pesan):
        buat(dinas, perencana, **isi)


@pytest.mark.parametrize(
    "isi", [{"nama": "modal-2"}, {"nama": "Modal Dua"}], ids=["the same name", "a free name"]
)
def test_the_database_refuses_what_goes_around_python(dinas, perencana, isi):
    buat(dinas, perencana)

    with pytest.raises(IntegrityError), transaction.atomic():
        SetKolom.objects.create(perangkat_daerah=dinas, judul="X", kolom=KOLOM, **isi)
