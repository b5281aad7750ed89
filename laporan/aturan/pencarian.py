"""What somebody searches for, and what of a text is marked. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from kinerja.aturan.mutu.katalog import KATALOG
from kinerja.pilihan import Jenjang

KATA = re.compile(r"\w+")
KODE = re.compile(r"\d+(?:\.[\dA-Za-z]+)+\.?")
TERBANYAK = 8
"""Words that count; more would only slow the search down."""
BAGIAN = ("kotak", "indikator", "dokumen")
POKOK_TERPENDEK = 4
AWALAN = ("meng", "meny", "men", "mem", "me", "peng", "peny", "pen", "pem", "pe", "ber", "per",
          "ter", "di", "ke", "se")  # fmt: skip
AKHIRAN = ("nya", "kan", "an", "i")
Potongan = tuple[tuple[str, bool], ...]
"""A text in pieces; True: marked."""


@dataclass(frozen=True)
class Pencarian:
    """Words and codes as typed, and filters; ``bagian`` is the group that is paged ("": all)."""

    teks: str = ""
    lembaga: int = 0
    jenjang: str = ""
    temuan: str = ""
    tahun: int = 0
    bagian: str = ""

    @classmethod
    def baca(cls, isi: Mapping[str, str]) -> Pencarian:
        """From an address; what makes no sense narrows nothing."""
        lembaga, tahun = isi.get("lembaga", ""), isi.get("tahun", "")
        jenjang, temuan, bagian = (isi.get(k, "") for k in ("jenjang", "temuan", "bagian"))
        return cls(
            teks=" ".join(isi.get("q", "").replace("\x00", "").split())[:200],
            lembaga=int(lembaga) if lembaga.isdecimal() and len(lembaga) < 10 else 0,
            jenjang=jenjang if jenjang in Jenjang.values else "",
            temuan=temuan if temuan in KATALOG else "",
            tahun=int(tahun) if tahun.isdecimal() and len(tahun) == 4 else 0,
            bagian=bagian if bagian in BAGIAN else "",
        )

    @property
    def kode(self) -> tuple[str, ...]:
        """Nomenklatur codes: boxes whose code begins so."""
        return tuple(dict.fromkeys(k.rstrip(".") for k in KODE.findall(self.teks)))[:TERBANYAK]

    @property
    def kata(self) -> tuple[str, ...]:
        """Words, in lower case, each once."""
        semua = KATA.findall(KODE.sub(" ", self.teks).casefold().replace("_", " "))
        return tuple(dict.fromkeys(semua))[:TERBANYAK]

    @property
    def kosong(self) -> bool:
        """Nothing to look for."""
        return not (self.kata or self.kode or self.temuan or self.jenjang)

    def alamat(self, **ganti: str) -> str:
        """For links of the same search, with "&" at its end."""
        satu = replace(self, **ganti)  # type: ignore[arg-type]
        isi = {"q": satu.teks, "lembaga": satu.lembaga, "jenjang": satu.jenjang,
               "temuan": satu.temuan, "tahun": satu.tahun, "bagian": satu.bagian}  # fmt: skip
        return f"{urlencode({k: v for k, v in isi.items() if v})}&"


def sorot(teks: str, kata: Iterable[str]) -> Potongan:
    """The words that begin with what was looked for, or share its stem, are marked."""
    dicari = tuple(dict.fromkeys(k for satu in kata for k in (satu, pokok(satu))))
    if not dicari:
        return ((teks, False),) if teks else ()
    hasil: list[tuple[str, bool]] = []
    akhir = 0
    for cocok in KATA.finditer(teks):
        satu = cocok.group().casefold()
        if (
            satu.startswith(dicari)
            or pokok(satu) in dicari
            or any(len(d) >= POKOK_TERPENDEK and d in satu for d in dicari)
        ):
            hasil += [(teks[akhir : cocok.start()], False), (cocok.group(), True)]
            akhir = cocok.end()
    return tuple((t, s) for t, s in (*hasil, (teks[akhir:], False)) if t)


def pokok(kata: str) -> str:
    """A rough stem: one prefix and one suffix off, where enough is left."""
    for akhiran in AKHIRAN:
        if kata.endswith(akhiran) and len(kata) - len(akhiran) >= POKOK_TERPENDEK:
            kata = kata[: -len(akhiran)]
            break
    for awalan in AWALAN:
        if kata.startswith(awalan) and len(kata) - len(awalan) >= POKOK_TERPENDEK:
            return kata[len(awalan) :]
    return kata
