"""Crosscutting on screens: ask, inbox, answer, refuse, withdraw; who may; stale pages."""

import pytest
from django.urls import reverse

from cascading.models import Crosscutting
from kinerja.models import Simpul, Unit
from kinerja.pilihan import Jenjang, Peran
from tests.factories import PADA, buat_dinas, buat_pengguna
from tests.kinerja.sunting_uji import patch


def _alamat(lintas):
    return reverse("crosscutting", args=[lintas.pk])


def test_a_planner_asks_from_a_box_and_the_other_answers_with_a_new_one(
    client, kondisi, kesehatan, kotak_lain, perencana, perencana_lain
):
    client.force_login(perencana)
    rinci = client.get(reverse("simpul-rinci", args=[kondisi[4].pk])).content.decode()
    alamat = reverse("simpul-minta", args=[kondisi[4].pk])
    assert alamat in rinci
    assert "Dinas Kesehatan" in client.get(alamat).content.decode()
    isi = {"diminta": f"pd-{kesehatan.pk}", "isi": "Pemeriksaan gizi penerima"}
    jawab = client.post(alamat, isi, follow=True).content.decode()
    assert "Permintaan dikirim kepada Dinas Kesehatan." in jawab
    assert "Setujui" not in jawab
    lintas = Crosscutting.objects.get()

    client.force_login(perencana_lain)
    masuk = client.get(reverse("crosscutting-daftar")).content.decode()
    assert "Pemeriksaan gizi penerima" in masuk
    halaman = client.get(_alamat(lintas)).content.decode()
    assert "Sasaran di bawah tujuan Meningkatnya kesehatan lansia" in halaman
    kirim = {"langkah": "setujui_baru", "dilihat": "MENUNGGU", "kinerja": "Gizi lansia terjaga"}
    kirim["letak"] = f"{kotak_lain.pk}-{Jenjang.SASARAN}"
    jawab = client.post(_alamat(lintas), kirim, follow=True).content.decode()
    assert "kotaknya dibuat" in jawab
    baru = Simpul.objects.get(kinerja="Gizi lansia terjaga")
    rinci = client.get(reverse("simpul-rinci", args=[baru.pk])).content.decode()
    assert "Mendukung Dinas Sosial (disetujui)" in rinci
    client.force_login(perencana)
    rinci = client.get(reverse("simpul-rinci", args=[kondisi[4].pk])).content.decode()
    assert "Didukung Dinas Kesehatan (disetujui)" in rinci


def test_an_existing_box_is_searched_and_linked(client, permintaan, kotak_lain, perencana_lain):
    lintas = permintaan()
    client.force_login(perencana_lain)

    assert (
        "Tidak ada kotak seperti itu"
        in client.get(_alamat(lintas), {"cari": "pariwisata"}).content.decode()
    )
    assert (
        f'value="{kotak_lain.pk}"'
        in client.get(_alamat(lintas), {"cari": "lansia"}).content.decode()
    )
    kirim = {"langkah": "setujui", "dilihat": "MENUNGGU", "kotak": kotak_lain.pk}
    assert (
        "disetujui dan dihubungkan"
        in client.post(_alamat(lintas), kirim, follow=True).content.decode()
    )
    lintas.refresh_from_db()
    assert lintas.jawaban_uid == kotak_lain.uid


@pytest.mark.parametrize(
    ("langkah", "isi", "kata"),
    [
        ("tolak", {}, "Alasan"),
        ("setujui", {"kotak": "0"}, "yang tadi sudah tidak ada"),
        ("setujui_baru", {"kinerja": "Apa saja"}, "Jenjang dan letaknya"),
    ],
)
def test_an_answer_that_lacks_something_comes_back_marked(
    langkah, isi, kata, client, permintaan, kotak_lain, perencana_lain
):
    lintas = permintaan()
    client.force_login(perencana_lain)
    jawab = client.post(_alamat(lintas), {"langkah": langkah, "dilihat": "MENUNGGU"} | isi)
    assert jawab.status_code == 422
    assert "Periksa isian berikut" in jawab.content.decode()
    assert kata in jawab.content.decode()
    lintas.refresh_from_db()
    assert lintas.status == "MENUNGGU"


def test_refused_with_a_reason_that_the_asking_side_reads(
    client, permintaan, perencana, perencana_lain
):
    lintas = permintaan()
    client.force_login(perencana_lain)
    kirim = {"langkah": "tolak", "dilihat": "MENUNGGU", "alasan": "Bukan tugas kami."}
    client.post(_alamat(lintas), kirim)
    client.force_login(perencana)
    halaman = client.get(_alamat(lintas)).content.decode()
    assert "Bukan tugas kami." in halaman
    assert 'name="langkah"' not in halaman


def test_a_page_that_is_stale_gets_a_conflict(client, permintaan, perencana, perencana_lain):
    lintas = permintaan()
    lintas.tarik("Sudah dikerjakan sendiri.", oleh=perencana, pada=PADA)
    client.force_login(perencana_lain)
    kirim = {"langkah": "tolak", "dilihat": "MENUNGGU", "alasan": "Bukan tugas kami."}
    jawab = client.post(_alamat(lintas), kirim)
    assert jawab.status_code == 409
    assert "menjadi: Ditarik" in jawab.content.decode()


def test_others_see_nothing_and_the_wrong_role_takes_no_step(
    client, permintaan, kondisi, dinas, kesehatan, perencana, perencana_lain
):
    lintas = permintaan()
    luar = buat_dinas(dinas.pemda, nama="Dinas Pendidikan", kode="1.01.01")
    tolak = {"langkah": "tolak", "dilihat": "MENUNGGU", "alasan": "Tidak."}
    for siapa, dilihat, langkah, minta in (
        (buat_pengguna("luar", Peran.PERENCANA, di=luar), 404, 404, 404),
        (buat_pengguna("operator", Peran.OPERATOR, di=kesehatan), 200, 403, 404),
        (buat_pengguna("pemeriksa", Peran.INSPEKTORAT, di=dinas.pemda), 200, 403, 403),
        (perencana, 200, 403, 200),
    ):
        client.force_login(siapa)
        assert client.get(_alamat(lintas)).status_code == dilihat
        assert client.post(_alamat(lintas), tolak).status_code == langkah
        assert client.get(reverse("simpul-minta", args=[kondisi[4].pk])).status_code == minta
    client.logout()
    assert client.get(_alamat(lintas)).status_code == 302


def test_an_official_of_the_asked_unit_answers(client, permintaan, kesehatan, kotak_lain):
    gizi = Unit.objects.create(perangkat_daerah=kesehatan, kode="G", nama="Seksi Gizi")
    lintas = permintaan(unit=gizi)
    pejabat = buat_pengguna("pejabat_gizi", Peran.PEJABAT, di=kesehatan)
    client.force_login(pejabat)
    kirim = {"langkah": "setujui", "dilihat": "MENUNGGU", "kotak": kotak_lain.pk}
    assert client.post(_alamat(lintas), kirim).status_code == 403
    pejabat.keanggotaan.update(unit=gizi)
    assert client.post(_alamat(lintas), kirim).status_code == 302


def test_the_list_takes_a_fixed_number_of_queries(
    client, kondisi, kesehatan, perencana, perencana_lain, django_assert_max_num_queries
):
    for k in kondisi:
        Crosscutting.minta(k, diminta=kesehatan, isi="Dukungan", oleh=perencana, pada=PADA)
    client.force_login(perencana_lain)
    with django_assert_max_num_queries(10):
        isi = client.get(reverse("crosscutting-daftar"), {"status": "MENUNGGU"})
    assert isi.content.decode().count("Menunggu jawaban</span>") == 6


def test_rows_of_both_trees_are_marked_in_words_and_the_diagram_explains_the_mark(
    client, permintaan, kondisi, kotak_lain, perencana, perencana_lain
):
    def tanda(siapa, kotak, nama="pohon"):
        client.force_login(siapa)
        return client.get(reverse(nama, args=[kotak.pohon_id])).content.decode()

    assert "Crosscutting:" not in tanda(perencana, kondisi[4], "pohon-diagram")
    lintas = permintaan()
    badge = f'lencana--perhatian tanda" href="{_alamat(lintas)}">Didukung Dinas Kesehatan (menunggu'
    assert badge in tanda(perencana, kondisi[4])
    assert "tanda" not in tanda(perencana_lain, kotak_lain).split("<tbody")[1]

    lintas.setujui(kotak_lain, oleh=perencana_lain, pada=PADA)
    badge = f'lencana--baik tanda" href="{_alamat(lintas)}">Mendukung Dinas Sosial (disetujui)'
    assert badge in tanda(perencana_lain, kotak_lain)
    assert "Didukung Dinas Kesehatan (disetujui)" in tanda(perencana, kondisi[4])
    assert "Crosscutting: pihak lain" in tanda(perencana, kondisi[4], "pohon-diagram")
    lintas.tarik("Selesai", oleh=perencana, pada=PADA)
    assert "Mendukung Dinas Sosial" not in tanda(perencana_lain, kotak_lain)


def test_a_row_drawn_anew_keeps_its_mark(client, permintaan, kondisi, perencana):
    permintaan()
    kotak = kondisi[4]
    client.force_login(perencana)
    isi = {"medan": "kinerja", "lama": kotak.kinerja, "baru": "Tersalurkan"}
    baris = patch(client, f"/simpul/{kotak.pk}/", **isi).json()["baris"]

    assert "Didukung Dinas Kesehatan" in baris[str(kotak.pk)]
