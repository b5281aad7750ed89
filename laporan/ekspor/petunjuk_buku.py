"""The words of the sheets Petunjuk and Referensi."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinerja.impor.potret import Potret
from kinerja.models import Pohon

NAMA_DAFTAR = {
    "jenjang": "Jenjang",
    "arah": "Arah",
    "agregasi": "Agregasi",
    "jenis_nilai": "Jenis nilai",
    "frekuensi": "Frekuensi",
    "peran": "Peran kondisi",
    "triwulan": "Masa",
    "jenis_anggaran": "Jenis anggaran",
    "ya": "IKU",
    "unit": "Unit",
    "satuan": "Satuan",
    "sumber_dana": "Sumber dana",
    "pengampu": "Perangkat daerah",
    "penugasan": "Jabatan",
    "label": "Label",
}

PETUNJUK: tuple[tuple[str, bool], ...] = (
    ("Cara memakai", True),
    ("Ubah isi sel di lembar Pohon, Indikator, Target, dan Anggaran, simpan sebagai .xlsx, lalu "
     "unggah lewat Impor Excel. Sebelum ada yang ditulis, pratinjau menampilkan tepat apa yang "
     "Anda ubah.", False),
    ("Semua sel berformat teks: angka ditulis seperti di dokumen, misalnya 93,59 atau "
     "372.250.370, dan disimpan apa adanya. Rumus tidak dihitung.", False),
    ("Sel berwarna kelabu adalah kunci dan keterangan; sel itu terkunci. Proteksi lembar tidak "
     "berkata sandi: buka lewat Tinjau, Buka Proteksi Lembar, bila perlu menghapus atau "
     "mengurutkan baris.", False),
    ("Menambah", True),
    ("Kotak baru: tulis di baris kosong lembar Pohon. Beri ID yang belum dipakai (misalnya B1), "
     "pilih jenjang, dan tulis ID induknya. ID itu dapat langsung dipakai di lembar lain.", False),
    ("Indikator baru: tulis di lembar Indikator dengan ID kotak pemiliknya. Targetnya ditulis di "
     "baris baru lembar Target dengan ID indikator itu.", False),
    ("Pagu menurut beberapa sumber dana: satu baris Anggaran untuk tiap sumber dana.", False),
    ("Memindahkan dan menghapus", True),
    ("Pindah induk: ganti ID di kolom Induk. Pindah urutan: pindahkan barisnya. Anak kotak ikut "
     "pindah.", False),
    ("Hapus barisnya, atau kosongkan semua isinya. Yang hilang selalu didaftar di pratinjau, dan "
     "hanya dihapus bila Anda memilih Samakan.", False),
    ("Bila dokumen berubah sementara itu", True),
    ("Baris yang sudah diubah orang lain sesudah buku kerja ini diunduh tidak ditimpa. Pratinjau "
     "menampilkan isi buku kerja dan isi dokumen berdampingan.", False),
)  # fmt: skip


def baris_petunjuk(
    pohon: Pohon, potret: Potret, tahun: Sequence[int]
) -> Iterator[tuple[str, bool]]:
    """(text, is it a heading), from the top."""
    yield f"Buku kerja {pohon.sebutan}", True
    yield f"{pohon.perangkat_daerah}, {pohon.periode}. Status {pohon.get_status_display()}.", False
    if tahap := [f"{t} {potret.kode_tahap(t, '')}" for t in tahun]:
        yield f"Tahap angka yang berlaku dan yang akan diisi: {', '.join(tahap)}.", False
    yield "", False
    yield from PETUNJUK
