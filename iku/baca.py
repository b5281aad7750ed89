"""Reads an IKU document with everything it prints: a fixed number of queries at any size."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from iku.aturan.isi import IsiBab, IsiDokumen, IsiIku, IsiReviu, Komponen
from iku.aturan.rumus import Pecahan, baca_pecahan
from iku.aturan.teks_bab import baca_blok, daftar_butir, isi_variabel
from iku.aturan.uraian import Kotak, Pohonan, komponen, program, rumus_utuh
from iku.models import DokumenIku, UraianIku
from iku.sumber_iku import IkuTerpilih, angka_iku, iku_terpilih, kotak_sumber
from kinerja.aturan.lembar import Lembar, baca_lembar
from kinerja.models import Jabatan
from kinerja.penanggung import nama_penanggung, teks_penanggung
from kinerja.pilihan import JenisRumus, Jenjang

KOSONG = UraianIku()
"""What an IKU without a narrative of its own says: all of it follows the tree."""


def baca_dokumen(dokumen: DokumenIku, *, tanpa_uraian: UUID | None = None) -> IsiDokumen:
    """Tables, narratives and texts as they stand now; ``tanpa_uraian`` leaves out what was typed
    of one IKU.
    """
    sumber = [s.pohon_id for s in dokumen.sumber.order_by("urutan")]
    terpilih = iku_terpilih(dokumen, sumber)
    penanggung = nama_penanggung([i.pk for i in terpilih])
    pohonan = Pohonan(kotak_sumber(sumber, {i.simpul for i in terpilih}))
    angka = angka_iku(dokumen, [i.pk for i in terpilih])
    tahun = tuple(dokumen.periode.daftar_tahun())
    tahun_awal = angka.tahun_awal or tuple(dokumen.periode.tahun_baseline)
    uraian = {u.indikator_uid: u for u in dokumen.uraian.all() if u.indikator_uid != tanpa_uraian}
    variabel = _variabel(dokumen, tahun, len(terpilih))
    iku = tuple(
        _iku(
            i,
            uraian.get(i.uid, KOSONG),
            pohonan,
            penanggung=teks_penanggung(i.penanggung_jawab, penanggung.get(i.pk, [])),
            awal=tuple(angka.awal.get((i.pk, t), "") for t in tahun_awal),
            target=tuple(angka.target.get((i.pk, t), "") for t in tahun),
        )
        for i in terpilih
    )
    return IsiDokumen(
        tahun_awal=tahun_awal,
        tahun=tahun,
        iku=iku,
        bab=tuple(_bab(b, variabel) for b in dokumen.bab.order_by("urutan", "pk")),
        sasaran=tuple(pohonan.sasaran_strategis(i.sasaran for i in iku)),
        reviu=tuple(_reviu(r) for r in dokumen.reviu.order_by("tanggal", "pk")),
        variabel=variabel,
    )


def _iku(
    i: IkuTerpilih,
    u: UraianIku,
    pohonan: Pohonan,
    *,
    penanggung: str,
    awal: tuple[str, ...],
    target: tuple[str, ...],
) -> IsiIku:
    kotak = pohonan.kotak[i.simpul]
    lembar = baca_lembar(i.lembar)
    rumus = rumus_utuh(i.formulasi or [lembar.kalimat])
    pecahan = _pecahan(u, rumus, lembar)
    return IsiIku(
        uid=str(i.uid),
        indikator=i.teks,
        satuan=i.satuan,
        awal=awal,
        target=target,
        ket=u.ket or i.keterangan,
        judul=u.judul or i.teks,
        tujuan=u.tujuan or pohonan.kalimat(kotak, Jenjang.TUJUAN),
        sasaran=u.sasaran or pohonan.kalimat(kotak, Jenjang.SASARAN),
        uraian=baca_blok(u.uraian or i.definisi),
        program=program(pohonan, kotak, i.teks) if u.program is None else tuple(u.program),
        komponen=_komponen(u, pohonan, kotak, i.teks),
        pecahan=pecahan,
        rumus=() if pecahan else rumus,
        definisi=i.definisi,
        sumber_data=i.sumber_data,
        penanggung_jawab=penanggung,
        sebutan_lampiran=u.sebutan_lampiran or i.teks,
        cara=u.cara or "; ".join(rumus) or (str(pecahan) if pecahan else ""),
        kriteria=tuple(b.strip() for b in u.kriteria.splitlines() if b.strip()),
        jenjang=kotak.jenjang,
    )


def _pecahan(u: UraianIku, rumus: tuple[str, ...], lembar: Lembar) -> Pecahan | None:
    """As typed for the document, else the ratio of the reference sheet, else the formula line."""
    if u.pembilang:
        return Pecahan(u.pembilang, u.penyebut, u.pengali)
    if lembar.jenis == JenisRumus.RASIO and len(lembar.bagian) == 2:
        kali = {"100": "100%", "1": ""}.get(lembar.pengali, lembar.pengali)
        return Pecahan(lembar.bagian[0], lembar.bagian[1], kali)
    return baca_pecahan(rumus[0]) if len(rumus) == 1 else None


def _komponen(u: UraianIku, pohonan: Pohonan, kotak: Kotak, teks: str) -> tuple[Komponen, ...]:
    if u.komponen is None:
        return komponen(pohonan, kotak, teks)
    return tuple(_komponen_tertulis(*baris) for baris in u.komponen)


def _komponen_tertulis(nama: str, indikator: str, menjadi: str) -> Komponen:
    """ "menjadi" alone says that it changed and not into what."""
    ganti = menjadi.strip()
    return Komponen(nama, indikator, "" if ganti == "?" else ganti, berganti=bool(ganti))


def _bab(b: Any, variabel: dict[str, str]) -> IsiBab:
    isi = isi_variabel(b.isi, variabel)
    return IsiBab(
        bagian=b.bagian,
        baku=b.baku,
        judul=isi_variabel(b.judul, variabel),
        blok=() if b.berdaftar else baca_blok(isi),
        butir=daftar_butir(isi) if b.berdaftar else (),
        berdaftar=b.berdaftar,
    )


def _reviu(r: Any) -> IsiReviu:
    return IsiReviu(
        tanggal=r.tanggal.isoformat(),
        berita_acara=r.berita_acara,
        peserta=tuple(b.strip() for b in r.peserta.splitlines() if b.strip()),
        jenis=r.jenis,
        perihal=r.perihal,
        sebelum=r.sebelum,
        sesudah=r.sesudah,
        sebab=r.sebab,
    )


def _variabel(dokumen: DokumenIku, tahun: Iterable[int], banyak: int) -> dict[str, str]:
    lembaga = dokumen.perangkat_daerah
    pemda = lembaga.pemda_atau_diri().nama
    kepala = Jabatan.objects.filter(perangkat_daerah=lembaga, kepala=True).first()
    nama = lembaga.nama if pemda.lower() in lembaga.nama.lower() else f"{lembaga.nama} {pemda}"
    daftar = list(tahun)
    return {
        "perangkat_daerah": nama,
        "pemda": pemda,
        "periode": _periode(dokumen.periode.nama),
        "tahun": str(dokumen.tahun),
        "tahun_awal": str(daftar[0]),
        "tahun_akhir": str(daftar[-1]),
        "jumlah_iku": str(banyak),
        "kepala": kepala.nama if kepala else f"Kepala {lembaga.nama}",
    }


def _periode(nama: str) -> str:
    """A bare "2025-2029" reads as a word in a sentence."""
    return f"periode {nama}" if nama[:1].isdigit() else nama
