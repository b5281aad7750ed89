"""Every constraint of the tree and its numbers, tried around Python."""

import uuid

import pytest
from django.db import IntegrityError, transaction

from kinerja.models import (
    Baseline,
    Indikator,
    KlaimPagu,
    Label,
    Pagu,
    Pekerjaan,
    Penggantian,
    Pohon,
    Riwayat,
    SesiImpor,
    Simpul,
    SimpulLabel,
    SimpulPengampu,
    Tahap,
    Target,
)
from tests.factories import PADA, buat_pohon


@pytest.fixture
def indikator(pohon, jalur, perencana):
    return pohon.tambah_indikator(
        jalur["SUB_KEGIATAN"], teks="Jumlah orang", satuan="Orang", oleh=perencana, pada=PADA
    )


@pytest.fixture
def tahap(dinas):
    return Tahap.objects.create(perangkat_daerah=dinas, tahun=2025)


def ditolak(basis, nama, objek):
    """The database itself refuses; the name of the constraint stands in its answer (on PG)."""
    with pytest.raises(IntegrityError) as galat, transaction.atomic():
        type(objek)._base_manager.bulk_create([objek])
    if basis == "postgresql":
        assert nama in str(galat.value)


def simpul_baru(pohon, jalur, **isi):
    induk = jalur["KEGIATAN"]
    bawaan = {
        "pohon": pohon, "induk": induk, "jenjang": "SUB_KEGIATAN", "nama": "X", "lft": 90,
        "rght": 91, "level": induk.level + 1, "tree_id": induk.tree_id,
    }  # fmt: skip
    return Simpul(**bawaan | isi)


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("simpul_akar_tersembunyi", {"jenjang": "AKAR"}),
        ("simpul_jenjang_dikenal", {"jenjang": "APA_SAJA"}),
        ("simpul_nama_atau_kinerja", {"nama": ""}),
        ("simpul_masa_maju", {"tahun_mulai": 2026, "tahun_sampai": 2025}),
        ("simpul_lft_di_kiri", {"lft": 9, "rght": 8}),
        ("simpul_nama_muat", {"nama": "n" * 2001}),
        ("simpul_kinerja_muat", {"kinerja": "k" * 4001}),
        ("simpul_satu_akar", {"induk": None, "jenjang": "AKAR", "tree_id": 987}),
    ],
)
def test_simpul_constraint(basis, pohon, jalur, nama, isi):
    ditolak(basis, nama, simpul_baru(pohon, jalur, **isi))


def test_simpul_uid_is_unique_in_its_document(basis, pohon, jalur):
    ditolak(basis, "simpul_uid_unik", simpul_baru(pohon, jalur, uid=jalur["PROGRAM"].uid))


def test_one_tree_id_has_one_root(basis, dinas, perencana, pohon, jalur):
    lain = buat_pohon(dinas, perencana, judul="Lain")
    Simpul._base_manager.filter(pohon=lain).delete()
    akar = simpul_baru(lain, jalur, induk=None, jenjang="AKAR", tree_id=pohon.akar().tree_id)

    ditolak(basis, "simpul_satu_pohon_per_tree", akar)


def test_kode_repeats_only_for_another_unit_or_start(basis, pohon, jalur):
    Simpul._base_manager.bulk_create([simpul_baru(pohon, jalur, kode="0001")])

    ditolak(basis, "simpul_kode_unik", simpul_baru(pohon, jalur, kode="0001"))
    Simpul._base_manager.bulk_create([simpul_baru(pohon, jalur, kode="0001", tahun_mulai=2026)])
    ditolak(basis, "simpul_kode_unik", simpul_baru(pohon, jalur, kode="0001", tahun_mulai=2026))


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("pohon_edisi_dari_satu", {"edisi": 0}),
        ("pohon_jenis_dikenal", {"jenis": "LAIN"}),
        ("pohon_status_dikenal", {"status": "LAIN", "judul": "x"}),
        ("pohon_satu_per_edisi", {}),
    ],
)
def test_pohon_constraint(basis, pohon, nama, isi):
    kolom = {
        "perangkat_daerah": pohon.perangkat_daerah, "periode": pohon.periode, "jenis": pohon.jenis,
        "diubah_pada": PADA,
    }  # fmt: skip
    ditolak(basis, nama, Pohon(**kolom | isi))


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("indikator_berteks", {"teks": ""}),
        ("indikator_teks_muat", {"teks": "t" * 4001}),
        ("indikator_arah_dikenal", {"arah": "LAIN"}),
        ("indikator_agregasi_dikenal", {"agregasi": "LAIN"}),
        ("indikator_jenis_nilai_dikenal", {"jenis_nilai": "LAIN"}),
        ("indikator_frekuensi_dikenal", {"frekuensi": "LAIN"}),
    ],
)
def test_indikator_constraint(basis, pohon, jalur, nama, isi):
    kolom = {"pohon": pohon, "simpul": jalur["PROGRAM"], "teks": "Jumlah"}
    ditolak(basis, nama, Indikator(**kolom | isi))


def test_indikator_uid_is_unique_in_its_document(basis, pohon, jalur, indikator):
    kembar = Indikator(pohon=pohon, simpul=jalur["PROGRAM"], teks="Lain", uid=indikator.uid)
    ditolak(basis, "indikator_uid_unik", kembar)


NILAI_SALAH = [
    ("bermentah", {"mentah": ""}),
    ("jenis_dikenal", {"jenis": "LAIN", "nilai": None}),
    ("angka_bernilai", {"nilai": None}),
    ("rentang_maju", {"jenis": "RENTANG", "nilai": None, "minimum": 9, "maksimum": 8}),
]


@pytest.mark.parametrize(("nama", "isi"), NILAI_SALAH)
def test_target_constraint(basis, indikator, tahap, nama, isi):
    kolom = {
        "indikator": indikator, "tahun": 2025, "tahap": tahap, "mentah": "1", "jenis": "ANGKA",
        "nilai": 1,
    }  # fmt: skip
    ditolak(basis, f"target_{nama}", Target(**kolom | isi))


@pytest.mark.parametrize(("nama", "isi"), NILAI_SALAH)
def test_baseline_constraint(basis, indikator, nama, isi):
    kolom = {"indikator": indikator, "tahun": 2024, "mentah": "1", "jenis": "ANGKA", "nilai": 1}
    ditolak(basis, f"baseline_{nama}", Baseline(**kolom | isi))


def test_values_stand_once(basis, jalur, indikator, tahap):
    angka = {"tahun": 2025, "mentah": "1", "jenis": "ANGKA", "nilai": 1, "indikator": indikator}
    uang = {"tahun": 2025, "mentah": "1", "nilai": 1, "tahap": tahap}
    daftar = [
        ("target_unik", lambda: Target(tahap=tahap, **angka)),
        ("baseline_unik", lambda: Baseline(**angka)),
        ("pagu_unik", lambda: Pagu(simpul=jalur["SUB_KEGIATAN"], **uang)),
        ("klaim_pagu_unik", lambda: KlaimPagu(simpul=jalur["PROGRAM"], **uang)),
    ]
    for nama, buat in daftar:
        type(buat())._base_manager.bulk_create([buat()])
        ditolak(basis, nama, buat())
    ditolak(basis, "target_triwulan_dikenal", Target(tahap=tahap, triwulan=5, **angka))


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("wajar", {"nilai": -1}),
        ("wajar", {"nilai": 10**13}),
        ("bermentah", {"mentah": ""}),
    ],
)
def test_money_constraint(basis, jalur, tahap, nama, isi):
    kolom = {"tahun": 2025, "tahap": tahap, "mentah": "1", "nilai": 1} | isi
    ditolak(basis, f"pagu_{nama}", Pagu(simpul=jalur["SUB_KEGIATAN"], **kolom))
    ditolak(basis, f"klaim_pagu_{nama}", KlaimPagu(simpul=jalur["PROGRAM"], **kolom))


def test_a_reason_for_a_repair_names_what_was_repaired(basis, jalur, indikator, tahap):
    isi = {"tahun": 2025, "mentah": "1", "nilai": 1, "alasan": "satu angka lebih"}
    angka = isi | {"jenis": "ANGKA", "indikator": indikator}
    sub, program = jalur["SUB_KEGIATAN"], jalur["PROGRAM"]
    ditolak(basis, "pagu_alasan_berasal", Pagu(simpul=sub, tahap=tahap, **isi))
    ditolak(basis, "klaimpagu_alasan_berasal", KlaimPagu(simpul=program, tahap=tahap, **isi))
    ditolak(basis, "target_alasan_berasal", Target(tahap=tahap, **angka))
    ditolak(basis, "baseline_alasan_berasal", Baseline(**angka))


def test_claim_is_of_a_known_kind(basis, jalur, tahap):
    isi = {"tahun": 2025, "tahap": tahap, "mentah": "1", "nilai": 1, "jenis": "LAIN"}
    ditolak(basis, "klaim_pagu_jenis_dikenal", KlaimPagu(simpul=jalur["PROGRAM"], **isi))


def test_stage_constraints(basis, dinas, tahap):
    isi = {"perangkat_daerah": dinas, "tahun": 2025}
    ditolak(basis, "tahap_urutan_unik", Tahap(**isi, urutan=1, kode="PERUBAHAN"))
    ditolak(basis, "tahap_kode_unik", Tahap(**isi, urutan=2, kode="MURNI"))
    ditolak(basis, "tahap_kode_kapital", Tahap(**isi, urutan=2, kode="geser 1"))


def test_links_of_a_node_stand_once(basis, dinas, pohon, jalur):
    label = Label.objects.create(perangkat_daerah=dinas, jenis="SPM", nama="SPM")
    ditolak(basis, "label_unik", Label(perangkat_daerah=dinas, jenis="SPM", nama="SPM"))
    program, kegiatan = jalur["PROGRAM"], jalur["KEGIATAN"]
    for nama, buat in [
        ("simpul_label_unik", lambda: SimpulLabel(simpul=program, label=label)),
        ("simpul_pengampu_unik", lambda: SimpulPengampu(simpul=program, perangkat_daerah=dinas)),
        ("penggantian_unik", lambda: Penggantian(pengganti=program, lama=kegiatan)),
    ]:
        type(buat())._base_manager.bulk_create([buat()])
        ditolak(basis, nama, buat())
    ditolak(basis, "penggantian_bukan_diri", Penggantian(pengganti=program, lama=program))


def test_history_has_one_row_per_number(basis, pohon, dinas, perencana):
    isi = {"perangkat_daerah": dinas, "nomor": 1, "oleh": perencana, "pada": PADA, "hash": "h"}
    ditolak(basis, "riwayat_nomor_pohon", Riwayat(pohon=pohon, **isi))
    Riwayat._base_manager.bulk_create([Riwayat(**isi)])
    ditolak(basis, "riwayat_nomor_perangkat_daerah", Riwayat(**isi))


def test_applied_import_names_document_and_event(basis, dinas, perencana, pohon):
    isi = {"perangkat_daerah": dinas, "oleh": perencana, "dibuat_pada": PADA, "sha256": "x"}
    ditolak(basis, "sesi_impor_diterapkan_lengkap", SesiImpor(**isi, status="DITERAPKAN"))
    isi |= {"pohon": pohon, "riwayat": Riwayat.objects.get(pohon=pohon)}
    ditolak(basis, "sesi_impor_status_dikenal", SesiImpor(**isi, status="LAIN"))


def test_job_constraints(basis, dinas, perencana):
    def kerja(**isi):
        bawaan = {"perangkat_daerah": dinas, "diminta_oleh": perencana, "diminta_pada": PADA}
        return Pekerjaan(**bawaan | {"kunci": "k", "uid": uuid.uuid4()} | isi)

    ditolak(basis, "pekerjaan_kemajuan_wajar", kerja(kemajuan=101))
    ditolak(basis, "pekerjaan_status_dikenal", kerja(status="LAIN"))
    Pekerjaan._base_manager.bulk_create([kerja()])
    ditolak(basis, "pekerjaan_satu_per_kunci", kerja(status="JALAN"))
    Pekerjaan._base_manager.bulk_create([kerja(status="SELESAI")])
