"""The demo's penjenjangan as PDF: every kind of page of the agency's own document."""

import io
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from laporan.pdf.cetak import cetak_pdf
from laporan.pdf.naskah_penjenjangan import NaskahPenjenjangan, baca_naskah
from laporan.pdf.penjenjangan import DokumenPenjenjangan, cetak
from tests.kinerja.test_diagram import bertabrakan, terpotong
from tests.laporan.penjenjangan_uji import kecil, naskah_demo, rapat

pytestmark = [pytest.mark.lambat, pytest.mark.django_db]


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker) -> NaskahPenjenjangan:
    with django_db_blocker.unblock():
        return naskah_demo()


@pytest.fixture(scope="module")
def dokumen(demo):
    return DokumenPenjenjangan.siapkan(demo, "F4")


@pytest.fixture(scope="module")
def pdf(dokumen):
    return PdfReader(io.BytesIO(cetak_pdf(dokumen.html(), bertanda=False)))


def test_no_word_stands_beyond_the_margin(pdf, dokumen, tmp_path):
    """Lines are measured in the type they are printed in."""
    pdf_writer = PdfWriter(clone_from=pdf)
    berkas = tmp_path / "p.pdf"
    pdf_writer.write(berkas)
    kotak = subprocess.run(
        [shutil.which("pdftotext"), "-bbox", berkas, "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for halaman in kotak.split("<page ")[1:]:
        lebar = float(re.search(r'width="([\d.]+)"', halaman)[1])
        kanan = [float(x) for x in re.findall(r'xMax="([\d.]+)"', halaman)]
        assert max(kanan) <= lebar - dokumen.lembar.tepi + 1


@pytest.fixture(scope="module")
def teks(pdf):
    return [h.extract_text() for h in pdf.pages]


def halaman_tahap(teks, tahap):
    return [h for h in teks if re.search(rf"^TAHAP {tahap}$", h, re.MULTILINE)]


def butir(kotak, **saring):
    return [k for akar in kotak for k in akar.semua()]


def test_the_naskah_counts_as_the_source_does_and_travels_as_text(demo):
    assert baca_naskah(demo.ke_json()) == demo
    assert [len(k.butir) for k in demo.kolom] == [3, 6, 5]
    assert [len(b.sub) for b in demo.kolom[1].butir] == [4, 1, 1, 2, 2, 1]
    assert (len(demo.kondisi), sum(len(t.kanan) for t in demo.kondisi)) == (23, 64)
    assert Counter(k.tingkat for k in butir(demo.kotak)) == {1: 1, 2: 3, 3: 7, 4: 13, 5: 44}
    target = [u.target for t in demo.target for k in t.baris for u in k.ukuran]
    assert len([v for nilai in target for v in nilai if re.fullmatch(r"\d+,\d\d", v)]) == 35
    assert len(demo.kegiatan) == 13
    assert len({b.program for b in demo.kegiatan}) == 7
    assert sum(len(b.sub) for b in demo.sub_kegiatan) == 43
    assert [[s.rentang for s in b.sel] for b in demo.matriks[0].baris][5] == [3, 2, 2]
    lebar = {sum(s.rentang for s in b.sel) for m in demo.matriks for b in m.baris}
    assert ({len(m.baris) for m in demo.matriks}, lebar) == ({11}, {7})
    assert len(demo.matriks) == 6


def test_left_hand_titles_are_of_four_kinds(demo):
    pola = (
        r"Faktor Penyebab/Pembentuk \(CSF \d\)",
        r"Kondisi Antara CSF \(Critical Success Factor\) \d",
        r"Kondisi Antara \(.+\)",
        r"Kondisi Antara [^(]+",
    )
    jenis = [
        next(n for n, p in enumerate(pola) if re.fullmatch(p, t.judul_kiri)) for t in demo.kondisi
    ]
    assert Counter(jenis) == {0: 3, 1: 7, 2: 12, 3: 1}


def test_planned_pages_are_the_real_ones_and_each_says_where_it_is(dokumen, pdf, teks):
    assert len(pdf.pages) == dokumen.jumlah_halaman
    assert "Halaman" not in teks[0]
    assert "PENJENJANGAN KINERJA" in teks[0]
    for nomor, isi in enumerate(teks[1:], start=2):
        assert f"Halaman {nomor} dari {len(teks)}" in isi
        assert "KONSEP" in isi
    assert [len(halaman_tahap(teks, t)) for t in (1, 2)] == [1, 1]


def test_every_text_of_the_document_is_printed(demo, teks):
    semua = rapat(" ".join(teks))
    kalimat = [k.judul for k in butir(demo.kotak)]
    kalimat += [i for k in butir(demo.kotak) for i in k.indikator]
    kalimat += [p for k in demo.kolom for p in k.petunjuk]
    kalimat += [t for k in demo.kolom for b in k.butir for t in (b.teks, *b.sub)]
    kalimat += [x for t in demo.kondisi for x in (t.judul_kiri, t.kiri, *t.kanan)]
    kalimat += [t for m in demo.matriks for b in m.baris for s in b.sel for t in [s.teks]]
    for blok in [b for x in demo.kegiatan for b in (x.program, x.kegiatan)]:
        kalimat += [i.nilai for i in blok.isian]
    kalimat += [i.nilai for x in demo.sub_kegiatan for b in x.sub for i in b.isian]
    assert [k for k in (*kalimat, *demo.catatan) if rapat(k) not in semua] == []


def test_captions_count_the_23_tables_13_blocks_and_13_heads_of_sub_kegiatan(teks):
    semua = " ".join(teks)

    assert re.findall(r"^Tabel 3\.(\d+)$", "\n".join(teks), re.MULTILINE) == [
        str(n) for n in range(1, 24)
    ]
    assert len(re.findall(r"Blok 5\.2\.\d+", semua)) == 13
    assert len(set(re.findall(r"^5\.3\.(\d+) ", "\n".join(teks), re.MULTILINE))) == 13
    lima = "\n".join(halaman_tahap(teks, 5))
    assert len(re.findall(r"^Sub Kegiatan\b|(?<=\S )Sub Kegiatan\b", lima, re.MULTILINE)) >= 43


def test_tahap_4_draws_87_boxes_whole_and_legible(dokumen):
    gambar = [h.muatan.diagram for h in dokumen.pohon]
    banyak = [sum(1 for _ in d.semua()) for d in gambar]

    assert (banyak[0], sum(banyak[1:])) == (11, 76)
    assert max(banyak[1:]) == 15
    assert all(h.muatan.terbaca for h in dokumen.pohon)
    assert [bertabrakan(d) or terpotong(d) for d in gambar] == [[]] * len(gambar)


def test_each_page_of_tahap_4_repeats_its_path_and_links_to_where_it_goes_on(dokumen, pdf, teks):
    awal = len(teks) - len(dokumen.halaman)
    letak = [n for n, r in enumerate(dokumen.halaman, start=awal + 1) if r.isi in dokumen.pohon]
    ikhtisar, *rinci = letak
    sasaran = {k.id for k in dokumen.naskah.kotak[0].anak}

    assert {p.kotak.id for h in dokumen.pohon[1:] for p in h.muatan.diagram.akar} == sasaran
    assert tautan(pdf, ikhtisar) == sorted(dokumen.pohon[0].tujuan.values())
    assert set(tautan(pdf, ikhtisar)) < set(rinci)
    for nomor, halaman in zip(rinci, dokumen.pohon[1:], strict=True):
        assert tautan(pdf, nomor) == sorted(halaman.tujuan.values())
        assert f"ikhtisar di halaman {ikhtisar}" in " ".join(teks[nomor - 1].split())
    assert f"kotak, lihat halaman {rinci[0]}" in " ".join(teks[ikhtisar - 1].split())


def tautan(pdf, nomor):
    """Page numbers that the links of a page lead to."""
    hasil = []
    for satu in pdf.pages[nomor - 1].get("/Annots") or ():
        isi = satu.get_object()
        nama = isi.get("/Dest") or isi["/A"]["/D"]
        hasil.append(pdf.get_destination_page_number(pdf.named_destinations[nama]) + 1)
    return sorted(hasil)


def test_the_contents_lead_to_every_stage_and_part(dokumen, pdf, teks):
    tujuan = tautan(pdf, 2)

    pertama: dict[object, int] = {}
    for nomor, r in enumerate(dokumen.halaman, start=len(teks) - len(dokumen.halaman) + 1):
        pertama.setdefault(r.kepala, nomor)
        assert r.kepala.sub in " ".join(teks[nomor - 1].split())
    assert set(tujuan) == set(pertama.values())
    tercetak = [int(n) for n in re.findall(r" ?(\d+)$", teks[1], re.MULTILINE)]
    assert set(tujuan) <= set(tercetak)
    assert [b.title for b in pdf.outline if not isinstance(b, list)][1:] == [
        f"Tahap {n} {judul}" for n, judul in enumerate(dokumen.naskah.tahap, start=1)
    ]


def test_on_a3_all_of_it_is_a3(demo):
    dokumen = DokumenPenjenjangan.siapkan(demo, "A3")

    assert {h.muatan.bidang.kertas.nama for h in dokumen.pohon} == {"A3"}
    assert dokumen.jumlah_halaman < DokumenPenjenjangan.siapkan(demo, "F4").jumlah_halaman


# --- invented documents ---


@settings(max_examples=6)
@given(st.integers(1, 60), st.integers(1, 20))
def test_long_texts_and_many_rows_are_never_cut(panjang, banyak):
    isi = kecil(panjang=panjang, banyak=banyak)
    dokumen = DokumenPenjenjangan.siapkan(isi, "F4")

    for lembaran in (x for daftar in dokumen.tabel.values() for x in daftar):
        tinggi = sum(b.jarak + b.potongan.tinggi(b.halaman, b.lanjutan) for b in lembaran.bagian)
        assert tinggi <= dokumen.lembar.ruang_tinggi
    for potongan, bagian in per_tabel(dokumen):
        for c, kolom in enumerate(potongan.tabel.kolom):
            for i, sel in enumerate(kolom.sel):
                if sel.lebar:
                    assert rapat(sel.teks) in tercetak(bagian, c, i)


def per_tabel(dokumen):
    """(table, its parts on all pages)"""
    hasil = {}
    for lembaran in (x for daftar in dokumen.tabel.values() for x in daftar):
        for b in lembaran.bagian:
            hasil.setdefault(id(b.potongan), (b.potongan, []))[1].append(b)
    return hasil.values()


def tercetak(bagian, c, i):
    baris = [t for b in bagian for p in b.halaman.potong[c] if p.sel == i for t in p.tulisan.teks]
    return rapat(" ".join(baris))


def test_a_table_larger_than_a_page_repeats_its_head_and_loses_nothing():
    penuh = kecil(panjang=45, banyak=4)
    tanpa = dict.fromkeys(("kolom", "kotak", "kegiatan", "sub_kegiatan", "matriks", "target"), ())
    isi = replace(penuh, kondisi=penuh.kondisi[:1], **tanpa)

    pdf = PdfReader(io.BytesIO(cetak(isi, "F4")))

    teks = [h.extract_text() for h in pdf.pages]
    semua = "".join(map(rapat, teks))
    assert len(pdf.pages) == DokumenPenjenjangan.siapkan(isi, "F4").jumlah_halaman
    assert [k for t in isi.kondisi for k in t.kanan if rapat(k) not in semua] == []
    terbelah = [h for h in teks if "Tabel 3.1 (lanjutan)" in h]
    assert terbelah
    assert all("Kiri 0" in h and "Kanan" in h for h in terbelah)


def test_the_same_document_gives_the_same_bytes_and_an_empty_one_has_all_stages():
    isi = kecil()
    kosong = NaskahPenjenjangan(
        isi.kop, isi.judul, "", isi.tahap, isi.bagian, "", (), (), (), (), 1, (), (2025,), (), (),
        (), (), (), "kaki", diubah=isi.diubah,
    )  # fmt: skip

    assert cetak(isi, "A3") == cetak(baca_naskah(isi.ke_json()), "A3")
    kosong = replace(kosong, penutup="Disusun bersama Bappeda.", konsep=False)
    pdf = PdfReader(io.BytesIO(cetak(kosong, "F4")))
    semua = " ".join(h.extract_text() for h in pdf.pages)
    assert "Disusun bersama Bappeda." in semua
    assert "KONSEP" not in semua
    assert len(pdf.pages) == DokumenPenjenjangan.siapkan(kosong, "F4").jumlah_halaman == 7
