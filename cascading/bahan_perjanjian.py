"""Reads what agreements are made from: documents in force, assignments, positions, holders."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from cascading.aturan.bentuk import Bentuk, Syarat, pilih_bentuk
from cascading.isi_perjanjian import DokumenTugas, IsiPerjanjian, Kursi, Pihak
from cascading.models import BentukPerjanjian, KalimatPerjanjian, PerjanjianKinerja
from cascading.susun_perjanjian import susun_isi
from kinerja.aturan.edisi import Edisi, berlaku
from kinerja.aturan.isi import IsiPohon
from kinerja.aturan.temuan import Temuan, Tingkat
from kinerja.isi_pohon import baca_isi, baca_sebagian
from kinerja.models import Jabatan, Pejabat, Penugasan, PerangkatDaerah, Pohon, Simpul
from kinerja.pilihan import JenisJabatan, JenisPejabat, JenisPohon, PeranTugas, StatusPohon


@dataclass(frozen=True)
class PerjanjianSiap:
    """An agreement as it would be printed now. ``kedua`` None: nobody else signs."""

    perjanjian: PerjanjianKinerja
    isi: IsiPerjanjian
    pertama: Pihak
    kedua: Pihak | None
    temuan: tuple[Temuan, ...]
    bentuk: Bentuk
    pembuka: tuple[str, ...] = ()
    janji: tuple[str, ...] = ()
    """Paragraphs of the pemda's own wording; none: the software's."""

    @property
    def sidik(self) -> str:
        """Fingerprint of everything printed; what was seen is what is agreed."""
        p = self.perjanjian
        isi = asdict(replace(self.isi, temuan=()))
        kedua = asdict(self.kedua) if self.kedua else None
        lain = [str(p.tanggal or ""), p.nomor, p.tempat, p.tahap_id, p.sebab]
        lain += [*self.pembuka, *self.janji]
        teks = json.dumps([isi, asdict(self.pertama), kedua, lain], sort_keys=True, default=str)
        return hashlib.sha256(teks.encode()).hexdigest()

    @property
    def galat(self) -> list[Temuan]:
        return [t for t in self.temuan if t.menghalangi]


class BacaanLembaga:
    """Everything of one agency in one year, read once for all its agreements."""

    def __init__(
        self,
        lembaga: PerangkatDaerah,
        tahun: int,
        tahap: str = "",
        syarat: Sequence[Syarat] | None = None,
    ):
        """``syarat``: other forms than those that the pemda uses, to see what they would print."""
        self.lembaga = lembaga
        self._syarat = syarat
        self.tahun = tahun
        self.tahap = tahap
        self.daftar_jabatan = {
            j.pk: j for j in lembaga.jabatan.select_related("unit", "atasan", "perangkat_daerah")
        }
        self.atasan = {j.pk: j.atasan_id for j in self.daftar_jabatan.values()}
        self.draf: list[Pohon] = []
        self._pejabat: dict[tuple[int, date], Pejabat | None] = {}
        self._kalimat: KalimatPerjanjian | None = None
        self._dokumen: list[DokumenTugas] | None = None
        self._kepala_daerah: tuple[list[DokumenTugas], list[DokumenTugas]] | None = None

    def isi(self, jabatan: Jabatan, plt: bool = False) -> IsiPerjanjian:
        """What this position promises."""
        kursi = self.kursi(jabatan, plt)
        if kursi.bentuk.sedaerah:
            return susun_isi(kursi, *self._pemda())
        return susun_isi(kursi, self.dokumen, self.dokumen)

    @property
    def syarat(self) -> Sequence[Syarat]:
        if self._syarat is None:
            self._syarat = BentukPerjanjian.milik(self.lembaga.pemda_atau_diri())
        return self._syarat

    def kursi(self, jabatan: Jabatan, plt: bool = False) -> Kursi:
        bentuk = pilih_bentuk(
            self.lembaga.jenis, jabatan.jenis, kepala=jabatan.kepala, plt=plt,
            unit=jabatan.unit.jenis if jabatan.unit else "", syarat=self.syarat,
        )  # fmt: skip
        return Kursi(jabatan.pk, bentuk, self._lingkup(jabatan.pk), self.atasan)

    def pejabat(self, jabatan: Jabatan, hari: date) -> Pejabat | None:
        """Who holds a position that day, asked once."""
        kunci = (jabatan.pk, hari)
        if kunci not in self._pejabat:
            self._pejabat[kunci] = jabatan.pejabat_pada(hari)
        return self._pejabat[kunci]

    @property
    def kalimat(self) -> KalimatPerjanjian:
        if self._kalimat is None:
            self._kalimat = KalimatPerjanjian.milik(self.lembaga.pemda_atau_diri())
        return self._kalimat

    @property
    def dokumen(self) -> list[DokumenTugas]:
        if self._dokumen is None:
            pohon = pohon_berlaku([self.lembaga.pk], JenisPohon.CASCADING, self.tahun)
            self.draf = [p for p in pohon if p.status != StatusPohon.DISETUJUI]
            self._dokumen = [_baca(p, self.tahun, self.tahap) for p in pohon]
        return self._dokumen

    def _pemda(self) -> tuple[list[DokumenTugas], list[DokumenTugas]]:
        """Money of all agencies, promises of the RPJMD."""
        if self._kepala_daerah is None:
            lembaga = self.lembaga.perangkat_daerah.values_list("pk", flat=True)
            cascading = pohon_berlaku([*lembaga], JenisPohon.CASCADING, self.tahun)
            rpjmd = pohon_berlaku([self.lembaga.pk], JenisPohon.RPJMD, self.tahun)
            self.draf = [p for p in [*rpjmd, *cascading] if p.status != StatusPohon.DISETUJUI]
            uang = [_uang(p, self.tahun) for p in cascading]
            self._kepala_daerah = uang, [_baca(p, self.tahun, "") for p in rpjmd]
        return self._kepala_daerah

    def _lingkup(self, jabatan: int) -> frozenset[int]:
        """The position and everybody below it."""
        hasil = {jabatan}
        while baru := {j for j, a in self.atasan.items() if a in hasil} - hasil:
            hasil |= baru
        return frozenset(hasil)


def siapkan(
    perjanjian: PerjanjianKinerja, hari: date, bacaan: BacaanLembaga | None = None
) -> PerjanjianSiap:
    """As it would be printed; ``hari`` decides who holds the superior position."""
    p = perjanjian
    bacaan = bacaan or BacaanLembaga(p.perangkat_daerah, p.tahun, p.tahap.kode)
    jabatan = bacaan.daftar_jabatan.get(p.jabatan_id, p.jabatan)
    plt = p.pihak_pertama is not None and p.pihak_pertama.jenis == JenisPejabat.PLT
    isi = bacaan.isi(jabatan, plt)
    pertama = pihak(jabatan, p.pihak_pertama)
    bentuk = bacaan.kursi(jabatan, plt).bentuk
    sepihak = bentuk.sepihak
    kedua = None
    if not sepihak and jabatan.atasan is not None:
        kedua = pihak(jabatan.atasan, bacaan.pejabat(jabatan.atasan, hari))
    kini = bacaan.pejabat(jabatan, p.tanggal or hari)
    temuan = (
        *isi.temuan,
        *periksa_pihak(p, pertama, kedua, sepihak),
        *_pejabat_lain(p, pertama, kini),
        *_draf(bacaan.draf),
    )
    kalimat = bacaan.kalimat
    janji = kalimat.paragraf("janji_sepihak" if sepihak else "janji", p.tahun)
    return PerjanjianSiap(
        p, isi, pertama, kedua, temuan, bentuk, kalimat.paragraf("pembuka", p.tahun), janji
    )


def pihak(jabatan: Jabatan, pejabat: Pejabat | None) -> Pihak:
    """As printed: "Plt." and its like stand before the position."""
    kepala_daerah = jabatan.jenis == JenisJabatan.KEPALA_DAERAH
    if pejabat is None:
        return Pihak(jabatan.nama, kepala_daerah=kepala_daerah)
    biasa = pejabat.jenis == JenisPejabat.DEFINITIF
    orang = pejabat.pegawai
    return Pihak(
        jabatan=jabatan.nama if biasa else f"{pejabat.get_jenis_display()} {jabatan.nama}",
        nama=orang.nama,
        pangkat=", ".join(b for b in (orang.pangkat, orang.golongan) if b),
        nip=orang.nip,
        kepala_daerah=kepala_daerah,
        pejabat=pejabat.pk,
    )


def periksa_pihak(
    p: PerjanjianKinerja, pertama: Pihak, kedua: Pihak | None, sepihak: bool
) -> list[Temuan]:
    """Who signs, when and where."""
    hasil = []
    if not pertama.pejabat:
        pesan = f"Belum ada pejabat {pertama.jabatan}; admin mencatatnya di Pengaturan."
        hasil.append(Temuan(kode="PIHAK_PERTAMA_KOSONG", pesan=pesan))
    if not sepihak and (kedua is None or not kedua.pejabat):
        siapa = f"pejabat {kedua.jabatan}" if kedua else "jabatan atasan"
        pesan = f"Belum ada {siapa}; admin mencatatnya di Pengaturan, Jabatan."
        hasil.append(Temuan(kode="PIHAK_KEDUA_KOSONG", pesan=pesan))
    if p.tanggal is None:
        pesan = "Tanggal perjanjian belum diisi."
        hasil.append(Temuan(kode="TANGGAL_KOSONG", pesan=pesan))
    for satu in (pertama, kedua):
        if satu and satu.pejabat and not satu.nip and not satu.kepala_daerah:
            pesan = f"NIP {satu.nama} belum diisi; yang tercetak garis titik-titik."
            hasil.append(Temuan(kode="NIP_KOSONG", pesan=pesan, tingkat=Tingkat.PERINGATAN))
    return hasil


def _pejabat_lain(p: PerjanjianKinerja, pertama: Pihak, kini: Pejabat | None) -> list[Temuan]:
    """The one who promises holds the position on the day of the agreement."""
    if kini is None or not pertama.pejabat or kini.pk == pertama.pejabat:
        return []
    pesan = (
        f"Pada tanggal perjanjian jabatan ini dipegang {kini.pegawai.nama}, bukan {pertama.nama}; "
        "pilih pejabatnya di Ubah bila keliru."
    )
    return [Temuan(kode="PEJABAT_LAIN", pesan=pesan, tingkat=Tingkat.PERINGATAN)]


def pohon_berlaku(lembaga: Iterable[int], jenis: str, tahun: int) -> list[Pohon]:
    """The documents in force in a year: of each agency and title one edition, the latest periode.

    One query.
    """
    daftar = Pohon.objects.tampak().filter(perangkat_daerah__in=list(lembaga), jenis=jenis)
    daftar = daftar.select_related("periode", "perangkat_daerah").defer("perangkat_daerah__lambang")
    keluarga: dict[tuple[Any, ...], list[Pohon]] = {}
    for p in daftar.order_by("perangkat_daerah__nama", "judul", "periode__tahun_awal", "edisi"):
        if tahun in p.periode.daftar_tahun():
            keluarga.setdefault((p.perangkat_daerah_id, p.judul, p.periode_id), []).append(p)
    hasil: dict[tuple[Any, ...], Pohon] = {}
    for (milik, judul, _), edisi in keluarga.items():
        kini = berlaku(Edisi(p.edisi, p.status) for p in edisi)
        hasil[milik, judul] = next(p for p in edisi if kini and p.edisi == kini.nomor)
    return list(hasil.values())


def _baca(pohon: Pohon, tahun: int, tahap: str, lembaga: str = "") -> DokumenTugas:
    isi = baca_isi(pohon, tahun=tahun, tahap=tahap)
    hasil = DokumenTugas(_setahun(pohon, isi), lembaga)
    tugas = Penugasan.objects.di(pohon).order_by("pk")
    for simpul, jabatan, peran in tugas.values_list("simpul_id", "jabatan_id", "peran"):
        milik = {
            PeranTugas.PENANGGUNG_JAWAB: hasil.penanggung,
            PeranTugas.PELAKSANA: hasil.pelaksana,
        }.get(PeranTugas(peran))
        if milik is not None:
            milik.setdefault(simpul, []).append(jabatan)
    return hasil


def _uang(pohon: Pohon, tahun: int) -> DokumenTugas:
    """Boxes and money only: what the head of the pemda lists of an agency. Five queries."""
    semua, _ = baca_sebagian(pohon, (), tahun=tahun)
    return DokumenTugas(_setahun(pohon, semua), pohon.perangkat_daerah.nama)


def _setahun(pohon: Pohon, isi: IsiPohon) -> IsiPohon:
    """Without what does not hold in that year; what has money in it stays."""
    batas = Simpul.objects.filter(pohon=pohon).exclude(tahun_mulai=None, tahun_sampai=None)
    masa = {pk: (a, z) for pk, a, z in batas.values_list("pk", "tahun_mulai", "tahun_sampai")}
    lewat: set[int] = set()
    for s in isi.simpul:
        mulai, sampai = masa.get(s.id, (None, None))
        di_luar = isi.tahun < (mulai or isi.tahun) or isi.tahun > (sampai or isi.tahun)
        if (di_luar or s.induk in lewat) and not s.ada_pagu:
            lewat.add(s.id)
    isi.simpul = [s for s in isi.simpul if s.id not in lewat]
    return isi


def _draf(daftar: list[Pohon]) -> list[Temuan]:
    return [
        Temuan(
            kode="DOKUMEN_DRAF",
            pesan=f"{p.sebutan} {p.perangkat_daerah} masih {p.get_status_display()}; isinya dapat "
            "berubah sampai disetujui.",
            tingkat=Tingkat.PERINGATAN,
        )
        for p in daftar
    ]
