"""Text measured and broken with the fonts that print it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.gambar.ukur_teks import (
    BOOKMAN,
    SANS,
    HurufTidakAda,
    asing,
    bungkus,
    kata_terlebar,
    lebar,
    muka,
    potongan,
    sidik_huruf,
)


@pytest.mark.parametrize(
    ("keluarga", "gaya"), [(SANS, "tegak"), (SANS, "tebal"), (BOOKMAN, "tebal")]
)
def test_the_named_font_is_the_one_that_is_measured(keluarga, gaya):
    berkas = muka(keluarga, gaya).berkas

    assert keluarga.split()[0].lower() in berkas.rsplit("/", 1)[-1].lower()


def test_a_missing_font_says_what_to_install():
    with pytest.raises(HurufTidakAda, match=r"Huruf “Huruf Karangan” tidak ditemukan"):
        muka("Huruf Karangan")


def test_a_missing_fontconfig_names_the_package(monkeypatch):
    muka.cache_clear()
    monkeypatch.setattr("kinerja.gambar.ukur_teks.shutil.which", lambda nama: None)

    with pytest.raises(HurufTidakAda, match="fonts-liberation2"):
        muka(SANS)


def test_width_grows_with_size_and_weight():
    assert lebar("Program", 8) == pytest.approx(2 * lebar("Program", 4))
    assert lebar("Program", 8, "tebal") > lebar("Program", 8)


def test_words_break_after_slash_and_hyphen_between_letters_only():
    assert potongan("Kabupaten/Kota") == ("Kabupaten/", "Kota")
    assert potongan("70,1-70,5") == ("70,1-70,5",)
    assert potongan("Non-ASN") == ("Non-", "ASN")


def test_a_no_break_space_keeps_a_number_and_its_unit_together():
    assert bungkus("93,59\u00a0%", 1, 8)[0][:2] == "93" or len(bungkus("93,59\u00a0%", 40, 8)) == 1
    assert kata_terlebar("93,59\u00a0%", 8) > kata_terlebar("93,59 %", 8)


def test_line_breaks_of_the_text_stay():
    assert bungkus("satu\ndua\n\ntiga", 500, 8) == ("satu", "dua", "", "tiga")


def test_an_address_longer_than_any_word_may_break_after_its_signs():
    baris = bungkus("https://contoh.example.go.id/renja/2025/dinas-sosial.pdf", 100, 8)

    assert len(baris) > 1
    assert all(lebar(b, 8) <= 100 for b in baris)


def test_a_character_the_font_lacks_is_noticed():
    assert asing("日本")
    assert not asing("Kinerja ≥ 93,59 %\nbaris")


def test_the_fingerprint_follows_the_files():
    assert sidik_huruf([(SANS, "tegak")]) != sidik_huruf([(SANS, "tebal")])


@given(st.text(min_size=1, max_size=300), st.floats(12, 400))
def test_no_character_is_lost_and_no_line_is_too_wide(teks, ruang):
    baris = bungkus(teks, ruang, 8)

    assert "".join("".join(baris).split()) == "".join(teks.split())
    assert all(lebar(b, 8) <= ruang + 1e-6 for b in baris if len(b) > 1)
