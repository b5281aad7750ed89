"""Forms of agreements as settings: the same until changed, shown before kept, agreed ones stay."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from cascading.aturan.bentuk import SYARAT, pilih_bentuk
from cascading.models import BentukPerjanjian, PerjanjianKinerja
from cascading.pembuatan_perjanjian import buat_perjanjian
from kinerja.aturan.temuan import AturanDilanggar
from kinerja.models import Riwayat
from kinerja.pilihan import Peran
from laporan.models import Dokumen
from laporan.naskah_perjanjian import naskah_beku, siap_cetak
from tests.cascading.perjanjian_uji import TAHUN
from tests.factories import PADA, buat_pengguna
from tests.laporan.perjanjian_uji import HARI, diajukan, disahkan, lengkap

ADMINISTRATOR = "Sekretaris, kepala bidang, irban, sekretaris camat"


@pytest.fixture
def admin(dinas):
    return buat_pengguna("admin", Peran.ADMIN_PEMDA, di=dinas.pemda)


@pytest.fixture
def sendiri(dinas, admin):
    BentukPerjanjian.mulai_sendiri(dinas.pemda, oleh=admin, pada=PADA)
    return BentukPerjanjian.objects.get(pemda=dinas.pemda, nama=ADMINISTRATOR)


def isian(satu, **lain):
    awal = {"nama": satu.nama, "urutan": satu.urutan, "jabatan": satu.jabatan,
            "sasaran": satu.sasaran, "uang": satu.uang, "kepala": "", "plt": ""}  # fmt: skip
    return awal | lain


def janji(perjanjian):
    isi = siap_cetak(lengkap(perjanjian), HARI).isi
    return {s.jenjang for s in isi.sasaran}, len(isi.uang)


def test_our_forms_as_rows_print_the_same(kantor, perencana, dinas, admin):
    draf = buat_perjanjian(kantor.jabatan["kabid_a"], TAHUN, oleh=perencana, pada=PADA)
    sebelum = siap_cetak(lengkap(draf), HARI).sidik

    BentukPerjanjian.mulai_sendiri(dinas.pemda, oleh=admin, pada=PADA)

    assert siap_cetak(lengkap(draf), HARI).sidik == sebelum
    assert BentukPerjanjian.milik(dinas.pemda) == SYARAT
    assert Riwayat.objects.filter(kata_kerja="tambah bentukperjanjian").count() == len(SYARAT)


def test_a_changed_form_changes_drafts_and_not_what_was_agreed(
    client, kantor, perencana, kadis, sendiri, admin
):
    disetujui = disahkan(diajukan(kantor, "kabid_b", perencana), kadis)
    draf = buat_perjanjian(kantor.jabatan["kabid_a"], TAHUN, oleh=perencana, pada=PADA)
    assert janji(draf) == ({"PROGRAM", "KEGIATAN"}, 2)
    client.force_login(admin)
    alamat = reverse("bentuk", args=[sendiri.pk])
    isi = isian(sendiri, sasaran=["PROGRAM"], uang=["PROGRAM"])

    lihat = client.post(alamat, isi | {"aksi": "lihat"}).text
    assert "2 jabatan memakai bentuk lain; 1 perjanjian yang belum disetujui" in lihat
    assert "(program, kegiatan; program, kegiatan) menjadi" in lihat
    assert "Contoh Kepala Bidang Pemberdayaan</b>: 1 sasaran, 1 baris anggaran" in lihat
    assert janji(draf) == ({"PROGRAM", "KEGIATAN"}, 2)

    assert client.post(alamat, isi)["Location"] == reverse("bentuk-daftar")

    assert janji(draf) == ({"PROGRAM"}, 1)
    beku = Dokumen.objects.get(pk=disetujui.pk)
    assert {s.jenjang for s in naskah_beku(beku).isi.sasaran} == {"PROGRAM"} | {
        s["jenjang"] for s in disetujui.cuplikan["isi"]["sasaran"]
    }
    assert beku.cuplikan["bentuk"]["sasaran"] == ["PROGRAM", "KEGIATAN"]
    assert beku.utuh


def test_a_post_filled_by_a_plt_can_have_its_own_form(kantor, perencana, sendiri, dinas, admin):
    BentukPerjanjian(
        pemda=dinas.pemda, urutan=5, kode="PLT", nama="Jabatan kosong", jabatan=["ADMINISTRATOR"],
        plt=True, sasaran=["KEGIATAN"], uang=[],
    ).daftarkan(oleh=admin, pada=PADA)  # fmt: skip
    draf = buat_perjanjian(kantor.jabatan["kabid_a"], TAHUN, oleh=perencana, pada=PADA)
    assert janji(draf)[1] == 2

    kantor.jabatan["kabid_a"].pejabat.update(jenis="PLT")

    assert janji(draf) == ({"KEGIATAN"}, 0)


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"sasaran": []}, "Pilih sedikitnya satu jenjang"),
        ({"uang": ["PROGRAM", "KEGIATAN", "SUB_KEGIATAN"]}, "paling banyak 2 jenjang"),
        ({"urutan": 900}, "Bentuk terakhir harus berlaku untuk semua jabatan"),
        ({"urutan": 10}, "Urutan itu sudah dipakai"),
        ({"nama": ""}, "Isi dulu"),
    ],
)
def test_rules_are_refused_with_their_reason(client, sendiri, admin, isi, pesan):
    client.force_login(admin)

    jawab = client.post(reverse("bentuk", args=[sendiri.pk]), isian(sendiri) | isi)

    assert jawab.status_code == 422
    assert pesan in jawab.text


def test_every_position_keeps_a_form(sendiri, dinas, admin):
    siapa = {"oleh": admin, "pada": PADA}
    akhir = BentukPerjanjian.objects.filter(pemda=dinas.pemda).order_by("urutan").last()
    for satu in (akhir, BentukPerjanjian.objects.get(kode="KEPALA_DAERAH")):
        with pytest.raises(AturanDilanggar):
            satu.hapus(**siapa)
    sendiri.hapus(**siapa)
    milik = BentukPerjanjian.milik(dinas.pemda)
    assert pilih_bentuk("DINAS", "ADMINISTRATOR", kepala=False, syarat=milik).kode == "PELAKSANA"

    BentukPerjanjian.kembali_ke_bawaan(dinas.pemda, **siapa)

    assert BentukPerjanjian.milik(dinas.pemda) == SYARAT


def test_only_the_admin_of_the_pemda(client, sendiri, perencana, admin):
    alamat = [reverse("bentuk-daftar"), reverse("bentuk", args=[sendiri.pk])]
    aksi = [reverse(f"bentuk-{b}") for b in ("penyusunan", "pemulihan")]
    for satu in (*alamat, *aksi):
        assert client.post(satu).status_code == 302
    client.force_login(perencana)
    for satu in (*alamat, *aksi):
        assert client.post(satu).status_code in (403, 405)
    assert client.get(alamat[0]).status_code == 403
    client.force_login(admin)
    assert "Ubah bentuk" not in client.get(alamat[0]).text
    client.post(aksi[1])
    assert "Ubah bentuk" in client.get(alamat[0]).text
    client.post(aksi[0])
    assert BentukPerjanjian.objects.count() == len(SYARAT)


def test_constraints_hold_around_python(sendiri):
    semua = BentukPerjanjian.objects.filter(pk=sendiri.pk)
    for nama, isi in (
        ("bentuk_perjanjian_kode_kapital", {"kode": "kecil"}),
        ("bentuk_perjanjian_bernama", {"nama": ""}),
        ("bentuk_perjanjian_urutan_unik|UNIQUE", {"urutan": 10}),
    ):
        with pytest.raises(IntegrityError, match=nama), transaction.atomic():
            semua.update(**isi)
    assert PerjanjianKinerja.objects.count() == 0
