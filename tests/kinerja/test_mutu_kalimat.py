"""Quality rules about words, one box at a time: Q02 to Q04, Q06, Q07, Q22, and Q05 in a box."""

import pytest

from kinerja.aturan.mutu.kalimat import pecah_rumus
from kinerja.aturan.mutu.periksa import periksa_mutu
from kinerja.pilihan import Jenjang
from tests.kinerja.mutu_uji import angka, bahan, kode, kotak, satu, ukuran

SUB = Jenjang.SUB_KEGIATAN


def di_tujuan(teks: str, **isi) -> list[str]:
    return kode(kotak(jenjang=Jenjang.TUJUAN, ukuran=(ukuran(teks=teks, **isi),)))


def di_sub(teks: str, satuan: str = "Orang", **isi) -> list[str]:
    return kode(kotak(jenjang=SUB, ukuran=(ukuran(teks=teks, satuan=satuan, **isi),)))


def test_an_upper_indicator_says_how_it_is_counted_and_by_whom():
    kosong = {"formulasi": (), "definisi": "", "sumber_data": "", "ditanggung": False}

    temuan = satu(kotak(jenjang=Jenjang.TUJUAN, ukuran=(ukuran(**kosong),)))

    assert temuan.kode == "Q02"
    assert "cara menghitung, definisi operasional, sumber data dan penanggung" in temuan.pesan
    assert di_sub("Jumlah balita sehat", **kosong) == []


def test_an_iku_says_it_on_every_level():
    temuan = satu(kotak(jenjang=SUB, ukuran=(ukuran(utama=True, definisi=""),)))

    assert temuan.pesan == "IKU “Persentase balita sehat” belum punya definisi operasional."


@pytest.mark.parametrize(
    "teks",
    [
        "Jumlah orang yang dilayani",
        "-Persentase korban bencana",
        "( Jumlah berita acara",
        "NILAI AKIP OPD",
        "Rata-rata lama sekolah",
        "IKM pelayanan administrasi",
        "Usia harapan hidup",
    ],
)
def test_measures_are_recognised(teks):
    assert di_sub(teks, satuan="") == []


@pytest.mark.parametrize(
    "teks",
    [
        "Terlaksananya Pemberian Layanan Rujukan",
        "Peningkatan Pelayanan Kepada PMKS yang Memperoleh Bantuan Sosial",
        "Penyandang disabilitas yang keluarganya diberikan bimbingan sosial",
        "",
    ],
)
def test_a_sentence_is_no_measure(teks):
    assert di_sub(teks, satuan="") == ["Q03"]


def test_a_misspelt_measure_is_named_and_still_compared_with_its_unit():
    (ejaan, satuan) = _temuan("Jualah jasa penunjang", "%")

    assert "barangkali maksudnya “jumlah”" in ejaan.pesan
    assert satuan.kode == "Q04"


def _temuan(teks: str, satuan: str):
    return periksa_mutu(bahan(kotak(jenjang=SUB, ukuran=(ukuran(teks=teks, satuan=satuan),))))


@pytest.mark.parametrize(
    ("teks", "satuan"),
    [
        ("Jumlah PPKS yang menerima bantuan", "%"),
        ("Jumlah PPKS yang menerima bantuan", "Persen"),
        ("Persentase PPKS yang terlayani", "Orang"),
        ("Persentase PPKS yang terlayani", "Jumlah"),
        ("Skor kepuasan penerima", "Persen"),
        ("Jumlah orang yang dilayani", "Jumlah"),
        ("Rasio guru terhadap murid", "Rasio"),
    ],
)
def test_measure_and_unit_contradict(teks, satuan):
    assert di_sub(teks, satuan) == ["Q04"]


@pytest.mark.parametrize(
    ("teks", "satuan"),
    [
        ("Jumlah PPKS yang menerima bantuan", "Orang"),
        ("Persentase PPKS yang terlayani", "%"),
        ("Persentase PPKS yang terlayani", "Persen"),
        ("Persentase PPKS yang terlayani", "persentase"),
        ("Skor kepuasan penerima", "Skor"),
        ("Nilai AKIP", "Nilai"),
        ("Jumlah orang yang dilayani", ""),
    ],
)
def test_measure_and_unit_agree(teks, satuan):
    assert di_sub(teks, satuan) == []


def test_an_index_is_not_measured_in_percent():
    rilis = {"formulasi": ("Rilis",)}

    assert di_tujuan("Indeks Kesejahteraan Sosial", satuan="Persen", **rilis) == ["Q04"]
    assert di_tujuan("Indeks Kesejahteraan Sosial", satuan="Indeks", **rilis) == []


def test_more_than_all_is_a_warning_that_names_the_year():
    temuan = satu(
        kotak(jenjang=SUB, ukuran=(ukuran(target=angka(90, 100, 110), terisi=(2021, 2022, 2023)),))
    )

    assert (temuan.kode, str(temuan.tingkat)) == ("Q04", "PERINGATAN")
    assert "Target 2023" in temuan.pesan
    assert "110" in temuan.pesan
    assert di_sub("Jumlah orang yang dilayani", target=angka(90, 100, 110)) == []


@pytest.mark.parametrize(
    ("teks", "bukti"),
    [
        ("Jumlah laporan yang disusun", "laporan"),
        ("Jumlah PMKS yang memperoleh bantuan", "memperoleh"),
        ("Jumlah PMKS yang tertangani", "tertangani"),
    ],
)
def test_outputs_do_not_measure_a_tujuan(teks, bukti):
    temuan = satu(kotak(jenjang=Jenjang.TUJUAN, ukuran=(ukuran(teks=teks, satuan="Orang"),)))

    assert temuan.kode == "Q06"
    assert f"“{bukti}”" in temuan.pesan


def test_outcomes_do_not_measure_a_sub_kegiatan():
    assert di_sub("Indeks kepuasan penerima", "Indeks") == ["Q06"]
    assert di_tujuan("Indeks kepuasan penerima", satuan="Indeks") == []
    assert di_sub("Jumlah laporan yang disusun", "Laporan") == []


@pytest.mark.parametrize(
    "kinerja",
    [
        "Menyelenggarakan rehabilitasi sosial",
        "Meningkatkan Kualitas dan Jangkauan Pelayanan Kepada PMKS",
        "Penyusunan dokumen perencanaan",
        "Terlaksananya pelatihan",
    ],
)
def test_work_is_no_sasaran(kinerja):
    assert kode(kotak(kinerja=kinerja, jenjang=Jenjang.TUJUAN, ukuran=(ukuran(),))) == ["Q07"]


@pytest.mark.parametrize(
    "kinerja",
    [
        "Meningkatnya pelayanan sosial",
        "Menurunnya angka kemiskinan",
        "Terwujudnya korban bencana yang tertangani",
        "Mereka yang rentan terlindungi",
        "Memadainya sarana pendidikan",
    ],
)
def test_a_condition_is_a_sasaran(kinerja):
    assert kode(kotak(kinerja=kinerja, jenjang=Jenjang.TUJUAN, ukuran=(ukuran(),))) == []


def test_a_kegiatan_may_be_carried_out_and_a_misi_may_act():
    assert kode(kotak(kinerja="Terlaksananya pelatihan", jenjang=Jenjang.KEGIATAN)) == []
    assert kode(kotak(kinerja="Mewujudkan tata kelola", jenjang=Jenjang.MISI)) == []


@pytest.mark.parametrize(
    ("rumus", "bagian"),
    [
        ("Jumlah PMKS yang Tertangani dibagi Jumlah PMKS x\n100%", ("PMKS yang", "Jumlah PMKS")),
        ("jumlah PSKS yang dilatih/total PSKS", ("PSKS yang", "total PSKS")),
        ("Rilis BNPB", None),
        ("Jumlah desa Kabupaten/Kota dan/atau kelurahan", None),
        ("Jumlah orang dikali 100", None),
    ],
)
def test_a_formula_in_words_is_taken_apart(rumus, bagian):
    hasil = pecah_rumus(rumus)

    assert (hasil is None) == (bagian is None)
    if bagian:
        assert bagian[0] in hasil[0]
        assert bagian[1] == hasil[1]


def test_a_numerator_that_is_its_denominator_is_always_all():
    rumus = (
        "Jumlah korban bencana yang terpenuhi kebutuhannya dibagi\n"
        "Populasi korban bencana yang terpenuhi kebutuhannya dikali 100%"
    )
    satu_ukuran = ukuran(teks="Persentase korban bencana terpenuhi", formulasi=(rumus,))

    temuan = satu(kotak(jenjang=Jenjang.TUJUAN, ukuran=(satu_ukuran,)))

    assert temuan.kode == "Q22"
    assert "pembilang dan penyebutnya sama" in temuan.pesan


def test_a_formula_about_something_else_does_not_explain_its_indicator():
    pegawai = "Jumlah pegawai dengan SKP baik dibagi jumlah pegawai x 100%"

    assert di_tujuan("Nilai AKIP perangkat daerah", satuan="Nilai", formulasi=(pegawai,)) == ["Q22"]
    assert di_tujuan("Persentase pegawai ber-SKP baik", formulasi=(pegawai,)) == []


def test_a_value_that_somebody_else_publishes_needs_no_formula_of_ours():
    assert di_tujuan("Indeks Ketahanan Daerah", satuan="Indeks", formulasi=("Rilis BNPB",)) == []


def test_two_indicators_of_one_box_that_differ_by_typing_are_one():
    dua = (
        ukuran("1", "Jumlah lansia terlantar yang mendapat bantuan", satuan="Orang"),
        ukuran("2", "Jumlah lansia telantar yang mendapat bantuan", satuan="Orang"),
    )
    lain = (dua[0], ukuran("3", "Jumlah anak terlantar yang mendapat bantuan", satuan="Orang"))

    assert kode(kotak(jenjang=SUB, ukuran=dua)) == ["Q05"]
    assert kode(kotak(jenjang=SUB, ukuran=lain)) == []
