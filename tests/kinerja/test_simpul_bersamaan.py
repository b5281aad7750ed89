"""Two people at one box: conflicts told together, a deleted box told with its name."""

import pytest
from django.urls import reverse

from kinerja.pilihan import Jenjang
from tests.factories import PADA
from tests.kinerja.formulir_uji import isian


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def sub(jalur):
    return jalur[Jenjang.SUB_KEGIATAN]


@pytest.fixture
def alamat(sub):
    return reverse("simpul-ubah", args=[sub.pk]) + "?tahun=2025"


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


def test_all_conflicts_of_a_box_are_told_at_once(masuk, alamat, pohon, sub, siapa):
    indikator = pohon.tambah_indikator(sub, teks="Jumlah orang", satuan="Orang", **siapa)
    pohon.isi_target(indikator, "55", tahun=2025, **siapa)
    pohon.isi_pagu(sub, "1.000.000", tahun=2025, **siapa)
    dibuka = isian(masuk.get(alamat))
    pohon.ubah(sub, {"nama": "Nama rekan", "kinerja": "Kalimat rekan"}, **siapa)
    pohon.ubah_indikator(indikator, {"satuan": "Jiwa"}, **siapa)
    pohon.isi_target(indikator, "66", tahun=2025, **siapa)
    pohon.isi_pagu(sub, "2.000.000", tahun=2025, **siapa)
    pohon.refresh_from_db()
    sebelum = pohon.versi
    i = f"i{indikator.pk}-"
    milik_saya = {
        "simpul-nama": "A", "simpul-kinerja": "B", "simpul-nomor": "9",
        f"{i}satuan": "C", f"{i}target_2025": "77", "uang-pagu_0": "3.000.000",
    }  # fmt: skip

    response = masuk.post(alamat, dibuka | milik_saya)

    html = response.content.decode()
    pohon.refresh_from_db()
    assert response.status_code == 409
    rekan = ("Nama rekan", "Kalimat rekan", "Jiwa", "66", "2.000.000")
    assert [r for r in rekan if f"menjadi “{r}”" not in html] == []
    assert pohon.versi == sebelum

    assert masuk.post(alamat, isian(response)).status_code == 302
    sub.refresh_from_db()
    assert (sub.nama, sub.nomor, sub.pagu.get().nilai) == ("A", "9", 3_000_000)


def test_saving_a_deleted_box_names_who_deleted_it(masuk, alamat, pohon, sub, siapa):
    dibuka = isian(masuk.get(alamat))
    pohon.hapus(sub, **siapa)

    response = masuk.post(alamat, dibuka | {"simpul-nama": "Ketikan <saya>"})

    html = response.content.decode()
    assert response.status_code == 409
    assert "dihapus, oleh perencana" in html
    assert "Ketikan &lt;saya&gt;" in html
    assert f'href="{reverse("pohon-riwayat", args=[pohon.pk])}"' in html
    assert f'href="{reverse("pohon", args=[pohon.pk])}"' in html


def test_a_box_that_came_back_is_offered(masuk, alamat, pohon, sub, siapa):
    dibuka = isian(masuk.get(alamat))
    pohon.batalkan(pohon.hapus(sub, **siapa), **siapa)
    baru = type(sub).objects.get(pohon=pohon, uid=sub.uid)

    html = masuk.post(alamat, dibuka | {"simpul-nama": "Saya"}).content.decode()

    assert f'href="{reverse("simpul-ubah", args=[baru.pk])}"' in html


@pytest.mark.parametrize("ubahan", [{"kotak": "x"}, {"dokumen": "x"}, {"dokumen": "999999"}])
def test_anything_else_stays_a_404(masuk, alamat, pohon, sub, siapa, ubahan):
    dibuka = isian(masuk.get(alamat))
    pohon.hapus(sub, **siapa)

    assert masuk.post(alamat, dibuka | ubahan).status_code == 404


def test_other_agencies_learn_nothing(masuk, alamat, pohon, sub, siapa, perencana_lain):
    dibuka = isian(masuk.get(alamat))
    pohon.hapus(sub, **siapa)
    masuk.force_login(perencana_lain)

    assert masuk.post(alamat, dibuka).status_code == 404
