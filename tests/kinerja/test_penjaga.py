"""Every database guard, tried around Python, and the system check that misses none."""

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import IntegrityError, connection, models, transaction

from kinerja import penjaga
from kinerja.models import (
    Indikator,
    KlaimPagu,
    Pagu,
    Penggantian,
    Pohon,
    Riwayat,
    Simpul,
    Tahap,
    Unit,
)
from kinerja.pilihan import StatusPohon
from tests.factories import PADA, buat_dinas, buat_jalur, buat_pohon

LAIN = "Belanja Wajib"


@pytest.fixture
def lain(dinas, perencana):
    pohon = buat_pohon(dinas, perencana, judul=LAIN)
    buat_jalur(pohon, perencana)
    return pohon


def dijaga(nama, perbuatan):
    with pytest.raises(IntegrityError, match=nama), transaction.atomic():
        perbuatan()


def milik(pohon, jenjang):
    return Simpul.objects.get(pohon=pohon, jenjang=jenjang)


def test_history_is_append_only(pohon):
    semua = Riwayat.objects.filter(pohon=pohon)

    dijaga("riwayat_tetap_update", lambda: semua.update(ringkasan="lain"))
    dijaga("riwayat_tetap_delete", lambda: semua._raw_delete("default"))


def test_parent_belongs_to_the_same_document(jalur, lain):
    asing = milik(lain, "SASARAN")
    program = Simpul.objects.filter(pk=jalur["PROGRAM"].pk)

    dijaga("simpul_induk_update", lambda: program.update(induk=asing))
    baru = Simpul(
        pohon=jalur["PROGRAM"].pohon, induk=asing, jenjang="PROGRAM", nama="x", lft=80, rght=81,
        level=3, tree_id=jalur["PROGRAM"].tree_id,
    )  # fmt: skip
    dijaga("simpul_induk_insert", lambda: Simpul._base_manager.bulk_create([baru]))


def test_unit_belongs_to_the_agency(dinas, jalur):
    unit = Unit.objects.create(
        perangkat_daerah=buat_dinas(dinas.pemda, "Dinas Lain", "9.9"), jenis="BIDANG", nama="U"
    )
    program = Simpul.objects.filter(pk=jalur["PROGRAM"].pk)

    dijaga("simpul_unit_update", lambda: program.update(unit=unit))


def test_indicator_stays_in_its_document(jalur, lain, perencana):
    asing = lain.tambah_indikator(milik(lain, "PROGRAM"), teks="Jumlah", oleh=perencana, pada=PADA)
    program = jalur["PROGRAM"]

    dijaga(
        "simpul_indikator_induk_update",
        lambda: Simpul.objects.filter(pk=program.pk).update(indikator_induk=asing),
    )
    baru = Indikator(pohon=lain, simpul=program, teks="Jumlah")
    dijaga("indikator_pohon_insert", lambda: Indikator.objects.bulk_create([baru]))
    dijaga(
        "indikator_pohon_update",
        lambda: Indikator.objects.filter(pk=asing.pk).update(simpul=program),
    )


def test_replacement_stays_in_one_document(jalur, lain):
    baris = Penggantian(pengganti=jalur["PROGRAM"], lama=milik(lain, "PROGRAM"))

    dijaga("penggantian_pohon_insert", lambda: Penggantian.objects.bulk_create([baris]))


def test_approved_document_is_locked(pohon, jalur, perencana):
    indikator = pohon.tambah_indikator(jalur["PROGRAM"], teks="Jumlah", oleh=perencana, pada=PADA)
    Pohon.objects.filter(pk=pohon.pk).update(status=StatusPohon.DISETUJUI)
    program = Simpul.objects.filter(pk=jalur["PROGRAM"].pk)
    satu = Indikator.objects.filter(pk=indikator.pk)

    dijaga("simpul_terkunci_update", lambda: program.update(nama="x"))
    dijaga("simpul_terkunci_update", lambda: program.update(lft=77))
    dijaga("simpul_terkunci_delete", lambda: program._raw_delete("default"))
    dijaga("indikator_terkunci_update", lambda: satu.update(teks="x"))
    dijaga("indikator_terkunci_delete", lambda: satu._raw_delete("default"))
    baru = Indikator(pohon=pohon, simpul=jalur["PROGRAM"], teks="Jumlah")
    dijaga("indikator_terkunci_insert", lambda: Indikator.objects.bulk_create([baru]))
    anak = Simpul(pohon=pohon, induk=jalur["PROGRAM"], jenjang="KEGIATAN", nama="x", lft=5, rght=6,
                  level=9, tree_id=jalur["PROGRAM"].tree_id)  # fmt: skip
    dijaga("simpul_terkunci_insert", lambda: Simpul._base_manager.bulk_create([anak]))


@pytest.mark.parametrize("tabel", ["pagu", "klaimpagu", "target"])
def test_locked_stage_freezes_its_numbers(berangka, tabel):
    semua = berangka[tabel].all()
    baris = semua.get()
    Tahap.objects.update(terkunci=True)

    dijaga(f"{tabel}_tahap_terkunci_update", lambda: semua.update(mentah="2"))
    dijaga(f"{tabel}_tahap_terkunci_delete", lambda: semua._raw_delete("default"))
    baris.pk = None
    dijaga(f"{tabel}_tahap_terkunci_insert", lambda: semua.bulk_create([baris]))


@pytest.mark.parametrize("tabel", ["pagu", "klaimpagu", "target"])
def test_stage_is_of_the_same_year_and_agency(berangka, dinas, tabel):
    semua = berangka[tabel].all()
    tahun_lain = Tahap.objects.create(perangkat_daerah=dinas, tahun=2026)
    tetangga = buat_dinas(dinas.pemda, "Dinas Lain", "9.9")
    dinas_lain = Tahap.objects.create(perangkat_daerah=tetangga, tahun=2025)
    baris = semua.get()

    dijaga(f"{tabel}_tahap_cocok_update", lambda: semua.update(tahap=tahun_lain))
    dijaga(f"{tabel}_tahap_cocok_update", lambda: semua.update(tahap=dinas_lain))
    baris.pk, baris.tahap = None, dinas_lain
    dijaga(f"{tabel}_tahap_cocok_insert", lambda: semua.bulk_create([baris]))


def test_money_stands_on_the_lowest_level_of_its_time(berangka, dinas, jalur):
    tahap = Tahap.objects.get()
    isi = {"tahun": 2025, "tahap": tahap, "mentah": "1", "nilai": 1}
    lama = Tahap.objects.create(perangkat_daerah=dinas, tahun=2019)

    di_program = Pagu(simpul=jalur["PROGRAM"], **isi)
    dijaga("pagu_jenjang_insert", lambda: Pagu.objects.bulk_create([di_program]))
    di_sub = KlaimPagu(simpul=jalur["SUB_KEGIATAN"], **isi)
    dijaga("klaimpagu_jenjang_insert", lambda: KlaimPagu.objects.bulk_create([di_sub]))
    isi |= {"tahun": 2019, "tahap": lama}
    sub_2019 = Pagu(simpul=jalur["SUB_KEGIATAN"], **isi)
    dijaga("pagu_jenjang_insert", lambda: Pagu.objects.bulk_create([sub_2019]))
    Pagu.objects.bulk_create([Pagu(simpul=jalur["KEGIATAN"], **isi)])


def test_level_of_a_node_with_money_stays(berangka, jalur):
    sub = Simpul.objects.filter(pk=jalur["SUB_KEGIATAN"].pk)

    dijaga("simpul_berpagu", lambda: sub.update(jenjang="KEGIATAN"))


def test_version_only_grows(pohon):
    dijaga("pohon_versi_maju", lambda: Pohon.objects.filter(pk=pohon.pk).update(versi=0))


def test_check_fails_when_a_guard_is_missing(db):
    satu = penjaga.PENJAGA[0]
    with connection.cursor() as kursor:
        di = "" if connection.vendor == "sqlite" else f" ON {satu.tabel}"
        kursor.execute(f"DROP TRIGGER {satu.nama}{di}")

    with pytest.raises(SystemCheckError, match=satu.nama):
        call_command("check", databases=["default"])
    penjaga.pasang(connection)
    call_command("check", databases=["default"])


def test_migrate_brings_a_guard_that_is_missing(db):
    satu = penjaga.PENJAGA[0]
    with connection.cursor() as kursor:
        di = "" if connection.vendor == "sqlite" else f" ON {satu.tabel}"
        kursor.execute(f"DROP TRIGGER {satu.nama}{di}")

    call_command("migrate", verbosity=0, skip_checks=False)

    assert satu.nama in penjaga.terpasang(connection)


def test_migrate_still_fails_when_a_guard_cannot_be_set(db, monkeypatch):
    satu = penjaga.PENJAGA[0]
    with connection.cursor() as kursor:
        di = "" if connection.vendor == "sqlite" else f" ON {satu.tabel}"
        kursor.execute(f"DROP TRIGGER {satu.nama}{di}")
    monkeypatch.setattr(penjaga, "pasang", lambda sambungan: None)

    with pytest.raises(SystemCheckError, match=satu.nama):
        call_command("migrate", verbosity=0, skip_checks=False)


@pytest.mark.django_db(transaction=True)
def test_migration_may_remake_a_table_that_guards_of_others_name(pohon):
    lama = Pohon._meta.get_field("judul")
    lebar = models.CharField(max_length=300)
    lebar.set_attributes_from_name("judul")

    penjaga.sebelum_migrasi("default", plan=[("migrasi", False)])
    for dari, ke in ((lama, lebar), (lebar, lama)):
        with connection.schema_editor() as penyunting:
            penyunting.alter_field(Pohon, dari, ke)
    penjaga.setelah_migrasi("default")

    call_command("check", databases=["default"])
    dijaga("pohon_versi_maju", lambda: Pohon.objects.update(versi=0))


def test_guard_of_an_earlier_release_goes(db, monkeypatch):
    usang = penjaga.Penjaga("kinerja_usang", "kinerja_simpul", "UPDATE", "1 = 1", "usang")
    with monkeypatch.context() as dulu:
        dulu.setattr(penjaga, "PENJAGA", (*penjaga.PENJAGA, usang))
        penjaga.pasang(connection)
    assert "kinerja_usang" in penjaga.terpasang(connection)

    penjaga.pasang(connection)

    assert penjaga.terpasang(connection) == {p.nama for p in penjaga.semua()}


def test_every_guard_is_named_once():
    nama = [p.nama for p in penjaga.semua()]

    assert len(nama) == len(set(nama))
