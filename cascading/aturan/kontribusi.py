"""A shared indicator: when the parts of its sides may be added up, and what they add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kinerja.aturan.temuan import Temuan
from kinerja.pilihan import Agregasi, CaraKetik

PERSEN = frozenset({"%", "persen", "persentase"})
BERTRIWULAN = (1, 2, 3, 4)


@dataclass(frozen=True)
class Jumlah:
    """The sum of the parts in a quarter: ``terisi`` of ``dari`` sides have filled it, ``lain`` of
    them with something that is no number. None while nobody has a number.
    """

    angka: Decimal | None
    terisi: int
    dari: int
    lain: int = 0

    @property
    def lengkap(self) -> bool:
        """Every side has filled a number (0 is one): only then is it the value of all."""
        return self.angka is not None and self.terisi == self.dari and not self.lain


def dijumlahkan(agregasi: str, satuan: str, *, dihitung: bool) -> bool:
    """May the parts of several sides be added? Never percentages, nor what has a formula."""
    persen = satuan.strip().casefold() in PERSEN
    return agregasi == Agregasi.JUMLAH and not persen and not dihitung


def jumlahkan(bagian: Iterable[tuple[bool, Decimal | None]]) -> Jumlah:
    """``bagian``: of each side, whether it has filled the quarter and the number it filled."""
    daftar = list(bagian)
    angka = [nilai for terisi, nilai in daftar if terisi and nilai is not None]
    terisi = sum(1 for ada, _ in daftar if ada)
    return Jumlah(
        sum(angka, Decimal(0)) if angka else None, terisi, len(daftar), terisi - len(angka)
    )


def nilai_bersama(jumlah: Mapping[int, Jumlah], triwulan: int, cara: str) -> Decimal | None:
    """What stands as the realisation of all, as the pemda types it: of the quarter, or since
    January. None while a side is missing.
    """
    awal = 1 if cara == CaraKetik.KUMULATIF else triwulan
    bagian = [jumlah[n] for n in range(awal, triwulan + 1)]
    if not all(satu.lengkap for satu in bagian):
        return None
    return sum((satu.angka or Decimal(0) for satu in bagian), Decimal(0))


def ketikan(angka: Decimal) -> str:
    """A number as a person types it without doubt: no thousands, never just three decimals."""
    bulat, _, desimal = format(angka.normalize(), "f").partition(".")
    if not desimal:
        return bulat
    return f"{bulat},{desimal}{'0' if len(desimal) == 3 else ''}"


def periksa_bagi(*, berjalan: bool, milik_kotak: bool, berisi: bool) -> list[Temuan]:
    """An indicator of the asking box, while the request runs and nobody has filled a part."""
    if not berjalan:
        pesan = "Permintaan ini sudah selesai; indikatornya tidak dapat diubah."
        return [Temuan(kode="BUKAN_BERJALAN", pesan=pesan)]
    if not milik_kotak:
        pesan = "Pilih indikator dari kotak yang meminta dukungan."
        return [Temuan(kode="INDIKATOR_LAIN", pesan=pesan)]
    if berisi:
        pesan = "Kontribusi sudah diisi; kosongkan dahulu sebelum mengganti indikator bersama."
        return [Temuan(kode="KONTRIBUSI_ADA", pesan=pesan)]
    return []


def periksa_bersama(*, setuju: bool, bersama: bool) -> list[Temuan]:
    """Parts are filled by who agreed to contribute to the indicator, and by who leads it."""
    if not bersama:
        pesan = "Indikator ini tidak dibagi dengan pihak lain."
        return [Temuan(kode="TIDAK_BERSAMA", pesan=pesan)]
    if not setuju:
        pesan = "Kontribusi diisi sesudah permintaan disetujui dan selama dukungannya berjalan."
        return [Temuan(kode="BELUM_SEPAKAT", pesan=pesan)]
    return []
