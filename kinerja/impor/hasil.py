"""What an applied import came to, as the result page says it."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.aturan.angka import format_angka
from kinerja.impor.putusan import Putusan, daftar_putusan
from kinerja.isi_pohon import baca_isi
from kinerja.models import Riwayat, SesiImpor
from kinerja.models.pembatalan import pembatalan_terakhir
from kinerja.pilihan import StatusSesiImpor


@dataclass(frozen=True)
class HasilImpor:
    """``banyak``: boxes of the document by level; ``pagu`` printed sums of the years filled."""

    ringkasan: dict[str, int]
    banyak: list[tuple[int, str]]
    pagu: list[tuple[int, str, int]]
    pembatal: Riwayat | None
    putusan: list[Putusan]


def hasil_impor(sesi: SesiImpor) -> HasilImpor:
    """Read the document as it stands now; an undo from the history page counts too."""
    dibatalkan = sesi.riwayat is not None and sesi.status == StatusSesiImpor.DIBATALKAN
    pembatal = pembatalan_terakhir(sesi.riwayat) if dibatalkan and sesi.riwayat else None
    if sesi.peta_jabatan is not None:
        return _hasil_jabatan(sesi, dibatalkan)
    if sesi.pohon is None:
        return HasilImpor({}, [], [], pembatal, daftar_putusan(sesi))
    tahun = sorted({int(p["tahun"]) for p in sesi.rencana.get("pagu", ()) if p["tahun"].isdigit()})
    pagu: list[tuple[int, str, int]] = []
    banyak: dict[str, int] = {}
    for satu in tahun or [sesi.pohon.periode.tahun_awal]:
        isi = baca_isi(sesi.pohon, tahun=satu)
        banyak = {}
        for s in isi.simpul:
            banyak[s.jenjang] = banyak.get(s.jenjang, 0) + 1
        if isi.akar.jumlah is not None and isi.akar.ada_pagu:
            jumlah = isi.akar.jumlah
            pagu.append((satu, format_angka(jumlah.nilai), jumlah.tak_terbaca))
    return HasilImpor(
        ringkasan=sesi.rencana.get("ringkasan", {}),
        banyak=[(n, jenjang.replace("_", " ").lower()) for jenjang, n in banyak.items()],
        pagu=pagu,
        pembatal=pembatal,
        putusan=daftar_putusan(sesi),
    )


def _hasil_jabatan(sesi: SesiImpor, dibatalkan: bool) -> HasilImpor:
    """The boxes of the cascading per jabatan as they stand now."""
    banyak = sesi.peta_jabatan.kotak.count() if sesi.peta_jabatan else 0
    return HasilImpor(
        ringkasan=sesi.rencana.get("ringkasan", {}),
        banyak=[(banyak, "kotak")] if banyak else [],
        pagu=[],
        pembatal=sesi.riwayat if dibatalkan else None,
        putusan=daftar_putusan(sesi),
    )
