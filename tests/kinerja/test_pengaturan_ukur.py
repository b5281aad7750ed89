"""Settings of measuring: formulas, bands with what they would change, windows."""

from decimal import Decimal

import pytest
from django.urls import reverse

from kinerja.models import JendelaPengukuran, Pengaturan, Realisasi, Riwayat
from tests.kinerja.pengaturan_uji import galat, kirim
from tests.kinerja.ukur_uji import buat_terukur, ukur

DUA = "0; Kurang; merah\n80; Baik; hijau"


@pytest.fixture
def masuk(client, admin_pemda):
    client.force_login(admin_pemda)
    return client


@pytest.fixture
def terukur(pohon, jalur, perencana):
    indikator = buat_terukur(pohon, jalur, perencana, arah="TURUN")
    ukur(pohon, indikator, "20", oleh=perencana)
    return Realisasi.objects


def atur(client, **isi):
    bawaan = {"cara_ketik": "TRIWULAN", "cara_turun": "SELISIH", "efisiensi": "SELISIH",
              "pita": DUA, "batas_rata": ""}  # fmt: skip
    return kirim(client, reverse("aturan-ukur"), **bawaan | isi)


def test_a_formula_of_the_pemda_computes_all_capaian_anew(masuk, terukur, dinas):
    assert terukur.get().capaian == 120

    assert atur(masuk, cara_turun="BANDING", batas_rata="120").status_code == 302

    assert terukur.get().capaian == 125
    aturan = Pengaturan.aturan_ukur_di(dinas.pemda)
    assert (aturan.cara_turun, aturan.batas) == ("BANDING", Decimal(120))
    assert [p.nama for p in aturan.pita] == ["Kurang", "Baik"]
    akhir = Riwayat.objects.filter(perangkat_daerah=dinas.pemda).latest("pk")
    assert akhir.kata_kerja == "ubah pengaturan"


def test_predicates_are_compared_on_the_scales_of_the_pemda(masuk, pohon, jalur, perencana, dinas):
    indikator = buat_terukur(pohon, jalur, perencana, agregasi="AKHIR", satuan="Predikat",
                             target=("BB", "", "", ""))  # fmt: skip
    ukur(pohon, indikator, "B", oleh=perencana)
    assert Realisasi.objects.get().capaian == 80

    assert atur(masuk, skala="B, BB\nTidak, Ya").status_code == 302

    assert Realisasi.objects.get().capaian == 50
    assert len(Pengaturan.aturan_ukur_di(dinas.pemda).skala) == 2
    assert "dua predikat berbeda" in galat(atur(masuk, skala="BB, bb"))


def test_what_other_bands_would_change_is_shown_before_they_are_kept(masuk, terukur, dinas):
    jawaban = atur(masuk, aksi="lihat")

    assert "1 capaian berpindah dari Sangat Tinggi ke Baik" in jawaban.content.decode()
    assert Pengaturan.objects.get(pemda=dinas.pemda).pita == []


@pytest.mark.parametrize(
    ("pita", "kata"),
    [
        ("5; Kurang; merah", "harus mulai dari 0%"),
        ("0; Kurang; merah\n0; Baik; hijau", "harus naik"),
        ("0; Kurang; ungu", "Warna yang dikenal"),
        ("Kurang mulai nol", "tidak terbaca"),
        ("", "harus mulai dari 0%"),
    ],
)
def test_bands_that_make_no_scale_are_refused(masuk, dinas, pita, kata):
    assert kata in galat(atur(masuk, pita=pita))


def test_windows_are_set_by_the_pemda(masuk, dinas):
    isi = {"tahun": "2025", "triwulan": "1", "buka": "2025-04-01", "tutup": "2025-04-15"}
    kirim(masuk, reverse("jendela-baru"), **isi)
    satu = JendelaPengukuran.objects.get()
    assert satu.pemda == dinas.pemda

    assert "sudah mempunyai jendela" in galat(kirim(masuk, reverse("jendela-baru"), **isi))
    ubah = reverse("jendela", args=[satu.pk])
    assert "sebelum hari pertama" in galat(kirim(masuk, ubah, tutup="2025-03-01"))
    assert kirim(masuk, ubah, tutup="2025-04-20").status_code == 302
    assert "20 April 2025" in masuk.get(reverse("jendela-daftar")).content.decode()
    masuk.post(reverse("jendela-penghapusan", args=[satu.pk]))
    assert not JendelaPengukuran.objects.exists()
