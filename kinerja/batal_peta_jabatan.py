"""Events of the boxes of a cascading per jabatan are undone one by one (``pembatalan_lembaga``)."""

from __future__ import annotations

from datetime import datetime

from kinerja.aturan.temuan import tolak
from kinerja.models import KotakJabatan, Pengguna, PetaJabatan, Riwayat
from kinerja.pembatalan_lembaga import Pembatal

HILANG = "Cascading per jabatan itu sudah dihapus; tidak ada lagi yang dapat dibatalkan."


def balikkan(riwayat: Riwayat, oleh: Pengguna, pada: datetime) -> Riwayat:
    """The map is found by a box that stands, or by what the event says of one."""
    pk = {p["kunci"][0] for p in riwayat.perubahan}
    peta = KotakJabatan.objects.filter(pk__in=pk).values_list("peta", flat=True).first()
    for p in riwayat.perubahan:
        peta = peta or (p["sebelum"] or {}).get("peta") or (p["sesudah"] or {}).get("peta")
    milik = PetaJabatan.objects.filter(perangkat_daerah=riwayat.perangkat_daerah_id, pk=peta or 0)
    if (satu := milik.select_related("perangkat_daerah__pemda", "periode").first()) is None:
        raise tolak("PETA_HILANG", HILANG)
    return satu.batalkan(riwayat, oleh=oleh, pada=pada)


PETA_JABATAN = Pembatal(
    "JABATAN",
    "Cascading per jabatan",
    frozenset({
        "tambah kotakjabatan", "ubah kotakjabatan", "hapus kotakjabatan", "muat petajabatan",
        "batalkan petajabatan",
    }),
    balikkan,
)  # fmt: skip
