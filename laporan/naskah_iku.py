"""A DokumenIku -> NaskahIku: texts, tables, annexes, who signs. Reads, never writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.urls import reverse
from django.utils import timezone

from cascading.matriks import Matriks
from cascading.matriks_pohon import matriks_pohon
from cascading.models import ambil_set
from cascading.set_kolom import BELANJA_DASAR_12, BELANJA_WAJIB_24
from iku.aturan.periksa import periksa_dokumen
from iku.baca import baca_dokumen
from iku.models import DokumenIku
from kinerja.aturan.tanggal import BULAN, tanggal
from kinerja.models import Pohon
from laporan.aturan.keaslian import naskah_baku
from laporan.cetakan import Cetakan
from laporan.identitas import TITIK_TANGGAL, kop, nama_lengkap, penanda, waktu
from laporan.models import Dokumen
from laporan.pdf.naskah_iku import BUKU, LampiranCascading, NaskahIku, baca_naskah
from laporan.pilihan import JenisDokumen

ROMAWI = ("III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def cetakan_iku(
    dokumen: DokumenIku,
    *,
    akhiran: str,
    pada: date,
    bentuk: str = BUKU,
    susunan: Mapping[int, str] | None = None,
) -> Cetakan:
    """The printing that was asked for: as it is now, or as it was frozen. ``susunan`` names the
    column set of a source's annex.
    """
    beku = dokumen_beku(dokumen)
    naskah = (
        replace(naskah_beku(beku), bentuk=bentuk)
        if beku
        else naskah_iku(dokumen, pada=pada, bentuk=bentuk, susunan=susunan or {})
    )
    kepala = "IKU" if bentuk == BUKU else "Keputusan IKU"
    nama = f"{kepala} {dokumen.judul} {naskah.lembaga} {dokumen.tahun}"
    return Cetakan("iku", naskah, "A4", akhiran, nama, reverse("iku-cetak", args=[dokumen.pk]))


def naskah_iku(
    dokumen: DokumenIku, *, pada: date, bentuk: str = BUKU, susunan: Mapping[int, str]
) -> NaskahIku:
    """The document as it would be printed on that day. Raises AturanDilanggar for a set that does
    not exist.
    """
    isi = baca_dokumen(dokumen)
    lembaga = dokumen.perangkat_daerah
    tempat = dokumen.tempat or lembaga.tempat or lembaga.pemda_atau_diri().tempat or TITIK_TANGGAL
    status = str(dokumen.get_status_display())
    nama = nama_lengkap(lembaga, pada)
    return NaskahIku(
        bentuk=bentuk,
        kop=kop(lembaga, pada),
        lembaga=nama,
        isi=isi,
        tahun=dokumen.tahun,
        tempat_bulan=f"{tempat}, {BULAN[dokumen.bulan - 1]} {dokumen.tahun_terbit}",
        tempat=tempat,
        tanggal_keputusan=tanggal(dokumen.ditetapkan) if dokumen.ditetapkan else TITIK_TANGGAL,
        nomor=dokumen.nomor or TITIK_TANGGAL,
        penanda=penanda(lembaga, pada)[1],
        lampiran=_lampiran(dokumen, susunan),
        konsep=dokumen.konsep,
        status=status,
        kaki=f"Indikator Kinerja Utama {nama} Tahun {dokumen.tahun} · status {status} · data per "
        f"{waktu(dokumen.diubah_pada)}, versi {dokumen.versi}",
        diubah=timezone.localtime(dokumen.diubah_pada).isoformat(timespec="seconds"),
        temuan=tuple(t.pesan for t in periksa_dokumen(isi)) if dokumen.konsep else (),
    )


def dokumen_beku(dokumen: DokumenIku) -> Dokumen | None:
    """What it was frozen as when it was approved."""
    return None if dokumen.konsep else Dokumen.objects.dari(JenisDokumen.IKU, dokumen.pk)


def naskah_beku(beku: Dokumen) -> NaskahIku:
    """The naskah of a frozen document, out of its snapshot."""
    return baca_naskah(naskah_baku(beku.cuplikan).decode())


def susunan_bawaan(pohon: Pohon) -> str:
    """The columns an annex gets unasked: with the region's goals where boxes refer to them."""
    terkait = pohon.simpul.filter(mendukung__isnull=False).exists()
    return BELANJA_WAJIB_24.nama if terkait else BELANJA_DASAR_12.nama


def _lampiran(dokumen: DokumenIku, susunan: Mapping[int, str]) -> tuple[LampiranCascading, ...]:
    daftar = dokumen.sumber.select_related(
        "pohon__perangkat_daerah__pemda", "pohon__periode"
    ).order_by("urutan")
    hasil = []
    for nomor, sumber in zip(ROMAWI, daftar, strict=False):
        pohon = sumber.pohon
        nama = susunan.get(pohon.pk) or susunan_bawaan(pohon)
        kolom = ambil_set(pohon.perangkat_daerah, nama)
        matriks = matriks_pohon(pohon, kolom, tahun=dokumen.tahun)
        hasil.append(LampiranCascading(nomor, _judul(matriks, pohon), matriks))
    return tuple(hasil)


def _judul(matriks: Matriks, pohon: Pohon) -> str:
    """What the document is called; the set's own heading where it has no title."""
    return f"Cascading {pohon.judul}" if pohon.judul else matriks.judul
