"""Rows and findings of an agreement from boxes, assignments and positions. Pure."""

from __future__ import annotations

from dataclasses import replace

from cascading.isi_perjanjian import (
    BarisIndikator,
    BarisSasaran,
    BarisUang,
    DokumenTugas,
    IsiPerjanjian,
    Kursi,
)
from cascading.uang_perjanjian import PetaUang
from kinerja.aturan.isi import IsiSimpul
from kinerja.aturan.temuan import Temuan
from kinerja.pilihan import Jenjang


def susun_isi(
    kursi: Kursi, dokumen: list[DokumenTugas], janji: list[DokumenTugas]
) -> IsiPerjanjian:
    """``dokumen`` holds the money, ``janji`` the promises (the same, but for a kepala daerah)."""
    temuan: list[Temuan] = []
    sasaran = tuple(s for d in janji for s in _sasaran(kursi, d, temuan))
    uang: list[BarisUang] = []
    jumlah = 0
    for d in dokumen:
        peta = PetaUang(kursi, d, temuan)
        uang += peta.baris()
        jumlah += peta.jumlah
    if not sasaran and not uang:
        pesan = (
            "Belum ada kotak yang menjadi tugas jabatan ini; tetapkan penugasannya di dokumen "
            "perencanaan."
        )
        temuan.insert(0, Temuan(kode="TANPA_TUGAS", pesan=pesan))
    elif not sasaran:
        pesan = "Tabel sasaran kosong; tugaskan jabatan ini pada kotak yang dijanjikannya."
        temuan.insert(0, Temuan(kode="TANPA_SASARAN", pesan=pesan))
    unik = tuple(dict.fromkeys(temuan))
    return IsiPerjanjian(kursi.bentuk.kode, sasaran, tuple(uang), jumlah, None, unik)


def _sasaran(kursi: Kursi, d: DokumenTugas, temuan: list[Temuan]) -> list[BarisSasaran]:
    return [_satu_sasaran(s, d.isi.tahun, temuan) for s in _kotak_janji(kursi, d)]


def _kotak_janji(kursi: Kursi, d: DokumenTugas) -> list[IsiSimpul]:
    """What follows assignment: the boxes of the form's levels, else the highest assigned ones."""
    bertugas = [
        s
        for s in d.isi.simpul
        if kursi.jabatan in (*d.penanggung.get(s.id, ()), *d.pelaksana.get(s.id, ()))
    ]
    pada_jenjang = [s for s in bertugas if s.jenjang in kursi.bentuk.sasaran]
    if pada_jenjang:
        return pada_jenjang
    if kursi.bentuk.seluruh:
        return [s for s in d.isi.simpul if s.jenjang in kursi.bentuk.sasaran]
    teratas = min((s.tingkat for s in bertugas), default=0)
    return [s for s in bertugas if s.tingkat == teratas]


def _satu_sasaran(s: IsiSimpul, tahun: int, temuan: list[Temuan]) -> BarisSasaran:
    sebutan = f"{Jenjang(s.jenjang).label} “{(s.kinerja or s.nama)[:120]}”"
    if not s.indikator:
        pesan = f"{sebutan} belum berindikator; tambahkan di dokumen perencanaan."
        temuan.append(Temuan(kode="TANPA_INDIKATOR", pesan=pesan).di(simpul=s.uid))
    baris = []
    for i in s.indikator:
        target = i.target.get(tahun, "")
        if not target:
            pesan = f"Target {tahun} indikator “{i.teks[:120]}” belum diisi."
            temuan.append(Temuan(kode="TARGET_KOSONG", pesan=pesan).di(simpul=s.uid))
        baris.append(BarisIndikator(i.uid, i.teks, target, i.satuan))
    return BarisSasaran(s.uid, s.jenjang, s.kinerja or s.nama, tuple(baris))


def dengan_lama(isi: IsiPerjanjian, lama: IsiPerjanjian) -> IsiPerjanjian:
    """The content beside that of the agreement it changes; what is gone stands with nothing new.

    Boxes and indicators are matched by uid, which every edition keeps.
    """
    target = {i.uid: i.target for s in lama.sasaran for i in s.indikator}
    uang = {u.uid: u.nilai for u in lama.uang}
    ada = {i.uid for s in isi.sasaran for i in s.indikator} | {u.uid for u in isi.uang}
    sasaran = [
        replace(s, indikator=tuple(replace(i, lama=target.get(i.uid, "")) for i in s.indikator))
        for s in isi.sasaran
    ]
    for s in lama.sasaran:
        if hilang := tuple(replace(i, lama=i.target, target="") for i in s.indikator
                           if i.uid not in ada):  # fmt: skip
            sasaran.append(replace(s, indikator=hilang))
    baris = [replace(u, lama=uang.get(u.uid, 0)) for u in isi.uang]
    baris += [replace(u, lama=u.nilai, nilai=0, dari=None) for u in lama.uang if u.uid not in ada]
    return replace(isi, sasaran=tuple(sasaran), uang=tuple(baris), jumlah_lama=lama.jumlah)
