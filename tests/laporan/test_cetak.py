"""The command: files, names, refusals, the cache."""

import hashlib

import pytest
from django.core.management import CommandError, call_command

from laporan.jenis_cetak import JenisCetak


@pytest.fixture
def cetak(pohon, jalur, tmp_path):
    def jalankan(nama="a.pdf", **pilihan):
        keluaran = tmp_path / nama
        bawaan = {"pohon": pohon.pk, "set": "lengkap", "tahun": 2025, "keluaran": keluaran}
        call_command("cetak", "cascading", **bawaan | pilihan)
        return keluaran.read_bytes()

    return jalankan


def test_it_writes_a_pdf_and_a_workbook(cetak):
    assert cetak("a.pdf", kertas="F4").startswith(b"%PDF-")
    assert cetak("a.XLSX").startswith(b"PK")


def test_an_unchanged_document_is_taken_from_the_cache(cetak, monkeypatch):
    pertama = hashlib.sha256(cetak()).hexdigest()
    monkeypatch.setattr(JenisCetak, "buat", lambda *a: pytest.fail("printed again"))

    assert hashlib.sha256(cetak("b.pdf")).hexdigest() == pertama


def test_a_changed_document_is_printed_anew(cetak, pohon, jalur, perencana):
    from tests.factories import PADA

    pertama = cetak("a.xlsx")
    pohon.ubah(jalur["PROGRAM"], {"nama": "Program Baru"}, oleh=perencana, pada=PADA)

    assert cetak("b.xlsx") != pertama


@pytest.mark.parametrize(
    ("pilihan", "pesan"),
    [
        ({"pohon": 0}, "Dokumen 0 tidak ada"),
        ({"set": "hilang"}, "yang tersedia: lengkap, dinsos-13"),
        ({"tahun": 2031}, "di luar periode dokumen; yang ada: 2025, 2026"),
        ({"tahap": "PERUBAHAN"}, "Tahap PERUBAHAN tahun 2025 tidak ada"),
        ({"nama": "a.docx"}, "harus .pdf atau .xlsx"),
        ({"nama": "tidak-ada/a.pdf"}, "tidak ada"),
    ],
)
def test_a_wrong_request_is_refused_with_a_sentence(cetak, pilihan, pesan):
    with pytest.raises(CommandError, match=pesan):
        cetak(**pilihan)


def test_facing_sheets_are_announced(cetak, capsys):
    cetak(kertas="F4", set="belanja-wajib-24")

    assert "lembar berhadapan" in capsys.readouterr().out
