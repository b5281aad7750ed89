"""The texts that a new document begins with: our own words; an agency changes all of them."""

from __future__ import annotations

from dataclasses import dataclass

from iku.pilihan import Bagian, BakuBab


@dataclass(frozen=True, slots=True)
class BabBaku:
    """A block as a new document gets it. ``berdaftar``: each line is an item of a list."""

    bagian: Bagian
    judul: str
    isi: str = ""
    baku: str = ""
    berdaftar: bool = False


B, K = Bagian, BakuBab
BAKU = (
    BabBaku(B.KATA_PENGANTAR, "Kata Pengantar", """\
Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa. Dokumen Indikator Kinerja Utama \
{perangkat_daerah} Tahun {tahun} telah selesai disusun.

Dokumen ini memuat {jumlah_iku} indikator yang dipilih sebagai ukuran keberhasilan \
{perangkat_daerah} selama {periode}, lengkap dengan kondisi awal, target tiap tahun, dan cara \
mengukurnya. Isinya menjadi acuan perjanjian kinerja, rencana aksi, pengukuran, dan laporan kinerja.

Kami berterima kasih kepada semua yang ikut menyusun. Masukan tetap kami perlukan agar ukuran ini \
makin tepat menggambarkan hasil kerja bagi masyarakat.""", K.PENGANTAR),
    BabBaku(B.BAB_I, "Latar Belakang", """\
Setiap perangkat daerah bekerja untuk hasil yang dapat dirasakan masyarakat. Agar hasil itu dapat \
diperiksa, sasaran yang direncanakan perlu ukuran yang jelas: apa yang dihitung, dari mana \
datanya, dan berapa yang hendak dicapai tiap tahun.

Indikator Kinerja Utama, disingkat IKU, adalah ukuran yang dipilih dari indikator tujuan dan \
sasaran {perangkat_daerah}. Jumlahnya sengaja sedikit supaya perhatian pimpinan tertuju pada hasil \
yang paling penting."""),
    BabBaku(B.BAB_I, "Tujuan dan Sasaran", """\
Dokumen ini disusun dengan tujuan:

1. menetapkan ukuran keberhasilan {perangkat_daerah} yang dipakai bersama selama {periode};
2. memberi dasar bagi perjanjian kinerja, rencana aksi, pengukuran, dan pelaporan tiap tahun;
3. memudahkan evaluasi atas kemajuan sasaran strategis.

Sasarannya adalah tersedianya indikator yang terukur, bertarget, dan bersumber data jelas untuk \
setiap sasaran strategis."""),
    BabBaku(B.BAB_I, "Landasan Hukum", "", K.LANDASAN_HUKUM, berdaftar=True),
    BabBaku(B.BAB_I, "Sistematika Penulisan", """\
Dokumen ini tersusun sebagai berikut:

1. Bab I Pendahuluan memuat latar belakang, tujuan dan sasaran, landasan hukum, dan sistematika;
2. Bab II Indikator Kinerja Utama memuat pertimbangan pemilihan, tabel IKU, dan uraian tiap IKU;
3. Bab III Penutup;
4. Lampiran memuat cara pengukuran, daftar sasaran strategis, dan cascading."""),
    BabBaku(B.BAB_II, "Aspek-Aspek Terkait Penerapan IKU", """\
IKU dipilih dengan mempertimbangkan:

1. tujuan dan sasaran dalam {periode} serta kebijakan pemerintah daerah;
2. tugas dan fungsi {perangkat_daerah};
3. kebutuhan data untuk akuntabilitas kinerja;
4. hasil pengukuran dan evaluasi tahun-tahun sebelumnya.

Sebuah IKU yang baik jelas artinya, dapat diukur, mungkin dicapai, berkaitan dengan sasarannya, \
berbatas waktu, dan cukup untuk menggambarkan keberhasilan sasaran itu."""),
    BabBaku(B.BAB_II, "IKU {perangkat_daerah}", """\
{perangkat_daerah} menetapkan {jumlah_iku} IKU untuk tahun {tahun_awal} sampai {tahun_akhir}. \
Kondisi awal dan target tiap tahun tercantum pada tabel berikut.""", K.IKU),
    BabBaku(B.BAB_III, "Penutup", """\
Indikator Kinerja Utama ini berlaku sebagai ukuran keberhasilan {perangkat_daerah} dan ditinjau \
kembali bila tujuan, sasaran, atau cara mengukurnya berubah.

Seluruh pegawai {perangkat_daerah} menggunakan dokumen ini sebagai acuan dalam merencanakan, \
melaksanakan, mengukur, dan melaporkan kinerja."""),
    BabBaku(B.KEPUTUSAN, "Menimbang", """\
bahwa keberhasilan {perangkat_daerah} perlu diukur dengan indikator yang ditetapkan dan dipakai \
bersama;
bahwa indikator kinerja utama menjadi acuan perencanaan, perjanjian, pengukuran, dan pelaporan \
kinerja;
bahwa berdasarkan pertimbangan di atas perlu ditetapkan Keputusan {kepala} tentang Indikator \
Kinerja Utama.""", K.MENIMBANG, berdaftar=True),
    BabBaku(B.KEPUTUSAN, "Menetapkan", """\
Indikator Kinerja Utama {perangkat_daerah} Tahun {tahun_awal}-{tahun_akhir} sebagaimana tercantum \
dalam lampiran yang merupakan bagian tidak terpisahkan dari keputusan ini.
Indikator Kinerja Utama digunakan untuk menyusun rencana kerja, perjanjian kinerja, rencana aksi, \
pengukuran, laporan kinerja, dan evaluasi.
Keputusan ini berlaku sejak tanggal ditetapkan.""", K.MENETAPKAN, berdaftar=True),
    BabBaku(B.KEPUTUSAN, "Tembusan", "", K.TEMBUSAN, berdaftar=True),
)  # fmt: skip
