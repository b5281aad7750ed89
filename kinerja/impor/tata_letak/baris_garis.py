"""One row of an outline as it is printed: number, code, name, and how its name stands there."""

from __future__ import annotations

import re
from collections.abc import Container
from datetime import date

from kinerja.impor.nomor import (
    BUTIR,
    bernomor_polos,
    butir_di_depan,
    jenjang_kode,
    lepas_kode,
    lepas_nomor,
    tanpa_lanjutan,
)
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tata_letak.isi import KolomJenjang
from kinerja.impor.tata_letak.jenjang_baris import Tanda
from kinerja.impor.tata_letak.jenjang_gaya import POLOS
from kinerja.impor.tata_letak.menurun_baris import Baris
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.sertaan import PESAN_NOMOR_ANGKA, PESAN_NOMOR_TANGGAL, Sertaan

CONTOH = 400  # rows looked at
_TITIK_RENGGANG = re.compile(r"\s+\.\s*|\s*\.\s+(?=\w)")


class PembacaBaris:
    """Rows of one table. ``samping``: name columns of single levels beside the outline's;
    ``kepala``: rows that head a block.
    """

    def __init__(
        self,
        p: Pembacaan,
        k: KolomJenjang,
        sertaan: Sertaan,
        samping: list[tuple[str, int | None]],
        kepala: Container[int] = (),
    ):
        self.p = p
        self.k = k
        self.sertaan = sertaan
        self.samping = samping
        self.kepala = kepala
        self.tabel: Tabel = p.tabel
        self.tangga = p.tabel.tangga
        self.no = p.tabel.kolom_nomor
        self.level = _c(p.tabel, "level")
        self.rupa = p.tabel.lembar.rupa
        self.polos = not self.no and self._bernomor_polos()

    def _bernomor_polos(self) -> bool:
        """Names carry numbers without a dot: "1 Program X" above "1.1 Kegiatan Y"."""
        isi = [self.p.mentah(r, self.k.nama) for r in self.tabel.batas.data[:CONTOH]]
        teks = [t.strip() for t in isi if isinstance(t, str) and t.strip()]
        nomor = [lepas_nomor(t, tanpa_tanda=True).nomor for t in teks]
        bertitik = any("." in n for n in nomor)
        return (
            bertitik
            and any(map(bernomor_polos, teks))
            and sum(map(bool, nomor)) * 10 >= len(teks) * 8
        )

    def baca(self, r: int) -> Baris:
        p, k = self.p, self.k
        c_nama, pasti = self._kolom_nama(r)
        mentah = p.mentah(r, c_nama)
        nama = p.teks(r, c_nama)
        if "anjut" in nama[-12:]:
            nama = tanpa_lanjutan(nama)
        kode, (no, angka) = self.sertaan.kode(k.kode, r), self._nomor(r)
        if nama and not kode and (lepas := lepas_kode(nama)).kode:
            nama, kode = lepas.nama, lepas.kode
        if nama and not no and (lepas := lepas_nomor(nama, tanpa_tanda=self.polos)).nomor:
            nama, no = lepas.nama, lepas.nomor
        if no and not kode and jenjang_kode(no) in ("program", "kegiatan", "sub_kegiatan"):
            kode = no
        tanda = Tanda(
            no,
            kode,
            pasti or p.teks(r, self.level),
            nama,
            self._indentasi(r, c_nama, mentah) + butir_di_depan(nama),
            bool(pasti),
            self.rupa.get((r, c_nama or 0), POLOS) if self.rupa else POLOS,
        )
        kinerja = "" if nama else p.teks(r, k.kinerja, "kinerja") if (no or kode) else ""
        return Baris(
            r,
            nama or kinerja,
            c_nama if nama else None,
            tanda,
            nomor_angka=angka,
            tersembunyi=r in self.tabel.lembar.baris_tersembunyi,
            lewati=(r, k.nama) in p.dibiarkan or r in self.kepala or self._penanda(r),
        )

    def _kolom_nama(self, r: int) -> tuple[int | None, str]:
        """Where the row's name stands: the outline's column, else that of a level beside it."""
        for c in self.tangga:
            if self.p.isi(r, c):
                return c, ""
        for level, c_samping in self.samping:
            if self.p.isi(r, c_samping):
                return c_samping, level
        return self.k.nama, ""

    def _indentasi(self, r: int, c_nama: int | None, mentah: object) -> int:
        """How far to the right a name begins: in columns where names or numbers step, else within
        its own.
        """
        if len(self.tangga) > 1 and c_nama in self.tangga:
            return self.tangga.index(c_nama)
        if len(self.no) > 1:
            return next((i for i, c in enumerate(self.no) if self.p.isi(r, c)), 0)
        spasi = len(mentah) - len(mentah.lstrip(" \xa0")) if isinstance(mentah, str) else 0
        return spasi + self.tabel.lembar.indentasi.get((r, self.k.nama or 0), 0)

    def _nomor(self, r: int) -> tuple[str, bool]:
        """The printed number, in one piece; whether a spreadsheet keeps it as one with decimals."""
        bagian = [self._potong(r, c) for c in self.no]
        teks = ".".join(t for t, _ in bagian if t)
        if "." in teks and " " in teks:
            teks = _TITIK_RENGGANG.sub(".", teks)
        return ("" if teks in BUTIR else teks), any(angka for _, angka in bagian)

    def _potong(self, r: int, c: int) -> tuple[str, bool]:
        mentah = self.p.mentah(r, c)
        pecahan = isinstance(mentah, float) and not mentah.is_integer()
        if pecahan or isinstance(mentah, date):
            pesan = PESAN_NOMOR_ANGKA.format(mentah) if pecahan else PESAN_NOMOR_TANGGAL
            self.p.lapor("NOMOR_BUKAN_TEKS", pesan, r, c)
            return self.p.teks(r, c, "no"), True
        return self.p.teks(r, c, "no").rstrip("."), False

    def _penanda(self, r: int) -> bool:
        """A lone text merged across the table is a remark, not a node."""
        if not self.tabel.lembar.gabungan:
            return False
        isi = [k.c for k in self.tabel.kolom if self.p.isi(r, k.c)]
        if len(isi) != 1:
            return False
        return self.p.lebar(r, isi[0]) >= 4


def _c(tabel: Tabel, medan: str) -> int | None:
    kolom = tabel.kolom_medan(medan)
    return kolom.c if kolom else None
