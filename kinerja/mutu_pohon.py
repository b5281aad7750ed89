"""All findings of a document as its pemda weighs them: the one source of page, drawer, list, PDF.

The checks of presence and money and the quality rules together; what the agency accepted is set
apart. A document that was checked in this process before costs only what changed since.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from threading import Lock
from uuid import uuid4

from django.core.cache import cache
from django.db.models import Q

from kinerja.aturan.isi import IsiPohon, IsiSimpul
from kinerja.aturan.mutu.bahan import Bahan, Nomenklatur
from kinerja.aturan.mutu.dari_isi import bahan_dokumen
from kinerja.aturan.mutu.periksa import Pemeriksaan
from kinerja.aturan.mutu.terima import Ditimbang, timbang
from kinerja.aturan.nomenklatur import BERKODE, UMUM, BarisResmi, kode_baku, kunci_kode
from kinerja.aturan.pemeriksaan import periksa
from kinerja.aturan.temuan import Temuan
from kinerja.models import Nomenklatur as BarisNomenklatur
from kinerja.models import Pengaturan, PerangkatDaerah, Pohon, TemuanDiterima, VersiNomenklatur
from kinerja.pilihan import Jenjang

LAMA_SIMPAN = 3600
TERBANYAK = 8
"""Documents that a process keeps checked."""
DAFTAR_TERBANYAK = 32
"""Agencies whose official rows a process keeps."""
BAGIAN_PENUH = {Jenjang.PROGRAM: 3, Jenjang.KEGIATAN: 5, Jenjang.SUB_KEGIATAN: 6}
"""Pieces of a code that says everything; a shorter one is not looked up."""

_terperiksa: OrderedDict[tuple[int, int], Pemeriksaan] = OrderedDict()
_daftar: OrderedDict[str, _Resmi] = OrderedDict()
_kunci = Lock()


def temuan_pohon(pohon: Pohon, isi: IsiPohon) -> Ditimbang:
    """``isi`` is a reading of the whole document in its year. No query where neither the document
    nor the settings of the pemda changed; four in a process that starts.
    """
    pengaturan = pengaturan_pemda(pohon.perangkat_daerah)
    bahan = bahan_dokumen(isi, nomenklatur_dokumen(pohon, isi))
    return timbang(
        urut(isi, [*periksa(isi), *_mutu((pohon.pk, isi.tahun), bahan)]),
        pengaturan.tingkat_temuan if pengaturan else {},
        diterima(pohon.perangkat_daerah),
    )


def urut(isi: IsiPohon, temuan: Iterable[Temuan]) -> list[Temuan]:
    """Tree order; at one box in the order given."""
    letak = {s.uid: n for n, s in enumerate(isi.simpul)}
    return sorted(temuan, key=lambda t: letak.get(t.letak.simpul, -1))


def pengaturan_pemda(lembaga: PerangkatDaerah) -> Pengaturan | None:
    """The settings of the pemda; without a query where the agency was read with them."""
    return getattr(lembaga.pemda_atau_diri(), "pengaturan", None)


def diterima(lembaga: PerangkatDaerah) -> frozenset[tuple[str, str, str]]:
    """(uid of the box, code, sidik) of the findings that the agency accepted."""
    kunci = f"diterima:{lembaga.pk}:{versi_pengaturan(lembaga)}"
    if (hasil := cache.get(kunci)) is None:
        baris = TemuanDiterima.objects.filter(perangkat_daerah=lembaga).order_by("pk")
        kolom = baris.values_list("simpul_uid", "kode", "sidik")
        hasil = frozenset((str(uid), kode, sidik) for uid, kode, sidik in kolom)
        cache.set(kunci, hasil, LAMA_SIMPAN)
    return hasil


def versi_pengaturan(lembaga: PerangkatDaerah) -> int:
    """Grows with every record of the pemda that a page shows something of."""
    pengaturan = pengaturan_pemda(lembaga)
    return pengaturan.versi if pengaturan else 0


def _mutu(kunci: tuple[int, int], bahan: Bahan) -> list[Temuan]:
    with _kunci:
        pemeriksaan = _terperiksa.pop(kunci, None)
        if pemeriksaan is None:
            pemeriksaan = Pemeriksaan(bahan)
        _terperiksa[kunci] = pemeriksaan.samakan(bahan)
        while len(_terperiksa) > TERBANYAK:
            _terperiksa.popitem(last=False)
        return pemeriksaan.temuan()


def nomenklatur_dokumen(pohon: Pohon, isi: IsiPohon) -> Nomenklatur | None:
    """Official rows of the boxes that have a code; None where no version may judge them."""
    berkode = [s for s in isi.simpul if s.kode and s.jenjang in BERKODE]
    if not berkode:
        return None
    resmi = _resmi(pohon.perangkat_daerah)
    versi = resmi.pilih(pohon.versi_nomenklatur_id, isi.tahun)
    if versi is None:
        return None
    milik, lain, luar = {}, {}, set()
    for s in berkode:
        kunci = (s.jenjang, kunci_kode(s.kode))
        baris = resmi.baris.get((versi.pk, *kunci))
        if baris is not None:
            milik[s.uid] = baris
        elif (versi.pk, _urusan(s.kode)) not in resmi.urusan or _sebagian(s):
            luar.add(s.uid)
        elif ada := [v.nama for v in resmi.versi if (v.pk, *kunci) in resmi.baris]:
            lain[s.uid] = ada[-1]
    return Nomenklatur(versi.nama, versi.melayani(isi.tahun), milik, lain, frozenset(luar))


@dataclass(frozen=True)
class _Resmi:
    """The versions of the list with an agency's rows, by (version, level, key of the code), and
    the affairs of which a version lists any.
    """

    versi: list[VersiNomenklatur]
    baris: dict[tuple[int, str, str], BarisResmi]
    urusan: set[tuple[int, str]]

    def pilih(self, milik: int | None, tahun: int) -> VersiNomenklatur | None:
        """The document's own where it serves the year, else one that does, else the own."""
        sendiri = next((v for v in self.versi if v.pk == milik), None)
        if sendiri is not None and sendiri.melayani(tahun):
            return sendiri
        return next((v for v in reversed(self.versi) if v.melayani(tahun)), sendiri)


def _resmi(lembaga: PerangkatDaerah) -> _Resmi:
    """Kept as an object in the process: thousands of rows are not unpickled for each page. The
    cache only says whether it is still the one.
    """
    kunci = f"resmi:{lembaga.pk}:{versi_pengaturan(lembaga)}"
    tanda = str(cache.get_or_set(kunci, lambda: uuid4().hex, LAMA_SIMPAN))
    with _kunci:
        hasil = _daftar.pop(tanda, None)
    hasil = hasil or _baca_resmi(lembaga)
    with _kunci:
        _daftar[tanda] = hasil
        while len(_daftar) > DAFTAR_TERBANYAK:
            _daftar.popitem(last=False)
    return hasil


def _baca_resmi(lembaga: PerangkatDaerah) -> _Resmi:
    """Three queries. The first row counts where kinds of pemda have their own."""
    bidang = lembaga.bidang_urusan.order_by("kode").values_list("kode", flat=True)
    awalan = [Q(kode__startswith=f"{b}.") for b in (UMUM, *bidang)]
    milik = reduce(or_, awalan) if len(awalan) > 1 else Q()
    daftar = BarisNomenklatur.objects.filter(milik, jenjang__in=BERKODE).order_by("pk")
    medan = ("versi_id", "pk", "kode", "jenjang", "nama", "kinerja", "indikator", "satuan")
    hasil = _Resmi(list(VersiNomenklatur.objects.order_by("pk")), {}, set())
    for versi, *isi in daftar.values_list(*medan):
        satu = BarisResmi(*isi)
        hasil.baris.setdefault((versi, satu.jenjang, kunci_kode(satu.kode)), satu)
        hasil.urusan.add((versi, _urusan(satu.kode)))
    return hasil


def _urusan(kode: str) -> str:
    bagian = kunci_kode(kode).split(".")
    return UMUM if bagian[:2] == UMUM.split(".") else ".".join(bagian[:2])


def _sebagian(s: IsiSimpul) -> bool:
    return len(kode_baku(s.kode).split(".")) != BAGIAN_PENUH[Jenjang(s.jenjang)]
