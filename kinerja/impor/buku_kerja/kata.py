"""Choices as the workbook prints them: code to word and back."""

from __future__ import annotations

from collections.abc import Mapping

from kinerja.aturan.jenjang import jenjang_sah, label
from kinerja.aturan.teks import kunci
from kinerja.pilihan import (
    Agregasi,
    Arah,
    Frekuensi,
    JenisKlaim,
    JenisNilai,
    JenisPohon,
    Jenjang,
    PeranKondisi,
    Triwulan,
)

PAGU = "ISI"
"""Stands beside the kinds of claims: money on the level that holds it."""

PILIHAN: Mapping[str, Mapping[str, str]] = {
    "jenjang": {j: label(j) for j in Jenjang.values if j != Jenjang.AKAR},
    "peran": dict(PeranKondisi.choices),
    "arah": dict(Arah.choices),
    "agregasi": dict(Agregasi.choices),
    "jenis_nilai": {k: v for k, v in JenisNilai.choices if k != JenisNilai.KOSONG},
    "frekuensi": dict(Frekuensi.choices),
    "triwulan": {str(k): v for k, v in Triwulan.choices},
    "jenis_anggaran": {PAGU: "Pagu", **dict(JenisKlaim.choices)},
    "ya": {"True": "Ya", "False": "Tidak"},
}
BAWAAN = {
    "peran": "",
    "arah": str(Arah.NAIK),
    "agregasi": str(Agregasi.AKHIR),
    "jenis_nilai": str(JenisNilai.ANGKA),
    "frekuensi": str(Frekuensi.TAHUNAN),
    "triwulan": str(int(Triwulan.SETAHUN)),
    "ya": "False",
}
"""What an empty cell of a choice means."""

SATUAN = (
    *("%", "Persen", "Indeks", "Nilai", "Predikat", "Orang", "Keluarga", "Dokumen", "Laporan"),
    *("Unit", "Paket", "Kegiatan", "Bulan", "Rupiah"),
)
"""Units that the list proposes beside those of the document."""


def sebutan(daftar: str, kode: object) -> str:
    """The word for a code; an unknown code stands for itself."""
    return PILIHAN[daftar].get(str(kode), str(kode))


def kode(daftar: str, teks: str) -> str | None:
    """The code of a word or a code, spelled loosely; None when the list has no such word."""
    if not teks:
        return BAWAAN.get(daftar)
    dicari = kunci(teks)
    for satu, kata in PILIHAN[daftar].items():
        if dicari in (kunci(kata), kunci(satu)):
            return satu
    return None


def daftar_jenjang(jenis_pohon: str) -> list[str]:
    """The levels that a kind of document holds, as printed."""
    return [label(j) for j in jenjang_sah(JenisPohon(jenis_pohon))]
