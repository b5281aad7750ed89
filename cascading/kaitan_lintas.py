"""What the tree shows of crosscutting without knowing it (``kinerja.kaitan``)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from django.template.loader import render_to_string

from cascading.aturan.lintas import JENIS, JENJANG
from cascading.lintas_dokumen import berjalan, kalimat
from kinerja.akses import PermintaanMasuk
from kinerja.kaitan import Kaitan, Lapisan
from kinerja.models import Pohon, Simpul


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
    hasil: dict[str, tuple[str, ...]] = {}
    lembaga = pohon.perangkat_daerah
    for c in berjalan(lembaga):
        ujung: list[UUID] = [c.simpul_uid] if c.perangkat_daerah_id == lembaga.pk else []
        if c.diminta_id == lembaga.pk and c.jawaban_uid:
            ujung.append(c.jawaban_uid)
        for uid in ujung:
            hasil[str(uid)] = (*hasil.get(str(uid), ()), kalimat(c, uid))
    return {uid: Lapisan(lintas=baris) for uid, baris in hasil.items()}


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


KAITAN = Kaitan("crosscutting", ikut, lapis, rinci)
