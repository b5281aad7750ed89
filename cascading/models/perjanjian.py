"""The agreement of a position for a year, and its ladder."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from cascading.aturan import perjanjian as aturan
from cascading.pilihan import SebabPerjanjian, StatusPerjanjian
from kinerja.aturan.tangga import periksa_alasan
from kinerja.aturan.temuan import Temuan, tolak, tolak_bila
from kinerja.models import Jabatan, Pejabat, Pengaturan, PerangkatDaerah, Tahap
from kinerja.models.tercatat import Tercatat

if TYPE_CHECKING:
    from kinerja.models import Pengguna

BERJALAN = [str(s) for s in sorted(aturan.BERJALAN)]
DISEPAKATI = [str(StatusPerjanjian.DISETUJUI), str(StatusPerjanjian.BERLAKU)]


class PerjanjianQuerySet(models.QuerySet["PerjanjianKinerja"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> PerjanjianQuerySet:
        """Of one's agencies, and those that one promises or answers for by position."""
        milik = PerangkatDaerah.objects.terlihat_oleh(pengguna)
        boleh = Q(perangkat_daerah__in=milik)
        if pengguna.pegawai_id:
            di_atas = Jabatan.objects.filter(pejabat__pegawai=pengguna.pegawai_id)
            boleh |= Q(jabatan__in=di_atas) | Q(jabatan__atasan__in=di_atas)
        return self.filter(boleh)

    def berjalan(self) -> PerjanjianQuerySet:
        """Not agreed yet."""
        return self.filter(status__in=BERJALAN)

    def lengkap(self) -> PerjanjianQuerySet:
        """With what pages say of it."""
        return self.select_related(
            "jabatan__unit", "jabatan__atasan", "tahap", "perangkat_daerah__pemda",
            "pihak_pertama__pegawai", "pihak_kedua__pegawai", "menggantikan",
        ).defer("perangkat_daerah__lambang", "perangkat_daerah__pemda__lambang")  # fmt: skip


class PerjanjianKinerja(Tercatat):
    """Jabatan × tahun × urutan. Its rows are computed from the planning documents until it is
    agreed; from then on its Dokumen says what it holds.

    ``pihak_pertama`` is who promises; ``pihak_kedua`` is written when it is agreed. ``sidik`` is
    the fingerprint of the content that was submitted.
    """

    SEBUTAN = "Perjanjian"
    TAMPIL = False
    MEDAN = (
        "perangkat_daerah", "jabatan", "tahun", "urutan", "tahap", "pihak_pertama", "pihak_kedua",
        "tanggal", "nomor", "tempat", "sebab", "menggantikan", "status", "alasan", "sidik",
    )  # fmt: skip
    PESAN = {
        "perjanjian_satu_berjalan": (
            "jabatan",
            "Jabatan ini masih mempunyai perjanjian yang belum disetujui; lanjutkan yang itu.",
        ),
    }

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="perjanjian"
    )
    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="perjanjian")
    tahun = models.PositiveSmallIntegerField()
    urutan = models.PositiveSmallIntegerField(default=1)
    tahap = models.ForeignKey(Tahap, on_delete=models.PROTECT, related_name="perjanjian")
    pihak_pertama = models.ForeignKey(
        Pejabat, null=True, blank=True, on_delete=models.PROTECT, related_name="perjanjian"
    )
    pihak_kedua = models.ForeignKey(
        Pejabat, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    tanggal = models.DateField(null=True, blank=True)
    nomor = models.CharField(max_length=120, blank=True)
    tempat = models.CharField(max_length=80, blank=True)
    sebab = models.CharField(max_length=12, choices=SebabPerjanjian, default=SebabPerjanjian.MURNI)
    menggantikan = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="pengganti"
    )
    status = models.CharField(
        max_length=12, choices=StatusPerjanjian, default=StatusPerjanjian.DRAF
    )
    alasan = models.TextField(blank=True)
    sidik = models.CharField(max_length=64, blank=True)
    disetujui_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    disetujui_pada = models.DateTimeField(null=True, blank=True)

    objects = PerjanjianQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["jabatan", "tahun", "urutan"], name="perjanjian_urutan_unik"
            ),
            models.UniqueConstraint(
                fields=["jabatan", "tahun"],
                condition=Q(status__in=BERJALAN),
                name="perjanjian_satu_berjalan",
            ),
            models.UniqueConstraint(
                fields=["jabatan", "tahun"],
                condition=Q(status__in=DISEPAKATI),
                name="perjanjian_satu_berlaku",
            ),
            models.CheckConstraint(
                condition=Q(status__in=StatusPerjanjian.values), name="perjanjian_status_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(status="DIKEMBALIKAN") & ~Q(alasan="")
                | ~Q(status="DIKEMBALIKAN") & Q(alasan=""),
                name="perjanjian_alasan_bila_dikembalikan",
            ),
            models.CheckConstraint(
                condition=Q(status__in=BERJALAN)
                | Q(pihak_pertama__isnull=False, tanggal__isnull=False,
                    disetujui_oleh__isnull=False, disetujui_pada__isnull=False),
                name="perjanjian_disetujui_lengkap",
            ),
            models.CheckConstraint(
                condition=Q(sebab="MURNI", menggantikan__isnull=True)
                | Q(sebab__in=["PERUBAHAN", "PEJABAT_BARU"], menggantikan__isnull=False),
                name="perjanjian_pengganti_bersebab",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["perangkat_daerah", "tahun"], name="perjanjian_pd_tahun")]

    def __str__(self) -> str:
        return f"{self.judul} {self.jabatan.nama}"

    def lembaga(self) -> PerangkatDaerah:
        return self.perangkat_daerah

    @property
    def judul(self) -> str:
        """ "Perubahan Perjanjian Kinerja Tahun 2025"."""
        awal = "Perubahan " if self.sebab == SebabPerjanjian.PERUBAHAN else ""
        return f"{awal}Perjanjian Kinerja Tahun {self.tahun}"

    @property
    def dapat_diubah(self) -> bool:
        return self.status in aturan.DAPAT_DIUBAH

    @property
    def beku(self) -> bool:
        return self.status in aturan.BEKU

    def ubah(self, isi: Any, **siapa: Any) -> None:
        """Date, number, place, stage and who promises, while it is a draft."""
        terkini = type(self).objects.values_list("status", flat=True).get(pk=self.pk)
        if terkini not in aturan.DAPAT_DIUBAH:
            kata = StatusPerjanjian(terkini).label
            raise tolak("TERKUNCI", f"Perjanjian yang {kata} tidak dapat diubah.")
        super().ubah(isi, **siapa)

    def hapus(self, **siapa: Any) -> None:
        """A draft that nobody has submitted; everything else stays."""
        if type(self).objects.filter(pk=self.pk, status=StatusPerjanjian.DRAF).exists():
            return super().hapus(**siapa)
        raise tolak("TERKUNCI", "Hanya draf yang dapat dihapus.")

    def ajukan(
        self, *, dilihat: str, kini: str, temuan: Collection[Temuan], oleh: Pengguna, pada: datetime
    ) -> None:
        """Hand it in; ``dilihat`` and ``kini`` are fingerprints of the content."""
        self._melangkah(
            "ajukan", {"sidik": kini, "alasan": ""}, oleh=oleh, pada=pada,
            periksa=[*aturan.periksa_dilihat(dilihat, kini),
                     *aturan.periksa_bersih("ajukan", temuan)],
        )  # fmt: skip

    def tarik(self, *, oleh: Pengguna, pada: datetime) -> None:
        """Take it back before anybody answered."""
        self._melangkah("tarik", {}, oleh=oleh, pada=pada)

    def verifikasi(
        self, *, dilihat: str, kini: str, temuan: Collection[Temuan], oleh: Pengguna, pada: datetime
    ) -> None:
        """Found in order, where the pemda wants that before the superior agrees."""
        self._melangkah(
            "verifikasi", {}, oleh=oleh, pada=pada,
            periksa=[*aturan.periksa_dilihat(dilihat, kini),
                     *aturan.periksa_bersih("verifikasi", temuan)],
        )  # fmt: skip

    def kembalikan(self, *, alasan: str, oleh: Pengguna, pada: datetime) -> None:
        alasan = alasan.strip()
        periksa = periksa_alasan("kembalikan", alasan)
        self._melangkah("kembalikan", {"alasan": alasan}, oleh=oleh, pada=pada, periksa=periksa)

    def berlakukan(self, *, oleh: Pengguna, pada: datetime) -> None:
        """Signed: the stages up to its own are locked, later numbers go into a new one."""
        with transaction.atomic():
            self._melangkah("berlakukan", {}, oleh=oleh, pada=pada)
            sampai = Tahap.objects.sampai(self.perangkat_daerah, self.tahun, self.tahap.kode)
            for tahap in sampai.filter(terkunci=False):
                tahap.tutup(oleh=oleh, pada=pada)

    def setujui(
        self,
        bekukan: Callable[[PerjanjianKinerja], None],
        *,
        pihak_kedua: Pejabat | None,
        oleh: Pengguna,
        pada: datetime,
        kata_kerja: str = "setujui",
    ) -> None:
        """Agree. ``bekukan`` writes the Dokumen of the locked row, or raises; then the agreement
        that this one replaces is replaced. Called by ``laporan.pengesahan`` only.
        """
        with transaction.atomic():
            self.kunci()
            self.refresh_from_db()
            tolak_bila(aturan.periksa_langkah(kata_kerja, self.status, self.wajib_verifikasi()))
            self.pihak_kedua, self.disetujui_oleh, self.disetujui_pada = pihak_kedua, oleh, pada
            bekukan(self)
            lama = self.menggantikan
            if lama is not None and lama.status in DISEPAKATI:
                lama._melangkah("gantikan", {}, oleh=oleh, pada=pada)
            isi = {"pihak_kedua_id": pihak_kedua.pk if pihak_kedua else None,
                   "disetujui_oleh_id": oleh.pk, "disetujui_pada": pada}  # fmt: skip
            self._melangkah(kata_kerja, isi, oleh=oleh, pada=pada)

    def _melangkah(
        self,
        kata_kerja: str,
        isi: dict[str, Any],
        *,
        oleh: Pengguna,
        pada: datetime,
        periksa: Collection[Temuan] = (),
    ) -> None:
        """One step: the agency and the row locked, checked, written, recorded."""
        with transaction.atomic():
            self.kunci()
            type(self).objects.select_for_update(of=("self",)).get(pk=self.pk)
            self.refresh_from_db()
            wajib = self.wajib_verifikasi()
            tolak_bila(aturan.periksa_langkah(kata_kerja, self.status, wajib) or periksa)
            sebelum = self.cuplikan()
            ke = aturan.tujuan(kata_kerja, self.status, wajib)
            for medan, nilai in ({"alasan": "", "status": ke} | isi).items():
                setattr(self, medan, nilai)
            self.save()
            sesudah = self.cuplikan()
            beda = sorted(m for m in sesudah if sesudah[m] != sebelum[m])
            potong = ({m: satu[m] for m in beda} for satu in (sebelum, sesudah))
            kata = aturan.SELESAI[kata_kerja]
            self.catat(kata_kerja, kata, *potong, oleh=oleh, pada=pada)

    def wajib_verifikasi(self) -> bool:
        return Pengaturan.wajib_verifikasi(self.perangkat_daerah.pemda_atau_diri())
