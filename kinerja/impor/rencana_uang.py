"""The money of a plan: pagu on the level that holds it, claims above it and on the root."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from kinerja.aturan.jenjang import jenjang_pagu
from kinerja.impor.pencocokan import BarisBuku
from kinerja.impor.potret import Potret
from kinerja.impor.rencana_nilai import PenyusunNilai
from kinerja.impor.rencana_simpul import BedaMentah
from kinerja.models.pengisian import isi_rupiah
from kinerja.models.perubahan import Isi, Perubahan
from kinerja.pilihan import JenisKlaim

if TYPE_CHECKING:
    from kinerja.impor.bacaan import NilaiSel, TabelBaca
    from kinerja.impor.rencana import PilihanRencana

KLAIM, INDIKATIF = str(JenisKlaim.PAGU), str(JenisKlaim.INDIKATIF)


class PenyusunUang(PenyusunNilai):
    """A workbook seldom names the fund; then its amount speaks for the only fund there is."""

    def __init__(
        self,
        potret: Potret,
        pilihan: PilihanRencana,
        keluaran: list[Perubahan],
        asal: Mapping[str, str],
    ):
        super().__init__(potret, pilihan, keluaran, asal)
        self.dana: dict[tuple[str, int], set[str]] = defaultdict(set)
        self.berdana: list[tuple[BarisBuku, int]] = []
        for simpul, tahun, _, dana in potret.baris["pagu"]:
            self.dana[simpul, tahun].add(dana)

    def uang(self, sel: NilaiSel) -> Isi | None:
        """Columns of an amount; None where the cell says nothing."""
        return self.dengan_asal(sel, isi_rupiah(sel.bacaan.nilai))

    def tulis(self, b: BarisBuku, uid: str) -> list[BedaMentah]:
        """Plan the amounts of one row; answers what differs, for the preview."""
        beda: list[BedaMentah] = []
        for teks, sel in b.simpul.pagu.items():
            tahun, isi = self.tahun(teks, b.tahun), self.uang(sel)
            if tahun is None or isi is None:
                continue
            if b.jenjang == jenjang_pagu(tahun) and not sel.indikatif:
                beda += self._pagu(b, uid, tahun, isi)
            else:
                beda += self._klaim(uid, tahun, isi, sel)
        return beda

    def tulis_baru(self, b: BarisBuku, uid: str) -> None:
        """The amounts of a box that the plan makes."""
        for teks, sel in b.simpul.pagu.items():
            tahun, isi = self.tahun(teks, b.tahun), self.uang(sel)
            if tahun is None or isi is None:
                continue
            if b.jenjang == jenjang_pagu(tahun) and not sel.indikatif:
                dana = str(b.simpul.lain.get("sumber_dana") or "")
                self.buat("pagu", (uid, tahun, self.tahap(tahun), dana), isi)
            else:
                self.buat("klaim", (uid, tahun, self.tahap(tahun), _jenis(sel)), isi)

    def jumlah(self, tabel: Iterable[TabelBaca]) -> list[BedaMentah]:
        """The JUMLAH row: a claim on the hidden root. Totals of two tables are no total."""
        berjumlah = [t for t in tabel if t.jumlah_tertulis]
        beda: list[BedaMentah] = []
        for teks, sel in berjumlah[0].jumlah_tertulis.items() if len(berjumlah) == 1 else ():
            tahun, isi = self.tahun(teks, berjumlah[0].tahun), self.uang(sel)
            if tahun is not None and isi:
                beda += self._klaim(self.potret.akar, tahun, isi, sel)
        return beda

    def _pagu(self, b: BarisBuku, uid: str, tahun: int, isi: Isi) -> list[BedaMentah]:
        milik, tahap = self.dana[uid, tahun], self.tahap(tahun)
        dana = str(b.simpul.lain.get("sumber_dana") or "")
        if not dana and len(milik) > 1:
            if self._jumlah_dana(uid, tahun, tahap) != isi["nilai"]:
                self.berdana.append((b, tahun))
            return []
        tanpa_dana = (uid, tahun, tahap, "")
        beda: list[BedaMentah] = []
        if dana and milik == {""} and tanpa_dana in self.potret.baris["pagu"]:
            lama = self.potret.baris["pagu"].pop(tanpa_dana)
            self.keluaran.append(Perubahan("pagu", tanpa_dana, lama, None))
            beda.append(("Sumber dana", "", dana))
            milik.clear()
        elif len(milik) == 1 and (not dana or milik == {""}):
            (dana,) = milik
        milik.add(dana)
        return beda + self.ganti("pagu", (uid, tahun, tahap, dana), isi, f"Pagu {tahun}")

    def _jumlah_dana(self, uid: str, tahun: int, tahap: str) -> int:
        berlaku = (self.berlaku("pagu", (uid, tahun, tahap, d)) for d in self.dana[uid, tahun])
        return sum(isi["nilai"] or 0 for isi in berlaku if isi)

    def _klaim(self, uid: str, tahun: int, isi: Isi, sel: NilaiSel) -> list[BedaMentah]:
        kunci = (uid, tahun, self.tahap(tahun), _jenis(sel))
        kata = "indikatif" if sel.indikatif else "tertulis"
        return self.ganti("klaim", kunci, isi, f"Pagu {kata} {tahun}")


def _jenis(sel: NilaiSel) -> str:
    return INDIKATIF if sel.indikatif else KLAIM
