"""Proposals of a cell: official names by code or words, units that are in use."""

import pytest
from django.urls import reverse

from kinerja.models import BidangUrusan, Nomenklatur, VersiNomenklatur
from kinerja.pilihan import Jenjang
from tests.factories import PADA

RESMI = (
    ("1.06.04", "PROGRAM", "Program Rehabilitasi Sosial"),
    ("1.06.04.2.01", "KEGIATAN", "Rehabilitasi Sosial Dasar"),
    ("1.06.04.2.01.0001", "SUB_KEGIATAN", "Penyediaan Permakanan"),
    ("1.06.04.2.01.0002", "SUB_KEGIATAN", "Penyediaan Sandang"),
    ("1.06.05.2.01.0001", "SUB_KEGIATAN", "Penyediaan Rumah Singgah"),
    ("1.02.02.2.01.0001", "SUB_KEGIATAN", "Penyediaan Obat"),
)


@pytest.fixture
def versi(dinas):
    dinas.bidang_urusan.add(BidangUrusan.objects.create(kode="1.06", nama="Sosial"))
    versi = VersiNomenklatur.objects.create(kode="2023", nama="Daftar 2023")
    Nomenklatur.objects.bulk_create(
        Nomenklatur(versi=versi, kode=k, jenjang=j, nama=n, kinerja=f"Kinerja {n}",
                    indikator=f"Jumlah {n}", satuan="Orang")
        for k, j, n in RESMI
    )  # fmt: skip
    return versi


@pytest.fixture
def tanya(client, pohon, perencana, versi):
    client.force_login(perencana)

    def beri(cari, **lain):
        isi = {"medan": "nama", "jenjang": "SUB_KEGIATAN", "cari": cari} | lain
        return client.get(reverse("pohon-saran", args=[pohon.pk]), isi).json()["saran"]

    return beri


@pytest.mark.parametrize(
    ("cari", "induk", "kode"),
    [
        ("penyediaan", "", ["1.06.04.2.01.0001", "1.06.04.2.01.0002", "1.06.05.2.01.0001"]),
        ("sandang penyediaan", "", ["1.06.04.2.01.0002"]),
        ("1.06.04", "", ["1.06.04.2.01.0001", "1.06.04.2.01.0002"]),
        ("1.06.04.2.01.00", "", ["1.06.04.2.01.0001", "1.06.04.2.01.0002"]),
        ("1.06.04.02.01.02", "", ["1.06.04.2.01.0002"]),
        ("penyediaan", "1.06.05.2.01", ["1.06.05.2.01.0001"]),
        ("penyediaan", "1.02.02.2.01", ["1.02.02.2.01.0001"]),
        ("tidak ada", "", []),
        ("", "", []),
    ],
)
def test_official_rows_by_code_or_words(tanya, cari, induk, kode):
    assert [s["kode"] for s in tanya(cari, induk=induk)] == kode


def test_a_proposal_brings_name_sentence_indicator_and_unit(tanya):
    assert tanya("sandang") == [
        {
            "kode": "1.06.04.2.01.0002",
            "nama": "Penyediaan Sandang",
            "kinerja": "Kinerja Penyediaan Sandang",
            "indikator": "Jumlah Penyediaan Sandang",
            "satuan": "Orang",
        }
    ]


def test_levels_outside_the_list_and_no_list_give_nothing(tanya, versi):
    assert tanya("penyediaan", jenjang="TUJUAN") == []
    Nomenklatur.objects.all().delete()
    versi.delete()
    assert tanya("penyediaan") == []


def test_units_in_use_come_by_frequency(tanya, pohon, jalur, perencana):
    sub = jalur[Jenjang.SUB_KEGIATAN]
    for satuan in ("Orang", "Orang / Bulan", "Orang / Bulan", "Unit"):
        pohon.tambah_indikator(sub, teks=satuan, satuan=satuan, oleh=perencana, pada=PADA)

    assert tanya("ora", medan="satuan") == [{"satuan": "Orang / Bulan"}, {"satuan": "Orang"}]


def test_other_agencies_readers_and_guests(client, pohon, perencana_lain, evaluator):
    alamat = reverse("pohon-saran", args=[pohon.pk])
    assert client.get(alamat).status_code == 302
    for orang, status in ((perencana_lain, 404), (evaluator, 403)):
        client.force_login(orang)
        assert client.get(alamat).status_code == status
