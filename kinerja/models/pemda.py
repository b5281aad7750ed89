"""Agencies and their units."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import F, Q

from kinerja.aturan.lambang import baca_lambang
from kinerja.aturan.orang import periksa_ganti_nama, periksa_rantai, periksa_serumah
from kinerja.aturan.tanggal import tanggal
from kinerja.aturan.temuan import Temuan, tolak_bila
from kinerja.models.tercatat import Tercatat
from kinerja.pilihan import JenisPerangkatDaerah, JenisUnit, Peran

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna


class BidangUrusan(Tercatat):
    """A government affair that agencies serve: 1.06 Sosial."""

    SEBUTAN = "Bidang urusan"
    MEDAN = ("kode", "nama")
    PESAN = {"kode": ("kode", "Kode itu sudah dipakai bidang urusan lain.")}

    kode = models.CharField(max_length=10, unique=True)
    nama = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class PerangkatDaerahQuerySet(models.QuerySet["PerangkatDaerah"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> PerangkatDaerahQuerySet:
        """Agencies of the user's memberships; one held at a PEMDA counts for all its agencies."""
        milik = pengguna.id_perangkat_daerah()
        return self.filter(Q(pk__in=milik) | Q(pemda__in=milik))

    def dikelola_oleh(self, pengguna: Pengguna) -> PerangkatDaerahQuerySet:
        """Agencies that the user administers: the own one, or a pemda with all its agencies."""
        pemda, sendiri = set(), set()
        for k in pengguna.daftar_keanggotaan():
            di_pemda = k.perangkat_daerah.jenis == JenisPerangkatDaerah.PEMDA
            if k.peran == Peran.ADMIN_PEMDA and di_pemda:
                pemda.add(k.perangkat_daerah_id)
            elif k.peran == Peran.ADMIN_PD and not di_pemda and k.menyeluruh:
                sendiri.add(k.perangkat_daerah_id)
        return self.filter(Q(pk__in=sendiri | pemda) | Q(pemda__in=pemda))


class PerangkatDaerah(Tercatat):
    """An agency; the pemda itself is one of jenis PEMDA."""

    SEBUTAN = "Perangkat daerah"
    MEDAN = ("pemda", "jenis", "kode", "nama", "singkatan", "alamat", "tempat")
    PESAN = {
        "kode": ("kode", "Kode itu sudah dipakai perangkat daerah lain."),
        "perangkat_daerah_punya_pemda": (
            "jenis",
            "Perangkat daerah berada di bawah pemda; pilih jenis lain dari “Pemerintah daerah”.",
        ),
    }

    pemda = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="perangkat_daerah"
    )
    jenis = models.CharField(max_length=20, choices=JenisPerangkatDaerah)
    kode = models.CharField(max_length=40, unique=True)
    nama = models.CharField(max_length=200)
    singkatan = models.CharField(max_length=40, blank=True)
    bidang_urusan = models.ManyToManyField(
        BidangUrusan, blank=True, related_name="perangkat_daerah"
    )
    alamat = models.TextField(blank=True, help_text="Tercetak di kop, boleh beberapa baris.")
    tempat = models.CharField(max_length=80, blank=True, help_text="Tempat tanda tangan.")
    lambang = models.BinaryField(null=True, blank=True, editable=False)
    jenis_lambang = models.CharField(max_length=40, blank=True, editable=False)

    objects = PerangkatDaerahQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(jenis="PEMDA", pemda__isnull=True)
                | (~Q(jenis="PEMDA") & Q(pemda__isnull=False)),
                name="perangkat_daerah_punya_pemda",
            ),
            models.CheckConstraint(
                condition=Q(jenis__in=JenisPerangkatDaerah.values),
                name="perangkat_daerah_jenis_dikenal",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    def lembaga(self) -> PerangkatDaerah:
        return self

    @transaction.atomic
    def ubah(
        self, isi: Mapping[str, Any], *, lama_sampai: date | None = None, **siapa: Any
    ) -> None:
        """With ``lama_sampai`` a changed name or code stays valid until then, as a Sebutan."""
        self.kunci()
        nama, kode = type(self).objects.values_list("nama", "kode").get(pk=self.pk)
        super().ubah(isi, **siapa)
        if lama_sampai is None:
            return
        tolak_bila(periksa_ganti_nama((nama, kode) != (self.nama, self.kode)))
        lama = Sebutan(perangkat_daerah=self, nama=nama, kode=kode, sampai=lama_sampai)
        lama.daftarkan(oleh=siapa["oleh"], pada=siapa["pada"])

    @transaction.atomic
    def pasang_lambang(self, isi: bytes, *, oleh: Pengguna, pada: datetime) -> None:
        """Keep a coat of arms (PNG or JPEG by content) for screens and documents."""
        lambang, temuan = baca_lambang(isi)
        tolak_bila(temuan)
        self._ganti_lambang(lambang.isi, lambang.jenis, "dipasang", oleh=oleh, pada=pada)

    @transaction.atomic
    def lepas_lambang(self, *, oleh: Pengguna, pada: datetime) -> None:
        self._ganti_lambang(None, "", "dilepas", oleh=oleh, pada=pada)

    @transaction.atomic
    def atur_bidang_urusan(
        self, daftar: Iterable[BidangUrusan], *, oleh: Pengguna, pada: datetime
    ) -> None:
        """The affairs this agency serves, all at once."""
        self.kunci()
        lama = sorted(self.bidang_urusan.values_list("kode", flat=True))
        self.bidang_urusan.set(daftar)
        baru = sorted(self.bidang_urusan.values_list("kode", flat=True))
        if lama != baru:
            isi = ({"bidang_urusan": satu} for satu in (lama, baru))
            self.catat("ubah", "melayani bidang urusan lain", *isi, oleh=oleh, pada=pada)

    def pemda_atau_diri(self) -> PerangkatDaerah:
        """The pemda this agency belongs to; a pemda is its own."""
        return self.pemda or self

    def sebutan_pada(self, pada: date) -> Sebutan | PerangkatDaerah:
        """Name and code as they were on a date; documents print those of their own date."""
        berlaku = self.sebutan.filter(Q(mulai__isnull=True) | Q(mulai__lte=pada))
        return berlaku.filter(sampai__gte=pada).order_by("sampai", "pk").first() or self

    def _ganti_lambang(
        self, isi: bytes | None, jenis: str, kata: str, *, oleh: Pengguna, pada: datetime
    ) -> None:
        self.kunci()
        self.refresh_from_db()
        sebelum = _sidik(self.lambang)
        self.lambang, self.jenis_lambang = isi, jenis
        self.save(update_fields=["lambang", "jenis_lambang"])
        sesudah = _sidik(isi)
        if sebelum != sesudah:
            self.catat("ubah", f"lambangnya {kata}", sebelum, sesudah, oleh=oleh, pada=pada)


def _sidik(isi: Any) -> dict[str, Any] | None:
    """What the history keeps of a file: its fingerprint, not its bytes."""
    if not isi:
        return None
    return {"sha256": hashlib.sha256(bytes(isi)).hexdigest(), "ukuran": len(isi)}


class Sebutan(Tercatat):
    """An earlier name and code of an agency, valid until ``sampai``."""

    SEBUTAN = "Nama lama"
    MEDAN = ("perangkat_daerah", "kode", "nama", "mulai", "sampai")
    PESAN = {
        "sebutan_masa_maju": ("sampai", "Tanggal akhir tidak boleh sebelum tanggal mulai."),
        "sebutan_satu_per_akhir": (
            "sampai",
            "Sudah ada nama lama yang berakhir pada tanggal itu; ubah yang itu saja.",
        ),
    }

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.CASCADE, related_name="sebutan"
    )
    kode = models.CharField(max_length=40)
    nama = models.CharField(max_length=200)
    mulai = models.DateField(null=True, blank=True)
    sampai = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(mulai__isnull=True) | Q(mulai__lte=F("sampai")),
                name="sebutan_masa_maju",
            ),
            models.UniqueConstraint(
                fields=["perangkat_daerah", "sampai"], name="sebutan_satu_per_akhir"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama} (sampai {tanggal(self.sampai)})"

    def lembaga(self) -> PerangkatDaerah:
        return self.perangkat_daerah


class Unit(Tercatat):
    """A part of an agency: bagian, bidang, UPTD, kelurahan, puskesmas."""

    SEBUTAN = "Unit"
    MEDAN = ("perangkat_daerah", "induk", "jenis", "kode", "nama", "mulai", "sampai")
    PESAN = {
        "unit_nama_unik": ("nama", "Sudah ada unit lain dengan nama itu yang masih berlaku."),
        "unit_masa_maju": ("sampai", "Tanggal akhir tidak boleh sebelum tanggal mulai."),
    }

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="unit"
    )
    induk = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="anak"
    )
    jenis = models.CharField(max_length=20, choices=JenisUnit)
    kode = models.CharField(max_length=40, blank=True)
    nama = models.CharField(max_length=200)
    mulai = models.DateField(null=True, blank=True)
    sampai = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah", "nama"],
                condition=Q(sampai__isnull=True),
                name="unit_nama_unik",
            ),
            models.CheckConstraint(
                condition=Q(mulai__isnull=True)
                | Q(sampai__isnull=True)
                | Q(mulai__lte=F("sampai")),
                name="unit_masa_maju",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    def lembaga(self) -> PerangkatDaerah:
        return self.perangkat_daerah

    def periksa(self) -> list[Temuan]:
        induk = self.induk
        serumah = induk is None or induk.perangkat_daerah_id == self.perangkat_daerah_id
        return [
            *periksa_serumah(serumah, "induk", "Unit induk"),
            *periksa_rantai(self.pk, self._rantai_induk(), "induk", "Unit induk"),
        ]

    def _rantai_induk(self) -> list[int]:
        naik = dict(Unit.objects.filter(perangkat_daerah_id=self.perangkat_daerah_id)
                    .values_list("pk", "induk_id"))  # fmt: skip
        return rantai(self.induk_id, naik)


def rantai(mulai: int | None, naik: Mapping[int, int | None]) -> list[int]:
    """From ``mulai`` up to the top; stops where it would go round."""
    hasil: list[int] = []
    while mulai is not None and mulai not in hasil:
        hasil.append(mulai)
        mulai = naik.get(mulai)
    return hasil
