"""Undo of an agency's own events: boxes of a cascading per jabatan, links; by whom, when not."""

import pytest
from django.urls import reverse

from cascading.models import Tautan
from kinerja.models import KotakJabatan, PetaJabatan, Riwayat
from kinerja.pembatalan_lembaga import batalkan
from kinerja.pilihan import JenisPohon, Jenjang, Peran
from tests.factories import PADA, buat_pengguna, buat_periode, buat_pohon
from tests.kinerja.salinan_uji import kode_tolak


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana, "pada": PADA}


@pytest.fixture
def kotak(dinas, siapa):
    peta = PetaJabatan(perangkat_daerah=dinas, periode=buat_periode()).daftarkan(**siapa)
    isi = {"kinerja_utama": ["Kinerja"], "indikator": ["Indeks"]}
    return KotakJabatan(peta=peta, nama="Kepala", **isi).daftarkan(**siapa)


@pytest.fixture
def komponen(jalur):
    return jalur[Jenjang.SUB_KEGIATAN]


@pytest.fixture
def kondisi(dinas, siapa):
    pohon = buat_pohon(dinas, siapa["oleh"], JenisPohon.POHON_KINERJA)
    isi = {"jenjang": Jenjang.KONDISI, "kinerja": "Terpenuhinya permakanan"}
    return pohon.tambah(induk=pohon.akar(), **isi, **siapa)


def terakhir(dinas):
    return Riwayat.objects.filter(perangkat_daerah=dinas, pohon=None).latest("nomor")


def alamat(riwayat):
    return reverse("lembaga-pembatalan", args=[riwayat.perangkat_daerah_id, riwayat.nomor])


def test_a_box_is_made_changed_deleted_and_each_is_undone_and_redone(kotak, dinas, siapa):
    kotak.ubah({"nama": "Kepala Dinas", "indikator": ["A", "B"]}, **siapa)
    ubah = terakhir(dinas)
    balik = batalkan(ubah, **siapa)
    kotak.refresh_from_db()
    assert (kotak.nama, kotak.indikator) == ("Kepala", ["Indeks"])
    assert balik.membatalkan == ubah
    assert kode_tolak(lambda: batalkan(ubah, **siapa)) == ["SUDAH_DIBATALKAN"]
    batalkan(balik, **siapa)
    kotak.refresh_from_db()
    assert kotak.nama == "Kepala Dinas"

    pk, isi = kotak.pk, kotak.cuplikan()
    kotak.hapus(**siapa)
    hapus = terakhir(dinas)
    batalkan(hapus, **siapa)
    assert KotakJabatan.objects.get(pk=pk).cuplikan() == isi
    buat = Riwayat.objects.get(kata_kerja="tambah kotakjabatan")
    assert kode_tolak(lambda: batalkan(buat, **siapa)) == ["BERUBAH_SESUDAHNYA"]


def test_what_hangs_below_or_is_gone_stops_an_undo(kotak, dinas, siapa):
    bawah = KotakJabatan(peta=kotak.peta, induk=kotak, nama="Bawah", indikator=["I"])
    bawah.daftarkan(**siapa)
    buat = Riwayat.objects.filter(kata_kerja="tambah kotakjabatan").earliest("nomor")
    assert kode_tolak(lambda: batalkan(buat, **siapa)) == ["BERUBAH_SESUDAHNYA"]
    bawah.hapus(**siapa)
    hapus = terakhir(dinas)
    kotak.hapus(**siapa)
    assert kode_tolak(lambda: batalkan(hapus, **siapa)) == ["BERUBAH_SESUDAHNYA"]
    kotak.peta.hapus(**siapa)
    assert kode_tolak(lambda: batalkan(hapus, **siapa)) == ["PETA_HILANG"]


def test_links_are_undone_until_they_change(kondisi, komponen, dinas, siapa):
    Tautan.pasang([(kondisi, komponen)], **siapa)
    pasang = terakhir(dinas)
    balik = batalkan(pasang, **siapa)
    assert not Tautan.objects.exists()
    assert balik.ringkasan.startswith("Dibatalkan: “Terpenuhinya permakanan” dihubungkan")
    batalkan(balik, **siapa)
    Tautan.lepas(kondisi, komponen, **siapa)
    lepas = terakhir(dinas)
    Tautan.pasang([(kondisi, komponen)], **siapa)
    assert kode_tolak(lambda: batalkan(lepas, **siapa)) == ["BERUBAH_SESUDAHNYA"]


def test_a_planner_finds_and_undoes_it_on_the_page_of_the_agency(
    client, kondisi, komponen, kotak, dinas, perencana, perencana_lain, siapa
):
    Tautan.pasang([(kondisi, komponen)], **siapa)
    riwayat = terakhir(dinas)
    client.force_login(perencana)
    halaman = client.get(reverse("lembaga-riwayat", args=[dinas.pk]) + "?apa=TAUTAN")
    isi = halaman.content.decode()
    assert alamat(riwayat) in isi
    assert "Kotak jabatan" not in isi.split("<tbody>")[1]
    jawab = client.post(alamat(riwayat), follow=True).content.decode()
    assert "Dibatalkan: “Terpenuhinya" in jawab
    assert not Tautan.objects.exists()
    assert "sudah dibatalkan (nomor" in client.post(alamat(riwayat), follow=True).content.decode()

    lain = Riwayat.objects.get(kata_kerja="tambah petajabatan")
    assert client.post(alamat(lain)).status_code == 404
    assert kode_tolak(lambda: batalkan(lain, **siapa)) == ["TIDAK_DAPAT_DIBATALKAN"]
    client.force_login(perencana_lain)
    assert client.post(alamat(riwayat)).status_code == 404
    client.force_login(buat_pengguna("kepala", Peran.KEPALA, di=dinas))
    assert client.post(alamat(riwayat)).status_code == 403
    client.logout()
    assert client.post(alamat(riwayat)).status_code == 302
