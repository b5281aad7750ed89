"""The demo's shared indicator: what the social agency and another one add to one realisation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cascading.alur_lintas import isi_kontribusi, langkahkan, minta
from cascading.models import Crosscutting, SelKontribusi
from kinerja.contoh import orang
from kinerja.models import Indikator, Jabatan, Pengguna, PerangkatDaerah, Realisasi, Simpul
from kinerja.pilihan import Agregasi, JenisPohon, Jenjang

ISI = "Menjangkau sebagian penerima lewat petugas di wilayah; angka latihan."
TAHUN, TRIWULAN = 2025, 3
"""The quarter that the practice data leave open."""
SEPEREMPAT = 4


def muat_kontribusi(
    milik: Mapping[str, PerangkatDaerah], akun: Mapping[str, Pengguna], pada: datetime
) -> None:
    """Once. The parts add up to the practice value that stands there."""
    peminta, diminta = milik[orang.DINAS], milik[orang.POHON_2024]
    berbagi = Crosscutting.objects.filter(perangkat_daerah=peminta, indikator_uid__isnull=False)
    terukur = _terukur(peminta)
    kondisi = Simpul.objects.filter(
        pohon__perangkat_daerah=diminta, jenjang=Jenjang.KONDISI, pohon__edisi=1
    )
    jawaban = kondisi.select_related("pohon__perangkat_daerah__pemda").order_by("pohon", "lft")
    if berbagi.exists() or terukur is None or not (kotak := jawaban.first()):
        return
    indikator = terukur.indikator
    lintas = minta(indikator.simpul, diminta=diminta, isi=ISI, indikator=indikator,
                   oleh=akun["perencana"], pada=pada)  # fmt: skip
    mereka: dict[str, Any] = {"oleh": akun["perencana-2024"], "pada": pada}
    kami: dict[str, Any] = {"oleh": akun["perencana"], "pada": pada}
    langkahkan(lintas, "setujui", jawaban=kotak, **mereka)
    _tanggungkan(indikator, diminta, kami)
    semua = int(terukur.nilai or 0)
    bagian = semua // SEPEREMPAT
    for pihak, nilai, siapa in (
        (None, semua - bagian, kami),
        (lintas, bagian, mereka),
    ):
        sel = [SelKontribusi(apa, TRIWULAN, str(nilai)) for apa in ("TARGET", "REALISASI")]
        isi_kontribusi(indikator, pihak, sel, tahun=TAHUN, **siapa)


def _tanggungkan(indikator: Indikator, lain: PerangkatDaerah, siapa: dict[str, Any]) -> None:
    """The positions of its box and the other agency answer for a shared indicator."""
    if indikator.pohon.dapat_diubah:
        jabatan = Jabatan.objects.filter(pk__in=indikator.simpul.penugasan.values("jabatan"))
        indikator.pohon.tanggungkan(indikator, jabatan=jabatan, lembaga=[lain], **siapa)


def _terukur(lembaga: PerangkatDaerah) -> Realisasi | None:
    """The largest counted value of the open quarter."""
    daftar = Realisasi.objects.filter(
        indikator__in=Indikator.objects.filter(
            pohon__perangkat_daerah=lembaga, pohon__jenis=JenisPohon.CASCADING,
            agregasi=Agregasi.JUMLAH, satuan__iexact="Orang",
        ),
        tahun=TAHUN, triwulan=TRIWULAN, nilai__gte=SEPEREMPAT,
    ).select_related("indikator__simpul__pohon__perangkat_daerah__pemda",
                     "indikator__pohon__perangkat_daerah__pemda")  # fmt: skip
    return daftar.order_by("-nilai", "pk").first()
