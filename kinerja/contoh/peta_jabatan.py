"""A published cascading per jabatan: ten boxes whose titles and places its source leaves open."""

from __future__ import annotations

from datetime import datetime

from kinerja.contoh.fakta import peta_jabatan
from kinerja.models import KotakJabatan, Pengguna, PerangkatDaerah, Periode, PetaJabatan


def muat_peta_jabatan(
    dinas: PerangkatDaerah, periode: Periode, *, oleh: Pengguna, pada: datetime
) -> PetaJabatan:
    """Once: what people changed since stays."""
    ada = PetaJabatan.objects.filter(perangkat_daerah=dinas, periode=periode, judul="").first()
    if ada is not None:
        return ada
    peta = PetaJabatan(perangkat_daerah=dinas, periode=periode)
    peta.daftarkan(oleh=oleh, pada=pada)
    kotak = peta_jabatan()["kotak"]
    letak = {satu["nomor"]: n for n, satu in enumerate(kotak)}
    daftar = [
        (
            KotakJabatan(
                urutan=n,
                nomor=satu["nomor"],
                nama=satu["nama"],
                tingkat=satu["tingkat"],
                kinerja_utama=satu["kinerja_utama"],
                indikator=satu["indikator"],
                nama_dugaan=True,
                induk_dugaan=satu["induk"] is not None,
            ),
            letak.get(satu["induk"]),
        )
        for n, satu in enumerate(kotak)
    ]
    peta.muat(daftar, oleh=oleh, pada=pada, ringkasan=f"{len(daftar)} kotak dimuat")
    return peta
