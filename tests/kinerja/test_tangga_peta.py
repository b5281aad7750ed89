"""A cascading per jabatan climbs the common ladder; approved it is locked, also in the database."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from kinerja.models import KotakJabatan, Pengaturan, PetaJabatan, Riwayat
from kinerja.pembatalan_lembaga import batalkan
from kinerja.pilihan import Peran
from laporan.naskah_jabatan import naskah_peta
from tests.factories import PADA, buat_pengguna, buat_periode
from tests.kinerja.salinan_uji import kode_tolak
from tests.kinerja.test_penjaga import dijaga


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def kosong(dinas, siapa):
    return PetaJabatan(perangkat_daerah=dinas, periode=buat_periode()).daftarkan(**siapa)


@pytest.fixture
def peta(kosong, siapa):
    atas = KotakJabatan(nama="Kepala", kinerja_utama=["Kinerja"], indikator=["Indeks"])
    bawah = KotakJabatan(nama="Bidang", kinerja_utama=["Bagian"], indikator=["A", "B"])
    kosong.muat([(atas, None), (bawah, 0)], ringkasan="dimuat", **siapa)
    return kosong


def naik(peta, siapa, *langkah, **lain):
    for satu in langkah:
        peta.melangkah(satu, dilihat=peta.sidik, **lain, **siapa)
    return peta


def test_it_goes_up_comes_back_and_is_approved(peta, siapa, dinas):
    naik(peta, siapa, "ajukan")
    bidang = peta.kotak.get(nama="Bidang")
    for ubah in (
        lambda: bidang.ubah({"nama": "X"}, **siapa),
        lambda: bidang.hapus(**siapa),
        lambda: KotakJabatan(peta=peta, nama="Baru").daftarkan(**siapa),
        lambda: peta.muat([(KotakJabatan(nama="Baru"), None)], ringkasan="x", **siapa),
        lambda: batalkan(Riwayat.objects.get(kata_kerja="muat petajabatan"), **siapa),
    ):
        assert kode_tolak(ubah) == ["PETA_TERKUNCI"]

    naik(peta, siapa, "kembalikan", alasan="Lengkapi")
    assert (peta.status, peta.alasan) == ("DIKEMBALIKAN", "Lengkapi")
    lihat = peta.sidik
    peta.kotak.get(nama="Bidang").ubah({"nama": "Kepala Bidang"}, **siapa)
    basi = kode_tolak(lambda: peta.melangkah("ajukan", dilihat=lihat, **siapa))
    assert basi == ["DOKUMEN_BERUBAH"]
    assert naskah_peta(peta, pada=PADA.date()).diagram.konsep
    naik(peta, siapa, "ajukan", "setujui")
    assert not naskah_peta(peta, pada=PADA.date()).diagram.konsep
    kata = Riwayat.objects.filter(perangkat_daerah=dinas, kata_kerja__endswith=" petajabatan")
    assert list(kata.order_by("nomor").values_list("kata_kerja", flat=True))[2:] == [
        f"{k} petajabatan" for k in ("ajukan", "kembalikan", "ajukan", "setujui")
    ]


def test_an_empty_map_a_wrong_rung_and_verification(kosong, siapa, dinas):
    assert kode_tolak(lambda: naik(kosong, siapa, "ajukan")) == ["PETA_KOSONG"]
    assert kode_tolak(lambda: naik(kosong, siapa, "setujui")) == ["STATUS_LAIN"]
    Pengaturan.objects.update_or_create(pemda=dinas.pemda, defaults={"perlu_verifikasi": True})
    KotakJabatan(peta=kosong, nama="Kepala").daftarkan(**siapa)
    naik(kosong, siapa, "ajukan")
    assert kode_tolak(lambda: naik(kosong, siapa, "setujui")) == ["STATUS_LAIN"]
    assert naik(kosong, siapa, "verifikasi", "setujui").status == "DISETUJUI"


def test_the_next_map_begins_with_the_same_boxes(peta, siapa):
    assert kode_tolak(lambda: peta.buka_perubahan(**siapa)) == ["BELUM_DISETUJUI"]
    naik(peta, siapa, "ajukan", "setujui")
    baru = peta.buka_perubahan(**siapa)
    assert (baru.judul, baru.status) == ("perubahan 1", "DRAF")
    isi = [[(k.nama, k.indikator, n) for k, n in p.susunan()] for p in (peta, baru)]
    assert isi[0] == isi[1]
    naik(baru, siapa, "ajukan", "setujui")
    assert baru.buka_perubahan(**siapa).judul == "perubahan 2"


def test_the_database_locks_what_is_approved(peta, siapa):
    satu, kotak = PetaJabatan.objects.filter(pk=peta.pk), KotakJabatan.objects.filter(peta=peta)
    dijaga("petajabatan_langkah", lambda: satu.update(status="DISETUJUI"))
    naik(peta, siapa, "ajukan", "setujui")
    dijaga("petajabatan_langkah", lambda: satu.update(status="DRAF"))
    dijaga("petajabatan_terkunci_update", lambda: satu.update(judul="x"))
    dijaga("petajabatan_terkunci_delete", lambda: satu._raw_delete("default"))
    dijaga("kotakjabatan_terkunci_update", lambda: kotak.update(nama="x"))
    dijaga("kotakjabatan_terkunci_delete", lambda: kotak._raw_delete("default"))
    baru = KotakJabatan(peta=peta, nama="x")
    dijaga("kotakjabatan_terkunci_insert", lambda: KotakJabatan.objects.bulk_create([baru]))
    lahir = PetaJabatan(
        perangkat_daerah=peta.perangkat_daerah, periode=peta.periode, judul="B", status="DIAJUKAN"
    )
    dijaga("petajabatan_lahir", lambda: PetaJabatan.objects.bulk_create([lahir]))


@pytest.mark.parametrize(
    "isi",
    [{"status": "LAIN"}, {"status": "DIKEMBALIKAN", "alasan": ""}, {"alasan": "tanpa sebab"}],
)
def test_status_and_reason_make_sense(peta, siapa, isi):
    """Constraints petajabatan_status_dikenal, petajabatan_alasan_bila_dikembalikan."""
    naik(peta, siapa, "ajukan")
    with pytest.raises(IntegrityError), transaction.atomic():
        PetaJabatan.objects.filter(pk=peta.pk).update(**isi)


def test_who_takes_which_step_on_the_page(client, peta, dinas, perencana, perencana_lain):
    alamat = reverse("peta-jabatan", args=[peta.pk])

    def langkah(kata):
        return reverse("peta-jabatan-langkah", args=[peta.pk, kata])

    client.force_login(perencana)
    halaman = client.get(alamat).content.decode()
    assert langkah("ajukan") in halaman
    kirim = {"dilihat": PetaJabatan.objects.get(pk=peta.pk).sidik}
    assert client.post(langkah("ajukan"), {"dilihat": "lama"}).status_code == 422
    assert (
        "Cascading per jabatan diajukan."
        in client.post(langkah("ajukan"), kirim, follow=True).content.decode()
    )
    assert client.post(langkah("setujui"), kirim).status_code == 403
    assert client.post(langkah("lain"), kirim).status_code == 403
    client.force_login(perencana_lain)
    assert client.post(langkah("ajukan"), kirim).status_code == 404

    client.force_login(buat_pengguna("kepala", Peran.KEPALA, di=dinas))
    assert client.post(langkah("perubahan")).status_code == 403
    client.post(langkah("setujui"), kirim)
    client.force_login(perencana)
    halaman = client.get(alamat).content.decode()
    assert "Tambah kotak" not in halaman
    assert client.post(langkah("perubahan")).status_code == 302
    assert PetaJabatan.objects.filter(judul="perubahan 1").exists()
    client.logout()
    assert client.post(langkah("ajukan")).status_code == 302
