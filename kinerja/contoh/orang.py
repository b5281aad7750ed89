"""Agencies, units, positions and one login per role. Job titles stand in for names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from kinerja.models import (
    BidangUrusan,
    Jabatan,
    Keanggotaan,
    Pegawai,
    Pejabat,
    Pengaturan,
    Pengguna,
    PerangkatDaerah,
    Periode,
    Unit,
)
from kinerja.pilihan import JenisJabatan, JenisPejabat, JenisPerangkatDaerah, JenisUnit, Peran

SANDI = "latihan-2025"
PEMDA, DINAS, LATIHAN, LAMA = "62.02", "1.06.01", "1.06.99", "1.06.98"
PER_JABATAN, POHON_2024 = "1.06.97", "1.06.96"
PANDEGLANG, DINAS_PANDEGLANG = "36.01", "36.01.1.06"
MULAI = date(2025, 1, 1)
PERANGKAT_DAERAH = {
    PEMDA: (JenisPerangkatDaerah.PEMDA, "Kabupaten Kotawaringin Timur"),
    DINAS: (JenisPerangkatDaerah.DINAS, "Dinas Sosial"),
    LATIHAN: (JenisPerangkatDaerah.DINAS, "Dinas Sosial (latihan)"),
    LAMA: (JenisPerangkatDaerah.DINAS, "Dinas Sosial (cascading 2019)"),
    PER_JABATAN: (JenisPerangkatDaerah.DINAS, "Dinas Sosial (cascading per jabatan)"),
    POHON_2024: (JenisPerangkatDaerah.DINAS, "Dinas Sosial (pohon kinerja 2024)"),
    PANDEGLANG: (JenisPerangkatDaerah.PEMDA, "Kabupaten Pandeglang"),
    DINAS_PANDEGLANG: (JenisPerangkatDaerah.DINAS, "Dinas Sosial"),
}
TEMPAT = {PEMDA: "Sampit", PANDEGLANG: "Pandeglang"}
INDUK = {DINAS_PANDEGLANG: PANDEGLANG}
"""The pemda of an agency that is not of the first one."""
UNIT = {
    "Sekretariat": JenisUnit.SEKRETARIAT,
    "Bidang Rehabilitasi Sosial": JenisUnit.BIDANG,
    "Bidang Perlindungan dan Jaminan Sosial": JenisUnit.BIDANG,
    "Bidang Pemberdayaan Sosial": JenisUnit.BIDANG,
}


@dataclass(frozen=True)
class Kursi:
    """A position: its agency, kind, the position above it and its unit.

    ``plt``: the position whose holder stands in as Plt.
    """

    nama: str
    di: str
    jenis: str
    atasan: str = ""
    unit: str = ""
    kepala: bool = False
    plt: str = ""


KURSI = (
    Kursi("Bupati Kotawaringin Timur", PEMDA, JenisJabatan.KEPALA_DAERAH, kepala=True),
    Kursi("Kepala Dinas Sosial", DINAS, JenisJabatan.JPT_PRATAMA,
          "Bupati Kotawaringin Timur", kepala=True),
    Kursi("Sekretaris Dinas Sosial", DINAS, JenisJabatan.ADMINISTRATOR,
          "Kepala Dinas Sosial", "Sekretariat"),
    Kursi("Kepala Bidang Rehabilitasi Sosial", DINAS, JenisJabatan.ADMINISTRATOR,
          "Kepala Dinas Sosial", "Bidang Rehabilitasi Sosial"),
    Kursi("Kepala Bidang Perlindungan dan Jaminan Sosial", DINAS, JenisJabatan.ADMINISTRATOR,
          "Kepala Dinas Sosial", "Bidang Perlindungan dan Jaminan Sosial"),
    Kursi("Kepala Bidang Pemberdayaan Sosial", DINAS, JenisJabatan.ADMINISTRATOR,
          "Kepala Dinas Sosial", "Bidang Pemberdayaan Sosial"),
    Kursi("Kepala Subbagian Perencanaan", DINAS, JenisJabatan.PENGAWAS,
          "Sekretaris Dinas Sosial", "Sekretariat"),
    Kursi("Kepala Subbagian Keuangan", DINAS, JenisJabatan.PENGAWAS,
          "Sekretaris Dinas Sosial", "Sekretariat", plt="Kepala Subbagian Perencanaan"),
    Kursi("Kepala Subbagian Umum dan Kepegawaian", DINAS, JenisJabatan.PENGAWAS,
          "Sekretaris Dinas Sosial", "Sekretariat"),
    Kursi("Arsiparis Ahli Pertama", DINAS, JenisJabatan.FUNGSIONAL,
          "Kepala Subbagian Umum dan Kepegawaian", "Sekretariat"),
    Kursi("Pekerja Sosial Ahli Muda (Rehabilitasi Sosial)", DINAS, JenisJabatan.FUNGSIONAL,
          "Kepala Bidang Rehabilitasi Sosial", "Bidang Rehabilitasi Sosial"),
    Kursi("Pekerja Sosial Ahli Muda (Luar Panti)", DINAS, JenisJabatan.FUNGSIONAL,
          "Kepala Bidang Rehabilitasi Sosial", "Bidang Rehabilitasi Sosial"),
    Kursi("Pekerja Sosial Ahli Muda (Perlindungan Korban Bencana)", DINAS,
          JenisJabatan.FUNGSIONAL, "Kepala Bidang Perlindungan dan Jaminan Sosial",
          "Bidang Perlindungan dan Jaminan Sosial"),
    Kursi("Penyuluh Sosial Ahli Muda (Jaminan Sosial)", DINAS, JenisJabatan.FUNGSIONAL,
          "Kepala Bidang Perlindungan dan Jaminan Sosial",
          "Bidang Perlindungan dan Jaminan Sosial"),
    Kursi("Penyuluh Sosial Ahli Muda (Pemberdayaan Sosial)", DINAS, JenisJabatan.FUNGSIONAL,
          "Kepala Bidang Pemberdayaan Sosial", "Bidang Pemberdayaan Sosial"),
    Kursi("Kepala Dinas Sosial (latihan)", LATIHAN, JenisJabatan.JPT_PRATAMA,
          "Bupati Kotawaringin Timur", kepala=True),
    Kursi("Bupati Pandeglang", PANDEGLANG, JenisJabatan.KEPALA_DAERAH, kepala=True),
    Kursi("Kepala Dinas Sosial Pandeglang", DINAS_PANDEGLANG, JenisJabatan.JPT_PRATAMA,
          "Bupati Pandeglang", kepala=True),
)  # fmt: skip


@dataclass(frozen=True)
class Akun:
    """One login: its role, where it is held and the position of its pegawai."""

    username: str
    peran: Peran
    di: str
    nama: str
    jabatan: str = ""


AKUN = (
    Akun("perencana-latihan", Peran.PERENCANA, LATIHAN, "Perencana Dinas Sosial (latihan)"),
    Akun("perencana-jabatan", Peran.PERENCANA, PER_JABATAN,
         "Perencana Dinas Sosial (cascading per jabatan)"),
    Akun("perencana-2024", Peran.PERENCANA, POHON_2024,
         "Perencana Dinas Sosial (pohon kinerja 2024)"),
    Akun("operator", Peran.OPERATOR, DINAS, "Operator Dinas Sosial"),
    Akun("perencana", Peran.PERENCANA, DINAS, "Perencana Dinas Sosial",
         "Kepala Subbagian Perencanaan"),
    Akun("pejabat", Peran.PEJABAT, DINAS, "Kepala Bidang Rehabilitasi Sosial",
         "Kepala Bidang Rehabilitasi Sosial"),
    Akun("kepala", Peran.KEPALA, DINAS, "Kepala Dinas Sosial", "Kepala Dinas Sosial"),
    Akun("pimpinan", Peran.PIMPINAN_PEMDA, PEMDA, "Bupati Kotawaringin Timur",
         "Bupati Kotawaringin Timur"),
    Akun("bappeda", Peran.BAPPEDA, PEMDA, "Perencana Bappeda"),
    Akun("organisasi", Peran.BAGIAN_ORGANISASI, PEMDA, "Analis Bagian Organisasi"),
    Akun("inspektorat", Peran.INSPEKTORAT, PEMDA, "Auditor Inspektorat"),
    Akun("admin-pd", Peran.ADMIN_PD, DINAS, "Admin Dinas Sosial"),
    Akun("admin-pemda", Peran.ADMIN_PEMDA, PEMDA, "Admin Kabupaten Kotawaringin Timur"),
    Akun("perencana-pandeglang", Peran.PERENCANA, DINAS_PANDEGLANG, "Perencana Dinas Sosial"),
    Akun("kepala-pandeglang", Peran.KEPALA, DINAS_PANDEGLANG, "Kepala Dinas Sosial Pandeglang",
         "Kepala Dinas Sosial Pandeglang"),
    Akun("bappeda-pandeglang", Peran.BAPPEDA, PANDEGLANG, "Perencana Bappeda Pandeglang"),
)  # fmt: skip


@transaction.atomic
def muat_perangkat_daerah() -> dict[str, PerangkatDaerah]:
    """Both pemda, their Dinas Sosial and the empty agency to practise in; by kode."""
    sosial, _ = BidangUrusan.objects.get_or_create(kode="1.06", defaults={"nama": "Sosial"})
    milik: dict[str, PerangkatDaerah] = {}
    for kode, (jenis, nama) in PERANGKAT_DAERAH.items():
        di_atas = None if jenis == JenisPerangkatDaerah.PEMDA else INDUK.get(kode, PEMDA)
        pemda = milik.get(di_atas or "")
        isi = {"jenis": jenis, "nama": nama, "pemda": pemda, "tempat": TEMPAT[di_atas or kode]}
        milik[kode], baru = PerangkatDaerah.objects.get_or_create(kode=kode, defaults=isi)
        if baru and jenis == JenisPerangkatDaerah.DINAS:
            milik[kode].bidang_urusan.add(sosial)
        if di_atas is None:
            Pengaturan.objects.get_or_create(pemda=milik[kode])
    for nama_unit, jenis_unit in UNIT.items():
        Unit.objects.get_or_create(
            perangkat_daerah=milik[DINAS], nama=nama_unit, defaults={"jenis": jenis_unit}
        )
    return milik


def muat_periode(awal: int = 2021, akhir: int = 2025, target: int | None = None) -> Periode:
    """A period with the years for which its documents print targets (the first: the Kotim ones).

    An IKU table may go beyond the period: ``target`` is its last year.
    """
    isi = {
        "tahun_awal": awal,
        "tahun_akhir": akhir,
        "tahun_target": list(range(awal, (target or akhir) + 1)),
        "tahun_baseline": [awal - 1] if target else [],
    }
    return Periode.objects.get_or_create(nama=f"{awal}-{akhir}", defaults=isi)[0]


@transaction.atomic
def muat_jabatan(milik: dict[str, PerangkatDaerah]) -> dict[str, Pegawai]:
    """Positions and who holds them; answers the pegawai by position."""
    jabatan: dict[str, Jabatan] = {}
    pegawai: dict[str, Pegawai] = {}
    unit = {u.nama: u for u in Unit.objects.filter(perangkat_daerah=milik[DINAS])}
    for kursi in KURSI:
        jabatan[kursi.nama], _ = Jabatan.objects.get_or_create(
            perangkat_daerah=milik[kursi.di],
            nama=kursi.nama,
            defaults={
                "jenis": kursi.jenis,
                "atasan": jabatan.get(kursi.atasan),
                "unit": unit.get(kursi.unit),
                "kepala": kursi.kepala,
            },
        )
        pejabat = Pejabat.objects.filter(jabatan=jabatan[kursi.nama]).order_by("pk").first()
        if pejabat is None:
            orang = pegawai.get(kursi.plt) or Pegawai.objects.create(nama=kursi.nama)
            jenis = JenisPejabat.PLT if kursi.plt else JenisPejabat.DEFINITIF
            pejabat = Pejabat.objects.create(
                jabatan=jabatan[kursi.nama], pegawai=orang, jenis=jenis, mulai=MULAI
            )
        pegawai[kursi.nama] = pejabat.pegawai
    return pegawai


@transaction.atomic
def muat_akun(
    milik: dict[str, PerangkatDaerah], pegawai: dict[str, Pegawai]
) -> dict[str, Pengguna]:
    """One login per role. An account that exists keeps its password and its roles."""
    hasil: dict[str, Pengguna] = {}
    for akun in AKUN:
        pengguna = Pengguna.objects.filter(username=akun.username).first()
        if pengguna is None:
            pengguna = Pengguna.objects.create_user(
                akun.username, password=SANDI, nama=akun.nama, pegawai=pegawai.get(akun.jabatan)
            )
            Keanggotaan.objects.create(
                pengguna=pengguna, perangkat_daerah=milik[akun.di], peran=akun.peran
            )
        hasil[akun.username] = pengguna
    return hasil
