"""A note of the evaluator in each state."""

from datetime import date

from laporan.evaluasi.alur_catatan import langkahkan, tulis
from laporan.models import BuktiMasuk
from tests.factories import PADA

TENGGAT = date(2025, 3, 31)
PDF = b"%PDF-1.7\nbukti"


def buat_catatan(objek, oleh, **isi):
    """A note with a recommendation, told to the agency."""
    isi = {
        "isi": "Indikator sasaran belum mengukur hasilnya.",
        "rekomendasi": "Ganti indikatornya dengan ukuran hasil.",
        "tenggat": TENGGAT,
        "tahun": 2025,
    } | isi
    return tulis(objek, oleh=oleh, pada=PADA, **isi)


def melangkah(catatan, kata_kerja, oleh, **isi):
    """One step from where the note stands."""
    if kata_kerja == "TINDAK_LANJUTI":
        isi = {"bukti": BuktiMasuk("laporan.pdf", PDF)} | isi
    isi = {"teks": "Sudah dibaca.", "versi": catatan.versi} | isi
    return langkahkan(catatan, kata_kerja, oleh=oleh, pada=PADA, **isi)
