"""The model: agencies, people, the tree, its numbers and its history."""

from kinerja.models.anggaran import KlaimPagu, Pagu, Tahap
from kinerja.models.berkas_bukti import BERKAS_ATAU_TAUTAN, BerkasBukti
from kinerja.models.bukti import Bukti
from kinerja.models.impor import PetaKolom, SesiImpor
from kinerja.models.indikator import Baseline, Indikator, Target
from kinerja.models.jabatan import Jabatan, Pejabat
from kinerja.models.jendela import JendelaPengukuran, PembukaanKotak
from kinerja.models.keanggotaan import Keanggotaan
from kinerja.models.kerja import Kehadiran, Pekerjaan, Pemberitahuan
from kinerja.models.komentar import Komentar
from kinerja.models.nomenklatur import Nomenklatur, VersiNomenklatur
from kinerja.models.orang import Pengguna
from kinerja.models.pegawai import Pegawai
from kinerja.models.pemda import BidangUrusan, PerangkatDaerah, Sebutan, Unit
from kinerja.models.pengaturan import Pengaturan
from kinerja.models.penugasan import PenanggungJabatan, PenanggungLembaga, Penugasan
from kinerja.models.penyusunan import Bentrok
from kinerja.models.periode import Periode
from kinerja.models.perubahan import Perubahan
from kinerja.models.peta_jabatan import KotakJabatan, PetaJabatan
from kinerja.models.pohon import Pohon
from kinerja.models.realisasi import Pengukuran, Realisasi, RealisasiAnggaran
from kinerja.models.rencana_ukur import SelUkur
from kinerja.models.riwayat import Riwayat
from kinerja.models.simpul import Label, Penggantian, Simpul, SimpulLabel, SimpulPengampu
from kinerja.models.suntingan import BentrokSel, Suntingan, SuntinganDitolak
from kinerja.models.temuan import TemuanDiterima

__all__ = [
    "BERKAS_ATAU_TAUTAN",
    "Baseline",
    "Bentrok",
    "BentrokSel",
    "BerkasBukti",
    "BidangUrusan",
    "Bukti",
    "Indikator",
    "Jabatan",
    "JendelaPengukuran",
    "Keanggotaan",
    "Kehadiran",
    "KlaimPagu",
    "Komentar",
    "KotakJabatan",
    "Label",
    "Nomenklatur",
    "Pagu",
    "Pegawai",
    "Pejabat",
    "Pekerjaan",
    "Pemberitahuan",
    "PembukaanKotak",
    "PenanggungJabatan",
    "PenanggungLembaga",
    "Pengaturan",
    "Penggantian",
    "Pengguna",
    "Pengukuran",
    "Penugasan",
    "PerangkatDaerah",
    "Periode",
    "Perubahan",
    "PetaJabatan",
    "PetaKolom",
    "Pohon",
    "Realisasi",
    "RealisasiAnggaran",
    "Riwayat",
    "Sebutan",
    "SelUkur",
    "SesiImpor",
    "Simpul",
    "SimpulLabel",
    "SimpulPengampu",
    "Suntingan",
    "SuntinganDitolak",
    "Tahap",
    "Target",
    "TemuanDiterima",
    "Unit",
    "VersiNomenklatur",
]
