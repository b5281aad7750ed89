"""The IKU document of an agency, and which planning documents its indicators come from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from iku.aturan import tangga
from iku.aturan.bab_baku import BAKU
from iku.pilihan import BERJALAN, TERBUKA, StatusDokumen
from kinerja.aturan.temuan import Letak, Temuan, tolak_bila
from kinerja.models import PerangkatDaerah, Periode, Pohon
from kinerja.models.pendakian import Pendakian
from kinerja.pembekuan import bekukan
from kinerja.pilihan import JenisPohon

if TYPE_CHECKING:
    from kinerja.models import Pengguna

BULAN_TERAKHIR = 12


class DokumenIkuQuerySet(models.QuerySet["DokumenIku"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> DokumenIkuQuerySet:
        milik = PerangkatDaerah.objects.terlihat_oleh(pengguna)
        return self.filter(perangkat_daerah__in=milik)


class DokumenIku(Pendakian):
    """One IKU document: agency × periode × tahun × judul, on the ladder of what is signed.

    ``versi`` grows with every change of the document or of what belongs to it. ``bulan`` of
    ``tahun_terbit`` is what the foreword prints; the day is written by hand. ``nomor`` and
    ``ditetapkan`` are those of the keputusan, its second form.
    """

    SEBUTAN = "Dokumen IKU"
    MEDAN = (
        "perangkat_daerah", "periode", "tahun", "judul", "tempat", "bulan", "tahun_terbit",
        "nomor", "ditetapkan",
    )  # fmt: skip
    TAMPIL = False
    DAKIAN = tangga.DAKIAN
    PESAN = {
        "iku_satu_berjalan": (
            "tahun",
            "Sudah ada dokumen IKU untuk tahun dan judul ini; buka yang itu, atau beri judul lain.",
        ),
        "iku_bulan_ada": ("bulan", "Pilih bulan 1 sampai 12."),
        "iku_tahun_wajar": ("tahun", "Isi tahun empat angka, misalnya 2026."),
    }

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="dokumen_iku"
    )
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="dokumen_iku")
    tahun = models.PositiveSmallIntegerField()
    judul = models.CharField(max_length=160, blank=True)
    tempat = models.CharField(max_length=80, blank=True)
    bulan = models.PositiveSmallIntegerField()
    tahun_terbit = models.PositiveSmallIntegerField()
    nomor = models.CharField(max_length=120, blank=True)
    ditetapkan = models.DateField(null=True, blank=True)
    status = models.CharField(
        max_length=20, choices=StatusDokumen, default=StatusDokumen.DRAF, editable=False
    )
    alasan = models.TextField(blank=True, editable=False)
    berlaku_sejak = models.DateField(null=True, blank=True, editable=False)
    disetujui_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    disetujui_pada = models.DateTimeField(null=True, blank=True, editable=False)
    versi = models.PositiveIntegerField(default=1, editable=False)
    diubah_pada = models.DateTimeField(editable=False)

    objects = DokumenIkuQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah", "periode", "tahun", "judul"],
                condition=Q(status__in=BERJALAN),
                name="iku_satu_berjalan",
            ),
            models.UniqueConstraint(
                fields=["perangkat_daerah", "periode", "judul"],
                condition=Q(status=StatusDokumen.BERLAKU),
                name="iku_satu_berlaku",
            ),
            models.CheckConstraint(
                condition=Q(status__in=StatusDokumen.values), name="iku_status_dikenal"
            ),
            models.CheckConstraint(
                condition=(Q(status=StatusDokumen.DIKEMBALIKAN) & ~Q(alasan=""))
                | (~Q(status=StatusDokumen.DIKEMBALIKAN) & Q(alasan="")),
                name="iku_alasan_bila_kembali",
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=("DISETUJUI", "BERLAKU", "DIGANTIKAN"),
                    disetujui_oleh__isnull=False,
                    disetujui_pada__isnull=False,
                )
                | Q(
                    status__in=("DRAF", "DIAJUKAN", "DIKEMBALIKAN", "DIVERIFIKASI"),
                    disetujui_oleh__isnull=True,
                    disetujui_pada__isnull=True,
                ),
                name="iku_disetujui_oleh_seseorang",
            ),
            models.CheckConstraint(
                condition=Q(status__in=("BERLAKU", "DIGANTIKAN"), berlaku_sejak__isnull=False)
                | (~Q(status__in=("BERLAKU", "DIGANTIKAN")) & Q(berlaku_sejak__isnull=True)),
                name="iku_berlaku_sejak",
            ),
            models.CheckConstraint(
                condition=Q(bulan__gte=1, bulan__lte=BULAN_TERAKHIR), name="iku_bulan_ada"
            ),
            models.CheckConstraint(
                condition=Q(tahun__gte=1990, tahun__lte=2200), name="iku_tahun_wajar"
            ),
        ]

    def __str__(self) -> str:
        return " ".join(b for b in ("IKU", self.judul, str(self.tahun)) if b)

    @classmethod
    @transaction.atomic
    def buat(
        cls, sumber: Sequence[Pohon], *, oleh: Pengguna, pada: datetime, **isi: Any
    ) -> DokumenIku:
        """A new draft with the usual texts. ``sumber``: documents its indicators come from."""
        from iku.models.bab import Bab

        baru = cls(diubah_pada=pada, **isi)
        baru.daftarkan(oleh=oleh, pada=pada)
        baru.atur_sumber(sumber, oleh=oleh, pada=pada)
        Bab.objects.bulk_create(
            Bab(dokumen=baru, urutan=ke, bagian=b.bagian, baku=b.baku, judul=b.judul,
                isi=b.isi, berdaftar=b.berdaftar)
            for ke, b in enumerate(BAKU, start=1)
        )  # fmt: skip
        return baru

    @transaction.atomic
    def atur_sumber(self, daftar: Sequence[Pohon], *, oleh: Pengguna, pada: datetime) -> None:
        """The planning documents in the order of their annexes, all at once."""
        self.kunci()
        tolak_bila(self._periksa_sumber(daftar))
        lama = [s.pohon_id for s in self.sumber.order_by("urutan")]
        baru = [p.pk for p in daftar]
        if lama == baru:
            return
        self.sumber.all().delete()
        SumberIku.objects.bulk_create(
            SumberIku(dokumen=self, pohon=p, urutan=ke) for ke, p in enumerate(daftar, start=1)
        )
        self.catat("ubah", "memakai dokumen perencanaan lain", {"sumber": lama}, {"sumber": baru},
                   oleh=oleh, pada=pada)  # fmt: skip

    @property
    def terbuka(self) -> bool:
        """May its texts be written now?"""
        return self.status in TERBUKA

    @property
    def konsep(self) -> bool:
        """Is every print of it still a concept?"""
        return self.disetujui_pada is None

    def lembaga(self) -> PerangkatDaerah:
        return self.perangkat_daerah

    def periksa(self) -> list[Temuan]:
        return self.periksa_tahun()

    def periksa_terbuka(self, status: str) -> list[Temuan]:
        return tangga.periksa_terbuka(status in TERBUKA, status)

    def sebelum_pindah(self, ke: str, *, oleh: Pengguna, pada: datetime) -> dict[str, Any]:
        """What comes into force replaces the one in force."""
        if ke != StatusDokumen.BERLAKU:
            return {}
        kembar = {m: getattr(self, m) for m in ("perangkat_daerah", "periode", "judul")}
        for lama in DokumenIku.objects.filter(**kembar, status=StatusDokumen.BERLAKU):
            isi = {"status": StatusDokumen.DIGANTIKAN}
            lama.pindah("gantikan", f"digantikan {self}", isi, oleh=oleh, pada=pada)
        return {"berlaku_sejak": pada.date()}

    def sesudah_pindah(self, ke: str, *, oleh: Pengguna, pada: datetime, alamat: str) -> None:
        if ke == StatusDokumen.DISETUJUI:
            bekukan("iku", self, oleh, pada, alamat)

    def hapus(self, **siapa: Any) -> None:
        """A draft goes with its texts; what was approved stays (guards see to that)."""
        with transaction.atomic():
            self.kunci()
            for milik in (self.sumber, self.bab, self.uraian, self.reviu):
                milik.all().delete()
            super().hapus(**siapa)

    def _periksa_sumber(self, daftar: Sequence[Pohon]) -> list[Temuan]:
        asing = [
            p
            for p in daftar
            if p.perangkat_daerah_id != self.perangkat_daerah_id
            or p.periode_id != self.periode_id
            or p.jenis != JenisPohon.CASCADING
        ]
        pesan = ""
        if not daftar:
            pesan = "Pilih sedikitnya satu dokumen cascading sebagai asal IKU."
        elif asing:
            pesan = f"“{asing[0]}” bukan cascading perangkat daerah dan periode dokumen ini."
        elif len({p.pk for p in daftar}) != len(daftar):
            pesan = "Satu dokumen cukup dipilih sekali."
        letak = Letak(medan="sumber")
        return [Temuan(kode="SUMBER_TIDAK_SAH", pesan=pesan, letak=letak)] if pesan else []


class SumberIku(models.Model):
    """A planning document whose indicators an IKU document prints; ``urutan`` is its annex's."""

    dokumen = models.ForeignKey(DokumenIku, on_delete=models.CASCADE, related_name="sumber")
    pohon = models.ForeignKey(Pohon, on_delete=models.PROTECT, related_name="sumber_iku")
    urutan = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dokumen", "pohon"], name="iku_sumber_sekali"),
            models.UniqueConstraint(fields=["dokumen", "urutan"], name="iku_sumber_urut"),
        ]

    def __str__(self) -> str:
        return f"{self.urutan}. {self.pohon}"


def bulan_terbit(pada: date) -> dict[str, Any]:
    """Month and year that a new document is dated with."""
    return {"bulan": pada.month, "tahun_terbit": pada.year}
