"""From the opened workbook to rows whose changed cells are read, references resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kinerja.aturan.temuan import Temuan
from kinerja.impor.bacaan import HasilBaca, NilaiSel, PilihanImpor
from kinerja.impor.buku import Buku
from kinerja.impor.buku_kerja.bentuk import (
    ANGGARAN,
    ID,
    INDIKATOR,
    ISIAN,
    JUMLAH,
    NAMA_LEMBAR,
    POHON,
    TARGET,
    pecah_tahun,
)
from kinerja.impor.buku_kerja.lembaran import (
    Asal,
    BarisLembar,
    LembarBaca,
    baca_asal,
    baca_lembar,
)
from kinerja.impor.koreksi import Dibiarkan, terapkan_koreksi
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tajuk_batas import Batas
from kinerja.impor.tajuk_kolom import Kolom as KolomTabel
from kinerja.impor.tata_letak.pembacaan import Pembacaan

RUJUKAN = {POHON: {"induk": POHON}, INDIKATOR: {"kotak": POHON}, TARGET: {"indikator": INDIKATOR},
           ANGGARAN: {"kotak": POHON}}  # fmt: skip
"""Columns that name a row of another sheet by its ID."""
MEDAN = {"teks": "indikator", "kinerja": "kinerja"}


@dataclass
class BukuKerja:
    """The reading. ``rujuk`` resolves a reference to the name of a row (see ``nama_baris``);
    ``diganti`` has the texts that corrections replaced, by "LEMBAR!SEL".
    """

    asal: Asal
    lembar: dict[str, LembarBaca]
    nilai: dict[tuple[str, int, str], NilaiSel] = field(default_factory=dict)
    rujuk: dict[tuple[str, int, str], str] = field(default_factory=dict)
    buntu: set[tuple[str, int]] = field(default_factory=set)
    diganti: dict[str, str] = field(default_factory=dict)

    def baris(self, jenis: str) -> list[BarisLembar]:
        return self.lembar[jenis].baris if jenis in self.lembar else []

    def isi_sel(self) -> dict[str, str]:
        """The text of every cell to be filled in, by "LEMBAR!SEL"."""
        return {
            f"{x.lembar.nama}!{x.sel(b, k)}": b.isi.get(k, "")
            for x in self.lembar.values()
            for b in x.baris
            for k, (_, kolom) in x.kolom.items()
            if kolom.sifat == ISIAN
        }

    def hilang(self, jenis: str) -> list[str]:
        """Keys of rows that were given out and have not come back."""
        if jenis not in self.lembar or "uid" not in self.lembar[jenis].kolom:
            return []
        ada = {b.kunci for b in self.baris(jenis)}
        return [kunci for kunci in self.asal.baris.get(jenis, {}) if kunci not in ada]


def nama_baris(b: BarisLembar) -> str:
    """What a row is called inside one reading: its hidden key, else its place."""
    return b.kunci or f"{b.lembar}#{b.nomor}"


def baca_buku_kerja(buku: Buku, pilihan: PilihanImpor) -> HasilBaca:
    """Read a workbook that ``lembaran.dikenali``. Only changed cells can have findings."""
    hasil = HasilBaca(sha256=buku.sha256, temuan=list(buku.temuan))
    dibiarkan: Dibiarkan = {}
    if pilihan.koreksi:
        dibiarkan, hasil.asal = terapkan_koreksi(buku, pilihan.koreksi, NAMA_LEMBAR[POHON])
    asal = baca_asal(buku)
    lembar, temuan = baca_lembar(buku, asal)
    bacaan = BukuKerja(asal, lembar, diganti=hasil.asal)
    hasil.temuan += temuan
    for satu in lembar.values():
        pembaca = _Pembaca(bacaan, satu, dibiarkan.get(satu.lembar.nama, frozenset()))
        hasil.temuan += pembaca.baca()
    hasil.temuan += _rujukan(bacaan)
    hasil.buku_kerja = bacaan
    return hasil


class _Pembaca:
    """Reads the changed cells of one sheet; the others keep the text they were given out with."""

    def __init__(self, bacaan: BukuKerja, satu: LembarBaca, dibiarkan: frozenset[tuple[int, int]]):
        self.bacaan, self.satu, self.dibiarkan = bacaan, satu, dibiarkan
        kolom = [KolomTabel(c, k.judul, k.kunci) for c, k in satu.kolom.values()]
        batas = Batas(data=[b.r for b in satu.baris])
        self.satuan = {
            i.isi.get("id", "").casefold(): i.isi.get("satuan", "") for i in bacaan.baris(INDIKATOR)
        }
        self.p = Pembacaan(Tabel(satu.lembar, [satu.r_tanda], kolom, "", batas), None, dibiarkan)

    def baca(self) -> list[Temuan]:
        for b in self.satu.baris:
            for kunci, (c, kolom) in self.satu.kolom.items():
                if kolom.sifat == ISIAN and b.diubah(kunci):
                    self._sel(b, kunci, c)
        return self.p.temuan

    def _sel(self, b: BarisLembar, kunci: str, c: int) -> None:
        bertahun = pecah_tahun(kunci)
        if bertahun is None:
            if (b.r, c) in self.dibiarkan:
                b.isi[kunci] = (b.asal or {}).get(kunci, "")
            else:
                b.isi[kunci] = self.p.teks(b.r, c, MEDAN.get(kunci, "nama"))
        elif bertahun[0] == "nilai":
            self.bacaan.nilai[b.lembar, b.r, kunci] = self.p.rupiah(b.r, c)
        else:
            self.bacaan.nilai[b.lembar, b.r, kunci] = self.p.target(
                b.r, c, self._satuan(b), baseline=bertahun[0] == "baseline"
            )

    def _satuan(self, b: BarisLembar) -> str:
        return self.satuan.get(b.isi.get("indikator", "").casefold(), "")


def _rujukan(bacaan: BukuKerja) -> Iterator[Temuan]:
    """Resolve every reference; one that leads nowhere stops its row (``buntu``)."""
    kini: dict[str, dict[str, str]] = {}
    for jenis in (POHON, INDIKATOR):
        kini[jenis], ganda = _daftar_id(bacaan, jenis)
        yield from ganda
    semula = {
        jenis: {isi.get("id", "").casefold(): kunci for kunci, isi in baris.items()}
        for jenis, baris in bacaan.asal.baris.items()
    }
    for satu in bacaan.lembar.values():
        for kolom, tujuan in RUJUKAN[satu.jenis].items():
            for b in satu.baris:
                teks = b.isi.get(kolom, "").casefold()
                semula_dulu = b.asal is not None and not b.diubah(kolom)
                peta = [semula.get(tujuan, {}), kini[tujuan]]
                nama = _cari(teks, peta if semula_dulu else peta[::-1])
                if nama is None:
                    bacaan.buntu.add((b.lembar, b.r))
                    yield _tak_dikenal(satu, b, kolom, tujuan)
                else:
                    bacaan.rujuk[b.lembar, b.r, kolom] = nama


def _cari(teks: str, peta: list[dict[str, str]]) -> str | None:
    if teks in ("", JUMLAH.casefold()):
        return teks.upper()
    return next((p[teks] for p in peta if teks in p), None)


def _tak_dikenal(satu: LembarBaca, b: BarisLembar, kolom: str, tujuan: str) -> Temuan:
    judul = satu.kolom[kolom][1].judul
    pesan = (
        f"{judul} “{b.isi[kolom][:40]}” tidak ada di kolom ID lembar {NAMA_LEMBAR[tujuan]}; "
        "tulis salah satu ID yang ada di sana."
    )
    return satu.temuan("RUJUKAN_TIDAK_DIKENAL", pesan, b, kolom)


def _daftar_id(bacaan: BukuKerja, jenis: str) -> tuple[dict[str, str], list[Temuan]]:
    hasil: dict[str, str] = {}
    pemilik: dict[str, BarisLembar] = {}
    temuan = []
    for b in bacaan.baris(jenis):
        sebutan = b.isi.get("id", "").casefold()
        if not sebutan or b.salinan is not None:
            continue
        if sebutan in hasil:
            pesan = (
                f"ID “{b.isi['id'][:40]}” sudah dipakai baris {pemilik[sebutan].nomor}; "
                "beri sebutan lain."
            )
            temuan.append(bacaan.lembar[jenis].temuan("ID_GANDA", pesan, b, ID.lower()))
            continue
        hasil[sebutan], pemilik[sebutan] = nama_baris(b), b
    return hasil, temuan
