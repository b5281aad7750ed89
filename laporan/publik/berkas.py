"""Open data as files: made once from a snapshot, then taken from the render cache."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from kinerja.aturan.capaian import persen
from kinerja.models import PerangkatDaerah
from laporan import tembolok
from laporan.models import Dokumen
from laporan.publik.capaian import isi_capaian
from laporan.publik.isi import NAMA_TABEL, isi_dokumen
from laporan.publik.tabel import KumpulanTabel, ke_csv, ke_json, ke_xlsx

DATA = "data"
TIPE = {
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def isi_dokumen_jadi(dokumen: Dokumen, nama: str, akhiran: str) -> bytes | None:
    """``nama``: "data" (json, xlsx: all tables) or a table (csv). None for what there is not."""
    semua = nama == DATA and akhiran in ("json", "xlsx")
    if not semua and not (akhiran == "csv" and nama in NAMA_TABEL[dokumen.jenis]):
        return None
    kunci = tembolok.kunci(f"{dokumen.kode}{dokumen.sha256}", "publik", nama, akhiran)
    if (jadi := tembolok.ada(kunci, akhiran)) is not None:
        return jadi.read_bytes()
    isi = _tulis(isi_dokumen(dokumen), nama, akhiran)
    tembolok.simpan(kunci, akhiran, isi)
    return isi


def isi_capaian_jadi(
    daftar: Sequence[Dokumen], lembaga: PerangkatDaerah, tahun: int, akhiran: str
) -> bytes | None:
    """None for a year without verified results, and for a kind of file that there is not."""
    if akhiran not in ("csv", "json", "xlsx"):
        return None
    kumpulan = kumpulan_capaian(daftar, lembaga, tahun)
    return _tulis(kumpulan, "capaian", akhiran) if kumpulan.tabel[0].baris else None


def kumpulan_capaian(
    daftar: Sequence[Dokumen], lembaga: PerangkatDaerah, tahun: int
) -> KumpulanTabel:
    judul = {"judul": "Capaian kinerja", "perangkat_daerah": str(lembaga)}
    return isi_capaian(daftar, tahun, judul)


def baris_capaian(
    daftar: Sequence[Dokumen], lembaga: PerangkatDaerah, tahun: int
) -> list[dict[str, Any]]:
    """For people: the rows by column, with the percentage as it is printed."""
    tabel = kumpulan_capaian(daftar, lembaga, tahun).tabel[0]
    hasil = []
    for baris in tabel.baris:
        satu: dict[str, Any] = dict(zip(tabel.kolom, baris, strict=True))
        nilai = satu["capaian_setahun"]
        hasil.append(satu | {"persen": persen(Decimal(nilai)) if nilai is not None else ""})
    return hasil


def _tulis(kumpulan: KumpulanTabel, nama: str, akhiran: str) -> bytes:
    if akhiran == "csv":
        return ke_csv(next(t for t in kumpulan.tabel if t.nama == nama))
    return ke_json(kumpulan) if akhiran == "json" else ke_xlsx(kumpulan)
