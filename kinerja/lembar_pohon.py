"""The tree page as one value: head and rows as HTML, counts, total and findings, ready to cache."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.core.cache import caches
from django.urls import reverse
from django.utils.safestring import SafeString

from kinerja.aturan.anggaran import Jumlah
from kinerja.aturan.angka import format_angka, format_rupiah
from kinerja.aturan.isi import IsiLabel, IsiPagu, IsiPohon, IsiSimpul
from kinerja.aturan.jenjang import INDUK_SAH, jenjang_pertama
from kinerja.aturan.lingkup import SELURUHNYA, Lingkup, disusun
from kinerja.aturan.mutu.terima import Ditimbang
from kinerja.aturan.nomenklatur import BERKODE
from kinerja.aturan.pemeriksaan import Saringan, saringan
from kinerja.aturan.saring import Butir
from kinerja.aturan.temuan import Temuan
from kinerja.baris import Kolom, render_kepala
from kinerja.baris_lembar import BarisLembar, gambar_baris
from kinerja.isi_pohon import baca_isi
from kinerja.kaitan import Tanda
from kinerja.models import Pengaturan, Pohon
from kinerja.models.tahapan import BarisTahap, KartuTahap
from kinerja.mutu_pohon import pengaturan_pemda, temuan_pohon, versi_pengaturan
from kinerja.pilihan import JenisPohon, Jenjang, PeranKondisi
from kinerja.tanda_kotak import tanda_kotak

BUKA_BILA_BANYAK = 1000
"""Above this many boxes the page opens to Program only, and has only those rows."""
SIMPANAN = "lembar"
LAMA_SIMPAN = 24 * 3600


@dataclass(frozen=True)
class LembarPohon:
    """``jenjang`` lists (step, words) of "open to"; ``buka`` is the step a page starts with.

    ``aturan``: by level its name and the levels it may hang under, as JSON. ``tahap``: the stages
    of the year, in order; ``label``: those in use, with their number of boxes;
    ``pertama``: levels that the first box may have; ``peran``: the words of roles, as JSON, where
    a box has one.
    """

    kepala: SafeString
    kotak: BarisLembar
    banyak: int
    hitungan: tuple[str, ...]
    saringan: tuple[Saringan, ...]
    jenjang: tuple[tuple[int, str], ...]
    buka: int | None
    total: str
    ada_pagu: bool
    tak_terbaca: int
    tertulis: str
    aturan: str
    tahap: tuple[BarisTahap, ...]
    label: tuple[tuple[IsiLabel, int], ...]
    pertama: tuple[tuple[str, str], ...]
    peran: str

    @property
    def banyak_mutu(self) -> int:
        """Findings of the quality rules."""
        return sum(s.banyak for s in self.saringan if s.mutu)

    @property
    def baris(self) -> SafeString:
        """All rows."""
        return self.kotak.semua()


@dataclass(frozen=True)
class CatatanSimpul:
    """What the checks say about one box; ``diterima`` counts findings accepted with a reason."""

    pk: int
    jumlah: Jumlah | None
    ada_pagu: bool
    temuan: tuple[Temuan, ...]
    diterima: int = 0

    @property
    def kode(self) -> tuple[str, ...]:
        """Its finding codes, each once."""
        return tuple(dict.fromkeys(t.kode for t in self.temuan))


@dataclass(frozen=True)
class Permintaan:
    """What decides how the sheet looks; ``lingkup`` is what the reader may edit, with
    ``hanya_angka`` its numbers only.
    """

    tahun: int
    tahap: str = ""
    lingkup: Lingkup = ()
    hanya_angka: bool = False

    @property
    def boleh_ubah(self) -> bool:
        """May the reader edit the whole document?"""
        return SELURUHNYA in self.lingkup and not self.hanya_angka


def lembar_pohon(pohon: Pohon, minta: Permintaan) -> LembarPohon:
    """The sheet, from the cache when nobody changed the document or the pemda's settings."""
    pengaturan = pengaturan_pemda(pohon.perangkat_daerah)
    versi = versi_pengaturan(pohon.perangkat_daerah)
    lingkup = ",".join(f"{unit}-{cabang}" for unit, cabang in minta.lingkup)
    kunci = f"{kunci_simpanan('lembar', pohon, minta.tahun, minta.tahap)}:{versi}:{lingkup}"
    if (lembar := caches[SIMPANAN].get(kunci)) is None:
        lembar = susun(pohon, minta, pengaturan)
        caches[SIMPANAN].set(kunci, lembar, LAMA_SIMPAN)
    return lembar


def catatan_simpul(pohon: Pohon, tahun: int, tahap: str = "") -> dict[str, CatatanSimpul]:
    """Sum and findings of each box by uid, cached like the sheet; the hidden root is among them."""
    kunci = _kunci_temuan("catatan", pohon, tahun, tahap)
    if (catatan := caches[SIMPANAN].get(kunci)) is None:
        isi = baca_isi(pohon, tahun=tahun, tahap=tahap)
        catatan = _catat(kunci, isi, temuan_pohon(pohon, isi))
    return catatan


def susun(pohon: Pohon, minta: Permintaan, pengaturan: Pengaturan | None = None) -> LembarPohon:
    """Read the document, check it and draw its rows."""
    kartu = KartuTahap.baca(pohon.perangkat_daerah_id)
    isi = baca_isi(pohon, tahun=minta.tahun, tahap=minta.tahap, kartu=kartu)
    temuan = temuan_pohon(pohon, isi)
    catatan = _catat(_kunci_temuan("catatan", pohon, minta.tahun, minta.tahap), isi, temuan)
    _catat_butir(_kunci_temuan("butir", pohon, minta.tahun, minta.tahap), isi, catatan)
    kolom = kolom_dokumen(isi, minta, pengaturan, tanda_kotak(pohon))
    kode = {uid: c.kode for uid, c in catatan.items() if c.temuan}
    buka = _buka(isi, kolom)
    return LembarPohon(
        kepala=render_kepala(kolom),
        kotak=gambar_baris(isi.simpul, kolom, kode, buka),
        banyak=len(isi.simpul),
        hitungan=_hitungan(isi, kolom),
        saringan=tuple(saringan(temuan.berlaku, isi.tahun)),
        jenjang=langkah_buka(isi, kolom),
        buka=buka,
        aturan=_aturan(isi, kolom),
        tahap=kartu.tahun_ini(minta.tahun),
        label=_label(isi),
        pertama=tuple((j, kolom.nama_jenjang[j]) for j in jenjang_pertama(isi.jenis)),
        peran=json.dumps([kolom.nama_jenjang[p] for p in PeranKondisi]) if kolom.berperan else "",
        **_total(isi),
    )


def kunci_simpanan(nama: str, pohon: Pohon, tahun: int, tahap: str) -> str:
    """Key of something drawn from a document in one year and stage; an edit makes another."""
    diubah = pohon.diubah_pada.timestamp()
    return f"{nama}:{pohon.pk}:{pohon.versi}:{diubah}:{tahun}:{tahap}"


def _kunci_temuan(nama: str, pohon: Pohon, tahun: int, tahap: str) -> str:
    """Settings of the pemda and accepted findings make another one, too."""
    versi = versi_pengaturan(pohon.perangkat_daerah)
    return f"{kunci_simpanan(nama, pohon, tahun, tahap)}:{versi}"


def _catat(kunci: str, isi: IsiPohon, temuan: Ditimbang) -> dict[str, CatatanSimpul]:
    milik: dict[str, list[Temuan]] = {}
    for t in temuan.berlaku:
        milik.setdefault(t.letak.simpul, []).append(t)
    diterima = Counter(t.letak.simpul for t in temuan.diterima)
    catatan = {
        s.uid: CatatanSimpul(
            s.id, s.jumlah, s.ada_pagu, tuple(milik.get(s.uid, ())), diterima[s.uid]
        )
        for s in (isi.akar, *isi.simpul)
    }
    caches[SIMPANAN].set(kunci, catatan, LAMA_SIMPAN)
    return catatan


def butir_saring(pohon: Pohon, minta: Permintaan) -> tuple[str, tuple[Butir, ...]]:
    """The uid of the hidden root and what filters need of each box, cached like the sheet."""
    kunci = _kunci_temuan("butir", pohon, minta.tahun, minta.tahap)
    if (hasil := caches[SIMPANAN].get(kunci)) is None:
        catatan = catatan_simpul(pohon, minta.tahun, minta.tahap)
        hasil = _catat_butir(kunci, baca_isi(pohon, tahun=minta.tahun, tahap=minta.tahap), catatan)
    return hasil


def _catat_butir(
    kunci: str, isi: IsiPohon, catatan: dict[str, CatatanSimpul]
) -> tuple[str, tuple[Butir, ...]]:
    hasil = isi.akar.uid, tuple(_butir(s, catatan[s.uid].kode) for s in isi.simpul)
    caches[SIMPANAN].set(kunci, hasil, LAMA_SIMPAN)
    return hasil


def _butir(s: IsiSimpul, kode: tuple[str, ...]) -> Butir:
    teks = [s.kode, s.nomor, s.nama, s.kinerja, *(i.teks for i in s.indikator)]
    return Butir(
        id=s.id,
        uid=s.uid,
        induk=s.induk,
        unit_id=s.unit_id,
        teks="\n".join(teks).casefold(),
        temuan=kode,
        indikator=tuple(i.uid for i in s.indikator),
        label=tuple(satu.pk for satu in s.label),
    )


def _label(isi: IsiPohon) -> tuple[tuple[IsiLabel, int], ...]:
    banyak = Counter(satu for s in isi.simpul for satu in s.label)
    return tuple(sorted(banyak.items(), key=lambda butir: butir[0][1:]))


def kolom_dokumen(
    isi: IsiPohon,
    minta: Permintaan,
    pengaturan: Pengaturan | None,
    tanda: Mapping[str, tuple[Tanda, ...]] = MappingProxyType({}),
) -> Kolom:
    """What all rows of the document share; ``tanda`` marks rows of the table."""
    label = pengaturan.label_jenjang if pengaturan else {}
    ada = {s.jenjang for s in isi.simpul}
    urut = [j for j in Jenjang.values if j in ada and isi.jenis != JenisPohon.POHON_KINERJA]
    alamat = reverse("simpul-rinci", args=[0]).replace("/0/", "/{id}/")
    tahap = f"&tahap={minta.tahap}" if minta.tahap else ""
    return Kolom(
        tahun=isi.tahun,
        daftar_tahun=tuple(isi.daftar_tahun),
        alamat=f"{alamat}?tahun={isi.tahun}{tahap}",
        nama_jenjang={
            j.value: label.get(j.value) or str(j.label) for j in (*Jenjang, *PeranKondisi)
        },
        peringkat={j: langkah for langkah, j in enumerate(urut, start=1)},
        disusun=disusun(isi, minta.lingkup),
        tanda=tanda,
        berperan=isi.jenis == JenisPohon.POHON_KINERJA,
    )


def _hitungan(isi: IsiPohon, kolom: Kolom) -> tuple[str, ...]:
    """ "7 program", "13 kegiatan" …; a pohon kinerja counts its conditions."""
    banyak: dict[str, int] = {}
    for simpul in isi.simpul:
        banyak[simpul.jenjang] = banyak.get(simpul.jenjang, 0) + 1
    dihitung = [j.value for j in BERKODE if j in banyak] or list(banyak)
    indikator = sum(len(s.indikator) for s in isi.simpul)
    hasil = [f"{banyak[j]} {kolom.nama_jenjang[j].lower()}" for j in dihitung]
    return (*hasil, f"{indikator} indikator") if hasil else ("belum ada isi",)


def langkah_buka(isi: IsiPohon, kolom: Kolom) -> tuple[tuple[int, str], ...]:
    """(step, words) of "open to"."""
    if kolom.peringkat:
        return tuple((n, kolom.nama_jenjang[j]) for j, n in kolom.peringkat.items())
    terdalam = max((s.tingkat for s in isi.simpul), default=0)
    return tuple((n, f"Tingkat {n}") for n in range(1, min(terdalam, 5) + 1))


def _aturan(isi: IsiPohon, kolom: Kolom) -> str:
    """What may hang under what, with the names of the levels, for the editor: JSON."""
    sah = INDUK_SAH[isi.jenis]
    nama = kolom.nama_jenjang
    return json.dumps({str(j): [nama[j], *sorted(induk)] for j, induk in sah.items()})


def _buka(isi: IsiPohon, kolom: Kolom) -> int | None:
    if len(isi.simpul) <= BUKA_BILA_BANYAK:
        return None
    return kolom.peringkat.get(Jenjang.PROGRAM, 2)


def _total(isi: IsiPohon) -> dict[str, Any]:
    jumlah = isi.akar.jumlah
    return {
        "total": format_rupiah(jumlah.nilai if jumlah else 0),
        "ada_pagu": isi.akar.ada_pagu,
        "tak_terbaca": jumlah.tak_terbaca if jumlah else 0,
        "tertulis": _tertulis(isi.akar.klaim, jumlah.cocok if jumlah else None),
    }


def _tertulis(klaim: IsiPagu | None, cocok: bool | None) -> str:
    """The JUMLAH row of the source where it differs from the sum; as typed when unreadable."""
    if klaim is None or cocok is True:
        return ""
    return klaim.mentah if klaim.nilai is None else format_angka(klaim.nilai)
