"""Sheets and columns of the round-trip workbook, as data that writer and reader share."""

from __future__ import annotations

import re
from dataclasses import dataclass

PENANDA = "pk1"
"""Begins every hidden mark; another number is another form."""
POHON, INDIKATOR, TARGET, ANGGARAN = "pohon", "indikator", "target", "anggaran"
NAMA_LEMBAR = {
    POHON: "Pohon",
    INDIKATOR: "Indikator",
    TARGET: "Target",
    ANGGARAN: "Anggaran",
}
PETUNJUK, REFERENSI, ASAL = "Petunjuk", "Referensi", "_asal"
JUMLAH = "JUMLAH"
"""What the ID column of Anggaran calls the document itself: the JUMLAH row."""

TERSEMBUNYI, TETAP, ID, ISIAN = "TERSEMBUNYI", "TETAP", "ID", "ISIAN"
"""Hidden key, text for orientation (not read), the row's name for others, to be filled in."""

_TANDA = re.compile(rf"{PENANDA}\.(\w+?)\.(\w+)", re.ASCII)
_TAHUN = re.compile(r"(baseline|target|nilai)_(\d{4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column. ``pilihan`` names a list of Referensi, or the sheet whose IDs may be named;
    ``bebas`` lists propose only. ``panjang``: texts that wrap.
    """

    kunci: str
    judul: str
    lebar: float
    sifat: str = ISIAN
    catatan: str = ""
    pilihan: str = ""
    bebas: bool = False
    panjang: bool = False


_SATU = "Satu nama satu baris (Alt+Enter), dari daftar."
_UID = Kolom("uid", "uid", 10, TERSEMBUNYI)
_VERSI = Kolom("versi", "versi", 8, TERSEMBUNYI)
_URUT = Kolom("urut", "urut", 8, TERSEMBUNYI)
_KOTAK = Kolom(
    "kotak", "Kotak", 9, catatan="ID kotak di lembar Pohon yang memiliki baris ini.", pilihan=POHON
)
_NAMA_KOTAK = Kolom(
    "nama_kotak", "Nama kotak", 38, TETAP, "Hanya keterangan; tidak dibaca saat impor.",
    panjang=True,
)  # fmt: skip

TETAP_LEMBAR: dict[str, tuple[Kolom, ...]] = {
    POHON: (
        _UID, _VERSI, _URUT,
        Kolom("id", "ID", 8, ID, "Sebutan baris ini untuk baris lain. Baris baru: tulis sebutan "
              "yang belum dipakai, misalnya B1."),
        Kolom("jenjang", "Jenjang", 14, catatan="Pilih dari daftar.", pilihan="jenjang"),
        Kolom("induk", "Induk", 9, catatan="ID kotak di atasnya; kosong untuk kotak teratas. "
              "Ganti untuk memindahkan kotak.", pilihan=POHON),
        Kolom("nomor", "Nomor", 10, catatan="Nomor seperti tercetak, misalnya 1.2."),
        Kolom("kode", "Kode", 20, catatan="Kode nomenklatur, misalnya 1.06.02.2.01."),
        Kolom("nama", "Nama", 48, catatan="Nama menurut nomenklatur.", panjang=True),
        Kolom("kinerja", "Kinerja", 48, catatan="Kalimat sasaran atau kondisi. Nama atau kinerja "
              "harus diisi.", panjang=True),
        Kolom("unit", "Unit", 26, catatan="Unit yang terdaftar; pilih dari daftar.",
              pilihan="unit"),
        Kolom("pengampu", "Pengampu tertulis", 26, catatan="Penanggung jawab sebagai teks bebas.",
              panjang=True),
        Kolom("peran", "Peran", 18, catatan="Hanya untuk kondisi pohon kinerja; pilih dari "
              "daftar.", pilihan="peran"),
        Kolom("terkait", "Program terkait", 40, catatan="Yang melayani kondisi ini, satu baris "
              "satu (Alt+Enter): Program › Kegiatan › Sub Kegiatan.", panjang=True),
        Kolom("lembaga", "Perangkat daerah pengampu", 30, catatan="Atau pelaksana sebuah kondisi. "
              + _SATU, pilihan="pengampu", bebas=True, panjang=True),
        Kolom("penanggung_jawab", "Jabatan penanggung jawab", 30, catatan=_SATU,
              pilihan="penugasan", bebas=True, panjang=True),
        Kolom("pelaksana", "Jabatan pelaksana", 30, catatan=_SATU, pilihan="penugasan",
              bebas=True, panjang=True),
        Kolom("pendukung", "Jabatan pendukung", 30, catatan=_SATU, pilihan="penugasan",
              bebas=True, panjang=True),
        Kolom("label", "Label", 26, catatan="Jenis dan nama, misalnya SPM: Sosial. " + _SATU,
              pilihan="label", bebas=True, panjang=True),
        Kolom("lokasi", "Lokasi", 26, catatan="Lokasi pelaksanaan.", panjang=True),
        Kolom("mulai", "Berlaku mulai", 11, catatan="Tahun; kosong berarti sejak awal periode."),
        Kolom("sampai", "Berlaku sampai", 11, catatan="Tahun; kosong berarti sampai akhir."),
    ),
    INDIKATOR: (
        _UID, _VERSI, _URUT,
        Kolom("id", "ID", 8, ID, "Sebutan indikator ini di lembar Target. Baris baru: tulis "
              "sebutan yang belum dipakai, misalnya J1."),
        _KOTAK, _NAMA_KOTAK,
        Kolom("nomor", "Nomor", 10, catatan="Nomor seperti tercetak."),
        Kolom("teks", "Indikator", 54, catatan="Kalimat indikatornya.", panjang=True),
        Kolom("satuan", "Satuan", 16, catatan="Pilih, atau tulis satuan lain.", pilihan="satuan",
              bebas=True),
        Kolom("arah", "Arah", 24, catatan="Kosong berarti makin tinggi makin baik.",
              pilihan="arah"),
        Kolom("agregasi", "Agregasi", 16, catatan="Bagaimana triwulan menjadi setahun.",
              pilihan="agregasi"),
        Kolom("jenis_nilai", "Jenis nilai", 18, pilihan="jenis_nilai",
              catatan="Kosong berarti angka."),
        Kolom("frekuensi", "Frekuensi", 14, catatan="Kosong berarti tahunan.",
              pilihan="frekuensi"),
        Kolom("formulasi", "Formulasi", 44, catatan="Satu rumus satu baris (Alt+Enter).",
              panjang=True),
        Kolom("definisi", "Definisi", 40, panjang=True),
        Kolom("sumber_data", "Sumber data", 30, panjang=True),
        Kolom("penanggung_jawab", "Penanggung jawab", 30, panjang=True),
        Kolom("keterangan", "Keterangan", 30, panjang=True),
        Kolom("utama", "IKU", 8, catatan="Ya bila indikator kinerja utama.", pilihan="ya"),
    ),
    TARGET: (
        _UID, _VERSI,
        Kolom("indikator", "Indikator", 11, catatan="ID indikator di lembar Indikator.",
              pilihan=INDIKATOR),
        Kolom("nama_indikator", "Kalimat indikator", 54, TETAP,
              "Hanya keterangan; tidak dibaca saat impor.", panjang=True),
        Kolom("triwulan", "Masa", 13, catatan="Setahun, atau satu triwulan.", pilihan="triwulan"),
    ),
    ANGGARAN: (
        _UID, _VERSI,
        Kolom("kotak", "Kotak", 10, catatan="ID kotak di lembar Pohon; JUMLAH untuk jumlah "
              "seluruh dokumen.", pilihan=POHON, bebas=True),
        _NAMA_KOTAK,
        Kolom("jenis", "Jenis", 16, catatan="Pagu pada jenjang terbawah; di atasnya pagu "
              "tertulis, atau pagu indikatif Renstra.", pilihan="jenis_anggaran"),
        Kolom("sumber_dana", "Sumber dana", 22, catatan="Satu sumber dana satu baris.",
              pilihan="sumber_dana", bebas=True),
    ),
}  # fmt: skip

_ANGKA = "Ditulis apa adanya, misalnya 93,59 atau 372.250.370. Kosongkan untuk menghapus."
_JUDUL_TAHUN = {"baseline": "Kondisi awal", "target": "Target", "nilai": "Rp"}


def kolom_tahun(jenis: str, tahun: int) -> Kolom:
    """The column of one year: ``jenis`` baseline, target or nilai (rupiah)."""
    return Kolom(f"{jenis}_{tahun}", f"{_JUDUL_TAHUN[jenis]} {tahun}", 17, catatan=_ANGKA)


def pecah_tahun(kunci: str) -> tuple[str, int] | None:
    """ "target_2026" -> ("target", 2026); None for another column."""
    cocok = _TAHUN.fullmatch(kunci)
    return (cocok[1], int(cocok[2])) if cocok else None


def susunan_kolom(lembar: str, baseline: list[int], tahun: list[int]) -> list[Kolom]:
    """The columns of a sheet for these years, in order."""
    kolom = list(TETAP_LEMBAR[lembar])
    if lembar == TARGET:
        kolom += [kolom_tahun("baseline", t) for t in baseline]
        kolom += [kolom_tahun("target", t) for t in tahun]
    elif lembar == ANGGARAN:
        kolom += [kolom_tahun("nilai", t) for t in tahun]
    return kolom


def kolom_bernama(lembar: str, kunci: str) -> Kolom | None:
    """What a marked column is; None for a mark that this form does not have."""
    tetap = next((k for k in TETAP_LEMBAR[lembar] if k.kunci == kunci), None)
    if tetap is not None:
        return tetap
    bertahun = pecah_tahun(kunci)
    milik = {TARGET: ("baseline", "target"), ANGGARAN: ("nilai",)}.get(lembar, ())
    return kolom_tahun(*bertahun) if bertahun and bertahun[0] in milik else None


def tanda(lembar: str, kunci: str) -> str:
    """The hidden mark over a column."""
    return f"{PENANDA}.{lembar}.{kunci}"


def baca_tanda(isi: object) -> tuple[str, str] | None:
    """(sheet, column key) of a mark; None for anything else."""
    cocok = _TANDA.fullmatch(isi.strip()) if isinstance(isi, str) else None
    return (cocok[1], cocok[2]) if cocok and cocok[1] in NAMA_LEMBAR else None
