"""The penjenjangan as a Word file and as a workbook that comes back; by command, page and job."""

import io
from io import StringIO

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from cascading.models import Penjenjangan
from kinerja.impor.bacaan import PilihanImpor
from kinerja.impor.bacakan import baca_berkas
from kinerja.impor.potret import potret
from kinerja.impor.rencana import PilihanRencana, susun
from kinerja.models import Pekerjaan
from kinerja.pilihan import JenisPohon, Jenjang, PeranKondisi
from laporan.ekspor import penjenjangan_docx, penjenjangan_xlsx
from laporan.pekerjaan import kerjakan
from tests.factories import PADA, buat_pohon
from tests.laporan.penjenjangan_uji import kecil, muat_dokumen, naskah, naskah_demo, rapat

pytestmark = [pytest.mark.lambat, pytest.mark.django_db]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return naskah_demo()


@pytest.fixture(scope="module")
def word(demo):
    return Document(io.BytesIO(penjenjangan_docx.cetak(demo, "")))


def baca(naskah, tmp_path, ubah=lambda lembar: None):
    berkas = tmp_path / "blok.xlsx"
    berkas.write_bytes(penjenjangan_xlsx.cetak(naskah, ""))
    buku = openpyxl.load_workbook(berkas)
    ubah(buku.active)
    buku.save(berkas)
    return baca_berkas(berkas, "blok.xlsx", PilihanImpor())


# --- workbook ---


def test_the_workbook_reads_back_with_no_change_and_an_edit_is_the_only_one(tmp_path):
    dokumen = muat_dokumen()
    pilihan = PilihanRencana("uji", tahun=dokumen.tahun)

    hasil = baca(naskah(dokumen), tmp_path)
    (tabel,) = hasil.tabel
    assert tabel.jenis == "blok_label"
    assert len(tabel.simpul) == 63
    assert susun(hasil, potret(dokumen.cascading), pilihan).perubahan == []

    def ubah(lembar):
        sel = next(b[1] for b in lembar.iter_rows() if str(b[1].value).startswith("55"))
        sel.value = "56"

    (satu,) = susun(
        baca(naskah(dokumen), tmp_path, ubah), potret(dokumen.cascading), pilihan
    ).perubahan
    assert satu.jenis == "target"
    assert satu.sesudah["mentah"].startswith("56")


def test_reading_for_print_costs_the_same_however_much_is_in_it(
    milik_dinas, django_assert_max_num_queries
):
    with django_assert_max_num_queries(30) as sebelum:
        naskah(Penjenjangan.objects.lengkap().get(pk=milik_dinas.pk))
    besar = muat_dokumen()
    with django_assert_max_num_queries(len(sebelum)):
        naskah(Penjenjangan.objects.lengkap().get(pk=besar.pk))


@pytest.mark.parametrize(
    ("teks", "satuan"),
    [
        ("37.45", "%"), ("93,59 %", "Persen"), ("12000", "Orang"), ("1.234,5", "Ha"),
        ("0", "Orang"), ("BB", "Predikat"), ("70,1-70,5", "Nilai"), ("5 dokumen", "Dokumen"),
        ("33 Orang / Bulan", ""),
    ],
)  # fmt: skip
def test_a_target_comes_back_as_it_was_typed(milik_dinas, jalur, perencana, tmp_path, teks, satuan):
    pohon, siapa = milik_dinas.cascading, {"oleh": perencana, "pada": PADA}
    sub = jalur[Jenjang.SUB_KEGIATAN]
    indikator = pohon.tambah_indikator(sub, teks="Jumlah orang", satuan=satuan, **siapa)
    pohon.isi_target(indikator, teks, tahun=2025, **siapa)
    dokumen = Penjenjangan.objects.lengkap().get(pk=milik_dinas.pk)

    hasil = baca(naskah(dokumen), tmp_path)

    assert susun(hasil, potret(pohon), PilihanRencana("uji", tahun=2025)).perubahan == []


def test_money_of_two_funds_and_a_claim_that_differs_stay_as_they_are(
    milik_dinas, jalur, perencana, tmp_path
):
    pohon, siapa = milik_dinas.cascading, {"tahun": 2025, "oleh": perencana, "pada": PADA}
    pohon.isi_pagu(jalur[Jenjang.SUB_KEGIATAN], "10.000", sumber_dana="PAD", **siapa)
    pohon.isi_pagu(jalur[Jenjang.SUB_KEGIATAN], "20.000", sumber_dana="DAU", **siapa)
    pohon.isi_klaim(jalur[Jenjang.PROGRAM], "31.000", **siapa)
    isi = naskah(Penjenjangan.objects.lengkap().get(pk=milik_dinas.pk))

    anggaran = [b.isian[-1] for b in (isi.kegiatan[0].program, isi.sub_kegiatan[0].sub[0])]
    assert [(a.nilai, a.catatan) for a in anggaran] == [
        ("30.000", ("tertulis 31.000",)), ("30.000", ()),
    ]  # fmt: skip
    hasil = baca(isi, tmp_path)
    assert susun(hasil, potret(pohon), PilihanRencana("uji", tahun=2025)).perubahan == []


def test_the_findings_of_the_workbook_are_those_of_the_document(demo, tmp_path):
    kode = [t.kode for t in baca(demo, tmp_path).temuan]

    assert sorted(set(kode)) == [
        "ANGKA_SPASI", "ANGKA_TIDAK_TERBACA", "PAGU_TAK_TERVERIFIKASI", "PAGU_TIDAK_COCOK",
        "SATUAN_KOSONG",
    ]  # fmt: skip
    assert [kode.count(k) for k in ("ANGKA_TIDAK_TERBACA", "PAGU_TIDAK_COCOK")] == [2, 4]


@settings(max_examples=8)
@given(st.integers(1, 6), st.integers(1, 9))
def test_any_blocks_come_back_in_order_with_all_their_words(tmp_path_factory, panjang, banyak):
    isi = kecil(panjang=panjang, banyak=banyak)

    (tabel,) = baca(isi, tmp_path_factory.mktemp("blok")).tabel

    blok = [isi.kegiatan[0].program, isi.kegiatan[0].kegiatan, *isi.sub_kegiatan[0].sub]
    milik = {s.nama: s for s in tabel.simpul}
    for satu in blok:
        nama, sasaran, anggaran = (i.nilai for i in satu.isian)
        assert rapat(milik[nama].kinerja) == rapat(sasaran)
        assert [n.bacaan.nilai.angka for n in milik[nama].pagu.values()] == [int(anggaran)]


# --- Word ---


def judul(word, tingkat):
    return [p.text for p in word.paragraphs if p.style.name == f"Heading {tingkat}"]


def kepala(tabel):
    return [[c.text for c in b.cells] for b in tabel.rows if b._tr.findall(f".//{W}tblHeader")]


def test_the_word_file_has_headings_contents_and_every_table(word, demo):
    assert judul(word, 1) == [
        "DAFTAR ISI", *(f"TAHAP {n}\n{j}" for n, j in enumerate(demo.tahap, start=1))
    ]  # fmt: skip
    assert judul(word, 2)[:3] == ["CSF I", "CSF II", "CSF III"]
    assert "TOC" in "".join(t.text for t in word.element.body.iter(qn("w:instrText")))
    takaran = [p.text for p in word.paragraphs]
    assert [t for t in takaran if t.startswith("Tabel 3.")] == [
        f"Tabel 3.{n}" for n in range(1, 24)
    ]
    assert sum(t.startswith("Blok 5.2.") for t in takaran) == 13
    kondisi = [
        t
        for t in word.tables
        if [k[0][-1] for k in [kepala(t)] if k] == [demo.kondisi[0].judul_kanan]
    ]
    assert sum(len(t.rows) - 1 for t in kondisi) == 64


def test_the_blocks_of_word_pdf_and_workbook_have_the_same_labels_in_the_same_order(word, demo):
    blok = [t for t in word.tables if t.cell(0, 0).text in ("Program", "Sub Kegiatan")]
    label = [[b.cells[k].text for b in t.rows] for t in blok for k in range(0, len(t.columns), 2)]

    naskah = [b for x in demo.kegiatan for b in (x.program, x.kegiatan)]
    naskah += [b for x in demo.sub_kegiatan for b in x.sub]
    assert label == [[i.label for i in b.isian] for b in naskah]
    assert {tuple(x[1:]) for x in label} == {("Sasaran", "Indikator", "Target", "Anggaran")}


def test_drawings_are_pictures_with_words_and_87_boxes_as_rows(word):
    gambar = [s._inline.docPr.get("descr") for s in word.inline_shapes]
    kotak = [t for t in word.tables if kepala(t) == [["Jenjang", "Kinerja", "Indikator"]]]

    assert gambar[0] == "Gambar 4.1 Ikhtisar"
    assert len(gambar) == len(kotak) == 10
    assert sum(len(t.rows) - 1 for t in kotak) == 87
    assert len(kotak[0].rows) - 1 == 11


def test_the_matrix_is_merged_and_targets_stand_in_columns_of_years(word, demo):
    matriks = [t for t in word.tables if t.cell(0, 0).text == "Level kinerja"]
    assert len(matriks) == 6
    sel = matriks[0].rows[7]._tr.findall(f"{W}tc")
    rentang = [tc.tcPr.find(f"{W}gridSpan") for tc in sel]
    assert [int(r.get(f"{W}val")) for r in rentang if r is not None] == [3, 2, 2]
    tahun = [t for t in word.tables if kepala(t) and "Target Tahun" in kepala(t)[0]]
    nilai = [c.text for t in tahun for b in t.rows[2:] for c in b.cells[3:]]
    assert len([v for v in nilai if "," in v]) == 35


def test_the_word_file_says_konsep_and_equal_documents_are_equal_files(word):
    assert word.sections[0].header.paragraphs[0].text == "KONSEP"
    isi = kecil()
    assert penjenjangan_docx.cetak(isi, "") == penjenjangan_docx.cetak(isi, "")


# --- command and page ---


@pytest.fixture
def milik_dinas(dinas, pohon, jalur, perencana):
    """A small penjenjangan of the perencana's own agency."""
    kondisi = buat_pohon(dinas, perencana, JenisPohon.POHON_KINERJA)
    kondisi.tambah(
        induk=kondisi.akar(), jenjang=Jenjang.KONDISI, peran=PeranKondisi.OUTCOME,
        kinerja="Terlindunginya warga", oleh=perencana, pada=PADA,
    )  # fmt: skip
    baru = Penjenjangan(
        perangkat_daerah=dinas, periode=pohon.periode, tahun=2025, pohon_kinerja=kondisi,
        cascading=pohon, diubah_pada=PADA,
    )  # fmt: skip
    baru.daftarkan(oleh=perencana, pada=PADA)
    return baru


@pytest.mark.parametrize("akhiran", ["pdf", "docx", "xlsx"])
def test_the_command_writes_each_kind_of_file_and_says_what_is_in_it(
    milik_dinas, tmp_path, akhiran
):
    keluaran, kabar = tmp_path / f"p.{akhiran}", StringIO()

    pilihan = [f"--dokumen={milik_dinas.pk}", f"--keluaran={keluaran}"]
    call_command("cetak", "penjenjangan", *pilihan, stdout=kabar)

    assert keluaran.read_bytes()[:2] in (b"%P", b"PK")
    assert "1 kotak, 1 kegiatan, 1 sub kegiatan." in kabar.getvalue()


def test_the_command_names_what_there_is_when_the_document_does_not_exist(milik_dinas, tmp_path):
    with pytest.raises(CommandError, match=f"yang ada: {milik_dinas.pk} "):
        call_command("cetak", "penjenjangan", "--dokumen=0", f"--keluaran={tmp_path / 'a.pdf'}")


def test_the_page_gives_a_job_then_the_file(client, perencana, milik_dinas):
    client.force_login(perencana)
    alamat = reverse("penjenjangan-berkas", args=[milik_dinas.pk])

    jawab = client.get(alamat, {"format": "pdf", "kertas": "A3"})

    pekerjaan = Pekerjaan.objects.get()
    assert jawab.url == reverse("pekerjaan", args=[pekerjaan.uid])
    kerjakan.call(pekerjaan.pk)
    isi = client.get(alamat, {"format": "pdf", "kertas": "A3"})
    lebar = PdfReader(io.BytesIO(b"".join(isi.streaming_content))).pages[0].mediabox.width
    assert round(float(lebar) / 72 * 25.4) == 420


def test_who_may_not_see_it_gets_no_file(client, perencana_lain, milik_dinas):
    alamat = reverse("penjenjangan-berkas", args=[milik_dinas.pk])
    assert client.get(alamat).status_code == 302
    client.force_login(perencana_lain)
    assert client.get(alamat).status_code == 404


def test_the_page_offers_papers_and_three_kinds_of_file(client, perencana, milik_dinas):
    client.force_login(perencana)

    isi = client.get(reverse("penjenjangan-cetak", args=[milik_dinas.pk])).content.decode()

    for nilai in ("F4", "A3", "pdf", "docx", "xlsx"):
        assert f'value="{nilai}"' in isi
    assert "KONSEP" in isi


@pytest.mark.parametrize("salah", [{"format": "svg"}, {"kertas": "A9"}])
def test_a_choice_that_the_page_does_not_offer_is_refused_on_it(
    client, perencana, milik_dinas, salah
):
    client.force_login(perencana)
    tanya = {"format": "pdf", "kertas": "F4"} | salah

    jawab = client.get(reverse("penjenjangan-berkas", args=[milik_dinas.pk]), tanya)

    assert jawab.status_code == 422
    assert not Pekerjaan.objects.exists()
