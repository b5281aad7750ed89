"""Words the quality rules know, as data, and how a sentence is taken apart."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from rapidfuzz import fuzz, process

from kinerja.aturan.angka import format_angka
from kinerja.aturan.teks import kunci


def _himpunan(kata: str) -> frozenset[str]:
    return frozenset(kata.split())


UKURAN = _himpunan(
    "jumlah banyaknya persentase persen rasio indeks nilai tingkat rata rerata angka kategori "
    "level predikat opini skor proporsi cakupan laju frekuensi waktu lama lamanya durasi "
    "volume luas panjang berat kapasitas besaran besarnya pertumbuhan peringkat prevalensi "
    "usia umur produktivitas kepadatan jarak kecepatan selisih derajat hari pendapatan "
    "pengeluaran kontribusi produk koefisien deviasi populasi total insidensi harga skala "
    "kecukupan kelas status capaian efektivitas efisiensi"
)
"""First words that say what is counted or measured."""

HITUNGAN = frozenset({"jumlah", "banyaknya", "total"})
BAGIAN = frozenset({"persentase", "persen"})
INDEKS = frozenset({"indeks", "skor", "nilai"})
SATUAN_PERSEN = frozenset({"", "persen", "persentase", "persenrata"})
"""Keys of units that read as percent; the key of "%" is empty."""
BUKAN_SATUAN = frozenset({"jumlah", "persentase", "rasio", "banyaknya", "angka", "indikator"})
"""What stands in the unit column but is the measure itself."""

KELUARAN = _himpunan(
    "dokumen laporan kegiatan paket rapat sosialisasi pelatihan bimbingan peserta berkas "
    "surat unit buku modul aplikasi monitoring evaluasi koordinasi"
)
"""Things that are counted when work was done: outputs."""
PENERIMAAN = _himpunan(
    "memperoleh mendapatkan mendapat menerima diberikan diberi mengikuti dilayani tertangani "
    "ditangani dibina dilatih"
)
"""Says that somebody got a service: an output where an outcome is asked for."""

PROSES_TERJADI = _himpunan(
    "terlaksananya terlaksanya terselenggaranya tersusunnya tersedianya terfasilitasinya "
    "terkoordinasinya"
)
"""Says that work was done, not what became of it."""
PROSES_BENDA = _himpunan(
    "penyusunan pelaksanaan penyelenggaraan peningkatan penyediaan pengadaan pembinaan "
    "pembuatan penyaluran pemberian pengelolaan pemeliharaan pengembangan penguatan "
    "koordinasi fasilitasi sosialisasi monitoring evaluasi perumusan penanganan pemberdayaan "
    "pembangunan"
)
_KERJA = re.compile(r"^me(?:m|n|ng|ny|nge|l|r|w|y)?[a-z]{3,}(?:kan|i)$")
_BUKAN_KERJA = frozenset({"mereka", "melalui", "memadai", "meski", "mengenai", "menteri"})

KATA_TUGAS = _himpunan(
    "yang dan atau di ke dari pada dalam untuk dengan oleh serta bagi terhadap sesuai secara "
    "atas per antar guna agar kepada sebagai melalui akan telah sudah hasil tahun x dikali "
    "dibagi kali jumlah banyaknya persentase persen rasio indeks nilai tingkat total "
    "kabupaten kota kab kewenangan daerah"
)
"""Words that say nothing about the matter itself."""
DARI_LUAR = _himpunan("rilis publikasi survei hasil sumber data perhitungan sesuai")
"""First words of a formula line that only names where the value comes from."""

_KATA = re.compile(r"[a-z]+(?:-[a-z]+)*")
MIRIP_KATA = 83


@lru_cache(maxsize=8192)
def kata(teks: str) -> tuple[str, ...]:
    """The words in lower case, without digits and signs."""
    return tuple(_KATA.findall(teks.casefold()))


def kata_pertama(teks: str) -> str:
    return next(iter(kata(teks)), "")


@lru_cache(maxsize=8192)
def isi(teks: str) -> frozenset[str]:
    """The words that say what a sentence is about."""
    return frozenset(k for k in kata(teks) if k not in KATA_TUGAS and len(k) > 2)


def ukuran(teks: str) -> str:
    """The measure word a text starts with, else ""."""
    pertama = kata_pertama(teks).split("-")[0]
    return pertama if pertama in UKURAN else ""


@lru_cache(maxsize=4096)
def ukuran_mirip(teks: str) -> str:
    """The measure word that its first word is most likely a misspelling of, else ""."""
    pertama = kata_pertama(teks)
    if len(pertama) < 5 or pertama in UKURAN:
        return ""
    calon = process.extractOne(pertama, sorted(UKURAN), scorer=fuzz.ratio, score_cutoff=MIRIP_KATA)
    return str(calon[0]) if calon and abs(len(calon[0]) - len(pertama)) <= 1 else ""


def singkatan(teks: str) -> bool:
    """Starts with an acronym that names a known index: IPM, IKM, SAKIP."""
    awal = re.match(r"\W*([A-Z]{3,})\b", teks)
    return bool(awal) and not teks.isupper()


def kerja_aktif(kata_awal: str) -> bool:
    """Meningkatkan, menyelenggarakan, melayani: a verb of what the office does."""
    return kata_awal not in _BUKAN_KERJA and _KERJA.match(kata_awal) is not None


def satuan_persen(satuan: str) -> bool:
    """Is it "%" or "Persen"? An empty unit is neither."""
    return bool(satuan.strip()) and kunci(satuan) in SATUAN_PERSEN


def angka(nilai: Decimal) -> str:
    """A target in Indonesian form, without the zeros that the column adds."""
    return format_angka(nilai.normalize() + 0)


@lru_cache(maxsize=65536)
def mirip(a: str, b: str) -> float:
    """Likeness of two texts, 0 to 100, whatever their case, blanks and signs."""
    return fuzz.ratio(kunci(a), kunci(b))


def kutip(teks: str, panjang: int = 140) -> str:
    """The text between quotation marks on one line, cut at a word."""
    satu = " ".join(teks.split())
    if len(satu) > panjang:
        satu = satu[:panjang].rsplit(" ", 1)[0] + " …"
    return f"“{satu}”"
