"""Checks over a whole document."""

from decimal import Decimal

from kinerja.aturan.anggaran import Jumlah
from kinerja.aturan.isi import IsiPagu, Triwulanan
from kinerja.aturan.pemeriksaan import RINGKASAN, periksa, saringan
from kinerja.aturan.temuan import Temuan, Tingkat
from kinerja.pilihan import JenisPohon, Jenjang
from tests.kinerja.isi_uji import TAHUN, dokumen, indikator, simpul


def kode(*daftar, **isi) -> list[str]:
    return [t.kode for t in periksa(dokumen(*daftar, **isi))]


def test_a_complete_box_has_no_findings():
    assert kode(simpul(1)) == []


def test_a_claim_is_compared_with_the_rolled_up_sum():
    beda = simpul(1, Jenjang.KEGIATAN, jumlah=Jumlah(537_478_630, 0, 0, 266_749_630, False))

    (temuan,) = periksa(dokumen(beda))

    assert temuan.kode == "PAGU_TIDAK_COCOK"
    assert temuan.letak.simpul == "u1"
    assert "266.749.630" in temuan.pesan
    assert "lebih besar 270.729.000" in temuan.pesan


def test_a_sum_below_its_claim_is_called_smaller():
    beda = simpul(1, Jenjang.KEGIATAN, jumlah=Jumlah(100, 0, 0, 150, False))

    assert "lebih kecil 50" in periksa(dokumen(beda))[0].pesan


def test_a_sum_that_lacks_an_unreadable_amount_says_so():
    beda = simpul(1, Jenjang.KEGIATAN, jumlah=Jumlah(100, 1, 0, 150, False))
    utuh = simpul(1, Jenjang.KEGIATAN, jumlah=Jumlah(100, 0, 0, 150, False))

    assert periksa(dokumen(beda))[0].pesan.endswith("1 pagu di bawahnya tidak terbaca.")
    assert "tidak terbaca" not in periksa(dokumen(utuh))[0].pesan


def test_an_agreeing_claim_is_no_finding():
    assert kode(simpul(1, Jenjang.KEGIATAN, jumlah=Jumlah(100, 0, 0, 100, True))) == []


def test_the_total_row_is_a_finding_of_its_own():
    temuan = periksa(dokumen(simpul(1), jumlah=Jumlah(6_670, 1, 0, 6_312, False)))

    assert [(t.kode, t.letak.simpul) for t in temuan] == [("JUMLAH_TIDAK_COCOK", "akar")]


def test_a_total_row_that_cannot_be_read_is_told_and_filters_no_rows():
    temuan = periksa(dokumen(simpul(1), klaim=IsiPagu("6.312.8x", None)))

    (butir,) = saringan(temuan, TAHUN)
    assert (butir.kalimat, butir.banyak, butir.menyaring) == (
        "baris JUMLAH tidak terbaca",
        1,
        False,
    )
    assert "“6.312.8x”" in temuan[0].pesan


def test_unreadable_money_blocks_and_is_quoted():
    (temuan,) = periksa(dokumen(simpul(1, pagu=[IsiPagu("13.2918.000", None)])))

    assert (temuan.kode, temuan.tingkat) == ("PAGU_TIDAK_TERBACA", Tingkat.GALAT)
    assert "“13.2918.000”" in temuan.pesan


def test_an_unreadable_claim_is_told_apart_from_pagu():
    rusak = simpul(1, Jenjang.KEGIATAN, klaim=IsiPagu("32.400.0000", None))

    assert kode(rusak) == ["KLAIM_TIDAK_TERBACA"]


def test_money_is_missing_only_where_it_belongs():
    assert kode(simpul(1, pagu=[])) == ["PAGU_KOSONG"]
    assert kode(simpul(1, Jenjang.KEGIATAN)) == []


def test_indicators_need_a_target_of_the_year_and_a_unit():
    satu = simpul(1, indikator=[indikator(1, target={2026: "1"}), indikator(2, satuan="")])

    assert kode(satu) == ["TARGET_KOSONG", "SATUAN_KOSONG"]


def test_boxes_need_an_indicator_except_visi_misi_and_aktivitas():
    tanpa = {j: kode(simpul(1, j, indikator=[], pagu=[IsiPagu("1", 1)])) for j in Jenjang}

    assert {j for j, k in tanpa.items() if "INDIKATOR_KOSONG" not in k} == {
        Jenjang.AKAR, Jenjang.VISI, Jenjang.MISI, Jenjang.AKTIVITAS
    }  # fmt: skip


def test_a_program_at_the_root_waits_for_a_sasaran():
    di_akar = simpul(1, Jenjang.PROGRAM)
    di_sasaran = simpul(3, Jenjang.PROGRAM, induk=2)

    temuan = periksa(dokumen(di_akar, simpul(2, Jenjang.SASARAN, induk=9), di_sasaran))

    assert [(t.kode, t.letak.simpul) for t in temuan] == [("Q12", "u1")]


def test_only_a_cascading_asks_programs_for_a_sasaran():
    assert kode(simpul(1, Jenjang.PROGRAM), jenis=JenisPohon.RPJMD) == []


def test_twins_under_one_parent_are_both_named():
    kembar = [simpul(n, nama=nama, induk=5) for n, nama in ((1, "Sandang"), (2, "SANDANG  "))]

    assert kode(*kembar) == ["DUPLIKAT_NAMA", "DUPLIKAT_NAMA"]


def test_same_name_elsewhere_or_for_another_unit_is_no_twin():
    assert kode(simpul(1, nama="Sandang", induk=5), simpul(2, nama="Sandang", induk=6)) == []
    assert kode(simpul(1, nama="Sandang", unit="A"), simpul(2, nama="Sandang", unit="B")) == []
    assert kode(simpul(1, nama="Sandang", mulai=2021), simpul(2, nama="Sandang")) == []


def test_other_wordings_of_the_source_stay_visible():
    temuan = periksa(dokumen(simpul(1, varian=["Versi lain", "Versi ketiga"])))

    assert [(t.kode, t.tingkat) for t in temuan] == [("VARIAN_SUMBER", Tingkat.INFO)] * 2
    assert "“Versi ketiga”" in temuan[1].pesan


def test_filters_count_findings_in_the_order_of_the_bar():
    temuan = [Temuan(kode=k, pesan="") for k in ("TARGET_KOSONG", "PAGU_TIDAK_COCOK")] * 2

    hasil = saringan(temuan, 2025)

    assert [(s.kode, s.banyak) for s in hasil] == [("PAGU_TIDAK_COCOK", 2), ("TARGET_KOSONG", 2)]
    assert hasil[1].kalimat == "target 2025 belum diisi"


def test_every_finding_has_its_words_in_the_bar():
    rusak = simpul(
        1, Jenjang.PROGRAM, varian=["x"], klaim=IsiPagu("x", None),
        jumlah=Jumlah(1, 0, 0, 2, False), indikator=[indikator(1, satuan="", target={})],
    )  # fmt: skip
    angka = Triwulanan(setahun=Decimal(9), nilai={4: Decimal(8)})
    rusak.indikator.append(indikator(2, agregasi="AKHIR", triwulan={TAHUN: angka}))
    pagu = [simpul(2, pagu=[IsiPagu("x", None)]), simpul(3, pagu=[], indikator=[], nama="Kotak 2")]

    akar = {"jumlah": Jumlah(1, 0, 0, 2, False), "klaim": IsiPagu("2x", None)}
    temuan = periksa(dokumen(rusak, *pagu, **akar))

    assert {t.kode for t in temuan} == set(RINGKASAN)
