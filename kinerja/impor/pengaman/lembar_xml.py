"""One streaming pass over a sheet: limits, and what the value reader does not tell.

Positions are 0-based (row, column). The handlers run for every cell of the workbook: they look
at as little as possible and work out a cell's place only when something about it is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .alamat_xml import (
    KOLOM_TERBANYAK,
    huruf_berikut,
    nomor_baris,
    nomor_kolom,
    rentang,
    urai_alamat,
)
from .batas import Batas, LembarTerlaluLuas, angka
from .gaya import Gaya
from .telaah import Letak, Telaah, cuplik_rumus
from .xml_aman import Atribut, benar, lokal, pengurai, urai

_ANGKA = "0123456789"
_TEKS = ("s", "inlineStr", "str")
BARIS_RUPA = 3_000  # rows whose looks are kept: larger outlines have numbers or codes


class _Tugas(dict[str, Callable[[Atribut], object]]):
    """Element name as written -> handler; names with a prefix are looked up once."""

    def __missing__(self, nama: str) -> Callable[[Atribut], object]:
        tugas = self.get(lokal(nama), bool)  # bool: a cheap way to do nothing
        if len(self) < 1000:
            self[nama] = tugas
        return tugas


class PemindaiLembar:
    """``pindai`` fills ``telaah``; a sheet beyond the limits is left at once."""

    def __init__(self, telaah: Telaah, gaya: Gaya, batas: Batas):
        self.telaah = telaah
        self._gaya = gaya
        self._istimewa = gaya.istimewa | gaya.rupa.keys()
        self._batas = batas
        self._baris = -1
        self._teks_baris = "0"
        self._huruf = ""
        self._gaya_sel: str | None = None
        self._jenis_sel: str | None = None
        self._terisi = self._terisi_dihitung = 0
        self._huruf_terisi: set[str] = set()
        self._rumus_menunggu: Letak | None = None
        self._rumus_bersama: dict[str, Letak] = {}
        self._pengikut: list[tuple[Letak, str]] = []
        self._kolom_sembunyi: list[tuple[int, int]] = []
        self._luas = 0
        self._teks: list[str] = []
        self._pakai_teks: Callable[[str], object] = len
        self._tugas = _Tugas(
            row=self._pada_baris,
            c=self._pada_sel,
            v=self._pada_nilai,
            f=self._pada_rumus,
            col=self._pada_kolom,
            mergeCell=self._pada_gabungan,
        )
        self._tugas["is"] = self._pada_nilai
        self._tugas["extLst"] = self._pada_lampiran
        self._mulai = self._penerima()
        self._parser = pengurai(self._mulai)

    def pindai(self, potongan: Iterable[bytes]) -> None:
        try:
            urai(self._parser, potongan, self._batas)
            if self._parser.CharacterDataHandler is not None:
                self._tutup_teks()
            self._tutup_baris()
            self._selesaikan()
        except LembarTerlaluLuas as luas:
            self.telaah.terlalu_luas = str(luas)

    def _penerima(self) -> Callable[[str, Atribut], None]:
        tugas = self._tugas

        def mulai(nama: str, atribut: Atribut) -> None:
            tugas[nama](atribut)

        return mulai

    # rows and cells

    def _pada_baris(self, atribut: Atribut) -> None:
        self._tutup_baris()
        nomor = atribut.get("r")
        self._ke_baris(self._baris + 1 if nomor is None else nomor_baris(nomor))
        self._huruf = ""
        if "hidden" in atribut or "ht" in atribut:
            self._baris_mungkin_sembunyi(atribut)

    def _baris_mungkin_sembunyi(self, atribut: Atribut) -> None:
        tinggi_nol = atribut.get("ht") in ("0", "0.0")
        if (benar(atribut.get("hidden")) or tinggi_nol) and self._baris < self._batas.baris:
            self.telaah.baris_tersembunyi.add(self._baris)

    def _ke_baris(self, baris: int) -> None:
        self._baris = baris
        self._teks_baris = str(baris + 1)

    def _tutup_baris(self) -> None:
        if self._rumus_menunggu is not None:
            self._tutup_rumus()
        if self._terisi == self._terisi_dihitung:
            return
        self._terisi_dihitung = self._terisi
        if self._baris > self.telaah.baris_akhir:
            self.telaah.baris_akhir = self._baris
        if self._baris >= self._batas.baris:
            raise LembarTerlaluLuas(f"lebih dari {angka(self._batas.baris)} baris")
        if self._terisi > self._batas.sel_terisi:
            raise LembarTerlaluLuas(f"lebih dari {angka(self._batas.sel_terisi)} sel terisi")

    def _pada_sel(self, atribut: Atribut) -> None:
        if self._rumus_menunggu is not None:
            self._tutup_rumus()
        alamat = atribut.get("r")
        if alamat is None:
            self._huruf = huruf_berikut(self._huruf)
        else:
            huruf = alamat.rstrip(_ANGKA)
            if huruf + self._teks_baris != alamat or not huruf:
                self._di_baris_lain(alamat)
            self._huruf = huruf
        self._gaya_sel = atribut.get("s")
        self._jenis_sel = atribut.get("t")

    def _di_baris_lain(self, alamat: str) -> None:
        """A cell that says it stands in another row than the one it is written in."""
        self._tutup_baris()
        self._ke_baris(urai_alamat(alamat)[0])

    def _letak(self) -> Letak:
        return self._baris, nomor_kolom(self._huruf)

    def _isi(self) -> None:
        self._terisi += 1
        if self._huruf not in self._huruf_terisi:
            self._kolom_baru(self._huruf)
        if self._gaya_sel in self._istimewa:
            self._catat_gaya(self._gaya_sel or "")

    def _kolom_baru(self, huruf: str) -> None:
        if not huruf:  # not inside a cell
            self._terisi -= 1
            return
        kolom = nomor_kolom(huruf)
        if kolom >= self._batas.kolom:
            raise LembarTerlaluLuas(f"lebih dari {angka(self._batas.kolom)} kolom")
        self._huruf_terisi.add(huruf)
        self.telaah.kolom_akhir = max(self.telaah.kolom_akhir, kolom)

    def _catat_gaya(self, gaya: str) -> None:
        letak = self._letak()
        if self._baris >= BARIS_RUPA:
            self._istimewa = self._gaya.istimewa
        elif gaya in self._gaya.rupa and self._jenis_sel in _TEKS:
            self.telaah.rupa[letak] = self._gaya.rupa[gaya]
        if gaya in self._gaya.format:
            self.telaah.format[letak] = self._gaya.format[gaya]
        if gaya in self._gaya.indentasi:
            self.telaah.indentasi[letak] = self._gaya.indentasi[gaya]
        if gaya in self._gaya.coret:
            self.telaah.dicoret.add(letak)

    # values and formulas

    def _pada_nilai(self, _: Atribut) -> None:
        if self._rumus_menunggu is not None:
            self._tangkap(self._simpan_nilai_rumus)
            return
        self._isi()
        if self._jenis_sel == "e" and self._huruf:
            self._tangkap(self._simpan_galat)

    def _pada_rumus(self, atribut: Atribut) -> None:
        if not self._huruf:
            return
        self._rumus_menunggu = self._letak()
        self._isi()
        nomor = atribut.get("si")
        if nomor is not None and "ref" not in atribut:
            self._pengikut.append((self._rumus_menunggu, nomor))
        elif nomor is not None:
            self._rumus_bersama[nomor] = self._rumus_menunggu
        self._tangkap(self._simpan_rumus)

    def _pada_lampiran(self, _: Atribut) -> None:
        """Extensions have <f> elements of their own; the next cell or row starts anew."""
        self._tutup_baris()
        self._huruf = ""
        self._gaya_sel = None

    def _tangkap(self, pakai: Callable[[str], object]) -> None:
        """Collect the text up to the next start tag and hand it to ``pakai``."""
        self._teks = []
        self._pakai_teks = pakai
        self._parser.CharacterDataHandler = self._teks.append
        self._parser.EndElementHandler = self._akhiri
        self._parser.StartElementHandler = self._mulai_sesudah_teks

    def _akhiri(self, _nama: str) -> None:
        self._tutup_teks()

    def _mulai_sesudah_teks(self, nama: str, atribut: Atribut) -> None:
        self._tutup_teks()
        self._tugas[nama](atribut)

    def _tutup_teks(self) -> None:
        self._parser.CharacterDataHandler = None
        self._parser.EndElementHandler = None
        self._parser.StartElementHandler = self._mulai
        self._pakai_teks("".join(self._teks))

    def _simpan_rumus(self, teks: str) -> None:
        if self._rumus_menunggu is not None:
            self.telaah.rumus[self._rumus_menunggu] = cuplik_rumus(teks)

    def _simpan_nilai_rumus(self, teks: str) -> None:
        letak, self._rumus_menunggu = self._rumus_menunggu, None
        if letak is None:
            return
        if self._jenis_sel == "e":
            self.telaah.galat[letak] = teks
        elif not teks and self._jenis_sel != "str":
            self.telaah.tanpa_nilai.add(letak)

    def _simpan_galat(self, teks: str) -> None:
        self.telaah.galat[self._letak()] = teks

    def _tutup_rumus(self) -> None:
        """A formula whose cell ends without a value."""
        if self._rumus_menunggu is not None:
            self.telaah.tanpa_nilai.add(self._rumus_menunggu)
            self._rumus_menunggu = None

    # columns and merges

    def _pada_kolom(self, atribut: Atribut) -> None:
        lebar_nol = atribut.get("width") in ("0", "0.0")
        if benar(atribut.get("hidden")) or lebar_nol:
            awal = nomor_baris(atribut.get("min", ""))
            akhir = nomor_baris(atribut.get("max", ""))
            if len(self._kolom_sembunyi) < KOLOM_TERBANYAK:
                self._kolom_sembunyi.append((awal, akhir))

    def _pada_gabungan(self, atribut: Atribut) -> None:
        gabungan = rentang(atribut.get("ref", ""))
        luas = (gabungan[2] - gabungan[0] + 1) * (gabungan[3] - gabungan[1] + 1)
        self._luas += luas
        self.telaah.gabungan.append(gabungan)
        if luas > self._batas.luas_gabungan or self._luas > self._batas.luas_gabungan_lembar:
            raise LembarTerlaluLuas("sel gabungannya terlalu luas")
        if len(self.telaah.gabungan) > self._batas.gabungan:
            raise LembarTerlaluLuas(f"lebih dari {angka(self._batas.gabungan)} sel gabungan")

    def _selesaikan(self) -> None:
        telaah = self.telaah
        telaah.terisi = self._terisi
        if (telaah.baris_akhir + 1) * (telaah.kolom_akhir + 1) > self._batas.bidang:
            raise LembarTerlaluLuas("bidang terisinya terlalu luas")
        for letak, nomor in self._pengikut:
            telaah.rumus[letak] = telaah.rumus.get(self._rumus_bersama.get(nomor, letak), "")
        telaah.baris_tersembunyi = {b for b in telaah.baris_tersembunyi if b <= telaah.baris_akhir}
        for awal, akhir in self._kolom_sembunyi:
            telaah.kolom_tersembunyi.update(range(awal, min(akhir, telaah.kolom_akhir) + 1))
