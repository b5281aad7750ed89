"""A random tree of boxes, positions or indicators printed in a layout reads back equal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kinerja.kondisi_acak import (
    baris_daun,
    daftar_jabatan,
    daftar_kotak,
    hutan_kondisi,
    isi_kondisi,
)
from tests.kinerja.pohon_acak import hutan, isi
from tests.kinerja.tabel_uji import baca, lembar

pytestmark = pytest.mark.lambat


def terbaca(tabel):
    return [(s.id, s.induk, s.kinerja, [i.teks for i in s.indikator]) for s in tabel.simpul]


@given(hutan_kondisi(), st.data())
def test_leaf_rows_read_back(daftar, data):
    hasil = baca(baris_daun(data.draw, daftar))

    (tabel,) = hasil.tabel
    assert tabel.jenis == "pohon_kinerja"
    assert terbaca(tabel) == isi_kondisi(daftar)
    assert tabel.jumlah == {"kotak": len(tabel.simpul), "kondisi": len(tabel.simpul)}
    assert {t.kode for t in hasil.temuan} <= {"DUPLIKAT_PERSIS", "AWALAN_RUMUS"}


@given(hutan_kondisi(), st.data())
def test_boxes_with_parents_read_back(daftar, data):
    hasil = baca(daftar_kotak(data.draw, daftar))

    (tabel,) = hasil.tabel
    assert (tabel.jenis, terbaca(tabel)) == ("kotak", isi_kondisi(daftar))
    assert {t.kode for t in hasil.temuan} <= {"DUPLIKAT_PERSIS", "AWALAN_RUMUS"}


@given(hutan_kondisi(), st.data())
def test_positions_read_back(daftar, data):
    (tabel,) = baca(daftar_jabatan(data.draw, daftar)).tabel

    assert tabel.jenis == "jabatan"
    assert [
        (s.id, s.induk, s.nama, s.lain["kinerja_utama"], [i.teks for i in s.indikator])
        for s in tabel.simpul
    ] == [
        (id_, induk, f"Kepala {kondisi}", indikator, indikator)
        for id_, induk, kondisi, indikator in isi_kondisi(daftar)
    ]


@given(hutan(), st.booleans(), st.data())
def test_indicators_with_years_read_back(daftar, berawal, data):
    ukuran = [(f"{teks} ke-{n}", satuan, target) for n, (*_, teks, target, satuan, _) in
              enumerate(isi(daftar), 1)]  # fmt: skip
    kepala = ["Indikator", "Satuan", *(["Kondisi Awal 2024"] if berawal else []),
              "Target 2025", "Target 2026", "Target 2027"]  # fmt: skip
    urut = data.draw(st.permutations(range(len(kepala))))
    baris = [[t, s, *[n] * (len(kepala) - 2)] for t, s, n in ukuran]

    (tabel,) = baca(lembar([kepala[i] for i in urut], *([b[i] for i in urut] for b in baris))).tabel

    (satu,) = tabel.simpul
    assert tabel.jenis == ("iku" if berawal else "target_tahunan")
    assert [(i.teks, i.satuan, nilai(i.baseline), nilai(i.target)) for i in satu.indikator] == [
        (t, s, {"2024": n} if berawal else {}, dict.fromkeys(("2025", "2026", "2027"), n))
        for t, s, n in ukuran
    ]
    assert tabel.jumlah["nilai_target"] == 3 * len(ukuran)


def nilai(daftar):
    return {tahun: str(n.bacaan.nilai.angka) for tahun, n in daftar.items()}
