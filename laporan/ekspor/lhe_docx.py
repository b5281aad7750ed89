"""The report of an evaluation (LHE) as a Word file: the same parts and sentences as the PDF."""

from __future__ import annotations

from collections.abc import Sequence

from docx.shared import Mm

from kinerja.aturan.orang import cetak_nip
from laporan.ekspor.docx_dasar import Penulis, SelWord
from laporan.jenis_cetak import Kemajuan
from laporan.pdf.lhe import (
    TANPA_REKOMENDASI,
    kalimat_hasil,
    kalimat_lalu,
    tindak_lanjut,
)
from laporan.pdf.lke import KONSEP
from laporan.pdf.naskah_lke import NaskahLke

UKURAN = 9.5
TEPI = (18, 20, 18, 20)
TITIK = "." * 36


def cetak(naskah: NaskahLke, kertas: str, kemajuan: Kemajuan | None = None) -> bytes:
    """A4 portrait; the same naskah gives the same bytes."""
    n, p = naskah, Penulis(judul=" ".join(naskah.judul), penulis=naskah.pemda)
    satu = p.bagian(210, 297, tepi=TEPI)
    p.kepala(satu, "" if n.cap else KONSEP)
    p.kaki(satu, n.kaki if n.cap else f"{KONSEP} · {n.kaki}")
    for baris in (n.kop.pemda, n.kop.nama, *n.kop.alamat):
        if baris:
            p.paragraf(baris, rata="center", tebal=baris in (n.kop.pemda, n.kop.nama))
    p.judul("\n".join(j.upper() for j in n.judul), 1)
    p.paragraf(f"Nomor: {n.nomor}", rata="center")
    _isi(p, n)
    _tanda_tangan(p, n)
    if n.cap:
        kode = f"Kode {n.cap.kode}. Versi {n.cap.versi}, dibekukan {n.cap.waktu}."
        p.paragraf(f"{kode} {n.cap.persetujuan}", rata="left", ukuran=8, atas=10)
    return p.bytes()


def _isi(p: Penulis, n: NaskahLke) -> None:
    p.judul("1. Pendahuluan", 2)
    _alinea(p, n.pembuka)
    p.judul("2. Hasil evaluasi", 2)
    _alinea(p, kalimat_hasil(n))
    _nilai(p, n)
    p.judul("3. Uraian per komponen", 2)
    for k in n.komponen:
        p.judul(f"{k.kode}. {k.nama}: {k.nilai or '–'}", 3)
        baris = [
            (f"{s.kode} {s.nama}", s.bobot, s.grade or "–", s.nilai or "–",
             "\n".join(b for b in (f"{s.terpenuhi} kriteria", s.bertahan, s.catatan) if b))
            for s in k.sub
        ]  # fmt: skip
        _tabel(p, ("Sub-komponen", "Bobot", "Grade", "Nilai", "Catatan"), baris,
               (55, 16, 16, 18, 65))  # fmt: skip
    p.judul("4. Catatan dan rekomendasi", 2)
    _alinea(p, n.catatan)
    if n.rekomendasi:
        _tabel(p, ("No", "Rekomendasi", "Tentang", "Tenggat"),
               [(str(r.nomor), r.isi, r.dari or "–", r.tenggat or "–") for r in n.rekomendasi],
               (10, 84, 46, 30))  # fmt: skip
    else:
        p.paragraf(TANPA_REKOMENDASI)
    p.judul("5. Tindak lanjut rekomendasi tahun sebelumnya", 2)
    p.paragraf(kalimat_lalu(n))
    if n.lalu:
        lalu = [(str(r.nomor), r.isi, tindak_lanjut(r)) for r in n.lalu]
        _tabel(p, ("No", "Rekomendasi", "Tindak lanjut"), lalu, (10, 86, 74))
    p.judul("6. Penutup", 2)
    _alinea(p, n.penutup)


def _nilai(p: Penulis, n: NaskahLke) -> None:
    baris = [(f"{k.kode}. {k.nama}", k.bobot, k.mandiri or "–", k.nilai or "–") for k in n.komponen]
    predikat = f"{n.predikat} ({n.sebutan})" if n.predikat else "–"
    baris += [
        ("Jumlah", "100", n.mandiri or "–", n.nilai or "–"),
        ("Predikat", "", n.predikat_mandiri or "–", predikat),
    ]
    _tabel(p, ("Komponen", "Bobot", "Penilaian mandiri", "Nilai"), baris, (76, 20, 37, 37))


def _alinea(p: Penulis, teks: str) -> None:
    for baris in teks.split("\n"):
        if baris.strip():
            p.paragraf(baris)


def _tabel(
    p: Penulis, kepala: Sequence[str], baris: Sequence[Sequence[str]], lebar: Sequence[float]
) -> None:
    isi = [[SelWord(k, kepala=True) for k in kepala]]
    isi += [[SelWord(satu) for satu in b] for b in baris]
    p.tabel(isi, lebar, kepala=1, ukuran=UKURAN)


def _tanda_tangan(p: Penulis, n: NaskahLke) -> None:
    if n.kanan is None:
        return
    k = n.kanan
    nip = "" if k.kepala_daerah else f"NIP. {cetak_nip(k.nip) or TITIK}"
    for n_baris, baris in enumerate((n.tempat_tanggal, f"{k.jabatan},", "", "", k.nama or TITIK,
                                     k.pangkat, nip)):  # fmt: skip
        if baris or n_baris in (2, 3):
            satu = p.paragraf(baris, rata="left", tebal=n_baris == 4, ikut=True)
            satu.paragraph_format.left_indent = Mm(90)
