"""Cek kualitas: the findings of an agency and of all, accepting them, the weight of checks."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.aturan.mutu.temuan import sidik
from kinerja.models import Jabatan, Pengaturan, TemuanDiterima
from kinerja.mutu_lembaga import lembar_mutu
from kinerja.pilihan import Jenjang, Peran, PeranTugas
from tests.factories import PADA, buat_dinas, buat_jalur, buat_pengguna, buat_pohon

ALASAN = "Istilah baku perangkat daerah ini"
TAHUN = 2025


@pytest.fixture
def sub(pohon, jalur, perencana):
    simpul = jalur[Jenjang.SUB_KEGIATAN]
    siapa = {"oleh": perencana, "pada": PADA}
    pohon.tambah_indikator(simpul, teks="Terlaksananya makan", satuan="Orang", **siapa)
    return simpul


def alamat(dinas, nama="kualitas-lembaga", **tanya):
    return reverse(nama, args=[dinas.pk], query={"tahun": TAHUN} | tanya)


def temuan(dinas, kode="Q03"):
    lembar = lembar_mutu(type(dinas).objects.get(pk=dinas.pk), tahun=TAHUN, pada=PADA.date())
    return [b for b in lembar.baris if b.butir.temuan.kode == kode]


@pytest.fixture
def isian(dinas, sub):
    """What the form of the finding sends."""
    (baris,) = temuan(dinas)
    t = baris.butir.temuan
    return {"pohon": baris.pohon, "simpul": t.letak.simpul, "kode": t.kode, "sidik": sidik(t),
            "alasan": ALASAN}  # fmt: skip


def kirim(client, dinas, isian, **tanya):
    return client.post(alamat(dinas, "temuan-penerimaan", **tanya), isian)


def test_findings_stand_by_check_with_reason_example_and_repair(client, perencana, dinas, sub):
    client.force_login(perencana)

    html = client.get(alamat(dinas)).content.decode()

    assert "Q03 Indikator bukan ukuran" in html
    assert "Sub kegiatan Penyediaan Permakanan" in html
    assert "Mulai dengan kata ukuran" in html
    assert "Perkiraan pemenuhan kriteria" in html
    assert "bukan predikat" in html


def test_one_check_or_one_document_may_be_asked_for(client, perencana, dinas, sub):
    client.force_login(perencana)

    satu = client.get(alamat(dinas, periksaan="Q03")).context["disaring"]
    lain = client.get(alamat(dinas, dokumen="99999")).context["disaring"]

    assert [k.periksaan.nomor for k in satu.kelompok] == ["Q03"]
    assert lain.kelompok == []


def test_a_finding_is_accepted_and_taken_back(client, perencana, dinas, isian):
    client.force_login(perencana)

    response = kirim(client, dinas, isian, periksaan="Q03")

    assert response["Location"] == alamat(dinas, periksaan="Q03")
    assert temuan(dinas) == []
    html = client.get(alamat(dinas)).content.decode()
    assert ALASAN in html
    client.post(reverse("temuan-pembatalan", args=[TemuanDiterima.objects.get().pk]))
    assert len(temuan(dinas)) == 1


def test_a_reason_is_asked_for(client, perencana, dinas, isian):
    client.force_login(perencana)

    response = kirim(client, dinas, isian | {"alasan": " "})

    assert response.status_code == 422
    assert "Tulis alasannya" in response.content.decode()


def test_a_finding_that_changed_meanwhile_is_not_accepted(client, perencana, dinas, isian):
    client.force_login(perencana)

    response = kirim(client, dinas, isian | {"sidik": "0" * 32})

    assert response.status_code == 409
    assert TemuanDiterima.objects.count() == 0


def test_an_acceptance_whose_text_changed_says_so(client, perencana, dinas, isian, pohon, sub):
    client.force_login(perencana)
    kirim(client, dinas, isian)
    baru = {"teks": "Terlaksananya minum"}
    pohon.ubah_indikator(sub.indikator.get(), baru, oleh=perencana, pada=PADA)

    assert "isinya sudah berubah" in client.get(alamat(dinas)).content.decode()


def test_who_may_do_what(client, perencana, perencana_lain, evaluator, kepala, dinas, isian):
    assert client.get(alamat(dinas)).status_code == 302
    client.force_login(perencana_lain)
    assert client.get(alamat(dinas)).status_code == 404
    assert kirim(client, dinas, isian).status_code == 404
    client.force_login(evaluator)
    html = client.get(alamat(dinas)).content.decode()
    assert "Terima dengan alasan" not in html
    assert kirim(client, dinas, isian).status_code == 403
    client.force_login(kepala)
    assert kirim(client, dinas, isian).status_code == 403
    client.force_login(perencana)
    kirim(client, dinas, isian)
    batal = reverse("temuan-pembatalan", args=[TemuanDiterima.objects.get().pk])
    client.force_login(perencana_lain)
    assert client.post(batal).status_code == 404
    client.force_login(evaluator)
    assert client.post(batal).status_code == 403


def test_evaluators_see_all_agencies_and_a_planner_goes_to_the_own(
    client, perencana, evaluator, dinas, sub
):
    client.force_login(evaluator)
    html = client.get(reverse("kualitas")).content.decode()
    assert f'href="/kualitas/{dinas.pk}/' in html
    assert "rata-rata" in html

    client.force_login(perencana)
    assert client.get(reverse("kualitas"))["Location"] == f"/kualitas/{dinas.pk}/"


def test_positions_without_a_box_are_told_once_any_has_one(dinas, pohon, sub, perencana):
    siapa = {"oleh": perencana, "pada": PADA}
    ada, kosong = (
        Jabatan.objects.create(perangkat_daerah=dinas, jenis="PENGAWAS", nama=n)
        for n in ("Kepala Seksi", "Bendahara")
    )
    pohon.tugaskan(sub, ada, PeranTugas.PENANGGUNG_JAWAB, **siapa)

    pesan = [b.butir.temuan.pesan for b in temuan(dinas, "Q12")]

    assert f"{kosong.nama} belum memegang satu kotak pun." in pesan
    assert not any(ada.nama in p for p in pesan)


def kueri(client, url) -> int:
    with CaptureQueriesContext(connection) as tertangkap:
        assert client.get(url).status_code == 200
    return len(tertangkap)


def test_pages_cost_the_same_once_the_documents_were_checked(client, evaluator, perencana, dinas):
    for nomor in range(2):
        buat_jalur(buat_pohon(dinas, perencana, judul=f"Dokumen {nomor}"), perencana)
    client.force_login(evaluator)
    for urutan, url in enumerate((alamat(dinas), reverse("kualitas")), start=2):
        client.get(url)
        sedikit = kueri(client, url)
        for nomor in range(3):
            buat_jalur(buat_pohon(dinas, perencana, judul=f"Lain {urutan} {nomor}"), perencana)
        lain = buat_dinas(dinas.pemda, f"Dinas {urutan}", f"2.0{urutan}.01")
        buat_jalur(buat_pohon(lain, perencana), perencana)
        client.get(url)

        assert kueri(client, url) == sedikit <= 18


def test_a_request_checks_only_some_documents_anew(client, evaluator, perencana, dinas, settings):
    for nomor in range(14):
        buat_pohon(dinas, perencana, judul=f"Dokumen {nomor}")
    client.force_login(evaluator)
    url = reverse("kualitas", query={"tahun": TAHUN})

    assert "2 dokumen menunggu diperiksa" in client.get(url).content.decode()
    assert "menunggu diperiksa" not in client.get(url).content.decode()
    caches["default"].clear()
    assert "2 dokumen menunggu diperiksa" in client.get(url).content.decode()


@pytest.fixture
def admin_pemda(dinas):
    return buat_pengguna("admin_pemda", Peran.ADMIN_PEMDA, di=dinas.pemda)


def test_the_weight_of_a_check_is_set_for_a_pemda(client, admin_pemda, dinas, sub):
    client.force_login(admin_pemda)
    url = reverse("kualitas-bobot", args=[dinas.pemda_id])

    assert "Q03 Indikator bukan ukuran" in client.get(url).content.decode()
    assert client.post(url, {"Q03": "GALAT", "Q13": ""}).status_code == 302

    assert Pengaturan.objects.get(pemda=dinas.pemda).tingkat_temuan == {"Q03": "GALAT"}
    assert [str(b.butir.temuan.tingkat) for b in temuan(dinas)] == ["GALAT"]
    assert client.post(url, {"Q03": "BERAT"}).status_code == 422


def test_only_the_admin_of_the_pemda_sets_weights(client, perencana, dinas):
    url = reverse("kualitas-bobot", args=[dinas.pemda_id])
    client.force_login(perencana)
    assert client.get(url).status_code == 403
