"""What the status page of a planning document says of its frozen form."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinerja.models.pohon import Pohon


def keadaan_pohon(pohon: Pohon) -> str:
    """The file, its code, and what changed since; nothing before approval."""
    from django.template.loader import render_to_string

    from laporan.perubahan_angka import perubahan_angka
    from laporan.pohon_beku import pohon_beku

    beku = pohon_beku(pohon)
    if beku is None:
        return ""
    isi = {"pohon": pohon, "beku": beku, "perubahan": perubahan_angka(beku)}
    return render_to_string("laporan/_pohon_beku.html", isi)
