"""Choices as the office prints them. Stored codes are UPPER_SNAKE; labels are what users read."""

from django.db import models


class JenisPerangkatDaerah(models.TextChoices):
    PEMDA = "PEMDA", "Pemerintah daerah"
    DINAS = "DINAS", "Dinas"
    BADAN = "BADAN", "Badan"
    SETDA = "SETDA", "Sekretariat Daerah"
    SETWAN = "SETWAN", "Sekretariat DPRD"
    INSPEKTORAT = "INSPEKTORAT", "Inspektorat"
    KECAMATAN = "KECAMATAN", "Kecamatan"
    RSUD = "RSUD", "RSUD"
    SATPOL_PP = "SATPOL_PP", "Satuan Polisi Pamong Praja"


class JenisUnit(models.TextChoices):
    SEKRETARIAT = "SEKRETARIAT", "Sekretariat"
    BAGIAN = "BAGIAN", "Bagian"
    BIDANG = "BIDANG", "Bidang"
    UPTD = "UPTD", "UPTD"
    KELURAHAN = "KELURAHAN", "Kelurahan"
    PUSKESMAS = "PUSKESMAS", "Puskesmas"
    SEKOLAH = "SEKOLAH", "Sekolah"
    LAINNYA = "LAINNYA", "Lainnya"


class JenisPohon(models.TextChoices):
    RPJMD = "RPJMD", "RPJMD"
    POHON_KINERJA = "POHON_KINERJA", "Pohon kinerja"
    CASCADING = "CASCADING", "Cascading"


class Jenjang(models.TextChoices):
    """Level of a simpul. AKAR is the hidden root that each Pohon owns; it is never shown."""

    AKAR = "AKAR", "Akar"
    VISI = "VISI", "Visi"
    MISI = "MISI", "Misi"
    TUJUAN = "TUJUAN", "Tujuan"
    SASARAN = "SASARAN", "Sasaran"
    PROGRAM = "PROGRAM", "Program"
    KEGIATAN = "KEGIATAN", "Kegiatan"
    SUB_KEGIATAN = "SUB_KEGIATAN", "Sub kegiatan"
    AKTIVITAS = "AKTIVITAS", "Aktivitas"
    KONDISI = "KONDISI", "Kondisi"


class PeranKondisi(models.TextChoices):
    """What a condition of a pohon kinerja is in its logic, from the result down."""

    OUTCOME = "OUTCOME", "Outcome"
    CSF = "CSF", "CSF"
    KONDISI_ANTARA = "KONDISI_ANTARA", "Kondisi antara"
    KONDISI_OPERASIONAL = "KONDISI_OPERASIONAL", "Kondisi operasional"


class JenjangNomenklatur(models.TextChoices):
    URUSAN = "URUSAN", "Urusan"
    BIDANG_URUSAN = "BIDANG_URUSAN", "Bidang urusan"
    PROGRAM = "PROGRAM", "Program"
    KEGIATAN = "KEGIATAN", "Kegiatan"
    SUB_KEGIATAN = "SUB_KEGIATAN", "Sub kegiatan"


class Arah(models.TextChoices):
    NAIK = "NAIK", "Makin tinggi makin baik"
    TURUN = "TURUN", "Makin rendah makin baik"
    RENTANG = "RENTANG", "Di dalam rentang"


class Agregasi(models.TextChoices):
    """How quarters become a year."""

    JUMLAH = "JUMLAH", "Dijumlahkan"
    AKHIR = "AKHIR", "Nilai akhir"
    RATA_RATA = "RATA_RATA", "Rata-rata"


class JenisNilai(models.TextChoices):
    """What a typed value turned out to be. Lower-cased in the JSON answer of the import."""

    ANGKA = "ANGKA", "Angka"
    RENTANG = "RENTANG", "Rentang atau batas"
    PREDIKAT = "PREDIKAT", "Predikat"
    TEKS = "TEKS", "Teks"
    KOSONG = "KOSONG", "Belum diisi"


class Frekuensi(models.TextChoices):
    TRIWULANAN = "TRIWULANAN", "Triwulanan"
    SEMESTERAN = "SEMESTERAN", "Semesteran"
    TAHUNAN = "TAHUNAN", "Tahunan"


class JenisRumus(models.TextChoices):
    """How the value of an indicator comes about; the first three are computed from variables."""

    RASIO = "RASIO", "Rasio: pembilang dibagi penyebut"
    JUMLAH_BAGIAN = "JUMLAH_BAGIAN", "Jumlah beberapa bagian"
    RATA_BAGIAN = "RATA_BAGIAN", "Rata-rata beberapa bagian"
    KOMPOSIT = "KOMPOSIT", "Indeks komposit berdimensi"
    PIHAK_LAIN = "PIHAK_LAIN", "Nilai yang diterbitkan pihak lain"
    BEBAS = "BEBAS", "Rumus bebas"


class Triwulan(models.IntegerChoices):
    """0 is the whole year, so that uniqueness needs no nullable column."""

    SETAHUN = 0, "Setahun"
    TW1 = 1, "Triwulan I"
    TW2 = 2, "Triwulan II"
    TW3 = 3, "Triwulan III"
    TW4 = 4, "Triwulan IV"


class CaraTurun(models.TextChoices):
    """Formula of an indicator whose lower value is better: T is the target, R the realisasi."""

    SELISIH = "SELISIH", "(2 × target − realisasi) / target"
    BANDING = "BANDING", "target / realisasi"


class CaraKetik(models.TextChoices):
    """What a realisasi of a sum says: of the quarter alone, or from January up to its end."""

    TRIWULAN = "TRIWULAN", "Per triwulan"
    KUMULATIF = "KUMULATIF", "Kumulatif s.d. triwulan"


class Efisiensi(models.TextChoices):
    """Ways of saying efficiency; a document prints which one it uses."""

    RUPIAH = "RUPIAH", "Sisa anggaran dalam rupiah"
    SELISIH = "SELISIH", "Capaian kinerja dikurangi serapan anggaran"
    SISA = "SISA", "Sisa anggaran ketika target tercapai"
    NILAI = "NILAI", "Nilai efisiensi keluaran"


class StatusPohon(models.TextChoices):
    DRAF = "DRAF", "Draf"
    DIAJUKAN = "DIAJUKAN", "Diajukan"
    DIKEMBALIKAN = "DIKEMBALIKAN", "Dikembalikan"
    DIVERIFIKASI = "DIVERIFIKASI", "Diverifikasi"
    DISETUJUI = "DISETUJUI", "Disetujui"


class StatusPengukuran(models.TextChoices):
    """Where the values of a quarter stand; the ladder is ``kinerja.aturan.pengukuran``."""

    DRAF = "DRAF", "Draf"
    DIAJUKAN = "DIAJUKAN", "Diajukan"
    DIKEMBALIKAN = "DIKEMBALIKAN", "Dikembalikan"
    DIVERIFIKASI = "DIVERIFIKASI", "Diverifikasi"


class JenisKlaim(models.TextChoices):
    """PAGU: an amount typed above the level that holds money. INDIKATIF: ceiling of the Renstra."""

    PAGU = "PAGU", "Pagu tertulis"
    INDIKATIF = "INDIKATIF", "Pagu indikatif"


class JenisPejabat(models.TextChoices):
    DEFINITIF = "DEFINITIF", "Definitif"
    PLT = "PLT", "Plt."
    PLH = "PLH", "Plh."
    PJ = "PJ", "Pj."


class JenisJabatan(models.TextChoices):
    KEPALA_DAERAH = "KEPALA_DAERAH", "Kepala daerah"
    JPT_MADYA = "JPT_MADYA", "Pimpinan tinggi madya"
    JPT_PRATAMA = "JPT_PRATAMA", "Pimpinan tinggi pratama"
    ADMINISTRATOR = "ADMINISTRATOR", "Administrator"
    PENGAWAS = "PENGAWAS", "Pengawas"
    FUNGSIONAL = "FUNGSIONAL", "Fungsional"
    PELAKSANA = "PELAKSANA", "Pelaksana"


class PeranTugas(models.TextChoices):
    """In which part a position answers for a box."""

    PENANGGUNG_JAWAB = "PENANGGUNG_JAWAB", "Penanggung jawab"
    PELAKSANA = "PELAKSANA", "Pelaksana"
    PENDUKUNG = "PENDUKUNG", "Pendukung"


class Peran(models.TextChoices):
    """Roles only open screens; approval follows the Jabatan (architecture: Keanggotaan)."""

    OPERATOR = "OPERATOR", "Operator"
    PERENCANA = "PERENCANA", "Perencana"
    PEJABAT = "PEJABAT", "Pejabat"
    KEPALA = "KEPALA", "Kepala perangkat daerah"
    PIMPINAN_PEMDA = "PIMPINAN_PEMDA", "Pimpinan pemda"
    BAPPEDA = "BAPPEDA", "Bappeda"
    BAGIAN_ORGANISASI = "BAGIAN_ORGANISASI", "Bagian Organisasi"
    INSPEKTORAT = "INSPEKTORAT", "Inspektorat"
    ADMIN_PD = "ADMIN_PD", "Admin perangkat daerah"
    ADMIN_PEMDA = "ADMIN_PEMDA", "Admin pemda"


PENYUSUN = frozenset({Peran.PERENCANA, Peran.OPERATOR, Peran.PEJABAT})
"""Roles that edit drafts: a pejabat only the unit or branch that the role is narrowed to."""


class JenisPemberitahuan(models.TextChoices):
    """Why somebody is told."""

    SEBUTAN = "SEBUTAN", "Peran Anda disebut"
    BALASAN = "BALASAN", "Komentar Anda dibalas"
    PERJANJIAN = "PERJANJIAN", "Perjanjian Kinerja"
    PENGUKURAN = "PENGUKURAN", "Pengukuran kinerja"
    CROSSCUTTING = "CROSSCUTTING", "Crosscutting"
    EVALUASI = "EVALUASI", "Catatan evaluasi"
    LKE = "LKE", "Evaluasi AKIP"


class StatusSesiImpor(models.TextChoices):
    PRATINJAU = "PRATINJAU", "Pratinjau"
    DITERAPKAN = "DITERAPKAN", "Diterapkan"
    DIBATALKAN = "DIBATALKAN", "Dibatalkan"


class AksiImpor(models.TextChoices):
    """What a planner may say about a cell of a preview."""

    ISI = "ISI", "Isi dengan"
    BIARKAN = "BIARKAN", "Biarkan belum diisi"
    BATAL = "BATAL", "Batalkan keputusan"
    SAMA = "SAMA", "Kotak yang sama"
    BARU = "BARU", "Kotak baru"
    TUKAR = "TUKAR", "Tukar dengan tujuannya"
    TETAP = "TETAP", "Tetap indikator"


class MaksudImpor(models.TextChoices):
    """What a workbook that we gave out ourselves is to do when it comes back."""

    TAMBAH = "TAMBAH", "Tambah saja"
    PERBARUI = "PERBARUI", "Perbarui"
    SAMAKAN = "SAMAKAN", "Samakan"


class StatusPekerjaan(models.TextChoices):
    ANTRE = "ANTRE", "Menunggu"
    JALAN = "JALAN", "Sedang dikerjakan"
    SELESAI = "SELESAI", "Selesai"
    GAGAL = "GAGAL", "Gagal"
    DIBATALKAN = "DIBATALKAN", "Dibatalkan"
