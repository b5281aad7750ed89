"""The reference sheet of an indicator: what it is, how its value comes about, how complete it is.

Of six kinds of formula two are computed from variables: a ratio, and a sum or mean of named
parts. The others are entered with their source.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from kinerja.aturan.angka import baca_target
from kinerja.aturan.capaian import bulatkan, teks
from kinerja.aturan.temuan import Temuan, tolak
from kinerja.pilihan import JenisRumus

DIHITUNG = frozenset({JenisRumus.RASIO, JenisRumus.JUMLAH_BAGIAN, JenisRumus.RATA_BAGIAN})
PANJANG = 4000
SERATUS = Decimal(100)


@dataclass(frozen=True)
class Dimensi:
    """A part of a composite index: ``bobot`` in percent as typed, the indicators it is made of."""

    nama: str
    bobot: str = ""
    indikator: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lembar:
    """``bagian``: the variables, numerator first of a ratio; of an index its dimensions with
    ``bobot`` (percent, adding up to 100) and ``pendukung``, the indicators of each dimension, one
    a line. ``pengali`` belongs to a ratio. ``sumber`` and ``rilis``
    say who publishes the value and when. ``alasan_target`` by year. ``sebab``: why this version.
    """

    kode: str = ""
    alasan: str = ""
    jenis: str = JenisRumus.BEBAS
    bagian: tuple[str, ...] = ()
    bobot: tuple[str, ...] = ()
    pendukung: tuple[str, ...] = ()
    pengali: str = "100"
    sumber: str = ""
    rilis: str = ""
    metode: str = ""
    penyajian: str = ""
    mutu: str = ""
    keterbatasan: str = ""
    alasan_target: Mapping[str, str] = field(default_factory=dict)
    sebab: str = ""

    @property
    def dihitung(self) -> bool:
        """Does the value come from variables?"""
        return self.jenis in DIHITUNG and bool(self.bagian)

    @property
    def rumus(self) -> tuple[Any, ...]:
        """What freezes once the first value stands."""
        pengali = self.pengali if self.jenis == "RASIO" else ""
        return self.jenis, self.bagian, self.bobot, self.pendukung, pengali

    @property
    def dimensi(self) -> list[Dimensi]:
        """Of an index: each dimension with its weight and its own indicators."""
        if self.jenis != JenisRumus.KOMPOSIT:
            return []
        semua = zip_longest(self.bagian, self.bobot, self.pendukung, fillvalue="")
        return [Dimensi(n, bobot, tuple(isi.splitlines())) for n, bobot, isi in semua if n]

    @property
    def kalimat(self) -> str:
        """The formula in words, "" where there is none to write."""
        if self.jenis == JenisRumus.RASIO and len(self.bagian) == 2:
            kali = " × 100%" if self.pengali == "100" else f" × {self.pengali}"
            return f"{self.bagian[0]} / {self.bagian[1]}{'' if self.pengali == '1' else kali}"
        if self.jenis == JenisRumus.JUMLAH_BAGIAN:
            return " + ".join(self.bagian)
        if self.jenis == JenisRumus.RATA_BAGIAN and self.bagian:
            return f"({' + '.join(self.bagian)}) / {len(self.bagian)}"
        if self.jenis == JenisRumus.KOMPOSIT:
            return " + ".join(f"{d.bobot}% × {d.nama}" for d in self.dimensi if d.bobot)
        if self.jenis == JenisRumus.PIHAK_LAIN and self.sumber:
            return f"Nilai yang diterbitkan {self.sumber}"
        return ""

    def simpan(self) -> dict[str, Any]:
        """As the column keeps it; {} for an empty sheet."""
        awal = asdict(Lembar())
        isi = {m: v for m, v in asdict(self).items() if v != awal[m]}
        return {m: list(v) if isinstance(v, tuple) else v for m, v in isi.items()}


def baca_lembar(isi: Mapping[str, Any] | None) -> Lembar:
    """The inverse of ``Lembar.simpan``; unknown fields are passed over."""
    dikenal: dict[str, Any] = {
        m: v for m, v in (isi or {}).items() if m in Lembar.__dataclass_fields__
    }
    urut: dict[str, Any] = {m: tuple(v) if isinstance(v, list) else v for m, v in dikenal.items()}
    return Lembar(**urut)


def periksa_lembar(baru: Lembar, lama: Lembar, *, terukur: bool) -> list[Temuan]:
    """A formula that is whole, texts that fit, a reason for a later version, no thawed formula."""
    temuan = _periksa_rumus(baru) + _periksa_teks(baru)
    if lama != Lembar() and replace(baru, sebab="") != replace(lama, sebab=""):
        if not baru.sebab.strip():
            temuan.append(_galat("SEBAB_KOSONG", "Tulis mengapa lembar ini diubah.", "sebab"))
        if terukur and lama.dihitung and baru.rumus != lama.rumus:
            pesan = (
                "Rumusnya beku sejak realisasi pertama diisi; buat indikator baru bila cara "
                "menghitungnya memang berganti."
            )
            temuan.append(_galat("RUMUS_BEKU", pesan, "jenis"))
    return temuan


def _periksa_rumus(lembar: Lembar) -> list[Temuan]:
    nama = [n.casefold() for n in lembar.bagian]
    if len(set(nama)) < len(nama):
        return [_galat("BAGIAN_GANDA", "Beri setiap bagian rumus nama yang berbeda.", "bagian")]
    if lembar.jenis == JenisRumus.RASIO:
        return _periksa_rasio(lembar)
    if lembar.jenis in (JenisRumus.JUMLAH_BAGIAN, JenisRumus.RATA_BAGIAN) and not nama:
        return [_galat("BAGIAN", "Tulis nama bagiannya, satu baris satu bagian.", "bagian")]
    if lembar.jenis == JenisRumus.KOMPOSIT:
        bobot = [_angka(b) for b in lembar.bobot]
        if not nama or len(bobot) != len(nama) or sum((b or 0 for b in bobot), Decimal(0)) != 100:
            pesan = "Tulis tiap dimensi dengan bobotnya; jumlah bobot harus 100."
            return [_galat("BOBOT", pesan, "bagian")]
    if lembar.jenis == JenisRumus.PIHAK_LAIN and not lembar.sumber:
        return [_galat("SUMBER", "Tulis siapa yang menerbitkan nilainya.", "sumber")]
    return []


def _periksa_rasio(lembar: Lembar) -> list[Temuan]:
    if len(lembar.bagian) != 2:
        return [_galat("RASIO", "Rasio butuh dua baris: pembilang, lalu penyebut.", "bagian")]
    if _angka(lembar.pengali) in (None, Decimal(0)):
        return [_galat("PENGALI", "Pengali harus angka di atas 0, misalnya 100.", "pengali")]
    return []


def _periksa_teks(lembar: Lembar) -> list[Temuan]:
    hasil = []
    for medan, nilai in asdict(lembar).items():
        for satu in nilai.values() if isinstance(nilai, Mapping) else _daftar(nilai):
            if (
                len(satu) > PANJANG
                or "\x00" in satu
                or any("\ud800" <= h <= "\udfff" for h in satu)
            ):
                pesan = f"Isian terlalu panjang (paling banyak {PANJANG} huruf) atau tidak terbaca."
                hasil.append(_galat("TEKS_TIDAK_SAH", pesan, medan))
    return hasil


def _daftar(nilai: Any) -> Sequence[str]:
    return nilai if isinstance(nilai, (tuple, list)) else [str(nilai)]


def hitung_rumus(lembar: Lembar, isi: Mapping[str, str]) -> tuple[Decimal, str]:
    """The value from its variables, with the numbers written out; AturanDilanggar where none."""
    nilai = []
    for nama in lembar.bagian:
        angka = _angka(isi.get(nama, ""))
        if angka is None:
            raise tolak("VARIABEL", f"Isi “{nama}” dengan angka; semua variabel harus terisi.")
        nilai.append(angka)
    if lembar.jenis == JenisRumus.RASIO:
        atas, bawah = nilai
        if bawah == 0:
            raise tolak("PENYEBUT_NOL", f"“{lembar.bagian[1]}” 0: rasionya tidak dapat dihitung.")
        kali = _angka(lembar.pengali) or SERATUS
        hasil = bulatkan(atas * kali / bawah)
        return hasil, f"{teks(atas)} / {teks(bawah)} × {teks(kali)} = {teks(hasil)}"
    jumlah = sum(nilai, Decimal(0))
    tulis = " + ".join(teks(n) for n in nilai)
    if lembar.jenis == JenisRumus.JUMLAH_BAGIAN:
        return jumlah, f"{tulis} = {teks(jumlah)}"
    hasil = bulatkan(jumlah / len(nilai))
    return hasil, f"({tulis}) / {len(nilai)} = {teks(hasil)}"


def _angka(mentah: str) -> Decimal | None:
    return baca_target(mentah.strip()).nilai.angka


KELENGKAPAN = {
    "kode": "kode",
    "satuan": "satuan",
    "definisi": "definisi operasional",
    "alasan": "alasan pemilihan",
    "formulasi": "rumus",
    "sumber_data": "sumber data",
    "metode": "metode pengumpulan",
    "penanggung_jawab": "penanggung jawab",
    "baseline": "kondisi awal",
    "target": "target tiap tahun",
    "penyajian": "cara penyajian",
    "mutu": "pengendalian mutu",
    "keterbatasan": "keterbatasan",
}
"""The parts of a complete sheet, by field."""


def kelengkapan(ada: Mapping[str, bool]) -> tuple[int, list[str]]:
    """Percent of the parts that are there, and what is missing, in words."""
    kurang = [kata for medan, kata in KELENGKAPAN.items() if not ada.get(medan)]
    return round(100 * (len(KELENGKAPAN) - len(kurang)) / len(KELENGKAPAN)), kurang


def _galat(kode: str, pesan: str, medan: str) -> Temuan:
    return Temuan(kode=kode, pesan=pesan).di(medan=medan)


def tulis_dimensi(daftar: Sequence[Dimensi]) -> list[str]:
    """The dimensions of an index as lines: "Kesehatan: 40", then "- Angka Harapan Hidup"."""
    return [
        baris
        for d in daftar
        for baris in (f"{d.nama}: {d.bobot}" if d.bobot else d.nama,
                      *(f"- {i}" for i in d.indikator))
    ]  # fmt: skip


def baca_dimensi(baris: Sequence[str]) -> list[Dimensi]:
    """The inverse; a dash before the first dimension stays a name."""
    hasil: list[Dimensi] = []
    for satu in baris:
        if satu.startswith(("-", "–")) and hasil:
            d = hasil[-1]
            hasil[-1] = replace(d, indikator=(*d.indikator, satu.lstrip("-– ").strip()))
        else:
            nama, titik_dua, bobot = satu.rpartition(":")
            hasil.append(Dimensi((nama or bobot).strip(), bobot.strip() if titik_dua else ""))
    return hasil
