"""An agency whose two bidang share a program: positions, holders, boxes, money, assignments."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kinerja.models import Jabatan, Pegawai, Pejabat, Pengguna, PerangkatDaerah, Pohon, Simpul
from kinerja.pilihan import JenisJabatan, JenisPejabat
from tests.factories import PADA

TAHUN = 2025
KURSI = (
    ("bupati", "Bupati Contoh", JenisJabatan.KEPALA_DAERAH, "", True),
    ("kadis", "Kepala Dinas Sosial", JenisJabatan.JPT_PRATAMA, "bupati", True),
    ("kabid_a", "Kepala Bidang Rehabilitasi", JenisJabatan.ADMINISTRATOR, "kadis", False),
    ("kabid_b", "Kepala Bidang Pemberdayaan", JenisJabatan.ADMINISTRATOR, "kadis", False),
    ("jf", "Pekerja Sosial Ahli Muda", JenisJabatan.FUNGSIONAL, "kabid_a", False),
)
UANG = {"Permakanan": 100, "Alat bantu": 250, "Pelatihan": 400, "Pendampingan": 50}
JUTA = 1_000_000


@dataclass
class Kantor:
    """``jabatan`` by short name, ``simpul`` by name."""

    dinas: PerangkatDaerah
    pohon: Pohon
    jabatan: dict[str, Jabatan] = field(default_factory=dict)
    simpul: dict[str, Simpul] = field(default_factory=dict)


def isi_kantor(pohon: Pohon, oleh: Pengguna) -> Kantor:
    kantor = Kantor(pohon.perangkat_daerah, pohon)
    siapa: dict[str, Any] = {"oleh": oleh, "pada": PADA}
    _duduki(kantor)
    _tanam(kantor, siapa)
    j, s = kantor.jabatan, kantor.simpul
    pohon.tugaskan(s["Sasaran"], j["kadis"], **siapa)
    pohon.tugaskan(s["Program"], j["kabid_a"], **siapa)
    pohon.tugaskan(s["Program"], j["kabid_b"], **siapa)
    pohon.tugaskan(s["Kegiatan A"], j["kabid_a"], **siapa)
    pohon.tugaskan(s["Alat bantu"], j["jf"], **siapa)
    pohon.tugaskan(s["Pelatihan"], j["kabid_b"], **siapa)
    pohon.tugaskan(s["Pendampingan"], j["kabid_b"], **siapa)
    return kantor


def _duduki(kantor: Kantor) -> None:
    for n, (kunci, nama, jenis, atasan, kepala) in enumerate(KURSI, start=1):
        di = kantor.dinas.pemda if kunci == "bupati" else kantor.dinas
        jabatan = Jabatan.objects.create(
            perangkat_daerah=di, nama=nama, jenis=jenis, kepala=kepala,
            atasan=kantor.jabatan.get(atasan),
        )  # fmt: skip
        nip = "" if kunci == "bupati" else f"197001011995031{n:03}"
        pegawai = Pegawai.objects.create(nama=f"Pemegang {nama}", nip=nip, pangkat="Pembina",
                                         golongan="IV/a")  # fmt: skip
        Pejabat.objects.create(
            jabatan=jabatan, pegawai=pegawai, jenis=JenisPejabat.DEFINITIF, mulai=date(2024, 1, 1)
        )
        kantor.jabatan[kunci] = jabatan


def _tanam(kantor: Kantor, siapa: dict[str, Any]) -> None:
    pohon, s = kantor.pohon, kantor.simpul

    def tambah(nama: str, induk: Simpul, jenjang: str, kinerja: str = "") -> Simpul:
        s[nama] = pohon.tambah(induk=induk, jenjang=jenjang, nama=nama, kinerja=kinerja, **siapa)
        teks = f"Persentase {nama.lower()} tercapai"
        indikator = pohon.tambah_indikator(s[nama], teks=teks, satuan="%", **siapa)
        pohon.isi_target(indikator, "90,5", tahun=TAHUN, **siapa)
        return s[nama]

    tujuan = pohon.tambah(induk=pohon.akar(), jenjang="TUJUAN", kinerja="Tujuan", **siapa)
    sasaran = tambah("Sasaran", tujuan, "SASARAN", "Meningkatnya pelayanan sosial")
    program = tambah("Program", sasaran, "PROGRAM", "Terwujudnya rehabilitasi sosial")
    for nama, anak in (("Kegiatan A", ("Permakanan", "Alat bantu", "Pelatihan")),
                       ("Kegiatan B", ("Pendampingan",))):  # fmt: skip
        kegiatan = tambah(nama, program, "KEGIATAN", f"Terlaksananya {nama.lower()}")
        for satu in anak:
            sub = tambah(satu, kegiatan, "SUB_KEGIATAN")
            teks = f"{UANG[satu] * JUTA:,}".replace(",", ".")
            pohon.isi_pagu(sub, teks, tahun=TAHUN, sumber_dana="DAU", **siapa)
