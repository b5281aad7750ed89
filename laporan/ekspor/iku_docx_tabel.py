"""Tables of the Word file of an IKU document."""

from __future__ import annotations

from itertools import groupby

from cascading.matriks import Matriks
from laporan.ekspor.docx_dasar import Penulis
from laporan.ekspor.docx_tabel import SelWord
from laporan.pdf.iku_keputusan import KOLOM
from laporan.pdf.iku_lampiran import iku_sasaran
from laporan.pdf.naskah_iku import NaskahIku

LEBAR = 165.0
"""Millimetres between the margins of the portrait page."""


def tabel_iku(w: Penulis, n: NaskahIku) -> None:
    """Tabel 2.1 with merged heads, KET and the row of column numbers."""
    awal, tahun = n.isi.tahun_awal, n.isi.tahun
    for teks in ("Tabel 2.1", "Indikator Kinerja Utama (IKU)", f"{n.lembaga} Tahun {n.masa}"):
        w.paragraf(teks, rata="center", tebal=True, ikut=True)
    angka = len(awal) + len(tahun)
    lebar = [8.0, 43.0, 17.0, *(12.5 for _ in range(angka))]
    lebar.append(max(10.0, LEBAR - sum(lebar)))
    atas = [_kepala(k, mulai=True) for k in ("NO", "INDIKATOR", "SATUAN")]
    if awal:
        atas.append(SelWord("BASE LINE TAHUN", lebar=len(awal), kepala=True))
    atas += [SelWord("TARGET TAHUN", lebar=len(tahun), kepala=True), _kepala("KET", mulai=True)]
    tiga = [SelWord(lanjut=True, kepala=True)] * 3
    bawah = [*tiga, *(_kepala(str(t)) for t in (*awal, *tahun)), SelWord(lanjut=True, kepala=True)]
    nomor = [_kepala(f"({k})") for k in range(1, len(lebar) + 1)]
    isi = [
        [
            _tengah(str(k)),
            SelWord(i.indikator),
            _tengah(i.satuan or "-"),
            *(_tengah(v or "-") for v in (*i.awal, *i.target)),
            SelWord(i.ket),
        ]
        for k, i in enumerate(n.isi.iku, start=1)
    ]
    w.tabel([atas, bawah, nomor, *isi], lebar, kepala=3, ukuran=8)


def tabel_lampiran(w: Penulis, n: NaskahIku) -> None:
    """Annex I: how each IKU of a sasaran is measured, and its criteria."""
    kepala = [
        _kepala("Indikator Kinerja Sasaran"),
        _kepala(f"Cara Pengukuran{n.direviu}"),
        _kepala(f"Keterangan / Kriteria{n.direviu}"),
    ]
    isi = [
        [
            SelWord(f"{k}. {i.sebutan_lampiran}"),
            SelWord(i.cara or "-"),
            SelWord("\n".join(f"- {t}" for t in i.kriteria) or "-"),
        ]
        for k, i in enumerate(iku_sasaran(n.isi.iku), start=1)
    ]
    w.tabel([kepala, *isi], [LEBAR / 3] * 3, kepala=1)


def tabel_keputusan(w: Penulis, n: NaskahIku) -> None:
    """The list behind a keputusan, with definition, source and who answers."""
    kepala = [_kepala(k) for k, _ in KOLOM]
    isi = [
        [
            _tengah(str(k)),
            SelWord(i.sasaran or i.tujuan),
            SelWord(i.indikator),
            SelWord("\n".join(b for b in (i.definisi, str(i.pecahan or ""), *i.rumus) if b) or "-"),
            _tengah(i.satuan or "-"),
            SelWord(i.sumber_data or "-"),
            SelWord(i.penanggung_jawab or "-"),
        ]
        for k, i in enumerate(n.isi.iku, start=1)
    ]
    w.tabel([kepala, *isi], [LEBAR * p / 100 for _, p in KOLOM], kepala=1)


def tabel_matriks(w: Penulis, m: Matriks, lebar: float) -> None:
    """A cascading with its group heads and merged cells as real columns."""
    dua = any(k.grup for k in m.kolom)
    kepala = [_grup(m), [*_judul(m)]] if dua else [[_kepala(k.judul) for k in m.kolom]]
    nomor = [_kepala(f"({k})") for k in range(1, len(m.kolom) + 1)]
    isi = [[SelWord() for _ in m.kolom] for _ in range(m.baris)]
    for c, kolom in enumerate(m.sel):
        for s in kolom:
            gabung = s.rentang > 1
            isi[s.mulai][c] = SelWord("\n".join((s.teks, *s.catatan)), mulai=gabung)
            for r in range(s.mulai + 1, s.mulai + s.rentang):
                isi[r][c] = SelWord(lanjut=True)
    bobot = [0.35 if k.kunci.startswith("no") else 0.65 if k.medan == "satuan" else 1.0
             for k in m.kolom]  # fmt: skip
    satuan = lebar / sum(bobot)
    ukuran = 7.5 if len(m.kolom) <= 12 else 6.0
    lebar_kolom = [b * satuan for b in bobot]
    w.tabel([*kepala, nomor, *isi], lebar_kolom, kepala=len(kepala) + 1, ukuran=ukuran)


def _grup(m: Matriks) -> list[SelWord]:
    """The upper head row: groups over their columns, other heads over both rows."""
    hasil = []
    for grup, daftar in groupby(m.kolom, key=lambda k: k.grup):
        kolom = list(daftar)
        if grup:
            hasil.append(SelWord(grup, lebar=len(kolom), kepala=True))
        else:
            hasil += [_kepala(k.judul, mulai=True) for k in kolom]
    return hasil


def _judul(m: Matriks) -> list[SelWord]:
    return [_kepala(k.judul) if k.grup else SelWord(lanjut=True, kepala=True) for k in m.kolom]


def _kepala(teks: str, *, mulai: bool = False) -> SelWord:
    return SelWord(teks, kepala=True, mulai=mulai)


def _tengah(teks: str) -> SelWord:
    return SelWord(teks, rata="center")
