"""What is odd or missing in an IKU document. It is printed all the same, as the data stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from iku.aturan.isi import IsiDokumen, IsiIku
from iku.aturan.uraian import rapi
from iku.pilihan import BakuBab, JenisReviu
from kinerja.aturan.temuan import Letak, Temuan, Tingkat
from kinerja.pilihan import Jenjang

_PERSEN = re.compile(r"^(?:%|per\s*sen|persentase)$", re.I)
_INDEKS = re.compile(r"^(?:indeks|indek|index)\b", re.I)
_BAGIAN = re.compile(r"^(?:persentase|presentase|rasio|proporsi)\b", re.I)
_ANGKA = re.compile(r"^[\s\d.,%<>=≤≥–-]+$")
_BARU = re.compile(r"baru|n\s*/?\s*a|^-$", re.I)
LENGKAP = (
    ("satuan", "satuan"),
    ("definisi", "definisi operasional"),
    ("sumber_data", "sumber data"),
    ("penanggung_jawab", "penanggung jawab"),
)


def periksa_dokumen(isi: IsiDokumen) -> list[Temuan]:
    """Findings in the order of the document: texts, then each IKU, then the whole."""
    return [
        *_periksa_naskah(isi),
        *(t for i in isi.iku for t in periksa_iku(i, isi.tahun)),
        *_periksa_keseluruhan(isi),
    ]


def periksa_iku(i: IsiIku, tahun: tuple[int, ...]) -> list[Temuan]:
    """Findings of one IKU, placed at it."""
    daftar = [*_lengkap(i), *_angka(i, tahun), *_rumus(i), *_komponen(i)]
    return [
        _temuan(kode, f"{_sebut(i)}: {pesan}", tingkat, i.uid) for kode, pesan, tingkat in daftar
    ]


P, G, INFO = Tingkat.PERINGATAN, Tingkat.GALAT, Tingkat.INFO
_Catatan = Iterator[tuple[str, str, Tingkat]]


def _lengkap(i: IsiIku) -> _Catatan:
    kurang = [kata for medan, kata in LENGKAP if not getattr(i, medan)]
    if kurang:
        yield "IKU_BELUM_LENGKAP", f"belum ada {_daftar(kurang)}.", P
    if i.pecahan is None and not i.rumus:
        yield "IKU_TANPA_RUMUS", "cara menghitungnya belum ditulis.", P
    if not i.cara and i.jenjang != Jenjang.TUJUAN:
        yield "IKU_TANPA_CARA", "cara pengukuran untuk Lampiran I belum ada.", P


def _angka(i: IsiIku, tahun: tuple[int, ...]) -> _Catatan:
    kosong = [str(t) for t, nilai in zip(tahun, i.target, strict=True) if not nilai]
    if len(kosong) == len(tahun):
        yield "IKU_TANPA_TARGET", "targetnya belum diisi satu tahun pun.", G
    elif kosong:
        yield "IKU_TARGET_KOSONG", f"target tahun {_daftar(kosong)} belum diisi.", P
    if not any(i.awal):
        yield "IKU_TANPA_AWAL", "kondisi awalnya belum diisi.", P
    for nilai in i.awal:
        if nilai and not _ANGKA.match(nilai):
            kata = "bukan angka; bila indikator ini baru, jelaskan di kolom KET"
            yield (
                "IKU_AWAL_BUKAN_ANGKA",
                f"kondisi awal “{nilai}” {kata}.",
                (INFO if _BARU.search(nilai) else P),
            )
    if _INDEKS.match(i.indikator) and _PERSEN.match(i.satuan):
        yield (
            "INDEKS_BERSATUAN_PERSEN",
            f"sebuah indeks tetapi satuannya “{i.satuan}”; satuan indeks ialah Indeks atau Nilai.",
            P,
        )
    if _BAGIAN.match(i.indikator) and i.satuan and not _PERSEN.match(i.satuan):
        yield "PERSENTASE_BERSATUAN_LAIN", f"sebuah persentase bersatuan “{i.satuan}”.", P


def _rumus(i: IsiIku) -> _Catatan:
    if i.pecahan is None:
        return
    if i.pecahan.sama:
        kata = "pembilang dan penyebut menghitung hal yang sama, jadi nilainya selalu 100 persen."
        yield "PEMBILANG_SAMA_PENYEBUT", kata, P
    if i.pecahan.pengali.endswith("%") and i.satuan and not _PERSEN.match(i.satuan):
        kata = f"rumusnya persentase tetapi satuannya “{i.satuan}”; rumus atau satuannya keliru."
        yield "RUMUS_TIDAK_SESUAI_SATUAN", kata, P


def _komponen(i: IsiIku) -> _Catatan:
    if hilang := [k.nama for k in i.komponen if k.berganti and not k.menjadi]:
        kata = f"komponen “{hilang[0]}” ditulis berganti tanpa nama penggantinya."
        yield "KOMPONEN_TANPA_PENGGANTI", kata, P
    if not i.komponen and not i.program:
        yield "IKU_TANPA_PROGRAM", "tidak ada program maupun sub kegiatan yang mendukungnya.", P


def _periksa_naskah(isi: IsiDokumen) -> Iterator[Temuan]:
    hukum = isi.baku(BakuBab.LANDASAN_HUKUM)
    if hukum is not None and not hukum.butir:
        pesan = "Landasan hukum belum diketik; daftarnya dicetak hanya dari yang Anda tulis."
        yield _temuan("LANDASAN_HUKUM_KOSONG", pesan, P)
    for bab in isi.bab:
        if not bab.berdaftar and not bab.blok:
            yield _temuan("BAGIAN_KOSONG", f"Bagian “{bab.judul}” masih kosong.", P)


def _periksa_keseluruhan(isi: IsiDokumen) -> Iterator[Temuan]:
    if not isi.iku:
        pesan = "Belum ada IKU yang dipilih; pilih dari indikator tujuan dan sasaran."
        yield _temuan("IKU_BELUM_DIPILIH", pesan, G)
        return
    tercakup = {rapi(i.sasaran) for i in isi.iku}
    for sasaran in isi.sasaran:
        if rapi(sasaran) not in tercakup:
            pesan = f"Sasaran “{sasaran}” belum punya IKU."
            yield _temuan("SASARAN_TANPA_IKU", pesan, P)
    ganti = sum(1 for r in isi.reviu if r.jenis == JenisReviu.PENGGANTIAN)
    if ganti:
        pesan = f"IKU diganti {ganti} kali pada dokumen ini; penggantian menurunkan nilai evaluasi."
        yield _temuan("IKU_DIGANTI", pesan, P)
    berganti = sum(i.berganti for i in isi.iku)
    if berganti:
        pesan = f"{berganti} komponen sub kegiatan berganti nama (“menjadi”)."
        yield _temuan("KOMPONEN_BERGANTI", pesan, INFO)


def _temuan(kode: str, pesan: str, tingkat: Tingkat, uid: str = "") -> Temuan:
    return Temuan(kode=kode, pesan=pesan, tingkat=tingkat, letak=Letak(simpul=uid))


def _sebut(i: IsiIku) -> str:
    teks = i.indikator
    return f"“{teks[:80]}…”" if len(teks) > 80 else f"“{teks}”"


def _daftar(kata: list[str]) -> str:
    return kata[0] if len(kata) == 1 else f"{', '.join(kata[:-1])} dan {kata[-1]}"
