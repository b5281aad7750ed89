"""The first page, the list of documents, a new document and the history."""

import pytest
from django.urls import reverse

from kinerja.models import Pengaturan, Pohon, Riwayat
from kinerja.pilihan import JenisPohon, Jenjang, Peran
from tests.factories import PADA, buat_pengguna, buat_periode, buat_pohon
from tests.kinerja.formulir_uji import isian, kirim

BARU = "/pohon/baru/"


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


def test_the_first_page_shows_what_changed_last(masuk, pohon, jalur):
    html = masuk.get("/").content.decode()

    assert reverse("pohon", args=[pohon.pk]) in html
    assert "Sub kegiatan “Penyediaan Permakanan” ditambahkan" in html


def test_the_list_holds_what_one_may_see(masuk, client, pohon, evaluator, perencana_lain):
    terlihat = {}
    for pengguna in (evaluator, perencana_lain):
        client.force_login(pengguna)
        terlihat[pengguna.username] = "Dinas Sosial" in client.get("/pohon/").content.decode()

    assert terlihat == {"evaluator": True, "perencana_lain": False}


def test_a_document_is_made(masuk, dinas):
    buat_periode()

    response = kirim(masuk, BARU, judul="Belanja Wajib")

    baru = Pohon.objects.get()
    assert response["Location"] == reverse("pohon", args=[baru.pk])
    assert (baru.judul, baru.jenis, baru.perangkat_daerah) == (
        "Belanja Wajib", JenisPohon.CASCADING, dinas
    )  # fmt: skip


def test_the_same_document_twice_is_refused(masuk, pohon):
    response = kirim(masuk, BARU)

    assert response.status_code == 422
    assert "sudah ada" in response.content.decode()
    assert Pohon.objects.count() == 1


def test_only_agencies_one_plans_for_are_offered(masuk, client, dinas, perencana, perencana_lain):
    buat_periode()
    lain = perencana_lain.keanggotaan.get().perangkat_daerah

    response = masuk.post(BARU, isian(masuk.get(BARU)) | {"perangkat_daerah": lain.pk})

    assert response.status_code == 422
    assert not Pohon.objects.exists()


def test_roles_without_planning_make_no_documents(client, kepala):
    client.force_login(kepala)

    assert client.get(BARU).status_code == 403
    assert BARU not in client.get("/pohon/").content.decode()


def test_history_lists_events_newest_first_with_undo(masuk, pohon, jalur):
    html = masuk.get(reverse("pohon-riwayat", args=[pohon.pk])).content.decode()

    assert html.index("Penyediaan Permakanan") < html.index("dibuat")
    assert html.count(">Batalkan</button>") == 5  # making the document can't be undone


def test_undo_is_a_new_event_and_only_once(masuk, pohon, jalur):
    nomor = pohon.riwayat.latest("nomor").nomor
    alamat = reverse("riwayat-pembatalan", args=[pohon.pk, nomor])

    pertama, kedua = masuk.post(alamat), masuk.post(alamat)

    assert (pertama.status_code, kedua.status_code) == (302, 422)
    assert "sudah dibatalkan" in kedua.content.decode()
    assert pohon.riwayat.latest("nomor").membatalkan.nomor == nomor
    assert Riwayat.objects.filter(pohon=pohon).count() == 7


def test_undo_is_for_planners_of_the_agency(client, pohon, jalur, kepala, perencana_lain):
    alamat = reverse("riwayat-pembatalan", args=[pohon.pk, 2])
    status = {}
    for pengguna in (kepala, perencana_lain):
        client.force_login(pengguna)
        status[pengguna.username] = client.post(alamat).status_code

    assert status == {"kepala": 403, "perencana_lain": 404}


def test_undo_needs_a_post_and_an_event_of_this_document(masuk, dinas, pohon, jalur, perencana):
    lain = buat_pohon(dinas, perencana, judul="Lain")
    alamat = reverse("riwayat-pembatalan", args=[lain.pk, 4])

    assert masuk.get(alamat).status_code == 405
    assert masuk.post(alamat).status_code == 404


def test_history_is_paged(masuk, pohon, jalur, perencana):
    for n in range(60):
        pohon.ubah(jalur[Jenjang.PROGRAM], {"nomor": str(n)}, oleh=perencana, pada=PADA)

    html = masuk.get(reverse("pohon-riwayat", args=[pohon.pk])).content.decode()

    assert "Halaman 1 dari 2" in html


def test_the_frame_names_agency_roles_and_where_one_can_go(masuk, pohon):
    html = masuk.get("/").content.decode()

    assert "<small>Dinas Sosial</small>" in html
    assert "Kabupaten Contoh" in html
    assert 'href="/pohon/"' in html
    assert 'aria-current="page"' in html


def test_a_user_of_several_agencies_is_told_so(client, dinas, pohon):
    ganda = buat_pengguna("ganda", Peran.BAPPEDA, Peran.PERENCANA, di=dinas.pemda, nama="Budi Ayu")
    buat_pengguna("x", di=dinas)
    ganda.keanggotaan.create(perangkat_daerah=dinas, peran=Peran.PERENCANA)
    client.force_login(ganda)

    bingkai = client.get("/").context["bingkai"]

    assert bingkai.keterangan == "Kabupaten Contoh dan 1 lainnya"
    assert bingkai.inisial == "BA"
    assert bingkai.peran == "Bappeda, Perencana"


def test_the_brand_colour_is_served_to_guests_too(client, dinas):
    assert client.get("/merek.css").content.strip() == b""

    Pengaturan.objects.create(pemda=dinas.pemda, warna_merek="#146C43")
    response = client.get("/merek.css")

    assert response["Content-Type"].startswith("text/css")
    assert "--brand: #146c43" in response.content.decode()


@pytest.mark.parametrize(("alamat", "batas"), [("/", 18), ("/pohon/1/riwayat/", 12)])
def test_lists_of_events_leave_the_changes_in_the_database(
    masuk, pohon, jalur, alamat, batas, django_assert_max_num_queries
):
    alamat = alamat.replace("1", str(pohon.pk))
    masuk.post(reverse("riwayat-pembatalan", args=[pohon.pk, pohon.riwayat.latest("nomor").nomor]))

    masuk.get(alamat)  # figures that nobody looked at before are added up once

    with django_assert_max_num_queries(batas) as tertangkap:
        assert masuk.get(alamat).status_code == 200

    baca = [q["sql"] for q in tertangkap.captured_queries if '"perubahan"' in q["sql"]]
    assert [sql for sql in baca if "ARRAY_LENGTH" not in sql] == []  # only short ones are read
