"""What stands in a row beside the levels: number, code, unit, who answers, from which fund."""

from __future__ import annotations

from kinerja.impor.bacaan import SimpulBaca
from kinerja.impor.tata_letak.isi import KolomJenjang
from kinerja.impor.tata_letak.pembacaan import Pembacaan

LAIN = ("pengampu", "opd", "sumber_dana", "lokasi", "unggulan", "ket", "versi")


class Sertaan:
    def __init__(self, p: Pembacaan):
        self.p = p
        self._c = {k.medan: k.c for k in p.tabel.kolom if k.jenjang is None}
        self._kode = tuple(k.c for k in p.tabel.kolom if k.medan == "kode" and k.jenjang is None)
        self._lain = [(m, self._c[m]) for m in LAIN if m in self._c]

    def kode(self, kolom: tuple[int, ...], r: int) -> str:
        """A code, which some tables spread over several columns."""
        bagian = [self._potong(kolom, i, r) for i in range(len(kolom))]
        return ".".join(b for b in bagian if b)

    def _potong(self, kolom: tuple[int, ...], i: int, r: int) -> str:
        """A piece of the code, with the zeros that a number has lost."""
        teks = self.p.teks(r, kolom[i], "kode").strip(". ")
        if len(kolom) < 5 or not teks or isinstance(self.p.mentah(r, kolom[i]), str):
            return teks
        if "." in teks:  # 2.1 for 2.10 cannot be told from 2.01
            depan, _, belakang = teks.partition(".")
            return f"{depan}.{belakang.zfill(2)}"
        return teks.zfill(2 if i in (1, 2) else 4 if i == len(kolom) - 1 else 1)

    def letak_kode(self, s: SimpulBaca, kolom: tuple[int, ...], r: int) -> None:
        """Remember the cell that the code of a node begins in."""
        if (c := next((c for c in kolom if self.p.isi(r, c)), None)) is not None:
            s.sel["kode"] = self.p.sel(r, c)

    def isi(self, s: SimpulBaca, r: int) -> None:
        """Give the deepest node of a row what the row says beside the levels."""
        p = self.p
        if self._kode and not s.kode:
            s.kode = self.kode(self._kode, r)
            self.letak_kode(s, self._kode, r)
        if "unit" in self._c:
            s.unit = p.teks(p.asal(r, self._c["unit"]), self._c["unit"], "unit")
        for medan, c in self._lain:
            if teks := p.teks(p.asal(r, c), c, medan):
                s.lain[medan] = teks

    def indikator_tambahan(self, s: SimpulBaca, c: int | None, r: int) -> None:
        if c is not None:
            pesan = f"Baris tanpa nama; dimuat sebagai indikator tambahan dari baris {s.baris}."
            self.p.lapor("INDIKATOR_TAMBAHAN", pesan, r, c)

    def pagu_lagi(self, s: SimpulBaca, k: KolomJenjang, r: int) -> None:
        """An amount printed again for a node: the same is fine, another one needs a decision."""
        for tahun, c in k.pagu:
            if not self.p.isi(r, c) or self.p.asal(r, c) != r:
                continue
            lagi = self.p.rupiah(r, c)
            pertama = s.pagu.setdefault(tahun, lagi)
            if lagi.bacaan.nilai.angka != pertama.bacaan.nilai.angka:
                pesan = (
                    f"Pagu {lagi.bacaan.nilai.mentah} berbeda dari {pertama.bacaan.nilai.mentah} "
                    f"di {pertama.sel} untuk “{(s.nama or s.kinerja)[:60]}” yang sama."
                )
                self.p.lapor("DUPLIKAT_NAMA_BEDA_ISI", pesan, r, c, galat=True)

    def tak_bertuan(self, jenjang: str, k: KolomJenjang, r: int) -> None:
        """Values of a level whose name is missing in the row: said, never dropped in silence."""
        if (c := next((c for c in k.berisi if self.p.isi(r, c)), None)) is not None:
            sebutan = jenjang.replace("_", " ")
            pesan = f"Isi {sebutan} di baris ini tidak dimuat karena nama {sebutan}nya kosong."
            self.p.lapor("NOMOR_KOSONG", pesan, r, c)

    def nomori(self, simpul: list[SimpulBaca], jenjang: list[str]) -> None:
        """Give the number column to the level it counts: each row, or each program …"""
        c = self._c.get("no")
        if c is None:
            return
        p = self.p
        bernomor = {r for r in p.tabel.batas.data if p.isi(r, c)}
        for nama in reversed(jenjang):
            milik = {s.baris - 1: s for s in simpul if s.level == nama}
            kena = bernomor & milik.keys()
            if len(kena) * 10 >= len(milik) * 7 and len(bernomor - kena) * 10 <= len(bernomor):
                self._pasang(milik, c)
                return

    def _pasang(self, milik: dict[int, SimpulBaca], c: int) -> None:
        p = self.p
        for r, s in milik.items():
            mentah = p.mentah(r, c)
            if isinstance(mentah, float) and not mentah.is_integer():
                p.lapor("NOMOR_BUKAN_TEKS", PESAN_NOMOR_ANGKA.format(mentah), r, c)
                s.lain["nomor_angka"] = True
            no = p.teks(r, c, "no").rstrip(".")
            s.no, s.sel["no"] = no or s.no, p.sel(r, c)
            if not s.no and p.asal(r, c) == r:
                p.lapor("NOMOR_KOSONG", PESAN_NOMOR_KOSONG, r, c)


PESAN_NOMOR_ANGKA = (
    "Nomor {} tersimpan sebagai angka, sehingga 2.10 dan 2.1 tidak dapat dibedakan. Ketik sebagai "
    "teks."
)
PESAN_NOMOR_TANGGAL = (
    "Nomor tersimpan sebagai tanggal; dibaca hari.bulan. Ubah selnya menjadi teks dan ketik ulang."
)
PESAN_TANPA_JENJANG = (
    "{} baris mulai baris ini tidak menunjukkan jenjangnya. Beri nomor 1, 1.1, 1.1.1, kode "
    "nomenklatur, atau kolom Level."
)
PESAN_NOMOR_KOSONG = "Nomor belum diisi; barisnya tetap dimuat."
