"""What the filter panel of the tree page offers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from kinerja.aturan.kunjungan import Kunjungan
from kinerja.aturan.saring import KOMENTAR, KUNJUNGAN, SEJAK, Saring, tanggal_sejak
from kinerja.lembar_pohon import LembarPohon
from kinerja.milik import mungkin_punya, sebutan_milik
from kinerja.models import Pengguna, Pohon
from kinerja.saringan_pohon import waktu_kunjungan

Butir = tuple[str, str, bool]
"""(value, words, chosen) of one choice."""


@dataclass(frozen=True)
class PanelSaring:
    """``milik``: words of "mine", "" where nothing can be; ``label``: by kind; ``tanggal``: ISO."""

    milik: str
    sejak: tuple[Butir, ...]
    tanggal: str
    temuan: tuple[Butir, ...]
    mutu: tuple[Butir, ...]
    label: tuple[tuple[str, tuple[Butir, ...]], ...]
    banyak: int


def panel_saring(
    pohon: Pohon,
    pengguna: Pengguna,
    lembar: LembarPohon,
    saring: Saring,
    *,
    kunjungan: Kunjungan,
    komentar: int,
) -> PanelSaring:
    """``komentar``: how many comments are open. No query."""
    tanggal = saring.sejak if tanggal_sejak(saring.sejak) else ""
    return PanelSaring(
        milik=_milik(pohon, pengguna),
        sejak=tuple(_sejak(saring.sejak, kunjungan)),
        tanggal=tanggal,
        temuan=tuple(_temuan(lembar, saring, komentar)),
        mutu=tuple(_temuan(lembar, saring, mutu=True)),
        label=tuple(_label(lembar, saring)),
        banyak=len(saring.ingatan.kueri()),
    )


def _milik(pohon: Pohon, pengguna: Pengguna) -> str:
    if not mungkin_punya(pengguna, pohon.perangkat_daerah):
        return ""
    nama = ", ".join(sebutan_milik(pengguna, pohon.perangkat_daerah))
    return f"Milik saya ({nama})" if nama else "Milik saya"


def _sejak(dipilih: str, kunjungan: Kunjungan) -> list[Butir]:
    hasil = []
    for kunci, kata in SEJAK.items():
        if kunci == KUNJUNGAN and kunjungan.lalu is None and dipilih != kunci:
            continue
        waktu = waktu_kunjungan(kunjungan) if kunci == KUNJUNGAN else ""
        hasil.append((kunci, f"{kata[0].upper()}{kata[1:]}{waktu}", kunci == dipilih))
    return hasil


def _temuan(
    lembar: LembarPohon, saring: Saring, komentar: int = 0, *, mutu: bool = False
) -> list[Butir]:
    """With the open comments, or the findings of the quality rules."""
    hasil = [
        (s.kode, f"{s.banyak} {s.kalimat}", s.kode in saring.temuan)
        for s in lembar.saringan
        if s.menyaring and s.mutu is mutu
    ]
    if not mutu and (komentar or KOMENTAR in saring.temuan):
        hasil.append((KOMENTAR, f"{komentar} komentar terbuka", KOMENTAR in saring.temuan))
    return hasil


def _label(lembar: LembarPohon, saring: Saring) -> list[tuple[str, tuple[Butir, ...]]]:
    per_jenis = groupby(lembar.label, key=lambda butir: butir[0].jenis)
    return [
        (
            jenis,
            tuple((str(s.pk), f"{s.nama} ({n})", s.pk in saring.label) for s, n in milik),
        )
        for jenis, milik in per_jenis
    ]
