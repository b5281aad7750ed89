"""The numbers of a round-trip plan: start values, targets, pagu and claims, cell by cell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kinerja.aturan.jenjang import jenjang_pagu, periksa_klaim, periksa_pagu
from kinerja.impor.buku_kerja.alas import Alas
from kinerja.impor.buku_kerja.bentuk import ANGGARAN, NAMA_LEMBAR, TARGET, pecah_tahun
from kinerja.impor.buku_kerja.isi import kunci_anggaran, kunci_target
from kinerja.impor.buku_kerja.kata import PAGU, kode, sebutan
from kinerja.impor.buku_kerja.lembaran import BarisLembar
from kinerja.impor.rencana_nilai import (
    LETAK_TAHAP,
    PenyusunNilai,
    sama_nilai,
    teks_nilai,
)
from kinerja.models.pengisian import isi_rupiah
from kinerja.models.perubahan import Isi, Kunci, Perubahan
from kinerja.pilihan import JenisKlaim

KUNCI = {TARGET: ("indikator", "triwulan"), ANGGARAN: ("kotak", "jenis", "sumber_dana")}
"""Columns that say what the numbers of a row belong to."""


@dataclass(frozen=True)
class Milik:
    """What a row of numbers belongs to: an indicator in a quarter, or a box with kind and fund."""

    induk: str
    kotak: str
    ragam: str
    dana: str = ""


class PenyusunAngka(PenyusunNilai):
    """Writes to the last stage opened in each year. ``pemilik``: indicator -> box."""

    def __init__(self, alas: Alas, pemilik: dict[str, str]):
        pilihan = replace(alas.pilihan, tahap="")
        super().__init__(alas.potret, pilihan, alas.keluaran, alas.bacaan.diganti)
        self.alas, self.pemilik = alas, pemilik
        self.bekas: dict[tuple[str, int, str], Isi | None] = {}
        self.terlihat: dict[tuple[str, str], BarisLembar] = {}
        self.pergi: set[str] = set()

    def susun(self, pergi: set[str]) -> None:
        """``pergi``: boxes and indicators that are deleted; their rows say nothing."""
        self.pergi = pergi
        for lembar in (TARGET, ANGGARAN):
            for b in self.alas.bacaan.baris(lembar):
                milik = self._target(b) if lembar == TARGET else self._anggaran(b)
                if milik is not None and not self._kembar(b, milik):
                    self._baris(b, milik)

    def _target(self, b: BarisLembar) -> Milik | None:
        indikator = self.alas.rujuk(b, "indikator")
        triwulan = kode("triwulan", b.isi.get("triwulan", ""))
        if triwulan is None:
            pesan = "Masa tidak dikenal; pilih Setahun atau salah satu triwulan dari daftar."
            self.alas.tolak_baris("PILIHAN_TIDAK_DIKENAL", pesan, b, "triwulan")
        if indikator is None or triwulan is None or indikator in self.pergi:
            return None
        if indikator not in self.pemilik:
            pesan = "Tulis ID indikatornya di kolom Indikator."
            self.alas.tolak_baris("RUJUKAN_TIDAK_DIKENAL", pesan, b, "indikator")
            return None
        return Milik(indikator, self.pemilik[indikator], triwulan)

    def _anggaran(self, b: BarisLembar) -> Milik | None:
        kotak = self.alas.rujuk(b, "kotak")
        if kotak is None or kotak in self.pergi:
            return None
        if not b.isi.get("kotak"):
            pesan = "Tulis ID kotaknya di kolom Kotak, atau JUMLAH untuk seluruh dokumen."
            self.alas.tolak_baris("RUJUKAN_TIDAK_DIKENAL", pesan, b, "kotak")
            return None
        jenis = self._jenis(b, kotak)
        dana = b.isi.get("sumber_dana", "")
        if b.asal is not None and not b.diubah("sumber_dana"):
            dana = b.kunci.split("|", 2)[2]
        if jenis not in (None, PAGU) and dana:
            pesan = "Sumber dana hanya dicatat pada baris Pagu; di sini tidak dipakai."
            self.alas.lapor("SUMBER_DANA_TIDAK_DIPAKAI", pesan, b, "sumber_dana", galat=False)
            dana = ""
        return None if jenis is None else Milik(kotak, kotak, jenis, dana)

    def _jenis(self, b: BarisLembar, kotak: str) -> str | None:
        """An empty kind is pagu where money stands, else a claim."""
        teks = b.isi.get("jenis", "")
        if not teks:
            terbawah = self.potret.jenjang(kotak) == jenjang_pagu(9999)
            return PAGU if terbawah else str(JenisKlaim.PAGU)
        jenis = kode("jenis_anggaran", teks)
        if jenis is None:
            pesan = "Jenis tidak dikenal; pilih Pagu, Pagu tertulis, atau Pagu indikatif."
            self.alas.tolak_baris("PILIHAN_TIDAK_DIKENAL", pesan, b, "jenis")
        return jenis

    def _kembar(self, b: BarisLembar, milik: Milik) -> bool:
        """Two rows for the same numbers: the same text passes, another one is to be decided."""
        asli = self.terlihat.setdefault((b.lembar, kunci_baris(b.lembar, milik)), b)
        if asli is b:
            return False
        for k in self._kolom(b):
            if b.isi.get(k, "") not in ("", asli.isi.get(k, "")):
                pesan = (
                    f"Baris {asli.nomor} lembar {NAMA_LEMBAR[b.lembar]} sudah berisi angka untuk "
                    "hal yang sama; hapus salah satunya."
                )
                self.alas.tolak_baris("BARIS_GANDA", pesan, b, k)
                break
        return True

    def _kolom(self, b: BarisLembar) -> list[str]:
        return [k for k in self.alas.bacaan.lembar[b.lembar].kolom if pecah_tahun(k)]

    def _baris(self, b: BarisLembar, milik: Milik) -> None:
        kini = self.alas.kini[b.lembar].get(kunci_baris(b.lembar, milik), {})
        semula = self.alas.semula(b)
        if semula is not None and b.kunci != kunci_baris(b.lembar, milik):
            if not self._lepaskan(b, milik):
                return
            semula = None
        tak_pasti = semula is None and b.asal is None and b.kunci in self.alas.kini[b.lembar]
        basi = []
        for k in self._kolom(b):
            isi, lama, di_dokumen = b.isi.get(k, ""), (semula or {}).get(k, ""), kini.get(k, "")
            meleset = tak_pasti or (semula is not None and lama != di_dokumen)
            if meleset and isi != di_dokumen:
                basi.append(k)
            elif isi != lama:
                self._sel(b, milik, k)
        if basi:
            self.alas.lapor_basi(b, basi)

    def _lepaskan(self, b: BarisLembar, milik: Milik) -> bool:
        """The row now belongs to something else: what stood under its old key goes with it."""
        induk, ragam, *dana = b.kunci.split("|", 2)
        lama = Milik(induk, milik.kotak, ragam, dana[0] if dana else "")
        kolom = [k for k in self._kolom(b) if self._berlaku(lama, k) is not None]
        if di_dokumen := self.alas.berubah_di_dokumen(b):
            self.alas.lapor_basi(b, di_dokumen)
            return False
        satu = self.alas.bacaan.lembar[b.lembar].kolom
        for k in KUNCI[b.lembar]:
            if b.diubah(k):
                nilai = ((b.asal or {}).get(k, ""), b.isi.get(k, ""))
                tertahan = not self.alas.boleh_ubah
                self.alas.catat(milik.kotak, satu[k][1].judul, *nilai, tertahan=tertahan)
        if not self.alas.boleh_ubah or not all(self._dapat_dikosongkan(b, lama, k) for k in kolom):
            return False
        for k in kolom:
            self.bekas[b.lembar, b.r, k] = self._berlaku(lama, k)
            self._hapus(jenis_tabel(lama, k), self._kunci(lama, k))
        return True

    def hapus_baris(self, milik: Milik, kolom: Iterable[str]) -> None:
        """Take away a row's numbers of the stage that is written to."""
        for k in kolom:
            jenis, kunci = jenis_tabel(milik, k), self._kunci(milik, k)
            if kunci in self.potret.baris[jenis]:
                self._hapus(jenis, kunci)

    def _berlaku(self, milik: Milik, kolom: str) -> Isi | None:
        return self.berlaku(jenis_tabel(milik, kolom), self._kunci(milik, kolom))

    def _sel(self, b: BarisLembar, milik: Milik, kolom: str) -> None:
        isi, berlaku = self._isi(b, kolom), self._berlaku(milik, kolom)
        if isi is None and berlaku is None:
            return
        if isi is not None and berlaku is not None and sama_nilai(berlaku, isi):
            return
        tertahan = berlaku is not None and not self.alas.boleh_ubah
        if not self._boleh(b, milik, kolom, isi):
            return
        jenis, kunci = jenis_tabel(milik, kolom), self._kunci(milik, kolom)
        if not tertahan and isi is None:
            self._hapus(jenis, kunci)
        elif not tertahan and isi is not None:
            self.ganti(jenis, kunci, isi, "")
        nama = self._nama(milik, kolom)
        self.alas.catat(milik.kotak, nama, teks_nilai(berlaku), teks_nilai(isi), tertahan=tertahan)

    def _isi(self, b: BarisLembar, kolom: str) -> Isi | None:
        """What a cell says; an unchanged one of a row with a new key keeps what it was read as."""
        terbaca = self.alas.bacaan.nilai.get((b.lembar, b.r, kolom))
        if terbaca is None:
            return self.bekas.get((b.lembar, b.r, kolom))
        if b.lembar == TARGET:
            return self.isi(terbaca)
        return self.dengan_asal(terbaca, isi_rupiah(terbaca.bacaan.nilai))

    def _boleh(self, b: BarisLembar, milik: Milik, kolom: str, isi: Isi | None) -> bool:
        if isi is None:
            return self._dapat_dikosongkan(b, milik, kolom)
        return self._boleh_di_sini(b, milik, kolom)

    def _boleh_di_sini(self, b: BarisLembar, milik: Milik, kolom: str) -> bool:
        if b.lembar == TARGET:
            return True
        jenjang, tahun = self.potret.jenjang(milik.kotak), _tahun(kolom)
        if milik.ragam == PAGU:
            salah = periksa_pagu(jenjang, tahun)
        else:
            salah = periksa_klaim(jenjang, tahun, milik.ragam)
        for t in salah:
            self.alas.lapor(t.kode, t.pesan, b, kolom)
        return not salah

    def _dapat_dikosongkan(self, b: BarisLembar, milik: Milik, kolom: str) -> bool:
        """A number of an earlier stage stays in force: an empty cell cannot take it away."""
        jenis, kunci = jenis_tabel(milik, kolom), self._kunci(milik, kolom)
        if jenis not in LETAK_TAHAP:
            return True
        baris, letak = self.potret.baris[jenis], LETAK_TAHAP[jenis]
        for tahap in self.potret.sampai(int(kunci[1]), str(kunci[letak])):
            lain = (*kunci[:letak], tahap, *kunci[letak + 1 :])
            if lain != kunci and lain in baris:
                pesan = (
                    f"Angka ini berasal dari tahap {tahap} dan tetap berlaku; tidak dapat "
                    "dikosongkan pada tahap sesudahnya. Tulis angka yang baru."
                )
                self.alas.lapor("NILAI_TAHAP_LAMA", pesan, b, kolom, galat=False)
                return False
        return True

    def _hapus(self, jenis: str, kunci: Kunci) -> None:
        lama = self.potret.baris[jenis].pop(kunci)
        self.keluaran.append(Perubahan(jenis, kunci, lama, None))

    def _kunci(self, milik: Milik, kolom: str) -> Kunci:
        tahun = _tahun(kolom)
        match jenis_tabel(milik, kolom):
            case "baseline":
                return (milik.induk, tahun)
            case "target":
                return (milik.induk, tahun, int(milik.ragam), self.tahap(tahun))
            case "pagu":
                return (milik.induk, tahun, self.tahap(tahun), milik.dana)
        return (milik.induk, tahun, self.tahap(tahun), milik.ragam)

    def _nama(self, milik: Milik, kolom: str) -> str:
        """What a number is called in the preview."""
        tahun = _tahun(kolom)
        match jenis_tabel(milik, kolom):
            case "baseline":
                return f"Kondisi awal {tahun}"
            case "target":
                masa = sebutan("triwulan", milik.ragam)
                return f"Target {tahun}" if milik.ragam == "0" else f"Target {tahun} {masa}"
        dana = f" ({milik.dana})" if milik.dana else ""
        return f"{sebutan('jenis_anggaran', milik.ragam)} {tahun}{dana}"


def kunci_baris(lembar: str, milik: Milik) -> str:
    """The hidden key that a row of these numbers has."""
    if lembar == TARGET:
        return kunci_target(milik.induk, int(milik.ragam))
    return kunci_anggaran(milik.induk, milik.ragam, milik.dana)


def jenis_tabel(milik: Milik, kolom: str) -> str:
    """The table that a year column of a row writes to."""
    jenis = kolom.partition("_")[0]
    if jenis != "nilai":
        return jenis
    return "pagu" if milik.ragam == PAGU else "klaim"


def _tahun(kolom: str) -> int:
    return int(kolom.rpartition("_")[2])
