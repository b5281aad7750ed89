"""Cascading per jabatan as pages: who may, what is kept, what is asked."""

import pytest
from django.urls import reverse

from kinerja.contoh.peta_jabatan import muat_peta_jabatan
from kinerja.models import Jabatan, KotakJabatan, PetaJabatan, Riwayat
from tests.factories import PADA, buat_periode


@pytest.fixture
def peta(dinas, perencana):
    return muat_peta_jabatan(dinas, buat_periode(), oleh=perencana, pada=PADA)


@pytest.fixture
def seksi(peta):
    return KotakJabatan.objects.get(nomor="S4")


def alamat(nama, objek):
    return reverse(nama, args=[objek.pk])


def isian(kotak, **ubah):
    """What the form of a box posts, with what its writer saw."""
    isi = {
        "nama": kotak.nama, "tingkat": kotak.tingkat, "nomor": kotak.nomor,
        "urutan": kotak.urutan, "induk": kotak.induk_id or "",
        "kinerja_utama": "\n".join(kotak.kinerja_utama),
        "indikator": "\n".join(kotak.indikator),
    }  # fmt: skip
    tanda = {f"{n}": "on" for n in ("nama_dugaan", "induk_dugaan") if getattr(kotak, n)}
    semula = {f"initial-{m}": v for m, v in isi.items()}
    semula |= {f"initial-{m}": str(getattr(kotak, m)) for m in ("nama_dugaan", "induk_dugaan")}
    return semula | isi | tanda | ubah


def test_the_map_shows_both_lists_and_its_guesses(client, peta, kepala):
    client.force_login(kepala)

    html = client.get(alamat("peta-jabatan", peta)).content.decode()

    assert html.count('class="kotak-jabatan"') == 10
    assert "Meningkatkan peayanan kesejahteraan sosial bagi lanjut usia" in html
    assert "Indikator nomor 3 dan 4 hampir sama" in html
    assert "letak dugaan" in html
    assert alamat("kotak-jabatan", peta.kotak.first()) not in html  # a reader edits nothing


def test_a_planner_makes_a_map_and_fills_it(client, dinas, perencana):
    client.force_login(perencana)
    isi = {"perangkat_daerah": dinas.pk, "periode": buat_periode().pk, "judul": ""}

    assert client.post(reverse("peta-jabatan-baru"), isi).status_code == 302
    peta = PetaJabatan.objects.get()
    assert client.post(reverse("peta-jabatan-baru"), isi).status_code == 422
    kotak = {"nama": "Kepala Dinas", "kinerja_utama": "Satu\n\n Dua ", "indikator": "", "urutan": 0}
    assert client.post(alamat("kotak-jabatan-baru", peta), kotak).status_code == 302
    assert client.post(alamat("kotak-jabatan-baru", peta), {"urutan": 1}).status_code == 422

    assert peta.kotak.get().kinerja_utama == ["Satu", "Dua"]
    assert "Kepala Dinas" in client.get(alamat("peta-jabatan", peta)).content.decode()
    assert "Dinas Sosial" in client.get(reverse("peta-jabatan-daftar")).content.decode()


def test_a_glued_sentence_is_parted_by_hand(client, seksi, perencana):
    client.force_login(perencana)
    dua = "Menyelenggarakan peningkatan pengetahuan\nFasilitasi penanganan"

    response = client.post(alamat("kotak-jabatan", seksi), isian(seksi, kinerja_utama=dua))

    assert response.status_code == 302
    seksi.refresh_from_db()
    assert len(seksi.kinerja_utama) == 2
    riwayat = Riwayat.objects.filter(kata_kerja="ubah kotakjabatan").latest("nomor")
    assert list(riwayat.perubahan[0]["sesudah"]) == ["kinerja_utama"]


def test_a_guess_is_confirmed_and_a_place_changed(client, peta, seksi, perencana):
    client.force_login(perencana)
    kepala = KotakJabatan.objects.get(nomor="KD")
    isi = isian(seksi, induk=kepala.pk)
    del isi["nama_dugaan"]

    client.post(alamat("kotak-jabatan", seksi), isi)

    seksi.refresh_from_db()
    assert (seksi.induk, seksi.nama_dugaan) == (kepala, False)


def test_a_colleague_who_was_faster_is_not_overwritten(client, seksi, perencana):
    client.force_login(perencana)
    isi = isian(seksi, nama="Milik saya")
    seksi.ubah({"nama": "Milik rekan"}, oleh=perencana, pada=PADA)

    response = client.post(alamat("kotak-jabatan", seksi), isi)

    assert response.status_code == 409
    assert "Milik rekan" in response.content.decode()


def test_a_box_goes_after_those_below_it_and_an_empty_map_can_go(client, peta, perencana):
    client.force_login(perencana)
    bidang = KotakJabatan.objects.get(nomor="B1")
    client.post(alamat("kotak-jabatan-penghapusan", bidang))
    assert KotakJabatan.objects.filter(pk=bidang.pk).exists()
    client.post(alamat("peta-jabatan-penghapusan", peta))
    assert PetaJabatan.objects.exists()

    for kotak, _ in reversed(peta.susunan()):
        client.post(alamat("kotak-jabatan-penghapusan", kotak))
    client.post(alamat("peta-jabatan-penghapusan", peta))

    assert not PetaJabatan.objects.exists()


def test_a_pairing_is_a_question_and_stays_with_its_sentence(client, peta, pohon, jalur, perencana):
    kegiatan = pohon.tambah(
        induk=jalur["PROGRAM"], jenjang="KEGIATAN", oleh=perencana, pada=PADA, nama="Kegiatan",
        kinerja="Meningkatnya pelayanan kesejahteraan sosial bagi lanjut usia",
    )  # fmt: skip
    client.force_login(perencana)
    bidang = KotakJabatan.objects.get(nomor="B3")
    teks = bidang.kinerja_utama[1]
    html = client.get(alamat("peta-jabatan-pasangan", peta)).content.decode()
    assert f'name="{bidang.pk}-kinerja_utama-1" value="{kegiatan.uid}"' in html

    jawaban = {f"{bidang.pk}-kinerja_utama-1": str(kegiatan.uid), f"{bidang.pk}-indikator-0": "x"}
    client.post(alamat("peta-jabatan-pasangan", peta), jawaban)

    bidang.refresh_from_db()
    assert bidang.terpasang == {teks: str(kegiatan.uid)}
    bidang.kinerja_utama.pop(1)
    assert bidang.terpasang == {}


def test_the_ladder(client, peta, seksi, dinas, kepala, perencana, perencana_lain, evaluator):
    ubah, lihat = alamat("kotak-jabatan", seksi), alamat("peta-jabatan", peta)
    assert client.get(lihat).status_code == 302
    for siapa, baca, tulis in (
        (kepala, 200, 403), (evaluator, 200, 403), (perencana_lain, 404, 404), (perencana, 200, 200)
    ):  # fmt: skip
        client.force_login(siapa)
        assert client.get(lihat).status_code == baca
        assert client.get(ubah).status_code == tulis
    asing = Jabatan.objects.create(
        perangkat_daerah=perencana_lain.lembaga(), jenis="PENGAWAS", nama="Lain"
    )
    assert client.post(ubah, isian(seksi, jabatan=asing.pk)).status_code == 422


def test_the_map_costs_few_queries(client, peta, perencana, django_assert_max_num_queries):
    client.force_login(perencana)

    with django_assert_max_num_queries(12):
        client.get(alamat("peta-jabatan", peta))
    with django_assert_max_num_queries(11):
        client.get(alamat("peta-jabatan-pasangan", peta))


def test_the_diagram_leads_editors_to_the_form_of_a_box(client, peta, seksi, perencana, kepala):
    for siapa, ada in ((perencana, True), (kepala, False)):
        client.force_login(siapa)
        html = client.get(alamat("peta-jabatan-diagram", peta)).content.decode()
        assert "peayanan" in html
        assert (alamat("kotak-jabatan", seksi) in html) is ada


def test_without_anything_alike_nothing_is_asked(client, peta, perencana):
    client.force_login(perencana)

    html = client.get(alamat("peta-jabatan-pasangan", peta)).content.decode()

    assert "Tidak satu pun dari 56 kalimat" in html
    assert "<fieldset" not in html
