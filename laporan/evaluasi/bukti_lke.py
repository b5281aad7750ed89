"""What an agency can show as evidence, and where each evidence leads. Reads, never writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from cascading.models import PerjanjianKinerja
from iku.models import DokumenIku
from kinerja.aturan.pengukuran import sebut
from kinerja.models import Bukti, Pengukuran, PerangkatDaerah, Pohon
from laporan.models import BuktiLke, Dokumen, Lke
from laporan.pilihan import JenisBuktiLke

TERBANYAK = 400
"""Of one kind in the list; the newest first."""


@dataclass(frozen=True)
class Calon:
    """A record that may be linked; ``alamat`` is its page."""

    jenis: str
    asal: int
    nama: str
    alamat: str

    @property
    def kunci(self) -> str:
        return f"{self.jenis}:{self.asal}"


@dataclass(frozen=True)
class BuktiTampil:
    """An evidence as a page shows it; ``alamat`` "" when what it pointed at is gone."""

    bukti: BuktiLke
    alamat: str

    @property
    def luar(self) -> bool:
        return self.bukti.jenis == JenisBuktiLke.TAUTAN


def calon_bukti(lke: Lke) -> dict[str, list[Calon]]:
    """Everything of the agency that a sheet may name, by kind; one query a kind."""
    lembaga, tahun = lke.perangkat_daerah, lke.tahun
    return {jenis: baca(lembaga, tahun, None) for jenis, baca in _PEMBACA.items()}


def cari_calon(lke: Lke, kunci: str) -> Calon | None:
    """One of them by its key; None for what is not the agency's."""
    jenis, _, asal = kunci.partition(":")
    if jenis not in _PEMBACA or not asal.isdecimal() or len(asal) > 18:
        return None
    ada = _PEMBACA[jenis](lke.perangkat_daerah, lke.tahun, [int(asal)])
    return ada[0] if ada else None


def tampilkan(lke: Lke, bukti: Iterable[BuktiLke]) -> dict[str, list[BuktiTampil]]:
    """By code of the criterion; one query for each kind that is there."""
    daftar = list(bukti)
    asal: dict[str, list[int]] = {}
    for b in daftar:
        if b.asal is not None:
            asal.setdefault(b.jenis, []).append(b.asal)
    alamat = {
        (jenis, c.asal): c.alamat
        for jenis, milik in asal.items()
        for c in _PEMBACA[jenis](lke.perangkat_daerah, lke.tahun, milik)
    }
    hasil: dict[str, list[BuktiTampil]] = {}
    for b in daftar:
        ke = b.tautan or alamat.get((b.jenis, b.asal or 0), "")
        hasil.setdefault(b.kode, []).append(BuktiTampil(b, ke))
    return hasil


def pilihan_bukti(calon: dict[str, list[Calon]]) -> list[tuple[str, list[tuple[str, str]]]]:
    """As groups of a select."""
    return [
        (str(JenisBuktiLke(jenis).label), [(c.kunci, c.nama) for c in daftar])
        for jenis, daftar in calon.items()
        if daftar
    ]


def _pohon(lembaga: PerangkatDaerah, tahun: int, asal: list[int] | None) -> list[Calon]:
    daftar = Pohon.objects.filter(perangkat_daerah=lembaga).select_related("periode")
    return [
        Calon("POHON", p.pk, f"{p.sebutan} {p.periode}", reverse("pohon", args=[p.pk]))
        for p in _pilih(daftar, asal)
    ]


def _iku(lembaga: PerangkatDaerah, tahun: int, asal: list[int] | None) -> list[Calon]:
    daftar = DokumenIku.objects.filter(perangkat_daerah=lembaga).select_related("periode")
    return [
        Calon("IKU", d.pk, f"{d} {d.tahun}", reverse("iku", args=[d.pk]))
        for d in _pilih(daftar, asal)
    ]


def _perjanjian(lembaga: PerangkatDaerah, tahun: int, asal: list[int] | None) -> list[Calon]:
    daftar = PerjanjianKinerja.objects.filter(perangkat_daerah=lembaga).select_related("jabatan")
    return [
        Calon("PERJANJIAN", p.pk, f"Perjanjian Kinerja {p.tahun} {p.jabatan.nama}",
              reverse("perjanjian", args=[p.pk]))
        for p in _pilih(daftar if asal else daftar.filter(tahun__gte=tahun - 5), asal)
    ]  # fmt: skip


def _pengukuran(lembaga: PerangkatDaerah, tahun: int, asal: list[int] | None) -> list[Calon]:
    daftar = Pengukuran.objects.filter(pohon__perangkat_daerah=lembaga)
    return [
        Calon(
            "PENGUKURAN",
            u.pk,
            f"Pengukuran {sebut(u.tahun, u.triwulan)} ({u.get_status_display()})",
            f"{reverse('pengukuran', args=[u.pohon_id])}?tahun={u.tahun}&triwulan={u.triwulan}",
        )
        for u in _pilih(daftar, asal)
    ]


def _bukti(lembaga: PerangkatDaerah, tahun: int, asal: list[int] | None) -> list[Calon]:
    daftar = Bukti.objects.filter(perangkat_daerah=lembaga)
    return [
        Calon("BUKTI", b.pk, f"{b.nama} ({sebut(b.tahun, b.triwulan)})",
              b.tautan or reverse("bukti", args=[b.pk]))
        for b in _pilih(daftar if asal else daftar.filter(tahun__gte=tahun - 1), asal)
    ]  # fmt: skip


def _dokumen(lembaga: PerangkatDaerah, tahun: int, asal: list[int] | None) -> list[Calon]:
    daftar = Dokumen.objects.filter(perangkat_daerah=lembaga).defer("cuplikan")
    return [
        Calon("DOKUMEN", d.pk, f"{d.judul} ({d.tahun})",
              reverse("verifikasi-kode", args=[d.kode_tercetak]))
        for d in _pilih(daftar, asal)
    ]  # fmt: skip


def _pilih(daftar: Any, asal: list[int] | None) -> Any:
    """Those asked for, or the newest ones."""
    return daftar.filter(pk__in=asal) if asal else daftar.order_by("-pk")[:TERBANYAK]


_PEMBACA: dict[str, Callable[[PerangkatDaerah, int, list[int] | None], list[Calon]]] = {
    JenisBuktiLke.POHON: _pohon,
    JenisBuktiLke.IKU: _iku,
    JenisBuktiLke.PERJANJIAN: _perjanjian,
    JenisBuktiLke.PENGUKURAN: _pengukuran,
    JenisBuktiLke.BUKTI: _bukti,
    JenisBuktiLke.DOKUMEN: _dokumen,
}
