"""manage.py daftar_pohon [--json]: every planning document with its counts and money."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db.models import Count

from kinerja.aturan.anggaran import jumlahkan
from kinerja.aturan.angka import format_angka
from kinerja.isi_pohon import terakhir
from kinerja.models import Pagu, Pohon, Simpul, Tahap
from kinerja.pilihan import Jenjang


class Command(BaseCommand):
    help = "Menampilkan semua dokumen perencanaan, jumlah simpul tiap jenjang, dan pagunya."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", dest="sebagai_json")

    def handle(self, *args: Any, sebagai_json: bool = False, **options: Any) -> None:
        daftar = daftar_pohon()
        if sebagai_json:
            self.stdout.write(json.dumps(daftar, ensure_ascii=False))
            return
        for satu in daftar:
            self.stdout.write(_baris(satu))


def daftar_pohon() -> list[dict[str, Any]]:
    """All documents that lists show, in four queries whatever their number and size.

    ``pagu`` is {tahun: rupiah}: the readable pagu, each as its last tahap has it.
    """
    jumlah, pagu = _jumlah_simpul(), _pagu_berlaku()
    pohon = Pohon.objects.tampak().select_related("perangkat_daerah", "periode").order_by("pk")
    return [
        {
            "id": p.pk,
            "perangkat_daerah": {"kode": p.perangkat_daerah.kode, "nama": p.perangkat_daerah.nama},
            "jenis": p.jenis,
            "judul": p.judul,
            "periode": p.periode.nama,
            "edisi": p.edisi,
            "jumlah": jumlah[p.pk],
            "pagu": pagu[p.pk],
        }
        for p in pohon
    ]


def _jumlah_simpul() -> dict[int, dict[str, int]]:
    """Visible simpul per document and level, levels from the top."""
    baris = (
        Simpul.objects.tampak()
        .order_by()
        .values_list("pohon_id", "jenjang")
        .annotate(banyak=Count("pk"))
    )
    hasil: dict[int, dict[str, int]] = defaultdict(dict)
    for pohon, jenjang, banyak in sorted(baris, key=lambda b: list(Jenjang).index(b[1])):
        hasil[pohon][jenjang.lower()] = banyak
    return hasil


def _pagu_berlaku() -> dict[int, dict[int, int]]:
    tahapan = dict(Tahap.objects.values_list("pk", "urutan"))
    kolom = ("simpul__pohon_id", "simpul_id", "tahun", "sumber_dana", "tahap_id", "nilai")
    baris = Pagu.objects.order_by("tahun", "pk").values_list(*kolom).iterator()
    berlaku = terakhir((((p, s, th, sd), t, n) for p, s, th, sd, t, n in baris), tahapan)
    isi: dict[tuple[int, int], list[int | None]] = defaultdict(list)
    for (pohon, _, tahun, _), (nilai,) in berlaku.items():
        isi[pohon, tahun].append(nilai)
    hasil: dict[int, dict[int, int]] = defaultdict(dict)
    for (pohon, tahun), nilai in isi.items():
        jumlah = jumlahkan([(pohon, None, Jenjang.AKAR)], {pohon: nilai})
        hasil[pohon][tahun] = jumlah[pohon].nilai
    return hasil


def _baris(satu: dict[str, Any]) -> str:
    jumlah = ", ".join(f"{banyak} {jenjang}" for jenjang, banyak in satu["jumlah"].items())
    pagu = ", ".join(f"{tahun}: Rp {format_angka(nilai)}" for tahun, nilai in satu["pagu"].items())
    judul = f"{satu['jenis']} {satu['judul']}".strip()
    kepala = f"{satu['id']:>4}  {judul} {satu['perangkat_daerah']['nama']} {satu['periode']}"
    return f"{kepala} edisi {satu['edisi']}\n      {jumlah or 'kosong'}  {pagu}".rstrip()
