"""Marked sheets as rows of texts: every row with what it said when the workbook was given out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kinerja.aturan.angka import teks_mentah
from kinerja.aturan.temuan import Letak, Temuan, Tingkat
from kinerja.impor.buku import Buku, Lembar, alamat, huruf_kolom
from kinerja.impor.buku_kerja.bentuk import (
    ASAL,
    ID,
    ISIAN,
    NAMA_LEMBAR,
    PENANDA,
    TETAP,
    Kolom,
    baca_tanda,
    kolom_bernama,
)
from kinerja.impor.buku_kerja.isi import rapi

BARIS_TANDA = 10
"""Rows in which the marks are looked for; a planner may have put a title above them."""
Teks = dict[str, str]


@dataclass
class BarisLembar:
    """One row. ``isi`` by column; ``asal`` is None for a row the planner typed.

    ``salinan``: the row whose hidden key it repeats.
    """

    lembar: str
    r: int
    kunci: str
    isi: Teks
    asal: Teks | None = None
    salinan: int | None = None

    @property
    def nomor(self) -> int:
        """The row as Excel counts."""
        return self.r + 1

    def diubah(self, kolom: str) -> bool:
        """Does the cell say something else than it was given out with?"""
        return self.isi.get(kolom, "") != (self.asal or {}).get(kolom, "")


@dataclass
class LembarBaca:
    """One marked sheet: its columns by key (position and meaning) and its rows."""

    jenis: str
    lembar: Lembar
    r_tanda: int
    kolom: dict[str, tuple[int, Kolom]]
    baris: list[BarisLembar] = field(default_factory=list)

    def sel(self, b: BarisLembar, kolom: str) -> str:
        """The address of a cell; that of the row's first column where the column is missing."""
        c = self.kolom[kolom][0] if kolom in self.kolom else min(c for c, _ in self.kolom.values())
        return f"{huruf_kolom(c)}{b.nomor}"

    def temuan(
        self, kode: str, pesan: str, b: BarisLembar, kolom: str, *, galat: bool = True
    ) -> Temuan:
        """A finding at a cell of a row."""
        tingkat = Tingkat.GALAT if galat else Tingkat.PERINGATAN
        letak = Letak(lembar=self.lembar.nama, sel=self.sel(b, kolom))
        return Temuan(kode=kode, pesan=pesan, tingkat=tingkat, letak=letak)


@dataclass
class Asal:
    """What the hidden sheet remembers: the document and every row as it was given out."""

    ada: bool = False
    akar: str = ""
    versi: int = 0
    jenis: str = ""
    baris: dict[str, dict[str, Teks]] = field(default_factory=dict)
    kolom: dict[str, list[str]] = field(default_factory=dict)


def tanda_lembar(lembar: Lembar) -> tuple[str, int] | None:
    """(kind, row of the marks) of a marked sheet."""
    for r, baris in enumerate(lembar.baris[:BARIS_TANDA]):
        terbaca = [t for isi in baris if (t := baca_tanda(isi))]
        if len(terbaca) > 1:
            return terbaca[0][0], r
    return None


def dikenali(buku: Buku) -> bool:
    """Is this our own workbook coming back?"""
    return any(tanda_lembar(x) for x in buku.lembar)


def baca_asal(buku: Buku) -> Asal:
    """The hidden sheet; an empty answer when somebody took it out."""
    awal = f"{PENANDA}.{ASAL}"
    for lembar in buku.lembar:
        if lembar.baris and teks_mentah(lembar.nilai(0, 0)) == awal:
            return _asal(lembar)
    return Asal()


def _asal(lembar: Lembar) -> Asal:
    akar, versi, jenis = (teks_mentah(lembar.nilai(0, c)) for c in (1, 2, 3))
    hasil = Asal(True, akar, int(versi) if versi.isdecimal() else 0, jenis)
    for baris in lembar.baris[1:]:
        jenis_baris, lembar_milik, *isi = map(teks_mentah, baris) if len(baris) > 1 else ("", "")
        if jenis_baris == "kolom":
            hasil.kolom[lembar_milik] = isi
            hasil.baris[lembar_milik] = {}
        elif jenis_baris == "baris" and lembar_milik in hasil.kolom:
            kolom = hasil.kolom[lembar_milik]
            teks = {k: rapi(v) for k, v in zip(kolom, isi, strict=False) if v}
            hasil.baris[lembar_milik][teks.get("uid", "")] = teks
    return hasil


def baca_lembar(buku: Buku, asal: Asal) -> tuple[dict[str, LembarBaca], list[Temuan]]:
    """The marked sheets by kind, wherever they stand and whatever they are called."""
    hasil: dict[str, LembarBaca] = {}
    temuan: list[Temuan] = []
    bertanda = [(x, t) for x in buku.lembar if (t := tanda_lembar(x))]
    bertanda.sort(key=lambda b: b[0].nama != NAMA_LEMBAR[b[1][0]])  # the one of that name first
    for lembar, (jenis, r) in bertanda:
        if jenis in hasil:
            pesan = (
                f"Lembar “{lembar.nama}” salinan lembar “{hasil[jenis].lembar.nama}”; tidak dimuat."
            )
            temuan.append(_peringatan("LEMBAR_SALINAN", pesan, lembar.nama))
            continue
        satu = LembarBaca(jenis, lembar, r, _kolom(lembar, jenis, r))
        satu.baris = list(_baris(satu, asal))
        temuan += [*_temuan_kolom(satu, asal), *_kembar(satu)]
        hasil[jenis] = satu
    temuan += _lembar_hilang(hasil, asal)
    return hasil, temuan


def _kolom(lembar: Lembar, jenis: str, r: int) -> dict[str, tuple[int, Kolom]]:
    hasil: dict[str, tuple[int, Kolom]] = {}
    for c, isi in enumerate(lembar.baris[r]):
        tanda = baca_tanda(isi)
        kolom = kolom_bernama(jenis, tanda[1]) if tanda and tanda[0] == jenis else None
        if kolom is not None:
            hasil.setdefault(kolom.kunci, (c, kolom))
    return hasil


def _baris(satu: LembarBaca, asal: Asal) -> Iterator[BarisLembar]:
    """Rows below the heads that say anything; a keyed row that was emptied says it is gone."""
    dibaca = {k: c for k, (c, kolom) in satu.kolom.items() if kolom.sifat != TETAP}
    berisi = [k for k, (_, kolom) in satu.kolom.items() if kolom.sifat == ISIAN]
    semula = asal.baris.get(satu.jenis, {})
    for r in range(satu.r_tanda + 2, len(satu.lembar.baris)):
        isi = {k: rapi(teks_mentah(satu.lembar.nilai(r, c))) for k, c in dibaca.items()}
        for (_, c), k in ((satu.kolom[k], k) for k in berisi):
            if (r, c) in satu.lembar.tanpa_nilai:
                isi[k] = "="  # a formula that was never calculated is no empty cell
        if any(isi[k] for k in berisi):
            kunci = isi.get("uid", "")
            yield BarisLembar(satu.jenis, r, kunci, isi, semula.get(kunci))


def _temuan_kolom(satu: LembarBaca, asal: Asal) -> Iterator[Temuan]:
    nama = satu.lembar.nama
    for kunci in asal.kolom.get(satu.jenis, ()):
        kolom = kolom_bernama(satu.jenis, kunci)
        if kunci in satu.kolom or kolom is None or kolom.sifat == TETAP:
            continue
        if kunci == "uid":
            pesan = (
                "Kolom uid yang tersembunyi tidak ada lagi; baris dicocokkan menurut kode dan "
                "nama. Unduh buku kerja baru bila hasilnya bukan yang dimaksud."
            )
        else:
            pesan = f"Kolom “{kolom.judul}” tidak ada lagi; isinya di dokumen tidak diubah."
        yield _peringatan("KOLOM_HILANG", pesan, nama, alamat(satu.r_tanda + 1, 0))
    for c, kolom in satu.kolom.values():
        judul = rapi(teks_mentah(satu.lembar.nilai(satu.r_tanda + 1, c)))
        if kolom.sifat in (ID, ISIAN) and judul != kolom.judul:
            pesan = f"Judul “{kolom.judul}” diganti “{judul[:60]}”; kolomnya tetap dibaca."
            yield _peringatan("JUDUL_DIUBAH", pesan, nama, alamat(satu.r_tanda + 1, c))


def _kembar(satu: LembarBaca) -> Iterator[Temuan]:
    """A copied row carries the hidden key of the one it was copied from: it is a new row.

    The one that still says most of what was given out is the original.
    """
    milik: dict[str, list[BarisLembar]] = {}
    for b in satu.baris:
        if b.kunci:
            milik.setdefault(b.kunci, []).append(b)
    for daftar in milik.values():
        asli = max(daftar, key=lambda b: sum(not b.diubah(k) for k in satu.kolom))
        for b in daftar:
            if b is not asli:
                b.kunci, b.asal, b.salinan = "", None, asli.nomor
                pesan = f"Baris ini salinan baris {asli.nomor}; dibaca sebagai baris baru."
                yield satu.temuan("UID_GANDA", pesan, b, "id", galat=False)


def _lembar_hilang(hasil: dict[str, LembarBaca], asal: Asal) -> Iterator[Temuan]:
    if not asal.ada:
        pesan = (
            "Lembar penanda yang tersembunyi tidak ada lagi; buku kerja dibandingkan langsung "
            "dengan dokumen dan tidak ada yang dihapus."
        )
        yield _peringatan("PENANDA_HILANG", pesan)
    for jenis in NAMA_LEMBAR:
        if jenis not in hasil:
            pesan = f"Lembar “{NAMA_LEMBAR[jenis]}” tidak ada; isinya di dokumen tidak diubah."
            yield _peringatan("LEMBAR_HILANG", pesan)


def _peringatan(kode: str, pesan: str, lembar: str = "", sel: str = "") -> Temuan:
    letak = Letak(lembar=lembar, sel=sel)
    return Temuan(kode=kode, pesan=pesan, tingkat=Tingkat.PERINGATAN, letak=letak)
