"""A Penjenjangan -> NaskahPenjenjangan: its five stages as printed. Reads, never writes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from django.urls import reverse
from django.utils import timezone

from cascading.aturan.penjenjangan.isi import IsiPenjenjangan, Kondisi, dengan_atas, telusur
from cascading.aturan.penjenjangan.matriks import daftar_program, matriks
from cascading.aturan.penjenjangan.susun import (
    BarisTarget,
    blok_program,
    blok_sub_kegiatan,
    catatan_tahap4,
    daftar_csf,
    kolom_tahap1,
    outcome,
    tabel_sasaran,
    tabel_tahap3,
    tabel_tujuan,
)
from cascading.baca_penjenjangan import baca_penjenjangan
from cascading.models import Penjenjangan
from kinerja.gambar.kotak import Kotak
from kinerja.models.pengaturan import label_jenjang
from kinerja.pilihan import Jenjang, PeranKondisi
from laporan.blok_penjenjangan import blok_komponen
from laporan.cetakan import Cetakan
from laporan.identitas import kop, nama_lengkap, waktu
from laporan.pdf.naskah_penjenjangan import (
    DAFTAR_TAHAP,
    BarisMatriks,
    BlokKegiatan,
    BlokSubKegiatan,
    ButirOutcome,
    KinerjaTarget,
    KolomOutcome,
    LembarMatriks,
    NaskahPenjenjangan,
    SelMatriks,
    TabelKondisi,
    TabelTarget,
    UkuranTarget,
)

BAGIAN = ("TAHAP_5_1", "TAHAP_5_2", "TAHAP_5_3", "MATRIKS")


def cetakan_penjenjangan(
    dokumen: Penjenjangan, *, kertas: str, akhiran: str, pada: date, tahap: str = ""
) -> Cetakan:
    """The printing with the name of its file. Only a PDF has a choice of paper."""
    naskah = naskah_penjenjangan(dokumen, pada=pada, tahap=tahap)
    kertas = kertas if akhiran == "pdf" else ""
    nama = f"{naskah.nama} {kertas}".strip()
    kembali = reverse("penjenjangan-cetak", args=[dokumen.pk])
    return Cetakan("penjenjangan", naskah, kertas, akhiran, nama, kembali)


def naskah_penjenjangan(
    dokumen: Penjenjangan, *, pada: date, tahap: str = ""
) -> NaskahPenjenjangan:
    """The document as it would be printed on that day. A fixed number of queries."""
    isi = baca_penjenjangan(dokumen, tahap)
    lembaga = dokumen.perangkat_daerah
    nama = nama_lengkap(lembaga, pada)
    judul = _judul(dokumen, nama)
    diubah = max(
        dokumen.diubah_pada, dokumen.pohon_kinerja.diubah_pada, dokumen.cascading.diubah_pada
    )
    return NaskahPenjenjangan(
        kop=kop(lembaga, pada),
        judul=judul,
        sampul=dokumen.sampul,
        tahap=tuple(isi.kata[f"TAHAP_{t}"] for t in DAFTAR_TAHAP),
        bagian=tuple(isi.kata[b] for b in BAGIAN),
        outcome="\n".join(k.teks for k in outcome(isi)),
        kolom=tuple(_kolom(isi)),
        csf=tuple(k.teks for _, k in daftar_csf(isi)),
        kondisi=tuple(_kondisi(isi)),
        kotak=_hutan(isi, label_jenjang(lembaga)),
        tingkat_csf=_tingkat_csf(isi),
        catatan=catatan_tahap4(isi),
        tahun=isi.daftar_tahun,
        target=(
            TabelTarget("Tujuan", tuple(_target(isi, b) for b in tabel_tujuan(isi))),
            TabelTarget("Sasaran", tuple(_target(isi, b) for b in tabel_sasaran(isi))),
        ),
        kegiatan=tuple(_kegiatan(isi)),
        sub_kegiatan=tuple(_sub_kegiatan(isi)),
        program=tuple(p.sebutan for p in daftar_program(isi)),
        matriks=_matriks(isi),
        kaki=f"{' '.join(judul)} · status {dokumen.get_status_display()} · data per "
        f"{waktu(diubah)}, versi {dokumen.versi}",
        penutup=dokumen.catatan,
        konsep=dokumen.konsep,
        diubah=timezone.localtime(diubah).isoformat(timespec="seconds"),
        penulis=nama,
    )  # fmt: skip


def _judul(dokumen: Penjenjangan, lembaga: str) -> tuple[str, ...]:
    """Title lines, as on the cover."""
    utama = " ".join(filter(None, ("Penjenjangan Kinerja", dokumen.judul)))
    return utama, lembaga, f"Tahun {dokumen.tahun}"


def _kolom(isi: IsiPenjenjangan) -> Iterator[KolomOutcome]:
    for k in kolom_tahap1(isi):
        butir = tuple(ButirOutcome(b.teks, b.subbutir) for b in k.butir)
        yield KolomOutcome(k.judul, k.petunjuk, butir)


def _kondisi(isi: IsiPenjenjangan) -> Iterator[TabelKondisi]:
    for t in tabel_tahap3(isi):
        kanan = tuple(k.teks for k in t.kanan)
        yield TabelKondisi(t.csf or 0, t.judul_kiri, t.judul_kanan, t.kondisi.teks, kanan)


def _hutan(isi: IsiPenjenjangan, label: dict[str, str]) -> tuple[Kotak, ...]:
    """The conditions as boxes; a box says what it is, its sentence and its indicators."""

    def kotak(k: Kondisi) -> Kotak:
        peran = k.peran or Jenjang.KONDISI
        baku = PeranKondisi(k.peran).label if k.peran else Jenjang.KONDISI.label
        return Kotak(
            id=k.uid,
            jenjang=str(peran).lower(),
            nama_jenjang=label.get(peran) or str(baku),
            judul=k.teks,
            indikator=tuple(f"Indikator: {i.teks}" for i in k.indikator),
            tingkat=k.tingkat,
            anak=tuple(map(kotak, k.anak)),
        )

    return tuple(map(kotak, isi.kondisi))


def _tingkat_csf(isi: IsiPenjenjangan) -> int:
    """How deep the CSF stand; the top where no condition is one."""
    milik = (k.tingkat for k in telusur(isi.kondisi) if k.peran == PeranKondisi.CSF)
    return min(milik, default=1)


def _target(isi: IsiPenjenjangan, baris: BarisTarget) -> KinerjaTarget:
    return KinerjaTarget(
        baris.komponen.kinerja or baris.komponen.nama,
        tuple(
            UkuranTarget(u.teks, u.satuan, tuple(u.target.get(t, "") for t in isi.daftar_tahun))
            for u in baris.indikator
        ),
    )


def _kegiatan(isi: IsiPenjenjangan) -> Iterator[BlokKegiatan]:
    for b in blok_program(isi):
        kegiatan = blok_komponen(b.komponen, isi.tahun) if b.komponen else None
        yield BlokKegiatan(blok_komponen(b.atas, isi.tahun), kegiatan)


def _sub_kegiatan(isi: IsiPenjenjangan) -> Iterator[BlokSubKegiatan]:
    program = {
        kotak.uid: next((a.sebutan for a in atas if a.jenjang == Jenjang.PROGRAM), "")
        for atas, kotak in dengan_atas(isi.komponen)
        if kotak.jenjang == Jenjang.KEGIATAN
    }
    for _, kelompok in groupby(blok_sub_kegiatan(isi), key=lambda b: b.atas.uid):
        daftar = list(kelompok)
        atas = daftar[0].atas
        sub = tuple(blok_komponen(b.komponen, isi.tahun) for b in daftar if b.komponen)
        yield BlokSubKegiatan(program.get(atas.uid, ""), atas.sebutan, sub)


def _matriks(isi: IsiPenjenjangan) -> tuple[LembarMatriks, ...]:
    daftar = matriks(isi)
    return tuple(
        LembarMatriks(
            f"Kegiatan ke-{h.ke} dari {len(daftar)}" if len(daftar) > 1 else "",
            tuple(
                BarisMatriks(
                    b.level, b.komponen, b.pemegang,
                    tuple(SelMatriks("\n".join(s.teks), s.rentang) for s in b.sel),
                )
                for b in h.baris
            ),
        )
        for h in daftar
    )  # fmt: skip
