"""The positions of a document: what each answers for, many boxes given at once."""

import pytest
from django.urls import reverse

from kinerja.aturan.penugasan import Tugas, pagu_jabatan
from kinerja.models import Jabatan, Pegawai, Pejabat, Penugasan, Riwayat
from kinerja.pilihan import Peran, StatusPohon
from tests.factories import PADA, buat_pengguna

KETUA = "PENANGGUNG_JAWAB"


@pytest.fixture
def jabatan(dinas):
    """The head and one position below it, by name."""
    kepala = Jabatan.objects.create(
        perangkat_daerah=dinas, jenis="JPT_PRATAMA", nama="Kepala Dinas", kepala=True
    )
    kabid = Jabatan.objects.create(
        perangkat_daerah=dinas, jenis="ADMINISTRATOR", nama="Kepala Bidang", atasan=kepala
    )
    return {"kepala": kepala, "kabid": kabid}


def halaman(client, pohon, jabatan=None, **tanya):
    nama, kunci = ("pohon-jabatan-rinci", [pohon.pk, jabatan.pk]) if jabatan else (
        "pohon-jabatan", [pohon.pk]
    )  # fmt: skip
    response = client.get(reverse(nama, args=kunci), {"tahun": 2025} | tanya)
    assert response.status_code == 200
    return response.content.decode()


def kirim(client, pohon, jabatan, kotak, **isi):
    isi = {"jabatan": jabatan.pk, "peran": KETUA, "kotak": [s.pk for s in kotak]} | isi
    return client.post(reverse("pohon-penugasan", args=[pohon.pk]), isi)


def test_positions_stand_with_their_boxes_and_money(
    client, pohon, jalur, jabatan, berangka, perencana
):
    siapa = {"oleh": perencana, "pada": PADA}
    pohon.tugaskan(jalur["SASARAN"], jabatan["kepala"], **siapa)
    pohon.tugaskan([jalur["PROGRAM"], jalur["SUB_KEGIATAN"]], jabatan["kabid"], **siapa)
    client.force_login(perencana)

    html = halaman(client, pohon)

    assert "1 program, 1 sub kegiatan" in html
    assert html.count("Rp 1.000.000") == 2
    assert "Setiap kotak paling bawah sudah ada yang menjawab." in html


def test_leaves_and_positions_without_each_other_are_shown(client, pohon, jalur, jabatan, kepala):
    client.force_login(kepala)

    html = halaman(client, pohon)

    assert "Belum ada penanggung jawab" in html
    assert "Penyediaan Permakanan" in html
    assert html.count("belum ada kotak") == 2
    assert 'name="kotak"' not in html  # a reader gives nothing


def test_a_branch_is_given_downwards_as_one_event(client, pohon, jalur, jabatan, perencana):
    client.force_login(perencana)

    response = kirim(client, pohon, jabatan["kabid"], [jalur["PROGRAM"]], ke_bawah="on")

    assert response.status_code == 302
    milik = Penugasan.objects.milik(jabatan["kabid"], pohon)
    assert [t.simpul.jenjang for t in milik] == ["PROGRAM", "KEGIATAN", "SUB_KEGIATAN"]
    assert Riwayat.objects.filter(pohon=pohon, kata_kerja="tugaskan").count() == 1
    assert "Kepala Bidang menjadi penanggung jawab 3 kotak." in halaman(client, pohon)


def test_boxes_are_taken_back_on_the_page_of_the_position(client, pohon, jalur, jabatan, perencana):
    kotak = [jalur["PROGRAM"], jalur["KEGIATAN"]]
    pohon.tugaskan(kotak, jabatan["kabid"], oleh=perencana, pada=PADA)
    client.force_login(perencana)
    assert "Kotak yang dijawab" in halaman(client, pohon, jabatan["kabid"])

    kabid = jabatan["kabid"]
    response = kirim(client, pohon, kabid, kotak[:1], lepas="ya", dari=kabid.pk)

    assert response.url == reverse("pohon-jabatan-rinci", args=[pohon.pk, kabid.pk])
    assert [t.simpul.jenjang for t in Penugasan.objects.di(pohon)] == ["KEGIATAN"]


def test_a_refusal_keeps_the_choices_and_names_every_box(client, pohon, jalur, jabatan, perencana):
    pohon.tugaskan(jalur["SUB_KEGIATAN"], jabatan["kepala"], oleh=perencana, pada=PADA)
    client.force_login(perencana)

    kabid, sub = jabatan["kabid"], jalur["SUB_KEGIATAN"]
    response = kirim(client, pohon, kabid, [sub], dari=kabid.pk)

    html = response.content.decode()
    assert response.status_code == 422
    assert "sudah menjadi tanggung jawab Kepala Dinas" in html
    assert f'value="{sub.pk}" id="k{sub.pk}" checked' in html
    assert kirim(client, pohon, kabid, [sub], gantikan="on").status_code == 302


def test_nothing_chosen_is_asked_for(client, pohon, jalur, jabatan, perencana):
    client.force_login(perencana)

    response = kirim(client, pohon, jabatan["kabid"], [])

    assert response.status_code == 422
    assert "Pilih paling sedikit satu kotak." in response.content.decode()


def test_the_history_of_holders_prints_nip_in_groups(client, pohon, jabatan, evaluator):
    pegawai = Pegawai.objects.create(nama="Pemegang lama", nip="197001011995031001")
    Pejabat.objects.create(
        jabatan=jabatan["kabid"], pegawai=pegawai, mulai="2020-01-02", selesai="2024-12-31"
    )
    client.force_login(evaluator)

    html = halaman(client, pohon, jabatan["kabid"])

    assert "NIP 19700101 199503 1 001" in html
    assert "31 Desember 2024" in html


def test_the_ladder(client, pohon, jalur, jabatan, perencana, pejabat, perencana_lain):
    kabid, kotak = jabatan["kabid"], [jalur["PROGRAM"]]
    assert kirim(client, pohon, kabid, kotak).status_code == 302
    assert not Penugasan.objects.exists()
    for siapa, status in ((pejabat, 403), (perencana_lain, 404)):
        client.force_login(siapa)
        assert kirim(client, pohon, kabid, kotak).status_code == status
    assert client.get(reverse("pohon-jabatan", args=[pohon.pk])).status_code == 404
    client.force_login(perencana)
    type(pohon).objects.update(status=StatusPohon.DISETUJUI)
    assert kirim(client, pohon, kabid, kotak).status_code == 422


def test_a_narrowed_role_gives_its_branch_only(client, pohon, jalur, jabatan, dinas):
    operator = buat_pengguna("operator", Peran.OPERATOR, di=dinas)
    operator.keanggotaan.update(cabang=jalur["KEGIATAN"])
    client.force_login(operator)

    kabid = jabatan["kabid"]
    assert kirim(client, pohon, kabid, [jalur["KEGIATAN"]], ke_bawah="on").status_code == 302
    assert kirim(client, pohon, kabid, [jalur["PROGRAM"]]).status_code == 403


@pytest.mark.parametrize("nama", [None, "kabid"])
def test_pages_cost_the_same_at_any_size(
    client, pohon, jalur, jabatan, perencana, django_assert_max_num_queries, nama
):
    siapa = {"oleh": perencana, "pada": PADA}
    for n in range(12):
        sub = pohon.tambah(
            induk=jalur["KEGIATAN"], jenjang="SUB_KEGIATAN", nama=f"Sub {n}", **siapa
        )
        pohon.tugaskan(sub, jabatan["kabid"], **siapa)
    client.force_login(perencana)

    with django_assert_max_num_queries(22):
        halaman(client, pohon, jabatan.get(nama))


def test_money_counts_once_for_a_position_however_often_it_answers():
    simpul = [("p", None, 0), ("k", "p", 0), ("a", "k", 10), ("b", "k", 5)]
    tugas = [
        Tugas("p", 1, KETUA), Tugas("k", 1, KETUA), Tugas("a", 1, KETUA), Tugas("b", 2, KETUA),
        Tugas("b", 3, "PENDUKUNG"),
    ]  # fmt: skip

    assert pagu_jabatan(simpul, tugas) == {1: 15, 2: 5}


def test_the_positions_are_drawn_with_what_they_answer_for(
    client, pohon, jalur, jabatan, perencana, perencana_lain
):
    pohon.tugaskan(jalur["PROGRAM"], jabatan["kabid"], oleh=perencana, pada=PADA)
    alamat = reverse("pohon-jabatan-diagram", args=[pohon.pk])
    client.force_login(perencana)

    html = client.get(alamat, {"tahun": 2025}).content.decode()

    assert "Kinerja Utama :" in html
    assert "Terwujudnya rehabilitasi sosial" in html
    assert reverse("pohon-jabatan-rinci", args=[pohon.pk, jabatan["kabid"].pk]) in html
    client.force_login(perencana_lain)
    assert client.get(alamat).status_code == 404


def test_boxes_are_narrowed_to_what_is_looked_for(client, pohon, jalur, jabatan, perencana):
    pohon.tugaskan(jalur["PROGRAM"], jabatan["kabid"], oleh=perencana, pada=PADA)
    client.force_login(perencana)

    def kotak(**tanya):
        html = halaman(client, pohon, jabatan["kabid"], **tanya)
        return [j for j, s in jalur.items() if f'id="k{s.pk}"' in html]

    assert kotak() == list(jalur)
    assert kotak(hanya="KOSONG") == [j for j in jalur if j != "PROGRAM"]
    assert kotak(hanya="MILIK") == ["PROGRAM"]
    assert kotak(cari="PENYEDIAAN permakanan") == ["SUB_KEGIATAN"]
    assert kotak(cari="tidak ada") == []
    assert kotak(hanya="LAIN") == list(jalur)
