"""Positions on screen: their tree, who holds them when, the people's data."""

import io
from datetime import date

import pytest
from django.core.management import call_command
from django.urls import reverse

from kinerja.models import Jabatan, Pegawai, Pejabat, PerangkatDaerah, Riwayat, Unit
from kinerja.susunan_jabatan import susun_jabatan
from tests.kinerja.pengaturan_uji import galat, kirim

NIP = "198001012005011001"
HARI = date(2025, 1, 6)


def kursi(lembaga, nama, atasan=None, **isi):
    return Jabatan.objects.create(
        perangkat_daerah=lembaga, jenis="ADMINISTRATOR", nama=nama, atasan=atasan, **isi
    )


@pytest.fixture
def kepala_dinas(dinas):
    bupati = kursi(dinas.pemda, "Bupati", kepala=True)
    return kursi(dinas, "Kepala Dinas", bupati, kepala=True)


def tunjuk(client, jabatan, **isi):
    return kirim(client, reverse("pejabat-baru", args=[jabatan.pk]), **isi)


def test_a_position_is_added_below_another(client, admin_pd, dinas, kepala_dinas):
    client.force_login(admin_pd)
    baru = reverse("jabatan-baru", args=[dinas.pk])

    jawaban = kirim(client, baru, nama="Sekretaris", jenis="ADMINISTRATOR", atasan=kepala_dinas.pk)

    assert jawaban.status_code == 302
    assert Jabatan.objects.get(nama="Sekretaris").atasan == kepala_dinas
    assert Riwayat.objects.get().ringkasan == "Jabatan “Sekretaris” ditambahkan"


def test_tree_of_positions_is_drawn_in_order_at_two_queries(
    client, dinas, kepala_dinas, django_assert_num_queries
):
    b = kursi(dinas, "B", kepala_dinas)
    kursi(dinas, "A", kepala_dinas)
    kursi(dinas, "B1", b)

    with django_assert_num_queries(2):
        baris = susun_jabatan(dinas, HARI)

    assert [(r.jabatan.nama, r.tingkat) for r in baris] == [
        ("Kepala Dinas", 0), ("A", 1), ("B", 1), ("B1", 2)
    ]  # fmt: skip


def test_positions_of_a_broken_chain_are_not_lost(dinas):
    a = kursi(dinas, "A")
    b = kursi(dinas, "B", a)
    Jabatan.objects.filter(pk=a.pk).update(atasan=b)

    assert {r.jabatan.nama for r in susun_jabatan(dinas, HARI)} == {"A", "B"}


def test_superiors_do_not_go_in_a_circle(client, admin_pd, dinas, kepala_dinas):
    a = kursi(dinas, "A", kepala_dinas)
    b = kursi(dinas, "B", a)
    client.force_login(admin_pd)

    assert "di bawahnya" in galat(kirim(client, reverse("jabatan", args=[a.pk]), atasan=b.pk))


def test_only_one_head_and_its_superior_is_outside(client, admin_pd, dinas, kepala_dinas):
    a = kursi(dinas, "A", kepala_dinas)
    client.force_login(admin_pd)

    assert "sudah mempunyai kepala" in galat(
        kirim(client, reverse("jabatan", args=[a.pk]), kepala="on")
    )
    kepala = reverse("jabatan", args=[kepala_dinas.pk])
    Jabatan.objects.filter(pk=a.pk).update(atasan=None)
    assert "di luar perangkat daerahnya" in galat(kirim(client, kepala, atasan=a.pk))


def test_superior_stands_in_the_agency_the_pemda_or_leads_the_setda(
    client, admin_pd, dinas, dinas_lain, kepala_dinas
):
    setda = PerangkatDaerah.objects.create(
        pemda=dinas.pemda, jenis="SETDA", kode="4.01", nama="Setda"
    )
    sekda = kursi(setda, "Sekretaris Daerah", kepala=True)
    asisten, asing = kursi(setda, "Asisten", sekda), kursi(dinas_lain, "Kepala Lain")
    client.force_login(admin_pd)
    alamat = reverse("jabatan", args=[kepala_dinas.pk])

    for bukan in (asisten, asing):
        assert kirim(client, alamat, atasan=bukan.pk).status_code == 422
    assert kirim(client, alamat, atasan=sekda.pk).status_code == 302


def test_unit_of_another_agency_is_refused(client, admin_pd, dinas, dinas_lain):
    asing = Unit.objects.create(perangkat_daerah=dinas_lain, jenis="BIDANG", nama="Asing")
    client.force_login(admin_pd)
    baru = reverse("jabatan-baru", args=[dinas.pk])

    assert kirim(client, baru, nama="X", jenis="PELAKSANA", unit=asing.pk).status_code == 422


def test_somebody_takes_a_position(client, admin_pd, kepala_dinas):
    client.force_login(admin_pd)

    jawaban = tunjuk(
        client, kepala_dinas, nama="Kepala Dinas Sosial, S.Sos.", nip="19800101 200501 1 001",
        pangkat="Pembina Utama Muda", golongan="IV/c", jenis="DEFINITIF", mulai="2025-01-06",
    )  # fmt: skip

    assert jawaban.status_code == 302
    pejabat = Pejabat.objects.get()
    assert (pejabat.pegawai.nip, pejabat.pegawai.golongan) == (NIP, "IV/c")
    assert [r.kata_kerja for r in Riwayat.objects.order_by("nomor")] == [
        "tambah pegawai",
        "tambah pejabat",
    ]


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"jenis": "DEFINITIF", "mulai": "2025-06-01"}, "bertumpang dengan Kepala Lama mulai 6"),
        ({"jenis": "PLT", "mulai": "2024-01-01"}, "Isi tanggal selesainya dulu"),
        ({"jenis": "PLH", "mulai": "2025-06-01", "selesai": "2025-05-01"}, "sebelum tanggal mulai"),
        ({"jenis": "PLH", "mulai": ""}, "Isi dulu"),
        ({"jenis": "PLH", "mulai": "2025-06-01", "nama": ""}, "isi nama"),
        ({"jenis": "PLH", "mulai": "2025-06-01", "nip": "12345"}, "18 angka"),
        ({"jenis": "PLH", "mulai": "2025-06-01", "nip": NIP}, "atas nama Kepala Lama"),
    ],
)
def test_what_does_not_fit_is_said_in_words(client, admin_pd, kepala_dinas, isi, kata):
    lama = Pegawai.objects.create(nama="Kepala Lama", nip=NIP)
    Pejabat.objects.create(jabatan=kepala_dinas, pegawai=lama, mulai=HARI)
    client.force_login(admin_pd)

    jawaban = tunjuk(client, kepala_dinas, **{"nama": "Kepala Baru"} | isi)

    assert kata in galat(jawaban)
    assert (Pegawai.objects.count(), Pejabat.objects.count()) == (1, 1)


def test_stand_in_acts_beside_and_successor_follows(client, admin_pd, kepala_dinas):
    lama = Pegawai.objects.create(nama="Kepala Lama", nip=NIP)
    pejabat = Pejabat.objects.create(jabatan=kepala_dinas, pegawai=lama, mulai=HARI)
    client.force_login(admin_pd)

    tunjuk(client, kepala_dinas, nama="Pengganti", jenis="PLH", mulai="2025-02-01",
           selesai="2025-02-10")  # fmt: skip
    kirim(client, reverse("pejabat", args=[pejabat.pk]), selesai="2025-06-30")
    tunjuk(client, kepala_dinas, nama="Kepala Baru", jenis="DEFINITIF", mulai="2025-07-01")

    hari = [date(2025, 1, 31), date(2025, 2, 5), date(2025, 6, 30), date(2025, 7, 1)]
    nama = [kepala_dinas.pejabat_pada(h).pegawai.nama for h in hari]
    assert nama == ["Kepala Lama", "Pengganti", "Kepala Lama", "Kepala Baru"]
    assert kepala_dinas.pejabat_pada(date(2025, 1, 5)) is None
    call_command("periksa_riwayat", stdout=io.StringIO())


def test_a_known_pegawai_takes_a_second_position(client, admin_pd, dinas, kepala_dinas):
    lama = Pegawai.objects.create(nama="Kepala Lama", nip=NIP)
    Pejabat.objects.create(jabatan=kepala_dinas, pegawai=lama, mulai=HARI)
    satu, dua = kursi(dinas, "Satu", kepala_dinas), kursi(dinas, "Dua", kepala_dinas)
    client.force_login(admin_pd)

    tunjuk(client, satu, pegawai=lama.pk, jenis="PLT", mulai="2025-02-01")
    tunjuk(client, dua, nama="kepala lama", nip=NIP, jenis="PLT", mulai="2025-02-01")

    assert lama.pejabat.count() == 3


def test_data_of_a_pegawai_are_changed(client, admin_pd, kepala_dinas):
    lama = Pegawai.objects.create(nama="Kepala Lama", golongan="17")
    lain = Pegawai.objects.create(nama="Lain", nip=NIP)
    for orang, jenis in ((lama, "DEFINITIF"), (lain, "PLH")):
        Pejabat.objects.create(jabatan=kepala_dinas, pegawai=orang, jenis=jenis, mulai=HARI)
    client.force_login(admin_pd)
    alamat = reverse("pegawai", args=[lama.pk])

    assert "sudah dipakai pegawai lain" in galat(kirim(client, alamat, nip=NIP))
    assert kirim(client, alamat, nama="Kepala Baru").status_code == 302
    lama.refresh_from_db()
    assert (lama.nama, lama.golongan) == ("Kepala Baru", "17")


def test_mistaken_entries_are_deleted_and_used_ones_stay(client, admin_pd, kepala_dinas):
    lama = Pegawai.objects.create(nama="Kepala Lama")
    pejabat = Pejabat.objects.create(jabatan=kepala_dinas, pegawai=lama, mulai=HARI)
    client.force_login(admin_pd)
    hapus = reverse("jabatan-penghapusan", args=[kepala_dinas.pk])

    assert "masih dipakai" in client.post(hapus, follow=True).content.decode()
    client.post(reverse("pejabat-penghapusan", args=[pejabat.pk]))
    client.post(hapus)

    assert not Jabatan.objects.filter(pk=kepala_dinas.pk).exists()
    assert Riwayat.objects.filter(kata_kerja="hapus pejabat").exists()
