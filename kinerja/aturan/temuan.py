"""What a check found. The same Temuan feeds the form error, the import preview and the badge."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Tingkat(StrEnum):
    """How much a finding weighs: TOLAK refuses the file, GALAT needs a decision."""

    TOLAK = "TOLAK"
    GALAT = "GALAT"
    PERINGATAN = "PERINGATAN"
    INFO = "INFO"


@dataclass(frozen=True, kw_only=True)
class Letak:
    """Where: a cell of a workbook (lembar, sel) or a field of a simpul (simpul uid, medan), or of
    one of its indicators (uid).
    """

    lembar: str = ""
    sel: str = ""
    simpul: str = ""
    medan: str = ""
    indikator: str = ""

    def __str__(self) -> str:
        if self.lembar or self.sel:
            return "!".join(bagian for bagian in (self.lembar, self.sel) if bagian)
        return ".".join(bagian for bagian in (self.simpul, self.medan) if bagian)


@dataclass(frozen=True, kw_only=True)
class Usul:
    """A proposed repair: text to type into ``sel`` (may be another cell than the finding's)."""

    sel: str
    nilai: str
    alasan: str
    lembar: str = ""


@dataclass(frozen=True, kw_only=True)
class Temuan:
    """One result of a check. ``pesan`` tells the planner what is wrong and what to do; ``perihal``
    are the texts and numbers it is about, in full, where the message cuts them.
    """

    kode: str
    pesan: str
    tingkat: Tingkat = Tingkat.GALAT
    letak: Letak = field(default_factory=Letak)
    usul: tuple[Usul, ...] = ()
    perihal: str = ""

    @property
    def menghalangi(self) -> bool:
        return self.tingkat in (Tingkat.TOLAK, Tingkat.GALAT)

    def di(self, *, lembar: str = "", sel: str = "", simpul: str = "", medan: str = "") -> Temuan:
        """The same finding, placed."""
        return replace(self, letak=Letak(lembar=lembar, sel=sel, simpul=simpul, medan=medan))


class AturanDilanggar(Exception):
    """A change was refused; ``temuan`` says why. Views answer 422 with these findings."""

    def __init__(self, temuan: Iterable[Temuan]):
        self.temuan = list(temuan)
        super().__init__(" ".join(t.pesan for t in self.temuan))


def tolak_bila(temuan: Iterable[Temuan]) -> None:
    """Raise AturanDilanggar when any finding blocks."""
    if penghalang := [t for t in temuan if t.menghalangi]:
        raise AturanDilanggar(penghalang)


def tolak(kode: str, pesan: str) -> AturanDilanggar:
    """A refusal with one reason, to be raised."""
    return AturanDilanggar([Temuan(kode=kode, pesan=pesan)])
