"""Who answers for a box, in the drawer and on its page: who may, what is answered."""

import pytest
from django.urls import reverse

from kinerja.models import Jabatan, Pegawai, Pejabat, Penugasan, Riwayat, Simpul
from kinerja.pilihan import JenisPejabat, Peran, StatusPohon
from tests.factories import PADA, buat_pengguna

SKRIP = {"X-Requested-With": "fetch"}


@pytest.fixture
def sub(jalur):
    return Simpul.objects.select_related("pohon__perangkat_daerah").get(pk=jalur["SUB_KEGIATAN"].pk)


@pytest.fixture
def jabatan(dinas):
    return Jabatan.objects.create(
        perangkat_daerah=dinas, jenis="FUNGSIONAL", nama="Pekerja Sosial Ahli Muda"
    )


def tugaskan(client, sub, headers=None, **isi):
    return client.post(reverse("simpul-penugasan", args=[sub.pk]), isi, headers=headers)


def test_a_planner_assigns_and_comes_back_to_the_box(client, sub, jabatan, perencana):
    client.force_login(perencana)

    response = tugaskan(client, sub, jabatan=jabatan.pk, peran="PENANGGUNG_JAWAB")

    assert response.status_code == 302
    assert response.url.endswith("#penugasan")
    assert Penugasan.objects.get().jabatan == jabatan
    assert Riwayat.objects.filter(pohon=sub.pohon, kata_kerja="tugaskan").exists()
    html = client.get(response.url).content.decode()
    assert "Pekerja Sosial Ahli Muda" in html
    assert "belum ada pejabat" in html


def test_the_box_names_who_acts_that_day(client, sub, jabatan, perencana):
    for nama, jenis in (("Pemegang tetap", "DEFINITIF"), ("Pengganti harian", "PLH")):
        pegawai = Pegawai.objects.create(nama=nama)
        Pejabat.objects.create(
            jabatan=jabatan, pegawai=pegawai, jenis=JenisPejabat(jenis), mulai="2025-01-02"
        )
    sub.pohon.tugaskan(sub, jabatan, oleh=perencana, pada=PADA)
    client.force_login(perencana)

    html = client.get(reverse("simpul-rinci", args=[sub.pk])).content.decode()

    assert "Plh. Pengganti harian" in html


def test_a_script_gets_the_section_and_can_take_it_back(client, sub, jabatan, perencana):
    client.force_login(perencana)
    response = tugaskan(client, sub, SKRIP, jabatan=jabatan.pk, peran="PELAKSANA")
    html = response.content.decode()
    assert html.lstrip().startswith('<section class="penugasan"')
    assert "Pelaksana" in html

    lepas = reverse("penugasan-pelepasan", args=[sub.pk, jabatan.pk])
    response = client.post(lepas, headers=SKRIP)

    assert response.status_code == 200
    assert not Penugasan.objects.exists()


@pytest.mark.parametrize("kepala", [None, SKRIP])
def test_a_second_penanggung_jawab_is_refused_until_he_replaces(
    client, sub, jabatan, perencana, kepala
):
    lama = Jabatan.objects.create(
        perangkat_daerah=jabatan.perangkat_daerah, jenis="PENGAWAS", nama="Kepala Subbagian"
    )
    sub.pohon.tugaskan(sub, lama, oleh=perencana, pada=PADA)
    client.force_login(perencana)
    isi = {"jabatan": jabatan.pk, "peran": "PENANGGUNG_JAWAB"}

    response = tugaskan(client, sub, kepala, **isi)

    html = response.content.decode()
    assert response.status_code == 422
    assert "sudah menjadi tanggung jawab Kepala Subbagian" in html
    assert f'value="{jabatan.pk}" selected' in html
    tugaskan(client, sub, kepala, gantikan="ya", **isi)
    assert Penugasan.objects.get().jabatan == jabatan


def test_what_is_not_chosen_is_asked_for(client, sub, perencana):
    client.force_login(perencana)

    response = tugaskan(client, sub, jabatan="", peran="X")

    assert response.status_code == 422
    assert "Pilih jabatannya." in response.content.decode()


def test_the_ladder(client, sub, jabatan, perencana, pejabat, kepala, perencana_lain):
    isi = {"jabatan": jabatan.pk, "peran": "PENANGGUNG_JAWAB"}
    assert tugaskan(client, sub, **isi).status_code == 302
    assert not Penugasan.objects.exists()
    for siapa, status in ((pejabat, 403), (kepala, 403), (perencana_lain, 404)):
        client.force_login(siapa)
        assert tugaskan(client, sub, **isi).status_code == status
    client.force_login(perencana)
    type(sub.pohon).objects.update(status=StatusPohon.DISETUJUI)
    assert tugaskan(client, sub, **isi).status_code == 422
    asing = reverse("penugasan-pelepasan", args=[sub.pk, 0])
    assert client.post(asing).status_code == 404


def test_readers_see_who_answers_without_a_form(client, sub, jabatan, perencana, evaluator):
    sub.pohon.tugaskan(sub, jabatan, oleh=perencana, pada=PADA)
    client.force_login(evaluator)

    html = client.get(reverse("simpul-rinci", args=[sub.pk])).content.decode()

    assert "Pekerja Sosial Ahli Muda" in html
    assert reverse("simpul-penugasan", args=[sub.pk]) not in html


def test_a_narrowed_role_assigns_in_its_branch_only(client, sub, jalur, jabatan, dinas):
    operator = buat_pengguna("operator", Peran.OPERATOR, di=dinas)
    operator.keanggotaan.update(cabang=jalur["KEGIATAN"])
    client.force_login(operator)
    isi = {"jabatan": jabatan.pk, "peran": "PELAKSANA"}

    assert tugaskan(client, sub, **isi).status_code == 302
    assert tugaskan(client, jalur["PROGRAM"], **isi).status_code == 403
