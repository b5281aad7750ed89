"""What the tree shows of links without knowing them (``kinerja.kaitan``)."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.template.loader import render_to_string

from cascading.models.tautan import Tautan
from cascading.tautan_dokumen import jalur_program, pagu_tertaut, tautan_dokumen
from kinerja.akses import PermintaanMasuk
from kinerja.kaitan import Kaitan, Lapisan
from kinerja.models import Pohon, Simpul
from kinerja.pembatalan_lembaga import Pembatal
from kinerja.pilihan import JenisPohon

BERTAUT = frozenset({JenisPohon.POHON_KINERJA, JenisPohon.CASCADING})


def ikut(pohon: Pohon, simpul: Collection[int]) -> list[str]:
    """How many links hang on a branch."""
    if pohon.jenis not in BERTAUT:
        return []
    medan = "kondisi_uid" if pohon.jenis == JenisPohon.POHON_KINERJA else "komponen_uid"
    uid = Simpul.objects.filter(pk__in=simpul).values("uid")
    banyak = Tautan.objects.filter(**{f"{medan}__in": uid}).count()
    lain = "kotak cascading" if pohon.jenis == JenisPohon.POHON_KINERJA else "kondisi pohon kinerja"
    return [f"{banyak} tautan dengan {lain}"] if banyak else []


def lapis(pohon: Pohon, tahun: int, tahap: str) -> Mapping[str, Lapisan]:
    """Programme lines and money of the conditions of a pohon kinerja."""
    if pohon.jenis != JenisPohon.POHON_KINERJA:
        return {}
    tautan = tautan_dokumen(pohon)
    if not tautan.milik:
        return {}
    jalur = jalur_program(tautan.lain.values())
    pagu = pagu_tertaut(tautan, tahun=tahun, tahap=tahap)
    hasil: dict[str, Lapisan] = {}
    for uid in {*tautan.milik, *pagu.menurut}:
        baris = [b for s in tautan.milik.get(uid, ()) for b in jalur[s.pk]]
        hasil[str(uid)] = Lapisan(program=tuple(baris), pagu=pagu.menurut.get(uid))
    return hasil


def rinci(request: PermintaanMasuk, simpul: Simpul) -> str:
    """The links of a box, in its details."""
    pohon = simpul.pohon
    if pohon.jenis not in BERTAUT:
        return ""
    isi = {
        "simpul": simpul,
        "tautan": tautan_dokumen(pohon, [simpul.uid]).milik.get(simpul.uid, ()),
        "boleh": request.user.menyusun(pohon.perangkat_daerah, simpul) and not pohon.arsip,
        "kondisi": pohon.jenis == JenisPohon.POHON_KINERJA,
    }
    return render_to_string("cascading/_rinci_tautan.html", isi, request=request)


KAITAN = Kaitan("tautan", ikut, lapis, rinci)
PEMBATAL = Pembatal(
    "TAUTAN",
    "Tautan",
    frozenset({"tautan", "lepas tautan", "batalkan tautan"}),
    Tautan.balikkan,
)
