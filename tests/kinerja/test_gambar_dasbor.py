"""Bullet bars, lines and heat maps as SVG."""

from decimal import Decimal
from xml.etree import ElementTree

from kinerja.aturan.pita import PITA_BAWAAN
from kinerja.gambar.deret import Titik, deret, ringkas
from kinerja.gambar.kisi import Sel, kisi
from kinerja.gambar.peluru import BATANG, LEBAR, peluru

SVG = "{http://www.w3.org/2000/svg}"


def urai(teks):
    return ElementTree.fromstring(teks)


def kelas(svg, nama):
    return [e for e in svg.iter() if nama in e.get("class", "").split()]


def test_a_bar_ends_at_its_share_and_the_number_stands_after_bar_and_tick():
    svg = urai(peluru(Decimal("60"), PITA_BAWAAN))

    batang, target = kelas(svg, "peluru-batang")[0], kelas(svg, "peluru-target")[0]
    teks = next(e for e in svg.iter() if e.tag.endswith("text"))
    assert float(batang.get("width")) == BATANG * 60 / 100
    assert float(target.get("x")) < float(teks.get("x"))
    assert (teks.text, svg.get("role")) == ("60%", "img")
    assert svg.get("aria-label") == "Capaian 60% dari target, Rendah"


def test_far_above_the_target_the_bar_is_torn_and_still_fits():
    svg = urai(peluru(Decimal("12345.5"), PITA_BAWAAN))

    teks = next(e for e in svg.iter() if e.tag.endswith("text"))
    assert kelas(svg, "peluru-sobek")
    assert teks.text == "12.345,5%"
    assert float(teks.get("x")) + 8 * len(teks.text) <= LEBAR + 8


def test_no_value_draws_no_bar_but_zero_does():
    assert peluru(None, PITA_BAWAAN) == ""
    assert 'aria-label="Capaian 0% dari target, Sangat Rendah"' in peluru(Decimal(0), PITA_BAWAAN)


def test_a_missing_year_is_a_gap_and_zero_is_a_point():
    nilai = [Decimal(4), None, Decimal(0), Decimal(2)]
    svg = urai(deret([Titik(2021 + n, Decimal(5), r) for n, r in enumerate(nilai)], "Indeks <x>"))

    garis = next(e for e in kelas(svg, "deret-realisasi") if e.tag.endswith("path") and
                 e.get("d") != "M100 11H124")  # fmt: skip
    assert garis.get("d").count("M") == 2
    assert len(kelas(svg, "realisasi")) == 1 + 3 + 3  # legend, points, numbers
    assert "2022 target 5, realisasi belum ada" in svg.get("aria-label")
    assert deret([Titik(2021, None, None, "A", "B")], "Opini") == ""


def test_an_unfinished_year_has_an_open_point():
    svg = urai(deret([Titik(2025, None, Decimal(3), sampai=2)], "Jumlah"))

    assert len(kelas(svg, "belum")) == 1


def test_long_numbers_over_points_are_shortened():
    assert ringkas(Decimal("1234567890")) == "1,23 M"
    assert ringkas(Decimal("93.590")) == "93,59"
    assert ringkas(Decimal("-2500000")) == "-2,5 jt"


def test_each_cell_of_a_heat_map_has_number_and_word():
    sel = [Sel("90%", "Tinggi", "hijau"), Sel("–", "belum ada")]
    svg = urai(kisi([("Dinas Pekerjaan Umum dan Penataan Ruang serta Perumahan", sel)], "ab", "x"))

    assert [e.text for e in kelas(svg, "kisi-angka")] == ["90%", "–"]
    assert [e.text for e in kelas(svg, "kisi-kata")] == ["Tinggi", "belum ada"]
    assert len(kelas(svg, "kisi-nama")) == 2
    assert kelas(svg, "hijau")
    assert kelas(svg, "kosong")
