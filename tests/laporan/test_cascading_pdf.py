"""The printed document: planned pages are the real ones, and what stands on them."""

import hashlib
import io
import re
import subprocess
import sys

import pytest
from pypdf import PdfReader

from cascading.matriks import susun
from cascading.set_kolom import SET_BAKU
from laporan.jenis_cetak import DAFTAR
from laporan.pdf.cascading import Dokumen
from laporan.pdf.cetak import AlamatDitolak, PengambilData
from laporan.pdf.kop import Penanda
from laporan.pdf.naskah import Naskah, baca_naskah
from tests.cascading.contoh import catatan, isi_matriks, matriks, naskah, pohon, simpul

pytestmark = pytest.mark.lambat


def cetak(n: Naskah, kertas: str = "A3") -> PdfReader:
    return PdfReader(io.BytesIO(DAFTAR["cascading"].buat(n, kertas, "pdf")))


def teks(pdf: PdfReader) -> str:
    return " ".join(" ".join(h.extract_text() for h in pdf.pages).split())


@pytest.mark.parametrize("nama_set", SET_BAKU)
@pytest.mark.parametrize("kertas", ["A3", "F4"])
def test_planned_pages_are_the_real_pages_at_43_rows(nama_set, kertas):
    dokumen = naskah(matriks(43, nama_set, catatan=catatan(60)))

    rencana = Dokumen.siapkan(dokumen, kertas).jumlah_halaman

    assert len(cetak(dokumen, kertas).pages) == rencana


@pytest.mark.lambat
@pytest.mark.parametrize(("baris", "nama_set"), [(300, "lengkap"), (3000, "belanja-dasar-12")])
def test_planned_pages_are_the_real_pages_of_long_documents(baris, nama_set):
    dokumen = naskah(matriks(baris, nama_set, catatan=catatan(baris)))
    rencana = Dokumen.siapkan(dokumen, "A3")

    pdf = cetak(dokumen)

    assert len(pdf.pages) == rencana.jumlah_halaman > 10
    assert ("/MarkInfo" in pdf.trailer["/Root"]) == (baris <= 1000)


def test_each_page_repeats_head_and_numbers_and_says_which_it_is():
    pdf = cetak(naskah(matriks(43)))
    halaman = [h.extract_text() for h in pdf.pages][:-1]

    for n, isi in enumerate(halaman, 1):
        assert "Sub Kegiatan" in isi
        assert "(1)" in isi
        assert f"Halaman {n} dari {len(pdf.pages)}" in " ".join(isi.split())


def test_a_cut_parent_says_lanjutan_on_the_next_page():
    halaman = [" ".join(h.extract_text().split()) for h in cetak(naskah(matriks(43))).pages]

    assert "(lanjutan)" not in halaman[0]
    assert "(lanjutan)" in halaman[1]


def test_a_draft_says_konsep_and_its_status_on_every_page():
    pdf = cetak(naskah(matriks(5)))
    disetujui = cetak(naskah(matriks(5), konsep=False))

    assert all(
        "KONSEP · Cascading Dinas Sosial · status Draf" in teks_halaman(h) for h in pdf.pages
    )
    assert "KONSEP" not in teks(disetujui)


def teks_halaman(halaman) -> str:
    return " ".join(halaman.extract_text().split())


def test_the_file_is_tagged_titled_and_bookmarked():
    pdf = cetak(naskah(matriks(13)))

    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert pdf.trailer["/Root"]["/Lang"] == "id"
    assert pdf.metadata.title.startswith("CASCADING KINERJA Dinas Sosial")
    tujuan = pdf.outline[0]
    assert tujuan.title == " ".join(matriks(13).sel[1][0].teks.split())
    assert len([x for x in pdf.outline if not isinstance(x, list)]) >= 1


def test_same_data_give_the_same_bytes_in_another_process(tmp_path):
    dokumen = naskah(matriks(20))
    (tmp_path / "masuk.json").write_text(dokumen.ke_json(), encoding="utf-8")

    for akhiran in ("pdf", "xlsx"):
        keluar = tmp_path / f"keluar.{akhiran}"
        perintah = [
            sys.executable,
            "-m",
            "laporan.buat",
            "cascading",
            str(tmp_path / "masuk.json"),
            str(keluar),
        ]
        subprocess.run([*perintah, "A3"], check=True, capture_output=True)
        sendiri = hashlib.sha256(DAFTAR["cascading"].buat(dokumen, "A3", akhiran)).hexdigest()
        assert hashlib.sha256(keluar.read_bytes()).hexdigest() == sendiri


def test_a_document_survives_the_way_to_the_child():
    dokumen = naskah(matriks(5))

    assert baca_naskah(dokumen.ke_json()) == dokumen


def test_totals_and_claims_are_printed():
    isi = isi_matriks(pohon(5), klaim={"P0": 999, "akar": 20_000_000}, catatan=catatan(1))

    tercetak = teks(cetak(naskah(susun(isi, SET_BAKU["lengkap"], judul_jumlah="JUMLAH PAGU"))))

    assert "JUMLAH PAGU" in tercetak
    assert "15.000.000" in tercetak
    assert "tertulis 999" in tercetak
    assert "jumlah pagu Rp 15.000.000 (tertulis 20.000.000)." in tercetak
    assert "CATATAN PEMERIKSAAN" in tercetak


def test_findings_are_grouped_and_a_group_goes_on_over_the_page():
    dokumen = naskah(matriks(1, catatan=catatan(400)))
    awal = len(Dokumen.siapkan(dokumen, "A3").rencana)

    halaman = [" ".join(h.extract_text().split()) for h in cetak(dokumen).pages][awal:]

    assert "CATATAN PEMERIKSAAN" in halaman[0]
    assert "(100)" in halaman[0]
    assert "(lanjutan)" in halaman[1]
    assert [int(n) for n in re.findall(r"Temuan (\d+):", " ".join(halaman))] == list(range(400))


def test_a_text_taller_than_a_page_is_printed_to_its_last_word():
    panjang = " ".join(f"kata{n}" for n in range(2500))
    daftar = [simpul("P", None, "program"), simpul("K", "P", "kegiatan", nama=panjang)]
    dokumen = naskah(susun(isi_matriks(daftar), SET_BAKU["dinsos-13"]))

    pdf = cetak(dokumen, "F4")

    assert len(pdf.pages) == Dokumen.siapkan(dokumen, "F4").jumlah_halaman
    urutan = re.findall(r"kata(\d+)\b", " ".join(h.extract_text() for h in pdf.pages))
    assert [int(n) for n in urutan] == list(range(2500))


@pytest.mark.parametrize("banyak", [0, 1])
def test_an_empty_and_a_single_row_make_one_page_with_signatures(banyak):
    dokumen = naskah(matriks(banyak, "belanja-dasar-12"))

    isi = teks(cetak(dokumen))

    assert Dokumen.siapkan(dokumen, "A3").jumlah_halaman == len(cetak(dokumen).pages)
    assert "Kepala Dinas Sosial" in isi
    assert ("Belum ada isi." in isi) == (banyak == 0)


def test_what_a_signer_lacks_is_a_dotted_line_and_a_kepala_daerah_has_no_nip():
    kanan = Penanda("Kepala Dinas", "NAMA JABATAN", "Pembina, IV/a", "197001011995031001")

    isi = teks(cetak(naskah(matriks(1), kanan=kanan)))
    kosong = teks(cetak(naskah(matriks(1), kiri=None)))

    assert isi.count("NIP.") == 1
    assert "NIP. 19700101 199503 1 001" in isi
    assert "NIP. -" not in kosong
    assert "NIP. ...." in kosong


def test_markup_in_texts_is_text():
    daftar = [simpul("P", None, "program", nama='<b>Tebal</b> & "kutip" <img src=x>')]

    isi = teks(cetak(naskah(susun(isi_matriks(daftar), SET_BAKU["dinsos-13"]))))

    assert "<b>Tebal</b> &" in isi


@pytest.mark.parametrize("alamat", ["https://example.go.id/x.png", "file:///etc/passwd", "/etc"])
def test_a_document_loads_nothing_from_outside(alamat):
    with pytest.raises(AlamatDitolak, match="tidak boleh memuat"):
        PengambilData().fetch(alamat)


def test_what_a_document_carries_itself_is_loaded():
    assert PengambilData().fetch("data:text/plain,halo").read() == b"halo"
