"""The boxes of a round-trip plan: which row is which box, what is new, changed, moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from kinerja.aturan import pohon as aturan
from kinerja.impor.bacaan import TabelBaca
from kinerja.impor.buku_kerja.alas import Alas
from kinerja.impor.buku_kerja.baca import nama_baris
from kinerja.impor.buku_kerja.bentuk import POHON
from kinerja.impor.buku_kerja.ikatan import TABEL
from kinerja.impor.buku_kerja.isi import MEDAN_KOTAK, teks_medan
from kinerja.impor.buku_kerja.lembaran import BarisLembar
from kinerja.impor.buku_kerja.medan import TidakTerbaca, nilai_medan
from kinerja.impor.buku_kerja.rencana_ikatan import PenyusunIkatan
from kinerja.impor.buku_kerja.urutan import bergeser
from kinerja.impor.pencocokan import BarisBuku, Pencocokan, cocokkan
from kinerja.impor.rencana_simpul import baris_resmi
from kinerja.models.perubahan import Isi, Perubahan
from kinerja.models.susunan import BAWAAN


class PenyusunKotak:
    """``buku`` holds the rows in tree order once ``susun`` has run; ``baru`` and ``pindah`` the
    uids of boxes that are made and moved.
    """

    def __init__(self, alas: Alas, tabel: TabelBaca):
        self.alas, self.potret = alas, alas.potret
        self.baris = {nama_baris(b): b for b in alas.bacaan.baris(POHON)}
        self.simpul = {s.id: s for s in tabel.simpul}
        self.milik = {
            nama: BarisBuku(s, tabel.lembar, None, s.induk, (s.level or "").upper())
            for nama, s in self.simpul.items()
        }
        self.kiri: dict[str, str] = {}
        self.bergerak: set[str] = set()
        self.buku: list[BarisBuku] = []
        self.baru: set[str] = set()
        self.pindah: set[str] = set()
        self.cocok = Pencocokan()
        self.ikatan = PenyusunIkatan(alas)

    def susun(self) -> None:
        if not self.baris:
            return
        calon = [self.milik[nama] for nama, b in self.baris.items() if self._berlaku(b)]
        pilihan = self.alas.pilihan
        self.cocok = cocokkan(calon, self.potret, induk="", keputusan=pilihan.keputusan)
        self.alas.uid |= self.cocok.pasangan
        geser = self._geser()
        self.bergerak = geser | {nama for nama, b in self.baris.items() if self._pindah(nama, b)}
        for b in self._menurun():
            self._satu(b, nama_baris(b) in geser)

    def _berlaku(self, b: BarisLembar) -> bool:
        """Pair by the hidden key; a box that was deleted meanwhile does not come back."""
        s = self.simpul[nama_baris(b)]
        if b.kunci in self.potret.simpul:
            s.lain["uid"] = b.kunci
        elif b.kunci and self.alas.serumah and b.asal is not None:
            pesan = (
                f"“{s.sebutan[:80]}” sudah dihapus dari dokumen sesudah buku kerja "
                "diunduh; tidak ditulis. Salin ke baris baru bila masih diperlukan."
            )
            self.alas.lapor("UID_TIDAK_DIKENAL", pesan, b, "nama", galat=False)
            self.alas.lewat.add(nama_baris(b))
            return False
        elif b.kunci and b.asal is None and self.alas.bacaan.asal.ada:
            pesan = "Kunci baris ini tidak dikenal; dibaca sebagai baris baru."
            self.alas.lapor("UID_TIDAK_DIKENAL", pesan, b, "id", galat=False)
        return True

    def _menurun(self) -> Iterator[BarisLembar]:
        """Parents before children, siblings in the order of the sheet."""
        anak: dict[str, list[BarisLembar]] = defaultdict(list)
        for b in self.baris.values():
            induk = self.alas.bacaan.rujuk.get((POHON, b.r, "induk"), "")
            anak[induk if induk in self.baris else ""].append(b)
        terlihat: set[str] = set()
        tumpukan = anak[""][::-1]
        while tumpukan:
            b = tumpukan.pop()
            terlihat.add(nama_baris(b))
            yield b
            tumpukan += anak[nama_baris(b)][::-1]
        for nama, b in self.baris.items():
            if nama not in terlihat and nama not in self.alas.lewat:
                pesan = "Induknya berputar kembali ke baris ini; pilih induk lain."
                self.alas.tolak_baris("INDUK_BERPUTAR", pesan, b, "induk")

    def _geser(self) -> set[str]:
        """Rows that were put elsewhere among the siblings they still have."""
        urut: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for nama, b in self.baris.items():
            semula = self.alas.semula(b)
            if semula and not b.diubah("induk") and semula.get("urut", "").isdecimal():
                urut[semula.get("induk", "")].append((nama, int(semula["urut"])))
        return {nama for daftar in urut.values() for nama in bergeser(daftar)}

    def _pindah(self, nama: str, b: BarisLembar) -> bool:
        """Does the row name another parent than its box has?"""
        uid = self.cocok.pasangan.get(nama)
        return uid is not None and self.alas.rujuk(b, "induk") != self.potret.simpul[uid]["induk"]

    def _satu(self, b: BarisLembar, geser: bool) -> None:
        nama = nama_baris(b)
        if nama in self.alas.lewat:
            return
        uid = self.cocok.pasangan.get(nama)
        if uid is None:
            self._buat(b)
            return
        di_dokumen = self.alas.berubah_di_dokumen(b) if nama == uid else []
        if di_dokumen:
            self.alas.basi.add(uid)
            self.alas.lapor_basi(b, di_dokumen)
        else:
            self._ubah(b, uid, geser)
        self.kiri[self.potret.simpul[uid]["induk"]] = uid
        self.buku.append(self.milik[nama])

    def _nilai(self, b: BarisLembar, kolom: Iterable[str]) -> Isi | None:
        """The fields of these columns; None when one cannot be read."""
        hasil: Isi = {}
        for k in kolom:
            try:
                hasil[MEDAN_KOTAK[k]] = nilai_medan(self.potret, MEDAN_KOTAK[k], b.isi.get(k, ""))
            except TidakTerbaca as salah:
                self.alas.tolak_baris(salah.kode, str(salah), b, k)
        return None if nama_baris(b) in self.alas.lewat else hasil

    def _buat(self, b: BarisLembar) -> None:
        nama, induk = nama_baris(b), self._induk(b)
        isi = self._nilai(b, MEDAN_KOTAK)
        terikat = [k for k in TABEL if b.isi.get(k)]
        if induk is None or isi is None or not self._sah(b, BAWAAN | isi, terikat):
            self.alas.lewat.add(nama)
            return
        uid = self.alas.ruang.uid(nama)
        self.alas.uid[nama] = uid
        self.baru.add(uid)
        isi = {m: v for m, v in isi.items() if v}
        if resmi := baris_resmi(self.potret, self.milik[nama], induk):
            isi["nomenklatur_id"] = resmi.id
        setelah = self._sisipkan(b, uid, induk)
        self.potret.simpul[uid] = BAWAAN | isi | {"induk": induk}
        letak = {"induk": induk, "setelah": setelah}
        self.alas.keluaran.append(Perubahan("simpul", (uid,), None, isi | letak))
        self.ikatan.tulis(b, uid, terikat, baru=True)
        self.kiri[induk] = uid
        self.buku.append(self.milik[nama])

    def _ubah(self, b: BarisLembar, uid: str, geser: bool) -> None:
        kini = self.potret.simpul[uid]
        diubah = self.alas.diubah(b, self.alas.semula(b))
        isi = self._nilai(b, [k for k in diubah if k in MEDAN_KOTAK])
        induk = self._induk(b) if "induk" in diubah else kini["induk"]
        terikat = [k for k in TABEL if k in diubah]
        if isi is None or induk is None:
            return
        if (isi or terikat) and not self._sah(b, kini | isi, terikat):
            return
        baru = {m: v for m, v in isi.items() if kini.get(m) != v}
        judul = {m: k for k, m in MEDAN_KOTAK.items()}
        for m, v in baru.items():
            medan = self.alas.bacaan.lembar[POHON].kolom[judul[m]][1].judul
            lama, kata = (teks_medan(self.potret, m, x) for x in (kini.get(m), v))
            self.alas.catat(uid, medan, lama, kata, tertahan=not self.alas.boleh_ubah)
        self.ikatan.tulis(b, uid, terikat, baru=False)
        pindah = induk != kini["induk"] or geser
        if pindah and not self.alas.boleh_ubah:
            self.alas.catat(uid, "Letak", "", "dipindah", tertahan=True)
        if self.alas.boleh_ubah and (baru or pindah):
            self._tulis(b, uid, baru, induk if pindah else None)

    def _tulis(self, b: BarisLembar, uid: str, baru: Isi, induk: str | None) -> None:
        kini = self.potret.simpul[uid]
        if {"kode", "nama"} & set(baru):  # only what is called otherwise is looked up anew
            resmi = baris_resmi(self.potret, self.milik[nama_baris(b)], induk or kini["induk"])
            if (resmi and resmi.id) != kini["nomenklatur_id"] and (resmi or "kode" in baru):
                baru["nomenklatur_id"] = resmi and resmi.id
        lama: Isi = {m: kini.get(m) for m in baru}
        if induk is not None:
            saudara = self.potret.anak[kini["induk"]]
            letak = saudara.index(uid)
            dari = {"induk": kini["induk"], "setelah": saudara[letak - 1] if letak else None}
            saudara.remove(uid)
            ke = {"induk": induk, "setelah": self._sisipkan(b, uid, induk)}
            if dari != ke:
                self.pindah.add(uid)
                lama, baru = lama | dari, baru | ke
            if induk != kini["induk"]:
                self._catat_induk(uid, kini["induk"], induk)
        if baru:
            kini.update({m: v for m, v in baru.items() if m != "setelah"})
            self.alas.ubah("simpul", uid, lama, baru)

    def _induk(self, b: BarisLembar) -> str | None:
        """The parent a row names; one that is not written stops the row."""
        induk = self.alas.rujuk(b, "induk")
        if induk is None and (b.lembar, b.r) not in self.alas.bacaan.buntu:
            pesan = "Induknya tidak dimuat atau sudah dihapus dari dokumen; pilih induk lain."
            self.alas.tolak_baris("INDUK_HILANG", pesan, b, "induk")
        return induk

    def _catat_induk(self, uid: str, lama: str, baru: str) -> None:
        sebutan = [
            (isi.get("nama") or isi.get("kinerja") or "akar dokumen")
            for isi in (self.potret.simpul[lama], self.potret.simpul[baru])
        ]
        self.alas.catat(uid, "Induk", *sebutan, tertahan=False)

    def _sisipkan(self, b: BarisLembar, uid: str, induk: str) -> str | None:
        """After the row above it that stands there, else before the next that stays, else last."""
        saudara = self.potret.anak.setdefault(induk, [])
        self.potret.anak.setdefault(uid, [])
        kiri = self.kiri.get(induk)
        if kiri in saudara:
            letak = saudara.index(kiri) + 1
        else:
            kanan = self._kanan(self.milik[nama_baris(b)], set(saudara)) if saudara else None
            letak = saudara.index(kanan) if kanan else len(saudara)
        saudara.insert(letak, uid)
        return saudara[letak - 1] if letak else None

    def _kanan(self, b: BarisBuku, ada: set[str]) -> str | None:
        """The box of the first row further down that stays where it is, below the same parent."""
        daftar = self.cocok.saudara[b.induk]
        for lain in daftar[daftar.index(b) + 1 :] if b in daftar else ():
            uid = self.cocok.pasangan.get(lain.simpul.id)
            if uid in ada and lain.simpul.id not in self.bergerak:
                return uid
        return None

    def _sah(self, b: BarisLembar, isi: dict[str, Any], terikat: Collection[str]) -> bool:
        """The rules of a box and of what it is tied to, told at its cells."""
        medan = {m: k for k, m in MEDAN_KOTAK.items()}
        temuan = aturan.periksa_simpul(isi)
        for t in temuan:
            self.alas.tolak_baris(t.kode, t.pesan, b, medan.get(t.letak.medan, "nama"))
        return self.ikatan.periksa(b, isi["jenjang"], terikat) and not temuan
