"""Every constraint and guard of agencies, people and reference lists, tried around Python."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from kinerja.models import (
    BidangUrusan,
    Jabatan,
    Keanggotaan,
    Nomenklatur,
    Pegawai,
    Pejabat,
    Pengaturan,
    Pengguna,
    PerangkatDaerah,
    Periode,
    Sebutan,
    Unit,
    VersiNomenklatur,
)
from kinerja.models.tampilan import TAMPILAN_BERBENTUK

NIP = "198001012005011001"
HARI = date(2025, 1, 6)


@pytest.fixture
def isi(dinas, perencana):
    """Columns of one sound row per table; each is stored once."""
    pegawai = Pegawai.objects.create(nama="Kepala Dinas", nip=NIP)
    jabatan = Jabatan.objects.create(perangkat_daerah=dinas, jenis="PELAKSANA", nama="Staf")
    versi = VersiNomenklatur.objects.create(kode="2021", nama="2021")
    sound = {
        BidangUrusan: {"kode": "1.06", "nama": "Sosial"},
        PerangkatDaerah: {"kode": "9.9", "nama": "X", "jenis": "DINAS", "pemda": dinas.pemda},
        Sebutan: {"perangkat_daerah": dinas, "kode": "1", "nama": "Lama", "sampai": HARI},
        Unit: {"perangkat_daerah": dinas, "jenis": "BIDANG", "nama": "Bidang"},
        Periode: {"nama": "P", "tahun_awal": 2025, "tahun_akhir": 2029},
        Pegawai: {"nama": "Lain"},
        Pengguna: {"username": "lain", "nama": "Lain"},
        Keanggotaan: {"pengguna": perencana, "perangkat_daerah": dinas, "peran": "OPERATOR"},
        Jabatan: {"perangkat_daerah": dinas, "jenis": "JPT_PRATAMA", "nama": "Kepala"},
        Pejabat: {"jabatan": jabatan, "pegawai": pegawai, "mulai": HARI},
        VersiNomenklatur: {"kode": "2024", "nama": "2024"},
        Nomenklatur: {"versi": versi, "kode": "1.06", "jenjang": "PROGRAM", "nama": "Program"},
        Pengaturan: {"pemda": dinas.pemda},
    }
    for model, kolom in sound.items():
        model._base_manager.bulk_create([model(**kolom)])
    return sound


SALAH = [
    ("perangkat_daerah_punya_pemda", PerangkatDaerah, {"kode": "8", "pemda": None}),
    ("perangkat_daerah_punya_pemda", PerangkatDaerah, {"kode": "8", "jenis": "PEMDA"}),
    ("perangkat_daerah_jenis_dikenal", PerangkatDaerah, {"kode": "8", "jenis": "KANTOR"}),
    ("sebutan_masa_maju", Sebutan, {"mulai": date(2026, 1, 1), "sampai": date(2025, 1, 1)}),
    ("sebutan_satu_per_akhir", Sebutan, {"kode": "2", "nama": "Lain"}),
    ("unit_nama_unik", Unit, {"jenis": "UPTD"}),
    ("unit_masa_maju", Unit, {"mulai": date(2026, 1, 1), "sampai": date(2025, 1, 1)}),
    ("periode_maju", Periode, {"nama": "Q", "tahun_akhir": 2024}),
    ("periode_wajar", Periode, {"nama": "Q", "tahun_awal": 25}),
    ("periode_wajar", Periode, {"nama": "Q", "tahun_akhir": 2201}),
    ("pegawai_nip_unik", Pegawai, {"nip": NIP}),
    ("pegawai_nip_18_angka", Pegawai, {"nip": "19800101200501100A"}),
    ("keanggotaan_unik", Keanggotaan, {}),
    ("keanggotaan_peran_dikenal", Keanggotaan, {"peran": "RAJA"}),
    ("jabatan_satu_kepala", Jabatan, {"nama": "Lain", "kepala": True}),
    ("pejabat_masa_maju", Pejabat, {"jenis": "PLH", "selesai": date(2024, 1, 1)}),
    ("pejabat_jenis_dikenal", Pejabat,
     {"jenis": "WAKIL", "mulai": HARI.replace(2020), "selesai": HARI.replace(2024)}),
    ("versi_nomenklatur_maju", VersiNomenklatur,
     {"kode": "x", "tahun_mulai": 2025, "tahun_sampai": 2024}),
    ("nomenklatur_kode_unik", Nomenklatur, {"nama": "Program lain"}),
    ("nomenklatur_kode_dan_nama", Nomenklatur, {"kode": ""}),
    ("nomenklatur_kode_dan_nama", Nomenklatur, {"kode": "2", "nama": ""}),
    ("pengaturan_warna_hex", Pengaturan, {"warna_merek": "biru"}),
    ("pengaturan_cara_ketik_dikenal", Pengaturan, {"cara_ketik": "LAIN"}),
    ("pengaturan_cara_turun_dikenal", Pengaturan, {"cara_turun": "LAIN"}),
    ("pengaturan_efisiensi_dikenal", Pengaturan, {"efisiensi": "LAIN"}),
    ("pengaturan_batas_rata_wajar", Pengaturan, {"batas_rata": 99}),
]  # fmt: skip
UNIK = [
    (BidangUrusan, "kode"),
    (PerangkatDaerah, "kode"),
    (Periode, "nama"),
    (Pengguna, "username"),
    (VersiNomenklatur, "kode"),
    (Pengaturan, "pemda"),
]


def ditolak(basis, nama, perbuatan):
    """The database refuses by this constraint; SQLite does not name the unique ones."""
    with pytest.raises(IntegrityError) as galat, transaction.atomic():
        perbuatan()
    tanpa_nama = basis == "sqlite" and "UNIQUE constraint failed" in str(galat.value)
    assert tanpa_nama or nama in str(galat.value)


@pytest.mark.parametrize(("nama", "model", "kolom"), SALAH)
def test_constraint(basis, isi, nama, model, kolom):
    if nama == "jabatan_satu_kepala":
        Jabatan.objects.filter(nama="Kepala").update(kepala=True)
    if nama == "pengaturan_warna_hex":
        ditolak(basis, nama, lambda: Pengaturan.objects.update(**kolom))
        return

    ditolak(basis, nama, lambda: model._base_manager.bulk_create([model(**isi[model] | kolom)]))


@pytest.mark.parametrize(("model", "medan"), UNIK)
def test_code_or_name_is_given_once(basis, isi, model, medan):
    lain = {"nama": "Sungguh lain"} if medan != "nama" and model is not Pengaturan else {}

    ditolak(basis, medan, lambda: model._base_manager.bulk_create([model(**isi[model] | lain)]))


def test_one_account_per_pegawai(basis, isi, perencana, pejabat):
    pegawai = Pegawai.objects.get(nip=NIP)
    Pengguna.objects.filter(pk=perencana.pk).update(pegawai=pegawai)

    kedua = Pengguna.objects.filter(pk=pejabat.pk)
    ditolak(basis, "pegawai_id", lambda: kedua.update(pegawai=pegawai))


def test_a_role_narrowed_to_a_unit_is_another_role(basis, isi):
    unit = Unit.objects.get()
    Keanggotaan.objects.create(**isi[Keanggotaan] | {"unit": unit})

    kembar = Keanggotaan(**isi[Keanggotaan] | {"unit": unit})
    ditolak(basis, "keanggotaan_unik", lambda: Keanggotaan.objects.bulk_create([kembar]))


def test_nobody_is_his_own_superior(basis, isi):
    satu = Jabatan.objects.filter(nama="Staf")

    ditolak(basis, "jabatan_bukan_atasan_diri", lambda: satu.update(atasan=satu.get()))


def test_a_unit_may_carry_the_name_of_one_that_ended(isi):
    Unit.objects.update(sampai=date(2025, 12, 31))

    Unit.objects.create(**isi[Unit])

    assert Unit.objects.count() == 2


def test_every_constraint_is_tried_above():
    models = {BidangUrusan, Pengguna, *(model for _, model, _ in SALAH)}
    ada = {b.name for model in models for b in model._meta.constraints}

    dicoba = {nama for nama, _, _ in SALAH} | {"jabatan_bukan_atasan_diri"}
    assert ada - {TAMPILAN_BERBENTUK.name} == dicoba  # that one: test_tampilan.py


@pytest.mark.parametrize(
    ("jenis", "mulai", "selesai"),
    [
        ("DEFINITIF", date(2025, 6, 1), None),
        ("PLT", date(2020, 1, 1), HARI),
        ("PJ", HARI, HARI),
        ("PLT", date(2020, 1, 1), None),
    ],
)
def test_two_do_not_hold_one_position(isi, jenis, mulai, selesai):
    baris = Pejabat(**isi[Pejabat] | {"jenis": jenis, "mulai": mulai, "selesai": selesai})

    with (
        pytest.raises(IntegrityError, match="kinerja_pejabat_tumpang_insert"),
        transaction.atomic(),
    ):
        Pejabat.objects.bulk_create([baris])


@pytest.mark.parametrize(
    ("baris", "ubahan"),
    [
        ({"jenis": "PLH", "mulai": date(2025, 2, 1)}, {"jenis": "PLT"}),
        ({"mulai": date(2020, 1, 1), "selesai": date(2024, 12, 31)}, {"selesai": HARI}),
        ({"mulai": date(2020, 1, 1), "selesai": date(2024, 12, 31)}, {"selesai": None}),
        ({"mulai": date(2025, 4, 1)}, {"mulai": date(2025, 3, 31)}),
    ],
)
def test_a_change_does_not_bring_two_into_one_position(isi, baris, ubahan):
    Pejabat.objects.update(selesai=date(2025, 3, 31))
    satu = Pejabat.objects.create(**isi[Pejabat] | baris)

    with (
        pytest.raises(IntegrityError, match="kinerja_pejabat_tumpang_update"),
        transaction.atomic(),
    ):
        Pejabat.objects.filter(pk=satu.pk).update(**ubahan)


def test_a_term_does_not_move_to_a_position_that_is_held(isi):
    satu = Pejabat.objects.create(**isi[Pejabat] | {"jabatan": Jabatan.objects.get(nama="Kepala")})

    with (
        pytest.raises(IntegrityError, match="kinerja_pejabat_tumpang_update"),
        transaction.atomic(),
    ):
        Pejabat.objects.filter(pk=satu.pk).update(jabatan=isi[Pejabat]["jabatan"])


def test_a_stand_in_may_overlap_and_successors_may_follow(isi):
    Pejabat.objects.create(**isi[Pejabat] | {"jenis": "PLH"})
    Pejabat.objects.filter(jenis="DEFINITIF").update(selesai=date(2025, 3, 31))

    Pejabat.objects.create(**isi[Pejabat] | {"jenis": "PLT", "mulai": date(2025, 4, 1)})

    assert Pejabat.objects.count() == 3


@pytest.mark.parametrize(
    ("tabel", "model", "medan"),
    [
        ("jabatan_unit", Jabatan, "unit"),
        ("keanggotaan_unit", Keanggotaan, "unit"),
        ("unit_induk", Unit, "induk"),
    ],
)
def test_a_unit_stays_in_its_agency(isi, tabel, model, medan):
    asing = Unit.objects.create(
        perangkat_daerah=PerangkatDaerah.objects.get(kode="9.9"), jenis="BIDANG", nama="Asing"
    )
    baris = model(**isi[model] | {medan: asing} | ({"nama": "Baru"} if medan == "induk" else {}))

    with pytest.raises(IntegrityError, match=f"{tabel}_serumah_insert"), transaction.atomic():
        model._base_manager.bulk_create([baris])
    satu = model._base_manager.filter(perangkat_daerah=isi[Unit]["perangkat_daerah"])
    with pytest.raises(IntegrityError, match=f"{tabel}_serumah_update"), transaction.atomic():
        satu.update(**{medan: asing})
