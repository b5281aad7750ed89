"""Filling a quarter: cells, their capaian, what is refused; the history; the ladder."""

from decimal import Decimal

import pytest

from kinerja.models import (
    BentrokSel,
    Pengaturan,
    Realisasi,
    RealisasiAnggaran,
    Riwayat,
    SelUkur,
    SuntinganDitolak,
    Tahap,
)
from kinerja.models.hitung_capaian import beda_dari_aturan, segarkan_pemda
from tests.factories import PADA
from tests.kinerja.ukur_uji import buat_terukur, ukur

HARI = PADA.date()


@pytest.fixture
def siapa(perencana):
    return {"oleh": perencana}


@pytest.fixture
def indikator(pohon, jalur, perencana):
    return buat_terukur(pohon, jalur, perencana)


def baris(indikator, triwulan=1):
    return Realisasi.objects.get(indikator=indikator, triwulan=triwulan)


def sebab(ditolak):
    [satu] = ditolak.value.sel.values()
    return satu if isinstance(satu, BentrokSel) else satu[0].kode


def test_a_value_is_kept_as_typed_with_its_capaian(pohon, indikator, siapa):
    versi = pohon.versi

    ukur(pohon, indikator, "20 Orang", **siapa)

    satu = baris(indikator)
    assert (satu.mentah, satu.nilai, satu.capaian) == ("20 Orang", 20, 80)
    assert satu.capaian_setahun == 20
    assert satu.keterangan_capaian == "20 / 25 × 100% = 80%"
    pohon.refresh_from_db()
    assert pohon.versi == versi  # values stand beside the document


def test_it_stands_in_the_history_of_the_agency(pohon, indikator, siapa):
    ukur(pohon, indikator, "20", **siapa)
    ukur(pohon, indikator, "22", **siapa)

    dua, satu = Riwayat.objects.filter(kata_kerja="ukur").order_by("-nomor")[:2]
    assert satu.perubahan[0]["sebelum"] is None
    assert satu.perubahan[0]["sesudah"]["mentah"] == "20"
    assert dua.perubahan[0]["sebelum"] == {"mentah": "20", "nilai": "20"}
    assert dua.perubahan[0]["kunci"] == [str(indikator.uid), 2025, 1]
    assert "Triwulan I 2025" in dua.ringkasan


def test_what_stands_there_already_is_no_event(pohon, indikator, siapa):
    ukur(pohon, indikator, "20", **siapa)

    assert ukur(pohon, indikator, "20", **siapa) is None


def test_emptying_is_not_zero(pohon, indikator, siapa):
    ukur(pohon, indikator, "0", **siapa)
    assert baris(indikator).capaian == 0

    ukur(pohon, indikator, "", **siapa)

    assert not Realisasi.objects.exists()


def test_later_quarters_add_up_and_follow_the_earlier_ones(pohon, indikator, siapa):
    ukur(pohon, indikator, "20", **siapa)
    ukur(pohon, indikator, "30", triwulan=2, **siapa)
    assert baris(indikator, 2).capaian == 100

    ukur(pohon, indikator, "10", **siapa)

    assert baris(indikator, 2).capaian == 80
    assert beda_dari_aturan(pohon) == []


def test_a_target_that_changes_changes_the_capaian(pohon, indikator, siapa):
    ukur(pohon, indikator, "20", **siapa)

    pohon.isi_target(indikator, "40", tahun=2025, triwulan=1, pada=PADA, **siapa)
    assert baris(indikator).capaian == 50

    Tahap.buka(pohon.perangkat_daerah, 2025, kode="PERUBAHAN", nama="Perubahan", pada=PADA, **siapa)
    pohon.isi_target(indikator, "80", tahun=2025, triwulan=1, pada=PADA, **siapa)
    assert baris(indikator).capaian == 25
    pohon.batalkan(Riwayat.objects.filter(pohon=pohon).latest("nomor"), pada=PADA, **siapa)

    assert baris(indikator).capaian == 50
    assert beda_dari_aturan(pohon) == []


def test_a_direction_that_changes_changes_the_capaian(pohon, indikator, siapa):
    ukur(pohon, indikator, "30", **siapa)

    pohon.ubah_indikator(indikator, {"arah": "TURUN"}, pada=PADA, **siapa)

    assert baris(indikator).capaian == 80


def test_a_formula_that_the_pemda_changes_changes_all_capaian(pohon, indikator, siapa):
    pohon.ubah_indikator(indikator, {"arah": "TURUN"}, pada=PADA, **siapa)
    ukur(pohon, indikator, "20", **siapa)
    pemda = pohon.perangkat_daerah.pemda
    Pengaturan.objects.update_or_create(pemda=pemda, defaults={"cara_turun": "BANDING"})
    assert baris(indikator).capaian == 120
    assert len(beda_dari_aturan(pohon)) == 1

    assert segarkan_pemda(pemda) == 1

    assert baris(indikator).capaian == 125
    assert segarkan_pemda(pemda) == 0


def test_typed_cumulatively_the_row_remembers_it(pohon, indikator, siapa):
    ukur(pohon, indikator, "20", **siapa)
    Pengaturan.objects.update_or_create(
        pemda=pohon.perangkat_daerah.pemda, defaults={"cara_ketik": "KUMULATIF"}
    )

    ukur(pohon, indikator, "50", triwulan=2, **siapa)

    assert [baris(indikator, n).cara for n in (1, 2)] == ["TRIWULAN", "KUMULATIF"]
    assert baris(indikator, 2).capaian == 100


def test_notes_years_and_provisional_values_go_with_the_value(pohon, indikator, perencana):
    sel = [
        SelUkur(str(indikator.uid), medan, teks)
        for medan, teks in {
            "realisasi": "5", "hambatan": "Pagu bergeser.", "solusi": "Jadwal ulang.",
            "tahun_data": "2024", "sementara": "ya",
        }.items()
    ]  # fmt: skip
    pohon.ukur(sel, tahun=2025, triwulan=1, oleh=perencana, pada=PADA)

    satu = baris(indikator)
    assert (satu.hambatan, satu.tahun_data, satu.sementara) == ("Pagu bergeser.", 2024, True)
    assert Riwayat.objects.filter(kata_kerja="ukur").count() == 1
    with pytest.raises(SuntinganDitolak) as ditolak:
        ukur(pohon, indikator, "", oleh=perencana)
    assert sebab(ditolak) == "TANPA_REALISASI"


def test_money_stands_on_its_level(pohon, jalur, siapa):
    ukur(pohon, jalur["SUB_KEGIATAN"], "1.500.000", medan="anggaran", **siapa)

    satu = RealisasiAnggaran.objects.get()
    assert (satu.mentah, satu.nilai) == ("1.500.000", 1_500_000)
    with pytest.raises(SuntinganDitolak):
        ukur(pohon, jalur["PROGRAM"], "1.500.000", medan="anggaran", **siapa)


@pytest.mark.parametrize(
    ("medan", "teks", "kode"),
    [
        ("realisasi", "1.2.3.4,5,6", None),
        ("tahun_data", "dua ribu", "TAHUN_DATA"),
        ("tahun_data", "1800", "TAHUN_DATA"),
        ("hambatan", "x" * 4001, "TEKS_TERLALU_PANJANG"),
        ("hambatan", "a\x00b", "TEKS_TIDAK_SAH"),
        ("hambatan", "tanpa angka", "TANPA_REALISASI"),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_cell(pohon, indikator, siapa, medan, teks, kode):
    with pytest.raises(SuntinganDitolak) as ditolak:
        ukur(pohon, indikator, teks, medan=medan, **siapa)

    assert kode is None or sebab(ditolak) == kode
    assert not Realisasi.objects.exists()


def test_one_bad_cell_keeps_the_others_waiting(pohon, indikator, jalur, perencana):
    sel = [
        SelUkur(str(indikator.uid), "realisasi", "20"),
        SelUkur(str(jalur["SUB_KEGIATAN"].uid), "anggaran", "banyak"),
        SelUkur("bukan-uid", "realisasi", "1"),
    ]
    with pytest.raises(SuntinganDitolak) as ditolak:
        pohon.ukur(sel, tahun=2025, triwulan=1, oleh=perencana, pada=PADA)

    assert set(ditolak.value.sel) == {1, 2}
    assert not Realisasi.objects.exists()


def test_a_value_that_somebody_else_changed_first_is_a_conflict(pohon, indikator, siapa):
    ukur(pohon, indikator, "20", **siapa)

    with pytest.raises(SuntinganDitolak) as ditolak:
        ukur(pohon, indikator, "30", lama="", **siapa)

    assert sebab(ditolak) == BentrokSel("20")
    ukur(pohon, indikator, "30", lama="20", **siapa)


def test_a_yearly_indicator_takes_no_value_before_the_fourth_quarter(pohon, jalur, siapa):
    tahunan = buat_terukur(pohon, jalur, siapa["oleh"], frekuensi="TAHUNAN", target=())

    with pytest.raises(SuntinganDitolak) as ditolak:
        ukur(pohon, tahunan, "20", triwulan=3, **siapa)

    assert sebab(ditolak) == "BELUM_JATUH_TEMPO"
    ukur(pohon, tahunan, "90", triwulan=4, **siapa)
    assert baris(tahunan, 4).capaian is None  # a sum without targets of quarters
    assert baris(tahunan, 4).capaian_setahun == 90


def test_filling_many_cells_costs_the_same_number_of_queries(
    pohon, jalur, siapa, django_assert_max_num_queries
):
    daftar = [buat_terukur(pohon, jalur, siapa["oleh"], teks=f"Jumlah {n}") for n in range(6)]
    sel = [SelUkur(str(i.uid), "realisasi", str(n)) for n, i in enumerate(daftar)]

    with django_assert_max_num_queries(26):
        pohon.ukur(sel, tahun=2025, triwulan=1, pada=PADA, **siapa)

    assert set(Realisasi.objects.values_list("capaian", flat=True)) == {
        Decimal(n * 4) for n in range(6)
    }
