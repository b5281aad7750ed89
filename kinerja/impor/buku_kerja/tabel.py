"""The reading as one table of boxes with their indicators and money: what the preview prints."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from kinerja.aturan.angka import Bacaan, Nilai, baca_rupiah, baca_target, format_angka
from kinerja.impor.bacaan import IndikatorBaca, NilaiSel, SimpulBaca, TabelBaca
from kinerja.impor.buku import huruf_kolom
from kinerja.impor.buku_kerja.baca import BukuKerja, nama_baris
from kinerja.impor.buku_kerja.bentuk import (
    ANGGARAN,
    INDIKATOR,
    JUMLAH,
    POHON,
    TARGET,
    TERSEMBUNYI,
    pecah_tahun,
)
from kinerja.impor.buku_kerja.kata import kode
from kinerja.impor.buku_kerja.lembaran import BarisLembar
from kinerja.pilihan import JenisNilai, Triwulan

JENIS = "buku_kerja"
SEL = {"no": "nomor", "kode": "kode", "nama": "nama", "kinerja": "kinerja", "unit": "unit"}

KUNCI = {"jenjang": "level", "nomor": "no"}
"""Public column keys that differ from the workbook's own."""


def susun_tabel(bacaan: BukuKerja) -> TabelBaca:
    """One simpul per row of Pohon, in the order of the sheet."""
    simpul = {nama_baris(b): _simpul(bacaan, b) for b in bacaan.baris(POHON)}
    for s in simpul.values():
        s.induk = s.induk if s.induk in simpul else None
    _indikator(bacaan, simpul)
    satu = bacaan.lembar.get(POHON) or next(iter(bacaan.lembar.values()))
    nomor = [b.nomor for b in satu.baris]
    judul = satu.r_tanda + 2
    jumlah = Counter(s.level for s in simpul.values() if s.level)
    ukuran = sum(len(s.indikator) for s in simpul.values())
    tabel = TabelBaca(
        jenis=JENIS,
        lembar=satu.lembar.nama,
        baris_judul=[judul],
        kolom={
            huruf_kolom(c): KUNCI.get(k.kunci, k.kunci)
            for c, k in sorted(satu.kolom.values(), key=lambda k: k[0])
            if k.sifat != TERSEMBUNYI
        },
        baris_data=[min(nomor, default=judul), max(nomor, default=judul)],
        simpul=list(simpul.values()),
        jumlah=dict(jumlah) | ({"indikator": ukuran} if ukuran else {}),
    )
    _anggaran(bacaan, simpul, tabel)
    return tabel


def _simpul(bacaan: BukuKerja, b: BarisLembar) -> SimpulBaca:
    satu, isi = bacaan.lembar[POHON], b.isi
    return SimpulBaca(
        id=nama_baris(b),
        induk=bacaan.rujuk.get((POHON, b.r, "induk")) or None,
        level=(kode("jenjang", isi.get("jenjang", "")) or "").lower() or None,
        no=isi.get("nomor", ""),
        kode=isi.get("kode", ""),
        nama=isi.get("nama", ""),
        kinerja=isi.get("kinerja", ""),
        unit=isi.get("unit", ""),
        baris=b.nomor,
        sel={m: satu.sel(b, k) for m, k in SEL.items() if k in satu.kolom},
    )


def _indikator(bacaan: BukuKerja, simpul: dict[str, SimpulBaca]) -> None:
    milik: dict[str, IndikatorBaca] = {}
    for b in bacaan.baris(INDIKATOR):
        satu, isi = bacaan.lembar[INDIKATOR], b.isi
        ukuran = IndikatorBaca(
            teks=isi.get("teks", ""),
            satuan=isi.get("satuan", ""),
            formulasi=[f for f in isi.get("formulasi", "").split("\n") if f],
            sel={m: satu.sel(b, m) for m in ("teks", "satuan") if m in satu.kolom},
        )
        milik[nama_baris(b)] = ukuran
        pemilik = simpul.get(bacaan.rujuk.get((INDIKATOR, b.r, "kotak"), ""))
        if pemilik is not None:
            pemilik.indikator.append(ukuran)
    for b in bacaan.baris(TARGET):
        dari = milik.get(bacaan.rujuk.get((TARGET, b.r, "indikator"), ""))
        masa = kode("triwulan", b.isi.get("triwulan", ""))
        if dari is None or masa != str(int(Triwulan.SETAHUN)):
            continue
        for kolom, jenis, tahun in _kolom_tahun(bacaan, b):
            tempat = dari.baseline if jenis == "baseline" else dari.target
            tempat[str(tahun)] = nilai_sel(bacaan, b, kolom, dari.satuan)


def _anggaran(bacaan: BukuKerja, simpul: dict[str, SimpulBaca], tabel: TabelBaca) -> None:
    """Amounts of several funds of one year are shown as their sum."""
    for b in bacaan.baris(ANGGARAN):
        pemilik = bacaan.rujuk.get((ANGGARAN, b.r, "kotak"), "")
        tempat = simpul[pemilik].pagu if pemilik in simpul else {}
        if pemilik == JUMLAH:
            tempat = tabel.jumlah_tertulis
        if kode("jenis_anggaran", b.isi.get("jenis", "")) == "INDIKATIF":
            continue
        for kolom, _, tahun in _kolom_tahun(bacaan, b):
            satu = nilai_sel(bacaan, b, kolom)
            ada = tempat.get(str(tahun))
            tempat[str(tahun)] = satu if ada is None else _jumlah(ada, satu)


def _jumlah(a: NilaiSel, b: NilaiSel) -> NilaiSel:
    angka = (a.bacaan.nilai.angka or Decimal(0)) + (b.bacaan.nilai.angka or Decimal(0))
    nilai = Nilai(format_angka(angka), JenisNilai.ANGKA, angka)
    return NilaiSel(a.lembar, a.sel, Bacaan(nilai))


def _kolom_tahun(bacaan: BukuKerja, b: BarisLembar) -> list[tuple[str, str, int]]:
    """Filled year columns of a row: (column, kind, year)."""
    kolom = ((k, pecah_tahun(k)) for k in bacaan.lembar[b.lembar].kolom if b.isi.get(k))
    return [(k, t[0], t[1]) for k, t in kolom if t]


def nilai_sel(bacaan: BukuKerja, b: BarisLembar, kolom: str, satuan: str = "") -> NilaiSel:
    """A number at a cell; an unchanged one was checked when it was written."""
    if (terbaca := bacaan.nilai.get((b.lembar, b.r, kolom))) is not None:
        return terbaca
    satu, teks = bacaan.lembar[b.lembar], b.isi[kolom]
    terbaca_ulang = baca_rupiah(teks) if b.lembar == ANGGARAN else baca_target(teks, satuan=satuan)
    return NilaiSel(satu.lembar.nama, satu.sel(b, kolom), Bacaan(terbaca_ulang.nilai))
