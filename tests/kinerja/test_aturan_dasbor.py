"""Means that can be added up, shares of money in words, quarters that are late."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.aturan.dasbor import Capai, Masa, Uang, jumlah_capai, kata_serapan, terlambat
from kinerja.aturan.pengukuran import Jendela, triwulan_bawaan
from kinerja.aturan.pita import rata_rata
from kinerja.pilihan import StatusPengukuran as S

NILAI = st.none() | st.decimals(min_value=0, max_value=900, places=6, allow_nan=False)
HARI = date(2025, 8, 10)


@given(st.lists(st.lists(NILAI, max_size=6), max_size=5), st.sampled_from([None, Decimal(100)]))
def test_parts_add_up_to_the_mean_of_all(bagian, batas):
    bersama = jumlah_capai(Capai.dari(len(satu) + 1, satu, batas) for satu in bagian)

    semua = [n for satu in bagian for n in satu]
    assert bersama.rata == rata_rata(semua, batas)
    assert bersama.wajib == len(semua) + len(bagian)


def test_the_mean_says_its_numbers_or_why_there_is_none():
    isi = Capai.dari(4, [Decimal(50), Decimal(160), None], Decimal(100))

    assert isi.rumus == "150% / 2 nilai = 75%"
    assert (isi.dibatasi, isi.rata.tanpa) == (1, 1)
    assert Capai(wajib=3).rumus == "belum ada capaian"
    assert Capai().rumus == "tidak ada yang diukur triwulan ini"


def test_money_is_summed_before_it_is_divided():
    uang = Uang(100, 50).tambah(Uang(300, None)).tambah(Uang())

    assert uang == Uang(400, 50)
    assert uang.serapan.nilai == Decimal("12.5")
    assert Uang(0, 0).serapan.nilai is None


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [("0", "di bawah ¼"), ("25", "¼ ke atas"), ("74.99", "½ ke atas"), ("100", "¾ ke atas"),
     ("100.01", "di atas pagu")],
)  # fmt: skip
def test_a_share_of_the_pagu_in_words(nilai, kata):
    assert kata_serapan(Decimal(nilai)).kata == kata


def test_a_quarter_is_late_after_its_last_day():
    telat = terlambat(Masa(2025, 2, wajib=10, terisi=7), HARI)

    assert telat.pesan == "Triwulan II 2025: 3 dari 10 nilai belum diisi, belum diajukan"
    assert (telat.batas, telat.lewat) == (date(2025, 6, 30), 41)
    assert telat.sejak == "akhir triwulan 30 Juni 2025, lewat 41 hari"
    jendela = Jendela(date(2025, 7, 1), HARI)
    assert terlambat(Masa(2025, 2, 10, 7, jendela=jendela), HARI) is None
    sehari = terlambat(Masa(2025, 2, 10, 7, jendela=jendela), date(2025, 8, 11))
    assert sehari.sejak == "batas 10 Agustus 2025, lewat 1 hari"


def test_what_went_up_or_has_nothing_due_is_not_late():
    assert terlambat(Masa(2025, 2, 10, 7, status=S.DIAJUKAN), HARI) is None
    assert terlambat(Masa(2025, 2, 10, 10, status=S.DIVERIFIKASI), HARI) is None
    assert terlambat(Masa(2025, 1, 0, 0), HARI) is None
    assert terlambat(Masa(2025, 3, 10, 0), HARI) is None


def test_yearly_values_and_returned_quarters_are_named():
    tahunan = terlambat(Masa(2024, 4, 10, 7, tahunan=2), HARI).pesan
    kembali = terlambat(Masa(2025, 1, 2, 2, status=S.DIKEMBALIKAN), HARI).pesan

    assert "3 dari 10 nilai belum diisi (2 di antaranya nilai tahunan)" in tahunan
    assert kembali == "Triwulan I 2025: sudah terisi, belum diajukan lagi"


@pytest.mark.parametrize(("tahun", "ke"), [(2024, 4), (2025, 2), (2026, 1)])
def test_a_page_opens_with_the_quarter_that_just_ended(tahun, ke):
    assert triwulan_bawaan(tahun, HARI) == ke
