"""Verbs of Pohon that make a document from another: buka_perubahan, salin."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import DataError, IntegrityError, transaction
from django.db.models import Q, QuerySet

from kinerja.aturan import edisi as aturan
from kinerja.aturan.arsip import periksa_tidak_diarsipkan
from kinerja.aturan.edisi import Edisi
from kinerja.aturan.pohon import periksa_isian
from kinerja.aturan.temuan import AturanDilanggar, tolak_bila
from kinerja.models.isi_salinan import IsiSalinan, PilihanSalinan, isi_edisi, isi_salinan
from kinerja.models.pendirian import dirikan, kunci_dokumen_baru
from kinerja.models.penulisan import temuan_integritas
from kinerja.models.perubahan import Perubahan
from kinerja.models.simpul import Simpul
from kinerja.pilihan import StatusPohon

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna
    from kinerja.models.pohon import Pohon


class Penyalinan:
    """Mixed into Pohon. Both verbs lock the origin, so that a copy is of one moment."""

    pk: Any
    edisi: Any
    status: Any

    def buka_perubahan(self, *, oleh: Pengguna, pada: datetime) -> Pohon:
        """The next edition, from the approved one in force: same uids, every number."""
        with transaction.atomic():
            asal = _terkunci(self)
            diri = Edisi(asal.edisi, asal.status)
            tolak_bila(periksa_tidak_diarsipkan(asal.arsip))
            tolak_bila(aturan.periksa_perubahan(diri, _keluarga(asal)))
            semua = type(asal)._base_manager.filter(**_milik(asal))
            edisi = 1 + max(semua.values_list("edisi", flat=True))
            akar = str(Simpul.objects.get(pohon=asal, induk=None).uid)
            isi = _milik(asal) | {"edisi": edisi}
            baru = dirikan(type(asal), akar=akar, disalin_dari=asal, diubah_pada=pada,
                           versi_nomenklatur=asal.versi_nomenklatur, **isi)  # fmt: skip
            ringkasan = f"Perubahan {asal.sebutan} dibuka dari edisi {asal.edisi}"
            _isi(baru, isi_edisi(asal), "buka_perubahan", ringkasan, oleh, pada)
            catatan = f"Perubahan dibuka sebagai edisi {edisi}"
            asal._catat("dibuka", catatan, [], oleh=oleh, pada=pada)
        return baru

    def salin(self, pilihan: PilihanSalinan, *, oleh: Pengguna, pada: datetime) -> Pohon:
        """A document of its own somewhere else; AturanDilanggar when one stands there already."""
        judul = " ".join(pilihan.judul.split())
        tolak_bila(periksa_isian({"judul": judul}))
        try:
            with transaction.atomic():
                asal = _terkunci(self)
                baru = dirikan(
                    type(asal), disalin_dari=asal, judul=judul, jenis=asal.jenis, diubah_pada=pada,
                    perangkat_daerah=pilihan.perangkat_daerah, periode=pilihan.periode,
                    versi_nomenklatur=asal.versi_nomenklatur,
                )  # fmt: skip
                akar = str(Simpul.objects.get(pohon=baru, induk=None).uid)
                isi = isi_salinan(asal, pilihan, akar).perubahan
                ringkasan = f"Disalin dari {asal.sebutan} {asal.perangkat_daerah} {asal.periode}"
                _isi(baru, isi, "salin", ringkasan, oleh, pada)
                catatan = f"Disalin menjadi {baru.sebutan} {baru.perangkat_daerah} {baru.periode}"
                asal._catat("disalin", catatan, [], oleh=oleh, pada=pada)
        except (IntegrityError, DataError) as galat:
            raise AturanDilanggar([temuan_integritas(galat)]) from galat
        return baru

    def tinjau_salinan(self, pilihan: PilihanSalinan) -> IsiSalinan:
        """What ``salin`` would write, without writing."""
        pohon: Any = self
        return isi_salinan(pohon, pilihan, str(pohon.akar().uid))

    def edisi_berlaku(self) -> int | None:
        """The number of the last approved edition of this document, None when there is none."""
        disetujui = [e.nomor for e in _keluarga(self) if e.status == StatusPohon.DISETUJUI]
        return max(disetujui, default=None)

    def semua_edisi(self) -> QuerySet[Pohon]:
        """Every edition of this document, the first one first."""
        kelas: Any = type(self)
        daftar: QuerySet[Pohon] = kelas.objects.filter(**_milik(self)).order_by("edisi")
        return daftar


def _terkunci(pohon: Any) -> Pohon:
    """The origin as it is now. New documents first: their lock comes before any row's."""
    kunci_dokumen_baru()
    terkunci: Pohon = type(pohon).objects.terkunci(pohon.pk, "perangkat_daerah__pemda", "periode")
    return terkunci


def _milik(pohon: Any) -> dict[str, Any]:
    """What all editions of a document share."""
    nama = ("perangkat_daerah_id", "periode_id", "jenis", "judul")
    return {satu: getattr(pohon, satu) for satu in nama}


def _keluarga(pohon: Any) -> list[Edisi]:
    """The editions of a document; a draft in the archive is out of the way."""
    semua = type(pohon)._base_manager.filter(**_milik(pohon)).order_by("edisi")
    di_meja = semua.exclude(~Q(status=StatusPohon.DISETUJUI), diarsipkan_pada__isnull=False)
    return [Edisi(*satu) for satu in di_meja.values_list("edisi", "status")]


def _isi(
    baru: Pohon, perubahan: list[Perubahan], kata_kerja: str, ringkasan: str, oleh: Pengguna,
    pada: datetime,
) -> None:  # fmt: skip
    """One event with all rows, also where there is none to write."""
    ditulis = baru._tulis(
        kata_kerja, ringkasan, lambda _: perubahan, oleh=oleh, pada=pada,
        salinan=kata_kerja == "buka_perubahan",
    )  # fmt: skip
    if ditulis is None:
        baru._catat(kata_kerja, ringkasan, [], oleh=oleh, pada=pada)
