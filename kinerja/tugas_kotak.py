"""Who answers for one box, with who holds the position that day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kinerja.aturan.penugasan import TUNGGAL
from kinerja.models import Jabatan, Pengguna, Penugasan, Simpul
from kinerja.pilihan import PeranTugas
from kinerja.susunan_jabatan import pejabat_pada

URUTAN = {peran: n for n, peran in enumerate(PeranTugas.values)}


@dataclass(frozen=True)
class TugasKotak:
    """``daftar`` are (assignment, holder in words, "" where nobody holds the position).

    ``pilihan`` are the positions to choose from, empty for who may not; ``gantikan``: the box has
    its one penanggung jawab already.
    """

    daftar: tuple[tuple[Penugasan, str], ...]
    boleh: bool
    pilihan: list[Jabatan] = field(default_factory=list)
    gantikan: bool = False
    peran = PeranTugas.choices


def tugas_kotak(simpul: Simpul, pengguna: Pengguna, pada: date) -> TugasKotak:
    """Two queries, one more for who may edit."""
    daftar = sorted(
        simpul.penugasan.select_related("jabatan").order_by("jabatan__nama", "pk"),
        key=lambda t: URUTAN[t.peran],
    )
    pejabat = pejabat_pada(pada, jabatan__in=[t.jabatan_id for t in daftar]) if daftar else {}
    boleh = pengguna.boleh_menyusun(simpul.pohon, simpul)
    milik = Jabatan.objects.filter(perangkat_daerah=simpul.pohon.perangkat_daerah_id)
    ketua = any(t.peran == PeranTugas.PENANGGUNG_JAWAB for t in daftar)
    return TugasKotak(
        tuple((t, pejabat[t.jabatan_id][0].sebutan if t.jabatan_id in pejabat else "")
              for t in daftar),
        boleh,
        list(milik.order_by("-kepala", "nama", "pk")) if boleh else [],
        simpul.jenjang in TUNGGAL and ketua,
    )  # fmt: skip
