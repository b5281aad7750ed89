"""What all parts of a round-trip plan share: the three texts of a cell, who is stale, what is told.

A cell has three texts: as it was given out (``asal``), as it came back (``isi``), as the document
has it now (``kini``). Only where the first two differ did the planner do something; only where the
first and the last agree may it be written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kinerja.aturan.temuan import Temuan
from kinerja.impor.buku_kerja.baca import RUJUKAN, BukuKerja, nama_baris
from kinerja.impor.buku_kerja.bentuk import INDIKATOR, ISIAN, JUMLAH, POHON
from kinerja.impor.buku_kerja.isi import susun_isi
from kinerja.impor.buku_kerja.lembaran import BarisLembar
from kinerja.impor.potret import Potret
from kinerja.impor.rencana import Beda
from kinerja.impor.rencana_simpul import RuangUid
from kinerja.models.perubahan import Perubahan
from kinerja.pilihan import MaksudImpor

if TYPE_CHECKING:
    from kinerja.impor.rencana import PilihanRencana

KOSONG = "(kosong)"
Teks = Mapping[str, str]


class Alas:
    """``uid`` gives the key in the document of a row by its name; ``lewat`` holds rows that are not
    written; ``beda`` and ``tertahan`` what differs, by box: written, and not meant to be.
    """

    def __init__(self, bacaan: BukuKerja, potret: Potret, pilihan: PilihanRencana):
        self.bacaan, self.potret, self.pilihan = bacaan, potret, pilihan
        self.kini = susun_isi(potret).lembar
        self.id_kini = {
            jenis: {isi["id"]: uid for uid, isi in self.kini[jenis].items()}
            for jenis in (POHON, INDIKATOR)
        }
        self.id_asal = {
            jenis: {isi.get("id", ""): uid for uid, isi in bacaan.asal.baris.get(jenis, {}).items()}
            for jenis in (POHON, INDIKATOR)
        }
        self.ruang = RuangUid(pilihan.benih)
        self.keluaran: list[Perubahan] = []
        self.temuan: list[Temuan] = []
        self.uid: dict[str, str] = {JUMLAH: potret.akar, "": potret.akar}
        self.lewat: set[str] = set()
        self.basi: set[str] = set()
        self.beda: dict[str, list[Beda]] = defaultdict(list)
        self.tertahan: dict[str, list[Beda]] = defaultdict(list)

    @property
    def serumah(self) -> bool:
        """Was the workbook given out by this very document?"""
        return self.bacaan.asal.akar == self.potret.akar

    @property
    def boleh_ubah(self) -> bool:
        return self.pilihan.maksud != MaksudImpor.TAMBAH

    @property
    def boleh_hapus(self) -> bool:
        return self.pilihan.maksud == MaksudImpor.SAMAKAN

    def rujuk(self, b: BarisLembar, kolom: str) -> str | None:
        """The uid that a reference of a row means; None when it leads nowhere."""
        nama = self.bacaan.rujuk.get((b.lembar, b.r, kolom))
        if nama is None or nama in self.lewat:
            return None
        return self.uid.get(nama, nama if nama in self.potret.versi_baris else None)

    def semula(self, b: BarisLembar) -> Teks | None:
        """What a row that is still in the document said when it was given out.

        Without the hidden sheet a row of the same version said what the document says.
        """
        kini = self.kini[b.lembar].get(b.kunci)
        if kini is None or b.asal is not None:
            return None if kini is None else b.asal
        return kini if kini["versi"] == b.isi.get("versi", "") else None

    def diubah(self, b: BarisLembar, semula: Teks | None) -> list[str]:
        """Columns that the planner changed. A row without a past changes what it fills."""
        kolom = [k for k, (_, kolom) in self.bacaan.lembar[b.lembar].kolom.items()
                 if kolom.sifat == ISIAN]  # fmt: skip
        if semula is None:
            return [k for k in kolom if b.isi.get(k)]
        return [k for k in kolom if b.isi.get(k, "") != semula.get(k, "")]

    def berubah_di_dokumen(self, b: BarisLembar) -> list[str]:
        """Columns that the document has changed since the row was given out."""
        kini = self.kini[b.lembar].get(b.kunci)
        if kini is None:
            return []
        if b.asal is None:
            basi = kini["versi"] != b.isi.get("versi", "")
            return [k for k in self.diubah(b, kini) if basi]
        asal, rujukan = b.asal, RUJUKAN[b.lembar]
        hasil = []
        for kunci, (_, kolom) in self.bacaan.lembar[b.lembar].kolom.items():
            if kolom.sifat != ISIAN:
                continue
            lama, baru = asal.get(kunci, ""), kini.get(kunci, "")
            if kunci in rujukan:
                lama = self.id_asal[rujukan[kunci]].get(lama, lama)
                baru = self.id_kini[rujukan[kunci]].get(baru, baru)
            if lama != baru:
                hasil.append(kunci)
        return hasil

    def lapor_basi(self, b: BarisLembar, di_dokumen: Iterable[str]) -> None:
        """Somebody else changed the row: both values, and nothing of it is written."""
        satu, kini = self.bacaan.lembar[b.lembar], self.kini[b.lembar][b.kunci]
        diubah = self.diubah(b, self.semula(b) or kini)
        kolom = list(dict.fromkeys([*diubah, *di_dokumen]))
        nilai = "; ".join(
            f"{satu.kolom[k][1].judul}: buku kerja “{_pendek(b.isi.get(k, ''))}”, dokumen kini "
            f"“{_pendek(kini.get(k, ''))}”"
            for k in kolom[:4]
        )
        awal = (
            "Baris ini Anda ubah, tetapi sudah diubah juga di dokumen; tidak ditulis"
            if diubah
            else "Sudah diubah di dokumen sesudah buku kerja diunduh; dokumen tetap seperti adanya"
        )
        self.lapor("BARIS_BASI", f"{awal}. {nilai}.", b, kolom[0], galat=False)

    def lapor(
        self, kode: str, pesan: str, b: BarisLembar, kolom: str, *, galat: bool = True
    ) -> None:
        satu = self.bacaan.lembar[b.lembar]
        self.temuan.append(satu.temuan(kode, pesan, b, kolom, galat=galat))

    def tolak_baris(self, kode: str, pesan: str, b: BarisLembar, kolom: str) -> None:
        """An error after which nothing of the row is planned."""
        self.lapor(kode, pesan, b, kolom)
        self.lewat.add(nama_baris(b))

    def catat(self, kotak: str, medan: str, lama: str, baru: str, *, tertahan: bool) -> None:
        """One difference for the preview."""
        tempat = self.tertahan if tertahan else self.beda
        tempat[kotak].append(Beda(medan, lama, baru or KOSONG))

    def ubah(self, jenis: str, uid: str, lama: dict[str, Any], baru: dict[str, Any]) -> None:
        self.keluaran.append(Perubahan(jenis, (uid,), lama, baru))


def _pendek(teks: str) -> str:
    rapat = " ".join(teks.split())
    return rapat if len(rapat) <= 60 else f"{rapat[:57]}…"
