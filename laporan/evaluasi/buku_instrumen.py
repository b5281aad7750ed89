"""An instrument as a workbook: what is given out is what may be loaded again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from kinerja.aturan.mutu.katalog import KRITERIA as PERKIRAAN
from laporan.aturan.instrumen_lke import PEUBAH
from laporan.aturan.lke import Instrumen, bobot_kata
from laporan.models import VersiLke

DATA, KRITERIA, SKALA, PREDIKAT, PETUNJUK = (
    "Instrumen", "Kriteria", "Skala nilai", "Predikat", "Petunjuk",
)  # fmt: skip
KOLOM = {
    KRITERIA: (("Jenjang", 16), ("Nomor", 12), ("Uraian", 90), ("Bobot", 10),
               ("Boleh tidak berlaku", 14), ("Perkiraan", 16)),
    SKALA: (("Grade", 12), ("Nilai", 10), ("Batas (%)", 12), ("Batas termasuk", 14),
            ("Tahun bertahan", 14)),
    PREDIKAT: (("Predikat", 12), ("Sebutan", 30), ("Batas", 12), ("Batas termasuk", 14)),
}  # fmt: skip
JENJANG = ("Komponen", "Sub-komponen", "Kriteria")
ISIAN = ("Nama", "Judul lembar", "Tahun mulai", "Tahun sampai", "Sumber", "Pembuka LHE",
         "Penutup LHE")  # fmt: skip
YA = "ya"
_PETUNJUK = (
    "Lembar Instrumen: nama versi, judul yang dicetak, tahun yang dilayani, dan sumbernya. Tahun "
    "sampai boleh kosong. Sumber dicetak seperti yang ditulis di sini.",
    f"Pembuka dan penutup LHE boleh memuat {', '.join(f'{{{p}}}' for p in PEUBAH)}.",
    "Lembar Kriteria: satu baris satu komponen, sub-komponen, atau kriteria, berurutan dari atas. "
    "Bobot komponen berjumlah 100; bobot sub-komponen berjumlah bobot komponennya.",
    f"Perkiraan boleh kosong; yang dikenal: {', '.join(PERKIRAAN)}.",
    "Skala nilai dan predikat ditulis dari yang terbaik. Sebuah grade tercapai bila bagian "
    "kriteria terpenuhi lebih dari batasnya (atau sama, bila batas termasuk: ya) dan seluruh "
    "kriteria juga terpenuhi selama tahun bertahan sebelumnya. Baris terakhir dimulai dari 0.",
)  # fmt: skip


def buku_instrumen(versi: VersiLke) -> bytes:
    """A version as it stands."""
    data = (
        versi.nama, versi.instrumen.judul, str(versi.tahun_mulai), str(versi.tahun_sampai or ""),
        versi.sumber, versi.instrumen.pembuka, versi.instrumen.penutup,
    )  # fmt: skip
    return tulis_buku(versi.instrumen, data)


def tulis_buku(i: Instrumen, data: Sequence[str]) -> bytes:
    """``data`` in the order of ``ISIAN``."""
    keluar = BytesIO()
    buku = xlsxwriter.Workbook(
        keluar, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    rupa = {
        "teks": buku.add_format(
            {"border": 1, "valign": "top", "text_wrap": True, "num_format": "@"}
        ),
        "kepala": buku.add_format({"border": 1, "bold": True, "bg_color": "#DBE5F1"}),
    }
    _pasangan(buku.add_worksheet(DATA), zip(ISIAN, data, strict=True), rupa)
    for nama, baris in ((KRITERIA, _kriteria(i)), (SKALA, _skala(i)), (PREDIKAT, _predikat(i))):
        _tabel(buku.add_worksheet(nama), KOLOM[nama], baris, rupa)
    petunjuk = buku.add_worksheet(PETUNJUK)
    petunjuk.set_column(0, 0, 110)
    for n, kalimat in enumerate(_PETUNJUK):
        petunjuk.write_string(n, 0, kalimat, rupa["teks"])
    buku.close()
    return keluar.getvalue()


def _pasangan(lembar: Any, isi: Iterable[tuple[str, str]], rupa: dict[str, Any]) -> None:
    lembar.set_column(0, 0, 18)
    lembar.set_column(1, 1, 100)
    for n, (nama, nilai) in enumerate(isi):
        lembar.write_string(n, 0, nama, rupa["kepala"])
        lembar.write_string(n, 1, nilai, rupa["teks"])


def _tabel(
    lembar: Any, kolom: Sequence[tuple[str, int]], baris: Iterable[Sequence[str]], rupa: Any
) -> None:
    for n, (nama, lebar) in enumerate(kolom):
        lembar.set_column(n, n, lebar)
        lembar.write_string(0, n, nama, rupa["kepala"])
    for ke, isi in enumerate(baris, start=1):
        for n, teks in enumerate(isi):
            lembar.write_string(ke, n, teks, rupa["teks"])
    lembar.freeze_panes(1, 0)


def _kriteria(i: Instrumen) -> Iterable[Sequence[str]]:
    for k in i.komponen:
        yield JENJANG[0], k.kode, k.nama, k.bobot_kata, "", ""
        for s in k.sub:
            yield JENJANG[1], s.kode, s.nama, s.bobot_kata, "", ""
            for satu in s.kriteria:
                lewat = YA if satu.boleh_lewat else ""
                yield JENJANG[2], satu.kode, satu.teks, "", lewat, satu.perkiraan


def _skala(i: Instrumen) -> Iterable[Sequence[str]]:
    for g in i.skala:
        nilai, batas = map(bobot_kata, (g.nilai, g.batas))
        yield g.nama, nilai, batas, YA if g.termasuk else "", str(g.bertahan or "")


def _predikat(i: Instrumen) -> Iterable[Sequence[str]]:
    for p in i.predikat:
        batas = bobot_kata(p.batas)
        yield p.nama, p.sebutan, batas, YA if p.termasuk else ""
