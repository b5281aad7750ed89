"""Which rows below a head are its data: not the column numbers, spacers, totals, a head printed
again on the next page, notes, or the place where somebody signs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kinerja.aturan.teks import rapikan
from kinerja.impor.tajuk_kolom import Kolom
from kinerja.impor.unit_tertulis import kepala_unit

Baris = Sequence[object]
JAUH_CATATAN = 20  # rows that notes may take before the table goes on
JAUH_JUDUL = 12  # rows above the head that its title may take
JUDUL_BERUNTUN = 50  # heads with nothing between them: no table goes on below
KOSONG_TERPANJANG = 8  # so many blank rows end a table unless full rows follow
_PUTIH = " \t\r\n\xa0\u200b\ufeff"
_NOMOR_KOLOM = re.compile(r"\(?\s*(\d{1,2}|[a-z])\s*(?:=[\d\s+x*/:()\-]+)?\)?", re.IGNORECASE)
_JUMLAH = re.compile(
    r"(?:grand|sub)?[\s-]*(?:jumlah|total)(?:\s+(?:total|jumlah|seluruh\w*|keseluruhan|anggaran|pagu"
    r"|indikatif|belanja|dana|biaya|umum|besar|program|kegiatan|dan|renja|\d{4}|[ivx]+|\d{1,2}"
    r"|[a-z]|\(?rp\.?\)?|[+/&]))*\s*[:.=]?",
    re.IGNORECASE,
)
_AWAL_JUMLAH = ("jumlah", "total", "grand", "sub", "j u m", "t o t")
_BULAN = (
    "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
    "|nopember|pebruari"
)
_TTD = re.compile(
    rf"\bnip\b[\s.:]*[\d.\u2026_ ]*|mengetahui\b.*|menyetujui\b.*|disetujui\b.*|ditetapkan di\b.*"
    rf"|(?:a\.?n\.?|u\.?b\.?|plt\.?|plh\.?|pj\.?|pjs\.?)\s+\w.*"
    rf"|(?:pada tanggal|tanggal)\b.*|.{{0,40}}[,.]\s*\d{{0,2}}[\s.\u2026_]*(?:{_BULAN})"
    rf"[\s.\u2026_]*(?:\d{{4}})?|[.\u2026_ ]{{4,}},?.{{0,40}}\d{{4}}"
    r"|.{0,30},\s*[.\u2026_ ]{3,}.*"
    r"|\(\s*[.\u2026_ ]{4,}\s*\)|[.\u2026_]{8,}"
    r"|(?:disusun|disiapkan|dibuat|diperiksa|diverifikasi|diketahui|disahkan|penyusun)\b"
    r"\s*(?:oleh)?\s*[:,]?"
    r"|(?:kepala|sekretaris|inspektur|bupati|wali ?kota|gubernur|camat|direktur|pengguna anggaran"
    r"|pejabat|penanggung ?jawab|ketua)\b.{0,80}",
    re.IGNORECASE | re.DOTALL,
)
_HALAMAN = re.compile(
    r"(?:hal(?:aman)?|page)\.?\s*\d{1,3}(?:\s*(?:/|dari|of)\s*\d{1,3})?|-\s*\d{1,3}\s*-",
    re.IGNORECASE,
)
_CATATAN = re.compile(
    r"(?:ket(?:erangan)?|catatan|note|sumber(?: data)?|nb|\*+\)?)\s*[:.)].*", re.I | re.DOTALL
)


@dataclass(slots=True)
class Batas:
    """Rows of a table by kind (0-based). ``akhir`` is the last row it reaches to."""

    data: list[int] = field(default_factory=list)
    jumlah: list[int] = field(default_factory=list)
    akhir: int = 0


def kosong(nilai: object) -> bool:
    """Nothing that a reader could see."""
    return nilai is None or (isinstance(nilai, str) and not nilai.strip(_PUTIH))


def batasi(
    baris: Sequence[Baris],
    judul: range,
    kolom: Sequence[Kolom],
    judul_lain: Callable[[int], bool],
) -> Batas:
    """Walk down from the head. ``judul_lain(r)`` says whether another head starts at a row."""
    penelusur = _Penelusur(baris, judul, kolom)
    for r in range(judul.stop, len(baris)):
        if penelusur.selesai(r, judul_lain):
            break
    return penelusur.hasil()


class _Penelusur:
    def __init__(self, baris: Sequence[Baris], judul: range, kolom: Sequence[Kolom]):
        self.baris = baris
        self.cs = sorted(k.c for k in kolom)
        self.uang = {k.c for k in kolom if k.medan == "pagu"}
        self.penamaan = {
            k.c for k in kolom if k.medan in ("nama", "indikator", "kinerja", "kondisi")
        }
        self.tajuk = {(k.c, sel) for k in kolom for r in judul if (sel := self._teks(r, k.c))}
        atas = range(max(0, judul.start - JAUH_JUDUL), judul.start)
        self.judul = {t for r in atas for c in range(len(baris[r])) if (t := self._teks(r, c))}
        self.batas = Batas(akhir=judul.stop - 1)
        self.sesudah_judul = True
        self.hampa = 0  # blank rows since the last content
        self.beruntun = 0  # heads right below each other

    def _sel(self, r: int, c: int) -> object:
        baris = self.baris[r]
        return baris[c] if c < len(baris) else None

    def _teks(self, r: int, c: int) -> str:
        nilai = self._sel(r, c)
        return nilai.strip(_PUTIH).casefold() if isinstance(nilai, str) else ""

    def selesai(self, r: int, judul_lain: Callable[[int], bool]) -> bool:
        """Take row ``r`` in; True when the table ends before it."""
        if self._jelas_data(r):
            self.batas.data.append(r)
            self.hampa, self.batas.akhir = 0, r
            return False
        isi = [c for c in self.cs if not kosong(self._sel(r, c))]
        if not isi:
            self.hampa += 1
            return False
        ulang = self._ulang(r, isi)
        if ulang and self._tabel_baru(r):
            self._buang_judul_di_bawah()
            return True
        if ulang or (self.sesudah_judul and self._nomor_kolom(r, isi)):
            self._buang_lanjutan()
            self.beruntun = self.beruntun + 1 if self.sesudah_judul else 0
            self.sesudah_judul = True
            return self.beruntun > JUDUL_BERUNTUN
        self.sesudah_judul = False
        catatan = self._catatan(r, isi)
        if (catatan and self._masih(r)) or self._halaman(r, isi):
            return False
        if catatan or self._berakhir(r, isi):
            return True
        if judul_lain(r):
            self._buang_judul_di_bawah()
            return True
        (self.batas.jumlah if self._jumlah(r, isi) else self.batas.data).append(r)
        self.hampa, self.batas.akhir = 0, r
        return False

    def _jelas_data(self, r: int) -> bool:
        """Cheap, for the thousands: a number first, and most cells filled."""
        baris, pertama = self.baris[r], self.cs[0]
        if self.sesudah_judul or len(baris) <= pertama or type(baris[pertama]) not in (int, float):
            return False
        return 2 * (len(baris) - baris.count(None)) > len(self.cs) and len(baris) > self.cs[-1] // 2

    def hasil(self) -> Batas:
        return self.batas

    def _nomor_kolom(self, r: int, isi: list[int]) -> bool:
        """1 2 3 …, (1) (2) …, or "6=4+5": every filled cell a number, mostly counting up."""
        if len(isi) < 3:
            return False
        urut = []
        for c in isi:
            nilai = self._sel(r, c)
            utuh = isinstance(nilai, float) and nilai.is_integer()
            teks = f"{nilai:.0f}" if utuh else str(nilai)
            cocok = _NOMOR_KOLOM.fullmatch(teks.strip(_PUTIH))
            if cocok is None:
                return False
            urut.append(cocok[1].casefold().rjust(2))
        naik = sum(a < b for a, b in pairwise(urut))
        return naik * 10 >= (len(urut) - 1) * 7

    def _ulang(self, r: int, isi: list[int]) -> bool:
        """The head printed again at the top of a page."""
        if not isinstance(self._sel(r, isi[0]), str):
            return False
        sama = sum((c, self._teks(r, c)) in self.tajuk for c in isi)
        return sama >= 1 and sama * 10 >= len(isi) * 7

    def _tabel_baru(self, r: int) -> bool:
        """The same head again is another table below a total or a title of its own; a page break
        ("Lanjutan tabel ...") is not.
        """
        if self.batas.akhir in self.batas.jumlah and self._jumlah_akhir(self.batas.akhir):
            return True
        judul: list[str] = []
        for atas in range(r - 1, min(self.batas.data, default=r), -1):
            isi = [c for c in self.cs if not kosong(self._sel(atas, c))]
            if len(isi) > 1:
                return False
            if isi:
                judul.append(self._teks(atas, isi[0]))
            elif judul:
                return not (any("lanjut" in t for t in judul) or self.judul.issuperset(judul))
        return False

    def _jumlah(self, r: int, isi: list[int]) -> bool:
        """JUMLAH / TOTAL rows: the word stands alone and numbers follow."""
        pertama = next((c for c in isi if self._teks(r, c).startswith(_AWAL_JUMLAH)), None)
        if pertama is None:
            return False
        if kepala_unit([str(self._sel(r, pertama))]):
            return False
        teks = rapikan(str(self._sel(r, pertama)))[0].replace("\n", " ")
        rapat = re.sub(r"(?<=\b\w) (?=\w\b)", "", teks)  # "J U M L A H"
        lain = {c for c in isi if c != pertama}
        if _JUMLAH.fullmatch(teks) or _JUMLAH.fullmatch(rapat):
            return not lain & self.penamaan
        beralasan = len(self.cs) > len(self.uang) + 2  # rows usually say more than an amount
        return beralasan and bool(lain) and lain <= self.uang

    def _jumlah_akhir(self, r: int) -> bool:
        """JUMLAH by itself; "Jumlah Program X" may be followed by the next program."""
        teks = next(t for c in self.cs if (t := self._teks(r, c)).startswith(_AWAL_JUMLAH))
        return not teks.startswith("sub") and bool(_JUMLAH.fullmatch(rapikan(teks)[0]))

    def _berakhir(self, r: int, isi: list[int]) -> bool:
        jeda = self.hampa > 0 or self.batas.akhir in self.batas.jumlah
        if 2 * len(isi) > len(self.cs):
            return False
        if not jeda:
            return len(isi) == 1 and self._ttd(r, isi)
        if self.hampa > KOSONG_TERPANJANG:
            return True
        return all(self._penutup(r, c) for c in isi) or self._ttd(r, isi)

    def _penutup(self, r: int, c: int) -> bool:
        nilai = self._sel(r, c)
        teks = rapikan(nilai)[0] if isinstance(nilai, str) else ""
        return bool(teks and (_TTD.fullmatch(teks) or _CATATAN.fullmatch(teks)))

    def _catatan(self, r: int, isi: list[int]) -> bool:
        """A lone "Catatan: ..." right below the rows, whatever column it stands in."""
        nilai = self._sel(r, isi[0])
        return len(isi) == 1 and isinstance(nilai, str) and bool(_CATATAN.fullmatch(nilai.strip()))

    def _halaman(self, r: int, isi: list[int]) -> bool:
        """A lone page number, as pasted from a document."""
        return len(isi) == 1 and bool(_HALAMAN.fullmatch(self._teks(r, isi[0])))

    def _masih(self, r: int) -> bool:
        """Full rows go on below a note."""
        bawah = range(r + 1, min(r + JAUH_CATATAN, len(self.baris)))
        return any(
            2 * sum(not kosong(self._sel(b, c)) for c in self.cs) >= len(self.cs) for b in bawah
        )

    def _ttd(self, r: int, isi: list[int]) -> bool:
        """A signature line, with a name or NIP within the rows right below."""
        if not any(self._penutup(r, c) for c in isi):
            return False
        bawah = range(r + 1, min(r + 12, len(self.baris)))
        return any("nip" in self._teks(b, c)[:6] for b in bawah for c in self.cs)

    def _buang_lanjutan(self) -> None:
        """ "Lanjutan tabel ...", or the title, above a head that is printed again."""
        data = self.batas.data
        while data:
            isi = [c for c in self.cs if not kosong(self._sel(data[-1], c))]
            teks = self._teks(data[-1], isi[0])
            if len(isi) != 1 or ("lanjut" not in teks[:12] and teks not in self.judul):
                return
            data.pop()

    def _buang_judul_di_bawah(self) -> None:
        """Rows of one cell right above another head, set off by a blank row, are its title."""
        data = self.batas.data
        sisa = list(data)
        while sisa and len([c for c in self.cs if not kosong(self._sel(sisa[-1], c))]) == 1:
            terakhir = sisa.pop()
            if terakhir and all(kosong(self._sel(terakhir - 1, c)) for c in self.cs):
                self.batas.data = sisa
                self.batas.akhir = max(sisa[-1:] + self.batas.jumlah[-1:], default=self.batas.akhir)
                return
