"""Tables of indicators with years across (IKU, targets per year): one holder, a row each."""

from __future__ import annotations

from dataclasses import replace

from kinerja.impor.bacaan import SimpulBaca, TabelBaca
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tata_letak.isi import KolomJenjang, kolom_jenjang, tambah_indikator
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.selesai import tabel_baca
from kinerja.impor.tata_letak.sertaan import LAIN, PESAN_NOMOR_KOSONG
from kinerja.pilihan import JenisNilai


def bernilai_tahunan(tabel: Tabel) -> bool:
    """Indicators with targets for several years and no money."""
    tahun = tabel.tahun_kolom("target")
    return tabel.punya("indikator") and len(tahun) > 1 and not tabel.punya("pagu")


def baca_indikator(p: Pembacaan, jenis: str) -> tuple[TabelBaca, SimpulBaca]:
    """One node without a level that holds an indicator per printed row."""
    k = _kolom(p)
    c_no = next((x.c for x in p.tabel.kolom if x.medan == "no"), None)
    simpul = SimpulBaca(id="1", induk=None, level=None, baris=p.tabel.batas.data[0] + 1)
    bernomor: dict[int, bool] = {}
    for r in p.tabel.batas.data:
        if r in p.tabel.lembar.baris_tersembunyi or not _berindikator(p, k, r):
            continue
        baru = tambah_indikator(p, simpul, k, r, baru=True)
        if baru and c_no is not None and p.asal(r, c_no) == r:
            bernomor[r] = bool(p.teks(r, c_no, "no"))
    _nomor_kosong(p, bernomor, c_no)
    _sertaan(p, simpul)
    hasil = tabel_baca(p, [simpul], jenis)
    terisi = [n for i in simpul.indikator for n in i.target.values()]
    hasil.jumlah["indikator"] = len(simpul.indikator)
    hasil.jumlah["nilai_target"] = sum(n.bacaan.nilai.jenis != JenisNilai.KOSONG for n in terisi)
    return hasil, simpul


def _kolom(p: Pembacaan) -> KolomJenjang:
    """All value columns, whatever level the table's shape gave them."""
    p.tabel.kolom = [
        replace(k, jenjang=None) if k.medan not in ("nama", "kinerja") else k for k in p.tabel.kolom
    ]
    return kolom_jenjang(p.tabel, None, p.tahun)


def _berindikator(p: Pembacaan, k: KolomJenjang, r: int) -> bool:
    """Rows that only name a tujuan or sasaran hold no indicator of their own."""
    nilai = [c for _, c in (*k.target, *k.baseline)]
    return p.isi(r, k.indikator) or any(p.isi(r, c) for c in nilai)


def _nomor_kosong(p: Pembacaan, bernomor: dict[int, bool], c: int | None) -> None:
    """A row without a number among numbered ones stays an indicator of its own."""
    tanpa = [r for r, ada in bernomor.items() if not ada]
    if c is None or len(tanpa) * 2 >= len(bernomor):
        return
    for r in tanpa:
        p.lapor("NOMOR_KOSONG", PESAN_NOMOR_KOSONG, r, c)


def _sertaan(p: Pembacaan, simpul: SimpulBaca) -> None:
    """Remarks of each row, in the order of the indicators."""
    kolom = [(k.medan, k.c) for k in p.tabel.kolom if k.medan in LAIN]
    for medan, c in kolom:
        if any(p.isi(r, c) for r in p.tabel.batas.data):
            simpul.lain[medan] = [p.teks(r, c, medan) for r in p.tabel.batas.data]
