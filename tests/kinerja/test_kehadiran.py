"""Who is at a document: kept for a minute by the poll of the page, and never growing."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from kinerja.lembar_pohon import Permintaan, lembar_pohon
from kinerja.models import Kehadiran, Komentar, Simpul
from kinerja.pilihan import Peran
from kinerja.sekitar import sekitar
from tests.factories import PADA, buat_pengguna, buat_pohon

SKRIP = {"X-Requested-With": "fetch"}


@pytest.fixture
def rekan(dinas):
    return buat_pengguna("rekan", Peran.PERENCANA, di=dinas, nama="Perencana Bidang Sosial")


def nama(pohon, pengguna, pada=PADA) -> list[str]:
    return [str(r) for r in Kehadiran.rekan(pohon, pengguna, pada=pada)]


def test_colleagues_are_here_for_a_minute(pohon, perencana, rekan):
    Kehadiran.tandai(pohon, rekan, pada=PADA)

    assert nama(pohon, perencana) == ["Perencana Bidang Sosial"]
    assert nama(pohon, perencana, PADA + timedelta(seconds=60)) == ["Perencana Bidang Sosial"]
    assert nama(pohon, perencana, PADA + timedelta(seconds=61)) == []
    assert nama(pohon, rekan) == []


def test_nobody_is_seen_in_another_document(dinas, pohon, perencana, rekan):
    lain = buat_pohon(dinas, perencana, judul="Lain")
    Kehadiran.tandai(lain, rekan, pada=PADA)

    assert nama(pohon, perencana) == []


def test_staying_costs_one_write_and_no_row(pohon, perencana, rekan, django_assert_num_queries):
    Kehadiran.tandai(pohon, rekan, pada=PADA)

    with django_assert_num_queries(1):
        Kehadiran.tandai(pohon, rekan, pada=PADA + timedelta(minutes=5))

    assert Kehadiran.objects.count() == 1
    assert nama(pohon, perencana, PADA + timedelta(minutes=5)) == ["Perencana Bidang Sosial"]


def test_whoever_comes_sweeps_away_those_who_left(dinas, pohon, perencana, rekan):
    lain = buat_pohon(dinas, perencana, judul="Lain")
    for dokumen in (pohon, lain):
        Kehadiran.tandai(dokumen, rekan, pada=PADA)

    Kehadiran.tandai(pohon, perencana, pada=PADA + timedelta(minutes=2))

    assert [k.pengguna for k in Kehadiran.objects.all()] == [perencana]


def test_the_database_keeps_one_row_per_account_and_document(pohon, rekan):
    Kehadiran.tandai(pohon, rekan, pada=PADA)

    with pytest.raises(IntegrityError, match=r"kehadiran_unik|pengguna_id"), transaction.atomic():
        Kehadiran.objects.create(pohon=pohon, pengguna=rekan, dilihat_pada=PADA)


def test_the_others_are_read_in_one_query(
    dinas, pohon, perencana, rekan, django_assert_num_queries
):
    for n in range(5):
        lain = buat_pengguna(f"rekan {n}", Peran.OPERATOR, di=dinas)
        Kehadiran.tandai(pohon, lain, pada=PADA)

    with django_assert_num_queries(1):
        assert len(nama(pohon, perencana)) == 5


# --- the poll of the page ----------------------------------------------------------------------


def tanya(client, pohon, tanda=""):
    pohon.refresh_from_db()
    isi = {"sejak": pohon.versi, "kepala": pohon.versi, "tahun": 2025, "sekitar": tanda}
    return client.get(reverse("pohon-kabar", args=[pohon.pk]), isi, headers=SKRIP)


def test_asking_for_news_says_who_is_here(client, pohon, perencana, rekan, evaluator):
    client.force_login(rekan)
    tanya(client, pohon)

    client.force_login(evaluator)
    isi = tanya(client, pohon).json()["sekitar"]

    assert "Perencana Bidang Sosial" in isi["html"]
    assert ">PB<" in isi["html"]
    assert "evaluator" not in isi["html"]
    assert tanya(client, pohon, isi["tanda"]).status_code == 204


def test_a_new_comment_is_news_though_the_version_stays(client, pohon, jalur, perencana):
    client.force_login(perencana)
    awal = tanya(client, pohon).json()["sekitar"]["tanda"]
    program = Simpul.objects.select_related("pohon__perangkat_daerah").get(pk=jalur["PROGRAM"].pk)
    Komentar.tulis(program, "Halo", oleh=perencana, pada=PADA)

    isi = tanya(client, pohon, awal).json()

    assert isi["sekitar"]["komentar"] == {str(program.pk): 1}
    assert "1 komentar terbuka" in isi["sekitar"]["html"]
    assert "baris" not in isi


def test_other_agencies_are_not_here(client, pohon, perencana_lain):
    client.force_login(perencana_lain)

    assert tanya(client, pohon).status_code == 404
    assert not Kehadiran.objects.exists()


# --- laid over the rows ------------------------------------------------------------------------


@pytest.fixture
def dua_komentar(jalur, perencana):
    program = Simpul.objects.select_related("pohon__perangkat_daerah").get(pk=jalur["PROGRAM"].pk)
    for teks in ("Satu", "Dua"):
        Komentar.tulis(program, teks, oleh=perencana, pada=PADA)
    return program


def halaman(client, pohon, **lain) -> str:
    return client.get(reverse("pohon", args=[pohon.pk]), {"tahun": 2025} | lain).content.decode()


def test_the_page_counts_open_comments_behind_the_name_of_a_box(
    client, pohon, dua_komentar, perencana
):
    client.force_login(perencana)

    html = halaman(client, pohon)

    tautan = f'<a class="kmt" href="/simpul/{dua_komentar.pk}/rinci/?tahun=2025#komentar"'
    assert f'{tautan} aria-label="2 komentar terbuka">2</a>' in html
    assert html.count('class="kmt"') == 1


def test_counts_are_not_part_of_the_cached_rows(client, pohon, dua_komentar, perencana):
    client.force_login(perencana)
    halaman(client, pohon)

    for satu in Komentar.objects.select_related("pohon__perangkat_daerah"):
        satu.selesaikan(dua_komentar, oleh=perencana, pada=PADA)

    assert 'class="kmt' not in halaman(client, pohon)


def test_without_javascript_a_link_shows_the_boxes_that_are_talked_about(
    client, pohon, jalur, dua_komentar, perencana
):
    client.force_login(perencana)

    assert "temuan=KOMENTAR" in halaman(client, pohon)
    html = halaman(client, pohon, temuan="KOMENTAR")

    sembunyi = [f'id="s{s.pk}" hidden' in html for s in jalur.values()]
    assert sembunyi == [False, False, False, True, True]


def test_a_name_that_looks_like_a_row_is_no_row(pohon, jalur, dua_komentar, perencana):
    tipuan = f'<a class="nm" href="/simpul/{dua_komentar.pk}/rinci/">x</a>'
    pohon.ubah(jalur["KEGIATAN"], {"nama": tipuan}, oleh=perencana, pada=PADA)
    baris = lembar_pohon(pohon, Permintaan(tahun=2025)).baris

    assert sekitar(pohon, perencana, PADA).pasang(baris).count('class="kmt"') == 1
