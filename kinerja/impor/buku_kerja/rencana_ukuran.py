"""The indicators of a round-trip plan."""

from __future__ import annotations

from collections import defaultdict

from kinerja.aturan.teks import kunci
from kinerja.impor.buku_kerja.alas import Alas
from kinerja.impor.buku_kerja.baca import nama_baris
from kinerja.impor.buku_kerja.bentuk import INDIKATOR
from kinerja.impor.buku_kerja.isi import MEDAN_INDIKATOR, teks_medan
from kinerja.impor.buku_kerja.lembaran import BarisLembar
from kinerja.impor.buku_kerja.medan import TidakTerbaca, nilai_medan
from kinerja.impor.buku_kerja.urutan import bergeser
from kinerja.models.perubahan import Isi, Perubahan, bawaan


class PenyusunUkuran:
    """``pemilik`` maps an indicator's uid to the box it stands on, new ones included;
    ``semula`` and ``semula_di`` keep what the document says.
    """

    def __init__(self, alas: Alas):
        self.alas, self.potret = alas, alas.potret
        self.isi: dict[str, Isi] = {}
        self.pemilik: dict[str, str] = {}
        for simpul, daftar in self.potret.indikator.items():
            for uid, isi in daftar:
                self.isi[uid], self.pemilik[uid] = isi, simpul
        self.semula = {uid: dict(isi) for uid, isi in self.isi.items()}
        self.semula_di = dict(self.pemilik)
        self.terpakai = {b.kunci for b in alas.bacaan.baris(INDIKATOR)}
        self.urutan: dict[str, int] = defaultdict(int)
        for uid, isi in self.isi.items():
            simpul = self.pemilik[uid]
            self.urutan[simpul] = max(self.urutan[simpul], isi["urutan"])

    def susun(self) -> None:
        baris = self.alas.bacaan.baris(INDIKATOR)
        for b in baris:
            self._satu(b)
        self._urutkan(baris)

    def _satu(self, b: BarisLembar) -> None:
        nama = nama_baris(b)
        if b.kunci in self.isi:
            self._lama(b, b.kunci)
        elif b.kunci and b.asal is not None and self.alas.serumah:
            self.alas.lewat.add(nama)  # deleted meanwhile, most often along with its box
            pesan = "Indikator ini sudah dihapus dari dokumen; tidak ditulis."
            self.alas.lapor("UID_TIDAK_DIKENAL", pesan, b, "teks", galat=False)
        else:
            self._baru(b, nama)

    def _lama(self, b: BarisLembar, uid: str) -> None:
        if di_dokumen := self.alas.berubah_di_dokumen(b):
            self.alas.basi.add(self.pemilik[uid])
            self.alas.lapor_basi(b, di_dokumen)
            return
        self._ubah(b, uid)

    def _ubah(self, b: BarisLembar, uid: str) -> None:
        diubah = self.alas.diubah(b, self.alas.semula(b))
        isi = self._nilai(b, [k for k in diubah if k in MEDAN_INDIKATOR])
        kotak = self._kotak(b) if "kotak" in diubah else self.pemilik[uid]
        if isi is None or kotak is None:
            return
        kini, simpul = self.isi[uid], self.pemilik[uid]
        baru = {m: v for m, v in isi.items() if kini.get(m) != v}
        tertahan = not self.alas.boleh_ubah
        for m, v in baru.items():
            judul = self.alas.bacaan.lembar[INDIKATOR].kolom[m][1].judul
            lama, kata = (teks_medan(self.potret, m, x) for x in (kini.get(m), v))
            self.alas.catat(simpul, judul, lama, kata, tertahan=tertahan)
        if kotak != simpul:
            self.alas.catat(kotak, "Indikator", "", kini["teks"], tertahan=tertahan)
            self.alas.catat(simpul, "Indikator", kini["teks"], "", tertahan=tertahan)
            baru["simpul"] = kotak
        if baru and not tertahan:
            self.alas.ubah("indikator", uid, {m: kini.get(m) for m in baru}, dict(baru))
            self._pindah(uid, kotak)
            kini.update(baru)

    def _pindah(self, uid: str, kotak: str) -> None:
        simpul = self.pemilik[uid]
        if kotak != simpul:
            daftar = self.potret.indikator[simpul]
            self.potret.indikator[simpul] = [d for d in daftar if d[0] != uid]
            self.potret.indikator.setdefault(kotak, []).append((uid, self.isi[uid]))
            self.pemilik[uid] = kotak

    def _baru(self, b: BarisLembar, nama: str) -> None:
        """A typed row; one whose sentence the box has already is that indicator."""
        kotak = self._kotak(b)
        if kotak is None:
            self.alas.lewat.add(nama)
            return
        if uid := self._kembar(kotak, b.isi.get("teks", "")):
            self.terpakai.add(uid)
            self.alas.uid[nama] = uid
            self._ubah(b, uid)
            return
        isi = self._nilai(b, MEDAN_INDIKATOR)
        if isi is None:
            return
        uid = self.alas.ruang.uid(nama)
        self.urutan[kotak] += 1
        awal = bawaan("indikator")
        isi = {m: v for m, v in isi.items() if v != awal.get(m)}
        isi |= {"simpul": kotak, "urutan": self.urutan[kotak]}
        self.alas.uid[nama], self.pemilik[uid], self.isi[uid] = uid, kotak, awal | isi
        self.potret.indikator.setdefault(kotak, []).append((uid, self.isi[uid]))
        self.alas.keluaran.append(Perubahan("indikator", (uid,), None, isi))
        self.alas.catat(kotak, "Indikator", "", isi["teks"], tertahan=False)

    def _kembar(self, kotak: str, teks: str) -> str:
        bebas = ((u, i) for u, i in self.potret.indikator.get(kotak, ()) if u not in self.terpakai)
        return next((u for u, i in bebas if kunci(i["teks"]) == kunci(teks)), "")

    def _kotak(self, b: BarisLembar) -> str | None:
        """The box a row names. None stops the row, with a finding unless there is one already."""
        kotak = self.alas.rujuk(b, "kotak")
        if kotak in (None, self.potret.akar) and (b.lembar, b.r) not in self.alas.bacaan.buntu:
            pesan = "Tulis ID kotak pemilik indikator ini; kotaknya harus ada di dokumen."
            self.alas.tolak_baris("RUJUKAN_TIDAK_DIKENAL", pesan, b, "kotak")
            return None
        return kotak

    def _nilai(self, b: BarisLembar, kolom: list[str] | tuple[str, ...]) -> Isi | None:
        hasil: Isi = {}
        for m in kolom:
            try:
                hasil[m] = nilai_medan(self.potret, m, b.isi.get(m, ""))
            except TidakTerbaca as salah:
                self.alas.tolak_baris(salah.kode, str(salah), b, m)
        if hasil.get("teks", "-") == "":
            pesan = "Kalimat indikator harus diisi; hapus barisnya bila indikatornya tidak dipakai."
            self.alas.tolak_baris("ISIAN_KOSONG", pesan, b, "teks")
        return None if nama_baris(b) in self.alas.lewat else hasil

    def _urutkan(self, baris: list[BarisLembar]) -> None:
        """Another order of the rows of a box is another order of its indicators."""
        milik: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for b in baris:
            semula = self.alas.semula(b)
            if b.kunci in self.isi and semula and semula.get("urut", "").isdecimal():
                milik[self.pemilik[b.kunci]].append((b.kunci, int(semula["urut"])))
        for simpul, daftar in milik.items():
            if simpul not in self.alas.basi and bergeser(daftar):
                self._nomori(simpul, [uid for uid, _ in daftar])

    def _nomori(self, simpul: str, urut: list[str]) -> None:
        """The same places, given out in the new order; from 1 on where places were shared."""
        tempat = sorted({self.isi[uid]["urutan"] for uid in urut})
        if len(tempat) < len(urut):
            tempat = list(range(1, len(urut) + 1))
        self.alas.catat(simpul, "Urutan indikator", "", "diubah",
                        tertahan=not self.alas.boleh_ubah)  # fmt: skip
        for uid, urutan in zip(urut, tempat, strict=True):
            lama = self.isi[uid]["urutan"]
            if lama != urutan and self.alas.boleh_ubah:
                self.isi[uid]["urutan"] = urutan
                self.alas.ubah("indikator", uid, {"urutan": lama}, {"urutan": urutan})
