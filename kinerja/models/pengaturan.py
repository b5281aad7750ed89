"""Settings of a pemda that planners see in every page and document."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kinerja.aturan.aturan_ukur import AturanUkur, baca_pita, baca_skala
from kinerja.aturan.mutu.terima import periksa_bobot
from kinerja.aturan.pita import periksa_pita
from kinerja.aturan.temuan import Temuan
from kinerja.models.pemda import PerangkatDaerah
from kinerja.models.tercatat import Tercatat
from kinerja.pilihan import CaraKetik, CaraTurun, Efisiensi, PeranKondisi


class Pengaturan(Tercatat):
    """One row per pemda. ``versi`` grows with each change; caches carry it in their key."""

    SEBUTAN = "Pengaturan"
    MEDAN = (
        *("warna_merek", "label_jenjang", "perlu_verifikasi", "tingkat_temuan"),
        "halaman_publik",
        *("cara_ketik", "cara_turun", "batas_rata", "efisiensi", "pita", "skala"),
        *("hari_perjanjian", "hari_lkjip"),
    )
    PESAN = {
        "pengaturan_warna_hex": ("warna_merek", "Tulis warna sebagai # dan enam angka, #0956C3."),
        "pengaturan_batas_rata_wajar": ("batas_rata", "Batas rata-rata paling rendah 100."),
    }

    pemda = models.OneToOneField(
        PerangkatDaerah, on_delete=models.CASCADE, related_name="pengaturan"
    )
    warna_merek = models.CharField(max_length=7, default="#0956C3")
    label_jenjang = models.JSONField(default=dict, blank=True)
    perlu_verifikasi = models.BooleanField(
        default=False, help_text="Dokumen diverifikasi Bappeda sebelum disetujui."
    )
    halaman_publik = models.BooleanField(
        default=False, help_text="Dokumen yang disetujui dapat dibaca siapa saja di /publik/."
    )
    cara_ketik = models.CharField(
        max_length=10, choices=CaraKetik, default=CaraKetik.TRIWULAN,
        help_text="Realisasi yang dijumlahkan diketik per triwulan, atau kumulatif sejak Januari.",
    )  # fmt: skip
    cara_turun = models.CharField(
        max_length=10, choices=CaraTurun, default=CaraTurun.SELISIH,
        help_text="Rumus capaian indikator yang makin rendah makin baik.",
    )  # fmt: skip
    batas_rata = models.DecimalField(
        max_digits=6, decimal_places=2, null=True, blank=True,
        help_text="Capaian di atas angka ini dihitung sebesar itu dalam rata-rata (persen).",
    )  # fmt: skip
    efisiensi = models.CharField(max_length=10, choices=Efisiensi, default=Efisiensi.SELISIH)
    pita = models.JSONField(default=list, blank=True)
    skala = models.JSONField(default=list, blank=True)
    tingkat_temuan = models.JSONField(
        default=dict, blank=True, help_text="Bobot pemeriksaan kualitas menurut nomornya."
    )
    hari_perjanjian = models.PositiveSmallIntegerField(
        null=True, blank=True, default=31,
        help_text="Hari sejak tanggal DPA sampai perjanjian harus disetujui.",
    )  # fmt: skip
    hari_lkjip = models.PositiveSmallIntegerField(
        null=True, blank=True, default=59,
        help_text="Hari sejak akhir tahun sampai laporan kinerja harus selesai.",
    )  # fmt: skip
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(warna_merek__regex=r"^#[0-9A-Fa-f]{6}$"), name="pengaturan_warna_hex"
            ),
            models.CheckConstraint(
                condition=Q(cara_ketik__in=CaraKetik.values), name="pengaturan_cara_ketik_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(cara_turun__in=CaraTurun.values), name="pengaturan_cara_turun_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(efisiensi__in=Efisiensi.values), name="pengaturan_efisiensi_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(batas_rata__isnull=True) | Q(batas_rata__gte=100),
                name="pengaturan_batas_rata_wajar",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pemda)

    def lembaga(self) -> PerangkatDaerah:
        return self.pemda

    def periksa(self) -> list[Temuan]:
        return [
            *(t.di(medan="pita") for t in periksa_pita(baca_pita(self.pita))),
            *periksa_bobot(self.tingkat_temuan),
        ]

    @property
    def aturan_ukur(self) -> AturanUkur:
        """How capaian is computed and coloured here."""
        return AturanUkur(
            cara_ketik=self.cara_ketik, cara_turun=self.cara_turun, batas=self.batas_rata,
            efisiensi=self.efisiensi, pita=baca_pita(self.pita), skala=baca_skala(self.skala),
        )  # fmt: skip

    @classmethod
    def aturan_ukur_di(cls, pemda: PerangkatDaerah | int) -> AturanUkur:
        satu = cls.objects.filter(pemda=pemda).first()
        return satu.aturan_ukur if satu else AturanUkur()

    @classmethod
    def di(cls, pemda: PerangkatDaerah) -> Pengaturan:
        """Those of a pemda, the defaults where it has set none; not to be written."""
        return cls.objects.filter(pemda=pemda).first() or cls(pemda=pemda)

    @classmethod
    def wajib_verifikasi(cls, pemda: PerangkatDaerah) -> bool:
        """Does Bappeda verify a document before its head approves it?"""
        return cls.objects.filter(pemda=pemda, perlu_verifikasi=True).exists()

    @classmethod
    def naikkan_semua(cls) -> None:
        """What pages of every pemda were drawn from has changed."""
        cls.objects.update(versi=F("versi") + 1)

    @classmethod
    def naikkan_versi(cls, pemda: PerangkatDaerah) -> None:
        """What pages of this pemda were drawn from has changed."""
        cls.objects.get_or_create(pemda=pemda)
        cls.objects.filter(pemda=pemda).update(versi=F("versi") + 1)


def label_jenjang(lembaga: PerangkatDaerah) -> dict[str, str]:
    """What the pemda calls levels and roles of conditions, where it has words of its own."""
    milik = Pengaturan.objects.filter(pemda_id=lembaga.pemda_id or lembaga.pk)
    return milik.values_list("label_jenjang", flat=True).first() or {}


def baca_peran(teks: str, lembaga: PerangkatDaerah) -> str:
    """The role of a condition that is called so, by code, its own word or the pemda's; else as it
    is typed, which the rule refuses.
    """
    dicari = teks.strip().casefold()
    kode = {nama.casefold(): p.value for p in PeranKondisi for nama in (p.value, str(p.label))}
    if not dicari or dicari in kode:
        return kode.get(dicari, "")
    label = label_jenjang(lembaga)
    milik = {nama.casefold(): kunci for kunci, nama in label.items() if kunci in PeranKondisi}
    return milik.get(dicari, teks.strip())
