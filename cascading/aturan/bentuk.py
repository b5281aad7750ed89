"""What an agreement prints for a kind of position in a kind of agency: forms as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kinerja.aturan.temuan import Temuan
from kinerja.pilihan import JenisJabatan as J
from kinerja.pilihan import JenisPerangkatDaerah as P
from kinerja.pilihan import JenisUnit as U
from kinerja.pilihan import Jenjang


@dataclass(frozen=True)
class Bentuk:
    """Which levels stand in the first table, which in the table of money.

    Of two levels of money the first is a heading over the second. ``seluruh``: the money of the
    whole agency, not only of the boxes that somebody answers for; ``sepihak``: nobody else signs.
    """

    kode: str
    sasaran: tuple[Jenjang, ...]
    uang: tuple[Jenjang, ...]
    seluruh: bool = False
    sepihak: bool = False

    @property
    def sedaerah(self) -> bool:
        """The head of the pemda promises the RPJMD with the money of all agencies."""
        return self.kode == KODE_KEPALA_DAERAH


@dataclass(frozen=True)
class Syarat:
    """When a form is used. An empty set takes everything; ``plt``: who promises stands in."""

    bentuk: Bentuk
    lembaga: frozenset[str] = frozenset()
    jabatan: frozenset[str] = frozenset()
    unit: frozenset[str] = frozenset()
    kepala: bool | None = None
    plt: bool | None = None
    nama: str = field(default="", compare=False)

    def cocok(self, lembaga: str, jabatan: str, unit: str, kepala: bool, plt: bool = False) -> bool:
        pasangan = ((self.lembaga, lembaga), (self.jabatan, jabatan), (self.unit, unit))
        tanda = self.kepala in (None, kepala) and self.plt in (None, plt)
        return tanda and all(not d or n in d for d, n in pasangan)

    @property
    def untuk_semua(self) -> bool:
        return not (self.lembaga or self.jabatan or self.unit) and self.kepala is self.plt is None


KODE_KEPALA_DAERAH = "KEPALA_DAERAH"
KEPALA_DAERAH = Bentuk(KODE_KEPALA_DAERAH, (Jenjang.SASARAN,), (Jenjang.PROGRAM,), True, True)
KEPALA = Bentuk("KEPALA", (Jenjang.SASARAN,), (Jenjang.PROGRAM,), seluruh=True)
PIMPINAN = Bentuk("PIMPINAN", (Jenjang.SASARAN, Jenjang.PROGRAM), (Jenjang.PROGRAM,))
ADMINISTRATOR = Bentuk(
    "ADMINISTRATOR", (Jenjang.PROGRAM, Jenjang.KEGIATAN), (Jenjang.PROGRAM, Jenjang.KEGIATAN)
)
PENGAWAS = Bentuk(
    "PENGAWAS",
    (Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN),
    (Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN),
)
UNIT = Bentuk(
    "UNIT",
    (Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN),
    (Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN),
)
PELAKSANA = Bentuk("PELAKSANA", (Jenjang.SUB_KEGIATAN, Jenjang.AKTIVITAS), ())

PIMPINAN_TINGGI = frozenset({J.JPT_MADYA, J.JPT_PRATAMA})
SYARAT = (
    Syarat(KEPALA_DAERAH, jabatan=frozenset({J.KEPALA_DAERAH}), nama="Bupati, wali kota, gubernur"),
    Syarat(KEPALA, kepala=True, nama="Kepala dinas, badan, kantor; sekda, inspektur, camat"),
    Syarat(PIMPINAN, jabatan=PIMPINAN_TINGGI, nama="Asisten dan staf ahli"),
    Syarat(
        UNIT,
        lembaga=frozenset({P.SETDA}),
        jabatan=frozenset({J.ADMINISTRATOR}),
        nama="Kepala bagian: satu program dibagi antarbagian",
    ),
    Syarat(
        UNIT,
        unit=frozenset({U.UPTD, U.PUSKESMAS, U.SEKOLAH, U.KELURAHAN}),
        jabatan=frozenset({J.ADMINISTRATOR, J.PENGAWAS}),
        nama="Kepala UPTD, puskesmas, kelurahan",
    ),
    Syarat(
        ADMINISTRATOR,
        jabatan=frozenset({J.ADMINISTRATOR}),
        nama="Sekretaris, kepala bidang, irban, sekretaris camat",
    ),
    Syarat(
        PENGAWAS,
        jabatan=frozenset({J.PENGAWAS, J.FUNGSIONAL}),
        nama="Kepala subbagian, kepala seksi, pejabat fungsional, auditor",
    ),
    Syarat(PELAKSANA, nama="Pelaksana"),
)
"""The first that fits counts; the last fits everybody."""


JENJANG_JANJI = (
    Jenjang.SASARAN, Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN, Jenjang.AKTIVITAS,
)  # fmt: skip
JENJANG_UANG = (Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN)
UANG_TERBANYAK = 2


def pilih_bentuk(
    lembaga: str,
    jabatan: str,
    *,
    kepala: bool,
    unit: str = "",
    plt: bool = False,
    syarat: Sequence[Syarat] = SYARAT,
) -> Bentuk:
    """The form of a position: kinds of its agency, of itself and of its unit."""
    return next(s.bentuk for s in syarat if s.cocok(lembaga, jabatan, unit, kepala, plt))


def periksa_bentuk(bentuk: Bentuk) -> list[Temuan]:
    """One level of promises at least, two of money at most."""
    hasil = []
    if not bentuk.sasaran:
        pesan = "Pilih sedikitnya satu jenjang yang dijanjikan."
        hasil.append(Temuan(kode="BENTUK_TANPA_JENJANG", pesan=pesan).di(medan="sasaran"))
    if len(bentuk.uang) > UANG_TERBANYAK:
        pesan = f"Tabel anggaran paling banyak {UANG_TERBANYAK} jenjang: kepala dan rinciannya."
        hasil.append(Temuan(kode="BENTUK_JENJANG_UANG", pesan=pesan).di(medan="uang"))
    return hasil


def periksa_susunan(daftar: Sequence[Syarat]) -> list[Temuan]:
    """Every position finds a form, and the head of the pemda his own."""
    if not daftar or not daftar[-1].untuk_semua:
        pesan = "Bentuk terakhir harus berlaku untuk semua jabatan (tanpa syarat apa pun)."
        return [Temuan(kode="BENTUK_TIDAK_LENGKAP", pesan=pesan).di(medan="urutan")]
    if not any(s.bentuk.sedaerah for s in daftar):
        pesan = "Bentuk untuk kepala daerah tidak dihapus; ubah isinya saja."
        return [Temuan(kode="BENTUK_KEPALA_DAERAH", pesan=pesan)]
    return []
