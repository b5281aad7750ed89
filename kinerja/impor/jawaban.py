"""The JSON object that the command prints and the browser is built from."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from kinerja.aturan.temuan import Temuan, Tingkat
from kinerja.impor.bacaan import HasilBaca, IndikatorBaca, NilaiSel, SimpulBaca, TabelBaca

OK, BERPERINGATAN, GALAT, DITOLAK = "ok", "ok_dengan_peringatan", "galat_per_sel", "ditolak"
KELUAR = {OK: 0, BERPERINGATAN: 0, GALAT: 10, DITOLAK: 20}


_LAIN = (
    *("program_terkait", "kinerja_utama", "pengampu", "opd", "unggulan"),
    *("indikator_induk", "dicoret", "tahun_mulai", "tahun_sampai"),
)
"""What only some layouts print of a node. ``indikator_induk`` counts the parent's indicators from
0; struck-out rows are ``dicoret``.
"""


def jawaban(hasil: HasilBaca) -> dict[str, Any]:
    """All findings at once; INFO is left out, and a refused file has no tables."""
    galat = [t for t in hasil.temuan if t.menghalangi]
    peringatan = [t for t in hasil.temuan if t.tingkat is Tingkat.PERINGATAN]
    return {
        "hasil": _hasil(hasil, galat, peringatan),
        "tabel": [] if hasil.ditolak else [_tabel(t) for t in hasil.tabel],
        "galat": _temuan(galat),
        "peringatan": _temuan(peringatan),
    }


def _hasil(hasil: HasilBaca, galat: list[Temuan], peringatan: list[Temuan]) -> str:
    if hasil.ditolak:
        return DITOLAK
    return GALAT if galat else BERPERINGATAN if peringatan else OK


def _temuan(temuan: Iterable[Temuan]) -> list[dict[str, Any]]:
    return [
        {
            "lembar": t.letak.lembar or None,
            "sel": t.letak.sel or None,
            "kode": t.kode,
            "pesan": t.pesan,
            "usul": [{"sel": u.sel, "nilai": u.nilai, "alasan": u.alasan} for u in t.usul],
        }
        for t in temuan
    ]


def _tabel(t: TabelBaca) -> dict[str, Any]:
    return {
        "jenis": t.jenis,
        "lembar": t.lembar,
        "baris_judul": t.baris_judul,
        "baris_data": t.baris_data,
        "kolom": t.kolom,
        "jumlah": t.jumlah,
        "simpul": [_simpul(s) for s in t.simpul],
    }


def _simpul(s: SimpulBaca) -> dict[str, Any]:
    isi = {
        "id": s.id,
        "induk": s.induk,
        "level": s.level,
        "no": s.no,
        "kode": s.kode,
        "nama": s.nama,
        "kinerja": s.kinerja,
        "unit": s.unit,
        "indikator": [_indikator(i) for i in s.indikator],
        "pagu": {tahun: _rupiah(n) for tahun, n in s.pagu.items()},
        "baris": s.baris,
    }
    isi |= {medan: s.lain[medan] for medan in _LAIN if medan in s.lain}
    if lama := s.lain.get("menggantikan"):
        isi["menggantikan"] = [a.id for a in lama]
    return isi


def _indikator(i: IndikatorBaca) -> dict[str, Any]:
    isi: dict[str, Any] = {
        "teks": i.teks,
        "satuan": i.satuan,
        "target": {tahun: _target(n) for tahun, n in i.target.items()},
    }
    if i.formulasi:
        isi["formulasi"] = i.formulasi
    if i.baseline:
        isi["baseline"] = {tahun: _target(n) for tahun, n in i.baseline.items()}
    return isi


def _target(n: NilaiSel) -> dict[str, Any]:
    nilai = n.bacaan.nilai
    return {
        "mentah": nilai.mentah,
        "nilai": _desimal(nilai.angka),
        "jenis": nilai.jenis.lower(),
        "min": _desimal(nilai.minimum),
        "maks": _desimal(nilai.maksimum),
    }


def _rupiah(n: NilaiSel) -> dict[str, Any]:
    return {"mentah": n.bacaan.nilai.mentah, "nilai": n.bacaan.rupiah}


def _desimal(angka: Decimal | None) -> str | None:
    return None if angka is None else format(angka, "f")
