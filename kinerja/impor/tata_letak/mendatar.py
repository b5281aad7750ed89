"""Tables whose levels stand side by side: parents are merged cells, blanks below, or repeated."""

from __future__ import annotations

from dataclasses import dataclass, field

from kinerja.aturan.teks import kunci
from kinerja.impor.bacaan import SimpulBaca
from kinerja.impor.nomor import (
    Bernomor,
    bernomor_polos,
    lepas_kode,
    lepas_nomor,
    mungkin_bernomor,
    tanpa_lanjutan,
)
from kinerja.impor.tajuk import Tabel
from kinerja.impor.tata_letak.baris_lebar import lapor_judul, peran_baris_lebar, sambung
from kinerja.impor.tata_letak.baris_tambahan import JUDUL, SAMBUNGAN
from kinerja.impor.tata_letak.isi import (
    KolomJenjang,
    isi_kalimat,
    isi_pagu,
    kolom_jenjang,
    tambah_indikator,
)
from kinerja.impor.tata_letak.kaitan import (
    Cetakan,
    Penanda,
    gantikan,
    kaitkan_indikator,
    pola_ganti,
)
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tata_letak.sertaan import Sertaan

BARU, SAMA, WARISAN = "baru", "sama", "warisan"


@dataclass(slots=True)
class _Jenjang:
    """One level: its columns and the node that is open while walking down."""

    nama: str
    k: KolomJenjang
    bernomor: bool = False
    longgar: bool = False  # its value columns name no level: they serve the row's deepest node
    kini: SimpulBaca | None = None
    kunci: str = ""
    mentah: object = None  # the open node's name cell, as typed
    keadaan: str = WARISAN
    ada: dict[tuple[str | None, str], SimpulBaca] = field(default_factory=dict)


def baca_mendatar(p: Pembacaan, jenjang: tuple[str, ...] | None = None) -> list[SimpulBaca]:
    """Nodes in reading order, parents before children."""
    return _Pembaca(p, jenjang or p.tabel.jenjang).baca()


class _Pembaca:
    def __init__(self, p: Pembacaan, jenjang: tuple[str, ...]):
        self.p = p
        self.tabel: Tabel = p.tabel
        self.jenjang = [self._siapkan(j) for j in jenjang]
        self.daun = self.jenjang[-1]
        self.daun.longgar = self._longgar()
        self._satuan_sendiri()
        self.sertaan = Sertaan(p)
        self.simpul: list[SimpulBaca] = []
        self.cetakan: Cetakan = {}
        self.penanda: list[Penanda] = []
        self.akhir: dict[str, int] = {}

    def _siapkan(self, nama: str) -> _Jenjang:
        j = _Jenjang(nama, kolom_jenjang(self.tabel, nama, self.p.tahun))
        isi = [self.p.mentah(r, j.k.identitas) for r in self.tabel.batas.data[:400]]
        teks = [t.strip() for t in isi if isinstance(t, str) and t.strip()]
        j.bernomor = bool(teks) and sum(map(bernomor_polos, teks)) * 10 >= len(teks) * 6
        return j

    def _longgar(self) -> bool:
        """One set of value columns for all levels, whose heads name none."""
        tersurat = any(
            k.jenjang and not k.tersirat and k.c in self.daun.k.berisi for k in self.tabel.kolom
        )
        return not tersurat and not any(j.k.berisi for j in self.jenjang[:-1])

    def _satuan_sendiri(self) -> None:
        """Unit and explanation printed beside every row of a merged indicator are those of the
        lowest level's own indicator, although they stand beside its parent's.
        """
        if len(self.jenjang) < 2:
            return
        atas, bawah = self.jenjang[-2].k, self.daun.k
        milik = [c for c in (atas.satuan, atas.formulasi) if c is not None]
        sendiri = (bawah.indikator, bawah.satuan, bawah.formulasi, *bawah.target, *atas.target)
        if atas.indikator is None or not milik or any(c is not None for c in sendiri):
            return
        if any(self._di_samping(r, milik) for r in self.tabel.batas.data):
            bawah.satuan, bawah.formulasi = atas.satuan, atas.formulasi
            atas.satuan = atas.formulasi = None
            atas.lengkapi()
            bawah.lengkapi()
            bawah.berisi = tuple(milik)

    def _di_samping(self, r: int, milik: list[int]) -> bool:
        """A row that prints them and its own name below an indicator printed further up."""
        p, atas = self.p, self.jenjang[-2].k
        lanjut = not p.isi(r, atas.indikator) and not p.isi(r, atas.identitas)
        return lanjut and p.isi(r, self.daun.k.identitas) and any(p.isi(r, c) for c in milik)

    def baca(self) -> list[SimpulBaca]:
        c = self.daun.k.identitas
        dibiarkan = {r for r, kolom in self.p.dibiarkan if kolom == c}
        sembunyi = self.tabel.lembar.baris_tersembunyi | dibiarkan
        peran = peran_baris_lebar(self.p, [j.k for j in self.jenjang])
        for r in self.tabel.batas.data:
            if (peran_ini := peran.get(r)) == SAMBUNGAN:
                sambung(self.p, r, [(j.k, j.kini) for j in self.jenjang if j.kini is not None])
            elif peran_ini is None and not self._penanda(r):
                self._baris(r, r in sembunyi)
        self._lapor_judul([r for r, satu in peran.items() if satu == JUDUL])
        self.sertaan.nomori(self.simpul, [j.nama for j in self.jenjang])
        kolom = {j.nama: j.k.identitas or 0 for j in self.jenjang}
        self.sertaan.sebarkan(self.simpul, self.akhir, kolom)
        kaitkan_indikator(self.simpul, self.cetakan)
        gantikan(self.simpul, self.penanda)
        return self.simpul

    def _lapor_judul(self, baris: list[int]) -> None:
        kolom = [c for j in self.jenjang if (c := j.k.identitas) is not None]
        isi = [(r, c, self.p.teks(r, c)) for r in baris for c in kolom if self.p.isi(r, c)]
        lapor_judul(self.p, isi)

    def _penanda(self, r: int) -> bool:
        """A remark across several levels ("program di atas dihapus") is no node."""
        if not self.tabel.lembar.gabungan and not self.tabel.lembar.dicoret:
            return False
        isi = [k.c for k in self.tabel.kolom if self.p.isi(r, k.c)]
        if len(isi) != 1:
            return False
        teks = self.p.teks(r, isi[0])
        if self.p.lebar(r, isi[0]) < 3 and not pola_ganti(teks):
            return False
        self._tutup(r, isi[0], teks)
        return True

    def _tutup(self, r: int, c: int, teks: str) -> None:
        """A remark ends what is open from its level down."""
        ke = next((n for n, j in enumerate(self.jenjang) if c in (j.k.nama, j.k.kinerja)), None)
        if ke is None:
            return
        self.penanda.append(Penanda(r, teks, self.jenjang[ke].nama))
        for j in self.jenjang[ke:]:
            j.kini, j.kunci, j.mentah = None, "", None

    def _baris(self, r: int, tersembunyi: bool) -> None:
        induk: SimpulBaca | None = None
        terputus = False  # a parent was newly printed: what is not printed below it is closed
        for j in self.jenjang:
            terputus = self._buka(j, r, induk, terputus, tersembunyi)
            induk = j.kini or induk
        if not tersembunyi:
            self._nilai(r)

    def _buka(
        self, j: _Jenjang, r: int, induk: SimpulBaca | None, terputus: bool, tersembunyi: bool
    ) -> bool:
        """Open the node that row ``r`` shows at a level, or keep, or close the open one. Answers
        whether what is open below it no longer belongs to it.
        """
        mentah = self.p.mentah(r, j.k.identitas)
        if mentah is not None and mentah == j.mentah and j is not self.daun and not terputus:
            j.keadaan = SAMA
            return False
        j.keadaan = WARISAN
        if not self._tercetak(j, r, terputus):
            if terputus:
                j.kini, j.kunci, j.mentah = None, "", None
            return terputus
        if tersembunyi and not self.p.tegak(r, j.k.identitas):
            j.kini, j.kunci, j.mentah, j.keadaan = None, "", None, BARU
            return True
        j.mentah = mentah
        b = self._bagian(j, r)
        kunci_ini = "" if j is self.daun else b.kode + (kunci(b.nama) or b.nama)
        if (r, j.k.identitas) in self.tabel.lembar.dicoret:
            kunci_ini += "\0"  # what was struck out is another box than its successor
        if j is not self.daun and not terputus and j.kini is not None and j.kunci == kunci_ini:
            j.keadaan = SAMA
            return False
        id_induk = induk.id if induk else None
        lama = None if j is self.daun else j.ada.get((id_induk, kunci_ini))
        j.kini, j.kunci = lama or self._baru(j, r, induk, b), kunci_ini
        if j is not self.daun:
            j.ada[id_induk, kunci_ini] = j.kini
        j.keadaan = BARU if lama is None else SAMA
        return True

    def _tercetak(self, j: _Jenjang, r: int, terputus: bool) -> bool:
        """Its name stands in this row; where no name is open, its sentence will do."""
        k, p = j.k, self.p
        if k.identitas is None or (r, k.identitas) in p.dibiarkan:
            return False
        if p.isi(r, k.identitas):
            return True
        tanpa_nama = terputus or j.kini is None
        return tanpa_nama and p.isi(r, k.kinerja) and p.asal(r, k.identitas) == r

    def _bagian(self, j: _Jenjang, r: int) -> Bernomor:
        k = j.k
        c = k.identitas if self.p.isi(r, k.identitas) else k.kinerja
        teks = self.p.teks(r, c, "nama" if c == k.nama else "kinerja")
        if "anjut" in teks[-12:]:
            teks = tanpa_lanjutan(teks)
        if not mungkin_bernomor(teks):
            return Bernomor(teks)
        berkode = lepas_kode(teks)
        bernomor = lepas_nomor(berkode.nama, tanpa_tanda=j.bernomor)
        return Bernomor(bernomor.nama, bernomor.nomor, berkode.kode)

    def _baru(self, j: _Jenjang, r: int, induk: SimpulBaca | None, b: Bernomor) -> SimpulBaca:
        p, k = self.p, j.k
        bernama = k.nama is not None and p.isi(r, k.nama)
        c = k.nama if bernama else k.kinerja
        s = SimpulBaca(
            id=f"{r}.{j.nama}",
            induk=induk.id if induk else None,
            level=j.nama,
            no=b.nomor,
            kode=self.sertaan.kode(k.kode, r) or b.kode,
            nama=b.nama if bernama else "",
            kinerja="" if bernama else b.nama,
            baris=r + 1,
        )
        s.sel["nama" if bernama else "kinerja"] = p.sel(r, c or 0)
        self.sertaan.letak_kode(s, k.kode, r)
        if (r, c) in self.tabel.lembar.dicoret:
            s.lain["dicoret"] = True
        isi_kalimat(p, s, k, r)
        self.simpul.append(s)
        return s

    def _nilai(self, r: int) -> None:
        """Attach what stands beside the names to the nodes open at this row."""
        terbuka = [j for j in self.jenjang if j.kini is not None]
        self.akhir.update((j.kini.id, r) for j in terbuka if j.kini is not None)
        for j in self.jenjang:
            pemilik = j if j.kini is not None else terbuka[-1] if j.longgar and terbuka else None
            if pemilik is not None and pemilik.kini is not None and j.k.berisi:
                self._isi(pemilik.kini, j.k, r, baru=pemilik.keadaan == BARU)
            elif pemilik is None:
                self.sertaan.tak_bertuan(j.nama, j.k, r)
        dalam = next((j for j in reversed(terbuka) if j.keadaan == BARU), None)
        if dalam is not None and dalam.kini is not None:
            self.sertaan.isi(dalam.kini, r, berentang=False)

    def _isi(self, s: SimpulBaca, k: KolomJenjang, r: int, *, baru: bool) -> None:
        tambahan = tambah_indikator(self.p, s, k, r, baru=baru)
        if tambahan:
            awal = len(s.indikator) - len(tambahan)
            self.cetakan.setdefault(s.id, []).append((r, awal, len(tambahan)))
        if baru and (opd := self.p.teks(r, k.pengampu, "pengampu")):
            s.lain["pengampu"] = opd
        if tambahan and not baru and all(j.keadaan == WARISAN for j in self.jenjang):
            self.sertaan.indikator_tambahan(s, k.indikator, r)
        if baru:
            isi_pagu(self.p, s, k, r)
        else:
            self.sertaan.pagu_lagi(s, k, r)
