"""Columns that repeat a value: which counts, and that the others are named."""

from kinerja.impor.tajuk import cari_tabel
from tests.kinerja.tabel_uji import baca, kode, lembar

KEPALA = ["No", "Program/Kegiatan/Sub Kegiatan", "Indikator", "Target", "Satuan"]
IKU = ["No", "Indikator Kinerja Utama", "Satuan", "Target Tahun 1", "Target Tahun ke-2"]


def test_the_amount_after_a_change_counts():
    kepala = [*KEPALA, "Pagu Sebelum Perubahan", "Pagu Setelah Perubahan"]

    hasil = baca(lembar(kepala, ["1", "A", "I", 1, "Dok", 50_000_000, 60_000_000]))

    assert hasil.tabel[0].simpul[0].pagu["2025"].bacaan.rupiah == 60_000_000
    assert ("F1", "KOLOM_GANDA") in kode(hasil)


def test_targets_of_quarters_are_not_the_target_of_the_year():
    kepala = [*KEPALA, "Target Triwulan I", "Target TW II", "Pagu"]

    hasil = baca(lembar(kepala, ["1", "A", "I", 9, "Dok", 1, 2, 60_000_000]))

    assert hasil.tabel[0].simpul[0].indikator[0].target["2025"].bacaan.nilai.mentah == "9"
    assert "KOLOM_GANDA" not in {k for _, k in kode(hasil)}


def test_counted_years_follow_the_period():
    hasil = baca(lembar(IKU, [1, "A", "%", 60, 70]), tahun=None, tahun_awal=2026)

    assert list(hasil.tabel[0].simpul[0].indikator[0].target) == ["2026", "2027"]
    assert hasil.tabel[0].kolom["E"] == "target_2027"


def test_counted_years_without_a_period_are_named_and_not_loaded():
    hasil = baca(lembar(IKU, [1, "A", "%", 60, 70]))

    assert hasil.tabel[0].simpul[0].indikator[0].target == {}
    assert kode(hasil) == {("D1", "KOLOM_GANDA"), ("E1", "KOLOM_GANDA")}


def test_a_plain_table_has_no_repeated_columns():
    (tabel,) = cari_tabel(lembar([*KEPALA, "Pagu 2025", "Pagu 2026"], ["1", "A", "I", 1, "D", 5]))

    assert tabel.ganda == []
