"""manage.py daftar_pohon: what stands in each document, in a constant number of queries."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from kinerja.management.commands.daftar_pohon import daftar_pohon
from kinerja.models import Tahap
from kinerja.pilihan import Jenjang
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def isi_pagu(pohon, jalur, perencana):
    """Type the pagu of the one sub kegiatan."""

    def isi(teks, **letak):
        pohon.isi_pagu(jalur[Jenjang.SUB_KEGIATAN], teks, oleh=perencana, pada=f.PADA, **letak)

    return isi


def test_a_document_is_told_by_these_fields(pohon, isi_pagu):
    isi_pagu("1.500.000", tahun=2025)
    keluaran = StringIO()

    call_command("daftar_pohon", "--json", stdout=keluaran)

    assert json.loads(keluaran.getvalue()) == [
        {
            "id": pohon.pk,
            "perangkat_daerah": {
                "kode": pohon.perangkat_daerah.kode,
                "nama": pohon.perangkat_daerah.nama,
            },
            "jenis": "CASCADING",
            "judul": "",
            "periode": pohon.periode.nama,
            "edisi": 1,
            "jumlah": {"tujuan": 1, "sasaran": 1, "program": 1, "kegiatan": 1, "sub_kegiatan": 1},
            "pagu": {"2025": 1_500_000},
        }
    ]


def test_the_last_tahap_with_a_row_counts(pohon, isi_pagu):
    isi_pagu("1.000.000", tahun=2025)
    isi_pagu("2.000.000", tahun=2026)
    Tahap.objects.create(
        perangkat_daerah=pohon.perangkat_daerah, tahun=2025, urutan=2, kode="PERUBAHAN"
    )
    isi_pagu("1.750.000", tahun=2025, tahap="PERUBAHAN")

    assert daftar_pohon()[0]["pagu"] == {2025: 1_750_000, 2026: 2_000_000}


def test_funds_of_one_sub_kegiatan_add_up(isi_pagu):
    isi_pagu("1.000.000", tahun=2025, sumber_dana="PAD")
    isi_pagu("500.000", tahun=2025, sumber_dana="DAU")

    assert daftar_pohon()[0]["pagu"] == {2025: 1_500_000}


def test_an_empty_document_counts_nothing(pohon):
    assert [(d["jumlah"], d["pagu"]) for d in daftar_pohon()] == [({}, {})]


def test_queries_do_not_grow_with_the_documents(pohon, perencana, django_assert_num_queries):
    for judul in ("A", "B", "C"):
        f.buat_jalur(f.buat_pohon(pohon.perangkat_daerah, perencana, judul=judul), perencana)

    with django_assert_num_queries(4):
        assert len(daftar_pohon()) == 4


def test_without_json_it_is_read_by_people(isi_pagu):
    isi_pagu("1.500.000", tahun=2025)
    keluaran = StringIO()

    call_command("daftar_pohon", stdout=keluaran)

    assert "2025: Rp 1.500.000" in keluaran.getvalue()
