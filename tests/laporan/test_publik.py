"""The public page: off unless switched on, approved things only, no personal numbers, cached."""

import csv
import io
import json
from datetime import timedelta

import openpyxl
import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.models import Pengaturan, Pengukuran, Tahap
from kinerja.models.rencana_ukur import SelUkur
from laporan.models import BerkasDokumen, Dokumen
from laporan.pengesahan import pastikan_cetakan
from laporan.publik.tabel import Tabel, ke_csv
from tests.cascading.perjanjian_uji import TAHUN
from tests.factories import PADA
from tests.iku.iku_uji import buat_dokumen_iku
from tests.kinerja.salinan_uji import setujui
from tests.laporan.perjanjian_uji import diajukan, disahkan

RAHASIA = "197001011995031"


@pytest.fixture
def nyala(dinas):
    Pengaturan.objects.create(pemda=dinas.pemda, halaman_publik=True)


@pytest.fixture
def halaman(kantor):
    return reverse("publik-lembaga", args=[kantor.dinas.pemda.kode, kantor.dinas.kode])


@pytest.fixture
def pohon_beku(kantor, perencana):
    setujui(kantor.pohon, perencana)
    return Dokumen.objects.get(jenis="POHON")


@pytest.fixture
def janji_beku(kantor, perencana, kadis):
    return disahkan(diajukan(kantor, "kabid_a", perencana), kadis)


def ke(dokumen, nama, akhiran):
    return reverse("publik-dokumen", args=[dokumen.kode_tercetak, nama, akhiran])


def semua_alamat(kantor, *dokumen):
    pemda, dinas = kantor.dinas.pemda.kode, kantor.dinas.kode
    yield reverse("publik")
    for nama in ("pemda", "kolom", "katalog"):
        yield reverse(f"publik-{nama}", args=[pemda])
    yield reverse("publik-lembaga", args=[pemda, dinas])
    yield reverse("publik-capaian", args=[pemda, dinas, TAHUN, "csv"])
    for d in dokumen:
        yield ke(d, "dokumen", "pdf")
        yield ke(d, "data", "json")


def test_off_means_nobody_finds_it(client, kantor, pohon_beku, janji_beku, perencana):
    for satu in (None, perencana):
        if satu:
            client.force_login(satu)
        for alamat in semua_alamat(kantor, pohon_beku, janji_beku):
            assert client.get(alamat).status_code == 404, alamat
    assert "/publik/" not in client.get("/robots.txt").text


def test_drafts_and_submitted_things_never_leak(client, nyala, kantor, halaman, perencana):
    draf = diajukan(kantor, "kabid_a", perencana)
    buat_dokumen_iku(kantor.pohon, perencana)

    kosong = client.get(halaman).text

    assert "Belum ada dokumen yang disetujui" in kosong
    assert "KONSEP" not in kosong
    assert str(draf) not in kosong
    assert client.get(reverse("publik-katalog", args=["62.02"])).json() == {"dokumen": []}


def test_approved_documents_with_their_files(client, nyala, halaman, pohon_beku, janji_beku):
    pastikan_cetakan(pohon_beku)

    isi = client.get(halaman).text

    assert "Perjanjian Kinerja Tahun 2025 Kepala Bidang Rehabilitasi" in isi
    assert pohon_beku.judul in isi
    assert ke(pohon_beku, "dokumen", "pdf") in isi
    assert ke(janji_beku, "dokumen", "pdf") not in isi  # the worker has not come to it yet
    pdf = client.get(ke(pohon_beku, "dokumen", "pdf"))
    assert pdf.content == bytes(pohon_beku.berkas.get().isi)
    assert "max-age" in pdf["Cache-Control"]


def test_nothing_is_drawn_for_a_guest(
    client, nyala, janji_beku, django_capture_on_commit_callbacks
):
    jawab = client.get(ke(janji_beku, "dokumen", "pdf"))

    assert (jawab.status_code, jawab["Retry-After"]) == (503, "60")
    assert BerkasDokumen.objects.count() == 0


def test_data_say_the_same_in_three_forms_and_no_personal_number(
    client, nyala, pohon_beku, janji_beku
):
    data = client.get(ke(pohon_beku, "data", "json")).json()
    target = list(csv.DictReader(io.StringIO(client.get(ke(pohon_beku, "target", "csv")).text)))
    buku = openpyxl.load_workbook(io.BytesIO(client.get(ke(pohon_beku, "data", "xlsx")).content))
    janji = client.get(ke(janji_beku, "data", "json")).text

    assert [t["target"] for t in target] == [t["target"] for t in data["target"]] == ["90,5"] * 8
    assert buku["target"].max_row == 9
    assert {k for t in ("kotak", "target") for k in data[t][0]} <= set(data["kolom"])
    assert sum(a["rupiah"] for a in json.loads(janji)["anggaran"] if a["kode"] == "") > 0
    assert RAHASIA not in janji
    assert "Pemegang" not in janji + json.dumps(data)
    for nama, akhiran in (("rahasia", "csv"), ("data", "csv"), ("dokumen", "json")):
        assert client.get(ke(pohon_beku, nama, akhiran)).status_code == 404


@pytest.mark.parametrize("teks", ["=1+1", "-2+3+cmd|' /C calc'!A0", "- bantuan", "@SUM(A1)"])
def test_a_spreadsheet_takes_no_text_for_a_formula(teks):
    tabel = Tabel("target", ("indikator", "target"), ((teks, "-5,25"), ("-", -3)))
    baris = list(csv.reader(io.StringIO(ke_csv(tabel).decode())))
    assert baris[1:] == [[f"'{teks}", "-5,25"], ["-", "-3"]]


def verifikasi(kantor, perencana, nilai="81,45"):
    siapa = {"oleh": perencana, "pada": PADA}
    uid = kantor.simpul["Sasaran"].indikator.get().uid
    kantor.pohon.refresh_from_db()
    masa = {"tahun": TAHUN, "triwulan": 4}
    kantor.pohon.ukur([SelUkur(str(uid), "realisasi", nilai, "")], **masa, **siapa)
    for langkah in ("ajukan", "verifikasi"):
        kantor.pohon.langkah_ukur(langkah, **masa, **siapa)


def capaian(client, kantor, akhiran="json"):
    alamat = reverse(
        "publik-capaian", args=[kantor.dinas.pemda.kode, kantor.dinas.kode, TAHUN, akhiran]
    )
    cache.clear()
    jawab = client.get(alamat)
    return jawab.json()["capaian"] if jawab.status_code == 200 else jawab.status_code


def test_results_are_published_once_verified_and_as_they_were_verified(
    client, nyala, kantor, halaman, pohon_beku, perencana
):
    verifikasi(kantor, perencana)
    masa = Pengukuran.objects.filter(pohon=kantor.pohon)
    isi = client.get(f"{halaman}capaian/{TAHUN}/").text
    assert f"{halaman}capaian/{TAHUN}/" in client.get(halaman).text
    assert "81,45 %" in isi
    assert ">90%<" in isi
    assert capaian(client, kantor, "exe") == 404
    (satu,) = capaian(client, kantor)
    assert (satu["target"], satu["realisasi"], satu["capaian_setahun"]) == ("90,5", "81,45", "90")

    for lain in ("DRAF", "DIAJUKAN"):
        masa.update(status=lain)
        assert capaian(client, kantor) == 404, lain
        cache.clear()
        assert client.get(f"{halaman}capaian/{TAHUN}/").status_code == 404
    masa.update(status="DIVERIFIKASI", diubah_pada=PADA - timedelta(days=1))
    assert capaian(client, kantor) == 404  # typed again after it was verified


def test_guests_ask_again_without_costing_more(client, nyala, kantor, pohon_beku, perencana):
    verifikasi(kantor, perencana)
    milik = [kantor.dinas.pemda.kode, kantor.dinas.kode]
    for tahun, dibaca in ((TAHUN, 1), (TAHUN, 0), (TAHUN + 1, 0)):
        with CaptureQueriesContext(connection) as kueri:
            client.get(reverse("publik-capaian", args=[*milik, tahun, "json"]))
        assert sum('"cuplikan"' in k["sql"] for k in kueri) == dibaca, tahun


def test_a_target_of_an_open_stage_is_not_published(client, nyala, kantor, pohon_beku, perencana):
    verifikasi(kantor, perencana)
    siapa = {"oleh": perencana, "pada": PADA}
    tahap = Tahap.buka(kantor.dinas, TAHUN, kode="PERUBAHAN", nama="Perubahan", **siapa)
    indikator = kantor.simpul["Sasaran"].indikator.get()
    kantor.pohon.isi_target(indikator, "81,45", tahun=TAHUN, tahap="PERUBAHAN", **siapa)
    (satu,) = capaian(client, kantor)
    assert (satu["target"], satu["capaian_setahun"]) == ("", None)

    tahap.tutup(**siapa)

    (satu,) = capaian(client, kantor)
    assert (satu["target"], satu["capaian_setahun"]) == ("81,45", "100")


def test_a_draft_tree_with_verified_results_publishes_none(client, nyala, kantor, perencana):
    verifikasi(kantor, perencana)

    assert capaian(client, kantor) == 404


def test_caches_may_keep_it(client, nyala, halaman, pohon_beku, perencana):
    client.force_login(perencana)
    satu = client.get(halaman)

    kedua = client.get(halaman, headers={"If-None-Match": satu["ETag"]})

    assert satu["Cache-Control"] == "public, max-age=300"
    assert "Cookie" not in satu.get("Vary", "")
    assert "perencana" not in satu.text  # the same for everybody
    assert (kedua.status_code, kedua.content) == (304, b"")


def test_queries_do_not_grow(
    client, nyala, halaman, pohon_beku, janji_beku, kantor, perencana, kadis
):
    def hitung():
        cache.clear()
        with CaptureQueriesContext(
            connection,
        ) as hasil:
            assert client.get(halaman).status_code == 200
        return len(hasil)

    satu = hitung()
    disahkan(diajukan(kantor, "kabid_b", perencana), kadis)

    assert hitung() == satu <= 5


def test_a_new_edition_takes_its_place_and_the_old_address_stays(
    client, nyala, halaman, pohon_beku, kantor, perencana
):
    setujui(kantor.pohon.buka_perubahan(oleh=perencana, pada=PADA), perencana)

    isi = client.get(halaman).text

    assert ke(pohon_beku, "data", "json") not in isi
    assert client.get(ke(pohon_beku, "data", "json")).status_code == 200


def test_search_engines_read_the_public_page_only(client, nyala):
    assert client.get("/robots.txt").text == "User-agent: *\nAllow: /publik/\nDisallow: /\n"


def test_the_pemda_switches_it_on(client, dinas):
    from kinerja.pilihan import Peran
    from tests.factories import buat_pengguna

    client.force_login(buat_pengguna("admin", Peran.ADMIN_PEMDA, di=dinas.pemda))
    assert client.get("/publik/").status_code == 404

    client.post(reverse("tampilan"), {"warna_merek": "#0956C3", "halaman_publik": "on"})

    assert client.get("/publik/")["Location"] == f"/publik/{dinas.pemda.kode}/"
    assert client.get("/publik/", follow=True).status_code == 200
