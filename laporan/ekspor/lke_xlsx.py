"""The sheet (LKE) as a workbook: values first, then one row a criterion."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from laporan.jenis_cetak import Kemajuan
from laporan.pdf.lke import KONSEP
from laporan.pdf.naskah_lke import NaskahLke

PILIHAN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
NILAI = (("Komponen atau sub-komponen", 52), ("Bobot", 10), ("Grade mandiri", 10),
         ("Penilaian mandiri", 14), ("Grade", 10), ("Nilai", 12), ("Terpenuhi", 18),
         ("Catatan", 60))  # fmt: skip
KRITERIA = (("No", 10), ("Sub-komponen", 40), ("Kriteria", 56), ("Penilaian mandiri", 18),
            ("Catatan", 46), ("Bukti", 56), ("Penilaian evaluator", 18), ("Catatan evaluator", 46),
            ("Berbeda", 10))  # fmt: skip
REKOMENDASI = (("No", 8), ("Rekomendasi", 80), ("Tentang", 44), ("Tenggat", 18),
               ("Tindak lanjut", 60))  # fmt: skip


def cetak(naskah: NaskahLke, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """The same naskah gives the same bytes: its own moment dates the file."""
    keluar, n = BytesIO(), naskah
    buku = xlsxwriter.Workbook(keluar, PILIHAN)
    saat = datetime.fromisoformat(n.waktu).replace(tzinfo=None)
    judul = f"{n.judul_lembar} {n.lembaga} Tahun {n.tahun}"
    buku.set_properties({"title": judul, "created": saat})
    status = n.kaki if n.cap else f"{KONSEP} · {n.kaki}"
    _lembar(buku, "Nilai", NILAI, _nilai(n), judul, status)
    _lembar(buku, "Kriteria", KRITERIA, _kriteria(n), judul, status)
    rekomendasi = [(str(r.nomor), r.isi, r.dari, r.tenggat, r.tindak_lanjut) for r in n.rekomendasi]
    _lembar(buku, "Rekomendasi", REKOMENDASI, rekomendasi, judul, status)
    buku.close()
    return keluar.getvalue()


def _nilai(n: NaskahLke) -> Iterable[Sequence[str]]:
    for k in n.komponen:
        yield f"{k.kode}. {k.nama}", k.bobot, "", k.mandiri, "", k.nilai, "", ""
        for s in k.sub:
            yield (f"{s.kode} {s.nama}", s.bobot, s.grade_mandiri, s.mandiri, s.grade, s.nilai,
                   s.terpenuhi, "\n".join(b for b in (s.bertahan, s.catatan) if b))  # fmt: skip
    yield "Jumlah", "100", "", n.mandiri, "", n.nilai, "", ""
    predikat = f"{n.predikat} ({n.sebutan})" if n.predikat else ""
    yield "Predikat", "", n.predikat_mandiri, "", predikat, "", "", n.catatan


def _kriteria(n: NaskahLke) -> Iterable[Sequence[str]]:
    for k in n.komponen:
        for s in k.sub:
            for satu in s.kriteria:
                yield (satu.kode, f"{s.kode} {s.nama}", satu.teks, satu.mandiri, satu.catatan,
                       "\n".join(satu.bukti), satu.penilaian, satu.catatan_penilai,
                       "ya" if satu.beda else "")  # fmt: skip


def _lembar(
    buku: Any,
    nama: str,
    kolom: Sequence[tuple[str, int]],
    baris: Iterable[Sequence[str]],
    judul: str,
    status: str,
) -> None:
    """Title, status, head row with a filter, the rows; numbers stay numbers."""
    teks = buku.add_format({"border": 1, "valign": "top", "text_wrap": True})
    kepala = buku.add_format({"border": 1, "bold": True, "bg_color": "#DBE5F1", "text_wrap": True})
    lembar = buku.add_worksheet(nama)
    lembar.set_landscape()
    lembar.set_paper(9)
    lembar.fit_to_pages(1, 0)
    lembar.write_string(0, 0, judul, buku.add_format({"bold": True, "font_size": 13}))
    lembar.write_string(1, 0, status)
    for nomor, (satu, lebar) in enumerate(kolom):
        lembar.set_column(nomor, nomor, lebar)
        lembar.write_string(3, nomor, satu, kepala)
    akhir = 3
    for akhir, isi in enumerate(baris, start=4):
        for nomor, nilai in enumerate(isi):
            angka = _angka(nilai) if kolom[nomor][0] in BERANGKA else None
            if angka is None:
                lembar.write_string(akhir, nomor, nilai, teks)
            else:
                lembar.write_number(akhir, nomor, angka, teks)
    lembar.autofilter(3, 0, akhir, len(kolom) - 1)
    lembar.freeze_panes(4, 1)
    lembar.repeat_rows(3)


BERANGKA = frozenset({"Bobot", "Penilaian mandiri", "Nilai"})


def _angka(teks: str) -> float | None:
    """Our own "4,50"; None for words."""
    polos = teks.replace(".", "").replace(",", ".")
    return float(polos) if polos.replace(".", "", 1).isdecimal() else None
