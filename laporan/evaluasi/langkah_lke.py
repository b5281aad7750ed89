"""Steps of an LKE: submit, return, make final with its report. One transaction each."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from kinerja.aturan.temuan import Temuan, tolak, tolak_bila
from kinerja.pembekuan import PENGGANTI_ALAMAT
from laporan.aturan.keaslian import kode_tercetak
from laporan.evaluasi.baca_lke import IsiLke, baca_lke
from laporan.evaluasi.naskah_lke import naskah_beku, naskah_lke
from laporan.evaluasi.wewenang_lke import kabari
from laporan.identitas import waktu
from laporan.models import Dokumen, Lke
from laporan.pdf.naskah_lke import NaskahLke
from laporan.pdf.naskah_perjanjian import Cap
from laporan.pengesahan import PEMBUAT, cetak_dokumen
from laporan.pilihan import JenisDokumen

if TYPE_CHECKING:
    from kinerja.models import Pengguna

TERSEBUT = 10
"""Findings that a refusal names; the page has them all."""


@transaction.atomic
def langkahkan_lke(
    lke: Lke, kata_kerja: str, *, versi: int, oleh: Pengguna, pada: datetime, alasan: str = "",
    alamat: str = "",
) -> None:  # fmt: skip
    """``versi`` is what stood on the screen; ``alamat`` where anybody can check the report, with
    KODE in place of its code. Raises AturanDilanggar.
    """
    lke._kunci()
    lke.periksa_langkah(kata_kerja, versi)
    isi: dict[str, Any] = {}
    if kata_kerja == "ajukan":
        _bersih(baca_lke(lke).temuan_pengajuan)
    if kata_kerja == "finalkan":
        isi = _finalkan(lke, oleh, pada, alamat)
    lke.melangkah(kata_kerja, versi=versi, oleh=oleh, pada=pada, alasan=alasan, **isi)
    kabari(lke, kata_kerja, oleh=oleh, pada=pada)


def _finalkan(lke: Lke, oleh: Pengguna, pada: datetime, alamat: str) -> dict[str, Any]:
    """Grades go into their rows, the report is frozen; answers what the step stores."""
    isi = baca_lke(lke)
    _bersih(isi.temuan_final)
    nilai, predikat = isi.penilaian.nilai, isi.penilaian.predikat
    if nilai is None or predikat is None:
        raise tolak("TANPA_PREDIKAT", "Nilainya belum dapat dihitung; periksa instrumennya.")
    for kode, satu in isi.penilaian.sub.items():
        baris = isi.sub[kode]
        baris.bertahan_lke, baris.penuh = isi.bertahan.get(kode, 0), satu.penuh
        baris.grade = satu.grade.nama if satu.grade else ""
        baris.save(update_fields=["bertahan_lke", "penuh", "grade"])
    lke.tanggal = lke.tanggal or timezone.localtime(pada).date()
    _bekukan(isi, oleh, pada, alamat)
    return {"nilai": nilai, "predikat": predikat.nama, "tanggal": lke.tanggal}


def _bekukan(isi: IsiLke, oleh: Pengguna, pada: datetime, alamat: str) -> None:
    lke, kode = isi.lke, Dokumen.kode_baru()
    cap = Cap(
        kode=kode_tercetak(kode),
        alamat=alamat.replace(PENGGANTI_ALAMAT, kode_tercetak(kode)),
        waktu=waktu(pada),
        persetujuan=f"Dinyatakan final oleh {oleh} pada {waktu(pada)}.",
    )
    naskah = replace(
        naskah_lke(isi, pada=pada),
        cap=cap,
        status="Final",
        kaki=f"Laporan Hasil Evaluasi {lke} · versi 1, {cap.waktu}",
        waktu=timezone.localtime(pada).isoformat(timespec="seconds"),
    )
    beku = Dokumen.bekukan(
        cuplikan_lke(naskah), kode=kode, jenis=JenisDokumen.LHE, asal=lke.pk,
        perangkat_daerah=lke.perangkat_daerah, tahun=lke.tahun, judul=" ".join(naskah.judul),
        nomor=lke.nomor, tanggal=lke.tanggal, oleh=oleh, pada=pada,
    )  # fmt: skip
    transaction.on_commit(lambda: cetak_dokumen.enqueue(beku.pk))


def cuplikan_lke(naskah: NaskahLke) -> dict[str, Any]:
    """What is frozen: the naskah, and what the public page says."""
    isi: dict[str, Any] = json.loads(naskah.ke_json())
    p = naskah.kanan
    if p is not None and p.nama:
        isi["para_pihak"] = [{"sebagai": "Evaluator", "nama": p.nama, "jabatan": p.jabatan}]
    isi["persetujuan"] = naskah.cap.persetujuan if naskah.cap else ""
    return isi


def _bersih(temuan: Iterable[Temuan]) -> None:
    galat = [t for t in temuan if t.menghalangi]
    if len(galat) > TERSEBUT:
        sisa = Temuan(kode="MASIH_ADA", pesan=f"Dan {len(galat) - TERSEBUT} hal lain.")
        galat = [*galat[:TERSEBUT], sisa]
    tolak_bila(galat)


def cetak_lhe(beku: Dokumen) -> bytes:
    """The PDF of a frozen report: its data and the sheet lie inside."""
    from laporan.pdf.lhe import cetak_beku

    return cetak_beku(naskah_beku(beku), beku.cuplikan)


PEMBUAT[JenisDokumen.LHE] = cetak_lhe
