"""Money in a tree: the roll-up, and what a document claims against what its parts say.

Pagu stands on the lowest level of the nomenklatur; what is typed above it is a claim to check.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kinerja.aturan.temuan import Letak, Temuan, Tingkat, Usul
from kinerja.aturan.usul_pagu import Neraca, PaguTertulis, usul_selisih, usul_tak_terbaca

__all__ = ["HasilPagu", "Jumlah", "PaguTertulis", "jumlahkan", "periksa_klaim"]
LAPIS = ("KEGIATAN", "SUB_KEGIATAN")


@dataclass(frozen=True, slots=True)
class Jumlah:
    """One simpul's money in rupiah: the sum of readable pagu at and below it.

    ``tak_terbaca`` counts pagu rows that were typed but cannot be read, ``kosong`` the lowest
    simpul without any row, ``tertulis`` is the document's claim; ``cocok`` is None without one.
    """

    nilai: int
    tak_terbaca: int
    kosong: int
    tertulis: int | None = None
    cocok: bool | None = None


def jumlahkan(
    simpul_urut: Iterable[tuple[Hashable, Hashable | None, str]],
    pagu: Mapping[Any, Sequence[int | None]],
    klaim: Mapping[Any, int | None] | None = None,
) -> dict[Any, Jumlah]:
    """Roll pagu up in one pass. The only sum that page, matrix, XLSX and command show.

    ``simpul_urut``: (id, induk_id, jenjang) in tree order. ``pagu``: the amounts of a simpul's
    rows in force, None where the text cannot be read. ``klaim``: what the document writes above
    the lowest level.
    """
    klaim = klaim or {}
    simpul = list(simpul_urut)
    terendah = _jenjang_terendah(simpul)
    induk_semua = {induk for _, induk, _ in simpul}
    isi: dict[Any, list[int]] = {}
    for id_, _, jenjang in simpul:
        baris = pagu.get(id_, ())
        kosong = not baris and jenjang == terendah and id_ not in induk_semua
        terbaca = [n for n in baris if n is not None]
        isi[id_] = [sum(terbaca), len(baris) - len(terbaca), int(kosong)]
    for id_, induk, _ in reversed(simpul):
        if (atas := isi.get(induk)) is not None:
            for i, nilai in enumerate(isi[id_]):
                atas[i] += nilai
    return {
        id_: _jumlah(nilai, buta, kosong, klaim.get(id_))
        for id_, (nilai, buta, kosong) in isi.items()
    }


def _jenjang_terendah(simpul: Sequence[tuple[Hashable, Hashable | None, str]]) -> str:
    jenjang = {str(j) for _, _, j in simpul}
    return next((j for j in reversed(LAPIS) if j in jenjang), "")


def _jumlah(nilai: int, tak_terbaca: int, kosong: int, tertulis: int | None) -> Jumlah:
    cocok = None if tertulis is None else tertulis == nilai
    return Jumlah(nilai, tak_terbaca, kosong, tertulis, cocok)


@dataclass(slots=True)
class HasilPagu:
    """``temuan`` on claims, and the proposals for each amount that cannot be read (by id)."""

    temuan: list[Temuan] = field(default_factory=list)
    usul: dict[Hashable, tuple[Usul, ...]] = field(default_factory=dict)


def periksa_klaim(
    pagu: Sequence[PaguTertulis], jumlah_tertulis: PaguTertulis | None = None
) -> HasilPagu:
    """Compare each typed amount with those typed on its direct children, the JUMLAH row with
    the roots. A child that cannot be read leaves its parent unverified and nobody else.
    """
    neraca = Neraca(pagu, jumlah_tertulis)
    hasil = HasilPagu()
    for tulisan in neraca.tak_terbaca():
        hasil.usul[tulisan.id] = usul_tak_terbaca(neraca, tulisan)
    for induk in neraca.induk_terbaca():
        if buta := neraca.anak_tak_terbaca(induk.id):
            usul = tuple(u for anak in buta for u in hasil.usul.get(anak.id, ())[:1])
            hasil.temuan.append(_tak_terverifikasi(induk, buta, usul))
        elif neraca.selisih(induk.id):
            hasil.temuan.append(_tidak_cocok(neraca, induk))
    return hasil


def _titik(nilai: int) -> str:
    return f"{nilai:,}".replace(",", ".")


def _letak(tulisan: PaguTertulis) -> Letak:
    return Letak(lembar=tulisan.lembar, sel=tulisan.sel)


def _tak_terverifikasi(
    induk: PaguTertulis, buta: Sequence[PaguTertulis], usul: tuple[Usul, ...]
) -> Temuan:
    sel = ", ".join(anak.sel for anak in buta)
    pesan = (
        f"Pagu {_titik(induk.nilai or 0)} belum dapat diperiksa karena pagu di bawahnya tidak "
        f"terbaca ({sel})."
    )
    return Temuan(
        kode="PAGU_TAK_TERVERIFIKASI",
        tingkat=Tingkat.PERINGATAN,
        pesan=pesan,
        letak=_letak(induk),
        usul=usul,
    )


def _tidak_cocok(neraca: Neraca, induk: PaguTertulis) -> Temuan:
    selisih = neraca.selisih(induk.id)
    banyak = len(neraca.anak(induk.id))
    tanda = "+" if selisih > 0 else "-"
    pesan = (
        f"Pagu tertulis {_titik(induk.nilai or 0)}, sedangkan jumlah {banyak} rincian di bawahnya "
        f"{_titik(neraca.jumlah_anak(induk.id) or 0)} (selisih {tanda}{_titik(abs(selisih))})."
    )
    return Temuan(
        kode="PAGU_TIDAK_COCOK",
        tingkat=Tingkat.PERINGATAN,
        pesan=pesan,
        letak=_letak(induk),
        usul=usul_selisih(neraca, induk),
    )
