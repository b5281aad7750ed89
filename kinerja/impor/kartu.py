"""The findings of a preview as cards to decide on: one card per repair, the rest as a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kinerja.aturan.angka import format_angka

JUDUL = {
    "ANGKA_TIDAK_TERBACA": "angka tidak terbaca",
    "PAGU_TIDAK_COCOK": "jumlah tidak cocok",
    "PAGU_TAK_TERVERIFIKASI": "jumlah belum dapat diperiksa",
    "NAMA_MIRIP": "nama mirip kotak yang sudah ada",
    "INDUK_DIPERLUKAN": "baris tanpa induk",
    "ANGKA_NEGATIF": "angka negatif",
    "ANGKA_TERLALU_BESAR": "angka terlalu besar",
    "PEMISAH_AMBIGU": "pemisah angka meragukan",
    "SEN_TIDAK_NOL": "rupiah dengan sen",
    "MATA_UANG_ASING": "mata uang asing",
    "TANGGAL_DI_ANGKA": "tanggal di kolom angka",
    "SEL_GALAT": "sel berisi galat",
    "RUMUS_TANPA_NILAI": "rumus belum dihitung",
    "DUPLIKAT_NAMA_BEDA_ISI": "nama ganda dengan isi berbeda",
    "TEKS_TERLALU_PANJANG": "teks terlalu panjang",
    "ANGKA_SPASI": "spasi di dalam angka",
    "FORMAT_INGGRIS": "angka berformat Inggris",
    "PERSEN_DARI_FORMAT": "persen dari format sel",
    "PERSEN_LEBIH_100": "persen lebih dari 100",
    "NILAI_TIDAK_WAJAR": "nilai tidak wajar",
    "SATUAN_DALAM_NILAI": "satuan tertulis bersama angka",
    "SATUAN_KOSONG": "satuan belum diisi",
    "PAGU_KOSONG": "pagu belum diisi",
    "TARGET_KOSONG": "target belum diisi",
    "KONDISI_AKHIR_BEDA": "kondisi akhir berbeda",
    "BASELINE_BUKAN_ANGKA": "kondisi awal bukan angka",
    "RENTANG_ATAU_BATAS": "target berupa rentang atau batas",
    "NILAI_HURUF": "target berupa predikat",
    "RUMUS_DIPAKAI_NILAI": "nilai terakhir rumus dipakai",
    "RUMUS_TAUTAN_LUAR": "rumus ke berkas lain",
    "NOMOR_GANDA": "nomor ganda",
    "NOMOR_KOSONG": "tanpa nomor",
    "NOMOR_BUKAN_TEKS": "nomor tersimpan sebagai angka",
    "DUPLIKAT_PERSIS": "baris berulang, dilewati",
    "KALIMAT_TERGABUNG": "dua kalimat menyatu",
    "INDIKATOR_TAMBAHAN": "indikator tambahan",
    "INDIKATOR_KOSONG": "kotak tanpa indikator",
    "TEKS_DINORMALKAN": "teks dirapikan",
    "AKSARA_CAMPUR": "huruf dari aksara lain",
    "AWALAN_RUMUS": "teks berawalan rumus",
    "TAHUN_BERBEDA": "tahun berbeda",
    "TAHUN_DI_LUAR_PERIODE": "tahun di luar periode",
    "INDIKATOR_DI_BEBERAPA_KOTAK": "indikator di beberapa kotak",
    "INDUK_MERAGUKAN": "induk belum pasti",
    "NAMA_DUGAAN": "nama jabatan hanya dugaan",
    "PROGRAM_TERKAIT": "program terkait dimuat sebagai teks",
    "UNIT_BARU": "unit akan didaftarkan",
    "UNIT_TIDAK_DIKENAL": "unit belum terdaftar",
    "PAGU_BERSUMBER_DANA": "pagu menurut beberapa sumber dana",
    "BARIS_TIDAK_DIMUAT": "jenis baris tidak dimuat",
    "TUJUAN_ATAU_INDIKATOR": "tujuan atau indikator",
    "RPJMD_BELUM_ADA": "bagian RPJMD belum dimuat",
    "CORETAN_TANPA_TAHUN": "coretan tanpa tahun",
    "JENJANG_TIDAK_DIKENAL": "jenjang tidak dikenal",
    "JENJANG_DITAFSIRKAN": "jenjang dibaca dari rupa",
    "BARIS_SAMBUNGAN": "baris disambung",
    "BARIS_JUDUL": "judul kelompok, tidak dimuat",
    "TABEL_GANDA": "beberapa tabel",
    "KOLOM_GANDA": "kolom berulang, tidak dimuat",
    "LEMBAR_TERSEMBUNYI": "lembar tersembunyi",
    "KOLOM_TERSEMBUNYI": "kolom tersembunyi",
    "BARIS_TERSEMBUNYI": "baris tersembunyi",
    "LEMBAR_TERLALU_LUAS": "lembar terlalu luas",
    "LEMBAR_KOSONG": "lembar kosong",
    "TANPA_BARIS_DATA": "tabel tanpa baris",
    "EKSTENSI_TIDAK_SESUAI": "ekstensi tidak sesuai isi",
    "BARIS_BASI": "diubah orang lain, tidak ditimpa",
    "UID_TIDAK_DIKENAL": "baris yang tidak ada lagi di dokumen",
    "UID_GANDA": "baris salinan, dibaca sebagai baris baru",
    "ID_GANDA": "ID dipakai dua kali",
    "RUJUKAN_TIDAK_DIKENAL": "ID yang tidak ada",
    "INDUK_BERPUTAR": "induk yang berputar",
    "INDUK_HILANG": "induk yang tidak ada lagi",
    "PILIHAN_TIDAK_DIKENAL": "pilihan tidak dikenal",
    "BARIS_GANDA": "dua baris untuk hal yang sama",
    "ISIAN_KOSONG": "isian wajib kosong",
    "NAMA_KOSONG": "kotak tanpa nama dan kinerja",
    "MASA_TERBALIK": "masa berlaku terbalik",
    "PAGU_BUKAN_DI_SINI": "pagu pada jenjang lain",
    "KLAIM_BUKAN_DI_SINI": "pagu tertulis pada jenjang pagu",
    "NILAI_TAHAP_LAMA": "angka dari tahap sebelumnya",
    "SUMBER_DANA_TIDAK_DIPAKAI": "sumber dana tidak dipakai",
    "KOLOM_HILANG": "kolom dihapus",
    "JUDUL_DIUBAH": "judul kolom diganti",
    "LEMBAR_HILANG": "lembar dihapus",
    "LEMBAR_SALINAN": "lembar salinan, tidak dimuat",
    "PENANDA_HILANG": "penanda buku kerja hilang",
}
"""What a kind of finding is called after its count."""

BERAT = ("TOLAK", "GALAT")
TUJUAN_ATAU_INDIKATOR = "TUJUAN_ATAU_INDIKATOR"
TANPA_BIARKAN = {
    *("NAMA_MIRIP", "INDUK_DIPERLUKAN", "INDUK_HILANG", "INDUK_BERPUTAR", "ID_GANDA"),
    *("BARIS_GANDA", "ISIAN_KOSONG", "NAMA_KOSONG", "MASA_TERBALIK"),
    *("PAGU_BUKAN_DI_SINI", "KLAIM_BUKAN_DI_SINI"),
}


@dataclass(frozen=True)
class Tombol:
    """A proposal as a button: put ``nilai`` into the cell ``alamat``."""

    alamat: str
    nilai: str
    teks: str
    alasan: str


@dataclass
class Kartu:
    """One thing to decide: what it settles, what is proposed, where to type something else."""

    nomor: int
    alamat: str
    sel: str
    mentah: str
    temuan: list[Mapping[str, Any]] = field(default_factory=list)
    tombol: list[Tombol] = field(default_factory=list)

    @property
    def wajib(self) -> bool:
        """Nothing can be applied before this is decided."""
        return any(t["tingkat"] in BERAT for t in self.temuan)

    @property
    def boleh_dibiarkan(self) -> str:
        """The cell that may stay unfilled ("" = none)."""
        return next(
            (
                f"{t['lembar']}!{t['sel']}"
                for t in self.temuan
                if t["tingkat"] == "GALAT" and t["sel"] and t["kode"] not in TANPA_BIARKAN
            ),
            "",
        )

    @property
    def tukar(self) -> bool:
        """Is it asked which of two texts is the goal?"""
        return any(t["kode"] == TUJUAN_ATAU_INDIKATOR for t in self.temuan)

    @property
    def mirip(self) -> bool:
        return any(t["kode"] == "NAMA_MIRIP" for t in self.temuan)


@dataclass(frozen=True)
class Kelompok:
    """Findings of one kind that need no decision, and those of one kind for the bar on top."""

    kode: str
    judul: str
    temuan: Sequence[Mapping[str, Any]]

    @property
    def banyak(self) -> int:
        return len(self.temuan)


def _berkartu(t: Mapping[str, Any]) -> bool:
    """Is there something to decide, or to answer?"""
    return not t["dibiarkan"] and bool(
        t["usul"] or t["tingkat"] in BERAT or t["kode"] == TUJUAN_ATAU_INDIKATOR
    )


def susun_kartu(temuan: Iterable[Mapping[str, Any]]) -> list[Kartu]:
    """Findings with the same best repair share a card; what must be decided comes first."""
    kartu: dict[tuple[str, str], Kartu] = {}
    for t in temuan:
        if not _berkartu(t):
            continue
        alamat, nilai, sel, mentah = _sasaran_perbaikan(t)
        satu = kartu.setdefault((alamat, nilai), Kartu(0, alamat, sel, mentah))
        satu.temuan.append(t)
        _tambah_tombol(satu, t)
    urut = sorted(kartu.values(), key=lambda k: (not k.wajib,))
    for nomor, satu in enumerate(urut, start=1):
        satu.nomor = nomor
    return urut


def _sasaran_perbaikan(t: Mapping[str, Any]) -> tuple[str, str, str, str]:
    if t["usul"]:
        u = t["usul"][0]
        return f"{u['lembar']}!{u['sel']}", u["nilai"], u["sel"], u["mentah"]
    kunci = "" if t["sel"] else t["kode"]
    return f"{t['lembar']}!{t['sel']}", kunci, t["sel"], t["mentah"]


def _tambah_tombol(kartu: Kartu, t: Mapping[str, Any]) -> None:
    ada = {(tombol.alamat, tombol.nilai) for tombol in kartu.tombol}
    for u in t["usul"]:
        alamat = f"{u['lembar']}!{u['sel']}"
        if (alamat, u["nilai"]) in ada:
            continue
        teks = angka_tampil(u["nilai"])
        if alamat != f"{t['lembar']}!{t['sel']}":
            teks = f"{teks} di {u['sel']}"
        kartu.tombol.append(Tombol(alamat, u["nilai"], f"Pakai {teks}", u["alasan"]))


def susun_kelompok(temuan: Iterable[Mapping[str, Any]], *, ringan: bool) -> list[Kelompok]:
    """Findings by kind: all of them for the bar, or only those that ask for nothing."""
    milik: dict[str, list[Mapping[str, Any]]] = {}
    for t in temuan:
        if not (ringan and _berkartu(t)):
            milik.setdefault(t["kode"], []).append(t)
    urutan = {kode: i for i, kode in enumerate(JUDUL)}
    return [
        Kelompok(kode, judul_temuan(kode), daftar)
        for kode, daftar in sorted(milik.items(), key=lambda m: urutan.get(m[0], len(urutan)))
    ]


def judul_temuan(kode: str) -> str:
    """What a kind of finding is called."""
    return JUDUL.get(kode, kode.replace("_", " ").lower())


def angka_tampil(nilai: str) -> str:
    """A proposed amount with its thousands; other text as it is."""
    return format_angka(int(nilai)) if nilai.isdecimal() and nilai.isascii() else nilai
