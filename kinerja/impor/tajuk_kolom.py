"""Columns of a table: which level and year each belongs to, and the key it is reported under."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kinerja.impor.tajuk_kata import JENJANG
from kinerja.impor.tajuk_tafsir import BERNAMA, Tafsir

MENURUN = "menurun"  # levels follow each other down one name column
MENDATAR = "mendatar"  # levels stand side by side
LAIN = "lain"  # no level has a column of its own
MILIK_JENJANG = (
    "kinerja",
    "indikator",
    "formulasi",
    "satuan",
    "target",
    "pagu",
    "kode",
    "baseline",
)
_NILAI = ("target", "satuan", "pagu")
_BERTAHUN = ("target", "pagu", "baseline", "realisasi")
_LEPAS = frozenset(("no", "id", "induk", "level", "kondisi", "jabatan", "kinerja_utama", "ket"))
_LEPAS |= {"pengampu", "opd", "unggulan", "sumber_dana", "lokasi", "unit", "nama"}
_ATAS_DAERAH = re.compile(r"\b(?:rpjmd|rpd|daerah)\b", re.IGNORECASE)
_MILIK_PERANGKAT = re.compile(
    r"\b(?:renstra|ess?(?:elon)?|perangkat daerah|opd|skpd)\b", re.IGNORECASE
)
_BERUKURAN = ("satuan", "formulasi", "target", "baseline")
_DIKENAL = _LEPAS | set(MILIK_JENJANG)  # fields that have a public key


@dataclass(slots=True)
class Kolom:
    """One recognised column. ``jenjang`` is None when the row or nothing decides the level;
    ``tersirat``: the level was concluded from the neighbours. ``banyak``: levels named in the
    head of an outline's name column. ``kelompok``: the head above that several columns share.
    """

    c: int
    judul: str
    medan: str
    jenjang: str | None = None
    banyak: tuple[str, ...] = ()
    tahun: int | None = None
    tersirat: bool = False
    tersurat: bool = False
    maju: bool = False
    ribuan: bool = False
    luaran: bool = False
    kelompok: str = ""

    @classmethod
    def dari(cls, c: int, judul: str, t: Tafsir, kelompok: str = "") -> Kolom:
        return cls(
            kelompok=kelompok,
            c=c,
            judul=judul,
            medan=t.medan,
            jenjang=t.jenjang[0] if len(t.jenjang) == 1 else None,
            banyak=t.jenjang if len(t.jenjang) > 1 else (),
            tahun=t.tahun,
            tersurat=t.tersurat,
            maju=t.maju,
            ribuan=t.ribuan,
            luaran=t.luaran,
        )


def tetapkan(kolom: list[Kolom]) -> str:
    """Settle levels and years in place; returns the shape of the table."""
    _kode_kotak(kolom)
    _kondisi_luaran(kolom)
    bentuk = _bentuk(kolom)
    nama = kolom_nama(kolom)
    if bentuk == MENURUN and nama is not None:
        _tetapkan_menurun(kolom, nama)
    if bentuk == MENDATAR:
        _milik_daerah(kolom)
        _tetapkan_mendatar(kolom)
    if bentuk == LAIN and not any(k.medan == "nama" for k in kolom):
        for k in kolom:
            k.jenjang = None
    return bentuk


def tahun_tercetak(kolom: Iterable[Kolom], bentuk: str) -> int | None:
    """The one year that the heads print for all values; such columns then lose it."""
    bertahun = [k for k in kolom if k.medan in _BERTAHUN[:2] and not k.maju]
    tahun = {k.tahun for k in bertahun if k.tahun}
    if bentuk == LAIN or len(tahun) != 1:
        return None
    for k in bertahun:
        k.tahun = None
    return next(iter(tahun))


def kolom_nama(kolom: Sequence[Kolom]) -> Kolom | None:
    """The name column of an outline: several levels in its head, or a bare "Uraian"."""
    daftar = [k for k in kolom if k.medan == "nama" and k.jenjang is None]
    return max(daftar, key=lambda k: len(k.banyak), default=None)


def _bentuk(kolom: Sequence[Kolom]) -> str:
    sendiri = {k.jenjang for k in kolom if k.medan in ("nama", "kinerja") and k.jenjang}
    nama = kolom_nama(kolom)
    if _berkotak(kolom):
        return LAIN
    if nama is not None and (nama.banyak or not sendiri & set(BERNAMA) or _daftar(kolom)):
        return MENURUN
    return MENDATAR if sendiri else LAIN


def _daftar(kolom: Sequence[Kolom]) -> bool:
    """Codes beside bare names: "Kinerja Sub Kegiatan" is the sentence of such rows."""
    bernama = any(k.medan == "nama" and k.jenjang for k in kolom)
    kode = [k for k in kolom if k.medan == "kode"]
    return not bernama and bool(kode) and len({k.jenjang for k in kolom if k.jenjang}) == 1


def _kode_kotak(kolom: Sequence[Kolom]) -> None:
    """ "Kode" beside "Kode Induk" is the box's own id."""
    kode = [k for k in kolom if k.medan == "kode" and k.jenjang is None]
    medan = {k.medan for k in kolom}
    if len(kode) == 1 and "induk" in medan and "id" not in medan:
        kode[0].medan = "id"


def _kondisi_luaran(kolom: Sequence[Kolom]) -> None:
    """ "Outcome", "Output" beside indicators that say so themselves are conditions of a tree."""
    luaran = [k for k in kolom if k.luaran and k.medan == "indikator" and k.jenjang is None]
    kondisi = sum(k.medan == "kondisi" for k in kolom)
    tersurat = any(k.medan == "indikator" and not k.luaran for k in kolom)
    bernama = any(k.medan == "nama" and k.jenjang is None for k in kolom)
    sendiri = not any(k.medan in ("nama", "target", "pagu") for k in kolom)
    if luaran and (tersurat or sendiri) and not bernama and kondisi + len(luaran) > 1:
        for k in luaran:
            k.medan = "kondisi"


def _berkotak(kolom: Sequence[Kolom]) -> bool:
    """Boxes and positions: each row is a thing of its own, levels beside it are references."""
    medan = {k.medan for k in kolom}
    return bool(medan & {"kondisi", "kinerja_utama", "jabatan"}) or {"id", "induk"} <= medan


def _tetapkan_menurun(kolom: list[Kolom], nama: Kolom) -> None:
    _kalimat_bersama(kolom, nama)
    for k in kolom:
        kalimat = k.medan == "kinerja" and k.jenjang is not None and not k.tersurat
        if kalimat and k.c > nama.c:
            k.jenjang = None  # "Sasaran" beside the names is each row's own sentence
        elif k.medan == "kode" or (k.medan in MILIK_JENJANG and not kalimat and _tunggal(kolom, k)):
            k.jenjang = None


def _kalimat_bersama(kolom: Sequence[Kolom], nama: Kolom) -> None:
    """ "Tujuan/Sasaran" beside the names of an outline is each row's own sentence."""
    if any(k.medan == "kinerja" for k in kolom):
        return
    for k in kolom:
        if k is not nama and k.medan == "nama" and k.banyak and not set(k.banyak) & set(BERNAMA):
            k.medan, k.banyak = "kinerja", ()
            return


def _tunggal(kolom: Sequence[Kolom], k: Kolom) -> bool:
    """The only column of its kind: whatever level its head names, it serves every row."""
    return sum(a.medan == k.medan and a.tahun == k.tahun and a.maju == k.maju for a in kolom) == 1


def _milik_daerah(kolom: Sequence[Kolom]) -> None:
    """Where goals stand twice, those whose heads name the agency (Renstra, Eselon II) are its own
    and the others the region's (RPJMD); without such words the first ones are the region's.
    """
    tujuan, sasaran = _uraian(kolom, "tujuan"), _uraian(kolom, "sasaran")
    for sejenis in (tujuan, sasaran):
        milik = [k for k in sejenis if _milik_perangkat(k)]
        if milik and len(milik) < len(sejenis):
            for k in kolom:
                if k.jenjang in ("tujuan", "sasaran") and not _milik_perangkat(k):
                    k.jenjang += "_daerah"
            return
    berdua = len(tujuan) > 1
    if berdua or (len(sasaran) > 1 and _ATAS_DAERAH.search(sasaran[0].judul)):
        batas = tujuan[1].c if berdua else sasaran[1].c
        for k in kolom:
            if k.jenjang in ("tujuan", "sasaran") and k.c < batas:
                k.jenjang += "_daerah"


def _milik_perangkat(k: Kolom) -> bool:
    teks = k.kelompok if k.medan in ("opd", "pengampu") else k.judul
    return bool(_MILIK_PERANGKAT.search(teks))


def _uraian(kolom: Sequence[Kolom], jenjang: str) -> list[Kolom]:
    return [k for k in kolom if k.medan == "kinerja" and k.jenjang == jenjang]


def _tetapkan_mendatar(kolom: list[Kolom]) -> None:
    """A head without a level belongs to the level printed last before it, or next after it
    where that one already has such a column (or where names stand behind their columns).
    """
    terisi = {(k.jenjang, k.medan, k.tahun, k.maju) for k in kolom if k.jenjang}
    belum = [k for k in kolom if k.jenjang is None and k.medan in MILIK_JENJANG]
    pertama = next((k.c for k in kolom if k.jenjang), 0)
    terbalik = any(k.c < pertama for k in belum if k.medan != "kode")
    kode = [k for k in belum if k.medan == "kode"]
    for k in belum:
        if k.medan == "kode" and len(kode) == 1:
            continue  # one code column is the row's
        kanan_dulu = terbalik or k.medan == "kode"
        for jenjang in _seukuran(kolom, k) + _tetangga(kolom, k, kanan_dulu):
            if (jenjang, k.medan, k.tahun, k.maju) not in terisi:
                k.jenjang, k.tersirat = jenjang, True
                terisi.add((jenjang, k.medan, k.tahun, k.maju))
                break


def _seukuran(kolom: Sequence[Kolom], k: Kolom) -> list[str]:
    """The level of the indicators below the same group head, in whatever order they stand."""
    if not k.kelompok or k.medan not in _BERUKURAN:
        return []
    ukuran = [a for a in kolom if a.medan == "indikator" and a.kelompok == k.kelompok]
    dekat = sorted(ukuran, key=lambda a: (a.c > k.c, abs(a.c - k.c)))
    return [a.jenjang for a in dekat if a.jenjang]


def _tetangga(kolom: Sequence[Kolom], k: Kolom, kanan_dulu: bool) -> list[str]:
    kiri = [a.jenjang for a in kolom if a.c < k.c and a.jenjang][-1:]
    kanan = [a.jenjang for a in kolom if a.c > k.c and a.jenjang][:1]
    return [j for j in (kanan + kiri if kanan_dulu else kiri + kanan) if j]


def kunci_kolom(kolom: Sequence[Kolom]) -> dict[int, str]:
    """The public key of each column. Values whose level no head names keep a bare key."""
    berjenjang = any(k.medan in _NILAI and k.jenjang and not k.tersirat for k in kolom)
    return {k.c: _kunci(k, berjenjang) for k in kolom if k.medan in _DIKENAL}


def _kunci(k: Kolom, berjenjang: bool) -> str:
    medan = k.medan
    if k.tahun and medan in _BERTAHUN:
        medan = f"{medan}_{k.tahun}"
    if not k.jenjang or k.medan not in (*MILIK_JENJANG, "nama") or k.medan == "baseline":
        return medan
    if k.tersirat and k.medan in _NILAI and not berjenjang:
        return medan
    return f"{k.jenjang}_{medan}"


def jenjang_kolom(kolom: Iterable[Kolom]) -> tuple[str, ...]:
    """Levels that have a name or sentence column of their own, from the top down."""
    ada = {k.jenjang for k in kolom if k.medan in ("nama", "kinerja") and k.jenjang}
    return tuple(j for j in JENJANG if j in ada)
