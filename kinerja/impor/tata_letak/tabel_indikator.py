"""Tables of indicators with years across (IKU, targets per year): one holder, a row each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kinerja.impor.bacaan import IndikatorBaca, SimpulBaca, TabelBaca
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tajuk_kolom import MENDATAR, MENURUN
from kinerja.impor.tata_letak.isi import KolomJenjang, kolom_jenjang, tambah_indikator
from kinerja.impor.tata_letak.mendatar import baca_mendatar
from kinerja.impor.tata_letak.menurun import baca_menurun
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.selesai import tabel_baca
from kinerja.impor.tata_letak.sertaan import PESAN_NOMOR_KOSONG
from kinerja.pilihan import JenisNilai

SERTAAN = {
    "definisi": "definisi",
    "sumber_data": "sumber_data",
    "pengampu": "penanggung_jawab",
    "opd": "penanggung_jawab",
    "ket": "keterangan",
}
"""Columns beside an indicator -> its fields."""


def bernilai_tahunan(tabel: Tabel) -> bool:
    """Indicators with targets for several years and no money."""
    tahun = tabel.tahun_kolom("target")
    return tabel.punya("indikator") and len(tahun) > 1 and not tabel.punya("pagu")


def baca_indikator(p: Pembacaan, jenis: str) -> tuple[TabelBaca, list[SimpulBaca]]:
    """One node without a level that holds an indicator per printed row; and the tujuan, sasaran
    … that the table prints beside them, whose findings belong to the indicators.
    """
    simpul = SimpulBaca(id="1", induk=None, level=None, baris=p.tabel.batas.data[0] + 1)
    if _berlapis(p.tabel):
        wadah = baca_mendatar(p)
        simpul.indikator = [i for s in wadah for i in s.indikator]
    else:
        wadah = _wadah(p)
        _baca_baris(p, simpul)
    _milik(simpul.indikator, wadah)
    hasil = tabel_baca(p, [simpul], jenis)
    terisi = [n for i in simpul.indikator for n in i.target.values()]
    hasil.jumlah["indikator"] = len(simpul.indikator)
    hasil.jumlah["nilai_target"] = sum(n.bacaan.nilai.jenis != JenisNilai.KOSONG for n in terisi)
    return hasil, wadah


def _berlapis(tabel: Tabel) -> bool:
    """Tujuan and sasaran side by side, each with indicators and targets of its own."""
    sendiri = [{k.jenjang for k in tabel.kolom if k.medan == m} for m in ("indikator", "target")]
    return tabel.bentuk == MENDATAR and min(map(len, sendiri)) > 1


def _baca_baris(p: Pembacaan, simpul: SimpulBaca) -> None:
    """An indicator per row, whatever level it stands beside."""
    k = _kolom(p)
    c_no = next((x.c for x in p.tabel.kolom if x.medan == "no"), None)
    bernomor: dict[int, bool] = {}
    for r in p.tabel.batas.data:
        if r in p.tabel.lembar.baris_tersembunyi or not _berindikator(p, k, r):
            continue
        baru = tambah_indikator(p, simpul, k, r, baru=True)
        _sertaan(p, baru, r)
        if baru and c_no is not None and p.asal(r, c_no) == r:
            bernomor[r] = bool(p.teks(r, c_no, "no"))
    _nomor_kosong(p, bernomor, c_no)


def _wadah(p: Pembacaan) -> list[SimpulBaca]:
    sendiri = Pembacaan(p.tabel, p.tahun)
    if p.tabel.bentuk == MENURUN:
        return baca_menurun(sendiri)
    return baca_mendatar(sendiri) if p.tabel.bentuk == MENDATAR else []


def _milik(indikator: Sequence[IndikatorBaca], wadah: Sequence[SimpulBaca]) -> None:
    """Say of each indicator what is printed above it, from the top down."""
    menurut_id = {s.id: s for s in wadah}
    pemilik = {i.sel.get("indikator"): s for s in wadah for i in s.indikator}
    for i in indikator:
        jalur: list[tuple[str, str]] = []
        s = pemilik.get(i.sel.get("indikator"))
        while s is not None:
            jalur.insert(0, (s.level or "", s.kinerja or s.nama))
            s = menurut_id.get(s.induk or "")
        i.milik = tuple(jalur)


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


def _sertaan(p: Pembacaan, indikator: Sequence[IndikatorBaca], r: int) -> None:
    """What stands beside the indicators of a row: definition, source, who answers, remark."""
    for k in p.tabel.kolom:
        medan = SERTAAN.get(k.medan, "")
        teks = p.teks(p.asal(r, k.c), k.c, k.medan) if medan else ""
        for i in indikator if teks else ():
            i.lain.setdefault(medan, teks)
