"""The filters of the tree page: which boxes match, in words, and laid over the drawn rows.

Rows stay whole: what does not match is hidden, so that a filtered page is edited like any other
and the rows may come from the cache.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from kinerja.aturan.kunjungan import Kunjungan
from kinerja.aturan.pemeriksaan import KALIMAT, Saringan
from kinerja.aturan.saring import (
    KOMENTAR,
    KUNJUNGAN,
    PENANDA,
    SEJAK,
    Bahan,
    Butir,
    Saring,
    dengan_atas,
    tanggal_sejak,
)
from kinerja.jejak_kotak import uid_berubah
from kinerja.lembar_pohon import Permintaan, butir_saring
from kinerja.milik import kotak_milik, sebutan_milik
from kinerja.models import Pengguna, Pohon

KELOMPOK = re.compile(r'(?=<tbody role="rowgroup")')
UKURAN = re.compile(r'class="g\d"')
BARIS = re.compile(r'<tr role="row"( id="s(\d+)")?')


@dataclass(frozen=True)
class Tautan:
    """Addresses of a tree page with other filters than ``saring``."""

    saring: Saring
    minta: Permintaan

    def ke(self, saring: Saring) -> str:
        tahap = [self.minta.tahap] if self.minta.tahap else []
        isi = {"tahun": [str(self.minta.tahun)], "tahap": tahap, PENANDA: ["1"]} | saring.kueri()
        return f"?{urlencode(isi, doseq=True)}"

    @property
    def semua(self) -> str:
        return self.ke(Saring())

    @property
    def komentar(self) -> str:
        return self.ke(self.saring.dengan_temuan(KOMENTAR))

    @property
    def berkomentar(self) -> bool:
        return KOMENTAR in self.saring.temuan

    def temuan(self, daftar: Iterable[Saringan]) -> list[tuple[Saringan, str, bool]]:
        """Each finding with the address that adds or drops it, and whether it is on."""
        ada = self.saring.temuan
        return [(s, self.ke(self.saring.dengan_temuan(s.kode)), s.kode in ada) for s in daftar]


@dataclass(frozen=True)
class HasilSaring:
    """``cocok`` match everything asked; ``tampak`` are they and those above them; ``boleh`` match
    what a page can't tell by itself, None where nothing of that is asked. ``kata`` says what is
    asked, ``kata_tetap`` the part of it behind ``boleh``.
    """

    saring: Saring
    cocok: frozenset[int]
    tampak: frozenset[int]
    boleh: frozenset[int] | None
    kata: tuple[str, ...]
    kata_tetap: tuple[str, ...]

    def pasang(self, baris: SafeString) -> SafeString:
        """Drawn rows with ``hidden`` where they do not match and ``data-c`` on the allowed ones."""
        if not self.saring:
            return baris
        bagian = (self._kelompok(satu) for satu in KELOMPOK.split(baris))
        return mark_safe("".join(bagian))  # noqa: S308  attributes of ours in rows that were escaped

    def _kelompok(self, html: str) -> str:
        banyak, tampak = 0, False

        def tandai(baris: re.Match[str]) -> str:
            nonlocal banyak, tampak
            boleh = False
            if baris[2]:  # further indicators follow their box
                tampak = int(baris[2]) in self.tampak
                boleh = self.boleh is not None and int(baris[2]) in self.boleh
            banyak += tampak
            return f"{baris[0]}{'' if tampak else ' hidden'}{' data-c' if boleh else ''}"

        isi = BARIS.sub(tandai, html)
        if not isi.startswith("<tbody"):
            return isi
        ukuran = f'class="g{min(4, (banyak + 9) // 10)}"' if banyak else 'class="g1" hidden'
        return UKURAN.sub(ukuran, isi, count=1)


def saring_pohon(
    pohon: Pohon,
    pengguna: Pengguna,
    minta: Permintaan,
    saring: Saring,
    *,
    berkomentar: Iterable[int],
    kunjungan: Kunjungan,
    label: dict[int, str],
    pada: datetime,
) -> HasilSaring:
    """What the filters leave of a document; no query for what is not asked.

    ``label``: the names of the labels of the document by primary key.
    """
    if not saring:
        return HasilSaring(saring, frozenset(), frozenset(), None, (), ())
    akar, daftar = butir_saring(pohon, minta)
    milik: frozenset[int] = frozenset()
    if saring.milik:
        hari = timezone.localdate(pada)
        milik = kotak_milik(pohon, pengguna, daftar, akar, hari)
    berubah = _berubah(pohon, pengguna, saring.sejak, kunjungan, pada)
    bahan = Bahan(milik, frozenset(berkomentar), berubah)
    cocok = _yang_cocok(daftar, saring, bahan)
    tetap = saring.tetap
    kata_tetap = tuple(_kata_tetap(saring, pohon, pengguna, kunjungan, label))
    return HasilSaring(
        saring=saring,
        cocok=cocok,
        tampak=dengan_atas(daftar, cocok),
        boleh=_yang_cocok(daftar, tetap, bahan) if tetap else None,
        kata=(*kata_tetap, *_kata_halaman(saring, minta.tahun)),
        kata_tetap=kata_tetap,
    )


def _yang_cocok(daftar: Iterable[Butir], saring: Saring, bahan: Bahan) -> frozenset[int]:
    return frozenset(butir.id for butir in daftar if saring.cocok(butir, bahan))


def _berubah(
    pohon: Pohon, pengguna: Pengguna, sejak: str, kunjungan: Kunjungan, pada: datetime
) -> frozenset[str]:
    """What others changed since somebody's last visit, or what anybody changed since a moment."""
    if not sejak:
        return frozenset()
    if sejak == KUNJUNGAN:
        if kunjungan.lalu is None:
            return frozenset()
        return uid_berubah(pohon.pk, sesudah=kunjungan.lalu[1], bukan_oleh=pengguna.pk)
    tanggal = tanggal_sejak(sejak)
    if tanggal is None:
        return uid_berubah(pohon.pk, sejak=pada - timedelta(days=int(sejak)))
    return uid_berubah(pohon.pk, sejak=timezone.make_aware(datetime.combine(tanggal, time.min)))


def _kata_tetap(
    saring: Saring, pohon: Pohon, pengguna: Pengguna, kunjungan: Kunjungan, label: dict[int, str]
) -> Iterable[str]:
    if saring.milik:
        nama = ", ".join(sebutan_milik(pengguna, pohon.perangkat_daerah))
        yield f"milik saya ({nama})" if nama else "milik saya"
    if saring.sejak:
        yield f"yang berubah {kata_sejak(saring.sejak, kunjungan)}"
    if saring.label:
        nama = " atau ".join(label.get(pk, "yang tidak dipakai di sini") for pk in saring.label)
        yield f"berlabel {nama}"


def _kata_halaman(saring: Saring, tahun: int) -> Iterable[str]:
    for kode in saring.temuan:
        yield "dengan komentar terbuka" if kode == KOMENTAR else KALIMAT[kode].format(tahun=tahun)
    if saring.cari:
        yield f"yang memuat “{saring.cari}”"


def kata_sejak(sejak: str, kunjungan: Kunjungan) -> str:
    """ "dalam 7 hari terakhir", "sejak 1 Maret 2025" …"""
    if sejak == KUNJUNGAN:
        return f"oleh orang lain {SEJAK[sejak]}{waktu_kunjungan(kunjungan)}"
    tanggal = tanggal_sejak(sejak)
    return SEJAK[sejak] if tanggal is None else f"sejak {date_format(tanggal, 'j F Y')}"


def waktu_kunjungan(kunjungan: Kunjungan) -> str:
    """When the visit before ended, in brackets."""
    if kunjungan.lalu is None:
        return " (ini kunjungan pertama Anda)"
    waktu = datetime.fromtimestamp(kunjungan.lalu[0] * 60, tz=timezone.get_current_timezone())
    return f" ({date_format(waktu, 'j M Y H.i')})"
