"""Files are known by their first bytes and refused with one clear sentence."""

import re
import zipfile

import pytest

from kinerja.impor.pembaca import baca
from kinerja.impor.pengaman import CSV, XLSX, Batas, BerkasDitolak, beda_akhiran, kenali
from scripts.contoh_berbahaya import KECIL


@pytest.fixture
def tulis(tmp_path):
    def tulis(isi: bytes):
        jalur = tmp_path / "berkas"
        jalur.write_bytes(isi)
        return jalur

    return tulis


def ditolak(jalur, nama="unggahan.xlsx"):
    with pytest.raises(BerkasDitolak) as galat:
        baca(jalur, nama)
    (temuan,) = galat.value.temuan
    return temuan


@pytest.mark.parametrize(
    ("nama", "kata"),
    [
        ("nol-byte.xlsx", "kosong"),
        ("terkunci.xlsx", "sandi"),
        ("excel-lama.xls", ".xls)"),
        ("excel-95.xls", ".xls)"),
        ("halaman-web.xls", "HTML"),
        ("teks.csv", "CSV"),
        ("gambar.xlsx", "gambar"),
        ("makro.xlsm", "makro"),
        ("biner.xlsb", ".xlsb"),
        ("opendocument.ods", "OpenDocument"),
        ("surat.docx", "Word"),
        ("arsip.zip", "zip"),
        ("terpotong.xlsx", "rusak"),
        ("isi-berubah.xlsx", "rusak"),
    ],
)
def test_each_foreign_file_is_named_and_told_what_to_do(tmp_path, nama, kata):
    penulis, kode = KECIL[nama]
    penulis(tmp_path / nama)

    temuan = ditolak(tmp_path / nama, nama)

    assert (temuan.kode, temuan.tingkat) == (kode, "TOLAK")
    assert kata in temuan.pesan
    assert re.search(r"(?i)buka|unggah|salin|simpan|ekstrak", temuan.pesan)
    assert temuan.pesan.endswith(".")


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        (b"   \n\t ", "BERKAS_KOSONG"),
        (b"%PDF-1.7 ...", "FORMAT_BERKAS"),
        (b"{\\rtf1 abc}", "FORMAT_BERKAS"),
        (b"PK\x05\x06" + b"\0" * 18, "FORMAT_BERKAS"),
        (b"PK\x07\x08" + b"\0" * 18, "BERKAS_RUSAK"),
        (b"PK\x03\x04" + b"\0" * 100, "BERKAS_RUSAK"),
        (bytes(range(256)) * 4, "FORMAT_BERKAS"),
        (b'<?xml version="1.0"?><x/>', "FORMAT_BERKAS"),
        (
            b'<?xml?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "FORMAT_BERKAS",
        ),
        (b"\xef\xbb\xbf<!DOCTYPE html><html></html>", "FORMAT_BERKAS"),
        ("No\tNama\n1\tSosial".encode("utf-16"), "FORMAT_BERKAS"),
        ("kode;nama\n1;Caf\u00e9".encode("latin-1"), "FORMAT_BERKAS"),
    ],
)
def test_other_beginnings(tulis, isi, kode):
    assert ditolak(tulis(isi)).kode == kode


def test_an_upload_beyond_the_size_limit_is_not_even_opened(tulis):
    with pytest.raises(BerkasDitolak) as galat:
        kenali(tulis(b"PK\x03\x04" + b"\0" * 200), Batas(byte_unggah=100))

    assert galat.value.kode == "BERKAS_TERLALU_BESAR"


@pytest.mark.parametrize(
    ("nama", "jenis", "dikatakan"),
    [
        ("renja.xlsx", XLSX, False),
        ("RENJA.XLSX", XLSX, False),
        ("renja.xls", XLSX, True),
        ("renja", XLSX, True),
        ("daftar.csv", CSV, False),
        ("daftar.xlsx", CSV, True),
    ],
)
def test_a_wrong_extension_is_only_a_warning(nama, jenis, dikatakan):
    assert bool(beda_akhiran(nama, jenis)) is dikatakan


def test_the_extension_warning_comes_with_the_workbook(tmp_path):
    penulis, _ = KECIL["dimensi-palsu.xlsx"]
    penulis(tmp_path / "renja.xls")

    buku = baca(tmp_path / "renja.xls", "renja.xls")

    assert [(t.kode, t.tingkat) for t in buku.temuan] == [("EKSTENSI_TIDAK_SESUAI", "PERINGATAN")]
    assert buku.lembar[0].nilai(1, 1) == "Penyediaan Permakanan"


def test_limits_are_named_and_fixed():
    batas = Batas(baris=10)

    assert (batas.baris, batas.kolom, batas.semua()["baris"]) == (10, 200, 10)
    with pytest.raises(TypeError):
        Batas(barisan=10)
    with pytest.raises(AttributeError):
        batas.baris = 20


@pytest.mark.parametrize("bagian", ["word/document.xml", "xl/workbook.bin"])
def test_a_foreign_package_without_relations_is_named_too(tmp_path, bagian):
    with zipfile.ZipFile(tmp_path / "x.xlsx", "w") as arsip:
        arsip.writestr("[Content_Types].xml", "<Types/>")
        arsip.writestr(bagian, "<x/>")

    assert ditolak(tmp_path / "x.xlsx").kode == "FORMAT_BERKAS"
