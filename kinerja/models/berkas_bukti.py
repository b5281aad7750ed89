"""Evidence as rows keep it: a file under its hash outside the web root, or an address."""

from __future__ import annotations

import hashlib
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from kinerja.aturan import bukti as aturan
from kinerja.aturan.temuan import tolak_bila

BERKAS_ATAU_TAUTAN = Q(tautan="") & ~Q(sha256="") & ~Q(akhiran="") | ~Q(tautan="") & Q(
    sha256="", akhiran="", ukuran=0
)
"""For a constraint of each table."""


class BerkasBukti(models.Model):
    """Either ``sha256`` names a file below ``MEDIA_ROOT/bukti`` or ``tautan`` is an address.

    Bytes never change.
    """

    nama = models.CharField(max_length=200)
    tautan = models.CharField(max_length=aturan.PANJANG_TAUTAN, blank=True)
    akhiran = models.CharField(max_length=8, blank=True)
    ukuran = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        abstract = True

    def isi_berkas(self, nama: str, isi: bytes) -> None:
        """Keep the bytes. AturanDilanggar when their content is none of those taken."""
        tolak_bila(aturan.periksa_berkas(nama, isi))
        jenis = aturan.kenali(isi)
        self.nama, self.ukuran = nama_bersih(nama), len(isi)
        self.akhiran = jenis.akhiran if jenis else ""
        self.sha256 = hashlib.sha256(isi).hexdigest()
        jalur = self.jalur
        if not jalur.exists():
            jalur.parent.mkdir(parents=True, exist_ok=True)
            sementara = jalur.with_suffix(f".{uuid4().hex}-baru")
            sementara.write_bytes(isi)
            sementara.replace(jalur)

    def isi_tautan(self, tautan: str, nama: str = "") -> None:
        """Keep an address. AturanDilanggar when it is none."""
        tautan = tautan.strip()
        tolak_bila(aturan.periksa_tautan(tautan))
        self.nama, self.tautan = nama_bersih(nama or tautan), tautan

    @property
    def jalur(self) -> Path:
        return Path(settings.MEDIA_ROOT) / "bukti" / self.sha256[:2] / self.sha256

    @property
    def nama_berkas(self) -> str:
        """The name it is given out with: its own, with the ending of its content."""
        dasar = self.nama.rsplit(".", 1)[0] if "." in self.nama else self.nama
        return f"{dasar}.{self.akhiran}"


def nama_bersih(nama: str) -> str:
    """Without a path and without signs that a header or a disk takes amiss."""
    akhir = nama.replace("\\", "/").rsplit("/", 1)[-1] if "://" not in nama else nama
    return "".join(h for h in " ".join(akhir.split()) if h.isprintable())[:200] or "bukti"
