"""What each side adds to a shared indicator: its target and its value of a quarter.

The indicator and its realisation belong to the agency that asked; a part is never a row of a tree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from cascading.aturan.kontribusi import periksa_bersama
from cascading.models.kunci import kunci_lembaga
from cascading.models.lintas import Crosscutting
from cascading.pilihan import ApaKontribusi, StatusLintas
from kinerja.aturan import pengukuran as aturan
from kinerja.aturan.teks import cuplik
from kinerja.aturan.temuan import AturanDilanggar, Temuan, tolak_bila
from kinerja.models import (
    Bentrok,
    Indikator,
    JendelaPengukuran,
    PembukaanKotak,
    Pengguna,
    Pengukuran,
    PerangkatDaerah,
    Riwayat,
)
from kinerja.models.indikator import NilaiTertulis
from kinerja.models.pengisian import baca_isi_target
from kinerja.models.perubahan import aman
from kinerja.models.realisasi import TRIWULAN
from kinerja.pilihan import StatusPengukuran, Triwulan

KOLOM = ("mentah", "jenis", "nilai", "minimum", "maksimum")


@dataclass(frozen=True)
class SelKontribusi:
    """One cell as typed; ``lama`` is what its writer saw, None where nobody looked."""

    apa: str
    triwulan: int
    baru: str
    lama: str | None = None

    @property
    def medan(self) -> str:
        """The field of a form that holds it."""
        return f"{self.apa.lower()}_{self.triwulan}"


class Kontribusi(NilaiTertulis):
    """A part of one side in a quarter. ``lintas`` None is the part of the agency that leads."""

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="kontribusi_bersama"
    )
    indikator_uid = models.UUIDField(editable=False)
    lintas = models.ForeignKey(
        Crosscutting, null=True, blank=True, on_delete=models.PROTECT, related_name="kontribusi"
    )
    apa = models.CharField(max_length=10, choices=ApaKontribusi)
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(choices=Triwulan)
    diubah_pada = models.DateTimeField()

    objects: ClassVar[models.Manager[Kontribusi]] = models.Manager()

    class Meta(NilaiTertulis.Meta):
        abstract = False
        constraints = [
            *NilaiTertulis.Meta.constraints,
            models.UniqueConstraint(
                "perangkat_daerah", "indikator_uid", Coalesce("lintas", 0), "apa", "tahun",
                "triwulan", name="kontribusi_unik",
            ),
            models.CheckConstraint(
                condition=Q(triwulan__in=TRIWULAN), name="kontribusi_triwulan_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(apa__in=ApaKontribusi.values), name="kontribusi_apa_dikenal"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_apa_display()} {self.get_triwulan_display()} {self.tahun}: {self.mentah}"

    @classmethod
    def isi(
        cls,
        indikator: Indikator,
        lintas: Crosscutting | None,
        daftar: Sequence[SelKontribusi],
        *,
        tahun: int,
        oleh: Pengguna,
        pada: datetime,
    ) -> set[int]:
        """Fill cells of one side, all or none; answers the quarters whose value changed.

        ``indikator`` stands in the edition in force. Raises AturanDilanggar (a finding names its
        field) and Bentrok. Call inside a transaction when more belongs to it.
        """
        with transaction.atomic():
            lembaga = indikator.pohon.perangkat_daerah
            kunci_lembaga(lembaga, *([lintas.diminta] if lintas else []))
            _periksa_pihak(indikator, lintas)
            milik: dict[str, Any] = {
                "perangkat_daerah": lembaga, "indikator_uid": indikator.uid, "lintas": lintas,
                "tahun": tahun,
            }  # fmt: skip
            ada = {(k.apa, k.triwulan): k for k in cls.objects.filter(**milik)}
            berubah = [s for s in daftar if _beda(s, ada.get((s.apa, s.triwulan)))]
            tutup = tertutup(indikator, tahun, localdate(pada)) if berubah else {}
            tolak_bila(t.di(medan=s.medan) for s in berubah for t in _sebab(s, tutup))
            baris = [_tulis(s, ada, cls(**milik), indikator.satuan, pada) for s in berubah]
            if baris:
                _catat(indikator, lintas, tahun, baris, oleh=oleh, pada=pada)
        return {s.triwulan for s in berubah if s.apa == ApaKontribusi.REALISASI}


def _periksa_pihak(indikator: Indikator, lintas: Crosscutting | None) -> None:
    """Both as they are under the lock."""
    lembaga = indikator.pohon.perangkat_daerah_id
    berbagi = Crosscutting.objects.filter(perangkat_daerah=lembaga, indikator_uid=indikator.uid)
    if lintas is not None:
        lintas.refresh_from_db()
    setuju = lintas is None or lintas.status == StatusLintas.DISETUJUI
    milik = berbagi.filter(pk=lintas.pk) if lintas else berbagi
    tolak_bila(periksa_bersama(setuju=setuju, bersama=milik.exists()))


def _beda(sel: SelKontribusi, ada: Kontribusi | None) -> bool:
    """Does the cell change what stands there? Bentrok when that is not what its writer saw."""
    kini, baru = ada.mentah if ada else "", sel.baru.strip()
    if sel.lama is not None and kini not in (sel.lama.strip(), baru):
        raise Bentrok(sel.medan, sel.lama, kini)
    return kini != baru


def _sebab(sel: SelKontribusi, tutup: dict[int, list[Temuan]]) -> list[Temuan]:
    """A target is set ahead of the window, and until the quarter has gone up."""
    semua = tutup.get(sel.triwulan, [])
    if sel.apa == ApaKontribusi.REALISASI:
        return semua
    return [t for t in semua if t.kode == "PENGUKURAN_TERKUNCI"]


def tertutup(indikator: Indikator, tahun: int, hari: date) -> dict[int, list[Temuan]]:
    """Why a quarter takes no part now: it is not due, submitted, verified, or its window is shut.
    A box that was opened again takes parts as it takes the realisation.
    """
    pohon = indikator.pohon
    lembaga = pohon.perangkat_daerah
    milik = Pengukuran.objects.filter(pohon=pohon, tahun=tahun)
    status = dict(milik.values_list("triwulan", "status"))
    daftar = JendelaPengukuran.objects.filter(pemda=lembaga.pemda_atau_diri(), tahun=tahun)
    jendela = {j.triwulan: j.masa for j in daftar}
    hasil = {}
    for n in TRIWULAN:
        masa = aturan.sebut(tahun, n)
        temuan = aturan.periksa_terbuka(
            status.get(n, StatusPengukuran.DRAF), jendela.get(n), hari, masa
        )
        if temuan and _dibuka_lagi(indikator, tahun, n, hari):
            temuan = []
        if semua := [*temuan, *aturan.periksa_jatuh_tempo(indikator.frekuensi, n)]:
            hasil[n] = semua
    return hasil


def _dibuka_lagi(indikator: Indikator, tahun: int, triwulan: int, hari: date) -> bool:
    uid = PembukaanKotak.berlaku(indikator.pohon.perangkat_daerah_id, tahun, triwulan, hari)
    jalur = indikator.simpul.get_ancestors(include_self=True).values_list("uid", flat=True)
    return bool(uid & {str(u) for u in jalur})


def _tulis(
    sel: SelKontribusi,
    ada: dict[tuple[str, int], Kontribusi],
    baru: Kontribusi,
    satuan: str,
    pada: datetime,
) -> dict[str, Any]:
    """Write one cell; answers the row change for the history."""
    lama = ada.get((sel.apa, sel.triwulan))
    isi = _baca(sel, satuan)
    sebelum = {m: aman(getattr(lama, m)) for m in KOLOM} if lama else None
    satu = lama or baru
    satu.apa, satu.triwulan = sel.apa, sel.triwulan
    if isi is None:
        satu.delete()
    else:
        for medan, nilai in isi.items():
            field: Any = Kontribusi._meta.get_field(medan)
            setattr(satu, medan, field.to_python(nilai))
        satu.diubah_pada = pada
        satu.save()
    kunci = [str(baru.indikator_uid), baru.lintas_id, sel.apa, baru.tahun, sel.triwulan]
    return {"jenis": "kontribusi", "kunci": kunci, "sebelum": sebelum, "sesudah": isi}


def _baca(sel: SelKontribusi, satuan: str) -> dict[str, Any] | None:
    """Columns of what was typed; a refusal names the field."""
    try:
        return baca_isi_target(sel.baru, satuan) if sel.baru.strip() else None
    except AturanDilanggar as ditolak:
        raise AturanDilanggar([t.di(medan=sel.medan) for t in ditolak.temuan]) from ditolak


def _catat(
    indikator: Indikator,
    lintas: Crosscutting | None,
    tahun: int,
    baris: list[dict[str, Any]],
    *,
    oleh: Pengguna,
    pada: datetime,
) -> None:
    """In the chain of who leads, and of who contributes."""
    lembaga = indikator.pohon.perangkat_daerah
    siapa = lintas.kepada if lintas else str(lembaga)
    kata = f"Kontribusi {siapa} pada “{cuplik(indikator.teks, 120)}” {tahun}: {len(baris)} isian"
    pihak = {p.pk: p for p in (lembaga, *([lintas.diminta] if lintas else []))}
    for _, satu in sorted(pihak.items()):
        Riwayat.catat_perangkat_daerah(
            satu, kata_kerja="isi kontribusi crosscutting", ringkasan=kata, perubahan=baris,
            oleh=oleh, pada=pada,
        )  # fmt: skip
