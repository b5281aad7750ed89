"""The sheet (LKE) as a workbook: values first, then one row a criterion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from laporan.ekspor.lembar_daftar import buku_daftar, lembar_daftar
from laporan.jenis_cetak import Kemajuan
from laporan.pdf.lke import KONSEP
from laporan.pdf.naskah_lke import NaskahLke

NILAI = (("Komponen atau sub-komponen", 52), ("Bobot", 10), ("Grade mandiri", 10),
         ("Penilaian mandiri", 14), ("Grade", 10), ("Nilai", 12), ("Terpenuhi", 18),
         ("Catatan", 60))  # fmt: skip
KRITERIA = (("No", 10), ("Sub-komponen", 40), ("Kriteria", 56), ("Penilaian mandiri", 18),
            ("Catatan", 46), ("Bukti", 56), ("Penilaian evaluator", 18), ("Catatan evaluator", 46),
            ("Berbeda", 10))  # fmt: skip
REKOMENDASI = (("No", 8), ("Rekomendasi", 80), ("Tentang", 44), ("Tenggat", 18),
               ("Tindak lanjut", 60))  # fmt: skip
BERANGKA = frozenset({"Bobot", "Penilaian mandiri", "Nilai"})


def cetak(naskah: NaskahLke, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """The same naskah gives the same bytes: its own moment dates the file."""
    n = naskah
    judul = f"{n.judul_lembar} {n.lembaga} Tahun {n.tahun}"
    buku, keluar = buku_daftar(judul, n.waktu)
    status = n.kaki if n.cap else f"{KONSEP} · {n.kaki}"
    rekomendasi = [(str(r.nomor), r.isi, r.dari, r.tenggat, r.tindak_lanjut) for r in n.rekomendasi]
    for nama, kolom, baris in (
        ("Nilai", NILAI, _nilai(n)),
        ("Kriteria", KRITERIA, _kriteria(n)),
        ("Rekomendasi", REKOMENDASI, rekomendasi),
    ):
        isi = _berangka(kolom, baris)
        lembar_daftar(buku, nama, kolom, isi, judul=judul, catatan=status, tetap=1)
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


def _berangka(
    kolom: Sequence[tuple[str, int]], baris: Iterable[Sequence[str]]
) -> Iterator[list[str | float]]:
    """The same rows, numbers as numbers where the column holds such."""
    for isi in baris:
        yield [
            satu if nama not in BERANGKA or (angka := _angka(satu)) is None else angka
            for (nama, _), satu in zip(kolom, isi, strict=True)
        ]


def _angka(teks: str) -> float | None:
    """Our own "4,50"; None for words."""
    polos = teks.replace(".", "").replace(",", ".")
    return float(polos) if polos.replace(".", "", 1).isdecimal() else None
