"""The words of the checks, as data: what the page, the drawer and the documents say about each."""

from __future__ import annotations

URAIAN: dict[str, dict[str, str]] = {
    "Q01": {
        "judul": "Kinerja tanpa indikator",
        "mengapa": "Tanpa indikator, tercapai atau tidaknya kinerja ini tidak dapat ditunjukkan.",
        "salah": "Sasaran “Meningkatnya pelayanan sosial” tanpa indikator.",
        "benar": "Sasaran itu dengan “Persentase PPKS yang terlayani”.",
        "perbaikan": "Tambahkan paling sedikit satu indikator pada kotak ini.",
    },
    "Q02": {
        "judul": "Keterangan indikator belum lengkap",
        "mengapa": "Dua orang yang menghitung indikator ini harus sampai pada angka yang sama: "
        "itu perlu satuan, cara menghitung, arti, sumber data, dan penanggung jawab.",
        "salah": "“Indeks Kesejahteraan Sosial” tanpa cara menghitung dan sumber data.",
        "benar": "Rumus, definisi operasional, sumber data, dan penanggung jawab terisi.",
        "perbaikan": "Buka kotaknya, pilih Ubah, lalu lengkapi bagian indikator.",
    },
    "Q03": {
        "judul": "Indikator bukan ukuran",
        "mengapa": "Indikator dimulai dengan apa yang dihitung atau diukur; kalau tidak, "
        "ia berbunyi sasaran dan tidak dapat diberi angka.",
        "salah": "“Terlaksananya pemberian layanan rujukan”",
        "benar": "“Jumlah orang yang mendapatkan layanan rujukan”",
        "perbaikan": "Mulai dengan kata ukuran: jumlah, persentase, rasio, rata-rata, indeks, "
        "nilai, tingkat, kategori.",
    },
    "Q04": {
        "judul": "Satuan atau target tidak sesuai ukurannya",
        "mengapa": "Jumlah tidak dihitung dalam persen, persentase tidak dalam orang; "
        "angka yang tercetak jadi berarti lain.",
        "salah": "“Jumlah PPKS yang menerima bantuan”, satuan %",
        "benar": "“Persentase PPKS yang menerima bantuan”, satuan %",
        "perbaikan": "Samakan kata ukuran, satuan, dan targetnya.",
    },
    "Q05": {
        "judul": "Indikator yang sama di dua tingkat",
        "mengapa": "Setiap tingkat mengukur kinerjanya sendiri. Indikator yang disalin ke bawah "
        "menandakan kinerjanya belum dijabarkan.",
        "salah": "“Persentase PSKS yang diberdayakan” pada sasaran dan pada programnya.",
        "benar": "Program memakai “Persentase PSKS yang mengikuti pelatihan dan aktif sesudahnya”.",
        "perbaikan": "Ganti salah satunya dengan ukuran yang khas untuk tingkat itu.",
    },
    "Q06": {
        "judul": "Indikator tidak setingkat dengan kinerjanya",
        "mengapa": "Tujuan, sasaran, dan program diukur dengan hasil bagi masyarakat; "
        "sub kegiatan dengan keluarannya.",
        "salah": "Sasaran diukur dengan “Jumlah laporan yang disusun”.",
        "benar": "Sasaran diukur dengan “Persentase rekomendasi yang ditindaklanjuti”.",
        "perbaikan": "Pakai ukuran hasil di tingkat atas, pindahkan ukuran keluaran ke bawah.",
    },
    "Q07": {
        "judul": "Kinerja ditulis sebagai pekerjaan",
        "mengapa": "Kinerja adalah keadaan yang ingin dicapai, bukan pekerjaan kantor. "
        "Pekerjaan dapat selesai tanpa keadaannya berubah.",
        "salah": "“Meningkatkan kualitas pelayanan”",
        "benar": "“Meningkatnya kualitas pelayanan”",
        "perbaikan": "Tulis keadaannya: meningkatnya, menurunnya, terwujudnya, terpenuhinya …",
    },
    "Q08": {
        "judul": "Pagu tidak cocok atau belum diisi",
        "mengapa": "Anggaran yang tidak cocok dengan rinciannya tidak dapat dikaitkan "
        "dengan kinerja yang dibiayainya.",
        "salah": "Tertulis 266.749.630, jumlah sub kegiatannya 537.478.630.",
        "benar": "Keduanya 266.749.630.",
        "perbaikan": "Cari angka yang keliru; usul perbaikannya ada di pratinjau impor.",
    },
    "Q09": {
        "judul": "Tidak sesuai nomenklatur",
        "mengapa": "Kode, nama, indikator, dan satuan program sampai sub kegiatan mengikuti daftar "
        "resmi tahun anggarannya; yang lain tertolak di aplikasi anggaran.",
        "salah": "Sub kegiatan memakai kode yang hanya ada di daftar tahun lain.",
        "benar": "Kode dan bunyinya sama dengan daftar tahun itu.",
        "perbaikan": "Bandingkan di halaman Nomenklatur, lalu pilih yang dipakai.",
    },
    "Q10": {
        "judul": "Target kosong atau tidak wajar",
        "mengapa": "Target yang turun, melonjak, atau disalin tidak menunjukkan perhitungan; "
        "penilai menanyakan dasarnya.",
        "salah": "63,32 – 69,65 – 75,99 – 82,32 – 94,99: langkah terakhir dua kali lipat.",
        "benar": "Langkah yang dapat dijelaskan dari data tahun-tahun sebelumnya.",
        "perbaikan": "Periksa angkanya; bila benar, terima temuan ini dengan alasannya.",
    },
    "Q11": {
        "judul": "Target triwulan tidak sesuai target setahun",
        "mengapa": "Rencana aksi harus sampai pada target setahun menurut cara menghitungnya.",
        "salah": "Setahun 40, triwulan 10 + 10 + 10 + 5.",
        "benar": "Setahun 40, triwulan 10 + 10 + 10 + 10.",
        "perbaikan": "Periksa angkanya, atau ganti Cara menghitung setahun.",
    },
    "Q12": {
        "judul": "Belum ada yang mendukung atau menanggung",
        "mengapa": "Sasaran dicapai lewat program, dan setiap kinerja dijawab satu jabatan.",
        "salah": "Sasaran tanpa program; sub kegiatan tanpa penanggung jawab.",
        "benar": "Setiap sasaran berprogram, setiap kotak terbawah berpenanggung jawab.",
        "perbaikan": "Pindahkan program ke sasarannya; tunjuk jabatannya di kotak itu.",
    },
    "Q13": {
        "judul": "Tidak dijabarkan",
        "mengapa": "Kotak yang isinya sama dengan satu-satunya kotak di bawahnya tidak menambah "
        "apa-apa pada penjabaran.",
        "salah": "Sasaran “Meningkatnya layanan” dengan satu program berkinerja sama.",
        "benar": "Program menyebut apa yang harus terjadi agar layanan meningkat.",
        "perbaikan": "Tulis kinerja yang khas di salah satunya, atau tambah penjabarannya.",
    },
    "Q14": {
        "judul": "Target berbeda untuk ukuran yang sama",
        "mengapa": "Satu ukuran hanya punya satu target setahun; dua angka membuat keduanya "
        "tidak dapat dipercaya.",
        "salah": "TMP terpelihara 90,91 % di sasaran, TMP terkelola 100 % di program.",
        "benar": "Satu ukuran dengan satu target, atau dua ukuran yang jelas berbeda.",
        "perbaikan": "Samakan targetnya, atau bedakan bunyi indikatornya.",
    },
    "Q15": {
        "judul": "Indikator tidak ada di perjanjian kinerja",
        "mengapa": "Yang direncanakan harus diperjanjikan; yang tertinggal tidak ditagih.",
        "salah": "IKU “Persentase PPKS yang terlayani” tidak ada di perjanjian tahun itu.",
        "benar": "Setiap IKU dan indikator Renstra tampil di perjanjian.",
        "perbaikan": "Tambahkan indikatornya ke perjanjian yang sesuai.",
    },
    "Q16": {
        "judul": "IKU diganti di tengah periode",
        "mengapa": "IKU yang berganti-ganti memutus deret angkanya.",
        "salah": "IKU 2025 diganti pada 2026 dan 2027.",
        "benar": "IKU yang sama sepanjang periode, perbaikan hanya pada definisinya.",
        "perbaikan": "Bila tetap diganti, tulis alasannya di berita acara reviu.",
    },
    "Q17": {
        "judul": "Pelaksana lain belum ditandai lintas perangkat daerah",
        "mengapa": "Kondisi yang dilaksanakan perangkat daerah lain perlu disepakati berdua.",
        "salah": "Kondisi “Terdatanya penyandang disabilitas” oleh perangkat daerah lain.",
        "benar": "Kondisi itu ditautkan sebagai kinerja lintas perangkat daerah.",
        "perbaikan": "Ajukan tautan crosscutting ke perangkat daerah pelaksananya.",
    },
    "Q18": {
        "judul": "Realisasi tanpa bukti atau penjelasan",
        "mengapa": "Angka tanpa bukti tidak dapat diuji, dan capaian rendah tanpa hambatan "
        "dan tindak lanjut tidak memperbaiki apa-apa.",
        "salah": "Capaian 60 % tanpa hambatan; capaian 150 % tanpa penjelasan.",
        "benar": "Bukti terlampir, hambatan dan tindak lanjut ditulis.",
        "perbaikan": "Lampirkan bukti, isi hambatan dan tindak lanjutnya; di atas 120 %, "
        "periksa apakah targetnya terlalu rendah.",
    },
    "Q19": {
        "judul": "Anggaran dan capaian tidak sepadan",
        "mengapa": "Anggaran habis tanpa hasil, atau hasil tanpa anggaran, menandakan salah satu "
        "angkanya keliru atau uangnya tidak membiayai kinerja itu.",
        "salah": "Serapan 100 %, capaian 40 %.",
        "benar": "Serapan dan capaian sejalan, atau selisihnya dijelaskan.",
        "perbaikan": "Periksa kedua angka; tulis penjelasannya di realisasi.",
    },
    "Q20": {
        "judul": "Lewat tenggat",
        "mengapa": "Perjanjian, pengukuran, dan laporan dinilai juga ketepatan waktunya.",
        "salah": "Perjanjian ditandatangani tiga bulan sesudah anggaran disahkan.",
        "benar": "Ditandatangani dalam tenggat yang diatur pemda.",
        "perbaikan": "Selesaikan sekarang; catat sebabnya.",
    },
    "Q21": {
        "judul": "Pagu terhitung dua kali",
        "mengapa": "Sub kegiatan yang sama dan berdiri dua kali menghitung pagunya dua kali.",
        "salah": "“Penyediaan Sandang” dua kali di bawah satu kegiatan.",
        "benar": "Satu kotak, atau dua kotak dengan unit yang berbeda.",
        "perbaikan": "Hapus salah satu atau bedakan unitnya.",
    },
    "Q22": {
        "judul": "Rumus tidak mengukur indikatornya",
        "mengapa": "Pembilang yang sama dengan penyebut selalu 100 %, dan rumus tentang hal lain "
        "tidak menjelaskan indikatornya.",
        "salah": "Korban yang terpenuhi dibagi korban yang terpenuhi.",
        "benar": "Korban yang terpenuhi dibagi seluruh korban.",
        "perbaikan": "Tulis pembilang dan penyebutnya dengan kata-kata indikator.",
    },
}
