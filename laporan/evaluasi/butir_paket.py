"""What a package holds of one agency and year: each kind lists its files, made when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from django.db.models import Max

from cascading.bahan_perjanjian import BacaanLembaga, pohon_berlaku
from cascading.models import PerjanjianKinerja, ambil_set
from cascading.set_kolom import LENGKAP
from iku.models import DokumenIku
from kinerja.models import Bukti, PerangkatDaerah, Pohon, Riwayat
from kinerja.pilihan import JenisPohon, StatusPengukuran
from laporan.cetakan import Cetakan
from laporan.models import BerkasDokumen, Dokumen
from laporan.naskah_cascading import Pesanan, cetakan_cascading
from laporan.naskah_diagram import PesananDiagram, cetakan_diagram
from laporan.naskah_iku import cetakan_iku, dokumen_beku
from laporan.naskah_kinerja import (
    PENGUKURAN,
    RENAKSI,
    PesananKinerja,
    cetakan_kinerja,
    status_ukur,
)
from laporan.naskah_perjanjian import siap_cetak, susun_naskah
from laporan.pengesahan import pastikan_cetakan
from laporan.pilihan import JenisBerkas, JenisDokumen
from laporan.pohon_beku import pohon_beku

Isi = Path | bytes


@dataclass(frozen=True)
class Butir:
    """One file: ``ambil`` gives a path or the bytes. Evidence that is an address has ``tautan``."""

    nama: str
    tahun: int
    status: str
    akhiran: str = "pdf"
    ambil: Callable[[], Isi] | None = None
    tautan: str = ""


Daftar = Callable[[PerangkatDaerah, int, date], Iterable[Butir]]


@dataclass(frozen=True)
class JenisPaket:
    """A kind of file; ``nama`` is its folder and what index and CSV call it."""

    nama: str
    daftar: Daftar


def cetak(buat: Callable[[], Cetakan]) -> Isi:
    """A draft from the render cache, made only where it is not there yet."""
    cetakan = buat()
    return cetakan.berkas() or cetakan.buat()


def beku(pk: int) -> Isi:
    """The print of a frozen document, as it is stored."""
    return bytes(pastikan_cetakan(Dokumen.objects.get(pk=pk)).isi)


def cascading(lembaga: PerangkatDaerah, tahun: int, hari: date) -> Iterator[Butir]:
    for p in pohon_berlaku([lembaga.pk], JenisPohon.CASCADING, tahun):
        yield _pohon(p, tahun, partial(_tabel, p, tahun, hari))


def pohon(lembaga: PerangkatDaerah, tahun: int, hari: date) -> Iterator[Butir]:
    """Pohon kinerja, and the RPJMD of a pemda, as drawn."""
    for jenis in (JenisPohon.POHON_KINERJA, JenisPohon.RPJMD):
        for p in pohon_berlaku([lembaga.pk], jenis, tahun):
            yield _pohon(p, tahun, partial(_diagram, p, tahun, hari))


def iku(lembaga: PerangkatDaerah, tahun: int, hari: date) -> Iterator[Butir]:
    daftar = DokumenIku.objects.filter(perangkat_daerah=lembaga, tahun=tahun)
    for d in daftar.select_related("perangkat_daerah__pemda", "periode").order_by("pk"):
        asli = dokumen_beku(d)
        ambil = partial(beku, asli.pk) if asli else partial(cetak, partial(_iku, d, hari))
        yield Butir(str(d), tahun, str(d.get_status_display()), ambil=ambil)
        yield from _bertanda_tangan(JenisDokumen.IKU, d.pk, tahun)


def perjanjian(lembaga: PerangkatDaerah, tahun: int, hari: date) -> Iterator[Butir]:
    """Every agreement of the year, replaced ones too, with what was signed."""
    bacaan: dict[str, BacaanLembaga] = {}
    semua = PerjanjianKinerja.objects.filter(perangkat_daerah=lembaga, tahun=tahun)
    for p in semua.lengkap().order_by("jabatan__nama", "jabatan_id", "urutan"):
        asli = Dokumen.objects.dari(JenisDokumen.PERJANJIAN, p.pk) if p.beku else None
        ambil = (
            partial(beku, asli.pk)
            if asli
            else partial(cetak, partial(_perjanjian, p, hari, bacaan))
        )
        nama = f"{p.jabatan.nama} {p.urutan}" if p.urutan > 1 else p.jabatan.nama
        yield Butir(nama, tahun, str(p.get_status_display()), ambil=ambil)
        yield from _bertanda_tangan(JenisDokumen.PERJANJIAN, p.pk, tahun)


def kinerja(laporan: str, lembaga: PerangkatDaerah, tahun: int, hari: date) -> Iterator[Butir]:
    """A report of the year (``jenis_cetak`` kind) of each cascading in force."""
    for p in pohon_berlaku([lembaga.pk], JenisPohon.CASCADING, tahun):
        nama = " ".join(filter(None, (f"Tahun {tahun}", p.judul)))
        status = _status_laporan(p, laporan, tahun)
        buat = partial(_kinerja, PesananKinerja(p, laporan, tahun), hari)
        yield Butir(nama, tahun, status, ambil=partial(cetak, buat))


def pengukuran(lembaga: PerangkatDaerah, tahun: int, hari: date) -> Iterator[Butir]:
    """The reports of verified quarters as they were frozen, then the year as it stands."""
    yield from sudah_beku(JenisDokumen.PENGUKURAN, lembaga, tahun, hari)
    yield from kinerja(PENGUKURAN, lembaga, tahun, hari)


def sudah_beku(jenis: str, lembaga: PerangkatDaerah, tahun: int, hari: date) -> Iterator[Butir]:
    """Frozen documents of a kind that nothing replaced, with what was signed."""
    milik = Dokumen.objects.filter(jenis=jenis, perangkat_daerah=lembaga, tahun=tahun)
    for d in milik.filter(pengganti__isnull=True).defer("cuplikan").order_by("pk"):
        yield Butir(d.judul, tahun, "Disahkan", ambil=partial(beku, d.pk))
        for b in d.berkas.exclude(jenis=JenisBerkas.CETAK).defer("isi").order_by("pk"):
            yield _berkas(b, f"{d.judul} {b.get_jenis_display()}", tahun)


def bukti(lembaga: PerangkatDaerah, tahun: int, hari: date) -> Iterator[Butir]:
    """Evidence of realisasi, by quarter."""
    daftar = Bukti.objects.filter(perangkat_daerah=lembaga, tahun=tahun)
    for b in daftar.order_by("triwulan", "pk"):
        nama = f"TW{b.triwulan} {b.nama.rpartition('.')[0] or b.nama}" if b.sha256 else b.nama
        ambil = partial(_isi_berkas, b.jalur) if b.sha256 else None
        yield Butir(nama, tahun, str(b.get_triwulan_display()), b.akhiran, ambil, b.tautan)


def arsip(lembaga: PerangkatDaerah, tahun: int, hari: date) -> Iterator[Butir]:
    """What was signed before the system was there."""
    milik = BerkasDokumen.objects.filter(
        dokumen__jenis=JenisDokumen.ARSIP, dokumen__perangkat_daerah=lembaga, dokumen__tahun=tahun
    )
    for b in milik.defer("isi").select_related("dokumen").order_by("pk"):
        yield _berkas(b, b.dokumen.judul, tahun)


DAFTAR = (
    JenisPaket("Cascading", cascading),
    JenisPaket("Pohon kinerja", pohon),
    JenisPaket("IKU", iku),
    JenisPaket("Perjanjian Kinerja", perjanjian),
    JenisPaket("Rencana aksi", partial(kinerja, RENAKSI)),
    JenisPaket("Pengukuran", pengukuran),
    JenisPaket("LHE", partial(sudah_beku, JenisDokumen.LHE)),
    JenisPaket("Bukti", bukti),
    JenisPaket("Dokumen lama", arsip),
)
"""In the order of index and folders; another kind of document joins with a line."""


def _pohon(p: Pohon, tahun: int, buat: Callable[[], Cetakan]) -> Butir:
    asli = pohon_beku(p)
    nama = f"{p.sebutan} {p.periode}" + (f" edisi {p.edisi}" if p.edisi > 1 else "")
    ambil = partial(beku, asli.pk) if asli else partial(cetak, buat)
    return Butir(nama, tahun, str(p.get_status_display()), ambil=ambil)


def _tabel(p: Pohon, tahun: int, hari: date) -> Cetakan:
    pesanan = Pesanan(p, ambil_set(p.perangkat_daerah, LENGKAP.nama), tahun)
    return cetakan_cascading(pesanan, kertas="A3", akhiran="pdf", pada=hari)


def _diagram(p: Pohon, tahun: int, hari: date) -> Cetakan:
    return cetakan_diagram(PesananDiagram(p, tahun), kertas="A3", akhiran="pdf", pada=hari)


def _kinerja(pesanan: PesananKinerja, hari: date) -> Cetakan:
    return cetakan_kinerja(pesanan, kertas="A3", akhiran="pdf", pada=hari)


def _status_laporan(p: Pohon, laporan: str, tahun: int) -> str:
    """A plan stands as its document does, a measuring as the last quarter that is due."""
    if laporan == RENAKSI:
        return str(p.get_status_display())
    return str(StatusPengukuran(status_ukur(PesananKinerja(p, laporan, tahun))).label)


def _iku(d: DokumenIku, hari: date) -> Cetakan:
    return cetakan_iku(d, akhiran="pdf", pada=hari)


def _perjanjian(p: PerjanjianKinerja, hari: date, bacaan: dict[str, BacaanLembaga]) -> Cetakan:
    """Dated by the last change of the agency: the same data are the same file, whoever asks."""
    tahap = p.tahap.kode
    if tahap not in bacaan:
        bacaan[tahap] = BacaanLembaga(p.perangkat_daerah, p.tahun, tahap)
    milik = Riwayat.objects.filter(perangkat_daerah=p.perangkat_daerah_id)
    pada = milik.aggregate(akhir=Max("pada"))["akhir"]
    naskah = susun_naskah(siap_cetak(p, hari, bacaan[tahap]), pada)
    return Cetakan("perjanjian", naskah, "F4", "pdf", str(p))


def _bertanda_tangan(jenis: str, asal: int, tahun: int) -> Iterator[Butir]:
    """Scans and signed files of a frozen document."""
    milik = BerkasDokumen.objects.filter(dokumen__jenis=jenis, dokumen__asal=asal)
    daftar = milik.exclude(jenis=JenisBerkas.CETAK).defer("isi").select_related("dokumen")
    for b in daftar.order_by("pk"):
        yield _berkas(b, f"{b.dokumen.judul} {b.get_jenis_display()}", tahun)


def _berkas(b: BerkasDokumen, nama: str, tahun: int) -> Butir:
    akhiran = {"image/png": "png", "image/jpeg": "jpg"}.get(b.tipe, "pdf")
    ambil = partial(_isi_dokumen, b.pk)
    return Butir(nama, tahun, str(b.get_jenis_display()), akhiran, ambil)


def _isi_dokumen(pk: int) -> Isi:
    return bytes(BerkasDokumen.objects.get(pk=pk).isi)


def _isi_berkas(jalur: Path) -> Isi:
    return jalur
