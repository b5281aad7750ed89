"""Indicators, values, stages and funds in a plan."""

import pytest

from kinerja.impor.rencana_isi import pasangkan
from kinerja.models import Indikator, KlaimPagu, Pagu, Tahap, Target
from tests.kinerja.buku_uji import baris, buku, contoh, ukuran
from tests.kinerja.test_rencana import muat, rencanakan


def sub(*indikator, **isi):
    """A workbook with one sub kegiatan."""
    return buku(
        baris("1", "Program Bencana"),
        baris("1.1", "Perlindungan Korban"),
        baris("1.1.1", "Penyediaan Sandang", indikator=indikator, **isi),
    )


@pytest.mark.parametrize(
    ("baru", "lama", "pasangan"),
    [
        (["A", "B"], ["A", "B"], {0: 0, 1: 1}),
        (["B", "A"], ["A", "B"], {0: 1, 1: 0}),
        (["a  ,", "C"], ["A", "B"], {0: 0, 1: 1}),
        (["C"], ["A"], {0: 0}),
        (["X", "A"], ["A"], {1: 0}),
        (["A", "A"], ["A", "A"], {0: 0, 1: 1}),
        (["", "A"], ["A", "B"], {1: 0}),
        (["A"], [], {}),
    ],
)
def test_indicators_pair_by_text_then_by_place(baru, lama, pasangan):
    assert pasangkan(baru, lama) == pasangan


def test_a_reworded_indicator_keeps_its_targets_and_changes_its_text(pohon, perencana):
    muat(sub(ukuran("Jumlah orang", "55")), pohon, perencana)
    uid = Indikator.objects.get().uid

    muat(sub(ukuran("Jumlah orang yang terbantu", "55")), pohon, perencana)

    indikator = Indikator.objects.get()
    assert (indikator.uid, indikator.teks) == (uid, "Jumlah orang yang terbantu")
    assert indikator.target.count() == 1


def test_a_further_indicator_is_added_behind_the_others(pohon, perencana):
    muat(sub(ukuran("A", "1")), pohon, perencana)

    muat(sub(ukuran("A", "1"), ukuran("B", "2")), pohon, perencana, benih="lain")

    assert list(Indikator.objects.order_by("urutan").values_list("teks", "urutan")) == [
        ("A", 1), ("B", 2)
    ]  # fmt: skip


def test_a_target_without_an_indicator_is_not_invented(pohon, perencana):
    muat(sub(ukuran("", "55")), pohon, perencana)

    assert Indikator.objects.count() == 0


def test_ranges_and_words_are_kept_as_what_they_are(pohon, perencana):
    muat(sub(ukuran("A", "70,1-70,5"), ukuran("B", "BB"), ukuran("C", "n/a")), pohon, perencana)

    nilai = Target.objects.order_by("indikator__urutan").values_list("mentah", "jenis", "nilai")
    assert ("70,1-70,5", "RENTANG", None) in nilai
    assert ("BB", "PREDIKAT", None) in nilai
    assert rencanakan(
        sub(ukuran("A", "70,1-70,5"), ukuran("B", "BB"), ukuran("C", "n/a")), pohon
    ).perubahan == []  # fmt: skip


def test_a_finer_number_than_the_database_keeps_is_no_change_the_next_time(pohon, perencana):
    muat(sub(ukuran("A", "33,33333333333")), pohon, perencana)

    assert rencanakan(sub(ukuran("A", "33,33333333333")), pohon).perubahan == []


def test_what_cannot_be_read_is_kept_as_typed_without_a_number(pohon, perencana):
    muat(contoh(), pohon, perencana)

    pagu = Pagu.objects.get(simpul__nomor="2.1.1")
    assert (pagu.mentah, pagu.nilai) == ("5.000.0000", None)
    assert rencanakan(contoh(), pohon).perubahan == []


def test_a_repaired_amount_replaces_the_unreadable_one(pohon, perencana):
    muat(contoh(), pohon, perencana)
    baik = contoh()
    baik.tabel[0].simpul[6] = baris("2.1.1", "Penyediaan Sandang", pagu="5.000.000")

    rencana = muat(baik, pohon, perencana)

    assert [(b.lama, b.baru) for r in rencana.baris for b in r.beda] == [
        ("5.000.0000", "5.000.000")
    ]
    assert Pagu.objects.get(simpul__nomor="2.1.1").nilai == 5_000_000


def test_zero_is_a_value_and_empty_is_not(pohon, perencana):
    muat(sub(pagu="0"), pohon, perencana)
    assert Pagu.objects.get().nilai == 0

    assert rencanakan(sub(), pohon).perubahan == []


def test_before_2021_money_stands_on_the_kegiatan(pohon, perencana):
    isi = buku(
        baris("1", "Program Bencana", pagu="9.000.000", tahun="2020"),
        baris("1.1", "Perlindungan Korban", pagu="9.000.000", tahun="2020"),
        tahun=2020,
    )

    muat(isi, pohon, perencana)

    assert Pagu.objects.get().simpul.nomor == "1.1"
    assert KlaimPagu.objects.get().simpul.nomor == "1"


def test_the_total_of_two_tables_is_no_claim(pohon, perencana):
    satu = buku(baris("1", "Program Bencana"), jumlah="9.000.000")
    dua = buku(baris("2", "Program Lain", id="x2"), jumlah="7.000.000")
    satu.tabel += dua.tabel

    muat(satu, pohon, perencana)

    assert KlaimPagu.objects.count() == 0


class TestTahap:
    """Numbers go to the last stage opened, or to the one chosen."""

    @pytest.fixture
    def perubahan(self, dinas):
        Tahap.ambil(dinas, 2025)
        return Tahap.objects.create(
            perangkat_daerah=dinas, tahun=2025, urutan=2, kode="PERUBAHAN", nama="Perubahan"
        )

    def test_a_later_stage_gets_rows_only_where_the_number_differs(
        self, pohon, perencana, perubahan
    ):
        muat(contoh(), pohon, perencana, tahap="MURNI")
        lain = contoh()
        lain.tabel[0].simpul[3] = baris("1.1.2", "Penyediaan Makanan", pagu="21.000.000")

        muat(lain, pohon, perencana)

        pagu = Pagu.objects.filter(simpul__nomor="1.1.2").order_by("tahap__urutan")
        assert list(pagu.values_list("tahap__kode", "nilai")) == [
            ("MURNI", 20_000_000), ("PERUBAHAN", 21_000_000)
        ]  # fmt: skip
        assert Pagu.objects.count() == 4
        assert rencanakan(lain, pohon).perubahan == []

    def test_an_earlier_stage_is_compared_with_itself(self, pohon, perencana, perubahan):
        muat(contoh(), pohon, perencana, tahap="PERUBAHAN")

        rencana = rencanakan(contoh(), pohon, tahap="MURNI")

        assert {p.kunci[2] for p in rencana.perubahan if p.jenis == "pagu"} == {"MURNI"}

    def test_a_locked_stage_is_said_before_applying(self, pohon, perencana, perubahan):
        perubahan.terkunci = True
        perubahan.save()

        assert "TAHAP_TERKUNCI" in [t.kode for t in rencanakan(contoh(), pohon).temuan]

    def test_a_stage_never_opened_is_said_before_applying(self, pohon):
        temuan = rencanakan(contoh(), pohon, tahap="PERGESERAN_9").temuan

        assert [t.kode for t in temuan] == ["TAHAP_TIDAK_ADA"]


class TestSumberDana:
    """A workbook that names no fund speaks for the only one there is."""

    def test_a_fund_named_later_takes_over_the_row(self, pohon, perencana):
        muat(sub(pagu="9.000.000"), pohon, perencana)

        muat(sub(pagu="9.000.000", lain={"sumber_dana": "APBD"}), pohon, perencana)

        assert list(Pagu.objects.values_list("sumber_dana", "nilai")) == [("APBD", 9_000_000)]

    def test_without_a_fund_the_only_row_is_meant(self, pohon, perencana):
        muat(sub(pagu="9.000.000", lain={"sumber_dana": "APBD"}), pohon, perencana)

        muat(sub(pagu="8.000.000"), pohon, perencana)

        assert list(Pagu.objects.values_list("sumber_dana", "nilai")) == [("APBD", 8_000_000)]

    def test_of_two_funds_none_is_guessed(self, pohon, perencana):
        muat(sub(pagu="9.000.000", lain={"sumber_dana": "APBD"}), pohon, perencana)
        muat(sub(pagu="1.000.000", lain={"sumber_dana": "DAK"}), pohon, perencana)

        assert Pagu.objects.count() == 2
        rencana = rencanakan(sub(pagu="5.000.000"), pohon)
        assert rencana.perubahan == []
        assert "PAGU_BERSUMBER_DANA" in [t.kode for t in rencana.temuan]
