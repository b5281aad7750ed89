"""The preview page: cards to decide on, what was decided, one page of the tree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator

from kinerja.aturan.angka import format_angka
from kinerja.aturan.jenjang import jenjang_pagu, label
from kinerja.impor.halaman_buku import HalamanBuku, baris_tampil, halaman_buku
from kinerja.impor.kartu import Kartu, Kelompok, susun_kartu, susun_kelompok
from kinerja.impor.peta import kolom_asing, peta_dipakai
from kinerja.impor.pratinjau import basi
from kinerja.impor.putusan import Putusan, daftar_putusan, sel
from kinerja.impor.sesi import alamat_nilai, isi_cuplikan
from kinerja.models import SesiImpor

BARIS_PER_HALAMAN = 150
JABATAN = "jabatan"
KARTU_PER_HALAMAN = 40
NASIB = {
    "BARU": "baru",
    "BERUBAH": "berubah",
    "DIPINDAH": "dipindah",
    "SAMA": "sama",
    "BASI": "diubah orang lain",
    "DILEWATI": "dilewati",
}


@dataclass(frozen=True)
class SelTampil:
    """A number in the tree: printed, with its cell and whether it could be read."""

    teks: str
    alamat: str
    sel: str
    terbaca: bool = True
    temuan: str = ""
    klaim: bool = False


@dataclass(frozen=True)
class BarisTampil:
    """One row of the workbook as the preview prints it."""

    isi: Mapping[str, Any]
    jenjang: str
    nasib: str
    pagu: list[SelTampil]
    indikator: list[tuple[str, str, list[SelTampil]]]


@dataclass
class HalamanPratinjau:
    """All that ``impor_pratinjau.html`` prints."""

    sesi: SesiImpor
    ringkasan: Mapping[str, int]
    tabel: list[Mapping[str, Any]]
    jenjang: list[tuple[int, str]]
    pagu: list[Mapping[str, Any]]
    kelompok: list[Kelompok]
    kartu: Page[Kartu]
    lain: list[Kelompok]
    putusan: list[Putusan]
    baris: Page[Any]
    wajib: int
    basi: bool
    kueri: str = ""
    sunting: Putusan | None = None
    daftar_baris: list[BarisTampil] = field(default_factory=list)
    tolak: list[str] = field(default_factory=list)
    tabel_sama: int = 0
    belum_dijelaskan: int = 0
    peta_diingat: int = 0
    buku: HalamanBuku | None = None

    @property
    def usul(self) -> dict[str, str]:
        """The first proposal of each card on this page: cell -> text."""
        pertama = (k.tombol[0] for k in self.kartu if k.tombol)
        return {tombol.alamat: tombol.nilai for tombol in pertama}

    @property
    def berlembar(self) -> bool:
        """Do cells need the name of their sheet? Those of one sheet are known by themselves."""
        return self.buku is not None or len({t["lembar"] for t in self.tabel}) > 1

    @property
    def berjabatan(self) -> bool:
        """Does it go into a cascading per jabatan instead of a tree?"""
        return bool(self.tabel) and all(t["jenis"] == JABATAN for t in self.tabel)

    @property
    def akibat(self) -> str:
        """What applying does, in words: "63 baru · 2 berubah"."""
        kata = ("baru", "berubah", "dipindah", "dihapus")
        isi = [f"{n} {k}" for k in kata if (n := self.ringkasan.get(k))]
        if not isi and self.ringkasan["perubahan"]:
            return "baris JUMLAH berubah"
        return " · ".join(isi) or "tidak ada yang berubah"

    @property
    def siap(self) -> bool:
        """May the button be pressed?"""
        return not self.wajib and bool(self.ringkasan["perubahan"])


def halaman_pratinjau(sesi: SesiImpor, minta: Mapping[str, str]) -> HalamanPratinjau:
    """``minta``: ?halaman= of the tree, ?kartu= of the cards, ?sel= the cell to correct."""
    isi = sesi.rencana
    temuan = isi["temuan"]
    semua_kartu = susun_kartu(temuan)
    buku = halaman_buku(isi, minta)
    daftar = baris_tampil(isi, buku)
    baris = Paginator(daftar, BARIS_PER_HALAMAN).get_page(minta.get("halaman"))
    halaman = HalamanPratinjau(
        sesi=sesi,
        ringkasan=isi["ringkasan"],
        tabel=isi["tabel"],
        jenjang=_jenjang(isi["tabel"]),
        pagu=[p | {"teks": format_angka(p["nilai"])} for p in isi["pagu"]],
        kelompok=susun_kelompok(temuan, ringan=False),
        kartu=Paginator(semua_kartu, KARTU_PER_HALAMAN).get_page(minta.get("kartu")),
        lain=susun_kelompok(temuan, ringan=True),
        putusan=daftar_putusan(sesi),
        baris=baris,
        wajib=sum(k.wajib for k in semua_kartu),
        basi=basi(sesi),
        kueri=kueri(minta),
        sunting=_sunting(sesi, minta.get("sel", "")),
        tolak=isi.get("tolak", []),
        tabel_sama=_tabel_sama(isi),
        belum_dijelaskan=len(kolom_asing(sesi)),
        buku=buku,
        peta_diingat=len(set(isi.get("peta_diingat", ())) & set(peta_dipakai(sesi))),
    )
    tanda = {f"{t['lembar']}!{t['sel']}": t["kode"] for t in reversed(temuan) if t["sel"]}
    halaman.daftar_baris = [_baris(b, tanda) for b in baris]
    return halaman


def kueri(minta: Mapping[str, str]) -> str:
    """The page of the tree and of the cards, to come back to."""
    letak = {k: minta[k] for k in ("halaman", "kartu", "semua") if minta.get(k, "").isdecimal()}
    return f"?{urlencode(letak)}" if letak else ""


def _jenjang(tabel: list[dict[str, Any]]) -> list[tuple[int, str]]:
    jumlah: dict[str, int] = {}
    for t in tabel:
        for kunci, banyak in t["jumlah"].items():
            jumlah[kunci] = jumlah.get(kunci, 0) + banyak
    return [(banyak, kunci.replace("_", " ")) for kunci, banyak in jumlah.items() if banyak]


def _tabel_sama(isi: Mapping[str, Any]) -> int:
    """How many further tables have the layout of the one that was read."""
    jenis = {t["jenis"] for t in isi["tabel"]}
    return sum(t["jenis"] in jenis for t in isi["tabel_lain"] if t["terbaca"])


def _sunting(sesi: SesiImpor, alamat: str) -> Putusan | None:
    """The cell that the planner wants to retype, when the preview knows it."""
    isi = isi_cuplikan(sesi.rencana) if alamat else {}
    return Putusan(alamat, sel(alamat), isi[alamat], "") if alamat in isi else None


def _baris(b: Mapping[str, Any], tanda: Mapping[str, str]) -> BarisTampil:
    return BarisTampil(
        isi=b,
        jenjang=label(b["jenjang"]),
        nasib=NASIB[b["nasib"]],
        pagu=[_angka(b, n, tanda, uang=True) for n in b["pagu"] if n["mentah"]],
        indikator=[
            (i["teks"], i["satuan"], [_angka(b, n, tanda, uang=False) for n in i["target"]])
            for i in b["indikator"]
        ],
    )


def _angka(
    b: Mapping[str, Any], n: Mapping[str, Any], tanda: Mapping[str, str], *, uang: bool
) -> SelTampil:
    alamat = alamat_nilai(b, n)
    terbaca = n["angka"] is not None or not uang
    teks = n["mentah"] if n["angka"] is None else format_angka(Decimal(n["angka"]))
    tahun = int(n["tahun"]) if n["tahun"].isdigit() else 9999
    klaim = uang and b["jenjang"] != jenjang_pagu(tahun)
    return SelTampil(teks, alamat, n["sel"], terbaca, tanda.get(alamat, ""), klaim)
