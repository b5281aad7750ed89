"""Outlines: one row per node, the levels follow each other down one name column."""

from __future__ import annotations

from datetime import date

from kinerja.impor.bacaan import SimpulBaca
from kinerja.impor.nomor import (
    di_bawah,
    jenjang_kode,
    kedalaman,
    lepas_kode,
    lepas_nomor,
    ruas_kode,
)
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tajuk_tafsir import URAIAN_ATAS
from kinerja.impor.tata_letak.blok_unit import BlokUnit
from kinerja.impor.tata_letak.isi import (
    KolomJenjang,
    isi_kalimat,
    isi_pagu,
    kolom_jenjang,
    tambah_indikator,
)
from kinerja.impor.tata_letak.jenjang_baris import ATAS_NOMENKLATUR, Tanda, tentukan
from kinerja.impor.tata_letak.menurun_baris import Baris, Tumpukan
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.samping import KolomSamping
from kinerja.impor.tata_letak.sertaan import (
    PESAN_NOMOR_ANGKA,
    PESAN_NOMOR_KOSONG,
    PESAN_NOMOR_TANGGAL,
    PESAN_TANPA_JENJANG,
    Sertaan,
)


def baca_menurun(p: Pembacaan, *, dengan_urusan: bool = False) -> list[SimpulBaca]:
    """Nodes of an outline in row order. ``dengan_urusan`` keeps urusan and bidang urusan."""
    return _Pembaca(p, dengan_urusan).baca()


class _Pembaca:
    def __init__(self, p: Pembacaan, dengan_urusan: bool):
        self.p = p
        self.tabel: Tabel = p.tabel
        self.k: KolomJenjang = kolom_jenjang(p.tabel, None, p.tahun)
        sendiri = [(j, kolom_jenjang(p.tabel, j, p.tahun)) for j in p.tabel.jenjang]
        self.atas = [(j, k) for j, k in sendiri if j in URAIAN_ATAS]
        self.samping = [(j, k.nama) for j, k in sendiri if j not in URAIAN_ATAS]
        self.tangga = p.tabel.tangga
        self.no = _c(p.tabel, "no")
        self.level = _c(p.tabel, "level")
        self.sertaan = Sertaan(p)
        self.nilai_samping, self.blok = KolomSamping(p), BlokUnit(p)
        self.dengan_urusan = dengan_urusan
        self.tumpukan = Tumpukan()
        self.simpul: list[SimpulBaca] = []
        self.per_kode: dict[tuple[str, ...], SimpulBaca] = {}
        self.nomor_ada: set[str] = set()

    def baca(self) -> list[SimpulBaca]:
        baris = [self._baris(r) for r in self.tabel.batas.data]
        bernama = [b for b in baris if b.nama and not b.lewati]
        nama = self.tabel.nama
        jenjang = tentukan([b.tanda for b in bernama], nama.banyak if nama else ())
        menurut_baris = {b.r: j for b, j in zip(bernama, jenjang, strict=True)}
        self.nomor_ada = {b.tanda.no for b in bernama if b.tanda.no}
        for b in baris:
            if b.lewati:
                if b.r in self.blok.kepala:
                    self.tumpukan.isi.clear()
                continue
            di_atas = self._di_atas(b)
            if b.nama:
                self._simpul(b, menurut_baris[b.r])
            elif not b.tersembunyi and not di_atas:
                self._lanjutan(b)
        self._nomor_kosong(bernama)
        self.nilai_samping.lapor_kosong(self.simpul)
        self._tanpa_jenjang([b for b in bernama if menurut_baris[b.r] is None])
        return [s for s in self.simpul if not s.lain.get("tersembunyi")]

    def _baris(self, r: int) -> Baris:
        p, k = self.p, self.k
        tersembunyi = r in self.tabel.lembar.baris_tersembunyi
        c_nama, pasti = self._kolom_nama(r)
        mentah = p.mentah(r, c_nama)
        nama = p.teks(r, c_nama)
        kode, no, angka = self._kode(r), *self._nomor(r)
        if nama and not kode and (lepas := lepas_kode(nama)).kode:
            nama, kode = lepas.nama, lepas.kode
        if nama and not no and (lepas := lepas_nomor(nama)).nomor:
            nama, no = lepas.nama, lepas.nomor
        if no and not kode and jenjang_kode(no) in ("program", "kegiatan", "sub_kegiatan"):
            kode = no
        indentasi = self._indentasi(r, c_nama, mentah)
        tanda = Tanda(no, kode, pasti or p.teks(r, self.level), nama, indentasi, bool(pasti))
        kinerja = "" if nama else p.teks(r, k.kinerja, "kinerja") if (no or kode) else ""
        lewati = (r, k.nama) in p.dibiarkan or r in self.blok.kepala or self._penanda(r)
        return Baris(
            r, nama or kinerja, c_nama if nama else None, tanda, angka, tersembunyi, lewati
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
        """How far to the right a name begins: in columns where names step, else within its own."""
        if len(self.tangga) > 1 and c_nama in self.tangga:
            return self.tangga.index(c_nama)
        spasi = len(mentah) - len(mentah.lstrip(" \xa0")) if isinstance(mentah, str) else 0
        return spasi + self.tabel.lembar.indentasi.get((r, self.k.nama or 0), 0)

    def _kode(self, r: int) -> str:
        return self.sertaan.kode(self.k.kode, r)

    def _nomor(self, r: int) -> tuple[str, bool]:
        """The printed number; whether a spreadsheet keeps it as a number with decimals."""
        mentah = self.p.mentah(r, self.no)
        pecahan = isinstance(mentah, float) and not mentah.is_integer()
        if pecahan or isinstance(mentah, date):
            pesan = PESAN_NOMOR_ANGKA.format(mentah) if pecahan else PESAN_NOMOR_TANGGAL
            self.p.lapor("NOMOR_BUKAN_TEKS", pesan, r, self.no or 0)
            return self.p.teks(r, self.no, "no"), True
        return self.p.teks(r, self.no, "no").rstrip("."), False

    def _penanda(self, r: int) -> bool:
        """A lone text merged across the table is a remark, not a node."""
        if not self.tabel.lembar.gabungan:
            return False
        isi = [k.c for k in self.tabel.kolom if self.p.isi(r, k.c)]
        if len(isi) != 1:
            return False
        return self.p.lebar(r, isi[0]) >= 4

    def _di_atas(self, b: Baris) -> bool:
        """A tujuan or sasaran in a column of its own, before the outline, is a parent; in a row
        without a name the row's values are those of the last one. Answers whether they were.
        """
        p, r, s = self.p, b.r, None
        for level, k in self.atas:
            if b.tersembunyi or not p.isi(r, k.identitas):
                continue
            induk = self.tumpukan.induk(level)
            id_induk = induk.id if induk else None
            s = SimpulBaca(id=f"{r}.{level}", induk=id_induk, level=level, baris=r + 1)
            isi_kalimat(p, s, k, r)
            tambah_indikator(p, s, k, r, baru=True)
            self.tumpukan.isi.append(s)
            self.simpul.append(s)
        if s is None or b.nama or not p.isi(r, self.k.indikator):
            return False
        tambah_indikator(p, s, self.k, r, baru=True)
        isi_pagu(p, s, self.k, r)
        return True

    def _simpul(self, b: Baris, level: str | None) -> None:
        atas = level in ATAS_NOMENKLATUR and not self.dengan_urusan
        induk = self._induk(b, level)
        s = SimpulBaca(
            id=str(b.r),
            induk=induk.id if induk and not induk.lain.get("tersembunyi") else None,
            level=level,
            no=b.tanda.no,
            kode=b.tanda.kode,
            nama=b.nama if b.c_nama is not None else "",
            baris=b.r + 1,
        )
        if b.tersembunyi or atas:
            s.lain["tersembunyi"] = True
        else:
            self._isi(s, b)
        if level is not None:
            self.tumpukan.isi.append(s)
        if b.tanda.kode:
            self.per_kode[ruas_kode(b.tanda.kode)] = s
        self.simpul.append(s)

    def _induk(self, b: Baris, level: str | None) -> SimpulBaca | None:
        """By position; a code or dotted number that points elsewhere is believed."""
        induk = self.tumpukan.induk(level)
        ruas = ruas_kode(b.tanda.kode) if jenjang_kode(b.tanda.kode) else ()
        if ruas and (induk is None or induk.kode):
            if level == "sub_kegiatan" and (tepat := self.per_kode.get(ruas[:-1])):
                return tepat
            if induk is not None and di_bawah(ruas, ruas_kode(induk.kode)):
                return induk
            return self._induk_kode(ruas)
        if induk is not None and self._nomor_lain(b.tanda.no, induk.no):
            return None
        return induk

    def _induk_kode(self, ruas: tuple[str, ...]) -> SimpulBaca | None:
        calon = [a for a in self.per_kode if di_bawah(ruas, a)]
        s = self.per_kode[max(calon, key=len)] if calon else None
        return None if s is None or (s.level in ATAS_NOMENKLATUR and not self.dengan_urusan) else s

    def _nomor_lain(self, no: str, induk: str) -> bool:
        """2.1 below 1 where no 2 is printed: its parent is not in the table."""
        if kedalaman(no) < 2 or not kedalaman(induk):
            return False
        awalan = no.rstrip(".").rpartition(".")[0]
        if kedalaman(awalan) != kedalaman(induk) or awalan == induk.rstrip("."):
            return False
        return awalan not in self.nomor_ada

    def _isi(self, s: SimpulBaca, b: Baris) -> None:
        p, k, r = self.p, self.k, b.r
        for medan, c in (("nama", b.c_nama), ("no", self.no)):
            if c is not None and p.isi(r, c):
                s.sel[medan] = p.sel(r, c)
        self.sertaan.letak_kode(s, k.kode, r)
        if (r, k.nama) in self.tabel.lembar.dicoret:
            s.lain["dicoret"] = True
        if b.nomor_angka:
            s.lain["nomor_angka"] = True
        isi_kalimat(p, s, k, r)
        tambah_indikator(p, s, k, r, baru=True)
        isi_pagu(p, s, k, r)
        self.nilai_samping.isi(s, self.tumpukan.isi, r)
        self.sertaan.isi(s, r)
        self.blok.tandai(s, r)

    def _lanjutan(self, b: Baris) -> None:
        """A row without a name: another indicator of the node above it, or more of its text."""
        p, k, r = self.p, self.k, b.r
        if not self.simpul:
            return
        s = self.simpul[-1]
        if s.lain.get("tersembunyi"):
            return
        if tambah_indikator(p, s, k, r, baru=False):
            self.sertaan.indikator_tambahan(s, k.indikator, r)
        elif kalimat := p.teks(r, k.kinerja, "kinerja") if p.asal(r, k.kinerja or 0) == r else "":
            s.kinerja = f"{s.kinerja} {kalimat}".strip()
        self._pagu_lanjutan(s, r)

    def _pagu_lanjutan(self, s: SimpulBaca, r: int) -> None:
        for _, c in self.k.pagu:
            if self.p.isi(r, c) and self.p.asal(r, c) == r:
                pesan = (
                    "Pagu di baris tanpa nama tidak dimuat; isi namanya atau gabungkan ke baris "
                    f"{s.baris}."
                )
                self.p.lapor("NOMOR_KOSONG", pesan, r, c)

    def _tanpa_jenjang(self, baris: list[Baris]) -> None:
        if baris and not all(b.tersembunyi for b in baris):
            pesan = PESAN_TANPA_JENJANG.format(len(baris))
            self.p.lapor("JENJANG_TIDAK_DIKENAL", pesan, baris[0].r, self.k.nama or 0)

    def _nomor_kosong(self, bernama: list[Baris]) -> None:
        if self.no is None:
            return
        tanpa = [b for b in bernama if not b.tanda.no and not b.tersembunyi]
        if len(tanpa) * 10 > len(bernama) * 3:
            return
        for b in tanpa:
            self.p.lapor("NOMOR_KOSONG", PESAN_NOMOR_KOSONG, b.r, self.no)


def _c(tabel: Tabel, medan: str) -> int | None:
    kolom = tabel.kolom_medan(medan)
    return kolom.c if kolom else None
