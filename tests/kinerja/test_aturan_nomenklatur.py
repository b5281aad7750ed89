"""Codes and names of the official list beside what agencies type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.aturan.nomenklatur import BarisResmi, DaftarResmi, banding, kode_baku, kunci_kode

DAFTAR = DaftarResmi(
    [
        BarisResmi(1, "X.XX.01", "PROGRAM", "PROGRAM PENUNJANG URUSAN"),
        BarisResmi(2, "X.XX.01.2.01", "KEGIATAN", "Perencanaan"),
        BarisResmi(3, "X.XX.01.2.01.0001", "SUB_KEGIATAN", "Penyusunan Dokumen"),
        BarisResmi(4, "1.06.06", "PROGRAM", "PROGRAM PENANGANAN BENCANA"),
        BarisResmi(5, "1.06.06.2.01", "KEGIATAN", "Perlindungan Korban"),
        BarisResmi(6, "1.06.06.2.01.0002", "SUB_KEGIATAN", "Penyediaan Sandang"),
        BarisResmi(7, "1.06.04", "PROGRAM", "PROGRAM REHABILITASI SOSIAL"),
        BarisResmi(8, "1.06.04.2.01", "KEGIATAN", "Rehabilitasi Dasar"),
        BarisResmi(9, "1.06.04.2.01.0002", "SUB_KEGIATAN", "Penyediaan Sandang"),
    ],
    bidang=["1.06"],
)


def nomor(baris):
    return baris and baris.id


@pytest.mark.parametrize(
    ("tertulis", "baku"),
    [
        ("1.06.01.2.01.0001", "1.06.01.2.01.0001"),
        ("1.06.01.02.01.01", "1.06.01.2.01.0001"),
        ("1.06.01.2.01.001", "1.06.01.2.01.0001"),
        ("1 06 01 2.01 01", "1.06.01.2.01.0001"),
        ("01.06.01", "1.06.01"),
        ("x.xx.01.2.01", "X.XX.01.2.01"),
        ("1.6.1.2.1.1", "1.06.01.2.01.0001"),
        ("", ""),
        ("A.1", "A.1"),
        ("1.2.3.4.5.6.7", "1.2.3.4.5.6.7"),
        ("1.06.x", "1.06.x"),
    ],
)
def test_codes_are_compared_in_one_form(tertulis, baku):
    assert kode_baku(tertulis) == baku


@given(st.lists(st.integers(1, 99), min_size=1, max_size=6))
def test_the_form_of_a_form_is_itself(angka):
    kode = ".".join(map(str, angka))

    assert kode_baku(kode_baku(kode)) == kode_baku(kode)


@given(st.text(max_size=30))
def test_no_text_breaks_it(teks):
    assert kunci_kode(kode_baku(teks)) == kunci_kode(teks)


@pytest.mark.parametrize(
    ("jenjang", "kode", "id_"),
    [
        ("SUB_KEGIATAN", "1.06.06.02.01.02", 6),
        ("SUB_KEGIATAN", "1.06.01.2.01.0001", 3),
        ("SUB_KEGIATAN", "X.XX.01.2.01.01", 3),
        ("KEGIATAN", "01.2.01", 2),
        ("KEGIATAN", "06.2.01", 5),
        ("PROGRAM", "1.06.06.2.01", None),
        ("SASARAN", "1.06.06", None),
    ],
)
def test_a_row_is_found_by_its_code(jenjang, kode, id_):
    assert nomor(DAFTAR.menurut_kode(jenjang, kode)) == id_


def test_a_name_counts_below_its_parent_only():
    bencana = DAFTAR.menurut_kode("KEGIATAN", "1.06.06.2.01")
    rehab = DAFTAR.menurut_kode("KEGIATAN", "1.06.04.2.01")

    assert nomor(DAFTAR.cari("SUB_KEGIATAN", "", "Penyediaan sandang", bencana)) == 6
    assert nomor(DAFTAR.cari("SUB_KEGIATAN", "", "Penyediaan sandang", rehab)) == 9
    assert DAFTAR.cari("SUB_KEGIATAN", "", "Penyediaan Sandang", None) is None
    assert nomor(DAFTAR.cari("PROGRAM", "", "Penanganan Bencana", None)) == 4


def test_differences_are_told_field_by_field():
    resmi = BarisResmi(1, "1", "SUB_KEGIATAN", "Sandang", "Tersedianya Sandang", "Jumlah", "Orang")
    tertulis = {"nama": "SUB KEGIATAN sandang", "kinerja": "Terpenuhinya Sandang"}

    beda = banding(resmi, **tertulis, indikator={"Jumlah": "Paket"})

    assert [(b.medan, b.tertulis, b.resmi) for b in beda] == [
        ("kinerja", "Terpenuhinya Sandang", "Tersedianya Sandang"),
        ("satuan", "Paket", "Orang"),
    ]


def test_what_is_not_typed_does_not_differ():
    resmi = BarisResmi(1, "1", "KEGIATAN", "Sandang", "Tersedianya", "Jumlah", "Orang")

    assert banding(resmi, nama="", kinerja="", indikator={}) == []
    assert banding(resmi, nama="Sandang", kinerja="", indikator={"Jumlah": ""}) == []
