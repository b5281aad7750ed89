"""Ranked repairs for amounts, from what the sums around them require.

A repair is offered only when it balances a claim exactly or is the only possible reading; the
more claims it settles and the fewer keys it changes, the higher it stands. Nobody applies it
but a person.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

from kinerja.aturan.temuan import Usul

PALING_BANYAK = 5
JAUH = 99


class PaguTertulis(NamedTuple):
    """What a document types as the pagu of one simpul. ``nilai`` is None where it is unreadable
    (``mentah`` filled) or empty.
    """

    id: Hashable
    induk: Hashable | None
    nilai: int | None
    mentah: str = ""
    sel: str = ""
    lembar: str = ""
    sebutan: str = ""


class Neraca:
    """The typed amounts as a tree of equations: a parent equals the sum of its children."""

    def __init__(self, pagu: Sequence[PaguTertulis], jumlah_tertulis: PaguTertulis | None = None):
        self._pagu = {p.id: p for p in pagu}
        self._akar = jumlah_tertulis.id if jumlah_tertulis else None
        self._anak: dict[Hashable | None, list[PaguTertulis]] = {}
        for p in pagu:
            self._anak.setdefault(self._induk(p), []).append(p)
        if jumlah_tertulis:
            self._pagu[jumlah_tertulis.id] = jumlah_tertulis
        self._tersirat: dict[Hashable, int | None] = {}
        self._ringkas: dict[Hashable, tuple[int, int, int]] = {}
        self._hitung_tersirat(pagu)

    def _induk(self, p: PaguTertulis) -> Hashable | None:
        return p.induk if p.induk in self._pagu else self._akar

    def _hitung_tersirat(self, pagu: Sequence[PaguTertulis]) -> None:
        """A simpul without an amount of its own stands for the sum of what is below it."""
        for p in reversed(pagu):
            if p.nilai is not None or p.mentah:
                self._tersirat[p.id] = p.nilai
                continue
            isi = [n for a in self._anak.get(p.id, ()) if (n := self._tersirat[a.id]) is not None]
            self._tersirat[p.id] = sum(isi) if isi else None

    def anak(self, id_: Hashable) -> list[PaguTertulis]:
        """Children that carry an amount, typed or summed from below."""
        ada = self._anak.get(id_, [])
        return [a for a in ada if a.mentah or self._tersirat[a.id] is not None]

    def _isi_anak(self, id_: Hashable) -> tuple[int, int, int]:
        """Sum of the readable children, how many cannot be read, how many there are."""
        if id_ not in self._ringkas:
            nilai = [self._tersirat[a.id] for a in self.anak(id_)]
            terbaca = [n for n in nilai if n is not None]
            self._ringkas[id_] = sum(terbaca), len(nilai) - len(terbaca), len(nilai)
        return self._ringkas[id_]

    def jumlah_anak(self, id_: Hashable) -> int | None:
        """None when nothing is typed below, or a child cannot be read."""
        jumlah, buta, banyak = self._isi_anak(id_)
        return jumlah if banyak and not buta else None

    def anak_tak_terbaca(self, id_: Hashable) -> list[PaguTertulis]:
        return [a for a in self._anak.get(id_, []) if a.mentah and a.nilai is None]

    def tak_terbaca(self) -> list[PaguTertulis]:
        return [p for p in self._pagu.values() if p.mentah and p.nilai is None]

    def induk_terbaca(self) -> list[PaguTertulis]:
        """Amounts that can be compared with something below, in document order."""
        return [p for p in self._pagu.values() if p.nilai is not None and self._isi_anak(p.id)[2]]

    def selisih(self, id_: Hashable) -> int:
        """Sum of the children minus the claim; 0 where nothing can be compared."""
        jumlah, p = self.jumlah_anak(id_), self._pagu[id_]
        return 0 if jumlah is None or p.nilai is None else jumlah - p.nilai

    def cocok(self, id_: Hashable) -> bool:
        """The claim can be compared, and holds."""
        return self.jumlah_anak(id_) is not None and self.selisih(id_) == 0

    def atasan(self, p: PaguTertulis) -> PaguTertulis | None:
        """The nearest ancestor with a typed amount, when ``p`` is counted in its sum."""
        induk = self._induk(p)
        atas = self._pagu.get(induk) if induk is not None else None
        return atas if atas is not None and atas.id != p.id and atas.mentah else None

    def sisa(self, p: PaguTertulis) -> int | None:
        """What ``p`` must be so that its parent's claim holds."""
        atas = self.atasan(p)
        if atas is None or atas.nilai is None:
            return None
        jumlah, buta, _ = self._isi_anak(atas.id)
        milik = self._tersirat[p.id]
        if buta - (milik is None) > 0:
            return None
        return atas.nilai - (jumlah - (milik or 0))


def usul_tak_terbaca(neraca: Neraca, p: PaguTertulis) -> tuple[Usul, ...]:
    """Values for an unreadable amount: what the parent leaves, what the children add up to,
    or the only way to read the text.
    """
    sisa, jumlah, tunggal = neraca.sisa(p), neraca.jumlah_anak(p.id), bacaan_tunggal(p.mentah)
    calon = []
    for nilai in dict.fromkeys(n for n in (sisa, jumlah, tunggal) if n is not None and n > 0):
        dukungan = (nilai == sisa) + (nilai == jumlah) + (nilai == tunggal)
        jarak = jarak_ketik(p.mentah, nilai)
        if nilai == tunggal or jarak <= 2 or not re.search(r"\d{3}", p.mentah):
            alasan = _alasan_terbaca(neraca, p, nilai == sisa, nilai == jumlah)
            calon.append((-dukungan, jarak, _usul(p, nilai, alasan)))
    return _terbaik(calon)


def _alasan_terbaca(neraca: Neraca, p: PaguTertulis, dari_induk: bool, dari_anak: bool) -> str:
    atas = neraca.atasan(p)
    tunggal = atas is not None and len(neraca.anak(atas.id)) == 1
    if dari_induk and dari_anak:
        awal = "sama dengan pagu" if tunggal else "cocok dengan pagu"
        return f"{awal} di atasnya dan jumlah rincian di bawahnya"
    if dari_anak:
        return "sama dengan jumlah rincian di bawahnya"
    if dari_induk:
        return "sisa pagu di atasnya setelah dikurangi rincian lain"
    return "satu-satunya cara membaca tulisan itu"


def usul_selisih(neraca: Neraca, induk: PaguTertulis) -> tuple[Usul, ...]:
    """Repairs for a claim that does not balance: one child whose typing slip explains the
    difference exactly, or the claim itself. A repair that breaks a claim that holds is left out.
    """
    selisih = neraca.selisih(induk.id)
    calon = [
        c for anak in neraca.anak(induk.id) if (c := _lewat_anak(neraca, anak, selisih)) is not None
    ]
    if (diri := _lewat_diri(neraca, induk)) is not None:
        calon.append(diri)
    return _terbaik(calon)


Calon = tuple[int, int, Usul]


def _lewat_anak(neraca: Neraca, anak: PaguTertulis, selisih: int) -> Calon | None:
    if anak.nilai is None or (baru := anak.nilai - selisih) <= 0:
        return None
    jumlah = neraca.jumlah_anak(anak.id)
    if jumlah == anak.nilai:
        return None
    jarak = salah_ketik(anak.nilai, baru)
    if jumlah == baru:
        alasan = "jumlah rincian di bawahnya, dan pagu di atasnya menjadi cocok"
        return (-2, jarak, _usul(anak, baru, alasan))
    if jarak == JAUH:
        return None
    alasan = f"{_sebab(anak.nilai, baru)}; pagu di atasnya menjadi cocok"
    return (-1, jarak, _usul(anak, baru, alasan))


def _lewat_diri(neraca: Neraca, induk: PaguTertulis) -> Calon | None:
    baru = neraca.jumlah_anak(induk.id)
    if not baru or induk.nilai is None:
        return None
    jarak = salah_ketik(induk.nilai, baru)
    atas = neraca.atasan(induk)
    if atas is not None and neraca.sisa(induk) == baru:
        alasan = "sama dengan jumlah rincian di bawahnya, dan pagu di atasnya menjadi cocok"
        return (-2, jarak, _usul(induk, baru, alasan))
    if jarak == JAUH or (atas is not None and neraca.cocok(atas.id)):
        return None
    return (-1, jarak, _usul(induk, baru, "sama dengan jumlah rincian di bawahnya"))


def _usul(p: PaguTertulis, nilai: int, alasan: str) -> Usul:
    return Usul(sel=p.sel, nilai=str(nilai), alasan=alasan, lembar=p.lembar)


def _terbaik(calon: Iterable[Calon]) -> tuple[Usul, ...]:
    urut = sorted(calon, key=lambda c: c[:2])
    return tuple(usul for _, _, usul in urut[:PALING_BANYAK])


def _nol_beda(lama: int, baru: int) -> int | None:
    """How many zeros were typed too many (or too few); None when that is not the difference."""
    besar, kecil = max(lama, baru), min(lama, baru)
    if kecil and besar % kecil == 0 and re.fullmatch("10+", str(besar // kecil)):
        return len(str(besar // kecil)) - 1
    return None


def _sebab(lama: int, baru: int) -> str:
    if nol := _nol_beda(lama, baru):
        return f"{nol} angka nol {'terlalu banyak' if lama > baru else 'kurang'}"
    if sorted(str(lama)) == sorted(str(baru)):
        return "dua angka tertukar"
    beda = len(str(lama)) - len(str(baru))
    return (
        "satu angka lebih" if beda > 0 else "satu angka kurang" if beda < 0 else "satu angka salah"
    )


def salah_ketik(lama: int, baru: int) -> int:
    """1 for one slip of the fingers (three zeros count as one), JAUH for anything else."""
    if (nol := _nol_beda(lama, baru)) is not None and nol in (1, 2, 3):
        return 1
    return 1 if jarak_sunting(str(lama), str(baru), 1) == 1 else JAUH


def jarak_ketik(mentah: str, nilai: int) -> int:
    """Edits between the digits as typed and those of ``nilai``."""
    return jarak_sunting(re.sub(r"\D", "", mentah), str(nilai), 3)


def jarak_sunting(a: str, b: str, batas: int) -> int:
    """Optimal string alignment (insert, delete, replace, swap neighbours); JAUH past ``batas``."""
    if abs(len(a) - len(b)) > batas:
        return JAUH
    dua_lalu: list[int] = []
    lalu = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        kini = [i]
        for j, y in enumerate(b, 1):
            harga = min(lalu[j] + 1, kini[j - 1] + 1, lalu[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                harga = min(harga, dua_lalu[j - 2] + 1)
            kini.append(harga)
        dua_lalu, lalu = lalu, kini
    return lalu[-1] if lalu[-1] <= batas else JAUH


_SERIBU = {"ribu": 10**3, "rb": 10**3, "juta": 10**6, "jt": 10**6, "miliar": 10**9, "milyar": 10**9}
_BERKATA = re.compile(r"(\d{1,3}(?:\.\d{3})*)(?:,(\d{1,2}))?\s*([a-z]+)\.?", re.IGNORECASE)
_ANGKA_RAPI = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{5,}")


def bacaan_tunggal(mentah: str) -> int | None:
    """The value when a text can be meant in one way only: letters for digits, a stray separator
    at an end, the amount in words behind it, "150 juta".
    """
    teks = re.sub(r"^\s*rp\.?\s*|\s*\(.*?[^\W\d].*?\)\s*$", "", mentah.strip(), flags=re.IGNORECASE)
    if (kata := _BERKATA.fullmatch(teks)) and (kali := _SERIBU.get(kata[3].lower())):
        sen = (kata[2] or "").ljust(2, "0")
        nilai = int(kata[1].replace(".", "")) * kali + int(sen) * kali // 100
        return nilai
    if sum(c in "OolI|" for c in teks) <= 2:
        teks = teks.translate(str.maketrans("OolI|", "00111"))
    teks = teks.rstrip("-").strip(" .,")
    return int(teks.replace(".", "")) if _ANGKA_RAPI.fullmatch(teks) and teks[0] != "0" else None
