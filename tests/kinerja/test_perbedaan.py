"""What tells two documents apart: rules on plain rows."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.aturan.perbedaan import JenisBeda, Kotak, Ukuran, bandingkan


def kotak(uid, induk="", **isi):
    return Kotak(uid=uid, asal=isi.pop("asal", ""), induk=induk, jenjang="KONDISI",
                 sebutan=f"Kotak {uid}", **isi)  # fmt: skip


DASAR = (
    kotak("a", isi={"nama": "A", "kode": "1"}, angka={"Pagu 2025": "100"}),
    kotak("b", "a"),
    kotak("c", "a", indikator=(Ukuran("i", "", "Jumlah", {"satuan": "Orang"}, {"Target": "5"}),)),
    kotak("d", "a"),
)


def ringkas(beda):
    return {
        str(jenis): [(b.kotak.uid, *[(m.medan, m.lama, m.baru) for m in b.baris]) for b in daftar]
        for jenis, daftar in beda.items()
        if daftar
    }


def ubah(uid, **isi):
    return [replace(k, **isi) if k.uid == uid else k for k in DASAR]


@pytest.mark.parametrize(
    ("baru", "beda"),
    [
        (DASAR, {}),
        ([*DASAR, kotak("e", "a")], {"BARU": [("e",)]}),
        (DASAR[:3], {"HILANG": [("d",)]}),
        (ubah("d", induk="b"), {"PINDAH": [("d", ("induk", "Kotak a", "Kotak b"))]}),
        (ubah("d", induk=""), {"PINDAH": [("d", ("induk", "Kotak a", "dokumen"))]}),
        ([DASAR[0], DASAR[3], DASAR[1], DASAR[2]],
         {"PINDAH": [("d", ("urutan", "", "berpindah di antara saudaranya"))]}),
        (ubah("a", isi={"nama": "B", "kode": "1"}), {"UBAH": [("a", ("nama", "A", "B"))]}),
        (ubah("a", isi={"kode": "1"}), {"UBAH": [("a", ("nama", "A", ""))]}),
        (ubah("a", angka={"Pagu 2026": "1"}),
         {"ANGKA": [("a", ("Pagu 2025", "100", ""), ("Pagu 2026", "", "1"))]}),
        (ubah("c", indikator=()), {"UBAH": [("c", ("indikator", "Jumlah", ""))]}),
        (ubah("c", indikator=(*DASAR[2].indikator, Ukuran("j", "", "Lain"))),
         {"UBAH": [("c", ("indikator", "", "Lain"))]}),
        (ubah("c", indikator=(Ukuran("i", "", "Jumlah", {"satuan": "KK"}, {"Target": "6"}),)),
         {"UBAH": [("c", ("“Jumlah”: satuan", "Orang", "KK"))],
          "ANGKA": [("c", ("Target “Jumlah”", "5", "6"))]}),
    ],
)  # fmt: skip
def test_each_kind_of_difference(baru, beda):
    assert ringkas(bandingkan(DASAR, list(baru))) == beda


def test_indicators_that_are_gone_stand_in_their_order():
    ukuran = tuple(Ukuran(f"i{n}", "", f"Indikator {n}") for n in range(12))

    hasil = ringkas(bandingkan([kotak("a", indikator=ukuran)], [kotak("a")]))

    baris = [("indikator", f"Indikator {n}", "") for n in range(12)]
    assert hasil == {"UBAH": [("a", *baris)]}


def salinan(daftar, tanda):
    return [
        replace(
            k, uid=tanda + k.uid, asal=k.uid, induk=tanda + k.induk if k.induk else "",
            indikator=tuple(replace(i, uid=tanda + i.uid, asal=i.uid) for i in k.indikator),
        )
        for k in daftar
    ]  # fmt: skip


def test_a_copy_is_its_origin_from_either_side_and_so_is_another_copy():
    satu, dua = salinan(DASAR, "x"), salinan(DASAR, "y")

    for lama, baru in ((DASAR, satu), (satu, DASAR), (satu, dua)):
        assert ringkas(bandingkan(lama, baru)) == {}


def test_documents_without_a_common_row_are_all_new_and_all_gone():
    lain = [kotak("z")]

    assert ringkas(bandingkan(DASAR, lain)) == {
        "BARU": [("z",)], "HILANG": [("a",), ("b",), ("c",), ("d",)]
    }  # fmt: skip


@given(st.permutations("bcdefgh"), st.permutations("bcdefgh"))
def test_leaving_out_those_that_moved_the_rest_kept_its_order(dulu, kini):
    lama, baru = ([kotak("a"), *(kotak(u, "a") for u in daftar)] for daftar in (dulu, kini))

    pindah = {b.kotak.uid for b in bandingkan(lama, baru)[JenisBeda.PINDAH]}

    assert [u for u in dulu if u not in pindah] == [u for u in kini if u not in pindah]
    assert bool(pindah) == (dulu != kini)
