"""Agencies on screen: data, coat of arms, earlier names, units."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image, ImageFile

from kinerja.aturan.lambang import baca_lambang
from kinerja.models import (
    BidangUrusan,
    Keanggotaan,
    Pengaturan,
    PerangkatDaerah,
    Riwayat,
    Sebutan,
    Unit,
)
from tests.kinerja.pengaturan_uji import galat, isian, kirim


def data(lembaga):
    return reverse("perangkat-daerah", args=[lembaga.pk])


def gambar(bentuk="PNG", ukuran=(40, 60), mode="RGB"):
    keluaran = io.BytesIO()
    Image.new(mode, ukuran, "red").save(keluaran, bentuk)
    return keluaran.getvalue()


def pasang(client, lembaga, isi, nama="lambang.png"):
    berkas = SimpleUploadedFile(nama, isi, content_type="image/png")
    alamat = reverse("lambang-pemasangan", args=[lembaga.pk])
    return client.post(alamat, {"berkas": berkas}, follow=True).content.decode()


def test_pemda_admin_adds_an_agency(client, admin_pemda, dinas):
    sosial = BidangUrusan.objects.create(kode="1.06", nama="Sosial")
    client.force_login(admin_pemda)

    jawaban = kirim(
        client, reverse("perangkat-daerah-baru"), jenis="BADAN", kode=" 5.01 ",
        nama="Badan  Perencanaan", bidang_urusan=[sosial.pk],
    )  # fmt: skip

    baru = PerangkatDaerah.objects.get(kode="5.01")
    assert jawaban.status_code == 302
    assert (baru.nama, baru.pemda) == ("Badan Perencanaan", dinas.pemda)
    assert list(baru.bidang_urusan.all()) == [sosial]
    kerja = Riwayat.objects.filter(perangkat_daerah=baru).order_by("nomor")
    assert [(r.kata_kerja, r.oleh) for r in kerja] == [
        ("tambah perangkatdaerah", admin_pemda),
        ("ubah perangkatdaerah", admin_pemda),
    ]


def test_a_code_in_use_is_refused_at_its_field(client, admin_pemda, dinas):
    client.force_login(admin_pemda)

    jawaban = kirim(
        client, reverse("perangkat-daerah-baru"), jenis="DINAS", kode=dinas.kode, nama="X"
    )

    assert "sudah dipakai perangkat daerah lain" in galat(jawaban)
    assert "kode" in jawaban.context["form"].errors


def test_agency_admin_changes_the_letterhead_but_not_code_nor_kind(client, admin_pd, dinas):
    client.force_login(admin_pd)
    alamat = "Jalan Contoh 1\r\nSampit"

    kirim(client, data(dinas), alamat=alamat, tempat="Sampit", kode="9.99", jenis="BADAN")

    dinas.refresh_from_db()
    assert (dinas.alamat, dinas.tempat) == ("Jalan Contoh 1\nSampit", "Sampit")
    assert (dinas.kode, dinas.jenis) == ("1.06.01", "DINAS")
    riwayat = Riwayat.objects.get(perangkat_daerah=dinas)
    assert riwayat.perubahan[0]["sesudah"] == {"alamat": dinas.alamat, "tempat": "Sampit"}


def test_nothing_changed_writes_nothing(client, admin_pd, dinas):
    client.force_login(admin_pd)

    assert kirim(client, data(dinas)).status_code == 302
    assert not Riwayat.objects.exists()


def test_new_name_keeps_the_old_one_for_documents_of_its_time(client, admin_pd, dinas):
    client.force_login(admin_pd)

    kirim(client, data(dinas), nama="Dinas Sosial dan P3A", lama_sampai="2025-06-30")

    dinas.refresh_from_db()
    assert dinas.sebutan_pada(date(2025, 6, 30)).nama == "Dinas Sosial"
    assert dinas.sebutan_pada(date(2025, 7, 1)).nama == "Dinas Sosial dan P3A"


def test_end_of_a_name_that_stays_is_refused(client, admin_pd, dinas):
    client.force_login(admin_pd)

    jawaban = kirim(client, data(dinas), tempat="Sampit", lama_sampai="2025-06-30")

    assert "hanya bila nama atau kode diganti" in galat(jawaban)
    assert PerangkatDaerah.objects.get(pk=dinas.pk).tempat == ""


def test_a_faster_colleague_is_not_overwritten(client, admin_pd, dinas):
    client.force_login(admin_pd)
    isi = isian(client.get(data(dinas)), tempat="Sampit", singkatan="Dinsos")
    PerangkatDaerah.objects.filter(pk=dinas.pk).update(tempat="Palangka Raya", alamat="Baru")

    jawaban = client.post(data(dinas), isi)

    assert jawaban.status_code == 409
    assert "Palangka Raya" in galat(jawaban)
    lagi = isian(jawaban, tempat="Sampit") | {"initial-tempat": "Palangka Raya"}
    assert client.post(data(dinas), lagi).status_code == 302
    dinas.refresh_from_db()
    assert (dinas.tempat, dinas.alamat) == ("Sampit", "Baru")


def test_pages_of_the_pemda_are_drawn_anew_after_a_change(client, admin_pd, dinas):
    client.force_login(admin_pd)
    sebelum, _ = Pengaturan.objects.get_or_create(pemda=dinas.pemda)

    kirim(client, data(dinas), tempat="Sampit")

    assert Pengaturan.objects.get().versi == sebelum.versi + 1


@pytest.mark.parametrize(("bentuk", "jenis"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_coat_of_arms_is_kept_and_shown(client, admin_pd, perencana, dinas, bentuk, jenis):
    client.force_login(admin_pd)

    assert "Lambang dipasang." in pasang(client, dinas, gambar(bentuk, (900, 1200)))

    client.force_login(perencana)
    jawaban = client.get(reverse("lambang", args=[dinas.pk]))
    assert jawaban["Content-Type"] == jenis
    assert Image.open(io.BytesIO(jawaban.content)).size == (450, 600)
    assert jawaban["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
            "bukan gambar",
        ),
        (b"GIF89a" + bytes(40), "bukan gambar"),
        (gambar()[:60], "rusak atau terpotong"),
        (gambar(ukuran=(4001, 2)), "4000"),
        (bytes(600 * 1024), "512 kB"),
    ],
)
def test_what_is_no_picture_is_refused_in_words(client, admin_pd, dinas, isi, kata):
    client.force_login(admin_pd)

    assert kata in pasang(client, dinas, isi)
    assert not PerangkatDaerah.objects.get(pk=dinas.pk).lambang
    assert client.get(reverse("lambang", args=[dinas.pk])).status_code == 404


def test_only_the_picture_itself_is_kept(client, admin_pd, dinas):
    client.force_login(admin_pd)

    pasang(client, dinas, gambar("JPEG") + b"<script>alert(1)</script>")

    assert b"<script>" not in bytes(PerangkatDaerah.objects.get(pk=dinas.pk).lambang)


def test_coat_of_arms_comes_off_again_and_both_are_recorded(client, admin_pd, dinas):
    client.force_login(admin_pd)
    pasang(client, dinas, gambar())

    client.post(reverse("lambang-pemasangan", args=[dinas.pk]), {"lepas": "1"})

    dinas.refresh_from_db()
    assert (dinas.lambang, dinas.jenis_lambang) == (None, "")
    naik, turun = Riwayat.objects.order_by("nomor")
    assert len(naik.perubahan[0]["sesudah"]["sha256"]) == 64
    assert turun.perubahan[0]["sebelum"] == naik.perubahan[0]["sesudah"]


def test_another_agencys_picture_is_not_shown(client, perencana_lain, dinas):
    client.force_login(perencana_lain)

    assert client.get(reverse("lambang", args=[dinas.pk])).status_code == 404


def test_forgotten_earlier_name_is_added_changed_and_deleted(client, admin_pd, dinas):
    client.force_login(admin_pd)
    baru = reverse("sebutan-baru", args=[dinas.pk])

    kirim(client, baru, nama="Dinas Lama", kode="1.6", sampai="2019-12-31")
    sebutan = Sebutan.objects.get()
    kirim(client, reverse("sebutan", args=[sebutan.pk]), sampai="2020-12-31")
    sama = kirim(client, baru, nama="Lain", kode="1.7", sampai="2020-12-31")
    balik = kirim(client, baru, nama="Lain", kode="1.7", mulai="2022-01-01", sampai="2021-01-01")

    assert "berakhir pada tanggal itu" in galat(sama)
    assert "sebelum tanggal mulai" in galat(balik)
    assert client.post(reverse("sebutan-penghapusan", args=[sebutan.pk])).status_code == 302
    assert not Sebutan.objects.exists()


def test_units_are_added_and_refused_in_words(client, admin_pd, dinas, dinas_lain):
    client.force_login(admin_pd)
    baru = reverse("unit-baru", args=[dinas.pk])
    kirim(client, baru, nama="Sekretariat", jenis="SEKRETARIAT")
    unit = Unit.objects.get()
    asing = Unit.objects.create(perangkat_daerah=dinas_lain, jenis="BIDANG", nama="Bidang Asing")

    assert "nama itu" in galat(kirim(client, baru, nama="Sekretariat", jenis="BAGIAN"))
    assert kirim(client, baru, nama="Subbag", jenis="BAGIAN", induk=asing.pk).status_code == 422
    assert kirim(client, baru, nama="Subbag", jenis="BAGIAN", induk=unit.pk).status_code == 302
    assert client.get(reverse("unit", args=[asing.pk])).status_code == 404


def test_units_do_not_stand_in_a_circle(client, admin_pd, dinas):
    atas = Unit.objects.create(perangkat_daerah=dinas, jenis="BIDANG", nama="Atas")
    bawah = Unit.objects.create(perangkat_daerah=dinas, jenis="BIDANG", nama="Bawah", induk=atas)
    client.force_login(admin_pd)

    jawaban = kirim(client, reverse("unit", args=[atas.pk]), induk=bawah.pk)

    assert "di bawahnya" in galat(jawaban)


def test_a_unit_in_use_is_ended_instead_of_deleted(client, admin_pd, perencana, dinas):
    unit = Unit.objects.create(perangkat_daerah=dinas, jenis="BIDANG", nama="Bidang")
    Keanggotaan.objects.create(
        pengguna=perencana, perangkat_daerah=dinas, peran="OPERATOR", unit=unit
    )
    client.force_login(admin_pd)

    hapus = client.post(reverse("unit-penghapusan", args=[unit.pk]), follow=True)
    assert "masih dipakai" in hapus.content.decode()
    assert Unit.objects.exists()
    kirim(client, reverse("unit", args=[unit.pk]), sampai="2025-01-31")
    assert (
        "sampai 31 Januari 2025"
        in client.get(reverse("unit-daftar", args=[dinas.pk])).content.decode()
    )


def test_a_cut_picture_is_refused_also_after_weasyprint_allowed_them(monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)

    _, temuan = baca_lambang(gambar()[:60])

    assert "terpotong" in temuan[0].pesan
    assert ImageFile.LOAD_TRUNCATED_IMAGES is True
