"""Two pohon kinerja of the demo: one of 2024 as printed, and Tahap 4 of Kotawaringin Timur 2025."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from kinerja.aturan.terkait import KUNCI, tulis_terkait
from kinerja.contoh.fakta import Fakta
from kinerja.contoh.penulis import Penulis
from kinerja.models import Pengguna, PerangkatDaerah, Periode, Pohon
from kinerja.pilihan import JenisPohon, Jenjang, PeranKondisi

DUGAAN = "Letaknya di bawah kotak ini dugaan: garis penghubungnya tidak tersimpan di sumber"
JUDUL_PROGRAM = "Program terkait pohon kinerja 2024"
Isi = Callable[[Penulis], None]


def muat_pohon_2024(
    fakta: Fakta, *, dinas: PerangkatDaerah, periode: Periode, oleh: Pengguna, pada: datetime
) -> tuple[Pohon, Pohon]:
    """The 15 boxes with the programme lines under them, and the programmes as a cascading."""

    def kondisi(penulis: Penulis) -> None:
        uid: dict[str | None, str] = {None: ""}
        for k in fakta["kotak"]:
            terkait = dict(zip(KUNCI, k.get("program", ()), strict=False))
            uid[k["id"]] = penulis.simpul(
                k["id"],
                Jenjang.KONDISI,
                uid[k["induk"]],
                kinerja=k["kondisi"],
                program_terkait=[tulis_terkait(terkait)] if terkait else [],
                varian=[DUGAAN] if "dugaan" in k else [],
            )
            penulis.indikator(uid[k["id"]], [(k["indikator"], "", {})])

    def program(penulis: Penulis) -> None:
        uid: dict[tuple[str, ...], str] = {(): ""}
        jenjang = (Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN)
        for jalur in jalur_program(fakta):
            for n, satu in enumerate(jenjang, start=1):
                if jalur[:n] not in uid:
                    uid[jalur[:n]] = penulis.simpul(
                        kunci_jalur(jalur[:n]), satu, uid[jalur[: n - 1]], nama=jalur[n - 1]
                    )

    siapa = (dinas, periode, oleh, pada)
    return (
        _muat(JenisPohon.POHON_KINERJA, "", kondisi, *siapa),
        _muat(JenisPohon.CASCADING, JUDUL_PROGRAM, program, *siapa),
    )


def jalur_program(fakta: Fakta) -> list[tuple[str, ...]]:
    """(program, kegiatan, sub kegiatan) of each box that has them, as printed."""
    return [tuple(k["program"]) for k in fakta["kotak"] if "program" in k]


def kunci_jalur(jalur: tuple[str, ...]) -> str:
    return " / ".join(jalur)


def muat_kondisi_2025(
    fakta: Fakta, *, dinas: PerangkatDaerah, periode: Periode, oleh: Pengguna, pada: datetime
) -> Pohon:
    """Tahap 4: 68 conditions from the outcome to the operational ones, one without budget. What
    Tahap 3 and other pages write instead stands in ``varian``.
    """

    def isi(penulis: Penulis) -> None:
        peran = peran_kondisi(fakta)
        for baris in fakta["kondisi"]:
            uid = penulis.simpul(
                baris["kunci"],
                Jenjang.KONDISI,
                penulis.uid(baris["induk"]) if baris["induk"] else "",
                kinerja=baris["kinerja"],
                peran=str(peran[baris["kunci"]]),
                varian=baris.get("varian", []),
            )
            penulis.indikator(uid, [(baris["indikator"], "", {})])

    return _muat(JenisPohon.POHON_KINERJA, "", isi, dinas, periode, oleh, pada)


def kunci_kondisi(fakta: Fakta) -> list[str]:
    """Keys of the conditions: those of the cascading box that each became, where it became one."""
    return [baris["kunci"] for baris in fakta["kondisi"]]


def peran_kondisi(fakta: Fakta) -> dict[str, PeranKondisi]:
    """Role of each condition by its depth."""
    urutan = (PeranKondisi.OUTCOME, PeranKondisi.CSF, *[PeranKondisi.KONDISI_ANTARA] * 2)
    tingkat: dict[str, int] = {"": -1}
    for baris in fakta["kondisi"]:
        tingkat[baris["kunci"]] = tingkat[baris["induk"]] + 1
    return {
        kunci: urutan[n] if n < len(urutan) else PeranKondisi.KONDISI_OPERASIONAL
        for kunci, n in tingkat.items()
        if kunci
    }


@transaction.atomic
def _muat(
    jenis: JenisPohon,
    judul: str,
    isi: Isi,
    dinas: PerangkatDaerah,
    periode: Periode,
    oleh: Pengguna,
    pada: datetime,
) -> Pohon:
    """Make and fill the document unless it is there already; what people changed stays."""
    kunci = {"perangkat_daerah": dinas, "periode": periode, "jenis": jenis, "judul": judul}
    if pohon := Pohon.objects.filter(**kunci).order_by("edisi").first():
        return pohon
    pohon = Pohon.buat(
        perangkat_daerah=dinas, periode=periode, jenis=jenis, judul=judul, oleh=oleh, pada=pada
    )
    penulis = Penulis(pohon, f"contoh/{dinas.kode}/{jenis}")
    isi(penulis)
    pohon.muat(
        penulis.perubahan, oleh=oleh, pada=pada, ringkasan="Data contoh dimuat", kata_kerja="muat"
    )
    return pohon
