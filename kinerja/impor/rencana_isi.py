"""The indicators of a plan with their targets and start values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kinerja.aturan.teks import kunci
from kinerja.impor.pencocokan import BarisBuku
from kinerja.impor.potret import Potret
from kinerja.impor.rencana_nilai import PenyusunNilai
from kinerja.impor.rencana_simpul import BedaMentah, RuangUid
from kinerja.models.perubahan import Isi, Perubahan
from kinerja.pilihan import JenisNilai, Triwulan

if TYPE_CHECKING:
    from kinerja.impor.bacaan import IndikatorBaca
    from kinerja.impor.rencana import PilihanRencana

NAMA_MEDAN = {
    "teks": "Indikator",
    "satuan": "Satuan",
    "formulasi": "Formulasi",
    "keterangan": "Keterangan",
    "nomor": "Nomor indikator",
    "definisi": "Definisi operasional",
    "sumber_data": "Sumber data",
    "penanggung_jawab": "Penanggung jawab",
    "utama": "Indikator kinerja utama",
}

SETAHUN, ANGKA = int(Triwulan.SETAHUN), str(JenisNilai.ANGKA)
BERPOLA = frozenset({JenisNilai.RENTANG, JenisNilai.PREDIKAT})


class PenyusunIndikator(PenyusunNilai):
    """Pairs what a row measures with what its box already has."""

    def __init__(
        self,
        potret: Potret,
        pilihan: PilihanRencana,
        keluaran: list[Perubahan],
        asal: Mapping[str, str],
    ):
        super().__init__(potret, pilihan, keluaran, asal)
        self.ruang = RuangUid(pilihan.benih)
        self.uid: dict[tuple[str, int], str] = {}
        """Indicators by row id and place in the row, for the rows below that serve them."""

    def tulis(self, b: BarisBuku, simpul: str) -> list[BedaMentah]:
        """Plan the indicators of one row; answers what differs, for the preview."""
        ada = self.potret.indikator.get(simpul, [])
        pasangan = (
            menurut_uid(b, ada)
            if b.uid
            else pasangkan([i.teks for i in b.simpul.indikator], [i["teks"] for _, i in ada])
        )
        urutan = max((i["urutan"] for _, i in ada), default=0)
        beda: list[BedaMentah] = []
        ket = str(b.simpul.lain.get("ket") or "")
        for nomor, dari in enumerate(b.simpul.indikator):
            letak = pasangan.get(nomor)
            if letak is not None:
                self.uid[b.simpul.id, nomor] = ada[letak][0]
                beda += self._ubah(b, dari, *ada[letak], ket if nomor == 0 else "")
            elif dari.teks:
                urutan += 1
                self._buat(b, simpul, nomor, urutan, ket if nomor == 0 else "")
                beda.append(("Indikator", "", dari.teks))
        return beda

    def tulis_baru(self, b: BarisBuku, simpul: str) -> None:
        """The indicators of a box that the plan makes."""
        urutan, ket = 0, str(b.simpul.lain.get("ket") or "")
        for nomor, dari in enumerate(b.simpul.indikator):
            if dari.teks:
                urutan += 1
                self._buat(b, simpul, nomor, urutan, ket if nomor == 0 else "")

    def _buat(self, b: BarisBuku, simpul: str, nomor: int, urutan: int, ket: str) -> None:
        dari = b.simpul.indikator[nomor]
        uid = self.uid[b.simpul.id, nomor] = self.ruang.uid(f"{b.simpul.id}|{nomor}")
        isi = {"simpul": simpul, "urutan": urutan, "jenis_nilai": _jenis(dari)}
        isi |= isi_indikator(dari, ket)
        self.keluaran.append(Perubahan("indikator", (uid,), None, isi))
        for teks, sel in dari.baseline.items():
            if (awal := self.isi(sel)) and teks.isdigit():
                self.buat("baseline", (uid, int(teks)), awal)
        for teks, sel in dari.target.items():
            nilai, tahun = self.isi(sel), self.tahun(teks, b.tahun)
            if nilai and tahun is not None:
                self.buat("target", (uid, tahun, SETAHUN, self.tahap(tahun)), nilai)

    def _ubah(
        self, b: BarisBuku, dari: IndikatorBaca, uid: str, kini: Isi, ket: str
    ) -> list[BedaMentah]:
        baru = {m: v for m, v in isi_indikator(dari, ket).items() if kini.get(m) != v}
        beda = [(NAMA_MEDAN[m], _teks(kini.get(m)), _teks(v)) for m, v in baru.items()]
        if baru:
            lama = {m: kini.get(m) for m in baru}
            self.keluaran.append(Perubahan("indikator", (uid,), lama, baru))
        return beda + self._nilai(b, uid, dari)

    def _nilai(self, b: BarisBuku, uid: str, dari: IndikatorBaca) -> list[BedaMentah]:
        beda: list[BedaMentah] = []
        for teks, sel in dari.baseline.items():
            isi = self.isi(sel)
            if isi and teks.isdigit():
                beda += self.ganti("baseline", (uid, int(teks)), isi, f"Kondisi awal {teks}")
        for teks, sel in dari.target.items():
            isi, tahun = self.isi(sel), self.tahun(teks, b.tahun)
            if isi and tahun is not None:
                kunci_baris = (uid, tahun, SETAHUN, self.tahap(tahun))
                beda += self.ganti("target", kunci_baris, isi, f"Target {tahun}")
        return beda


def menurut_uid(b: BarisBuku, ada: Sequence[tuple[str, Isi]]) -> dict[int, int]:
    """Positions that belong together where it is known which indicator each one is."""
    letak = {uid: i for i, (uid, _) in enumerate(ada)}
    milik = enumerate(i.uid for i in b.simpul.indikator)
    return {nomor: letak[uid] for nomor, uid in milik if uid in letak}


def pasangkan(baru: Sequence[str], lama: Sequence[str]) -> dict[int, int]:
    """Positions that belong together: the same text first, then the same place."""
    hasil: dict[int, int] = {}
    if not lama:
        return hasil
    bebas = {i: kunci(teks) for i, teks in enumerate(lama)}
    for nomor, teks in enumerate(baru):
        sama = [i for i, k in bebas.items() if teks and k == kunci(teks)]
        if sama:
            hasil[nomor] = sama[0]
            del bebas[sama[0]]
    for nomor in range(len(baru)):
        if nomor not in hasil and nomor in bebas:
            hasil[nomor] = nomor
            del bebas[nomor]
    return hasil


def isi_indikator(dari: IndikatorBaca, ket: str = "") -> Isi:
    """The columns an indicator of the workbook fills. Empty cells say nothing."""
    isi: Isi = {}
    for medan, nilai in (
        ("teks", dari.teks),
        ("satuan", dari.satuan),
        ("formulasi", list(dari.formulasi)),
        ("keterangan", ket),
        ("nomor", dari.nomor),
    ):
        if nilai:
            isi[medan] = nilai
    return isi | dari.lain if dari.lain else isi


def _jenis(dari: IndikatorBaca) -> str:
    """What kind of value the indicator takes, learned from its first readable target."""
    for sel in dari.target.values():
        if sel.bacaan.nilai.jenis in BERPOLA:
            return str(sel.bacaan.nilai.jenis)
    return ANGKA


def _teks(nilai: Any) -> str:
    if isinstance(nilai, bool):
        return "ya" if nilai else ""
    return "; ".join(nilai) if isinstance(nilai, list) else str(nilai or "")
