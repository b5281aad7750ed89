"""What an event of the history changed, in words: field, old value, new value."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kinerja.aturan.angka import format_angka
from kinerja.aturan.jenjang import label
from kinerja.aturan.perbaikan import kalimat_perbaikan
from kinerja.pilihan import (
    Agregasi,
    Arah,
    Frekuensi,
    JenisKlaim,
    JenisNilai,
    PeranKondisi,
    PeranTugas,
    StatusPohon,
)

TERLIHAT = 5
PANJANG = 120
KOSONG = "kosong"
TAHAP_BIASA = "MURNI"
MEDAN = {
    "kode": "kode", "nomor": "nomor tercetak", "nama": "nama", "kinerja": "kalimat kinerja",
    "jenjang": "jenjang", "nomenklatur_id": "nomenklatur", "unit_id": "unit",
    "tahun_mulai": "berlaku mulai tahun", "tahun_sampai": "berlaku sampai tahun",
    "mendukung_id": "mendukung", "pengampu_tertulis": "pengampu", "lokasi": "lokasi",
    "varian": "tulisan lain", "program_terkait": "program terkait",
    "indikator_induk": "indikator induk", "induk": "induk", "setelah": "letak sesudah",
    "teks": "indikator", "satuan": "satuan", "arah": "arah",
    "agregasi": "cara menghitung setahun", "frekuensi": "frekuensi", "jenis_nilai": "jenis nilai",
    "utama": "indikator kinerja utama", "formulasi": "formula", "definisi": "definisi operasional",
    "sumber_data": "sumber data", "penanggung_jawab": "penanggung jawab",
    "keterangan": "keterangan", "urutan": "urutan", "simpul": "kotak", "tahun": "tahun",
    "status": "status", "alasan": "alasan", "diarsipkan_pada": "di arsip sejak",
    "peran": "peran", "lembar": "lembar acuan",
}  # fmt: skip
LABEL: dict[str, dict[str, str]] = {
    "arah": {str(k): str(v) for k, v in Arah.choices},
    "agregasi": {str(k): str(v) for k, v in Agregasi.choices},
    "frekuensi": {str(k): str(v) for k, v in Frekuensi.choices},
    "jenis_nilai": {str(k): str(v) for k, v in JenisNilai.choices},
    "status": {str(k): str(v) for k, v in StatusPohon.choices},
    "peran": {str(k): str(v) for k, v in (*PeranTugas.choices, *PeranKondisi.choices)},
}
RUJUKAN = frozenset({"induk", "setelah", "simpul", "indikator_induk"})
KUNCI_ASING = frozenset(
    {"unit_id", "nomenklatur_id", "mendukung_id", "jabatan_id", "perangkat_daerah_id"}
)
PENUNJUK = {
    "penugasan": "jabatan_id",
    "penanggung_jabatan": "jabatan_id",
    "penanggung_lembaga": "perangkat_daerah_id",
}
"""The tables whose second key is the record that they name."""
NILAI = {"pagu": "Pagu", "klaim": "Pagu tertulis", "target": "Target", "baseline": "Kondisi awal"}
MILIK_INDIKATOR = frozenset(
    {"indikator", "target", "baseline", "penanggung_jabatan", "penanggung_lembaga"}
)
BENDA = {"label": "Label", "pengampu": "Pengampu", "penggantian": "Penggantian"}
TRIWULAN = {1: " triwulan I", 2: " triwulan II", 3: " triwulan III", 4: " triwulan IV"}

Baris = Mapping[str, Any]
"""A row change as the history keeps it: jenis, kunci, sebelum, sesudah."""
Nama = Mapping[Any, str]
"""What boxes and indicators are called, by uid; other rows by (field, primary key)."""


@dataclass(frozen=True)
class Rincian:
    """The first lines of what changed, and how many more there are."""

    baris: tuple[str, ...] = ()
    lain: int = 0


def rincian(
    perubahan: Iterable[Baris],
    nama: Nama,
    *,
    hanya: Collection[str] | None = None,
    judul: str = "",
) -> Rincian:
    """Lines of one event; of the rows named in ``hanya``, one box and its indicators, only.

    ``judul`` is not said again, nor the name of that box.
    """
    daftar = [p for p in perubahan if hanya is None or str(p["kunci"][0]) in hanya]
    daftar.sort(key=lambda p: not (p["sesudah"] or {}).get("asal"))  # repairs are seldom: first
    kenal = {**nama, **nama_sendiri(daftar)}
    banyak = len({str(p["kunci"][0]) for p in daftar}) > 1
    semua = [
        f"“{_potong(kenal.get(str(p['kunci'][0]), 'kotak yang sudah dihapus'))}”: {teks}"
        if banyak and _berubah(p) and (hanya is None or p["jenis"] in MILIK_INDIKATOR)
        else teks
        for p in daftar
        for teks in _baris(p, kenal)
        if teks != judul
    ]
    return Rincian(tuple(semua[:TERLIHAT]), max(0, len(semua) - TERLIHAT))


def ringkas(banyak: int) -> Rincian:
    """Of an event too large to read row by row: how many rows it changed."""
    return Rincian((f"{format_angka(banyak)} baris data berubah",))


def nama_sendiri(perubahan: Iterable[Baris]) -> dict[str, str]:
    """Names that the changes themselves give."""
    hasil = {}
    for p in perubahan:
        if p["jenis"] in ("simpul", "indikator"):
            isi = (p["sebelum"] or {}) | (p["sesudah"] or {})
            if nama := isi.get("nama") or isi.get("kinerja") or isi.get("teks"):
                hasil[str(p["kunci"][0])] = str(nama)
    return hasil


def _berubah(p: Baris) -> bool:
    """Whether a line needs its box's name: those of whole boxes and indicators carry it."""
    utuh = p["sebelum"] is None or p["sesudah"] is None
    return not (utuh and p["jenis"] in ("simpul", "indikator"))


def _baris(p: Baris, nama: Nama) -> Iterator[str]:
    jenis, sebelum, sesudah = p["jenis"], p["sebelum"], p["sesudah"]
    if jenis in NILAI:
        lama, baru = _nilai(jenis, sebelum, sesudah)
        yield f"{_judul_nilai(jenis, p['kunci'])}: {lama} → {baru}{_perbaikan(sesudah)}"
    elif sebelum is None or sesudah is None:
        kerja = "ditambahkan" if sebelum is None else "dihapus"
        yield f"{_benda(jenis, p['kunci'], sesudah or sebelum or {}, nama)} {kerja}"
    else:
        for medan, baru in sesudah.items():
            if medan in MEDAN and baru != sebelum.get(medan):
                lama = _isi(medan, sebelum.get(medan), nama)
                yield f"{MEDAN[medan]}: {lama} → {_isi(medan, baru, nama)}"


def _perbaikan(sesudah: Baris | None) -> str:
    isi = sesudah or {}
    kalimat = kalimat_perbaikan(_potong(isi.get("asal") or ""), isi.get("alasan") or "")
    return f" ({kalimat})" if kalimat else ""


def _judul_nilai(jenis: str, kunci: list[Any]) -> str:
    judul, tambahan = f"{NILAI[jenis]} {kunci[1]}", []
    if jenis == "target":
        judul += TRIWULAN.get(kunci[2], "")
        tambahan = [kunci[3]]
    elif jenis == "pagu":
        tambahan = [kunci[2], kunci[3]]
    elif jenis == "klaim":
        klaim = "" if kunci[3] == JenisKlaim.PAGU else dict(JenisKlaim.choices).get(kunci[3], "")
        tambahan = [kunci[2], klaim]
    sebut = ", ".join(str(t) for t in tambahan if t and t != TAHAP_BIASA)
    return f"{judul} ({sebut})" if sebut else judul


def _nilai(jenis: str, sebelum: Baris | None, sesudah: Baris | None) -> tuple[str, str]:
    """Amounts as numbers; as typed where a number cannot be read or stayed the same."""
    mentah = _mentah(sebelum), _mentah(sesudah)
    if jenis not in ("pagu", "klaim"):
        return mentah
    uang = tuple(
        format_angka(isi["nilai"]) if isi and isi.get("nilai") is not None else teks
        for isi, teks in zip((sebelum, sesudah), mentah, strict=True)
    )
    return (uang[0], uang[1]) if uang[0] != uang[1] else mentah


def _mentah(isi: Baris | None) -> str:
    return _potong(str((isi or {}).get("mentah") or "")) or KOSONG


def _benda(jenis: str, kunci: list[Any], isi: Baris, nama: Nama) -> str:
    if jenis in BENDA:
        return BENDA[jenis]
    if jenis == "penugasan":
        jabatan = nama.get(("jabatan_id", kunci[1]), "jabatan yang sudah dihapus")
        return f"{teks_medan('peran', isi.get('peran'))} {jabatan}"
    if medan := PENUNJUK.get(jenis):
        return f"Penanggung jawab {nama.get((medan, kunci[1]), 'yang sudah dihapus')}"
    sebutan = nama.get(str(kunci[0]), "")[:PANJANG]
    apa = "Indikator" if jenis == "indikator" else label(isi.get("jenjang", ""))
    return f"{apa} “{sebutan}”"


def _isi(medan: str, nilai: Any, nama: Nama) -> str:
    if nilai in (None, "", [], {}):
        return "tidak ada" if medan in RUJUKAN else KOSONG
    if medan in RUJUKAN:
        return _potong(nama.get(str(nilai), "")) or "langsung di bawah dokumen"
    if medan in KUNCI_ASING:
        return _potong(nama.get((medan, nilai), "")) or "yang sudah dihapus"
    return _potong(teks_medan(medan, nilai))


def teks_medan(medan: str, nilai: Any) -> str:
    """A plain column as it is read; "" when it is empty."""
    if nilai in (None, "", [], {}):
        return ""
    if isinstance(nilai, dict):
        return str(nilai.get("sebab") or "diisi")
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, list):
        return "; ".join(map(str, nilai))
    if medan == "jenjang":
        return label(nilai)
    return LABEL.get(medan, {}).get(str(nilai), str(nilai))


def _potong(teks: str) -> str:
    teks = " ".join(teks.split())
    return teks if len(teks) <= PANJANG else teks[: PANJANG - 1].rstrip() + "…"
