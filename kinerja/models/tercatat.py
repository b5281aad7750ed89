"""Flat records of an agency. Each change is a verb that stands in the agency's history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from kinerja.aturan.temuan import Letak, Temuan, tolak, tolak_bila

if TYPE_CHECKING:
    from kinerja.models.orang import Pengguna
    from kinerja.models.pemda import PerangkatDaerah

BERSAMAAN = "Data yang sama baru saja disimpan orang lain; muat ulang halaman lalu coba lagi."
MASIH_DIPAKAI = "masih dipakai data lain, jadi tidak dapat dihapus."


class Tercatat(models.Model):
    """A record whose verbs check, write and record in one transaction.

    Each verb locks the agency first, so that checks hold until the row is written. Verbs raise
    AturanDilanggar; ``ubah`` raises Bentrok when a field is not what its writer saw.
    """

    SEBUTAN: ClassVar[str]
    """Starts the sentence of the history: "Unit"."""
    MEDAN: ClassVar[tuple[str, ...]]
    """Fields that verbs write and the history keeps."""
    PESAN: ClassVar[Mapping[str, tuple[str, str]]] = {}
    """Constraint (or field that is unique) -> (field, what to do about it)."""

    BOLEH_KOSONG: ClassVar[tuple[str, ...]] = ()
    """Fields whose own rule knows what an empty one means."""
    TAMPIL: ClassVar[bool] = True
    """Do pages of documents show something of it, so that their cache starts anew?"""

    class Meta:
        abstract = True

    @transaction.atomic
    def daftarkan(
        self, *, oleh: Pengguna, pada: datetime, di: PerangkatDaerah | None = None
    ) -> Self:
        """Store a new record. ``di`` names the agency for records that belong to none."""
        self.kunci(di)
        tolak_bila(self._temuan())
        self._simpan()
        self.catat("tambah", "ditambahkan", None, self.cuplikan(), oleh=oleh, pada=pada, di=di)
        return self

    @transaction.atomic
    def ubah(
        self,
        isi: Mapping[str, Any],
        *,
        oleh: Pengguna,
        pada: datetime,
        lama: Mapping[str, Any] | None = None,
        di: PerangkatDaerah | None = None,
    ) -> None:
        """Set fields. ``lama`` is what the writer saw in them."""
        self.kunci(di)
        self.refresh_from_db()
        sebelum = self.cuplikan()
        self._bandingkan(sebelum, lama or {})
        for medan, nilai in isi.items():
            setattr(self, medan, nilai)
        tolak_bila(self._temuan())
        sesudah = self.cuplikan()
        if beda := {m for m in sesudah if sesudah[m] != sebelum[m]}:
            self._simpan(beda)
            potong = ({m: satu[m] for m in sorted(beda)} for satu in (sebelum, sesudah))
            self.catat("ubah", "diubah", *potong, oleh=oleh, pada=pada, di=di)

    @transaction.atomic
    def hapus(self, *, oleh: Pengguna, pada: datetime, di: PerangkatDaerah | None = None) -> None:
        """Delete; refused while other records need this one."""
        self.kunci(di)
        sebelum, kunci, sebutan = self.cuplikan(), self.pk, str(self)
        try:
            with transaction.atomic():
                self.delete()
        except (models.ProtectedError, IntegrityError) as galat:
            pesan = f"{self.SEBUTAN} “{sebutan}” {MASIH_DIPAKAI}"
            raise tolak("MASIH_DIPAKAI", pesan) from galat
        self.pk = kunci
        self.catat("hapus", "dihapus", sebelum, None, oleh=oleh, pada=pada, di=di)

    def lembaga(self) -> PerangkatDaerah:
        """The agency whose history this record belongs to."""
        raise NotImplementedError

    def periksa(self) -> list[Temuan]:
        """What the rules say about the record as it stands in memory."""
        return []

    def cuplikan(self) -> dict[str, Any]:
        """The recorded fields, foreign keys as ids."""
        return {m: self._meta.get_field(m).value_from_object(self) for m in self.MEDAN}  # type: ignore[union-attr]

    def kunci(self, di: PerangkatDaerah | None = None) -> None:
        lembaga = di or self.lembaga()
        kunci = type(lembaga)._base_manager.select_for_update(no_key=True).filter(pk=lembaga.pk)
        kunci.values_list("pk").first()

    def catat(
        self,
        kerja: str,
        kata: str,
        sebelum: dict[str, Any] | None,
        sesudah: dict[str, Any] | None,
        *,
        oleh: Pengguna,
        pada: datetime,
        di: PerangkatDaerah | None = None,
    ) -> None:
        """Append to the agency's history."""
        lembaga = di or self.lembaga()
        apps.get_model("kinerja", "Riwayat").catat_perangkat_daerah(
            lembaga,
            kata_kerja=f"{kerja} {self._meta.model_name}",
            ringkasan=f"{self.SEBUTAN} “{self}” {kata}",
            perubahan=[self.baris_riwayat(sebelum, sesudah)],
            oleh=oleh,
            pada=pada,
        )
        if self.TAMPIL:
            apps.get_model("kinerja", "Pengaturan").naikkan_versi(lembaga.pemda_atau_diri())

    def baris_riwayat(self, sebelum: Any, sesudah: Any) -> dict[str, Any]:
        """A row of an event."""
        return {
            "jenis": str(self._meta.model_name),
            "kunci": self.kunci_riwayat(),
            "sebelum": sebelum,
            "sesudah": sesudah,
        }

    def kunci_riwayat(self) -> list[Any]:
        """What names the record in its history."""
        return [self.pk]

    def _bandingkan(self, kini: dict[str, Any], lama: Mapping[str, Any]) -> None:
        from kinerja.models.penyusunan import Bentrok

        for medan, dilihat in lama.items():
            if medan in kini and kini[medan] != _kunci_nilai(dilihat):
                raise Bentrok(medan, dilihat, kini[medan])

    def _simpan(self, medan: Iterable[str] | None = None) -> None:
        try:
            with transaction.atomic():
                self.save(update_fields=medan)
        except IntegrityError as galat:
            raise tolak("BERSAMAAN", BERSAMAAN) from galat

    def _temuan(self) -> list[Temuan]:
        """Fields first; constraints and rules only look at fields that make sense."""
        try:
            self.full_clean(exclude=self.BOLEH_KOSONG, validate_constraints=False)
        except ValidationError as galat:
            return list(self._dari_galat(galat))
        return [*self._temuan_batasan(), *self.periksa()]

    def _dari_galat(self, galat: ValidationError) -> Iterable[Temuan]:
        """Django's own sentences, ours where a value is taken already."""
        for medan, daftar in galat.error_dict.items():
            for satu in daftar:
                sudah_ada = satu.code == "unique" and medan in self.PESAN
                for pesan in [self.PESAN[medan][1]] if sudah_ada else satu.messages:
                    yield Temuan(kode="ISIAN_TIDAK_SAH", pesan=pesan, letak=Letak(medan=medan))

    def _temuan_batasan(self) -> list[Temuan]:
        hasil = []
        for batasan in self._meta.constraints:
            try:
                batasan.validate(type(self), self)
            except ValidationError:
                medan, pesan = self.PESAN.get(
                    batasan.name, ("", f"Batasan {batasan.name} dilanggar.")
                )
                kode = batasan.name.upper()
                hasil.append(Temuan(kode=kode, pesan=pesan, letak=Letak(medan=medan)))
        return hasil


def _kunci_nilai(nilai: Any) -> Any:
    return nilai.pk if isinstance(nilai, models.Model) else nilai
