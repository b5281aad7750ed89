"""The public page of the first demo pemda is on, with one approved planning document."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kinerja.models import Pengguna, PerangkatDaerah


def muat_publik(
    milik: Mapping[str, PerangkatDaerah], akun: Mapping[str, Pengguna], pada: datetime
) -> None:
    """The cascading of 2019 goes up its ladder; its period is over, so nobody edits it any more."""
    from kinerja.contoh import orang
    from kinerja.models import Pengaturan, Pohon
    from kinerja.pilihan import StatusPohon
    from kinerja.temuan_dokumen import temuan_dokumen

    siapa: dict[str, Any] = {"oleh": akun["perencana"], "pada": pada}
    pengaturan, _ = Pengaturan.objects.get_or_create(pemda=milik[orang.PEMDA])
    if not pengaturan.halaman_publik:
        pengaturan.ubah({"halaman_publik": True}, **siapa)
    draf = Pohon.objects.filter(perangkat_daerah=milik[orang.LAMA], status=StatusPohon.DRAF)
    for pohon in draf.select_related("perangkat_daerah__pemda", "periode"):
        if not (galat := len(temuan_dokumen(pohon).galat)):
            pohon.ajukan(versi=pohon.versi, galat=galat, **siapa)
            pohon.setujui(versi=pohon.versi, galat=galat, **siapa)
