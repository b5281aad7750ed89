"""Pages for own column sets."""

import pytest
from django.urls import reverse

from cascading.models import SetKolom


@pytest.fixture
def masuk(client, perencana):
    client.force_login(perencana)
    return client


def isian(nama="modal-2", kolom=(("no", "", ""), ("program_nama", "Program", "Belanja"))):
    isi = {"nama": nama, "judul": "CASCADING BELANJA MODAL"}
    isi |= {"kolom-TOTAL_FORMS": len(kolom) + 1, "kolom-INITIAL_FORMS": 0}
    for n, (kunci, judul, grup) in enumerate((*kolom, ("", "", ""))):
        isi |= {
            f"kolom-{n}-kunci": kunci,
            f"kolom-{n}-judul": judul,
            f"kolom-{n}-grup": grup,
            f"kolom-{n}-ORDER": len(kolom) - n,
        }
    return isi


def test_a_planner_makes_a_set_in_the_order_of_its_numbers(masuk, dinas):
    jawab = masuk.post(reverse("set-kolom-baru", args=[dinas.pk]), isian())

    assert jawab.status_code == 302
    assert SetKolom.objects.get().kolom == [
        {"kunci": "program_nama", "judul": "Program", "grup": "Belanja"},
        {"kunci": "no", "judul": "No", "grup": ""},
    ]


def test_a_set_starts_from_the_columns_of_another(masuk, dinas):
    alamat = reverse("set-kolom-baru", args=[dinas.pk])

    isi = masuk.get(alamat, {"dari": "dinsos-13"}).content.decode()

    assert 'value="INDIKATOR KEGIATAN"' in isi


def test_a_set_is_changed_and_removed(masuk, dinas):
    masuk.post(reverse("set-kolom-baru", args=[dinas.pk]), isian())
    milik = SetKolom.objects.get()

    masuk.post(reverse("set-kolom", args=[milik.pk]), isian(nama="modal-3"))
    assert SetKolom.objects.get().nama == "modal-3"
    assert "modal-3" in masuk.get(reverse("set-kolom-daftar", args=[dinas.pk])).content.decode()

    masuk.post(reverse("set-kolom-hapus", args=[milik.pk]))
    assert not SetKolom.objects.exists()


@pytest.mark.parametrize("ubah", [{"nama": "lengkap"}, {"kolom": (("no", "", ""),)}])
def test_a_wrong_set_comes_back_with_the_reason(masuk, dinas, ubah):
    jawab = masuk.post(reverse("set-kolom-baru", args=[dinas.pk]), isian(**ubah))

    assert jawab.status_code == 422
    assert b"errorlist" in jawab.content or b"ringkasan-galat" in jawab.content


def test_an_own_set_can_be_printed(masuk, dinas, pohon, jalur):
    masuk.post(reverse("set-kolom-baru", args=[dinas.pk]), isian())

    isi = masuk.get(reverse("cascading", args=[pohon.pk])).content.decode()

    assert 'value="modal-2:A3"' in isi


def test_who_does_not_plan_may_not_and_another_agency_sees_nothing(
    client, kepala, perencana_lain, dinas
):
    alamat = reverse("set-kolom-daftar", args=[dinas.pk])
    assert client.get(alamat).status_code == 302

    client.force_login(kepala)
    assert client.get(alamat).status_code == 403
    client.force_login(perencana_lain)
    assert client.get(alamat).status_code == 404
