"""A random tree printed in a layout reads back equal, without a finding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kinerja.pohon_acak import bernomenklatur, hutan, isi, mendatar, menurun
from tests.kinerja.tabel_uji import baca

pytestmark = pytest.mark.lambat


def terbaca(hasil):
    """The reading as the printer counts it."""
    (tabel,) = hasil.tabel
    return [
        (
            s.id,
            s.level,
            s.nama,
            s.kinerja,
            *((i.teks, str(i.target["2025"].bacaan.nilai.angka), i.satuan) for i in s.indikator),
            *(n.bacaan.rupiah for n in s.pagu.values()),
        )
        for s in tabel.simpul
    ]


def tercetak(daftar):
    return [(*baris[:4], baris[4:7], baris[7]) for baris in isi(daftar)]


@given(hutan(), st.data())
def test_an_outline_reads_back(daftar, data):
    hasil = baca(menurun(data.draw, daftar))

    assert hasil.tabel[0].jenis == "renja_garis_besar"
    assert terbaca(hasil) == tercetak(daftar)
    assert [t for t in hasil.temuan if t.kode != "NILAI_TIDAK_WAJAR"] == []


@given(hutan(), st.data())
def test_levels_across_read_back(daftar, data):
    hasil = baca(mendatar(data.draw, daftar))

    assert hasil.tabel[0].jenis == "renja_lebar"
    assert sorted(terbaca(hasil)) == sorted(tercetak(daftar))
    assert [t for t in hasil.temuan if t.kode != "NILAI_TIDAK_WAJAR"] == []


@given(hutan(), st.booleans())
def test_the_national_list_reads_back(daftar, ke_samping):
    hasil = baca(bernomenklatur(daftar, mendatar=ke_samping))

    (tabel,) = hasil.tabel
    daun = {id_ for id_, level, *_ in isi(daftar) if level == "sub_kegiatan"}
    assert tabel.jenis == "nomenklatur"
    assert sorted((s.id, s.level, s.nama) for s in tabel.simpul) == sorted(
        baris[:3] for baris in isi(daftar)
    )
    assert {
        (s.id, s.kinerja, s.indikator[0].teks, s.indikator[0].satuan)
        for s in tabel.simpul
        if s.level == "sub_kegiatan"
    } == {(b[0], b[3], b[4], b[6]) for b in isi(daftar) if b[0] in daun}
    assert hasil.temuan == []
