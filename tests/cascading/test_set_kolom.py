"""The column sets: the forms of the offices, and what an own set may be."""

import pytest

from cascading.set_kolom import (
    BELANJA_DASAR_12,
    BELANJA_WAJIB_24,
    DINSOS_13,
    SET_BAKU,
    Kolom,
    katalog,
    periksa_kolom,
)


def test_named_sets_print_the_columns_of_their_forms():
    assert [k.judul for k in DINSOS_13.kolom] == [
        *("NO", "TUJUAN", "INDIKATOR TUJUAN", "FORMULASI INDIKATOR", "SASARAN"),
        *("INDIKATOR SASARAN", "FORMULASI INDIKATOR", "PROGRAM", "INDIKATOR PROGRAM"),
        *("FORMULASI INDIKATOR PROGRAM", "KEGIATAN", "INDIKATOR KEGIATAN", "DINAS PENGAMPU"),
    ]
    assert [k.judul for k in BELANJA_DASAR_12.kolom] == [
        *("NO.", "MISI", "TUJUAN", "INDIKATOR TUJUAN", "SASARAN STRATEGIS", "SASARAN PROGRAM"),
        *("INDIKATOR KINERJA UTAMA (IKU)", "PROGRAM", "SASARAN KEGIATAN", "INDIKATOR KEGIATAN"),
        *("Satuan", "SUB KEGIATAN"),
    ]


def test_belanja_wajib_has_24_columns_under_its_group_heads():
    grup = [k.grup for k in BELANJA_WAJIB_24.kolom]

    assert len(grup) == 24
    assert [(g, grup.count(g)) for g in dict.fromkeys(grup) if g] == [
        ("Tujuan dan Indikator", 3),
        ("Sasaran dan Indikator", 2),
        ("Esselon II", 5),
        ("Esselon III", 4),
        ("Esselon IV", 5),
    ]


@pytest.mark.parametrize("nama", SET_BAKU)
def test_named_sets_pass_the_check_of_own_sets(nama):
    assert periksa_kolom(SET_BAKU[nama].kolom) == []


def test_every_column_of_the_catalogue_is_accepted():
    assert periksa_kolom(katalog()[:55]) == []
    assert len({k.kunci for k in katalog()}) == len(katalog())


@pytest.mark.parametrize(
    ("kolom", "kata"),
    [
        ([Kolom("no", "No")], "sedikitnya satu kolom uraian"),
        ([Kolom("program_nama", "A"), Kolom("program_nama", "B")], "dua kali"),
        ([Kolom("program_nama", "A"), Kolom("anggaran", "B")], "tidak dikenal: anggaran"),
        ([Kolom("program_nama", " ")], "perlu judul"),
        ([Kolom("program_nama", "A"), Kolom("visi_pagu", "B")], "tidak dikenal: visi_pagu"),
    ],
)
def test_a_wrong_own_set_is_refused_with_the_reason(kolom, kata):
    assert kata in " ".join(t.pesan for t in periksa_kolom(kolom))


def test_a_key_may_name_another_year():
    kolom = Kolom("sub_kegiatan_target_2027", "Target 2027")

    assert (kolom.tingkat, kolom.medan, kolom.tahun) == ("sub_kegiatan", "target", 2027)
