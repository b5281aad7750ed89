"""What must hold for a document before and after a change: status, texts, codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kinerja.aturan.jenjang import label
from kinerja.aturan.temuan import Temuan
from kinerja.pilihan import Jenjang, PeranKondisi, StatusPohon

DAPAT_DIUBAH = frozenset({StatusPohon.DRAF, StatusPohon.DIKEMBALIKAN})
"""A document in these states takes changes of structure, texts and definitions."""

PANJANG = {
    **{"nama": 2000, "kinerja": 4000, "teks": 4000, "kode": 60, "nomor": 40, "satuan": 200},
    **{"sumber_dana": 120, "judul": 200},
}
WAJAR = {
    **dict.fromkeys(("tahun", "tahun_mulai", "tahun_sampai"), range(1900, 2201)),
    "urutan": range(32768),
}
NAMA_MEDAN = {
    "nama": "Nama",
    "kinerja": "Kinerja",
    "teks": "Indikator",
    "kode": "Kode",
    "nomor": "Nomor",
    "satuan": "Satuan",
    "sumber_dana": "Sumber dana",
    "judul": "Judul",
    "alasan": "Alasan",
    "tahun": "Tahun",
    "tahun_mulai": "Tahun mulai",
    "tahun_sampai": "Tahun akhir",
    "urutan": "Urutan",
    "peran": "Peran",
    "program_terkait": "Program terkait",
}
AKAR_TETAP = Temuan(kode="AKAR", pesan="Akar dokumen tidak dapat diubah atau dihapus.")
BATAS_TINGKAT = 60
"""Deeper trees than this are a mistake (a pohon kinerja of conditions has seldom ten levels)."""


def periksa_status(status: str, *, hanya_angka: bool = False) -> list[Temuan]:
    """Structure and texts change only in a draft; numbers in an approved document too."""
    if status in DAPAT_DIUBAH or (hanya_angka and status == StatusPohon.DISETUJUI):
        return []
    jalan = (
        "buka perubahan untuk mengubahnya"
        if status == StatusPohon.DISETUJUI
        else "minta dikembalikan dahulu"
    )
    pesan = f"Dokumen berstatus {StatusPohon(status).label} tidak dapat diubah; {jalan}."
    return [Temuan(kode="DOKUMEN_TERKUNCI", pesan=pesan)]


def tahap_terkunci(nama: str, tahun: int) -> Temuan:
    """Numbers of a closed stage stay as they are."""
    pesan = f"Tahap {nama} {tahun} terkunci; buka tahap baru untuk mengubah angkanya."
    return Temuan(kode="TAHAP_TERKUNCI", pesan=pesan)


def periksa_panjang(isi: Mapping[str, Any]) -> list[Temuan]:
    """Texts that do not fit their field."""
    return [
        Temuan(
            kode="TEKS_TERLALU_PANJANG",
            pesan=f"{NAMA_MEDAN[m]} paling banyak {PANJANG[m]} huruf (kini {len(v)}); ringkaslah.",
        ).di(medan=m)
        for m, v in isi.items()
        if isinstance(v, str) and m in PANJANG and len(v) > PANJANG[m]
    ]


def periksa_isian(isi: Mapping[str, Any]) -> list[Temuan]:
    """Values that a column can't hold, the same on every database."""
    temuan = periksa_panjang(isi)
    for medan, nilai in isi.items():
        if isinstance(nilai, list):
            sah = all(map(_dapat_disimpan, nilai))
        else:
            sah = _dapat_disimpan(nilai)
        if not sah:
            nama = NAMA_MEDAN.get(medan, "Isian")
            pesan = f"{nama} memuat karakter yang tidak dapat disimpan; ketik ulang tanpa itu."
            temuan.append(Temuan(kode="TEKS_TIDAK_SAH", pesan=pesan).di(medan=medan))
        if medan in WAJAR and nilai is not None and nilai not in WAJAR[medan]:
            batas, nama = WAJAR[medan], NAMA_MEDAN.get(medan, "Isian")
            pesan = f"{nama} {nilai} tidak wajar; isi antara {batas.start} dan {batas.stop - 1}."
            temuan.append(Temuan(kode="ANGKA_TIDAK_WAJAR", pesan=pesan).di(medan=medan))
    return temuan


def periksa_kedalaman(tingkat: int) -> list[Temuan]:
    """How deep the tree would get."""
    if tingkat <= BATAS_TINGKAT:
        return []
    pesan = f"Pohon paling dalam {BATAS_TINGKAT} tingkat; taruh kotak ini lebih tinggi."
    return [Temuan(kode="TERLALU_DALAM", pesan=pesan)]


def periksa_simpul(isi: Mapping[str, Any]) -> list[Temuan]:
    """A box has a name or a sentence, and a validity that goes forward."""
    temuan = periksa_isian(isi)
    if isi["jenjang"] != Jenjang.AKAR and not (isi["nama"] or isi["kinerja"]):
        pesan = f"{label(isi['jenjang'])} harus punya nama atau kinerja; isi salah satu."
        temuan.append(Temuan(kode="NAMA_KOSONG", pesan=pesan).di(medan="nama"))
    temuan += periksa_peran(isi)
    mulai, sampai = isi.get("tahun_mulai"), isi.get("tahun_sampai")
    if mulai and sampai and mulai > sampai:
        pesan = f"Masa berlaku {mulai}–{sampai} terbalik; tahun mulai tidak boleh sesudah akhirnya."
        temuan.append(Temuan(kode="MASA_TERBALIK", pesan=pesan).di(medan="tahun_mulai"))
    return temuan


def periksa_peran(isi: Mapping[str, Any]) -> list[Temuan]:
    """Only a condition has a role in the logic, and one of the list."""
    peran = isi.get("peran", "")
    if not peran or (isi["jenjang"] == Jenjang.KONDISI and peran in PeranKondisi.values):
        return []
    boleh = ", ".join(str(p) for p in PeranKondisi.labels)
    pesan = f"Peran hanya untuk kotak kondisi: {boleh}."
    return [Temuan(kode="PERAN_TIDAK_SAH", pesan=pesan).di(medan="peran")]


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


def _dapat_disimpan(nilai: Any) -> bool:
    """No NUL (PostgreSQL has none) and no half of a surrogate pair (no UTF-8 for it)."""
    if not isinstance(nilai, str):
        return True
    if "\x00" in nilai:
        return False
    return nilai.isascii() or not any("\ud800" <= huruf <= "\udfff" for huruf in nilai)
