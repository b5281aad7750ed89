"""The evaluator's side of a sheet is not seen by the agency before it is final."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse
from pypdf import PdfReader

from laporan.aturan.tangga_lke import PelakuLke
from laporan.evaluasi.naskah_lke import cetakan_lke
from laporan.evaluasi.ringkasan_lke import ringkasan_lke
from laporan.models import Lke, SelLke, Sisi
from tests.factories import PADA
from tests.laporan.lke_uji import B, diajukan, ke, langkah, nilai

RAHASIA = ("Bukti tidak cukup.", "Susun pedoman.", "Catatan umum evaluator.", "79,40")
AGENCY = frozenset({PelakuLke.PENGAJU})


@pytest.fixture
def dinilai(dinas, perencana, evaluator):
    """Valued in full, with everything that an evaluator writes, not yet final."""
    lke = nilai(diajukan(dinas, perencana), evaluator, kecuali={"1.a.1": B})
    sub = [SelLke("1.a", "catatan_penilai", "", "Bukti tidak cukup.")]
    lke.isi(sub, sisi=Sisi.PENILAI, oleh=evaluator, pada=PADA)
    lke.rekomendasikan("Susun pedoman.", oleh=evaluator, pada=PADA)
    lke.tulis_laporan({"catatan": "Catatan umum evaluator."}, oleh=evaluator, pada=PADA)
    return lke


def halaman(client, lke):
    alamat = (ke(lke), ke(lke, "komponen", "1"), f"{reverse('lke-daftar')}?tahun={lke.tahun}")
    return " ".join(client.get(a).content.decode() for a in alamat)


def berkas(lke, akhiran, pelaku):
    lke = Lke.objects.lengkap().get(pk=lke.pk)
    return cetakan_lke(lke, "LKE", akhiran=akhiran, pada=PADA, pelaku=pelaku).buat().read_bytes()


def isi_berkas(lke, pelaku):
    pdf = PdfReader(BytesIO(berkas(lke, "pdf", pelaku)))
    buku = openpyxl.load_workbook(BytesIO(berkas(lke, "xlsx", pelaku)))
    sel = [str(s) for lembar in buku for b in lembar.iter_rows(values_only=True) for s in b]
    return " ".join(" ".join([*(h.extract_text() for h in pdf.pages), *sel]).split())


def test_pages_leave_the_evaluators_side_out_until_final(client, dinilai, perencana, evaluator):
    client.force_login(evaluator)
    penilai = halaman(client, dinilai)
    client.force_login(perencana)
    lembaga = halaman(client, dinilai)

    assert all(teks in penilai for teks in RAHASIA)
    assert not any(teks in lembaga for teks in RAHASIA)
    assert "rekomendasi 1" not in lembaga
    assert "Belum terpenuhi" not in lembaga
    langkah(dinilai, "finalkan", evaluator)
    assert all(teks in halaman(client, dinilai) for teks in RAHASIA)


def test_files_leave_it_out_and_the_report_is_refused(client, dinilai, perencana, evaluator):
    penuh = isi_berkas(dinilai, frozenset(PelakuLke))
    sebagian = isi_berkas(dinilai, AGENCY)

    assert all(teks in penuh for teks in RAHASIA[:3])
    assert not any(teks in sebagian for teks in (*RAHASIA, "Belum terpenuhi", "79.4"))
    client.force_login(perencana)
    for akhiran in ("pdf", "docx"):
        assert client.get(ke(dinilai, "berkas", "lhe"), {"format": akhiran}).status_code == 403
    unduhan = client.get(ke(dinilai, "berkas", "lke"), {"format": "pdf"})
    assert b"".join(unduhan.streaming_content) == berkas(dinilai, "pdf", AGENCY)
    langkah(dinilai, "finalkan", evaluator)
    assert client.get(ke(dinilai, "berkas", "lhe")).status_code == 200


def test_a_returned_sheet_says_what_to_mend_but_no_value(client, dinilai, perencana, evaluator):
    langkah(dinilai, "kembalikan", evaluator, alasan="Lengkapi bukti.")
    client.force_login(perencana)
    teks = halaman(client, dinilai)

    assert "Lengkapi bukti." in teks
    assert "Bukti tidak cukup." in teks
    assert not any(rahasia in teks for rahasia in RAHASIA[1:])


def test_reading_for_the_agency_leaves_what_is_stored(dinilai, dinas):
    baris = ringkasan_lke([dinas], dinilai.tahun, set()).kelompok[0].baris[0]

    isi_berkas(dinilai, AGENCY)

    assert baris.hasil is baris.mandiri
    dinilai.refresh_from_db()
    assert dinilai.catatan == "Catatan umum evaluator."
    assert dinilai.jawaban.get(kode="1.a.1").penilaian == B
