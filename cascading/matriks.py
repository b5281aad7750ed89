"""The cascading table as frozen dataclasses: columns, merged cells, totals, findings. Pure.

How several indicators of one box are printed: a box that ends a row gets one sub-row per
indicator, so unit, formula and target stand exactly beside it. In a merged parent cell they are
numbered lines, and the neighbouring columns repeat the numbers. Where every child says which
indicator it serves (``indikator_induk``), the parent's indicators become cells of their own
beside those children.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cascading.matriks_catatan import CatatanPemeriksaan
from cascading.matriks_isi import Baris, IsiMatriks, SimpulIsi, susun_baris, terisi
from cascading.matriks_sel import KOSONG, angka_id, teks_sel
from cascading.set_kolom import (
    LEPAS,
    MEDAN_INDIKATOR,
    MEDAN_SEBUTAN,
    TINGKAT,
    DaftarKolom,
    Kolom,
)

Kunci = tuple[object, ...]
TERKAIT = {"tujuan_daerah": "tujuan", "sasaran_daerah": "sasaran"}


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell over ``rentang`` rows from ``mulai``.

    ``catatan`` stands under the text ("tertulis …"). ``label`` marks the cell that says
    "(lanjutan)" when a page cuts it; ``markah`` is its level in the outline, 0 for none.
    """

    mulai: int
    rentang: int
    teks: str
    catatan: tuple[str, ...] = ()
    angka: int | None = None
    label: bool = False
    markah: int = 0


@dataclass(frozen=True, slots=True)
class JumlahMatriks:
    """The closing row. ``kolom`` is where the amount stands, None when the set has no money."""

    teks: str
    angka: int
    catatan: tuple[str, ...] = ()
    kolom: int | None = None


@dataclass(frozen=True, slots=True)
class Matriks:
    """A whole table: ``sel[k]`` are the cells of column k from the top, without gaps."""

    nama_set: str
    judul: str
    kolom: tuple[Kolom, ...]
    baris: int
    sel: tuple[tuple[Sel, ...], ...]
    jumlah: JumlahMatriks
    ringkasan: str
    nomor: tuple[Sel, ...] = ()
    catatan: tuple[CatatanPemeriksaan, ...] = ()

    def bernomor(self) -> Matriks:
        """With a column No in front, for sheets that face each other."""
        if any(k.kunci == "no" for k in self.kolom):
            return self
        jumlah = self.jumlah
        if jumlah.kolom is not None:
            jumlah = replace(jumlah, kolom=jumlah.kolom + 1)
        kolom = (Kolom("no", LEPAS["no"]), *self.kolom)
        return replace(self, kolom=kolom, sel=(self.nomor, *self.sel), jumlah=jumlah)


def susun(isi: IsiMatriks, daftar: DaftarKolom, *, judul_jumlah: str = "JUMLAH") -> Matriks:
    """The table of a document in one column set."""
    tingkat = frozenset(k.tingkat for k in daftar.kolom if k.tingkat)
    rinci = frozenset(k.tingkat for k in daftar.kolom if k.medan in MEDAN_INDIKATOR)
    baris = susun_baris(isi, tingkat, rinci)
    pembagi = _Pembagi(isi, rinci)
    markah = _markah(daftar, baris)
    kolom, sel = [], []
    bersatuan = {k.tingkat for k in daftar.kolom if k.medan == "satuan"}
    for k in daftar.kolom:
        k = replace(k, tanpa_satuan=k.medan == "target" and k.tingkat in bersatuan)
        isi_kolom = tuple(_sel_kolom(k, baris, isi, pembagi, markah.get(k.kunci, 0)))
        if k.opsional and all(s.teks == KOSONG for s in isi_kolom):
            continue
        kolom.append(k)
        sel.append(isi_kolom)
    return Matriks(
        nama_set=daftar.nama,
        judul=daftar.judul,
        kolom=tuple(kolom),
        baris=len(baris),
        sel=tuple(sel),
        jumlah=_jumlah(isi, kolom, judul_jumlah),
        ringkasan=_ringkasan(isi),
        nomor=tuple(_sel_kolom(Kolom("no", LEPAS["no"]), baris, isi, pembagi, 0)),
        catatan=isi.catatan,
    )


def _sel_kolom(
    kolom: Kolom, baris: Sequence[Baris], isi: IsiMatriks, pembagi: _Pembagi, markah: int
) -> Iterator[Sel]:
    """Runs of equal keys become one cell."""
    label = kolom.medan in MEDAN_SEBUTAN and markah >= 0
    for mulai, sampai, rinci in _deret(kolom, baris, pembagi):
        b = baris[mulai]
        if kolom.medan == "pagu":
            teks, catatan, angka = isi_pagu(b.jalur.get(kolom.tingkat), isi, pembagi.berisi)
            yield Sel(mulai, sampai - mulai, teks, catatan, angka)
            continue
        teks = teks_sel(kolom, b, isi, rinci)
        ada = teks != KOSONG
        yield Sel(mulai, sampai - mulai, teks, (), None, label and ada, markah if ada else 0)


def _deret(
    kolom: Kolom, baris: Sequence[Baris], pembagi: _Pembagi
) -> Iterator[tuple[int, int, int | None]]:
    mulai, kunci, rinci = 0, None, None
    for i, b in enumerate(baris):
        kini, kini_rinci = pembagi.kunci(kolom, b)
        if i and kini != kunci:
            yield mulai, i, rinci
            mulai = i
        kunci, rinci = kini, kini_rinci
    if baris:
        yield mulai, len(baris), rinci


class _Pembagi:
    """Which rows share a cell."""

    def __init__(self, isi: IsiMatriks, rinci: frozenset[str]):
        self.isi = isi
        self.rinci = rinci
        self.melayani = _melayani(isi)
        self.berisi = terisi(isi)

    def kunci(self, kolom: Kolom, b: Baris) -> tuple[Kunci, int | None]:
        """Equal for rows that share the cell; and the one indicator printed there, if one."""
        if kolom.kunci == "no":
            return (b.urut,), None
        if not kolom.tingkat:
            return (teks_sel(kolom, b, self.isi, None),), None
        simpul = b.jalur.get(kolom.tingkat)
        if simpul is None:
            return ("-", _di_atas(kolom.tingkat, b)), None
        if kolom.medan not in MEDAN_INDIKATOR:
            return (simpul.id,), None
        if simpul.id == b.ujung.id:
            return (simpul.id, b.indikator), b.indikator if simpul.indikator else None
        nomor = self.melayani.get(simpul.id, {}).get(_anak_di_jalur(simpul, b))
        return (simpul.id, nomor), nomor


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
    urutan = list(TINGKAT)
    di_atas = urutan[: urutan.index(tingkat)]
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


def _jumlah(isi: IsiMatriks, kolom: Sequence[Kolom], judul: str) -> JumlahMatriks:
    akar = isi.jumlah.get(isi.akar)
    letak = [i for i, k in enumerate(kolom) if k.medan == "pagu"]
    return JumlahMatriks(
        teks=judul,
        angka=akar.nilai if akar else 0,
        catatan=tuple(catatan_jumlah(isi, isi.akar)),
        kolom=letak[-1] if letak else None,
    )


def _markah(daftar: DaftarKolom, baris: Sequence[Baris]) -> dict[str, int]:
    """Outline level of the first naming column per level; the level of the rows has none."""
    ada = {t for b in baris for t in b.jalur}
    urut = [t for t in TINGKAT if t in ada and t != daftar.tingkat_terbawah]
    hasil: dict[str, int] = {}
    terpakai: set[str] = set()
    for k in daftar.kolom:
        if k.medan not in MEDAN_SEBUTAN:
            continue
        if k.tingkat in terpakai:
            hasil[k.kunci] = -1
            continue
        terpakai.add(k.tingkat)
        hasil[k.kunci] = urut.index(k.tingkat) + 1 if k.tingkat in urut else 0
    return hasil


def _ringkasan(isi: IsiMatriks) -> str:
    """ "7 program, 13 kegiatan, 43 sub kegiatan"."""
    hitung: Mapping[str, int] = {
        t: sum(s.tingkat == t for s in isi.simpul) for t in ("program", "kegiatan", "sub_kegiatan")
    }
    return ", ".join(f"{n} {TINGKAT[t].lower()}" for t, n in hitung.items() if n)
