"""The whole reading in one call: which sheet, which table, which layout, which year."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kinerja.aturan.temuan import Letak, Temuan, Tingkat
from kinerja.impor.bacaan import HasilBaca, PilihanImpor, TabelLain
from kinerja.impor.buku import Buku, Lembar
from kinerja.impor.buku_kerja.baca import baca_buku_kerja
from kinerja.impor.buku_kerja.lembaran import dikenali
from kinerja.impor.buku_kerja.tabel import JENIS, susun_tabel
from kinerja.impor.gabung import satukan
from kinerja.impor.koreksi import (
    Dibiarkan,
    PilihanTidakSah,
    cari_lembar,
    dahulukan,
    terapkan_koreksi,
)
from kinerja.impor.pemulung import tanpa_pemulung
from kinerja.impor.tajuk import Tabel, cari_tabel, tabel_blok
from kinerja.impor.tajuk_ganda import pasang_tahun, temuan_ganda
from kinerja.impor.tajuk_peta import KolomTampil, kunci_judul
from kinerja.impor.tata_letak import MODUL, pilih, terbaca
from kinerja.impor.tata_letak.kotak import RAGU
from kinerja.impor.tata_letak.pembacaan import Pembacaan
from kinerja.impor.tersembunyi import (
    lembar_tersembunyi,
    lembar_tersisih,
    temuan_lembar,
    tersembunyi,
)

CSV = ".csv"


@tanpa_pemulung()
def baca_berkas(
    jalur: Path | str,
    nama: str,
    pilihan: PilihanImpor | None = None,
    *,
    terima_usul: bool = False,
) -> HasilBaca:
    """Read an upload. Refusals are findings of level TOLAK in the answer, never exceptions.

    ``terima_usul`` takes the first proposal of each finding and reads again. Raises
    PilihanTidakSah when the choice names a sheet, cell, table or layout that is not there.
    """
    from kinerja.impor.pembaca import baca  # the parsers load late: most pages never read
    from kinerja.impor.pengaman import BerkasDitolak, tolak_csv

    pilihan = pilihan or PilihanImpor()
    berupa_csv = nama.lower().endswith(CSV) and pilihan.jenis in (None, "nomenklatur")
    try:
        buku = baca(jalur, nama, csv=berupa_csv or pilihan.jenis == "nomenklatur")
    except BerkasDitolak as ditolak:
        return HasilBaca(temuan=[_tolak(ditolak.kode, ditolak.pesan)])
    hasil = baca_buku(buku, pilihan)
    if berupa_csv and any(t.jenis != "nomenklatur" for t in hasil.tabel):
        bukan = tolak_csv()
        return HasilBaca(temuan=[_tolak(bukan.kode, bukan.pesan)])
    if terima_usul and not hasil.ditolak:
        lembar = hasil.tabel[0].lembar if hasil.tabel else ""
        koreksi = dahulukan(pilihan.koreksi, usul_pertama(hasil), lembar)
        hasil = baca_buku(buku, replace(pilihan, koreksi=koreksi))
    return hasil


def usul_pertama(hasil: HasilBaca) -> dict[str, str]:
    """The first proposal of each finding as corrections; the first finding of a cell decides."""
    koreksi: dict[str, str] = {}
    for t in sorted(hasil.temuan, key=lambda t: not t.menghalangi):
        for u in t.usul[:1]:
            koreksi.setdefault(f"{u.lembar or t.letak.lembar}!{u.sel}", u.nilai)
    return koreksi


@tanpa_pemulung()
def baca_buku(buku: Buku, pilihan: PilihanImpor) -> HasilBaca:
    """Read a workbook that has been opened. Corrections are put into ``buku``."""
    if pilihan.jenis in (None, JENIS) and dikenali(buku):
        hasil = baca_buku_kerja(buku, pilihan)
        hasil.tabel = [susun_tabel(hasil.buku_kerja)] if hasil.buku_kerja else []
        return hasil
    hasil = HasilBaca(sha256=buku.sha256, temuan=list(buku.temuan))
    lembar = _lembar_dipilih(buku, pilihan)
    dibiarkan: Dibiarkan = {}
    if pilihan.koreksi:
        dibiarkan, hasil.asal = terapkan_koreksi(
            buku, pilihan.koreksi, _lembar_terbaca(lembar, pilihan)
        )
    tabel = _tabel(lembar, pilihan)
    dipilih = _pilih_tabel(tabel, pilihan)
    if dipilih is None:
        hasil.temuan += [t for x in lembar for t in temuan_lembar(x, tabel, Tingkat.TOLAK)]
        return hasil
    dibaca, jenis = _bersama(tabel, *dipilih, pilihan)
    hasil.temuan += lembar_tersembunyi(buku.lembar, lembar)
    hasil.temuan += lembar_tersisih(lembar, tabel, dibaca)
    lain = (x for x in tabel if x.batas.data and not any(x is t for t in dibaca))
    hasil.tabel_lain = [_lain(x, tabel) for x in lain]
    hasil.temuan += [_ganda(x) for x in hasil.tabel_lain]
    hasil.kolom = _daftar_kolom(dibaca)
    for t in dibaca:
        _baca(hasil, t, jenis, pilihan, dibiarkan.get(t.lembar.nama, frozenset()))
    hasil.temuan += satukan(hasil.tabel)
    return hasil


def _bersama(
    tabel: list[Tabel], dipilih: Tabel, jenis: str, pilihan: PilihanImpor
) -> tuple[list[Tabel], str]:
    """The tables to read: the chosen one, or with ``semua_tabel`` all of its layout."""
    if not pilihan.semua_tabel or not jenis:
        return [dipilih], jenis
    return [t for t in tabel if t.batas.data and (t is dipilih or pilih(t)[0] == jenis)], jenis


def _daftar_kolom(dibaca: list[Tabel]) -> list[KolomTampil]:
    """The columns of the tables that are read; a head that several print is listed once."""
    kolom: dict[str, KolomTampil] = {}
    for t in dibaca:
        for k in t.daftar_kolom():
            kolom.setdefault(kunci_judul(k.judul), k)
    return list(kolom.values())


def _tolak(kode: str, pesan: str, *, lembar: str = "", sel: str = "") -> Temuan:
    letak = Letak(lembar=lembar, sel=sel)
    return Temuan(kode=kode, pesan=pesan, tingkat=Tingkat.TOLAK, letak=letak)


def _lembar_dipilih(buku: Buku, pilihan: PilihanImpor) -> list[Lembar]:
    if pilihan.lembar:
        return [cari_lembar(buku.lembar, pilihan.lembar)]
    return [x for x in buku.lembar if not x.tersembunyi] or buku.lembar


def _lembar_terbaca(lembar: list[Lembar], pilihan: PilihanImpor) -> str:
    """The sheet that a correction without a sheet name means."""
    if len(lembar) == 1:
        return lembar[0].nama
    dipilih = _pilih_tabel(_tabel(lembar, pilihan), pilihan)
    return dipilih[0].lembar.nama if dipilih else lembar[0].nama


def _tabel(lembar: list[Lembar], pilihan: PilihanImpor) -> list[Tabel]:
    return [t for x in lembar for t in _tabel_lembar(x, pilihan)]


def _tabel_lembar(lembar: Lembar, pilihan: PilihanImpor) -> list[Tabel]:
    """The tables of a sheet; blocks of labels where no layout knows any of them."""
    tersembunyi, peta = pilihan.dengan_tersembunyi, pilihan.peta
    tabel = cari_tabel(lembar, dengan_tersembunyi=tersembunyi, peta=peta)
    if any(t.batas.data and pilih(t)[0] for t in tabel) or (blok := tabel_blok(lembar)) is None:
        return tabel
    return [blok]


def _pilih_tabel(tabel: list[Tabel], pilihan: PilihanImpor) -> tuple[Tabel, str] | None:
    """The table asked for, else the first that a layout can read, else the first with rows."""
    berisi = [t for t in tabel if t.batas.data]
    if pilihan.jenis and pilihan.jenis not in MODUL:
        raise PilihanTidakSah(
            f"Tata letak “{pilihan.jenis}” tidak dikenal; ada: {', '.join(MODUL)}."
        )
    if pilihan.tabel is not None:
        if not 1 <= pilihan.tabel <= len(berisi):
            raise PilihanTidakSah(
                f"Tidak ada tabel nomor {pilihan.tabel}; ada {len(berisi)} tabel."
            )
        berisi = [berisi[pilihan.tabel - 1]]
    if not berisi:
        return None
    if pilihan.jenis:
        nilai = [MODUL[pilihan.jenis].kenali(t) for t in berisi]
        if not max(nilai):
            raise PilihanTidakSah(f"Tabel ini tidak berkolom seperti {pilihan.jenis}.")
        return berisi[nilai.index(max(nilai))], pilihan.jenis
    jenis = [pilih(t)[0] for t in berisi]
    urut = [i for i, j in enumerate(jenis) if terbaca(j)] or [0]
    return berisi[urut[0]], jenis[urut[0]]


def _baca(
    hasil: HasilBaca,
    t: Tabel,
    jenis: str,
    pilihan: PilihanImpor,
    dibiarkan: frozenset[tuple[int, int]],
) -> None:
    """Read the chosen table into ``hasil``, or say what it is and that it cannot be read."""
    if not terbaca(jenis):
        hasil.temuan.append(_belum_terbaca(t, jenis))
        return
    t.ganda += [(k, None) for k in pasang_tahun(t.kolom, pilihan.tahun_awal)]
    p = Pembacaan(t, pilihan.tahun or t.tahun or pilihan.tahun_awal, dibiarkan)
    terbaik = MODUL[jenis].baca(p)
    hasil.tabel.append(terbaik)
    hasil.temuan += _tahun_berbeda(t, pilihan) + tersembunyi(t)
    hasil.temuan += [x for x in p.temuan if not _terjawab(x, hasil)]
    hasil.temuan += temuan_ganda(t.ganda, t.lembar.nama, t.baris_judul[-1])


def _terjawab(t: Temuan, hasil: HasilBaca) -> bool:
    """A question whose cell the planner filled, be it with the same text."""
    return t.kode == RAGU and f"{t.letak.lembar}!{t.letak.sel}" in hasil.asal


def _belum_terbaca(t: Tabel, jenis: str) -> Temuan:
    apa = f"dikenali sebagai {jenis}" if jenis else "tidak dikenali susunan kolomnya"
    pesan = (
        f"Tabel di lembar “{t.lembar.nama}” {apa} dan belum dapat dimuat. Susun ulang "
        "menjadi tabel program, kegiatan, dan sub kegiatan, atau pilih tabel lain."
    )
    return _tolak("FORMAT_BERKAS", pesan, lembar=t.lembar.nama, sel=t.sel_judul)


def _tahun_berbeda(t: Tabel, pilihan: PilihanImpor) -> list[Temuan]:
    if not pilihan.tahun or not t.tahun or t.tahun == pilihan.tahun:
        return []
    pesan = f"Tabel mencetak tahun {t.tahun}, sedangkan yang dipilih tahun {pilihan.tahun}."
    letak = Letak(lembar=t.lembar.nama, sel=t.sel_tahun)
    return [Temuan(kode="TAHUN_BERBEDA", pesan=pesan, tingkat=Tingkat.PERINGATAN, letak=letak)]


def _lain(t: Tabel, semua: list[Tabel]) -> TabelLain:
    jenis = pilih(t)[0]
    data = t.batas.data
    berisi = [x for x in semua if x.batas.data]
    return TabelLain(
        nomor=berisi.index(t) + 1,
        lembar=t.lembar.nama,
        sel=t.sel_judul,
        jenis=jenis,
        judul=t.judul.partition("\n")[0],
        baris_data=[data[0] + 1, data[-1] + 1],
        terbaca=terbaca(jenis),
    )


def _ganda(x: TabelLain) -> Temuan:
    sebutan = f" ({x.jenis})" if x.jenis else ""
    pesan = (
        f"Ada tabel lain{sebutan} di lembar “{x.lembar}” mulai {x.sel}; tidak dimuat. "
        f"Pilih tabel nomor {x.nomor} bila itu yang dimaksud."
    )
    letak = Letak(lembar=x.lembar, sel=x.sel)
    return Temuan(kode="TABEL_GANDA", pesan=pesan, tingkat=Tingkat.PERINGATAN, letak=letak)
