"""What other forms would do to the agreements of a pemda, before they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Max

from cascading.aturan.bentuk import Bentuk, Syarat, pilih_bentuk
from cascading.bahan_perjanjian import BacaanLembaga
from cascading.isi_perjanjian import IsiPerjanjian
from cascading.models import BentukPerjanjian, PerjanjianKinerja
from kinerja.models import Jabatan, PerangkatDaerah

DISEBUT = 30
BARIS_CONTOH = 5


@dataclass(frozen=True)
class AkibatBentuk:
    """``berubah`` are (position, form before, form after); ``draf`` agreements that are not agreed
    yet and print other levels then; ``contoh`` one of these positions as it would be printed.
    """

    berubah: list[tuple[Jabatan, str, str]]
    banyak: int
    draf: int
    contoh_jabatan: Jabatan | None
    contoh: IsiPerjanjian | None

    @property
    def janji(self) -> list[str]:
        return [s.sasaran for s in self.contoh.sasaran[:BARIS_CONTOH]] if self.contoh else []

    @property
    def uang(self) -> list[str]:
        return [u.nama for u in self.contoh.uang[:BARIS_CONTOH]] if self.contoh else []


def akibat_bentuk(
    pemda: PerangkatDaerah, baru: Sequence[Syarat], tahun: int
) -> AkibatBentuk:  # fmt: skip
    """Compares the forms in use with ``baru``, position by position. The example is of the last
    year that its agency has agreements of, else of ``tahun``.
    """
    kini = BentukPerjanjian.milik(pemda)
    semua = [pemda.pk, *pemda.perangkat_daerah.values_list("pk", flat=True)]
    daftar = Jabatan.objects.filter(perangkat_daerah__in=semua)
    daftar = daftar.select_related("perangkat_daerah", "unit").order_by("perangkat_daerah", "nama")
    berubah = []
    for j in daftar:
        lama, menjadi = _bentuk(j, kini), _bentuk(j, baru)
        if lama != menjadi:
            berubah.append((j, _sebut(lama, kini), _sebut(menjadi, baru)))
    draf = PerjanjianKinerja.objects.berjalan().filter(jabatan__in=[j.pk for j, *_ in berubah])
    contoh = berubah[0][0] if berubah else None
    isi = None
    if contoh is not None:
        milik = PerjanjianKinerja.objects.filter(perangkat_daerah=contoh.perangkat_daerah)
        tahun = milik.aggregate(n=Max("tahun"))["n"] or tahun
        isi = BacaanLembaga(contoh.perangkat_daerah, tahun, syarat=baru).isi(contoh)
    return AkibatBentuk(berubah[:DISEBUT], len(berubah), draf.count(), contoh, isi)


def _bentuk(j: Jabatan, syarat: Sequence[Syarat]) -> Bentuk:
    return pilih_bentuk(
        j.perangkat_daerah.jenis, j.jenis, kepala=j.kepala, unit=j.unit.jenis if j.unit else "",
        syarat=syarat,
    )  # fmt: skip


def _sebut(bentuk: Bentuk, syarat: Sequence[Syarat]) -> str:
    nama = next(s.nama for s in syarat if s.bentuk == bentuk)
    janji = ", ".join(str(j.label).lower() for j in bentuk.sasaran)
    uang = ", ".join(str(j.label).lower() for j in bentuk.uang) or "tanpa anggaran"
    return f"{nama} ({janji}; {uang})"
