"""What stands in a row beside the levels: number, code, unit, who answers, from which fund."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kinerja.impor.bacaan import SimpulBaca
from kinerja.impor.tata_letak.isi import KolomJenjang, pecah_isian
from kinerja.impor.tata_letak.pembacaan import Pembacaan

LAIN = ("sumber_dana", "lokasi", "ket", "versi")
PANJANG_JENIS, PANJANG_LABEL = 80, 200
BERENTANG = ("pengampu", "opd", "unggulan")
"""They may stand beside several rows at once: then they are said of the box of those rows."""
SEBARIS = ("sumber_dana", "lokasi")
"""They belong to the row's node, whatever level the head names."""


class Sertaan:
    def __init__(self, p: Pembacaan):
        self.p = p
        milik_baris = (k for k in p.tabel.kolom if k.jenjang is None or k.medan in SEBARIS)
        self._c = {k.medan: k.c for k in milik_baris}
        self._kode = tuple(k.c for k in p.tabel.kolom if k.medan == "kode" and k.jenjang is None)
        self._lain = [(m, self._c[m]) for m in LAIN if m in self._c]
        self._berentang = [(m, self._c[m]) for m in BERENTANG if m in self._c]
        self._judul = {k.c: k.judul for k in p.tabel.kolom}

    def kode(self, kolom: tuple[int, ...], r: int) -> str:
        """A code, which some tables spread over several columns."""
        if not kolom:
            return ""
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
        for c in kolom:
            if self.p.isi(r, c):
                s.sel["kode"] = self.p.sel(r, c)
                return

    def isi(self, s: SimpulBaca, r: int, *, berentang: bool = True) -> None:
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
        for medan, c in self._berentang if berentang else ():
            self._sebut(s, medan, c, p.asal(r, c))

    def sebarkan(
        self, simpul: Sequence[SimpulBaca], akhir: Mapping[str, int], kolom: Mapping[str, int]
    ) -> None:
        """Give what stands beside several rows to the box of these rows: of those that begin
        there and are named to the left (else to the right), the deepest as long as the cell.
        ``akhir`` is the last row of each node, ``kolom`` where its level is named.
        """
        if not self._berentang:
            return
        mulai: dict[int, list[SimpulBaca]] = {}
        for s in simpul:
            mulai.setdefault(s.baris - 1, []).append(s)
        for medan, c in self._berentang:
            for r, sampai in self._ruas(c):
                sebaris = mulai.get(r, [])
                calon = [s for s in sebaris if kolom[s.level or ""] < c] or sebaris
                cukup = [s for s in calon if akhir.get(s.id, r) >= sampai]
                pas = [s for s in cukup if akhir.get(s.id, r) == sampai]
                if pilihan := pas or cukup or calon:
                    self._sebut(pilihan[-1], medan, c, r)

    def _ruas(self, c: int) -> Iterator[tuple[int, int]]:
        """Filled cells of a column with the last row each is said of: to the end of its merge; in
        a sheet without merges down to the next one.
        """
        p = self.p
        data = p.tabel.batas.data
        isi = [r for r in data if p.isi(r, c)]
        bergabung = any(r1 > r0 >= data[0] for r0, _, r1, _ in p.tabel.lembar.gabungan)
        for r, lanjut in zip(isi, [*isi[1:], data[-1] + 1], strict=False):
            yield r, p.bawah(r, c) if bergabung else lanjut - 1

    def _sebut(self, s: SimpulBaca, medan: str, c: int, r: int) -> None:
        if teks := self.p.teks(r, c, medan):
            s.lain[medan] = teks
            if medan == "unggulan":
                s.lain["label"] = self._label(c, r, pecah_isian(teks))

    def _label(self, c: int, r: int, daftar: Sequence[str]) -> list[tuple[str, str]]:
        """(kind, name) of each entry; the kind is what the column is called."""
        panjang = max(map(len, daftar), default=0)
        if panjang > PANJANG_LABEL:
            pesan = f"Nama label sepanjang {panjang} huruf, paling panjang {PANJANG_LABEL}."
            self.p.lapor("TEKS_TERLALU_PANJANG", f"{pesan} Ringkaslah.", r, c, galat=True)
        jenis = self._judul[c][:PANJANG_JENIS]
        return [(jenis, nama) for nama in daftar if len(nama) <= PANJANG_LABEL]

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
                    f"di {pertama.sel} untuk “{s.sebutan[:60]}” yang sama."
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
        cocok = []
        for nama in reversed(jenjang):
            milik = {s.baris - 1: s for s in simpul if s.level == nama}
            kena = bernomor & milik.keys()
            if len(kena) * 10 >= len(milik) * 7 and len(bernomor - kena) * 10 <= len(bernomor):
                cocok.append(milik)
        if bernomor and len(bernomor) < len(p.tabel.batas.data):
            cocok.reverse()  # a number over several rows counts the outermost level it can
        tanpa_nomor = (m for m in cocok if not any(s.no for s in m.values()))
        if pilihan := next(tanpa_nomor, cocok[0] if cocok else None):
            self._pasang(pilihan, c)

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
