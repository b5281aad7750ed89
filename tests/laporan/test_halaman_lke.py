"""Pages of the evaluation: who opens and writes what, and what they say."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kinerja.models import Riwayat
from kinerja.pilihan import Peran
from laporan.models import JawabanLke, Lke, VersiLke
from tests.factories import buat_dinas, buat_pengguna, buat_pohon
from tests.laporan.lke_uji import buat_lke, buat_versi, diajukan, final, jawab, ke, kirim, langkah


@pytest.fixture
def draf(dinas, perencana):
    return buat_lke(dinas, perencana)


@pytest.fixture
def tunggu(dinas, perencana):
    return diajukan(dinas, perencana)


def satu(lke, kode):
    return JawabanLke.objects.get(lke=lke, kode=kode)


def test_the_list_shows_values_and_who_has_no_sheet(client, evaluator, perencana, dinas):
    buat_dinas(dinas.pemda, "Dinas Kesehatan", "1.02.01")
    final(dinas, perencana, evaluator)
    client.force_login(evaluator)

    teks = client.get(reverse("lke-daftar"), {"tahun": 2024}).content.decode()

    assert "Lembar Kerja Evaluasi AKIP" in teks
    assert "BB <small" in teks
    assert "Belum ada LKE 2024" in teks
    assert "Dinas Kesehatan" in teks


def test_a_planner_begins_a_sheet(client, perencana, dinas):
    versi = buat_versi(dinas.pemda, perencana)
    client.force_login(perencana)

    jawaban = client.post(reverse("lke-mulai", args=[dinas.pk]), {"tahun": 2024, "versi": versi.pk})

    lke = Lke.objects.get()
    assert jawaban.url == ke(lke)
    assert client.get(ke(lke)).status_code == 200


def test_a_broken_rule_is_told_on_the_page_that_it_came_from(client, draf, perencana, evaluator):
    client.force_login(perencana)
    versi = VersiLke.objects.get()
    lagi = {"tahun": draf.tahun, "versi": versi.pk}
    tautan = {"tautan": "https://contoh.go.id/lke", "nama": "Laman"}
    client.post(ke(draf, "bukti", "1.a.1"), tautan)
    bukti = draf.bukti.get()
    jawab(draf, perencana)
    langkah(draf, "ajukan", perencana)

    kedua = client.post(reverse("lke-mulai", args=[draf.perangkat_daerah_id]), lagi)
    lepas = client.post(ke(draf, "bukti-pelepasan", bukti.pk))
    client.force_login(evaluator)
    hapus = client.post(reverse("lke-instrumen-penghapusan", args=[versi.pk]))
    muat = client.post(reverse("lke-instrumen-pemuatan"), {"kiriman": "asing"})

    for jawaban in (kedua, lepas, hapus, muat):
        assert jawaban.status_code == 422
        assert 'class="ringkasan-galat" role="alert"' in jawaban.content.decode()
    assert draf.bukti.exists()
    assert VersiLke.objects.exists()


@pytest.mark.parametrize("peran", [Peran.PERENCANA, Peran.KEPALA])
def test_the_agency_answers_a_component(client, draf, dinas, peran):
    client.force_login(buat_pengguna("penilai_diri", peran, di=dinas))

    jawaban = kirim(client, draf, m_1_a_1="TERPENUHI", c_1_a_1="Ditetapkan.", b_1_a="2")

    assert jawaban.status_code == 302
    assert (satu(draf, "1.a.1").mandiri, satu(draf, "1.a.1").catatan) == (
        "TERPENUHI",
        "Ditetapkan.",
    )
    assert Riwayat.objects.filter(kata_kerja="isi lke").count() == 1


def test_a_button_leads_on_to_the_next_component(client, draf, perencana):
    client.force_login(perencana)

    lanjut = kirim(client, draf, m_1_a_1="BELUM", lanjut="2")
    asing = kirim(client, draf, lanjut="../../x")

    assert lanjut.url == ke(draf, "komponen", "2")
    assert asing.url == ke(draf, "komponen", "1")


def test_a_wrong_answer_is_told_at_its_cell_and_typed_text_stays(client, draf, perencana):
    client.force_login(perencana)

    jawaban = kirim(client, draf, m_1_a_1="TIDAK_BERLAKU", c_1_a_2="Catatan lain")
    teks = jawaban.content.decode()

    assert jawaban.status_code == 422
    assert "selalu berlaku" in teks
    assert "Catatan lain" in teks
    assert satu(draf, "1.a.2").catatan == ""


def test_two_planners_do_not_overwrite_each_other(client, draf, perencana):
    client.force_login(perencana)
    kirim(client, draf, m_1_a_1="TERPENUHI")

    jawaban = kirim(client, draf, m_1_a_1="BELUM")

    assert jawaban.status_code == 409
    assert "Sudah diubah orang lain menjadi “Terpenuhi”" in jawaban.content.decode()
    assert kirim(client, draf, {"m-1.a.1": "TERPENUHI"}, m_1_a_1="BELUM").status_code == 404
    assert kirim(client, draf, lama={"m-1.a.1": "TERPENUHI"}, m_1_a_1="BELUM").status_code == 302


def test_a_submitted_sheet_is_locked_for_the_agency(client, tunggu, perencana):
    client.force_login(perencana)

    assert kirim(client, tunggu, lama={"m-1.a.1": "TERPENUHI"}, m_1_a_1="BELUM").status_code == 422
    bukti = {"tautan": "https://contoh.go.id", "nama": "A"}
    assert client.post(ke(tunggu, "bukti", "1.a.1"), bukti).status_code == 422
    assert client.post(ke(tunggu, "penghapusan")).status_code == 422
    assert "<select" not in client.get(ke(tunggu, "komponen", "1")).content.decode()


def test_the_evaluator_values_beside_the_answers(client, tunggu, evaluator):
    client.force_login(evaluator)

    jawaban = kirim(
        client, tunggu, p_1_a_1="BELUM", k_1_a_1="Tanpa bukti.", t_1_a="1", k_1_a="Baik"
    )
    teks = client.get(ke(tunggu, "komponen", "1")).content.decode()

    assert jawaban.status_code == 302
    assert satu(tunggu, "1.a.1").penilaian == "BELUM"
    assert "berbeda" in teks
    assert teks.count('<li class="lke-beda">') == 1


def test_what_is_not_valued_yet_may_follow_the_agency(client, tunggu, evaluator):
    client.force_login(evaluator)
    kosong = {f"p-{j.kode}": "" for j in tunggu.jawaban.filter(kode__startswith="1.")}

    client.post(
        ke(tunggu, "komponen", "1"), kosong | {"p-1.a.1": "BELUM", "lama": "{}", "samakan": "1"}
    )

    assert satu(tunggu, "1.a.1").penilaian == "BELUM"
    assert satu(tunggu, "1.a.2").penilaian == "TERPENUHI"
    assert satu(tunggu, "2.a.1").penilaian == ""


def test_evidence_out_of_the_system_and_from_outside(client, draf, perencana, dinas):
    pohon = buat_pohon(dinas, perencana)
    client.force_login(perencana)
    alamat = ke(draf, "bukti", "1.a.1")

    assert client.post(alamat, {"bukti": f"POHON:{pohon.pk}"}).status_code == 302
    tautan = {"tautan": "https://contoh.go.id/lke", "nama": "Laman"}
    assert client.post(alamat, tautan).status_code == 302
    teks = client.get(ke(draf, "komponen", "1")).content.decode()
    assert reverse("pohon", args=[pohon.pk]) in teks
    assert 'href="https://contoh.go.id/lke"' in teks
    for bukti in draf.bukti.all():
        client.post(ke(draf, "bukti-pelepasan", bukti.pk))
    assert not draf.bukti.exists()


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"bukti": "POHON:999999"},
        {"bukti": "LAIN:1"},
        {"tautan": "javascript:alert(1)"},
        {"tautan": "https://a.id", "bukti": "POHON:1"},
    ],
)
def test_what_is_no_evidence_is_refused(client, draf, perencana, data):
    client.force_login(perencana)

    assert client.post(ke(draf, "bukti", "1.a.1"), data).status_code == 422
    assert not draf.bukti.exists()


def test_another_agencys_document_is_no_evidence(client, draf, perencana, perencana_lain):
    asing = buat_pohon(perencana_lain.daftar_keanggotaan()[0].perangkat_daerah, perencana_lain)
    client.force_login(perencana)

    jawaban = client.post(ke(draf, "bukti", "1.a.1"), {"bukti": f"POHON:{asing.pk}"})

    assert jawaban.status_code == 422


def test_unknown_parts_of_a_sheet_are_404(client, draf, perencana):
    client.force_login(perencana)

    for alamat in (ke(draf, "komponen", "9"), ke(draf, "bukti", "9.z"), reverse("lke", args=[999])):
        assert client.get(alamat).status_code == 404


def _kueri(client, alamat, hitung):
    with hitung as tercatat:
        assert client.get(alamat).status_code == 200
    return len(tercatat)


def test_pages_cost_the_same_whatever_their_size(
    client, dinas, perencana, evaluator, django_assert_max_num_queries
):
    lke = final(dinas, perencana, evaluator)
    client.force_login(evaluator)
    daftar = f"{reverse('lke-daftar')}?tahun=2024"
    sedikit = _kueri(client, daftar, django_assert_max_num_queries(20))
    for n in range(4):
        lain = buat_dinas(dinas.pemda, f"Dinas {n}", f"2.{n}")
        diajukan(lain, perencana)

    assert _kueri(client, daftar, django_assert_max_num_queries(20)) == sedikit
    _kueri(client, ke(lke), django_assert_max_num_queries(20))
    _kueri(client, ke(lke, "komponen", "3"), django_assert_max_num_queries(20))
