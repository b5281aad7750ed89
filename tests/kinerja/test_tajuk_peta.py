"""Columns that the words do not explain, and what a planner says of them."""

import pytest

from kinerja.impor.tajuk import cari_tabel
from kinerja.impor.tajuk_peta import kunci_sah, pilihan_kunci, sebutan_kunci, tafsir_kunci
from tests.kinerja.tabel_uji import baca, lembar, tabel

KEPALA = ["No", "Program / Kegiatan / Sub Kegiatan", "Tolok Banding", "Target", "Satuan", "Nominal"]
ISI = (
    ["1", "Program Bencana", "Persentase korban", "90", "%", "30.000.000"],
    ["1.1", "Perlindungan", "Jumlah korban", "20", "Orang", "30.000.000"],
    ["1.1.1", "Penyediaan Sandang", "Jumlah sandang", "55", "Paket", "30.000.000"],
)
ASING = lembar(KEPALA, *ISI)
PETA = {"tolokbanding": "indikator", "nominal": "pagu"}


def kolom(hasil):
    return {k.huruf: (k.kunci, k.dikenal) for k in hasil.kolom}


def test_heads_that_say_nothing_are_listed_with_an_example():
    hasil = baca(ASING)

    assert kolom(hasil)["C"] == ("", False)
    assert kolom(hasil)["D"] == ("target", True)
    assert next(k.contoh for k in hasil.kolom if k.huruf == "C") == "Persentase korban"


def test_a_mapping_gives_them_a_meaning():
    hasil = baca(ASING, peta=PETA)

    assert kolom(hasil)["C"] == ("indikator", True)
    (satu,) = hasil.tabel
    assert [i.teks for s in satu.simpul for i in s.indikator][:1] == ["Persentase korban"]
    assert [s.pagu["2025"].bacaan.rupiah for s in satu.simpul] == [30_000_000] * 3


def test_a_mapping_outweighs_the_words_and_may_leave_a_column_out():
    daftar = lembar(["Kode", "Program", "Kegiatan", "Indikator", "Pagu"],
                    ["1", "Bencana", "Sandang", "Jumlah", "5.000.000"])  # fmt: skip

    satu = tabel(daftar, peta={"pagu": "", "indikator": "kegiatan_formulasi"})

    assert "pagu" not in satu.kolom.values()
    assert satu.kolom["D"] == "kegiatan_formulasi"
    assert not any(s.pagu for s in satu.simpul)


def test_a_table_of_foreign_words_is_found_by_its_mapping():
    asing = lembar(["Kesatu", "Kedua", "Ketiga"], ["Program A", "Persen orang", "90"])
    peta = {"kesatu": "program_nama", "kedua": "program_indikator", "ketiga": "program_target"}

    assert cari_tabel(asing) == []
    (satu,) = cari_tabel(asing, peta=peta)
    assert satu.kunci() == {"A": "program_nama", "B": "program_indikator", "C": "program_target"}


@pytest.mark.parametrize("kunci", ["target_2025", "sub_kegiatan_pagu", "sub_kegiatan_pagu_2026"])
def test_years_and_levels_of_a_key_are_read(kunci):
    t = tafsir_kunci(kunci)

    assert t.tahun == (int(kunci[-4:]) if kunci[-4:].isdecimal() else None)
    assert t.jenjang == (("sub_kegiatan",) if kunci.startswith("sub") else ())


@pytest.mark.parametrize("kunci", ["tidak_ada", "target_20", "visi_pagu_x", "indikator_2025"])
def test_other_keys_are_refused(kunci):
    assert not kunci_sah(kunci)


def test_every_choice_is_a_key_and_has_words():
    daftar = [satu for _, isi in pilihan_kunci([2025]) for satu in isi]

    assert len({kunci for kunci, _ in daftar}) == len(daftar)
    assert all(kunci_sah(kunci) and sebutan_kunci(kunci) for kunci, _ in daftar)
