"""One indicator in a quarter: what is typed, how its capaian comes about, year and evidence."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kinerja.aturan import pengukuran as aturan
from kinerja.aturan.aturan_ukur import AturanUkur
from kinerja.aturan.capaian import Capaian, teks
from kinerja.aturan.kumulatif import jatuh_tempo, kumulatif, per_triwulan
from kinerja.aturan.lembar import baca_lembar
from kinerja.aturan.seri import Seri
from kinerja.lembar_ukur import buka_kotak
from kinerja.models import (
    Bukti,
    Indikator,
    JendelaPengukuran,
    Pengaturan,
    Pengukuran,
    Realisasi,
)
from kinerja.models.hitung_capaian import nilai_baris, target_berlaku
from kinerja.models.rencana_ukur import MEDAN_INDIKATOR, isi_baris, teks_sel
from kinerja.pilihan import StatusPengukuran, Triwulan
from kinerja.sel_ukur import KotakUkur, SelNilai

CATATAN = (
    ("hambatan", "Hambatan", "Apa yang menghalangi. Wajib bila capaiannya merah."),
    ("faktor_pendukung", "Faktor pendukung", "Apa yang membuat target tercapai."),
    ("solusi", "Solusi", "Apa yang sudah dilakukan."),
    ("tindak_lanjut", "Tindak lanjut", "Apa yang dikerjakan triwulan berikutnya."),
)


@dataclass(frozen=True)
class BarisTahun:
    """A quarter of the year: target, value, both readings, capaian with its formula."""

    nama: str
    target: str
    realisasi: str
    sendiri: str
    bersama: str
    capaian: Capaian
    kini: bool


@dataclass
class RinciUkur:
    """``isi`` holds what stands in each field, ``lama`` what its writer saw."""

    indikator: Indikator
    tahun: int
    triwulan: int
    nilai: SelNilai
    isi: dict[str, str]
    lama: dict[str, str]
    catatan: list[tuple[str, str, str, str, str]]
    baris: list[BarisTahun]
    setahun: Capaian
    bukti: list[Bukti]
    terbuka: bool
    sebab: str

    @property
    def variabel(self) -> list[tuple[str, str]]:
        """The variables of a computed formula with what stands in them."""
        acuan = baca_lembar(self.indikator.lembar)
        isi = json.loads(self.isi["variabel"] or "{}")
        return [(nama, isi.get(nama, "")) for nama in acuan.bagian] if acuan.dihitung else []

    @property
    def rumus(self) -> str:
        return baca_lembar(self.indikator.lembar).kalimat

    @property
    def masa(self) -> str:
        return aturan.sebut(self.tahun, self.triwulan)


def rinci_ukur(
    indikator: Indikator, *, tahun: int, triwulan: int, hari: date, boleh: bool,
    kiriman: Mapping[str, str] | None = None,
) -> RinciUkur:  # fmt: skip
    """``kiriman``: what was typed and refused, shown again."""
    pohon = indikator.pohon
    pemda = pohon.perangkat_daerah.pemda_atau_diri()
    ukur = Pengaturan.aturan_ukur_di(pemda)
    milik = {r.triwulan: r for r in Realisasi.objects.filter(indikator=indikator, tahun=tahun)}
    acuan = target_berlaku(pohon, {indikator.pk}, {tahun}).get((indikator.pk, tahun), {})
    seri = Seri(
        arah=indikator.arah, agregasi=indikator.agregasi,
        realisasi={n: nilai_baris(r) for n, r in milik.items()},
        cara={n: r.cara for n, r in milik.items()},
        target={n: nilai for n, nilai in acuan.items() if n}, setahun=acuan.get(0),
    )  # fmt: skip
    ini = milik.get(triwulan)
    kolom = isi_baris(ini) if ini else {"mentah": "", "sementara": False}
    lama = {m: teks_sel(kolom, m) for m in MEDAN_INDIKATOR}
    isi = {m: (kiriman or {}).get(m, lama[m]) for m in MEDAN_INDIKATOR}
    terbuka, sebab = _terbuka(indikator, tahun, triwulan, hari, boleh)
    bukti = Bukti.objects.filter(indikator_uid=indikator.uid, tahun=tahun, triwulan=triwulan)
    return RinciUkur(
        indikator, tahun, triwulan, SelNilai(indikator, seri, milik, triwulan, ukur), isi, lama,
        [(m, judul, petunjuk, isi[m], lama[m]) for m, judul, petunjuk in CATATAN],
        _setahun(seri, ukur, triwulan), seri.terhadap_setahun(triwulan, ukur),
        list(bukti.select_related("oleh").order_by("pk")), terbuka, sebab,
    )  # fmt: skip


def _setahun(seri: Seri, ukur: AturanUkur, triwulan: int) -> list[BarisTahun]:
    sendiri = per_triwulan(seri.realisasi, seri.cara, seri.agregasi)
    bersama = kumulatif(seri.realisasi, seri.cara, seri.agregasi)
    hasil = []
    for n in (1, 2, 3, 4):
        target, nilai = seri.target.get(n), seri.realisasi.get(n)
        hasil.append(
            BarisTahun(
                Triwulan(n).label,
                target.mentah if target else "",
                nilai.mentah if nilai else "",
                teks(sendiri[n].angka) if n in sendiri else "",
                teks(bersama[n].angka) if n in bersama else "",
                seri.sampai(n, ukur) if nilai else Capaian(),
                n == triwulan,
            )
        )
    return hasil


def _terbuka(
    indikator: Indikator, tahun: int, triwulan: int, hari: date, boleh: bool
) -> tuple[bool, str]:
    """May the reader type here now, and why nobody may."""
    pohon = indikator.pohon
    ada = Pengukuran.objects.filter(pohon=pohon, tahun=tahun, triwulan=triwulan).first()
    jendela = JendelaPengukuran.cari(pohon.perangkat_daerah.pemda_atau_diri(), tahun, triwulan)
    status = ada.status if ada else StatusPengukuran.DRAF
    temuan = aturan.periksa_terbuka(status, jendela, hari, aturan.sebut(tahun, triwulan))
    kotak = {indikator.simpul_id: KotakUkur(indikator.simpul)}
    buka_kotak(pohon, kotak, tahun, triwulan, hari, None, bool(temuan))
    if not kotak[indikator.simpul_id].terbuka:
        return False, temuan[0].pesan
    if not jatuh_tempo(indikator.frekuensi, triwulan):
        return False, aturan.periksa_jatuh_tempo(indikator.frekuensi, triwulan)[0].pesan
    return boleh, ""
