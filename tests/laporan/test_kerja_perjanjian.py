"""Agreements, crosscutting and IKU documents on the list of what waits for somebody."""

import pytest

from cascading.alur_lintas import minta
from kinerja.kerja_saya import Kelompok, kerja_saya
from kinerja.pilihan import Peran
from kinerja.tertunda import tertunda
from tests.cascading.perjanjian_uji import isi_kantor
from tests.factories import PADA, buat_dinas, buat_pengguna
from tests.iku.iku_uji import buat_dokumen_iku, buat_iku
from tests.laporan.perjanjian_uji import akun, diajukan

HARI = PADA.date()


@pytest.fixture
def kantor(pohon, perencana):
    return isi_kantor(pohon, perencana)


def kerja(pengguna, kelompok):
    semua = kerja_saya(type(pengguna).objects.get(pk=pengguna.pk), HARI)
    return [b for d in semua if d.nama == kelompok for b in d.butir]


def test_an_agreement_waits_for_the_superior_and_comes_back(kantor, perencana):
    kadis, kabid = akun(kantor, "kadis"), akun(kantor, "kabid_a")
    p = diajukan(kantor, "kabid_a", kabid)

    (satu,) = kerja(kadis, Kelompok.PUTUSAN)

    assert satu.judul == f"Setujui {p}"
    assert satu.alamat == f"/perjanjian/{p.pk}/"
    assert kerja(kabid, Kelompok.PUTUSAN) == []
    p.kembalikan(alasan="Lengkapi satuan.", oleh=kadis, pada=PADA)
    for siapa in (kabid, perencana):
        (satu,) = kerja(siapa, Kelompok.KEMBALI)
        assert satu.keterangan == "Lengkapi satuan."
    assert kerja(kadis, Kelompok.PUTUSAN) == []


def test_what_is_not_agreed_yet_is_late(kantor, perencana):
    lain = buat_dinas(kantor.dinas.pemda, nama="Dinas Lain", kode="9.99")
    diajukan(kantor, "kabid_a", akun(kantor, "kabid_a"))

    semua = tertunda([kantor.dinas.pk, lain.pk], 2025, HARI)

    (satu,) = semua[kantor.dinas.pk]
    assert satu.pesan == "Perjanjian Kinerja 2025: 1 belum disetujui"
    assert satu.alamat == f"/perangkat-daerah/{kantor.dinas.pk}/perjanjian/?tahun=2025"
    assert semua[lain.pk] == []
    assert tertunda([kantor.dinas.pk], 2026, HARI)[kantor.dinas.pk] == []


def test_a_crosscutting_waits_for_planner_and_head_of_the_asked_side(kantor, perencana):
    lain = buat_dinas(kantor.dinas.pemda, nama="Dinas Lain", kode="9.99")
    peran = {p: buat_pengguna(f"l-{p}", p, di=lain) for p in (Peran.PERENCANA, Peran.OPERATOR)}
    minta(kantor.simpul["Program"], diminta=lain, isi="Data lansia", oleh=perencana, pada=PADA)

    (satu,) = kerja(peran[Peran.PERENCANA], Kelompok.PERMINTAAN)

    assert satu.judul == "Crosscutting dari Dinas Sosial: Data lansia"
    assert satu.pada == PADA
    assert kerja(peran[Peran.OPERATOR], Kelompok.PERMINTAAN) == []
    assert kerja(perencana, Kelompok.PERMINTAAN) == []


def test_an_iku_document_waits_for_its_head_and_comes_back(pohon, jalur, perencana, kepala):
    buat_iku(pohon, jalur["SASARAN"], perencana)
    dokumen = buat_dokumen_iku(pohon, perencana)
    assert kerja(kepala, Kelompok.PUTUSAN) == []

    dokumen.melangkah("ajukan", versi=dokumen.versi, oleh=perencana, pada=PADA)

    (satu,) = kerja(kepala, Kelompok.PUTUSAN)
    assert satu.judul.startswith("Setujui ")
    assert satu.alamat == f"/iku/{dokumen.pk}/"
    dokumen.melangkah("kembalikan", versi=dokumen.versi, alasan="Ganti.", oleh=kepala, pada=PADA)
    assert [b.keterangan for b in kerja(perencana, Kelompok.KEMBALI)] == ["Ganti."]
