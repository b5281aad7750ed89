"""The workbook of a quarter read back: which cells were changed since it was given out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja.aturan.angka import baca_target, teks_mentah
from kinerja.aturan.pengukuran import sebut
from kinerja.aturan.temuan import tolak
from kinerja.buku_ukur import ASAL, AWAL, ISIAN, MEDAN, TANDA
from kinerja.impor.buku import Lembar, alamat
from kinerja.impor.pembaca import baca
from kinerja.models import SelUkur
from kinerja.models.rencana_ukur import ANGGARAN, NILAI


@dataclass(frozen=True)
class SelBuku:
    """A changed cell: where it stands, what it belongs to, and the change itself."""

    alamat: str
    sebutan: str
    sel: SelUkur


def baca_buku_ukur(
    isi: bytes, nama: str, *, pohon: int, tahun: int, triwulan: int
) -> list[SelBuku]:
    """Raises BerkasDitolak for what is no workbook, AturanDilanggar for another one than ours."""
    with TemporaryDirectory(prefix="ukur-") as map_:
        jalur = Path(map_) / "buku.xlsx"
        jalur.write_bytes(isi)
        buku = baca(jalur, nama)
    lembar = {satu.nama: satu for satu in buku.lembar}
    isian, asal = lembar.get(ISIAN), lembar.get(ASAL)
    if isian is None or asal is None or _teks(isian, 0, 0) != TANDA:
        raise tolak(
            "BUKAN_BUKU_UKUR", "Ini bukan buku kerja pengukuran; unduh dahulu, lalu isi berkas itu."
        )
    milik = tuple(_teks(isian, 0, k) for k in (1, 2, 3))
    if milik[1:] != (str(tahun), str(triwulan)) or milik[0] != str(pohon):
        masa = sebut(int(milik[1]), int(milik[2])) if all(m.isdecimal() for m in milik[1:]) else ""
        pesan = f"Buku kerja ini untuk dokumen atau triwulan lain ({masa}); buka halaman itu."
        raise tolak("BUKU_UKUR_LAIN", pesan)
    return list(_berubah(isian, asal))


def _berubah(isian: Lembar, asal: Lembar) -> Iterator[SelBuku]:
    """By key, not by place: rows may have been sorted."""
    dulu = {_teks(asal, n, 0): n for n in range(AWAL, len(asal.baris))}
    for n in range(AWAL, len(isian.baris)):
        awalan, _, uid = (kunci := _teks(isian, n, 0)).partition("-")
        if kunci not in dulu or awalan not in ("r", "a"):
            continue
        for kolom, medan in MEDAN.items():
            lama, baru = _teks(asal, dulu[kunci], kolom), _teks(isian, n, kolom)
            if baru == lama or (awalan == "a" and medan != NILAI):
                continue
            sel = SelUkur(uid, ANGGARAN if awalan == "a" else medan, baru, lama)
            yield SelBuku(alamat(n, kolom), _teks(isian, n, 3), sel)


def _teks(lembar: Lembar, baris: int, kolom: int) -> str:
    nilai = lembar.nilai(baris, kolom)
    if isinstance(nilai, str) or nilai is None:
        return (nilai or "").strip()
    format_ = lembar.format.get((baris, kolom), "")
    if format_ and not isinstance(nilai, bool):
        return baca_target(nilai, format=format_).nilai.mentah.strip()
    return teks_mentah(nilai).strip()
