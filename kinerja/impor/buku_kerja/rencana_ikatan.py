"""What a row of the workbook changes of the ties of its box."""

from __future__ import annotations

from collections.abc import Collection

from kinerja.aturan.penugasan import TUNGGAL
from kinerja.impor.buku_kerja.alas import Alas
from kinerja.impor.buku_kerja.bentuk import POHON
from kinerja.impor.buku_kerja.ikatan import JABATAN, TABEL, Ikatan, perubahan_ikatan
from kinerja.impor.buku_kerja.lembaran import BarisLembar
from kinerja.models.perubahan import Isi, Perubahan
from kinerja.pilihan import PeranTugas

PENANGGUNG_JAWAB = str(PeranTugas.PENANGGUNG_JAWAB)


class PenyusunIkatan:
    """``periksa`` reads the cells of a row, ``tulis`` plans what they change."""

    def __init__(self, alas: Alas) -> None:
        self.alas = alas
        self.ikatan = Ikatan(alas.potret)

    def periksa(self, b: BarisLembar, jenjang: str, kolom: Collection[str]) -> bool:
        """May these cells be written as they stand? Else the row is refused at the cell."""
        sah = True
        for k in kolom:
            _, asing = self.ikatan.baca(k, b.isi.get(k, ""))
            if asing:
                apa = self._judul(k).lower()
                pesan = f"“{asing[0][:60]}” bukan {apa} yang terdaftar; satu nama satu baris."
                self.alas.tolak_baris("PILIHAN_TIDAK_DIKENAL", pesan, b, k)
                sah = False
        dipakai: set[int] = set()
        for k in JABATAN if JABATAN.keys() & set(kolom) else ():
            pk, _ = self.ikatan.baca(k, b.isi.get(k, ""))
            if dipakai & pk:
                pesan = "Satu jabatan hanya satu peran pada satu kotak; hapus dari kolom lain."
                self.alas.tolak_baris("PERAN_TUGAS", pesan, b, k)
                sah = False
            if k == "penanggung_jawab" and jenjang in TUNGGAL and len(pk) > 1:
                pesan = "Sub kegiatan mempunyai satu penanggung jawab; sisakan satu jabatan."
                self.alas.tolak_baris("PENANGGUNG_JAWAB_GANDA", pesan, b, k)
                sah = False
            dipakai |= pk
        return sah

    def tulis(self, b: BarisLembar, uid: str, kolom: Collection[str], *, baru: bool) -> None:
        """Plan the ties of a row that is written; of a new box all that its cells name."""
        kini_teks = self.ikatan.teks(uid)
        for k in (k for k in TABEL if k in kolom and not baru):
            lama, kata = kini_teks[k], b.isi.get(k, "")
            self.alas.catat(uid, self._judul(k), lama, kata, tertahan=not self.alas.boleh_ubah)
        if not (baru or self.alas.boleh_ubah):
            return
        for tabel in dict.fromkeys(TABEL[k] for k in TABEL if k in kolom):
            kini = {pk: isi for (u, pk), isi in self.alas.potret.baris[tabel].items() if u == uid}
            jadi = self._jadi(b, tabel, kolom, kini)
            self.alas.keluaran += [
                Perubahan(tabel, kunci, sebelum, sesudah)
                for kunci, sebelum, sesudah in perubahan_ikatan(tabel, uid, kini, jadi)
            ]

    def _jadi(
        self, b: BarisLembar, tabel: str, kolom: Collection[str], kini: dict[int, Isi]
    ) -> dict[int, Isi]:
        """Columns that nobody touched keep what they have."""
        hasil: dict[int, Isi] = {}
        milik = [k for k in TABEL if TABEL[k] == tabel]
        for k in milik:
            if k not in kolom:
                peran = JABATAN.get(k)
                hasil |= {pk: isi for pk, isi in kini.items() if isi.get("peran") == peran}
        for k in milik:
            if k in kolom:
                isi: Isi = {"peran": JABATAN[k]} if k in JABATAN else {}
                hasil |= {pk: dict(isi) for pk in self.ikatan.baca(k, b.isi.get(k, ""))[0]}
        return hasil

    def _judul(self, kolom: str) -> str:
        return self.alas.bacaan.lembar[POHON].kolom[kolom][1].judul
