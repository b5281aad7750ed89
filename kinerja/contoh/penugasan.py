"""Which positions of the Kotawaringin Timur Dinas Sosial answer for which boxes.

One sub kegiatan is given to nobody yet and one position has no box, so that both lists of the
demo show what they are for.
"""

from __future__ import annotations

from datetime import datetime

from kinerja.models import Jabatan, Pengguna, Penugasan, Pohon, Simpul
from kinerja.pilihan import Jenjang

KEPALA, SEKRETARIS = "Kepala Dinas Sosial", "Sekretaris Dinas Sosial"
REHABILITASI = "Kepala Bidang Rehabilitasi Sosial"
PERLINDUNGAN = "Kepala Bidang Perlindungan dan Jaminan Sosial"
PEMBERDAYAAN = "Kepala Bidang Pemberdayaan Sosial"
PERENCANAAN, KEUANGAN = "Kepala Subbagian Perencanaan", "Kepala Subbagian Keuangan"
UMUM = "Kepala Subbagian Umum dan Kepegawaian"
PEKSOS = "Pekerja Sosial Ahli Muda (Rehabilitasi Sosial)"
PEKSOS_LUAR = "Pekerja Sosial Ahli Muda (Luar Panti)"
BENCANA = "Pekerja Sosial Ahli Muda (Perlindungan Korban Bencana)"
JAMINAN = "Penyuluh Sosial Ahli Muda (Jaminan Sosial)"
PSKS = "Penyuluh Sosial Ahli Muda (Pemberdayaan Sosial)"

PROGRAM = {
    "1.06.01": SEKRETARIS,
    "1.06.02": PEMBERDAYAAN,
    "1.06.03": REHABILITASI,
    "1.06.04": REHABILITASI,
    "1.06.05": PERLINDUNGAN,
    "1.06.06": PERLINDUNGAN,
    "1.06.07": PEMBERDAYAAN,
}
KEGIATAN = {
    "1.06.01.2.01": PERENCANAAN,
    "1.06.01.2.02": KEUANGAN,
    "1.06.01.2.05": UMUM,
    "1.06.01.2.06": UMUM,
    "1.06.01.2.08": UMUM,
    "1.06.01.2.09": UMUM,
    "1.06.02.2.03": PSKS,
    "1.06.03.2.01": PEKSOS_LUAR,
    "1.06.04.2.01": PEKSOS,
    "1.06.04.2.02": PEKSOS_LUAR,
    "1.06.05.2.02": JAMINAN,
    "1.06.06.2.01": BENCANA,
    "1.06.07.2.01": PSKS,
}
BELUM = frozenset({"1.06.07.2.01.0002"})
"""Sub kegiatan that nobody answers for yet."""


def tugaskan_jabatan(pohon: Pohon, *, oleh: Pengguna, pada: datetime) -> None:
    """The head for tujuan and sasaran, a bidang for its program, a JF or kasubag for a kegiatan
    with its sub kegiatan. Once: what people gave and took since stays.
    """
    if Penugasan.objects.di(pohon).exists() or not pohon.dapat_diubah:
        return
    milik: dict[str, list[Simpul]] = {}
    for simpul in Simpul.objects.tampak().filter(pohon=pohon).order_by("lft"):
        if nama := _pemegang(simpul):
            milik.setdefault(nama, []).append(simpul)
    jabatan = {j.nama: j for j in Jabatan.objects.filter(perangkat_daerah=pohon.perangkat_daerah)}
    for nama, kotak in milik.items():
        if nama in jabatan:
            pohon.tugaskan(kotak, jabatan[nama], oleh=oleh, pada=pada)


def _pemegang(simpul: Simpul) -> str:
    """The position that answers for a box of the demo, "" nobody."""
    match simpul.jenjang:
        case Jenjang.TUJUAN | Jenjang.SASARAN:
            return KEPALA
        case Jenjang.PROGRAM:
            return PROGRAM.get(simpul.kode, "")
        case Jenjang.KEGIATAN:
            return KEGIATAN.get(simpul.kode, "")
        case _:
            return "" if simpul.kode in BELUM else KEGIATAN.get(simpul.kode[:12], "")
