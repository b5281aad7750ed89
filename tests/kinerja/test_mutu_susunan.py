"""Quality rules about boxes together and about series: Q05, Q09, Q10, Q12 to Q14, Q21."""

from dataclasses import replace

import pytest

from kinerja.aturan.mutu.bahan import Nomenklatur
from kinerja.aturan.mutu.periksa import periksa_mutu
from kinerja.aturan.nomenklatur import BarisResmi
from kinerja.pilihan import Arah, JenisPohon, Jenjang
from tests.kinerja.mutu_uji import angka, bahan, bersih, ganti, kode, kotak, satu, ukuran


def dua(atas: str, bawah: str, *, jenjang: str = Jenjang.KEGIATAN) -> list[str]:
    """A sasaran or program with one box below, each with one indicator."""
    di_atas = Jenjang.PROGRAM if jenjang == Jenjang.KEGIATAN else Jenjang.SASARAN
    satuan = "Orang" if atas.startswith("Jumlah") else "%"
    return kode(
        kotak("a", di_atas, induk="x", ukuran=(ukuran("1", atas, satuan=satuan),)),
        kotak("b", jenjang, induk="a", kinerja="Terpenuhinya gizi",
              ukuran=(ukuran("2", bawah, satuan=satuan),)),
    )  # fmt: skip


@pytest.mark.parametrize(
    "bawah",
    [
        "Persentase PSKS yang diberdayakan di wilayah kabupaten",
        "Persentase PSKS yang diberdayakan di wilayah kabupatn",
        "PERSENTASE PSKS YANG DIBERDAYAKAN DI WILAYAH KABUPATEN.",
    ],
)
def test_one_indicator_on_two_levels_is_told_at_the_lower_one(bawah):
    assert dua("Persentase PSKS yang diberdayakan di wilayah kabupaten", bawah) == ["Q05"]


def test_a_longer_text_that_repeats_the_whole_indicator_is_the_same():
    atas = "Persentase perlindungan sosial korban bencana alam dan pemberdayaan masyarakat siaga"

    assert dua(atas, "Persentase perlindungan sosial korban bencana alam") == ["Q05"]


@pytest.mark.parametrize(
    "bawah",
    [
        "Persentase PSKS yang dilatih di wilayah kabupaten",
        "Jumlah PSKS yang diberdayakan di wilayah kabupaten",
        "Persentase PSKS",
    ],
)
def test_other_words_or_another_measure_are_another_indicator(bawah):
    assert "Q05" not in dua("Persentase PSKS yang diberdayakan di wilayah kabupaten", bawah)


def test_numbers_tell_indicators_apart():
    atas = "Persentase jalan kabupaten tahap 1 yang mantap"

    assert dua(atas, atas.replace("1", "2")) == []


def test_one_indicator_for_two_programs_measures_neither():
    nilai = ukuran(teks="Nilai AKIP perangkat daerah", satuan="Nilai", formulasi=("Rilis",))
    program = [
        kotak(uid, Jenjang.PROGRAM, induk="x", nama=nama, kinerja="",
              ukuran=(replace(nilai, uid=uid),))
        for uid, nama in (("a", "Program Penunjang"), ("b", "Program Taman Makam Pahlawan"))
    ]  # fmt: skip

    temuan = satu(*program)

    assert (temuan.kode, temuan.letak.simpul) == ("Q05", "b")
    assert "Program Penunjang" in temuan.pesan


def deret(*nilai, **isi) -> list[str]:
    lebih = angka(*nilai)
    isi = {"satuan": "Poin", "teks": "Nilai layanan", "formulasi": ("Survei",)} | isi
    lengkap = {"target": lebih, "terisi": tuple(t for t, _ in lebih)} | isi
    return [
        t.pesan.split(": ", 1)[1]
        for t in periksa_mutu(bahan(kotak(jenjang=Jenjang.TUJUAN, ukuran=(ukuran(**lengkap),))))
        if t.kode == "Q10"
    ]


def test_a_series_with_a_reason_for_each_step_is_none():
    assert deret(50, 52, 55, 57, 60) == []
    assert deret(50, 55) == []


def test_a_jump_against_the_rhythm_is_told_with_its_numbers():
    (pesan,) = deret("63.32", "69.65", "75.99", "82.32", "94.99")

    assert pesan == (
        "target 2025 melonjak 12,67 (dari 82,32 ke 94,99), biasanya 6,335 setahun; sebut dasarnya."
    )


def test_the_same_step_every_year_needs_a_reason():
    assert deret(70, 75, 80, 85)[0].startswith("target setiap tahun naik 5")
    assert deret(85, 80, 75, 70, arah=Arah.TURUN)[0].startswith("target setiap tahun turun 5")
    assert deret(70, 75, 80) == []


def test_a_target_against_the_direction_is_told():
    assert "turun dari 60 menjadi 55" in deret(50, 60, 55)[0]
    assert "naik dari 50 menjadi 60" in deret(50, 60, arah=Arah.TURUN)[0]
    assert deret(50, 60, 55, arah=Arah.RENTANG) == []
    assert deret(50, 60, 55, agregasi="JUMLAH") == []


def test_a_target_worse_than_the_start_is_told():
    awal = angka(80, mulai=2020)

    assert "lebih buruk dari kondisi awal 2020 80" in deret(70, 81, 85, baseline=awal)[0]
    assert deret(81, 85, baseline=awal) == []
    assert deret(70, 65, baseline=awal, arah=Arah.TURUN) == []


def test_standing_still_at_the_start_is_no_challenge_unless_all_is_reached():
    diam = (60, 60, 60, 60)

    assert "sama dengan kondisi awalnya" in deret(*diam, baseline=angka(60, mulai=2020))[0]
    assert deret(*diam, baseline=angka(55, mulai=2020)) == []
    penuh = angka(100, mulai=2020)
    assert deret(100, 100, 100, 100, baseline=penuh, satuan="%") == []


def test_a_year_left_out_between_two_others_is_told():
    lubang = {"target": (), "terisi": (2021, 2022, 2024)}

    assert deret(**lubang) == ["target 2023 belum diisi."]


def test_a_kegiatan_does_not_repeat_the_percentage_of_its_program():
    def isi(atas, bawah, nilai="93.59"):
        target = {"target": angka(nilai, mulai=2025), "terisi": (2025,)}
        return kode(
            kotak("a", Jenjang.PROGRAM, induk="x", ukuran=(ukuran("1", atas, **target),)),
            kotak("b", Jenjang.KEGIATAN, induk="a", kinerja="Terawatnya lansia",
                  ukuran=(ukuran("2", bawah, **target),)),
        )  # fmt: skip

    assert isi("Persentase balita sehat", "Persentase lansia terawat") == ["Q10"]
    assert isi("Persentase balita sehat", "Persentase lansia terawat", "100") == []


def test_a_sasaran_without_program_waits_for_one():
    assert kode(kotak(ukuran=(ukuran(),))) == ["Q12"]
    assert kode(kotak(ukuran=(ukuran(),)), jenis=JenisPohon.RPJMD) == []


def test_leaves_need_a_position_once_any_is_assigned():
    satu_dijawab = ganti(bersih(9), "b2", dijawab=True)

    temuan = periksa_mutu(satu_dijawab)

    assert {t.kode for t in temuan} == {"Q12"}
    assert "b2" not in {t.letak.simpul for t in temuan}
    assert len(temuan) == 3  # the other leaves


def test_an_only_child_with_the_same_words_adds_nothing():
    kinerja = "Meningkatnya layanan"
    daftar = [kotak("a", kinerja=kinerja), kotak("b", Jenjang.PROGRAM, induk="a", kinerja=kinerja)]

    assert kode(*daftar) == ["Q13"]
    assert kode(*daftar, kotak("c", Jenjang.PROGRAM, induk="a", kinerja="Meratanya gizi")) == []


def test_siblings_that_differ_by_typing_are_told():
    def pasangan(nama):
        return kode(
            kotak("a", Jenjang.SUB_KEGIATAN, induk="x", nama="Penyediaan Sandang Lansia"),
            kotak("b", Jenjang.SUB_KEGIATAN, induk="x", nama=nama),
        )

    assert pasangan("Penyediaan Sandnag Lansia") == ["Q13"]
    assert pasangan("Penyediaan Pangan Lansia") == []
    assert pasangan("Penyediaan Sandang Lansia") == []  # DUPLIKAT_NAMA says that


def test_one_measure_has_one_target_in_a_document():
    def isi(a, b, teks="Persentase Taman Makam Pahlawan yang dipelihara"):
        return kode(
            *(
                kotak(uid, Jenjang.TUJUAN, ukuran=(
                    ukuran(uid, t, target=angka(n, mulai=2025), terisi=(2025,)),))
                for uid, t, n in (("a", "Persentase Taman Makam Pahlawan yang terkelola", a),
                                  ("b", teks, b))
            )
        )  # fmt: skip

    assert isi(100, "90.91") == ["Q14"]
    assert isi(100, 100) == []
    assert isi(100, 90, "Persentase taman bermain yang dipelihara") == []


def test_one_code_with_money_in_two_places_counts_twice():
    daftar = [
        kotak(uid, Jenjang.SUB_KEGIATAN, induk=induk, kode="1.06.04.2.01.0001", nama=uid,
              kinerja="", berpagu=True)
        for uid, induk in (("a", "x"), ("b", "y"))
    ]  # fmt: skip

    assert kode(*daftar) == ["Q21"]
    assert kode(daftar[0], replace(daftar[1], unit="Puskesmas")) == []
    assert kode(daftar[0], replace(daftar[1], berpagu=False)) == []


RESMI = BarisResmi(
    1, "1.06.04.2.01.0001", Jenjang.SUB_KEGIATAN, "Penyediaan Permakanan",
    "Terpenuhinya kebutuhan permakanan", "Jumlah orang yang mendapatkan permakanan", "Orang",
)  # fmt: skip


def resmi(baris=RESMI, *, lain="", melayani=True, induk=None, **isi) -> list[str]:
    teks = {"teks": RESMI.indikator, "satuan": RESMI.satuan} | isi.pop("ukur", {})
    isi = {"kode": RESMI.kode, "nama": RESMI.nama, "kinerja": RESMI.kinerja} | isi
    sub = kotak("b", Jenjang.SUB_KEGIATAN, induk="a", ukuran=(ukuran(**teks),), **isi)
    atas = kotak("a", Jenjang.KEGIATAN, induk="x", kode=induk or "1.06.04.2.01")
    daftar = Nomenklatur(
        "Daftar 900",
        melayani=melayani,
        baris={"a": replace(RESMI, kode=atas.kode, nama="", jenjang=Jenjang.KEGIATAN)}
        | ({"b": baris} if baris else {}),
        lain={"b": lain} if lain else {},
    )
    return [t.pesan for t in periksa_mutu(bahan(atas, sub, nomenklatur=daftar))]


def test_the_official_wording_is_no_finding_whatever_its_typing():
    assert resmi() == []
    assert resmi(nama="PENYEDIAAN PERMAKANAN", ukur={"satuan": "orang"}) == []


@pytest.mark.parametrize(
    ("isi", "medan"),
    [
        ({"nama": "Penyediaan Makanan"}, "nama"),
        ({"kinerja": "Tersedianya dokumen RKA"}, "kinerja"),
        ({"ukur": {"teks": "Jumlah panti yang dibantu"}}, "indikator"),
        ({"ukur": {"satuan": "Paket"}}, "satuan"),
    ],
)
def test_other_wording_shows_the_official_one(isi, medan):
    (pesan,) = resmi(**isi)

    assert pesan.startswith("Berbeda dari daftar “Daftar 900”")
    assert f"{medan} resmi" in pesan


def test_an_unknown_code_names_the_version_that_has_it():
    (tak_ada,) = resmi(None)
    (tahun_lain,) = resmi(None, lain="Pemutakhiran 2027")

    assert "tidak ada di daftar “Daftar 900”; periksa kodenya" in tak_ada
    assert "adanya di “Pemutakhiran 2027”" in tahun_lain


def test_a_version_of_another_year_says_so():
    (pesan,) = resmi(None, melayani=False)

    assert "“Daftar 900” (daftar tahun lain)" in pesan


def test_a_code_below_another_parent_is_told():
    assert any("bukan turunan 1.06.05.2.01" in p for p in resmi(induk="1.06.05.2.01"))
