"""A pohon kinerja as leaf rows: the conditions of each depth side by side, down to the programs.

A box is printed once and merged, left blank or repeated below; its depth is its column.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kinerja.aturan.teks import kunci
from kinerja.impor.bacaan import IndikatorBaca, SimpulBaca, TabelBaca
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tata_letak.isi import pecah_butir
from kinerja.impor.tata_letak.kotak import AWALAN, PROGRAM, jumlah_kotak, lapor_kembar
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.selesai import tabel_baca

JENIS = "pohon_kinerja"


def kenali(tabel: Tabel) -> float:
    """Several condition columns."""
    banyak = sum(k.medan == "kondisi" for k in tabel.kolom)
    return 0.9 if banyak > 1 else 0.6 if banyak and not tabel.punya("id") else 0


def baca(p: Pembacaan) -> TabelBaca:
    simpul = _Pembaca(p).baca()
    hasil = tabel_baca(p, simpul, JENIS)
    hasil.jumlah = jumlah_kotak(simpul)
    return hasil


@dataclass(slots=True)
class _Kedalaman:
    """One depth: its columns and the box that is open while walking down."""

    c: int
    indikator: list[int] = field(default_factory=list)
    satuan: int | None = None
    kini: SimpulBaca | None = None
    banyak: int = 0  # boxes below the open parent


class _Pembaca:
    def __init__(self, p: Pembacaan):
        self.p = p
        self.lapis = _lapisan(p.tabel)
        self.program = {
            k.jenjang: k.c for k in p.tabel.kolom if k.medan == "nama" and k.jenjang in PROGRAM
        }
        self.terkait: dict[str, str] = {}
        self.simpul: list[SimpulBaca] = []
        self.letak: dict[str, tuple[int, int]] = {}

    def baca(self) -> list[SimpulBaca]:
        for r in self.p.tabel.batas.data:
            if r not in self.p.tabel.lembar.baris_tersembunyi:
                self._baris(r)
        lapor_kembar(self.p, self.simpul, self.letak)
        for s in self.simpul:
            if not s.indikator and self.p.tabel.punya("indikator"):
                self.p.lapor("INDIKATOR_KOSONG", "Indikator belum diisi.", *self.letak[s.id])
        return self.simpul

    def _baris(self, r: int) -> None:
        induk: SimpulBaca | None = None
        terputus = False
        for lapis in self.lapis:
            terputus = self._buka(lapis, r, induk, terputus)
            if lapis.kini is not None:
                self._indikator(lapis.kini, lapis, r)
                induk = lapis.kini
        if induk is not None:
            self._terkait(induk, r)

    def _buka(self, lapis: _Kedalaman, r: int, induk: SimpulBaca | None, terputus: bool) -> bool:
        """Open the box of a depth, or keep the open one; whether what is below is closed."""
        teks = self.p.teks(r, lapis.c, "kondisi")
        if not teks:
            if terputus:
                lapis.kini = None
            return terputus
        if terputus:
            lapis.banyak = 0
        if not terputus and lapis.kini is not None and kunci(lapis.kini.kinerja) == kunci(teks):
            return False
        if terputus or lapis.kini is None or lapis.kini.induk != (induk.id if induk else None):
            lapis.banyak = sum(s.induk == (induk.id if induk else None) for s in self.simpul)
        lapis.banyak += 1
        id_ = f"{induk.id}.{lapis.banyak}" if induk else f"K{lapis.banyak}"
        lapis.kini = SimpulBaca(
            id=id_, induk=induk.id if induk else None, level="kondisi", kinerja=teks,
            baris=r + 1, sel={"kinerja": self.p.sel(r, lapis.c)}, lain={"program_terkait": []},
        )  # fmt: skip
        self.letak[id_] = (r, lapis.c)
        self.simpul.append(lapis.kini)
        return True

    def _indikator(self, s: SimpulBaca, lapis: _Kedalaman, r: int) -> None:
        ada = {kunci(i.teks) for i in s.indikator}
        for c in lapis.indikator:
            teks = AWALAN.sub("", self.p.teks(r, c, "indikator"))
            satuan = self.p.teks(r, lapis.satuan, "satuan")
            for butir in pecah_butir(teks):
                if butir and kunci(butir) not in ada:
                    ada.add(kunci(butir))
                    sel = {"indikator": self.p.sel(r, c)}
                    s.indikator.append(IndikatorBaca(butir, satuan, sel=sel))

    def _terkait(self, s: SimpulBaca, r: int) -> None:
        """The program, kegiatan and sub kegiatan that the row's deepest box is served by; what is
        blank below a printed one is the same.
        """
        tercetak = [j for j in PROGRAM if self.p.isi(r, self.program.get(j))]
        if not tercetak:
            return
        atas = PROGRAM[: PROGRAM.index(tercetak[0])]
        baru = {j: self.terkait.get(j, "") for j in atas}
        baru |= {j: self.p.teks(r, self.program.get(j), "nama") for j in PROGRAM if j not in atas}
        self.terkait = baru
        if baru not in s.lain["program_terkait"]:
            s.lain["program_terkait"].append(baru)


def _lapisan(tabel: Tabel) -> list[_Kedalaman]:
    """The condition columns from the left, each with the indicators that stand beside it."""
    lapis = [_Kedalaman(k.c) for k in tabel.kolom if k.medan == "kondisi"]
    for k in tabel.kolom:
        kiri = [x for x in lapis if x.c < k.c]
        milik = kiri[-1] if kiri else lapis[0]
        if k.medan == "indikator":
            milik.indikator.append(k.c)
        elif k.medan == "satuan":
            milik.satuan = k.c
    return lapis
