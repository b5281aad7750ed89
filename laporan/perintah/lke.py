"""``cetak lke`` and ``cetak lhe``: the evaluation sheet and its report."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from laporan.cetakan import Cetakan
from laporan.evaluasi.naskah_lke import LHE, LKE, cetakan_lke, dokumen_beku
from laporan.models import Lke
from laporan.pengesahan import pastikan_cetakan
from laporan.perintah.dasar import PerintahCetakan


class CetakLke(PerintahCetakan):
    kode = "lke"
    bantuan = "lembar kerja evaluasi"
    jenis = LKE

    def tambah_argumen(self, parser: CommandParser) -> None:
        parser.add_argument("--lke", type=int, required=True, metavar="ID")

    def cetakan(self, pilihan: dict[str, Any], akhiran: str, pada: date) -> Cetakan:
        return cetakan_lke(
            ambil_lke(pilihan["lke"]), self.jenis, akhiran=akhiran, pada=timezone.now()
        )

    def kabar(self, cetakan: Cetakan) -> Iterable[str]:
        n: Any = cetakan.naskah
        yield f"status {n.status}, nilai {n.nilai or 'belum lengkap'}."


class CetakLhe(CetakLke):
    kode = "lhe"
    bantuan = "laporan hasil evaluasi"
    jenis = LHE

    def tulis(
        self, pilihan: dict[str, Any], keluaran: Path, akhiran: str, pada: date
    ) -> Iterable[str]:
        """The PDF of a final one is the stored file, byte by byte."""
        dokumen = dokumen_beku(ambil_lke(pilihan["lke"]))
        if dokumen is None or akhiran != "pdf":
            return super().tulis(pilihan, keluaran, akhiran, pada)
        keluaran.write_bytes(bytes(pastikan_cetakan(dokumen).isi))
        return [f"{dokumen.judul}, kode {dokumen.kode_tercetak}."]


def ambil_lke(pk: int) -> Lke:
    """Raises CommandError with a sentence."""
    if (lke := Lke.objects.lengkap().filter(pk=pk).first()) is None:
        ada = ", ".join(f"{satu.pk} ({satu})" for satu in Lke.objects.lengkap().order_by("pk"))
        raise CommandError(f"LKE {pk} tidak ada; yang ada: {ada or 'belum ada'}.")
    return lke
