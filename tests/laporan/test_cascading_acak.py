"""A random tree, printed by our own writer in columns chosen at random, reads back the same."""

import io
from random import Random

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cascading.matriks import susun
from cascading.matriks_isi import IndikatorIsi, IsiMatriks, SimpulIsi
from cascading.set_kolom import BAWAAN, SET_BAKU, DaftarKolom, katalog
from kinerja.impor.bacaan import PilihanImpor
from kinerja.impor.bacakan import baca_buku
from kinerja.impor.buku import Buku, Lembar
from laporan.ekspor import cascading_xlsx
from tests.cascading.contoh import naskah

pytestmark = pytest.mark.lambat
JENJANG = ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan")
FORMULIR = ("dinsos-13", "belanja-dasar-12", "belanja-wajib-24")
KATA = ("layanan", "korban", "lansia", "sandang", "data", "anak", "panti")
JUDUL = {k.kunci: k for k in katalog()}


class Penanam:
    """Grows a forest from a seed; every text is told apart by a number."""

    def __init__(self, benih, atas, bawah, bernama):
        self.acak, self.bernama = Random(benih), bernama
        self.jenjang = JENJANG[JENJANG.index(atas) : JENJANG.index(bawah) + 1]
        self.simpul: list[SimpulIsi] = []
        self.ke = 0

    def tanam(self, tingkat=0, induk=None):
        for _ in range(self.acak.randint(1, 3 if tingkat > 1 else 2)):
            jenjang = self.jenjang[tingkat]
            kalimat = jenjang in ("tujuan", "sasaran") or not self.bernama(jenjang)
            nama = "" if kalimat else f"Urusan {self._teks()}"
            self.ke += 1
            s = SimpulIsi(
                str(self.ke), induk, jenjang, nama,
                kinerja=f"Terwujudnya {self._teks()}" if kalimat or self._kadang() else "",
                indikator=self._semua_indikator(),
            )  # fmt: skip
            self.simpul.append(s)
            if tingkat + 1 < len(self.jenjang):
                self.tanam(tingkat + 1, s.id)
        return self.simpul

    def _teks(self):
        self.ke += 1
        kata = " ".join(self.acak.choices(KATA, k=self.acak.randint(1, 4)))
        return f"{kata} ke{self.ke}"

    def _kadang(self):
        return self.acak.random() < 0.5

    def _semua_indikator(self):
        return tuple(self._indikator() for _ in range(self.acak.randint(1, 2)))

    def _indikator(self):
        self.ke += 1
        rumus = f"A{self.ke} dibagi B{self.ke}" if self._kadang() else ""
        satuan = self.acak.choice(("", "Orang", "Dokumen"))
        return IndikatorIsi(str(self.ke), f"Jumlah {self._teks()}", satuan, rumus)


def terbaca(daftar, kolom):
    """Levels, texts, indicators of what was read, as far as the columns print them."""
    ada = {k.kunci for k in kolom}
    return [
        (
            s.level,
            s.nama,
            s.kinerja,
            [(i.teks, i.satuan, i.formulasi) for i in s.indikator if f"{s.level}_indikator" in ada],
        )
        for s in daftar
    ]


def tercetak(daftar, kolom):
    ada = {k.kunci for k in kolom}

    def isi(s):
        t = s.tingkat
        nama = s.nama if f"{t}_nama" in ada else ""
        kalimat = f"{t}_kinerja" in ada or (f"{t}_uraian" in ada and not s.nama)
        indikator = [
            (
                i.teks,
                i.satuan if f"{t}_satuan" in ada else "",
                [i.formulasi] if f"{t}_formulasi" in ada and i.formulasi else [],
            )
            for i in s.indikator
            if f"{t}_indikator" in ada
        ]
        return (t, nama or (s.nama if f"{t}_uraian" in ada else ""), s.kinerja if kalimat else "",
                indikator)  # fmt: skip

    return [isi(s) for s in daftar]


def dibaca(matriks):
    ws = openpyxl.load_workbook(io.BytesIO(cascading_xlsx.cetak(naskah(matriks))))["Cascading"]
    baris = [[sel.value for sel in baris] for baris in ws.iter_rows()]
    gabungan = [
        (m.min_row - 1, m.min_col - 1, m.max_row - 1, m.max_col - 1) for m in ws.merged_cells.ranges
    ]
    hasil = baca_buku(Buku("acak.xlsx", "", [Lembar("Cascading", baris, gabungan)]), PilihanImpor())
    (tabel,) = hasil.tabel
    assert tabel.jenis == "cascading"
    assert [t for t in hasil.temuan if t.menghalangi] == []
    return tabel.simpul


@st.composite
def kolom(draw):
    """Levels side by side from one to another, each with what it prints, in any order."""
    awal = draw(st.integers(0, 2))
    akhir = draw(st.integers(awal + 1, 4))
    pilihan = []
    for jenjang in JENJANG[awal : akhir + 1]:
        atas = jenjang in ("tujuan", "sasaran")
        pilihan.append(f"{jenjang}_uraian" if atas else f"{jenjang}_nama")
        if not atas and draw(st.booleans()):
            pilihan.append(f"{jenjang}_kinerja")
        if draw(st.booleans()) or jenjang == JENJANG[akhir]:
            pilihan.append(f"{jenjang}_indikator")
            pilihan += [f"{jenjang}_{m}" for m in ("satuan", "formulasi") if draw(st.booleans())]
    return JENJANG[awal], JENJANG[akhir], draw(st.permutations(pilihan))


@settings(max_examples=40)
@given(kolom(), st.integers(0, 10**6))
def test_any_columns_in_any_order(pilihan, benih):
    atas, bawah, kunci = pilihan
    simpul = Penanam(benih, atas, bawah, lambda jenjang: True).tanam()
    daftar = DaftarKolom("acak", "ACAK", tuple(JUDUL[k] for k in kunci), BAWAAN)

    ada = dibaca(susun(IsiMatriks(tuple(simpul), 2025), daftar))

    assert terbaca(ada, daftar.kolom) == tercetak(simpul, daftar.kolom)


@settings(max_examples=40)
@given(st.sampled_from(FORMULIR), st.integers(0, 10**6))
def test_the_forms_of_offices(nama, benih):
    daftar = SET_BAKU[nama]
    bawah = "kegiatan" if nama == "dinsos-13" else "sub_kegiatan"
    bernama = {"dinsos-13": ("program", "kegiatan")}.get(nama, ("program", "sub_kegiatan"))
    simpul = Penanam(benih, "tujuan", bawah, bernama.__contains__).tanam()

    ada = dibaca(susun(IsiMatriks(tuple(simpul), 2025), daftar))

    assert [(s.level, s.nama or s.kinerja) for s in ada] == [
        (s.tingkat, s.nama or s.kinerja) for s in simpul
    ]
    berukuran = {k.tingkat for k in daftar.kolom if k.medan == "indikator"}
    assert [[i.teks for i in s.indikator] for s in ada if s.level in berukuran] == [
        [i.teks for i in s.indikator] for s in simpul if s.tingkat in berukuran
    ]
