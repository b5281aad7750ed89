"""Words that a copy of a document changes: read from a list, replaced in texts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kinerja.aturan.temuan import Temuan

Pasangan = tuple[str, str]
"""What stands there and what comes instead."""

PEMISAH = re.compile(r"\t|=>|\N{RIGHTWARDS ARROW}")
TERBANYAK = 100


def baca_pasangan(teks: str) -> tuple[list[Pasangan], list[Temuan]]:
    """One pair a line, "lama => baru" (or an arrow, or two columns pasted from Excel).

    Nothing after the sign takes the words away. Answers the pairs and what is wrong with the lines.
    """
    hasil: dict[str, str] = {}
    temuan = []
    for nomor, baris in enumerate(teks.splitlines(), 1):
        if not baris.strip():
            continue
        bagian = [" ".join(b.split()) for b in PEMISAH.split(baris)]
        if len(bagian) != 2 or not bagian[0]:
            pesan = f"Baris {nomor} “{baris.strip()[:80]}” tidak terbaca; tulis lama => baru."
            temuan.append(Temuan(kode="PASANGAN_TIDAK_TERBACA", pesan=pesan).di(medan="kata"))
        elif hasil.setdefault(*bagian) != bagian[1]:
            pesan = f"Baris {nomor}: “{bagian[0][:80]}” sudah diganti di baris lain; pilih satu."
            temuan.append(Temuan(kode="PASANGAN_GANDA", pesan=pesan).di(medan="kata"))
    if len(hasil) > TERBANYAK:
        pesan = f"Paling banyak {TERBANYAK} pasangan kata (kini {len(hasil)}); kurangi."
        temuan.append(Temuan(kode="PASANGAN_TERLALU_BANYAK", pesan=pesan).di(medan="kata"))
    return list(hasil.items()), temuan


class Pengganti:
    """Replaces whole words, written exactly so, all pairs in one pass: the longest wins, and what
    came instead is not replaced again.
    """

    def __init__(self, pasangan: Sequence[Pasangan]):
        self._baru = dict(pasangan)
        urut = sorted(self._baru, key=len, reverse=True)
        pola = "|".join(re.sub(r"\\ |\s", r"\\s+", re.escape(lama)) for lama in urut)
        self._pola = re.compile(rf"(?<!\w)(?:{pola})(?!\w)") if urut else None

    def __call__(self, teks: str) -> str:
        if self._pola is None or not teks:
            return teks
        baru, banyak = self._pola.subn(self._satu, teks)
        return re.sub(r"[^\S\n]{2,}", " ", baru).strip() if banyak else teks

    def _satu(self, cocok: re.Match[str]) -> str:
        return self._baru[" ".join(cocok[0].split())]
