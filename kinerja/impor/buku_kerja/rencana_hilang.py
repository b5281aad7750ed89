"""What the workbook no longer holds: listed always, deleted only when that is what is meant."""

from __future__ import annotations

from kinerja.impor.buku_kerja.alas import Alas, Teks
from kinerja.impor.buku_kerja.bentuk import (
    ANGGARAN,
    INDIKATOR,
    NAMA_LEMBAR,
    POHON,
    TARGET,
    pecah_tahun,
)
from kinerja.impor.buku_kerja.rencana_angka import Milik, PenyusunAngka
from kinerja.impor.buku_kerja.rencana_ukuran import PenyusunUkuran
from kinerja.impor.rencana import Hilang
from kinerja.models.perubahan import Isi, Kunci, Perubahan
from kinerja.models.tabel_pohon import TABEL_INDIKATOR

BERSIMPUL = ("pagu", "klaim", "pengampu", "label", "penugasan")
KETERANGAN = (
    "kotak",
    "nama_kotak",
    "indikator",
    "nama_indikator",
    "triwulan",
    "jenis",
    "sumber_dana",
)
BERUBAH = "berubah di dokumen sesudah buku kerja diunduh"
BERANAK = "masih ada kotak lain di bawahnya"
BERISI = "masih ada indikator baru atau pindahan di bawahnya"


class PenyusunHilang:
    """``pergi`` holds the boxes and indicators that are deleted; numbers are planned after it."""

    def __init__(self, alas: Alas, ukuran: PenyusunUkuran):
        self.alas, self.potret, self.milik = alas, alas.potret, ukuran
        self.hilang: list[Hilang] = []
        self.pergi: set[str] = set()
        self.kotak: list[str] = []
        self.ukuran: list[str] = []
        self.basi = self._basi()
        dipakai = set(alas.uid.values())  # a typed row may be the box that was taken out
        self.tiada = {
            lembar: [u for u in alas.bacaan.hilang(lembar) if u not in dipakai]
            for lembar in (POHON, INDIKATOR, TARGET, ANGGARAN)
        }

    def pilih(self) -> None:
        """Decide on boxes and indicators; changes of those that go are taken back."""
        pemilik = self.milik.pemilik
        hilang = [u for u in self.tiada[POHON] if u in self.potret.simpul]
        berisi = {k for u, k in pemilik.items() if self.milik.semula_di.get(u) != k}
        for uid in reversed(hilang):  # children before parents
            self._kotak(uid, set(hilang), berisi)
        self.hilang.reverse()
        self.ukuran = [u for u, kotak in pemilik.items() if kotak in self.pergi]
        for uid in self.tiada[INDIKATOR]:
            if uid in pemilik and pemilik[uid] not in hilang:
                self._indikator(uid)
        self.pergi.update(self.ukuran)
        self.alas.keluaran[:] = [
            p for p in self.alas.keluaran if p.jenis != "indikator" or p.kunci[0] not in self.pergi
        ]

    def _kotak(self, uid: str, hilang: set[str], berisi: set[str]) -> None:
        kini, anak = self.alas.kini[POHON][uid], self.potret.anak.get(uid, ())
        alasan = ""
        if uid in self.basi:
            alasan = BERUBAH
        elif uid in berisi:
            alasan = BERISI
        elif any(a not in self.pergi for a in anak):
            beranak = any(a not in hilang for a in anak)
            alasan = BERANAK if beranak or self.alas.boleh_hapus else ""
        if not alasan and self.alas.boleh_hapus:
            self.kotak.append(uid)
            self.pergi.add(uid)
        sebutan = f"{kini['id']} {kini.get('nama') or kini.get('kinerja', '')}"
        self.hilang.append(Hilang(kini["jenjang"], sebutan, uid in self.pergi, alasan))

    def _indikator(self, uid: str) -> None:
        kini = self.alas.kini[INDIKATOR][uid]
        alasan = BERUBAH if uid in self.basi else ""
        dihapus = self.alas.boleh_hapus and not alasan
        if dihapus:
            self.ukuran.append(uid)
        self.hilang.append(Hilang("Indikator", f"{kini['id']} {kini['teks']}", dihapus, alasan))

    def _basi(self) -> set[str]:
        """Boxes and indicators that anybody touched since: own texts, or what stands on them."""
        basi: set[str] = set()
        for lembar in (ANGGARAN, TARGET, INDIKATOR, POHON):
            asal, kini = self.alas.bacaan.asal.baris.get(lembar, {}), self.alas.kini[lembar]
            for kunci in {*asal, *kini}:
                if _isi(asal.get(kunci, {})) != _isi(kini.get(kunci, {})):
                    basi.add(kunci.split("|", 1)[0])
        basi |= {kotak for u, kotak in self.milik.semula_di.items() if u in basi}
        return basi

    def angka(self, penyusun: PenyusunAngka) -> None:
        """Rows of numbers that were taken out, of boxes and indicators that stay."""
        ada = {kunci for _, kunci in penyusun.terlihat}
        # Numbers of boxes and indicators that are gone themselves are not listed again.
        terdaftar = {*self.tiada[POHON], *self.tiada[INDIKATOR], *self.pergi}
        for lembar in (TARGET, ANGGARAN):
            for kunci in self.tiada[lembar]:
                induk = kunci.split("|", 1)[0]
                kini = self.alas.kini[lembar].get(kunci, {})
                if induk not in terdaftar and kunci not in ada and _angka(kini):
                    self._baris_angka(lembar, kunci, kini, penyusun)

    def _baris_angka(self, lembar: str, kunci: str, kini: Teks, penyusun: PenyusunAngka) -> None:
        asal = self.alas.bacaan.asal.baris[lembar][kunci]
        alasan = BERUBAH if _angka(asal) != _angka(kini) else ""
        dihapus = self.alas.boleh_hapus and not alasan
        nama = kini.get("nama_indikator") or kini.get("nama_kotak", "")
        rinci = kini.get("triwulan") or f"{kini['jenis']} {kini.get('sumber_dana', '')}".strip()
        self.hilang.append(Hilang(NAMA_LEMBAR[lembar], f"{rinci}: {nama}", dihapus, alasan))
        if dihapus:
            induk, ragam, *dana = kunci.split("|", 2)
            penyusun.hapus_baris(Milik(induk, "", ragam, dana[0] if dana else ""), _angka(kini))

    def tulis(self) -> None:
        """The deletions, what hangs on something before the thing itself."""
        for jenis in TABEL_INDIKATOR:
            self._hapus_milik(jenis, set(self.ukuran))
        for jenis in BERSIMPUL:
            self._hapus_milik(jenis, set(self.kotak))
        for kunci, isi in self.potret.baris["penggantian"].items():
            if {kunci[0], kunci[1]} & set(self.kotak):
                self._buang("penggantian", kunci, isi)
        for uid in self.ukuran:
            self._buang("indikator", (uid,), self.milik.semula[uid])
        for uid in self.kotak:
            self._buang("simpul", (uid,), self.potret.simpul[uid])

    def _hapus_milik(self, jenis: str, pemilik: set[str]) -> None:
        for kunci, isi in self.potret.baris[jenis].items():
            if kunci[0] in pemilik:
                self._buang(jenis, kunci, isi)

    def _buang(self, jenis: str, kunci: Kunci, isi: Isi) -> None:
        self.alas.keluaran.append(Perubahan(jenis, kunci, dict(isi), None))


def _isi(baris: Teks) -> dict[str, str]:
    """What a row says, without what names and orders it."""
    tanpa = ("uid", "versi", "urut", "id", "induk", *KETERANGAN)
    return {k: v for k, v in baris.items() if v and k not in tanpa}


def _angka(baris: Teks) -> dict[str, str]:
    return {k: v for k, v in baris.items() if v and pecah_tahun(k)}
