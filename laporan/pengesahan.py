"""Agree and freeze: one transaction. The PDF is made after it, from the snapshot alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from cascading.aturan.perjanjian import periksa_bersih, periksa_dilihat
from cascading.models import PerjanjianKinerja
from cascading.wewenang_perjanjian import jabatan_penyetuju, penyetuju
from kinerja.aturan.tanggal import tanggal
from kinerja.aturan.temuan import tolak, tolak_bila
from kinerja.models import Pejabat
from kinerja.pembekuan import PENGGANTI_ALAMAT
from laporan.aturan.berkas_masuk import periksa_pindaian, tipe_berkas
from laporan.aturan.keaslian import kode_tercetak
from laporan.identitas import waktu
from laporan.models import BerkasDokumen, Dokumen
from laporan.naskah_perjanjian import cuplikan_dari, naskah_beku, siap_cetak, susun_naskah
from laporan.pdf.naskah_perjanjian import Cap
from laporan.pilihan import JenisBerkas, JenisDokumen

if TYPE_CHECKING:
    from kinerja.models import Pengguna

SEMENIT = 60


@dataclass(frozen=True)
class BuktiSetuju:
    """A superior agreed outside the system: on which day, and the scan that says so."""

    tanggal: date
    nama: str
    isi: bytes


def sahkan_perjanjian(
    perjanjian: PerjanjianKinerja,
    *,
    dilihat: str,
    oleh: Pengguna,
    pada: datetime,
    alamat: str = "",
    bukti: BuktiSetuju | None = None,
) -> Dokumen:
    """Lock, check, freeze, step, record; all or nothing. Raises AturanDilanggar.

    ``dilihat`` is the fingerprint of what stood on the screen; ``alamat`` the public address of a
    document with KODE in the place of its code, for the QR.
    """
    if bukti is not None:
        tolak_bila(periksa_pindaian(bukti.isi))
    hari = timezone.localtime(pada).date()
    kedua = _pihak_kedua(perjanjian, bukti.tanggal if bukti else hari, hari)
    hasil: list[Dokumen] = []
    with transaction.atomic():
        kata_kerja = "catat_persetujuan" if bukti else "setujui"
        perjanjian.setujui(
            lambda p: hasil.append(_bekukan(p, dilihat, kata_kerja, oleh, pada, alamat, bukti)),
            pihak_kedua=kedua,
            oleh=oleh,
            pada=pada,
            kata_kerja=kata_kerja,
        )
        if bukti is not None:
            _simpan_bukti(hasil[0], bukti, oleh, pada)
        transaction.on_commit(lambda: cetak_dokumen.enqueue(hasil[0].pk))
    return hasil[0]


def pastikan_cetakan(dokumen: Dokumen) -> BerkasDokumen:
    """The print of a frozen document, made now when the worker has not come to it yet."""
    ada = dokumen.berkas.filter(jenis=JenisBerkas.CETAK).first()
    if ada is not None:
        return ada
    isi = PEMBUAT[dokumen.jenis](dokumen)
    return BerkasDokumen.tambah(
        dokumen,
        isi,
        jenis=JenisBerkas.CETAK,
        nama=f"{dokumen.judul}.pdf",
        oleh=dokumen.dibuat_oleh,
        pada=dokumen.dibuat_pada,
    )


def buat_cap(kode: str, persetujuan: str, alamat: str, pada: datetime, lama: Dokumen | None) -> Cap:
    """What a document carries that is frozen now; ``lama`` is the one that it replaces."""
    return Cap(
        kode=kode_tercetak(kode),
        alamat=alamat.replace(PENGGANTI_ALAMAT, kode_tercetak(kode)),
        waktu=waktu(pada),
        persetujuan=persetujuan,
        versi=lama.versi + 1 if lama else 1,
    )


def minta_cetakan(dokumen: Dokumen) -> BerkasDokumen | None:
    """The print if it is there; else the worker is asked for it, once a minute at most."""
    ada = dokumen.berkas.filter(jenis=JenisBerkas.CETAK).first()
    if ada is None and dokumen.jenis in PEMBUAT and cache.add(f"cetak:{dokumen.pk}", 1, SEMENIT):
        cetak_dokumen.enqueue(dokumen.pk)
    return ada


@task()
def cetak_dokumen(dokumen_id: int) -> str:
    """In the worker; the same bytes whoever makes them."""
    return pastikan_cetakan(Dokumen.objects.get(pk=dokumen_id)).sha256


def _cetak_perjanjian(dokumen: Dokumen) -> bytes:
    from laporan.pdf.perjanjian import cetak_beku

    return cetak_beku(naskah_beku(dokumen), dokumen.cuplikan)


PEMBUAT: dict[str, Callable[[Dokumen], bytes]] = {JenisDokumen.PERJANJIAN: _cetak_perjanjian}
"""Snapshot -> bytes by kind; another room adds its own."""


def _pihak_kedua(p: PerjanjianKinerja, setuju: date, hari: date) -> Pejabat | None:
    """Who holds the superior position on the day of the agreement."""
    if setuju > hari:
        raise tolak("TANGGAL_SETUJU", "Tanggal persetujuan tidak boleh sesudah hari ini.")
    pejabat = penyetuju(p, setuju)
    if pejabat is None:
        jabatan = jabatan_penyetuju(p)
        siapa = jabatan.nama if jabatan else "jabatan atasan"
        raise tolak("PIHAK_KEDUA_KOSONG", f"Tidak ada pejabat {siapa} pada {tanggal(setuju)}.")
    return pejabat


def _bekukan(
    p: PerjanjianKinerja,
    dilihat: str,
    kata_kerja: str,
    oleh: Pengguna,
    pada: datetime,
    alamat: str,
    bukti: BuktiSetuju | None,
) -> Dokumen:
    """Under the lock of the agreement: what is computed now must be what was seen."""
    hari = bukti.tanggal if bukti else timezone.localtime(pada).date()
    siap = siap_cetak(p, hari)
    tolak_bila(
        periksa_dilihat(dilihat, siap_cetak(p, timezone.localtime(pada).date()).sidik)
        or periksa_bersih(kata_kerja, siap.temuan)
    )
    kode = Dokumen.kode_baru()
    lama = Dokumen.objects.dari(JenisDokumen.PERJANJIAN, p.menggantikan_id or 0)
    cap = buat_cap(kode, _kalimat(p, oleh, pada, bukti), alamat, pada, lama)
    naskah = susun_naskah(siap, pada, cap)
    return Dokumen.bekukan(
        cuplikan_dari(naskah, siap.bentuk), kode=kode, jenis=JenisDokumen.PERJANJIAN, asal=p.pk,
        perangkat_daerah=p.perangkat_daerah, tahun=p.tahun, judul=str(p), nomor=p.nomor,
        tanggal=p.tanggal, menggantikan=lama, sebab_ganti=p.sebab if lama else "", oleh=oleh,
        pada=pada,
    )  # fmt: skip


def _kalimat(
    p: PerjanjianKinerja, oleh: Pengguna, pada: datetime, bukti: BuktiSetuju | None
) -> str:
    """Who agreed and when, as history, page, file and verification say it."""
    pejabat = p.pihak_kedua
    siapa = f"{pejabat.jabatan.nama} ({pejabat.pegawai.nama})" if pejabat else str(oleh)
    if bukti is None:
        return f"Disetujui {siapa} pada {waktu(pada)}."
    return (
        f"Persetujuan {siapa} tanggal {tanggal(bukti.tanggal)} dicatat oleh {oleh} berdasarkan "
        f"berkas pada {waktu(pada)}."
    )


def _simpan_bukti(dokumen: Dokumen, bukti: BuktiSetuju, oleh: Pengguna, pada: datetime) -> None:
    kalimat = f"Berkas persetujuan tanggal {tanggal(bukti.tanggal)}, dicatat oleh {oleh}."
    BerkasDokumen.tambah(
        dokumen, bukti.isi, jenis=JenisBerkas.PINDAIAN, nama=bukti.nama,
        tipe=tipe_berkas(bukti.isi), keterangan={"kalimat": [kalimat]}, oleh=oleh, pada=pada,
    )  # fmt: skip
