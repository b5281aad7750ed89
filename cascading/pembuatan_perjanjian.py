"""New agreements: for one position, for all of an agency, as a change of an agreed one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from cascading.bahan_perjanjian import BacaanLembaga
from cascading.models import PerjanjianKinerja
from cascading.pilihan import SebabPerjanjian, StatusPerjanjian
from kinerja.aturan.temuan import tolak
from kinerja.models import Jabatan, PerangkatDaerah, Tahap

if TYPE_CHECKING:
    from kinerja.models import Pengguna


def buat_perjanjian(
    jabatan: Jabatan, tahun: int, *, oleh: Pengguna, pada: datetime, **isi: Any
) -> PerjanjianKinerja:
    """A draft for the year's last stage, promised by who holds the position today.

    Where an agreement was agreed already it becomes a change of that one: PERUBAHAN, or
    PEJABAT_BARU when somebody else holds the position now.
    """
    hari = timezone.localtime(pada).date()
    with transaction.atomic():
        jabatan.kunci()
        tahap = Tahap.ambil(jabatan.perangkat_daerah, tahun)
        pejabat = jabatan.pejabat_pada(hari)
        milik = PerjanjianKinerja.objects.filter(jabatan=jabatan, tahun=tahun).order_by("urutan")
        terakhir = milik.last()
        lama = _yang_digantikan(terakhir)
        baru = PerjanjianKinerja(
            perangkat_daerah=jabatan.perangkat_daerah,
            jabatan=jabatan,
            tahun=tahun,
            urutan=terakhir.urutan + 1 if terakhir else 1,
            tahap=tahap,
            pihak_pertama=pejabat,
            tanggal=hari,
            tempat=tempat(jabatan.perangkat_daerah),
            menggantikan=lama,
            sebab=_sebab(lama, pejabat.pegawai_id if pejabat else None),
        )
        for medan, nilai in isi.items():
            setattr(baru, medan, nilai)
        return baru.daftarkan(oleh=oleh, pada=pada)


def buat_semua(
    lembaga: PerangkatDaerah, tahun: int, *, oleh: Pengguna, pada: datetime, **isi: Any
) -> tuple[list[PerjanjianKinerja], list[Jabatan]]:
    """For every position with boxes that has no agreement in that year yet; also those without."""
    bacaan = BacaanLembaga(lembaga, tahun)
    sudah = set(
        PerjanjianKinerja.objects.filter(perangkat_daerah=lembaga, tahun=tahun).values_list(
            "jabatan_id", flat=True
        )
    )
    baru, kosong = [], []
    with transaction.atomic():
        lembaga.kunci()
        for jabatan in sorted(bacaan.daftar_jabatan.values(), key=lambda j: (not j.kepala, j.nama)):
            if jabatan.pk in sudah:
                continue
            if _bertugas(bacaan, jabatan):
                baru.append(buat_perjanjian(jabatan, tahun, oleh=oleh, pada=pada, **isi))
            else:
                kosong.append(jabatan)
    return baru, kosong


def tempat(lembaga: PerangkatDaerah) -> str:
    return lembaga.tempat or lembaga.pemda_atau_diri().tempat


def _bertugas(bacaan: BacaanLembaga, jabatan: Jabatan) -> bool:
    """Does anything follow from the assignments of this position, or from its form?"""
    kursi = bacaan.kursi(jabatan)
    if kursi.bentuk.sedaerah:
        return True
    milik = (t for d in bacaan.dokumen for m in (d.penanggung, d.pelaksana) for t in m.values())
    return any(jabatan.pk in daftar for daftar in milik) or (
        kursi.bentuk.seluruh and any(d.isi.simpul for d in bacaan.dokumen)
    )


def _yang_digantikan(terakhir: PerjanjianKinerja | None) -> PerjanjianKinerja | None:
    if terakhir is None:
        return None
    if not terakhir.beku:
        kata = StatusPerjanjian(terakhir.status).label
        raise tolak(
            "MASIH_BERJALAN",
            f"Perjanjian {terakhir.jabatan} {terakhir.tahun} masih {kata}; lanjutkan yang itu.",
        )
    return terakhir


def _sebab(lama: PerjanjianKinerja | None, pegawai: int | None) -> str:
    if lama is None:
        return str(SebabPerjanjian.MURNI)
    sama = lama.pihak_pertama is not None and lama.pihak_pertama.pegawai_id == pegawai
    return str(SebabPerjanjian.PERUBAHAN if sama else SebabPerjanjian.PEJABAT_BARU)
