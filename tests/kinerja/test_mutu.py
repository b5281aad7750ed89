"""The quality checks over whole documents: clean ones, broken ones, edited ones."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.aturan.mutu.bahan import Bahan, Kotak
from kinerja.aturan.mutu.katalog import KATALOG, KRITERIA, NOMOR, periksaan
from kinerja.aturan.mutu.pemenuhan import pemenuhan
from kinerja.aturan.mutu.periksa import Pemeriksaan, periksa_mutu
from kinerja.aturan.mutu.temuan import sidik
from kinerja.aturan.temuan import Temuan, Tingkat
from kinerja.pilihan import Jenjang
from tests.kinerja.mutu_uji import angka, bersih, ganti, ukuran


def _ukuran(k: Kotak, **isi) -> dict:
    return {"ukuran": (replace(k.ukuran[0], **isi),)}


PELANGGARAN = {
    "no source": ("Q02", Jenjang.PROGRAM, lambda k: _ukuran(k, sumber_data="")),
    "no measure": (
        "Q03",
        Jenjang.SUB_KEGIATAN,
        lambda k: _ukuran(k, teks=f"Terlaksananya {k.kinerja}"),
    ),
    "heads in percent": ("Q04", Jenjang.KEGIATAN, lambda k: _ukuran(k, satuan="%")),
    "above all": (
        "Q04",
        Jenjang.SASARAN,
        lambda k: _ukuran(k, target=angka(101, mulai=2024), terisi=(2024,)),
    ),
    "process": ("Q07", Jenjang.PROGRAM, lambda k: {"kinerja": f"Menyelenggarakan {k.kinerja}"}),
    "jump": (
        "Q10",
        Jenjang.PROGRAM,
        lambda k: _ukuran(k, target=angka(40, 41, 42, 43, 60), terisi=tuple(range(2021, 2026))),
    ),
    "same formula": (
        "Q22",
        Jenjang.PROGRAM,
        lambda k: _ukuran(
            k, formulasi=(f"Jumlah {k.ukuran[0].teks[11:]} dibagi Jumlah {k.ukuran[0].teks[11:]}",)
        ),
    ),
}
"""What breaks a box: the code it adds, a level it fits, the change."""


@pytest.mark.parametrize("banyak", [3, 9, 60, 300])
def test_a_clean_document_has_no_findings(banyak):
    assert periksa_mutu(bersih(banyak)) == []


@given(st.sampled_from(sorted(PELANGGARAN)), st.integers(10, 60), st.data())
@settings(max_examples=60, deadline=None)
def test_a_violation_adds_its_finding_and_nothing_else(nama, banyak, data):
    kode, jenjang, ubah = PELANGGARAN[nama]
    asal = bersih(banyak)
    korban = data.draw(st.sampled_from([k for k in asal.kotak if k.jenjang == jenjang]))

    temuan = periksa_mutu(ganti(asal, korban.uid, **ubah(korban)))

    assert [(t.kode, t.letak.simpul) for t in temuan] == [(kode, korban.uid)]


@given(st.lists(st.tuples(st.sampled_from(sorted(PELANGGARAN)), st.integers(0, 99)), max_size=8))
@settings(max_examples=40, deadline=None)
def test_what_is_checked_after_an_edit_is_what_a_whole_check_finds(suntingan):
    kini = bersih(40)
    pemeriksaan = Pemeriksaan(kini)

    for nama, nomor in suntingan:
        _, jenjang, ubah = PELANGGARAN[nama]
        calon = [k for k in kini.kotak if k.jenjang == jenjang]
        korban = calon[nomor % len(calon)]
        if not korban.ukuran:
            baru = {"ukuran": (ukuran(f"i{korban.uid}"),)}
        else:
            baru = {"dijawab": True, "ukuran": ()} if nomor % 9 == 0 else ubah(korban)
        kini = ganti(kini, korban.uid, **baru)

        assert pemeriksaan.samakan(kini).temuan() == periksa_mutu(kini)


def test_another_shape_or_year_is_checked_anew():
    pemeriksaan = Pemeriksaan(bersih(20))
    rusak = ganti(bersih(30), "k1", **_ukuran(bersih(30).kotak[3], satuan="%"))

    assert pemeriksaan.samakan(rusak).temuan() == periksa_mutu(rusak)
    assert pemeriksaan.samakan(replace(rusak, tahun=2024)).temuan() == periksa_mutu(rusak)


def test_every_check_is_explained_with_an_example_and_a_repair():
    assert list(KATALOG) == [f"Q{n:02}" for n in range(1, 23)]
    for p in KATALOG.values():
        teks = (p.judul, p.mengapa, p.salah, p.benar, p.perbaikan)
        assert all(len(t) > 10 for t in teks), p.nomor
        assert p.kriteria in KRITERIA


def test_findings_of_the_document_checks_belong_to_a_number_too():
    assert NOMOR["INDIKATOR_KOSONG"] == "Q01"
    assert periksaan("PAGU_KOSONG").nomor == "Q08"
    assert periksaan("VARIAN_SUMBER") is None


def test_an_acceptance_outlives_the_wording_of_a_message_but_not_the_text_it_is_about():
    asal = Temuan(kode="Q03", pesan="satu", perihal="Terlaksananya rujukan")

    assert sidik(asal) == sidik(replace(asal, pesan="dua", tingkat=Tingkat.GALAT))
    assert sidik(asal) != sidik(replace(asal, perihal="Terlaksananya rujukan dini"))
    assert sidik(asal) != sidik(replace(asal, kode="Q06"))


def test_the_share_counts_items_without_a_finding():
    rusak: Bahan = bersih(20)
    for uid in ("k1", "k5"):
        korban = next(k for k in rusak.kotak if k.uid == uid)
        rusak = ganti(rusak, uid, **_ukuran(korban, satuan="%"))
    kosong = Temuan(kode="INDIKATOR_KOSONG", pesan="").di(simpul="x")

    hasil = {
        p.kriteria.kode: p
        for p in pemenuhan([*periksa_mutu(rusak), kosong], kotak=21, indikator=20)
    }

    assert (hasil["TERUKUR"].terpenuhi, hasil["TERUKUR"].banyak) == (18, 20)
    assert hasil["TERUKUR"].persen == 90
    assert (hasil["CUKUP"].terpenuhi, hasil["CUKUP"].banyak) == (20, 21)
    assert hasil["CUKUP"].persen == 95  # rounded down: 100 means all
    assert hasil["HASIL"].persen == 100


def test_remarks_lower_no_share_and_nothing_is_no_share():
    info = Temuan(kode="Q13", pesan="", tingkat=Tingkat.INFO).di(simpul="x")

    (jenjang,) = pemenuhan([info], kotak=4, indikator=4, diperiksa=["Q13"])
    (kosong,) = pemenuhan([], kotak=0, indikator=0, diperiksa=["Q07"])

    assert jenjang.persen == 100
    assert kosong.persen is None


def test_targets_are_numbers_of_the_year():
    satu = ukuran(target=angka(10, 20), terisi=(2021, 2022))

    assert satu.target_tahun(2022) == Decimal(20)
    assert satu.target_tahun(2030) is None
