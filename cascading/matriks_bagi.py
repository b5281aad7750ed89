"""Which rows share a cell, and what stands in it besides text: amounts, remarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cascading.matriks_isi import Baris, IsiMatriks, SimpulIsi, terisi
from cascading.matriks_sel import KOSONG, angka_id, pemilik
from cascading.set_kolom import MEDAN_INDIKATOR, TINGKAT, Cara, DaftarKolom, Kolom

Kunci = tuple[object, ...]
URUTAN = list(TINGKAT)


class Pembagi:
    """Which rows share a cell."""

    def __init__(self, isi: IsiMatriks, daftar: DaftarKolom, rinci: frozenset[str]):
        self.isi = isi
        self.cara: Cara = daftar.cara
        self.rinci = rinci
        self.melayani = _melayani(isi)
        self.berisi = terisi(isi)
        self.bersama = _bersama(isi, daftar)
        self.pinjam = _pinjam(daftar)
        self.berukuran = {s.induk for s in isi.simpul if s.indikator}

    def di_baris(self, kolom: Kolom, b: Baris) -> Kolom:
        """The column whose content is printed there: a unit of a box without an indicator of its
        own may be that of the indicator above it.
        """
        atas = self.pinjam.get(kolom.kunci)
        simpul = b.jalur.get(kolom.tingkat)
        if atas is None or simpul is None or simpul.induk in self.berukuran:
            return kolom
        return replace(kolom, kunci=atas)

    def kunci(self, kolom: Kolom, b: Baris) -> tuple[Kunci, int | None]:
        """Equal for rows that share the cell; and the one indicator printed there, if one."""
        if kolom.kunci == "no":
            return (b.urut, b.penanda), None
        if kolom.kunci == "no_teratas":
            return (b.teratas.id if b.teratas else "",), None
        if not kolom.tingkat:
            milik = pemilik(b, kolom.kunci)
            return (milik.id if milik else "",), None
        simpul = b.jalur.get(kolom.tingkat)
        if simpul is None:
            return ("-", _di_atas(kolom.tingkat, b)), None
        if kolom.medan not in MEDAN_INDIKATOR:
            if kolom.medan == "kinerja":
                return (self.bersama.get(simpul.id, simpul.id),), None
            return (simpul.id,), None
        return self._kunci_indikator(simpul, b)

    def _kunci_indikator(self, simpul: SimpulIsi, b: Baris) -> tuple[Kunci, int | None]:
        if not simpul.indikator and not self.cara.kosong:
            return (b.urut, b.indikator, b.penanda), None  # a form has no cell to merge there
        bersama = self.bersama.get(simpul.id, simpul.id)
        if simpul.id == b.ujung.id and not self.cara.sesel:
            return (bersama, b.indikator), b.indikator if simpul.indikator else None
        nomor = self.melayani.get(simpul.id, {}).get(_anak_di_jalur(simpul, b))
        return (bersama, nomor), nomor


def tertutup(kolom: Sequence[Kolom], tingkat: str) -> tuple[int, int]:
    """The columns that a remark at a level stands across: from its first one, side by side."""
    batas = URUTAN.index(tingkat)
    milik = [i for i, k in enumerate(kolom) if k.tingkat and URUTAN.index(k.tingkat) >= batas]
    if not milik:
        return 0, 0
    akhir = milik[0] + 1
    while akhir in milik:
        akhir += 1
    return milik[0], akhir


def _pinjam(daftar: DaftarKolom) -> dict[str, str]:
    """Units and formulas beside an indicator one level up, where the level prints none itself."""
    ada = {k.kunci for k in daftar.kolom}
    hasil = {}
    for k in daftar.kolom:
        if k.medan in ("satuan", "formulasi") and f"{k.tingkat}_indikator" not in ada:
            atas = URUTAN[URUTAN.index(k.tingkat) - 1]
            if f"{atas}_indikator" in ada:
                hasil[k.kunci] = f"{atas}_{k.medan}"
    return hasil


def _bersama(isi: IsiMatriks, daftar: DaftarKolom) -> dict[str, str]:
    """Neighbours with one sentence and the same indicators, in forms that print the sentence
    before the names: the first of them stands for all.
    """
    kolom = [k.kunci for k in daftar.kolom]
    tingkat = {
        t
        for t in TINGKAT
        if f"{t}_kinerja" in kolom
        and f"{t}_nama" in kolom
        and kolom.index(f"{t}_kinerja") < kolom.index(f"{t}_nama")
    }
    hasil: dict[str, str] = {}
    kiri: dict[str | None, SimpulIsi] = {}
    for s in isi.simpul:
        if s.tingkat not in tingkat:
            continue
        lama = kiri.get(s.induk)
        if lama is not None and s.kinerja and _seukuran(lama, s):
            hasil[s.id] = hasil.get(lama.id, lama.id)
        kiri[s.induk] = s
    return hasil


def _seukuran(a: SimpulIsi, b: SimpulIsi) -> bool:
    def ukuran(s: SimpulIsi) -> tuple[tuple[str, str, str], ...]:
        return tuple((i.teks, i.satuan, i.formulasi) for i in s.indikator)

    return (a.tingkat, a.kinerja, ukuran(a)) == (b.tingkat, b.kinerja, ukuran(b))


def _melayani(isi: IsiMatriks) -> dict[str, dict[str, int]]:
    """Per parent: which of its indicators each child serves, when that orders them all."""
    anak: dict[str, list[SimpulIsi]] = {}
    for s in isi.simpul:
        if s.induk:
            anak.setdefault(s.induk, []).append(s)
    hasil = {}
    for s in isi.simpul:
        nomor = {i.id: n for n, i in enumerate(s.indikator)}
        urut = [nomor.get(a.indikator_induk or "", -1) for a in anak.get(s.id, ())]
        lengkap = set(urut) == set(range(len(nomor)))
        if len(nomor) > 1 and lengkap and urut == sorted(urut):
            hasil[s.id] = {a.id: n for a, n in zip(anak[s.id], urut, strict=True)}
    return hasil


def _anak_di_jalur(simpul: SimpulIsi, b: Baris) -> str:
    return next((s.id for s in b.jalur.values() if s.induk == simpul.id), "")


def _di_atas(tingkat: str, b: Baris) -> str:
    """The lowest box above a missing level: rows under it share the dash."""
    di_atas = URUTAN[: URUTAN.index(tingkat)]
    return next((b.jalur[t].id for t in reversed(di_atas) if t in b.jalur), "")


def isi_pagu(
    simpul: SimpulIsi | None, isi: IsiMatriks, berisi: frozenset[str]
) -> tuple[str, tuple[str, ...], int | None]:
    """The amount of a box as printed: the sum, and what does not agree under it."""
    if simpul is None or (jumlah := isi.jumlah.get(simpul.id)) is None:
        return KOSONG, (), None
    sendiri = isi.pagu.get(simpul.id)
    if sendiri and not sendiri.terbaca:
        return " + ".join(sendiri.mentah), ("tidak terbaca",), None
    catatan = list(catatan_jumlah(isi, simpul.id))
    if simpul.id not in berisi:
        return KOSONG, tuple(catatan), None
    return angka_id(jumlah.nilai), tuple(catatan), jumlah.nilai


def catatan_jumlah(isi: IsiMatriks, id_simpul: str) -> Iterator[str]:
    """ "tertulis …" for a claim that differs, and how many amounts the sum had to leave out."""
    jumlah = isi.jumlah.get(id_simpul)
    if jumlah is None:
        return
    mentah = isi.klaim_mentah.get(id_simpul, "")
    if jumlah.tertulis is not None and not jumlah.cocok:
        yield f"tertulis {angka_id(jumlah.tertulis)}"
    elif jumlah.tertulis is None and mentah:
        yield f"tertulis {mentah} tidak terbaca"
    if jumlah.tak_terbaca:
        yield f"{jumlah.tak_terbaca} pagu tidak terbaca"
