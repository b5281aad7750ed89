"""Whatever stands in the cells, a sheet is read or refused in words; it never raises."""

import datetime as dt
import json

from hypothesis import given
from hypothesis import strategies as st

from kinerja.impor.jawaban import jawaban
from kinerja.impor.koreksi import PilihanTidakSah
from kinerja.impor.tata_letak import MODUL
from tests.kinerja.tabel_uji import baca, lembar

KEPALA = (
    "No", "Kode", "Level", "Program / Kegiatan / Sub Kegiatan", "Uraian", "Program", "Kegiatan",
    "Sub Kegiatan", "Tujuan", "Sasaran", "Sasaran Program", "Indikator", "Formulasi", "Satuan",
    "Target", "Target 2025", "Target 2026", "Pagu", "Pagu 2026", "Kondisi Awal 2024", "Kondisi",
    "ID", "ID Induk", "Jabatan", "Kinerja Utama", "Unit Kerja", "Ket.", "Sumber Dana",
)  # fmt: skip
TEKS = (
    "1", "1.1", "1.1.1", "I", "a)", "1.06.01", "1.06.01.2.01", "Program A", "JUMLAH", "idem",
    "TOTAL", "-", "5 Orang", "32.400.0000", "93,59%", "BB", "K1", "Kepala Dinas", "NIP. 1", "#REF!",
    "1. A\n2. B", "Tahun 2025", "(1)", "\xa0", "=1+1",
)  # fmt: skip
SEL = st.one_of(
    st.none(),
    st.sampled_from(TEKS),
    st.sampled_from(KEPALA),
    st.text(max_size=12),
    st.integers(-5, 10**14),
    st.floats(allow_nan=True),
    st.booleans(),
    st.just(dt.datetime(2025, 1, 2)),
)


@st.composite
def lembar_acak(draw):
    kepala = draw(st.lists(st.sampled_from(KEPALA), min_size=3, max_size=9))
    baris = st.lists(SEL, max_size=len(kepala) + 1)
    isi = [*draw(st.lists(baris, max_size=3)), kepala, *draw(st.lists(baris, max_size=9))]
    tempat = st.tuples(st.integers(0, 12), st.integers(0, 9))
    hasil = lembar(
        *isi,
        baris_tersembunyi=draw(st.sets(st.integers(0, 12), max_size=2)),
        kolom_tersembunyi=draw(st.sets(st.integers(0, 9), max_size=2)),
        tanpa_nilai=draw(st.sets(tempat, max_size=2)),
        rumus=draw(st.dictionaries(tempat, st.just("=A1"), max_size=2)),
        galat=draw(st.dictionaries(tempat, st.just("#N/A"), max_size=2)),
        indentasi=draw(st.dictionaries(tempat, st.integers(1, 4), max_size=4)),
    )
    for r, c in draw(st.lists(tempat, max_size=4)):
        hasil.gabungan.append((r, c, r + draw(st.integers(0, 4)), c + draw(st.integers(0, 4))))
    return hasil


@given(lembar_acak(), st.sampled_from([None, *MODUL]), st.sampled_from([None, 2025]))
def test_any_sheet_gets_an_answer(satu, jenis, tahun):
    try:
        hasil = baca(satu, jenis=jenis, tahun=tahun)
    except PilihanTidakSah:
        return

    isi = jawaban(hasil)
    id_ = [s["id"] for t in isi["tabel"] for s in t["simpul"]]
    assert json.loads(json.dumps(isi)) == isi
    assert len(id_) == len(set(id_))
    assert {s["induk"] for t in isi["tabel"] for s in t["simpul"]} <= {None, *id_}
