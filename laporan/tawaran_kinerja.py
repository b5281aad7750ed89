"""What the page of reports offers for a year and a quarter."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from cascading.renaksi import ROMAWI
from kinerja.models import Pohon
from laporan.naskah_kinerja import E81, PENGUKURAN, RENAKSI, TARGET

BERKAS = (("pdf", "PDF"), ("xlsx", "Excel"))


@dataclass(frozen=True)
class TawaranLaporan:
    """One report: ``laporan`` and ``triwulan`` as asked for, ``alamat`` where it is written."""

    kode: str
    laporan: str
    triwulan: int
    judul: str
    keterangan: str
    alamat: str = ""
    ajakan: str = ""
    berkas: tuple[tuple[str, str], ...] = BERKAS


def tawaran_kinerja(pohon: Pohon, tahun: int, triwulan: int) -> list[TawaranLaporan]:
    """In the order of the year."""
    kata = ROMAWI[triwulan]
    return [
        TawaranLaporan(
            RENAKSI, RENAKSI, 0, f"Rencana aksi {tahun}",
            "Target tiap triwulan, rencana aksi, pagu, dan penanggung jawab; target triwulan "
            "yang tidak sesuai target setahun diberi catatan.",
            f"{reverse('rencana-aksi', args=[pohon.pk])}?tahun={tahun}", "Tulis rencana aksi",
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
            "tanda tangan.",
        ),
        TawaranLaporan(
            TARGET, TARGET, 0, f"Target awal dan target perubahan {tahun}",
            "Target setahun dan triwulan serta pagu, pada tahap pertama dan sekarang, dengan "
            "alasan dan siapa yang mengubahnya.",
        ),
    ]  # fmt: skip
