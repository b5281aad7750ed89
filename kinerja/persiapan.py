"""A first start without demo data: the pemda, its first agency, a periode, the first admin."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from kinerja.models import Pengguna, PerangkatDaerah, Periode
from kinerja.pilihan import JenisPerangkatDaerah, Peran

HURUF = "abcdefghjkmnpqrstuvwxyz23456789"
"""Nothing that reads like something else."""


@dataclass(frozen=True, kw_only=True)
class Isian:
    """What the first start needs to know. Without ``sandi`` a random one is made."""

    pemda: str
    kode_pemda: str
    dinas: str
    kode_dinas: str
    jenis_dinas: str
    tahun_awal: int
    tahun_akhir: int
    periode: str
    admin: str
    nama_admin: str
    sandi: str = ""


@dataclass(frozen=True)
class Hasil:
    """What was made and what was there already, in sentences; a random password only once."""

    kalimat: list[str]
    sandi_acak: str = ""


def sandi_acak() -> str:
    """Sixteen letters and digits in groups of four: 79 bits, and can be read aloud."""
    return "-".join("".join(secrets.choice(HURUF) for _ in range(4)) for _ in range(4))


def sudah_siap() -> Pengguna | None:
    """An admin of a pemda who can log in."""
    daftar = Pengguna.objects.filter(
        is_active=True,
        keanggotaan__peran=Peran.ADMIN_PEMDA,
        keanggotaan__perangkat_daerah__jenis=JenisPerangkatDaerah.PEMDA,
    )
    return daftar.order_by("pk").first()


@transaction.atomic
def siapkan(isian: Isian, *, pada: datetime) -> Hasil:
    """Make what is missing, leave what is there. Raises AturanDilanggar or ValidationError."""
    kalimat: list[str] = []
    admin, sandi = _admin(isian, kalimat)
    pemda = _lembaga(
        PerangkatDaerah(
            jenis=JenisPerangkatDaerah.PEMDA, kode=isian.kode_pemda, nama=isian.pemda
        ),
        admin, pada, kalimat,
    )  # fmt: skip
    _lembaga(
        PerangkatDaerah(
            pemda=pemda, jenis=isian.jenis_dinas, kode=isian.kode_dinas, nama=isian.dinas
        ),
        admin, pada, kalimat,
    )  # fmt: skip
    if sandi is not None:
        isi = admin.cuplikan()
        admin.catat("tambah", "ditambahkan", None, isi, oleh=admin, pada=pada, di=pemda)
    _periode(isian, pemda, admin, pada, kalimat)
    _peran_admin(admin, pemda, pada, kalimat)
    return Hasil(kalimat, sandi or "")


def _admin(isian: Isian, kalimat: list[str]) -> tuple[Pengguna, str | None]:
    """The account first: the history of all the rest needs somebody who did it.

    Beside it the random password, "" for a chosen one, None for an account that was there.
    """
    ada = Pengguna.objects.filter(username=isian.admin).first()
    if ada is not None:
        kalimat.append(f"Akun {ada.username} sudah ada; sandinya tidak diubah.")
        return ada, None
    acak = "" if isian.sandi else sandi_acak()
    akun = Pengguna(username=isian.admin, nama=isian.nama_admin, wajib_ganti_sandi=bool(acak))
    if isian.sandi:
        validate_password(isian.sandi, akun)
    akun.set_password(isian.sandi or acak)
    akun.full_clean()
    akun.save()
    kalimat.append(f"Akun {akun.username} dibuat.")
    return akun, acak


def _lembaga(
    baru: PerangkatDaerah, admin: Pengguna, pada: datetime, kalimat: list[str]
) -> PerangkatDaerah:
    ada = PerangkatDaerah.objects.filter(kode=baru.kode).first()
    if ada is not None:
        kalimat.append(f"{ada.nama} ({ada.kode}) sudah ada.")
        return ada
    kalimat.append(f"{baru.nama} ({baru.kode}) dibuat.")
    return baru.daftarkan(oleh=admin, pada=pada)


def _periode(
    isian: Isian, pemda: PerangkatDaerah, admin: Pengguna, pada: datetime, kalimat: list[str]
) -> None:
    if Periode.objects.filter(nama=isian.periode).exists():
        kalimat.append(f"Periode {isian.periode} sudah ada.")
        return
    baru = Periode(
        nama=isian.periode,
        tahun_awal=isian.tahun_awal,
        tahun_akhir=isian.tahun_akhir,
        tahun_target=list(range(isian.tahun_awal, isian.tahun_akhir + 1)),
    )
    baru.daftarkan(oleh=admin, pada=pada, di=pemda)
    kalimat.append(f"Periode {baru.nama} dibuat.")


def _peran_admin(
    admin: Pengguna, pemda: PerangkatDaerah, pada: datetime, kalimat: list[str]
) -> None:
    if admin.keanggotaan.filter(peran=Peran.ADMIN_PEMDA, perangkat_daerah=pemda).exists():
        return
    admin.beri_peran(Peran.ADMIN_PEMDA, di=pemda, oleh=admin, pada=pada)
    kalimat.append(f"Akun {admin.username} menjadi admin {pemda.nama}.")
