"""Filters as rules: what they ask, what an address means, when a visit ends. No database."""

import pytest

from kinerja.aturan.kunjungan import DOKUMEN_PALING_BANYAK, Kunjungan, baca_semua, dengan
from kinerja.aturan.saring import Bahan, Butir, Saring, dengan_atas
from kinerja.aturan.tampilan import Tampilan


def butir(id: int, induk: int | None = None, **isi) -> Butir:
    bawaan = {
        "uid": f"u{id}", "unit_id": None, "teks": f"kotak {id}", "temuan": (), "indikator": (),
        "label": (),
    }  # fmt: skip
    return Butir(id=id, induk=induk, **(bawaan | isi))


@pytest.mark.parametrize(
    ("saring", "cocok"),
    [
        (Saring(cari="DUA"), [2]),
        (Saring(temuan=("PAGU_KOSONG",)), [1, 2]),
        (Saring(temuan=("PAGU_KOSONG", "TARGET_KOSONG")), [2]),
        (Saring(temuan=("KOMENTAR",)), [3]),
        (Saring(milik=True), [1, 3]),
        (Saring(sejak="7"), [1, 2]),
        (Saring(label=(7, 8)), [2, 3]),
        (Saring(milik=True, label=(8,)), [3]),
        (Saring(milik=True, cari="dua"), []),
    ],
)
def test_every_filter_narrows(saring, cocok):
    daftar = [
        butir(1, temuan=("PAGU_KOSONG",), indikator=("i1",)),
        butir(2, 1, teks="kotak dua", temuan=("PAGU_KOSONG", "TARGET_KOSONG"), label=(7,)),
        butir(3, 1, label=(8,)),
    ]
    bahan = Bahan(milik={1, 3}, berkomentar={3}, berubah=frozenset({"i1", "u2"}))

    assert [b.id for b in daftar if saring.cocok(b, bahan)] == cocok


def test_boxes_above_stay():
    daftar = [butir(1), butir(2, 1), butir(3, 2), butir(4, 1)]

    assert dengan_atas(daftar, [3]) == {1, 2, 3}


def test_an_address_says_the_same_again():
    isi = {"cari": [" air "], "temuan": ["TARGET_KOSONG", "KOMENTAR"], "milik": ["1"],
           "sejak": ["2025-03-01"], "label": ["4", "9"]}  # fmt: skip

    saring = Saring.baca(isi)

    assert saring.kueri() == isi | {"cari": ["air"]}
    assert Saring.baca(saring.kueri()) == saring


@pytest.mark.parametrize(
    "isi",
    [{}, {"temuan": ["<script>", "JUMLAH_TIDAK_COCOK"]}, {"sejak": ["kemarin"]}, {"label": ["x"]},
     {"milik": ["ya"]}, {"cari": ["  "]}, {"temuan": "TARGET_KOSONG"}, {"label": [3]},
     {"tanggal": ["2025-02-31"]}],
)  # fmt: skip
def test_what_an_address_cannot_mean_filters_nothing(isi):
    assert not Saring.baca(isi)


def test_a_date_outweighs_the_choice_beside_it():
    assert Saring.baca({"sejak": ["7"], "tanggal": ["2025-03-01"]}).sejak == "2025-03-01"


def test_a_finding_is_added_and_taken():
    satu = Saring().dengan_temuan("PAGU_KOSONG").dengan_temuan("TARGET_KOSONG")

    assert satu.temuan == ("PAGU_KOSONG", "TARGET_KOSONG")
    assert satu.dengan_temuan("PAGU_KOSONG").temuan == ("TARGET_KOSONG",)


def test_a_visit_ends_after_an_hour_without_a_page():
    pertama = Kunjungan(1000, 5)

    assert pertama.dibuka(1005, 5) is pertama
    assert pertama.dibuka(1005, 6) == Kunjungan(1005, 6)
    assert pertama.dibuka(1040, 5) == Kunjungan(1040, 5)
    kedua = pertama.dibuka(1070, 9)
    assert kedua == Kunjungan(1070, 9, (1000, 5))
    assert kedua.dibuka(1075, 10) == Kunjungan(1075, 10, (1000, 5))


def test_visits_and_filters_are_stored_and_the_oldest_make_room():
    semua: dict[str, Kunjungan] = {}
    for n in range(DOKUMEN_PALING_BANYAK + 5):
        semua = dengan(semua, str(n), Kunjungan(n, 1))
    tampilan = Tampilan(saring={"RPJMD": Saring(milik=True)}, kunjungan=semua)

    assert len(semua) == DOKUMEN_PALING_BANYAK
    assert "0" not in semua
    assert Tampilan.baca(tampilan.simpanan()) == tampilan


@pytest.mark.parametrize("rusak", [None, [], {"1": "x"}, {"1": [1]}, {"1": [1, 2, 3]},
                                   {"1": [True, 2]}])  # fmt: skip
def test_what_is_no_visit_is_none(rusak):
    assert baca_semua(rusak) == {}
