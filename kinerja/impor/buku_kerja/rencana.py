"""What a workbook that came back would do to its document: the same kind of plan as any import."""

from __future__ import annotations

from kinerja.impor.bacaan import TabelBaca
from kinerja.impor.buku_kerja.alas import Alas
from kinerja.impor.buku_kerja.baca import BukuKerja
from kinerja.impor.buku_kerja.rencana_angka import PenyusunAngka
from kinerja.impor.buku_kerja.rencana_hilang import PenyusunHilang
from kinerja.impor.buku_kerja.rencana_kotak import PenyusunKotak
from kinerja.impor.buku_kerja.rencana_ukuran import PenyusunUkuran
from kinerja.impor.potret import Potret
from kinerja.impor.rencana import (
    BARU,
    BASI,
    BERUBAH,
    DILEWATI,
    DIPINDAH,
    SAMA,
    BarisRencana,
    Beda,
    PilihanRencana,
    Rencana,
    beda_resmi,
    ringkas,
)
from kinerja.impor.rencana_periksa import periksa_rencana

BUKAN_DI_SINI = {"UNIT_TIDAK_DIKENAL"}
"""Findings on office tables that the workbook's own lists make an error at the cell."""


def susun_buku_kerja(
    bacaan: BukuKerja, tabel: TabelBaca, potret: Potret, pilihan: PilihanRencana
) -> Rencana:
    """Compare three ways. ``potret`` is used up: it ends as the tree would look."""
    akar = potret.akar
    alas = Alas(bacaan, potret, pilihan)
    kotak = PenyusunKotak(alas, tabel)
    kotak.susun()
    ukuran = PenyusunUkuran(alas)
    ukuran.susun()
    hilang = PenyusunHilang(alas, ukuran)
    hilang.pilih()
    angka = PenyusunAngka(alas, ukuran.pemilik)
    angka.susun(hilang.pergi)
    hilang.angka(angka)
    hilang.tulis()
    baris = _baris(alas, kotak)
    rencana = Rencana(perubahan=alas.keluaran, baris=baris, hilang=hilang.hilang, akar=akar)
    rencana.jumlah = _tanpa_baris(alas, {b.uid for b in baris})
    rencana.temuan = alas.temuan + [
        t
        for t in periksa_rencana(kotak.buku, alas.uid, alas.keluaran, potret, pilihan, kotak.cocok)
        if t.kode not in BUKAN_DI_SINI
    ]
    tersisa = sum(uid not in alas.uid.values() for uid in alas.kini["pohon"])
    rencana.ringkasan = ringkas(baris, tersisa - len(hilang.kotak), hilang=hilang.hilang)
    return rencana


def _baris(alas: Alas, kotak: PenyusunKotak) -> list[BarisRencana]:
    hasil = []
    for b in kotak.buku:
        uid = alas.uid[b.simpul.id]
        beda = alas.beda.get(uid, []) if uid not in kotak.baru else []
        nasib = BERUBAH if beda else SAMA
        if uid in kotak.baru:
            nasib = BARU
        elif uid in kotak.pindah:
            nasib = DIPINDAH
        elif not beda and uid in alas.tertahan:
            nasib, beda = DILEWATI, alas.tertahan[uid]
        elif not beda and uid in alas.basi:
            nasib = BASI
        hasil.append(BarisRencana(b, uid, nasib, beda, beda_resmi(alas.potret, b, uid)))
    return hasil


def _tanpa_baris(alas: Alas, tampil: set[str]) -> list[Beda]:
    """Differences of the document itself (the JUMLAH row) and of boxes without a row."""
    return [
        Beda(f"{_sebutan(alas, uid)}: {b.medan}", b.lama, b.baru)
        for uid, daftar in alas.beda.items()
        if uid not in tampil
        for b in daftar
    ]


def _sebutan(alas: Alas, uid: str) -> str:
    isi = alas.potret.simpul.get(uid, {})
    if uid == alas.potret.akar:
        return "Baris JUMLAH"
    return str(isi.get("nama") or isi.get("kinerja") or "")[:80]
