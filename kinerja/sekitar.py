"""What stands around a document and changes without it: who else is here, what is being said.

Laid over the drawn rows, which are cached by the version of the document, from one query each.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.utils.safestring import SafeString, mark_safe

from kinerja.komentar_kotak import komentar_terbuka
from kinerja.models import Kehadiran, Pengguna, Pohon

NAMA_KOTAK = re.compile(r'<a class="nm" href="(/simpul/(\d+)/[^"]*)">[^<]*</a>')


@dataclass(frozen=True)
class Sekitar:
    """``rekan``: colleagues as (initials, name); ``komentar``: open comments by box."""

    rekan: tuple[tuple[str, str], ...]
    komentar: Mapping[int, int]

    @property
    def banyak_komentar(self) -> int:
        return sum(self.komentar.values())

    @property
    def komentar_json(self) -> str:
        """For the rows that a page draws later."""
        return json.dumps(dict(self.komentar))

    @property
    def tanda(self) -> str:
        """Another as soon as a page would show something else."""
        isi = json.dumps([self.rekan, sorted(self.komentar.items())])
        return sha256(isi.encode()).hexdigest()[:12]

    def pasang(self, baris: SafeString) -> SafeString:
        """Drawn rows with the count of open comments behind the name of each box."""
        if not self.komentar:
            return baris
        hasil = NAMA_KOTAK.sub(self._dengan_hitungan, baris)
        return mark_safe(hasil)  # noqa: S308  an address that was escaped, and numbers

    def _dengan_hitungan(self, nama: re.Match[str]) -> str:
        banyak = self.komentar.get(int(nama[2]))
        if banyak is None:
            return nama[0]
        kata = f'aria-label="{banyak} komentar terbuka"'
        return f'{nama[0]} <a class="kmt" href="{nama[1]}#komentar" {kata}>{banyak}</a>'


def sekitar(pohon: Pohon, pengguna: Pengguna, pada: datetime) -> Sekitar:
    """Two queries."""
    rekan = Kehadiran.rekan(pohon, pengguna, pada=pada)
    return Sekitar(tuple((r.inisial, str(r)) for r in rekan), komentar_terbuka(pohon))
