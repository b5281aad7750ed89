"""Cerita: a pohon kinerja comes in as leaf rows or boxes; what is uncertain is asked."""

import pytest

from kinerja.impor import sesi as langkah
from kinerja.impor.terapkan import terapkan
from kinerja.models import Simpul
from kinerja.pilihan import JenisPohon
from tests.factories import PADA
from tests.kinerja.impor_uji import CONTOH, mulai
from tests.kinerja.tabel_uji import N, baca, kode, lembar, tabel

DAUN, KOTAK = CONTOH / "pohon-kinerja-daun.xlsx", CONTOH / "pohon-kinerja-kotak.xlsx"


@pytest.fixture
def unggah(dinas, perencana):
    def baca_sesi(berkas, jenis=JenisPohon.POHON_KINERJA):
        return mulai(dinas, perencana, berkas, jenis_pohon=jenis)

    return baca_sesi


def kotak():
    daftar = Simpul.objects.filter(jenjang="KONDISI").order_by("lft")
    return [(s.level, s.kinerja) for s in daftar]


@pytest.mark.django_db
def test_leaf_rows_become_a_tree_of_conditions(unggah, perencana):
    sesi = unggah(DAUN)

    terapkan(sesi, oleh=perencana, pada=PADA)

    assert kotak() == [
        (1, "Meningkatnya perlindungan sosial"), (2, "Sahihnya data kemiskinan"),
        (3, "Tersedianya data berkala"), (3, "Terlatihnya petugas data"),
        (2, "Menurunnya beban pengeluaran keluarga miskin"), (3, "Tersedianya bantuan pangan"),
        (3, "Tersedianya data berkala"),
    ]  # fmt: skip
    ganda = Simpul.objects.get(kinerja__startswith="Menurunnya")
    assert [i.teks for i in ganda.indikator.order_by("urutan")] == [
        "Persentase keluarga yang menerima bantuan", "Persentase bantuan tepat waktu"
    ]  # fmt: skip


@pytest.mark.django_db
def test_programs_beside_boxes_are_kept_as_lines_and_said_so(unggah, perencana):
    sesi = unggah(DAUN)
    (temuan,) = [t for t in sesi.rencana["temuan"] if t["kode"] == "PROGRAM_TERKAIT"]

    assert temuan["pesan"].startswith("4 kotak menyebut program")
    terapkan(sesi, oleh=perencana, pada=PADA)
    daun = Simpul.objects.get(kinerja="Terlatihnya petugas data")
    assert daun.program_terkait == [
        "Program Perlindungan dan Jaminan Sosial › Pengelolaan Data Fakir Miskin › "
        "Pelatihan Petugas"
    ]


@pytest.mark.django_db
def test_a_cascading_takes_no_conditions(unggah):
    galat = {
        t["kode"]
        for t in unggah(DAUN, JenisPohon.CASCADING).rencana["temuan"]
        if t["tingkat"] == "GALAT"
    }

    assert galat == {"JENJANG_TIDAK_SAH"}


@pytest.mark.django_db
def test_an_uncertain_parent_is_a_question_that_an_answer_settles(unggah, perencana):
    sesi = unggah(KOTAK)
    tanya = {t["sel"]: t for t in sesi.rencana["temuan"] if t["kode"] == "INDUK_MERAGUKAN"}
    assert [u["nilai"] for u in tanya["B8"]["usul"]] == ["K1", "K2"]

    langkah.putuskan(sesi, alamat="Pohon Kinerja!B8", aksi="ISI", nilai="K2")
    langkah.putuskan(sesi, alamat="Pohon Kinerja!B7", aksi="ISI", nilai="K2")

    assert "INDUK_MERAGUKAN" not in {t["kode"] for t in sesi.rencana["temuan"]}
    terapkan(sesi, oleh=perencana, pada=PADA)
    assert Simpul.objects.get(kinerja="Tersedianya bantuan uang").induk.kinerja == (
        "Menurunnya beban pengeluaran"
    )


KEPALA = ["ID", "ID Induk", "Level", "Kondisi", "Indikator", "Ket"]


@pytest.mark.parametrize(
    ("induk", "tingkat", "ket"),
    [("A?", 2, N), ("A", 3, N), ("A", 2, "induk belum pasti"), ("A", 2, "A atau B?")],
)
def test_words_and_levels_of_doubt(induk, tingkat, ket):
    hasil = baca(
        lembar(
            KEPALA,
            ["A", N, 1, "Satu", "Jumlah A", N],
            ["A1", induk, tingkat, "Dua", "Jumlah B", ket],
        )
    )

    assert hasil.tabel[0].simpul[1].induk == "A"
    assert kode(hasil) == {("B3", "INDUK_MERAGUKAN")}


def test_a_sure_parent_is_not_asked_for():
    hasil = baca(
        lembar(KEPALA, ["A", N, 1, "Satu", "I", N], ["A1", "A", 2, "Dua", "J", "lihat lampiran"])
    )

    assert hasil.temuan == []


def test_outcomes_and_outputs_are_conditions_beside_indicators():
    kepala = ["Outcome", "Indikator", "Intermediate Outcome", "Indikator", "Output", "Indikator"]

    isi = tabel(lembar(kepala, ["A", "IA", "B", "IB", "C", "IC"], [N, N, N, N, "D", "ID"]))

    assert isi.jenis == "pohon_kinerja"
    assert [(s.id, s.kinerja) for s in isi.simpul] == [
        ("K1", "A"), ("K1.1", "B"), ("K1.1.1", "C"), ("K1.1.2", "D")
    ]  # fmt: skip


def test_a_box_without_its_indicator_is_said():
    hasil = baca(lembar(["Kondisi 1", "Indikator", "Kondisi 2", "Indikator"], ["A", "I", "B", N]))

    assert kode(hasil) == {("C2", "INDIKATOR_KOSONG")}


def test_a_tree_without_indicators():
    kepala = ["No", "Ultimate Outcome", "Intermediate Outcome", "Immediate Outcome", "Output"]

    isi = tabel(lembar(kepala, [1, "Sejahtera", "Mandiri", "Terlatih", "Kelas"],
                       [2, N, N, "Terdata", "Daftar"]))  # fmt: skip

    assert [(s.id, s.kinerja) for s in isi.simpul] == [
        ("K1", "Sejahtera"), ("K1.1", "Mandiri"), ("K1.1.1", "Terlatih"), ("K1.1.1.1", "Kelas"),
        ("K1.1.2", "Terdata"), ("K1.1.2.1", "Daftar"),
    ]  # fmt: skip


@pytest.mark.parametrize(("induk", "kepala"), [("Data sahih", "Induk"), ("1", "No Induk")])
def test_a_parent_may_be_a_number_or_a_sentence(induk, kepala):
    isi = tabel(
        lembar(
            ["No", "Kondisi", kepala, "Indikator"],
            ["1", "Data sahih", N, "Persentase data"],
            ["2", "Petugas terlatih", induk, "Jumlah petugas"],
        )
    )

    assert (isi.jenis, [s.induk for s in isi.simpul]) == ("kotak", [None, "1"])


def test_a_single_numbered_item_loses_its_number():
    isi = tabel(
        lembar(["No", "Jabatan", "Kinerja Utama", "Indikator"],
               ["1", "Kepala Bidang", "1. Meningkatnya mutu", "1) Indeks mutu"])
    )  # fmt: skip

    (jabatan,) = isi.simpul
    assert jabatan.lain["kinerja_utama"] == ["Meningkatnya mutu"]
    assert [i.teks for i in jabatan.indikator] == ["Indeks mutu"]
