"""Reads a document with its targets, results and money: a fixed number of queries at any size."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from cascading.isi_laporan import (
    AksiLaporan,
    CatatanUkur,
    IndikatorLaporan,
    IsiLaporan,
    KotakLaporan,
    jumlahkan_uang,
)
from cascading.models.rencana_aksi import RencanaAksi
from cascading.renstra_pohon import baca_renstra
from kinerja.aturan.angka import Nilai
from kinerja.aturan.isi import IsiIndikator, IsiPohon, IsiSimpul
from kinerja.aturan.seri import Seri
from kinerja.isi_pohon import baca_isi
from kinerja.models import Bukti, Pengaturan, Penugasan, Pohon, Realisasi, RealisasiAnggaran
from kinerja.models.hitung_capaian import nilai_baris, target_berlaku
from kinerja.pilihan import PeranTugas
from kinerja.sel_ukur import jumlah_uang

TRIWULAN = (1, 2, 3, 4)
_Nilai = Mapping[tuple[int, int], Mapping[int, Realisasi]]
"""Values by (indicator, year), then by quarter."""


def baca_laporan(pohon: Pohon, tahun: int, *, dengan_rencana: bool = False) -> IsiLaporan:
    """The document in one year. ``dengan_rencana`` reads the money of the Renstra too, some
    queries per year of the periode.
    """
    isi = baca_isi(pohon, tahun=tahun)
    pembaca = _Pembaca(pohon, isi, tahun)
    rencana = baca_renstra(pohon) if dengan_rencana else None
    uang_rencana = {k.id: k.uang for k in rencana.kotak} if rencana else {}
    uang_rencana[isi.akar.id] = rencana.jumlah if rencana else {}
    return IsiLaporan(
        tahun=tahun,
        daftar_tahun=tuple(isi.daftar_tahun),
        kotak=tuple(pembaca.kotak(s, uang_rencana.get(s.id, {})) for s in isi.simpul),
        akar=pembaca.kotak(isi.akar, uang_rencana[isi.akar.id]),
        aturan=Pengaturan.aturan_ukur_di(pohon.perangkat_daerah.pemda_atau_diri()),
    )


class _Pembaca:
    """Everything that stands beside the boxes, read once."""

    def __init__(self, pohon: Pohon, isi: IsiPohon, tahun: int) -> None:
        self.tahun = tahun
        pk = {i.id for s in isi.simpul for i in s.indikator}
        self.target = target_berlaku(pohon, pk, isi.daftar_tahun)
        self.nilai = _realisasi(pohon)
        self.bertahun: dict[int, set[int]] = defaultdict(lambda: {tahun})
        for milik, t in (*self.nilai, *self.target):
            self.bertahun[milik].add(t)
        self.bukti = _bukti(pohon, tahun)
        self.tugas = _tugas(pohon)
        self.aksi = _aksi(pohon, tahun)
        susunan: list[tuple[int, int | None]] = [(isi.akar.id, None)]
        susunan += [(s.id, s.induk or isi.akar.id) for s in isi.simpul]
        self.uang = jumlahkan_uang(susunan, _uang(pohon))

    def kotak(self, s: IsiSimpul, rencana: Mapping[int, int]) -> KotakLaporan:
        return KotakLaporan(
            id=s.id,
            uid=s.uid,
            induk=s.induk,
            jenjang=s.jenjang,
            kode=s.kode,
            sebutan=s.sebutan,
            indikator=tuple(self._indikator(i) for i in s.indikator),
            pagu=s.jumlah.nilai if s.ada_pagu and s.jumlah else None,
            uang=self.uang.get(s.id, {}),
            penanggung_jawab="; ".join(self.tugas.get(s.id, ())) or s.pelaksana,
            aksi=self.aksi.get(s.uid, ()),
            rencana=rencana,
        )

    def _indikator(self, i: IsiIndikator) -> IndikatorLaporan:
        milik = self.nilai.get((i.id, self.tahun), {})
        rinci = i.rinci
        return IndikatorLaporan(
            teks=i.teks,
            satuan=i.satuan,
            frekuensi=rinci.frekuensi if rinci else "TRIWULANAN",
            utama=bool(rinci and rinci.utama),
            seri=self._seri(i),
            catatan={n: _catatan(r) for n, r in milik.items()},
            bukti=self.bukti.get(i.uid, {}),
        )

    def _seri(self, i: IsiIndikator) -> dict[int, Seri]:
        kosong: dict[int, Nilai] = {}
        hasil = {}
        for t in sorted(self.bertahun[i.id]):
            acuan = self.target.get((i.id, t), kosong)
            baris = self.nilai.get((i.id, t), {})
            hasil[t] = Seri(
                arah=i.rinci.arah if i.rinci else "NAIK",
                agregasi=i.agregasi,
                realisasi={n: nilai_baris(r) for n, r in baris.items()},
                cara={n: r.cara for n, r in baris.items()},
                target={n: nilai for n, nilai in acuan.items() if n},
                setahun=acuan.get(0),
            )
        return hasil


def _realisasi(pohon: Pohon) -> _Nilai:
    hasil: dict[tuple[int, int], dict[int, Realisasi]] = defaultdict(dict)
    for r in Realisasi.objects.filter(indikator__pohon=pohon).order_by("triwulan"):
        hasil[r.indikator_id, r.tahun][r.triwulan] = r
    return hasil


def _catatan(r: Realisasi) -> CatatanUkur:
    return CatatanUkur(
        r.hambatan, r.faktor_pendukung, r.solusi, r.tindak_lanjut, r.sementara, r.tahun_data
    )


def _bukti(pohon: Pohon, tahun: int) -> dict[str, dict[int, tuple[str, ...]]]:
    """Names of files and addresses by indicator and quarter."""
    hasil: dict[str, dict[int, tuple[str, ...]]] = defaultdict(dict)
    daftar = Bukti.objects.filter(perangkat_daerah=pohon.perangkat_daerah_id, tahun=tahun)
    kolom = daftar.order_by("pk").values_list("indikator_uid", "triwulan", "nama", "tautan")
    for uid, triwulan, nama, tautan in kolom:
        milik = hasil[str(uid)]
        teks = nama if not tautan or tautan == nama else f"{nama} ({tautan})"
        milik[triwulan] = (*milik.get(triwulan, ()), teks)
    return hasil


def _tugas(pohon: Pohon) -> dict[int, list[str]]:
    """Who answers for each box."""
    hasil: dict[int, list[str]] = defaultdict(list)
    daftar = Penugasan.objects.di(pohon).filter(peran=PeranTugas.PENANGGUNG_JAWAB)
    for simpul, nama in daftar.order_by("pk").values_list("simpul_id", "jabatan__nama"):
        hasil[simpul].append(nama)
    return hasil


def _aksi(pohon: Pohon, tahun: int) -> dict[str, tuple[AksiLaporan, ...]]:
    hasil: dict[str, tuple[AksiLaporan, ...]] = {}
    for a in RencanaAksi.objects.filter(
        perangkat_daerah=pohon.perangkat_daerah_id, tahun=tahun
    ).order_by("urutan", "pk"):
        baris = AksiLaporan(a.uraian, a.sub, a.triwulan, a.penanggung_jawab, a.pk)
        hasil[str(a.simpul_uid)] = (*hasil.get(str(a.simpul_uid), ()), baris)
    return hasil


def _uang(pohon: Pohon) -> dict[int, dict[int, dict[int, int]]]:
    """Rupiah of each quarter alone, by box and year."""
    baris: dict[tuple[int, int], dict[int, RealisasiAnggaran]] = defaultdict(dict)
    for satu in RealisasiAnggaran.objects.filter(simpul__pohon=pohon):
        baris[satu.simpul_id, satu.tahun][satu.triwulan] = satu
    hasil: dict[int, dict[int, dict[int, int]]] = defaultdict(dict)
    for (simpul, tahun), milik in baris.items():
        hasil[simpul][tahun] = dict(_per_triwulan(milik))
    return hasil


def _per_triwulan(milik: dict[int, RealisasiAnggaran]) -> Iterable[tuple[int, int]]:
    """What was spent in each filled quarter; the difference to what stood before."""
    lalu = 0
    for n in TRIWULAN:
        sampai = jumlah_uang(milik, n) if n in milik and milik[n].nilai is not None else None
        if sampai is not None:
            yield n, sampai - lalu
            lalu = sampai
