"""Words below E.81 and in a LKjIP: who writes which, kept once, recorded."""

import pytest
from django.urls import reverse

from cascading.aturan.evaluasi import periksa_baris
from cascading.models import CatatanEvaluasi, UraianLkjip
from kinerja.models import Riwayat
from kinerja.pilihan import Peran
from tests.factories import buat_pengguna

MASA = "?tahun=2025&triwulan=2"


@pytest.fixture
def bappeda(dinas):
    return buat_pengguna("bappeda", Peran.BAPPEDA, di=dinas.pemda)


def test_the_agency_writes_the_factors_and_bappeda_what_follows(client, pohon, perencana, bappeda):
    faktor = reverse("evaluasi-faktor", args=[pohon.pk]) + MASA
    lanjut = reverse("evaluasi-tindak-lanjut", args=[pohon.pk]) + MASA
    client.force_login(perencana)
    jawab = client.post(faktor, {"faktor_pendorong": "Relawan", "faktor_penghambat": "Hujan"})
    assert jawab.url == reverse("laporan-kinerja", args=[pohon.pk]) + MASA
    assert client.get(lanjut).status_code == 403
    client.force_login(bappeda)

    client.post(lanjut, {"tindak_lanjut_triwulan": "Tambah petugas", "tindak_lanjut_renja": ""})

    catatan = CatatanEvaluasi.objects.get()
    assert (catatan.triwulan, catatan.faktor_penghambat) == (2, "Hujan")
    assert catatan.tindak_lanjut_triwulan == "Tambah petugas"
    assert client.get(faktor).status_code == 403
    akhir = Riwayat.objects.filter(pohon=None, perangkat_daerah=pohon.perangkat_daerah)
    assert akhir.latest("nomor").kata_kerja == "ubah catatanevaluasi"


def test_a_text_that_would_not_fit_the_form_is_refused(client, pohon, perencana):
    assert periksa_baris("m", "a\n" * 12) == []
    client.force_login(perencana)

    jawab = client.post(
        reverse("evaluasi-faktor", args=[pohon.pk]) + MASA,
        {"faktor_pendorong": "a\n" * 13, "faktor_penghambat": "x" * 2001},
    )

    assert jawab.status_code == 422
    assert not CatatanEvaluasi.objects.exists()


def test_a_part_of_a_lkjip_is_written_once_per_year(client, pohon, perencana, perencana_lain):
    alamat = reverse("lkjip-uraian", args=[pohon.pk, "PENYEBAB"]) + "?tahun=2025"
    client.force_login(perencana)
    for teks in ("Pertama", "Kedua"):
        client.post(alamat, {"teks": teks})

    assert UraianLkjip.objects.get().teks == "Kedua"
    assert client.get(reverse("lkjip-uraian", args=[pohon.pk, "LAIN"])).status_code == 404
    client.force_login(perencana_lain)
    assert client.get(alamat).status_code == 404
