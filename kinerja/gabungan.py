"""The joined view of a pemda: its RPJMD, and below each goal the boxes of agencies that serve it.

Opened level by level; each level costs two queries, whatever its size.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q

from kinerja.aturan.edisi import Edisi, berlaku
from kinerja.models import Pengguna, Pohon, Simpul
from kinerja.pilihan import JenisPohon, Jenjang

TERBANYAK = 300
"""So many boxes may be open at once: an address holds no more."""


@dataclass
class Cabang:
    """A box with what is shown below it. ``banyak`` counts what opening it shows; ``lembaga`` is
    the agency where its branch begins.
    """

    simpul: Simpul
    banyak: int = 0
    terbuka: bool = False
    lembaga: str = ""
    anak: list[Cabang] = field(default_factory=list)

    def semua(self) -> Iterable[Cabang]:
        yield self
        for satu in self.anak:
            yield from satu.semua()


def gabungan(rpjmd: Pohon, pengguna: Pengguna, buka: Collection[int]) -> list[Cabang]:
    """The topmost boxes of the RPJMD with all that is open below them."""
    terlihat = Simpul.objects.terlihat_oleh(pengguna).select_related(
        "pohon__perangkat_daerah", "pohon__periode"
    )
    atas = [Cabang(s) for s in terlihat.filter(pohon=rpjmd, level=1).order_by("lft")]
    lapis = atas
    while lapis:
        pendukung = _pendukung(rpjmd, terlihat, lapis)
        for c in lapis:
            c.terbuka = c.simpul.pk in buka
            turunan = _banyak_anak(c.simpul)
            c.banyak = turunan + len(pendukung.get(c.simpul.uid, ()) if _rpjmd(c, rpjmd) else ())
        terbuka = {c.simpul.pk: c for c in lapis if c.terbuka and c.banyak}
        anak = terlihat.filter(induk__in=terbuka).order_by("tree_id", "lft") if terbuka else ()
        for s in anak:
            terbuka[s.induk_id].anak.append(Cabang(s))
        for c in terbuka.values():
            if _rpjmd(c, rpjmd):
                milik = pendukung.get(c.simpul.uid, ())
                c.anak += [Cabang(s, lembaga=str(s.pohon.perangkat_daerah)) for s in milik]
        lapis = [a for c in terbuka.values() for a in c.anak]
    return atas


def _rpjmd(cabang: Cabang, rpjmd: Pohon) -> bool:
    return bool(cabang.simpul.pohon_id == rpjmd.pk)


def _banyak_anak(simpul: Simpul) -> int:
    """Something below it? Counted as boxes of the whole branch."""
    return int((simpul.rght - simpul.lft - 1) // 2)


def _pendukung(rpjmd: Pohon, terlihat: Any, lapis: list[Cabang]) -> dict[UUID, list[Simpul]]:
    """Who serves the RPJMD boxes of a level, each document in the edition in force."""
    uid = [c.simpul.uid for c in lapis if _rpjmd(c, rpjmd)]
    if not uid:
        return {}
    garis = {
        f"mendukung__pohon__{m}": getattr(rpjmd, m)
        for m in ("perangkat_daerah_id", "periode_id", "judul", "jenis")
    }
    daftar = terlihat.filter(mendukung__uid__in=uid, pohon__diarsipkan_pada=None, **garis)
    edisi: dict[tuple[Any, ...], list[Simpul]] = {}
    for s in daftar.select_related("mendukung").order_by(
        "pohon__perangkat_daerah__nama", "pohon__judul", "lft"
    ):
        p = s.pohon
        kunci = (s.uid, p.perangkat_daerah_id, p.periode_id, p.judul)
        edisi.setdefault(kunci, []).append(s)
    hasil: dict[UUID, list[Simpul]] = {}
    for satu in edisi.values():
        kini = berlaku(Edisi(s.pohon.edisi, s.pohon.status) for s in satu)
        s = next(s for s in satu if kini is None or s.pohon.edisi == kini.nomor)
        if s.mendukung is not None:
            hasil.setdefault(s.mendukung.uid, []).append(s)
    return hasil


def calon_didukung(pohon: Pohon, kini: int | None = None) -> list[Simpul]:
    """The goals of the pemda that a box of this document may serve: of every RPJMD whose years
    meet the document's, its latest edition; and ``kini``, the one it serves already.
    """
    lembaga = pohon.perangkat_daerah
    periode = pohon.periode
    daftar = Simpul.objects.filter(
        Q(
            pohon__perangkat_daerah=lembaga.pemda_id or lembaga.pk,
            pohon__jenis=JenisPohon.RPJMD,
            pohon__diarsipkan_pada=None,
            pohon__periode__tahun_awal__lte=periode.tahun_akhir,
            pohon__periode__tahun_akhir__gte=periode.tahun_awal,
            jenjang__in=(Jenjang.TUJUAN, Jenjang.SASARAN),
        )
        | Q(pk=kini)
    ).select_related("pohon__periode")
    terakhir: dict[tuple[Any, ...], int] = {}
    semua = list(daftar.order_by("pohon__periode__tahun_awal", "pohon__judul", "lft"))
    for s in semua:
        garis = (s.pohon.periode_id, s.pohon.judul)
        terakhir[garis] = max(terakhir.get(garis, 0), s.pohon.edisi)
    return [
        s
        for s in semua
        if s.pk == kini or s.pohon.edisi == terakhir[s.pohon.periode_id, s.pohon.judul]
    ]
