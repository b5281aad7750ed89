"""The IKU document of the demo as PDF: it says what the agency's document says."""

import re

import pytest
from pypdf import PdfReader

from iku.contoh import fakta
from iku.models import DokumenIku
from iku.pilihan import StatusDokumen
from kinerja.contoh.fakta import lembar
from kinerja.models import Pengguna
from laporan.pdf.iku import DokumenIkuCetak
from laporan.pdf.naskah_iku import KEPUTUSAN, baca_naskah
from tests.factories import PADA
from tests.laporan.iku_uji import cetak, halaman, muat_dokumen, naskah, rapat

pytestmark = pytest.mark.lambat


@pytest.fixture
def dokumen(db):
    return muat_dokumen()


@pytest.fixture
def buku(dokumen):
    """The naskah with its pages as text."""
    isi = naskah(dokumen)
    return isi, PdfReader(cetak(isi, "pdf"))


def angka(teks):
    """ "56.73" and "93%" as they are printed."""
    return teks.replace(".", ",").rstrip("%")


def test_tables_narratives_and_annexes_come_out_in_full(buku):
    isi = fakta()
    semua = rapat(" ".join(halaman(buku[1])))
    for i in isi["iku"]:
        baris = [i["indikator"], i["satuan"], angka(i["awal"]), *map(angka, i["target"].values())]
        assert rapat("".join(baris)) in semua, i["indikator"]
        bagian = [i["judul"], *i["program"], i["pembilang"], i["penyebut"]]
        bagian += [i.get("cara", ""), i.get("sebutan_lampiran", ""), *i.get("kriteria", ())]
        bagian += [teks for k in i["komponen"] for teks in k if teks != "?"]
        assert [b for b in bagian if b and rapat(b) not in semua] == []
    assert [s for s in (*isi["sasaran"], *isi["landasan_hukum"]) if rapat(s) not in semua] == []


def test_the_components_are_5_16_and_21_and_three_changed_their_name(buku):
    teks = rapat(" ".join(halaman(buku[1])))

    kepala = re.findall(r"Komponensubkegiatanbesertaindikatornya\((\d+)", teks)
    assert kepala == ["5", "16", "21"]
    assert "(16,3diantaranyabergantinama)" in teks
    assert teks.count("menjadi............") == 1
    assert "EkonomiMasyarakat,menjadiPengembanganEkonomiPerempuan" in teks


def test_tabel_2_1_has_its_group_heads_ket_and_number_row(buku):
    teks = rapat(next(h for h in halaman(buku[1]) if "Tabel 2.1" in h))

    assert "TARGETTAHUN" in teks
    assert "BASELINETAHUN" in teks
    assert "2024202520262027202820292030" in teks
    assert "KET" in teks
    assert "".join(f"({n})" for n in range(1, 12)) in teks


@pytest.mark.parametrize(
    ("nomor", "berkas", "kolom"),
    [("III", "belanja-dasar-2026", 12), ("IV", "belanja-wajib-2026", 24)],
)
def test_the_cascadings_are_annexes_with_all_their_rows(buku, nomor, berkas, kolom):
    isi, pdf = buku
    matriks = next(x.matriks for x in isi.lampiran if x.nomor == nomor)
    sumber = [b[-1] for b in lembar(berkas).baris[5:] if len(b) >= kolom and b[kolom - 1]]
    semua = rapat(" ".join(halaman(pdf)))

    assert (len(matriks.kolom), matriks.baris) == (kolom, 21)
    assert [s for s in sumber if not str(s).isdigit() and rapat(s) not in semua] == []


def test_the_contents_name_the_pages_on_which_things_stand(buku):
    _, pdf = buku
    teks = [rapat(h) for h in halaman(pdf)]
    isi = next(h for h in halaman(pdf) if "DAFTAR ISI" in h)
    butir = re.findall(r"^(.+?)\s*\.{3,}\s*(\d+)\s*$", isi, re.MULTILINE)

    assert len(butir) == 15
    for judul, nomor in butir:
        assert rapat(judul) in teks[int(nomor) - 1], judul
    assert [h.startswith("LAMPIRAN") for h, _ in butir].count(True) == 4


def test_planned_pages_of_the_annexes_are_the_real_ones(buku):
    isi, pdf = buku
    rencana = sum(c.jumlah_halaman for c in DokumenIkuCetak(isi).cascading)

    lebar = [h for h in pdf.pages if h.mediabox.width > h.mediabox.height]
    assert len(lebar) == rencana > 4
    ukuran = {round(float(h.mediabox.width)) for h in pdf.pages}
    assert ukuran == {595, 842, 1191}


def test_foreword_and_closing_are_signed_on_their_own_page_with_month_and_year_only(buku):
    teks = [rapat(h) for h in halaman(buku[1])]

    for kepala in ("KATAPENGANTAR", "BABIIIPENUTUP"):
        (milik,) = [h for h in teks if kepala in h and "DAFTARISI" not in h]
        assert "Pandeglang,Agustus2025KepalaDinasSosialPandeglang," in milik
        assert "NIP." in milik
    assert not re.search(r"Pandeglang,\d", " ".join(teks))


def test_a_concept_says_so_and_lists_what_is_odd(buku, dokumen):
    _, pdf = buku
    akhir = rapat(halaman(pdf)[-1])
    assert "CATATANPEMERIKSAAN" in akhir
    for oddity in ("pembilangdanpenyebutmenghitunghalyangsama", "sebuahindekstetapisatuannya",
                   "ditulisbergantitanpanamapenggantinya"):  # fmt: skip
        assert oddity in akhir
    assert all("KONSEP" in h for h in halaman(pdf)[1:])

    kepala = Pengguna.objects.get(username="kepala-pandeglang")
    DokumenIku.objects.update(
        status=StatusDokumen.DISETUJUI, disetujui_oleh=kepala, disetujui_pada=PADA
    )
    dokumen.refresh_from_db()
    disetujui = " ".join(halaman(PdfReader(cetak(naskah(dokumen), "pdf"))))
    assert "KONSEP" not in disetujui
    assert "CATATAN PEMERIKSAAN" not in disetujui


def test_the_file_is_tagged_marked_dated_by_its_data_and_the_same_each_time(buku):
    isi, pdf = buku

    assert pdf.trailer["/Root"]["/MarkInfo"]
    assert (
        pdf.metadata.title == "Indikator Kinerja Utama Dinas Sosial Kabupaten Pandeglang Tahun 2026"
    )
    judul = [b.title for b in pdf.outline if not isinstance(b, list)]
    assert judul[:3] == ["Kata Pengantar", "Daftar Isi", "BAB I Pendahuluan"]
    assert "Lampiran IV Cascading Belanja Wajib" in judul
    huruf = {f["/BaseFont"].partition("+")[2] for h in pdf.pages
             for f in (x.get_object() for x in h["/Resources"]["/Font"].values())}  # fmt: skip
    assert all(h.startswith(("URW-Bookman", "URWBookman", "Liberation")) for h in huruf), huruf
    lagi = baca_naskah(isi.ke_json())
    assert lagi == isi
    assert cetak(lagi, "pdf").read() == cetak(isi, "pdf").read()


def test_texts_of_the_agency_cannot_break_the_page(dokumen):
    bab = dokumen.bab.get(baku="PENGANTAR")
    bab.isi = "<script>x</script> & <img src=file:///etc/passwd>"
    bab.save()

    html = DokumenIkuCetak(naskah(dokumen)).html()

    assert "<script>" not in html
    assert "&lt;img src=file" in html


def test_the_formula_is_a_real_fraction(dokumen):
    html = DokumenIkuCetak(naskah(dokumen)).html()

    assert html.count('class="pembilang"') == html.count('class="penyebut"') == 3
    assert 'class="kali">× 100%' in html


def test_the_keputusan_says_the_same_in_its_own_form(dokumen):
    dokumen.nomor = "800/12/2025"
    isi = naskah(dokumen, KEPUTUSAN)

    teks = " ".join(halaman(PdfReader(cetak(isi, "pdf"))))
    semua = rapat(teks)

    for kata in ("KEPUTUSAN KEPALA DINAS SOSIAL PANDEGLANG", "Menimbang", "Mengingat", "MEMUTUSKAN",
                 "KESATU", "KETIGA", "Ditetapkan di Pandeglang", "NOMOR 800/12/2025",
                 *fakta()["landasan_hukum"]):  # fmt: skip
        assert rapat(kata) in semua
    for i in fakta()["iku"]:
        assert rapat(i["indikator"] + angka(i["awal"])) in semua
