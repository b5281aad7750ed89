"""Cerita: the Renja that SIPD printed becomes a document, unit by unit."""

import pytest

from kinerja.impor import sesi as langkah
from kinerja.impor.terapkan import terapkan
from kinerja.models import KlaimPagu, Pagu, Riwayat, Simpul, Target, Unit
from kinerja.pilihan import JenisUnit
from tests.factories import PADA
from tests.kinerja.impor_uji import CONTOH, mulai
from tests.kinerja.tabel_uji import N, baca, kode, lembar, tabel

BERKAS = CONTOH / "renja-sipd.xlsx"
UPTD = "UPTD Rumah Perlindungan Sosial"
KEPALA = [
    *["Kode", "Program/Kegiatan/Sub Kegiatan", "Indikator Program", "Indikator Sub Kegiatan"],
    *["Target Program", "Target Sub Kegiatan", "Pagu (Rp)"],
]
PROGRAM = ["1.06.04", "Program A", N, N, N, N, 30_000_000]
KEGIATAN = ["1.06.04.2.01", "Kegiatan B", N, N, N, N, 30_000_000]
SUB = ["1.06.04.2.01.0001", "Sub C", "Persentase A", "Jumlah C", "90 %", "5 Orang", 30_000_000]


@pytest.fixture
def termuat(dinas, perencana):
    sesi = mulai(dinas, perencana, BERKAS)
    terapkan(sesi, oleh=perencana, pada=PADA)
    return sesi


@pytest.mark.django_db
def test_units_funds_places_and_targets_are_loaded(termuat):
    sub = Simpul.objects.filter(jenjang="SUB_KEGIATAN").order_by("lft")

    assert [(s.kode[-4:], s.unit and s.unit.nama) for s in sub] == [
        ("0001", None), ("0002", None), ("0001", UPTD)
    ]  # fmt: skip
    assert {s.lokasi for s in sub} == {"Kab. Kotawaringin Timur, Semua Kecamatan, Semua Kelurahan"}
    assert sorted(Pagu.objects.values_list("nilai", "tahun", "sumber_dana")) == [
        (15_750_000, 2025, "Pendapatan Asli Daerah"), (55_160_000, 2025, "Dana Alokasi Umum"),
        (102_460_000, 2025, "Dana Alokasi Umum"),
    ]  # fmt: skip
    assert Target.objects.filter(tahun=2025).count() == 7
    assert Target.objects.filter(tahun=2026).count() == 3


@pytest.mark.django_db
def test_next_years_estimate_is_a_ceiling_and_no_pagu(termuat):
    prakiraan = KlaimPagu.objects.filter(tahun=2026)

    assert sorted(prakiraan.values_list("jenis", "nilai")) == [
        ("INDIKATIF", 16_750_000), ("INDIKATIF", 56_160_000), ("INDIKATIF", 103_460_000)
    ]  # fmt: skip


@pytest.mark.django_db
def test_what_both_blocks_print_is_one_box_with_both_amounts(termuat):
    (program,) = Simpul.objects.filter(jenjang="PROGRAM")

    klaim = program.klaim_pagu.get()
    assert (klaim.nilai, klaim.mentah) == (173_370_000, "157.620.000 + 15.750.000")
    assert [i.teks for i in program.indikator.all()] == ["Persentase PPKS yang terlayani"]


@pytest.mark.django_db
def test_a_unit_nobody_registered_is_said_before_and_registered_with_the_import(dinas, perencana):
    sesi = mulai(dinas, perencana, BERKAS)
    pesan = [t["pesan"] for t in sesi.rencana["temuan"] if t["kode"] == "UNIT_BARU"]
    assert any(UPTD in p and "didaftarkan" in p for p in pesan)
    assert not Unit.objects.exists()

    terapkan(sesi, oleh=perencana, pada=PADA)

    unit = Unit.objects.get(nama=UPTD)
    assert (unit.perangkat_daerah, unit.jenis) == (dinas, JenisUnit.UPTD)
    assert Riwayat.objects.filter(perangkat_daerah=dinas, ringkasan__contains=UPTD).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("nama", ["DINAS SOSIAL", "Dinas Sosial Kabupaten Kotawaringin Timur"])
def test_the_agency_itself_is_no_unit_of_its_own(dinas, perencana, nama):
    type(dinas).objects.filter(pk=dinas.pk).update(nama=nama)
    dinas.refresh_from_db()
    sesi = mulai(dinas, perencana, BERKAS)

    terapkan(sesi, oleh=perencana, pada=PADA)

    assert list(Unit.objects.values_list("nama", flat=True)) == [UPTD]
    assert not Simpul.objects.exclude(pengampu_tertulis="").exists()


@pytest.mark.django_db
def test_the_same_print_again_changes_nothing(termuat, dinas, perencana):
    lagi = mulai(dinas, perencana, BERKAS, pohon=termuat.pohon)
    langkah.perbarui(lagi)

    assert lagi.rencana["ringkasan"]["perubahan"] == 0


def test_values_printed_on_the_lowest_row_go_to_their_level():
    hasil = baca(lembar(KEPALA, PROGRAM, KEGIATAN, SUB))

    (isi,) = hasil.tabel
    assert isi.jenis == "renja_sipd"
    assert [[i.teks for i in s.indikator] for s in isi.simpul] == [
        ["Persentase A"], [], ["Jumlah C"]
    ]  # fmt: skip
    assert hasil.temuan == []


def test_a_level_whose_indicator_no_row_prints_is_said_once():
    hasil = baca(lembar(KEPALA, PROGRAM, KEGIATAN, [*SUB[:2], N, "Jumlah C", N, *SUB[5:]]))

    assert kode(hasil) == {("C2", "INDIKATOR_KOSONG")}


def test_a_target_that_differs_between_rows_is_said():
    lain = ["1.06.04.2.01.0002", "Sub D", "Persentase A", "Jumlah D", "95 %", "6 Orang", N]

    hasil = baca(lembar(KEPALA, PROGRAM, KEGIATAN, SUB, lain))

    assert ("E5", "NILAI_TIDAK_WAJAR") in kode(hasil)
    (program, *_) = hasil.tabel[0].simpul
    assert [n.bacaan.nilai.mentah for n in program.indikator[0].target.values()] == ["90 %"]


@pytest.mark.parametrize(
    ("kepala", "unit"),
    [
        (["Unit Organisasi : 1.06.0.00.0.00.01.0000 Setda"], "Setda"),
        (["Unit Organisasi", ":", "1.06.0.00.0.00.01.0000", "Bagian Umum"], "Bagian Umum"),
        (["SUB UNIT ORGANISASI :", "Kelurahan Maju"], "Kelurahan Maju"),
        (["Unit Kerja : UPTD Pasar"], "UPTD Pasar"),
        (["SKPD: Dinas Sosial"], "Dinas Sosial"),
    ],
)
def test_the_head_of_a_block_names_the_unit(kepala, unit):
    isi = tabel(lembar(KEPALA, kepala, PROGRAM, KEGIATAN, SUB))

    assert [s.unit for s in isi.simpul] == ["", "", unit]


def test_a_sub_kegiatan_called_unit_is_no_head():
    nama = ["1.06.04.2.01.0001", "Unit Reaksi Cepat", "P", "Jumlah C", "90 %", "5 Orang", N]

    isi = tabel(lembar(KEPALA, PROGRAM, KEGIATAN, nama))

    assert isi.jumlah == {"program": 1, "kegiatan": 1, "sub_kegiatan": 1}


def test_a_sub_unit_above_the_table_is_that_of_all_rows():
    isi = tabel(lembar(["RENJA"], ["Sub Unit Organisasi : UPTD A"], KEPALA, PROGRAM, KEGIATAN, SUB))

    assert [s.unit for s in isi.simpul] == ["", "", "UPTD A"]


def test_an_estimate_without_a_measure_is_that_of_the_rows_own_indicator():
    kepala = [*KEPALA, "Prakiraan Maju 2026 Target", "Prakiraan Maju 2026 Pagu"]

    hasil = baca(lembar(kepala, PROGRAM, KEGIATAN, [*SUB, "7 Orang", 31_000_000]))

    (i,) = hasil.tabel[0].simpul[2].indikator
    assert {t: n.bacaan.nilai.mentah for t, n in i.target.items()} == {
        "2025": "5 Orang", "2026": "7 Orang"
    }  # fmt: skip


def test_an_estimate_with_a_measure_in_a_plain_outline():
    kepala = ["No", "Program/Kegiatan/Sub Kegiatan", "Indikator", "Target", "Satuan", "Pagu",
              "Prakiraan Maju 2026 Tolok Ukur", "Prakiraan Maju 2026 Target"]  # fmt: skip
    baris = [
        ["1", "Program A", "Persentase A", 90, "%", 30_000_000, "Persentase A", 95],
        ["1.1", "Kegiatan B", "Jumlah B", 5, "Dok", 30_000_000, "Jumlah lain", 6],
    ]

    hasil = baca(lembar(kepala, *baris))

    program, kegiatan = hasil.tabel[0].simpul
    assert list(program.indikator[0].target) == ["2025", "2026"]
    assert list(kegiatan.indikator[0].target) == ["2025"]
    assert ("H3", "NILAI_TIDAK_WAJAR") in kode(hasil)
