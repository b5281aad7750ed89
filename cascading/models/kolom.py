"""Column sets that an agency made for itself."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from cascading.set_kolom import SET_BAKU, DaftarKolom, Kolom, periksa_kolom
from kinerja.aturan.temuan import Letak, Temuan, tolak
from kinerja.models import PerangkatDaerah
from kinerja.models.tercatat import Tercatat


class SetKolom(Tercatat):
    """An own set of an agency: which columns its cascading table prints, under which headings.

    ``kolom`` is a list of {kunci, judul, grup} in printed order.
    """

    SEBUTAN = "Set kolom"
    MEDAN = ("perangkat_daerah", "nama", "judul", "kolom")
    PESAN = {
        "set_kolom_nama_unik": ("nama", "Nama set ini sudah dipakai; pilih nama lain."),
        "set_kolom_nama_sederhana": (
            "nama",
            "Nama set hanya huruf kecil, angka, dan tanda hubung, misalnya belanja-modal-8.",
        ),
    }

    perangkat_daerah = models.ForeignKey(
        PerangkatDaerah, on_delete=models.PROTECT, related_name="set_kolom"
    )
    nama = models.CharField(max_length=40)
    judul = models.CharField(max_length=120)
    kolom = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat_daerah", "nama"], name="set_kolom_nama_unik"
            ),
            models.CheckConstraint(
                condition=Q(nama__regex=r"^[a-z0-9]+(-[a-z0-9]+)*$"),
                name="set_kolom_nama_sederhana",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    def lembaga(self) -> PerangkatDaerah:
        return self.perangkat_daerah

    def periksa(self) -> list[Temuan]:
        if self.nama in SET_BAKU:
            pesan = f"“{self.nama}” adalah set baku; pilih nama lain."
            return [Temuan(kode="SET_BAKU", pesan=pesan, letak=Letak(medan="nama"))]
        return [t.di(medan="kolom") for t in periksa_kolom(self.daftar().kolom)]

    def daftar(self) -> DaftarKolom:
        """The set as the matrix reads it."""
        kolom = (Kolom(k["kunci"], k["judul"], k.get("grup", "")) for k in self.kolom)
        return DaftarKolom(self.nama, self.judul, tuple(kolom))


def set_tersedia(perangkat_daerah: PerangkatDaerah) -> dict[str, DaftarKolom]:
    """The sets an agency may print: the common ones, then its own."""
    milik = SetKolom.objects.filter(perangkat_daerah=perangkat_daerah).order_by("nama")
    return SET_BAKU | {s.nama: s.daftar() for s in milik}


def ambil_set(perangkat_daerah: PerangkatDaerah, nama: str) -> DaftarKolom:
    """A set by name. Raises AturanDilanggar, with the names there are."""
    tersedia = set_tersedia(perangkat_daerah)
    if nama not in tersedia:
        pesan = f"Set kolom “{nama}” tidak ada; yang tersedia: {', '.join(tersedia)}."
        raise tolak("SET_TIDAK_ADA", pesan)
    return tersedia[nama]
