"""An agency's findings -> NaskahMutu. Reads, never writes."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from kinerja.aturan.mutu.terima import TINGKAT
from kinerja.aturan.tanggal import tanggal
from kinerja.models import PerangkatDaerah
from kinerja.mutu_lembaga import BarisTemuan, Kelompok, LembarMutu, lembar_mutu
from laporan.cetakan import Cetakan
from laporan.identitas import kop, nama_lengkap, waktu
from laporan.pdf.naskah_mutu import (
    BarisKriteria,
    ButirMutu,
    DiterimaMutu,
    KelompokMutu,
    NaskahMutu,
)

KERTAS = "A4"


def cetakan_mutu(
    lembaga: PerangkatDaerah,
    *,
    tahun: int | None,
    akhiran: str,
    pada: datetime,
    nomor: str = "",
    pohon: int = 0,
) -> Cetakan:
    """The findings as they stand; of one check or document where it says so."""
    hari = timezone.localtime(pada).date()
    lembar = lembar_mutu(lembaga, tahun=tahun, pada=hari)
    naskah = naskah_mutu(lembar.saring(nomor=nomor, pohon=pohon), pada=pada)
    nama = f"Cek kualitas {nomor} {nama_lengkap(lembaga, hari)} {hari.isoformat()}"
    kembali = reverse("kualitas-lembaga", args=[lembaga.pk])
    return Cetakan("mutu", naskah, KERTAS, akhiran, nama, kembali)


def naskah_mutu(lembar: LembarMutu, *, pada: datetime) -> NaskahMutu:
    """One moment a day: the same findings on one day are the same file."""
    setempat = timezone.localtime(pada)
    hari = setempat.date()
    nama = nama_lengkap(lembar.lembaga, hari)
    return NaskahMutu(
        kop=kop(lembar.lembaga, hari),
        judul=("Cek kualitas dokumen perencanaan", nama),
        dokumen=tuple(f"{d.sebutan}, dilihat untuk tahun {d.tahun}" for d in lembar.dokumen),
        kriteria=tuple(
            BarisKriteria(
                nama=p.kriteria.nama,
                komponen=p.kriteria.komponen,
                terpenuhi=p.terpenuhi,
                banyak=p.banyak,
                pokok=p.kriteria.pokok.value,
                persen=-1 if p.persen is None else p.persen,
            )
            for p in lembar.pemenuhan
        ),
        kelompok=tuple(_kelompok(k, len(lembar.dokumen) > 1) for k in lembar.kelompok),
        diterima=tuple(
            DiterimaMutu(t.perihal, t.alasan, f"{t.oleh}, {waktu(t.pada)}")
            for t, berlaku in lembar.diterima
            if berlaku
        ),
        kaki=f"Cek kualitas {nama} · {tanggal(hari)} · perkiraan, bukan nilai",
        waktu=setempat.replace(hour=0, minute=0, second=0, microsecond=0).isoformat(),
    )


def _kelompok(k: Kelompok, sebut_dokumen: bool) -> KelompokMutu:
    p = k.periksaan
    return KelompokMutu(
        judul=k.judul,
        mengapa=f"{p.mengapa} {p.perbaikan}" if p else "",
        butir=tuple(_butir(b, sebut_dokumen) for b in k.baris),
    )


def _butir(b: BarisTemuan, sebut_dokumen: bool) -> ButirMutu:
    temuan = b.butir.temuan
    return ButirMutu(
        letak=b.letak or b.dokumen,
        dokumen=f"{b.dokumen} ({b.tahun})" if sebut_dokumen and b.pohon else "",
        pesan=temuan.pesan,
        bobot=TINGKAT[str(temuan.tingkat)].split(":")[0],
    )
