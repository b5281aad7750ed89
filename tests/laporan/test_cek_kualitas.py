"""The list "Cek kualitas" as PDF and workbook: the same findings as on the page."""

import io
from dataclasses import replace
from io import StringIO

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from pypdf import PdfReader

from kinerja.mutu_lembaga import lembar_mutu
from kinerja.pilihan import Jenjang
from laporan.jenis_cetak import DAFTAR
from laporan.naskah_mutu import naskah_mutu
from laporan.pdf.naskah_mutu import ButirMutu, KelompokMutu, NaskahMutu, baca_naskah
from tests.factories import PADA


@pytest.fixture
def sub(pohon, jalur, perencana):
    simpul = jalur[Jenjang.SUB_KEGIATAN]
    siapa = {"oleh": perencana, "pada": PADA}
    pohon.tambah_indikator(simpul, teks="=Terlaksananya makan", satuan="Orang", **siapa)
    return simpul


@pytest.fixture
def naskah(dinas, sub) -> NaskahMutu:
    return naskah_mutu(lembar_mutu(dinas, tahun=2025, pada=PADA.date()), pada=PADA)


def teks(naskah) -> str:
    isi = PdfReader(io.BytesIO(DAFTAR["mutu"].buat(naskah, "A4", "pdf")))
    return " ".join(" ".join(h.extract_text() for h in isi.pages).split())


def test_it_travels_as_text(naskah):
    assert baca_naskah(naskah.ke_json()) == naskah


def test_the_pdf_prints_each_finding_with_its_place_and_the_criteria(naskah):
    isi = teks(naskah)

    assert "Q03 Indikator bukan ukuran (1)" in isi
    assert "Sub kegiatan Penyediaan Permakanan" in isi
    assert "Perkiraan pemenuhan kriteria" in isi
    assert "Bukan nilai dan bukan predikat" in isi
    assert naskah.banyak == sum(len(k.butir) for k in naskah.kelompok) > 5


def test_the_same_findings_are_the_same_bytes(naskah):
    for akhiran in ("pdf", "xlsx"):
        satu, dua = (DAFTAR["mutu"].buat(naskah, "A4", akhiran) for _ in range(2))
        assert satu == dua


def test_the_workbook_has_a_row_a_finding_and_no_formula(naskah):
    buku = openpyxl.load_workbook(io.BytesIO(DAFTAR["mutu"].buat(naskah, "A4", "xlsx")))

    baris = list(buku["Temuan"].iter_rows(min_row=5, values_only=True))
    assert len(baris) == naskah.banyak
    assert [b[0] for b in baris] == [k.judul for k in naskah.kelompok for _ in k.butir]
    assert buku["Kriteria"]["F5"].value in range(101)
    assert {s.data_type for r in buku["Temuan"].iter_rows(min_row=5) for s in r} <= {"s", "n"}


def test_a_clean_agency_prints_that_nothing_was_found(naskah):
    assert "Tidak ada temuan." in teks(replace(naskah, kelompok=()))


def test_texts_are_not_markup(naskah):
    kelompok = KelompokMutu("<b>Q", "&", (ButirMutu("<i>x</i>", "", "5 < 6 & 7", "Peringatan"),))

    assert "5 < 6 & 7" in teks(replace(naskah, kelompok=(kelompok,)))


def test_only_who_sees_the_agency_takes_the_file(client, dinas, sub, perencana, perencana_lain):
    alamat = reverse("kualitas-berkas", args=[dinas.pk])
    assert client.get(alamat).status_code == 302
    client.force_login(perencana_lain)
    assert client.get(alamat).status_code == 404
    client.force_login(perencana)
    assert client.get(alamat, {"format": "exe"}).status_code == 404
    assert "/pekerjaan/" in client.get(alamat, {"format": "xlsx", "tahun": "2025"})["Location"]


def test_the_command_writes_the_findings_of_one_check(dinas, sub, tmp_path):
    berkas, kabar = tmp_path / "mutu.xlsx", StringIO()

    call_command("cetak", "mutu", f"--perangkat-daerah={dinas.pk}", "--tahun=2025",
                 "--periksaan=Q03", f"--keluaran={berkas}", stdout=kabar)  # fmt: skip

    assert "1 temuan." in kabar.getvalue()
    assert berkas.read_bytes()[:2] == b"PK"
    with pytest.raises(CommandError, match="tidak ada; yang ada"):
        call_command("cetak", "mutu", "--perangkat-daerah=999", f"--keluaran={berkas}")
