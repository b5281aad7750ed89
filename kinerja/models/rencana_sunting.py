"""Turns edited cells into row changes, each compared with what stands there now."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kinerja.aturan.jenjang import periksa_klaim, periksa_pagu
from kinerja.aturan.pohon import tahap_terkunci
from kinerja.aturan.temuan import AturanDilanggar, Temuan, tolak, tolak_bila
from kinerja.models.pengaturan import baca_peran
from kinerja.models.pengisian import baca_isi_rupiah, baca_isi_target, perubahan_nilai
from kinerja.models.penyusunan import HILANG
from kinerja.models.perubahan import Isi, Kunci, Perubahan, baca_baris
from kinerja.models.suntingan import (
    INDIKATOR,
    INDIKATOR_BARU,
    KLAIM,
    PAGU,
    SIMPUL,
    TARGET,
    BentrokSel,
    Suntingan,
    SuntinganDitolak,
)
from kinerja.models.susunan import Susunan
from kinerja.models.tabel_pohon import TEMPAT_TAHAP
from kinerja.models.tahapan import KartuTahap, terakhir
from kinerja.models.teks_simpul import baca_isi_simpul
from kinerja.models.terbaca import Terbaca
from kinerja.pilihan import JenisKlaim, Triwulan

if TYPE_CHECKING:
    from kinerja.models.pohon import Pohon


class _Bentrok(Exception):
    def __init__(self, kini: str):
        self.kini = kini


class RencanaSunting:
    """Reads what the cells belong to (one query per table), then plans them one by one."""

    def __init__(self, pohon: Pohon, daftar: Sequence[Suntingan], *, tahun: int, tahap: str):
        self.pohon, self.daftar = pohon, daftar
        self.tahun, self.tahap = tahun, tahap
        terbaca = pohon.terbaca or Terbaca(pohon.perangkat_daerah_id)
        self.kartu: KartuTahap = terbaca.kartu
        self.tahapan = self.kartu.berlaku(tahun, tahap)
        for s in daftar:
            if s.milik in (PAGU, KLAIM, INDIKATOR_BARU):
                terbaca.simpul[s.uid] = (s.pk, s.jenjang)
            elif s.milik == TARGET:
                terbaca.indikator[s.uid] = s.pk
        self.baris: dict[tuple[str, Kunci], Perubahan] = {}
        self.indikator_baru: dict[str, str] = {}

    def susun(self) -> list[Perubahan]:
        """All changes, or SuntinganDitolak with every cell that can't be written."""
        self._baca()
        salah: dict[int, BentrokSel | list[Temuan]] = {}
        # The sentence of a new indicator comes before its unit and its targets.
        for ke, s in sorted(enumerate(self.daftar), key=lambda butir: butir[1].medan != "teks"):
            try:
                getattr(self, f"_{s.milik}")(s)
            except _Bentrok as bentrok:
                salah[ke] = BentrokSel(bentrok.kini)
            except AturanDilanggar as ditolak:
                salah[ke] = ditolak.temuan
        if salah:
            raise SuntinganDitolak(salah)
        return list(self.baris.values())

    def _baca(self) -> None:
        uid = {m: {s.uid for s in self.daftar if s.milik == m} for m in (SIMPUL, INDIKATOR)}
        self.teks = self._baca_teks(uid[SIMPUL])
        self.nilai = {jenis: self._baca_nilai(jenis) for jenis in TEMPAT_TAHAP}
        self.berlaku = {jenis: self._berlaku(jenis) for jenis in TEMPAT_TAHAP}
        self.indikator = self._milik("indikator", uid[INDIKATOR])
        baru = {s.uid for s in self.daftar if s.milik == INDIKATOR_BARU}
        ada = baca_baris(self.pohon, "indikator", simpul=baru) if baru else {}
        self.berindikator = {isi["simpul"]: isi["teks"] for _, isi in ada.values()}

    def _baca_teks(self, uid: set[str]) -> dict[str, Isi]:
        """A code is written with its siblings in view: then the tree is read, once."""
        if any(s.medan == "kode" for s in self.daftar):
            susunan = Susunan.dari(self.pohon)
            return {u: isi for u in uid if (isi := susunan.isi(u)) is not None}
        return baca_isi_simpul(self.pohon, list(uid)) if uid else {}

    def _milik(self, jenis: str, uid: set[str]) -> dict[Kunci, tuple[int, Isi]]:
        return baca_baris(self.pohon, jenis, kunci=uid) if uid else {}

    def _baca_nilai(self, jenis: str) -> dict[Kunci, Isi]:
        uid = {s.uid for s in self.daftar if s.milik == jenis}
        return {kunci: isi for kunci, (_, isi) in self._milik(jenis, uid).items()}

    def _simpul(self, s: Suntingan) -> None:
        kini = self.teks.get(s.uid)
        if kini is None:
            raise tolak("SIMPUL_HILANG", HILANG)
        if s.medan == "peran":
            milik = self.pohon.perangkat_daerah
            s = replace(s, lama=baca_peran(s.lama, milik), baru=baca_peran(s.baru, milik))
        self._teks("simpul", s, kini)

    def _indikator(self, s: Suntingan) -> None:
        ada = self.indikator.get((s.uid,))
        if ada is None:
            raise tolak("INDIKATOR_HILANG", "Indikator itu sudah dihapus orang lain.")
        if s.medan == "teks" and not s.baru.strip():
            raise tolak("INDIKATOR_KOSONG", "Isi kalimat indikatornya, atau hapus indikatornya.")
        self._teks("indikator", s, ada[1])

    def _teks(self, jenis: str, s: Suntingan, kini: Isi) -> None:
        baru, ada = s.baru.strip(), kini[s.medan]
        _bandingkan(s, ada)
        if baru == ada:
            return
        kunci = (jenis, (s.uid,))
        p = self.baris.get(kunci, Perubahan(jenis, (s.uid,), {}, {}))
        self.baris[kunci] = Perubahan(
            jenis, (s.uid,), (p.sebelum or {}) | {s.medan: ada}, (p.sesudah or {}) | {s.medan: baru}
        )

    def _target(self, s: Suntingan) -> None:
        kode = self._tahap(s.tahun)
        isi = baca_isi_target(s.baru, s.satuan)
        self._isi(s, (s.uid, s.tahun, int(Triwulan.SETAHUN), kode), isi)

    def _pagu(self, s: Suntingan) -> None:
        tolak_bila(periksa_pagu(s.jenjang, s.tahun))
        kode = self._tahap(s.tahun)
        self._isi(s, (s.uid, s.tahun, kode, s.sumber_dana), baca_isi_rupiah(s.baru))

    def _klaim(self, s: Suntingan) -> None:
        tolak_bila(periksa_klaim(s.jenjang, s.tahun, JenisKlaim.PAGU))
        kode = self._tahap(s.tahun)
        self._isi(s, (s.uid, s.tahun, kode, str(JenisKlaim.PAGU)), baca_isi_rupiah(s.baru))

    def _isi(self, s: Suntingan, kunci: Kunci, isi: Isi | None) -> None:
        sendiri = self.nilai[s.milik].get(kunci)
        berlaku = self.berlaku[s.milik].get(_tanpa_tahap(s.milik, kunci), ("",))[0]
        _bandingkan(s, berlaku)
        if isi is None and sendiri is None and berlaku:
            raise tolak(
                "NILAI_TAHAP_LAIN",
                "Angka ini dari tahap yang lebih awal; ketik angka yang baru, "
                "atau pilih tahap asalnya untuk mengosongkannya.",
            )
        for p in perubahan_nilai(s.milik, kunci, sendiri, isi):
            self.baris[s.milik, kunci] = p

    def _berlaku(self, jenis: str) -> dict[Kunci, tuple[str]]:
        """The raw texts in force by key without stage: of the last stage that has a row."""
        baris = [
            (_tanpa_tahap(jenis, k), tahap.pk, isi["mentah"])
            for k, isi in self.nilai[jenis].items()
            if (tahap := self.kartu.cari(k[1], k[TEMPAT_TAHAP[jenis]])) is not None
        ]
        return terakhir(baris, self.tahapan)

    def _tahap(self, tahun: int) -> str:
        """The stage that is written: the one on screen, elsewhere the last one opened."""
        kode = self.tahap if self.tahap and tahun == self.tahun else self.kartu.ditulis(tahun)
        ada = self.kartu.cari(tahun, kode)
        if ada is not None and ada.terkunci:
            raise AturanDilanggar([tahap_terkunci(ada.nama, ada.tahun)])
        return kode

    def _indikator_baru(self, s: Suntingan) -> None:
        """The first indicator of a box: its sentence makes it, unit and targets join."""
        if s.uid in self.berindikator:
            raise _Bentrok(self.berindikator[s.uid])
        if s.medan == "teks" and s.baru.strip():
            self._buat_indikator(s)
        elif s.baru.strip() and s.uid not in self.indikator_baru:
            raise tolak("INDIKATOR_KOSONG", "Isi kalimat indikatornya dahulu.")
        elif s.medan == "satuan" and s.baru.strip():
            self._sesudah(s.uid)["satuan"] = s.baru.strip()
        elif s.medan == "target" and (isi := baca_isi_target(s.baru, s.satuan)):
            kode = self._tahap(s.tahun)
            kunci = (self.indikator_baru[s.uid], s.tahun, int(Triwulan.SETAHUN), kode)
            self.baris["target", kunci] = Perubahan("target", kunci, None, isi)

    def _buat_indikator(self, s: Suntingan) -> None:
        uid = str(uuid.uuid4())
        isi: dict[str, Any] = {"simpul": s.uid, "urutan": 1, "teks": s.baru.strip(), "satuan": ""}
        self.indikator_baru[s.uid] = uid
        self.baris["indikator", (uid,)] = Perubahan("indikator", (uid,), None, isi)

    def _sesudah(self, simpul: str) -> Isi:
        return self.baris["indikator", (self.indikator_baru[simpul],)].sesudah or {}


def _tanpa_tahap(jenis: str, kunci: Kunci) -> Kunci:
    tempat = TEMPAT_TAHAP[jenis]
    return kunci[:tempat] + kunci[tempat + 1 :]


def _bandingkan(s: Suntingan, kini: str) -> None:
    """Compare and set: the cell must be as its writer saw it, or already as it is to be."""
    if _rata(kini) not in (_rata(s.lama), _rata(s.baru)):
        raise _Bentrok(kini)


def _rata(teks: str) -> str:
    return teks.replace("\r\n", "\n").strip()
