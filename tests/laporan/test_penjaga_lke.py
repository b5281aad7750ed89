"""Constraints and guards of evaluation sheets, tried around Python."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from kinerja.aturan.temuan import AturanDilanggar
from laporan.models import BuktiLke, JawabanLke, Lke, RekomendasiLke, SubLke, VersiLke
from tests.factories import PADA
from tests.kinerja.test_penjaga import dijaga
from tests.laporan.lke_uji import buat_lke, buat_versi, diajukan, final, langkah


@pytest.fixture
def draf(dinas, perencana):
    return buat_lke(dinas, perencana)


@pytest.fixture
def tunggu(dinas, perencana):
    return diajukan(dinas, perencana)


@pytest.fixture
def beku(dinas, perencana, evaluator):
    return final(dinas, perencana, evaluator)


def satu(kelas, lke):
    return kelas.objects.filter(lke=lke)


def langgar(batasan, perbuatan):
    with pytest.raises(IntegrityError, match=batasan), transaction.atomic():
        perbuatan()


def test_an_instrument_in_use_is_not_changed(draf):
    versi = VersiLke.objects.filter(pk=draf.versi_lke_id)

    dijaga("laporan_versilke_dipakai_update", lambda: versi.update(nama="Lain"))
    with pytest.raises(AturanDilanggar, match="masih dipakai"):
        versi.get().hapus(oleh=draf.dibuat_oleh, pada=PADA)


def test_an_unused_instrument_may_be_deleted(dinas, perencana):
    versi = buat_versi(dinas.pemda, perencana)

    versi.hapus(oleh=perencana, pada=PADA)

    assert not VersiLke.objects.exists()


def test_a_sheet_keeps_whose_it_is_and_climbs_its_ladder(draf):
    milik = Lke.objects.filter(pk=draf.pk)

    dijaga("laporan_lke_tetap", lambda: milik.update(tahun=2023))
    loncat = {"status": "DIKEMBALIKAN", "alasan": "Tanpa diajukan"}
    dijaga("laporan_lke_langkah", lambda: milik.update(**loncat))
    baru = Lke(perangkat_daerah=draf.perangkat_daerah, tahun=2023, versi_lke=draf.versi_lke,
               status="DIAJUKAN", dibuat_oleh=draf.dibuat_oleh, diubah_pada=PADA)  # fmt: skip
    dijaga("laporan_lke_lahir", lambda: Lke.objects.bulk_create([baru]))


def test_what_is_final_has_its_report_and_stays(tunggu, beku_lain, perencana):
    milik = Lke.objects.filter(pk=tunggu.pk)
    nilai = {"status": "FINAL", "nilai": 1, "predikat": "D", "tanggal": PADA.date()}

    dijaga("laporan_lke_berdokumen", lambda: milik.update(**nilai))
    dijaga("laporan_lke_hapus", lambda: milik._raw_delete("default"))
    akhir = Lke.objects.filter(pk=beku_lain.pk)
    dijaga("laporan_lke_beku", lambda: akhir.update(nilai=Decimal(100)))
    dijaga("laporan_lke_beku", lambda: akhir.update(catatan="Lain"))


@pytest.fixture
def beku_lain(dinas, perencana, evaluator):
    return final(dinas, perencana, evaluator, tahun=2023)


@pytest.mark.parametrize("tabel", ["laporan_jawabanlke", "laporan_sublke"])
def test_rows_are_those_of_the_beginning(tunggu, tabel):
    kelas = {"laporan_jawabanlke": JawabanLke, "laporan_sublke": SubLke}[tabel]
    baru = kelas(lke=tunggu, kode="9.z")

    dijaga(f"{tabel}_terkunci_insert", lambda: kelas.objects.bulk_create([baru]))
    dijaga(f"{tabel}_terkunci_delete", lambda: satu(kelas, tunggu)._raw_delete("default"))
    pertama = satu(kelas, tunggu).filter(kode__in=["1.a", "1.a.1"])
    dijaga(f"{tabel}_tetap", lambda: pertama.update(kode="9.z"))


def test_each_side_is_locked_out_of_its_turn(draf, tunggu_lain):
    dijaga("laporan_jawabanlke_penilaian", lambda: satu(JawabanLke, draf).update(penilaian="BELUM"))
    dijaga("laporan_sublke_penilaian", lambda: satu(SubLke, draf).update(bertahan_penilai=1))
    dijaga("laporan_jawabanlke_mandiri",
           lambda: satu(JawabanLke, tunggu_lain).update(mandiri="BELUM"))  # fmt: skip
    dijaga("laporan_sublke_mandiri", lambda: satu(SubLke, tunggu_lain).update(bertahan=1))


@pytest.fixture
def tunggu_lain(dinas, perencana):
    return diajukan(dinas, perencana, tahun=2023)


def test_evidence_is_added_and_taken_by_the_agency_only_in_its_turn(draf, perencana):
    isi = {"kode": "1.a.1", "jenis": "TAUTAN", "nama": "A", "oleh": perencana, "pada": PADA}
    draf.tautkan_bukti("1.a.1", jenis="TAUTAN", tautan="https://a.id", nama="A", oleh=perencana,
                       pada=PADA)  # fmt: skip
    milik = satu(BuktiLke, draf)
    dijaga("laporan_buktilke_tetap", lambda: milik.update(nama="B"))
    Lke.objects.filter(pk=draf.pk).update(status="DIAJUKAN")

    baru = BuktiLke(lke=draf, tautan="https://b.id", **isi)
    dijaga("laporan_buktilke_terkunci_insert", lambda: BuktiLke.objects.bulk_create([baru]))
    dijaga("laporan_buktilke_terkunci_delete", lambda: milik._raw_delete("default"))


def test_recommendations_belong_to_the_evaluator_and_their_answers_to_the_end(
    tunggu, evaluator, draf_lain
):
    baru = RekomendasiLke(lke=draf_lain, nomor=1, isi="A")
    dijaga("laporan_rekomendasilke_terkunci_insert",
           lambda: RekomendasiLke.objects.bulk_create([baru]))  # fmt: skip
    tunggu.rekomendasikan("Susun pedoman.", oleh=evaluator, pada=PADA)
    milik = satu(RekomendasiLke, tunggu)
    dijaga("laporan_rekomendasilke_tetap", lambda: milik.update(isi="Lain"))
    jawab = {"tindak_lanjut": "Sudah", "ditindaklanjuti_pada": PADA}
    dijaga("laporan_rekomendasilke_tindak_lanjut", lambda: milik.update(**jawab))
    langkah(tunggu, "kembalikan", evaluator, alasan="Lengkapi.")
    dijaga("laporan_rekomendasilke_terkunci_delete", lambda: milik._raw_delete("default"))


@pytest.fixture
def draf_lain(dinas, perencana):
    return buat_lke(dinas, perencana, tahun=2023)


LKE = {
    "lke_status_dikenal": {"status": "LAIN"},
    "lke_tahun_wajar": {"tahun": 1900},
    "lke_final_bernilai": {"nilai": 10},
    "lke_nilai_wajar": {"nilai": 101, "predikat": "AA"},
    "lke_kembali_beralasan": {"alasan": "Tanpa dikembalikan"},
}


@pytest.mark.parametrize("batasan", LKE)
def test_constraints_of_a_sheet(dinas, perencana, batasan):
    versi = buat_versi(dinas.pemda, perencana)
    isi = {"perangkat_daerah": dinas, "tahun": 2024, "versi_lke": versi, "dibuat_oleh": perencana,
           "diubah_pada": PADA} | LKE[batasan]  # fmt: skip

    with pytest.raises(IntegrityError), transaction.atomic():
        Lke.objects.bulk_create([Lke(**isi)])


def test_one_sheet_per_agency_year_and_version(draf):
    kembar = Lke(perangkat_daerah=draf.perangkat_daerah, tahun=draf.tahun, diubah_pada=PADA,
                 versi_lke=draf.versi_lke, dibuat_oleh=draf.dibuat_oleh)  # fmt: skip

    with pytest.raises(IntegrityError), transaction.atomic():
        Lke.objects.bulk_create([kembar])


@pytest.mark.parametrize(
    ("batasan", "kelas", "isi"),
    [
        ("jawaban_lke_dikenal", JawabanLke, {"mandiri": "MUNGKIN"}),
        ("sub_lke_bertahan_wajar", SubLke, {"bertahan": 51}),
    ],
)
def test_constraints_of_answers(draf, batasan, kelas, isi):
    langgar(batasan, lambda: satu(kelas, draf).update(**isi))


def test_a_grade_is_stored_whole(tunggu):
    langgar("sub_lke_bergrade", lambda: satu(SubLke, tunggu).update(grade="AA"))


def test_rows_of_a_sheet_are_there_once(draf):
    for kelas, kode in ((JawabanLke, "1.a.1"), (SubLke, "1.a")):
        with pytest.raises(IntegrityError), transaction.atomic():
            kelas.objects.bulk_create([kelas(lke=draf, kode=kode)])


@pytest.mark.parametrize(
    ("batasan", "isi"),
    [
        ("bukti_lke_satu_tujuan", {"jenis": "TAUTAN", "tautan": ""}),
        ("bukti_lke_satu_tujuan", {"jenis": "POHON", "tautan": "https://a.id", "asal": 1}),
        ("bukti_lke_satu_tujuan", {"jenis": "POHON"}),
        ("bukti_lke_bernama", {"jenis": "POHON", "asal": 1, "nama": ""}),
    ],
)
def test_constraints_of_evidence(draf, perencana, batasan, isi):
    data = {"lke": draf, "kode": "1.a.1", "nama": "A", "oleh": perencana, "pada": PADA} | isi

    langgar(batasan, lambda: BuktiLke.objects.bulk_create([BuktiLke(**data)]))


@pytest.mark.parametrize("isi", [{"jenis": "POHON", "asal": 7}, {"jenis": "TAUTAN", "tautan": "x"}])
def test_an_evidence_is_linked_once(draf, perencana, isi):
    """bukti_lke_tidak_berulang and bukti_lke_tautan_sekali."""
    data = {"lke": draf, "kode": "1.a.1", "nama": "A", "oleh": perencana, "pada": PADA} | isi
    BuktiLke.objects.bulk_create([BuktiLke(**data)])

    with pytest.raises(IntegrityError), transaction.atomic():
        BuktiLke.objects.bulk_create([BuktiLke(**data)])


@pytest.mark.parametrize(
    ("batasan", "isi"),
    [
        ("rekomendasi_lke_berisi", {"isi": ""}),
        ("rekomendasi_lke_ditindaklanjuti", {"tindak_lanjut": "Sudah"}),
    ],
)
def test_constraints_of_recommendations(tunggu, batasan, isi):
    data = {"lke": tunggu, "nomor": 1, "isi": "A"} | isi

    langgar(batasan, lambda: RekomendasiLke.objects.bulk_create([RekomendasiLke(**data)]))


@pytest.mark.parametrize(
    ("batasan", "isi"),
    [
        ("versi_lke_bernama", {"nama": ""}),
        ("versi_lke_tahun_maju", {"tahun_sampai": 2019}),
        ("versi_lke_tahun_wajar", {"tahun_mulai": 1900}),
    ],
)
def test_constraints_of_an_instrument(dinas, perencana, batasan, isi):
    versi = buat_versi(dinas.pemda, perencana)

    langgar(batasan, lambda: VersiLke.objects.filter(pk=versi.pk).update(**isi))


def test_names_of_instruments_are_one_each(dinas, perencana):
    versi = buat_versi(dinas.pemda, perencana)
    versi.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        VersiLke.objects.bulk_create([versi])
