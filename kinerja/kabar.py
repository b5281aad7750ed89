"""Who is told of a step, and how: a notice in the system, by e-mail too where there is a server."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from kinerja.models import Keanggotaan, Pemberitahuan, Pengguna, PerangkatDaerah
from kinerja.pilihan import JenisPemberitahuan
from kinerja.surel import kirim_nanti


def kabarkan(
    kepada: Collection[int],
    teks: str,
    *,
    alamat: str,
    jenis: JenisPemberitahuan,
    oleh: Pengguna,
    pada: datetime,
) -> None:
    """A notice for each of these accounts but whoever took the step."""
    kirim_nanti(
        Pemberitahuan.objects.bulk_create(
            Pemberitahuan(
                penerima_id=penerima, alamat=alamat, jenis=jenis, oleh=oleh, teks=teks, pada=pada
            )
            for penerima in sorted({*kepada} - {oleh.pk})
        )
    )


def beralasan(kalimat: str, alasan: str) -> str:
    """The sentence with the reason behind it, or with its full stop."""
    return kalimat + (f": {alasan[:300]}" if alasan else ".")


def pemegang_peran(lembaga: PerangkatDaerah, peran: Iterable[str], **lain: object) -> set[int]:
    """Active accounts with one of these roles there; ``lain`` narrows the memberships."""
    daftar = Keanggotaan.objects.filter(
        perangkat_daerah=lembaga, peran__in=list(peran), pengguna__is_active=True, **lain
    )
    return set(daftar.values_list("pengguna_id", flat=True))
