"""A component as a block: what is printed, and what the workbook takes."""

from cascading.aturan.penjenjangan.isi import Komponen, Ukuran
from kinerja.aturan.anggaran import Jumlah
from kinerja.pilihan import Jenjang
from laporan.blok_penjenjangan import blok_komponen


def komponen(jenjang=Jenjang.SUB_KEGIATAN, **isi):
    bawaan = {"nama": "Penyediaan Sandang", "kinerja": "Tersedianya sandang"}
    return Komponen(1, "u", jenjang, **bawaan | isi)


def baris(k):
    return [(i.label, i.nilai, i.catatan, i.terbaca) for i in blok_komponen(k, 2025).isian]


def anggaran(k):
    return baris(k)[-1][1:]


def test_labels_stand_in_the_order_that_the_import_reads():
    ukuran = (Ukuran("Jumlah orang", "Orang", {2025: "55", 2026: "60"}), Ukuran("Mutu", "", {}))

    assert [(label, nilai) for label, nilai, *_ in baris(komponen(indikator=ukuran))] == [
        ("Sub Kegiatan", "Penyediaan Sandang"),
        ("Sasaran", "Tersedianya sandang"),
        ("Indikator", "Jumlah orang"),
        ("Target", "55 Orang"),
        ("Indikator", "Mutu"),
        ("Target", ""),
        ("Anggaran", ""),
    ]


def test_a_target_is_printed_with_its_unit_and_kept_as_typed():
    ukuran = Ukuran("Jumlah", "Orang", {2025: "12.000"}, {2025: "12000"})
    target = blok_komponen(komponen(indikator=(ukuran,)), 2025).isian[3]
    assert (target.nilai, target.terbaca, target.satuan) == ("12.000 Orang", "12000", "Orang")
    assert target.keterangan == ""

    ukuran = Ukuran("Jumlah", "", {2025: "33"}, {2025: "33 Orang / Bulan"})
    target = blok_komponen(komponen(indikator=(ukuran,)), 2025).isian[3]
    assert (target.nilai, target.terbaca, target.satuan) == ("33", "33", "")


def test_a_box_without_name_is_called_by_its_sentence_once():
    assert [b[:2] for b in baris(komponen(nama=""))][:2] == [
        ("Sub Kegiatan", "Tersedianya sandang"),
        ("Indikator", ""),
    ]


def test_money_of_a_sub_kegiatan_is_printed_as_a_number_and_kept_as_typed():
    k = komponen(jumlah=Jumlah(23_000_000, 0, 0), tertulis=("23. 000.000",))
    assert anggaran(k) == ("23.000.000", (), "23. 000.000")

    k = komponen(jumlah=Jumlah(0, 1, 0), tertulis=("13.2918.000",))
    assert anggaran(k) == ("13.2918.000", ("tidak terbaca",), "13.2918.000")


def test_money_of_several_funds_is_one_sum_that_the_workbook_leaves_alone():
    k = komponen(jumlah=Jumlah(30, 0, 0), tertulis=("10", "20"))

    assert anggaran(k) == ("30", (), "")
    assert blok_komponen(k, 2025).isian[-1].keterangan == "tercetak 30"


def test_zero_is_a_value_and_nothing_is_not():
    assert anggaran(komponen(jumlah=Jumlah(0, 0, 0), tertulis=("0",))) == ("0", (), "0")
    assert anggaran(komponen(jumlah=Jumlah(0, 0, 1))) == ("", (), "")


def test_above_sub_kegiatan_the_sum_is_printed_and_the_claim_stands_below():
    k = komponen(Jenjang.PROGRAM, jumlah=Jumlah(5, 1, 0, 7, False), tertulis=("7",))
    assert anggaran(k) == ("5", ("tertulis 7", "1 pagu tidak terbaca"), "7")

    k = komponen(Jenjang.KEGIATAN, jumlah=Jumlah(5, 0, 0, None, None), tertulis=("x.1",))
    assert anggaran(k) == ("5", ("tertulis x.1 tidak terbaca",), "x.1")

    k = komponen(Jenjang.KEGIATAN, jumlah=Jumlah(5, 0, 0))
    assert anggaran(k) == ("5", (), "")
