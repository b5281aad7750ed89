"""A workbook read as an instrument: every finding with its cell, nothing repaired."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja.aturan.alamat import angka_alamat
from kinerja.aturan.angka import teks_mentah
from kinerja.aturan.temuan import Letak, Temuan
from kinerja.impor.buku import Buku, Lembar, alamat
from kinerja.impor.pembaca import baca
from laporan.aturan.instrumen_lke import periksa_instrumen
from laporan.aturan.lke import Grade, Instrumen, Komponen, Kriteria, Predikat, SubKomponen
from laporan.evaluasi.buku_instrumen import (
    DATA,
    ISIAN,
    JENJANG,
    KOLOM,
    KRITERIA,
    PREDIKAT,
    SKALA,
    YA,
)

TIDAK = ("", "tidak")
TAHUN = range(1990, 2201)


@dataclass(frozen=True)
class BacaanInstrumen:
    """What a workbook says. ``instrumen`` holds only without findings that block."""

    nama: str
    tahun_mulai: int | None
    tahun_sampai: int | None
    sumber: str
    instrumen: Instrumen
    temuan: list[Temuan]

    @property
    def sah(self) -> bool:
        return not any(t.menghalangi for t in self.temuan)


@dataclass
class _Baca:
    """The book with the places that its findings need: what a finding is about -> its cell."""

    lembar: dict[str, Lembar]
    temuan: list[Temuan] = field(default_factory=list)
    letak: dict[str, Letak] = field(default_factory=dict)

    def lapor(self, kode: str, pesan: str, nama: str, baris: int = 0, kolom: int = 0) -> None:
        di = Letak(lembar=nama, sel=alamat(baris, kolom))
        self.temuan.append(Temuan(kode=kode, pesan=pesan, letak=di))

    def teks(self, nama: str, baris: int, kolom: int | None) -> str:
        if kolom is None:
            return ""
        nilai = self.lembar[nama].nilai(baris, kolom)
        if nilai is None or isinstance(nilai, str):
            return " ".join((nilai or "").split())
        return teks_mentah(nilai).strip()

    def alinea(self, baris: int) -> str:
        """A text of several paragraphs, each on a line of its own."""
        nilai = self.lembar[DATA].nilai(baris, 1)
        daftar = str(nilai if nilai is not None else "").split("\n")
        return "\n".join(" ".join(satu.split()) for satu in daftar).strip()

    def angka(self, nama: str, baris: int, kolom: int | None, apa: str) -> Decimal:
        """0 with a finding for what is no number."""
        teks = self.teks(nama, baris, kolom)
        try:
            nilai = Decimal(teks.replace("%", "").strip().replace(",", "."))
        except InvalidOperation:
            nilai = Decimal("NaN")
        if nilai.is_finite() and -1000 < nilai < 1000 and nilai.as_tuple().exponent >= -6:  # type: ignore[operator]
            return nilai
        pesan = f"{apa} “{teks[:30]}” bukan angka; tulis misalnya 30 atau 4,5."
        self.lapor("BUKAN_ANGKA", pesan, nama, baris, kolom or 0)
        return Decimal(0)

    def ya(self, nama: str, baris: int, kolom: int | None) -> bool:
        teks = self.teks(nama, baris, kolom).lower()
        if teks not in (YA, *TIDAK):
            self.lapor("BUKAN_YA", f"Tulis ya atau kosongkan; bukan “{teks[:30]}”.", nama, baris,
                       kolom or 0)  # fmt: skip
        return teks == YA

    def tabel(self, nama: str) -> tuple[dict[str, int], list[int]]:
        """Columns by their head, and the rows that hold something."""
        lembar = self.lembar.get(nama)
        if lembar is None:
            self.lapor("LEMBAR_TIDAK_ADA", f"Lembar “{nama}” tidak ada; pakai templatnya.", nama)
            return {}, []
        banyak = max((len(b) for b in lembar.baris), default=0)
        ada = {self.teks(nama, 0, n).lower(): n for n in range(banyak)}
        kolom = {}
        for judul, _ in KOLOM[nama]:
            if judul.lower() in ada:
                kolom[judul] = ada[judul.lower()]
            else:
                self.lapor("KOLOM_TIDAK_ADA", f"Kolom “{judul}” tidak ada di baris 1.", nama)
        baris = [
            n
            for n in range(1, len(lembar.baris))
            if any(self.teks(nama, n, k) for k in kolom.values())
        ]
        return kolom, baris


def baca_instrumen(isi: bytes, nama: str) -> BacaanInstrumen:
    """Raises BerkasDitolak for what is no workbook."""
    with TemporaryDirectory(prefix="instrumen-") as map_:
        jalur = Path(map_) / "buku.xlsx"
        jalur.write_bytes(isi)
        return _susun(baca(jalur, nama))


def _susun(buku: Buku) -> BacaanInstrumen:
    b = _Baca({satu.nama: satu for satu in buku.lembar})
    data = _data(b)
    instrumen = Instrumen(
        judul=data["Judul lembar"],
        komponen=_komponen(b),
        skala=tuple(_skala(b)),
        predikat=tuple(_predikat(b)),
        pembuka=data["Pembuka LHE"],
        penutup=data["Penutup LHE"],
    )
    tahun = (_tahun(b, data, "Tahun mulai"), _tahun(b, data, "Tahun sampai"))
    sudah = {t.letak for t in b.temuan}
    aturan = [
        replace(t, letak=b.letak.get(t.letak.medan, Letak(lembar=KRITERIA, sel="A1")))
        for t in periksa_instrumen(instrumen)
    ]
    temuan = b.temuan + [t for t in aturan if t.letak not in sudah]
    return BacaanInstrumen(data["Nama"], *tahun, data["Sumber"], instrumen, temuan)


def _data(b: _Baca) -> dict[str, str]:
    """The pairs of the first sheet; a name that is missing is told."""
    hasil = dict.fromkeys(ISIAN, "")
    lembar = b.lembar.get(DATA)
    if lembar is None:
        b.lapor("LEMBAR_TIDAK_ADA", f"Lembar “{DATA}” tidak ada; pakai templatnya.", DATA)
        return hasil
    kunci = {"Judul lembar": "judul", "Pembuka LHE": "pembuka", "Penutup LHE": "penutup"}
    for n in range(len(lembar.baris)):
        nama = b.teks(DATA, n, 0)
        if nama in hasil:
            hasil[nama] = b.alinea(n) if nama in kunci else b.teks(DATA, n, 1)
            b.letak[kunci.get(nama, nama)] = Letak(lembar=DATA, sel=alamat(n, 1))
    if not hasil["Nama"]:
        b.lapor("NAMA_KOSONG", "Isi nama versi instrumen ini.", DATA, 0, 1)
    return hasil


def _tahun(b: _Baca, data: dict[str, str], nama: str) -> int | None:
    teks = data[nama]
    if not teks and nama == "Tahun sampai":
        return None
    if (tahun := angka_alamat(teks)) in TAHUN:
        return tahun
    di = b.letak.get(nama, Letak(lembar=DATA, sel="B1"))
    pesan = f"{nama} “{teks[:20]}” bukan tahun; tulis empat angka."
    b.temuan.append(Temuan(kode="BUKAN_TAHUN", pesan=pesan, letak=di))
    return None


def _komponen(b: _Baca) -> tuple[Komponen, ...]:
    """The outline of rows; one that stands under nothing is told and left out."""
    kolom, baris = b.tabel(KRITERIA)
    hasil: list[Komponen] = []
    for n in baris:
        jenjang, kode, uraian = (
            b.teks(KRITERIA, n, kolom.get(k)) for k in ("Jenjang", "Nomor", "Uraian")
        )
        b.letak[kode] = Letak(lembar=KRITERIA, sel=alamat(n, kolom.get("Nomor", 0)))
        if jenjang == JENJANG[0]:
            bobot = b.angka(KRITERIA, n, kolom.get("Bobot"), "Bobot")
            hasil.append(Komponen(kode, uraian, bobot, ()))
        elif jenjang not in JENJANG:
            pesan = f"Jenjang “{jenjang[:30]}” tidak dikenal; yang ada: {', '.join(JENJANG)}."
            b.lapor("JENJANG_ASING", pesan, KRITERIA, n, kolom.get("Jenjang", 0))
        elif not hasil or (jenjang == JENJANG[2] and not hasil[-1].sub):
            induk = JENJANG[JENJANG.index(jenjang) - 1].lower()
            pesan = f"{jenjang} {kode} berdiri sebelum {induk}; taruh di bawah {induk}nya."
            b.lapor("TANPA_INDUK", pesan, KRITERIA, n, kolom.get("Jenjang", 0))
        elif jenjang == JENJANG[1]:
            bobot = b.angka(KRITERIA, n, kolom.get("Bobot"), "Bobot")
            hasil[-1] = _tambah(hasil[-1], SubKomponen(kode, uraian, bobot, ()))
        else:
            lewat = b.ya(KRITERIA, n, kolom.get("Boleh tidak berlaku"))
            kira = b.teks(KRITERIA, n, kolom.get("Perkiraan")).upper()
            hasil[-1] = _isi_sub(hasil[-1], Kriteria(kode, uraian, lewat, kira))
    return tuple(hasil)


def _tambah(k: Komponen, sub: SubKomponen) -> Komponen:
    return replace(k, sub=(*k.sub, sub))


def _isi_sub(k: Komponen, kriteria: Kriteria) -> Komponen:
    akhir = k.sub[-1]
    return replace(k, sub=(*k.sub[:-1], replace(akhir, kriteria=(*akhir.kriteria, kriteria))))


def _skala(b: _Baca) -> Iterator[Grade]:
    kolom, baris = b.tabel(SKALA)
    b.letak["skala"] = Letak(lembar=SKALA, sel="A1")
    for n in baris:
        nama = b.teks(SKALA, n, kolom.get("Grade"))
        b.letak[f"skala/{nama}"] = Letak(lembar=SKALA, sel=alamat(n, kolom.get("Grade", 0)))
        lama = b.teks(SKALA, n, kolom.get("Tahun bertahan")) or "0"
        if angka_alamat(lama, 99) > 50:
            pesan = f"Tahun bertahan “{lama[:20]}” bukan banyaknya tahun; tulis 0 sampai 50."
            b.lapor("BUKAN_TAHUN", pesan, SKALA, n, kolom.get("Tahun bertahan", 0))
            lama = "0"
        yield Grade(
            nama,
            b.angka(SKALA, n, kolom.get("Nilai"), "Nilai"),
            b.angka(SKALA, n, kolom.get("Batas (%)"), "Batas"),
            b.ya(SKALA, n, kolom.get("Batas termasuk")),
            angka_alamat(lama),
        )


def _predikat(b: _Baca) -> Iterator[Predikat]:
    kolom, baris = b.tabel(PREDIKAT)
    b.letak["predikat"] = Letak(lembar=PREDIKAT, sel="A1")
    for n in baris:
        nama = b.teks(PREDIKAT, n, kolom.get("Predikat"))
        letak = Letak(lembar=PREDIKAT, sel=alamat(n, kolom.get("Predikat", 0)))
        b.letak[f"predikat/{nama}"] = letak
        yield Predikat(
            nama,
            b.teks(PREDIKAT, n, kolom.get("Sebutan")),
            b.angka(PREDIKAT, n, kolom.get("Batas"), "Batas"),
            b.ya(PREDIKAT, n, kolom.get("Batas termasuk")),
        )
