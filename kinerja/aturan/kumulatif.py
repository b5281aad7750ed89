"""Quarters on their way to a year: which count, what they come to, what looks wrong in them.

Only filled quarters count, and 0 is filled. The last filled one is the highest number, also where
one before it is empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise

from kinerja.aturan.angka import Nilai
from kinerja.aturan.capaian import SKALA_BAWAAN, Capaian, Skala, hitung, teks
from kinerja.aturan.temuan import Temuan, Tingkat
from kinerja.pilihan import Agregasi, Arah, CaraKetik, CaraTurun, Frekuensi, JenisNilai

TRIWULAN = (1, 2, 3, 4)
JATUH_TEMPO = {
    Frekuensi.TRIWULANAN: frozenset(TRIWULAN),
    Frekuensi.SEMESTERAN: frozenset({2, 4}),
    Frekuensi.TAHUNAN: frozenset({4}),
}

Deret = Mapping[int, Nilai]
"""Values of a year by quarter, 1 to 4; a quarter nobody filled is not in it."""
Cara = str | Mapping[int, str]
"""How the values were typed (CaraKetik): all alike, or by quarter where the office changed."""


def jatuh_tempo(frekuensi: str, triwulan: int) -> bool:
    """Is a value due in this quarter? A yearly one is neither missing nor red before the fourth."""
    return triwulan in JATUH_TEMPO[Frekuensi(frekuensi)]


def sebutan_frekuensi(frekuensi: str) -> str:
    """What stands in a quarter in which nothing is due: "diukur tahunan"."""
    return f"diukur {Frekuensi(frekuensi).label.lower()}"


def terisi(deret: Deret) -> dict[int, Nilai]:
    return {n: deret[n] for n in sorted(deret) if deret[n].jenis != JenisNilai.KOSONG}


def sampai(deret: Deret, triwulan: int) -> dict[int, Nilai]:
    """The filled quarters up to and including one."""
    return {n: nilai for n, nilai in terisi(deret).items() if n <= triwulan}


def per_triwulan(deret: Deret, cara: Cara, agregasi: str) -> dict[int, Nilai]:
    """Each value as that of its quarter alone. Only a sum can be typed cumulatively.

    The difference to what stood before it, which spans the empty quarters between.
    """
    return {n: sendiri for n, (sendiri, _) in _dua_bacaan(deret, cara, agregasi).items()}


def kumulatif(deret: Deret, cara: Cara, agregasi: str) -> dict[int, Nilai]:
    """Each value as that from January to the end of its quarter."""
    return {n: bersama for n, (_, bersama) in _dua_bacaan(deret, cara, agregasi).items()}


def _dua_bacaan(deret: Deret, cara: Cara, agregasi: str) -> dict[int, tuple[Nilai, Nilai]]:
    isi = terisi(deret)
    if agregasi != Agregasi.JUMLAH:
        return {n: (nilai, nilai) for n, nilai in isi.items()}
    hasil, lalu = {}, Decimal(0)
    for n, nilai in isi.items():
        if nilai.angka is None:
            hasil[n] = (nilai, nilai)
        elif _berkumulatif(cara, n):
            hasil[n] = (_angka(nilai.angka - lalu), nilai)
            lalu = nilai.angka
        else:
            lalu += nilai.angka
            hasil[n] = (nilai, _angka(lalu))
    return hasil


def _berkumulatif(cara: Cara, triwulan: int) -> bool:
    satu = cara if isinstance(cara, str) else cara.get(triwulan, CaraKetik.TRIWULAN)
    return satu == CaraKetik.KUMULATIF


def gabung(deret: Deret, agregasi: str) -> Nilai | None:
    """What the filled quarters come to: sum, mean, or the last one. None when none is filled.

    A value that is neither number nor range spoils sum and mean: it is answered as it is.
    """
    isi = list(terisi(deret).values())
    if not isi or agregasi == Agregasi.AKHIR or len(isi) == 1:
        return isi[-1] if isi else None
    for nilai in isi:
        if nilai.jenis not in (JenisNilai.ANGKA, JenisNilai.RENTANG):
            return nilai
    bagi = len(isi) if agregasi == Agregasi.RATA_RATA else 1
    if all(nilai.angka is not None for nilai in isi):
        return _angka(sum((n.angka or Decimal(0) for n in isi), Decimal(0)) / bagi)
    bawah = [n.minimum if n.angka is None else n.angka for n in isi]
    atas = [n.maksimum if n.angka is None else n.angka for n in isi]
    minimum, maksimum = _jumlah(bawah, bagi), _jumlah(atas, bagi)
    mentah = "–".join(teks(n) for n in (minimum, maksimum) if n is not None)
    return Nilai(mentah, JenisNilai.RENTANG, None, minimum, maksimum)


def _jumlah(daftar: list[Decimal | None], bagi: int) -> Decimal | None:
    ada = [n for n in daftar if n is not None]
    return sum(ada, Decimal(0)) / bagi if len(ada) == len(daftar) else None


def target_kumulatif(target: Deret, setahun: Nilai | None) -> bool:
    """Are the targets of the quarters typed cumulatively: rising, the last one that of the year?"""
    angka = [target[n].angka for n in TRIWULAN if n in target]
    if len(angka) < len(TRIWULAN) or setahun is None or setahun.angka is None:
        return False
    urut = [a for a in angka if a is not None]
    naik = len(urut) == len(TRIWULAN) and urut == sorted(urut) and urut[-1] == setahun.angka
    return naik and sum(urut) != setahun.angka


def capaian_sampai(
    triwulan: int,
    realisasi: Deret,
    target: Deret,
    setahun: Nilai | None = None,
    *,
    agregasi: str,
    arah: str = Arah.NAIK,
    cara_ketik: Cara = CaraKetik.TRIWULAN,
    cara: str = CaraTurun.SELISIH,
    skala: tuple[Skala, ...] = SKALA_BAWAAN,
) -> Capaian:
    """Up to a quarter: the filled quarters against the targets of the same quarters.

    The fourth of an end value without a target of its own is measured by that of the year.
    """
    isi = sampai(per_triwulan(realisasi, cara_ketik, agregasi), triwulan)
    if not isi:
        return Capaian(sebab="Realisasi belum diisi.")
    acuan = dict(terisi(target))
    if agregasi == Agregasi.JUMLAH and target_kumulatif(acuan, setahun):
        acuan = per_triwulan(acuan, CaraKetik.KUMULATIF, agregasi)
    elif agregasi != Agregasi.JUMLAH and setahun is not None:
        acuan.setdefault(max(TRIWULAN), setahun)
    tercakup = _tercakup(isi, agregasi, cara_ketik)
    if kurang := [n for n in tercakup if n not in acuan]:
        return Capaian(sebab=f"Target {sebut_triwulan(kurang)} belum diisi.")
    sama = gabung({n: acuan[n] for n in tercakup}, agregasi)
    return hitung(gabung(isi, agregasi), sama, arah=arah, cara=cara, skala=skala)


def _tercakup(isi: Deret, agregasi: str, cara_ketik: Cara) -> list[int]:
    """The quarters whose targets count: the last one, all that are filled, or, of a sum that is
    typed cumulatively, all up to it.
    """
    if agregasi == Agregasi.AKHIR:
        return [max(isi)]
    hasil: set[int] = set()
    for n in isi:
        bersama = agregasi == Agregasi.JUMLAH and _berkumulatif(cara_ketik, n)
        hasil |= set(range(1, n + 1)) if bersama else {n}
    return sorted(hasil)


def capaian_setahun(
    triwulan: int,
    realisasi: Deret,
    setahun: Nilai | None,
    *,
    agregasi: str,
    arah: str = Arah.NAIK,
    cara_ketik: Cara = CaraKetik.TRIWULAN,
    cara: str = CaraTurun.SELISIH,
    skala: tuple[Skala, ...] = SKALA_BAWAAN,
) -> Capaian:
    """What stands up to a quarter against the target of the whole year."""
    isi = sampai(per_triwulan(realisasi, cara_ketik, agregasi), triwulan)
    nilai = gabung(isi, agregasi)
    return hitung(nilai, setahun, arah=arah, cara=cara, skala=skala)


def temuan_seri(deret: Deret, cara: Cara, agregasi: str) -> list[Temuan]:
    """What looks wrong in the values of a year as they were typed."""
    angka = {n: nilai.angka for n, nilai in terisi(deret).items() if nilai.angka is not None}
    if agregasi != Agregasi.JUMLAH:
        return []
    if turun := _menurun({n: a for n, a in angka.items() if _berkumulatif(cara, n)}):
        return turun
    sendiri = not any(_berkumulatif(cara, n) for n in angka)
    if sendiri and len(angka) == len(TRIWULAN) and len(set(angka.values())) == 1 and angka[1]:
        pesan = (
            f"Realisasi keempat triwulan sama ({teks(angka[1])}) padahal dijumlahkan; periksa "
            "apakah angka setahun diketik empat kali."
        )
        return [Temuan(kode="SERI_SAMA", pesan=pesan, tingkat=Tingkat.PERINGATAN)]
    return []


def _menurun(angka: Mapping[int, Decimal]) -> list[Temuan]:
    for lalu, kini in pairwise(sorted(angka)):
        if angka[kini] < angka[lalu]:
            pesan = (
                f"Realisasi kumulatif turun dari {teks(angka[lalu])} ({sebut_triwulan([lalu])}) "
                f"menjadi {teks(angka[kini])} ({sebut_triwulan([kini])}); periksa angkanya, atau "
                "apakah diketik per triwulan."
            )
            return [Temuan(kode="KUMULATIF_TURUN", pesan=pesan, tingkat=Tingkat.PERINGATAN)]
    return []


def sebut_triwulan(daftar: list[int]) -> str:
    return "triwulan " + ", ".join(("", "I", "II", "III", "IV")[n] for n in daftar)


def _angka(nilai: Decimal) -> Nilai:
    return Nilai(teks(nilai), JenisNilai.ANGKA, nilai)
