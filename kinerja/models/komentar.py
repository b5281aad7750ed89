"""Comments on boxes, and who is told of them.

They name their box by uid: they outlive its deletion, come back with its undo and stay with it in
the next edition. They change nothing of the document, so they are recorded in the agency's chain
and leave ``versi`` alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from kinerja.aturan.arsip import periksa_tidak_diarsipkan
from kinerja.aturan.komentar import (
    PANJANG_KOMENTAR,
    periksa_balasan,
    periksa_pembukaan,
    periksa_penyelesaian,
    periksa_tulisan,
)
from kinerja.aturan.temuan import Temuan, tolak_bila
from kinerja.models.indikator import Indikator
from kinerja.models.keanggotaan import Keanggotaan
from kinerja.models.kerja import Pemberitahuan
from kinerja.models.riwayat import Riwayat
from kinerja.models.simpul import Simpul
from kinerja.pilihan import JenisPemberitahuan, Peran

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna
    from kinerja.models.pohon import Pohon


class KomentarQuerySet(models.QuerySet["Komentar"]):
    def di(self, pohon: Pohon) -> KomentarQuerySet:
        """Those of the document and of its earlier editions; drafts put away are out of it."""
        sama = {
            f"pohon__{m}": getattr(pohon, m)
            for m in ("perangkat_daerah_id", "periode_id", "jenis", "judul")
        }
        lama = Q(**sama, pohon__edisi__lt=pohon.edisi, pohon__diarsipkan_pada=None)
        return self.filter(Q(pohon=pohon) | lama)

    def terbuka(self) -> KomentarQuerySet:
        return self.filter(membalas=None, selesai_pada=None)


class Komentar(models.Model):
    """A remark about a box, or one indicator of it; answers (``balasan``) stand one level below.

    ``menyebut`` is the role that was asked to look. Its words are never changed and it is never
    deleted, only resolved and reopened, with all its answers.
    """

    pohon = models.ForeignKey("kinerja.Pohon", on_delete=models.PROTECT, related_name="komentar")
    simpul_uid = models.UUIDField(editable=False)
    indikator_uid = models.UUIDField(null=True, blank=True, editable=False)
    membalas = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="balasan"
    )
    teks = models.TextField()
    menyebut = models.CharField(max_length=20, choices=Peran, blank=True)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField()
    selesai_pada = models.DateTimeField(null=True, blank=True)
    selesai_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = KomentarQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(teks=""), name="komentar_berteks"),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("teks"), PANJANG_KOMENTAR),
                name="komentar_teks_muat",
            ),
            models.CheckConstraint(
                condition=Q(menyebut="") | Q(menyebut__in=Peran.values),
                name="komentar_peran_dikenal",
            ),
            models.CheckConstraint(
                condition=Q(selesai_pada=None, selesai_oleh=None)
                | Q(selesai_pada__isnull=False, selesai_oleh__isnull=False),
                name="komentar_selesai_oleh_seseorang",
            ),
            models.CheckConstraint(
                condition=Q(membalas=None) | Q(selesai_pada=None),
                name="komentar_balasan_tidak_selesai_sendiri",
            ),
        ]
        indexes = [models.Index(fields=["pohon", "simpul_uid"], name="komentar_kotak")]

    def __str__(self) -> str:
        return self.teks[:80]

    @classmethod
    def tulis(
        cls,
        simpul: Simpul,
        teks: str,
        *,
        oleh: Pengguna,
        pada: datetime,
        indikator: Indikator | None = None,
        menyebut: str = "",
    ) -> Komentar:
        """Say something of a box. Everybody who reads the document may."""
        baru = cls(
            pohon=simpul.pohon,
            simpul_uid=simpul.uid,
            indikator_uid=indikator.uid if indikator else None,
            teks=teks.strip(),
            menyebut=menyebut,
        )
        return baru._simpan(simpul, "komentar", "ditulis", oleh=oleh, pada=pada)

    @transaction.atomic
    def balas(
        self, simpul: Simpul, teks: str, *, oleh: Pengguna, pada: datetime, menyebut: str = ""
    ) -> Komentar:
        """Answer it; its author and all who answered before are told."""
        balasan = type(self)(
            pohon=self.pohon,
            simpul_uid=self.simpul_uid,
            membalas=self,
            teks=teks.strip(),
            menyebut=menyebut,
        )
        terkunci = type(self).objects.select_for_update()  # nobody resolves it meanwhile
        pertama = terkunci.get(pk=self.pk)
        temuan = periksa_balasan(pertama.membalas_id is not None, pertama.selesai)
        return balasan._simpan(simpul, "balas_komentar", "dibalas", oleh=oleh, pada=pada,
                               temuan=temuan)  # fmt: skip

    def selesaikan(self, simpul: Simpul, *, oleh: Pengguna, pada: datetime) -> None:
        """Nothing is left to do about it."""
        tolak_bila(periksa_penyelesaian(self.membalas_id is not None, self.selesai))
        self._tandai(simpul, "selesaikan_komentar", "diselesaikan", pada, oleh, pada)

    def buka_lagi(self, simpul: Simpul, *, oleh: Pengguna, pada: datetime) -> None:
        tolak_bila(periksa_pembukaan(self.selesai))
        self._tandai(simpul, "buka_komentar", "dibuka lagi", None, oleh, pada)

    @property
    def selesai(self) -> bool:
        return self.selesai_pada is not None

    @transaction.atomic
    def _simpan(
        self,
        simpul: Simpul,
        kata_kerja: str,
        kata: str,
        *,
        oleh: Pengguna,
        pada: datetime,
        temuan: Iterable[Temuan] = (),
    ) -> Komentar:
        tolak_bila([
            *periksa_tidak_diarsipkan(simpul.pohon.arsip), *temuan, *periksa_tulisan(self.teks)
        ])  # fmt: skip
        self.oleh, self.pada = oleh, pada
        self.save(force_insert=True)
        self._catat(simpul, kata_kerja, kata, oleh, pada, {"teks": self.teks})
        beritahu(self, simpul)
        return self

    @transaction.atomic
    def _tandai(
        self,
        simpul: Simpul,
        kata_kerja: str,
        kata: str,
        selesai_pada: datetime | None,
        oleh: Pengguna,
        pada: datetime,
    ) -> None:
        """Compare and set: of two at once the second is told that it is done."""
        tolak_bila(periksa_tidak_diarsipkan(simpul.pohon.arsip))
        seperti_terbaca = type(self).objects.filter(
            pk=self.pk, selesai_pada__isnull=selesai_pada is not None
        )
        siapa = oleh if selesai_pada else None
        if not seperti_terbaca.update(selesai_pada=selesai_pada, selesai_oleh=siapa):
            tolak_bila(periksa_penyelesaian(False, True) if siapa else periksa_pembukaan(False))
        self.selesai_pada, self.selesai_oleh = selesai_pada, siapa
        self._catat(simpul, kata_kerja, kata, oleh, pada, {"selesai": siapa is not None})

    def _catat(
        self,
        simpul: Simpul,
        kata_kerja: str,
        kata: str,
        oleh: Pengguna,
        pada: datetime,
        isi: dict[str, Any],
    ) -> None:
        Riwayat.catat_perangkat_daerah(
            self.pohon.perangkat_daerah,
            kata_kerja=kata_kerja,
            ringkasan=f"Komentar pada {sebut(simpul)} {kata}",
            perubahan=[{"jenis": "komentar", "kunci": [self.pk], "sebelum": None, "sesudah": isi}],
            oleh=oleh,
            pada=pada,
        )


def sebut(simpul: Simpul) -> str:
    """Level and name of a box in a sentence."""
    return f"{simpul.get_jenjang_display().lower()} “{simpul.sebutan[:120]}”"


def beritahu(komentar: Komentar, simpul: Simpul) -> None:
    """Tell those of the mentioned role and, of an answer, who wrote before. Nobody twice."""
    lewat: dict[int, str] = {}
    if awal := komentar.membalas:
        peserta = Komentar.objects.filter(Q(pk=awal.pk) | Q(membalas=awal))
        lewat = dict.fromkeys(peserta.values_list("oleh_id", flat=True), JenisPemberitahuan.BALASAN)
    if komentar.menyebut:
        sebutan = dict.fromkeys(_pemegang(komentar, simpul), JenisPemberitahuan.SEBUTAN)
        lewat |= sebutan
    lewat.pop(komentar.oleh_id, None)
    Pemberitahuan.objects.bulk_create(
        Pemberitahuan(
            penerima_id=penerima,
            pohon_id=simpul.pohon_id,
            simpul_uid=komentar.simpul_uid,
            jenis=jenis,
            oleh=komentar.oleh,
            teks=f"{simpul.get_jenjang_display()} “{simpul.sebutan[:120]}”: {komentar.teks[:300]}",
            pada=komentar.pada,
        )
        for penerima, jenis in sorted(lewat.items())
    )


def _pemegang(komentar: Komentar, simpul: Simpul) -> set[int]:
    """Accounts whose role of that name reaches the box: the agency's own, else the pemda's."""
    lembaga = komentar.pohon.perangkat_daerah
    semua = Keanggotaan.objects.filter(
        perangkat_daerah__in=[lembaga.pk, lembaga.pemda_id or lembaga.pk],
        peran=komentar.menyebut,
        pengguna__is_active=True,
    )
    jalur = simpul.jalur_unit()
    daftar = [k for k in semua.select_related("cabang") if k.memuat(jalur)]
    sendiri = {k.pengguna_id for k in daftar if k.perangkat_daerah_id == lembaga.pk}
    return sendiri or {k.pengguna_id for k in daftar}
