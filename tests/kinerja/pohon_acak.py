"""Random trees of program, kegiatan and sub kegiatan, and sheets that print them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from kinerja.impor.buku import Lembar, alamat
from tests.kinerja.tabel_uji import N, lembar

LEVEL = ("program", "kegiatan", "sub_kegiatan")
KATA = (
    "Penyediaan", "Pelayanan", "Rehabilitasi", "Sandang", "Permakanan", "Pembinaan", "Data",
    "Korban", "Lansia", "Terlantar", "Sosial", "Daerah", "Kabupaten/Kota", "(PMKS)", "dan",
)  # fmt: skip
SATUAN = ("Orang", "Dokumen", "%", "Orang / Bulan", "Unit")
JUDUL = (
    ("No", "NO.", "Nomor"),
    ("Program / Kegiatan / Sub Kegiatan", "PROGRAM/KEGIATAN/SUB KEG.", "Uraian"),
    ("Sasaran", "Kinerja"),
    ("Indikator Kinerja", "INDIKATOR", "Tolok Ukur"),
    ("Target", "Target Kinerja", "Tgt."),
    ("Satuan", "Sat."),
    ("Pagu (Rp)", "Anggaran", "Pagu Indikatif (Rp.)"),
)


@dataclass
class Simpul:
    """A node as typed. Amounts of parents are the sum of their children."""

    nama: str
    kinerja: str
    indikator: str
    target: int
    satuan: str
    pagu: int = 0
    anak: list[Simpul] = field(default_factory=list)


@st.composite
def simpul(draw: Any, dalam: int) -> Simpul:
    kata = st.lists(st.sampled_from(KATA), min_size=1, max_size=5).map(" ".join)
    s = Simpul(
        nama=draw(kata),
        kinerja=f"Terlaksananya {draw(kata)}",
        indikator=f"Jumlah {draw(kata)}",
        target=draw(st.integers(1, 100)),
        satuan=draw(st.sampled_from(SATUAN)),
        pagu=draw(st.integers(60_000, 10**10)),
    )
    if dalam:
        s.anak = draw(st.lists(simpul(dalam - 1), min_size=1, max_size=3))
        for nomor, anak in enumerate(s.anak, 1):
            anak.nama += f" {'IVXLC'[nomor]}bis"  # siblings differ
        s.pagu = sum(anak.pagu for anak in s.anak)
    return s


def hutan() -> st.SearchStrategy[list[Simpul]]:
    def beda(daftar: list[Simpul]) -> list[Simpul]:
        for nomor, s in enumerate(daftar, 1):
            s.nama += f" {'IVXLC'[nomor]}bis"
        return daftar

    return st.lists(simpul(2), min_size=1, max_size=3).map(beda)


def isi(daftar: list[Simpul], awal: str = "") -> list[tuple[object, ...]]:
    """What must be read back: (id, level, name, sentence, indicator, target, unit, amount)."""
    hasil: list[tuple[object, ...]] = []
    for nomor, s in enumerate(daftar, 1):
        id_ = f"{awal}.{nomor}" if awal else f"P{nomor}"
        nilai = (s.indikator, str(s.target), s.satuan, s.pagu)
        hasil.append((id_, LEVEL[id_.count(".")], s.nama, s.kinerja, *nilai))
        hasil += isi(s.anak, id_)
    return hasil


def baris_menurun(daftar: list[Simpul], awal: str = "") -> list[list[object]]:
    hasil: list[list[object]] = []
    for nomor, s in enumerate(daftar, 1):
        no = f"{awal}.{nomor}" if awal else str(nomor)
        hasil.append([no, s.nama, s.kinerja, s.indikator, s.target, s.satuan, rupiah(s.pagu)])
        hasil += baris_menurun(s.anak, no)
    return hasil


def rupiah(nilai: int) -> object:
    return f"{nilai:,}".replace(",", ".") if nilai % 2 else nilai


def menurun(draw: Any, daftar: list[Simpul]) -> Lembar:
    """An outline below a random letterhead, its columns in any order, spacers between."""
    urutan = draw(st.permutations(range(len(JUDUL))))
    kepala = [draw(st.sampled_from(j)) for j in JUDUL]
    atas = [[f"Judul {i}"] for i in range(draw(st.integers(0, 6)))]
    baris = [[b[i] for i in urutan] for b in baris_menurun(daftar)]
    jeda: list[list[object]] = []
    for b in baris:
        jeda += [[]] * draw(st.integers(0, 1)) + [b]
    jumlah = [N] * len(JUDUL)
    jumlah[urutan.index(1)], jumlah[urutan.index(6)] = "JUMLAH", sum(s.pagu for s in daftar)
    return lembar(*atas, [kepala[i] for i in urutan], *jeda, jumlah)


CARA = ("gabung", "kosong", "ulang")


def mendatar(draw: Any, daftar: list[Simpul]) -> Lembar:
    """Levels across; parents merged, blank below, or repeated on every row."""
    cara = draw(st.sampled_from(CARA))
    kepala = ["No", *(f"{m} {j}" for j in ("Program", "Kegiatan", "Sub Keg.") for m in MEDAN)]
    baris: list[list[object]] = [kepala]
    gabung: list[str] = []
    for jalur, baru in _daun(daftar):
        sel: list[object] = [len(baris)]
        for s, tercetak in zip(jalur, baru, strict=True):
            isi_ = [s.nama, s.kinerja, s.indikator, s.target, s.satuan, rupiah(s.pagu)]
            sel += isi_ if tercetak or cara == "ulang" else [N] * len(MEDAN)
        baris.append(sel)
    if cara == "gabung":
        gabung = _gabungan(daftar, 1)
    return lembar(*baris, gabung=gabung)


MEDAN = ("Nama", "Sasaran", "Indikator", "Target", "Satuan", "Pagu")


def _daun(daftar: list[Simpul]) -> list[tuple[list[Simpul], list[bool]]]:
    """Each sub kegiatan with its path, and which of them are printed for the first time."""
    hasil = []
    for p in daftar:
        for ke, k in enumerate(p.anak):
            for s_ke, s in enumerate(k.anak):
                hasil.append(([p, k, s], [not ke and not s_ke, not s_ke, True]))
    return hasil


def _gabungan(daftar: list[Simpul], mulai: int, kolom: int = 1) -> list[str]:
    hasil, r = [], mulai
    for s in daftar:
        if not s.anak:
            r += 1
            continue
        akhir = r + sum(len(a.anak) or 1 for a in s.anak) - 1
        if akhir > r:
            hasil += [f"{alamat(r, c)}:{alamat(akhir, c)}" for c in range(kolom, kolom + 6)]
        hasil += _gabungan(s.anak, r, kolom + 6)
        r = akhir + 1
    return hasil


def bernomenklatur(daftar: list[Simpul], *, mendatar: bool) -> Lembar:
    """The national list: codes, names, official sentence, indicator and unit."""
    if mendatar:
        kepala = ["PROGRAM", "KEGIATAN", "SUBKEGIATAN", "KINERJA", "INDIKATOR", "SATUAN"]
        baris = [
            [*nama, jalur[2].kinerja, jalur[2].indikator, jalur[2].satuan]
            for jalur, nama in _berkode(daftar)
        ]
        return lembar(kepala, *baris)
    kepala = ["kode", "level", "nama", "kinerja", "indikator", "satuan"]
    return lembar(kepala, *(b for b in _baris_kode(daftar, "1.06")))


def _berkode(daftar: list[Simpul]) -> list[tuple[list[Simpul], list[str]]]:
    hasil = []
    for i, p in enumerate(daftar, 1):
        for j, k in enumerate(p.anak, 1):
            for n, s in enumerate(k.anak, 1):
                kode = [f"1.06.{i:02}", f"1.06.{i:02}.2.{j:02}", f"1.06.{i:02}.2.{j:02}.{n:04}"]
                hasil.append(
                    ([p, k, s], [f"{a} {b.nama}" for a, b in zip(kode, (p, k, s), strict=True)])
                )
    return hasil


def _baris_kode(daftar: list[Simpul], awal: str) -> list[list[object]]:
    pola = {1: "{}.{:02}", 2: "{}.2.{:02}", 4: "{}.{:04}"}[awal.count(".")]
    level = {1: "program", 2: "kegiatan", 4: "sub_kegiatan"}[awal.count(".")]
    hasil: list[list[object]] = []
    for nomor, s in enumerate(daftar, 1):
        kode = pola.format(awal, nomor)
        daun = not s.anak
        hasil.append([kode, level, s.nama, *((s.kinerja, s.indikator, s.satuan) if daun else ())])
        hasil += _baris_kode(s.anak, kode) if s.anak else []
    return hasil
