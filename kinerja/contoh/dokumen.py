"""The demo's two documents: the RPJMD goals and the cascading of Dinas Sosial 2025."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime

from django.db import transaction

from kinerja.contoh.fakta import Fakta
from kinerja.contoh.penulis import Penulis
from kinerja.models import (
    Nomenklatur,
    Pengguna,
    PerangkatDaerah,
    Periode,
    Pohon,
    Simpul,
    VersiNomenklatur,
)
from kinerja.pilihan import JenisPohon, Jenjang

BIDANG = "1.06"
PENUNJANG = "X.XX"
Isi = Callable[[Penulis], None]


def muat_rpjmd(
    fakta: Fakta, *, pemda: PerangkatDaerah, periode: Periode, oleh: Pengguna, pada: datetime
) -> Pohon:
    """Tujuan, indikator and sasaran of the RPJMD as the level matrix prints them."""
    rpjmd = fakta["rpjmd"]

    def isi(penulis: Penulis) -> None:
        tujuan = penulis.simpul("tujuan", Jenjang.TUJUAN, kinerja=rpjmd["tujuan"])
        penulis.indikator(tujuan, [(rpjmd["indikator"], "", {})])
        penulis.simpul("sasaran", Jenjang.SASARAN, tujuan, kinerja=rpjmd["sasaran"])

    return _muat(JenisPohon.RPJMD, pemda, periode, isi, oleh=oleh, pada=pada)


def muat_cascading(
    fakta: Fakta,
    *,
    dinas: PerangkatDaerah,
    periode: Periode,
    versi: VersiNomenklatur,
    rpjmd: Pohon,
    oleh: Pengguna,
    pada: datetime,
) -> Pohon:
    """Tahap 4 over the 7 program, 13 kegiatan and 43 sub kegiatan; Tahap 5.1 as second branch."""
    resmi = dict(Nomenklatur.objects.filter(versi=versi).values_list("kode", "pk"))
    daerah = Simpul.objects.filter(pohon=rpjmd, jenjang=Jenjang.SASARAN).first()

    def isi(penulis: Penulis) -> None:
        dukung = daerah.pk if daerah else None
        _cabang_rencana(penulis, fakta, resmi, dukung)
        _cabang_renstra(penulis, fakta, dukung)

    return _muat(
        JenisPohon.CASCADING, dinas, periode, isi, oleh=oleh, pada=pada, versi_nomenklatur=versi
    )


@transaction.atomic
def _muat(
    jenis: JenisPohon,
    perangkat_daerah: PerangkatDaerah,
    periode: Periode,
    isi: Isi,
    *,
    oleh: Pengguna,
    pada: datetime,
    versi_nomenklatur: VersiNomenklatur | None = None,
) -> Pohon:
    """Make and fill the document unless it is there already; what people changed stays."""
    ada = Pohon.objects.filter(
        perangkat_daerah=perangkat_daerah, periode=periode, jenis=jenis, judul=""
    )
    if pohon := ada.order_by("edisi").first():
        return pohon
    pohon = Pohon.buat(
        perangkat_daerah=perangkat_daerah,
        periode=periode,
        jenis=jenis,
        versi_nomenklatur=versi_nomenklatur,
        oleh=oleh,
        pada=pada,
    )
    penulis = Penulis(pohon, f"contoh/{perangkat_daerah.kode}/{jenis}")
    isi(penulis)
    pohon.muat(
        penulis.perubahan, oleh=oleh, pada=pada, ringkasan="Data contoh dimuat", kata_kerja="muat"
    )
    return pohon


def _cabang_rencana(
    penulis: Penulis, fakta: Fakta, resmi: dict[str, int], dukung: int | None
) -> None:
    tujuan = fakta["tujuan"]
    lain = [f"Tahap 5.1: {fakta['tujuan_renstra']['kinerja']}"]
    lain += [f"Matriks kinerja jabatan: {satu['kinerja']}" for satu in tujuan["varian"]]
    atas = penulis.simpul(
        "tujuan-1",
        Jenjang.TUJUAN,
        kinerja=tujuan["kinerja"],
        varian=lain,
        mendukung_id=dukung,
    )
    penulis.indikator(atas, [(tujuan["indikator"], "", {})])
    program = {satu["no"]: satu for satu in fakta["program"]}
    komponen = Komponen(penulis, fakta, resmi)
    for ke, sasaran in enumerate(tujuan["sasaran"], start=1):
        bawah = penulis.simpul(
            f"sasaran-1.{ke}",
            Jenjang.SASARAN,
            atas,
            kinerja=sasaran["kinerja"],
            varian=_varian(sasaran["varian"]),
        )
        penulis.indikator(bawah, [(sasaran["indikator"], "", {})])
        for nomor in sasaran["program"]:
            komponen.tulis(program[nomor], bawah)


def _cabang_renstra(penulis: Penulis, fakta: Fakta, dukung: int | None) -> None:
    """The goals of Tahap 5.1 with their five yearly targets; no program hangs here."""
    renstra, lain = fakta["tujuan_renstra"], [f"Tahap 4: {fakta['tujuan']['kinerja']}"]
    atas = penulis.simpul(
        "tujuan-2",
        Jenjang.TUJUAN,
        kinerja=renstra["kinerja"],
        varian=lain,
        mendukung_id=dukung,
    )
    penulis.indikator(atas, _indikator(renstra["indikator"]))
    for ke, sasaran in enumerate(renstra["sasaran"], start=1):
        bawah = penulis.simpul(f"sasaran-2.{ke}", Jenjang.SASARAN, atas, kinerja=sasaran["kinerja"])
        penulis.indikator(bawah, _indikator(sasaran["indikator"]))


def _indikator(daftar: Iterable[Fakta]) -> list[tuple[str, str, dict[int, str]]]:
    return [
        (satu["teks"], "", {int(tahun): teks for tahun, teks in satu["target"].items()})
        for satu in daftar
    ]


TURUNAN = (
    (Jenjang.PROGRAM, "kegiatan"),
    (Jenjang.KEGIATAN, "sub_kegiatan"),
    (Jenjang.SUB_KEGIATAN, ""),
)


class Komponen:
    """Writes program, kegiatan and sub kegiatan, each with indicator, target and money."""

    def __init__(self, penulis: Penulis, fakta: Fakta, resmi: dict[str, int]):
        self.penulis = penulis
        self.tahun: int = fakta["tahun"]
        self.resmi = resmi
        self.tanpa_rencana = {b["kegiatan"]: b["kinerja"] for b in fakta["tanpa_rencana"]}

    def tulis(self, isi: Fakta, induk: str, tingkat: int = 0) -> None:
        jenjang, anak = TURUNAN[tingkat]
        uid = self.penulis.simpul(
            isi["no"],
            jenjang,
            induk,
            nomor=isi["no"],
            kode=isi["kode"].replace(PENUNJANG, BIDANG),
            nama=isi["nama"],
            kinerja=isi["kinerja"],
            nomenklatur_id=self.resmi.get(isi["kode"]),
            varian=self._varian(isi),
        )
        satuan = re.sub(r"^[\d.,]+\s*", "", isi["target"])
        self.penulis.indikator(uid, [(isi["indikator"], satuan, {self.tahun: isi["target"]})])
        if not anak:
            self.penulis.pagu(uid, self.tahun, isi["pagu"])
            return
        self.penulis.klaim(uid, self.tahun, isi["pagu"])
        for satu in isi[anak]:
            self.tulis(satu, uid, tingkat + 1)

    def _varian(self, isi: Fakta) -> list[str]:
        """Other wordings, where else the row is printed, a condition that got no row."""
        lain = _varian(isi.get("varian", []))
        if "tercetak_di_bawah" in isi:
            lain.append(f"Tercetak di bawah kegiatan {isi['tercetak_di_bawah']}")
        if isi["no"] in self.tanpa_rencana:
            lain.append(f"Tahap 4, tanpa sub kegiatan: {self.tanpa_rencana[isi['no']]}")
        return lain


def _varian(daftar: Iterable[Fakta]) -> list[str]:
    """Other names and sentences that the source prints for a box."""
    lain = [satu[medan] for satu in daftar for medan in ("nama", "kinerja") if medan in satu]
    return lain + [f"Indikator: {satu['indikator']}" for satu in daftar if "indikator" in satu]
