"""Outlines: one row per node, the levels follow each other down one name column."""

from __future__ import annotations

from kinerja.impor.bacaan import SimpulBaca
from kinerja.impor.nomor import di_bawah, jenjang_kode, kedalaman, ruas_kode
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tajuk_tafsir import URAIAN_ATAS
from kinerja.impor.tata_letak.baris_garis import PembacaBaris
from kinerja.impor.tata_letak.baris_lebar import lapor_judul
from kinerja.impor.tata_letak.baris_luaran import LUARAN, isi_luaran, peran_luaran
from kinerja.impor.tata_letak.baris_tambahan import JUDUL, PESAN_SAMBUNGAN, peran_baris
from kinerja.impor.tata_letak.blok_unit import BlokUnit
from kinerja.impor.tata_letak.isi import (
    KolomJenjang,
    isi_kalimat,
    isi_pagu,
    kolom_jenjang,
    tambah_indikator,
)
from kinerja.impor.tata_letak.jenjang_baris import ATAS_NOMENKLATUR, tentukan
from kinerja.impor.tata_letak.jenjang_gaya import temuan_rupa
from kinerja.impor.tata_letak.menurun_baris import Baris, Tumpukan
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.samping import KolomSamping
from kinerja.impor.tata_letak.sertaan import PESAN_NOMOR_KOSONG, PESAN_TANPA_JENJANG, Sertaan


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
        self.sertaan = Sertaan(p)
        self.nilai_samping, self.blok = KolomSamping(p), BlokUnit(p)
        samping = [(j, k.nama) for j, k in sendiri if j not in URAIAN_ATAS]
        self.pembaca = PembacaBaris(p, self.k, self.sertaan, samping, self.blok.kepala)
        self.no = self.pembaca.no
        self.dengan_urusan = dengan_urusan
        self.tumpukan = Tumpukan()
        self.simpul: list[SimpulBaca] = []
        self.per_kode: dict[tuple[str, ...], SimpulBaca] = {}
        self.nomor_ada: set[str] = set()
        self.peran: dict[int, str] = {}

    def baca(self) -> list[SimpulBaca]:
        baris = [self.pembaca.baca(r) for r in self.tabel.batas.data]
        peran = peran_luaran(self.p, self.k, baris) or peran_baris(self.p, self.k, baris)
        self.peran = peran
        bernama = [b for b in baris if b.nama and not b.lewati and b.r not in peran]
        nama = self.tabel.nama
        jenjang, rupa = tentukan([b.tanda for b in bernama], nama.banyak if nama else ())
        menurut_baris = {b.r: j for b, j in zip(bernama, jenjang, strict=True)}
        self.nomor_ada = {b.tanda.no for b in bernama if b.tanda.no}
        for b in baris:
            if b.r in self.blok.kepala:
                self.tumpukan.isi.clear()
            elif not b.lewati and peran.get(b.r) != JUDUL:
                self._baris(b, menurut_baris)
        self._nomor_kosong(bernama)
        self.nilai_samping.lapor_kosong(self.simpul)
        self._tanpa_jenjang([b for b in bernama if menurut_baris[b.r] is None])
        self._judul([b for b in baris if peran.get(b.r) == JUDUL])
        if rupa:
            pesan = temuan_rupa([b.tanda.gaya for b in bernama], [b.nama for b in bernama], rupa)
            self.p.lapor("JENJANG_DITAFSIRKAN", pesan, bernama[0].r, bernama[0].c_nama or 0)
        return [s for s in self.simpul if not s.lain.get("tersembunyi")]

    def _baris(self, b: Baris, jenjang: dict[int, str | None]) -> None:
        di_atas = self._di_atas(b)
        if b.r in jenjang:
            self._simpul(b, jenjang[b.r])
        elif not b.tersembunyi and not di_atas:
            self._lanjutan(b)

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
        for medan, c in (("nama", b.c_nama), *(("no", c) for c in self.no[:1])):
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
        """A row without a name of its own: another indicator of the node above it, or more of its
        texts.
        """
        p, k, r = self.p, self.k, b.r
        if not self.simpul:
            return
        s = self.simpul[-1]
        if s.lain.get("tersembunyi"):
            return
        if self.peran.get(r) == LUARAN:
            isi_luaran(p, k, s, b)
        elif b.nama or self._indikator_bersambung(s, r):
            self._sambung(s, b)
        elif tambah_indikator(p, s, k, r, baru=False):
            self.sertaan.indikator_tambahan(s, k.indikator, r)
        elif kalimat := p.teks(r, k.kinerja, "kinerja") if p.asal(r, k.kinerja or 0) == r else "":
            s.kinerja = f"{s.kinerja} {kalimat}".strip()
        self._pagu_lanjutan(s, r)

    def _indikator_bersambung(self, s: SimpulBaca, r: int) -> bool:
        """The rest of a sentence: it begins small and has no target."""
        p, k = self.p, self.k
        if not s.indikator or k.indikator is None or p.asal(r, k.indikator) != r:
            return False
        tanpa = not any(p.isi(r, c) for c in (k.satuan, *(c for _, c in k.target)))
        return tanpa and p.teks(r, k.indikator, "indikator")[:1].islower()

    def _sambung(self, s: SimpulBaca, b: Baris) -> None:
        """Put the pieces of a hand-wrapped row together."""
        p, k, r = self.p, self.k, b.r
        s.nama = f"{s.nama} {b.nama}".strip()
        if k.kinerja is not None and p.asal(r, k.kinerja) == r:
            s.kinerja = f"{s.kinerja} {p.teks(r, k.kinerja, 'kinerja')}".strip()
        if s.indikator and k.indikator is not None and p.asal(r, k.indikator) == r:
            akhir = s.indikator[-1]
            akhir.teks = f"{akhir.teks} {p.teks(r, k.indikator, 'indikator')}".strip()
        c = b.c_nama if b.c_nama is not None else k.indikator
        p.lapor("BARIS_SAMBUNGAN", PESAN_SAMBUNGAN.format(s.baris), r, c or 0)

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

    def _judul(self, baris: list[Baris]) -> None:
        """Names of units between the nodes; one above all of them may bear the total."""
        if not baris:
            return
        lapor_judul(self.p, [(b.r, self.k.nama or 0, b.nama) for b in baris])
        pertama = baris[0].r
        if any(self.p.isi(pertama, c) for _, c in self.k.pagu):
            self.tabel.batas.jumlah.insert(0, pertama)

    def _nomor_kosong(self, bernama: list[Baris]) -> None:
        if not self.no:
            return
        tanpa = [b for b in bernama if not b.tanda.no and not b.tersembunyi]
        if len(tanpa) * 10 > len(bernama) * 3:
            return
        for b in tanpa:
            self.p.lapor("NOMOR_KOSONG", PESAN_NOMOR_KOSONG, b.r, self.no[0])
