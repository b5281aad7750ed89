"""The public documents of the demo: what an evaluator flags in them is found, by name."""

from io import StringIO

import pytest
from django.core.management import call_command

from kinerja.aturan.mutu.periksa import periksa_mutu
from kinerja.isi_pohon import baca_isi
from kinerja.models import Pohon
from kinerja.mutu_pohon import temuan_pohon
from kinerja.pilihan import JenisPohon, Jenjang
from tests.kinerja.mutu_uji import bahan, kode, kotak, ukuran

KOTIM, DASAR, WAJIB = "", "Belanja Dasar", "Belanja Wajib"
DITEMUKAN = {
    "same indicator at sasaran and program": (
        KOTIM, "Q05", "“Persentase PSKS yang diberdayakan” sama dengan indikator sasaran"),
    "program indicator near-repeated at kegiatan": (
        WAJIB, "Q05", "Perlindungan Sosial Korban Bencana Alam dan Sosial Kabupaten/Kota” hampir"),
    "one AKIP value for two programs, the cemetery among them": (
        DASAR, "Q05", "“NILAI AKIP OPD” juga dipakai program"),
    "cemetery kept 90,91 and run 100": (KOTIM, "Q14", "Taman Makam Pahlawan yang dipelihara”"),
    "migrants sent home 89,93 and 91": (KOTIM, "Q14", "“Persentase Warga Migran"),
    "target series that doubles its step": (KOTIM, "Q10", "melonjak 12,67"),
    "target series of 5 a year": (KOTIM, "Q10", "“Persentase PMKS yang tertangani”: target setiap"),
    "target series of 6 a year": (KOTIM, "Q10", "“Persentase PMKS yang diberdayakan”: target"),
    "target series of 12 a year": (KOTIM, "Q10", "naik 12"),
    "tujuan in activity words": (KOTIM, "Q07", "“Meningkatkan Kualitas dan Jangkauan"),
    "tujuan measured by a sentence": (KOTIM, "Q03", "“Peningkatan Pelayanan Kepada PMKS"),
    "persons instead of their number": (KOTIM, "Q03", "“Penyandang disabilitas terlantar"),
    "a second sasaran that nothing supports": (KOTIM, "Q12", "Sasaran ini belum didukung"),
    "families measured by homes": (
        KOTIM, "Q09", "indikator resmi “Jumlah Keluarga Penerima Manfaat (KPM)"),
    "DPA described as planning documents": (KOTIM, "Q09", "kinerja resmi “Tersedianya Dokumen DPA"),
    "LKj described as RKA": (KOTIM, "Q09", "kinerja resmi “Tersedianya Laporan Capaian Kinerja"),
    "graves counted in cemeteries": (KOTIM, "Q09", "satuan resmi “Makam”"),
    "a unit is missing": (KOTIM, "SATUAN_KOSONG", "Jumlah Panti Sosial"),
    "other wordings of one box": (KOTIM, "VARIAN_SUMBER", "Dokumen sumber juga menulis"),
    "numerator = denominator": (WAJIB, "Q22", "pembilang dan penyebutnya sama"),
    "formula of another matter": (WAJIB, "Q22", "BPJS PBI"),
    "index in percent": (WAJIB, "Q04", "“Indeks Kesejahteraan Sosial” adalah indeks"),
    "resilience index in percent": (WAJIB, "Q04", "“Indeks Ketahanan Daerah” adalah indeks"),
    "the measure in the unit column": (WAJIB, "Q04", "tertulis “Jumlah”, bukan satuan"),
    "no formula for the index": (
        WAJIB, "Q02", "IKU “Indeks Kesejahteraan Sosial” belum punya cara menghitung"),
    "IKU without source": (WAJIB, "Q02", "sumber data dan penanggung jawab"),
    "blank indicator": (WAJIB, "INDIKATOR_KOSONG", "Kegiatan ini belum punya indikator"),
}  # fmt: skip
"""What stands in the documents: judul, code, words of the message."""


@pytest.fixture
def temuan(db):
    """By judul: (code, message) of every finding."""
    call_command("muat_contoh", stdout=StringIO())
    hasil = {}
    for p in Pohon.objects.dengan_pengaturan().filter(jenis=JenisPohon.CASCADING):
        if p.periode.tahun_awal not in (2021, 2025):
            continue  # the cascading of 2019
        isi = baca_isi(p, tahun=2026 if p.judul else 2025)
        hasil[p.judul] = [(t.kode, t.pesan) for t in temuan_pohon(p, isi).berlaku]
    return hasil


def test_what_an_evaluator_flags_is_found(temuan):
    kurang = [
        nama
        for nama, (judul, kode_, kata) in DITEMUKAN.items()
        if not any(k == kode_ and kata in pesan for k, pesan in temuan[judul])
    ]

    assert kurang == []
    kotim = [pesan for k, pesan in temuan[KOTIM]]
    assert sum("menghitung jumlah, satuannya “%”" in p for p in kotim) == 13  # of 13 kegiatan
    assert sum("sama dengan target programnya" in p for p in kotim) == 13
    assert sum(k == "Q09" for k, _ in temuan[KOTIM]) == 20  # as many as deviate from the list
    assert sum("kondisi awal" in p for p in kotim) == 0
    assert not any("2030" in pesan and k == "Q10" for k, pesan in temuan[WAJIB])  # no defect


@pytest.mark.parametrize(
    ("jenjang", "teks", "harapan"),
    [
        (Jenjang.TUJUAN, "Jumlah PMKS yang memperoleh bantuan", "Q06"),
        (Jenjang.TUJUAN, "Jumlah PMKS yang tertangani", "Q06"),
        (Jenjang.SUB_KEGIATAN, "Terlaksananya Pemberian Layanan Rujukan", "Q03"),
    ],
)
def test_indicators_that_other_parts_of_the_documents_print(jenjang, teks, harapan):
    satu = ukuran(teks=teks, satuan="Orang")

    assert kode(kotak(jenjang=jenjang, ukuran=(satu,))) == [harapan]


def test_kinerja_of_positions_that_names_the_work():
    kinerja = "Menyelenggarakan rehabilitasi sosial bagi penyandang disabilitas"

    assert kode(kotak(jenjang=Jenjang.KONDISI, kinerja=kinerja), jenis="POHON_KINERJA") == ["Q07"]


def test_the_akip_value_is_not_the_share_of_employees():
    rumus = "Jumlah pegawai yang memiliki SKP baik dibagi jumlah pegawai x 100%"
    akip = ukuran(teks="Nilai AKIP", satuan="Nilai", formulasi=(rumus,))

    (satu,) = periksa_mutu(bahan(kotak(jenjang=Jenjang.TUJUAN, ukuran=(akip,))))

    assert satu.kode == "Q22"
    assert "hal lain" in satu.pesan
