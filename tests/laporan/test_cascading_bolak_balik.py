"""A cascading form, imported and printed in its own columns, shows the same cells and merges."""

import io
import re

import openpyxl
import pytest
from django.core.management import call_command
from django.urls import reverse

from cascading.matriks_pohon import matriks_pohon
from cascading.set_kolom import SET_BAKU, DaftarKolom, Kolom
from kinerja.aturan.teks import rapikan
from kinerja.impor import sesi as langkah
from kinerja.impor.terapkan import terapkan
from kinerja.models import Pohon
from kinerja.pilihan import JenisPohon
from laporan.ekspor import cascading_xlsx
from laporan.naskah_cascading import Pesanan, naskah_cascading
from laporan.pdf.cascading import Dokumen
from tests.berkas import AKAR
from tests.factories import PADA, buat_periode
from tests.kinerja.impor_uji import CONTOH, mulai

FORMULIR = {
    "dinsos-2019": ("dinsos-13", (4, 26), (2019, 2022)),
    "belanja-dasar-2026": ("belanja-dasar-12", (7, 27), (2025, 2030)),
    "belanja-wajib-2026": ("belanja-wajib-24", (7, 27), (2025, 2030)),
}
POHON = AKAR.parent / "shared" / "data" / "xlsx" / "kotim-2025-pohon.xlsx"
LEBAR = [
    f"{tingkat}_{medan}"
    for tingkat in ("program", "kegiatan", "sub_kegiatan")
    for medan in ("nama", "kinerja", "indikator")
]


@pytest.fixture
def muat(dinas, perencana):
    def muat(jalur, tahun, di=None, biarkan=(), lembar="", **lain):
        sesi = mulai(di or dinas, perencana, jalur, periode=buat_periode(*tahun), **lain)
        if lembar:
            lain = {m: getattr(sesi, m) for m in langkah.PILIHAN_BACA}
            langkah.pilih(sesi, lain | {"lembar": lembar})
        for sel in biarkan:
            alamat = f"{sesi.rencana['tabel'][0]['lembar']}!{sel}"
            langkah.putuskan(sesi, alamat=alamat, aksi="BIARKAN")
        terapkan(sesi, oleh=perencana, pada=PADA)
        return Pohon.objects.get(pk=sesi.pohon_id)

    return muat


def tabel(buku, awal, akhir, kolom):
    """Texts by cell and the merges of some rows, counted from the first of them."""
    sel = {}
    for r in range(awal, akhir + 1):
        for c in range(1, kolom + 1):
            isi = buku.cell(r, c)
            if isi.value not in (None, ""):
                sel[r - awal, c] = (rapikan(str(isi.value))[0], bool(isi.font.strike))
    gabung = {
        (m.min_row - awal, m.min_col, m.max_row - awal, m.max_col)
        for m in buku.merged_cells.ranges
        if awal <= m.min_row <= akhir
    }
    return sel, gabung


def dicetak(pohon, nama, tahun, *, seluruh=True):
    pesanan = Pesanan(pohon, SET_BAKU[nama], tahun, "", seluruh)
    isi = naskah_cascading(pesanan, pada=PADA.date())
    return isi.matriks, cascading_xlsx.cetak(isi)


def badan(matriks, isi):
    """Body of a printed workbook: below the row of column numbers."""
    ws = openpyxl.load_workbook(io.BytesIO(isi))["Cascading"]
    nomor = next(sel.row for baris in ws.iter_rows() for sel in baris if sel.value == "(1)")
    return tabel(ws, nomor + 1, nomor + matriks.baris, len(matriks.kolom))


@pytest.mark.parametrize("nama", FORMULIR)
def test_the_form_prints_as_it_came(muat, dinas, nama):
    nama_set, (awal, akhir), tahun = FORMULIR[nama]
    jalur = CONTOH / f"cascading-{nama}.xlsx"
    if nama_set == "belanja-wajib-24":
        muat(jalur, tahun, dinas.pemda, jenis_pohon=JenisPohon.RPJMD)
    pohon = muat(jalur, tahun)

    matriks, isi = dicetak(pohon, nama_set, tahun[0])

    asli = tabel(openpyxl.load_workbook(jalur).active, awal, akhir, len(matriks.kolom))
    ada = badan(matriks, isi)
    assert ada[0] == asli[0]
    assert ada[1] == asli[1]


@pytest.mark.parametrize("nama", FORMULIR)
def test_what_was_printed_reads_back_without_a_change(muat, dinas, perencana, nama):
    nama_set, _, tahun = FORMULIR[nama]
    jalur = CONTOH / f"cascading-{nama}.xlsx"
    if nama_set == "belanja-wajib-24":
        muat(jalur, tahun, dinas.pemda, jenis_pohon=JenisPohon.RPJMD)
    pohon = muat(jalur, tahun)
    _, isi = dicetak(pohon, nama_set, tahun[0])

    lagi = mulai(dinas, perencana, isi, pohon=pohon)

    assert [t["kode"] for t in lagi.rencana["temuan"] if t["tingkat"] == "GALAT"] == []
    assert [(b["nama"], b["beda"]) for b in lagi.rencana["baris"] if b["nasib"] != "SAMA"] == []
    assert lagi.rencana["ringkasan"]["perubahan"] == 0


def test_a_year_shows_what_was_valid_then(muat):
    pohon = muat(CONTOH / "cascading-dinsos-2019.xlsx", (2018, 2022))

    def program(tahun):
        m = matriks_pohon(pohon, SET_BAKU["dinsos-13"], tahun=tahun)
        kolom = [k.kunci for k in m.kolom].index("program_uraian")
        assert not any(s.dicoret for kolom in m.sel for s in kolom)
        return [s.teks.split()[2] for s in m.sel[kolom]]

    assert program(2018) == ["Pemberdayaan", "Pelayanan", "Pemberdayaan", "Peningkatan"]
    assert program(2019) == program(2022) == ["Pelayanan,", "Penanggulangan", "Pengembangan"]


def test_a_renja_across_prints_its_texts_in_the_same_cells(muat):
    jalur = CONTOH / "renja-kotim-2025-lebar.xlsx"
    ws = openpyxl.load_workbook(jalur).active
    kunci = ["no", *LEBAR]
    kolom = {k: n for n, k in enumerate(kunci)}
    letak = [1, 2, 3, 4, 7, 8, 9, 12, 13, 14]

    pohon = muat(jalur, (2025, 2029), biarkan=("K28", "P37"))

    m = matriks_pohon(
        pohon, DaftarKolom("uji", "UJI", tuple(Kolom(k, k) for k in kunci)), tahun=2025
    )

    for satu, c in zip(kunci, letak, strict=True):
        ada = [(s.mulai, s.rentang, s.teks) for s in m.sel[kolom[satu]]]
        assert ada == sel_asli(ws, c, 7, 49), satu


def sel_asli(ws, c, awal, akhir):
    """Cells of a column as (first row, rows, text), merged ones once."""
    gabung = {(m.min_row, m.min_col): m.max_row for m in ws.merged_cells.ranges}
    hasil, r = [], awal
    while r <= akhir:
        bawah = gabung.get((r, c), r)
        teks = rapikan(str(ws.cell(r, c).value))[0]
        hasil.append((r - awal, bawah - r + 1, re.sub(r"^(?:\d+\.)+\s*", "", teks)))
        r = bawah + 1
    return hasil


def test_without_a_year_the_command_prints_replaced_programs_and_the_remark(muat, tmp_path):
    pohon = muat(CONTOH / "cascading-dinsos-2019.xlsx", (2018, 2022))
    semua, setahun = tmp_path / "semua.xlsx", tmp_path / "2018.xlsx"
    perintah = ["cetak", "cascading", "--pohon", str(pohon.pk), "--set", "dinsos-13"]

    call_command(*perintah, "--keluaran", str(semua))
    call_command(*perintah, "--keluaran", str(setahun), "--tahun", "2018")

    isi = {sel.value: sel for baris in buka(semua).iter_rows() for sel in baris}
    assert isi["2 Program Pelayanan dan Rehabilitasi Kesejahteraan Sosial"].font.strike
    assert "TH. 2019-2022 program dihapus dan diganti yg bawah" in isi
    assert "Tahun 2018-2022".upper() in isi
    dicoret = [sel for baris in buka(setahun).iter_rows() for sel in baris if sel.font.strike]
    assert dicoret == []


def buka(jalur):
    return openpyxl.load_workbook(jalur)["Cascading"]


def test_the_page_offers_the_whole_periode_where_a_box_was_replaced(muat, client, perencana, pohon):
    berganti = muat(CONTOH / "cascading-dinsos-2019.xlsx", (2018, 2022))
    client.force_login(perencana)

    halaman = {
        p.pk: client.get(reverse("cascading", args=[p.pk])).content.decode()
        for p in (berganti, pohon)
    }

    assert 'name="seluruh"' in halaman[berganti.pk]
    assert 'name="seluruh"' not in halaman[pohon.pk]


def test_the_remark_stands_across_its_columns_on_paper(muat):
    pohon = muat(CONTOH / "cascading-dinsos-2019.xlsx", (2018, 2022))
    isi = naskah_cascading(Pesanan(pohon, SET_BAKU["dinsos-13"], 2018, "", True), pada=PADA.date())

    html = Dokumen.siapkan(isi, "A3").html()

    assert 'colspan="5"' in html
    assert html.count('class="dc') > 20


@pytest.mark.skipif(not POHON.exists(), reason="../shared/data is not at hand")
def test_a_tree_of_sentences_prints_them_in_the_same_cells(muat):
    kunci = ["no"]
    for tingkat in ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan"):
        kunci += [f"{tingkat}_kinerja", f"{tingkat}_indikator"]
    pohon = muat(POHON, (2025, 2029), lembar="Pohon Kinerja")
    ws = openpyxl.load_workbook(POHON)["Pohon Kinerja"]

    daftar = DaftarKolom("uji", "UJI", tuple(Kolom(k, k) for k in kunci))
    m = matriks_pohon(pohon, daftar, tahun=2025)

    for c, sel in enumerate(m.sel, start=1):
        assert [(s.mulai, s.rentang, s.teks) for s in sel] == sel_asli(ws, c, 8, 51), kunci[c - 1]
