"""The action plan of a year: targets of the quarters, what is done for them, money, who answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from cascading.baris_tabel import (
    SASARAN_KE_ATAS,
    UANG,
    Baris,
    TabelKolom,
    baris_kotak,
    kolom_sasaran,
    matriks,
    nama_komponen,
    nomor_kotak,
    per_butir,
    per_indikator,
    per_kotak,
    sebut_tujuan,
    tergabung,
    uang,
)
from cascading.isi_laporan import AksiLaporan, IndikatorLaporan, IsiLaporan, KotakLaporan
from cascading.matriks import Matriks
from cascading.matriks_catatan import CatatanPemeriksaan
from cascading.matriks_sel import angka_id
from cascading.set_kolom import Kolom
from kinerja.aturan.triwulan import beda_triwulan
from kinerja.pilihan import Agregasi, JenisNilai

RENAKSI = "renaksi"
ROMAWI = {1: "I", 2: "II", 3: "III", 4: "IV"}
JENJANG = (*SASARAN_KE_ATAS, *UANG)
TIDAK_COCOK = "Target triwulan tidak sesuai target setahun"
Bar = Sequence[Baris[KotakLaporan]]


def tabel_renaksi(isi: IsiLaporan) -> Matriks:
    """A row per indicator or action of a box, whichever are more; actions stand beside."""
    baris = baris_kotak(isi.kotak, JENJANG, lambda k: max(len(k.indikator), len(k.aksi)))
    tahun = isi.tahun
    kolom: list[TabelKolom] = [
        (Kolom("no", "No"), nomor_kotak(baris)),
        (Kolom("tujuan_uraian", "Tujuan"), tergabung(baris, sebut_tujuan, label=True)),
        kolom_sasaran(baris),
        (Kolom("kode", "Kode"), per_kotak(baris, lambda k: k.kode)),
        (Kolom("kegiatan_kode_nama", "Program, Kegiatan dan Sub Kegiatan"),
         per_kotak(baris, nama_komponen, label=True)),
        (Kolom("indikator", "Indikator Kinerja"), per_indikator(baris, lambda i: i.teks)),
        (Kolom("satuan", "Satuan"), per_indikator(baris, lambda i: i.satuan)),
        (Kolom("target_setahun", f"Target {tahun}"),
         per_indikator(baris, lambda i: i.target(tahun), lambda i: beda_setahun(i, tahun))),
        *_triwulan(baris, tahun),
        *(_aksi(baris) if any(k.aksi for k in isi.kotak) else ()),
        (Kolom("rupiah_pagu", "Pagu (Rp)"), uang(baris, lambda k: k.pagu)),
        (Kolom("penanggung_jawab", "Penanggung Jawab"),
         per_kotak(baris, lambda k: k.penanggung_jawab)),
    ]  # fmt: skip
    return matriks(RENAKSI, "Rencana Aksi", kolom, len(baris), ringkasan=_ringkasan(isi),
                   catatan=tuple(temuan_renaksi(isi)))  # fmt: skip


def temuan_renaksi(isi: IsiLaporan) -> Iterator[CatatanPemeriksaan]:
    """Targets of quarters that do not come to that of the year, with their place."""
    for k in isi.kotak:
        for i in k.indikator:
            for teks in beda_setahun(i, isi.tahun):
                yield CatatanPemeriksaan(TIDAK_COCOK, f"{k.sebutan}: {i.teks}", teks)


def beda_setahun(i: IndikatorLaporan, tahun: int) -> tuple[str, ...]:
    """The check line under the target of the year."""
    seri = i.di(tahun)
    if seri.setahun is None or seri.setahun.angka is None:
        return ()
    angka: dict[int, Decimal] = {
        n: t.angka for n, t in seri.target.items()
        if t.jenis == JenisNilai.ANGKA and t.angka is not None
    }  # fmt: skip
    teks = beda_triwulan(seri.agregasi, seri.setahun.angka, angka) if angka else ""
    return (teks,) if teks else ()


def _triwulan(baris: Bar, tahun: int) -> Iterator[TabelKolom]:
    for n, kata in ROMAWI.items():
        yield (
            Kolom(f"target_tw{n}", kata, "Target Triwulan"),
            per_indikator(baris, lambda i, n=n: i.target(tahun, n)),  # type: ignore[misc]
        )


def _aksi(baris: Bar) -> Iterator[TabelKolom]:
    def aksi(k: KotakLaporan) -> Sequence[AksiLaporan]:
        return k.aksi

    yield Kolom("aksi", "Rencana Aksi"), per_butir(baris, aksi, lambda a: a.uraian)
    yield Kolom("sub_aksi", "Sub Rencana Aksi"), per_butir(baris, aksi, lambda a: a.sub)
    for n, kata in ROMAWI.items():
        yield (
            Kolom(f"target_aksi{n}", kata, "Target Rencana Aksi per Triwulan"),
            per_butir(baris, aksi, lambda a, n=n: a.triwulan[n - 1]),  # type: ignore[misc]
        )
    if any(a.penanggung_jawab for b in baris for a in b.kotak.aksi):
        yield (Kolom("pelaksana_aksi", "Pelaksana Aksi"),
               per_butir(baris, aksi, lambda a: a.penanggung_jawab))  # fmt: skip


def _ringkasan(isi: IsiLaporan) -> str:
    """What the table counts, and how quarters come to a year."""
    hitung = [(sum(k.jenjang == j for k in isi.kotak), j.label.lower()) for j in UANG]
    kata = [f"{n} {nama}" for n, nama in hitung if n]
    if isi.akar.pagu is not None:
        kata.append(f"jumlah pagu Rp {angka_id(isi.akar.pagu)}")
    dijumlah = sum(
        i.di(isi.tahun).agregasi == Agregasi.JUMLAH for k in isi.kotak for i in k.indikator
    )
    if dijumlah:
        kata.append(f"{dijumlah} indikator dijumlahkan dari triwulannya")
    return "; ".join(kata)
