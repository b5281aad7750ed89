"""The tables whose rows are part of a document, and how a change names such a row."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models

from kinerja.aturan.perbaikan import TANPA_PERBAIKAN
from kinerja.models.anggaran import KlaimPagu, Pagu
from kinerja.models.indikator import Baseline, Indikator, Target
from kinerja.models.penugasan import PenanggungJabatan, PenanggungLembaga, Penugasan
from kinerja.models.simpul import Penggantian, SimpulLabel, SimpulPengampu


@dataclass(frozen=True)
class Baris:
    """How a table of the tree is addressed: key paths, plain fields, the way to its Pohon."""

    model: type[models.Model]
    kunci: tuple[str, ...]
    medan: tuple[str, ...]
    pohon: str
    simpul: str


ASAL = tuple(TANPA_PERBAIKAN)
NILAI = ("mentah", "jenis", "nilai", "minimum", "maksimum", *ASAL)
MEDAN_INDIKATOR = (
    *("urutan", "teks", "satuan", "arah", "agregasi", "jenis_nilai", "frekuensi", "formulasi"),
    *("definisi", "sumber_data", "penanggung_jawab", "keterangan", "nomor", "utama", "asal_uid"),
    "lembar",
)
BARIS: dict[str, Baris] = {
    "indikator": Baris(
        Indikator, ("uid",), ("simpul__uid", *MEDAN_INDIKATOR), "pohon", "simpul__uid"
    ),
    "baseline": Baris(
        Baseline, ("indikator__uid", "tahun"), NILAI, "indikator__pohon", "indikator__simpul__uid"
    ),
    "target": Baris(
        Target,
        ("indikator__uid", "tahun", "triwulan", "tahap__kode"),
        NILAI,
        "indikator__pohon",
        "indikator__simpul__uid",
    ),
    "pagu": Baris(
        Pagu,
        ("simpul__uid", "tahun", "tahap__kode", "sumber_dana"),
        ("mentah", "nilai", *ASAL),
        "simpul__pohon",
        "simpul__uid",
    ),
    "klaim": Baris(
        KlaimPagu,
        ("simpul__uid", "tahun", "tahap__kode", "jenis"),
        ("mentah", "nilai", *ASAL),
        "simpul__pohon",
        "simpul__uid",
    ),
    "pengampu": Baris(
        SimpulPengampu, ("simpul__uid", "perangkat_daerah_id"), (), "simpul__pohon", "simpul__uid"
    ),
    "label": Baris(SimpulLabel, ("simpul__uid", "label_id"), (), "simpul__pohon", "simpul__uid"),
    "penugasan": Baris(
        Penugasan, ("simpul__uid", "jabatan_id"), ("peran",), "simpul__pohon", "simpul__uid"
    ),
    "penanggung_jabatan": Baris(
        PenanggungJabatan,
        ("indikator__uid", "jabatan_id"),
        (),
        "indikator__pohon",
        "indikator__simpul__uid",
    ),
    "penanggung_lembaga": Baris(
        PenanggungLembaga,
        ("indikator__uid", "perangkat_daerah_id"),
        (),
        "indikator__pohon",
        "indikator__simpul__uid",
    ),
    "penggantian": Baris(
        Penggantian,
        ("pengganti__uid", "lama__uid"),
        ("tahun",),
        "pengganti__pohon",
        "pengganti__uid",
    ),
}
TABEL_INDIKATOR = tuple(j for j, b in BARIS.items() if b.kunci[0] == "indikator__uid")
"""The tables whose rows hang on an indicator."""
URUTAN_TULIS = tuple(BARIS)
"""Tables in the order they are filled; emptied in reverse."""
TEMPAT_TAHAP = {
    jenis: baris.kunci.index("tahap__kode")
    for jenis, baris in BARIS.items()
    if "tahap__kode" in baris.kunci
}
"""The tables whose rows follow a stage, and where its code stands in their key."""
