"""Which documents a penjenjangan may be read from, and whether a later edition is in force."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cascading.models import Penjenjangan
from kinerja.models import Pengguna, Pohon
from kinerja.pilihan import JenisPohon, StatusPohon

JENIS = (JenisPohon.POHON_KINERJA, JenisPohon.CASCADING)


def calon_pohon(pengguna: Pengguna) -> list[Pohon]:
    """Pohon kinerja and cascadings that the user edits, the latest edition of each."""
    daftar = Pohon.objects.terlihat_oleh(pengguna).filter(jenis__in=JENIS, diarsipkan_pada=None)
    milik: Mapping[Any, Pohon] = {
        (p.perangkat_daerah_id, p.periode_id, p.jenis, p.judul): p
        for p in daftar.select_related("perangkat_daerah__pemda", "periode").order_by("edisi")
    }
    boleh = {p.perangkat_daerah_id: p.perangkat_daerah for p in milik.values()}
    disusun = {pk for pk, lembaga in boleh.items() if pengguna.menyusun(lembaga)}
    return [p for p in milik.values() if p.perangkat_daerah_id in disusun]


def pohon_dokumen(dokumen: Penjenjangan) -> list[Pohon]:
    """What the document may be read from: all editions of its agency and periode."""
    dipakai = {dokumen.pohon_kinerja_id, dokumen.cascading_id}
    return [p for p in _semua(dokumen) if not p.arsip or p.pk in dipakai]


def edisi_baru(dokumen: Penjenjangan) -> list[Pohon]:
    """Later approved editions of its trees, the last of each. One query."""
    disetujui = [p for p in _semua(dokumen) if p.status == StatusPohon.DISETUJUI and not p.arsip]
    hasil = []
    for kini in (dokumen.pohon_kinerja, dokumen.cascading):
        baru = [
            p
            for p in disetujui
            if (p.jenis, p.judul) == (kini.jenis, kini.judul) and p.edisi > kini.edisi
        ]
        hasil += sorted(baru, key=lambda p: p.edisi)[-1:]
    return hasil


def _semua(dokumen: Penjenjangan) -> list[Pohon]:
    daftar = Pohon.objects.filter(
        perangkat_daerah=dokumen.perangkat_daerah_id, periode=dokumen.periode_id, jenis__in=JENIS
    )
    return list(daftar.select_related("perangkat_daerah", "periode"))
