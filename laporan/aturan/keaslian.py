"""What a frozen document is recognised by: its canonical text, fingerprints and its code."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

ABJAD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Letters and digits that nobody takes for another; 32 of them, so 5 bits each."""
PANJANG_KODE = 12
"""60 bits: not to be guessed. Printed in groups of four."""
_MIRIP = str.maketrans("OILU", "011V")


def naskah_baku(cuplikan: Mapping[str, Any]) -> bytes:
    """The same data, the same bytes, whatever database kept them. Numbers must be whole."""
    teks = json.dumps(
        cuplikan, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return teks.encode()


def sidik(isi: bytes) -> str:
    """SHA-256 as 64 hexadecimal digits."""
    return hashlib.sha256(isi).hexdigest()


def kode_dari(acak: bytes) -> str:
    """A code out of at least eight random bytes."""
    angka = int.from_bytes(acak[:8], "big")
    return "".join(ABJAD[angka >> 5 * i & 31] for i in range(PANJANG_KODE))


def kode_baku(tertulis: str) -> str:
    """A code as somebody typed or read it; "" when it can be none."""
    bersih = "".join(c for c in tertulis.upper() if c.isalnum()).translate(_MIRIP)
    return bersih if len(bersih) == PANJANG_KODE and set(bersih) <= set(ABJAD) else ""


def kode_tercetak(kode: str) -> str:
    """In groups of four: 7F3K-9QXD-20MA."""
    return "-".join(kode[i : i + 4] for i in range(0, len(kode), 4))
