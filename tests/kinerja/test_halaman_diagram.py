"""The diagram page: what it draws, to which level, for whom, and what it costs."""

from io import StringIO

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.gambar.diagram import tata
from kinerja.isi_pohon import baca_isi
from kinerja.lembar_diagram import PenyusunDiagram
from kinerja.lembar_pohon import SIMPANAN, Permintaan, kolom_dokumen
from kinerja.models import Pengaturan, Pohon
from kinerja.pilihan import JenisPohon, Jenjang
from scripts.pohon_besar import perubahan_pohon
from tests.factories import PADA, buat_pohon
from tests.kinerja.test_diagram import bertabrakan, terpotong

TAHUN = 2025


def buka(client, pohon, **tanya):
    alamat = reverse("pohon-diagram", args=[pohon.pk])
    return client.get(alamat, {"tahun": TAHUN} | tanya)


@pytest.fixture
def berisi(pohon, jalur, perencana):
    siapa = {"oleh": perencana, "pada": PADA}
    sub, program = jalur[Jenjang.SUB_KEGIATAN], jalur[Jenjang.PROGRAM]
    pohon.isi_pagu(sub, "1.500.000", tahun=TAHUN, **siapa)
    indikator = pohon.tambah_indikator(program, teks="Cakupan", satuan="Persen", **siapa)
    pohon.isi_target(indikator, "93,59", tahun=TAHUN, **siapa)
    pohon.tambah_indikator(sub, teks="Jumlah orang", satuan="Orang", **siapa)
    return pohon


def test_every_box_is_drawn_with_its_indicators_money_and_way_to_its_details(
    client, berisi, jalur, perencana
):
    client.force_login(perencana)

    html = buka(client, berisi).content.decode()

    for simpul in jalur.values():
        alamat = reverse("simpul-rinci", args=[simpul.pk])
        assert f'<a id="d{simpul.pk}"' in html
        assert f'href="{alamat}?tahun=2025"' in html
    assert html.count(">Rp 1.500.000</text>") == 5
    assert "Cakupan: 93,59\N{NO-BREAK SPACE}Persen" in html
    assert "Jumlah orang (target 2025 belum" in html
    assert "5 dari 5 kotak digambar" in html


def test_branches_close_at_a_level_and_say_how_much_is_in_them(client, berisi, jalur, perencana):
    client.force_login(perencana)

    html = buka(client, berisi, sampai=2).content.decode()

    assert f'id="d{jalur[Jenjang.SASARAN].pk}"' in html
    assert f'id="d{jalur[Jenjang.PROGRAM].pk}"' not in html
    assert ">3 kotak di bawahnya</text>" in html
    assert 'sampai=2" aria-current="true">Sasaran</a>' in html


@pytest.mark.parametrize("salah", ["0", "99", "x", "-1", "9" * 40])
def test_an_unknown_level_draws_all(client, berisi, jalur, perencana, salah):
    client.force_login(perencana)

    html = buka(client, berisi, sampai=salah).content.decode()

    assert f'id="d{jalur[Jenjang.SUB_KEGIATAN].pk}"' in html


def test_conditions_are_drawn_to_any_depth(client, dinas, perencana):
    pohon = buat_pohon(dinas, perencana, JenisPohon.POHON_KINERJA)
    induk = pohon.akar()
    for n in range(7):
        induk = pohon.tambah(
            induk=induk, jenjang=Jenjang.KONDISI, kinerja=f"Kondisi {n}", oleh=perencana, pada=PADA
        )
    client.force_login(perencana)

    html = buka(client, pohon).content.decode()

    assert "7 dari 7 kotak digambar" in html
    assert ">Kondisi 6</text>" in html


def test_an_empty_document_leads_to_its_table(client, pohon, perencana):
    client.force_login(perencana)

    html = buka(client, pohon).content.decode()

    assert "masih kosong" in html
    assert '<svg class="diagram"' not in html


def test_names_of_the_pemda_and_edits_are_seen_at_once(client, dinas, berisi, jalur, perencana):
    client.force_login(perencana)
    buka(client, berisi)

    berisi.ubah(jalur[Jenjang.PROGRAM], {"nama": "<b>Baru</b>"}, oleh=perencana, pada=PADA)
    Pengaturan.objects.create(pemda=dinas.pemda, label_jenjang={"PROGRAM": "Prioritas"}, versi=2)

    html = buka(client, berisi).content.decode()
    assert "&lt;b&gt;Baru&lt;/b&gt;</text>" in html
    assert ">Prioritas</text>" in html


def test_readers_see_it_other_agencies_and_guests_do_not(client, berisi, evaluator, perencana_lain):
    assert "/masuk/" in buka(client, berisi)["Location"]
    client.force_login(evaluator)
    assert buka(client, berisi).status_code == 200
    client.force_login(perencana_lain)

    assert buka(client, berisi).status_code == 404


def besar(dinas, oleh, banyak):
    pohon = buat_pohon(dinas, oleh, judul=f"Besar {banyak}")
    daftar = perubahan_pohon(banyak, str(pohon.akar().uid), range(2025, 2030))
    pohon.muat(daftar, oleh=oleh, pada=PADA, ringkasan="Dokumen besar")
    return pohon


def test_queries_are_few_and_the_same_at_any_size(client, dinas, perencana):
    client.force_login(perencana)
    banyak = []
    for pohon in (besar(dinas, perencana, 63), besar(dinas, perencana, 1100)):
        buka(client, pohon)
        caches[SIMPANAN].clear()
        with CaptureQueriesContext(connection) as kueri:
            assert buka(client, pohon).status_code == 200
        banyak.append(len(kueri))

    assert banyak[0] <= 12
    assert banyak[0] == banyak[1]


def test_a_large_document_opens_to_program(client, dinas, perencana):
    pohon = besar(dinas, perencana, 600)
    client.force_login(perencana)

    assert 'sampai=3" aria-current="true">Program</a>' in buka(client, pohon).content.decode()


def test_the_demo_documents_are_drawn_without_overlap(db):
    call_command("muat_contoh", stdout=StringIO())

    for pohon in Pohon.objects.all():
        isi = baca_isi(pohon, tahun=pohon.periode.tahun_awal)
        kolom = kolom_dokumen(isi, Permintaan(isi.tahun), None)
        diagram = tata(PenyusunDiagram(isi, kolom, sampai=99).hutan())
        assert sum(1 for _ in diagram.semua()) == len(isi.simpul) > 0
        assert bertabrakan(diagram) == terpotong(diagram) == []


def lipat(simpul) -> str:
    return f'id="ld{simpul.pk}" class="d-lipat"'


def test_single_branches_close_and_open_against_the_level(client, berisi, jalur, perencana):
    sasaran, program = jalur[Jenjang.SASARAN], jalur[Jenjang.PROGRAM]
    client.force_login(perencana)

    tutup = buka(client, berisi, sampai=5, lipat=str(sasaran.pk)).content.decode()
    assert "2 dari 5 kotak digambar" in tutup
    assert ">3 kotak di bawahnya</text>" in tutup
    assert f'href="?tahun=2025&amp;sampai=5&amp;lipat=#ld{sasaran.pk}"' in tutup

    terbuka = buka(client, berisi, sampai=2, lipat=f"{sasaran.pk},x,99999").content.decode()
    assert "3 dari 5 kotak digambar" in terbuka
    assert f"lipat={sasaran.pk},{program.pk}#ld{program.pk}" in terbuka
    assert lipat(jalur[Jenjang.TUJUAN]) in terbuka
    assert lipat(jalur[Jenjang.SUB_KEGIATAN]) not in buka(client, berisi).content.decode()


def test_what_is_open_and_how_large_is_remembered_by_document(
    client, dinas, berisi, jalur, perencana
):
    client.force_login(perencana)
    buka(client, berisi, lipat=str(jalur[Jenjang.SASARAN].pk), sampai=5)
    alamat = reverse("pohon-diagram", args=[berisi.pk])

    assert client.post(f"{alamat}perbesaran/60/").status_code == 204

    html = client.get(alamat).content.decode()
    assert "2 dari 5 kotak digambar" in html
    assert 'data-skala="60"' in html
    assert (
        "data-skala"
        not in buka(client, buat_pohon(dinas, perencana, judul="Lain")).content.decode()
    )
    client.post(f"{alamat}perbesaran/99999/")
    assert 'data-skala="300"' in client.get(alamat).content.decode()
    assert "5 dari 5" in buka(client, berisi, sampai=5).content.decode()


def test_the_size_of_a_drawing_is_for_its_readers(client, berisi, perencana_lain):
    alamat = reverse("diagram-perbesaran", args=[berisi.pk, 60])
    assert "/masuk/" in client.post(alamat)["Location"]
    client.force_login(perencana_lain)

    assert client.post(alamat).status_code == 404
    assert client.get(alamat).status_code == 405
