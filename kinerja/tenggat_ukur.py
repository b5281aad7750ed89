"""When the quarters of an agency's documents were due, and when they were submitted (Q20)."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.timezone import localdate

from kinerja.aturan.mutu.bahan import Tenggat
from kinerja.aturan.pengukuran import sebut
from kinerja.models import JendelaPengukuran, Pengukuran, PerangkatDaerah, Pohon
from kinerja.pilihan import JenisPohon


def tenggat_ukur(
    lembaga: PerangkatDaerah, daftar: Sequence[Pohon], tahun: int
) -> tuple[Tenggat, ...]:
    """One of each cascading and each quarter with a window, whichever edition was measured."""
    jendela = JendelaPengukuran.objects.filter(pemda=lembaga.pemda_atau_diri(), tahun=tahun)
    masa = {j.triwulan: j.tutup.isoformat() for j in jendela.order_by("triwulan")}
    milik = [
        p for p in daftar if p.jenis == JenisPohon.CASCADING and tahun in p.periode.daftar_tahun()
    ]
    if not masa or not milik:
        return ()
    diajukan = _diajukan(lembaga, tahun)
    return tuple(
        Tenggat(
            f"Pengukuran {sebut(tahun, triwulan)} {p.sebutan}",
            sampai,
            diajukan.get((p.periode_id, p.judul, triwulan)),
        )
        for p in milik
        for triwulan, sampai in masa.items()
    )


def _diajukan(lembaga: PerangkatDaerah, tahun: int) -> dict[tuple[int, str, int], str]:
    """By periode, judul and quarter: the day of the submission that stands."""
    semua = Pengukuran.objects.filter(
        pohon__perangkat_daerah=lembaga, pohon__jenis=JenisPohon.CASCADING, tahun=tahun,
        diajukan_pada__isnull=False,
    )  # fmt: skip
    kolom = ("pohon__periode_id", "pohon__judul", "triwulan", "diajukan_pada")
    return {
        (periode, judul, triwulan): localdate(pada).isoformat()
        for periode, judul, triwulan, pada in semua.order_by("pohon__edisi").values_list(*kolom)
    }
