"""A planning document and the verbs that change its tree.

Every write, cell edits too, goes through ``Pohon._tulis``: one transaction, the Pohon row locked,
rules checked on the state after the change, rows written, one Riwayat, ``versi`` + 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import DataError, IntegrityError, models, transaction
from django.db.models import Exists, OuterRef, Q

from kinerja.aturan import pohon as aturan
from kinerja.aturan.temuan import AturanDilanggar, tolak_bila
from kinerja.models.nomenklatur import VersiNomenklatur
from kinerja.models.pembatalan import (
    alasan_pembatalan,
    asal_pembatalan,
    ringkasan_pembatalan,
    susun_pembatalan,
)
from kinerja.models.pemda import PerangkatDaerah
from kinerja.models.penderetan import Penderetan
from kinerja.models.pendirian import dirikan, kunci_dokumen_baru
from kinerja.models.pengarsipan import Pengarsipan
from kinerja.models.pengisian import Pengisian
from kinerja.models.pengukuran import Mengukur
from kinerja.models.penugas import Penugas
from kinerja.models.penulisan import periksa_perubahan, temuan_integritas, tulis
from kinerja.models.penyalinan import Penyalinan
from kinerja.models.penyuntingan import Penyuntingan
from kinerja.models.penyusunan import Penyusunan
from kinerja.models.periode import Periode
from kinerja.models.perubahan import Perubahan
from kinerja.models.riwayat import Riwayat
from kinerja.models.simpul import Simpul
from kinerja.models.tangga import Tangga
from kinerja.models.terbaca import Terbaca
from kinerja.pilihan import JenisPohon, StatusPohon, StatusSesiImpor

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna


class PohonQuerySet(models.QuerySet["Pohon"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> PohonQuerySet:
        milik = PerangkatDaerah.objects.terlihat_oleh(pengguna)
        daftar = self.filter(perangkat_daerah__in=milik)
        return daftar.select_related("perangkat_daerah__pemda", "periode").defer(
            "perangkat_daerah__lambang", "perangkat_daerah__pemda__lambang"
        )

    def batal(self) -> PohonQuerySet:
        """Made by an import that was undone: only their history is left."""
        return self.filter(_batal())

    def tampak(self) -> PohonQuerySet:
        """What lists show: neither those nor the archived ones."""
        return self.filter(diarsipkan_pada=None).exclude(_batal())

    def arsip(self) -> PohonQuerySet:
        return self.exclude(diarsipkan_pada=None)

    def dengan_pengaturan(self) -> PohonQuerySet:
        """With the settings of the pemda, which the rows of a document are drawn by."""
        return self.select_related(
            "perangkat_daerah__pengaturan", "perangkat_daerah__pemda__pengaturan"
        )

    def terkunci(self, pk: int, *bersama: str) -> Pohon:
        """The row under its lock, with its agency (and ``bersama``): one writer at a time."""
        daftar = self.select_for_update(of=("self",))
        return daftar.select_related("perangkat_daerah", *bersama).get(pk=pk)

    def urut(self) -> PohonQuerySet:
        return self.order_by(
            "perangkat_daerah__nama", "-periode__tahun_awal", "jenis", "judul", "pk"
        )


def _batal() -> Q:
    milik = {"pohon": OuterRef("pk")}
    akhir = Riwayat.objects.filter(**milik, nomor=OuterRef("versi"), kata_kerja="batalkan")
    impor = Pohon.objects.filter(pk=OuterRef("pk"), sesi_impor__periode__isnull=False)
    return Q(~Exists(Simpul.objects.tampak().filter(**milik)), Exists(akhir), Exists(impor))


class Pohon(
    Penyusunan, Pengisian, Penyuntingan, Penderetan, Penugas, Tangga, Penyalinan, Pengarsipan,
    Mengukur, models.Model,
):  # fmt: skip
    """Perangkat daerah × periode × jenis × judul × edisi; owns one MPTT tree under a hidden root.

    ``versi`` equals the nomor of the last Riwayat of its chain.
    """

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="pohon"
    )
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="pohon")
    jenis = models.CharField(max_length=20, choices=JenisPohon)
    judul = models.CharField(max_length=200, blank=True)
    edisi = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=20, choices=StatusPohon, default=StatusPohon.DRAF)
    alasan = models.TextField(blank=True, help_text="Mengapa dokumen dikembalikan.")
    versi = models.PositiveIntegerField(default=0)
    versi_nomenklatur = models.ForeignKey(
        VersiNomenklatur, null=True, blank=True, on_delete=models.PROTECT, related_name="pohon"
    )
    disalin_dari = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="salinan"
    )
    diarsipkan_pada = models.DateTimeField(null=True, blank=True)
    diubah_pada = models.DateTimeField()

    objects = PohonQuerySet.as_manager()
    terbaca: Terbaca | None = None
    """Set on the locked row while a verb works."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah", "periode", "jenis", "judul", "edisi"],
                name="pohon_satu_per_edisi",
            ),
            models.CheckConstraint(condition=Q(edisi__gte=1), name="pohon_edisi_dari_satu"),
            models.CheckConstraint(
                condition=Q(jenis__in=JenisPohon.values), name="pohon_jenis_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(status__in=StatusPohon.values), name="pohon_status_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(status=StatusPohon.DIKEMBALIKAN) & ~Q(alasan="")
                | ~Q(status=StatusPohon.DIKEMBALIKAN) & Q(alasan=""),
                name="pohon_alasan_bila_dikembalikan",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sebutan} {self.perangkat_daerah} {self.periode}"

    @classmethod
    def buat(
        cls,
        *,
        perangkat_daerah: PerangkatDaerah,
        periode: Periode,
        jenis: str,
        oleh: Pengguna,
        pada: datetime,
        judul: str = "",
        versi_nomenklatur: VersiNomenklatur | None = None,
    ) -> Pohon:
        """Make an empty document with its hidden root. Raises AturanDilanggar when it exists.

        One that an undone import left behind is taken again, and its history goes on.
        """
        judul = " ".join(judul.split())
        tolak_bila(aturan.periksa_isian({"judul": judul}))
        kunci: dict[str, Any] = {"perangkat_daerah": perangkat_daerah, "periode": periode}
        kunci |= {"jenis": jenis, "judul": judul}
        try:
            with transaction.atomic():
                kunci_dokumen_baru()
                sisa = cls.objects.batal().filter(**kunci, edisi=1)
                pohon, kata = sisa.select_for_update(of=("self",)).first(), "dipakai lagi"
                if pohon is None:
                    pohon, kata = dirikan(cls, **kunci, diubah_pada=pada), "dibuat"
                pohon.versi_nomenklatur = versi_nomenklatur
                pohon.save(update_fields=["versi_nomenklatur"])
                pohon._catat("buat", f"Dokumen {pohon.sebutan} {kata}", [], oleh=oleh, pada=pada)
        except (IntegrityError, DataError) as galat:
            raise AturanDilanggar([temuan_integritas(galat)]) from galat
        return pohon

    def muat(
        self,
        perubahan: Iterable[Perubahan],
        *,
        oleh: Pengguna,
        pada: datetime,
        ringkasan: str,
        kata_kerja: str = "impor",
    ) -> Riwayat | None:
        """Write many changes as one event (an import, the demo data). All or nothing.

        ``perubahan`` in tree order (parents and left siblings first); new simpul and indikator
        bring their own uid. A row whose ``sebelum`` is no longer true refuses the whole
        (RENCANA_BASI). Answers None when there is nothing to change.
        """
        daftar = list(perubahan)
        return self._tulis(kata_kerja, ringkasan, lambda pohon: daftar, oleh=oleh, pada=pada)

    def batalkan(self, riwayat: Riwayat, *, oleh: Pengguna, pada: datetime) -> Riwayat | None:
        """Undo one event as a new event, or raise AturanDilanggar with the reason why not.

        An import whose event is undone, or restored by undoing that, says so.
        """
        try:
            with transaction.atomic():
                baru = self._tulis(
                    "batalkan",
                    ringkasan_pembatalan(riwayat),
                    lambda pohon: susun_pembatalan(pohon, riwayat),
                    oleh=oleh,
                    pada=pada,
                    membatalkan=riwayat,
                )
                pertama, berlaku = asal_pembatalan(riwayat)
                status = StatusSesiImpor.DITERAPKAN if berlaku else StatusSesiImpor.DIBATALKAN
                self.sesi_impor.filter(riwayat=pertama).update(status=status)
        except AturanDilanggar as ditolak:
            raise alasan_pembatalan(ditolak) from ditolak
        return baru

    @property
    def sebutan(self) -> str:
        """Kind and title as people call the document."""
        return f"{self.get_jenis_display()} {self.judul}".strip()

    @property
    def dapat_diubah(self) -> bool:
        return self.status in aturan.DAPAT_DIUBAH and not self.arsip

    @property
    def hanya_angka(self) -> bool:
        """Approved: numbers follow their Tahap, the rest is locked."""
        return self.status == StatusPohon.DISETUJUI and not self.arsip

    def akar(self) -> Simpul:
        """The hidden root; claims of a JUMLAH row stand on it."""
        return Simpul.objects.get(pohon=self, induk=None)

    def _tulis(
        self,
        kata_kerja: str,
        ringkasan: str,
        susun: Callable[[Pohon], list[Perubahan]],
        *,
        oleh: Pengguna,
        pada: datetime,
        membatalkan: Riwayat | None = None,
        salinan: bool = False,
    ) -> Riwayat | None:
        """The one road to the tables: lock, plan, check, write, record.

        A ``salinan`` brings the numbers of locked stages along; the guards see that they are those
        of its origin.
        """
        try:
            with transaction.atomic():
                pohon = Pohon.objects.terkunci(self.pk)
                pohon.terbaca = Terbaca(pohon.perangkat_daerah_id, pohon.pk)
                perubahan = susun(pohon)
                if not perubahan:
                    return None
                tolak_bila(periksa_perubahan(pohon, perubahan, salinan=salinan))
                perubahan = tulis(pohon, perubahan)
                riwayat = pohon._catat(
                    kata_kerja, ringkasan, perubahan, oleh=oleh, pada=pada, membatalkan=membatalkan
                )
        except (IntegrityError, DataError) as galat:
            raise AturanDilanggar([temuan_integritas(galat)]) from galat
        self.versi, self.diubah_pada, self.status = pohon.versi, pohon.diubah_pada, pohon.status
        return riwayat

    def _catat(
        self,
        kata_kerja: str,
        ringkasan: str,
        perubahan: list[Perubahan],
        *,
        oleh: Pengguna,
        pada: datetime,
        membatalkan: Riwayat | None = None,
    ) -> Riwayat:
        rantai = Riwayat.objects.filter(pohon=self).order_by("-nomor")
        riwayat = Riwayat(
            pohon=self,
            perangkat_daerah=self.perangkat_daerah,
            nomor=self.versi + 1,
            kata_kerja=kata_kerja,
            ringkasan=ringkasan[:300],
            oleh=oleh,
            pada=pada,
            perubahan=[p.ke_json() for p in perubahan],
            membatalkan=membatalkan,
            hash_sebelum=rantai.values_list("hash", flat=True).first() or "",
        )
        riwayat.hash = riwayat.hitung_hash()
        riwayat.save()
        self.versi, self.diubah_pada = riwayat.nomor, pada
        Pohon.objects.filter(pk=self.pk).update(versi=self.versi, diubah_pada=pada)
        return riwayat
