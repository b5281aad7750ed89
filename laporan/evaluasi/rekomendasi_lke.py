"""Recommendations that a report prints: those of the sheet, then those of notes on documents."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from kinerja.aturan.tanggal import tanggal
from laporan.aturan.lke import tampil
from laporan.models import Catatan, Lke, RekomendasiLke, Tanggapan
from laporan.pdf.naskah_lke import RekomendasiCetak
from laporan.pilihan import LangkahCatatan, StatusCatatan, StatusLke


def lke_tahun_lalu(lke: Lke) -> Lke | None:
    """The final sheet of the year before."""
    milik = Lke.objects.filter(
        perangkat_daerah=lke.perangkat_daerah_id, tahun=lke.tahun - 1, status=StatusLke.FINAL
    )
    return milik.select_related("versi_lke", "perangkat_daerah").order_by("-pk").first()


def rekomendasi_lke(lke: Lke, daftar: Iterable[RekomendasiLke]) -> tuple[RekomendasiCetak, ...]:
    """Of the year itself; two queries."""
    return tuple(_semua(lke, daftar, lke.tahun))


def rekomendasi_lalu(lke: Lke) -> tuple[tuple[RekomendasiCetak, ...], str]:
    """Of the year before with what became of them, and that year's value in words."""
    lalu = lke_tahun_lalu(lke)
    daftar = lalu.rekomendasi.order_by("nomor") if lalu else ()
    nilai = f"{tampil(lalu.nilai)} ({lalu.predikat})" if lalu else ""
    return tuple(_semua(lalu or lke, daftar, lke.tahun - 1)), nilai


def _semua(lke: Lke, daftar: Iterable[RekomendasiLke], tahun: int) -> Iterable[RekomendasiCetak]:
    nama = {s.kode: s.nama for s in lke.versi_lke.instrumen.sub}
    terakhir = 0
    for r in daftar:
        terakhir = r.nomor
        dari = f"{r.kode} {nama.get(r.kode, '')}".strip()
        yield RekomendasiCetak(r.nomor, dari, r.isi, _tanggal(r.tenggat), r.tindak_lanjut)
    catatan = list(_catatan(lke.perangkat_daerah_id, tahun))
    jawab = _tindak_lanjut(catatan)
    for nomor, c in enumerate(catatan, start=terakhir + 1):
        tenggat = _tanggal(c.tenggat)
        yield RekomendasiCetak(nomor, c.perihal, c.rekomendasi, tenggat, jawab.get(c.pk, ""))


def _catatan(lembaga: int, tahun: int) -> QuerySet[Catatan]:
    """Notes that ask for something, the taken back ones left out."""
    daftar = Catatan.objects.filter(perangkat_daerah=lembaga, tahun=tahun).exclude(rekomendasi="")
    return daftar.exclude(status=StatusCatatan.DITARIK).order_by("pk")


def _tindak_lanjut(daftar: list[Catatan]) -> dict[int, str]:
    """The last follow-up that the agency told of each."""
    langkah = Tanggapan.objects.filter(
        catatan__in=daftar, langkah=LangkahCatatan.TINDAK_LANJUTI
    ).order_by("nomor")
    return dict(langkah.values_list("catatan", "teks"))


def _tanggal(hari: date | None) -> str:
    return tanggal(hari) if hari else ""
