"""Findings of the quality rules: where they stand and what exactly they are about."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from kinerja.aturan.mutu.bahan import Kotak, Ukuran
from kinerja.aturan.mutu.katalog import KATALOG, NOMOR
from kinerja.aturan.temuan import Letak, Temuan


def tentang(
    kode: str, pesan: str, kotak: Kotak, ukuran: Ukuran | None = None, isi: Iterable[str] = ()
) -> Temuan:
    """A finding at a box. ``isi``: the texts and numbers it is about, beside the indicator's."""
    letak = Letak(
        simpul=kotak.uid,
        medan="indikator" if ukuran else "kinerja",
        indikator=ukuran.uid if ukuran else "",
    )
    perihal = "\n".join((*([ukuran.teks] if ukuran else []), *isi))
    return Temuan(
        kode=kode,
        pesan=pesan,
        tingkat=KATALOG[NOMOR[kode]].tingkat,
        letak=letak,
        perihal=perihal,
    )


def sidik(temuan: Temuan) -> str:
    """What an acceptance is tied to: another text or number is another finding."""
    isi = "\n".join((temuan.kode, temuan.perihal or temuan.pesan))
    return sha256(" ".join(isi.split()).encode()).hexdigest()[:32]
