"""What the page of reports offers for a year and a quarter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from cascading.pilihan import BagianLkjip
from cascading.renaksi import ROMAWI
from kinerja.models import Pengguna, Pohon
from kinerja.pilihan import Peran
from laporan.naskah_kinerja import E81, PENGUKURAN, RENAKSI, TARGET
from laporan.naskah_lkjip import LKJIP

BERKAS = (("pdf", "PDF"), ("xlsx", "Excel"))


@dataclass(frozen=True)
class TawaranLaporan:
    """One report: ``laporan`` and ``triwulan`` as asked for, ``tautan`` (address, words) to where
    it is written.
    """

    kode: str
    laporan: str
    triwulan: int
    judul: str
    keterangan: str
    tautan: tuple[tuple[str, str], ...] = ()
    berkas: tuple[tuple[str, str], ...] = BERKAS
    kertas: tuple[str, ...] = ("A3", "F4")


def tawaran_kinerja(
    pohon: Pohon, tahun: int, triwulan: int, pengguna: Pengguna
) -> list[TawaranLaporan]:
    """In the order of the year; with the pages that the reader may write."""
    kata = ROMAWI[triwulan]
    return [
        TawaranLaporan(
            RENAKSI, RENAKSI, 0, f"Rencana aksi {tahun}",
            "Target tiap triwulan, rencana aksi, pagu, dan penanggung jawab; target triwulan "
            "yang tidak sesuai target setahun diberi catatan.",
            ((f"{reverse('rencana-aksi', args=[pohon.pk])}?tahun={tahun}", "Buka rencana aksi"),),
        ),
        TawaranLaporan(
            "triwulan", PENGUKURAN, triwulan, f"Pengukuran kinerja triwulan {kata} {tahun}",
            "Target, realisasi, dan capaian triwulan ini dan s.d. triwulan ini, serapan, "
            "hambatan, solusi, dan bukti.",
        ),
        TawaranLaporan(
            "tahunan", PENGUKURAN, 0, f"Pengukuran kinerja tahun {tahun}",
            "Realisasi keempat triwulan terhadap target setahun, dengan cara menghitungnya.",
        ),
        TawaranLaporan(
            E81, E81, triwulan, f"Form E.81 s.d. triwulan {kata} {tahun}",
            "Evaluasi hasil Renja: 16 kolom, kinerja dan rupiah, dengan baris penutup dan dua "
            "tanda tangan.", tuple(_kaki_e81(pohon, tahun, triwulan, pengguna)),
        ),
        TawaranLaporan(
            TARGET, TARGET, 0, f"Target awal dan target perubahan {tahun}",
            "Target setahun dan triwulan serta pagu, pada tahap pertama dan sekarang, dengan "
            "alasan dan siapa yang mengubahnya.",
        ),
        TawaranLaporan(
            LKJIP, LKJIP, 0, f"LKjIP {tahun}, Bab III",
            "Target dan realisasi, perbandingan dengan tahun lalu dan target jangka menengah, "
            "penyebab dan solusi, efisiensi, program penunjang, realisasi anggaran. Berkas Word "
            "dapat disunting lagi.", tuple(_bagian_lkjip(pohon, tahun, pengguna)),
            (BERKAS[0], ("docx", "Word"), BERKAS[1]), (),
        ),
    ]  # fmt: skip


def _bagian_lkjip(pohon: Pohon, tahun: int, pengguna: Pengguna) -> Iterator[tuple[str, str]]:
    """Where the words of each part are written."""
    if pengguna.menyusun(pohon.perangkat_daerah):
        for bagian in BagianLkjip:
            alamat = reverse("lkjip-uraian", args=[pohon.pk, bagian.value])
            yield f"{alamat}?tahun={tahun}", str(bagian.label)


def _kaki_e81(
    pohon: Pohon, tahun: int, triwulan: int, pengguna: Pengguna
) -> Iterator[tuple[str, str]]:
    masa = f"?tahun={tahun}&triwulan={triwulan}"
    if pengguna.menyusun(pohon.perangkat_daerah):
        yield (f"{reverse('evaluasi-faktor', args=[pohon.pk])}{masa}",
               "Faktor pendorong dan penghambat")  # fmt: skip
    if pengguna.punya_peran({Peran.BAPPEDA}, pohon.perangkat_daerah.pemda_atau_diri()):
        yield f"{reverse('evaluasi-tindak-lanjut', args=[pohon.pk])}{masa}", "Tindak lanjut"
