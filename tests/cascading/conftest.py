"""Conditions of a pohon kinerja, and linking them."""

import pytest

from cascading.models import Tautan
from kinerja.pilihan import JenisPohon, Jenjang, PeranKondisi
from tests.factories import PADA, buat_pohon

ISI = (
    ("", PeranKondisi.OUTCOME, "Terlindunginya warga miskin"),
    (0, PeranKondisi.CSF, "Menurunnya beban pengeluaran"),
    (1, PeranKondisi.KONDISI_ANTARA, "Tersedianya bantuan sosial"),
    (2, PeranKondisi.KONDISI_ANTARA, "Terpenuhinya kebutuhan makan lansia"),
    (3, PeranKondisi.KONDISI_OPERASIONAL, "Tersalurkannya permakanan"),
    (1, "", "Tersedianya bantuan pendidikan"),
)


@pytest.fixture
def kondisi(dinas, perencana):
    """Six conditions from the outcome down; the last has no role."""
    pohon = buat_pohon(dinas, perencana, JenisPohon.POHON_KINERJA)
    hasil = []
    for induk, peran, kinerja in ISI:
        atas = pohon.akar() if induk == "" else hasil[induk]
        isi = {"induk": atas, "jenjang": Jenjang.KONDISI, "kinerja": kinerja, "peran": peran}
        hasil.append(pohon.tambah(**isi, oleh=perencana, pada=PADA))
    return hasil


@pytest.fixture
def pasang(perencana):
    def lakukan(*pasangan):
        return Tautan.pasang(pasangan, oleh=perencana, pada=PADA)

    return lakukan


@pytest.fixture
def isi_pagu(pohon, jalur, perencana):
    """Money of the one sub kegiatan in 2025."""

    def isi(teks="1.500.000"):
        pohon.isi_pagu(jalur["SUB_KEGIATAN"], teks, tahun=2025, oleh=perencana, pada=PADA)

    return isi
