"""Notes as PDF and workbook: read back; who gets which."""

import io

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from kinerja.models import Keanggotaan, Pekerjaan
from kinerja.pilihan import Peran
from laporan.evaluasi.daftar_catatan import Saringan, catatan_lembaga
from laporan.jenis_cetak import DAFTAR
from laporan.naskah_catatan import cetakan_catatan, naskah_catatan
from laporan.pdf.naskah_catatan import baca_naskah
from tests.factories import PADA, buat_pohon
from tests.laporan.catatan_uji import TENGGAT, buat_catatan, melangkah

ALAMAT = "/evaluasi/catatan/berkas/"


@pytest.fixture
def kesehatan(perencana_lain):
    return perencana_lain.daftar_keanggotaan()[0].perangkat_daerah


@pytest.fixture
def isi(pohon, evaluator, perencana, kesehatan, perencana_lain):
    """Two notes of the agency, one followed up and one late; one of another agency."""
    satu = buat_catatan(pohon, evaluator, kode="Q05", isi="Indikator <keluaran> & bukan hasil.")
    melangkah(satu, "JAWAB", perencana, teks="Akan diganti.\nMenunggu reviu.")
    melangkah(satu, "TINDAK_LANJUTI", perencana, teks="=1+1 sudah diganti.")
    buat_catatan(pohon, evaluator, rekomendasi="", tenggat=None, isi="Tanpa rekomendasi.")
    buat_catatan(buat_pohon(kesehatan, perencana_lain), evaluator, isi="Milik yang lain.")
    return satu


def naskah(lembaga, **saring):
    saringan = Saringan(**saring)
    daftar = catatan_lembaga(lembaga, saringan, PADA.date())
    return naskah_catatan(lembaga, daftar, saringan, pada=PADA)


def test_the_pdf_says_everything_of_an_agency(isi, dinas):
    n = naskah(dinas)
    assert baca_naskah(n.ke_json()) == n
    pdf = PdfReader(io.BytesIO(DAFTAR["catatan"].buat(n, "A4", "pdf")))
    teks = " ".join(" ".join(h.extract_text() for h in pdf.pages).split())
    for kata in ("Indikator <keluaran> & bukan hasil.", "Q05", "Ganti indikatornya",
                 "tenggat 31 Maret 2025", "Akan diganti. Menunggu reviu.", "laporan.pdf (SHA-256",
                 "Tanpa rekomendasi.", "Belum ada jawaban.", "Ditindaklanjuti"):  # fmt: skip
        assert kata in teks
    assert "Milik yang lain" not in teks
    assert pdf.pages[0].mediabox.width > pdf.pages[0].mediabox.height


def test_the_workbook_has_a_row_a_note_and_a_row_a_step(isi, dinas):
    buku = load_workbook(io.BytesIO(DAFTAR["catatan"].buat(naskah(dinas.pemda), "A4", "xlsx")))
    catatan = list(buku["Catatan"].iter_rows(min_row=5, values_only=True))
    assert [b[1] for b in catatan] == ["Dinas Kesehatan", "Dinas Sosial", "Dinas Sosial"]
    assert catatan[1][-1] == "=1+1 sudah diganti."
    langkah = [b[2] for b in buku["Tanggapan"].iter_rows(min_row=5, values_only=True)]
    assert langkah == ["Jawaban", "Tindak lanjut"]
    assert naskah(dinas, keadaan="LEWAT").butir == ()


def test_late_notes_and_filters_are_said(pohon, evaluator, dinas):
    from datetime import datetime, timedelta

    buat_catatan(pohon, evaluator)
    nanti = datetime.combine(TENGGAT, PADA.timetz()) + timedelta(days=1)
    saringan = Saringan(keadaan="LEWAT", tahun=2025)
    daftar = catatan_lembaga(dinas, saringan, nanti.date())
    n = naskah_catatan(dinas, daftar, saringan, pada=nanti)
    assert n.butir[0].status == "Terbuka, lewat tenggat"
    assert n.saringan == "Hanya catatan dengan status lewat tenggat dan evaluasi tahun 2025."


def test_the_same_notes_on_a_day_are_one_file(isi, dinas):
    dua = [
        cetakan_catatan(dinas, catatan_lembaga(dinas, Saringan(), PADA.date()), Saringan(),
                        akhiran="xlsx", pada=PADA.replace(hour=jam))
        for jam in (8, 9)
    ]  # fmt: skip
    assert dua[0].kunci == dua[1].kunci


def test_who_may_take_which_file(client, isi, dinas, evaluator, perencana, kesehatan):
    assert client.get(ALAMAT).status_code == 302
    assert not Pekerjaan.objects.exists()
    client.force_login(perencana)
    assert client.get(ALAMAT, {"format": "exe"}).status_code == 404
    assert client.get(ALAMAT, {"lembaga": kesehatan.pk}).status_code == 404
    client.get(ALAMAT)
    assert Pekerjaan.objects.get().perangkat_daerah == dinas
    client.force_login(evaluator)
    client.get(ALAMAT, {"format": "xlsx"})
    assert Pekerjaan.objects.latest("pk").perangkat_daerah == dinas.pemda
    Keanggotaan.objects.create(pengguna=perencana, perangkat_daerah=kesehatan, peran=Peran.OPERATOR)
    client.force_login(perencana)
    jawab = client.get(ALAMAT, follow=True)
    assert "Pilih satu perangkat daerah dahulu" in jawab.content.decode()
    assert Pekerjaan.objects.count() == 2
