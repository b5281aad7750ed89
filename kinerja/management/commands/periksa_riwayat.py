"""manage.py periksa_riwayat: does every chain of the history still hold?"""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.core.management.base import BaseCommand

from kinerja.models import Pohon, Riwayat


class Command(BaseCommand):
    help = "Memeriksa rantai riwayat: nomor berurutan, hash benar, versi dokumen cocok."

    def handle(self, *args: Any, **options: Any) -> None:
        masalah: list[str] = []
        rantai = 0
        daftar = Riwayat.objects.order_by("pohon_id", "perangkat_daerah_id", "nomor").iterator()
        akhir: dict[int, int] = {}
        for kunci, baris in groupby(
            daftar, key=lambda r: (r.pohon_id, r.pohon_id or r.perangkat_daerah_id)
        ):
            rantai += 1
            nomor, temuan = periksa_rantai(baris)
            masalah += temuan
            if kunci[0]:
                akhir[kunci[0]] = nomor
        for pk, versi in Pohon.objects.values_list("pk", "versi"):
            if akhir.get(pk, 0) != versi:
                masalah.append(f"dokumen {pk}: versi {versi}, riwayat terakhir {akhir.get(pk, 0)}")
        for satu in masalah:
            self.stdout.write(satu)
        self.stdout.write(f"{rantai} rantai riwayat diperiksa, {len(masalah)} masalah.")
        if masalah:
            raise SystemExit(1)


def periksa_rantai(baris: Any) -> tuple[int, list[str]]:
    """Walk one chain; answers its last nomor and what is wrong."""
    masalah: list[str] = []
    nomor, hash_lalu = 0, ""
    for riwayat in baris:
        tempat = f"riwayat {riwayat.pk} (nomor {riwayat.nomor})"
        if riwayat.nomor != nomor + 1:
            masalah.append(f"{tempat}: nomor meloncat dari {nomor}")
        if riwayat.hash_sebelum != hash_lalu:
            masalah.append(f"{tempat}: tidak menyambung ke baris sebelumnya")
        if riwayat.hash != riwayat.hitung_hash():
            masalah.append(f"{tempat}: isinya berubah sesudah dicatat")
        nomor, hash_lalu = riwayat.nomor, riwayat.hash
    return nomor, masalah
