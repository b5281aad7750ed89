"""What a copy of a document holds: its rows as changes, ready for an empty document."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kinerja.aturan.jenjang import periksa_klaim, periksa_pagu
from kinerja.aturan.kata import Pasangan, Pengganti
from kinerja.models.jabatan import Jabatan
from kinerja.models.pemda import PerangkatDaerah, Unit
from kinerja.models.periode import Periode
from kinerja.models.perubahan import Isi, Kunci, Perubahan, baca_baris, bawaan
from kinerja.models.simpul import Label
from kinerja.models.susunan import Susunan
from kinerja.models.tabel_pohon import BARIS, TEMPAT_TAHAP
from kinerja.models.tahapan import KartuTahap

if TYPE_CHECKING:
    from kinerja.models.pohon import Pohon

TEKS_SIMPUL = ("kinerja", "lokasi", "pengampu_tertulis")
TEKS_INDIKATOR = (
    "teks", "formulasi", "definisi", "sumber_data", "penanggung_jawab", "keterangan",
)  # fmt: skip


@dataclass(frozen=True)
class PilihanSalinan:
    """Where a copy goes and what comes along; ``bawa`` are keys of BAWAAN, ``geser`` years."""

    perangkat_daerah: PerangkatDaerah
    periode: Periode
    judul: str = ""
    bawa: frozenset[str] = frozenset()
    geser: int = 0
    kata: tuple[Pasangan, ...] = ()


@dataclass(frozen=True)
class KataDiganti:
    """One text that the pairs of words change."""

    sebutan: str
    medan: str
    sebelum: str
    sesudah: str


@dataclass
class IsiSalinan:
    """The rows of a copy, the texts that changed, and what stays behind, counted by reason."""

    perubahan: list[Perubahan] = field(default_factory=list)
    kata: list[KataDiganti] = field(default_factory=list)
    tertinggal: Counter[str] = field(default_factory=Counter)


def isi_edisi(asal: Pohon) -> list[Perubahan]:
    """Every row as it is, under the same uids."""
    susunan = Susunan(asal)
    hasil = [Perubahan("simpul", (uid,), None, susunan.isi(uid)) for uid in _kotak(susunan)]
    for jenis in BARIS:
        for kunci, (_, isi) in baca_baris(asal, jenis).items():
            hasil.append(Perubahan(jenis, kunci, None, isi))
    return hasil


def isi_salinan(asal: Pohon, pilihan: PilihanSalinan, akar: str) -> IsiSalinan:
    """The rows of a copy under new uids; ``akar`` is the uid of its hidden root."""
    return _Penyalin(asal, pilihan, akar).susun()


def _kotak(susunan: Susunan) -> Iterator[str]:
    return (uid for uid in susunan.keturunan(susunan.akar) if uid != susunan.akar)


class _Penyalin:
    """One copy in the making. Reads each table of the origin once."""

    def __init__(self, asal: Pohon, pilihan: PilihanSalinan, akar: str):
        self.asal, self.pilihan = asal, pilihan
        self.susunan = Susunan(asal)
        self.uid = {uid: str(uuid.uuid4()) for uid in self.susunan.titik}
        self.uid[self.susunan.akar] = akar
        self.ganti = Pengganti(pilihan.kata)
        self.hasil = IsiSalinan()
        self.pindah_lembaga = asal.perangkat_daerah != pilihan.perangkat_daerah

    def susun(self) -> IsiSalinan:
        bawa, indikator = self.pilihan.bawa, {}
        if "indikator" in bawa:
            indikator = baca_baris(self.asal, "indikator")
            self.uid |= {uid: str(uuid.uuid4()) for (uid,) in indikator}
        for uid in _kotak(self.susunan):
            self._tambah("simpul", (self.uid[uid],), self._simpul(uid, indikator))
        for (uid,), (_, isi) in indikator.items():
            self._tambah("indikator", (self.uid[uid],), self._indikator(uid, isi))
            self._penanggung()
        if "target" in bawa and indikator:
            self._baseline()
            self._angka("target", self.pilihan.periode.daftar_tahun())
        if "pagu" in bawa:
            for jenis in ("pagu", "klaim"):
                self._angka(jenis, self.pilihan.periode.daftar_tahun())
        self._terkait(bawa)
        return self.hasil

    def _tambah(self, jenis: str, kunci: Kunci, isi: Isi) -> None:
        self.hasil.perubahan.append(Perubahan(jenis, kunci, None, isi))

    def _simpul(self, uid: str, indikator: Collection[Any]) -> Isi:
        isi = self.susunan.isi(uid) or {}
        didukung = isi["indikator_induk"]
        medan = TEKS_SIMPUL if isi["nomenklatur_id"] else ("nama", *TEKS_SIMPUL)
        return self._teks(isi, medan, isi["nama"] or isi["kinerja"]) | {
            "asal_uid": uid,
            "induk": self.uid[isi["induk"]],
            "setelah": self.uid[isi["setelah"]] if isi["setelah"] else None,
            "indikator_induk": self.uid[didukung] if (didukung,) in indikator else None,
            "unit_id": self._unit(isi["unit_id"]),
            "mendukung_id": self._mendukung(isi["mendukung_id"]),
            "tahun_mulai": self._tahun(isi["tahun_mulai"]),
            "tahun_sampai": self._tahun(isi["tahun_sampai"]),
            "peran": isi["peran"],
            "program_terkait": isi["program_terkait"],
            "varian": [],
        }

    def _indikator(self, uid: str, isi: Isi) -> Isi:
        baru = self._teks(isi, TEKS_INDIKATOR, isi["teks"])
        return baru | {"asal_uid": uid, "simpul": self.uid[isi["simpul"]]}

    def _teks(self, isi: Isi, medan: Collection[str], sebutan: str) -> Isi:
        baru = {m: _pada_semua(self.ganti, isi[m]) or isi[m] for m in medan}
        for m in medan:
            if baru[m] != isi[m]:
                sebelum, sesudah = (" · ".join(t) if isinstance(t, list) else t
                                    for t in (isi[m], baru[m]))  # fmt: skip
                self.hasil.kata.append(KataDiganti(sebutan, m, sebelum, sesudah))
        return isi | baru

    def _tahun(self, tahun: int | None) -> int | None:
        return None if tahun is None else tahun + self.pilihan.geser

    def _unit(self, pk: int | None) -> int | None:
        if pk is None or not self.pindah_lembaga:
            return pk
        baru = self._unit_sama.get(pk)
        self.hasil.tertinggal["unit"] += baru is None
        return baru

    def _penugasan(self) -> None:
        for (uid, pk), (_, isi) in baca_baris(self.asal, "penugasan").items():
            baru = self._jabatan_sama.get(pk) if self.pindah_lembaga else pk
            if baru is not None:
                self._tambah("penugasan", (self.uid[uid], baru), isi)
            self.hasil.tertinggal["penugasan"] += baru is None

    def _penanggung(self) -> None:
        """Who answers for indicators: positions of the same name, agencies of the same pemda."""
        for uid, pk in baca_baris(self.asal, "penanggung_jabatan"):
            baru = self._jabatan_sama.get(pk) if self.pindah_lembaga else pk
            if baru is not None:
                self._tambah("penanggung_jabatan", (self.uid[uid], baru), {})
            self.hasil.tertinggal["penanggung jawab indikator"] += baru is None
        tujuan, dari = self.pilihan.perangkat_daerah, self.asal.perangkat_daerah
        if tujuan.pemda_atau_diri() != dari.pemda_atau_diri():
            return
        for uid, pk in baca_baris(self.asal, "penanggung_lembaga"):
            ke = tujuan.pk if pk == dari.pk else pk
            self._tambah("penanggung_lembaga", (self.uid[uid], ke), {})

    @cached_property
    def _jabatan_sama(self) -> dict[int, int]:
        """Positions of the origin that the other agency has too, by name; each there once."""
        semua = [Jabatan.objects.filter(perangkat_daerah=p).order_by("pk").values_list("nama", "pk")
                 for p in (self.pilihan.perangkat_daerah, self.asal.perangkat_daerah)]  # fmt: skip
        sana, hasil = {nama.casefold(): pk for nama, pk in semua[0]}, dict[int, int]()
        for nama, pk in semua[1]:
            if (baru := sana.pop(nama.casefold(), None)) is not None:
                hasil[pk] = baru
        return hasil

    @cached_property
    def _unit_sama(self) -> dict[int, int]:
        """Units of the origin that the other agency has too, by name."""
        kolom = ("nama", "pk")
        sana = dict(Unit.objects.filter(perangkat_daerah=self.pilihan.perangkat_daerah,
                                        sampai=None).values_list(*kolom))  # fmt: skip
        sini = Unit.objects.filter(perangkat_daerah=self.asal.perangkat_daerah)
        return {pk: sana[nama] for nama, pk in sini.values_list(*kolom) if nama in sana}

    def _mendukung(self, pk: int | None) -> int | None:
        tujuan, dari = self.pilihan.perangkat_daerah, self.asal.perangkat_daerah
        sepemda = tujuan.pemda_atau_diri() == dari.pemda_atau_diri()
        tetap = sepemda and self.pilihan.periode == self.asal.periode
        self.hasil.tertinggal["rujukan RPJMD"] += pk is not None and not tetap
        return pk if tetap else None

    def _baseline(self) -> None:
        for (uid, tahun), (_, isi) in baca_baris(self.asal, "baseline").items():
            kunci = (self.uid[uid], tahun + self.pilihan.geser)
            self._tambah("baseline", kunci, isi | _tanpa_asal("baseline"))

    def _angka(self, jenis: str, daftar_tahun: Collection[int]) -> None:
        """The values in force, into the last stage opened in each year there."""
        letak = TEMPAT_TAHAP[jenis]
        akhir: dict[Kunci, tuple[int, Isi]] = {}
        for kunci, (_, isi) in baca_baris(self.asal, jenis).items():
            sisa = list(kunci)
            kode = sisa.pop(letak)
            tahap = self._sini.cari(kunci[1], kode)
            ke = tahap.urutan if tahap else 0
            if ke >= akhir.get(tuple(sisa), (0, {}))[0]:
                akhir[tuple(sisa)] = (ke, isi)
        for (uid, lama, *lain), (_, isi) in akhir.items():
            tahun = lama + self.pilihan.geser
            if tahun not in daftar_tahun or self._bukan_di_sini(jenis, uid, tahun, lain):
                self.hasil.tertinggal[f"{jenis} {lama}"] += 1
                continue
            baru = [self.uid[uid], tahun, *lain]
            baru.insert(letak, self._sana.ditulis(tahun))
            self._tambah(jenis, tuple(baru), isi | _tanpa_asal(jenis))

    def _bukan_di_sini(self, jenis: str, uid: str, tahun: int, lain: list[Any]) -> bool:
        """Shifted across the year in which money went down a level."""
        if jenis == "target":
            return False
        jenjang = self.susunan.jenjang(uid)
        if jenis == "pagu":
            return bool(periksa_pagu(jenjang, tahun))
        return bool(periksa_klaim(jenjang, tahun, lain[0]))

    @cached_property
    def _sini(self) -> KartuTahap:
        return KartuTahap.baca(self.asal.perangkat_daerah_id)

    @cached_property
    def _sana(self) -> KartuTahap:
        return KartuTahap.baca(self.pilihan.perangkat_daerah.pk)

    def _terkait(self, bawa: Collection[str]) -> None:
        for (pengganti, lama), (_, isi) in baca_baris(self.asal, "penggantian").items():
            kunci = (self.uid[pengganti], self.uid[lama])
            self._tambah("penggantian", kunci, {"tahun": self._tahun(isi["tahun"])})
        if "pengampu" in bawa:
            tujuan, dari = self.pilihan.perangkat_daerah.pk, self.asal.perangkat_daerah_id
            pasang = {(uid, tujuan if pk == dari else pk)
                      for uid, pk in baca_baris(self.asal, "pengampu")}  # fmt: skip
            for uid, pk in sorted(pasang):
                self._tambah("pengampu", (self.uid[uid], pk), {})
        if "penugasan" in bawa:
            self._penugasan()
        if "label" in bawa:
            lembaga = self.pilihan.perangkat_daerah
            milik = [lembaga.pk, lembaga.pemda_atau_diri().pk]
            ada = set(Label.objects.filter(perangkat_daerah__in=milik).values_list("pk", flat=True))
            for uid, pk in baca_baris(self.asal, "label"):
                if pk in ada:
                    self._tambah("label", (self.uid[uid], pk), {})
                self.hasil.tertinggal["label"] += pk not in ada


def _pada_semua(ganti: Pengganti, nilai: Any) -> Any:
    return [ganti(butir) for butir in nilai] if isinstance(nilai, list) else ganti(nilai)


def _tanpa_asal(jenis: str) -> Isi:
    """A copy has no workbook that it was repaired from."""
    return {m: v for m, v in bawaan(jenis).items() if m in ("asal", "alasan")}
