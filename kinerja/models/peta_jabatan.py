"""Cascading per jabatan: a box for each position with its kinerja utama and indicators as typed.

Another document than the tree: the two lists of a box need not pair, and what they mean in the tree
is never needed to keep or to print them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, models, transaction
from django.db.models import F, Q

from kinerja.aturan.orang import periksa_rantai, periksa_serumah
from kinerja.aturan.peta_jabatan import IsiKotak, dari_atas, periksa_kotak
from kinerja.aturan.temuan import Temuan, tolak, tolak_bila
from kinerja.models.jabatan import Jabatan
from kinerja.models.pemda import PerangkatDaerah, rantai
from kinerja.models.periode import Periode
from kinerja.models.riwayat import Riwayat
from kinerja.models.tangga_peta import TanggaPeta
from kinerja.models.tercatat import Tercatat
from kinerja.pilihan import StatusPohon

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna

Isi = dict[str, Any]
BERUBAH = "Kotak “{}” sudah diubah sesudah itu; batalkan perubahannya dahulu, atau ubah langsung."


class PetaJabatanQuerySet(models.QuerySet["PetaJabatan"]):
    def terlihat_oleh(self, pengguna: Pengguna) -> PetaJabatanQuerySet:
        milik = PerangkatDaerah.objects.terlihat_oleh(pengguna)
        daftar = self.filter(perangkat_daerah__in=milik)
        return daftar.select_related("perangkat_daerah__pemda", "periode").defer(
            "perangkat_daerah__lambang", "perangkat_daerah__pemda__lambang"
        )

    def urut(self) -> PetaJabatanQuerySet:
        return self.order_by("perangkat_daerah__nama", "-periode__tahun_awal", "judul", "pk")


class PetaJabatan(TanggaPeta, Tercatat):
    """The map of one agency for a periode; ``judul`` tells two of them apart."""

    SEBUTAN = "Cascading per jabatan"
    TAMPIL = False
    MEDAN = ("perangkat_daerah", "periode", "judul")
    PESAN = {
        "peta_jabatan_satu_per_judul": (
            "judul",
            "Cascading per jabatan untuk periode dan judul itu sudah ada; buka yang itu, atau "
            "beri judul lain.",
        )
    }

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="peta_jabatan"
    )
    periode = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="peta_jabatan")
    judul = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=20, choices=StatusPohon, default=StatusPohon.DRAF)
    alasan = models.TextField(blank=True, help_text="Mengapa dikembalikan.")

    objects = PetaJabatanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah", "periode", "judul"], name="peta_jabatan_satu_per_judul"
            ),
            models.CheckConstraint(
                condition=Q(status__in=StatusPohon.values), name="petajabatan_status_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(status="DIKEMBALIKAN") & ~Q(alasan="")
                | ~Q(status="DIKEMBALIKAN") & Q(alasan=""),
                name="petajabatan_alasan_bila_dikembalikan",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.perangkat_daerah} {self.periode} {self.judul}".strip()

    @property
    def sebutan(self) -> str:
        return f"Cascading per jabatan {self.judul}".strip()

    def lembaga(self) -> PerangkatDaerah:
        return self.perangkat_daerah

    def susunan(self) -> list[tuple[KotakJabatan, int]]:
        """The boxes from the top, each with its depth from 0; one query."""
        daftar = list(self.kotak.select_related("jabatan").order_by("urutan", "pk"))
        anak: dict[int | None, list[KotakJabatan]] = {}
        for kotak in daftar:
            anak.setdefault(kotak.induk_id, []).append(kotak)
        hasil: list[tuple[KotakJabatan, int]] = []
        tumpukan = [(k, 0) for k in reversed(anak.get(None, []))]
        while tumpukan:
            kotak, tingkat = tumpukan.pop()
            hasil.append((kotak, tingkat))
            tumpukan += [(k, tingkat + 1) for k in reversed(anak.get(kotak.pk, []))]
        return hasil

    @transaction.atomic
    def muat(
        self,
        daftar: Sequence[tuple[KotakJabatan, int | None]],
        *,
        oleh: Pengguna,
        pada: datetime,
        ringkasan: str,
    ) -> Riwayat | None:
        """Write boxes (an import, the demo data) as one event; None when nothing changes.

        Each comes with the place of its parent in ``daftar`` (None: keeps the one it has, at the
        top when new). A box with a primary key is changed, one without is new.
        """
        self.kunci_terbuka()
        baris: list[Isi] = []
        for letak in dari_atas([induk for _, induk in daftar]):
            kotak, induk = daftar[letak]
            if induk is not None:
                kotak.induk = daftar[induk][0]
            baris += self._simpan_satu(kotak)
        return self._catat("muat", ringkasan, baris, oleh=oleh, pada=pada) if baris else None

    @transaction.atomic
    def batalkan(self, riwayat: Riwayat, *, oleh: Pengguna, pada: datetime) -> Riwayat:
        """Undo an event of its boxes as a new event. AturanDilanggar when a box changed since."""
        self.kunci_terbuka()
        baris: list[Isi] = []
        for lama in reversed(riwayat.perubahan):
            balik = lama | {"sebelum": lama["sesudah"], "sesudah": lama["sebelum"]}
            try:
                with transaction.atomic():
                    self._balikkan(balik)
            except (IntegrityError, models.ProtectedError) as galat:
                raise tolak("BERUBAH_SESUDAHNYA", BERUBAH.format(_nama(balik))) from galat
            baris.append(balik)
        impor = riwayat.kata_kerja == "muat petajabatan"
        kata = "impor dibatalkan" if impor else f"dibatalkan: {riwayat.ringkasan}"
        return self._catat("batalkan", kata, baris, oleh=oleh, pada=pada, membatalkan=riwayat)

    def _balikkan(self, p: Isi) -> None:
        """One row change; the box must stand as ``sebelum`` says."""
        pk = p["kunci"][0]
        kotak = KotakJabatan.objects.filter(peta=self, pk=pk).first()
        kini = kotak.cuplikan() if kotak else {}
        if (kotak is None) != (p["sebelum"] is None):
            raise tolak("BERUBAH_SESUDAHNYA", BERUBAH.format(_nama(p)))
        if any(kini[m] != v for m, v in (p["sebelum"] or {}).items()):
            raise tolak("BERUBAH_SESUDAHNYA", BERUBAH.format(kotak or _nama(p)))
        isi = {_kolom(m): v for m, v in (p["sesudah"] or {}).items()}
        hilang = (induk := isi.get("induk_id")) and not self.kotak.filter(pk=induk).exists()
        jabatan = isi.get("jabatan_id")
        if hilang or (jabatan and not Jabatan.objects.filter(pk=jabatan).exists()):
            raise tolak("BERUBAH_SESUDAHNYA", BERUBAH.format(_nama(p)))
        if kotak is None:
            KotakJabatan(pk=pk, **isi).save(force_insert=True)
        elif p["sesudah"] is None:
            kotak.delete()
        else:
            KotakJabatan.objects.filter(pk=pk).update(**isi)

    def _simpan_satu(self, kotak: KotakJabatan) -> list[Isi]:
        """Check and write one box; its row change, or nothing where it stays the same."""
        baru = kotak.pk is None
        kotak.peta = self
        sebelum = None if baru else KotakJabatan.objects.get(peta=self, pk=kotak.pk).cuplikan()
        tolak_bila(kotak._temuan())
        kotak.save()
        sesudah = kotak.cuplikan()
        if sebelum is not None:
            beda = [m for m in sesudah if sesudah[m] != sebelum[m]]
            if not beda:
                return []
            sebelum, sesudah = ({m: isi[m] for m in beda} for isi in (sebelum, sesudah))
        kunci = {"jenis": "kotakjabatan", "kunci": [kotak.pk]}
        return [kunci | {"sebelum": sebelum, "sesudah": sesudah}]

    def _catat(
        self, kerja: str, kata: str, baris: list[Isi], *, oleh: Pengguna, pada: datetime,
        membatalkan: Riwayat | None = None,
    ) -> Riwayat:  # fmt: skip
        return Riwayat.catat_perangkat_daerah(
            self.perangkat_daerah,
            kata_kerja=f"{kerja} petajabatan",
            ringkasan=f"{self.sebutan} {self.periode}: {kata}",
            perubahan=baris,
            oleh=oleh,
            pada=pada,
            membatalkan=membatalkan,
        )


def _nama(p: Isi) -> str:
    isi = {**(p["sebelum"] or {}), **(p["sesudah"] or {})}
    return str(isi.get("nama") or "yang berubah")


def _kolom(medan: str) -> str:
    return f"{medan}_id" if medan in ("induk", "jabatan", "peta") else medan


class KotakJabatan(Tercatat):
    """One position of a map: title as typed and two ordered lists.

    ``jabatan`` is the registered position, where somebody said which it is; ``pasangan`` maps a
    sentence of a list to the uid of the box or indicator of the tree that it means.
    """

    SEBUTAN = "Kotak jabatan"
    TAMPIL = False
    MEDAN = (
        *("peta", "induk", "urutan", "nomor", "nama", "tingkat", "jabatan"),
        *("kinerja_utama", "indikator", "nama_dugaan", "induk_dugaan", "pasangan"),
    )
    PESAN = {
        "kotak_jabatan_bukan_induk_diri": ("induk", "Kotak tidak dapat menjadi atasan dirinya."),
    }

    peta = models.ForeignKey(PetaJabatan, on_delete=models.CASCADE, related_name="kotak")
    induk = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="bawahan"
    )
    urutan = models.PositiveSmallIntegerField(default=0)
    nomor = models.CharField(max_length=40, blank=True, help_text="Nomor atau ID di sumbernya.")
    nama = models.CharField(max_length=200, blank=True)
    tingkat = models.CharField(max_length=80, blank=True, help_text="Misalnya Kepala Bidang.")
    jabatan = models.ForeignKey(
        Jabatan, null=True, blank=True, on_delete=models.PROTECT, related_name="kotak_jabatan"
    )
    kinerja_utama = models.JSONField(default=list, blank=True)
    indikator = models.JSONField(default=list, blank=True)
    nama_dugaan = models.BooleanField(default=False)
    induk_dugaan = models.BooleanField(default=False)
    pasangan = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(induk__isnull=True) | ~Q(induk=F("id")),
                name="kotak_jabatan_bukan_induk_diri",
            ),
        ]

    def __str__(self) -> str:
        return self.isi.sebutan[:120]

    @property
    def isi(self) -> IsiKotak:
        return IsiKotak(
            self.nomor,
            self.nama,
            tuple(self.kinerja_utama),
            tuple(self.indikator),
            self.nama_dugaan,
            self.induk_dugaan,
        )

    def lembaga(self) -> PerangkatDaerah:
        return self.peta.perangkat_daerah

    def kunci(self, di: PerangkatDaerah | None = None) -> None:
        """Before any of its verbs: the map must be open."""
        self.peta.kunci_terbuka()

    def periksa(self) -> list[Temuan]:
        jabatan, di = self.jabatan, self.peta.perangkat_daerah_id
        return [
            *periksa_kotak(self.isi),
            *periksa_rantai(self.pk, self._rantai(), "induk", "Atasan"),
            *periksa_serumah(
                jabatan is None or jabatan.perangkat_daerah_id == di, "jabatan", "Jabatan"
            ),
            *self._periksa_induk(),
        ]

    def _periksa_induk(self) -> list[Temuan]:
        if self.induk is None or self.induk.peta_id == self.peta_id:
            return []
        pesan = "Atasan harus kotak dari cascading per jabatan yang sama."
        return [Temuan(kode="INDUK_ASING", pesan=pesan).di(medan="induk")]

    def _rantai(self) -> list[int]:
        naik = dict(KotakJabatan.objects.filter(peta=self.peta_id).values_list("pk", "induk_id"))
        return rantai(self.induk_id, naik)

    @property
    def terpasang(self) -> Mapping[str, str]:
        """Pairings of sentences that still stand in a list."""
        ada = {*self.kinerja_utama, *self.indikator}
        return {teks: uid for teks, uid in self.pasangan.items() if teks in ada}
