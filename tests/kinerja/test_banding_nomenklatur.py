"""A document beside the national list: the page, the drawer, the preview of an import."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinerja.banding_nomenklatur import banding_pohon
from kinerja.impor.terapkan import terapkan
from kinerja.models import BidangUrusan, Nomenklatur, Simpul, VersiNomenklatur
from tests.factories import PADA
from tests.kinerja.impor_uji import buku, mulai

RESMI = (
    ("X.XX.01", "PROGRAM", "PROGRAM PENUNJANG URUSAN"),
    ("1.06.06", "PROGRAM", "PROGRAM PENANGANAN BENCANA"),
    ("1.06.06.2.01", "KEGIATAN", "Perlindungan Sosial Korban"),
    ("1.06.06.2.01.0001", "SUB_KEGIATAN", "Penyediaan Makanan"),
    ("1.06.06.2.01.0002", "SUB_KEGIATAN", "Penyediaan Sandang"),
    ("1.06.06.2.02", "KEGIATAN", "Kesiapsiagaan"),
    ("1.06.06.2.02.0001", "SUB_KEGIATAN", "Pelayanan Psikososial"),
)
KEPALA = (
    "No",
    "Kode",
    "Program / Kegiatan / Sub Kegiatan",
    "Indikator",
    "Target",
    "Satuan",
    "Pagu",
)
BARIS = (
    ("1", "1.06.06", "Penanganan Bencana", "Persentase", "90", "%", "30.000.000"),
    ("1.1", "1.06.06.02.01", "Perlindungan Sosial Korban", "Jumlah", "20", "Orang", "30.000.000"),
    ("1.1.1", "", "Penyediaan Makanan", "Jumlah makanan", "55", "Paket", "10.000.000"),
    ("1.1.2", "1.06.06.02.01.02", "Sandang", "Jumlah sandang", "70", "Paket", "20.000.000"),
)


@pytest.fixture
def versi(dinas):
    dinas.bidang_urusan.add(BidangUrusan.objects.create(kode="1.06", nama="Sosial"))
    versi = VersiNomenklatur.objects.create(
        kode="lama", nama="Daftar lama", tahun_mulai=2024, tahun_sampai=2025
    )
    Nomenklatur.objects.bulk_create(
        Nomenklatur(versi=versi, kode=kode, jenjang=jenjang, nama=nama, satuan="Orang",
                    indikator="Jumlah sandang" if kode.endswith("01.0002") else "")
        for kode, jenjang, nama in RESMI
    )  # fmt: skip
    return versi


@pytest.fixture
def sesi(versi, dinas, perencana):
    return mulai(dinas, perencana, buku(*BARIS, kepala=KEPALA), tahun=2025)


def resmi(pohon):
    daftar = Simpul.objects.filter(pohon=pohon).tampak().urut_pohon()
    return {s.nama: s.nomenklatur and s.nomenklatur.kode for s in daftar}


def keadaan(pohon, versi):
    return {b.simpul.nama: b.keadaan for b in banding_pohon(pohon, versi, tahun=2025).baris}


def test_an_import_ties_boxes_by_code_and_else_by_name_below_the_parent(sesi, perencana):
    terapkan(sesi, oleh=perencana, pada=PADA)

    assert resmi(sesi.pohon) == {
        "Penanganan Bencana": "1.06.06",
        "Perlindungan Sosial Korban": "1.06.06.2.01",
        "Penyediaan Makanan": "1.06.06.2.01.0001",
        "Sandang": "1.06.06.2.01.0002",
    }


def test_codes_stay_as_typed_and_the_same_workbook_changes_nothing(sesi, dinas, perencana):
    terapkan(sesi, oleh=perencana, pada=PADA)

    assert Simpul.objects.get(nama="Sandang").kode == "1.06.06.02.01.02"
    lagi = mulai(dinas, perencana, buku(*BARIS, kepala=KEPALA), tahun=2025, pohon=sesi.pohon)
    assert lagi.rencana["ringkasan"]["perubahan"] == 0


def test_a_code_with_other_digits_is_the_same_box(sesi, dinas, perencana):
    terapkan(sesi, oleh=perencana, pada=PADA)
    lain = [list(b) for b in BARIS]
    lain[3][1], lain[3][2] = "1.06.06.2.01.0002", "Penyediaan Sandang"

    lagi = mulai(
        dinas, perencana, buku(*map(tuple, lain), kepala=KEPALA), tahun=2025, pohon=sesi.pohon
    )

    assert lagi.rencana["ringkasan"]["berubah"] == 1
    assert ["Nama", "Sandang", "Penyediaan Sandang"] in lagi.rencana["baris"][3]["beda"]


def test_the_preview_shows_the_official_wording_beside_the_typed_one(client, perencana, sesi):
    client.force_login(perencana)

    html = client.get(f"/impor/{sesi.pk}/").content.decode()

    assert "nama menurut nomenklatur: Penyediaan Sandang" in html
    assert "satuan menurut nomenklatur: Orang" in html


def test_every_box_is_told_what_the_list_says(versi, sesi, dinas, perencana):
    terapkan(sesi, oleh=perencana, pada=PADA)
    kegiatan = Simpul.objects.get(nama="Perlindungan Sosial Korban")
    for nama, kode in (("Psikososial", "1.06.06.2.02.0001"), ("Apa Saja", "1.06.06.2.01.0099")):
        sesi.pohon.tambah(
            induk=kegiatan, jenjang="SUB_KEGIATAN", nama=nama, kode=kode, oleh=perencana, pada=PADA
        )

    assert keadaan(sesi.pohon, versi) == {
        "Penanganan Bencana": "SAMA",
        "Perlindungan Sosial Korban": "SAMA",
        "Penyediaan Makanan": "SAMA",
        "Sandang": "BERBEDA",
        "Psikososial": "INDUK_LAIN",
        "Apa Saja": "TIDAK_ADA",
    }


def test_another_version_is_compared_with_and_a_renumbered_row_found_by_name(
    client, versi, sesi, perencana
):
    terapkan(sesi, oleh=perencana, pada=PADA)
    baru = VersiNomenklatur.objects.create(kode="baru", nama="Daftar baru", tahun_mulai=2027)
    Nomenklatur.objects.bulk_create(
        Nomenklatur(versi=baru, kode=kode.replace("01.0001", "01.0009"), jenjang=j, nama=nama)
        for kode, j, nama in RESMI
    )
    Simpul.objects.filter(nama="Penyediaan Makanan").update(kode="1.06.06.2.01.0001")
    client.force_login(perencana)

    html = client.get(f"/pohon/{sesi.pohon.pk}/nomenklatur/?versi=baru&tahun=2025").content.decode()

    assert "Daftar baru berlaku mulai tahun 2027" in html
    assert "1.06.06.2.01.0009" in html
    html = client.get(f"/pohon/{sesi.pohon.pk}/nomenklatur/").content.decode()
    assert "berlaku" not in html
    assert "Penyediaan Makanan" not in html


def test_the_page_costs_the_same_whatever_the_size(client, versi, sesi, perencana):
    terapkan(sesi, oleh=perencana, pada=PADA)
    client.force_login(perencana)
    alamat = f"/pohon/{sesi.pohon.pk}/nomenklatur/?keadaan=SEMUA"
    client.get(alamat)
    with CaptureQueriesContext(connection) as sedikit:
        client.get(alamat)
    induk = Simpul.objects.get(nama="Perlindungan Sosial Korban")
    for n in range(20):
        sesi.pohon.tambah(
            induk=induk, jenjang="SUB_KEGIATAN", nama=f"Sub {n}", oleh=perencana, pada=PADA
        )

    with CaptureQueriesContext(connection) as banyak:
        jawaban = client.get(alamat)

    assert b"Sub 19" in jawaban.content
    assert len(banyak) == len(sedikit) <= 16


def test_who_may_look(client, versi, sesi, perencana, evaluator, perencana_lain):
    terapkan(sesi, oleh=perencana, pada=PADA)
    alamat = f"/pohon/{sesi.pohon.pk}/nomenklatur/"

    assert client.get(alamat).status_code == 302
    client.force_login(evaluator)
    assert client.get(alamat).status_code == 200
    client.force_login(perencana_lain)
    assert client.get(alamat).status_code == 404


def test_without_a_list_the_page_says_so(client, pohon, perencana):
    client.force_login(perencana)

    assert b"Belum ada daftar nomenklatur" in client.get(f"/pohon/{pohon.pk}/nomenklatur/").content


def test_the_drawer_marks_what_differs(client, versi, sesi, perencana):
    terapkan(sesi, oleh=perencana, pada=PADA)
    client.force_login(perencana)
    sandang = Simpul.objects.get(nama="Sandang")

    html = client.get(f"/simpul/{sandang.pk}/rinci/").content.decode()

    assert html.count("berbeda</span>") == 2
    assert html.count("sama</span>") == 1
