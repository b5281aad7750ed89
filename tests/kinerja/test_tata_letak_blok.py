"""Blocks of labels and values: heads, headings, where a correction goes."""

import pytest

from tests.kinerja.tabel_uji import N, baca, kode, lembar, pohon, tabel

PROGRAM = [
    ["Program", ":", "Program Bencana"],
    ["Sasaran", ":", "Terwujudnya korban tertangani"],
    ["Indikator", ":", "Persentase korban"],
    ["Target", ":", "93,59%"],
    ["Anggaran", ":", "30.000.000"],
]
SUB = [
    ["Sub Kegiatan : Penyediaan Makanan"],
    ["Sasaran : Terpenuhinya permakanan"],
    ["Indikator : Jumlah orang"],
    ["Target : 55 Orang"],
    ["Anggaran : 30.000.000"],
]


def test_a_head_names_the_level_and_sasaran_is_its_sentence():
    isi = tabel(lembar(["RENJA"], ["TAHUN 2025"], [], *PROGRAM), tahun=None)

    (program,) = isi.simpul
    assert (isi.jenis, isi.tahun, program.level) == ("blok_label", 2025, "program")
    assert program.kinerja == "Terwujudnya korban tertangani"
    (i,) = program.indikator
    assert (i.teks, i.satuan, str(i.target["2025"].bacaan.nilai.angka)) == (
        "Persentase korban", "%", "93.59"
    )  # fmt: skip


def test_headings_are_the_parents_of_the_blocks_below_them():
    isi = tabel(lembar(*PROGRAM, [], ["PROGRAM BENCANA"], ["(Kegiatan : Perlindungan)"], *SUB))

    assert pohon(isi.simpul) == [
        ("P1", "program", "Program Bencana"), ("P1.1", "kegiatan", "Perlindungan"),
        ("P1.1.1", "sub_kegiatan", "Penyediaan Makanan"),
    ]  # fmt: skip


def test_a_value_behind_a_colon_is_corrected_in_the_cell_beside_it():
    salah = [*SUB[:4], ["Anggaran : 30.000.0000"]]
    hasil = baca(lembar(*salah))
    assert kode(hasil) == {("B5", "ANGKA_TIDAK_TERBACA")}

    diperbaiki = baca(lembar(*salah), koreksi={"B5": "30.000.000"})

    assert diperbaiki.temuan == []
    assert diperbaiki.tabel[0].simpul[0].pagu["2025"].bacaan.rupiah == 30_000_000


def test_sums_are_compared_as_in_any_renja():
    lain = [*PROGRAM[:4], ["Anggaran", ":", "31.000.000"]]

    hasil = baca(lembar(*lain, ["Kegiatan", ":", "Perlindungan"], *PROGRAM[1:]))

    assert ("C5", "PAGU_TIDAK_COCOK") in kode(hasil)


def test_tujuan_and_sasaran_strategis_have_blocks_of_their_own():
    isi = tabel(
        lembar(
            ["Tujuan", "Meningkatnya kesejahteraan"],
            ["Indikator Tujuan", "Indeks"],
            ["Target", "55"],
            ["Satuan", "Indeks"],
            ["Sasaran Strategis", "Meningkatnya PPKS"],
            ["Indikator", "Persentase PPKS"],
            ["Target", "60 %"],
            *PROGRAM,
        )
    )

    assert pohon(isi.simpul) == [
        ("T1", "tujuan", "Meningkatnya kesejahteraan"), ("T1.1", "sasaran", "Meningkatnya PPKS"),
        ("T1.1.1", "program", "Program Bencana"),
    ]  # fmt: skip
    assert [i.satuan for s in isi.simpul for i in s.indikator] == ["Indeks", "%", "%"]


def test_what_a_block_lacks_is_said():
    hasil = baca(lembar(*PROGRAM[:2], ["Target", ":", N], PROGRAM[4], *SUB[:3], ["Target : 55"]))

    assert kode(hasil) == {
        ("C1", "INDIKATOR_KOSONG"), ("C3", "TARGET_KOSONG"), ("B8", "SATUAN_KOSONG")
    }  # fmt: skip


def test_codes_and_funds_in_the_blocks():
    isi = tabel(
        lembar(
            ["Program", "1.06.04 Program Rehabilitasi"],
            ["Indikator", "Persentase A"],
            ["Target", "5 %"],
            ["Sumber Dana", "DAU"],
            ["Lokasi", "Kec. A"],
        )
    )

    (program,) = isi.simpul
    assert (program.kode, program.nama) == ("1.06.04", "Program Rehabilitasi")
    assert program.lain == {"sumber_dana": "DAU", "lokasi": "Kec. A"}


@pytest.mark.parametrize(
    "baris",
    [
        [["Kepada", ":", "Kepala Dinas"], ["Perihal", ":", "Undangan"], ["Tanggal", ":", "5 Mei"]],
        [["Program", ":", "X"]],
        [["Catatan rapat"], ["Indikator", ":", "Jumlah"], ["Target", ":", 5], ["Pagu", ":", 7]],
    ],
)
def test_letters_and_notes_are_no_blocks(baris):
    assert baca(lembar(*baris)).tabel == []


def test_a_table_is_never_taken_for_blocks():
    kepala = ["No", "Program", "Indikator", "Target", "Pagu"]

    assert tabel(lembar(kepala, [1, "Program A", "Persentase", "5 %", 7_000_000])).jenis != (
        "blok_label"
    )


def test_blocks_side_by_side_keep_their_own():
    isi = tabel(
        lembar(
            ["Kegiatan : Pendataan", N, "Kegiatan : Pelatihan"],
            ["Sasaran : Terdatanya PPKS", N, "Sasaran : Terlatihnya petugas"],
            ["Indikator : Jumlah data", N, "Indikator : Jumlah petugas"],
            ["Target : 5 Orang", N, "Target : 6 Orang"],
        )
    )

    assert [
        (s.nama, s.kinerja, s.indikator[0].teks, s.indikator[0].target["2025"].bacaan.nilai.mentah)
        for s in isi.simpul
    ] == [
        ("Pendataan", "Terdatanya PPKS", "Jumlah data", "5 Orang"),
        ("Pelatihan", "Terlatihnya petugas", "Jumlah petugas", "6 Orang"),
    ]
