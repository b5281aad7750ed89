"""The list at the end of the document: what a reader should know before trusting a number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cascading.matriks_isi import IsiMatriks, SimpulIsi
from cascading.set_kolom import TINGKAT

CATATAN_TERBANYAK = 200
BATAS_SEBUTAN = 160


@dataclass(frozen=True, slots=True)
class CatatanPemeriksaan:
    """One line: what kind of oddity, where, and what it is."""

    jenis: str
    letak: str
    isi: str


def susun_catatan(isi: IsiMatriks) -> list[CatatanPemeriksaan]:
    """Claims that differ, amounts that could not be read or were never typed, missing parts."""
    semua = [*_klaim(isi), *_tak_terbaca(isi), *_belum_diisi(isi)]
    if len(semua) <= CATATAN_TERBANYAK:
        return semua
    sisa = len(semua) - CATATAN_TERBANYAK
    pesan = f"{sisa} catatan lain tidak dicetak; semuanya terlihat di layar pohon."
    return [*semua[:CATATAN_TERBANYAK], CatatanPemeriksaan("Selebihnya", "Seluruh dokumen", pesan)]


def _klaim(isi: IsiMatriks) -> Iterator[CatatanPemeriksaan]:
    letak = {s.id: sebutan_letak(s) for s in isi.simpul} | {isi.akar: "Baris JUMLAH"}
    for id_simpul in letak:
        jumlah = isi.jumlah.get(id_simpul)
        if jumlah is None:
            continue
        mentah = isi.klaim_mentah.get(id_simpul, "")
        if jumlah.tertulis is None and mentah:
            pesan = f"Tertulis “{mentah}”, tidak terbaca; jumlah turunannya {_rp(jumlah.nilai)}."
        elif jumlah.tertulis is not None and not jumlah.cocok:
            selisih = jumlah.nilai - jumlah.tertulis
            pesan = (
                f"Tertulis {_rp(jumlah.tertulis)}, jumlah turunannya {_rp(jumlah.nilai)}: "
                f"{'lebih' if selisih > 0 else 'kurang'} {_rp(abs(selisih))} dari yang tertulis."
            )
            if jumlah.tak_terbaca:
                pesan += f" {jumlah.tak_terbaca} pagu tidak terbaca tidak ikut dijumlahkan."
        else:
            continue
        yield CatatanPemeriksaan("Pagu tertulis berbeda", letak[id_simpul], pesan)


def _tak_terbaca(isi: IsiMatriks) -> Iterator[CatatanPemeriksaan]:
    for s in isi.simpul:
        milik = isi.pagu.get(s.id)
        if milik and milik.terbaca < len(milik.mentah):
            mentah = "; ".join(f"“{m}”" for m in milik.mentah)
            pesan = f"Tertulis {mentah}; tidak terbaca sebagai rupiah dan tidak ikut dijumlahkan."
            yield CatatanPemeriksaan("Pagu tidak terbaca", sebutan_letak(s), pesan)


def _belum_diisi(isi: IsiMatriks) -> Iterator[CatatanPemeriksaan]:
    berpagu = {s.tingkat for s in isi.simpul if s.id in isi.pagu}
    tingkat = {s.id: s.tingkat for s in isi.simpul}
    for s in isi.simpul:
        if s.tingkat in berpagu and s.id not in isi.pagu:
            pesan = f"Pagu {isi.tahun} belum diisi."
            yield CatatanPemeriksaan("Pagu belum diisi", sebutan_letak(s), pesan)
        if not s.indikator and s.tingkat not in ("visi", "misi"):
            yield CatatanPemeriksaan("Tanpa indikator", sebutan_letak(s), "Belum ada indikator.")
        if s.tingkat == "program" and tingkat.get(s.induk or "") != "sasaran":
            pesan = "Program belum berada di bawah satu sasaran."
            yield CatatanPemeriksaan("Program tanpa sasaran", sebutan_letak(s), pesan)


def sebutan_letak(s: SimpulIsi) -> str:
    """ "Kegiatan 2.1 Rehabilitasi sosial …": level, number or code, name."""
    nama = s.nama or s.kinerja
    if len(nama) > BATAS_SEBUTAN:
        nama = nama[:BATAS_SEBUTAN].rsplit(" ", 1)[0] + " …"
    return " ".join(b for b in (TINGKAT[s.tingkat], s.nomor or s.kode, nama) if b)


def _rp(nilai: int) -> str:
    return f"Rp {nilai:,}".replace(",", ".")
