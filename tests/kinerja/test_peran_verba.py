"""Every role against every verb of a document: who may, who is turned away and how."""

import pytest
from django.urls import reverse

from kinerja.models import Keanggotaan, Pengaturan
from kinerja.pilihan import Peran
from tests.factories import buat_pengguna

DI_DINAS = {
    "operator": Peran.OPERATOR,
    "perencana": Peran.PERENCANA,
    "pejabat": Peran.PEJABAT,
    "kepala": Peran.KEPALA,
    "admin_pd": Peran.ADMIN_PD,
}
DI_PEMDA = {
    "operator_pemda": Peran.OPERATOR,
    "perencana_pemda": Peran.PERENCANA,
    "pimpinan": Peran.PIMPINAN_PEMDA,
    "bappeda": Peran.BAPPEDA,
    "organisasi": Peran.BAGIAN_ORGANISASI,
    "inspektorat": Peran.INSPEKTORAT,
    "admin_pemda": Peran.ADMIN_PEMDA,
}
CABANG = {
    "operator_cabang": Peran.OPERATOR,
    "perencana_cabang": Peran.PERENCANA,
    "pejabat_cabang": Peran.PEJABAT,
}
"""Narrowed to the program: its kegiatan is inside, its sasaran is not."""
SEMUA = [*DI_DINAS, *DI_PEMDA, *CABANG]

PERENCANA = {"perencana", "perencana_pemda"}
PENYUSUN = PERENCANA | {"operator", "operator_pemda"}
DALAM = PENYUSUN | set(CABANG)
VERBA = {
    "baca dokumen": ("GET", "pohon", "pohon", set(SEMUA)),
    "baca riwayat": ("GET", "pohon-riwayat", "pohon", set(SEMUA)),
    "baca riwayat kotak": ("GET", "simpul-riwayat", "KEGIATAN", set(SEMUA)),
    "baca kotak": ("GET", "simpul-rinci", "KEGIATAN", set(SEMUA)),
    "tambah di bawah dokumen": ("GET", "simpul-baru", "pohon", PENYUSUN),
    "ubah di dalam cabang": ("GET", "simpul-ubah", "KEGIATAN", DALAM),
    "pindahkan di dalam cabang": ("GET", "simpul-perpindahan", "KEGIATAN", DALAM),
    "hapus di dalam cabang": ("GET", "simpul-penghapusan", "KEGIATAN", DALAM),
    "ubah di luar cabang": ("GET", "simpul-ubah", "SASARAN", PENYUSUN),
    "hapus di luar cabang": ("POST", "simpul-penghapusan", "SASARAN", PENYUSUN),
    "sunting sel di dalam cabang": ("PATCH", "simpul-suntingan", "KEGIATAN", DALAM),
    "sunting sel di luar cabang": ("PATCH", "simpul-suntingan", "SASARAN", PENYUSUN),
    "tambah saudara di dalam cabang": ("POST", "simpul-saudara", "KEGIATAN", DALAM),
    "tambah saudara di luar cabang": ("POST", "simpul-saudara", "PROGRAM", PENYUSUN),
    "tambah turunan": ("POST", "simpul-turunan", "KEGIATAN", DALAM),
    "gandakan": ("POST", "simpul-penggandaan", "SUB_KEGIATAN", DALAM),
    "cabut di dalam cabang": ("POST", "simpul-pencabutan", "KEGIATAN", DALAM),
    "cabut di luar cabang": ("POST", "simpul-pencabutan", "TUJUAN", PENYUSUN),
    "baca status": ("GET", "pohon-status", "pohon", set(SEMUA)),
    "bandingkan": ("GET", "pohon-perbedaan", "pohon", set(SEMUA)),
    "ajukan": ("POST", "pohon-pengajuan", "pohon", PERENCANA),
    "verifikasi": ("POST", "pohon-verifikasi", "pohon", {"bappeda"}),
    "kembalikan": ("POST", "pohon-pengembalian", "pohon", {"bappeda", "kepala"}),
    "setujui": ("POST", "pohon-persetujuan", "pohon", {"kepala"}),
    "buka perubahan": ("POST", "pohon-perubahan", "pohon", PERENCANA),
    "salin": ("GET", "pohon-salinan", "pohon", PERENCANA),
    "arsipkan": ("POST", "pohon-arsip", "pohon", PERENCANA),
    "batalkan peristiwa": ("POST", "riwayat-pembatalan", "peristiwa", PENYUSUN),
}


@pytest.fixture
def pelaku(dinas, jalur):
    """Makes the account of a role by its name in the tables above."""

    def buat(nama):
        if nama in DI_PEMDA:
            return buat_pengguna(nama, DI_PEMDA[nama], di=dinas.pemda)
        if nama in DI_DINAS:
            return buat_pengguna(f"{nama}-uji", DI_DINAS[nama], di=dinas)
        pengguna = buat_pengguna(nama)
        Keanggotaan.objects.create(
            pengguna=pengguna, perangkat_daerah=dinas, peran=CABANG[nama], cabang=jalur["PROGRAM"]
        )
        return pengguna

    return buat


def alamat(nama, benda, pohon, jalur):
    if benda == "pohon":
        return reverse(nama, args=[pohon.pk])
    if benda == "peristiwa":
        return reverse(nama, args=[pohon.pk, pohon.versi])
    return reverse(nama, args=[jalur[benda].pk])


def minta(client, cara, ke):
    return client.generic(cara, ke).status_code


@pytest.mark.parametrize("siapa", SEMUA)
@pytest.mark.parametrize("verba", VERBA)
def test_each_role_may_what_the_table_says(client, pelaku, pohon, jalur, siapa, verba):
    pohon.refresh_from_db()
    Pengaturan.objects.create(pemda=pohon.perangkat_daerah.pemda, perlu_verifikasi=True)
    cara, nama, benda, boleh = VERBA[verba]
    client.force_login(pelaku(siapa))

    status = minta(client, cara, alamat(nama, benda, pohon, jalur))

    assert (status in (200, 302, 400, 422)) if siapa in boleh else status == 403


@pytest.mark.parametrize("verba", VERBA)
def test_other_agencies_find_nothing_and_guests_are_asked_to_log_in(
    client, perencana_lain, pohon, jalur, verba
):
    pohon.refresh_from_db()
    cara, nama, benda, _ = VERBA[verba]
    ke = alamat(nama, benda, pohon, jalur)

    assert minta(client, cara, ke) == 302
    client.force_login(perencana_lain)
    assert minta(client, cara, ke) == 404
