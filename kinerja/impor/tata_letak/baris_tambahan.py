"""Rows of an outline that are no node of their own: the rest of a name that was wrapped by hand,
and names of units or bidang between the programs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kinerja.impor.nomor import jenjang_kata, jenjang_kode, ruas_kode
from kinerja.impor.tata_letak.isi import KolomJenjang
from kinerja.impor.tata_letak.menurun_baris import Baris
from kinerja.impor.tata_letak.pembacaan import Pembacaan

SAMBUNGAN, JUDUL = "sambungan", "judul"
PESAN_SAMBUNGAN = "Teks baris ini disambung ke baris {}. Periksa hasilnya di pratinjau."
PESAN_JUDUL = "Dibaca sebagai judul kelompok dan tidak dimuat sebagai jenjang: {}."
_KELOMPOK = re.compile(
    r"(?:sekretariat|bidang|bagian|seksi|sub\s?bag(?:ian)?|sub\s?bid(?:ang)?|uptd?|unit|dinas|badan"
    r"|kantor|kecamatan|kelurahan|puskesmas|rsud|rumah sakit|cabang|inspektorat|urusan|prioritas"
    r"|non urusan|unsur)\b",
    re.IGNORECASE,
)


def nama_kelompok(teks: str) -> bool:
    """The name of a unit, bidang or urusan."""
    return _KELOMPOK.match(teks) is not None


def peran_baris(p: Pembacaan, k: KolomJenjang, baris: Sequence[Baris]) -> dict[int, str]:
    """Row -> SAMBUNGAN or JUDUL, in tables whose other rows have values."""
    bernama = [b for b in baris if b.nama and not b.lewati]
    bertanda = [b for b in bernama if _bertanda(b)]
    nilai = tuple(c for _, c in (*k.target, *k.pagu)) + ((k.satuan,) if k.satuan else ())
    if len(bertanda) == len(bernama) or not nilai:
        return {}
    dilihat = bertanda or bernama
    berisi = sum(any(p.isi(b.r, c) for c in (k.indikator, *nilai)) for b in dilihat)
    if berisi * 10 < len(dilihat) * 6:
        return {}
    peran = _peran(p, k, bernama, nilai)
    if len(bertanda) * 10 < len(bernama) * 7:  # so many unnumbered rows may be the lowest level
        peran = {r: x for r, x in peran.items() if _jelas(p, k, r, x)}
    return peran


def _jelas(p: Pembacaan, k: KolomJenjang, r: int, peran: str) -> bool:
    if peran == JUDUL:
        return nama_kelompok(p.teks(r, k.nama))
    return _bermula_kecil(p, k, r)


def _bermula_kecil(p: Pembacaan, k: KolomJenjang, r: int) -> bool:
    """One of its texts goes on in the middle of a sentence."""
    teks = (p.teks(r, c) for c in (k.nama, k.kinerja, k.indikator))
    return any(t[:1].islower() for t in teks)


def _peran(
    p: Pembacaan, k: KolomJenjang, bernama: Sequence[Baris], nilai: tuple[int, ...]
) -> dict[int, str]:
    peran: dict[int, str] = {}
    uang = {c for _, c in k.pagu}
    atas: Baris | None = None  # the row above that is a node
    for b in bernama:
        if _bertanda(b):
            atas = b
            continue
        terisi = {c for c in nilai if p.isi(b.r, c)}
        hampa = not terisi and not p.isi(b.r, k.indikator) and not p.isi(b.r, k.kinerja)
        if _berkode_unit(b):
            peran[b.r] = JUDUL
        elif atas is None and terisi <= uang and not p.isi(b.r, k.indikator):
            peran[b.r] = JUDUL  # "DINAS SOSIAL" above the first program, with its total
        elif hampa and (nama_kelompok(b.nama) or (b.nama.isupper() and not _kapital(atas))):
            peran[b.r] = JUDUL
        elif not terisi and atas is not None and _menyambung(b, atas, peran):
            peran[b.r] = SAMBUNGAN
    return peran


def _menyambung(b: Baris, atas: Baris, peran: dict[int, str]) -> bool:
    """Directly below the node's own row, or the piece before it."""
    return b.r - 1 == atas.r or peran.get(b.r - 1) == SAMBUNGAN


def _bertanda(b: Baris) -> bool:
    t = b.tanda
    return bool(t.no or t.kode or t.level or jenjang_kata(t.nama)) and not _berkode_unit(b)


def _berkode_unit(b: Baris) -> bool:
    """1.06.0.00.0.00.01.0000: the code of an agency or unit, longer than any of the list."""
    kode = b.tanda.kode
    return len(kode) > 12 and jenjang_kode(kode) is None and len(ruas_kode(kode)) > 6


def _kapital(b: Baris | None) -> bool:
    return b is not None and b.nama.isupper()
