"""The tree page: what it says, what it costs, and that it works without JavaScript."""

import re

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.lembar_pohon import SIMPANAN
from kinerja.models import Pengaturan
from kinerja.pilihan import JenisPohon, Jenjang
from scripts.pohon_besar import perubahan_pohon
from tests.factories import PADA, buat_pohon

TAHUN = 2025


def isi_besar(pohon, oleh, banyak):
    akar = str(pohon.akar().uid)
    daftar = perubahan_pohon(banyak, akar, range(2025, 2030))
    pohon.muat(daftar, oleh=oleh, pada=PADA, ringkasan="Dokumen besar")
    return pohon


def tampak(html: str) -> list[int]:
    """The boxes whose rows are not hidden."""
    return [int(pk) for pk in re.findall(r'<tr role="row" id="s(\d+)"(?! hidden)', html)]


def buka(client, pohon, **tanya):
    return client.get(reverse("pohon", args=[pohon.pk]), {"tahun": TAHUN} | tanya)


@pytest.fixture
def beruang(pohon, jalur, perencana):
    """A branch with 400 typed on the kegiatan and 1.500 below it, one amount unreadable."""
    siapa = {"oleh": perencana, "pada": PADA}
    sub = jalur[Jenjang.SUB_KEGIATAN]
    lain = pohon.tambah(
        induk=jalur[Jenjang.KEGIATAN], jenjang=Jenjang.SUB_KEGIATAN, nama="Sandang", **siapa
    )
    pohon.isi_pagu(sub, "1.500.000", tahun=TAHUN, **siapa)
    pohon.isi_klaim(jalur[Jenjang.KEGIATAN], "400.000", tahun=TAHUN, **siapa)
    pohon.isi_pagu(lain, "2.000.000", tahun=TAHUN, **siapa)
    lain.pagu.update(mentah="2.000.0000", nilai=None)
    return pohon


def test_the_head_says_sums_counts_and_what_is_unreadable(client, beruang, perencana):
    client.force_login(perencana)

    html = buka(client, beruang).content.decode()

    assert "Cascading Dinas Sosial" in html
    assert "1 program · 1 kegiatan · 2 sub kegiatan · 0 indikator" in html
    assert "<b>Rp 1.500.000</b> · 1 pagu tidak terbaca" in html


@pytest.mark.parametrize(
    ("ubahan", "tercetak"),
    [
        ({}, "(JUMLAH tertulis 900.000)"),
        ({"mentah": "9x", "nilai": None}, "(JUMLAH tertulis 9x)"),
        ({"mentah": "1.500.000", "nilai": 1_500_000}, ""),
    ],
)
def test_the_total_row_of_the_source_stands_beside_the_total(
    client, beruang, perencana, ubahan, tercetak
):
    beruang.isi_klaim(beruang.akar(), "900.000", tahun=TAHUN, oleh=perencana, pada=PADA)
    beruang.akar().klaim_pagu.update(**{"mentah": "900.000"} | ubahan)
    client.force_login(perencana)

    html = buka(client, beruang).content.decode()

    assert f"<b>Rp 1.500.000</b>{f' {tercetak}' if tercetak else ''} · 1 pagu" in html


def test_rows_say_the_sum_the_claim_and_the_raw_text(client, beruang, perencana):
    client.force_login(perencana)

    html = buka(client, beruang).content.decode()

    assert "tertulis 400.000" in html
    assert "2.000.0000 tidak terbaca" in html


def test_findings_are_filters(client, beruang, perencana):
    client.force_login(perencana)

    html = buka(client, beruang).content.decode()

    assert "1 pagu tertulis tidak sama dengan jumlah turunannya" in html
    assert 'data-saring="PAGU_TIDAK_COCOK"' in html


def test_a_filter_keeps_the_boxes_and_those_above_them(client, beruang, jalur, perencana):
    client.force_login(perencana)

    html = buka(client, beruang, temuan="PAGU_TIDAK_TERBACA").content.decode()

    assert len(tampak(html)) == 5
    assert jalur[Jenjang.TUJUAN].pk in tampak(html)
    assert jalur[Jenjang.SUB_KEGIATAN].pk not in tampak(html)


def test_search_works_without_javascript(client, beruang, jalur, perencana):
    client.force_login(perencana)

    html = buka(client, beruang, cari="PERMAKANAN").content.decode()

    assert jalur[Jenjang.SUB_KEGIATAN].pk in tampak(html)
    assert len(tampak(html)) == len(jalur)


def test_a_search_without_result_says_so(client, beruang, perencana):
    client.force_login(perencana)

    html = buka(client, beruang, cari="tidak ada ini").content.decode()

    assert '<p class="nihil" data-nihil>Tidak ada yang cocok.' in html
    assert tampak(html) == []


def test_an_unknown_filter_is_ignored(client, beruang, jalur, perencana):
    client.force_login(perencana)

    html = buka(client, beruang, temuan="<script>").content.decode()

    assert f'id="s{jalur[Jenjang.SUB_KEGIATAN].pk}"' in html
    assert "&lt;script&gt;" not in html


def test_an_empty_document_says_what_to_do(client, pohon, perencana):
    client.force_login(perencana)

    assert "masih kosong" in buka(client, pohon).content.decode()


def test_typed_text_never_becomes_markup(client, pohon, jalur, perencana):
    jahat = "<script>alert(1)</script>"
    pohon.ubah(jalur[Jenjang.PROGRAM], {"nama": jahat, "kode": jahat}, oleh=perencana, pada=PADA)
    client.force_login(perencana)

    html = buka(client, pohon, cari=jahat).content.decode()

    assert jahat not in html
    assert "&lt;script&gt;" in html


def test_a_pohon_kinerja_counts_conditions_and_opens_by_depth(client, dinas, perencana):
    pohon = buat_pohon(dinas, perencana, JenisPohon.POHON_KINERJA)
    siapa = {"oleh": perencana, "pada": PADA}
    atas = pohon.tambah(induk=pohon.akar(), jenjang=Jenjang.KONDISI, kinerja="Atas", **siapa)
    pohon.tambah(induk=atas, jenjang=Jenjang.KONDISI, kinerja="Bawah", **siapa)
    client.force_login(perencana)

    html = buka(client, pohon).content.decode()

    assert "2 kondisi · 0 indikator" in html
    assert 'data-sampai="2"' in html


def test_an_edit_is_seen_at_once_although_rows_are_cached(client, pohon, jalur, perencana):
    client.force_login(perencana)
    buka(client, pohon)

    pohon.ubah(jalur[Jenjang.PROGRAM], {"nama": "Program Baru"}, oleh=perencana, pada=PADA)

    assert "Program Baru" in buka(client, pohon).content.decode()


def test_labels_of_the_pemda_are_used_and_its_version_clears_the_cache(
    client, dinas, pohon, jalur, perencana
):
    client.force_login(perencana)
    buka(client, pohon)

    Pengaturan.objects.create(pemda=dinas.pemda, label_jenjang={"PROGRAM": "Prioritas"}, versi=2)

    assert ">Prioritas</span>" in buka(client, pohon).content.decode()


def test_readers_and_planners_do_not_share_rows(client, pohon, jalur, perencana, evaluator):
    client.force_login(perencana)
    assert "<i>isi</i>" in buka(client, pohon).content.decode()

    client.force_login(evaluator)
    html = buka(client, pohon).content.decode()

    assert "<i>isi</i>" not in html
    assert reverse("simpul-baru", args=[pohon.pk]) not in html


def test_other_agencies_see_no_document(client, pohon, perencana_lain):
    client.force_login(perencana_lain)

    assert buka(client, pohon).status_code == 404


def test_guests_are_sent_to_log_in(client, pohon):
    response = buka(client, pohon)

    assert response.status_code == 302
    assert "/masuk/" in response["Location"]


def kueri(client, pohon, **tanya) -> int:
    caches[SIMPANAN].clear()
    with CaptureQueriesContext(
        connection,
    ) as tertangkap:
        assert buka(client, pohon, **tanya).status_code == 200
    return len(tertangkap)


def test_queries_are_few_and_the_same_at_any_size(client, dinas, perencana):
    kecil = isi_besar(buat_pohon(dinas, perencana, judul="Kecil"), perencana, 63)
    besar = isi_besar(buat_pohon(dinas, perencana, judul="Besar"), perencana, 3000)
    client.force_login(perencana)
    for satu in (kecil, besar):
        buka(client, satu)  # year and visit are written down from now on

    banyak = kueri(client, kecil)

    assert banyak <= 12
    assert kueri(client, besar) == banyak
    assert kueri(client, besar, cari="nomor 99") == banyak
    saring = {"temuan": "TARGET_KOSONG", "label": "1", "saring": "1"}
    buka(client, besar, **saring)  # so are filters
    assert kueri(client, besar, **saring) == banyak


def test_a_big_document_opens_to_program(client, dinas, perencana):
    besar = isi_besar(buat_pohon(dinas, perencana, judul="Besar"), perencana, 1100)
    client.force_login(perencana)

    assert 'data-buka="3"' in buka(client, besar).content.decode()
    assert "data-buka" not in buka(client, besar, cari="nomor 99").content.decode()


def test_an_empty_document_counts_nothing(client, perencana, pohon):
    client.force_login(perencana)

    html = buka(client, pohon).content.decode()

    assert "0 indikator" not in html
    assert "belum ada isi" in html


def test_quality_findings_filter_rows_and_are_explained_in_the_drawer(
    client, perencana, pohon, jalur
):
    sub = jalur[Jenjang.SUB_KEGIATAN]
    siapa = {"oleh": perencana, "pada": PADA}
    pohon.tambah_indikator(sub, teks="Jumlah orang yang dilayani", satuan="%", **siapa)
    client.force_login(perencana)

    html = buka(client, pohon, temuan="Q04").content.decode()
    laci = client.get(reverse("simpul-rinci", args=[sub.pk]) + "?tahun=2025").content.decode()

    assert "1 satuan atau target tidak sesuai ukurannya" in html
    assert f'id="s{sub.pk}"' in html
    assert "Mengapa?" in laci
    assert "Samakan kata ukuran, satuan, dan targetnya." in laci
