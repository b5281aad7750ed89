"""Outlines with columns per level beside the names: "Indikator Program", "Target Kegiatan" …

A row prints its own level's values and may repeat those of the levels above it. The measures of
next year's estimate ("Prakiraan Maju": tolok ukur, target) are those of one of these levels.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kinerja.aturan.teks import kunci
from kinerja.impor.bacaan import IndikatorBaca, SimpulBaca
from kinerja.impor.tata_letak.isi import (
    KolomJenjang,
    kolom_jenjang,
    pecah_butir,
    potongan,
    tahun_nilai,
    tambah_indikator,
)
from kinerja.impor.tata_letak.pembacaan import Pembacaan

JENJANG = ("program", "kegiatan", "sub_kegiatan")
_PESAN_BEDA = "Target {} berbeda dari {} di {} untuk indikator yang sama; yang dipakai {}."
_PESAN_MAJU = "Tolok ukur prakiraan maju bukan indikator kotak ini; targetnya tidak dimuat."


class KolomSamping:
    """The value columns of levels that have no name column of their own."""

    def __init__(self, p: Pembacaan):
        self.p = p
        kolom = p.tabel.kolom
        sendiri = {k.jenjang for k in kolom if k.medan in ("nama", "kinerja")}
        daftar = {j: kolom_jenjang(p.tabel, j, p.tahun) for j in JENJANG if j not in sendiri}
        self.kolom = {j: k for j, k in daftar.items() if k.indikator is not None}
        self.tolok_ukur = next((k.c for k in kolom if k.maju and k.medan == "indikator"), None)
        self.ada = bool(self.kolom) or self.tolok_ukur is not None
        self.maju = [
            (tahun_nilai(k.tahun, k.maju, p.tahun), k.c)
            for k in kolom
            if k.maju and k.medan == "target" and k.jenjang is None and self.ada
        ]
        self.baris: dict[str, int] = {}

    def isi(self, s: SimpulBaca, induk: Sequence[SimpulBaca], r: int) -> None:
        """Give row ``r``'s values to its node and to the open nodes above it."""
        if not self.ada:
            return
        self.baris[s.id] = r
        for pemilik in (s, *induk):
            k = self.kolom.get(pemilik.level or "")
            if k is not None and not tambah_indikator(self.p, pemilik, k, r, baru=False):
                self._banding(pemilik, k, r)
        if self.tolok_ukur is not None:
            self._prakiraan([i for x in (s, *reversed(induk)) for i in x.indikator], r)
        elif s.level in self.kolom and s.indikator:
            self._prakiraan_sendiri(s.indikator[0], r)

    def _banding(self, s: SimpulBaca, k: KolomJenjang, r: int) -> None:
        """A target printed again for the same indicator should be the same."""
        teks = self.p.teks(r, k.indikator, "indikator")
        pertama = next((i for i in s.indikator if i.teks == teks), None)
        for tahun, c in k.target if pertama is not None else ():
            nilai = pertama.target.get(tahun) if pertama else None
            if nilai is None or not self.p.isi(r, c):
                continue
            lagi = self.p.target(r, c, pertama.satuan if pertama else "").bacaan.nilai
            lama = nilai.bacaan.nilai
            if (lagi.angka, lagi.mentah.split()) != (lama.angka, lama.mentah.split()):
                pesan = _PESAN_BEDA.format(lagi.mentah, lama.mentah, nilai.sel, nilai.sel)
                self.p.lapor("NILAI_TIDAK_WAJAR", pesan, r, c)

    def _prakiraan_sendiri(self, i: IndikatorBaca, r: int) -> None:
        """Without a measure of its own the estimate is that of the row's first indicator."""
        for tahun, c in self.maju:
            if self.p.isi(r, c):
                i.target[tahun] = self.p.target(r, c, i.satuan)

    def _prakiraan(self, indikator: Iterable[IndikatorBaca], r: int) -> None:
        """Next year's targets, by the text of their measure."""
        if not self.p.isi(r, self.tolok_ukur):
            return
        milik: dict[str, IndikatorBaca] = {}
        for i in indikator:
            milik.setdefault(kunci(i.teks), i)
        butir = pecah_butir(self.p.teks(r, self.tolok_ukur, "indikator"))
        for tahun, c in self.maju:
            for teks, potong in zip(butir, potongan(self.p, r, c, len(butir)), strict=False):
                pemilik = milik.get(kunci(teks))
                if pemilik is not None:
                    pemilik.target[tahun] = self.p.target(r, c, pemilik.satuan, potong=potong)
                elif self.p.isi(r, c):
                    self.p.lapor("NILAI_TIDAK_WAJAR", _PESAN_MAJU, r, c)

    def lapor_kosong(self, simpul: Iterable[SimpulBaca]) -> None:
        """Nodes whose indicator no row prints."""
        for s in simpul:
            k = self.kolom.get(s.level or "")
            if k is not None and not s.indikator and s.id in self.baris:
                pesan = "Indikator belum diisi."
                self.p.lapor("INDIKATOR_KOSONG", pesan, self.baris[s.id], k.indikator or 0)
