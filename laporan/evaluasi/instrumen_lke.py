"""An instrument becomes a version of a pemda; what is there already is not loaded twice."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from kinerja.aturan.temuan import tolak
from kinerja.models import PerangkatDaerah
from laporan.aturan.instrumen_lke import ke_json
from laporan.aturan.lke import Instrumen
from laporan.models import VersiLke, sidik_instrumen

if TYPE_CHECKING:
    from kinerja.models import Pengguna


def muat_instrumen(
    pemda: PerangkatDaerah, instrumen: Instrumen, *, nama: str, tahun_mulai: int,
    tahun_sampai: int | None = None, sumber: str = "", oleh: Pengguna, pada: datetime,
) -> VersiLke:  # fmt: skip
    """A new version. Raises AturanDilanggar for what the rules find, and for one that is there."""
    isi = ke_json(instrumen)
    sidik = sidik_instrumen(isi)
    kembar = VersiLke.objects.filter(
        pemda=pemda, sha256=sidik, tahun_mulai=tahun_mulai, tahun_sampai=tahun_sampai
    ).first()
    if kembar is not None:
        raise tolak(
            "INSTRUMEN_SAMA", f"Isi dan tahunnya sama dengan “{kembar}”; tidak ada yang dimuat."
        )
    baru = VersiLke(
        pemda=pemda, nama=nama, tahun_mulai=tahun_mulai, tahun_sampai=tahun_sampai, sumber=sumber,
        isi=isi, sha256=sidik, dimuat_oleh=oleh, dimuat_pada=pada,
    )  # fmt: skip
    return baru.daftarkan(oleh=oleh, pada=pada)
