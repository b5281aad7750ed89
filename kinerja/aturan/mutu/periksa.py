"""The quality rules over a document, whole or only where something changed.

Presence and money (Q01, Q08, Q11, the missing unit and target) are checked by
``kinerja.aturan.pemeriksaan``, which also prints them in the cascading document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kinerja.aturan.mutu import deret, kalimat, resmi, susunan
from kinerja.aturan.mutu.bahan import Bahan, Kotak
from kinerja.aturan.temuan import Temuan

SENDIRI: tuple[Callable[[Kotak, int], Iterator[Temuan]], ...] = (
    kalimat.keterangan,
    kalimat.bukan_ukuran,
    kalimat.satuan,
    kalimat.tingkat_indikator,
    kalimat.pekerjaan,
    kalimat.rumus,
    deret.deret,
    susunan.sekotak,
)
"""Rules that look at one box only."""


def periksa_mutu(bahan: Bahan) -> list[Temuan]:
    """All findings in tree order."""
    return Pemeriksaan(bahan).temuan()


class Pemeriksaan:
    """A checked document that stays checked: ``samakan`` with its next state costs what changed."""

    def __init__(self, bahan: Bahan) -> None:
        self._susun(bahan)

    def temuan(self) -> list[Temuan]:
        """In tree order; within a box the rules' order."""
        return [
            t
            for k in self.bahan.kotak
            for bagian in (self._sendiri, self._garis, self._keluarga, self._dokumen)
            for t in bagian.get(k.uid, ())
        ]

    def samakan(self, bahan: Bahan) -> Pemeriksaan:
        """Check what differs from the state before; another shape is checked anew."""
        lama, baru = self.bahan, bahan
        sebentuk = (lama.jenis, lama.tahun, lama.nomenklatur) == (
            baru.jenis,
            baru.tahun,
            baru.nomenklatur,
        ) and [(k.uid, k.induk, k.jenjang) for k in lama.kotak] == [
            (k.uid, k.induk, k.jenjang) for k in baru.kotak
        ]
        if not sebentuk:
            self._susun(bahan)
            return self
        berubah = [b for a, b in zip(lama.kotak, baru.kotak, strict=True) if a is not b and a != b]
        if len(berubah) > len(baru.kotak) // 2:
            self._susun(bahan)
        elif berubah:
            self._ganti(bahan, berubah)
        return self

    def _susun(self, bahan: Bahan) -> None:
        self.bahan = bahan
        self._milik = {k.uid: k for k in bahan.kotak}
        self._uid_anak: dict[str | None, list[str]] = {}
        for k in bahan.kotak:
            self._uid_anak.setdefault(k.induk, []).append(k.uid)
        self._ada_tugas = any(k.dijawab for k in bahan.kotak)
        self._sendiri: dict[str, list[Temuan]] = {}
        self._garis: dict[str, list[Temuan]] = {}
        self._keluarga: dict[str, list[Temuan]] = {}
        for k in bahan.kotak:
            self._periksa_sendiri(k)
            self._periksa_garis(k)
        self._periksa_keluarga(bahan.kotak)
        self._periksa_dokumen()

    def _ganti(self, bahan: Bahan, berubah: list[Kotak]) -> None:
        self.bahan = bahan
        self._milik |= {k.uid: k for k in berubah}
        ada_tugas = any(k.dijawab for k in bahan.kotak)
        for k in berubah:
            self._periksa_sendiri(k)
            for uid in self._cabang(k.uid):
                self._periksa_garis(self._milik[uid])
        keluarga: Iterable[Kotak] = bahan.kotak
        if ada_tugas == self._ada_tugas:
            sekitar = {
                u
                for k in berubah
                for u in (k.uid, k.induk, *self._uid_anak[k.induk], *self._uid_anak.get(k.uid, ()))
            }
            keluarga = [self._milik[u] for u in sekitar if u is not None]
        self._ada_tugas = ada_tugas
        self._periksa_keluarga(keluarga)
        self._periksa_dokumen()

    def _cabang(self, uid: str) -> Iterator[str]:
        tumpukan = [uid]
        while tumpukan:
            satu = tumpukan.pop()
            yield satu
            tumpukan += self._uid_anak.get(satu, ())

    def _anak(self, uid: str | None) -> list[Kotak]:
        return [self._milik[u] for u in self._uid_anak.get(uid, ())]

    def _periksa_sendiri(self, kotak: Kotak) -> None:
        tahun = self.bahan.tahun
        self._sendiri[kotak.uid] = [t for aturan in SENDIRI for t in aturan(kotak, tahun)]

    def _periksa_garis(self, kotak: Kotak) -> None:
        """Rules about a box and those above it."""
        atas = susunan.leluhur(kotak, self._milik)
        induk = atas[0] if atas else None
        self._garis[kotak.uid] = [
            *resmi.resmi(kotak, induk, self.bahan.nomenklatur),
            *susunan.turun(kotak, atas),
            *deret.salinan(kotak, induk),
        ]

    def _periksa_keluarga(self, daftar: Iterable[Kotak]) -> None:
        """Rules about a box, its siblings and those right below it."""
        saudara: dict[str | None, dict[str, list[Temuan]]] = {}
        for k in daftar:
            if k.induk not in saudara:
                kembar = list(susunan.hampir_kembar(self._anak(k.induk)))
                saudara[k.induk] = {t.letak.simpul: [t] for t in kembar}
            anak = self._anak(k.uid)
            self._keluarga[k.uid] = [
                *susunan.ditanggung(k, anak, self.bahan.jenis, self._ada_tugas),
                *susunan.tak_dijabarkan(k, anak),
                *saudara[k.induk].get(k.uid, ()),
            ]

    def _periksa_dokumen(self) -> None:
        self._dokumen: dict[str, list[Temuan]] = {}
        for aturan in (susunan.dipakai_lagi, susunan.target_berbeda, susunan.pagu_ganda):
            for t in aturan(self.bahan):
                self._dokumen.setdefault(t.letak.simpul, []).append(t)
