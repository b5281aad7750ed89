"""A Pohon that is being approved -> NaskahPohon: sheet of approval, table, diagram, all numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils import timezone

from cascading.matriks_pohon import ada_pengganti, nama_tahap
from cascading.set_kolom import LENGKAP
from kinerja.aturan.angka import format_angka
from kinerja.models import Pohon
from kinerja.pilihan import JenisPohon
from laporan.data_pohon import data_pohon
from laporan.identitas import kop, nama_lengkap
from laporan.naskah_cascading import Pesanan, naskah_cascading
from laporan.naskah_diagram import PesananDiagram, naskah_diagram
from laporan.pdf.naskah import Naskah
from laporan.pdf.naskah_diagram import NaskahDiagram
from laporan.pdf.naskah_perjanjian import Cap
from laporan.pdf.naskah_pohon import KotakData, NaskahPohon


@dataclass(frozen=True)
class BahanPohon:
    """What takes long to read, as it was in version ``versi``; the year is that of the table."""

    versi: int
    tahun: int
    tabel: Naskah | None
    diagram: NaskahDiagram | None
    data: tuple[KotakData, ...]


def baca_bahan(pohon: Pohon, pada: datetime) -> BahanPohon:
    """Everything but what only the approval knows. A fixed number of queries for each year."""
    hari = timezone.localtime(pada).date()
    tahun = pohon.periode.tahun_bawaan(hari)
    data = data_pohon(pohon)
    tabel: Naskah | None = None
    diagram: NaskahDiagram | None = None
    if data and pohon.jenis != JenisPohon.POHON_KINERJA:
        pesanan = Pesanan(pohon, LENGKAP, tahun, seluruh=ada_pengganti(pohon))
        tabel = naskah_cascading(pesanan, pada=hari)
        matriks = replace(tabel.matriks, catatan=())
        tabel = replace(tabel, status="Disetujui", matriks=matriks)
    if data:
        diagram = naskah_diagram(PesananDiagram(pohon, tahun), pada=hari)
    return BahanPohon(pohon.versi, tahun, tabel, diagram, data)


def susun_naskah_pohon(pohon: Pohon, bahan: BahanPohon, cap: Cap, pada: datetime) -> NaskahPohon:
    """With what it carries once approved; ``pohon`` is the approved row."""
    hari = timezone.localtime(pada).date()
    saat = timezone.localtime(pada).isoformat(timespec="seconds")
    lembaga = nama_lengkap(pohon.perangkat_daerah, hari)
    masa = f"Tahun {pohon.periode.tahun_awal}-{pohon.periode.tahun_akhir}"
    judul = (f"{pohon.sebutan} {lembaga}", masa)
    kaki = f"{' '.join(judul)} · kode {cap.kode}, versi {cap.versi}, {cap.waktu}"
    tetap: dict[str, Any] = {"konsep": False, "kaki": kaki, "diubah": saat}
    return NaskahPohon(
        kop=kop(pohon.perangkat_daerah, hari),
        judul=judul,
        rincian=tuple(_rincian(pohon, bahan.data, bahan.tahun)),
        cap=cap,
        kaki=kaki,
        waktu=saat,
        penulis=lembaga,
        tabel=replace(bahan.tabel, **tetap) if bahan.tabel else None,
        diagram=replace(bahan.diagram, **tetap) if bahan.diagram else None,
        data=bahan.data,
        tahun=tuple(map(str, pohon.periode.daftar_tahun())),
        versi_isi=pohon.versi,
    )


def _rincian(pohon: Pohon, data: tuple[KotakData, ...], tahun: int) -> list[tuple[str, str]]:
    """What the sheet of approval says of the document."""
    indikator = sum(len(k.indikator) for k in data)
    pagu = sum((k.pagu or {}).get(str(tahun), 0) for k in data if not k.induk)
    tahap = nama_tahap(pohon, tahun)
    hasil = [
        ("Jenis dokumen", pohon.sebutan),
        ("Edisi", str(pohon.edisi)),
        ("Periode", str(pohon.periode)),
        ("Isi", f"{format_angka(len(data))} kotak, {format_angka(indikator)} indikator"),
        ("Angka yang dicetak", f"tahun {tahun}" + (f", tahap {tahap}" if tahap else "")),
    ]
    if pagu:
        hasil.append((f"Pagu tahun {tahun}", f"Rp {format_angka(pagu)}"))
    if pohon.versi_nomenklatur:
        hasil.append(("Nomenklatur", str(pohon.versi_nomenklatur)))
    return hasil
