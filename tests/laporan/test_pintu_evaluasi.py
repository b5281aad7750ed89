"""Doors of the evaluation and of forms: 302 and 401 for guests, 404 elsewhere, 403 for others."""

import pytest
from django.urls import reverse

from cascading.models import BentukPerjanjian
from kinerja.models import Riwayat
from kinerja.pilihan import Peran
from laporan.models import BuktiLke, RekomendasiLke
from tests.factories import PADA, buat_dinas, buat_pemda, buat_pengguna
from tests.laporan.catatan_uji import buat_catatan
from tests.laporan.lke_uji import buat_lke, diajukan

SKRIP = {"HTTP_X_REQUESTED_WITH": "fetch"}


@pytest.fixture
def lain(perencana_lain):
    """Of another agency, and of another pemda."""
    jauh = buat_dinas(buat_pemda("Kabupaten Lain", "62.03"), "Dinas Jauh", "8.8")
    return perencana_lain, buat_pengguna("jauh", Peran.INSPEKTORAT, di=jauh.pemda)


def ditutup(client, alamat, lain, minta):
    """Guests and people of elsewhere."""
    client.logout()
    assert minta(alamat).status_code == 302, alamat
    assert minta(alamat, **SKRIP).status_code == 401, alamat
    for satu in lain:
        client.force_login(satu)
        assert minta(alamat).status_code == 404, alamat


def test_what_a_sheet_holds_is_taken_away_by_its_own_side_only(
    client, dinas, perencana, evaluator, lain
):
    lke = buat_lke(dinas, perencana)
    lke.tautkan_bukti("1.a.1", jenis="TAUTAN", tautan="https://contoh.id/a", nama="A",
                      oleh=perencana, pada=PADA)  # fmt: skip
    lepas = reverse("lke-bukti-pelepasan", args=[lke.pk, BuktiLke.objects.get().pk])
    lain_lke = diajukan(dinas, perencana, tahun=2023)
    lain_lke.rekomendasikan("Susun pedoman.", kode="2.a", oleh=evaluator, pada=PADA)
    cabut = reverse("lke-rekomendasi-pencabutan", args=[lain_lke.pk, 1])
    sebelum = Riwayat.objects.count()

    for alamat, bukan in ((lepas, evaluator), (cabut, perencana)):
        ditutup(client, alamat, lain, client.post)
        client.force_login(bukan)
        assert client.post(alamat).status_code == 403
        assert client.get(alamat).status_code == 405
    assert Riwayat.objects.count() == sebelum
    assert (BuktiLke.objects.count(), RekomendasiLke.objects.count()) == (1, 1)

    client.force_login(evaluator)
    asing = reverse("lke-bukti-pelepasan", args=[lain_lke.pk, BuktiLke.objects.get().pk])
    client.force_login(perencana)
    assert client.post(asing).status_code == 404


def test_what_is_read_is_read_by_the_agency_and_its_evaluators(
    client, dinas, pohon, jalur, perencana, evaluator, lain
):
    lke = buat_lke(dinas, perencana)
    indikator = pohon.tambah_indikator(jalur["SASARAN"], teks="Angka", oleh=perencana, pada=PADA)
    catatan = buat_catatan(pohon, evaluator)
    for alamat in (
        reverse("lke", args=[lke.pk]),
        reverse("lke-komponen", args=[lke.pk, "1"]),
        reverse("lke-bukti", args=[lke.pk, "1.a.1"]),
        reverse("lke-berkas", args=[lke.pk, "lke"]),
        reverse("evaluasi-banding", args=[indikator.pk]),
        reverse("catatan", args=[catatan.pk]),
        f"{reverse('catatan-berkas')}?lembaga={dinas.pk}",
    ):
        ditutup(client, alamat, lain, client.get)
        for satu in (perencana, evaluator):
            client.force_login(satu)
            assert client.get(alamat).status_code in (200, 302), alamat


def test_forms_of_agreements_belong_to_their_pemda(client, dinas, perencana):
    admin = buat_pengguna("admin", Peran.ADMIN_PEMDA, di=dinas.pemda)
    BentukPerjanjian.mulai_sendiri(dinas.pemda, oleh=admin, pada=PADA)
    satu = BentukPerjanjian.objects.order_by("urutan").first()
    pemda = buat_pemda("Kabupaten Lain", "62.03")
    jauh = buat_pengguna("admin_jauh", Peran.ADMIN_PEMDA, di=pemda)
    for nama in ("bentuk", "bentuk-penghapusan"):
        alamat = reverse(nama, args=[satu.pk])
        ditutup(client, alamat, [jauh], client.post)
        client.force_login(perencana)
        assert client.post(alamat).status_code == 403
    client.force_login(jauh)
    client.post(reverse("bentuk-pemulihan"))
    client.post(reverse("bentuk-penyusunan"))
    assert BentukPerjanjian.objects.filter(pk=satu.pk).exists()
    assert BentukPerjanjian.objects.filter(pemda=pemda).exists()
