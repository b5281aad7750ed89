"""A cascading per jabatan as it is shown, and what its sentences may mean in the tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kinerja.aturan.peta_jabatan import INDIKATOR, KINERJA, temuan_kotak, usul_pasangan
from kinerja.aturan.temuan import Temuan
from kinerja.models import Indikator, KotakJabatan, PetaJabatan, Simpul
from kinerja.pilihan import JenisPohon


@dataclass(frozen=True)
class KotakTampil:
    """One box with what is odd about it; ``anak`` stand below it."""

    kotak: KotakJabatan
    temuan: tuple[Temuan, ...]
    anak: tuple[KotakTampil, ...] = ()


def kotak_tampil(peta: PetaJabatan) -> tuple[KotakTampil, ...]:
    """The boxes of a map, nested from the top; one query."""
    susunan = peta.susunan()
    anak: dict[int | None, list[KotakTampil]] = {}
    for kotak, _ in reversed(susunan):
        milik = tuple(reversed(anak.pop(kotak.pk, [])))
        tampil = KotakTampil(kotak, tuple(temuan_kotak(kotak.isi)), milik)
        anak.setdefault(kotak.induk_id, []).append(tampil)
    return tuple(reversed(anak.get(None, [])))


@dataclass(frozen=True)
class Pertanyaan:
    """One sentence: what it is tied to, and rows of the tree whose wording is near."""

    kotak: KotakJabatan
    bagian: str
    teks: str
    terpasang: str
    usul: tuple[tuple[str, str], ...]

    @property
    def nama(self) -> str:
        return f"{self.kotak.pk}-{self.bagian}-{self.letak}"

    @property
    def letak(self) -> int:
        daftar: list[str] = getattr(self.kotak, self.bagian)
        return daftar.index(self.teks)


def pertanyaan_pasangan(peta: PetaJabatan) -> list[Pertanyaan]:
    """Every sentence of a map with proposals out of the cascadings of its agency and periode."""
    calon = calon_pasangan(peta)
    hasil = []
    for kotak, _ in peta.susunan():
        for bagian in (KINERJA, INDIKATOR):
            for teks in dict.fromkeys(getattr(kotak, bagian)):
                usul = tuple(_usul(kotak, bagian, teks, calon))
                hasil.append(Pertanyaan(kotak, bagian, teks, kotak.terpasang.get(teks, ""), usul))
    return hasil


def calon_pasangan(peta: PetaJabatan) -> dict[str, dict[str, str]]:
    """Boxes and indicators that a sentence may mean: {list: {uid: wording}}; two queries."""
    milik = {
        "pohon__perangkat_daerah": peta.perangkat_daerah_id,
        "pohon__periode": peta.periode_id,
        "pohon__jenis": JenisPohon.CASCADING,
    }
    simpul = Simpul.objects.tampak().filter(**milik).order_by("lft")
    kinerja = {str(u): k or n for u, n, k in simpul.values_list("uid", "nama", "kinerja")}
    indikator = Indikator.objects.filter(**milik).order_by("pk").values_list("uid", "teks")
    return {KINERJA: kinerja, INDIKATOR: {str(u): teks for u, teks in indikator}}


def _usul(
    kotak: KotakJabatan, bagian: str, teks: str, calon: dict[str, dict[str, str]]
) -> Iterable[tuple[str, str]]:
    dekat = usul_pasangan(teks, calon[bagian])
    lama = kotak.terpasang.get(teks)
    if lama in calon[bagian] and lama not in dekat:
        dekat = [lama, *dekat]
    return ((uid, calon[bagian][uid]) for uid in dekat)
