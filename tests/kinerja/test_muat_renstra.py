"""Cerita: a Renstra becomes a document: a start, targets per year, ceilings instead of budgets."""

import pytest

from kinerja.impor.terapkan import batalkan, terapkan
from kinerja.models import Baseline, KlaimPagu, Pagu, Simpul, Target
from tests.factories import PADA
from tests.kinerja.impor_uji import CONTOH, mulai
from tests.kinerja.tabel_uji import N, baca, kode, lembar, tabel

BERKAS = CONTOH / "renstra-sosial.xlsx"


@pytest.fixture
def sesi(dinas, perencana):
    return mulai(dinas, perencana, BERKAS)


@pytest.mark.django_db
def test_targets_of_every_year_and_the_start_are_loaded(sesi, perencana):
    terapkan(sesi, oleh=perencana, pada=PADA)

    sasaran = Simpul.objects.get(jenjang="SASARAN")
    target = Target.objects.filter(indikator__simpul=sasaran).order_by("tahun")
    assert [str(n.normalize()) for n in target.values_list("nilai", flat=True)] == [
        "37.45", "38.45", "39.45", "40.45", "41.45"
    ]  # fmt: skip
    assert Baseline.objects.get(indikator__simpul=sasaran).tahun == 2024
    assert Target.objects.count() == 30


@pytest.mark.django_db
def test_its_money_is_a_ceiling_on_every_level(sesi, perencana):
    terapkan(sesi, oleh=perencana, pada=PADA)

    klaim = KlaimPagu.objects.filter(tahun=2025).order_by("simpul__lft")
    assert not Pagu.objects.exists()
    assert [(k.simpul.jenjang, k.jenis, k.nilai) for k in klaim] == [
        ("AKAR", "INDIKATIF", 460_000_000), ("PROGRAM", "INDIKATIF", 460_000_000),
        ("KEGIATAN", "INDIKATIF", 460_000_000), ("SUB_KEGIATAN", "INDIKATIF", 300_000_000),
        ("SUB_KEGIATAN", "INDIKATIF", 160_000_000),
    ]  # fmt: skip


@pytest.mark.django_db
def test_the_renja_of_a_year_stands_beside_the_ceiling(sesi, perencana, dinas):
    terapkan(sesi, oleh=perencana, pada=PADA)
    sub = Simpul.objects.get(nama="Penyediaan Sandang")

    sesi.pohon.isi_pagu(sub, "150.000.000", tahun=2025, oleh=perencana, pada=PADA)

    lagi = mulai(dinas, perencana, BERKAS, pohon=sesi.pohon)
    assert lagi.rencana["ringkasan"]["perubahan"] == 0
    assert Pagu.objects.get().nilai == 150_000_000


@pytest.mark.django_db
def test_the_preview_calls_the_sums_by_their_name(client, sesi, perencana):
    client.force_login(perencana)

    html = client.get(f"/impor/{sesi.pk}/").content.decode()

    assert "Pagu indikatif 2029" in html


@pytest.mark.django_db
def test_an_undo_takes_the_ceilings_away(sesi, perencana):
    terapkan(sesi, oleh=perencana, pada=PADA)

    batalkan(sesi, oleh=perencana, pada=PADA)

    assert not KlaimPagu.objects.exists()
    assert not Target.objects.exists()


KEPALA = [
    *["Sasaran", "Indikator Sasaran", "Program", "Indikator", "Kondisi Awal", "Target 2025"],
    *["Rp 2025", "Target 2026", "Rp 2026", "Kondisi Akhir", "Rp Kondisi Akhir"],
]


def test_levels_across_are_a_renstra_too():
    baris = ["Meningkatnya A", "Persentase A", "Program B", "Persentase B", "40 %",
             "50 %", 1_000_000, "60 %", 2_000_000, "60 %", 3_000_000]  # fmt: skip

    hasil = baca(lembar(KEPALA, baris))

    (isi,) = hasil.tabel
    assert (isi.jenis, isi.jumlah) == ("renstra", {"sasaran": 1, "program": 1})
    (i,) = isi.simpul[1].indikator
    assert (list(i.baseline), list(i.target)) == (["2024"], ["2025", "2026"])
    assert hasil.temuan == []


def test_an_end_that_is_the_sum_of_the_years_is_fine():
    baris = [N, N, "Program B", "Jumlah B", "4 Orang", "5 Orang", 1_000_000, "6 Orang", 2_000_000,
             "11 Orang", 9_000_000]  # fmt: skip

    hasil = baca(lembar(KEPALA, baris))

    assert kode(hasil) == {("K2", "KONDISI_AKHIR_BEDA")}


def test_counted_years_begin_with_the_periode():
    kepala = ["Kode", "Program dan Kegiatan", "Indikator", "Satuan", "Target Tahun 1",
              "Dana Tahun 1", "Target Tahun 2", "Dana Tahun 2"]  # fmt: skip
    baris = ["1.06.04", "Program A", "Persentase A", "%", 50, 1_000_000, 55, 2_000_000]

    isi = tabel(lembar(kepala, baris), tahun=None, tahun_awal=2025)

    (program,) = isi.simpul
    assert {t: n.bacaan.rupiah for t, n in program.pagu.items()} == {
        "2025": 1_000_000, "2026": 2_000_000
    }  # fmt: skip


def test_outcomes_between_coded_rows_are_the_sentences_of_these_rows():
    judul = "BIDANG URUSAN/PROGRAM/OUTCOME/KEGIATAN/SUB KEGIATAN/OUTPUT"
    kepala = [judul, "INDIKATOR OUTCOME/OUTPUT", "BASELINE TAHUN 2024"]
    kepala += ["TARGET DAN PAGU INDIKATIF TAHUN", N, N, N]
    hasil = baca(
        lembar(
            kepala,
            [N, N, N, "2025", N, "2026", N],
            [N, N, N, "TARGET", "PAGU", "TARGET", "PAGU"],
            ["1.06 - URUSAN PEMERINTAHAN BIDANG SOSIAL", N, N, N, 30_000_000, N, 40_000_000],
            ["1.06.04 - PROGRAM REHABILITASI SOSIAL", N, N, N, 30_000_000, N, 40_000_000],
            ["Meningkatnya PPKS mandiri", "Persentase PPKS", "50 %", "60 %", N, "70 %", N],
            ["1.06.04.2.01 - Rehabilitasi Dasar", N, N, N, 30_000_000, N, 40_000_000],
            ["Terlaksananya rehabilitasi", "Jumlah PPKS", "5 Orang", "6 Orang", N, "7 Orang", N],
            [N, "Jumlah pendamping", "5 Orang", "6 Orang", N, "7 Orang", N],
            ["1.06.04.2.01.0001 - Permakanan", "Jumlah orang", "5 Orang", "6 Orang", 30_000_000,
             "7 Orang", 40_000_000],
            gabung=["A1:A3", "B1:B3", "C1:C3", "D1:G1", "D2:E2", "F2:G2"],
        )
    )  # fmt: skip

    (isi,) = hasil.tabel
    assert [(s.level, s.nama, s.kinerja, [i.teks for i in s.indikator]) for s in isi.simpul] == [
        ("program", "PROGRAM REHABILITASI SOSIAL", "Meningkatnya PPKS mandiri",
         ["Persentase PPKS"]),
        ("kegiatan", "Rehabilitasi Dasar", "Terlaksananya rehabilitasi",
         ["Jumlah PPKS", "Jumlah pendamping"]),
        ("sub_kegiatan", "Permakanan", "", ["Jumlah orang"]),
    ]  # fmt: skip
    assert kode(hasil) == {("B9", "INDIKATOR_TAMBAHAN")}
