"""The program, kegiatan and sub kegiatan that a condition names, as one line of text each."""

from __future__ import annotations

from collections.abc import Mapping

PEMISAH = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "
KATA = ("Program", "Kegiatan", "Sub Kegiatan")
KUNCI = ("program", "kegiatan", "sub_kegiatan")
KOSONG = "-"


def pecah_terkait(teks: str) -> list[tuple[str, str]]:
    """(word, name) of each level that the line names: "A › - › B" has a program and a sub kegiatan.

    A further separator belongs to the last name.
    """
    bagian = teks.split(PEMISAH, len(KATA) - 1)
    return [
        (kata, nama.strip())
        for kata, nama in zip(KATA, bagian, strict=False)
        if nama.strip() not in ("", KOSONG)
    ]


def tulis_terkait(isi: Mapping[str, str]) -> str:
    """The line of names by level; what is missing above a name is a dash."""
    nama = [" ".join(isi.get(k, "").split()) for k in KUNCI]
    while nama and not nama[-1]:
        nama.pop()
    return PEMISAH.join(n or KOSONG for n in nama)
