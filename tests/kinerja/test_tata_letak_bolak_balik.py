"""A random tree printed in a layout reads back equal, without a finding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kinerja.cetak_blok import blok_label
from tests.kinerja.cetak_renstra import TAHUN, renstra
from tests.kinerja.cetak_sipd import BLOK, DANA, kode_sipd, sipd
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


def kode_letak(id_):
    return ".".join(kode_sipd(tuple(int(n) for n in id_.removeprefix("P").split("."))))


@given(hutan(), st.integers(1, 3), st.data())
def test_a_print_of_sipd_reads_back(daftar, banyak_unit, data):
    unit = list(BLOK[:banyak_unit])
    hasil = baca(sipd(data.draw, daftar, unit))

    (tabel,) = hasil.tabel
    assert tabel.jenis == "renja_sipd"
    milik = {s.id: s for s in tabel.simpul}
    assert sorted(
        (s.kode, s.nama, s.unit, milik[s.induk].kode if s.induk else "", *nilai_sipd(s))
        for s in tabel.simpul
    ) == sorted(tercetak_sipd(daftar, unit))
    assert {t.kode for t in hasil.temuan} <= {"NILAI_TIDAK_WAJAR"}


def nilai_sipd(s):
    (i,) = s.indikator
    pagu = {tahun: n.bacaan.rupiah for tahun, n in s.pagu.items()}
    target = {tahun: str(n.bacaan.nilai.angka) for tahun, n in i.target.items()}
    return i.teks, i.satuan, target, pagu, s.lain


def tercetak_sipd(daftar, unit):
    for id_, level, nama, _, teks, target, satuan, pagu in isi(daftar):
        kode = kode_letak(id_)
        induk = kode_letak(id_.rpartition(".")[0]) if "." in id_ else ""
        if level != "sub_kegiatan":
            jumlah = {"2025": pagu * len(unit)}
            yield kode, nama, "", induk, teks, satuan, {"2025": target}, jumlah, {}
            continue
        lain = {
            "sumber_dana": DANA[int(target) % 3],
            "lokasi": "Kab. A, Semua Kecamatan, Semua Kelurahan",
            "unit_resmi": True,
        }
        tahunan = {"2025": target, "2026": target}, {"2025": pagu, "2026": pagu}
        for satu in unit:
            yield kode, nama, satu, induk, teks, satuan, *tahunan, lain


@given(hutan(), st.data())
def test_a_renstra_reads_back(daftar, data):
    hasil = baca(renstra(data.draw, daftar), tahun_awal=2025)

    (tabel,) = hasil.tabel
    sasaran, *simpul = tabel.simpul
    assert (tabel.jenis, sasaran.kinerja, sasaran.level) == (
        "renstra", "Meningkatnya PPKS", "sasaran"
    )  # fmt: skip
    assert [i.teks for i in sasaran.indikator] == ["Persentase PPKS tertangani"]
    milik = {s.id: s for s in tabel.simpul}
    assert [
        (s.kode, s.nama, milik[s.induk].kode if s.induk else "", *nilai_renstra(s)) for s in simpul
    ] == [
        (
            kode_letak(id_), nama, kode_letak(id_.rpartition(".")[0]) if "." in id_ else "", teks,
            satuan, {"2024": target}, {str(t): target for t in TAHUN},
            {str(t): pagu * (t - 2023) for t in TAHUN},
        )
        for id_, _, nama, _, teks, target, satuan, pagu in isi(daftar)
    ]  # fmt: skip
    assert all(n.indikatif for s in simpul for n in s.pagu.values())
    assert {t.kode for t in hasil.temuan} <= {"NILAI_TIDAK_WAJAR"}


def nilai_renstra(s):
    (i,) = s.indikator
    awal, target = (
        {tahun: str(n.bacaan.nilai.angka) for tahun, n in daftar.items()}
        for daftar in (i.baseline, i.target)
    )
    return i.teks, i.satuan, awal, target, {t: n.bacaan.rupiah for t, n in s.pagu.items()}


@given(hutan(), st.data())
def test_blocks_of_labels_read_back(daftar, data):
    hasil = baca(blok_label(data.draw, daftar))

    assert hasil.tabel[0].jenis == "blok_label"
    assert sorted(terbaca(hasil)) == sorted(tercetak(daftar))
    assert [t for t in hasil.temuan if t.kode != "NILAI_TIDAK_WAJAR"] == []
