"""Freeze the report of a quarter the moment it is verified; say when its figures changed since."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from kinerja.aturan.pengukuran import sebut
from kinerja.models import Pengukuran, Pohon, Riwayat
from kinerja.pembekuan import PENGGANTI_ALAMAT
from kinerja.ringkasan_ukur import berubah_sesudah
from laporan.aturan.keaslian import kode_tercetak, naskah_baku
from laporan.identitas import waktu
from laporan.models import Dokumen
from laporan.naskah_kinerja import PENGUKURAN, PesananKinerja, naskah_kinerja
from laporan.pdf.naskah import Naskah, baca_naskah
from laporan.pengesahan import PEMBUAT, cetak_dokumen
from laporan.pilihan import JenisDokumen, SebabGanti

if TYPE_CHECKING:
    from kinerja.models import Pengguna

KERTAS = "A3"


def bekukan_ukur(ukuran: Pengukuran, oleh: Pengguna, pada: datetime, alamat: str) -> None:
    """Inside the transaction of the step. A quarter that is verified again replaces its report.

    ``Dokumen.asal`` is the event of the step, which is in the history once.
    """
    pohon = ukuran.pohon
    if pohon.jenis != "CASCADING":
        return
    kode, lama = Dokumen.kode_baru(), dokumen_ukur(pohon, ukuran.tahun, ukuran.triwulan)
    pesanan = PesananKinerja(pohon, PENGUKURAN, ukuran.tahun, ukuran.triwulan)
    naskah = naskah_kinerja(pesanan, pada=timezone.localtime(pada).date())
    ke = alamat.replace(PENGGANTI_ALAMAT, kode_tercetak(kode))
    naskah = replace(naskah, kaki=" · ".join(
        b for b in (naskah.kaki, f"kode {kode_tercetak(kode)}", ke) if b
    ))  # fmt: skip
    langkah = Riwayat.objects.filter(perangkat_daerah=pohon.perangkat_daerah, pohon=None)
    beku = Dokumen.bekukan(
        cuplikan_ukur(naskah, ukuran, f"Diverifikasi {oleh} pada {waktu(pada)}."), kode=kode,
        jenis=JenisDokumen.PENGUKURAN, asal=langkah.latest("nomor").pk,
        perangkat_daerah=pohon.perangkat_daerah, tahun=ukuran.tahun,
        judul=" ".join(naskah.judul)[:300], tanggal=timezone.localtime(pada).date(),
        menggantikan=lama, sebab_ganti=SebabGanti.PEMBETULAN if lama else "", oleh=oleh, pada=pada,
    )  # fmt: skip
    transaction.on_commit(lambda: cetak_dokumen.enqueue(beku.pk))


def cuplikan_ukur(naskah: Naskah, ukuran: Pengukuran, persetujuan: str) -> dict[str, Any]:
    """What is frozen: the naskah, which quarter of which document, what the public page says."""
    isi: dict[str, Any] = json.loads(naskah.ke_json())
    p = naskah.kanan
    isi["para_pihak"] = [{"sebagai": "Disusun oleh", "nama": p.nama, "jabatan": p.jabatan}
                         ] if p else []  # fmt: skip
    return isi | {"persetujuan": persetujuan, "triwulan": ukuran.triwulan,
                  "dokumen": kunci_dokumen(ukuran.pohon)}  # fmt: skip


def kunci_dokumen(pohon: Pohon) -> str:
    """The same for every edition of a document."""
    return f"{pohon.periode_id}:{pohon.jenis}:{pohon.judul}"


def dokumen_ukur(pohon: Pohon, tahun: int, triwulan: int) -> Dokumen | None:
    """The report that a quarter was frozen as last, of whatever edition."""
    daftar = Dokumen.objects.filter(
        jenis=JenisDokumen.PENGUKURAN, perangkat_daerah=pohon.perangkat_daerah, tahun=tahun,
        cuplikan__triwulan=triwulan, cuplikan__dokumen=kunci_dokumen(pohon),
    )  # fmt: skip
    return daftar.order_by("-pk").first()


def naskah_beku_ukur(beku: Dokumen) -> Naskah:
    return baca_naskah(naskah_baku(beku.cuplikan).decode())


def kalimat_berubah(beku: Dokumen) -> str:
    """ "Angka … berubah sesudah dibekukan, terakhir …", or nothing."""
    pohon, triwulan = _pohon(beku), beku.cuplikan["triwulan"]
    akhir = berubah_sesudah(pohon, beku.tahun, triwulan, beku.dibuat_pada) if pohon else None
    if akhir is None:
        return ""
    masa = sebut(beku.tahun, triwulan)
    return f"Angka {masa} berubah sesudah dibekukan, terakhir {waktu(akhir)}."


def _pohon(beku: Dokumen) -> Pohon | None:
    """The edition that holds the figures now."""
    periode, jenis, judul = beku.cuplikan["dokumen"].split(":", 2)
    milik = Pohon.objects.filter(
        perangkat_daerah=beku.perangkat_daerah, periode=periode, jenis=jenis, judul=judul
    ).order_by("edisi")
    akhir = milik.last()
    nomor = akhir.edisi_berlaku() if akhir else None
    return milik.filter(edisi=nomor).first() if nomor else akhir


def cetak_ukur(beku: Dokumen) -> bytes:
    """The PDF of a frozen report, out of its snapshot alone."""
    from laporan.pdf.cascading import cetak

    return cetak(naskah_beku_ukur(beku), KERTAS)


PEMBUAT[JenisDokumen.PENGUKURAN] = cetak_ukur
