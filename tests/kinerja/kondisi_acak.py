"""Random trees of conditions, printed as leaf rows and as lists of boxes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from kinerja.impor.buku import Lembar, alamat
from tests.kinerja.pohon_acak import KATA
from tests.kinerja.tabel_uji import N, lembar

JUDUL = (
    ("Kondisi 1", "Kondisi 2", "Kondisi 3", "Kondisi 4"),
    ("Outcome", "CSF", "Kondisi Antara", "Kondisi yang Diperlukan"),
    ("Outcome", "Intermediate Outcome", "Immediate Outcome", "Output"),
)
CARA = ("gabung", "kosong", "ulang")


@dataclass
class Kotak:
    """A condition with one or two indicators."""

    kondisi: str
    indikator: list[str]
    anak: list[Kotak] = field(default_factory=list)


@st.composite
def kotak(draw: Any, dalam: int) -> Kotak:
    kata = st.lists(st.sampled_from(KATA), min_size=1, max_size=3).map(" ".join)
    ukuran = kata.filter(lambda teks: set(teks.split()) != {"dan"})  # "Jumlah dan" is a total
    indikator = [f"Jumlah {draw(ukuran)}", f"Persentase {draw(kata)}"]
    k = Kotak(f"Meningkatnya {draw(kata)}", indikator[: draw(st.integers(1, 2))])
    if dalam:
        k.anak = beda(draw(st.lists(kotak(dalam - 1), max_size=2)))
    return k


def beda(daftar: list[Kotak]) -> list[Kotak]:
    """Siblings differ."""
    for nomor, k in enumerate(daftar, 1):
        k.kondisi += f" ke-{nomor}"
    return daftar


def hutan_kondisi() -> st.SearchStrategy[list[Kotak]]:
    return st.lists(kotak(3), min_size=1, max_size=2).map(beda)


def isi_kondisi(
    daftar: list[Kotak], induk: str | None = None
) -> list[tuple[str, str | None, str, list[str]]]:
    """(id, parent, sentence, indicators) in reading order."""
    hasil: list[tuple[str, str | None, str, list[str]]] = []
    for nomor, k in enumerate(daftar, 1):
        id_ = f"{induk}.{nomor}" if induk else f"K{nomor}"
        hasil.append((id_, induk, k.kondisi, k.indikator))
        hasil += isi_kondisi(k.anak, id_)
    return hasil


def butir(daftar: list[str], *, bernomor: bool) -> str:
    if len(daftar) == 1:
        return daftar[0]
    return "\n".join(f"{n}. {t}" if bernomor else f"- {t}" for n, t in enumerate(daftar, 1))


def baris_daun(draw: Any, daftar: list[Kotak]) -> Lembar:
    """A row per leaf; parents merged, blank below, or repeated."""
    cara, bernomor = draw(st.sampled_from(CARA)), draw(st.booleans())
    kepala: list[object] = ["No"]
    for judul in draw(st.sampled_from(JUDUL)):
        kepala += [judul, draw(st.sampled_from(("Indikator", "Indikator Kinerja")))]
    baris: list[list[object]] = [kepala]
    gabung: list[str] = []

    def turun(k: Kotak, dalam: int, jalur: list[object]) -> int:
        awal = len(baris)
        sel: list[object] = [k.kondisi, butir(k.indikator, bernomor=bernomor)]
        if not k.anak:
            baris.append([len(baris), *jalur, *sel, *[N] * (8 - len(jalur) - 2)])
        for nomor, anak in enumerate(k.anak):
            atas = [*jalur, *sel] if not nomor or cara == "ulang" else [N] * (len(jalur) + 2)
            turun(anak, dalam + 1, atas)
        if cara == "gabung" and len(baris) - awal > 1:
            kolom = (1 + 2 * dalam, 2 + 2 * dalam)
            gabung.extend(f"{alamat(awal, c)}:{alamat(len(baris) - 1, c)}" for c in kolom)
        return awal

    for k in daftar:
        turun(k, 0, [])
    return lembar(*baris, gabung=gabung)


def daftar_kotak(draw: Any, daftar: list[Kotak]) -> Lembar:
    """A row per box with its id and that of its parent, columns in any order."""
    kepala = ["ID Kotak", "ID Induk", "Level", "Kondisi", "Indikator"]
    bernomor = draw(st.booleans())
    urut = draw(st.permutations(range(5)))
    isi = [
        [id_, induk, str(id_.count(".") + 1), kondisi, butir(indikator, bernomor=bernomor)]
        for id_, induk, kondisi, indikator in isi_kondisi(daftar)
    ]
    return lembar([kepala[i] for i in urut], *([b[i] for i in urut] for b in isi))


def daftar_jabatan(draw: Any, daftar: list[Kotak]) -> Lembar:
    """Positions with numbered lists: the indicators of a box are its main performance."""
    kepala = ["ID", "Atasan", "Jabatan", "Kinerja Utama", "Indikator Kinerja"]
    urut = draw(st.permutations(range(5)))
    isi = [
        [id_, induk, f"Kepala {kondisi}", *[butir(indikator, bernomor=True)] * 2]
        for id_, induk, kondisi, indikator in isi_kondisi(daftar)
    ]
    return lembar([kepala[i] for i in urut], *([b[i] for i in urut] for b in isi))
