"""The demo's cascading forms, read as an import reads them: Pandeglang 2026, and one of 2019."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from kinerja.aturan.temuan import tolak_bila
from kinerja.contoh.fakta import lembar
from kinerja.impor.bacaan import PilihanImpor
from kinerja.impor.bacakan import baca_buku
from kinerja.impor.buku import Buku
from kinerja.impor.potret import potret
from kinerja.impor.rencana import PilihanRencana, susun
from kinerja.impor.rencana_kaitan import pasang_label
from kinerja.models import Pengguna, PerangkatDaerah, Periode, Pohon
from kinerja.pilihan import JenisPohon

DASAR, WAJIB = "Belanja Dasar", "Belanja Wajib"


def muat_pandeglang(
    pemda: PerangkatDaerah,
    dinas: PerangkatDaerah,
    periode: Periode,
    *,
    bappeda: Pengguna,
    perencana: Pengguna,
    pada: datetime,
) -> list[Pohon]:
    """The RPJMD part of the annex, then both cascadings of the agency with the targets of their
    main indicators; the second supports the RPJMD.
    """
    rpjmd = _muat(
        "belanja-wajib-2026", pemda, periode, jenis=JenisPohon.RPJMD, oleh=bappeda, pada=pada
    )
    dasar = _muat("belanja-dasar-2026", dinas, periode, judul=DASAR, oleh=perencana, pada=pada)
    wajib = _muat("belanja-wajib-2026", dinas, periode, judul=WAJIB, oleh=perencana, pada=pada)
    for pohon, berkas in ((dasar, "iku-dasar-2026"), (wajib, "iku-wajib-2026")):
        _muat_iku(pohon, berkas, oleh=perencana, pada=pada)
    return [rpjmd, dasar, wajib]


def muat_2019(dinas: PerangkatDaerah, periode: Periode, *, oleh: Pengguna, pada: datetime) -> Pohon:
    """The cascading whose programs were struck out and replaced from 2019 on."""
    return _muat("dinsos-2019", dinas, periode, oleh=oleh, pada=pada)


@transaction.atomic
def _muat(
    berkas: str,
    perangkat_daerah: PerangkatDaerah,
    periode: Periode,
    *,
    oleh: Pengguna,
    pada: datetime,
    jenis: JenisPohon = JenisPohon.CASCADING,
    judul: str = "",
) -> Pohon:
    """Make and fill the document unless it is there already; what people changed stays."""
    ada = Pohon.objects.filter(
        perangkat_daerah=perangkat_daerah, periode=periode, jenis=jenis, judul=judul
    )
    if pohon := ada.order_by("edisi").first():
        return pohon
    pohon = Pohon.buat(
        perangkat_daerah=perangkat_daerah,
        periode=periode,
        jenis=jenis,
        judul=judul,
        oleh=oleh,
        pada=pada,
    )
    _isi(pohon, berkas, oleh=oleh, pada=pada, ringkasan="Data contoh dimuat")
    return pohon


@transaction.atomic
def _muat_iku(pohon: Pohon, berkas: str, *, oleh: Pengguna, pada: datetime) -> None:
    """The IKU table on the boxes that it names, unless the document has main indicators."""
    if not pohon.indikator.filter(utama=True).exists():
        _isi(pohon, berkas, oleh=oleh, pada=pada, ringkasan="IKU contoh dimuat")


def _isi(pohon: Pohon, berkas: str, *, oleh: Pengguna, pada: datetime, ringkasan: str) -> None:
    """Read, plan and load a sheet as the import does."""
    hasil = baca_buku(Buku(berkas, "", [lembar(berkas)]), PilihanImpor())
    tolak_bila(hasil.temuan)
    benih = f"contoh/{pohon.perangkat_daerah.kode}/{pohon.jenis}/{pohon.judul}"
    rencana = susun(hasil, potret(pohon), PilihanRencana(benih, tahun=pohon.periode.tahun_awal))
    tolak_bila(rencana.temuan)
    perubahan = pasang_label(pohon.perangkat_daerah, rencana.perubahan)
    pohon.muat(perubahan, oleh=oleh, pada=pada, ringkasan=ringkasan, kata_kerja="muat")
