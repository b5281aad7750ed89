"""What the tree shows of crosscutting without knowing it (``kinerja.kaitan``)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from uuid import UUID

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import localdate

from cascading.aturan.lintas import JENIS, JENJANG
from cascading.indikator_bersama import indikator_bersama
from cascading.lintas_dokumen import berjalan, kalimat
from cascading.models import Crosscutting
from cascading.pilihan import StatusLintas
from kinerja.akses import PermintaanMasuk
from kinerja.kaitan import Kaitan, Lapisan, Tanda
from kinerja.models import Indikator, Pohon, Simpul

KELAS: dict[str, str] = {StatusLintas.MENUNGGU: "perhatian", StatusLintas.DISETUJUI: "baik"}
"""Badges of the running states."""


def ikut(pohon: Pohon, simpul: Collection[int]) -> list[str]:
    """How many requests hang on a branch."""
    if pohon.jenis not in JENIS:
        return []
    uid = list(Simpul.objects.filter(pk__in=simpul).values_list("uid", flat=True))
    banyak = len(berjalan(pohon.perangkat_daerah, uid))
    return [f"{banyak} crosscutting dengan pihak lain"] if banyak else []


def lapis(pohon: Pohon, tahun: int, tahap: str) -> Mapping[str, Lapisan]:
    """Who else contributes, on the boxes of both sides."""
    if pohon.jenis not in JENIS:
        return {}
    hasil: dict[str, Lapisan] = {}
    for c, uid in _ujung(pohon):
        lama = hasil.get(str(uid), Lapisan()).lintas
        hasil[str(uid)] = Lapisan(lintas=(*lama, kalimat(c, uid)))
    return hasil


def tandai(pohon: Pohon) -> Mapping[str, tuple[Tanda, ...]]:
    """The same on the rows of the table, each a way to its page."""
    if pohon.jenis not in JENIS:
        return {}
    hasil: dict[str, tuple[Tanda, ...]] = {}
    for c, uid in _ujung(pohon):
        tanda = Tanda(kalimat(c, uid), reverse("crosscutting", args=[c.pk]), KELAS[c.status])
        hasil[str(uid)] = (*hasil.get(str(uid), ()), tanda)
    return hasil


def _ujung(pohon: Pohon) -> Iterator[tuple[Crosscutting, UUID]]:
    """Each running request with each of its ends that is a box of this agency."""
    lembaga = pohon.perangkat_daerah
    for c in berjalan(lembaga):
        if c.perangkat_daerah_id == lembaga.pk:
            yield c, c.simpul_uid
        if c.diminta_id == lembaga.pk and c.jawaban_uid:
            yield c, c.jawaban_uid


def rinci(request: PermintaanMasuk, simpul: Simpul) -> str:
    """The requests of a box, in its details."""
    pohon = simpul.pohon
    if pohon.jenis not in JENIS or simpul.jenjang not in JENJANG:
        return ""
    lembaga = pohon.perangkat_daerah
    daftar = [(c, kalimat(c, simpul.uid)) for c in berjalan(lembaga, [simpul.uid])]
    boleh = request.user.menyusun(lembaga, simpul) and not pohon.arsip
    if not daftar and not boleh:
        return ""
    isi = {"simpul": simpul, "daftar": daftar, "boleh": boleh}
    return render_to_string("cascading/_rinci_lintas.html", isi, request=request)


def ukuran(request: PermintaanMasuk, indikator: Indikator, tahun: int) -> str:
    """The parts of a shared indicator, beside its realisation."""
    berbagi = Crosscutting.objects.filter(
        perangkat_daerah=indikator.pohon.perangkat_daerah_id, indikator_uid=indikator.uid,
        status=StatusLintas.DISETUJUI,
    )  # fmt: skip
    lintas = berbagi.order_by("pk").first()
    if lintas is None:
        return ""
    isi = {"bersama": indikator_bersama(indikator, tahun, localdate()), "lintas": lintas}
    return render_to_string("cascading/_ukuran_bersama.html", isi, request=request)


KAITAN = Kaitan("crosscutting", ikut, lapis, rinci, tandai, ukuran=ukuran)
