"""Checks of Tahap 5 and of the matrix: goals, blocks, money, holders."""

from __future__ import annotations

from collections.abc import Iterator

from cascading.aturan.penjenjangan.isi import (
    IsiPenjenjangan,
    Komponen,
    dengan_atas,
    menurut_jenjang,
    telusur,
)
from cascading.aturan.penjenjangan.matriks import (
    bentang_pohon,
    bentang_sasaran,
    daftar_program,
    pemegang,
    tujuan_matriks,
)
from cascading.aturan.penjenjangan.periksa_kondisi import rata
from cascading.aturan.penjenjangan.susun import outcome, tabel_sasaran, tabel_tujuan
from cascading.aturan.penjenjangan.temuan import TemuanTahap, catat, sebut
from cascading.pilihan import BarisMatriks
from cascading.pilihan import TahapPenjenjangan as T
from kinerja.aturan.angka import format_angka
from kinerja.aturan.temuan import Tingkat
from kinerja.pilihan import Jenjang

TAHAP = {
    Jenjang.TUJUAN: T.TAHAP_5_1,
    Jenjang.SASARAN: T.TAHAP_5_1,
    Jenjang.PROGRAM: T.TAHAP_5_2,
    Jenjang.KEGIATAN: T.TAHAP_5_2,
    Jenjang.SUB_KEGIATAN: T.TAHAP_5_3,
}
"""Where a box of each level is printed."""


def periksa_komponen(isi: IsiPenjenjangan) -> Iterator[TemuanTahap]:
    """What each box lacks, at the stage that prints it."""
    for atas, k in dengan_atas(isi.komponen):
        tahap = TAHAP.get(Jenjang(k.jenjang))
        if tahap is None:
            continue
        yield from _periksa_isi(k, tahap)
        if k.jenjang == Jenjang.PROGRAM:
            yield from _periksa_program(k, any(a.jenjang == Jenjang.SASARAN for a in atas))
        if tahap != T.TAHAP_5_1:
            yield from _periksa_angka(isi, k, tahap)


def _periksa_isi(k: Komponen, tahap: str) -> Iterator[TemuanTahap]:
    nama = Jenjang(k.jenjang).label
    if not k.indikator:
        pesan = f"{nama} ini belum punya indikator; tambahkan paling sedikit satu."
        yield catat(tahap, "TANPA_INDIKATOR", pesan, k.uid)
    if not k.berkondisi:
        pesan = f"{nama} ini tidak lahir dari kondisi mana pun; hubungkan dengan kondisinya."
        yield catat(tahap, "KOMPONEN_TANPA_KONDISI", pesan, k.uid)
    for lain in k.varian:
        pesan = f"Dokumen sumber juga menulis: {sebut(lain)}. Yang tercetak adalah isi kotaknya."
        yield catat(tahap, "VARIAN_SUMBER", pesan, k.uid, Tingkat.INFO)


def _periksa_program(k: Komponen, bersasaran: bool) -> Iterator[TemuanTahap]:
    if not bersasaran:
        pesan = "Program ini belum berada di bawah sasaran; pindahkan ke sasaran yang didukungnya."
        yield catat(T.TAHAP_5_2, "PROGRAM_TANPA_SASARAN", pesan, k.uid)
    if not k.anak:
        pesan = "Program ini belum punya kegiatan, jadi bloknya berdiri sendiri."
        yield catat(T.TAHAP_5_2, "PROGRAM_TANPA_KEGIATAN", pesan, k.uid)


def _periksa_angka(isi: IsiPenjenjangan, k: Komponen, tahap: str) -> Iterator[TemuanTahap]:
    for ukuran in k.indikator:
        if isi.tahun not in ukuran.target:
            pesan = f"Target {isi.tahun} {sebut(ukuran.teks)} belum diisi."
            yield catat(tahap, "TARGET_KOSONG", pesan, k.uid)
    if k.jumlah is None:
        pesan = f"Anggaran {isi.tahun} belum diisi."
        yield catat(tahap, "ANGGARAN_KOSONG", pesan, k.uid)
    elif k.jumlah.tertulis is not None and k.jumlah.cocok is False:
        pesan = (
            f"Tertulis {format_angka(k.jumlah.tertulis)}, jumlah turunannya "
            f"{format_angka(k.jumlah.nilai)}; yang tercetak jumlahnya. Periksa angka yang keliru."
        )
        yield catat(tahap, "ANGGARAN_TIDAK_COCOK", pesan, k.uid)
    if k.jumlah is not None and k.jumlah.tak_terbaca and k.jenjang == Jenjang.SUB_KEGIATAN:
        pesan = f"Anggaran “{'; '.join(k.tertulis)}” tidak terbaca; perbaiki angkanya."
        yield catat(tahap, "ANGGARAN_TIDAK_TERBACA", pesan, k.uid, Tingkat.GALAT)


def periksa_tahap51(isi: IsiPenjenjangan) -> Iterator[TemuanTahap]:
    """Goals that the tables leave out or that have empty years; goals that are worded otherwise."""
    tercetak = {b.komponen.uid for b in tabel_tujuan(isi)}
    for tujuan in menurut_jenjang(isi, Jenjang.TUJUAN):
        if tujuan.uid not in tercetak:
            pesan = (
                "Tujuan ini dan sasarannya belum punya target, jadi tidak masuk tabel; isi target "
                "indikatornya, atau biarkan bila memang tidak dicetak di sini."
            )
            yield catat(T.TAHAP_5_1, "TUJUAN_TANPA_TARGET", pesan, tujuan.uid)
    if not tercetak:
        pesan = "Cascading belum punya tujuan; tambahkan, lalu isi targetnya tiap tahun."
        yield catat(T.TAHAP_5_1, "TUJUAN_TIDAK_ADA", pesan, tingkat=Tingkat.GALAT)
    for baris in (*tabel_tujuan(isi), *tabel_sasaran(isi)):
        for ukuran in baris.indikator:
            kosong = [str(t) for t in isi.daftar_tahun if t not in ukuran.target]
            if kosong:
                pesan = f"Target {', '.join(kosong)} {sebut(ukuran.teks)} belum diisi."
                yield catat(T.TAHAP_5_1, "TARGET_KOSONG", pesan, baris.komponen.uid)
    yield from _periksa_kata_tujuan(isi)


def _periksa_kata_tujuan(isi: IsiPenjenjangan) -> Iterator[TemuanTahap]:
    """The same goal in other words on other pages."""
    daftar = [("Tahap 2", k.teks) for k in outcome(isi)]
    daftar += [("Tahap 5.1", b.komponen.kinerja) for b in tabel_tujuan(isi)]
    daftar += [("matriks", t.kinerja) for t in tujuan_matriks(isi)]
    daftar += [v for t in menurut_jenjang(isi, Jenjang.TUJUAN) for v in _varian(t)]
    tertulis: dict[str, tuple[str, list[str]]] = {}
    for di, teks in daftar:
        tempat = tertulis.setdefault(rata(teks), (teks, []))[1]
        if di.casefold() not in map(str.casefold, tempat):
            tempat.append(di)
    if len(tertulis) > 1:
        isi_pesan = "; ".join(f"{', '.join(di)} {sebut(teks)}" for teks, di in tertulis.values())
        pesan = f"Tujuan ditulis dengan {len(tertulis)} kalimat: {isi_pesan}. Samakan kalimatnya."
        yield catat(T.TAHAP_5_1, "TUJUAN_BERBEDA", pesan)


def _varian(kotak: Komponen) -> Iterator[tuple[str, str]]:
    """(where, sentence) of the other wordings, without those of its indicators."""
    for lain in kotak.varian:
        di, pisah, teks = lain.partition(": ")
        if not pisah:
            yield "sumber", lain
        elif not di.startswith("Indikator"):
            yield di, teks


def periksa_matriks(isi: IsiPenjenjangan) -> Iterator[TemuanTahap]:
    if not daftar_program(isi):
        pesan = "Cascading belum punya program, jadi matriks tidak tercetak."
        yield catat(T.MATRIKS, "TANPA_PROGRAM", pesan)
        return
    if not isi.daerah:
        pesan = (
            "Tujuan perangkat daerah belum merujuk RPJMD, jadi baris RPJMD kosong; pilih yang "
            "didukung pada rincian tujuannya."
        )
        yield catat(T.MATRIKS, "RPJMD_KOSONG", pesan)
    for baris in BarisMatriks:
        if not pemegang(isi, baris):
            pesan = (
                f"Pemegang baris “{baris.label}” belum diketahui; tulis, atau tugaskan jabatannya."
            )
            yield catat(T.MATRIKS, "PEMEGANG_KOSONG", pesan)
    yield from _periksa_bentang(isi)


def _periksa_bentang(isi: IsiPenjenjangan) -> Iterator[TemuanTahap]:
    """Typed stretches that don't fit, or that put a program under another sasaran than the tree."""
    if not isi.bentang:
        return
    pohon, tercetak = [n for _, n in bentang_pohon(isi)], [n for _, n in bentang_sasaran(isi)]
    tertulis = list(isi.bentang)
    if tercetak != tertulis:
        pesan = (
            f"Bentang sasaran tertulis {_deret(tertulis)}, tetapi ada {len(pohon)} sasaran dan "
            f"{sum(pohon)} program; yang dicetak menurut pohon, {_deret(pohon)}."
        )
        yield catat(T.MATRIKS, "BENTANG_TIDAK_PAS", pesan)
    elif tertulis != pohon:
        pesan = (
            f"Bentang sasaran ditulis {_deret(tertulis)}, di pohon {_deret(pohon)}; program yang "
            "tercetak di bawah sasaran lain perlu diperiksa letaknya."
        )
        yield catat(T.MATRIKS, "BENTANG_LAIN", pesan)


def _deret(daftar: list[int]) -> str:
    return " + ".join(map(str, daftar))


def semua_kotak(isi: IsiPenjenjangan) -> dict[str, tuple[int, str]]:
    """Key and words of every box of both trees, by uid."""
    kondisi = {k.uid: (k.id, k.teks) for k in telusur(isi.kondisi)}
    return kondisi | {k.uid: (k.id, k.sebutan) for k in telusur(isi.komponen)}
