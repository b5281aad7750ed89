"""What must hold for a document before and after a change: status, texts, codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kinerja.aturan.jenjang import label
from kinerja.aturan.temuan import Temuan
from kinerja.pilihan import Jenjang, StatusPohon

DAPAT_DIUBAH = frozenset({StatusPohon.DRAF, StatusPohon.DIKEMBALIKAN})
"""A document in these states takes changes of structure, texts and definitions."""

PANJANG = {"nama": 2000, "kinerja": 4000, "teks": 4000, "kode": 60, "nomor": 40, "satuan": 200}
NAMA_MEDAN = {
    "nama": "Nama",
    "kinerja": "Kinerja",
    "teks": "Indikator",
    "kode": "Kode",
    "nomor": "Nomor",
    "satuan": "Satuan",
}
BATAS_TINGKAT = 60
"""Deeper trees than this are a mistake (a pohon kinerja of conditions has seldom ten levels)."""


def periksa_status(status: str) -> list[Temuan]:
    """Structure and texts change only in a draft."""
    if status in DAPAT_DIUBAH:
        return []
    pesan = (
        f"Dokumen berstatus {StatusPohon(status).label} tidak dapat diubah; "
        "minta dikembalikan atau buka edisi baru."
    )
    return [Temuan(kode="DOKUMEN_TERKUNCI", pesan=pesan)]


def periksa_panjang(isi: Mapping[str, Any]) -> list[Temuan]:
    """Texts that do not fit their field."""
    return [
        Temuan(
            kode="TEKS_TERLALU_PANJANG",
            pesan=f"{NAMA_MEDAN[m]} paling banyak {batas} huruf (kini {len(isi[m])}); ringkaslah.",
        ).di(medan=m)
        for m, batas in PANJANG.items()
        if isinstance(isi.get(m), str) and len(isi[m]) > batas
    ]


def periksa_simpul(isi: Mapping[str, Any]) -> list[Temuan]:
    """A box has a name or a sentence, and a validity that goes forward."""
    temuan = periksa_panjang(isi)
    if isi["jenjang"] != Jenjang.AKAR and not (isi["nama"] or isi["kinerja"]):
        pesan = f"{label(isi['jenjang'])} harus punya nama atau kinerja; isi salah satu."
        temuan.append(Temuan(kode="NAMA_KOSONG", pesan=pesan).di(medan="nama"))
    mulai, sampai = isi.get("tahun_mulai"), isi.get("tahun_sampai")
    if mulai and sampai and mulai > sampai:
        pesan = f"Masa berlaku {mulai}–{sampai} terbalik; tahun mulai tidak boleh sesudah akhirnya."
        temuan.append(Temuan(kode="MASA_TERBALIK", pesan=pesan).di(medan="tahun_mulai"))
    return temuan


def periksa_kode_ganda(saudara: Iterable[Mapping[str, Any]]) -> list[Temuan]:
    """Under one parent a kode may stand again only for another unit or another start."""
    terlihat: set[tuple[Any, ...]] = set()
    temuan = []
    for isi in saudara:
        kunci = (isi["kode"], isi["unit_id"] or 0, isi["tahun_mulai"] or 0)
        if isi["kode"] and kunci in terlihat:
            pesan = (
                f"Kode {isi['kode']} sudah dipakai saudaranya; pakai kode lain, "
                "atau bedakan unit atau tahun mulainya."
            )
            temuan.append(Temuan(kode="KODE_GANDA", pesan=pesan).di(medan="kode"))
        terlihat.add(kunci)
    return temuan
