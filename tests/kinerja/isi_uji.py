"""Light rows for tests of checks and rows: one branch with money, as a planner would type it."""

from __future__ import annotations

from typing import Any

from kinerja.aturan.anggaran import Jumlah
from kinerja.aturan.isi import IsiIndikator, IsiPagu, IsiPohon, IsiSimpul
from kinerja.baris import Kolom
from kinerja.pilihan import JenisPohon, Jenjang

TAHUN = 2025
TAHUN_SEMUA = (2025, 2026, 2027)


def indikator(id: int = 1, teks: str = "Jumlah orang", **isi: Any) -> IsiIndikator:
    isi = {"satuan": "Orang", "target": {TAHUN: "55"}} | isi
    return IsiIndikator(id=id, uid=f"i{id}", teks=teks, **isi)


def simpul(id: int, jenjang: str = Jenjang.SUB_KEGIATAN, **isi: Any) -> IsiSimpul:
    """A box without findings unless ``isi`` brings one."""
    bawaan: dict[str, Any] = {
        "induk": None,
        "tingkat": 1,
        "nama": f"Kotak {id}",
        "indikator": [indikator(id)],
        "jumlah": Jumlah(nilai=0, tak_terbaca=0, kosong=0),
    }
    if jenjang == Jenjang.SUB_KEGIATAN:
        bawaan |= {"pagu": [IsiPagu("1.000", 1000)], "ada_pagu": True}
    return IsiSimpul(id=id, uid=f"u{id}", jenjang=str(jenjang), **(bawaan | isi))


def dokumen(*daftar: IsiSimpul, jenis: str = JenisPohon.CASCADING, **akar: Any) -> IsiPohon:
    return IsiPohon(
        jenis=jenis,
        tahun=TAHUN,
        daftar_tahun=list(TAHUN_SEMUA),
        simpul=list(daftar),
        akar=IsiSimpul(id=0, uid="akar", induk=None, tingkat=0, jenjang="AKAR", **akar),
    )


def kolom(**isi: Any) -> Kolom:
    bawaan: dict[str, Any] = {
        "tahun": TAHUN,
        "daftar_tahun": TAHUN_SEMUA,
        "alamat": "/simpul/{id}/rinci/?tahun=2025",
        "nama_jenjang": {j.value: str(j.label) for j in Jenjang},
        "peringkat": {Jenjang.PROGRAM: 1, Jenjang.KEGIATAN: 2, Jenjang.SUB_KEGIATAN: 3},
    }
    return Kolom(**(bawaan | isi))
