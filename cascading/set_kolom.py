"""Column sets of the cascading table as data: the forms of real offices and how to read a key.

A key is ``<tingkat>_<medan>`` as in the import contract, plus ``no``, ``pengampu``, ``unggulan``.
``tujuan_daerah`` and ``sasaran_daerah`` are those of the RPJMD that a simpul supports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kinerja.aturan.temuan import Temuan

TINGKAT = {
    "visi": "Visi",
    "misi": "Misi",
    "tujuan_daerah": "Tujuan RPJMD",
    "sasaran_daerah": "Sasaran RPJMD",
    "tujuan": "Tujuan",
    "sasaran": "Sasaran",
    "program": "Program",
    "kegiatan": "Kegiatan",
    "sub_kegiatan": "Sub Kegiatan",
    "aktivitas": "Aktivitas",
}
"""Levels from the top. Order matters: a row ends at the lowest level its set prints."""

MEDAN = {
    "kode": "Kode {}",
    "nama": "{}",
    "kinerja": "Sasaran {}",
    "uraian": "{}",
    "kode_nama": "{} (dengan kode)",
    "indikator": "Indikator {}",
    "formulasi": "Formulasi Indikator {}",
    "satuan": "Satuan Indikator {}",
    "target": "Target {}",
    "pagu": "Pagu {} (Rp)",
    "unit": "Unit {}",
    "pengampu": "Pengampu {}",
}
MEDAN_INDIKATOR = frozenset({"indikator", "formulasi", "satuan", "target"})
"""Fields of which a simpul has one per indicator."""

MEDAN_SEBUTAN = frozenset({"nama", "kinerja", "uraian", "kode_nama"})
TANPA_PAGU = frozenset({"visi", "misi", "tujuan_daerah", "sasaran_daerah", "aktivitas"})
LEPAS = {
    "no": "No",
    "no_teratas": "No (jenjang teratas)",
    "pengampu": "Pengampu",
    "unggulan": "Program Unggulan",
}
KOLOM_TERBANYAK = 60

_KUNCI = re.compile(rf"^({'|'.join(TINGKAT)})_({'|'.join(MEDAN)}|target_\d{{4}})$")


@dataclass(frozen=True, slots=True)
class Kolom:
    """One printed column. ``opsional`` columns are left out when the whole document has nothing.

    ``nomor`` stands below the heading where a form numbers its columns otherwise than one by one;
    neighbours with the same one share it.
    """

    kunci: str
    judul: str
    grup: str = ""
    opsional: bool = False
    tanpa_satuan: bool = False
    """A target whose unit has a column of its own."""
    nomor: str = ""

    @property
    def tingkat(self) -> str:
        cocok = _KUNCI.match(self.kunci)
        return cocok[1] if cocok else ""

    @property
    def medan(self) -> str:
        """The field, without the year of a ``target_2026``."""
        cocok = _KUNCI.match(self.kunci)
        return cocok[2].rstrip("0123456789_") if cocok else self.kunci

    @property
    def tahun(self) -> int | None:
        """The year that stands in the key itself."""
        akhir = self.kunci.rpartition("_")[2]
        return int(akhir) if akhir.isdigit() else None

    @property
    def rata(self) -> str:
        if self.medan == "pagu" or self.kunci.startswith("rupiah_"):
            return "kanan"
        angka = self.kunci.startswith(("target_", "awal_"))
        tengah = angka or self.medan in {"no", "target", "satuan", "kode"}
        return "tengah" if tengah else "kiri"


NOMOR, TITIK_KOMA, STRIP = "nomor", "titik-koma", "strip"


@dataclass(frozen=True, slots=True)
class Cara:
    """How an office's form prints what a column list leaves open.

    ``kosong`` stands where a box lacks a field, ``butir`` lists several entries of one cell
    (NOMOR, TITIK_KOMA, STRIP), ``nomor`` comes between a printed number and its text ("": no
    number), ``sesel``: the indicators of a row's box share one cell instead of a row each.
    """

    kosong: str = "-"
    butir: str = NOMOR
    nomor: str = ""
    sesel: bool = False


BAWAAN = Cara()


@dataclass(frozen=True, slots=True)
class DaftarKolom:
    """A named set: what stands over the table and its columns in order."""

    nama: str
    judul: str
    kolom: tuple[Kolom, ...]
    cara: Cara = BAWAAN

    @property
    def tingkat_terbawah(self) -> str:
        """The lowest level printed; one row is one simpul of it."""
        ada = {k.tingkat for k in self.kolom}
        return next((t for t in reversed(TINGKAT) if t in ada), "")


def _susun(
    nama: str,
    judul: str,
    *kolom: tuple[str, str] | tuple[str, str, str],
    cara: Cara = BAWAAN,
) -> DaftarKolom:
    """Columns from (key, heading[, group]); a key that ends in ``?`` is optional."""
    isi = [(k.rstrip("?"), j, g[0] if g else "", k.endswith("?")) for k, j, *g in kolom]
    return DaftarKolom(nama, judul, tuple(Kolom(*k) for k in isi), cara)


DINSOS_13 = _susun(
    "dinsos-13",
    "CASCADING",
    ("no_teratas", "NO"),
    ("tujuan_uraian", "TUJUAN"),
    ("tujuan_indikator", "INDIKATOR TUJUAN"),
    ("tujuan_formulasi", "FORMULASI INDIKATOR"),
    ("sasaran_uraian", "SASARAN"),
    ("sasaran_indikator", "INDIKATOR SASARAN"),
    ("sasaran_formulasi", "FORMULASI INDIKATOR"),
    ("program_uraian", "PROGRAM"),
    ("program_indikator", "INDIKATOR PROGRAM"),
    ("program_formulasi", "FORMULASI INDIKATOR PROGRAM"),
    ("kegiatan_uraian", "KEGIATAN"),
    ("kegiatan_indikator", "INDIKATOR KEGIATAN"),
    ("pengampu", "DINAS PENGAMPU"),
    cara=Cara(kosong="", butir=TITIK_KOMA, nomor=" ", sesel=True),
)

# Satuan and formula beside the kegiatan columns are those of the sub kegiatan's own indicator;
# where no sub kegiatan of a kegiatan has one, those of the kegiatan's.
BELANJA_DASAR_12 = _susun(
    "belanja-dasar-12",
    "CASCADING BELANJA DASAR",
    ("no_teratas", "NO."),
    ("misi_uraian", "MISI"),
    ("tujuan_uraian", "TUJUAN"),
    ("tujuan_indikator", "INDIKATOR TUJUAN"),
    ("sasaran_uraian", "SASARAN STRATEGIS"),
    ("program_kinerja", "SASARAN PROGRAM"),
    ("program_indikator", "INDIKATOR KINERJA UTAMA (IKU)"),
    ("program_nama", "PROGRAM"),
    ("kegiatan_kinerja", "SASARAN KEGIATAN"),
    ("kegiatan_indikator", "INDIKATOR KEGIATAN"),
    ("sub_kegiatan_satuan", "Satuan"),
    ("sub_kegiatan_uraian", "SUB KEGIATAN"),
    cara=Cara(kosong="", butir=STRIP, nomor=". "),
)

BELANJA_WAJIB_24 = _susun(
    "belanja-wajib-24",
    "CASCADING BELANJA WAJIB",
    ("visi_uraian", "Visi"),
    ("misi_uraian", "Misi"),
    ("tujuan_daerah_uraian", "Tujuan", "Tujuan dan Indikator"),
    ("tujuan_daerah_indikator", "Indikator", "Tujuan dan Indikator"),
    ("tujuan_daerah_pengampu", "OPD Penanggung Jawab", "Tujuan dan Indikator"),
    ("sasaran_daerah_uraian", "Sasaran", "Sasaran dan Indikator"),
    ("sasaran_daerah_indikator", "Indikator", "Sasaran dan Indikator"),
    ("pengampu", "OPD Penanggung Jawab"),
    ("unggulan", "Program Unggulan Bupati"),
    ("tujuan_uraian", "Tujuan", "Esselon II"),
    ("sasaran_uraian", "Sasaran", "Esselon II"),
    ("sasaran_indikator", "Indikator Kinerja Sasaran Strategis", "Esselon II"),
    ("sasaran_satuan", "Satuan", "Esselon II"),
    ("sasaran_formulasi", "Penjelasan/Formula Perhitungan", "Esselon II"),
    ("program_kinerja", "Sasaran Program", "Esselon III"),
    ("program_indikator", "Indikator Kinerja Program", "Esselon III"),
    ("program_satuan", "Satuan", "Esselon III"),
    ("program_formulasi", "Penjelasan/Formula Perhitungan", "Esselon III"),
    ("program_nama", "Program"),
    ("kegiatan_kinerja", "Sasaran Kegiatan", "Esselon IV"),
    ("kegiatan_indikator", "Indikator Kinerja Kegiatan", "Esselon IV"),
    ("sub_kegiatan_satuan", "Satuan", "Esselon IV"),
    ("sub_kegiatan_formulasi", "Penjelasan/Formula Perhitungan", "Esselon IV"),
    ("sub_kegiatan_uraian", "Sub Kegiatan", "Esselon IV"),
    cara=Cara(kosong="", butir=STRIP),
)

LENGKAP = _susun(
    "lengkap",
    "CASCADING KINERJA",
    ("no", "No"),
    ("visi_uraian?", "Visi"),
    ("misi_uraian?", "Misi"),
    ("tujuan_uraian", "Tujuan", "Tujuan"),
    ("tujuan_indikator", "Indikator", "Tujuan"),
    ("tujuan_target?", "Target", "Tujuan"),
    ("sasaran_uraian", "Sasaran", "Sasaran"),
    ("sasaran_indikator", "Indikator", "Sasaran"),
    ("sasaran_target?", "Target", "Sasaran"),
    ("program_kode_nama", "Program", "Program"),
    ("program_kinerja?", "Sasaran Program", "Program"),
    ("program_indikator", "Indikator", "Program"),
    ("program_target?", "Target", "Program"),
    ("program_pagu", "Pagu (Rp)", "Program"),
    ("kegiatan_kode_nama", "Kegiatan", "Kegiatan"),
    ("kegiatan_kinerja?", "Sasaran Kegiatan", "Kegiatan"),
    ("kegiatan_indikator", "Indikator", "Kegiatan"),
    ("kegiatan_target?", "Target", "Kegiatan"),
    ("kegiatan_pagu", "Pagu (Rp)", "Kegiatan"),
    ("sub_kegiatan_kode_nama", "Sub Kegiatan", "Sub Kegiatan"),
    ("sub_kegiatan_kinerja?", "Sasaran Sub Kegiatan", "Sub Kegiatan"),
    ("sub_kegiatan_indikator", "Indikator", "Sub Kegiatan"),
    ("sub_kegiatan_target?", "Target", "Sub Kegiatan"),
    ("sub_kegiatan_pagu", "Pagu (Rp)", "Sub Kegiatan"),
    ("aktivitas_uraian?", "Aktivitas"),
)

SET_BAKU = {s.nama: s for s in (LENGKAP, DINSOS_13, BELANJA_DASAR_12, BELANJA_WAJIB_24)}


def katalog() -> list[Kolom]:
    """Every column an own set may choose, in reading order, with its usual heading."""
    daftar = [Kolom("no", LEPAS["no"])]
    for tingkat, nama in TINGKAT.items():
        daftar += [
            Kolom(f"{tingkat}_{medan}", judul.format(nama))
            for medan, judul in MEDAN.items()
            if medan != "pagu" or tingkat not in TANPA_PAGU
        ]
    return [*daftar, *(Kolom(k, j) for k, j in LEPAS.items() if k != "no")]


def periksa_kolom(kolom: Sequence[Kolom]) -> list[Temuan]:
    """An own set: known keys, each once, a heading each, at least one level."""
    pesan = []
    if not any(k.medan in MEDAN_SEBUTAN for k in kolom):
        pesan.append("Pilih sedikitnya satu kolom uraian, misalnya Program atau Sub Kegiatan.")
    if len(kolom) > KOLOM_TERBANYAK:
        pesan.append(f"Paling banyak {KOLOM_TERBANYAK} kolom; kurangi {len(kolom)} kolom ini.")
    if asing := [k.kunci for k in kolom if not dikenal(k.kunci)]:
        pesan.append(f"Kolom tidak dikenal: {', '.join(asing)}.")
    if ganda := _ganda(k.kunci for k in kolom):
        pesan.append(f"Kolom dipilih dua kali: {', '.join(ganda)}.")
    if any(not k.judul.strip() for k in kolom):
        pesan.append("Setiap kolom perlu judul.")
    return [Temuan(kode="SET_KOLOM_TIDAK_SAH", pesan=p) for p in pesan]


def dikenal(kunci: str) -> bool:
    """Is this a key that the matrix can fill?"""
    if kunci in LEPAS:
        return True
    cocok = _KUNCI.match(kunci)
    return cocok is not None and not (cocok[2] == "pagu" and cocok[1] in TANPA_PAGU)


def _ganda(kunci: Iterable[str]) -> list[str]:
    terlihat: set[str] = set()
    return [k for k in kunci if k in terlihat or terlihat.add(k)]  # type: ignore[func-returns-value]
