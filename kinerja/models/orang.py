"""Accounts, and who may see and administer what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.auth.models import AbstractUser
from django.contrib.auth.tokens import default_token_generator
from django.db import models, transaction
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from kinerja.aturan.lingkup import SELURUHNYA, Lingkup
from kinerja.aturan.temuan import tolak
from kinerja.models.keanggotaan import Keanggotaan
from kinerja.models.pegawai import Pegawai
from kinerja.models.pemda import PerangkatDaerah, Unit
from kinerja.models.tampilan import TAMPILAN_BERBENTUK, BerTampilan
from kinerja.models.tercatat import Tercatat
from kinerja.pilihan import PENYUSUN, JenisPerangkatDaerah, Peran

if TYPE_CHECKING:
    from kinerja.models.pohon import Pohon
    from kinerja.models.simpul import Simpul

EVALUATOR = frozenset({Peran.INSPEKTORAT, Peran.BAPPEDA, Peran.BAGIAN_ORGANISASI})
"""Held at the PEMDA these read everything ("evaluator" on screen)."""


class Pengguna(AbstractUser, BerTampilan, Tercatat):
    """An account. Roles come from Keanggotaan, approval from the Jabatan of its Pegawai."""

    SEBUTAN = "Akun"
    TAMPIL = False
    MEDAN = ("username", "nama", "email", "pegawai", "is_active", "wajib_ganti_sandi")
    PESAN = {
        "username": ("username", "Nama pengguna itu sudah dipakai; pilih yang lain."),
        "pegawai": ("pegawai", "Pegawai itu sudah mempunyai akun lain."),
    }

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    nama = models.CharField(max_length=150)
    pegawai = models.OneToOneField(
        Pegawai, null=True, blank=True, on_delete=models.SET_NULL, related_name="pengguna"
    )
    wajib_ganti_sandi = models.BooleanField(default=False)

    REQUIRED_FIELDS = ["nama"]

    class Meta(AbstractUser.Meta):
        constraints = [TAMPILAN_BERBENTUK]

    def __str__(self) -> str:
        return self.nama or self.username

    @property
    def inisial(self) -> str:
        """At most two letters for where a name has no room."""
        return "".join(kata[0] for kata in str(self).split()[:2]).upper()

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)

    @classmethod
    @transaction.atomic
    def buka_akun(
        cls, *, di: PerangkatDaerah, peran: str, pada: datetime, oleh: Pengguna | None = None,
        sandi: str | None = None, unit: Unit | None = None, **isi: Any,
    ) -> Pengguna:  # fmt: skip
        """An account with its first role. Without ``sandi`` it waits for its admin's link.

        Without ``oleh`` the account is its own maker: the first admin of a pemda.
        """
        akun = cls(**isi)
        akun.set_password(sandi)
        akun.daftarkan(oleh=oleh or akun, pada=pada, di=di)
        akun.beri_peran(peran, di=di, unit=unit, oleh=oleh or akun, pada=pada)
        return akun

    def beri_peran(
        self, peran: str, *, di: PerangkatDaerah, oleh: Pengguna, pada: datetime,
        unit: Unit | None = None,
    ) -> Keanggotaan:  # fmt: skip
        baru = Keanggotaan(pengguna=self, perangkat_daerah=di, peran=peran, unit=unit)
        baru.daftarkan(oleh=oleh, pada=pada)
        self._lupakan_keanggotaan()
        return baru

    @transaction.atomic
    def cabut_peran(self, keanggotaan: Keanggotaan, *, oleh: Pengguna, pada: datetime) -> None:
        """Take a role. The last one stays: an account without agency would be nobody's."""
        type(self).objects.select_for_update().get(pk=self.pk)
        if self == oleh and keanggotaan.peran in (Peran.ADMIN_PD, Peran.ADMIN_PEMDA):
            raise tolak("PERAN_SENDIRI", "Peran admin Anda hanya dapat dicabut admin lain.")
        if not self.keanggotaan.exclude(pk=keanggotaan.pk).exists():
            raise tolak(
                "PERAN_TERAKHIR",
                "Ini peran terakhir akun ini; beri peran lain dulu, atau nonaktifkan akunnya.",
            )
        keanggotaan.hapus(oleh=oleh, pada=pada)
        self._lupakan_keanggotaan()

    def atur_status(self, aktif: bool, *, oleh: Pengguna, pada: datetime) -> None:
        """Open or close the account; a closed one is logged out at once."""
        if self == oleh:
            raise tolak("AKUN_SENDIRI", "Akun Anda sendiri hanya dapat diubah admin lain.")
        self.ubah({"is_active": aktif}, oleh=oleh, pada=pada)

    @transaction.atomic
    def ganti_sandi(self, sandi: str, *, pada: datetime) -> None:
        """The owner's own password. Other sessions of the account end."""
        self.set_password(sandi)
        self.wajib_ganti_sandi = False
        self.save(update_fields=["password", "wajib_ganti_sandi"])
        self.catat_sandi("sandinya diganti", oleh=self, pada=pada)

    def tautan_sandi(self, *, oleh: Pengguna, pada: datetime) -> tuple[str, str]:
        """The two parts of a link that lets its holder choose a password, once, for some days."""
        self.catat_sandi("dibuatkan tautan sandi", oleh=oleh, pada=pada)
        kunci = urlsafe_base64_encode(force_bytes(self.pk))
        return kunci, default_token_generator.make_token(self)

    @transaction.atomic
    def catat_sandi(self, kata: str, *, oleh: Pengguna, pada: datetime) -> None:
        """In the history without a word of the password."""
        if self.daftar_keanggotaan():
            self.catat("sandi", kata, None, None, oleh=oleh, pada=pada)

    def lembaga(self) -> PerangkatDaerah:
        """The agency of its first role."""
        return self.daftar_keanggotaan()[0].perangkat_daerah

    def daftar_keanggotaan(self) -> list[Keanggotaan]:
        """All memberships with their agency, read once per request."""
        if not hasattr(self, "_keanggotaan"):
            daftar = self.keanggotaan.select_related(
                "perangkat_daerah__pemda", "unit", "cabang"
            ).defer("perangkat_daerah__lambang", "perangkat_daerah__pemda__lambang")
            self._keanggotaan = list(daftar.order_by("pk"))
        return self._keanggotaan

    def id_perangkat_daerah(self) -> set[int]:
        return {k.perangkat_daerah_id for k in self.daftar_keanggotaan()}

    def punya_peran(
        self,
        peran: Iterable[str],
        perangkat_daerah: PerangkatDaerah,
        simpul: Simpul | None = None,
    ) -> bool:
        """Does the user hold one of these roles at the agency, or at its pemda?

        A role narrowed to a unit or a branch counts only for a ``simpul`` inside it.
        """
        di = {perangkat_daerah.pk, perangkat_daerah.pemda_id}
        daftar = set(peran)
        return any(
            k.peran in daftar and k.perangkat_daerah_id in di and k.mencakup(simpul)
            for k in self.daftar_keanggotaan()
        )

    def menyusun(self, perangkat_daerah: PerangkatDaerah, simpul: Simpul | None = None) -> bool:
        """Does the user edit the agency's drafts, or this box of one?

        Planners and operators all of a draft, or what their role is narrowed to; a pejabat only
        that.
        """
        return any(k.mencakup(simpul) for k in self._peran_penyusun(perangkat_daerah))

    def menyusun_semua(self, pohon: Pohon, kotak: Collection[int]) -> bool:
        """Does the user edit each of these boxes of a draft? One query, however many."""
        return set(kotak) <= self.kotak_disusun(pohon)

    def kotak_disusun(self, pohon: Pohon) -> set[int]:
        """All boxes of a document that the user may fill. One query."""
        peran = self._peran_penyusun(pohon.perangkat_daerah)
        kolom = pohon.simpul.values_list("pk", "induk_id", "uid", "unit_id")
        baris = {pk: isi for pk, *isi in kolom}
        return {pk for pk in baris if any(k.memuat(_jalur(baris, pk)) for k in peran)}

    def boleh_menyusun(self, pohon: Pohon, simpul: Simpul | None = None) -> bool:
        """May the user edit this draft now, or this box of it?"""
        return pohon.dapat_diubah and self.menyusun(pohon.perangkat_daerah, simpul)

    def boleh_mengisi(self, pohon: Pohon, simpul: Simpul) -> bool:
        """May the user fill the numbers of this box, although the document is approved?"""
        boleh = pohon.hanya_angka and self.menyusun(pohon.perangkat_daerah, simpul)
        return boleh and pohon.edisi_berlaku() == pohon.edisi

    def lingkup_menyusun(self, pohon: Pohon) -> Lingkup:
        """How far the user edits this draft; all of it makes narrower roles idle."""
        peran = self._peran_penyusun(pohon.perangkat_daerah)
        milik = {(k.unit_id, k.uid_cabang) for k in peran}
        if not pohon.dapat_diubah or SELURUHNYA in milik:
            return (SELURUHNYA,) if pohon.dapat_diubah else ()
        return tuple(sorted(milik, key=str))

    def lingkup_mengisi(self, pohon: Pohon) -> Lingkup:
        """How far the user fills cells: of a draft all, of the approved edition in force numbers.

        One query more for an approved document.
        """
        if pohon.dapat_diubah:
            return self.lingkup_menyusun(pohon)
        peran = self._peran_penyusun(pohon.perangkat_daerah) if pohon.hanya_angka else []
        milik = {(k.unit_id, k.uid_cabang) for k in peran}
        if not milik or pohon.edisi_berlaku() != pohon.edisi:
            return ()
        return (SELURUHNYA,) if SELURUHNYA in milik else tuple(sorted(milik, key=str))

    def lingkup_milik(self, perangkat_daerah: PerangkatDaerah) -> Lingkup:
        """The units and branches of an agency that roles of the user are narrowed to."""
        daftar = self.peran_terbatas(perangkat_daerah)
        return tuple({(k.unit_id, k.uid_cabang): None for k in daftar})

    def peran_terbatas(self, perangkat_daerah: PerangkatDaerah) -> list[Keanggotaan]:
        """The roles at an agency, or at its pemda, that are narrowed to a unit or a branch."""
        di = {perangkat_daerah.pk, perangkat_daerah.pemda_id}
        daftar = (k for k in self.daftar_keanggotaan() if k.perangkat_daerah_id in di)
        return [k for k in daftar if not k.menyeluruh]

    @property
    def evaluator(self) -> bool:
        return any(
            k.peran in EVALUATOR and k.perangkat_daerah.jenis == JenisPerangkatDaerah.PEMDA
            for k in self.daftar_keanggotaan()
        )

    @classmethod
    def dikelola_oleh(cls, pengelola: Pengguna) -> models.QuerySet[Pengguna]:
        """Accounts with a role at an agency that the admin manages."""
        kelola = PerangkatDaerah.objects.dikelola_oleh(pengelola)
        return cls.objects.filter(keanggotaan__perangkat_daerah__in=kelola).distinct()

    def dikelola_penuh_oleh(self, pengelola: Pengguna, pada: date) -> bool:
        """May the admin let somebody in as this account (link, status, pegawai)?

        Only when it reaches nothing beyond the admin's agencies, by role or by position.
        """
        kelola = PerangkatDaerah.objects.dikelola_oleh(pengelola)
        milik = self.id_perangkat_daerah()
        if not milik or milik - set(kelola.values_list("pk", flat=True)):
            return False
        if self.pegawai is None:
            return True
        luar = self.pegawai.pejabat.belum_selesai(pada)
        return not luar.exclude(jabatan__perangkat_daerah__in=kelola).exists()

    def _peran_penyusun(self, perangkat_daerah: PerangkatDaerah) -> list[Keanggotaan]:
        di = {perangkat_daerah.pk, perangkat_daerah.pemda_id}
        return [
            k
            for k in self.daftar_keanggotaan()
            if k.peran in PENYUSUN
            and k.perangkat_daerah_id in di
            and (k.peran != Peran.PEJABAT or not k.menyeluruh)
        ]

    def _lupakan_keanggotaan(self) -> None:
        self.__dict__.pop("_keanggotaan", None)


def _jalur(baris: Mapping[int, list[Any]], pk: int | None) -> dict[UUID, int | None]:
    """``jalur_unit`` of a box out of the rows of its document."""
    jalur = {}
    while pk is not None and pk in baris:
        pk, uid, unit = baris[pk]
        jalur[uid] = unit
    return jalur
