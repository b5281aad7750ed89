"""Q16: replaced IKU are counted out of the reviews."""

from iku.models import Reviu
from iku.pilihan import JenisReviu
from kinerja.mutu_lembaga import lembar_mutu
from tests.factories import PADA


def reviu(dokumen, siapa, **isi):
    bawaan = {
        "tanggal": PADA.date(), "berita_acara": "BA reviu", "peserta": "Sekretaris",
        "jenis": JenisReviu.PENGGANTIAN, "perihal": "IKU 1", "sebelum": "Persentase layanan",
        "sesudah": "Indeks layanan", "sebab": "Ukuran lama tidak tersedia datanya",
    }  # fmt: skip
    return Reviu(dokumen=dokumen, **(bawaan | isi)).daftarkan(**siapa)


def q16(dinas):
    lembar = lembar_mutu(dinas, tahun=2026, pada=PADA.date())
    return [b.butir.temuan.pesan for b in lembar.baris if b.butir.temuan.kode == "Q16"]


def test_a_replacement_is_told_with_its_count(dinas, dokumen, siapa):
    reviu(dokumen, siapa)

    (pesan,) = q16(dinas)

    assert pesan == (
        "IKU “Persentase layanan” diganti “Indeks layanan” pada 2025: "
        "penggantian ke-1 di periode ini."
    )


def test_better_words_are_no_replacement(dinas, dokumen, siapa):
    reviu(dokumen, siapa, jenis=JenisReviu.RUMUSAN)

    assert q16(dinas) == []
