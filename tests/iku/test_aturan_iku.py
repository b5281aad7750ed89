"""Pure rules: formulas as fractions, texts with variables and lists, the ladder."""

import pytest

from iku.aturan import tangga
from iku.aturan.rumus import Pecahan, baca_pecahan
from iku.aturan.teks_bab import (
    BUTIR,
    NOMOR,
    PARAGRAF,
    Blok,
    baca_blok,
    daftar_butir,
    isi_variabel,
    periksa_variabel,
)
from kinerja.aturan.tangga import Pelaku


@pytest.mark.parametrize(
    ("teks", "harapan"),
    [
        (
            "Jumlah PMKS yang Tertangani dibagi Jumlah PMKS x\n100%",
            Pecahan("Jumlah PMKS yang Tertangani", "Jumlah PMKS", "100%"),
        ),
        ("jumlah PSKS terlatih/total PSKS", Pecahan("jumlah PSKS terlatih", "total PSKS")),
        (
            "Korban dibagi dengan Populasi dikali 100 %.",
            Pecahan("Korban", "Populasi", "100%"),
        ),
        ("Rilis BNPB", None),
        ("Jumlah orang di Kabupaten/Kota", None),
        ("Jumlah A /Jumlah B Jumlah C /Jumlah D", None),
        ("dibagi", None),
    ],
)
def test_a_formula_in_words_is_read_as_one_fraction_or_none(teks, harapan):
    assert baca_pecahan(teks) == harapan


def test_a_fraction_that_counts_the_same_above_and_below_is_seen():
    assert Pecahan("Jumlah korban yang terlayani", "Populasi korban  yang terlayani.").sama
    assert not Pecahan("Jumlah korban yang terlayani", "Jumlah korban").sama
    assert not Pecahan("Jumlah", "Jumlah pegawai").sama


def test_variables_are_filled_and_unknown_ones_are_named():
    assert isi_variabel("{pemda} {tahun} {asing}", {"pemda": "Kota", "tahun": "2026"}) == (
        "Kota 2026 {asing}"
    )
    (temuan,) = periksa_variabel("IKU {tahun} {asing}")
    assert "{asing}" in temuan.pesan


def test_plain_lines_become_paragraphs_and_lists():
    teks = "Satu\nkalimat.\n\nDaftarnya:\n1. pertama\n   lanjutannya\n\n2. kedua\n- titik\n"

    assert baca_blok(teks) == (
        Blok(PARAGRAF, ("Satu kalimat.",)),
        Blok(PARAGRAF, ("Daftarnya:",)),
        Blok(NOMOR, ("pertama lanjutannya", "kedua")),
        Blok(BUTIR, ("titik",)),
    )


def test_numbers_typed_before_items_are_not_printed_twice():
    assert daftar_butir("1. Satu\n\n2) Dua\n- Tiga\nEmpat") == ("Satu", "Dua", "Tiga", "Empat")


def test_the_ladder_ends_in_force_and_nobody_climbs_out_of_it():
    assert tangga.tujuan("berlakukan", "DISETUJUI", False) == "BERLAKU"
    assert not tangga.langkah_terbuka("BERLAKU", list(Pelaku), False)
    assert tangga.tujuan("setujui", "DIAJUKAN", True) is None
    (temuan,) = tangga.periksa_langkah("berlakukan", "DRAF", False)
    assert "Draf" in temuan.pesan


@pytest.mark.parametrize("status", ["DRAF", "DIKEMBALIKAN", "DIVERIFIKASI", "DIGANTIKAN"])
def test_every_status_has_its_rung(status):
    kini = [nama for nama, keadaan in tangga.anak_tangga(status, False) if keadaan == "kini"]

    assert [nama.upper() for nama in kini] == [status]
