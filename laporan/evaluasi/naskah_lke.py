"""A sheet -> NaskahLke: values, answers, recommendations, who signs. Reads, never writes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from kinerja.aturan.tanggal import tanggal
from kinerja.models import PerangkatDaerah
from kinerja.pilihan import JenisPerangkatDaerah
from laporan.aturan.instrumen_lke import PEUBAH, syarat
from laporan.aturan.keaslian import naskah_baku
from laporan.aturan.lke import Grade, NilaiKomponen, NilaiSub, Predikat, bobot_kata, tampil
from laporan.aturan.tangga_lke import PelakuLke
from laporan.cetakan import Cetakan
from laporan.evaluasi.baca_lke import IsiLke, baca_lke
from laporan.evaluasi.rekomendasi_lke import rekomendasi_lalu, rekomendasi_lke
from laporan.evaluasi.sisi_penilai import sisi_terlihat
from laporan.identitas import TITIK_TANGGAL, kop, nama_lengkap, penanda, waktu
from laporan.models import Dokumen, Lke
from laporan.pdf.kop import Penanda
from laporan.pdf.naskah_lke import (
    LHE,
    LKE,
    KomponenCetak,
    KriteriaCetak,
    NaskahLke,
    SubCetak,
    baca_naskah,
)
from laporan.pilihan import JawabanKriteria, JenisDokumen

BELUM = "belum lengkap"


def cetakan_lke(
    lke: Lke,
    jenis: str,
    *,
    akhiran: str,
    pada: datetime,
    pelaku: Collection[PelakuLke] = frozenset(PelakuLke),
) -> Cetakan:
    """The sheet or its report as ``pelaku`` may see it: as it is now, or as it was frozen."""
    beku = dokumen_beku(lke)
    naskah = (
        naskah_beku(beku) if beku else naskah_lke(sisi_terlihat(baca_lke(lke), pelaku), pada=pada)
    )
    nama = f"{jenis} {naskah.lembaga} {lke.tahun}"
    kembali = reverse("lke", args=[lke.pk])
    return Cetakan(jenis.lower(), replace(naskah, jenis=jenis), "A4", akhiran, nama, kembali)


def dokumen_beku(lke: Lke) -> Dokumen | None:
    """What it was frozen as when it became final."""
    return Dokumen.objects.dari(JenisDokumen.LHE, lke.pk) if lke.final else None


def naskah_beku(beku: Dokumen) -> NaskahLke:
    return baca_naskah(naskah_baku(beku.cuplikan).decode())


def naskah_lke(isi: IsiLke, *, pada: datetime) -> NaskahLke:
    """As it would be printed that day."""
    lke, hari = isi.lke, timezone.localtime(pada).date()
    lembaga, pemda = lke.perangkat_daerah, lke.perangkat_daerah.pemda_atau_diri()
    evaluator, (lalu, tahun_lalu) = _evaluator(pemda), rekomendasi_lalu(lke)
    total, predikat = isi.penilaian.nilai, isi.penilaian.predikat
    nama, status = nama_lengkap(lembaga, hari), str(lke.get_status_display())
    tempat = evaluator.tempat or pemda.tempat or TITIK_TANGGAL
    naskah = NaskahLke(
        jenis=LHE,
        kop=kop(evaluator, hari),
        lembaga=nama,
        pemda=nama_lengkap(pemda, hari),
        tahun=lke.tahun,
        judul_lembar=isi.instrumen.judul,
        instrumen=lke.versi_lke.nama,
        sumber=lke.versi_lke.sumber,
        status=status,
        pembuka=isi.instrumen.pembuka,
        penutup=isi.instrumen.penutup,
        komponen=tuple(_komponen(isi, k) for k in isi.penilaian.komponen),
        mandiri=tampil(isi.mandiri.nilai),
        predikat_mandiri=_predikat(isi.mandiri.predikat),
        nilai=tampil(total),
        predikat=predikat.nama if predikat else "",
        sebutan=predikat.sebutan if predikat else "",
        skala=tuple(_skala(isi)),
        catatan=lke.catatan,
        rekomendasi=rekomendasi_lke(lke, isi.rekomendasi),
        lalu=lalu,
        tahun_lalu=tahun_lalu,
        nomor=lke.nomor or TITIK_TANGGAL,
        tempat_tanggal=f"{tempat}, {tanggal(lke.tanggal) if lke.tanggal else TITIK_TANGGAL}",
        kanan=_penanda(evaluator, hari),
        kaki=f"{nama} Tahun {lke.tahun} · status {status} · data per {waktu(lke.diubah_pada)}, "
        f"versi {lke.versi}",
        waktu=timezone.localtime(lke.diubah_pada).isoformat(timespec="seconds"),
    )
    return replace(naskah, pembuka=_teks(naskah, "pembuka"), penutup=_teks(naskah, "penutup"))


def _evaluator(pemda: PerangkatDaerah) -> PerangkatDaerah:
    """Who writes the report: the Inspektorat of the pemda, else the pemda itself."""
    milik = PerangkatDaerah.objects.filter(pemda=pemda, jenis=JenisPerangkatDaerah.INSPEKTORAT)
    return milik.select_related("pemda").order_by("pk").first() or pemda


def _penanda(evaluator: PerangkatDaerah, hari: date) -> Penanda:
    """Its head; where the pemda has no Inspektorat here, a line to be signed by the evaluator."""
    if evaluator.jenis == JenisPerangkatDaerah.INSPEKTORAT:
        return penanda(evaluator, hari)[1]
    return Penanda(jabatan=f"Evaluator {nama_lengkap(evaluator, hari)}")


def _komponen(isi: IsiLke, k: NilaiKomponen) -> KomponenCetak:
    mandiri = next(m for m in isi.mandiri.komponen if m.komponen.kode == k.komponen.kode)
    return KomponenCetak(
        kode=k.komponen.kode,
        nama=k.komponen.nama,
        bobot=k.komponen.bobot_kata,
        mandiri=tampil(mandiri.nilai),
        nilai=tampil(k.nilai),
        sub=tuple(_sub(isi, s) for s in k.sub),
    )


def _sub(isi: IsiLke, s: NilaiSub) -> SubCetak:
    kode, mandiri = s.sub.kode, isi.mandiri.sub[s.sub.kode]
    return SubCetak(
        kode=kode,
        nama=s.sub.nama,
        bobot=s.sub.bobot_kata,
        grade_mandiri=mandiri.grade.nama if mandiri.grade else "",
        mandiri=tampil(mandiri.nilai),
        grade=s.grade.nama if s.grade else "",
        nilai=tampil(s.nilai),
        terpenuhi=f"{s.terpenuhi} dari {s.berlaku}" if s.lengkap else BELUM,
        bertahan=f"penuh sejak {s.bertahan} tahun sebelumnya" if s.bertahan else "",
        catatan=isi.sub[kode].catatan_penilai,
        bukti=_bukti(isi, kode),
        kriteria=tuple(_kriteria(isi, k.kode, k.teks) for k in s.sub.kriteria),
    )


def _kriteria(isi: IsiLke, kode: str, teks: str) -> KriteriaCetak:
    j = isi.jawaban[kode]
    return KriteriaCetak(
        kode=kode,
        teks=teks,
        mandiri=jawaban_kata(j.mandiri),
        catatan=j.catatan,
        bukti=_bukti(isi, kode),
        penilaian=jawaban_kata(j.penilaian),
        catatan_penilai=j.catatan_penilai,
        beda=bool(j.penilaian) and j.penilaian != j.mandiri,
    )


def jawaban_kata(jawaban: str) -> str:
    return str(JawabanKriteria(jawaban).label) if jawaban else ""


def _bukti(isi: IsiLke, kode: str) -> tuple[str, ...]:
    return tuple(
        f"{b.nama} ({b.tautan})" if b.tautan and b.tautan != b.nama else b.nama
        for b in isi.bukti.get(kode, ())
    )


def _skala(isi: IsiLke) -> Iterable[tuple[str, str, str]]:
    """Grade or predicate, what it is worth or called, its condition."""
    for g in isi.instrumen.skala:
        yield g.nama, bobot_kata(g.nilai), syarat_kata(g)
    for p in isi.instrumen.predikat:
        yield p.nama, p.sebutan, f"nilai {syarat(p)}"


def syarat_kata(g: Grade) -> str:
    """What a grade asks for, in words."""
    if g.batas == 100 and g.termasuk:
        lama = f", penuh juga {g.bertahan} tahun sebelumnya" if g.bertahan else ""
        return f"seluruh kriteria terpenuhi{lama}"
    if g.batas == 0 and g.termasuk:
        return "tidak ada kriteria terpenuhi"
    return f"{syarat(g)} % kriteria terpenuhi"


def _teks(n: NaskahLke, medan: str) -> str:
    """The instrument's own words with what they name."""
    isi = {
        "lembaga": n.lembaga, "pemda": n.pemda, "tahun": str(n.tahun), "judul": n.judul_lembar,
        "nilai": n.nilai or BELUM, "predikat": n.predikat or BELUM, "sumber": n.sumber,
        "sebutan": n.sebutan or BELUM,
    }  # fmt: skip
    teks: str = getattr(n, medan)
    for nama in PEUBAH:
        teks = teks.replace(f"{{{nama}}}", isi[nama])
    return teks


def _predikat(p: Predikat | None) -> str:
    return f"{p.nama} ({p.sebutan})" if p else ""


__all__ = ["LHE", "LKE", "cetakan_lke", "naskah_lke"]
