"""Rows written from plain columns are those that Django's own bulk_create writes."""

import uuid
from decimal import Decimal

import pytest

from kinerja.models import Indikator, Tahap, Target
from kinerja.models.sisipan import sisipkan
from tests.factories import buat_jalur

TANPA = ("id", "uid", "indikator_id")


@pytest.fixture
def simpul(pohon, perencana):
    return buat_jalur(pohon, perencana)["SUB_KEGIATAN"]


def _isi(model, **pilih):
    (baris,) = model.objects.filter(**pilih).values()
    return {nama: nilai for nama, nilai in baris.items() if nama not in TANPA}


def _kolom(simpul, teks="Jumlah “ñ” orang", **lain):
    return {
        "uid": str(uuid.uuid4()),
        "pohon_id": simpul.pohon_id,
        "simpul_id": simpul.pk,
        "teks": teks,
        "formulasi": ["a / b", "c"],
        "utama": True,
        **lain,
    }


def test_an_indicator_is_written_as_bulk_create_writes_it(simpul):
    kolom = _kolom(simpul, urutan=1)
    sisipkan(Indikator, [kolom])
    Indikator._base_manager.bulk_create([Indikator(**kolom | {"uid": (lain := uuid.uuid4())})])

    assert _isi(Indikator, uid=kolom["uid"]) == _isi(Indikator, uid=lain)


@pytest.mark.parametrize("nilai", ["12.5", "100", Decimal("0.000001"), None])
def test_a_decimal_is_written_as_bulk_create_writes_it(simpul, nilai):
    pertama, kedua = _kolom(simpul, urutan=1), _kolom(simpul, urutan=2)
    sisipkan(Indikator, [pertama, kedua])
    tahap = Tahap.ambil(simpul.pohon.perangkat_daerah, 2025, "MURNI")
    pk = [Indikator.objects.get(uid=k["uid"]).pk for k in (pertama, kedua)]
    isi = {"tahun": 2025, "tahap_id": tahap.pk, "mentah": "12,5", "jenis": "ANGKA", "nilai": nilai}
    isi |= {"jenis": "TEKS"} if nilai is None else {}

    sisipkan(Target, [isi | {"indikator_id": pk[0]}])
    Target._base_manager.bulk_create([Target(**isi, indikator_id=pk[1])])

    assert _isi(Target, indikator=pk[0]) == _isi(Target, indikator=pk[1])


def test_many_rows_come_back_with_what_was_asked(simpul, django_assert_max_num_queries):
    daftar = [_kolom(simpul, f"Indikator {n}", urutan=n) for n in range(1100)]

    with django_assert_max_num_queries(40):
        kembali = sisipkan(Indikator, daftar, kembali=("id", "urutan"))

    milik = Indikator.objects.filter(simpul=simpul).order_by("urutan")
    assert sorted(kembali, key=lambda k: k[1]) == list(milik.values_list("pk", "urutan"))


def test_nothing_asks_nothing(simpul, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert sisipkan(Indikator, []) == []
