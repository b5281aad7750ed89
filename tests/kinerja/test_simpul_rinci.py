"""The details of one box: drawer for a script, a page of its own without."""

import re

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.models import Nomenklatur, Tahap, VersiNomenklatur
from kinerja.pilihan import Jenjang, JenjangNomenklatur
from tests.factories import PADA

LACI = {"X-Requested-With": "fetch"}


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def kegiatan(jalur):
    return jalur[Jenjang.KEGIATAN]


def buka(client, simpul, **kepala) -> str:
    response = client.get(reverse("simpul-rinci", args=[simpul.pk]), {"tahun": 2025}, **kepala)
    assert response.status_code == 200
    return response.content.decode()


def tanpa_tanda(html: str) -> str:
    """Without the token of its forms, which is masked anew each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", html)


def test_a_page_of_its_own_and_the_same_as_a_fragment(client, kegiatan, perencana):
    client.force_login(perencana)

    halaman, laci = buka(client, kegiatan), buka(client, kegiatan, headers=LACI)

    assert "<!doctype html>" in halaman
    assert "<!doctype html>" not in laci
    assert "Rehabilitasi Sosial Dasar" in laci
    assert tanpa_tanda(laci).strip() in tanpa_tanda(halaman)


def test_it_says_numbers_findings_and_history(client, pohon, jalur, kegiatan, siapa, perencana):
    indikator = pohon.tambah_indikator(kegiatan, teks="Jumlah layanan", satuan="%", **siapa)
    pohon.isi_target(indikator, "93,59", tahun=2025, **siapa)
    pohon.isi_klaim(kegiatan, "4.000.000", tahun=2025, **siapa)
    pohon.isi_pagu(
        jalur[Jenjang.SUB_KEGIATAN], "5.000.000", tahun=2025, sumber_dana="APBD", **siapa
    )
    client.force_login(perencana)

    html = buka(client, kegiatan)

    assert "93,59" in html
    assert "lebih besar 1.000.000" in html
    assert "Rp 1.000.000" in html
    assert "Indikator “Jumlah layanan” ditambahkan" in html


def test_money_of_every_stage_and_fund_is_listed(client, pohon, dinas, jalur, siapa, perencana):
    sub = jalur[Jenjang.SUB_KEGIATAN]
    pohon.isi_pagu(sub, "5.000.000", tahun=2025, sumber_dana="APBD", **siapa)
    Tahap.objects.create(perangkat_daerah=dinas, tahun=2025, urutan=2, kode="P1", nama="Pergeseran")
    pohon.isi_pagu(sub, "6.000.000", tahun=2025, tahap="P1", sumber_dana="APBD", **siapa)
    client.force_login(perencana)

    html = buka(client, sub)

    assert html.index("Rp 5.000.000") < html.index("Rp 6.000.000")
    assert "Pergeseran" in html
    assert html.count("<td>APBD</td>") == 2


@pytest.mark.parametrize("kode", ["1.06.04.2.01", ""])
def test_the_official_wording_stands_beside_the_typed(client, pohon, kegiatan, perencana, kode):
    versi = VersiNomenklatur.objects.create(kode="uji", nama="Uji")
    Nomenklatur.objects.create(
        versi=versi, kode="1.06.04.2.01", jenjang=JenjangNomenklatur.KEGIATAN, nama="Nama Resmi"
    )
    type(pohon).objects.filter(pk=pohon.pk).update(versi_nomenklatur=versi)
    pohon.ubah(kegiatan, {"kode": kode}, oleh=perencana, pada=PADA)
    client.force_login(perencana)

    assert ("Nama Resmi" in buka(client, kegiatan)) is bool(kode)


def test_a_box_without_code_is_found_by_its_name_below_its_parent(
    client, pohon, jalur, kegiatan, siapa, perencana
):
    versi = VersiNomenklatur.objects.create(kode="uji", nama="Uji")
    resmi = (("1.06.04", "PROGRAM", "Rehabilitasi Sosial"),
             ("1.06.04.2.01", "KEGIATAN", "Rehabilitasi Sosial Dasar"),
             ("1.06.05.2.01", "KEGIATAN", "Rehabilitasi Sosial Dasar"))  # fmt: skip
    for kode, jenjang, nama in resmi:
        Nomenklatur.objects.create(
            versi=versi, kode=kode, jenjang=JenjangNomenklatur[jenjang], nama=nama,
            kinerja=f"Kalimat {kode}",
        )  # fmt: skip
    type(pohon).objects.filter(pk=pohon.pk).update(versi_nomenklatur=versi)
    client.force_login(perencana)
    assert "Kalimat" not in buka(client, kegiatan)  # nothing says which of the two

    pohon.ubah(jalur[Jenjang.PROGRAM], {"kode": "1.06.04"}, **siapa)

    assert "Kalimat 1.06.04.2.01" in buka(client, kegiatan)


def test_older_events_come_page_by_page(client, pohon, kegiatan, siapa, perencana):
    for n in range(14):
        pohon.ubah(kegiatan, {"lokasi": f"Tempat {n}"}, **siapa)
    client.force_login(perencana)
    terlihat, alamat = [], ""
    html = buka(client, kegiatan, headers=LACI)
    while True:
        terlihat.append(html.count("<time datetime"))
        alamat = re.search(r'data-lebih="([^"]+)"', html)
        if alamat is None:
            break
        html = client.get(alamat[1], headers=LACI).content.decode()

    assert terlihat == [6, 6, 4]


def test_older_events_are_for_readers_of_the_document(client, kegiatan, perencana_lain, perencana):
    alamat = reverse("simpul-jejak", args=[kegiatan.pk])
    client.force_login(perencana_lain)
    assert client.get(alamat, {"sebelum": 9}).status_code == 404

    client.force_login(perencana)
    assert client.get(alamat)["Location"] == reverse("simpul-riwayat", args=[kegiatan.pk])


def test_history_names_only_events_of_this_box(client, pohon, jalur, kegiatan, siapa, perencana):
    pohon.ubah(jalur[Jenjang.TUJUAN], {"kinerja": "Tujuan lain"}, **siapa)
    pohon.ubah(kegiatan, {"nama": "Nama baru"}, **siapa)
    client.force_login(perencana)

    html = buka(client, kegiatan)

    assert "Kegiatan “Rehabilitasi Sosial Dasar” diubah" in html
    assert "Tujuan “" not in html


def test_readers_get_no_buttons_and_other_agencies_nothing(
    client, kegiatan, evaluator, perencana_lain
):
    client.force_login(evaluator)
    assert "Pindahkan" not in buka(client, kegiatan)

    client.force_login(perencana_lain)
    assert client.get(reverse("simpul-rinci", args=[kegiatan.pk])).status_code == 404


def test_a_script_without_session_gets_401(client, kegiatan):
    response = client.get(reverse("simpul-rinci", args=[kegiatan.pk]), headers=LACI)

    assert response.status_code == 401


def test_a_drawer_costs_few_queries(client, pohon, kegiatan, siapa, perencana):
    for n in range(5):
        indikator = pohon.tambah_indikator(kegiatan, teks=f"Jumlah {n}", **siapa)
        pohon.isi_target(indikator, "5", tahun=2025, **siapa)
    client.force_login(perencana)
    buka(client, kegiatan, headers=LACI)
    caches["lembar"].clear()

    with CaptureQueriesContext(connection) as tertangkap:
        buka(client, kegiatan, headers=LACI)

    assert len(tertangkap) <= 30


def test_the_ceiling_of_an_earlier_plan_stands_beside_the_money(
    client, pohon, jalur, siapa, perencana
):
    sub = jalur[Jenjang.SUB_KEGIATAN]
    pohon.isi_klaim(sub, "7.500.000", tahun=2025, jenis="INDIKATIF", **siapa)
    client.force_login(perencana)

    html = buka(client, sub)

    assert "<dt>Pagu indikatif</dt><dd>Rp 7.500.000</dd>" in html
