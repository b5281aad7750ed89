"""Blocks of labels and values: a head names the level, what stands below it is its own."""

from __future__ import annotations

import re

from kinerja.impor.bacaan import IndikatorBaca, SimpulBaca, TabelBaca
from kinerja.impor.buku import letak
from kinerja.impor.nomor import lepas_kode, lepas_nomor
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tajuk_label import BLOK, Pasangan, cari_pasangan, tanpa_kurung
from kinerja.impor.tajuk_tafsir import URAIAN_ATAS
from kinerja.impor.tata_letak.isi import pecah_butir
from kinerja.impor.tata_letak.menurun_baris import Tumpukan
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.selesai import selesaikan
from kinerja.pilihan import JenisNilai

JENIS = "blok_label"
_JUMLAH = re.compile(r"\s*(?:jumlah|total)\b", re.IGNORECASE)
BERANGKA = (JenisNilai.ANGKA, JenisNilai.RENTANG)


def kenali(tabel: Tabel) -> float:
    """Labels with values, which have a search of their own."""
    return float(tabel.bentuk == BLOK)


def baca(p: Pembacaan) -> TabelBaca:
    pembaca = _Pembaca(p)
    simpul = pembaca.baca()
    judul = {s.sel.get("nama") for s in simpul if s.id not in pembaca.terisi}
    hasil = selesaikan(p, simpul, JENIS)
    p.temuan = [t for t in p.temuan if t.kode != "DUPLIKAT_PERSIS" or t.letak.sel not in judul]
    hasil.kolom = {}
    return hasil


class _Pembaca:
    def __init__(self, p: Pembacaan):
        self.p = p
        self.tahun = str(p.tahun or "")
        self.tumpukan = Tumpukan()
        self.simpul: list[SimpulBaca] = []
        self.terisi: set[str] = set()
        self.sejajar: list[tuple[int, int, SimpulBaca]] = []  # row, column of heads side by side

    def baca(self) -> list[SimpulBaca]:
        lembar = self.p.tabel.lembar
        for x in cari_pasangan(lembar):
            if x.r not in lembar.baris_tersembunyi:
                self._pasangan(x)
        for s in self.simpul:
            self._periksa(s)
        return self.simpul

    @property
    def kini(self) -> SimpulBaca | None:
        return self.simpul[-1] if self.simpul else None

    def _pasangan(self, x: Pasangan) -> None:
        if x.kepala or self._kepala_atas(x):
            self._buka(x)
        elif (s := self._pemilik(x)) is not None and not _JUMLAH.match(x.label):
            self.terisi.add(s.id)
            self._isi(s, x)

    def _kepala_atas(self, x: Pasangan) -> bool:
        """ "Tujuan", "Sasaran Strategis" begin a block; "Sasaran" in that of a program is its own
        sentence.
        """
        jenjang = x.tafsir.jenjang[:1]
        if x.tafsir.medan != "kinerja" or not jenjang or jenjang[0] not in URAIAN_ATAS:
            return False
        kini = self.kini
        if jenjang[0] != "sasaran" or "strategis" in x.label.casefold() or kini is None:
            return True
        return kini.level in URAIAN_ATAS or bool(kini.kinerja)

    def _buka(self, x: Pasangan) -> None:
        p, level = self.p, x.tafsir.jenjang[0]
        atas = level in URAIAN_ATAS
        teks = p.teks(x.r, x.nilai, "kinerja" if atas else "nama")
        teks = tanpa_kurung(teks) if x.judul else teks
        berkode = lepas_kode(teks)
        bernomor = lepas_nomor(berkode.nama)
        induk = self.tumpukan.induk(level)
        s = SimpulBaca(
            id=f"{x.r}.{x.c}", induk=induk.id if induk else None, level=level, no=bernomor.nomor,
            kode=berkode.kode, baris=x.r + 1,
        )  # fmt: skip
        medan = "kinerja" if atas else "nama"
        setattr(s, medan, bernomor.nama)
        s.sel[medan] = p.sel(x.r, x.nilai)
        if bernomor.nama:
            self.tumpukan.isi.append(s)
            self.simpul.append(s)
            self.sejajar = [x_ for x_ in self.sejajar if x_[0] == x.r] + [(x.r, x.c, s)]

    def _pemilik(self, x: Pasangan) -> SimpulBaca | None:
        """The open block, the one above the label of several side by side, or the open one of the
        level that the label names.
        """
        if len(self.sejajar) > 1:
            return [s for _, c, s in self.sejajar if c <= x.c][-1]
        jenjang = x.tafsir.jenjang[:1]
        bernama = [s for s in self.tumpukan.isi if jenjang and s.level == jenjang[0]]
        return bernama[-1] if bernama else self.kini

    def _isi(self, s: SimpulBaca, x: Pasangan) -> None:
        p, r, c, medan = self.p, x.r, x.nilai, x.tafsir.medan
        if medan == "pagu":
            s.pagu.setdefault(self.tahun, p.rupiah(r, c))
            s.sel.setdefault("pagu", p.sel(r, c))
        elif medan == "indikator":
            sel = {"indikator": p.sel(r, c)}
            butir = pecah_butir(p.teks(r, c, "indikator"))
            s.indikator += [IndikatorBaca(t, sel=dict(sel)) for t in butir if t]
        elif medan in ("target", "satuan", "formulasi"):
            self._ukuran(s, x)
        elif teks := p.teks(r, c, medan):
            self._teks(s, medan, teks, p.sel(r, c))

    def _teks(self, s: SimpulBaca, medan: str, teks: str, sel: str) -> None:
        if medan in ("kinerja", "kode", "unit"):
            setattr(s, medan, getattr(s, medan) or teks)
            s.sel.setdefault(medan, sel)
        else:
            s.lain.setdefault(medan, teks)

    def _ukuran(self, s: SimpulBaca, x: Pasangan) -> None:
        """Target, unit and formula belong to the indicator printed last."""
        p, r, c = self.p, x.r, x.nilai
        if not s.indikator:
            s.indikator.append(IndikatorBaca("", sel={"indikator": p.sel(r, c)}))
        i = s.indikator[-1]
        if x.tafsir.medan == "satuan":
            i.satuan = p.teks(r, c, "satuan") or i.satuan
            i.sel["satuan"] = p.sel(r, c)
        elif x.tafsir.medan == "formulasi":
            i.formulasi += [t for t in (p.teks(r, c, "formulasi"),) if t]
        else:
            nilai = i.target[self.tahun] = p.target(r, c, i.satuan)
            i.satuan = i.satuan or nilai.bacaan.nilai.satuan
            i.sel["target"] = p.sel(r, c)
            for t in nilai.bacaan.temuan if nilai.bacaan.nilai.jenis == JenisNilai.KOSONG else ():
                p.lapor(t.kode, t.pesan, r, c)

    def _periksa(self, s: SimpulBaca) -> None:
        """A block of values says when its indicator or a unit is missing."""
        if s.id in self.terisi and not any(i.teks for i in s.indikator):
            sel = s.sel.get("nama") or s.sel["kinerja"]
            self._lapor("INDIKATOR_KOSONG", "Indikator belum diisi.", sel)
        for i in s.indikator:
            for n in i.target.values():
                if n.bacaan.nilai.jenis in BERANGKA and not i.satuan:
                    pesan = f"Target {n.bacaan.nilai.mentah} tanpa satuan."
                    self._lapor("SATUAN_KOSONG", pesan, n.sel)
        s.indikator = [i for i in s.indikator if i.teks or i.target]

    def _lapor(self, kode: str, pesan: str, sel: str) -> None:
        self.p.lapor(kode, pesan, *letak(sel))
