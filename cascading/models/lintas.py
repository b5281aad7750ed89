"""Crosscutting: a box asks another agency or unit to contribute; the other side answers.

Both ends are named by uid, so new editions of either document keep them. Each step stands in the
history of both agencies.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from cascading.aturan import lintas as aturan
from cascading.aturan.kontribusi import periksa_bagi
from cascading.models.kunci import kunci_lembaga
from cascading.pilihan import StatusLintas
from kinerja.aturan.arsip import periksa_tidak_diarsipkan
from kinerja.aturan.teks import cuplik
from kinerja.aturan.temuan import Temuan, tolak, tolak_bila
from kinerja.models import Bentrok, Indikator, PerangkatDaerah, Pohon, Riwayat, Simpul, Unit
from kinerja.models.pengaturan import Pengaturan

if TYPE_CHECKING:
    from kinerja.models import Pengguna

BERJALAN = [str(s) for s in aturan.BERJALAN]
BERALASAN = [str(s) for s in aturan.BERALASAN]
BAGI = {"bagi": "diubah indikator bersamanya"}
SUDAH_ADA = "Kotak ini sudah meminta dukungan ke sana, dan permintaannya masih berjalan."


class LintasQuerySet(models.QuerySet["Crosscutting"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> LintasQuerySet:
        """What one's agencies ask, and what they are asked."""
        milik = PerangkatDaerah.objects.terlihat_oleh(pengguna)
        return self.filter(Q(perangkat_daerah__in=milik) | Q(diminta__in=milik))

    def lengkap(self) -> LintasQuerySet:
        """With what pages say of it."""
        return self.select_related(
            "perangkat_daerah__pemda", "diminta__pemda", "unit", "diminta_oleh", "dijawab_oleh"
        ).defer(
            "perangkat_daerah__lambang", "perangkat_daerah__pemda__lambang",
            "diminta__lambang", "diminta__pemda__lambang",
        )  # fmt: skip


class Crosscutting(models.Model):
    """One request. ``simpul_uid`` is the asking box, ``jawaban_uid`` the box that contributes.

    ``indikator_uid`` names an indicator of the asking box that both then share (``Kontribusi``).
    ``alasan`` says why it was refused or taken back; ``dijawab_*`` is the last step.
    """

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="crosscutting"
    )
    simpul_uid = models.UUIDField(editable=False)
    diminta = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="crosscutting_masuk"
    )
    unit = models.ForeignKey(
        Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="crosscutting_masuk"
    )
    isi = models.TextField()
    status = models.CharField(max_length=12, choices=StatusLintas, default=StatusLintas.MENUNGGU)
    alasan = models.TextField(blank=True)
    jawaban_uid = models.UUIDField(null=True, blank=True, editable=False)
    indikator_uid = models.UUIDField(null=True, blank=True, editable=False)
    diminta_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    diminta_pada = models.DateTimeField()
    dijawab_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    dijawab_pada = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager[Crosscutting]] = LintasQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "simpul_uid", "perangkat_daerah", "diminta", Coalesce("unit", 0),
                condition=Q(status__in=BERJALAN),
                name="crosscutting_satu_berjalan",
            ),
            models.CheckConstraint(
                condition=Q(status__in=StatusLintas.values), name="crosscutting_status_dikenal"
            ),
            models.CheckConstraint(condition=~Q(isi=""), name="crosscutting_berisi"),
            models.CheckConstraint(
                condition=~Q(perangkat_daerah=F("diminta")) | Q(unit__isnull=False),
                name="crosscutting_bukan_diri",
            ),
            models.CheckConstraint(
                condition=Q(status__in=BERALASAN) & ~Q(alasan="")
                | ~Q(status__in=BERALASAN) & Q(alasan=""),
                name="crosscutting_beralasan",
            ),
            models.CheckConstraint(
                condition=Q(status="DISETUJUI", jawaban_uid__isnull=False)
                | Q(status__in=["MENUNGGU", "DITOLAK"], jawaban_uid__isnull=True)
                | Q(status="DITARIK"),
                name="crosscutting_berjawaban",
            ),
            models.CheckConstraint(
                condition=Q(status="MENUNGGU", dijawab_oleh__isnull=True, dijawab_pada__isnull=True)
                | ~Q(status="MENUNGGU")
                & Q(dijawab_oleh__isnull=False, dijawab_pada__isnull=False),
                name="crosscutting_siapa_kapan",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["diminta", "status"], name="crosscutting_masuk"),
            models.Index(fields=["jawaban_uid"], name="crosscutting_jawaban"),
        ]

    def __str__(self) -> str:
        return f"Crosscutting {self.perangkat_daerah} kepada {self.kepada}"

    @property
    def kepada(self) -> str:
        """The asked side in words: the unit with its agency, or the agency."""
        return f"{self.unit.nama}, {self.diminta}" if self.unit else str(self.diminta)

    @classmethod
    def minta(
        cls,
        simpul: Simpul,
        *,
        diminta: PerangkatDaerah,
        unit: Unit | None = None,
        isi: str,
        indikator: Indikator | None = None,
        oleh: Pengguna,
        pada: datetime,
    ) -> Crosscutting:
        """Ask, perhaps for a part of one of the box's indicators. Raises AturanDilanggar when the
        box cannot ask or has asked there already.
        """
        isi = isi.strip()
        with transaction.atomic():
            kunci_lembaga(simpul.pohon.perangkat_daerah_id, diminta)
            pohon = Pohon.objects.terkunci(simpul.pohon_id)
            lembaga = pohon.perangkat_daerah
            tolak_bila([
                *periksa_tidak_diarsipkan(pohon.arsip),
                *aturan.periksa_kotak(pohon.jenis, simpul.jenjang),
                *_periksa_diminta(lembaga, diminta, unit),
                *aturan.periksa_teks("isi", isi, "Tulis apa yang diminta dari mereka."),
                *periksa_bagi(berjalan=True, berisi=False, milik_kotak=_milik(indikator, simpul)),
            ])  # fmt: skip
            baru = cls(perangkat_daerah=lembaga, simpul_uid=simpul.uid, diminta=diminta, unit=unit,
                       isi=isi, indikator_uid=indikator.uid if indikator else None,
                       diminta_oleh=oleh, diminta_pada=pada)  # fmt: skip
            try:
                with transaction.atomic():
                    baru.save()
            except IntegrityError as galat:
                raise tolak("SUDAH_DIMINTA", SUDAH_ADA) from galat
            baru._catat("minta", simpul, None, oleh=oleh, pada=pada)
        return baru

    def setujui(
        self, jawaban: Simpul, *, dilihat: str = "", oleh: Pengguna, pada: datetime
    ) -> None:
        """Accept: ``jawaban``, a box of the asked agency, contributes."""
        pohon = jawaban.pohon
        temuan = [
            *periksa_tidak_diarsipkan(pohon.arsip),
            *aturan.periksa_kotak(pohon.jenis, jawaban.jenjang),
        ]
        if pohon.perangkat_daerah_id != self.diminta_id or jawaban.uid == self.simpul_uid:
            temuan += tolak("JAWABAN_LAIN", "Pilih kotak dari pihak yang diminta.").temuan
        tolak_bila(temuan)
        self._langkah("setujui", {"jawaban_uid": jawaban.uid}, dilihat, oleh=oleh, pada=pada)

    def setujui_baru(
        self,
        induk: Simpul,
        *,
        jenjang: str,
        kinerja: str,
        dilihat: str = "",
        oleh: Pengguna,
        pada: datetime,
    ) -> Simpul:
        """Accept with a new box under ``induk``; both or neither."""
        with transaction.atomic():
            self._kunci(dilihat)
            jawaban = induk.pohon.tambah(
                induk=induk, jenjang=jenjang, kinerja=kinerja, oleh=oleh, pada=pada
            )
            self.setujui(jawaban, dilihat=dilihat, oleh=oleh, pada=pada)
        return jawaban

    def tolak(self, alasan: str, *, dilihat: str = "", oleh: Pengguna, pada: datetime) -> None:
        """Refuse, with the reason that the asking side reads."""
        self._langkah("tolak", {"alasan": alasan.strip()}, dilihat, oleh=oleh, pada=pada)

    def tarik(self, alasan: str, *, dilihat: str = "", oleh: Pengguna, pada: datetime) -> None:
        """Take the request back, or end what was agreed."""
        self._langkah("tarik", {"alasan": alasan.strip()}, dilihat, oleh=oleh, pada=pada)

    def bagi(
        self, indikator: Indikator | None, simpul: Simpul, *, oleh: Pengguna, pada: datetime
    ) -> None:
        """Share an indicator of the asking box with the other side; None: none any more."""
        with transaction.atomic():
            self._kunci("")
            terisi = type(self).objects.filter(pk=self.pk, kontribusi__isnull=False)
            milik = simpul.uid == self.simpul_uid and _milik(indikator, simpul)
            tolak_bila(periksa_bagi(
                berjalan=self.status in BERJALAN, milik_kotak=milik, berisi=terisi.exists()
            ))  # fmt: skip
            uid = indikator.uid if indikator else None
            if uid == self.indikator_uid:
                return
            self.indikator_uid = uid
            self.save(update_fields=["indikator_uid"])
            self._catat("bagi", simpul, self.status, oleh=oleh, pada=pada)

    def _kunci(self, dilihat: str) -> None:
        """The row under its lock; Bentrok when it is not on the rung its reader saw."""
        kunci_lembaga(self.perangkat_daerah_id, self.diminta_id)
        type(self).objects.select_for_update(of=("self",)).get(pk=self.pk)
        self.refresh_from_db()
        if dilihat and dilihat != self.status:
            raise Bentrok("status", dilihat, self.status)

    def _langkah(
        self, kata_kerja: str, isi: dict[str, Any], dilihat: str, *, oleh: Pengguna, pada: datetime
    ) -> None:
        with transaction.atomic():
            self._kunci(dilihat)
            sebelum = self.status
            tolak_bila(aturan.periksa_langkah(kata_kerja, sebelum, isi.get("alasan", "")))
            isi |= {"status": aturan.tujuan(kata_kerja, sebelum), "dijawab_oleh": oleh}
            for medan, nilai in (isi | {"dijawab_pada": pada}).items():
                setattr(self, medan, nilai)
            self.save()
            kotak = Simpul.objects.filter(
                uid=self.simpul_uid, pohon__perangkat_daerah=self.perangkat_daerah_id
            )
            self._catat(kata_kerja, kotak.order_by("-pohon__edisi").first(), sebelum,
                        oleh=oleh, pada=pada)  # fmt: skip

    def _catat(
        self,
        kata_kerja: str,
        simpul: Simpul | None,
        sebelum: str | None,
        *,
        oleh: Pengguna,
        pada: datetime,
    ) -> None:
        """In both agencies' chains, the lower key first: two steps never wait for each other."""
        kata = (aturan.SELESAI | BAGI)[kata_kerja]
        kotak = f" untuk “{cuplik(simpul.sebutan, 80)}”" if simpul else ""
        sesudah = {"status": str(self.status), "isi": self.isi, "alasan": self.alasan}
        if self.jawaban_uid:
            sesudah["jawaban"] = str(self.jawaban_uid)
        if self.indikator_uid:
            sesudah["indikator"] = str(self.indikator_uid)
        baris = {
            "jenis": "crosscutting",
            "kunci": [self.pk],
            "sebelum": {"status": str(sebelum)} if sebelum else None,
            "sesudah": sesudah,
        }
        pihak = {p.pk: p for p in (self.perangkat_daerah, self.diminta)}
        for _, lembaga in sorted(pihak.items()):
            Riwayat.catat_perangkat_daerah(
                lembaga, kata_kerja=f"{kata_kerja} crosscutting",
                ringkasan=f"{self}{kotak} {kata}", perubahan=[baris], oleh=oleh, pada=pada,
            )  # fmt: skip
        Pengaturan.naikkan_versi(self.perangkat_daerah.pemda_atau_diri())


def _milik(indikator: Indikator | None, simpul: Simpul) -> bool:
    return indikator is None or indikator.simpul_id == simpul.pk


def _periksa_diminta(
    lembaga: PerangkatDaerah, diminta: PerangkatDaerah, unit: Unit | None
) -> list[Temuan]:
    serumah = diminta.pemda_atau_diri() == lembaga.pemda_atau_diri()
    if unit is not None:
        serumah = serumah and unit.perangkat_daerah_id == diminta.pk
    return aturan.periksa_diminta(
        serumah=serumah, sendiri=diminta == lembaga, berunit=unit is not None
    )
