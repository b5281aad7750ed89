"""Fill nodes from the columns of their level: sentence, indicators with targets, money."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from kinerja.aturan.angka import Bacaan
from kinerja.aturan.teks import KOSONG
from kinerja.impor.bacaan import IndikatorBaca, NilaiSel, SimpulBaca
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tajuk_kolom import Kolom
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.pilihan import JenisNilai

_UKURAN = (
    r"(?:jumlah|persentase|presentase|prosentase|nilai|indeks|rasio|rata-rata|cakupan|tingkat|angka"
    r"|skor|predikat|opini)\b"
)
_BUTIR = re.compile(
    rf"^\s*(?:\(?(?:\d{{1,2}}|[a-z])[.)]\s+|[-\u2022\u25cf*]\s*(?={_UKURAN})|[\u2022\u25cf]\s*)",
    re.I,
)
_UKURAN_BARIS = _UKURAN.replace("|cakupan|tingkat|angka", "")  # these also run on over a break
_SAMBUNG = re.compile(rf";\s*\n?\s*(?={_UKURAN})|\n+(?={_UKURAN_BARIS})", re.IGNORECASE)
_ANGKA = frozenset("(123456789")
_BERNOMOR = re.compile(rf"\(?(\d{{1,2}})[.)]?\s+(?={_UKURAN})", re.IGNORECASE)
_BUTIR_BEBAS = re.compile(r"\s*(?:\(?(?:\d{1,2}|[a-z])[.)]\s+|[-\u2022\u25cf*]\s*)", re.IGNORECASE)

BERTAHUN = ("target", "pagu", "baseline")
_TUNGGAL = ("nama", "kinerja", "indikator", "formulasi", "satuan")


@dataclass(slots=True)
class KolomJenjang:
    """Where a level's fields stand. Years are text; "" when no year is known."""

    nama: int | None = None
    kinerja: int | None = None
    indikator: int | None = None
    formulasi: int | None = None
    satuan: int | None = None
    pengampu: int | None = None
    kode: tuple[int, ...] = ()
    target: list[tuple[str, int]] = field(default_factory=list)
    pagu: list[tuple[str, int]] = field(default_factory=list)
    baseline: list[tuple[str, int]] = field(default_factory=list)
    maju: set[int] = field(default_factory=set)  # columns of next year's estimate
    berisi: tuple[int, ...] = ()  # columns that hold something of an indicator or its money
    beralamat: tuple[tuple[str, int], ...] = ()  # fields of an indicator whose cell is remembered
    identitas: int | None = None  # whose text makes a new node: the name, else the sentence

    def lengkapi(self) -> None:
        """What follows from the columns that are known."""
        self.identitas = self.kinerja if self.nama is None else self.nama
        nilai = [c for _, c in (*self.target, *self.pagu, *self.baseline)]
        self.berisi = tuple(c for c in (self.indikator, self.formulasi, *nilai) if c is not None)
        teks = {medan: getattr(self, medan) for medan in ("indikator", "satuan", "formulasi")}
        self.beralamat = tuple((medan, c) for medan, c in teks.items() if c is not None)

    @property
    def bernilai(self) -> list[int]:
        """Columns whose content says that there is an indicator, named or not."""
        lain = [self.satuan] if self.indikator is None and self.satuan is not None else []
        return [*(c for _, c in (*self.target, *self.baseline)), *lain]


def kolom_jenjang(tabel: Tabel, jenjang: str | None, tahun: int | None) -> KolomJenjang:
    """The columns of one level (None: those of an outline, where the row says the level)."""
    hasil = KolomJenjang()
    for k in tabel.kolom:
        if k.jenjang != jenjang or _lewati(tabel, k):
            continue
        if k.maju:
            hasil.maju.add(k.c)
        if k.medan in BERTAHUN:
            bawaan = tahun if k.medan != "baseline" else _tahun_awal(tabel, tahun)
            getattr(hasil, k.medan).append((tahun_nilai(k.tahun, k.maju, bawaan), k.c))
        elif k.medan == "kode":
            hasil.kode = (*hasil.kode, k.c)
        elif k.medan in ("pengampu", "opd"):
            hasil.pengampu = k.c
        elif k.medan in _TUNGGAL and getattr(hasil, k.medan) is None:
            setattr(hasil, k.medan, k.c)
    hasil.lengkapi()
    return hasil


def _lewati(tabel: Tabel, k: Kolom) -> bool:
    """Next year's estimate beside measures per level, or with measures of its own: its columns
    are read apart.
    """
    if not k.maju or k.medan == "pagu":
        return False
    ukuran = [a for a in tabel.kolom if a.medan == "indikator"]
    sendiri = any(a.jenjang == k.jenjang and not a.maju for a in ukuran)
    return k.medan not in BERTAHUN or any(a.maju for a in ukuran) or bool(ukuran and not sendiri)


def _tahun_awal(tabel: Tabel, tahun: int | None) -> int | None:
    """A start without a year of its own lies before the first year of targets."""
    pertama = min(tabel.tahun_kolom("target"), default=tahun)
    return pertama - 1 if pertama else None


def tahun_nilai(tercetak: int | None, maju: bool, tahun: int | None) -> str:
    if tercetak is None and maju and tahun:
        tercetak = tahun + 1
    return str(tercetak or tahun or "")


def pecah_butir(teks: str) -> list[str]:
    """Several indicators in one cell: bullets, numbers, or a measure word after ";" or a break."""
    baris = [b for b in teks.split("\n") if b.strip()]
    if len(baris) > 1 and all(_BUTIR.match(b) for b in baris):
        return [_BUTIR.sub("", b).strip() for b in baris]
    if len(baris) > 1 and _BUTIR.match(baris[0]) and sum(map(bool, map(_BUTIR.match, baris))) > 1:
        return _gabung_lanjutan(baris)
    bagian = [b.strip(" ;\n") for b in _SAMBUNG.split(teks)]
    return [b for b in bagian if b] if len(bagian) > 1 else [teks]


def pecah_isian(teks: str) -> list[str]:
    """Several entries in one cell: every line has its bullet or number, else blank lines part
    them.
    """
    baris = [b for b in teks.split("\n") if b.strip()]
    if len(baris) > 1 and all(_BUTIR_BEBAS.match(b) for b in baris):
        return [_BUTIR_BEBAS.sub("", b, count=1).strip() for b in baris]
    return [b.strip() for b in re.split(r"\n\s*\n", teks) if b.strip()]


def _gabung_lanjutan(baris: Iterable[str]) -> list[str]:
    """Bullets whose text runs over several lines."""
    butir: list[str] = []
    for b in baris:
        if _BUTIR.match(b):
            butir.append(_BUTIR.sub("", b).strip())
        else:
            butir[-1] += " " + b.strip()
    return butir


def tambah_indikator(
    p: Pembacaan, simpul: SimpulBaca, k: KolomJenjang, r: int, *, baru: bool
) -> list[IndikatorBaca]:
    """Indicators printed at row ``r`` for a node; ``baru``: the node starts here, so a missing
    indicator is a finding and merged cells count.
    """
    asal = _baris_indikator(p, k, r, baru)
    teks = _teks_indikator(p, k, asal)
    if baru and not teks and k.indikator is not None:
        p.lapor("INDIKATOR_KOSONG", "Indikator belum diisi.", r, k.indikator)
    if not teks and not (baru and any(p.isi(asal, c) for c in k.bernilai)):
        return []
    if not baru and any(i.teks == teks for i in simpul.indikator):
        return []
    if not teks and not (k.target or k.baseline):
        pesan = "Satuan tanpa indikator; tidak dimuat. Tulis indikator atau penjelasannya."
        p.lapor("INDIKATOR_KOSONG", pesan, asal, k.satuan or 0)
    hasil = _indikator(p, k, asal, teks)
    simpul.indikator.extend(hasil)
    return hasil


def _teks_indikator(p: Pembacaan, k: KolomJenjang, r: int) -> str:
    """Where a level prints no indicator of its own, the explanation beside it words it."""
    if k.indikator is not None:
        return p.teks(r, k.indikator, "indikator")
    return p.teks(r, k.formulasi, "formulasi")


def _baris_indikator(p: Pembacaan, k: KolomJenjang, r: int, baru: bool) -> int:
    if not baru or k.indikator is None or p.isi(r, k.indikator):
        return r
    return p.asal(r, k.indikator)


def _indikator(p: Pembacaan, k: KolomJenjang, r: int, teks: str) -> list[IndikatorBaca]:
    butir = pecah_butir(teks) if "\n" in teks or ";" in teks else [teks]
    banyak = len(butir)
    satuan = _pecah(p.teks(r, k.satuan, "satuan"), banyak)
    hasil = [IndikatorBaca(b, s) for b, s in zip(butir, satuan, strict=True)]
    if banyak == 1 and teks[:1] in _ANGKA and (cocok := _BERNOMOR.match(teks)):
        hasil[0].nomor, hasil[0].teks = cocok[1], teks[cocok.end() :]
    if k.formulasi is not None:
        _formulasi(hasil, p.teks(r, k.formulasi, "formulasi"))
    for tahun, c in k.baseline:
        hasil[0].baseline[tahun] = p.target(r, c, satuan[0], baseline=True)
    for tahun, c in k.target:
        for indikator, potong in zip(hasil, potongan(p, r, c, banyak), strict=False):
            indikator.target[tahun] = _target(p, indikator, k, (r, c), potong)
    for indikator in hasil:
        for medan, c in k.beralamat:
            indikator.sel[medan] = p.sel(r, c)
        _satuan(p, indikator, k, r)
    return hasil


def _formulasi(daftar: list[IndikatorBaca], teks: str) -> None:
    """As many formulas as indicators are one each; else all of them are the first one's."""
    rumus = pecah_isian(teks)
    if len(rumus) == len(daftar):
        for indikator, satu in zip(daftar, rumus, strict=True):
            indikator.formulasi = [] if satu in KOSONG else [satu]
    else:
        daftar[0].formulasi = rumus


@lru_cache(maxsize=1024)
def _pecah(teks: str, banyak: int) -> tuple[str, ...]:
    """A text per indicator when it has as many lines as there are indicators, else the same."""
    baris = tuple(_BUTIR.sub("", b).strip() for b in teks.split("\n") if b.strip())
    if len(baris) != banyak:
        return (teks,) * banyak
    return tuple("" if b in KOSONG else b for b in baris)


def potongan(p: Pembacaan, r: int, c: int, banyak: int) -> list[str | None]:
    """A value per indicator of a cell with several lines; else the whole cell for the first."""
    mentah = p.mentah(r, c) if banyak > 1 else None
    if not isinstance(mentah, str):
        return [None]
    baris = [_BUTIR.sub("", b).strip() for b in mentah.split("\n") if b.strip()]
    return list(baris) if len(baris) == banyak else [None]


def _target(
    p: Pembacaan,
    indikator: IndikatorBaca,
    k: KolomJenjang,
    tempat: tuple[int, int],
    potong: str | None,
) -> NilaiSel:
    r, c = tempat
    nilai = p.target(r, c, indikator.satuan, potong=potong)
    bacaan = nilai.bacaan
    if bacaan.nilai.jenis == JenisNilai.KOSONG:
        if indikator.teks:
            _kosong(p, bacaan, r, c)
    elif k.satuan is not None and bacaan.nilai.satuan not in ("", "%"):
        pesan = (
            f"Satuan “{bacaan.nilai.satuan}” tertulis di dalam nilai, padahal ada kolom "
            "satuan; nilainya dibaca tanpa satuan itu."
        )
        p.lapor("SATUAN_DALAM_NILAI", pesan, r, c)
    return nilai


def _kosong(p: Pembacaan, bacaan: Bacaan, r: int, c: int) -> None:
    for t in bacaan.temuan:
        p.lapor(t.kode, t.pesan, r, c)


def _satuan(p: Pembacaan, indikator: IndikatorBaca, k: KolomJenjang, r: int) -> None:
    """The unit: its own column, else what stands inside the first value."""
    if indikator.satuan:
        return
    nilai = [n.bacaan.nilai for n in indikator.target.values()]
    indikator.satuan = next((n.satuan for n in nilai if n.satuan), "")
    berangka = [n for n in nilai if n.jenis in (JenisNilai.ANGKA, JenisNilai.RENTANG)]
    if berangka and not indikator.satuan:
        c = k.satuan if k.satuan is not None else k.target[0][1]
        p.lapor("SATUAN_KOSONG", f"Target {berangka[0].mentah} tanpa satuan.", r, c)


def isi_pagu(p: Pembacaan, simpul: SimpulBaca, k: KolomJenjang, r: int) -> None:
    """Money typed at row ``r``; a cell merged from above is not typed again."""
    for tahun, c in k.pagu:
        if tahun not in simpul.pagu and p.asal(r, c) == r:
            simpul.pagu[tahun] = p.rupiah(r, c)
            simpul.pagu[tahun].indikatif = c in k.maju
            simpul.sel.setdefault("pagu", p.sel(r, c))


def isi_kalimat(p: Pembacaan, simpul: SimpulBaca, k: KolomJenjang, r: int) -> None:
    """The performance sentence, taken from a merged cell where the node's own is empty."""
    if k.kinerja is None or simpul.kinerja:
        return
    asal = r if p.isi(r, k.kinerja) else p.asal(r, k.kinerja)
    if teks := p.teks(asal, k.kinerja, "kinerja"):
        simpul.kinerja = teks
        simpul.sel["kinerja"] = p.sel(asal, k.kinerja)
