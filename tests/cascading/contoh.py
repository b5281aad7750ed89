"""Trees for tests of the matrix: written by rule, the same every time."""

from __future__ import annotations

from collections.abc import Sequence

from cascading.matriks import Matriks, susun
from cascading.matriks_catatan import CatatanPemeriksaan
from cascading.matriks_isi import IndikatorIsi, IsiMatriks, PaguIsi, SimpulIsi
from cascading.set_kolom import SET_BAKU
from kinerja.aturan.anggaran import jumlahkan
from laporan.pdf.kop import Kop, Penanda
from laporan.pdf.naskah import Naskah

KATA = [
    "terwujudnya",
    "pelayanan",
    "rehabilitasi",
    "sosial",
    "dasar",
    "bagi",
    "penyandang",
    "disabilitas",
    "terlantar",
    "anak",
    "lanjut",
    "usia",
    "serta",
    "gelandangan",
    "pengemis",
    "di",
    "luar",
    "panti",
    "Kabupaten/Kota",
    "kesiapsiagaan",
    "bencana",
    "pemberdayaan",
    "masyarakat",
    "penyelenggaraan",
    "administrasi",
    "keuangan",
    "perangkat",
    "daerah",
]
TAHUN = 2025


def kalimat(benih: int, banyak: int) -> str:
    """Words in an order that depends on ``benih`` only."""
    teks = " ".join(KATA[(benih * 7 + i * (1 + benih % 5)) % len(KATA)] for i in range(banyak))
    return teks[:1].upper() + teks[1:]


def simpul(id_: str, induk: str | None, tingkat: str, **isi: object) -> SimpulIsi:
    """A node with a sentence and one indicator unless told otherwise."""
    benih = sum(map(ord, id_))
    bawaan: dict[str, object] = {
        "nama": f"{tingkat} {kalimat(benih, 4 + benih % 6)}",
        "kinerja": kalimat(benih + 1, 5 + benih % 7),
        "nomor": id_.lstrip("TSPKU"),
        "indikator": (indikator(f"{id_}i", benih),),
    }
    return SimpulIsi(id_, induk, tingkat, **{**bawaan, **isi})  # type: ignore[arg-type]


def indikator(id_: str, benih: int, **isi: object) -> IndikatorIsi:
    bawaan: dict[str, object] = {
        "teks": f"Persentase {kalimat(benih + 2, 4 + benih % 8)}",
        "satuan": "Persen",
        "formulasi": f"{kalimat(benih + 3, 3)} dibagi {kalimat(benih + 4, 3)}",
        "target": {TAHUN: f"{50 + benih % 50},5"},
    }
    return IndikatorIsi(id_, **{**bawaan, **isi})  # type: ignore[arg-type]


def pohon(banyak: int) -> tuple[SimpulIsi, ...]:
    """A cascading with ``banyak`` sub kegiatan: 4 per kegiatan, 3 kegiatan per program …"""
    hasil: list[SimpulIsi] = []
    for n in range(banyak):
        kegiatan, program, sasaran, tujuan = n // 4, n // 12, n // 36, n // 108
        jalur = (
            (n % 108 == 0, f"T{tujuan}", None, "tujuan"),
            (n % 36 == 0, f"S{sasaran}", f"T{tujuan}", "sasaran"),
            (n % 12 == 0, f"P{program}", f"S{sasaran}", "program"),
            (n % 4 == 0, f"K{kegiatan}", f"P{program}", "kegiatan"),
            (True, f"U{n}", f"K{kegiatan}", "sub_kegiatan"),
        )
        hasil += [simpul(i, induk, tingkat) for baru, i, induk, tingkat in jalur if baru]
    return tuple(hasil)


def isi_matriks(
    daftar: Sequence[SimpulIsi],
    pagu: dict[str, int | None] | None = None,
    klaim: dict[str, int] | None = None,
    **lain: object,
) -> IsiMatriks:
    """With money: every sub kegiatan 1.000.000 × its place, unless given."""
    if pagu is None:
        sub = [s.id for s in daftar if s.tingkat == "sub_kegiatan"]
        pagu = {i: 1_000_000 * (n + 1) for n, i in enumerate(sub)}
    urut: list[tuple[str, str | None, str]] = [("akar", None, "AKAR")]
    urut += [(s.id, s.induk or "akar", s.tingkat.upper()) for s in daftar]
    jumlah = jumlahkan(urut, {i: [n] for i, n in pagu.items()}, klaim)
    return IsiMatriks(
        simpul=tuple(daftar),
        tahun=TAHUN,
        akar="akar",
        perangkat_daerah="Dinas Sosial",
        jumlah={str(k): v for k, v in jumlah.items()},
        pagu={
            i: PaguIsi(("13.2918.000" if n is None else str(n),), int(n is not None))
            for i, n in pagu.items()
        },
        **lain,  # type: ignore[arg-type]
    )


def matriks(banyak: int, nama_set: str = "lengkap", **lain: object) -> Matriks:
    """A table of so many sub kegiatan."""
    return susun(isi_matriks(pohon(banyak), **lain), SET_BAKU[nama_set])  # type: ignore[arg-type]


def catatan(banyak: int) -> tuple[CatatanPemeriksaan, ...]:
    """So many findings of four kinds, three of each at one place."""
    return tuple(
        CatatanPemeriksaan(
            f"{kalimat(n * 4 // banyak, 3)} {n * 4 // banyak}",
            f"Sub Kegiatan {n // 3} {kalimat(n // 3, 4 + n // 3 % 12)}",
            f"Temuan {n}: {kalimat(n, 5 + n % 25)} belum diisi.",
        )
        for n in range(banyak)
    )


def naskah(matriks_: Matriks, **lain: object) -> Naskah:
    """A document around a table."""
    bawaan: dict[str, object] = {
        "kop": Kop("PEMERINTAH KABUPATEN CONTOH", "DINAS SOSIAL", ("Jalan Contoh Nomor 1",)),
        "judul": (matriks_.judul, "Dinas Sosial Kabupaten Contoh", "Tahun 2025 (Murni)"),
        "kaki": "Cascading Dinas Sosial · status Draf",
        "tempat_tanggal": "Contoh, …… 2025",
        "kiri": Penanda("Bupati Contoh", pembuka="Mengetahui,", kepala_daerah=True),
        "kanan": Penanda("Kepala Dinas Sosial"),
        "status": "Draf",
        "diubah": "2025-01-06T08:00:00+00:00",
        "penulis": "Dinas Sosial Kabupaten Contoh",
    }
    return Naskah(matriks_, **{**bawaan, **lain})  # type: ignore[arg-type]
