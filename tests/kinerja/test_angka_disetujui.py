"""The tree page of an approved document: its numbers are filled, all else is locked."""

import pytest
from django.urls import reverse

from kinerja.models import Keanggotaan, Tahap
from kinerja.pilihan import Jenjang
from tests.factories import PADA
from tests.kinerja.salinan_uji import setujui
from tests.kinerja.sunting_uji import SKRIP, patch
from tests.kinerja.test_halaman_pohon import buka

SUNTING = "pohon-sunting.css"


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def indikator(pohon, jalur, siapa):
    sub = jalur[Jenjang.SUB_KEGIATAN]
    pohon.isi_pagu(sub, "1.000", tahun=2025, **siapa)
    return pohon.tambah_indikator(sub, teks="Jumlah orang", satuan="Orang", **siapa)


@pytest.fixture
def disetujui(client, pohon, jalur, indikator, perencana):
    client.force_login(perencana)
    return setujui(pohon, perencana)


def test_its_cells_are_marked_and_the_page_knows_that_only_numbers_are_filled(client, disetujui):
    html = buka(client, disetujui).content.decode()

    assert "data-hanya-angka" in html
    assert 'data-i="' in html
    assert SUNTING in html
    assert "Impor Excel" not in html


def test_a_draft_is_open_as_a_whole(client, pohon, jalur, indikator, perencana):
    client.force_login(perencana)

    assert "data-hanya-angka" not in buka(client, pohon).content.decode()


def test_numbers_are_saved_and_words_are_refused(client, disetujui, jalur, indikator):
    sub = f"/simpul/{jalur[Jenjang.SUB_KEGIATAN].pk}/"
    sasaran = f"/indikator/{indikator.pk}/"

    assert patch(client, sasaran, "target", "", "60", tahun=2025).status_code == 200
    pagu = patch(client, sub, "pagu", "1.000", "2.000", tahun=2025, sumber_dana="")
    assert pagu.status_code == 200
    assert "2.000" in pagu.json()["baris"][str(jalur[Jenjang.PROGRAM].pk)]
    assert 'data-i="' in pagu.json()["baris"][str(jalur[Jenjang.PROGRAM].pk)]

    ditolak = patch(client, sasaran, "teks", "Jumlah orang", "Lain")
    assert ditolak.status_code == 422
    assert "buka perubahan" in str(ditolak.json())


def test_a_closed_stage_stays_closed(client, disetujui, indikator):
    Tahap.objects.update(terkunci=True)

    ditolak = patch(client, f"/indikator/{indikator.pk}/", "target", "", "60", tahun=2025)

    assert ditolak.status_code == 422


@pytest.mark.parametrize("kenapa", ["replaced", "archived", "reader"])
def test_others_only_read(client, disetujui, siapa, kenapa):
    if kenapa == "replaced":
        setujui(disetujui.buka_perubahan(**siapa), siapa["oleh"])
    elif kenapa == "archived":
        disetujui.arsipkan(**siapa)
    else:
        Keanggotaan.objects.update(peran="KEPALA")

    html = buka(client, disetujui).content.decode()

    assert 'data-i="' not in html
    assert SUNTING not in html


def test_a_narrowed_role_fills_its_branch(client, disetujui, jalur):
    Keanggotaan.objects.update(cabang=jalur[Jenjang.KEGIATAN])

    html = buka(client, disetujui).content.decode()

    assert html.count('data-i="') == 2
    assert "data-hanya-angka" in html


def test_news_of_the_approval_say_that_only_numbers_are_left(client, pohon, jalur, perencana):
    client.force_login(perencana)
    sejak = pohon.versi
    setujui(pohon, perencana)

    isi = client.get(
        reverse("pohon-kabar", args=[pohon.pk]),
        {"sejak": sejak, "kepala": sejak, "tahun": 2025}, headers=SKRIP,
    ).json()  # fmt: skip

    assert isi["hanya_angka"] is True
    assert 'data-i="' in isi["tabel"]


def test_the_page_costs_one_query_more(client, disetujui, django_assert_max_num_queries):
    buka(client, disetujui)

    with django_assert_max_num_queries(13):
        buka(client, disetujui)
