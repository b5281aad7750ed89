"""Which condition of a pohon kinerja a component of a cascading serves: n to m.

Both ends are named by uid, so a new edition keeps its links, the undo of a deletion brings them
back, and a box that is gone for good leaves a link that nobody sees.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar

from django.db import models, transaction

from cascading.models.kunci import kunci_lembaga
from kinerja.aturan.arsip import periksa_tidak_diarsipkan
from kinerja.aturan.teks import cuplik
from kinerja.aturan.temuan import Temuan, tolak, tolak_bila
from kinerja.models import Pengguna, PerangkatDaerah, Pohon, Riwayat, Simpul
from kinerja.models.pengaturan import Pengaturan
from kinerja.pilihan import JenisPohon, Jenjang

KOMPONEN = (
    Jenjang.TUJUAN, Jenjang.SASARAN, Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN,
    Jenjang.AKTIVITAS,
)  # fmt: skip
BERUBAH = (
    "Tidak dapat dibatalkan karena tautannya sudah diubah sesudah itu; batalkan perubahan yang "
    "lebih baru dahulu."
)
Pasangan = tuple[Simpul, Simpul]
"""(condition, component)."""


class Tautan(models.Model):
    """One link. It belongs to the agency of the condition, in whose history it stands."""

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="tautan"
    )
    kondisi_uid = models.UUIDField(editable=False)
    komponen_uid = models.UUIDField(editable=False)

    objects: ClassVar[models.Manager[Tautan]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah", "kondisi_uid", "komponen_uid"], name="tautan_unik"
            )
        ]
        indexes = [models.Index(fields=["komponen_uid"], name="tautan_komponen")]

    def __str__(self) -> str:
        return f"{self.kondisi_uid} ← {self.komponen_uid}"

    @classmethod
    @transaction.atomic
    def pasang(
        cls, pasangan: Iterable[Pasangan], *, oleh: Pengguna, pada: datetime
    ) -> list[Tautan]:
        """Link conditions of one document with components; what is linked already stays. One event.

        Raises AturanDilanggar when an end is no condition or no component of the same pemda.
        """
        daftar = list(pasangan)
        if not daftar:
            return []
        kunci_lembaga(daftar[0][0].pohon.perangkat_daerah_id)
        pohon = Pohon.objects.terkunci(daftar[0][0].pohon_id)
        tolak_bila(periksa_tidak_diarsipkan(pohon.diarsipkan_pada is not None))
        tolak_bila(t for kondisi, komponen in daftar for t in _periksa(pohon, kondisi, komponen))
        ada = set(_pasang_uid(cls.objects.filter(perangkat_daerah=pohon.perangkat_daerah)))
        baru = {(k.uid, s.uid): (k, s) for k, s in daftar if (k.uid, s.uid) not in ada}
        lembaga = pohon.perangkat_daerah
        hasil = [cls(perangkat_daerah=lembaga, kondisi_uid=k, komponen_uid=s) for k, s in baru]
        cls.objects.bulk_create(hasil)
        if baru:
            _catat(lembaga, "tautan", "dihubungkan", list(baru.values()), oleh=oleh, pada=pada)
        return hasil

    @classmethod
    @transaction.atomic
    def lepas(cls, kondisi: Simpul, komponen: Simpul, *, oleh: Pengguna, pada: datetime) -> None:
        """Take one link away. Raises AturanDilanggar when it is gone already."""
        kunci_lembaga(kondisi.pohon.perangkat_daerah_id)
        pohon = Pohon.objects.terkunci(kondisi.pohon_id)
        milik = {"kondisi_uid": kondisi.uid, "komponen_uid": komponen.uid}
        hapus, _ = cls.objects.filter(perangkat_daerah=pohon.perangkat_daerah, **milik).delete()
        if not hapus:
            raise tolak("TAUTAN_HILANG", "Tautan itu sudah dilepas; muat ulang halaman.")
        _catat(pohon.perangkat_daerah, "lepas tautan", "dilepas", [(kondisi, komponen)],
               oleh=oleh, pada=pada)  # fmt: skip

    @classmethod
    @transaction.atomic
    def balikkan(cls, riwayat: Riwayat, oleh: Pengguna, pada: datetime) -> Riwayat:
        """Undo an event of links as a new event. AturanDilanggar when they have changed since."""
        lembaga = riwayat.perangkat_daerah
        kunci_lembaga(lembaga)
        baris: list[dict[str, Any]] = []
        for p in reversed(riwayat.perubahan):
            kondisi, komponen = p["kunci"]
            milik = {"kondisi_uid": kondisi, "komponen_uid": komponen}
            ada = cls.objects.filter(perangkat_daerah=lembaga, **milik)
            if ada.exists() != (p["sesudah"] is not None):
                raise tolak("BERUBAH_SESUDAHNYA", BERUBAH)
            if p["sesudah"] is None:
                cls.objects.create(perangkat_daerah=lembaga, **milik)
            else:
                ada.delete()
            baris.append(p | {"sebelum": p["sesudah"], "sesudah": p["sebelum"]})
        Pengaturan.naikkan_versi(lembaga.pemda_atau_diri())
        return Riwayat.catat_perangkat_daerah(
            lembaga, kata_kerja="batalkan tautan", ringkasan=f"Dibatalkan: {riwayat.ringkasan}",
            perubahan=baris, oleh=oleh, pada=pada, membatalkan=riwayat,
        )  # fmt: skip


def _pasang_uid(daftar: models.QuerySet[Tautan]) -> Iterable[tuple[Any, Any]]:
    return daftar.values_list("kondisi_uid", "komponen_uid")


def _periksa(pohon: Pohon, kondisi: Simpul, komponen: Simpul) -> list[Temuan]:
    """A condition of this document, a component of a cascading in the same pemda."""
    if kondisi.pohon_id != pohon.pk or kondisi.jenjang != Jenjang.KONDISI:
        pesan = "Yang dihubungkan harus kondisi dari satu pohon kinerja; muat ulang halaman."
        return [Temuan(kode="BUKAN_KONDISI", pesan=pesan)]
    milik = komponen.pohon.perangkat_daerah
    if (
        komponen.pohon.jenis == JenisPohon.CASCADING
        and komponen.jenjang in KOMPONEN
        and milik.pemda_atau_diri() == pohon.perangkat_daerah.pemda_atau_diri()
    ):
        return []
    pesan = "Hubungkan dengan tujuan sampai sub kegiatan sebuah cascading di pemda yang sama."
    return [Temuan(kode="BUKAN_KOMPONEN", pesan=pesan)]


def _catat(
    lembaga: PerangkatDaerah,
    kerja: str,
    kata: str,
    daftar: list[Pasangan],
    *,
    oleh: Pengguna,
    pada: datetime,
) -> None:
    kondisi, komponen = daftar[0]
    sisa = f" dan {len(daftar) - 1} tautan lain" if len(daftar) > 1 else ""
    atas, bawah = (cuplik(s.sebutan, 100) for s in (kondisi, komponen))
    ringkasan = f"“{atas}” {kata} dengan “{bawah}”{sisa}"
    Riwayat.catat_perangkat_daerah(
        lembaga,
        kata_kerja=kerja,
        ringkasan=ringkasan if kata == "dihubungkan" else ringkasan.replace(" dengan ", " dari "),
        perubahan=[
            {
                "jenis": "tautan",
                "kunci": [str(k.uid), str(s.uid)],
                "sebelum": None if kata == "dihubungkan" else {},
                "sesudah": {} if kata == "dihubungkan" else None,
            }
            for k, s in daftar
        ],
        oleh=oleh,
        pada=pada,
    )
    Pengaturan.naikkan_versi(lembaga.pemda_atau_diri())
