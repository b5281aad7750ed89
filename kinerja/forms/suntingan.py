"""Edited cells as the browser sends them: JSON -> Suntingan, each tied to its box or indicator.

One cell: ``{"medan", "lama", "baru"}``, with ``tahun`` for target, pagu and klaim and
``sumber_dana`` for a pagu. In a set each also says ``simpul`` or ``indikator`` (a primary key).
Fields of an indicator sent with a box are those of its first, new indicator.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from kinerja.aturan.nomenklatur import BERKODE
from kinerja.aturan.temuan import Temuan
from kinerja.models import Indikator, Pohon, Simpul, Suntingan, SuntinganDitolak
from kinerja.models import suntingan as sel

SEL_PALING_BANYAK = 5000
TEKS_PALING_PANJANG = 20_000
CARA = {
    "tempel": "ditempel",
    "isi_bawah": "diisi ke bawah",
    "kosongkan": "dikosongkan",
    "nomenklatur": "diisi dari nomenklatur",
}
"""How several cells came together, in the words of the history."""

MILIK_SIMPUL = dict.fromkeys(sel.MEDAN_SEL[sel.SIMPUL], sel.SIMPUL)
MILIK_SIMPUL |= dict.fromkeys(sel.MEDAN_SEL[sel.INDIKATOR_BARU], sel.INDIKATOR_BARU)
MILIK_SIMPUL |= {sel.PAGU: sel.PAGU, sel.KLAIM: sel.KLAIM}
MILIK_INDIKATOR = dict.fromkeys(sel.MEDAN_SEL[sel.INDIKATOR], sel.INDIKATOR)
MILIK_INDIKATOR |= {sel.TARGET: sel.TARGET}
BERTAHUN = frozenset({sel.TARGET, sel.PAGU, sel.KLAIM})


class KirimanTidakSah(Exception):
    """Not what our own script sends; the view answers 400."""


def baca_kiriman(isi: bytes) -> dict[str, Any]:
    """The JSON object of a request."""
    try:
        hasil = json.loads(isi)
    except ValueError as galat:
        raise KirimanTidakSah("Bukan JSON.") from galat
    if not isinstance(hasil, dict):
        raise KirimanTidakSah("Bukan objek JSON.")
    return hasil


def suntingan_simpul(simpul: Simpul, kiriman: Mapping[str, Any]) -> Suntingan:
    """One cell of a box."""
    medan = _medan(kiriman, MILIK_SIMPUL)
    return Suntingan(
        milik=MILIK_SIMPUL[medan], uid=str(simpul.uid), pk=simpul.pk, medan=medan,
        jenjang=simpul.jenjang, sebutan=simpul.sebutan, **_nilai(kiriman, medan),
    )  # fmt: skip


def suntingan_indikator(indikator: Indikator, kiriman: Mapping[str, Any]) -> Suntingan:
    """One cell of an indicator."""
    medan = _medan(kiriman, MILIK_INDIKATOR)
    return Suntingan(
        milik=MILIK_INDIKATOR[medan], uid=str(indikator.uid), pk=indikator.pk, medan=medan,
        satuan=indikator.satuan, sebutan=indikator.teks, **_nilai(kiriman, medan),
    )  # fmt: skip


def daftar_suntingan(pohon: Pohon, kiriman: Mapping[str, Any]) -> tuple[list[Suntingan], set[int]]:
    """All cells of a set, and the boxes they stand in.

    Raises SuntinganDitolak for cells whose box or indicator somebody has deleted.
    """
    daftar = kiriman.get("suntingan")
    if not isinstance(daftar, list) or not 0 < len(daftar) <= SEL_PALING_BANYAK:
        raise KirimanTidakSah("Jumlah sel tidak wajar.")
    if not all(map(_sel_sah, daftar)):
        raise KirimanTidakSah("Sel tidak sah.")
    simpul, indikator = _pemilik(pohon, daftar, "simpul"), _pemilik(pohon, daftar, "indikator")
    hasil, boks, hilang = [], set(), {}
    for ke, satu in enumerate(daftar):
        if (milik := simpul.get(satu.get("simpul"))) is not None:
            hasil.append(suntingan_simpul(milik, satu))
            boks.add(milik.pk)
        elif (punya := indikator.get(satu.get("indikator"))) is not None:
            hasil.append(suntingan_indikator(punya, satu))
            boks.add(punya.simpul_id)
        else:
            hilang[ke] = [Temuan(kode="SEL_HILANG", pesan=sel.SEL_HILANG)]
    if hilang:
        raise SuntinganDitolak(hilang)
    return hasil, boks


def cara(kiriman: Mapping[str, Any]) -> str:
    """How the cells came together, in words; "" when they say nothing we know."""
    return CARA.get(str(kiriman.get("cara", "")), "")


def _sel_sah(satu: object) -> bool:
    """An object; what names its owner is a primary key."""
    return isinstance(satu, dict) and all(
        isinstance(satu.get(apa), int | None) for apa in ("simpul", "indikator")
    )


def _pemilik(pohon: Pohon, daftar: list[dict[str, Any]], apa: str) -> dict[Any, Any]:
    pk = {satu[apa] for satu in daftar if isinstance(satu.get(apa), int)}
    if not pk:
        return {}
    milik = Simpul.objects.tampak() if apa == "simpul" else Indikator.objects.all()
    return milik.filter(pohon=pohon).in_bulk(pk)


def _medan(kiriman: Mapping[str, Any], milik: Mapping[str, str]) -> str:
    medan = kiriman.get("medan")
    if not isinstance(medan, str) or medan not in milik:
        raise KirimanTidakSah("Medan tidak dikenal.")
    return medan


def _nilai(kiriman: Mapping[str, Any], medan: str) -> dict[str, Any]:
    teks = {m: kiriman.get(m, "") for m in ("lama", "baru", "sumber_dana")}
    if not all(isinstance(v, str) and len(v) <= TEKS_PALING_PANJANG for v in teks.values()):
        raise KirimanTidakSah("Nilai sel harus teks yang wajar panjangnya.")
    tahun = kiriman.get("tahun", 0) if medan in BERTAHUN else 0
    if not isinstance(tahun, int) or (medan in BERTAHUN and not 1990 <= tahun <= 2200):
        raise KirimanTidakSah("Tahun tidak sah.")
    return {**teks, "tahun": tahun}


BARIS_PALING_BANYAK = 500


def baca_deret(kiriman: Mapping[str, Any], jenjang: str) -> list[dict[str, str]]:
    """New boxes from ``daftar``: each a text, or a kode and a text; "" for none is left out.

    The text is the name on the levels of the nomenklatur, elsewhere the sentence.
    """
    daftar = kiriman.get("daftar")
    if not isinstance(daftar, list) or not 0 < len(daftar) <= BARIS_PALING_BANYAK:
        raise KirimanTidakSah("Jumlah baris tidak wajar.")
    medan = "nama" if jenjang in BERKODE else "kinerja"
    hasil = []
    for satu in daftar:
        if not isinstance(satu, list) or not all(isinstance(teks, str) for teks in satu):
            raise KirimanTidakSah("Baris tidak sah.")
        kolom = [teks.strip() for teks in satu if teks.strip()]
        if kolom:
            *kode, teks = kolom[:2]
            hasil.append({"kode": kode[0] if kode else "", medan: teks})
    return hasil
