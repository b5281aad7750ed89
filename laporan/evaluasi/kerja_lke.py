"""What evaluation sheets have for somebody: to value, to repair, recommendations to follow."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, Min, Q
from django.urls import reverse

from kinerja.kerja_saya import Butir, Kelompok, Saya
from laporan.aturan.tangga_lke import PelakuLke
from laporan.evaluasi.wewenang_lke import pelaku_lke
from laporan.models import Lke
from laporan.pilihan import StatusLke

TERBUKA = Q(rekomendasi__tindak_lanjut="")


def lembar_evaluasi(saya: Saya) -> list[Butir]:
    """One query."""
    daftar = Lke.objects.terlihat_oleh(saya.pengguna).exclude(status=StatusLke.DRAF)
    semua = (
        daftar.select_related("perangkat_daerah")
        .defer("perangkat_daerah__lambang")
        .annotate(
            banyak=Count("rekomendasi", filter=TERBUKA),
            tenggat=Min("rekomendasi__tenggat", filter=TERBUKA),
        )
        .exclude(status=StatusLke.FINAL, banyak=0)
    )
    return [b for satu in semua.order_by("-diubah_pada", "-pk") for b in _butir(saya, satu)]


def _butir(saya: Saya, lke: Lke) -> Iterator[Butir]:
    pelaku, alamat = pelaku_lke(saya.pengguna, lke.perangkat_daerah), reverse("lke", args=[lke.pk])
    if lke.dinilai and PelakuLke.PENILAI in pelaku:
        yield Butir(Kelompok.PUTUSAN, f"Nilai {lke}", alamat, pada=lke.diubah_pada)
    if PelakuLke.PENGAJU not in pelaku:
        return
    if lke.status == StatusLke.DIKEMBALIKAN:
        yield Butir(Kelompok.KEMBALI, str(lke), alamat, lke.alasan, lke.diubah_pada)
    if lke.final:
        judul = f"Tindak lanjuti {lke.banyak} rekomendasi {lke}"  # type: ignore[attr-defined]
        tenggat = lke.tenggat  # type: ignore[attr-defined]
        yield Butir(Kelompok.PERMINTAAN, judul, f"{alamat}#rekomendasi", tenggat=tenggat)
