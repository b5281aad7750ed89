"""Realisasi around Python: the database refuses what the rules would, and what can't be."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from kinerja.models import (
    JendelaPengukuran,
    PembukaanKotak,
    Pengukuran,
    Realisasi,
    RealisasiAnggaran,
)
from tests.factories import PADA
from tests.kinerja.ukur_uji import buat_terukur, jendela, ukur

LALU, NANTI = date(2020, 1, 1), date(2999, 1, 1)


def dijaga(nama, perbuatan):
    with pytest.raises(IntegrityError, match=nama), transaction.atomic():
        perbuatan()


@pytest.fixture
def terisi(pohon, jalur, perencana):
    """A value and money of the first quarter."""
    indikator = buat_terukur(pohon, jalur, perencana)
    ukur(pohon, indikator, "20", oleh=perencana)
    ukur(pohon, jalur["SUB_KEGIATAN"], "1.000", medan="anggaran", oleh=perencana)
    return indikator


def nilai(indikator, **isi):
    isi = {"tahun": 2025, "triwulan": 2, "mentah": "1", "jenis": "ANGKA", "nilai": 1} | isi
    return Realisasi(indikator=indikator, diubah_pada=PADA, **isi)


def uang(simpul, **isi):
    isi = {"tahun": 2025, "triwulan": 2, "mentah": "1", "nilai": 1} | isi
    return RealisasiAnggaran(simpul=simpul, diubah_pada=PADA, **isi)


def status(pohon, kata, triwulan=1):
    masa = {"pohon": pohon, "tahun": 2025, "triwulan": triwulan}
    isi = {"status": kata, "diajukan_pada": PADA, "diubah_pada": PADA}
    return Pengukuran.objects.update_or_create(**masa, defaults=isi)[0]


@pytest.mark.parametrize("kata", ["DIAJUKAN", "DIVERIFIKASI"])
def test_a_quarter_that_is_up_takes_no_value(pohon, jalur, terisi, kata):
    status(pohon, kata)
    status(pohon, kata, triwulan=2)

    for tabel, model, baru in (
        ("realisasi", Realisasi, nilai(terisi)),
        ("realisasianggaran", RealisasiAnggaran, uang(jalur["SUB_KEGIATAN"])),
    ):
        semua = model.objects.all()
        dijaga(f"{tabel}_tertutup_insert", baru.save)
        dijaga(f"{tabel}_tertutup_update", lambda semua=semua: semua.update(mentah="9"))
        dijaga(f"{tabel}_tertutup_update", lambda semua=semua: semua.update(triwulan=3))
        dijaga(f"{tabel}_tertutup_delete", lambda s=semua: s._raw_delete("default"))


def test_the_computed_columns_follow_all_the_same(pohon, terisi):
    status(pohon, "DIVERIFIKASI")

    assert Realisasi.objects.update(capaian=3, keterangan_capaian="lain") == 1


def test_a_closed_window_takes_no_value(pohon, jalur, terisi):
    for n in (1, 2):
        jendela(pohon.perangkat_daerah.pemda, LALU, LALU, triwulan=n)

    dijaga("realisasi_tertutup_insert", nilai(terisi).save)
    dijaga("realisasi_tertutup_update", lambda: Realisasi.objects.update(nilai=9))
    dijaga("realisasianggaran_tertutup_insert", uang(jalur["SUB_KEGIATAN"]).save)


def test_a_reopened_box_takes_it_with_all_below(pohon, jalur, terisi):
    status(pohon, "DIVERIFIKASI", triwulan=2)
    buka = PembukaanKotak.objects.create(
        perangkat_daerah=pohon.perangkat_daerah, simpul_uid=jalur["PROGRAM"].uid, sebutan="Program",
        tahun=2025, triwulan=2, sampai=NANTI, alasan="Data terlambat.",
    )  # fmt: skip
    nilai(terisi).save()
    uang(jalur["SUB_KEGIATAN"]).save()
    kedua = Realisasi.objects.filter(triwulan=2)

    PembukaanKotak.objects.filter(pk=buka.pk).update(sampai=LALU)

    dijaga("realisasi_tertutup_update", lambda: kedua.update(mentah="2"))
    PembukaanKotak.objects.filter(pk=buka.pk).update(sampai=NANTI, simpul_uid=jalur["KEGIATAN"].uid)
    dijaga("realisasi_tertutup_update", lambda: kedua.update(mentah="2"))
    assert RealisasiAnggaran.objects.filter(triwulan=2).update(mentah="2") == 1


def test_an_edition_that_was_replaced_takes_no_value(pohon, jalur, terisi, perencana):
    type(pohon).objects.filter(pk=pohon.pk).update(status="DISETUJUI")
    pohon.refresh_from_db()
    baru = pohon.buka_perubahan(oleh=perencana, pada=PADA)
    type(pohon).objects.filter(pk=baru.pk).update(status="DISETUJUI")

    for tabel, model, satu in (
        ("realisasi", Realisasi, nilai(terisi)),
        ("realisasianggaran", RealisasiAnggaran, uang(jalur["SUB_KEGIATAN"])),
    ):
        semua = model.objects.all()
        dijaga(f"{tabel}_digantikan_insert", satu.save)
        dijaga(f"{tabel}_digantikan_update", lambda s=semua: s.update(mentah="9"))
        dijaga(f"{tabel}_digantikan_delete", lambda s=semua: s._raw_delete("default"))


def test_money_stands_on_its_level(jalur, terisi):
    dijaga("realisasianggaran_jenjang_insert", uang(jalur["PROGRAM"]).save)
    semua = RealisasiAnggaran.objects.all()
    dijaga("realisasianggaran_jenjang_update", lambda: semua.update(simpul=jalur["PROGRAM"]))


def test_the_measuring_of_a_quarter_keeps_its_place(pohon, terisi):
    satu = Pengukuran.objects.filter(pk=status(pohon, "DRAF").pk)

    dijaga("pengukuran_tetap", lambda: satu.update(triwulan=2))
    dijaga("pengukuran_hapus", lambda: satu._raw_delete("default"))


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("realisasi_unik", {"triwulan": 1}),
        ("realisasi_triwulan_dikenal", {"triwulan": 0}),
        ("realisasi_triwulan_dikenal", {"triwulan": 5}),
        ("realisasi_cara_dikenal", {"cara": "LAIN"}),
        ("realisasi_capaian_wajar", {"capaian": -1}),
        ("realisasi_bermentah", {"mentah": ""}),
        ("realisasi_jenis_dikenal", {"jenis": "LAIN", "nilai": None}),
        ("realisasi_angka_bernilai", {"nilai": None}),
        ("realisasi_rentang_maju", {"minimum": 2, "maksimum": 1}),
        ("realisasi_alasan_berasal", {"alasan": "sebab"}),
    ],
)
def test_constraints_of_values(terisi, nama, isi):
    _dilarang(nama, nilai(terisi, **isi))


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("realisasianggaran_unik", {"triwulan": 1}),
        ("realisasianggaran_triwulan_dikenal", {"triwulan": 0}),
        ("realisasianggaran_cara_dikenal", {"cara": "LAIN"}),
        ("realisasianggaran_bermentah", {"mentah": ""}),
        ("realisasianggaran_wajar", {"nilai": -1}),
        ("realisasianggaran_wajar", {"nilai": 10**13}),
        ("realisasianggaran_alasan_berasal", {"alasan": "sebab"}),
    ],
)
def test_constraints_of_money(jalur, terisi, nama, isi):
    _dilarang(nama, uang(jalur["SUB_KEGIATAN"], **isi))


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("pengukuran_unik", {}),
        ("pengukuran_triwulan_dikenal", {"triwulan": 0}),
        ("pengukuran_status_dikenal", {"triwulan": 2, "status": "LAIN"}),
        ("pengukuran_alasan_bila_dikembalikan", {"triwulan": 2, "status": "DIKEMBALIKAN"}),
        ("pengukuran_alasan_bila_dikembalikan", {"triwulan": 2, "alasan": "sebab"}),
        ("pengukuran_diajukan_berwaktu", {"triwulan": 2, "status": "DIAJUKAN"}),
        ("pengukuran_diajukan_berwaktu", {"triwulan": 2, "status": "DIVERIFIKASI"}),
    ],
)
def test_constraints_of_a_measuring(pohon, nama, isi):
    status(pohon, "DRAF")
    masa = {"pohon": pohon, "tahun": 2025, "triwulan": 1, "diubah_pada": PADA}
    _dilarang(nama, Pengukuran(**masa | isi))


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("jendela_unik", {}),
        ("jendela_maju", {"triwulan": 2, "buka": NANTI}),
        ("jendela_triwulan_dikenal", {"triwulan": 0}),
    ],
)
def test_constraints_of_windows(dinas, nama, isi):
    jendela(dinas.pemda, LALU, LALU)
    masa = {"pemda": dinas.pemda, "tahun": 2025, "triwulan": 1, "buka": LALU, "tutup": LALU}
    _dilarang(nama, JendelaPengukuran(**masa | isi))


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("pembukaankotak_beralasan", {"alasan": ""}),
        ("pembukaankotak_triwulan_dikenal", {"triwulan": 0}),
    ],
)
def test_constraints_of_reopened_boxes(pohon, jalur, nama, isi):
    buka = {"perangkat_daerah": pohon.perangkat_daerah, "simpul_uid": jalur["PROGRAM"].uid}
    buka |= {"tahun": 2025, "triwulan": 1, "sampai": NANTI, "alasan": "a", "sebutan": "P"}
    _dilarang(nama, PembukaanKotak(**buka | isi))


def _dilarang(nama, baris):
    kolom = {"realisasi_unik": "indikator_id", "realisasianggaran_unik": "simpul_id",
             "pengukuran_unik": "pohon_id", "jendela_unik": "pemda_id"}.get(nama, nama)  # fmt: skip
    with pytest.raises(IntegrityError, match=f"{nama}|{kolom}"), transaction.atomic():
        baris.save(force_insert=True)
