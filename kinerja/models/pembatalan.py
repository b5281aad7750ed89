"""Turning an event round: which rows come back, or why they can't."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kinerja.aturan.pembatalan import sebab_tetap
from kinerja.aturan.temuan import AturanDilanggar, tolak
from kinerja.models.perubahan import Perubahan
from kinerja.models.riwayat import Riwayat

if TYPE_CHECKING:
    from kinerja.models.pohon import Pohon

DIBATALKAN = "Dibatalkan: "
DIKEMBALIKAN = "Dikembalikan: "


def susun_pembatalan(pohon: Pohon, riwayat: Riwayat) -> list[Perubahan]:
    """The inverse changes of an event, last row first. The writer refuses when they are stale."""
    if riwayat.pohon_id != pohon.pk:
        raise tolak("BUKAN_DOKUMEN_INI", "Peristiwa itu milik dokumen lain.")
    if sebab := sebab_tetap(riwayat.kata_kerja):
        raise tolak("TIDAK_DAPAT_DIBATALKAN", sebab)
    sudah = Riwayat.objects.filter(membatalkan=riwayat).first()
    if sudah:
        raise tolak("SUDAH_DIBATALKAN", f"Peristiwa itu sudah dibatalkan (nomor {sudah.nomor}).")
    daftar = [Perubahan.dari_json(p).terbalik() for p in reversed(riwayat.perubahan)]
    # New rows come after the nodes they hang on, whatever their order in the event.
    return [p for p in daftar if p.jenis == "simpul"] + [p for p in daftar if p.jenis != "simpul"]


def ringkasan_pembatalan(riwayat: Riwayat) -> str:
    """An undone undo brings back what the first event did, and so on in turn."""
    if riwayat.membatalkan_id is None:
        return f"{DIBATALKAN}{riwayat.ringkasan}"
    for awalan, balik in ((DIBATALKAN, DIKEMBALIKAN), (DIKEMBALIKAN, DIBATALKAN)):
        if riwayat.ringkasan.startswith(awalan):
            return balik + riwayat.ringkasan.removeprefix(awalan)
    return f"{DIBATALKAN}{riwayat.ringkasan}"


def alasan_pembatalan(ditolak: AturanDilanggar) -> AturanDilanggar:
    """The same refusal in the words of somebody who undoes: the value has moved on since."""
    pesan = (
        "Tidak dapat dibatalkan karena isinya sudah diubah sesudah itu; "
        "batalkan perubahan yang lebih baru dahulu."
    )
    return AturanDilanggar(
        [replace(t, pesan=pesan) if t.kode == "RENCANA_BASI" else t for t in ditolak.temuan]
    )


def asal_pembatalan(dibatalkan: Riwayat) -> tuple[Riwayat, bool]:
    """The event at the start of a chain of undos, once this one is undone; does it hold again?"""
    berlaku = False
    while dibatalkan.membatalkan is not None:
        dibatalkan, berlaku = dibatalkan.membatalkan, not berlaku
    return dibatalkan, berlaku


def pembatalan_terakhir(riwayat: Riwayat) -> Riwayat:
    """The end of an event's chain of undos: the event itself while nobody undid it."""
    while lagi := Riwayat.objects.filter(membatalkan=riwayat).defer("perubahan").first():
        riwayat = lagi
    return riwayat
