"""Column heads as planners write, shorten, wrap and mistype them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.impor.tajuk_kata import urai
from kinerja.impor.tajuk_tafsir import tafsir

SEMUA = ("program", "kegiatan", "sub_kegiatan")
KEPALA = [
    (("No.",), "no", ()),
    (("NOMOR URUT",), "no", ()),
    (("Kode Rekening",), "kode", ()),
    (("Program / Kegiatan / Sub Kegiatan",), "nama", SEMUA),
    (("Urusan/Bidang Urusan dan Program/Kegiatan/Sub Kegiatan",), "nama", SEMUA),
    (("Uraian",), "nama", ()),
    (("Program",), "nama", ("program",)),
    (("Nama Kegiatan",), "nama", ("kegiatan",)),
    (("Sub Keg.",), "nama", ("sub_kegiatan",)),
    (("SUBKEGIATAN",), "nama", ("sub_kegiatan",)),
    (("Sasaran Strategis",), "kinerja", ("sasaran",)),
    (("Sasaran Program",), "kinerja", ("program",)),
    (("Tujuan",), "kinerja", ("tujuan",)),
    (("Indikator Kinerja Program (Outcome)",), "indikator", ("program",)),
    (("Tolok Ukur",), "indikator", ()),
    (("INDIKATOR KINERJA UTAMA (IKU)",), "indikator", ()),
    (("Indikator Sasaran Strategis",), "indikator", ("sasaran",)),
    (("Formulasi Indikator Program",), "formulasi", ("program",)),
    (("Penjelasan/Formula Perhitungan",), "formulasi", ()),
    (("Tgt. Sub Keg.",), "target", ("sub_kegiatan",)),
    (("Target Kinerja",), "target", ()),
    (("Sat.",), "satuan", ()),
    (("Satuan Target",), "satuan", ()),
    (("Pagu Indikatif Sub Keg. (Rp)",), "pagu", ("sub_kegiatan",)),
    (("Kebutuhan Dana/Pagu Indikatif (Rp.)",), "pagu", ()),
    (("Data Capaian pada Tahun Awal Perencanaan",), "baseline", ()),
    (("DINAS PENGAMPU",), "pengampu", ()),
    (("OPD Penanggung Jawab",), "opd", ()),
    (("Program Unggulan Bupati",), "unggulan", ()),
    (("Sumber Pendanaan",), "sumber_dana", ()),
    (("ID Induk",), "induk", ()),
    (("Level Jabatan",), "level", ()),
    (("Kinerja Utama",), "kinerja_utama", ()),
    (("Subkegiatan Sebelumnya",), "lain", ()),
]
BERTINGKAT = [
    (("Program", "Nama"), "nama", ("program",)),
    (("Program", "Sasaran"), "kinerja", ("program",)),
    (("SASARAN PROGRAM", "Uraian"), "kinerja", ("program",)),
    (("SASARAN", "Program"), "kinerja", ("program",)),
    (("Indikator Kinerja", "Program (Outcome)"), "indikator", ("program",)),
    (("Tujuan dan Indikator", "Tujuan"), "kinerja", ("tujuan",)),
    (("Tujuan dan Indikator", "Indikator"), "indikator", ("tujuan",)),
    (("Program", "Anggaran (Rp)"), "pagu", ("program",)),
    (("Rencana Tahun 2025", "Target"), "target", ()),
    (("Target dan Pagu", "2026", "Rp"), "pagu", ()),
]
KELIRU = [
    ("Idikator", "indikator"),
    ("Indikat or", "indikator"),
    ("Indi-\nkator Kinerja", "indikator"),
    ("Tagret", "target"),
    ("Satuann", "satuan"),
    ("Angaran (Rp)", "pagu"),
    ("Indikator\u200b", "indikator"),
    ("\ufeffPagu\xa0(Rp)", "pagu"),
    ("Ketrangan", "ket"),
]
BUKAN = [
    "Program Penanganan Bencana",
    "Lampiran : 1 (satu) berkas",
    "Kepala Dinas Sosial",
    "Jumlah orang yang mendapatkan permakanan",
    "PEMERINTAH KABUPATEN KOTAWARINGIN TIMUR",
]


@pytest.mark.parametrize(("jalur", "medan", "jenjang"), [*KEPALA, *BERTINGKAT])
def test_a_head_says_field_and_level(jalur, medan, jenjang):
    arti = tafsir(jalur)

    assert (arti.medan, arti.jenjang, arti.asing) == (medan, jenjang, 0)


@pytest.mark.parametrize(("teks", "medan"), KELIRU)
def test_typing_slips_and_broken_words_are_understood(teks, medan):
    arti = tafsir((teks,))

    assert (arti.medan, arti.asing) == (medan, 0)


@pytest.mark.parametrize("teks", BUKAN)
def test_other_texts_keep_unknown_words(teks):
    assert tafsir((teks,)).asing >= 2


@pytest.mark.parametrize(
    ("jalur", "tahun"),
    [
        (("TARGET TAHUN", "2025"), 2025),
        (("TARGET TAHUN", "Th. 2027"), 2027),
        (("Target", "Tahun 2021"), 2021),
        (("BASE LINE TAHUN 2024",), 2024),
        (("Target 2025-2029",), None),
    ],
)
def test_the_year_of_a_head(jalur, tahun):
    assert tafsir(jalur).tahun == tahun


@given(st.text(max_size=200))
def test_any_text_is_taken_apart_without_raising(teks):
    assert urai(teks).asing >= 0
