"""In which capacity somebody takes the steps of a document on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.aturan.tangga import Pelaku
from kinerja.models import Jabatan, Pejabat, Pengguna, PetaJabatan, Pohon
from kinerja.pilihan import JenisPejabat, Peran

PENULIS_CATATAN = (Peran.INSPEKTORAT, Peran.BAGIAN_ORGANISASI)
"""Held at the pemda these write notes of the evaluation and close them."""
KEPALA = frozenset({Peran.KEPALA, Peran.PIMPINAN_PEMDA})


@dataclass(frozen=True)
class Penyetuju:
    """Who approves for an agency on a day: the holder of its head position, else a role."""

    jabatan: Jabatan | None
    pejabat: Pejabat | None

    @property
    def sebutan(self) -> str:
        """As the page names them."""
        if self.pejabat is None or self.jabatan is None:
            return f"pemegang peran {Peran.KEPALA.label.lower()}"
        jenis = self.pejabat.get_jenis_display()
        awalan = "" if self.pejabat.jenis == JenisPejabat.DEFINITIF else f"{jenis} "
        nama = str(self.pejabat.pegawai)
        return awalan + self.jabatan.nama + (f" ({nama})" if nama != self.jabatan.nama else "")

    def adalah(self, pengguna: Pengguna, pohon: Pohon | PetaJabatan) -> bool:
        if self.pejabat is not None:
            return self.pejabat.pegawai_id == pengguna.pegawai_id
        milik = {k.peran for k in pengguna.daftar_keanggotaan() if k.menyeluruh
                 and k.perangkat_daerah_id == pohon.perangkat_daerah_id}  # fmt: skip
        return bool(milik & KEPALA)


def penyetuju(pohon: Pohon | PetaJabatan, pada: date) -> Penyetuju:
    """Two queries: the head position and who holds it that day."""
    jabatan = Jabatan.objects.filter(
        perangkat_daerah=pohon.perangkat_daerah_id, kepala=True
    ).first()
    return Penyetuju(jabatan, jabatan.pejabat_pada(pada) if jabatan else None)


def pelaku(
    pengguna: Pengguna, pohon: Pohon | PetaJabatan, pada: date, kepala: Penyetuju | None = None
) -> frozenset[Pelaku]:
    """The capacities that the user has for this document that day; ``kepala`` where it is known."""
    lembaga = pohon.perangkat_daerah
    hasil = set()
    if pengguna.punya_peran({Peran.PERENCANA}, lembaga):
        hasil.add(Pelaku.PENGAJU)
    if pengguna.punya_peran({Peran.BAPPEDA}, lembaga.pemda_atau_diri()):
        hasil.add(Pelaku.VERIFIKATOR)
    if (kepala or penyetuju(pohon, pada)).adalah(pengguna, pohon):
        hasil.add(Pelaku.PENYETUJU)
    return frozenset(hasil)


def pelaku_ukur(
    pengguna: Pengguna, pohon: Pohon, pada: date, kepala: Penyetuju | None = None
) -> frozenset[Pelaku]:
    """The same for the measuring of a quarter, which a pejabat submits too."""
    hasil = pelaku(pengguna, pohon, pada, kepala)
    pejabat = pengguna.punya_peran({Peran.PEJABAT}, pohon.perangkat_daerah)
    return hasil | {Pelaku.PENGAJU} if pejabat else hasil
