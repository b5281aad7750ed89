"""Cells of one table: read once, with every finding placed. Layouts ask here and nowhere else."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from kinerja.aturan.angka import (
    Bacaan,
    Nilai,
    baca_rupiah,
    baca_target,
    gaya_kolom,
    teks_mentah,
)
from kinerja.aturan.teks import KOSONG, SEPERTI_ATAS, kalimat_tergabung, rapikan, sudah_rapi
from kinerja.aturan.temuan import Letak, Temuan, Tingkat
from kinerja.impor.bacaan import NilaiSel
from kinerja.impor.buku import huruf_kolom
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tajuk_batas import kosong
from kinerja.pilihan import JenisNilai

BATAS_NAMA, BATAS_KALIMAT = 2000, 4000
_BERKALIMAT = ("kinerja", "indikator", "kinerja_utama", "kondisi")
_TANDA_TERPANJANG = max(map(len, KOSONG | SEPERTI_ATAS))


def _batas(medan: str) -> int:
    return BATAS_KALIMAT if medan in _BERKALIMAT else BATAS_NAMA


class Pembacaan:
    """Values and findings of a table. ``dibiarkan``: cells that the planner left unfilled."""

    def __init__(
        self, tabel: Tabel, tahun: int | None, dibiarkan: frozenset[tuple[int, int]] = frozenset()
    ):
        self.tabel = tabel
        self.tahun = tahun
        self.dibiarkan = dibiarkan
        self.temuan: list[Temuan] = []
        lembar = tabel.lembar
        self.lembar = lembar.nama
        self._baris, self._pola = lembar.baris, lembar.format
        self._huruf = [
            huruf_kolom(c) for c in range(max((k.c for k in tabel.kolom), default=0) + 1)
        ]
        self._istimewa = bool(lembar.rumus or lembar.tanpa_nilai or lembar.galat or dibiarkan)
        self._atas = _gabungan_tegak(tabel)
        self._bawah = {(r0, c0): r1 for r0, c0, r1, _ in lembar.gabungan if r1 > r0}
        self._lebar = {(r0, c0): c1 - c0 + 1 for r0, c0, _, c1 in lembar.gabungan if c1 > c0}
        self._gaya: dict[int, str | None] = {}
        self._terlapor: set[tuple[int, int]] = set()
        self._ditto: dict[tuple[int, int], int | None] = {}
        self._target: dict[tuple[object, ...], Bacaan] = {}

    def sel(self, r: int, c: int) -> str:
        """The address of a cell."""
        return f"{self._huruf[c]}{r + 1}"

    def mentah(self, r: int, c: int | None) -> object:
        baris = self._baris[r]
        return None if c is None or c >= len(baris) else baris[c]

    def isi(self, r: int, c: int | None) -> bool:
        """Something stands in the cell itself (merged cells above do not count)."""
        if c is None:
            return False
        baris = self._baris[r]
        nilai = baris[c] if c < len(baris) else None
        if nilai is None:
            return self._istimewa and (r, c) in self.tabel.lembar.tanpa_nilai
        if not isinstance(nilai, str) or (len(nilai) > _TANDA_TERPANJANG and nilai[0].isalnum()):
            return True
        return not (kosong(nilai) or nilai.strip() in KOSONG)

    def asal(self, r: int, c: int) -> int:
        """The row whose text a vertically merged cell shows; the row itself otherwise."""
        return self._atas.get((r, c), r) if self._atas else r

    def tegak(self, r: int, c: int | None) -> bool:
        """The cell is the top of a vertical merge."""
        return c is not None and self._atas.get((r + 1, c)) == r

    def bawah(self, r: int, c: int) -> int:
        """The last row that a cell is merged down to."""
        return self._bawah.get((r, c), r)

    def lebar(self, r: int, c: int) -> int:
        """How many columns the cell is merged across."""
        return self._lebar.get((r, c), 1)

    def lapor(self, kode: str, pesan: str, r: int, c: int, *, galat: bool = False) -> None:
        """Place a finding. An error of a cell that was left unfilled is decided: a warning."""
        if galat and (r, c) in self.dibiarkan:
            galat, pesan = False, pesan + _DIBIARKAN
        tingkat = Tingkat.GALAT if galat else Tingkat.PERINGATAN
        letak = Letak(lembar=self.lembar, sel=self.sel(r, c))
        self.temuan.append(Temuan(kode=kode, pesan=pesan, tingkat=tingkat, letak=letak))

    def teks(self, r: int, c: int | None, medan: str = "nama") -> str:
        """Clean text of a cell; "" for blanks and dashes. Findings are placed once per cell."""
        if c is None:
            return ""
        baris = self._baris[r]
        nilai = baris[c] if c < len(baris) else None
        if (self._istimewa and not self._periksa_rumus(r, c)) or nilai is None:
            return ""
        teks, temuan = _rapikan(nilai)
        if len(teks) <= _TANDA_TERPANJANG:
            if teks in KOSONG:
                return ""
            if teks.casefold() in SEPERTI_ATAS:
                return self._seperti_atas(r, c, medan)
        if temuan or len(teks) > BATAS_NAMA or (medan in _BERKALIMAT and kalimat_tergabung(teks)):
            self._lapor_teks(r, c, teks, temuan, medan)
        if self.dibiarkan and (r, c) in self.dibiarkan and len(teks) > _batas(medan):
            return ""
        return teks

    def _seperti_atas(self, r: int, c: int, medan: str) -> str:
        asal = self._asal_ditto(r, c)
        return "" if asal is None else self.teks(asal, c, medan)

    def _asal_ditto(self, r: int, c: int) -> int | None:
        """The row that a ditto mark repeats: the nearest one above with words of its own."""
        hasil: int | None = None
        for atas in range(r - 1, self.tabel.batas.data[0] - 1, -1):
            if (atas, c) in self._ditto:
                hasil = self._ditto[atas, c]
                break
            nilai = self.mentah(atas, c)
            ditto = isinstance(nilai, str) and rapikan(nilai)[0].casefold() in SEPERTI_ATAS
            if self.isi(atas, c) and not ditto:
                hasil = atas
                break
        self._ditto[r, c] = hasil
        return hasil

    def _lapor_teks(
        self, r: int, c: int, teks: str, temuan: tuple[Temuan, ...], medan: str
    ) -> None:
        if (r, c) in self._terlapor:
            return
        self._terlapor.add((r, c))
        letak = Letak(lembar=self.lembar, sel=self.sel(r, c))
        self.temuan.extend(replace(t, letak=letak) for t in temuan)
        batas = _batas(medan)
        if len(teks) > batas:
            pesan = f"Teks sepanjang {len(teks)} huruf, paling panjang {batas}. Ringkaslah."
            self.lapor("TEKS_TERLALU_PANJANG", pesan, r, c, galat=True)
        elif medan in _BERKALIMAT and kalimat_tergabung(teks):
            pesan = "Tampaknya dua kalimat tergabung dalam satu sel. Pisahkan bila memang dua."
            self.lapor("KALIMAT_TERGABUNG", pesan, r, c)

    def _periksa_rumus(self, r: int, c: int) -> bool:
        """Report what a formula or error cell is; False when it has no value to use."""
        lembar = self.tabel.lembar
        if (r, c) in lembar.tanpa_nilai:
            self._sekali(r, c, "RUMUS_TANPA_NILAI", _PESAN_TANPA_NILAI, galat=True)
            return False
        if galat := lembar.galat.get((r, c)):
            self._sekali(r, c, "SEL_GALAT", _PESAN_GALAT.format(galat), galat=True)
            return False
        if rumus := lembar.rumus.get((r, c)):
            kode = "RUMUS_TAUTAN_LUAR" if _tautan_luar(rumus) else "RUMUS_DIPAKAI_NILAI"
            self._sekali(r, c, kode, _PESAN_RUMUS[kode].format(rumus[:80]))
        return True

    def _sekali(self, r: int, c: int, kode: str, pesan: str, *, galat: bool = False) -> None:
        if (r, c) not in self._terlapor:
            self._terlapor.add((r, c))
            self.lapor(kode, pesan, r, c, galat=galat)

    def rupiah(self, r: int, c: int) -> NilaiSel:
        """Money at a cell. PAGU_KOSONG stays in the reading: only leaves are told of it."""
        bacaan = self._khusus(r, c) if self._istimewa else None
        if bacaan is None:
            bacaan = baca_rupiah(self.mentah(r, c), format=self._format(r, c))
        return self._catat(r, c, bacaan, kecuali="PAGU_KOSONG")

    def target(
        self, r: int, c: int, satuan: str = "", *, baseline: bool = False, potong: str | None = None
    ) -> NilaiSel:
        """A target or baseline (``potong``: one line of the cell). TARGET_KOSONG stays in the
        reading for the caller to judge.
        """
        bacaan = self._khusus(r, c) if self._istimewa else None
        if bacaan is None:
            mentah = self.mentah(r, c) if potong is None else potong
            bacaan = self._baca_target(mentah, self._format(r, c), satuan, self._gaya_kolom(c))
        if baseline and bacaan.nilai.jenis == JenisNilai.TEKS and not bacaan.galat:
            return self._baseline_kata(r, c, bacaan)
        return self._catat(r, c, bacaan, kecuali="TARGET_KOSONG")

    def _baca_target(self, mentah: object, pola: str, satuan: str, gaya: str | None) -> Bacaan:
        """Targets repeat ("100", "12"): each way of typing one is read once."""
        kunci = (type(mentah), mentah, pola, satuan, gaya)
        bacaan = self._target.get(kunci)
        if bacaan is None:
            bacaan = baca_target(mentah, format=pola, satuan=satuan, gaya=gaya)
            self._target[kunci] = bacaan
        return bacaan

    def _baseline_kata(self, r: int, c: int, bacaan: Bacaan) -> NilaiSel:
        pesan = f"Kondisi awal “{bacaan.nilai.mentah}” bukan angka; dicatat apa adanya."
        self.lapor("BASELINE_BUKAN_ANGKA", pesan, r, c)
        return NilaiSel(self.lembar, self.sel(r, c), Bacaan(bacaan.nilai))

    def _khusus(self, r: int, c: int) -> Bacaan | None:
        """Formula and error cells have no text of their own to read."""
        if self._periksa_rumus(r, c):
            return None
        lembar = self.tabel.lembar
        mentah = lembar.galat.get((r, c)) or lembar.rumus.get((r, c), "")
        return Bacaan(Nilai(mentah or "=", JenisNilai.TEKS))

    def _format(self, r: int, c: int) -> str:
        return self._pola.get((r, c), "") if self._pola else ""

    def _gaya_kolom(self, c: int) -> str | None:
        if c not in self._gaya:
            self._gaya[c] = gaya_kolom(self.mentah(r, c) for r in self.tabel.batas.data)
        return self._gaya[c]

    def _catat(self, r: int, c: int, bacaan: Bacaan, *, kecuali: str) -> NilaiSel:
        sel = self.sel(r, c)
        if bacaan.temuan and (r, c) not in self._terlapor:
            self._terlapor.add((r, c))
            letak = Letak(lembar=self.lembar, sel=sel)
            dibiarkan = (r, c) in self.dibiarkan
            for t in bacaan.temuan:
                if t.kode != kecuali:
                    self.temuan.append(replace(_turunkan(t) if dibiarkan else t, letak=letak))
        return NilaiSel(self.lembar, sel, bacaan)


_DIBIARKAN = " Dibiarkan belum diisi."
_PESAN_TANPA_NILAI = (
    "Sel berisi rumus yang hasilnya tidak tersimpan. Buka berkas di Excel, simpan ulang, atau "
    "ketik nilainya."
)
_PESAN_GALAT = "Sel berisi galat Excel {}. Perbaiki rumusnya atau ketik nilainya."
_PESAN_RUMUS = {
    "RUMUS_DIPAKAI_NILAI": "Sel berisi rumus {}; yang dipakai ialah hasil terakhirnya.",
    "RUMUS_TAUTAN_LUAR": (
        "Rumus {} mengambil nilai dari berkas lain; yang dipakai ialah hasil yang tersimpan. "
        "Periksa apakah masih benar."
    ),
}


def _turunkan(t: Temuan) -> Temuan:
    """A decided error no longer blocks, but stays visible."""
    if not t.menghalangi:
        return t
    return replace(t, tingkat=Tingkat.PERINGATAN, pesan=t.pesan + _DIBIARKAN)


def _tautan_luar(rumus: str) -> bool:
    return "[" in rumus.replace("[#", "").replace("[@", "") and "]" in rumus


def _rapikan(nilai: object) -> tuple[str, tuple[Temuan, ...]]:
    teks = nilai if isinstance(nilai, str) else _sebagai_teks(nilai)
    return (teks, ()) if sudah_rapi(teks) else rapikan(teks)


def _sebagai_teks(nilai: object) -> str:
    if isinstance(nilai, (dt.datetime, dt.date)):
        return f"{nilai.day}.{nilai.month}"  # "1.2" typed into a date-minded cell
    return teks_mentah(nilai)


def _gabungan_tegak(tabel: Tabel) -> dict[tuple[int, int], int]:
    """Cell -> top row, for vertically merged cells of loaded columns."""
    if not tabel.batas.data:
        return {}
    kolom = {k.c for k in tabel.kolom}
    awal = tabel.batas.data[0]
    return {
        (r, c0): r0
        for r0, c0, r1, _ in tabel.lembar.gabungan
        if r1 > r0 and r0 >= awal and c0 in kolom
        for r in range(r0 + 1, r1 + 1)
    }
