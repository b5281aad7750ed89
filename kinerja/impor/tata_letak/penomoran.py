"""How deep the numbers of an outline are: dots, the order of styles, where they start anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinerja.impor.nomor import gaya_nomor, kedalaman

TERDALAM = 3  # where a number that starts anew can stand


def kedalaman_nomor(nomor: Sequence[str]) -> list[int]:
    """One depth per number, 0 without one. 1, 1.1, 1.1.1 by their dots; I, A, 1, a by the order
    in which the styles first appear; a bare 1, 2 below 1.1 starts anew there.
    """
    gaya = gaya_daftar(nomor)
    if all(not g or g.startswith("titik") for g in gaya):
        return _mulai_lagi(nomor, [kedalaman(n) for n in nomor])
    urut = list(dict.fromkeys(g for g in gaya if g))
    return [urut.index(g) + 1 if g else 0 for g in gaya]


def gaya_daftar(nomor: Sequence[str]) -> list[str]:
    """The style of each number, "I" told from the letter behind H by what else the list shows."""
    gaya = [gaya_nomor(n) for n in nomor]
    polos = [n.strip("(). ") for n in nomor]
    ada = set(polos)
    ganti: dict[str, str] = {}
    if {"H", "I"} <= ada and "II" not in ada:
        ganti |= dict.fromkeys("IVX", "huruf")
    if "ii" in ada or ("i" in ada and "h" not in ada):
        ganti |= dict.fromkeys("ivx", "romawi_kecil")
    return [ganti.get(n, g) for n, g in zip(polos, gaya, strict=True)] if ganti else gaya


def _mulai_lagi(nomor: Sequence[str], dalam: list[int]) -> list[int]:
    """Push down the bare numbers that count below a dotted one instead of going on at the top."""
    if max(dalam, default=0) < 2 or not _berulang(nomor, dalam):
        return dalam
    hasil = list(dalam)
    induk = anak = 0  # depth of the last dotted number; the last number counted below it
    atas = ""  # the last number at the top
    for i, berikut in _dengan_berikut(nomor, dalam):
        nilai = nomor[i].rstrip(".")
        if dalam[i] > 1:
            induk, anak = dalam[i], 0
        elif _di_atas(nilai, atas, berikut) or not induk or int(nilai) not in (1, anak + 1):
            induk, anak, atas = 0, 0, nilai
        else:
            hasil[i], anak = min(induk + 1, TERDALAM), int(nilai)
    return hasil


def _berulang(nomor: Sequence[str], dalam: Sequence[int]) -> bool:
    """Some 1 stands below a dotted number and has no 1.1 of its own."""
    sebelum = 0
    for i, berikut in _dengan_berikut(nomor, dalam):
        satu = dalam[i] == 1 and sebelum > 1 and nomor[i].rstrip(".") == "1"
        if satu and berikut != "1.1":
            return True
        sebelum = dalam[i]
    return False


def _dengan_berikut(nomor: Sequence[str], dalam: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Each numbered row and the number after it."""
    ada = [i for i, d in enumerate(dalam) if d]
    yield from zip(ada, [*(nomor[i].rstrip(".") for i in ada[1:]), ""], strict=True)


def _di_atas(nilai: str, atas: str, berikut: str) -> bool:
    """2 before 2.1 is a program; below program 2, before 2.2, it is the second of 2.1."""
    return berikut == f"{nilai}.1" or (nilai != atas and berikut.startswith(f"{nilai}."))
