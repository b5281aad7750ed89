"""The capaian that stands beside each realisasi, kept equal to the rule.

Computed anew in the transaction that changes a value, its target, its indicator or the settings,
with the document locked: whoever writes later reads what was written before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from kinerja.aturan.angka import Nilai
from kinerja.aturan.aturan_ukur import AturanUkur
from kinerja.aturan.seri import Seri
from kinerja.models.indikator import Target
from kinerja.models.pengaturan import Pengaturan
from kinerja.models.perubahan import Perubahan, beda
from kinerja.models.realisasi import Realisasi
from kinerja.models.tahapan import KartuTahap, terakhir

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna
    from kinerja.models.pemda import PerangkatDaerah
    from kinerja.models.pohon import Pohon

MENENTUKAN = frozenset({"arah", "agregasi"})
"""Fields of an indicator that its capaian is computed by."""
KOLOM = ("jenis", "nilai", "minimum", "maksimum")
Kunci = tuple[int, int]
"""(indikator, tahun)"""


def segarkan(pohon: Pohon, daftar: Sequence[Perubahan]) -> None:
    """After a verb of the tree: where a target or an indicator changed."""
    berubah = [p for p in daftar if p.jenis == "indikator" and MENENTUKAN & beda(p).keys()]
    target = [p for p in daftar if p.jenis == "target"]
    if target and not (pohon.terbaca and pohon.terbaca.belum_diukur({p.kunci[1] for p in target})):
        berubah += target
    if berubah:
        hitung_ulang(pohon, indikator={p.kunci[0] for p in berubah})


def segarkan_pemda(pemda: PerangkatDaerah) -> int:
    """After the settings changed: every document of the pemda in turn. Answers the rows changed."""
    from kinerja.models.pohon import Pohon

    milik = Realisasi.objects.filter(indikator__pohon__perangkat_daerah__in=[
        pemda.pk, *pemda.perangkat_daerah.values_list("pk", flat=True)
    ])  # fmt: skip
    daftar = milik.order_by("indikator__pohon").values_list("indikator__pohon", flat=True)
    return sum(hitung_ulang(Pohon.objects.terkunci(pk)) for pk in daftar.distinct())


@transaction.atomic
def atur_ukur(
    pengaturan: Pengaturan, isi: Mapping[str, Any], *, oleh: Pengguna, pada: datetime,
    lama: Mapping[str, Any] | None = None,
) -> int:  # fmt: skip
    """Change the settings and, where they decide it, every capaian of the pemda with them."""
    pengaturan.ubah(isi, oleh=oleh, pada=pada, lama=lama)
    return segarkan_pemda(pengaturan.pemda) if {"cara_turun", "skala"} & isi.keys() else 0


def hitung_ulang(pohon: Pohon, *, indikator: Collection[str] | None = None) -> int:
    """Of some indicators (uids) or all; the Pohon row is locked. Answers the rows changed."""
    milik = Realisasi.objects.filter(indikator__pohon=pohon)
    if indikator is not None:
        milik = milik.filter(indikator__uid__in=indikator)
    baris = list(milik.select_related("indikator"))
    if not baris:
        return 0
    aturan = Pengaturan.aturan_ukur_di(pohon.perangkat_daerah.pemda_atau_diri())
    berubah = []
    for daftar, seri in susun_seri(pohon, baris):
        hasil = seri.capaian(aturan)
        for satu in daftar:
            kini = (satu.capaian, satu.capaian_setahun, satu.keterangan_capaian)
            if kini != hasil[satu.triwulan]:
                satu.capaian, satu.capaian_setahun, satu.keterangan_capaian = hasil[satu.triwulan]
                berubah.append(satu)
    medan = ["capaian", "capaian_setahun", "keterangan_capaian"]
    Realisasi.objects.bulk_update(berubah, medan, batch_size=400)
    return len(berubah)


def susun_seri(
    pohon: Pohon, baris: Iterable[Realisasi]
) -> list[tuple[list[Realisasi], Seri]]:  # fmt: skip
    """The rows by indicator and year, each with its series; ``indikator`` must be joined."""
    per_tahun: dict[Kunci, list[Realisasi]] = defaultdict(list)
    for satu in baris:
        per_tahun[satu.indikator_id, satu.tahun].append(satu)
    target = target_berlaku(
        pohon, {k for k, _ in per_tahun}, {t for _, t in per_tahun}
    )  # fmt: skip
    hasil = []
    for kunci, daftar in per_tahun.items():
        acuan = target.get(kunci, {})
        seri = Seri(
            arah=daftar[0].indikator.arah,
            agregasi=daftar[0].indikator.agregasi,
            realisasi={r.triwulan: nilai_baris(r) for r in daftar},
            cara={r.triwulan: r.cara for r in daftar},
            target={n: nilai for n, nilai in acuan.items() if n},
            setahun=acuan.get(0),
        )
        hasil.append((daftar, seri))
    return hasil


def nilai_baris(baris: Any) -> Nilai:
    """A stored value as the rules take it."""
    return Nilai(baris.mentah, baris.jenis, baris.nilai, baris.minimum, baris.maksimum)


def target_berlaku(
    pohon: Pohon, indikator: Collection[int], tahun: Collection[int]
) -> dict[Kunci, dict[int, Nilai]]:
    """Targets in force by (indikator, tahun), then by quarter, 0 the year; of the last stage."""
    kartu = KartuTahap.baca(pohon.perangkat_daerah_id)
    tahapan = {b.pk: b.urutan for b in kartu.baris}
    daftar = Target.objects.filter(indikator__pohon=pohon, tahun__in=tahun)
    if len(indikator) <= 200:
        daftar = daftar.filter(indikator__in=indikator)
    kolom = ("indikator_id", "tahun", "triwulan", "tahap_id", "mentah", *KOLOM)
    semua = (((i, t, n), tahap, *isi) for i, t, n, tahap, *isi in daftar.values_list(*kolom))
    hasil: dict[Kunci, dict[int, Nilai]] = defaultdict(dict)
    for (i, t, n), isi in terakhir(semua, tahapan).items():
        hasil[i, t][n] = Nilai(*isi)
    return hasil


def beda_dari_aturan(pohon: Pohon) -> list[Realisasi]:
    """The rows whose stored capaian is not what the rule says: none, or something is broken."""
    aturan: AturanUkur = Pengaturan.aturan_ukur_di(pohon.perangkat_daerah.pemda_atau_diri())
    baris = Realisasi.objects.filter(indikator__pohon=pohon).select_related("indikator")
    return [
        satu
        for daftar, seri in susun_seri(pohon, baris)
        for satu in daftar
        if (satu.capaian, satu.capaian_setahun, satu.keterangan_capaian)
        != seri.capaian(aturan)[satu.triwulan]
    ]
