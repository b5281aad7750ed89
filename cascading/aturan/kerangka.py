"""From conditions to the skeleton of a cascading: which level a condition becomes.

Tujuan comes from the outcome, sasaran from the CSF, program from the first kondisi antara, kegiatan
from the conditions that one needs, sub kegiatan from the operational ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.pilihan import Jenjang, PeranKondisi

TURUNAN: dict[tuple[str, str], str] = {
    (PeranKondisi.OUTCOME, Jenjang.AKAR): Jenjang.TUJUAN,
    (PeranKondisi.CSF, Jenjang.TUJUAN): Jenjang.SASARAN,
    (PeranKondisi.KONDISI_ANTARA, Jenjang.SASARAN): Jenjang.PROGRAM,
    (PeranKondisi.KONDISI_ANTARA, Jenjang.PROGRAM): Jenjang.KEGIATAN,
    (PeranKondisi.KONDISI_OPERASIONAL, Jenjang.PROGRAM): Jenjang.KEGIATAN,
    (PeranKondisi.KONDISI_OPERASIONAL, Jenjang.KEGIATAN): Jenjang.SUB_KEGIATAN,
}
"""(role of the condition, level above it) -> level of the component."""


@dataclass(frozen=True)
class Kondisi:
    """A condition: ``komponen`` and ``jenjang`` of a component it is linked with already."""

    uid: str
    induk: str
    peran: str
    komponen: str = ""
    jenjang: str = ""


@dataclass(frozen=True)
class Langkah:
    """One component to make: for which condition, at which level, below which uid ("" = root);
    a parent that is itself new is named by its condition in ``induk_kondisi``.
    """

    kondisi: str
    jenjang: str
    induk_komponen: str = ""
    induk_kondisi: str = ""


@dataclass(frozen=True)
class Kerangka:
    """What is made, and the conditions that make nothing, by reason."""

    langkah: tuple[Langkah, ...]
    tanpa_peran: tuple[str, ...]
    tak_cocok: tuple[str, ...]


def susun_kerangka(daftar: Sequence[Kondisi]) -> Kerangka:
    """``daftar`` in tree order. What hangs below a condition that makes nothing goes to the next
    one above that does.
    """
    langkah: list[Langkah] = []
    tanpa: list[str] = []
    tak_cocok: list[str] = []
    atas: dict[str, tuple[str, str, str]] = {"": (Jenjang.AKAR, "", "")}
    for k in daftar:
        di = atas.get(k.induk, atas[""])
        if k.komponen:
            atas[k.uid] = (k.jenjang, k.komponen, "")
            continue
        jenjang = TURUNAN.get((k.peran, di[0])) if k.peran else None
        if jenjang is None:
            (tak_cocok if k.peran else tanpa).append(k.uid)
            atas[k.uid] = di
            continue
        langkah.append(Langkah(k.uid, str(jenjang), di[1], di[2]))
        atas[k.uid] = (str(jenjang), "", k.uid)
    return Kerangka(tuple(langkah), tuple(tanpa), tuple(tak_cocok))
