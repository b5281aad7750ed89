"""The demo's crosscutting: one request in each state between two agencies."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from cascading.alur_lintas import langkahkan, minta
from cascading.models import Crosscutting
from kinerja.contoh import orang
from kinerja.models import Pengguna, PerangkatDaerah, Simpul
from kinerja.pilihan import JenisPohon

PERMINTAAN = (
    ("Data penerima yang sudah diperiksa di lapangan, sebelum bantuan disalurkan.", "", ""),
    ("Petugas pendamping di kecamatan untuk mengantar penerima ke layanan.", "setujui", ""),
    ("Tempat penampungan sementara bagi penerima dari luar kabupaten.", "tolak",
     "Belum ada gedung yang layak; dapat diajukan lagi sesudah perbaikan selesai."),
    ("Kendaraan untuk penyaluran bantuan.", "tarik",
     "Kendaraan sudah tersedia dari perangkat daerah sendiri."),
)  # fmt: skip
"""What is asked, the step that follows, its reason."""


def muat_lintas(
    milik: Mapping[str, PerangkatDaerah], akun: Mapping[str, Pengguna], pada: datetime
) -> None:
    """Once: requests are never deleted, so whatever stands there stays."""
    peminta, diminta = milik[orang.DINAS], milik[orang.POHON_2024]
    kotak = _kondisi(peminta)[1 : len(PERMINTAAN) + 1]  # below the outcome
    jawaban = _kondisi(diminta)
    ada = Crosscutting.objects.filter(perangkat_daerah=peminta, diminta=diminta)
    if not jawaban or ada.exists():
        return
    for simpul, (isi, langkah, alasan) in zip(kotak, PERMINTAAN, strict=False):
        lintas = minta(simpul, diminta=diminta, isi=isi, oleh=akun["perencana"], pada=pada)
        oleh = akun["perencana" if langkah == "tarik" else "perencana-2024"]
        if langkah == "setujui":
            langkahkan(lintas, langkah, jawaban=jawaban[0], oleh=oleh, pada=pada)
        elif langkah:
            langkahkan(lintas, langkah, alasan=alasan, oleh=oleh, pada=pada)


def _kondisi(dinas: PerangkatDaerah) -> list[Simpul]:
    """Conditions of its first pohon kinerja, from the top down."""
    daftar = Simpul.objects.tampak().filter(
        pohon__perangkat_daerah=dinas, pohon__jenis=JenisPohon.POHON_KINERJA, pohon__edisi=1
    )
    return list(
        daftar.select_related("pohon__perangkat_daerah__pemda").order_by("pohon", "level", "lft")
    )
