"""The official row of one box, beside what the box writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kinerja.aturan.nomenklatur import BERKODE, BarisResmi, banding
from kinerja.models import Indikator, Simpul


@dataclass(frozen=True)
class RinciResmi:
    """The official row of a box: (field, wording, does the box say the same)."""

    kode: str
    medan: list[tuple[str, str, bool]]


def rinci_resmi(
    simpul: Simpul, jalur: Iterable[Simpul], daftar: list[Indikator]
) -> RinciResmi | None:
    """None where the list has no such row. ``jalur``: the boxes above, from the top."""
    if (resmi := _baris(simpul, jalur)) is None:
        return None
    indikator = {i.teks: i.satuan for i in daftar if i.teks}
    beda = banding(resmi, nama=simpul.nama, kinerja=simpul.kinerja, indikator=indikator)
    lain = {b.medan for b in beda}
    medan = ((m, getattr(resmi, m)) for m in ("nama", "kinerja", "indikator", "satuan"))
    return RinciResmi(resmi.kode, [(m, teks, m not in lain) for m, teks in medan if teks])


def _baris(simpul: Simpul, jalur: Iterable[Simpul]) -> BarisResmi | None:
    """The one chosen, else found in the document's version as the whole document is compared."""
    if (pilihan := simpul.nomenklatur) is not None:
        return BarisResmi(pilihan.pk, pilihan.kode, pilihan.jenjang, pilihan.nama, pilihan.kinerja,
                          pilihan.indikator, pilihan.satuan)  # fmt: skip
    versi = simpul.pohon.versi_nomenklatur
    if versi is None or simpul.jenjang not in BERKODE:
        return None
    daftar_resmi = versi.daftar_resmi(simpul.pohon.perangkat_daerah)
    resmi: BarisResmi | None = None
    for s in (*jalur, simpul):
        if s.jenjang in BERKODE:
            resmi = daftar_resmi.cari(s.jenjang, s.kode, s.nama, resmi)
    return resmi
